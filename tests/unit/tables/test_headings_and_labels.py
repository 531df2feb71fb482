"""What headings, row labels, sections and titles say together of the figures where they meet."""

from typing import ClassVar

import pytest

from tests.unit.tables.grids import Rows, by_cell, parts_of, read_rows


class TestPeriods:
    def test_the_narrower_period_of_a_group_holds_and_carried_over_capital_dates_nothing(self) -> None:
        rows: Rows = [
            ["PHÂN BỔ VÀ GIẢI NGÂN VỐN"], [None, None, None, None, "ĐVT: triệu đồng"],
            ["Nội dung", "Kế hoạch vốn năm 2025", None, "Giải ngân đến 30/11/2025", None],
            [None, "Vốn năm 2024 kéo dài", "Vốn giao năm 2025", "Vốn năm 2024 kéo dài", "Vốn giao năm 2025"],
            ["Dự án 1", 5, 20, 4, 11], ["Dự án 2", 2, 10, 1, 6],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows, [(3, 2, 3, 3), (3, 4, 3, 5), (3, 1, 4, 1)]))
        assert [str(cells[f"{column}5"].meaning.period.end) for column in "BCDE"] == [  # type: ignore[union-attr]
            "2025-12-31", "2025-12-31", "2025-11-30", "2025-11-30",
        ]  # fmt: skip
        assert [cells[f"{column}5"].meaning.indicator for column in "BCDE"] == [
            "fund.carried_over", "fund.plan", "fund.disbursed", "fund.disbursed",
        ]  # fmt: skip

    def test_what_a_budget_year_has_paid_until_january_counts_from_its_beginning(self) -> None:
        rows: Rows = [["GIẢI NGÂN CÁC CHƯƠNG TRÌNH NĂM 2023"], ["(Số liệu đến hết ngày 31/01/2024)"]]
        rows += [["Nội dung", "Kế hoạch vốn (triệu đồng)", "Giải ngân (triệu đồng)"], ["Dự án 1", 50, 40]]
        cells = by_cell(read_rows([*rows, ["Dự án 2", 30, 25]]))
        told = [cells[cell].meaning.period for cell in ("B4", "C4")]
        assert [one and (str(one.start), str(one.end)) for one in told] == [
            ("2023-01-01", "2023-12-31"), ("2023-01-01", "2024-01-31"),
        ]  # fmt: skip

    def test_years_head_two_blocks_of_columns(self) -> None:
        rows: Rows = [["Đơn vị", "Số hộ nghèo (hộ)", None, "Tỷ lệ hộ nghèo (%)", None], [None, 2021, 2022, 2021, 2022]]
        cells = by_cell(read_rows([*rows, ["Huyện Kbang", 3120, 2604, 18.9, 15.7], ["Huyện Đak Đoa", 44, 37, 9.1, 8]]))
        told = {cell: (one.unit, one.meaning.period and one.meaning.period.text) for cell, one in cells.items()}
        assert (told["C3"], told["D4"]) == (("household", "2022"), ("percent", "2021"))

    def test_a_school_year_is_nine_months(self) -> None:
        rows: Rows = [["HỖ TRỢ HỌC SINH NĂM HỌC 2022 - 2023"], ["Huyện", "Số học sinh bán trú", "Năm 2021 - 2022"]]
        cells = by_cell(read_rows([*rows, ["Bảo Lâm", 3483, 5], ["Bảo Lạc", 1726, 6]]))
        told = [cell.meaning.period for cell in (cells["B3"], cells["C3"])]
        assert [one and (str(one.start), str(one.end)) for one in told] == [
            ("2022-09-01", "2023-05-31"), ("2021-01-01", "2022-12-31"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("title", "heading", "told"),
        [
            ("MIỄN, GIẢM HỌC PHÍ NĂM HỌC 2022-2023", "Học kỳ I", "2022-09/2022-12"),
            ("MIỄN, GIẢM HỌC PHÍ NĂM HỌC 2022-2023", "Số học sinh HK2", "2023-01/2023-05"),
            ("MIỄN, GIẢM HỌC PHÍ NĂM 2023", "Học kỳ II", "2023-01/2023-05"),
            ("CỨU TRỢ 5 THÁNG ĐẦU NĂM 2011", "Cùng kỳ năm 2010", "2010-01/2010-05"),
            ("CỨU TRỢ 5 THÁNG ĐẦU NĂM 2011", "Cùng kỳ năm trước", "2010-01/2010-05"),
            ("CỨU TRỢ 5 THÁNG ĐẦU NĂM 2011", "Thực hiện năm 2010", "2010"),
            ("NGUỒN VỐN ĐẾN 30/6/2025", "Đã bổ sung 6 tháng", "2025-S1"),
            ("NGUỒN VỐN ĐẾN 30/6/2025", "Nợ quá hạn trên 6 tháng", "2025-06-30"),
        ],
    )
    def test_what_a_heading_tells_within_the_time_of_its_table(self, title: str, heading: str, told: str) -> None:
        rows: Rows = [[title], ["Huyện", heading], ["Bảo Lâm", 34], ["Bảo Lạc", 17]]
        down: Rows = [[title], ["Nội dung", "Bảo Lâm", "Bảo Lạc"], ["Số hộ", 3, 4], [heading, 34, 17]]
        found = by_cell(read_rows(rows))["B3"].meaning.period, by_cell(read_rows(down))["B4"].meaning.period
        assert [one and one.text for one in found] == [told, told]

    def test_a_quarter_is_of_the_year_of_its_group(self) -> None:
        rows: Rows = [["KẾT QUẢ TRUYỀN THÔNG"], ["Số liệu tại báo cáo ngày 15/01/2024"]]
        rows += [["Nội dung", "Thực hiện năm 2023", None], [None, "Quý I", "Quý II"], ["Số buổi", 9, 24]]
        cells = by_cell(read_rows([*rows, ["Số tin", 5, 7]], [(3, 2, 3, 3), (3, 1, 4, 1)]))
        told = [cells[cell].meaning.period for cell in ("B5", "C5")]
        assert [one and one.text for one in told] == ["2023-Q1", "2023-Q2"]

    def test_a_line_that_compares_those_above_it_is_in_per_cent(self) -> None:
        rows: Rows = [["CỨU TRỢ 5 THÁNG ĐẦU NĂM 2011"], ["Huyện", "Gạo cứu trợ (kg)"], ["Toàn tỉnh", 750_710]]
        rows += [["Cùng kỳ năm 2010", 920_000], ["So với cùng kỳ (%)", 81.6]]
        one = by_cell(read_rows(rows))["B5"]
        assert (one.unit, one.meaning.indicator) == ("percent", "rel.ratio_to_same_period")


class TestGroups:
    def test_a_body_that_lends_is_no_group_of_borrowers(self) -> None:
        rows: Rows = [["Chương trình cho vay", "Hội Phụ nữ", "Tổng dư nợ (triệu đồng)"], ["Hộ nghèo", 9830, 21_404]]
        cell = by_cell(read_rows([["Dư nợ ủy thác (triệu đồng)"], *rows, ["Hộ cận nghèo", 7404, 15_880]]))["B3"]
        assert (cell.meaning.population_group, cell.meaning.sex) == ("poor_hh", None)

    def test_a_programme_that_its_projects_make_up_is_named_by_its_own_label(self) -> None:
        rows: Rows = [
            ["TT", "Nội dung", "Giải ngân (triệu đồng)"], ["A", "Chương trình MTQG giảm nghèo bền vững", 30],
            ["I", "Dự án 2: Đa dạng hóa sinh kế", 20], ["II", "Dự án 4: Phát triển giáo dục nghề nghiệp", 10],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows))
        assert [cells[f"C{row}"].meaning.programme for row in (2, 3)] == [
            "ntp_poverty_2021_2025", "ntp_pr_sub_livelihood",
        ]  # fmt: skip


