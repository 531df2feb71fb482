"""Numbered headings of a report: what is told in one holds up to the next of its kind or of one outside it.

Which kinds lie inside which ("A.", "I.", "1.", "a)") is learnt from the order in which they come. Unnumbered headings
end nothing.
"""

import re
from copy import copy
from typing import Generic, TypeVar

from pipelines.statements.lists.listing import BULLETS
from pipelines.statements.wording.figures import Clauses
from pipelines.statements.wording.sentences import HEADING_LENGTH

State = TypeVar("State")

#: The kinds of number that a heading may bear, the first that fits; "1.2." is inside "1.".
_KINDS = (
    re.compile(r"[IVX]{1,5}[.)/] "),
    re.compile(r"[A-H][.)/] "),
    re.compile(r"(?:Phần|PHẦN|Mục|MỤC) (?:(?:thứ|THỨ) |[IVX0-9A-H]{1,5}(?!\w))"),  # but "Mục tiêu", "Phần lớn"
    re.compile(r"[0-9]{1,2}[.)/] "),
    re.compile(r"[0-9]{1,2}\.[0-9]{1,2}(?:[.)] | (?=[A-ZĐÀ-Ỹ]))"),  # but "1.5 tỷ đồng"
    re.compile(r"[a-hđ][.)/] "),
)
_SENTENCE_ENDS = frozenset('.!?…:;,"”')


def is_heading(text: str, cut: Clauses) -> bool:
    """Whether a paragraph of the body is a heading: one short line, no bulleted one, that ends as no sentence does."""
    sentence = cut.sentence
    alone = sentence.section == "body" and sentence.opens_paragraph and sentence.closes_paragraph
    last = text[sentence.start : sentence.end].rstrip()[-1:]
    listed = text[sentence.start : sentence.start + 1] in BULLETS
    return alone and not listed and sentence.end - sentence.start < HEADING_LENGTH and last not in _SENTENCE_ENDS


class Headings(Generic[State]):
    """Where a report is among its numbered headings, with what ran outside each."""

    def __init__(self) -> None:
        """At its beginning."""
        self._kinds: list[int] = []
        self._outside: list[State | None] = []
        self._start = -1

    def enter(self, text: str, start: int, state: State) -> State:
        """Begin the paragraph at `start`; return what runs in it: `state`, or what ran outside the headings it ends."""
        kind = next((number for number, pattern in enumerate(_KINDS) if pattern.match(text, start)), None)
        if kind is None:
            return state
        if kind in self._kinds:
            at = self._kinds.index(kind)
            kept = [outside for outside in self._outside[at:] if outside is not None]
            del self._kinds[at:], self._outside[at:]
            state = kept[0] if kept else state
        self._start = start
        self._kinds.append(kind)
        self._outside.append(None)
        return state

    def is_heading(self, cut: Clauses) -> bool:
        """Whether a sentence is a numbered heading without figures."""
        sentence = cut.sentence
        alone = sentence.opens_paragraph and sentence.closes_paragraph and not cut.figures
        return alone and sentence.start == self._start and sentence.end - sentence.start < HEADING_LENGTH

    def keep(self, state: State) -> None:
        """Keep what runs outside the heading that begins here, before it changes inside."""
        if self._outside[-1] is None:
            self._outside[-1] = copy(state)
