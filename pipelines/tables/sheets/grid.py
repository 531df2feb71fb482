"""A sheet as this room looks at it: clean texts with merged cells filled, and what kind of thing each cell holds.

Kinds are evidence, not meaning: "1.218" is a numeral here; whether it is 1218 or a fraction is read in
totals/numbers.py.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import Any

from pipelines.model import Cell, Sheet
from pipelines.quantities import parse_number
from pipelines.readers.workbook_cells import CellGrid, CellStyle, RawValue, exact, show
from pipelines.readers.workbook_fonts import legacy_font
from pipelines.tables.wording.words import clean, folded

# The kind of a cell is one letter, that of a row a string of them.
EMPTY, TEXT, NUMBER, MARK, DATE, OTHER, FORMULA = "e", "t", "n", "m", "d", "b", "f"
#: Kinds that stand where a figure is expected.
FIGURES = frozenset({NUMBER, MARK, FORMULA})

_GROUPED = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?"
NUMERAL = re.compile(rf"\(?\s*[-+−–]?\s*(?:{_GROUPED}|\d+(?:[.,]\d+)?)\s*%?\s*\)?")
#: A figure that is told as a bound: "< 3,5", "≥95%".
BOUND = re.compile(rf"(?P<sign>[<>]=?|[≤≥])\s*(?P<numeral>{_GROUPED}|\d+(?:[.,]\d+)?)\s*%?")
_MARKS = frozenset(
    {"-", "–", "—", "−", "--", "---", "_", "..", "...", "…", "....", "x", "X", "(-)", "- -", "*", "/", "n/a", "N/A"}
)
_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")


@lru_cache(maxsize=1 << 14)
def text_kind(text: str) -> str:
    """Whether a text is a numeral, a mark that stands for one, an error value, or words."""
    stripped = text.strip()
    if not stripped:
        return EMPTY
    if stripped in _MARKS or stripped.startswith(_ERRORS):
        return MARK
    if NUMERAL.fullmatch(stripped) or BOUND.fullmatch(stripped):
        return NUMBER
    return NUMBER if _WITH_UNIT.fullmatch(stripped) and _has_unit(stripped) else TEXT


#: A number with its unit in one cell: "25 triệu đồng", "155 hộ".
_WITH_UNIT = re.compile(rf"[-+−]?\s*(?:{_GROUPED}|\d+(?:[.,]\d+)?)\s*[^\W\d][\w. ]{{0,24}}")
_COUNTED = frozenset({"money", "count", "rate"})  # lengths of time are no figures but headings: "9 tháng"


def _has_unit(text: str) -> bool:
    number = parse_number(text)
    return number is not None and number.unit_printed is not None and number.kind in _COUNTED


_KEPT = 12_000  # cells whose texts are kept: those of a form are asked for some twenty times


class Grid:
    """A sheet's cells by row and column from 1. Immutable after it is made; what is asked for often is kept."""

    def __init__(self, sheet: Sheet) -> None:
        """Take a sheet, whatever mapping holds its cells."""
        self.sheet = sheet
        cells = sheet.cells
        self._cells = cells if isinstance(cells, CellGrid) else _as_grid(cells)
        self.rows: Sequence[Sequence[RawValue]] = self._cells.rows
        self.height, self.width = self._cells.height, self._cells.width
        self._uncomputed = {place for place in self._cells.formulas if self._cells.raw(*place) is None}
        self._anchors = _anchors(sheet.merged, self.height, self.width)
        self._spans = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merged}
        self._plain = not self._cells.styles and not self._cells.shown
        self._computed_rows: dict[int, list[int]] | None = None
        self._profiles = _profiles(self.rows, self._uncomputed)
        self._texts: dict[tuple[int, int], str] = {}

    def column(self, column: int) -> "Iterator[tuple[RawValue, str | None]]":
        """The values of a column with their number formats, from the first row to the last."""
        at, cells = column - 1, self._cells
        values = (row[at] if at < len(row) else None for row in self.rows)
        if not cells.styles:
            return zip(values, repeat(None), strict=False)
        formats = [style.number_format for style in cells.style_table]
        indices = (formats[row[at]] if at < len(row) else None for row in cells.styles)
        return zip(values, chain(indices, repeat(None)), strict=False)

    @property
    def tells_texts(self) -> bool:
        """Whether the file itself says what some cells show."""
        return bool(self._cells.shown)

    def raw(self, row: int, column: int) -> RawValue:
        """The value as the file holds it; None where the cell is empty or covered by a merged one."""
        return self._cells.raw(row, column)

    def number_format(self, row: int, column: int) -> str | None:
        """The number format of a cell."""
        return self._cells.style(row, column).number_format if self._cells.styles else None

    def given_text(self, row: int, column: int) -> str | None:
        """The text that the file itself says a cell shows, where it does."""
        return self._cells.shown.get((row, column)) if self._cells.shown else None

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell itself; None where it is empty."""
        return self._cells.get((row, column))

    @property
    def formulas(self) -> Mapping[tuple[int, int], str]:
        """The formulas of the sheet by cell, without the sign of equality."""
        return self._cells.formulas

    @property
    def computed(self) -> frozenset[tuple[int, int]]:
        """The cells whose value was computed here, since the file stored none for their formula."""
        return self._cells.computed

    def computed_rows(self, column: int) -> Sequence[int]:
        """The rows of a column whose value was computed here."""
        if self._computed_rows is None:
            self._computed_rows = {}
            for row, own in self._cells.computed:
                self._computed_rows.setdefault(own, []).append(row)
        return self._computed_rows.get(column, ())

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell whose content is shown here: itself, or the first of its merged range."""
        return self._anchors.get((row, column), (row, column))

    def span(self, row: int, column: int) -> tuple[int, int]:
        """The last row and column of the range that a cell is merged over; itself where it is not."""
        return self._spans.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """The clean text that a person sees at a cell, also of a merged range that covers it."""
        cell = row, column
        text = self._texts.get(cell)
        if text is None:
            text = self._text(*self._anchors.get(cell, cell))
            if len(self._texts) < _KEPT:
                self._texts[cell] = text
        return text

    def _text(self, row: int, column: int) -> str:
        raw, shown = self._cells.raw(row, column), self._cells.shown
        if not shown or (row, column) not in shown:  # no cell need be made to see its text
            if raw is None:
                return ""
            style = self._cells.style(row, column)
            if raw.__class__ is float:
                return str(int(raw)) if self._plain and raw.is_integer() else _number_shown(raw, style.number_format)
            if raw.__class__ is str and (self._plain or legacy_font(style.font) is None):
                return clean(raw)
        cell = self._cells.get((row, column))
        return clean(cell.shown) if cell is not None else ""

    def words(self, row: int, column: int) -> str:
        """The same, ready for matching."""
        return folded(self.text(row, column))

    def profile(self, row: int) -> str:
        """The kinds of a row's cells, one letter each; merged cells count where they are anchored."""
        return self._profiles[row - 1] if 0 < row <= len(self._profiles) else ""

    def kind(self, row: int, column: int) -> str:
        """The kind of one cell."""
        profile = self._profiles[row - 1] if 0 < row <= len(self._profiles) else ""
        return profile[column - 1] if 0 < column <= len(profile) else EMPTY

    def filled(self, row: int) -> list[int]:
        """The columns of a row that hold anything."""
        return list(_filled(self.profile(row)))


