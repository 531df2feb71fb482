"""What columns say of each other: divisions, shares, comparisons, amounts behind parts, totals over groups."""

from typing import ClassVar

import pytest

from tests.unit.tables.grids import Rows, Value, by_cell, parts_of, read_rows

PLACES = ["Xã Vi Hương", "Xã Sĩ Bình", "Xã Đôn Phong"]


def rows_of(*figures: list[Value]) -> Rows:
    return [[place, *line] for place, line in zip(PLACES, figures, strict=False)]


class TestDivisions:
    HEAD: ClassVar[Rows] = [
        ["Dư nợ các chương trình tín dụng đến 31/12/2016"], ["Đơn vị: triệu đồng"],
        ["Xã", "Tổng dư nợ", "Chia theo chương trình cho vay", None, None, "Nợ quá hạn"],
        [None, None, "Hộ nghèo", "Hộ cận nghèo", "Giải quyết việc làm", None],
    ]  # fmt: skip
    MERGED = ((3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 3, 5), (3, 6, 4, 6))

    def test_what_is_divided_is_the_sum_of_its_division(self) -> None:
        reading = read_rows([*self.HEAD, *rows_of([60, 30, 20, 10, 1], [65, 35, 20, 10, 2])], self.MERGED)
        assert parts_of(reading) == {f"B{row}": {f"C{row}", f"D{row}", f"E{row}"} for row in (5, 6)}

    def test_a_division_measures_what_is_divided(self) -> None:
        cells = by_cell(read_rows([*self.HEAD, *rows_of([60, 30, 20, 10, 1], [65, 35, 20, 10, 2])], self.MERGED))
        told = [(cells[f"{column}5"].meaning.indicator, cells[f"{column}5"].meaning.population_group)
                for column in "CDE"]  # fmt: skip
        assert told == [("credit.outstanding", group) for group in ("poor_hh", "near_poor_hh", "worker")]

    def test_places_across_add_up_to_the_column_of_the_whole(self) -> None:
        rows: Rows = [
            ["TT", "Chỉ tiêu", "Đơn vị tính", "Toàn tỉnh", "Chia theo huyện", None],
            [None, None, None, None, "Đam Rông", "Lạc Dương"],
            [1, "Tổng số hộ nghèo", "hộ", 30, 18, 12], [2, "Tổng số hộ cận nghèo", "hộ", 50, 28, 22],
            [3, "Tỷ lệ hộ nghèo", "%", 5.1, 6.2, 4.2],
        ]  # fmt: skip
        reading = read_rows(rows, [(1, column, 2, column) for column in range(1, 5)] + [(1, 5, 1, 6)])
        assert parts_of(reading) == {"D3": {"E3", "F3"}, "D4": {"E4", "F4"}}

    @pytest.mark.parametrize(
        ("part", "group"),
        [("nữ", "female"), ("người DTTS", "ethnic_minority"), ("lao động nông thôn", "rural_worker")],
    )
    def test_whom_a_part_counts_is_told_by_the_part(self, part: str, group: str) -> None:
        rows: Rows = [
            ["Huyện", "Số người được đào tạo nghề (người)", None], [None, "Tổng số", f"Trong đó: {part}"],
            ["Cư Jút", 408, 185], ["Đắk Mil", 612, 274],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows, [(1, 1, 2, 1), (1, 2, 1, 3)]))
        assert cells["C3"].meaning.population_group == group
        assert cells["C3"].meaning.indicator == cells["B3"].meaning.indicator == "emp.vocational_trained"

    def test_categories_below_a_part_do_not_tell_whom_it_counts(self) -> None:
        rows: Rows = [
            ["Xã", "Tổng số hộ nghèo (hộ)", "Trong đó, số hộ nghèo thiếu hụt các chỉ số (hộ)", None],
            [None, None, "Việc làm", "Bảo hiểm y tế"], *rows_of([752, 469, 66], [964, 401, 92]),
        ]  # fmt: skip
        cells = by_cell(read_rows(rows, [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)]))
        assert {cells[f"{column}3"].meaning.population_group for column in "BCD"} == {"poor_hh"}


