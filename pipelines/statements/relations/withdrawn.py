"""Figures that a correction withdraws: "đã in: "còn 2.318 hộ nghèo", xin đọc lại là: "còn 2.138 hộ nghèo"".

What was printed wrong is true of nothing, so that no check may hold another figure against it.
"""

from collections.abc import Iterable, Iterator, Sequence

from pipelines.statements.readings import Reading
from pipelines.statements.relations.candidates import Candidate
from pipelines.vocabulary.roles import CUES

#: What was printed wrong, and how it should read.
_MISPRINTED = CUES.pattern(r"\b<misprinted>\b")
_PUT_RIGHT = CUES.pattern(r"\b<put_right>\b")


def without_withdrawn(candidates: Iterable[Candidate], readings: Sequence[Reading], folded: str) -> Iterator[Candidate]:
    """The relations but for those with a figure that the text itself calls misprinted."""
    withdrawn = {reading.index for reading in readings if _is_withdrawn(reading, folded)}
    for candidate in candidates:
        if not any(reading.index in withdrawn for reading, _ in candidate.members):
            yield candidate


def _is_withdrawn(reading: Reading, folded: str) -> bool:
    """Whether a figure stands between words for a misprint and those that put it right."""
    sentence, figure = reading.clauses.sentence, reading.figure
    right = _PUT_RIGHT.search(folded, figure.end, sentence.end)
    return right is not None and _MISPRINTED.search(folded, sentence.start, figure.start) is not None
