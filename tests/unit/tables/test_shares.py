"""Rates told beside what they are shares of: by what both measure, or of one line of their table."""

import pytest

from tests.unit.tables.grids import Rows, broken, by_cell, read_rows

DEPRIVED: Rows = [
    ["HỘ NGHÈO THIẾU HỤT DỊCH VỤ XÃ HỘI CƠ BẢN, HUYỆN TRẠM TẤU NĂM 2022"], ["Chỉ số", "Số hộ", "Tỷ lệ (%)"],
    ["Tổng số hộ nghèo", "2.899", "x"], ["1. Việc làm", "1.830", "63,13"], ["2. Dinh dưỡng", "833", "28,73"],
    ["3. Bảo hiểm y tế", "34", "1,17"],
]  # fmt: skip


def test_a_rate_that_breaks_the_shares_of_the_first_line_is_told() -> None:
    assert broken(read_rows([*DEPRIVED, ["4. Nguồn nước sinh hoạt", "1.004", "34,63"]])) == []
    (told,) = broken(read_rows([*DEPRIVED, ["4. Nguồn nước sinh hoạt", "1.004", "25,63"]]))
    assert told == {"Sheet1!B7", "Sheet1!B3", "Sheet1!C7"}


def test_shares_may_be_of_the_total_below_them() -> None:
    rows: Rows = [["CƠ CẤU VỐN NĂM 2023"], ["Nguồn vốn", "Số tiền (triệu đồng)", "Tỷ lệ (%)"]]
    rows += [["Ngân sách trung ương", 600, "60,0"], ["Ngân sách tỉnh", 300, "30,0"], ["Xã hội hóa", 100, "10,0"]]
    assert broken(read_rows([*rows, ["Tổng cộng", 1000, "100"]])) == []
    rows[4][2] = "12,0"
    assert broken(read_rows([*rows, ["Tổng cộng", 1000, "100"]])) == [{"Sheet1!B5", "Sheet1!B6", "Sheet1!C5"}]


def test_rates_most_of_which_are_no_shares_of_a_line_state_nothing() -> None:
    rows: Rows = [["KẾT QUẢ CHO VAY NĂM 2023"], ["Xã", "Dư nợ (triệu đồng)", "Tỷ lệ tăng (%)"]]
    rows += [["Xã Vi Hương", 500, "12,0"], ["Xã Sĩ Bình", 300, "30,0"], ["Xã Lục Bình", 200, "4,5"]]
    assert broken(read_rows([*rows, ["Tổng cộng", 1000, "14,2"]])) == []


def test_equal_amounts_are_no_shares_of_each_other() -> None:
    rows: Rows = [["HỖ TRỢ ĐÓNG BHYT NĂM 2022"], ["Nhóm đối tượng", "Mức đóng (đồng)", "Tỷ lệ hỗ trợ (%)"]]
    rows += [["Người thuộc hộ nghèo", 804600, 100], ["Người thuộc hộ cận nghèo", 804600, 70]]
    assert broken(read_rows([*rows, ["Người DTTS", 804600, 100], ["Đối tượng bảo trợ xã hội", 804600, 100]])) == []


@pytest.mark.parametrize(
    "label", ["Tỷ lệ hộ DTTS trong tổng số hộ nghèo", "Tỷ lệ hộ nghèo DTTS so với tổng số hộ nghèo"]
)
def test_a_share_of_the_poor_is_no_poverty_rate(label: str) -> None:
    rows: Rows = [["MỘT SỐ CHỈ TIÊU VỀ HỘ NGHÈO NĂM 2023"], ["TT", "Chỉ tiêu", "ĐVT", "H. Đồng Văn", "H. Mèo Vạc"]]
    rows += [[1, "Tổng số hộ dân cư", "Hộ", 13863, 14342], [2, "Số hộ nghèo", "Hộ", 5737, 4970]]
    rows += [[None, "Trong đó: Hộ nghèo dân tộc thiểu số", "Hộ", 5614, 4772], [3, label, "%", "97,86", "96,02"]]
    reading = read_rows(rows)
    assert by_cell(reading)["D6"].meaning.indicator == "pov.share_ethnic_among_poor"
    assert broken(reading) == []
    rows[-1][4] = "90,62"
    assert broken(read_rows(rows)) == [{"Sheet1!E6", "Sheet1!E5", "Sheet1!E4"}]


def test_a_rate_beside_all_households_and_those_of_minorities_is_of_those_that_most_of_its_line_bear_out() -> None:
    rows: Rows = [
        ["CHỈ TIÊU GIẢM NGHÈO HUYỆN NA RÌ"],
        ["TT", "Chỉ tiêu", "ĐVT", *(f"Năm {year}" for year in (2021, 2022, 2023))],
    ]
    rows += [
        [1, "Tổng số hộ dân cư", "Hộ", 10_000, 10_200, 10_500],
        [None, "Trong đó: Hộ dân tộc thiểu số", "Hộ", 8_000, 8_100, 8_300],
    ]
    rows += [
        [2, "Số hộ nghèo cuối năm", "Hộ", 3_000, 2_700, 2_400],
        [3, "Tỷ lệ hộ nghèo", "%", "30,0", "26,47", "22,86"],
    ]
    rows += [[4, "Số hộ cận nghèo", "Hộ", 1_200, 1_100, 1_000], [5, "Tỷ lệ hộ cận nghèo", "%", "12,0", "10,78", "9,52"]]
    assert broken(read_rows(rows)) == []
    rows[-1][5] = "7,52"
    assert broken(read_rows(rows)) == [{"Sheet1!F7", "Sheet1!F3", "Sheet1!F8"}]
