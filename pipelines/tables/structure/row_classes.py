"""What kind of row each row of a sheet is: of figures, of headings, of numbers of columns, a line, a unit line, a note.

The evidence is general: figures behind words are data, words without figures head them; an index row numbers columns.
"""

from decimal import Decimal
from typing import Literal

from pipelines.quantities import units_listed
from pipelines.tables.layouts.identities import index_expression, index_number
from pipelines.tables.sheets.grid import EMPTY, FIGURES, NUMBER, TEXT, Grid
from pipelines.tables.wording.ordinals import ordinal_of
from pipelines.tables.wording.place_names import place_level
from pipelines.tables.wording.words import roles_of

RowClass = Literal[
    "empty", "data", "index", "header", "section", "line", "unit", "note", "signature", "letterhead", "keyvalue"
]

_YEARS = range(1990, 2051)
_TOLD = 3  # cells of a line that tells one figure


class RowClasses:
    """What kind of row each row of a sheet is; found when asked for."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._known: dict[int, RowClass] = {}
        self._data = ""  # the kinds of the last row of words and figures

    def __getitem__(self, row: int) -> RowClass:
        known = self._known.get(row)
        if known is None:
            known = self._known[row] = self._class(row)
        return known

    def _class(self, row: int) -> RowClass:
        """Of a long table most rows are of the same kinds as the one before, which settles what they are."""
        profile = self._grid.profile(row)
        if profile and profile == self._data and not _may_be_index(self._grid, row):
            return "data"
        found = _row_class(self._grid, row)
        if found == "data" and TEXT in profile and NUMBER in profile:
            self._data = profile
        return found


def _may_be_index(grid: Grid, row: int) -> bool:
    """Whether the first cell of a row is one that an index row may begin with: A, a, 1, (1), or any bracket."""
    profile = grid.profile(row)
    first = grid.raw(row, len(profile) - len(profile.lstrip(EMPTY)) + 1)
    if first.__class__ is float:
        return first == 1
    return first is None or str(first)[0] in "Aa([" or str(first) == "1"


def told_figure(grid: Grid, row: int) -> int | None:
    """The column of the one figure of a row, right behind a text that ends with a colon; another text may follow it.

    "Mức hỗ trợ (đồng/hộ/tháng): | 51000 | Kinh phí: đồng".
    """
    filled, profile = grid.filled(row), grid.profile(row)
    figures = [at for at, column in enumerate(filled) if profile[column - 1] in FIGURES]
    if len(filled) > _TOLD or len(figures) != 1 or not figures[0]:
        return None
    before = grid.text(row, filled[figures[0] - 1])
    return filled[figures[0]] if before.endswith(":") else None


def _row_class(grid: Grid, row: int) -> RowClass:
    filled = grid.filled(row)
    if not filled:
        return "empty"
    profile = grid.profile(row)
    words = [column for column in filled if profile[column - 1] == TEXT]
    if is_index_row(grid, row, filled):
        return "index"
    figures = _figures(profile, filled, words)
    if figures and told_figure(grid, row) is not None:
        return "keyvalue"
    if _is_year_header(grid, row, filled, words):
        return "header"
    if figures and figures * 2 < len(words) and not _has_bare_figure(grid, row, filled, words):
        return "header"  # "Phân loại xã | 19 tiêu chí | Từ 15-18 tiêu chí | Dưới 10 tiêu chí"
    if figures:
        return "data"
    return _wordy_class(grid, row, filled, words)


def _figures(profile: str, filled: list[int], words: list[int]) -> int:
    """How many cells may be figures: those behind the first words, or all of a row without words if several."""
    if not words:
        return sum(1 for column in filled if profile[column - 1] in FIGURES) if len(filled) > 1 else 0
    return sum(1 for column in filled if column > words[0] and profile[column - 1] in FIGURES)


def _has_bare_figure(grid: Grid, row: int, filled: list[int], words: list[int]) -> bool:
    """Whether a figure behind the first words of a row stands without words of its own, or is a mark for one."""
    profile = grid.profile(row)
    figures = (column for column in filled if column > words[0] and profile[column - 1] in FIGURES)
    return any(not any(map(str.isalpha, grid.text(row, column))) or profile[column - 1] != NUMBER for column in figures)


def _wordy_class(grid: Grid, row: int, filled: list[int], words: list[int]) -> RowClass:
    """The class of a row without figures."""
    first = grid.text(row, words[0] if words else filled[0])
    roles = roles_of(first)
    if "unit_line" in roles and len(filled) <= 3 and "unit_heading" not in roles:
        return "unit"
    if len(filled) == 2 and "unit_line" in roles and units_listed(grid.text(row, filled[1])):
        return "unit"  # "Đơn vị tính: | triệu đồng" in two cells
    for role in ("note", "signature", "letterhead"):
        if role in roles and len(filled) <= 3 and not _is_heading_row(grid, row, words):
            return role
    if len(filled) == 1:
        return "unit" if filled[0] > 1 and units_listed(first) else "line"  # "Nghìn đồng" at the right over a table
    last = roles_of(grid.text(row, filled[-1]))
    if len(filled) == 2 and "unit_line" in last and "unit_heading" not in last:
        return "line"  # a title with the unit at its right: "1. Chia theo quý | ĐVT: người"
    ordinal = ordinal_of(grid.text(row, filled[0]))
    if ordinal is not None and len(filled) <= 4 and "ordinal_heading" not in roles:
        return "section"
    return "header" if len(words) >= 2 else "line"


def _is_heading_row(grid: Grid, row: int, words: list[int]) -> bool:
    return any("ordinal_heading" in roles_of(grid.text(row, column)) for column in words)


def _is_year_header(grid: Grid, row: int, filled: list[int], words: list[int]) -> bool:
    """Whether the only numbers of a row of words are years: "Chỉ tiêu | ĐVT | 2021 | 2022"."""
    profile = grid.profile(row)
    numbers = [column for column in filled if profile[column - 1] == NUMBER]
    if not numbers or len(numbers) + len(words) < len(filled):
        return False
    values = [year for column in numbers if (year := year_in(grid, row, column)) is not None]
    if len(values) < len(numbers) or not _is_run_of_years(values):
        return False
    if len(numbers) >= 2:
        return True
    first = grid.text(row, words[0]) if words else ""
    # "Xã Vi Hương | 1990" is a commune with its households, "Xã | 2020" a heading
    is_heading = bool(roles_of(first) & {"ordinal_heading", "label_heading", "period_heading"})
    return is_heading and place_level(first) is None


def _is_run_of_years(values: list[int]) -> bool:
    """Whether years are all different, or the same run of several over and over: two blocks of 2021 to 2024."""
    size = len(set(values))
    return size == len(values) or (size > 1 and values == values[:size] * (len(values) // size))


def year_in(grid: Grid, row: int, column: int) -> int | None:
    """The year that a cell holds as a bare number."""
    raw = grid.raw(row, column)
    if isinstance(raw, (float, Decimal)):
        return int(raw) if _YEARS.start <= raw < _YEARS.stop and raw == int(raw) else None
    text = str(raw).strip()
    return int(text) if len(text) == 4 and text.isdecimal() and int(text) in _YEARS else None


def is_index_row(grid: Grid, row: int, filled: list[int] | None = None) -> bool:
    """Whether a row numbers the columns: "A | B | 1 | 2 | 3 | 4=3/1*100", "(1) | (2) | (3)"."""
    filled = grid.filled(row) if filled is None else filled
    if filled and index_number(grid.text(row, filled[0])) is None:
        return False
    if len(filled) < 2 or len(filled) * 2 < sum(1 for kind in grid.profile(row) if kind != EMPTY):
        return False
    numbers: list[str] = []
    expressions = 0
    for column in filled:
        text = grid.text(row, column)
        number = index_number(text) if len(text) <= 80 else None
        if number is None:
            return False
        numbers.append(number)
        expressions += index_expression(text) is not None
    counted = [int(number) for number in numbers if number.isdecimal()]
    letters = [number.upper() for number in numbers if number.isalpha()]
    if letters != [chr(65 + step) for step in range(len(letters))] or (not counted and len(letters) < 3):
        return False
    consecutive = counted == list(range(counted[0], counted[0] + len(counted))) if counted else True
    starts = not counted or counted[0] <= 3
    return starts and (expressions > 0 or (consecutive and len(numbers) >= 3)) and len(set(numbers)) == len(numbers)
