"""How offices write their forms: targets, units in brackets of a line, numbered tables under one title, two labels."""

import pytest

from tests.unit.tables.grids import Rows, broken, by_cell, parts_of, read_rows


def indicators(rows: Rows) -> dict[str, str | None]:
    return {cell: one.meaning.indicator for cell, one in by_cell(read_rows(rows)).items()}


def units(rows: Rows) -> dict[str, str | None]:
    return {cell: one.unit for cell, one in by_cell(read_rows(rows)).items()}


def test_a_target_is_a_figure_and_no_code_of_a_budget_line() -> None:
    rows: Rows = [
        ["STT", "Nội dung", "ĐVT", "Mục tiêu giai đoạn 2021-2025", "Thực hiện năm 2022"],
        [1, "Số hộ nghèo được hỗ trợ nhà ở", "hộ", 640, 58],
        [2, "Số hộ được hỗ trợ đất ở", "hộ", 1200, 140],
    ]
    told = by_cell(read_rows(rows))
    assert (told["D2"].meaning.status, told["E2"].meaning.status) == ("target", "actual")


@pytest.mark.parametrize(
    "line",
    [
        "(Số liệu đến hết ngày 31/12/2024, ĐVT: triệu đồng)",
        "(Kèm theo Công văn số 12/SNN; đơn vị tính: Triệu đồng)",
        "Tình hình đến 30/6/2024 - Đơn vị tính: triệu đồng",
    ],
)
def test_a_line_may_end_with_the_unit(line: str) -> None:
    rows: Rows = [
        ["KẾT QUẢ GIẢI NGÂN VỐN NĂM 2024"],
        [line],
        ["TT", "Đơn vị", "Kế hoạch vốn", "Giải ngân"],
        [1, "Xã Vi Hương", 1200, 900],
        [2, "Xã Sĩ Bình", 800, 750],
    ]
    assert by_cell(read_rows(rows))["C4"].value == 1_200_000_000


def test_a_country_is_no_unit() -> None:
    rows: Rows = [
        ["LAO ĐỘNG ĐI LÀM VIỆC Ở NƯỚC NGOÀI NĂM 2019 (ĐVT: người)"],
        ["TT", "Thời gian", "Tổng số", "Đài Loan", "Nhật Bản"],
        [1, "Quý I", 30, 20, 10],
        [2, "Quý II", 50, 30, 20],
    ]
    assert set(units(rows).values()) == {"person"}


def test_the_unit_that_a_title_states_holds_where_loans_are_a_way_of_doing_it() -> None:
    rows: Rows = [
        ["KẾT QUẢ GIẢI QUYẾT VIỆC LÀM NĂM 2025 (ĐVT: người)"],
        ["TT", "Xã", "Tổng số", "Vay vốn giải quyết việc làm", "Đi làm việc ở nước ngoài"],
        [1, "Xã Vi Hương", 155, 42, 17],
        [2, "Xã Sĩ Bình", 191, 52, 26],
    ]
    assert set(units(rows).values()) == {"person"}


def test_numbered_tables_are_about_what_the_title_over_all_of_them_says() -> None:
    rows: Rows = [
        ["TỔNG HỢP LAO ĐỘNG ĐI LÀM VIỆC Ở NƯỚC NGOÀI THEO HỢP ĐỒNG NĂM 2019"],
        ["1. Chia theo quý", None, "ĐVT: người"],
        ["TT", "Thời gian", "Tổng số lao động"],
        [1, "Quý I", 30],
        [2, "Quý II", 50],
        [],
        ["2. Kết quả thực hiện theo địa phương"],
        ["TT", "Địa phương", "Kế hoạch (người)", "Thực hiện (người)"],
        [1, "Huyện Can Lộc", 40, 45],
        [2, "Huyện Đức Thọ", 30, 35],
    ]
    told = by_cell(read_rows(rows))
    assert {one.meaning.indicator for one in told.values()} == {"emp.overseas_workers"}
    assert told["D9"].meaning.period is not None
    assert told["D9"].meaning.period.start.year == 2019


#: The poor and the near-poor of each commune on two lines, behind a column that both share.
TWO_LINES: Rows = [
    ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2018 HUYỆN MINH HÓA"],
    ["TT", "Xã", "Tổng số hộ dân (hộ)", "Đối tượng", "Số hộ (hộ)", "Số khẩu (người)"],
    [1, "Xã Dân Hóa", 1012, "Hộ nghèo", 619, 2221], [None, None, None, "Hộ cận nghèo", 217, 949],
    [2, "Xã Trọng Hóa", 986, "Hộ nghèo", 565, 2147], [None, None, None, "Hộ cận nghèo", 126, 512],
    [None, "Toàn huyện", 1998, "Hộ nghèo", 1184, 4368], [None, None, None, "Hộ cận nghèo", 343, 1461],
]  # fmt: skip


