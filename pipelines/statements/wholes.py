"""Parts that the wording does not tell but the meaning does: poor households are among all households.

What is part of what is indicator_wholes.csv, and the tree of population groups; which figures meet is decided here:
same document, place, time and status, and no total told for the part.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipelines.meaning.code_lists import ancestors
from pipelines.statements.aspects import RATES
from pipelines.statements.listing import BULLETS
from pipelines.statements.parts import Part
from pipelines.statements.readings import Reading, around, earlier, sentence_of
from pipelines.vocabulary import read_table

#: A narrower group is told of at most so many paragraphs after the wider one.
_NEAR_PARAGRAPHS = 3
#: The wider figure's subject fits at least so well.
_SURE = 0.55


@dataclass(frozen=True, slots=True)
class IndicatorWhole:
    """indicator_wholes.csv: figures of one indicator are part of those of another in the same sentence or document."""

    part: str
    whole: str
    scope: Literal["sentence", "document"]
    note: str = ""


@cache
def _wholes() -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in read_table("indicator_wholes.csv", IndicatorWhole):
        found.setdefault((row.part, row.scope), set()).add(row.whole)
    return {key: frozenset(wholes) for key, wholes in found.items()}


def implied_parts(readings: Sequence[Reading], told: Iterable[Part], folded: str) -> list[Part]:
    """The parts that follow from the meaning of the readings of a document, beside those `told`."""
    told = list(told)
    totals = {part.part for part in told}
    above = {part.part: part.total for part in told}
    number = max((part.list_number for part in told), default=0)
    found: list[Part] = []
    lines: dict[int, int] = {}  # by total, the number of the list that its bulleted lines make
    for reading in readings:
        if reading.index in totals or reading.aspect not in ("level", "after") or reading.figure.unit in RATES:
            continue
        whole = _whole_of(reading, readings) or _wider_group(reading, readings)
        connective = "implied"
        if whole is None and _is_line(reading, folded):
            whole = _line_total(reading, [one for one in around(readings, reading) if one.index not in totals], folded)
            connective = "lines"
        if whole is None or _is_under(whole.index, reading.index, above):
            continue
        if connective == "implied" or whole.index not in lines:
            number += 1
            lines[whole.index] = number
        found.append(Part(reading.index, whole.index, lines[whole.index], connective))
        above[reading.index] = whole.index
    return found


def _whole_of(reading: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The figure of a whole indicator, in the sentence or anywhere before."""
    indicator = reading.subject.indicator or ""
    for scope in ("sentence", "document"):
        wholes = _wholes().get((indicator, scope), frozenset())
        if not wholes:
            continue
        others = sentence_of(readings, reading) if scope == "sentence" else reversed(earlier(readings, reading))
        for other in others:
            if other.subject.indicator in wholes and _meet(reading, other):
                return other
    return None


def _wider_group(reading: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The last figure of the same indicator told of a wider group."""
    wider = ancestors(reading.subject.population_group or "")
    if not wider or reading.subject.indicator is None:
        return None
    for other in reversed(earlier(readings, reading)):
        if reading.paragraph - other.paragraph > _NEAR_PARAGRAPHS:
            return None
        if (
            other.subject.indicator == reading.subject.indicator is not None
            and other.subject.score >= _SURE
            and other.subject.population_group in wider
            and _meet(reading, other)
        ):
            return other
    return None


def _line_total(reading: Reading, readings: Sequence[Reading], folded: str) -> Reading | None:
    """The total of bulleted lines that tell the same indicator, told above them."""
    siblings = [
        other
        for other in readings
        if other.paragraph != reading.paragraph
        and _is_line(other, folded)
        and abs(other.paragraph - reading.paragraph) <= _NEAR_PARAGRAPHS
        and _same_measure(reading, other)
    ]
    if not siblings:
        return None
    above = [
        other
        for other in readings
        if other.index < reading.index and not _is_line(other, folded) and _same_measure(reading, other)
    ]
    return above[-1] if above else None


def _is_line(reading: Reading, folded: str) -> bool:
    start = reading.clauses.sentence.start
    return reading.clauses.sentence.opens_paragraph and folded[start : start + 1] in BULLETS


def _same_measure(one: Reading, other: Reading) -> bool:
    return (
        one.subject.indicator == other.subject.indicator is not None
        and one.counted == other.counted
        and one.status == other.status
        and one.figure.half == other.figure.half
        and other.aspect == "level"
    )


def _meet(part: Reading, whole: Reading) -> bool:
    """Whether two figures are of the same things at the same place and time."""
    if part.counted != whole.counted or part.status != whole.status or whole.aspect not in ("level", "after", "total"):
        return False
    same_place = part.place is None or whole.place is None or part.place.name == whole.place.name
    return same_place and _overlap(part, whole) and _fits(part, whole)


def _fits(part: Reading, whole: Reading) -> bool:
    """Whether a part that no word tells is no greater than its whole."""
    one, other = part.figure.quantity.value, whole.figure.quantity.value
    return one is not None and other is not None and one <= other


def _overlap(one: Reading, other: Reading) -> bool:
    if one.period is None or other.period is None:
        return True
    return one.period.end == other.period.end or (
        one.period.start <= other.period.end and other.period.start <= one.period.end
    )


def _is_under(part: int, total: int, above: Mapping[int, int]) -> bool:
    """Whether `part` already hangs, over any number of totals, under `total`; `above` is the total of each part."""
    seen: set[int] = set()
    while part in above and part not in seen:
        seen.add(part)
        part = above[part]
        if part == total:
            return True
    return False
