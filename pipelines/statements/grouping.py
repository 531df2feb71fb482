"""Which figures are told together: the count and the amount of one list item, of one clause, of one bracket.

They share a statement; a unit told again, a semicolon, a list or a sentence begins another.
"""

from collections.abc import Mapping, Sequence

from pipelines.statements.figures import LIST_OPENERS, Clauses, Figure
from pipelines.statements.structure import Structure


def group(clauses: Sequence[Clauses], aspects: Mapping[int, str], structure: Structure) -> Mapping[int, int]:
    """The number of the statement of each figure, by figure index."""
    totals = {part.part: part.total for part in structure.parts}
    found: dict[int, int] = {}
    number = 0
    for cut in clauses:
        number += 1
        told: set[str] = set()
        breaks = _breaks(cut)
        previous = cut.sentence.start
        for figure in cut.figures:
            crossed = any(previous <= position < figure.start for position in breaks)
            previous = figure.end
            if figure.bracket is not None and figure.bracket in found:
                found[figure.index] = found[figure.bracket]
                continue
            total = _total_named(figure, cut, found, totals)
            if total is not None:
                found[figure.index] = found[total]
                continue
            if aspects[figure.index] == "average":
                number += 1
                found[figure.index] = number
                continue
            if crossed or (figure.unit in told and figure.half != "denominator"):
                number, told = number + 1, set()
            told.add(figure.unit)
            found[figure.index] = number
    return found


def _breaks(cut: Clauses) -> list[int]:
    """Where a statement ends inside a sentence."""
    return [mark.start for mark in cut.marks if mark.sign == ";"] + [
        hit.start for hit in cut.words.connectives if hit.payload in LIST_OPENERS
    ]


def _total_named(figure: Figure, cut: Clauses, found: Mapping[int, int], totals: Mapping[int, int]) -> int | None:
    """The total whose parts were listed before "tổng kinh phí 19,525 tỷ đồng": the amount is told of it."""
    if figure.unit != "VND":
        return None
    named = any(hit.payload == "total" and figure.own <= hit.start < figure.start for hit in cut.words.connectives)
    earlier = [other for other in cut.figures if other.start < figure.start and other.index in totals]
    if not named or not earlier:
        return None
    total = totals[earlier[-1].index]
    return total if total in found and earlier[-1].unit != "VND" else None
