"""Lines that run down a table: months under quarters, years told once for several lines, lines of places, projects."""

from tests.unit.tables.grids import Rows, by_cell, parts_of, read_rows

#: Loans month by month, with a line a quarter and one for the half year.
MONTHS: Rows = [
    ["KẾT QUẢ CHO VAY NĂM 2022, HUYỆN QUẾ PHONG"],
    ["Thời gian", "Doanh số cho vay (triệu đồng)", "Dư nợ cuối kỳ (triệu đồng)"],
    ["Tháng 1", 10, 101], ["Tháng 2", 20, 103], ["Tháng 3", 30, 104], ["Cộng quý I", 60, 104],
    ["Tháng 4", 11, 106], ["Tháng 5", 21, 107], ["Tháng 6", 31, 109], ["Cộng quý II", 63, 109],
    ["Cộng 6 tháng", 123, 109],
]  # fmt: skip


def test_each_month_and_quarter_is_its_own_period() -> None:
    told = by_cell(read_rows(MONTHS))
    periods = [told[cell].meaning.period for cell in ("B3", "B5", "B6")]
    ends = [(period.start.month, period.end.month) for period in periods if period]
    assert ends == [(1, 1), (3, 3), (1, 3)]


def test_quarters_add_up_their_months_and_the_year_its_quarters() -> None:
    parts = parts_of(read_rows(MONTHS))
    assert parts == {"B6": {"B3", "B4", "B5"}, "B10": {"B7", "B8", "B9"}, "B11": {"B6", "B10"}}


#: Several years and indicators a place; place and year are printed once.
PLACES: Rows = [
    ["STT", "Địa bàn", "Năm", "Chỉ tiêu", "Đơn vị tính", "Thực hiện"],
    [1, "Thành phố Phủ Lý", 2022, "Số hộ nghèo", "hộ", 10],
    [None, None, None, "Tỷ lệ hộ nghèo", "%", 2.5],
    [None, None, 2023, "Số hộ nghèo", "hộ", 8],
    [None, None, None, "Tỷ lệ hộ nghèo", "%", 2.1],
    [2, "Huyện Lý Nhân", 2022, "Số hộ nghèo", "hộ", 20],
    [None, None, None, "Tỷ lệ hộ nghèo", "%", 3.5],
    [None, None, 2023, "Số hộ nghèo", "hộ", 18],
    [None, None, None, "Tỷ lệ hộ nghèo", "%", 3.1],
    [None, "Toàn tỉnh", 2022, "Số hộ nghèo", "hộ", 30],
    [None, None, None, "Tỷ lệ hộ nghèo", "%", 3.0],
    [None, None, 2023, "Số hộ nghèo", "hộ", 26],
    [None, None, None, "Tỷ lệ hộ nghèo", "%", 2.6],
]


def test_a_year_holds_for_the_lines_below_it() -> None:
    told = by_cell(read_rows(PLACES))
    years = [one.meaning.period.start.year for one in told.values() if one.meaning.period]
    assert years == [2022, 2022, 2023, 2023] * 3


def test_the_lines_of_all_places_belong_to_none_of_them() -> None:
    told = by_cell(read_rows(PLACES))
    places = [told[cell].meaning.place for cell in ("F6", "F10", "F13")]
    assert [place.name if place else None for place in places] == ["Huyện Lý Nhân", "Tỉnh Hà Nam", "Tỉnh Hà Nam"]


def test_a_line_of_all_places_adds_up_that_line_of_each_but_rates() -> None:
    assert parts_of(read_rows(PLACES)) == {"F10": {"F2", "F6"}, "F12": {"F4", "F8"}}


def test_a_line_may_add_up_the_lines_of_its_place_and_those_of_all_places() -> None:
    rows: Rows = [
        ["TT", "Xã", "Chương trình", "Dư nợ (triệu đồng)"],
        [None, "TOÀN HUYỆN", "Hộ nghèo", 30], [None, None, "Hộ cận nghèo", 12], [None, None, "Cộng", 42],
        [1, "Xã Thành Sơn", "Hộ nghèo", 10], [None, None, "Hộ cận nghèo", 5], [None, None, "Cộng", 15],
        [2, "Xã Sơn Lâm", "Hộ nghèo", 20], [None, None, "Hộ cận nghèo", 7], [None, None, "Cộng", 27],
    ]  # fmt: skip
    assert parts_of(read_rows(rows))["D4"] == {"D2", "D3", "D7", "D10"}


