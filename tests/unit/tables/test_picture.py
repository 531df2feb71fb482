"""The picture of a sheet: roles of cells, in the terminal and as a page."""

from rich.console import Console

from pipelines.tables.layouts.picture import html_picture, picture, role_of, terminal_legend, terminal_picture
from pipelines.tables.sheets.grid import Grid
from tests.unit.tables.grids import Rows, guess_layout, sheet_of

ROWS: Rows = [
    ["HỘ NGHÈO <b>NĂM</b> 2022"],
    [None, None, "Đơn vị tính: hộ"],
    ["STT", "Xã", "Số hộ nghèo", "Ghi chú"],
    ["A", "B", "1", None],
    ["I", "Thành thị"],
    [1, "Thị trấn Phủ Thông", 155, None],
    [2, "Xã Sĩ Bình", 191, "mới"],
    [None, "Trong đó: nữ", 20],
    [None, "Cộng", 346],
    [],
    [None, "Ghi chú: số liệu giả định"],
]


def grid() -> Grid:
    return Grid(sheet_of(ROWS))


def test_each_cell_has_the_role_that_the_layout_gives_it() -> None:
    layout = guess_layout(grid())
    places = [(1, 1), (2, 3), (3, 3), (4, 3), (5, 2), (6, 1), (6, 2), (6, 3), (7, 4), (8, 3), (9, 3), (11, 2), (10, 1)]
    assert [role_of(grid(), layout.tables, *place) for place in places] == [
        "title", "unit_line", "header", "index", "section", "ordinal", "label", "data", "other", "of_which", "total",
        "note", "empty",
    ]  # fmt: skip


def test_the_terminal_shows_the_grid_with_its_addresses() -> None:
    console = Console(width=120, record=True, color_system=None, file=None, quiet=False)
    with console.capture() as captured:
        console.print(terminal_picture(grid(), guess_layout(grid())), terminal_legend())
    shown = captured.get()
    assert "Thị trấn Phủ Thông" in shown
    assert all(word in shown for word in ("A", "B", "C", "155", "346", "tiêu đề", "of which"))


def test_a_long_sheet_is_shown_by_its_ends() -> None:
    rows = [ROWS[2]]
    rows += [[n, f"Xã {n}", n, None] for n in range(1, 500)]
    long = Grid(sheet_of(rows))
    shown = list(picture(long, guess_layout(long), most_rows=40))
    numbers = [row.number for row in shown]
    assert None in numbers
    assert numbers[0] == 1
    assert numbers[-1] == 500
    assert len(shown) < 60


def test_the_page_escapes_what_comes_from_the_file() -> None:
    page = html_picture("a.xlsx", [(grid(), guess_layout(grid()))], "sheets: <none>")
    assert "HỘ NGHÈO &lt;b&gt;NĂM&lt;/b&gt; 2022" in page
    assert "<b>NĂM" not in page
    assert 'class="total">346' in page
    assert "sheets: &lt;none&gt;" in page
    assert "http" not in page.replace("http-equiv", "")
