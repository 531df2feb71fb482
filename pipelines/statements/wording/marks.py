"""The punctuation marks that cut a sentence into clauses; what stands between them is figures.py.

Where sentences themselves end is sentences.py.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipelines.model import Quantity
from pipelines.statements.wording.sentences import Sentence
from pipelines.statements.wording.words import Words

#: Terms of two classes of households.
_TOGETHER = frozenset({"poor_and_near_poor", "poor_and_near_poor_hh"})
# All alternatives begin with one of few signs, which `re` then looks for alone.
_MARK = re.compile(
    r"[;:,()….\s](?:(?<=[;:,()…])|(?<=\.)\.+|(?<=\s)(?:[-–+]\s|(?=và\s|nhưng\s|(?<!so )(?<!đối )với\s)))"
)
#: What follows it is told against what stands before it, as behind a comma.
BUT = "nhưng"


class Mark(NamedTuple):
    """A punctuation mark that cuts a sentence."""

    start: int
    end: int
    sign: str


def marks_of(text: str, sentence: Sentence, quantities: Sequence[Quantity], words: Words) -> tuple[Mark, ...]:
    """The marks of a sentence that stand outside its numbers, with their units, and outside names."""
    return tuple(_outside_terms(_marks_outside_numbers(text, sentence, quantities), words))


def _marks_outside_numbers(text: str, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Mark]:
    spans = [(quantity.start, quantity.end) for quantity in quantities]
    starts = [start for start, _ in spans]
    for match in _MARK.finditer(text, sentence.start, sentence.end):
        at = bisect_left(starts, match.start() + 1) - 1
        if at >= 0 and match.start() < spans[at][1] and match.end() <= spans[at][1]:
            continue
        joined = "," if text.startswith(BUT, match.end()) else "&"
        yield Mark(match.start(), match.end(), match[0].strip() or joined)


def _outside_terms(marks: Iterable[Mark], words: Words) -> Iterator[Mark]:
    """The marks that are no commas within a name: "học sinh, sinh viên", "nhà tạm, nhà dột nát", "mỗi xã, thị trấn".

    Classes told together ("hộ nghèo, cận nghèo") are several.
    """
    names = [(hit.start, hit.end) for hit in words.terms if hit.payload.id not in _TOGETHER]
    if words.pers:
        names = sorted([*names, *((hit.start, hit.end) for hit in words.pers)])
    at = reached = 0  # names come in the order of their beginnings
    for mark in marks:
        while at < len(names) and names[at][0] < mark.start:
            reached = max(reached, names[at][1])
            at += 1
        if mark.sign != "," or mark.start >= reached:
            yield mark