class TestSections:
    def test_a_line_that_lists_topics_does_not_mix_them(self) -> None:
        rows: Rows = [
            ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"], ["II", "Chỉ tiêu về việc làm, tín dụng", None, None],
            [1, "Số lao động được tạo việc làm", "Người", 405], [2, "Doanh số cho vay", "Triệu đồng", 18_540],
            [3, "Số lao động đi làm việc ở nước ngoài", "Người", 40],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows))
        assert [cells[f"D{row}"].meaning.indicator for row in (3, 4, 5)] == [
            "emp.jobs_created", "credit.turnover_lent", "emp.overseas_workers",
        ]  # fmt: skip

    ROWS: ClassVar[Rows] = [
        ["TÌNH HÌNH HỘ NGHÈO TỈNH NINH THUẬN"], ["1. Số hộ nghèo (hộ)"],
        ["Năm", "Huyện Bác Ái", "Huyện Ninh Sơn"], ["2021", "3.380", "2.540"], ["2022", "2.678", "2.029"],
        ["2. Tổng số hộ dân cư (hộ)"],
        ["Năm", "Huyện Bác Ái", "Huyện Ninh Sơn"], ["2021", "8.402", "22.958"], ["2022", "8.456", "23.088"],
        ["3. Tỷ lệ hộ nghèo (%)"],
        ["Năm", "Huyện Bác Ái", "Huyện Ninh Sơn"], ["2021", "40,23", "11,06"], ["2022", "31,67", "8,79"],
    ]  # fmt: skip

    @pytest.mark.parametrize(
        ("cell", "indicator", "unit"),
        [
            ("B4", "pov.hh_poor", "household"),
            ("C9", "pov.hh_total", "household"),
            ("B12", "pov.rate_poor", "percent"),
        ],
    )
    def test_a_row_that_tells_only_its_year_is_what_the_line_over_it_says(
        self, cell: str, indicator: str, unit: str
    ) -> None:
        one = by_cell(read_rows(self.ROWS))[cell]
        assert (one.meaning.indicator, one.unit) == (indicator, unit)

    def test_the_group_of_a_section_serves_rows_that_name_none(self) -> None:
        rows: Rows = [
            ["KẾT QUẢ THỰC HIỆN NĂM 2024"], ["TT", "Chỉ tiêu", "ĐVT", "Năm 2024"],
            ["I", "NHÀ Ở CHO HỘ NGHÈO, HỘ CẬN NGHÈO", None, None], [1, "Số nhà xây mới", "nhà", 30],
            [2, "Số nhà sửa chữa", "nhà", 12], ["II", "DÂN CƯ", None, None], [1, "Tổng số hộ dân cư", "hộ", 900],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows))
        assert [cells[cell].meaning.population_group for cell in ("D4", "D5", "D7")] == [
            "poor_and_near_poor_hh", "poor_and_near_poor_hh", "all_hh",
        ]  # fmt: skip


