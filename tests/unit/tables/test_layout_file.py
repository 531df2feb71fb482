"""Layouts kept beside workbooks: written, corrected, read back, and errors that say where."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.model import Workbook
from pipelines.tables.layouts.identities import Identity
from pipelines.tables.layouts.layout import Layout, Rows, TableLayout, rows_of
from pipelines.tables.layouts.layout_file import (
    LayoutFile,
    LayoutFileError,
    layout_file_for,
    read_layout_file,
    write_layouts,
)
from pipelines.tables.sheets.grid import Grid
from pipelines.tables.workbook import read_tables
from tests.unit.tables.grids import Value, by_cell, guess_layout, parts_of, read_rows, sheet_of

ROWS: list[list[Value]] = [
    ["HỘ NGHÈO NĂM 2022 HUYỆN BẠCH THÔNG"],
    ["STT", "Xã", "Số hộ nghèo"],
    [1, "Xã Vi Hương", 155],
    [2, "Xã Sĩ Bình", 191],
    [None, "Cộng", 346],
]


BAD_IDENTITY = "sheets: [{sheet: A, tables: [{data: 1, values: [C], identities: [x]}]}]"


def layout_file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_guess_is_written_and_read_back(tmp_path: Path) -> None:
    layout = guess_layout(Grid(sheet_of(ROWS)))
    path = layout_file(tmp_path, "a.xlsx.layout.yaml", write_layouts([layout]))
    assert read_layout_file(path).sheets == (layout,)


def test_it_is_small_enough_to_be_corrected_by_hand() -> None:
    text = write_layouts([guess_layout(Grid(sheet_of(ROWS)))])
    assert text == (
        "sheets:\n"
        "- sheet: Sheet1\n"
        "  tables:\n"
        "  - data: 3-5\n"
        "    values: [C]\n"
        "    header: 2\n"
        "    title: 1\n"
        "    labels: [B]\n"
        "    ordinal: A\n"
        "    units: {C: hộ}\n"
        "    totals: 5\n"
        "    row_sums:\n"
        "      5: [3-4]\n"
        "    confidence: 1.0\n"
    )


@pytest.mark.parametrize(
    ("text", "key", "problem"),
    [
        ("sheets: [{sheet: A, tables: [{data: 3-5}]}]", "sheets[1].tables[1].values", "required"),
        ("sheets: [{sheet: A, tables: [{data: 5-3, values: [C]}]}]", "sheets[1].tables[1].data", "no range of rows"),
        ("sheets: [{sheet: A, tables: [{data: 3-5, values: [C1]}]}]", "sheets[1].tables[1].values[1]", "no column"),
        ("sheets: [{sheet: A, tables: [{data: 1, values: [C], hue: red}]}]", "sheets[1].tables[1].hue", "nexpected"),
        (BAD_IDENTITY, "sheets[1].tables[1].identities[1]", "no identity"),
        ("sheets: [{sheet: A, tables: [{data: 1, values: [C], blank: none}]}]", "sheets[1].tables[1].blank", "zero"),
        ("sheets:\n- {", "line", "YAML"),
    ],
)  # fmt: skip
def test_errors_name_the_file_and_the_key(tmp_path: Path, text: str, key: str, problem: str) -> None:
    path = layout_file(tmp_path, "a.xlsx.layout.yaml", text)
    with pytest.raises(LayoutFileError) as raised:
        read_layout_file(path)
    assert str(raised.value).startswith(f"a.xlsx.layout.yaml, {key}")
    assert problem in str(raised.value)


def test_the_file_of_a_workbook_wins_over_that_of_its_family(tmp_path: Path) -> None:
    layout_file(tmp_path, "bao_cao_1.xlsx.layout.yaml", "sheets: [{sheet: A}]")
    layout_file(tmp_path, "bao_cao.layout.yaml", 'files: "bao_cao_*.xlsx"\nsheets: [{sheet: "*"}]')
    own, family = layout_file_for(tmp_path / "bao_cao_1.xlsx"), layout_file_for(tmp_path / "bao_cao_2.xlsx")
    assert own is not None
    assert family is not None
    assert (own.sheets[0].sheet, family.sheets[0].sheet) == ("A", "*")
    assert layout_file_for(tmp_path / "khac.xlsx") is None


def test_patterns_of_sheet_names() -> None:
    family = LayoutFile((Layout("Xã *"), Layout("Tổng hợp")))
    assert family.of_sheet("Xã Vi Hương") == family.sheets[0]
    assert family.of_sheet("Tổng hợp") == family.sheets[1]
    assert family.of_sheet("Phụ lục") is None


def test_a_corrected_layout_wins_over_the_guess() -> None:
    guessed = read_rows(ROWS)
    assert parts_of(guessed) == {"C5": {"C3", "C4"}}
    table = TableLayout(data=Rows(((3, 4),)), values=(3,), labels=(2,), header=rows_of([2]), units={3: "nghìn đồng"})
    workbook = Workbook("a.xlsx", "0", (sheet_of(ROWS),))
    corrected = by_cell(read_tables(workbook, LayoutFile((Layout("Sheet1", (table,)),))))
    assert set(corrected) == {"C3", "C4"}
    assert (corrected["C3"].unit, corrected["C3"].value) == ("VND", Decimal(155_000))


def test_a_layout_that_is_not_sure_gives_a_problem_and_no_observations() -> None:
    table = TableLayout(data=Rows(((3, 5),)), values=(3,), confidence=0.3, reasons=("no header rows",))
    reading = read_tables(Workbook("a.xlsx", "0", (sheet_of(ROWS),)), LayoutFile((Layout("Sheet1", (table,)),)))
    assert reading.observations == ()
    assert [(one.code, one.detail) for one in reading.problems] == [("layout_unsure", "0.30: no header rows")]


columns = st.integers(1, 60)
row_sets = st.lists(st.integers(1, 400), min_size=1, max_size=20).map(rows_of)
table_layouts = st.builds(
    TableLayout,
    data=row_sets,
    values=st.lists(columns, min_size=1, max_size=6, unique=True).map(tuple),
    header=row_sets,
    index_row=st.none() | st.integers(1, 9),
    labels=st.lists(columns, max_size=3, unique=True).map(tuple),
    ordinal=st.none() | columns,
    unit=st.none() | st.sampled_from(["Đơn vị tính: hộ, khẩu, %", "triệu đồng"]),
    units=st.dictionaries(columns, st.sampled_from(["hộ", "%", "triệu đồng"]), max_size=4),
    groups=st.dictionaries(st.integers(1, 400), row_sets, max_size=3),
    row_sums=st.dictionaries(st.integers(1, 400), st.lists(row_sets, min_size=1, max_size=2).map(tuple), max_size=3),
    column_sums=st.dictionaries(columns, st.just(((1, 2), (3, 4, 5))), max_size=2),
    identities=st.just((Identity(6, ((5, 1),), ((3, 1),), 100), Identity(9, ((3, 1), (4, -1))))),
    blank=st.sampled_from(["zero", "missing"]),
    confidence=st.sampled_from([1.0, 0.5, 0.93]),
)


@given(st.lists(table_layouts, max_size=2))
def test_any_layout_is_read_back_as_it_is_written(tables: list[TableLayout]) -> None:
    import tempfile

    layout = Layout("Bảng 1", tuple(tables))
    with tempfile.TemporaryDirectory() as folder:
        path = layout_file(Path(folder), "a.layout.yaml", write_layouts([layout]))
        assert read_layout_file(path).sheets == (layout,)
