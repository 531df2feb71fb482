from collections.abc import Sequence
from decimal import Decimal

from pipelines.evidence.grids import MOST_ROWS, CellFigure, figure_list, sheet_grid
from pipelines.model import Cell, Sheet


def sheet(*rows: Sequence[str | Decimal | None], merged: tuple[tuple[int, int, int, int], ...] = ()) -> Sheet:
    cells = {
        (row, column): Cell(row, column, value, str(value))
        for row, values in enumerate(rows, start=1)
        for column, value in enumerate(values, start=1)
        if value is not None
    }
    return Sheet("PL1", cells, merged, hidden_rows=frozenset({2}))


def test_a_merged_cell_spans_and_hides_those_under_it() -> None:
    grid = sheet_grid(sheet(["Title", None, None], ["a", "b", "c"], merged=((1, 1, 1, 3),)), ())
    first, second = grid.rows
    assert grid.columns == ("A", "B", "C")
    assert [(cell.columns, cell.rows) for cell in first.cells] == [(3, 1)]
    assert [piece.text for cell in second.cells for piece in cell.pieces] == ["a", "b", "c"]
    assert (first.hidden, second.hidden) == (False, True)


def test_a_merged_range_beyond_the_last_cell_adds_no_cells() -> None:
    grid = sheet_grid(sheet(["a"], merged=((1, 1, 50, 50),)), ())
    assert [len(row.cells) for row in grid.rows] == [1]


def test_a_figure_marks_its_cell_and_no_other() -> None:
    grid = sheet_grid(sheet(["Xã", Decimal(58)], ["Tổng", Decimal(58)]), [CellFigure("key", "B2", "58")])
    marked = {(row.label, piece.text): piece.key for row in grid.rows for cell in row.cells for piece in cell.pieces}
    assert marked == {("1", "Xã"): None, ("1", "58"): None, ("2", "Tổng"): None, ("2", "58"): "key"}


def test_a_figure_of_a_blank_cell_can_be_reached() -> None:
    grid = sheet_grid(sheet(["Xã", None, "x"]), [CellFigure("key", "B1", "")])
    assert [piece.key for cell in grid.rows[0].cells for piece in cell.pieces] == [None, "key", None]


def test_a_long_sheet_is_cut_and_says_so() -> None:
    grid = sheet_grid(sheet(*(["a"] for _ in range(MOST_ROWS + 3))), ())
    assert (len(grid.rows), grid.left_out) == (MOST_ROWS, 3)


def test_an_empty_sheet_is_an_empty_grid() -> None:
    assert sheet_grid(Sheet("empty", {}), ()).rows == ()


def test_without_the_file_its_figures_are_listed_with_their_heads() -> None:
    grid = figure_list("PL1", [CellFigure("key", "B2", "58", "Xã Vi Hương | Số hộ")])
    (row,) = grid.rows
    assert row.label == "B2"
    assert [[(piece.text, piece.key) for piece in cell.pieces] for cell in row.cells] == [
        [("Xã Vi Hương | Số hộ", None)],
        [("58", "key")],
    ]
    assert not grid.whole
