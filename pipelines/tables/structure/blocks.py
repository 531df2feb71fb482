"""Where the tables of a sheet are: title, header rows, index row, data rows, notes. Columns are told apart later.

The evidence is general: rows of figures under rows of words; a form ends with notes and signatures; a row of words
among rows of figures is a section, unless other headings follow it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipelines.quantities import units_listed
from pipelines.tables.layouts.identities import index_expression, index_number
from pipelines.tables.sheets.grid import EMPTY, FIGURES, NUMBER, TEXT, Grid
from pipelines.tables.wording.ordinals import ordinal_before, ordinal_of
from pipelines.tables.wording.place_names import place_level
from pipelines.tables.wording.words import roles_of

RowClass = Literal[
    "empty", "data", "index", "header", "section", "line", "unit", "note", "signature", "letterhead", "keyvalue"
]

_YEARS = range(1990, 2051)
_GAP = 10  # empty rows that a table may hold
_TITLES = 12  # rows over a table that may hold its titles
_TOLD = 3  # cells of a line that tells one figure
_AHEAD = 6  # how far behind a row of words its figures may follow


@dataclass(frozen=True, slots=True)
class Block:
    """A table as rows: `header` from top to bottom, `data` the rows from the first to the last with figures.

    `common_units` are the unit lines over all numbered tables of a sheet, for those that have none of their own.
    """

    header: tuple[int, ...]
    index_row: int | None
    first: int
    last: int
    repeated: tuple[int, ...]
    above: tuple[int, ...]
    unit_rows: tuple[int, ...]
    below: tuple[int, ...]
    common_units: tuple[int, ...] = ()


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


def find_blocks(grid: Grid) -> list[Block]:
    """The tables of a sheet from top to bottom."""
    classes = RowClasses(grid)
    found: list[tuple[tuple[int, ...], int | None, int, int, tuple[int, ...]]] = []
    row, free = 1, 1
    while row <= grid.height:
        if classes[row] != "data":
            row += 1
            continue
        header, index_row, first = _header_above(grid, classes, row, free)
        last, repeated = _last_row(grid, classes, row, header)
        if header or last - row >= 2:
            found.append((header, index_row, first, last, repeated))
            free = last + 1
        row = last + 1
    return list(_with_surroundings(grid, classes, found))


def _with_surroundings(
    grid: Grid, classes: RowClasses, found: list[tuple[tuple[int, ...], int | None, int, int, tuple[int, ...]]]
) -> Iterator[Block]:
    before = 0
    common: tuple[int, ...] = ()
    common_units: tuple[int, ...] = ()
    for number, (header, index_row, first, last, repeated) in enumerate(found):
        top = min((*header, first, *([index_row] if index_row else [])))
        above = [row for row in range(before + 1, top) if classes[row] != "empty"]
        if number:
            above = [row for row in above if classes[row] not in ("note", "signature")]
        units = tuple(row for row in above if classes[row] == "unit")
        until = found[number + 1][0] or (found[number + 1][2],) if number + 1 < len(found) else (grid.height + 1,)
        kinds = ("note", "signature") if number + 1 < len(found) else ("note", "line", "signature")  # else a title
        below = tuple(row for row in range(last + 1, until[0]) if classes[row] in kinds)
        titles = tuple(row for row in above if row not in units)
        numbered = bool(number and above) and _is_numbered(grid, above[0])
        if numbered:
            titles = (*common, *titles)
        elif not number:
            of_all = _title_of_all(grid, above)
            common = tuple(row for row in of_all if row in titles)
            common_units = tuple(row for row in of_all if row in units)
        yield Block(header, index_row, first, last, repeated, titles, units, below, common_units if numbered else ())
        before = last


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


def _is_numbered(grid: Grid, row: int) -> bool:
    """Whether a line over a table is numbered: "2. Kết quả theo địa phương"."""
    filled = grid.filled(row)
    ordinal = ordinal_before(grid.text(row, filled[0]))[0] if filled else None
    return ordinal is not None and ordinal.kind not in ("dash", "plus")


def _title_of_all(grid: Grid, above: Sequence[int]) -> Sequence[int]:
    """The lines over the first of several numbered tables that are the title of all: those before its own number."""
    return above[: next((at for at, row in enumerate(above) if _is_numbered(grid, row)), 0)]


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


def _header_above(grid: Grid, classes: RowClasses, first: int, free: int) -> tuple[tuple[int, ...], int | None, int]:
    """The header rows over a row of figures, from top to bottom, the index row among them, and where the data begin.

    Section rows ("I | Thành thị") may stand between the header and the first figures; they belong to the data.
    """
    header: list[int] = []
    index_row: int | None = None
    row, begins = first - 1, first
    while row >= free:
        kind = classes[row]
        if kind == "index" and index_row is None:
            index_row = row
        elif kind in ("section", "line") and not header and index_row is None and first - row <= _AHEAD:
            begins = row
        elif kind == "empty" and not header and first - row <= _GAP:
            pass
        elif kind == "header" or (kind in ("line", "section") and _belongs_to_header(grid, classes, row, header)):
            header.append(row)
        else:
            break
        row -= 1
    while header and classes[header[-1]] != "header":
        header.pop()  # a lone line on top is the title
    return tuple(sorted(header)), index_row, begins if header or index_row else first


def _belongs_to_header(grid: Grid, classes: RowClasses, row: int, header: list[int]) -> bool:
    """Whether a row with one heading ("Trong đó" over some columns) lies within the header and not above it."""
    column = grid.filled(row)[0]
    if not header:
        return column > 2 and classes[row - 1] == "header"
    left = min(min(grid.filled(below)) for below in header)
    covered = any(grid.anchor(row, left)[0] < row for left in range(1, column))
    return column > left + 1 or covered


def _last_row(grid: Grid, classes: RowClasses, first: int, header: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """The last row of figures of the table that begins at `first`, and the header rows repeated within it.

    A header repeats where a page begins; where a line of its own stands over it, it heads another table.
    """
    headings = {tuple(grid.text(row, column) for column in grid.filled(row)) for row in header}
    titles = _lines_above(grid, classes, min(header, default=first))
    last, row, gap = first, first + 1, 0
    repeated: list[int] = []
    pending: list[int] = []
    words_since = 0
    new_title = False
    while row <= grid.height:
        kind = classes[row]
        if kind == "data":
            last, gap, words_since, new_title = row, 0, 0, False
            repeated += pending
            pending = []
        elif kind == "empty":
            gap += 1
            if gap > _GAP:
                break
        elif kind in ("header", "index", "unit"):
            same = tuple(grid.text(row, column) for column in grid.filled(row)) in headings
            if (not same and not (kind == "index" and header)) or new_title:
                break
            pending.append(row)
        else:
            words_since += 1
            new_title = new_title or (kind == "line" and _is_new_title(grid, row, titles))
            if words_since > _AHEAD or (kind in ("note", "signature", "letterhead") and gap):
                break
        row += 1
    last = _with_blank_rows(classes, last, grid)
    return last, tuple(repeated)


def _lines_above(grid: Grid, classes: RowClasses, top: int) -> frozenset[str]:
    """The lines that stand over a table, which a page that continues it may repeat."""
    return frozenset(_line(grid, row) for row in range(max(1, top - _TITLES), top) if classes[row] == "line")


def _is_new_title(grid: Grid, row: int, titles: frozenset[str]) -> bool:
    line = _line(grid, row)
    return line not in titles and "page" not in roles_of(line)


def _line(grid: Grid, row: int) -> str:
    return " ".join(grid.words(row, column) for column in grid.filled(row))


def _with_blank_rows(classes: RowClasses, last: int, grid: Grid) -> int:
    """Go on over numbered rows that follow at once and have no figure at all."""
    while last < grid.height and classes[last + 1] == "section":
        last += 1
    return last