def test_a_column_of_labels_may_stand_behind_figures() -> None:
    told = indicators(TWO_LINES)
    assert [told[cell] for cell in ("C3", "E3", "E4", "F3", "F4")] == [
        "pov.hh_total", "pov.hh_poor", "pov.hh_near_poor", "pov.person_poor", "pov.person_near_poor",
    ]  # fmt: skip
    assert parts_of(read_rows(TWO_LINES))["E7"] == {"E3", "E5"}


def test_a_remark_behind_the_figures_is_no_label() -> None:
    rows: Rows = [
        ["TT", "Xã", "Số hộ nghèo", "Ghi chú", "Số hộ cận nghèo"],
        [1, "Xã Dân Hóa", 619, "giảm", 217],
        [2, "Xã Trọng Hóa", 565, "giảm", 126],
    ]
    assert indicators(rows)["E3"] == "pov.hh_near_poor"


def test_a_number_that_only_the_first_line_of_a_place_bears_counts_the_place() -> None:
    rows: Rows = [
        ["STT", "Huyện", "Đối tượng", "Số thẻ (thẻ)"],
        [1, "Thành phố Đồng Xoài", "Hộ nghèo", 625], [None, None, "Hộ cận nghèo", 465], [None, None, "Cộng", 1090],
        [2, "Thị xã Bình Long", "Hộ nghèo", 1058], [None, None, "Hộ cận nghèo", 750], [None, None, "Cộng", 1808],
    ]  # fmt: skip
    assert parts_of(read_rows(rows)) == {"D4": {"D2", "D3"}, "D7": {"D5", "D6"}}


def test_the_heading_over_all_columns_announces_and_the_column_s_own_decides() -> None:
    rows: Rows = [
        ["Đơn vị tính: đồng"],
        ["STT", "Đơn vị", "Kế hoạch vốn năm 2024 (bao gồm vốn kéo dài) và kết quả giải ngân đến 31/12/2024"],
        [None, None, "Kế hoạch vốn", "Giải ngân"],
        [1, "Xã Vi Hương", 1_200_000_000, 900_000_000],
        [2, "Xã Sĩ Bình", 800_000_000, 750_000_000],
    ]
    told = by_cell(read_rows(rows, merged=[(2, 3, 2, 4)]))
    assert [told[cell].meaning.indicator for cell in ("C4", "D4")] == ["fund.plan", "fund.disbursed"]


def test_money_planned_for_a_fund_is_not_spent() -> None:
    rows: Rows = [
        ["STT", "Nội dung", "ĐVT", "Kế hoạch năm 2023", "Thực hiện năm 2023"],
        ["I", "Kinh phí thực hiện"],
        [1, "Vốn ngân sách trung ương", "triệu đồng", 618_425, 397_316],
        [2, "Vốn ngân sách địa phương", "triệu đồng", 96_200, 70_050],
    ]
    told = indicators(rows)
    assert (told["D3"], told["E3"]) == ("fund.plan", "fund.disbursed")


def test_those_told_of_a_line_are_counted_as_the_line_is() -> None:
    rows: Rows = [
        ["STT", "Nội dung", "ĐVT", "Thực hiện năm 2023"],
        [1, "Số hộ được hỗ trợ nhà ở", "hộ", 846],
        ["+", "Trong đó: Hộ nghèo", "hộ", 748],
        [2, "Tổng số hộ dân cư", "hộ", 9120],
        ["+", "Trong đó: Hộ nghèo", "hộ", 1480],
    ]
    told = by_cell(read_rows(rows))
    assert [told[cell].meaning.indicator for cell in ("D3", "D5")] == ["house.hh_supported", "pov.hh_poor"]
    assert told["D3"].meaning.population_group == "poor_hh"


def test_what_money_comes_from_says_nothing_of_what_it_is_for() -> None:
    rows: Rows = [
        ["TIẾN ĐỘ XÓA NHÀ TẠM, NHÀ DỘT NÁT CHO HỘ NGHÈO NĂM 2025"],
        ["STT", "Huyện", "Kinh phí đã hỗ trợ (triệu đồng)"],
        [None, None, "Tổng cộng", "Chia ra"],
        [None, None, None, "Ngân sách nhà nước", "Quỹ Vì người nghèo"],
        [1, "Huyện U Minh", 12_035, 8_850, 3_185],
        [2, "Huyện Cái Nước", 4_750, 3_075, 1_675],
    ]
    told = by_cell(read_rows(rows, merged=[(2, 3, 2, 5), (3, 4, 3, 5)]))
    assert {told[cell].meaning.indicator for cell in ("C5", "D5", "E5")} == {"house.amount_grant"}


