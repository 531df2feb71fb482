"""Several tables on one sheet: where one ends, what stands over the next, and what both share."""

from tests.unit.tables.grids import Value, by_cell, parts_of, read_rows

Rows = list[list[Value]]
HEAD: list[Value] = ["TT", "Huyện", "Năm 2022", "Năm 2023"]
COUNTS: Rows = [[1, "Huyện Bình Sơn", 1728, 1517], [2, "Huyện Sơn Hà", 4956, 4168], [None, "Tổng cộng", 6684, 5685]]
RATES: Rows = [[None, "Toàn tỉnh", 9.5, 8.1], [1, "Huyện Bình Sơn", 3.25, 2.83], [2, "Huyện Sơn Hà", 21.5, 18.0]]


def test_the_same_headings_under_another_title_head_another_table() -> None:
    rows: Rows = [["1. Số hộ nghèo (hộ)"], HEAD, *COUNTS, [], ["2. Tỷ lệ hộ nghèo (%)"], HEAD, *RATES]
    reading = read_rows(rows)
    cells = by_cell(reading)
    assert (cells["C3"].unit, cells["C9"].unit) == ("household", "percent")
    assert (cells["C3"].meaning.indicator, cells["C9"].meaning.indicator) == ("pov.hh_poor", "pov.rate_poor")
    assert parts_of(reading) == {"C5": {"C3", "C4"}, "D5": {"D3", "D4"}}
    assert [problem.code for problem in reading.problems] == []


def test_headings_that_a_page_repeats_head_the_same_table() -> None:
    rows: Rows = [["Số hộ nghèo (hộ)"], HEAD, COUNTS[0], ["Trang 2"], HEAD, COUNTS[1], COUNTS[2]]
    assert parts_of(read_rows(rows))["C7"] == {"C3", "C6"}


def test_a_further_table_is_of_the_time_that_the_sheet_tells() -> None:
    rows: Rows = [["BÁO CÁO KẾT QUẢ NĂM 2018"], ["Bảng 1. Hộ nghèo"], ["Xã", "Số hộ nghèo"], ["Xã Vi Hương", 5]]
    rows += [["Xã Sĩ Bình", 7], [], ["Bảng 2. Hộ cận nghèo"], ["Xã", "Số hộ cận nghèo"], ["Xã Vi Hương", 6]]
    rows += [["Xã Sĩ Bình", 8]]
    period = by_cell(read_rows(rows))["B9"].meaning.period
    assert period is not None
    assert period.text == "2018"
