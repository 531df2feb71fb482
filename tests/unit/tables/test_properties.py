"""Properties of reading tables: what is written is read back, one wrong figure is found, nothing is too strange."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.model import Sheet
from pipelines.readers.workbook_cells import CellGrid, CellStyle, RawValue
from pipelines.tables.sheets.grid import EMPTY, Grid
from pipelines.tables.totals.figures import Figures
from tests.unit.tables.grids import Rows, Value, broken, by_cell, parts_of, read_rows

COMMUNES = ["Xã Vi Hương", "Xã Sĩ Bình", "Xã Vũ Muộn", "Xã Lục Bình", "Xã Tân Tú", "Xã Nguyên Phúc", "Xã Cao Sơn"]
HEADINGS = ["Số hộ nghèo", "Số hộ cận nghèo", "Số hộ thoát nghèo"]


def vietnamese(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def english(number: int) -> str:
    return f"{number:,}"


@dataclass(frozen=True)
class Table:
    """A table of communes: figures by row and column, where its total stands, how numbers are written."""

    figures: tuple[tuple[int, ...], ...]
    total_first: bool
    as_text: bool
    numbered: bool

    @property
    def sums(self) -> list[int]:
        return [sum(column) for column in zip(*self.figures, strict=True)]

    def rows(self, wrong: tuple[int, int] | None = None) -> Rows:
        """The sheet; `wrong` is a row and column whose figure is nine too many."""
        figures = [list(row) for row in self.figures]
        if wrong is not None:
            figures[wrong[0]][wrong[1]] += 9
        body = [self._row(n, COMMUNES[n], row) for n, row in enumerate(figures)]
        total = self._row(None, "Tổng cộng", self.sums)
        width = len(self.figures[0])
        head: Rows = [
            ["HỘ NGHÈO HUYỆN BẠCH THÔNG NĂM 2022"],
            [None, None, None, "ĐVT: hộ"],
            ["STT" if self.numbered else None, "Xã", *HEADINGS[:width]],
        ]
        return [*head, total, *body] if self.total_first else [*head, *body, total]

    def _row(self, number: int | None, label: str, figures: Sequence[int]) -> list[Value]:
        ordinal = number + 1 if self.numbered and number is not None else None
        return [ordinal, label, *(vietnamese(figure) if self.as_text else figure for figure in figures)]

    @property
    def first_row(self) -> int:
        return 5 if self.total_first else 4

    @property
    def total_row(self) -> int:
        return 4 if self.total_first else 4 + len(self.figures)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width, height = draw(st.integers(1, 3)), draw(st.integers(3, 7))
    figure = st.integers(1, 40_000)
    rows = draw(st.lists(st.tuples(*[figure] * width), min_size=height, max_size=height))
    return Table(tuple(rows), draw(st.booleans()), draw(st.booleans()), draw(st.booleans()))


@settings(deadline=None, max_examples=60)
@given(tables())
def test_every_figure_is_read_at_its_cell_and_adds_up(table: Table) -> None:
    reading = read_rows(table.rows())
    observed = by_cell(reading)
    for number, row in enumerate(table.figures):
        for column, figure in enumerate(row):
            one = observed[f"{'CDE'[column]}{table.first_row + number}"]
            assert (one.value, one.unit) == (Decimal(figure), "household")
            assert one.meaning.place is not None
            assert one.meaning.place.name == COMMUNES[number]
    assert broken(reading) == []
    for column in range(len(table.figures[0])):
        letter = "CDE"[column]
        rows = range(table.first_row, table.first_row + len(table.figures))
        assert parts_of(reading)[f"{letter}{table.total_row}"] == {f"{letter}{row}" for row in rows}


@settings(deadline=None, max_examples=60)
@given(tables(), st.data())
def test_one_wrong_figure_is_found_in_its_column_and_nowhere_else(table: Table, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(table.figures) - 1))
    column = data.draw(st.integers(0, len(table.figures[0]) - 1))
    found = broken(read_rows(table.rows((row, column))))
    wrong = f"Sheet1!{'CDE'[column]}{table.first_row + row}"
    # a table of one column whose sum is far off may be one whose "total" is none
    assert len(found) <= 1
    assert all(wrong in cells for cells in found)
    assert found or table.sums[column] < 36


cells = st.one_of(
    st.none(),
    st.integers(-5, 3000),
    st.floats(0, 100, allow_nan=False).map(lambda number: round(number, 2)),
    st.sampled_from(
        ["STT", "Xã", "Tổng cộng", "Trong đó", "I", "1", "-", "..", "Số hộ", "Tỷ lệ (%)", "4=3/1*100", "A", "(1)",
         "Đơn vị tính: hộ", "Ghi chú: x", "Xã Vi Hương", "1.218.000", "12,5", "Nữ", "Năm 2022", "Kinh phí"]
    ),
    st.text(max_size=12),
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.lists(st.lists(cells, max_size=6), max_size=10))
def test_no_sheet_is_too_strange(rows: Rows) -> None:
    reading = read_rows(rows)
    ids = [one.observation_id for one in reading.observations]
    assert len(ids) == len(set(ids))
    known = set(ids)
    assert all(set(one.part_of) <= known - {one.observation_id} for one in reading.observations)
    assert all({member.observation_id for member in one.members} <= known for one in reading.relations)


@settings(deadline=None, max_examples=30)
@given(tables())
def test_reading_twice_gives_the_same(table: Table) -> None:
    assert read_rows(table.rows()) == read_rows(table.rows())


CELL = st.sampled_from([None, "", True, 0.0, 1.0, 15.5, "1.218", "12,5", "-", "..", "Xã Vi Hương", date(2022, 1, 1)])
FORMATS = ("General", "#,##0", "0.0%")


@given(
    rows=st.lists(st.lists(CELL, max_size=4), min_size=1, max_size=6),
    styled=st.lists(st.lists(st.integers(0, 2), max_size=4), max_size=6),
)
def test_a_cell_is_the_same_alone_and_in_its_column(rows: list[list[RawValue]], styled: list[list[int]]) -> None:
    computed = frozenset((n, 1) for n, row in enumerate(rows, start=1) if row and isinstance(row[0], float))
    styles = [array("l", row) for row in styled]
    cells = CellGrid(rows, styles, [CellStyle(None, one) for one in FORMATS], computed=computed)
    grid = Grid(Sheet("A", cells))
    for number, row in enumerate(rows, start=1):
        alone = [Grid(Sheet("A", CellGrid([[value]]))).kind(1, 1) if value is not None else EMPTY for value in row]
        assert grid.profile(number) == "".join(alone)
    whole = {2: True}
    for column in range(1, 5):
        numbers = list(range(1, len(rows) + 1))
        one_by_one = [Figures(grid, "vietnamese", whole).at(row, column) for row in numbers]
        at_once = Figures(grid, "vietnamese", whole).column(numbers * 2_000, column)
        assert at_once[: len(rows)] == one_by_one