def test_a_rate_of_multidimensional_poverty_is_told_from_that_of_the_poor() -> None:
    rows: Rows = [
        ["STT", "Xã", "Tỷ lệ đến 31/12/2025 (%)"],
        [None, None, "Hộ nghèo", "Hộ cận nghèo", "Nghèo đa chiều"],
        [1, "Xã Đồng Hỷ", 4.27, 3.86, 8.12],
        [2, "Xã Võ Nhai", 7.55, 7.15, 14.7],
    ]
    told = by_cell(read_rows(rows, merged=[(1, 3, 1, 5)]))
    assert [told[cell].meaning.indicator for cell in ("C3", "D3", "E3")] == [
        "pov.rate_poor", "pov.rate_near_poor", "pov.rate_multidim",
    ]  # fmt: skip


def test_those_who_left_near_poverty_are_not_the_near_poor() -> None:
    rows: Rows = [
        ["STT", "Xã", "Hộ cận nghèo đầu năm", "Hộ thoát cận nghèo", "Hộ cận nghèo cuối năm"],
        [1, "Xã Đồng Hỷ", 257, 88, 169],
        [2, "Xã Võ Nhai", 485, 151, 334],
    ]
    told = indicators(rows)
    assert (told["C2"], told["D2"]) == ("pov.hh_near_poor", None)


def test_households_with_a_toilet_are_not_all_households() -> None:
    rows: Rows = [
        ["STT", "Xã", "Tổng số hộ (hộ)", "Hộ có nhà tiêu hợp vệ sinh"],
        [None, None, None, "Số hộ (hộ)", "Tỷ lệ (%)"],
        [1, "Xã Long Hồ", 11_707, 10_118, 86.43],
        [2, "Xã Cái Nhum", 9_310, 8_004, 85.97],
    ]
    told = by_cell(read_rows(rows, merged=[(1, 4, 1, 5)]))
    assert [told[cell].meaning.indicator for cell in ("C3", "D3", "E3")] == ["pov.hh_total", None, "infra.toilet_rate"]


def test_a_change_is_of_the_table_s_time_and_not_of_the_day_that_it_is_measured_from() -> None:
    rows: Rows = [
        ["TÌNH HÌNH DƯ NỢ ĐẾN 30/9/2022, ĐVT: triệu đồng"],
        ["STT", "Chương trình", "Dư nợ đến 31/12/2021", "Dư nợ đến 30/9/2022", "Tăng (+), giảm (-) so với 31/12/2021"],
        [1, "Cho vay hộ nghèo", 148_620, 140_157, -8_463],
        [2, "Cho vay hộ cận nghèo", 226_904, 229_158, 2_254],
    ]
    period = by_cell(read_rows(rows))["E3"].meaning.period
    assert period is not None
    assert (period.end.month, period.end.year) == (9, 2022)


def test_money_not_yet_spent_is_not_spent() -> None:
    rows: Rows = [
        ["Đơn vị tính: triệu đồng"],
        ["STT", "Xã", "Kế hoạch vốn", "Giải ngân", "Chưa giải ngân"],
        [1, "Xã Vi Hương", 1_200, 900, 300],
        [2, "Xã Sĩ Bình", 800, 750, 50],
    ]
    told = indicators(rows)
    assert (told["D3"], told["E3"]) == ("fund.disbursed", None)


def test_cards_more_and_fewer_are_no_cards_held() -> None:
    rows: Rows = [
        ["STT", "Huyện", "Số thẻ BHYT đầu năm (thẻ)", "Số thẻ tăng trong năm (thẻ)", "Số thẻ giảm trong năm (thẻ)"],
        [1, "Huyện Bù Đăng", 5_083, 37, 959],
        [2, "Huyện Bù Đốp", 3_602, 37, 860],
    ]
    told = indicators(rows)
    assert [told[cell] for cell in ("C2", "D2", "E2")] == [
        "health.insurance_cards", "rel.count_change", "rel.count_change",
    ]  # fmt: skip


