"""What each row of a table is, and under which other row it lies: items, totals, sections, of-which rows.

Found from structure: ordinals (STT), words of the label, levels of places, position. Arithmetic is not looked at
here, so a wrong figure cannot change what a row is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from pipelines.orthography import fold
from pipelines.tables.sheets.grid import FIGURES, NUMBER, Grid
from pipelines.tables.structure.columns import ColumnRoles
from pipelines.tables.wording.ordinals import Ordinal, ordinal_before, ordinal_of
from pipelines.tables.wording.path_units import unit_of_path
from pipelines.tables.wording.place_names import is_typed_place
from pipelines.tables.wording.units import is_rate
from pipelines.tables.wording.words import folded, is_ordinal_sum, roles_of, without_total
from pipelines.vocabulary.roles import CUES

RowRole = Literal["item", "total", "of_which", "section", "empty"]

#: The rank of rows without an ordinal, below the numbered ones of the same table.
_UNNUMBERED = 5.0
_PLACE_RANKS = {0.0: 0.5, 0.5: 0.6, 1.0: 0.7, 2.0: 0.8, 3.0: 0.9}

#: A list of at least so many numbered rows shows by the others whether its last holds the rows behind it.
_LIST = 3

PlaceLevel = Callable[[str], float | None]


class TableRow(NamedTuple):  # a tuple, since a long sheet makes one a row
    """A row of a table: its ordinal, its label without the ordinal, its role, and the row that it lies under.

    `rank` grows with depth. `label` is that of the innermost label column; `outer` holds those of the columns before
    it, carried down where they are printed once for several rows. `words` are the roles that the label's words give.
    """

    row: int
    role: RowRole
    label: str
    outer: tuple[str, ...] = ()
    ordinal: Ordinal | None = None
    rank: float = _UNNUMBERED
    has_figures: bool = True
    words: frozenset[str] = frozenset()
    parent: int | None = None


def table_rows(
    grid: Grid, columns: ColumnRoles, rows: Sequence[int], skipped: frozenset[int], place_level: PlaceLevel
) -> list[TableRow]:
    """Read the rows of a table, in their order, each with its parent. `place_level` tells how high a place lies."""
    read = labelled_rows(grid, columns, rows, skipped)
    return _with_parents(_ranked(_without_ordinals_of_outer(read), place_level))


def labelled_rows(grid: Grid, columns: ColumnRoles, rows: Iterable[int], skipped: frozenset[int]) -> list[TableRow]:
    """The rows of a table with labels and ordinals, not yet put under each other."""
    reader = _RowReader(grid, columns)
    read = (reader.read(row) for row in rows if row not in skipped)
    return [row for row in read if row is not None]


def _without_ordinals_of_outer(rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows without ordinals that count what stands before the lines: "1 | Xã Dân Hóa | Hộ nghèo", then no more.

    Such a number is the commune's, printed beside its first line; it puts no line under another.
    """
    found: list[TableRow] = []
    for _, lines in groupby(rows, key=lambda row: row.outer):
        block = list(lines)
        own = block[0].outer and len(block) > 1 and {line.ordinal for line in block[1:]} <= {None, block[0].ordinal}
        found += [line._replace(ordinal=None, rank=_UNNUMBERED) for line in block] if own else block
    return found


class _RowReader:
    """Reads rows one by one; remembers the outer labels printed last."""

    def __init__(self, grid: Grid, columns: ColumnRoles) -> None:
        self._grid, self._columns = grid, columns
        self._carried: dict[int, str] = {}
        self._has_figures: dict[str, bool] = {}

    def read(self, row: int) -> TableRow | None:
        """One row by itself; None where it holds nothing."""
        grid, columns = self._grid, self._columns
        has_figures = self._figures_in(grid.profile(row))
        labels = self._labels(row)
        ordinal = ordinal_of(grid.text(row, columns.ordinal)) if columns.ordinal is not None else None
        if columns.ordinal is not None and ordinal is None and not any(labels):
            labels = [grid.text(row, columns.ordinal)]  # a total or a section merged over the ordinal column
        filled = [(column, label) for column, label in zip(columns.labels or (0,), labels, strict=False) if label]
        if not filled and ordinal is None and not has_figures:
            return None
        if len(filled) > 1:  # behind "Tổng cộng" a count ("10 mô hình") names no line
            filled = [filled[0], *(one for one in filled[1:] if grid.kind(row, one[0]) != NUMBER)]
        inner_column, label = filled[-1] if filled else (0, "")
        outer = _carry(columns.labels, labels, inner_column, self._carried) if len(columns.labels) > 1 else ()
        own, label, words = _opened(label)
        if own is not None and (ordinal is None or ordinal.kind == "dash"):
            ordinal = own
        rank = float(ordinal.rank) if ordinal is not None else _UNNUMBERED
        return TableRow(row, _role(label, words, has_figures), label, outer, ordinal, rank, has_figures, words)

    def _labels(self, row: int) -> list[str]:
        """The texts of the label columns; one that is merged over several stands in the first of them."""
        grid, columns = self._grid, self._columns.labels
        if len(columns) < 2:
            return [grid.text(row, column) for column in columns]
        anchors = [grid.anchor(row, column) for column in columns]
        return [
            "" if at and anchors[at] == anchors[at - 1] else grid.text(row, column) for at, column in enumerate(columns)
        ]

    def _figures_in(self, profile: str) -> bool:
        known = self._has_figures.get(profile)
        if known is None:
            columns = self._columns.values
            known = any(profile[column - 1] in FIGURES for column in columns if column <= len(profile))
            self._has_figures[profile] = known
        return known


