"""Plans and what was done, rates, shares and changes, and the times that they are told of."""

import pytest

from pipelines.model import Meaning
from tests.unit.tables.grids import Rows, by_cell, meanings, read_rows


def period(meaning: Meaning) -> str:
    assert meaning.period is not None
    return meaning.period.text


def test_quotients_of_columns_are_of_the_time_of_what_was_done() -> None:
    rows: Rows = [["KẾT QUẢ GIẢI NGÂN VỐN 9 THÁNG ĐẦU NĂM 2024"]]
    rows += [["Nguồn vốn", "Giải ngân 9 tháng năm 2023", "Kế hoạch vốn năm 2024", "Giải ngân 9 tháng năm 2024",
              "So với KH năm 2024 (%)", "So với cùng kỳ năm 2023 (%)"]]  # fmt: skip
    rows += [["A", "1", "2", "3", "4=3/2*100", "5=3/1*100"]]
    rows += [["Vốn đầu tư", 61, 118, 83, 70.3, 136.1], ["Vốn sự nghiệp", 9, 32, 15, 46.9, 166.7]]
    told = meanings(rows)
    assert [period(told[f"{letter}4"]) for letter in "BDEF"] == [
        "2023-01/2023-09", "2024-01/2024-09", "2024-01/2024-09", "2024-01/2024-09",
    ]  # fmt: skip
    assert told["F4"].indicator == "rel.ratio_to_same_period"


def test_what_a_plan_leaves_is_no_plan() -> None:
    rows: Rows = [["VỐN CHƯƠNG TRÌNH 135 NĂM 2018 (đồng)"], ["Huyện", "KH vốn giao", "Giải ngân", "Còn lại"]]
    rows += [["Huyện Na Rì", 40, 39, 1], ["Huyện Ba Bể", 31, 30, 1]]
    told = meanings(rows)
    assert [told[f"{letter}3"].indicator for letter in "BCD"] == ["fund.plan", "fund.disbursed", None]


def test_the_end_of_the_year_before_is_the_opening_of_what_fell_and_rose() -> None:
    rows: Rows = [["DIỄN BIẾN HỘ NGHÈO TRONG NĂM 2024"]]
    rows += [["Xã", "Số hộ nghèo cuối năm 2023", "Số hộ nghèo giảm trong năm", "Số hộ nghèo tăng trong năm",
              "Số hộ nghèo cuối năm 2024"]]  # fmt: skip
    rows += [["Xã Vi Hương", 78, 40, 3, 41], ["Xã Sĩ Bình", 30, 5, 1, 26]]
    told = meanings(rows)
    assert [(told[cell].indicator, period(told[cell])) for cell in ("B3", "E3")] == [
        ("pov.hh_poor_begin", "2023-12-31"), ("pov.hh_poor_end", "2024-12-31"),
    ]  # fmt: skip


def test_things_done_divided_by_things_planned_are_a_share_of_the_plan() -> None:
    rows: Rows = [["KẾT QUẢ THỰC HIỆN DỰ ÁN 1 NĂM 2025"], ["Xã", "Hỗ trợ đất ở (hộ)", None, None]]
    rows += [[None, "KH giao", "Thực hiện", "Tỷ lệ"], ["(1)", "(2)", "(3)", "(4)=(3)/(2)"], ["Xã Ea Rốk", 10, 8, 0.8]]
    rows += [["Xã Ia Rvê", 15, 11, 0.733]]
    assert meanings(rows, [(2, 2, 2, 4), (2, 1, 3, 1)])["D5"].indicator == "plan.completion_rate"


def test_a_share_of_the_plan_is_told_at_the_time_of_what_was_done() -> None:
    rows: Rows = [["NGUỒN VỐN (triệu đồng)"], ["Chỉ tiêu", "Kế hoạch năm 2025", "Thực hiện 30/6/2025",
                  "% thực hiện KH năm 2025"]]  # fmt: skip
    rows += [["Vốn trung ương", 324, 319, 98.5], ["Vốn địa phương", 35, 33, 94.3]]
    assert period(meanings(rows)["D3"]) == "2025-06-30"


def test_what_is_told_in_points_is_a_change() -> None:
    rows: Rows = [["Tỷ lệ hộ nghèo"], ["Huyện", "Tỷ lệ năm 2022 (%)", "Tỷ lệ năm 2022 so với năm 2021 (điểm %)"]]
    told = meanings([*rows, ["Huyện Đà Bắc", 25.58, -6.93], ["Huyện Mai Châu", 10.9, -2.27]])
    assert [told[cell].indicator for cell in ("B3", "C3")] == ["pov.rate_poor", "pov.rate_poor_change_pp"]


def test_a_fall_in_points_a_year_is_a_change_of_the_rate_of_its_line() -> None:
    rows: Rows = [["Xã", "Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022", "Bình quân giảm/năm 2021-2022 (điểm %)"]]
    rows += [["Xã Vi Hương", "Số hộ nghèo", "hộ", 40, 30, "x"], [None, "Tỷ lệ hộ nghèo", "%", 20.0, 15.0, 5.0]]
    told = meanings([*rows, ["Xã Sĩ Bình", "Số hộ nghèo", "hộ", 9, 8, "x"], [None, "Tỷ lệ hộ nghèo", "%", 9.0, 8.0, 1]])
    assert [told[cell].indicator for cell in ("E3", "F3")] == ["pov.rate_poor", "pov.rate_poor_change_pp"]


