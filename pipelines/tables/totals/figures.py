"""The figures of a table: what is read at a cell, as printed, exact and with its half unit of precision.

The same reading serves the search for sums and the observations, so neither sees what the other does not.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from pipelines.model import Comparator
from pipelines.quantities import UnitReading, decimal_mark, parse_number, unit_of
from pipelines.quantities.flags import MALFORMED_NUMBER, NIL
from pipelines.quantities.numerals import DecimalMark
from pipelines.readers.workbook_cells import RawValue, exact, is_percent, show
from pipelines.tables.layouts.layout import NumberStyle
from pipelines.tables.sheets.grid import BOUND, EMPTY, MARK, Grid
from pipelines.tables.structure.columns import sample_of
from pipelines.tables.structure.rows import TableRow
from pipelines.tables.totals.numbers import largest_counted, restore_thousands
from pipelines.tables.wording.units import PERCENT

_HUNDRED, _THOUSAND = Decimal(100), 1_000
_DECIMALS = re.compile(r"[.,](\d+)\s*%?\s*$")
_LONG = 2_000  # rows from which on a column is read at once
_KEPT = 12_000  # cells of a table whose figures are kept: those of a form are asked for some seven times
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
    """Reads the cells of one table, whose columns each count whole things or do not, in one style of numerals.

    Equal cells of a column are one Figure, so a column of a hundred thousand counts holds some hundred.
    """

    def __init__(
        self, grid: Grid, style: NumberStyle, whole: Mapping[int, bool], rates: frozenset[int] = frozenset()
    ) -> None:
        """`whole` says of each column of figures whether fractions are impossible in it, but in the rows of `rates`."""
        self._grid, self._whole, self._rates = grid, whole, rates
        self.style = style
        self._columns: dict[int, list[Figure | None]] = {}
        self._largest: dict[int, float | None] = {}
        self._cells: dict[tuple[int, int], Figure | None] = {}

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of figures whose unit is known."""
        return tuple(self._whole)

    def reads(self, style: NumberStyle, whole: Mapping[int, bool], rates: frozenset[int]) -> bool:
        """Whether it reads columns and rows so."""
        return (style, rates) == (self.style, self._rates) and all(
            self._whole.get(column, False) == own for column, own in whole.items()
        )

    def at(self, row: int, column: int) -> Figure | None:
        """The figure printed at a cell; None where it is empty or holds no number (a dash is none here)."""
        whole = self._columns.get(column)
        if whole is not None:
            return whole[row] if row < len(whole) else None
        cell = row, column
        if cell in self._cells:
            return self._cells[cell]
        figure = self._at(row, column)
        if len(self._cells) < _KEPT:
            self._cells[cell] = figure
        return figure

    def _at(self, row: int, column: int) -> Figure | None:
        grid = self._grid
        raw = grid.raw(row, column)
        if raw is None:
            return None
        whole = row not in self._rates and self._counts_whole(column, raw)
        figure = self._read(raw, grid.number_format(row, column), whole)
        if figure is None or raw.__class__ is str:
            return figure
        shown = grid.given_text(row, column)
        if shown is not None and shown != figure.printed:
            figure = replace(figure, printed=shown, half_unit=_half_shown(figure, shown))
        return _as_shown(figure) if grid.computed and (row, column) in grid.computed else figure

    def column(self, rows: Sequence[int], column: int) -> list[Figure | None]:
        """The figures printed in a column, as `at` gives them one by one; of a long column all are read at once."""
        grid = self._grid
        if grid.tells_texts or (len(rows) < _LONG and column not in self._columns):
            return [self.at(row, column) for row in rows]
        whole = self._columns.get(column)
        if whole is None:
            whole = self._columns[column] = self._whole_column(column)
        return [whole[row] if row < len(whole) else None for row in rows]

    def _whole_column(self, column: int) -> list[Figure | None]:
        """The figures of a column by row number, from 0 on: each different value is read once."""
        grid = self._grid
        cells = list(grid.column(column))
        if any(value.__class__ is bool for value, _ in cells):  # True is the same key as 1
            return [None, *(self.at(row, column) for row in range(1, len(cells) + 1))]
        read = {cell: self._read(*cell, self._counts_whole(column, cell[0])) for cell in set(cells)}
        found = [None, *map(read.__getitem__, cells)]
        for row in self._rates:
            found[row] = self._at(row, column)
        for row in grid.computed_rows(column):
            figure = found[row]
            found[row] = _as_shown(figure) if figure is not None else None
        return found

    def _read(self, raw: RawValue, number_format: str | None, whole: bool) -> Figure | None:
        """The figure that a value is, as `at` has it before it looks at what the file says that is shown."""
        if raw is None or raw == "" or isinstance(raw, bool):
            return None
        if isinstance(raw, str):
            return _read_text(raw, self.style, whole)
        return _read_number(raw, number_format, whole)

    def _counts_whole(self, column: int, raw: RawValue) -> bool:
        """Whether a value of a column counts whole things; a fraction does only if it may be a mangled thousand."""
        if not self._whole.get(column, False):
            return False
        if not isinstance(raw, float) or raw.is_integer():
            return True
        if column not in self._largest:
            values = (value for value, _ in self._grid.column(column))
            self._largest[column] = largest_counted(value for value in values if isinstance(value, float))
        largest = self._largest[column]
        return largest is None or abs(raw) * _THOUSAND <= largest

    def zero(self, row: int, column: int, flag: str) -> Figure:
        """The figure of a dash or an empty cell that stands for nothing."""
        return _zero(self._grid.text(row, column), flag)

    def is_dash(self, row: int, column: int) -> bool:
        """Whether a cell holds a dash, which stands for "none"."""
        return self._grid.kind(row, column) == MARK and self._grid.text(row, column) in _NONE_MARKS

    def is_blank(self, row: int, column: int) -> bool:
        """Whether a cell is empty and no merged range covers it."""
        return self._grid.kind(row, column) == EMPTY and self._grid.text(row, column) == ""