class TestCauses:
    def test_reasons_measure_nothing_and_name_nobody(self) -> None:
        rows: Rows = [
            ["PHÂN TÍCH NGUYÊN NHÂN NGHÈO NĂM 2023"], ["Đơn vị: hộ"],
            ["Thôn", "Tổng số hộ nghèo", "Nguyên nhân nghèo", None, None, "Hộ nghèo theo nhóm đối tượng"],
            [None, None, "Không có đất sản xuất", "Không có vốn sản xuất", "Không có lao động", "Hộ DTTS"],
            ["Xóm Chiến", 40, 10, 20, 12, 39], ["Xóm Hượp", 30, 5, 15, 11, 28],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows, [(3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 3, 5)]))
        told = {(one.unit, one.meaning.indicator, one.meaning.population_group)
                for one in (cells["C5"], cells["D5"], cells["E5"])}  # fmt: skip
        assert told == {("household", "pov.hh_poor_by_cause", "poor_hh")}
        assert cells["F5"].meaning.population_group == "ethnic_minority_poor_hh"
        assert cells["F5"].meaning.indicator == "pov.hh_poor"


class TestDifferences:
    def test_a_difference_is_of_the_time_and_unit_of_what_it_is_a_change_of(self) -> None:
        rows: Rows = [
            ["SO SÁNH KẾT QUẢ GIẢM NGHÈO NĂM 2023 VỚI NĂM 2022"],
            ["Huyện", "Năm 2022", "Năm 2023", "Tăng (+), giảm (-)"],
            [None, "Hộ nghèo", "Hộ nghèo", "Hộ nghèo"], ["Đà Bắc", 5000, 4200, -800], ["Mai Châu", 4000, 3300, -700],
        ]  # fmt: skip
        cell = by_cell(read_rows(rows, [(2, 1, 3, 1)]))["D4"]
        assert (cell.unit, cell.meaning.period and cell.meaning.period.text) == ("household", "2023")

    def test_what_is_cumulated_begins_with_the_year(self) -> None:
        rows: Rows = [
            ["KẾT QUẢ CHO VAY THÁNG 9 NĂM 2024"], [None, None, None, None, "Đơn vị: triệu đồng, hộ"],
            ["Chương trình", "Doanh số cho vay", None, "Dư nợ đến 30/9/2024", "Tăng, giảm so với đầu năm"],
            [None, "Tháng 9", "Lũy kế từ đầu năm", None, None],
            ["Cho vay hộ nghèo", 1000, 12_000, 53_000, 3000], ["Cho vay hộ cận nghèo", 900, 10_000, 42_000, 2000],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows, [(3, 1, 4, 1), (3, 2, 3, 3), (3, 4, 4, 4), (3, 5, 4, 5)]))
        periods = [cells[cell].meaning.period for cell in ("B5", "C5")]
        assert [period and period.text for period in periods] == ["2024-09", "2024-01/2024-09"]
        assert (cells["E5"].unit, cells["E5"].meaning.indicator) == ("VND", "credit.outstanding_change")


