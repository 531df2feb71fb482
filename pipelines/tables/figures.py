"""The figures of a table: what is read at a cell, as printed, exact and with its half unit of precision.

The same reading serves the search for sums and the observations, so neither sees what the other does not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from pipelines.quantities import UnitReading, decimal_mark, parse_number, unit_of
from pipelines.quantities.flags import MALFORMED_NUMBER, NIL
from pipelines.quantities.numerals import DecimalMark
from pipelines.readers.workbook_cells import RawValue, is_percent
from pipelines.tables.grid import MARK, NUMBER, TEXT, Grid
from pipelines.tables.layout import NumberStyle
from pipelines.tables.numbers import restore_thousands
from pipelines.tables.units import PERCENT

_HUNDRED = Decimal(100)
#: Marks for "none": by the General Statistics Office's convention "-" is no occurrence, ".." and "…" no data.
_NONE_MARKS = frozenset({"-", "–", "—", "−", "--", "---", "_", "(-)"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands in a cell.

    `half_unit` is half of its last printed digit's place (0 if it is exact), `unit` one that the cell itself tells.
    """

    value: Decimal
    printed: str
    half_unit: Decimal = Decimal(0)
    flags: frozenset[str] = frozenset()
    unit: UnitReading | None = None


class Figures:
    """Reads the cells of one table, whose columns each count whole things or do not, in one style of numerals."""

    def __init__(self, grid: Grid, style: NumberStyle, whole: Mapping[int, bool]) -> None:
        """`whole` says of each column of figures whether fractions are impossible in it."""
        self._grid, self._whole = grid, whole
        self.style = style
        self._read: dict[tuple[int, int], Figure | None] = {}

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of figures whose unit is known."""
        return tuple(self._whole)

    def at(self, row: int, column: int) -> Figure | None:
        """The figure printed at a cell; None where it is empty or holds no number (a dash is none here)."""
        key = row, column
        if key not in self._read:
            self._read[key] = self._figure(row, column)
        return self._read[key]

    def zero(self, row: int, column: int, flag: str) -> Figure:
        """The figure of a dash or an empty cell that stands for nothing."""
        return Figure(Decimal(0), self._grid.text(row, column), flags=frozenset({flag}))

    def is_dash(self, row: int, column: int) -> bool:
        """Whether a cell holds a dash, which stands for "none"."""
        return self._grid.kind(row, column) == MARK and self._grid.text(row, column) in _NONE_MARKS

    def is_blank(self, row: int, column: int) -> bool:
        """Whether a cell is empty and no merged range covers it."""
        return self._grid.text(row, column) == ""

    def _figure(self, row: int, column: int) -> Figure | None:
        figure = self._printed(row, column)
        if figure is not None and (row, column) in self._grid.computed:
            return replace(figure, flags=figure.flags | {"computed"})
        return figure

    def _printed(self, row: int, column: int) -> Figure | None:
        kind = self._grid.kind(row, column)
        if kind not in (NUMBER, TEXT):
            return None
        whole = self._whole.get(column, False)
        cell = self._grid.cell(row, column)
        raw: RawValue = cell.value if cell is not None else None
        if isinstance(raw, str):
            return _read_text(raw, self.style, whole)
        if cell is None or not isinstance(raw, Decimal):
            return None
        if is_percent(cell.number_format):
            shown = cell.shown.rstrip("%").partition(",")[2]
            return Figure(raw * _HUNDRED, cell.shown, _half(len(shown)), unit=PERCENT)
        restored = restore_thousands(raw, whole)
        if restored is not None:
            return Figure(restored, cell.shown, Decimal(0), frozenset({"thousands_restored"}))
        shown = cell.shown.partition(",")[2]
        return Figure(raw, cell.shown, _half(len(shown)))


_WHOLE = UnitReading("", "count")
_MARKS: dict[NumberStyle, DecimalMark] = {"vietnamese": ",", "english": "."}


@lru_cache(maxsize=1 << 14)
def _read_text(text: str, style: NumberStyle, whole: bool) -> Figure | None:
    """The figure that a text is; a unit in the cell itself is kept with it."""
    number = parse_number(text, _WHOLE if whole else None, _MARKS[style])
    if number is None or number.value is None or NIL in number.flags or MALFORMED_NUMBER in number.flags:
        return None
    own = None
    if number.unit_printed:
        own = next(iter(unit_of(number.unit_printed)), None)
    value = number.value / number.factor
    decimals = max(0, -int(value.as_tuple().exponent))
    return Figure(value, text.strip(), _half(decimals), unit=own)


def _half(decimals: int) -> Decimal:
    """Half of the last printed digit's place; whole numbers are taken as exact unless their unit is a multiple."""
    return Decimal(5).scaleb(-decimals - 1) if decimals else Decimal(0)


def table_style(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> NumberStyle:
    """The style of a table's numerals, Vietnamese where its text cells do not tell."""
    numerals = [
        raw for row in rows for column in columns if isinstance(raw := grid.raw(row, column), str) and raw.strip()
    ]
    return "english" if decimal_mark(numerals) == "." else "vietnamese"
