"""Where the tables of a sheet are: title, header rows, index row, data rows, notes. Columns are told apart later.

The evidence is general: rows of figures under rows of words; a form ends with notes and signatures; a row of words
among rows of figures is a section, unless other headings follow it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.tables.sheets.grid import Grid
from pipelines.tables.structure.row_classes import RowClasses
from pipelines.tables.wording.ordinals import ordinal_before
from pipelines.tables.wording.words import roles_of

_GAP = 10  # empty rows that a table may hold
_TITLES = 12  # rows over a table that may hold its titles
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


def _is_numbered(grid: Grid, row: int) -> bool:
    """Whether a line over a table is numbered: "2. Kết quả theo địa phương"."""
    filled = grid.filled(row)
    ordinal = ordinal_before(grid.text(row, filled[0]))[0] if filled else None
    return ordinal is not None and ordinal.kind not in ("dash", "plus")


def _title_of_all(grid: Grid, above: Sequence[int]) -> Sequence[int]:
    """The lines over the first of several numbered tables that are the title of all: those before its own number."""
    return above[: next((at for at, row in enumerate(above) if _is_numbered(grid, row)), 0)]


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
