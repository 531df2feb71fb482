"""The cells of a sheet, held as plain rows and made into Cell values when asked for.

A sheet may have a million cells of which the header alone is looked at one by one; so the rows stay what the file
library gave, and this mapping makes a Cell on access. What a cell means is the business of the tables room.
"""

import math
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from pipelines.model import Cell, CellValue
from pipelines.readers.workbook_fonts import text_under_font

RawValue = str | float | int | bool | date | Decimal | None


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What a cell's style says that matters for reading it."""

    font: str | None = None
    number_format: str | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class CellGrid(Mapping[tuple[int, int], Cell]):
    """The cells of a sheet by (row, column) from 1, backed by rows of raw values; empty cells are not members.

    `styles` holds for each row the index into `style_table` of each of its cells, or nothing where no style matters.
    `shown` overrides what is shown (.ods stores it); `computed` are cells whose formula had no stored value and was
    computed here.
    """

    rows: Sequence[Sequence[RawValue]]
    styles: "Sequence[array[int]]" = ()
    style_table: Sequence[CellStyle] = ()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    shown: Mapping[tuple[int, int], str] = field(default_factory=dict)
    computed: frozenset[tuple[int, int]] = frozenset()

    def __getitem__(self, key: tuple[int, int]) -> Cell:
        row, column = key
        raw = self.raw(row, column)
        formula = self.formulas.get(key)
        style = self.style(row, column)
        if raw is None and formula is None:
            raise KeyError(key)
        value = exact(raw)
        shown = self.shown.get(key)
        if shown is None:
            shown = show(value, style.number_format)
        if style.font is not None and isinstance(value, str):
            shown = text_under_font(shown, style.font)
        return Cell(row, column, value, shown, formula, style.font, style.number_format, style.bold)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        behind: dict[int, list[int]] = {}  # formulas without a stored value may stand where no row reaches
        for row, column in sorted(self.formulas):
            if row > len(self.rows) or column > len(self.rows[row - 1]):
                behind.setdefault(row, []).append(column)
        for row, values in enumerate(self.rows, start=1):
            for column in range(1, len(values) + 1):
                if self.raw(row, column) is not None or (row, column) in self.formulas:
                    yield row, column
            yield from ((row, column) for column in behind.pop(row, ()))
        yield from ((row, column) for row, columns in behind.items() for column in columns)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and (self.raw(*key) is not None or key in self.formulas)

    @property
    def height(self) -> int:
        """The last row that holds anything."""
        return max(len(self.rows), max((row for row, _ in self.formulas), default=0))

    @property
    def width(self) -> int:
        """The last column that any row reaches."""
        return max(max(map(len, self.rows), default=0), max((column for _, column in self.formulas), default=0))

    def raw(self, row: int, column: int) -> RawValue:
        """The value as the file library gave it; None for an empty cell."""
        if row < 1 or column < 1:
            return None
        try:
            value = self.rows[row - 1][column - 1]
        except IndexError:  # behind the last cell of the row, or the last row
            return None
        return None if value == "" else value

    def style(self, row: int, column: int) -> CellStyle:
        """The style of a cell, a plain one where none matters."""
        if not 0 < row <= len(self.styles) or not 0 < column <= len(self.styles[row - 1]):
            return _PLAIN
        return self.style_table[self.styles[row - 1][column - 1]]


_PLAIN = CellStyle()


def exact(raw: RawValue) -> CellValue:
    """The value of a cell as an exact Decimal where it is a number.

    Spreadsheets hold binary fractions and show at most 15 significant digits; 15.040000000000001 was typed as 15.04.
    """
    if raw is None or isinstance(raw, (str, bool, Decimal)):
        return raw
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    if isinstance(raw, int):
        return Decimal(raw)
    if not math.isfinite(raw):
        return None
    if raw.is_integer() and abs(raw) < 10**15:
        return Decimal(int(raw))
    return Decimal(f"{raw:.15g}")


def show(value: CellValue, number_format: str | None = None) -> str:
    """The text that a person sees in a cell, numbers in the Vietnamese way: 9.536, 15,04, 15,5%.

    >>> show(Decimal("0.155"), "0.0%"), show(Decimal(9536), "#,##0"), show(Decimal("15.04"))
    ('15,5%', '9.536', '15,04')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return _show_number(value, number_format)


@dataclass(frozen=True, slots=True)
class _Digits:
    """A number format taken apart: how many decimals, whether grouped, whether a per cent."""

    decimals: int | None
    grouped: bool
    percent: bool


_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PLACES = re.compile(r"[0#?]+(?:[,.][0#?,]+)*")


@cache
def _digits(number_format: str | None) -> _Digits:
    first = _LITERALS.sub("", (number_format or "General").partition(";")[0])
    places = _PLACES.search(first)
    if "General" in first or places is None:
        return _Digits(None, False, "%" in first)
    whole, _, decimals = places[0].partition(".")
    return _Digits(len(decimals), "," in whole, "%" in first)


def is_percent(number_format: str | None) -> bool:
    """Whether a number format shows a fraction as per cent; quoted and escaped signs do not."""
    return number_format is not None and "%" in number_format and _digits(number_format).percent


def _show_number(value: Decimal, number_format: str | None) -> str:
    digits = _digits(number_format)
    number = value * 100 if digits.percent else value
    if digits.decimals is not None:
        number = round(number, digits.decimals)
    text = f"{number:{',' if digits.grouped else ''}f}"
    if digits.decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_VIETNAMESE) + ("%" if digits.percent else "")


_VIETNAMESE = str.maketrans(",.", ".,")