def test_what_stands_below_a_numbered_list_is_of_the_whole_place() -> None:
    rows: Rows = [
        ["TIÊU CHÍ NÔNG THÔN MỚI CỦA TỈNH LÀO CAI NĂM 2020"],
        ["TT", "Xã", "Số tiêu chí đạt"],
        [1, "Xã Bản Vược", 19], [2, "Xã Y Tý", 12], [3, "Xã Mường Hum", 14], [None, "Bình quân tiêu chí/xã", 15],
    ]  # fmt: skip
    place = by_cell(read_rows(rows))["C6"].meaning.place
    assert place is not None
    assert place.name == "Tỉnh Lào Cai"


def test_the_rows_of_a_budget_are_projects_and_measure_nothing_of_their_own() -> None:
    rows: Rows = [
        ["TÌNH HÌNH GIẢI NGÂN KẾ HOẠCH VỐN NĂM 2023"],
        ["STT", "Nội dung", "Kế hoạch vốn năm 2023 (triệu đồng)", "Giải ngân (triệu đồng)"],
        [1, "Hỗ trợ nhà ở", 40, 25], [2, "Trường bán trú", 60, 50], [3, "Phân bổ cho các xã", 30, 10],
    ]  # fmt: skip
    told = by_cell(read_rows(rows))
    assert {told[f"C{row}"].meaning.indicator for row in (3, 4, 5)} == {"fund.plan"}
    assert {told[f"D{row}"].meaning.indicator for row in (3, 4, 5)} == {"fund.disbursed"}


def test_a_list_of_codes_holds_no_figures() -> None:
    rows: Rows = [
        ["Mã tỉnh", "Mã huyện", "Tên đơn vị hành chính", "Cấp"],
        [14, 116, "Thành phố Sơn La", 2], [14, 118, "Huyện Quỳnh Nhai", 2], [14, 119, "Huyện Thuận Châu", 2],
    ]  # fmt: skip
    assert by_cell(read_rows(rows)) == {}


#: Tables of a statistical yearbook one below the other under the same years, each opened by its total.
YEARBOOK: Rows = [
    ["HỘ NGHÈO TỈNH KON TUM PHÂN THEO HUYỆN"],
    [None, 2020, 2021],
    ["Số hộ nghèo (Hộ)"], ["TỔNG SỐ", 30, 27], ["Đắk Glei", 20, 18], ["Ngọc Hồi", 10, 9],
    ["Tỷ lệ hộ nghèo (%)"], ["TỔNG SỐ", 21.5, 19.5], ["Đắk Glei", 30.5, 28], ["Ngọc Hồi", 12.25, 11],
]  # fmt: skip


def test_the_tables_of_a_yearbook_are_measured_as_the_line_over_each_says() -> None:
    reading = read_rows(YEARBOOK)
    told = by_cell(reading)
    counts, rates = (told[cell] for cell in ("B5", "C9"))
    assert (counts.unit, counts.meaning.indicator) == ("household", "pov.hh_poor")
    assert (rates.unit, rates.meaning.indicator) == ("percent", "pov.rate_poor")
    assert rates.meaning.place
    assert rates.meaning.place.name == "Huyện Đắk Glei"
    assert parts_of(reading) == {f"{letter}4": {f"{letter}5", f"{letter}6"} for letter in "BC"}


def test_a_line_without_figures_before_a_total_that_closes_a_list_opens_none() -> None:
    rows: Rows = [["TT", "Xã", "Số hộ nghèo (hộ)"], [1, "Xã Vi Hương", 12], [2, "Xã Sĩ Bình", 17]]
    rows += [[None, "Các xã còn lại: không có hộ nghèo"], [None, "Tổng cộng", 29]]
    assert parts_of(read_rows(rows)) == {"C5": {"C2", "C3"}}