@lru_cache(maxsize=1 << 14)
def _filled(profile: str) -> tuple[int, ...]:
    """The places of a row's kinds that are not empty; the rows of a table mostly share them."""
    return tuple(column for column, kind in enumerate(profile, start=1) if kind != EMPTY)


@lru_cache(maxsize=1 << 14)
def _number_shown(number: float, number_format: str | None) -> str:
    return clean(show(exact(number), number_format))


def _profiles(rows: Sequence[Sequence[RawValue]], uncomputed: Iterable[tuple[int, int]]) -> list[str]:
    """The kinds of the cells of each row. Rows whose values are of the same types share what the types tell."""
    patterns: dict[tuple[type[Any], ...], tuple[str, tuple[int, ...]]] = {}
    shared: dict[tuple[str, str], str] = {}
    found = []
    for values in rows:
        types = tuple(map(type, values))
        pattern = patterns.get(types)
        if pattern is None:
            pattern = patterns[types] = _pattern(types)
        kinds, texts = pattern
        if texts:
            key = kinds, "".join([text_kind(values[at]) for at in texts])
            known = shared.get(key)
            if known is None:
                known = shared[key] = _filled_in(kinds, texts, key[1])
            kinds = known
        found.append(kinds)
    for row, column in uncomputed:
        found += [""] * (row - len(found))
        kinds = found[row - 1].ljust(column, EMPTY)
        found[row - 1] = kinds[: column - 1] + FORMULA + kinds[column:]
    return found