@lru_cache(maxsize=1 << 14)
def _opened(label: str) -> tuple[Ordinal | None, str, frozenset[str]]:
    """The ordinal that opens a label, the label without it, and the roles that its words give."""
    own, bare = ordinal_before(label)
    if own is not None and own.kind in ("letter", "roman") and is_typed_place(label):
        own, bare = None, label  # "H. Duyên Hải" is a district and no line H
    return own, bare, roles_of(bare)


def _carry(columns: Sequence[int], labels: Sequence[str], inner: int, carried: dict[int, str]) -> tuple[str, ...]:
    """The labels of the columns before the innermost; an empty one is the one printed last above."""
    outer = []
    for column, label in zip(columns, labels, strict=False):
        if label:
            if carried.get(column) != label:
                for later in [known for known in carried if known > column]:
                    del carried[later]
            carried[column] = label
        if column < inner and carried.get(column):
            outer.append(carried[column])
    return tuple(outer)


def _role(label: str, words: frozenset[str], has_figures: bool) -> RowRole:
    if has_figures and not words:
        return "item"
    if "of_which" in words:
        return "of_which" if has_figures else "section"
    if not has_figures:
        return "section" if label and not _is_remark(label, words) else "empty"
    if words & {"total", "subtotal", "carried"} or ("total_prefix" in words and _all_rows(label)):
        return "total"
    return "item"


def _is_remark(label: str, words: frozenset[str]) -> bool:
    """Whether a line without figures heads none: a remark in brackets, or the mark of a page ("Trang 2")."""
    if "page" in words:
        return any(map(str.isdigit, label)) or not folded(label).startswith("trang ")  # "Trang thiết bị y tế"
    return "note" in words or (label.startswith("(") and label.endswith(")"))


_ALL = tuple(map(fold, (
    "toàn", "chung", "các", "cả", "huyện", "tỉnh", "xã", "thành phố", "quận", "thị xã", "khu vực", "vùng", "mục",
    "phần", "nhóm", "quý", "tháng", "năm", "học kỳ", "kỳ",
)))  # fmt: skip


def _all_rows(label: str) -> bool:
    """Whether a label that opens as a total speaks of the place or of the rows: "Tổng cộng huyện Bạch Thông"."""
    told = without_total(label)
    if told[:1].isdigit() and folded(label).startswith(CUES.of("added_up")):  # "Cộng 3 đơn vị phía Bắc", "Cộng 6 tháng"
        return True
    rest = told.lstrip("0123456789 ")
    if ordinal_of(rest.strip("()").upper()) is not None:  # "Cộng I" below the lines of a section
        return True
    return not rest or rest.startswith(_ALL) or is_ordinal_sum(folded(label))


def _ranked(rows: list[TableRow], place_level: PlaceLevel) -> list[TableRow]:
    """Give each row its rank: by its ordinal, else by the level of its place, else below the numbered rows."""
    numbered = sum(1 for row in rows if row.ordinal is not None and row.ordinal.kind not in ("dash", "plus"))
    levels = {} if numbered * 2 > len(rows) else _place_levels(rows, place_level)
    several = len(set(levels.values())) > 1
    letters = _letters_among_romans(rows)
    begun_by_total = bool(_first_in_sections(rows))
    ranked = []
    for row in rows:
        if row.role == "total":
            rank = 0.0
        elif row.row in letters:
            rank = float(Ordinal("letter", 1).rank)
        elif row.ordinal is not None:
            rank = float(row.ordinal.rank)
        elif several and row.row in levels:
            rank = _PLACE_RANKS.get(levels[row.row], 0.95)
        elif row.role == "section":
            rank = 2.5 if numbered and not begun_by_total else 0.4
        else:
            rank = _UNNUMBERED
        ranked.append(row if rank == row.rank else row._replace(rank=rank))
    return ranked


