"""Several tables on one sheet: where one ends, what stands over the next, and what both share."""

from tests.unit.tables.grids import Rows, Value, by_cell, parts_of, read_rows

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


def test_a_unit_line_over_numbered_tables_is_that_of_all_of_them() -> None:
    rows: Rows = [["NGUỒN VỐN VÀ SỬ DỤNG VỐN NĂM 2025"], [None, None, "Đvt: Triệu đồng, hộ, %"], ["I. NGUỒN VỐN"]]
    rows += [["STT", "Chỉ tiêu", "Thực hiện 2025"], [1, "Vốn trung ương", 28], [2, "Vốn địa phương", 5], []]
    rows += [["II. SỬ DỤNG VỐN"], ["STT", "Chương trình", "Dư nợ"], [1, "Hộ nghèo", 30], [2, "Hộ cận nghèo", 42], []]
    rows += [["III. Nợ quá hạn (đồng)"], ["STT", "Chương trình", "Nợ quá hạn"], [1, "Hộ nghèo", 3]]
    cells = by_cell(read_rows([*rows, [2, "Hộ cận nghèo", 4]]))
    assert [cells[cell].value for cell in ("C5", "C10", "C15")] == [28_000_000, 30_000_000, 3]


def test_a_unit_alone_in_a_line_is_a_unit_line() -> None:
    rows: Rows = [["Thu nhập bình quân đầu người một tháng"], [None, None, "Nghìn đồng - Thous. dongs"]]
    rows += [[None, 2021, 2022], ["CHUNG - WHOLE PROVINCE", 2903.5, 3319.7], ["Thành thị - Urban", 4611.5, 5036.8]]
    one = by_cell(read_rows(rows))["C4"]
    assert (one.unit, int(one.value)) == ("VND", 3_319_700)
    assert one.meaning.period is not None
    assert one.meaning.period.text == "2022"


def test_a_unit_line_may_tell_the_unit_of_each_thing_that_it_names() -> None:
    rows: Rows = [["TÌNH HÌNH CHO VAY NĂM 2019"], ["Đơn vị: doanh số cho vay - triệu đồng; số hộ vay - hộ"]]
    rows += [["STT", "Xã", "Doanh số cho vay", "Số hộ vay"], [1, "Xã Vi Hương", 1728, 31]]
    cells = by_cell(read_rows([*rows, [2, "Xã Sĩ Bình", 956, 18]]))
    assert [(cells[cell].unit, int(cells[cell].value)) for cell in ("C4", "D4")] == [
        ("VND", 1_728_000_000), ("household", 31),
    ]  # fmt: skip


def test_amounts_without_a_unit_are_in_that_of_the_table_above() -> None:
    rows: Rows = [["TÌNH HÌNH PHÂN BỔ VỐN NĂM 2021"], [None, None, None, "Đơn vị tính: nghìn đồng"]]
    rows += [["STT", "Dự án", "Vốn được giao", "Đã giải ngân"], [1, "Dự án 1", 400, 90], [2, "Dự án 2", 300, 80]]
    rows += [[None, "Tổng cộng", 700, 170], [], ["CHI TIẾT THEO XÃ"]]
    rows += [["STT", "Xã", "Số hộ tham gia", "Vốn được giao"], [1, "Xã Vi Hương", 20, 450], [2, "Xã Sĩ Bình", 9, 250]]
    cells = by_cell(read_rows(rows))
    assert [(cells[cell].unit, int(cells[cell].value)) for cell in ("C10", "D10")] == [
        ("household", 20),
        ("VND", 450_000),
    ]


def test_a_total_over_lines_of_several_times_is_of_all_of_them() -> None:
    rows: Rows = [["KẾT QUẢ ĐÀO TẠO NGHỀ HUYỆN NA RÌ NĂM 2023"]]
    rows += [["STT", "Năm", "Số lao động được đào tạo nghề (người)"], [1, "Năm 2021", 60], [2, "Năm 2022", 75]]
    rows += [[3, "Năm 2023 (đến 30/9/2023)", 48], [None, "Cộng 3 năm", 183]]
    cells = by_cell(read_rows(rows))
    periods = [cells[cell].meaning.period for cell in ("C3", "C5", "C6")]
    assert [(period.start.year, period.end.isoformat()) for period in periods if period is not None] == [
        (2021, "2021-12-31"), (2023, "2023-09-30"), (2021, "2023-09-30"),
    ]  # fmt: skip


def test_a_total_over_things_done_on_several_days_is_of_the_time_of_the_table() -> None:
    rows: Rows = [["DANH SÁCH ỦNG HỘ NĂM 2023"], ["STT", "Đợt", "Số tiền ủng hộ (đồng)"], [1, "Ngày 15/3/2023", 600]]
    cells = by_cell(read_rows([*rows, [2, "Ngày 20/5/2023", 700], [None, "Cộng", 1300]]))
    period = cells["C5"].meaning.period
    assert period is not None
    assert period.end.isoformat() == "2023-12-31"


def test_the_word_for_the_unit_may_stand_in_a_cell_of_its_own() -> None:
    rows: Rows = [["KẾT QUẢ CHO VAY NĂM 2020"], [None, None, "Đơn vị tính:", "triệu đồng, hộ"]]
    rows += [["STT", "Xã", "Số hộ còn dư nợ", "Dư nợ"], [1, "Xã Vi Hương", 31, 1728], [2, "Xã Sĩ Bình", 18, 956]]
    assert by_cell(read_rows(rows))["D4"].value == 1_728_000_000


def test_a_year_with_a_word_stands_in_a_column_of_years() -> None:
    rows: Rows = [["HỘ NGHÈO HUYỆN NA RÌ QUA CÁC NĂM"], ["Năm", "Số hộ nghèo", "Tỷ lệ hộ nghèo (%)"], [2018, 90, 12.5]]
    cells = by_cell(read_rows([*rows, [2019, 70, 9.5], ["Ước 2020", 50, 7.0]]))
    periods = {cell: one.meaning.period.text for cell, one in cells.items() if one.meaning.period is not None}
    assert periods == {"B3": "2018", "C3": "2018", "B4": "2019", "C4": "2019", "B5": "2020", "C5": "2020"}