def test_what_is_told_of_a_column_is_of_its_time() -> None:
    rows: Rows = [["NGUỒN VỐN ĐỊA PHƯƠNG ĐẾN 31/12/2025 (triệu đồng)"], ["Đơn vị", "Năm 2025", None, None]]
    rows += [[None, "Kế hoạch bổ sung", "Đã bổ sung 6 tháng", "Trong đó: từ nguồn tiết kiệm chi"]]
    told = meanings([*rows, ["Cấp tỉnh", 30, 19, 5], ["Thành phố Vị Thanh", 3, 2, 1]], [(2, 2, 2, 4), (2, 1, 3, 1)])
    assert [period(told[cell]) for cell in ("B4", "C4", "D4")] == ["2025", "2025-S1", "2025-S1"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Học kỳ I năm học 2023 - 2024", "2023-09/2023-12"),
        ("Học kỳ II năm học 2023 - 2024", "2024-01/2024-05"),
        ("Học kỳ I và học kỳ II năm học 2023 - 2024", "2023-09/2024-05"),
        ("Năm học 2023 - 2024", "2023-09/2024-05"),
    ],
)
def test_a_title_may_tell_one_term_of_a_school_year(line: str, told: str) -> None:
    rows: Rows = [["MIỄN, GIẢM HỌC PHÍ"], [line], ["Trường", "Số học sinh được miễn học phí"], ["MN Mường Nhé", 80]]
    assert period(meanings([*rows, ["MN Leng Su Sìn", 40]])["B4"]) == told


def test_a_share_of_the_plan_of_a_budget_is_its_rate_of_spending() -> None:
    rows: Rows = [["TÌNH HÌNH GIẢI NGÂN VỐN CHƯƠNG TRÌNH NĂM 2022"], [None, None, None, None, "ĐVT: triệu đồng"]]
    rows += [["STT", "Nội dung", "Kế hoạch vốn", "Giải ngân đến 30/9", "Tỷ lệ giải ngân so với kế hoạch"]]
    rows += [["A", "B", "1", "2", "3=2/1"], [1, "Hỗ trợ lao động đi làm việc ở nước ngoài", 50, 30, 60]]
    told = meanings([*rows, [2, "Đào tạo cán bộ cấp xã", 40, 10, 25], [None, "Tổng cộng", 90, 40, 44.4]])
    assert {(told[f"E{row}"].indicator, told[f"E{row}"].population_group) for row in (5, 6, 7)} == {
        ("fund.disbursed_rate", "_T")
    }


def test_a_share_of_the_plan_of_loans_is_no_rate_of_spending() -> None:
    rows: Rows = [["KẾT QUẢ CHO VAY NĂM 2022"], [None, None, None, None, "ĐVT: triệu đồng"]]
    rows += [["STT", "Xã", "Kế hoạch dư nợ", "Dư nợ", "% so với kế hoạch"], [1, "Xã Vi Hương", 50, 30, 60]]
    assert meanings([*rows, [2, "Xã Sĩ Bình", 40, 10, 25]])["E4"].indicator == "plan.completion_rate"


def test_what_is_compared_with_a_target_is_a_share_of_the_plan() -> None:
    rows: Rows = [["TT", "Chỉ tiêu", "ĐVT", "Mục tiêu đến 2015", "Thực hiện năm 2015", "% so với mục tiêu"]]
    rows += [[1, "Số hộ thoát nghèo", "hộ", 400, 500, 125], [2, "Số lao động được đào tạo nghề", "người", 80, 40, 50]]
    told = meanings(rows)
    assert [told[f"F{row}"].indicator for row in (2, 3)] == ["plan.completion_rate"] * 2


def test_the_average_of_a_rate_over_places_is_their_rate() -> None:
    rows: Rows = [
        ["KẾT QUẢ NĂM 2016 HUYỆN NA RÌ"],
        ["STT", "Xã", "Tỷ lệ hộ nghèo (%)", "Thu nhập bình quân (triệu đồng)"],
    ]
    rows += [[1, "Xã Vi Hương", 12.5, 21], [2, "Xã Sĩ Bình", 17.5, 19], [None, "Bình quân toàn huyện", 15, 20]]
    assert meanings(rows)["C5"].indicator == "pov.rate_poor"


