"""How far the figures bear out a sum that the structure of a table suggests.

Only supporting evidence: one wrong figure leaves the other columns and rows in agreement, and the sum stands with
the error in it. A "total" that agrees nowhere is no sum.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.tables.figures import Figures

_MOST_COMPARED = 400  # comparisons that settle a question


@dataclass(frozen=True, slots=True)
class Support:
    """How many comparisons could be made, and how many agree."""

    compared: int = 0
    agreeing: int = 0

    @property
    def share(self) -> float:
        """The agreeing share; 0 where nothing could be compared."""
        return self.agreeing / self.compared if self.compared else 0.0

    def __add__(self, other: "Support") -> "Support":
        return Support(self.compared + other.compared, self.agreeing + other.agreeing)


#: Nothing was compared.
NONE = Support()


def row_sum_support(figures: Figures, total: int, parts: Sequence[int], columns: Iterable[int]) -> Support:
    """Compare a total row with its parts, column by column; empty cells and dashes count as nothing."""
    compared = agreeing = 0
    for column in columns:
        verdict = adds_up(figures, (total, column), [(part, column) for part in parts])
        compared += verdict is not None
        agreeing += verdict is True
    return Support(compared, agreeing)


def column_sum_support(figures: Figures, total: int, parts: Sequence[int], rows: Sequence[int]) -> Support:
    """Compare a total column with its parts, row by row."""
    compared = agreeing = 0
    step = max(1, len(rows) // _MOST_COMPARED)
    for row in rows[::step]:
        verdict = adds_up(figures, (row, total), [(row, part) for part in parts])
        compared += verdict is not None
        agreeing += verdict is True
    return Support(compared, agreeing)


def adds_up(figures: Figures, total: tuple[int, int], parts: Sequence[tuple[int, int]]) -> bool | None:
    """Whether parts add up to a total; None where the total or all parts are missing."""
    whole = figures.at(*total)
    if whole is None:
        return None
    found = [figure for part in parts if (figure := figures.at(*part)) is not None]
    if not found:
        return None
    tolerance = whole.half_unit + sum((figure.half_unit for figure in found), Decimal(0))
    return abs(sum((figure.value for figure in found), Decimal(0)) - whole.value) <= tolerance