class TestShares:
    HEAD: ClassVar[Rows] = [
        ["Xã", "Tổng số hộ (hộ)", "Trong đó: Hộ DTTS (hộ)", "Hộ nghèo (hộ)", "Trong đó: Hộ nghèo DTTS", None],
        [None, None, None, None, "Số hộ", "Tỷ lệ (%)"],
    ]  # fmt: skip
    MERGED = (*((1, column, 2, column) for column in range(1, 5)), (1, 5, 1, 6))

    @pytest.mark.parametrize(
        ("expression", "indicator"),
        [("5=4/2*100", "pov.rate_poor_ethnic"), ("5=4/3*100", "pov.share_ethnic_among_poor")],
    )
    def test_the_index_row_tells_of_what_a_rate_is_a_share(self, expression: str, indicator: str) -> None:
        index: list[Value] = ["A", "1", "2", "3", "4", expression]
        rows = [*self.HEAD, index, *rows_of([900, 800, 320, 310, 38.75], [910, 870, 319, 301, 34.6])]
        assert by_cell(read_rows(rows, self.MERGED))["F4"].meaning.indicator == indicator

    def test_a_comparison_is_what_its_divisor_makes_it(self) -> None:
        rows: Rows = [
            ["Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2024", "Năm 2025", None, "So sánh (%)", None],
            [None, None, None, "Kế hoạch", "Ước thực hiện", "TH 2025/KH 2025", "TH 2025/TH 2024"],
            ["A", "B", "1", "2", "3", "4=3/2*100", "5=3/1*100"],
            ["Số hộ thoát nghèo", "Hộ", 12_380, 12_000, 13_655, 113.8, 110.3],
            ["Số hộ nghèo", "Hộ", 58_214, 45_900, 45_120, 98.3, 77.5],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows, [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 1, 5), (1, 6, 1, 7)]))
        periods = [cells[cell].meaning.period for cell in ("F4", "G4")]
        told = [cells[cell].meaning.indicator for cell in ("F4", "G4")]
        assert [period and period.text for period in periods] == ["2025", "2025"]
        assert told == ["plan.completion_rate", "rel.ratio_to_same_period"]

    def test_done_over_planned_is_a_share_of_the_plan(self) -> None:
        rows: Rows = [
            ["Huyện", "Số lao động được giải quyết việc làm (người)", None, None],
            [None, "Kế hoạch", "Thực hiện", "% thực hiện/kế hoạch"], ["Cư Jút", 2170, 2083, 96.0],
            ["Đắk Mil", 2417, 2489, 103.0],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows, [(1, 1, 2, 1), (1, 2, 1, 4)]))
        assert cells["D3"].meaning.indicator == "plan.completion_rate"


class TestTotalsAcross:
    def test_money_behind_the_parts_of_a_total_is_paid_for_the_total(self) -> None:
        rows: Rows = [
            ["Kết quả cấp thẻ BHYT năm 2022"],
            ["Đơn vị", "Tổng số thẻ BHYT (thẻ)", "Người thuộc hộ nghèo (thẻ)", "Trẻ em dưới 6 tuổi (thẻ)",
             "Kinh phí mua thẻ BHYT (triệu đồng)"],
            *rows_of([30, 10, 20, 24.5], [50, 15, 35, 40.1], [44, 20, 24, 35.2]),
        ]  # fmt: skip
        reading = read_rows(rows)
        cell = by_cell(reading)["E3"]
        assert parts_of(reading)["B3"] == {"C3", "D3"}
        assert (cell.meaning.indicator, cell.meaning.population_group) == ("health.insurance_amount", "_T")

    def test_a_total_group_adds_up_the_same_leaf_of_deeper_groups(self) -> None:
        rows: Rows = [
            ["Huyện", "Hỗ trợ nhà ở theo từng chương trình", None, None, None, "Tổng cộng 2 chương trình", None],
            [None, "Dự án 5", None, "Dự án 1", None, None, None],
            [None, "Hoàn thành (nhà)", "Kinh phí (triệu đồng)", "Hoàn thành (nhà)", "Kinh phí (triệu đồng)",
             "Hoàn thành (nhà)", "Kinh phí (triệu đồng)"],
            ["Đồng Văn", 63, 2520, 66, 2904, 129, 5424], ["Mèo Vạc", 174, 6960, 99, 4356, 273, 11_316],
        ]  # fmt: skip
        merged = [(1, 1, 3, 1), (1, 2, 1, 5), (1, 6, 2, 7), (2, 2, 2, 3), (2, 4, 2, 5)]
        assert parts_of(read_rows(rows, merged))["F4"] == {"B4", "D4"}
        assert parts_of(read_rows(rows, merged))["G5"] == {"C5", "E5"}

    def test_a_total_of_all_adds_up_what_is_in_no_other_total(self) -> None:
        rows: Rows = [
            ["Huyện", "Chi phí học tập", None, "Học sinh bán trú", None, "Tổng kinh phí (nghìn đồng)"],
            [None, "Số học sinh", "Kinh phí (nghìn đồng)", "Số học sinh", "Tiền ăn (nghìn đồng)", None],
            *rows_of([10, 100, 5, 700, 800], [20, 200, 6, 800, 1000], [30, 300, 7, 900, 1200]),
        ]  # fmt: skip
        merged = [(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5), (1, 6, 2, 6)]
        assert parts_of(read_rows(rows, merged))["F3"] == {"C3", "E3"}
