"""How a sheet was understood, for people: its grid with the role of each cell in colour, in the terminal or as HTML.

Escaping and colours are the business of rich and Jinja; the roles come from the layout alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from pipelines.tables.layouts.layout import Layout, TableLayout
from pipelines.tables.sheets.grid import EMPTY, Grid, column_letters
from pipelines.tables.wording.units import unit_stated

if TYPE_CHECKING:
    from rich.table import Table

CellRole = Literal[
    "title", "unit_line", "header", "index", "ordinal", "label", "data", "total", "of_which", "section", "note",
    "other", "empty",
]  # fmt: skip

#: The terminal's colour of a role; in HTML it is a class of the same name.
_STYLES: Mapping[CellRole, str] = {
    "title": "bold",
    "unit_line": "magenta",
    "header": "bold cyan",
    "index": "dim cyan",
    "ordinal": "dim",
    "label": "yellow",
    "data": "",
    "total": "bold green",
    "of_which": "green",
    "section": "bold yellow",
    "note": "dim italic",
    "other": "dim",
    "empty": "",
}
_NAMES: Mapping[CellRole, tuple[str, str]] = {
    "title": ("title", "tiêu đề"),
    "unit_line": ("unit line", "đơn vị tính"),
    "header": ("column heading", "tên cột"),
    "index": ("index row", "dòng chỉ số cột"),
    "ordinal": ("ordinal", "số thứ tự"),
    "label": ("row label", "tên dòng"),
    "data": ("figure", "số liệu"),
    "total": ("total", "tổng"),
    "of_which": ("of which", "trong đó"),
    "section": ("section", "mục"),
    "note": ("note", "ghi chú"),
    "other": ("not read", "không đọc"),
}
_WIDEST = 28  # characters of a cell that the terminal shows
_MOST_ROWS = 80


@dataclass(frozen=True, slots=True)
class PictureCell:
    """A cell of the picture: its text and its role."""

    text: str
    role: CellRole


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A row of the picture; a gap stands for rows left out."""

    number: int | None
    cells: tuple[PictureCell, ...]


def picture(grid: Grid, layout: Layout, most_rows: int = _MOST_ROWS) -> Iterator[PictureRow]:
    """The rows of a sheet with the role of each cell; of a long sheet its beginning, its end and its totals."""
    tables = layout.tables
    shown = _shown_rows(grid, tables, most_rows)
    before = 0
    for row in shown:
        if row > before + 1:
            yield PictureRow(None, ())
        before = row
        cells = tuple(
            PictureCell(grid.text(row, column), role_of(grid, tables, row, column))
            for column in range(1, grid.width + 1)
        )
        yield PictureRow(row, cells)


def _shown_rows(grid: Grid, tables: Sequence[TableLayout], most: int) -> list[int]:
    if grid.height <= most:
        return list(range(1, grid.height + 1))
    shown = {*range(1, most // 2 + 1), *range(grid.height - most // 4, grid.height + 1)}
    for table in tables:
        shown.update([*table.totals][: most // 4])
    return sorted(shown)


def role_of(grid: Grid, tables: Sequence[TableLayout], row: int, column: int) -> CellRole:
    """The role of a cell by the layout."""
    if grid.kind(*grid.anchor(row, column)) == EMPTY:
        return "empty"
    for table in tables:
        role = _role_in(grid, table, row, column)
        if role is not None:
            return role
    return "other"


def _role_in(grid: Grid, table: TableLayout, row: int, column: int) -> CellRole | None:
    if row == table.index_row:
        return "index"
    if row in table.header:
        return "header"
    if row in table.data and row not in table.skipped:
        return _data_role(table, row, column)
    if row in table.notes:
        return "note"
    text = grid.text(row, column)
    if table.unit and text and (text in table.unit or unit_stated(text) == table.unit):
        return "unit_line"
    return "title" if row in table.title else None


def _data_role(table: TableLayout, row: int, column: int) -> CellRole | None:
    """The role of a cell among a table's data; None where the table does not reach so far."""
    if row in table.sections:
        return "section"
    if column == table.ordinal:
        return "ordinal"
    if column in table.labels or column in (table.unit_column, table.period_column):
        return "label"
    if column not in table.values:
        return None
    if any(row in parts for parts in table.row_subsets.values()) or any(
        column in parts for parts in table.column_subsets.values()
    ):
        return "of_which"
    is_total = row in table.totals or row in table.row_sums or column in table.column_sums
    is_total = is_total or any(column == one.result for one in table.identities if one.is_sum)
    return "total" if is_total else "data"


def terminal_picture(grid: Grid, layout: Layout) -> "Table":
    """The picture as a table for rich's console, which colours only on a terminal."""
    from rich.box import SIMPLE
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(layout.sheet), box=SIMPLE, pad_edge=False, collapse_padding=True)
    table.add_column("", style="dim", justify="right")
    for column in range(1, grid.width + 1):
        table.add_column(column_letters(column), overflow="ellipsis", no_wrap=True, max_width=_WIDEST)
    for row in picture(grid, layout):
        if row.number is None:
            table.add_row("⋮")
        else:
            table.add_row(str(row.number), *(Text(cell.text, style=_STYLES[cell.role]) for cell in row.cells))
    return table


def terminal_legend() -> "Table":
    """What the colours of the terminal picture mean, in both languages."""
    from rich.table import Table
    from rich.text import Text

    legend = Table.grid(padding=(0, 2))
    for role, (english, vietnamese) in _NAMES.items():
        legend.add_row(Text(english, style=_STYLES[role]), Text(vietnamese, style=_STYLES[role]))
    return legend


@cache
def _template() -> object:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("pipelines.tables.layouts", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("sheet.html.jinja")


def html_picture(document: str, sheets: Sequence[tuple[Grid, Layout]], layout_text: str) -> str:
    """One page with the pictures of a workbook's sheets and the layout as YAML; everything from the file is escaped."""
    pages = [
        {
            "name": layout.sheet,
            "columns": [column_letters(column) for column in range(1, grid.width + 1)],
            "rows": list(picture(grid, layout, most_rows=400)),
            "tables": layout.tables,
        }
        for grid, layout in sheets
    ]
    rendered: str = _template().render(document=document, sheets=pages, names=_NAMES, layout=layout_text)  # type: ignore[attr-defined]
    return rendered