class TestRows:
    def test_a_line_told_of_which_may_measure_something_else(self) -> None:
        rows: Rows = [
            ["DƯ NỢ NĂM 2024"], ["Chương trình", "Dư nợ (tr.đồng)"], ["Hộ nghèo", 60], ["Hộ cận nghèo", 40],
            ["Tổng cộng", 100], ["Trong đó: Nợ quá hạn", 3],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows))
        assert [cells[cell].meaning.indicator for cell in ("B5", "B6")] == ["credit.outstanding", "credit.overdue"]
        assert [cells[cell].meaning.population_group for cell in ("B3", "B4")] == ["poor_hh", "near_poor_hh"]

    def test_the_same_line_of_all_places_adds_up_to_that_of_the_whole(self) -> None:
        rows: Rows = [
            ["VIỆC LÀM NĂM 2024"], ["Địa phương", "Phân tổ", "Lao động có việc làm (người)"],
            ["TOÀN TỈNH", "Tổng số", 50], [None, "Trong đó: Nữ", 22],
            ["Huyện Càng Long", "Tổng số", 30], [None, "Trong đó: Nữ", 12],
            ["Huyện Cầu Kè", "Tổng số", 20], [None, "Trong đó: Nữ", 10],
        ]  # fmt: skip
        found = parts_of(read_rows(rows, [(3, 1, 4, 1), (5, 1, 6, 1), (7, 1, 8, 1)]))
        assert {"C6", "C8"} <= found["C4"]
        assert {"C5", "C7"} <= found["C3"]

    def test_the_total_over_two_districts_is_of_what_holds_both(self) -> None:
        rows: Rows = [
            ["HỖ TRỢ NHÀ Ở NĂM 2023"], ["Tại các huyện nghèo Kon Plông, Ia H' Drai, tỉnh Kon Tum"],
            ["TT", "Huyện, xã", "Số nhà (nhà)"], [None, "TỔNG CỘNG (I+II)", 30],
            ["I", "Huyện Kon Plông", 18], [1, "Xã Măng Cành", 10], [2, "Xã Hiếu", 8],
            ["II", "Huyện Ia H' Drai", 12], [1, "Xã Ia Đal", 7], [2, "Xã Ia Dom", 5],
        ]  # fmt: skip
        cells = by_cell(read_rows(rows))
        places = {cell: one.meaning.place.name for cell, one in cells.items() if one.meaning.place}
        assert (places["C4"], places["C5"], places["C6"]) == ("Tỉnh Kon Tum", "Huyện Kon Plông", "Xã Măng Cành")

    def test_whom_a_project_serves_is_no_group_of_its_money(self) -> None:
        rows: Rows = [
            ["KẾ HOẠCH VỐN NĂM 2025"], ["Nội dung", "Vốn giao (triệu đồng)"],
            ["Hỗ trợ người lao động đi làm việc ở nước ngoài", 5], ["Duy tu công trình", 7],
        ]  # fmt: skip
        assert [one.meaning.population_group for one in by_cell(read_rows(rows)).values()] == ["_T", "_T"]