def _pattern(types: Sequence[type[Any]]) -> tuple[str, tuple[int, ...]]:
    """The kinds that types of values tell, and where the texts stand, of which the type tells nothing ("?")."""
    return "".join(map(_kind, types)), tuple(at for at, one in enumerate(types) if one is str)


def _filled_in(kinds: str, places: Sequence[int], own: str) -> str:
    letters = list(kinds)
    for at, letter in zip(places, own, strict=True):
        letters[at] = letter
    return "".join(letters)


_KINDS: dict[type[Any], str] = {str: "?", float: NUMBER, int: NUMBER, type(None): EMPTY, bool: OTHER}


def _kind(of: type[Any]) -> str:
    known = _KINDS.get(of)
    if known is not None:
        return known
    return DATE if hasattr(of, "toordinal") else NUMBER


def _as_grid(cells: Mapping[tuple[int, int], Cell]) -> CellGrid:
    """Cells given one by one, as rows; what a cell shows is kept."""
    height = max((row for row, _ in cells), default=0)
    width = max((column for _, column in cells), default=0)
    rows: list[list[RawValue]] = [[None] * width for _ in range(height)]
    styles = [array("l", [0] * width) for _ in range(height)]
    table: dict[CellStyle, int] = {CellStyle(): 0}
    for (row, column), cell in cells.items():
        rows[row - 1][column - 1] = cell.value
        style = CellStyle(cell.font, cell.number_format, cell.bold)
        styles[row - 1][column - 1] = table.setdefault(style, len(table))
    formulas = {place: cell.formula for place, cell in cells.items() if cell.formula}
    shown = {place: cell.shown for place, cell in cells.items()}
    return CellGrid(rows, styles, tuple(table), formulas, shown)


_MOST_COVERED = 2_000_000


def _anchors(
    merged: Sequence[tuple[int, int, int, int]], height: int, width: int
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell that a merged range covers within the used area, the range's first cell."""
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for top, left, bottom, right in merged:
        for row in range(top, min(bottom, height) + 1):
            for column in range(left, min(right, max(width, left)) + 1):
                if len(anchors) > _MOST_COVERED:
                    return anchors
                anchors[row, column] = (top, left)
    return anchors


def column_letters(column: int) -> str:
    """The letters by which a spreadsheet names a column: 1 is A, 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column: A is 1, AB is 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def address(row: int, column: int) -> str:
    """The address of a cell, "C10"."""
    return f"{column_letters(column)}{row}"


_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def place_of(cell_address: str) -> tuple[int, int] | None:
    """The (row, column) of an address such as "C10" or "$C$10"; None where it is none."""
    match = _ADDRESS.fullmatch(cell_address)
    return (int(match[2]), column_number(match[1])) if match else None