PLANNED: Rows = [
    ["STT", "Huyện", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"], [1, "Huyện Na Rì", 40, 30, 75],
    [2, "Huyện Ba Bể", 60, 30, 50],
]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "indicators"),
    [
        ("NGUỒN VỐN CHƯƠNG TRÌNH NĂM 2021 (tỷ đồng)", ["fund.plan", "fund.disbursed", "fund.disbursed_rate"]),
        ("TÌNH HÌNH GIẢI NGÂN NĂM 2021 (tỷ đồng)", ["fund.plan", "fund.disbursed", "fund.disbursed_rate"]),
        ("SỐ LAO ĐỘNG ĐƯỢC ĐÀO TẠO NGHỀ NĂM 2021 (người)", [*["emp.vocational_trained"] * 2, "plan.completion_rate"]),
    ],
)
def test_plan_and_result_with_a_bare_rate_behind_them(title: str, indicators: list[str]) -> None:
    told = meanings([[title], *PLANNED])
    assert [told[f"{column}3"].indicator for column in "CDE"] == indicators


def test_a_fall_of_a_rate_is_told_in_points_in_a_row_of_its_own_unit() -> None:
    rows: Rows = [["TT", "Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022"], [1, "Tỷ lệ hộ nghèo", "%", 12.5, 9.5]]
    cells = by_cell(read_rows([*rows, [2, "Mức giảm tỷ lệ hộ nghèo", "%", 2.5, 3.0]]))
    assert [cells[f"E{row}"].unit for row in (2, 3)] == ["percent", "percentage_point"]


def test_what_a_project_plans_is_planned_and_its_rate_a_share_of_the_plan() -> None:
    rows: Rows = [["HỖ TRỢ NHÀ Ở CHO HỘ NGHÈO ĐẾN NĂM 2019"]]
    rows += [["STT", "Xã", "Số hộ được hỗ trợ theo đề án", "Số hộ đã hoàn thành", "Đạt tỷ lệ (%)"]]
    told = meanings([*rows, [1, "Xã Vi Hương", 20, 15, 75], [2, "Xã Sĩ Bình", 10, 4, 40]])
    assert (told["C3"].status, told["E3"].indicator) == ("plan", "plan.completion_rate")


def test_a_share_of_the_poor_is_no_poverty_rate() -> None:
    rows: Rows = [["PHÂN LOẠI HỘ NGHÈO NĂM 2022"], ["(Theo chuẩn nghèo đa chiều giai đoạn 2022-2025)"]]
    rows += [["TT", "Huyện", "Tổng số hộ dân", "Số hộ nghèo", "Tỷ lệ (%)", "Hộ nghèo không có khả năng lao động", None]]
    rows += [[None, None, None, None, None, "Số hộ", "Tỷ lệ (%)"], ["A", "B", "1", "2", "3=2/1*100", "4", "5=4/2*100"]]
    rows += [[1, "Huyện Na Rì", 900, 90, 10.0, 9, 10.0], [2, "Huyện Ba Bể", 800, 40, 5.0, 8, 20.0]]
    told = meanings(rows, [(3, 6, 3, 7)])
    assert [told[f"{letter}6"].indicator for letter in "DEFG"] == ["pov.hh_poor", "pov.rate_poor", "pov.hh_poor", None]
    assert period(told["D6"]) == "2022"  # the years of the standard are not the table's


@pytest.mark.parametrize(("rate", "checked"), [("Tỷ lệ giải ngân (%)", "share"), ("Tỷ lệ (%)", "plan_ratio")])
def test_a_rate_behind_groups_with_totals_is_of_their_totals(rate: str, checked: str) -> None:
    rows: Rows = [["GIẢI NGÂN VỐN NĂM 2024 (triệu đồng)"]]
    rows += [["Dự án", "Kế hoạch vốn giao năm 2024", None, None, "Giải ngân đến 30/9/2024", None, None, rate]]
    rows += [[None, "Tổng số", "Trong đó", None, "Tổng số", "Trong đó", None, None]]
    rows += [[None, None, "Vốn ĐTPT", "Vốn sự nghiệp", None, "Vốn ĐTPT", "Vốn sự nghiệp", None]]
    rows += [["Dự án 1", 200, 150, 50, 100, 90, 10, 50.0], ["Dự án 2", 80, 40, 40, 60, 40, 20, 75.0]]
    rows += [["Dự án 4", 50, 40, 10, 10, 5, 5, 20.0]]
    merged = [
        (2, 1, 4, 1),
        (2, 2, 2, 4),
        (3, 2, 4, 2),
        (3, 3, 3, 4),
        (2, 5, 2, 7),
        (3, 5, 4, 5),
        (3, 6, 3, 7),
        (2, 8, 4, 8),
    ]
    reading = read_rows(rows, merged)
    told = by_cell(reading)["H5"].meaning
    assert (told.indicator, period(told)) == ("fund.disbursed_rate", "2024-09-30")
    assert sum(one.kind == checked for one in reading.relations) == 3


def test_a_rate_right_behind_those_told_of_a_total_is_no_share_of_the_plan() -> None:
    rows: Rows = [["VIỆC LÀM NĂM 2024"], ["Xã", "Kế hoạch (người)", "Thực hiện (người)", "Trong đó: nữ", "Tỷ lệ (%)"]]
    rows += [["Xã Pù Nhi", 10, 8, 4, 50.0], ["Xã Tam Chung", 20, 10, 3, 30.0]]
    assert meanings(rows)["E3"].indicator != "plan.completion_rate"
