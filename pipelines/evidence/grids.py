"""A sheet as a grid for the eye: its cells as they are shown, with spans, and the figures in them marked.

Pure. Where the workbook cannot be read any more as it was, a list of its figures takes the place of the grid.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.evidence.marking import Piece, marked_cell, printable
from pipelines.model import Cell, Sheet
from pipelines.tables.sheets.grid import column_letters

#: So many rows of a sheet are shown; a page with more is of no use to the eye.
MOST_ROWS = 2000
MOST_COLUMNS = 120


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A figure in a cell: its key, quote and, where no grid can be shown, the heads of its row and column."""

    key: str
    cell: str
    quote: str
    heads: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with what it spans."""

    pieces: tuple[Piece, ...]
    rows: int = 1
    columns: int = 1
    numeric: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with its label: its number, or the address of the one cell that it shows."""

    label: str
    cells: tuple[GridCell, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """A sheet. `left_out` is the number of rows that are not shown; `whole`: it is the sheet and no list of figures."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    hidden: bool = False
    left_out: int = 0
    whole: bool = True


def sheet_grid(sheet: Sheet, figures: Sequence[CellFigure]) -> SheetGrid:
    """The grid of a sheet up to its last filled row and column; cells under a merged one are left out."""
    marked = _by_cell(figures)
    height = max((row for row, _ in sheet.cells), default=0)
    width = min(max((column for _, column in sheet.cells), default=0), MOST_COLUMNS)
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merged}
    covered = {
        (row, column)
        for top, left, bottom, right in sheet.merged
        for row in range(top, min(bottom, height) + 1)
        for column in range(left, min(right, width) + 1)
        if (row, column) != (top, left)
    }
    letters = [column_letters(column) for column in range(1, width + 1)]
    rows = []
    for row in range(1, min(height, MOST_ROWS) + 1):
        cells = tuple(
            _cell(sheet.cells.get((row, column)), marked.get(f"{letters[column - 1]}{row}", ()), spans, (row, column))
            for column in range(1, width + 1)
            if (row, column) not in covered
        )
        rows.append(GridRow(str(row), cells, row in sheet.hidden_rows))
    return SheetGrid(sheet.name, tuple(letters), tuple(rows), sheet.hidden, max(height - MOST_ROWS, 0))


def figure_list(name: str, figures: Sequence[CellFigure]) -> SheetGrid:
    """The figures of a sheet one below the other, each with the heads of its row and column."""
    rows = tuple(
        GridRow(one.cell, (GridCell((Piece(printable(one.heads)),)), _list_cell(one))) for one in figures[:MOST_ROWS]
    )
    return SheetGrid(name, ("", ""), rows, left_out=max(len(figures) - MOST_ROWS, 0), whole=False)


def _list_cell(figure: CellFigure) -> GridCell:
    return GridCell(marked_cell(figure.quote, [(figure.key, figure.quote)]), numeric=True)


def _by_cell(figures: Sequence[CellFigure]) -> Mapping[str, Sequence[CellFigure]]:
    found: dict[str, list[CellFigure]] = {}
    for figure in figures:
        found.setdefault(figure.cell, []).append(figure)
    return found


def _cell(
    cell: Cell | None,
    figures: Sequence[CellFigure],
    spans: Mapping[tuple[int, int], tuple[int, int]],
    place: tuple[int, int],
) -> GridCell:
    rows, columns = spans.get(place, (1, 1))
    shown = cell.shown if cell else ""
    pieces: tuple[Piece, ...] = ()
    if figures:
        pieces = marked_cell(shown, [(one.key, one.quote) for one in figures])
    elif shown:
        pieces = (Piece(printable(shown)),)
    numeric = bool(figures) or (cell is not None and isinstance(cell.value, Decimal))
    return GridCell(pieces, rows, columns, numeric, cell.bold if cell else False)
