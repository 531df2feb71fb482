"""The words by which the parts of an article are known: section_words.csv. How they are used is sections.py."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipelines.orthography import fold
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members

WordKind = Literal["site", "related", "noise", "byline", "caption", "dateline", "event", "imprint"]
Where = Literal["start", "any"]


@dataclass(frozen=True, slots=True)
class SectionWordRow:
    """section_words.csv: words that tell what a line is, at its start or anywhere in it."""

    kind: WordKind
    where: Where
    forms: Members
    note: str = ""


@cache
def section_words(kind: WordKind, where: Where) -> tuple[str, ...]:
    """The words of a kind, folded, longest first."""
    rows = read_table("section_words.csv", SectionWordRow)
    forms = {fold(form) for row in rows if (row.kind, row.where) == (kind, where) for form in row.forms}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def tells(kind: WordKind, folded: str) -> bool:
    """Whether a folded line has a word of a kind."""
    return starts_with(kind, folded) or any(map(folded.__contains__, section_words(kind, "any")))


def starts_with(kind: WordKind, folded: str) -> bool:
    """Whether a folded line begins with a word of a kind, as a whole word."""
    forms = section_words(kind, "start")
    if not folded.startswith(forms):  # most do not, and to ask for all at once is fast
        return False
    for form in forms:
        if folded.startswith(form):
            following = folded[len(form) : len(form) + 1]
            if not (form[-1].isalnum() and following.isalnum()):
                return True
    return False