def test_a_share_of_the_plan_is_of_the_total_and_not_of_what_stands_right_before_it() -> None:
    rows: Rows = [
        ["TT", "Xã", "Kế hoạch năm 2026 (người)", "Thực hiện 6 tháng (người)", None, None, "Tỷ lệ TH/KH (%)"],
        [None, None, None, "Tổng số", "Đi làm việc ở nước ngoài", "Làm việc trong tỉnh", None],
        [1, "Xã Long Hồ", 720, 463, 17, 446, 64.3], [2, "Xã Cái Nhum", 1100, 732, 26, 706, 66.5],
        [3, "Xã Càng Long", 1100, 543, 4, 539, 49.4], [4, "Xã Tiểu Cần", 650, 385, 9, 376, 89.2],
    ]  # fmt: skip
    assert broken(read_rows(rows, merged=[(1, 4, 1, 6)])) == [frozenset({"Sheet1!C6", "Sheet1!D6", "Sheet1!G6"})]


def test_a_column_that_says_nothing_has_the_first_unit_of_the_line_and_not_that_of_a_programme_s_name() -> None:
    rows: Rows = [
        ["KẾT QUẢ CHO VAY ĐẾN 31/5/2023"],
        [None, None, None, "ĐVT: Triệu đồng, hộ"],
        ["Chương trình", "Kế hoạch năm", "Dư nợ", "Số hộ dư nợ", "Tỷ lệ hoàn thành KH (%)"],
        ["1. Hộ nghèo", 120_000, 110_000, 2_500, 91.67],
        ["2. Hộ cận nghèo", 80_000, 76_000, 1_700, 95],
    ]
    told = by_cell(read_rows(rows))
    assert [told[cell].unit for cell in ("B4", "C4", "D4")] == ["VND", "VND", "household"]
    assert broken(read_rows(rows)) == []


def test_a_title_of_a_plan_says_that_its_figures_are_planned() -> None:
    rows: Rows = [
        ["GIAO KẾ HOẠCH VỐN THỰC HIỆN CHƯƠNG TRÌNH MTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024"],
        ["STT", "Đơn vị", "Dự án 1 (đồng)", "Dự án 2 (đồng)"],
        [1, "Xã Tả Van", 400_000_000, 300_000_000],
        [2, "Xã Bản Hồ", 500_000_000, 200_000_000],
    ]
    told = by_cell(read_rows(rows))
    assert {(one.meaning.indicator, one.meaning.status) for one in told.values()} == {("fund.plan", "plan")}


def test_jobs_are_counted_in_persons_where_the_line_says_so() -> None:
    rows: Rows = [
        ["TIẾN ĐỘ GIẢI QUYẾT VIỆC LÀM NĂM 2023 (người)"],
        ["TT", "Nội dung", "Kế hoạch 2023", "Thực hiện 2023"],
        [1, "Việc làm trong nước", 1500, 1550],
        [2, "Xuất khẩu lao động", 500, 510],
        [None, "Cộng", 2000, 2060],
    ]
    assert set(units(rows).values()) == {"person"}
    assert parts_of(read_rows(rows))["C5"] == {"C3", "C4"}


def test_a_group_told_under_a_count_of_another_is_within_it() -> None:
    rows: Rows = [
        ["Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022"],
        ["1. Tổng số hộ dân", "hộ", 25_310, 25_400],
        ["2. Số hộ nghèo", "hộ", 6_120, 5_005],
        ["   - Dân tộc thiểu số", "hộ", 5_900, 4_800],
    ]
    groups = [by_cell(read_rows(rows))[cell].meaning.population_group for cell in ("C2", "C3", "C4")]
    assert groups == ["all_hh", "poor_hh", "ethnic_minority_poor_hh"]


def test_counts_that_are_printed_with_a_nought_before_them_are_no_codes() -> None:
    rows: Rows = [["TT", "Mã xã", "Địa phương", "Số vụ việc (vụ việc)"]]
    rows += [
        ["1", "02014", "Xã Vi Hương", "03"],
        ["2", "02017", "Xã Sĩ Bình", "11"],
        ["3", "02020", "Xã Lục Bình", "02"],
    ]
    assert {cell: one.value for cell, one in by_cell(read_rows(rows)).items()} == {"D2": 3, "D3": 11, "D4": 2}


def test_the_years_of_a_standard_are_not_those_of_the_figures_beside_it() -> None:
    title = "(Theo kết quả rà soát cuối năm 2023, chuẩn nghèo đa chiều giai đoạn 2022 - 2025)"
    rows: Rows = [["PHÂN TÍCH HỘ NGHÈO"], [title], ["TT", "Xã", "Số hộ nghèo (hộ)"], [1, "Xã Vi Hương", 12]]
    period = by_cell(read_rows(rows))["C4"].meaning.period
    assert period
    assert (period.start.year, period.end.year) == (2023, 2023)