_COMPARATORS: dict[str, Comparator] = {"<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">="}


@dataclass(frozen=True, slots=True)
class Preread:
    """What has been read of a table while its layout was guessed: its rows, and its figures."""

    rows: Sequence[TableRow]
    figures: Figures


def comparator_of(printed: str) -> Comparator:
    """What the sign before a figure says of it: "< 3,5" is less; a figure without one is what it says."""
    if printed[:1] not in _COMPARATORS:
        return "="
    bound = BOUND.fullmatch(printed)
    return _COMPARATORS[bound["sign"]] if bound else "="


@lru_cache(maxsize=64)
def _zero(text: str, flag: str) -> Figure:
    return Figure(Decimal(0), text, flags=frozenset({flag}))


@lru_cache(maxsize=1 << 16)
def _read_number(raw: RawValue, number_format: str | None, whole: bool) -> Figure | None:
    """The figure that a number is, under the format that it is shown in."""
    value = exact(raw)
    if not isinstance(value, Decimal):
        return None
    shown = show(value, number_format)
    decimals = len(shown.rstrip("%").partition(",")[2])
    if is_percent(number_format):
        return Figure(value * _HUNDRED, shown, _half(decimals), unit=PERCENT)
    restored = restore_thousands(value, whole)
    if restored is not None:
        return Figure(restored, shown, Decimal(0), frozenset({"thousands_restored"}))
    return Figure(value, shown, _half(decimals))


@lru_cache(maxsize=1 << 14)
def _as_shown(figure: Figure) -> Figure:
    """The figure of a formula that was computed here: no more digits than a person who opens the file is shown."""
    value = figure.value.quantize((figure.half_unit * 2).normalize()) if figure.half_unit else figure.value
    return replace(figure, value=value, flags=figure.flags | {"computed"})


_WHOLE = UnitReading("", "count")
_MARKS: dict[NumberStyle, DecimalMark] = {"vietnamese": ",", "english": "."}


@lru_cache(maxsize=1 << 14)
def _read_text(text: str, style: NumberStyle, whole: bool) -> Figure | None:
    """The figure that a text is; a unit in the cell itself is kept with it, and the sign of a bound in its text."""
    bound = BOUND.fullmatch(text.strip())
    number = parse_number(text[text.index(bound["sign"]) + len(bound["sign"]) :] if bound else text,
                          _WHOLE if whole else None, _MARKS[style])  # fmt: skip
    if number is None or number.value is None or NIL in number.flags:
        return None
    own = None
    if number.unit_printed:
        own = next(iter(unit_of(number.unit_printed)), None)
    value = number.value / number.factor
    decimals = max(0, -int(value.as_tuple().exponent))
    return Figure(value, text.strip(), _half(decimals), number.flags & {MALFORMED_NUMBER}, own)


def _half(decimals: int) -> Decimal:
    """Half of the last printed digit's place; whole numbers are taken as exact unless their unit is a multiple."""
    return Decimal(5).scaleb(-decimals - 1) if decimals else Decimal(0)


def _half_shown(figure: Figure, shown: str) -> Decimal:
    """The precision of a figure whose file tells how it is shown ("35,00"), whatever mark the program writes."""
    match = _DECIMALS.search(shown)
    decimals = len(match[1]) if match else 0
    digits = "".join(filter(str.isdigit, shown))
    if "".join(filter(str.isdigit, f"{figure.value:.{decimals}f}")) == digits:
        return _half(decimals)
    return figure.half_unit


def table_style(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> NumberStyle:
    """The style of a table's numerals, Vietnamese where its text cells do not tell."""
    numerals = [
        raw
        for row in sample_of(rows)
        for column in columns
        if isinstance(raw := grid.raw(row, column), str) and raw.strip()
    ]
    return "english" if decimal_mark(numerals) == "." else "vietnamese"