def _place_levels(rows: Sequence[TableRow], place_level: PlaceLevel) -> dict[int, float]:
    levels = {row.row: level for row in rows if (level := place_level(row.label)) is not None}
    return levels if len(levels) * 2 > len(rows) else {}


def _letters_among_romans(rows: Sequence[TableRow]) -> frozenset[int]:
    """Rows whose "C", "D", "I" or "V" continues a series of capital letters, not of Roman numbers."""
    found: set[int] = set()
    letter = 0
    for row in rows:
        ordinal = row.ordinal
        if ordinal is None or ordinal.depth > 1:
            continue
        if ordinal.kind == "letter":
            letter = ordinal.value
        elif ordinal.kind == "roman" and ordinal.value == 1 and letter == 8:
            found.add(row.row)  # I after H
            letter = 9
    return frozenset(found)


def _with_parents(rows: list[TableRow]) -> list[TableRow]:
    """Put each row under the last row above it of a lesser rank; totals stand above all."""
    placed: list[TableRow] = []
    open_rows: list[TableRow] = []
    told_of: TableRow | None = None
    first_in_sections = _first_in_sections(rows)
    for row in rows:
        if told_of is not None and row.rank <= told_of.rank:
            told_of = None
        if row.role == "empty" or "carried" in row.words:
            placed.append(row)  # where a page ends the rows go on as before
        elif row.role == "total":
            told_of = None
            open_rows = placed[-1:] if row.row in first_in_sections else []
            placed.append(row._replace(parent=placed[-1].row) if open_rows else row)
        elif "of_which" in row.words:
            owner = _owner(open_rows, placed)
            under = row._replace(parent=owner.row, rank=owner.rank + 0.1) if owner else row
            told_of = under if row.role == "section" else None
            placed.append(under)
        elif told_of is not None:
            placed.append(row._replace(role="of_which", parent=told_of.row))
        elif row.role == "section" and "breakdown" in row.words and placed and placed[-1].role == "total":
            open_rows = [row._replace(parent=placed[-1].row)]  # "Phân theo đối tượng:" divides the total above it
            placed.append(open_rows[-1])
        else:
            while open_rows and not _may_hold(open_rows[-1], row):
                open_rows.pop()
            placed.append(row._replace(parent=open_rows[-1].row) if open_rows else row)
            open_rows.append(row)
    return _without_tail(placed)


def _first_in_sections(rows: Sequence[TableRow]) -> frozenset[int]:
    """The totals that stand first in their sections: "Số hộ nghèo (Hộ)", "TỔNG SỐ", then the districts.

    So the tables of a statistical yearbook follow each other below the same headings of years.
    """
    return frozenset(
        total.row
        for section, total, line in zip(rows, rows[1:], rows[2:], strict=False)
        if (section.role, total.role, line.role) == ("section", "total", "item")
        and not section.words & {"of_which", "breakdown"}
    )


def rate_rows(rows: Iterable[TableRow]) -> frozenset[int]:
    """The rows whose own labels tell rates, whatever their columns count: "Tỷ lệ so với tổng số hộ nghèo (%)"."""
    return frozenset(
        row.row
        for row in rows
        if "rate" in row.words and (choice := unit_of_path((row.label,), ())) is not None and is_rate(choice.unit)
    )


def _may_hold(upper: TableRow, row: TableRow) -> bool:
    """Whether a row may lie under one above it: of a lesser rank, and within the same outer labels."""
    return upper.rank < row.rank and upper.outer == row.outer[: len(upper.outer)]


def _without_tail(rows: list[TableRow]) -> list[TableRow]:
    """Rows below the last of a numbered list, of which no other holds any, lie under none: "Bình quân một xã"."""
    numbered = [row for row in rows if row.ordinal is not None and row.role == "item"]
    if len(numbered) < _LIST or len({(row.rank, row.parent) for row in numbered}) > 1:
        return rows
    last = numbered[-1].row
    if any(row.parent is not None and row.parent != last and row.role == "item" for row in rows):
        return rows
    return [row._replace(parent=None) if row.parent == last and row.role == "item" else row for row in rows]


def _owner(open_rows: Sequence[TableRow], placed: Sequence[TableRow]) -> TableRow | None:
    """The row that a "trong đó" speaks of: the item above, or the total above if it follows that at once."""
    if open_rows:
        return open_rows[-1]
    return placed[-1] if placed and placed[-1].role == "total" else None


def children_of(rows: Sequence[TableRow]) -> Mapping[int | None, list[TableRow]]:
    """The rows directly under each row; under None those that lie under no other."""
    found: dict[int | None, list[TableRow]] = {}
    for row in rows:
        found.setdefault(row.parent, []).append(row)
    return found
