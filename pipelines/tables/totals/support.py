"""How far the figures bear out a sum that the structure of a table suggests.

Only supporting evidence: one wrong figure leaves the other columns and rows in agreement, and the sum stands with
the error in it. A "total" that agrees nowhere is no sum.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from pipelines.tables.totals.figures import Figure, Figures

_MOST_COMPARED = 400  # comparisons that settle a question
_NEAR = Decimal("1.25")
_TEN = Decimal(10)
_VALUE, _HALF_UNIT = attrgetter("value"), attrgetter("half_unit")


@dataclass(frozen=True, slots=True)
class Support:
    """How many comparisons could be made, how many agree, and how many at least come near.

    Near is within a quarter, or a power of ten off: what one wrong digit or unit leaves of a sum.
    """

    compared: int = 0
    agreeing: int = 0
    near: int = 0

    @property
    def share(self) -> float:
        """The agreeing share; 0 where nothing could be compared."""
        return self.agreeing / self.compared if self.compared else 0.0

    def __add__(self, other: "Support") -> "Support":
        return Support(self.compared + other.compared, self.agreeing + other.agreeing, self.near + other.near)


#: Nothing was compared.
NONE = Support()


def row_sum_support(figures: Figures, total: int, parts: Sequence[int], columns: Iterable[int]) -> Support:
    """Compare a total row with its parts, column by column; empty cells and dashes count as nothing."""
    support = NONE
    for column in columns:
        support += _compared(figures.at(total, column), figures.column(parts, column))
    return support


#: Parts that a mean can be told by, and how far one weighted by size may lie from the plain one.
_FEWEST_PARTS, _WEIGHTED = 3, Decimal("0.2")


def averages_rows(figures: Figures, sums: Mapping[int, Sequence[Iterable[int]]], column: int) -> bool:
    """Whether the total rows of a column hold means of what lies under them: 17.3 criteria a commune.

    Every total must lie within its parts, close to their mean, which no sum of several counts does.
    """
    return _all_totals(figures, sums, column, _is_mean)


def closing_rows(figures: Figures, sums: Mapping[int, Sequence[Iterable[int]]], column: int) -> bool:
    """Whether the total rows of a column repeat the last of their lines: the loans outstanding at the end of a quarter.

    Every total must, and none of those may be the sum of its lines.
    """
    return _all_totals(figures, sums, column, _is_last)


def _all_totals(
    figures: Figures,
    sums: Mapping[int, Sequence[Iterable[int]]],
    column: int,
    is_told: Callable[[Decimal, Sequence[Decimal]], bool],
) -> bool:
    """Whether every total of a column is told so of its parts, in their order; False where none has enough of them."""
    seen = False
    for total, sets in sums.items():
        whole = figures.at(total, column)
        for parts in sets if whole is not None else ():
            values = [figure.value for figure in figures.column(sorted(parts), column) if figure is not None]
            if whole is None or len(values) < _FEWEST_PARTS or not any(values):
                continue
            if not is_told(whole.value, values):
                return False
            seen = True
    return seen


def _is_mean(total: Decimal, parts: Sequence[Decimal]) -> bool:
    mean = sum(parts, Decimal(0)) / len(parts)
    return min(parts) <= total <= max(parts) and abs(total - mean) <= abs(mean) * _WEIGHTED


def _is_last(total: Decimal, parts: Sequence[Decimal]) -> bool:
    return total == parts[-1] and total != sum(parts, Decimal(0))


def column_sum_support(figures: Figures, total: int, parts: Sequence[int], rows: Sequence[int]) -> Support:
    """Compare a total column with its parts, row by row."""
    support = NONE
    step = max(1, len(rows) // _MOST_COMPARED)
    for row in rows[::step]:
        support += comparison(figures, (row, total), [(row, part) for part in parts])
    return support


def comparison(figures: Figures, total: tuple[int, int], parts: Sequence[tuple[int, int]]) -> Support:
    """Whether parts add up to a total, as one comparison; none where the total or all parts are missing."""
    return _compared(figures.at(*total), [figures.at(*part) for part in parts])


def _compared(whole: Figure | None, parts: Iterable[Figure | None]) -> Support:
    if whole is None:
        return NONE
    found = list(filter(None, parts))
    if not found or (not whole.value and not any(figure.value for figure in found)):
        return NONE  # nothing is the sum of nothing, which tells nothing
    tolerance = sum(map(_HALF_UNIT, found), whole.half_unit)
    added = sum(map(_VALUE, found), Decimal(0))
    agrees = abs(added - whole.value) <= tolerance
    return Support(1, agrees, agrees or _is_near(added, whole.value))


def _is_near(added: Decimal, told: Decimal) -> bool:
    if added <= 0 or told <= 0:
        return False
    ratio = max(added, told) / min(added, told)
    while ratio > _TEN:
        ratio /= 10
    return ratio <= _NEAR or ratio >= _TEN / _NEAR
