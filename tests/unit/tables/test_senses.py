"""What a figure of a form measures and whom it concerns, where heading, label and title must be weighed."""

from collections.abc import Mapping, Sequence

import pytest

from pipelines.model import Meaning
from tests.unit.tables.grids import Value, by_cell, read_rows

Rows = list[list[Value]]
Merged = Sequence[tuple[int, int, int, int]]


def meanings(rows: Rows, merged: Merged = ()) -> Mapping[str, Meaning]:
    return {cell: one.meaning for cell, one in by_cell(read_rows(rows, merged)).items()}


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


@pytest.mark.parametrize(
    ("heading", "group"), [("Nhóm đối tượng", "disabled"), ("Nội dung", "_T")], ids=["groups", "projects"]
)
def test_money_by_groups_is_of_the_groups_that_the_labels_are_asked_for(heading: str, group: str) -> None:
    rows: Rows = [["TÌNH HÌNH THỰC HIỆN KINH PHÍ TRỢ GIÚP NĂM 2017"], [None, None, "ĐVT: nghìn đồng"]]
    rows += [["TT", heading, "Kinh phí đã chi"], [1, "Người khuyết tật", 16_907], [2, "Người cao tuổi", 13_043]]
    told = meanings(rows)
    assert (told["C4"].indicator, told["C4"].population_group) == ("fund.disbursed", group)


def test_a_line_is_of_the_group_that_all_its_parts_share() -> None:
    rows: Rows = [["TT", "Nhóm đối tượng", "Số người", "Kinh phí (đồng)"], [1, "Người cao tuổi", 30, 300]]
    rows += [["1.1", "Người cao tuổi cô đơn thuộc hộ nghèo", 10, 100], ["1.2", "Người cao tuổi từ đủ 80 tuổi", 20, 200]]
    rows += [[2, "Người khuyết tật", 15, 150]]
    assert meanings(rows)["C2"].population_group == "elderly"


def test_brackets_that_add_up_groups_say_whom_a_heading_concerns() -> None:
    rows: Rows = [["Xã", "Hộ nghèo", "Tổng số hộ nghèo đa chiều (hộ nghèo + hộ cận nghèo)", None]]
    rows += [[None, "Số hộ", "Số hộ", "Tỷ lệ (%)"], ["Xã Vi Hương", 30, 50, 12.5], ["Xã Sĩ Bình", 20, 40, 10.0]]
    told = meanings(rows, [(1, 1, 2, 1), (1, 3, 1, 4)])
    assert [told[cell].population_group for cell in ("B3", "C3", "D3")] == [
        "poor_hh", "poor_and_near_poor_hh", "poor_and_near_poor_hh",
    ]  # fmt: skip


def test_services_lacked_are_measured_as_lacks_of_the_households_that_the_column_names() -> None:
    rows: Rows = [["HỘ NGHÈO, HỘ CẬN NGHÈO THEO MỨC ĐỘ THIẾU HỤT DỊCH VỤ XÃ HỘI CƠ BẢN NĂM 2024"]]
    rows += [["TT", "Chỉ số thiếu hụt", "Hộ nghèo", None, "Hộ cận nghèo", None]]
    rows += [[None, None, "Số hộ", "Tỷ lệ (%)", "Số hộ", "Tỷ lệ (%)"]]
    labels = ["Tình trạng đi học của trẻ em", "Diện tích nhà ở bình quân đầu người", "Nhà tiêu hợp vệ sinh"]
    rows += [[number, label, 168, 5.5, 26, 2.5] for number, label in enumerate(labels, start=1)]
    told = meanings(rows, [(2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 2, 4), (2, 5, 2, 6)])
    found = {(cell[0], one.indicator, one.population_group) for cell, one in told.items()}
    assert found == {
        ("C", "pov.hh_deprived_service", "poor_hh"), ("D", "pov.rate_deprived_service", "poor_hh"),
        ("E", "pov.hh_deprived_service", "near_poor_hh"), ("F", "pov.rate_deprived_service", "near_poor_hh"),
    }  # fmt: skip


def test_a_list_of_credit_programmes_is_measured_as_its_title_says() -> None:
    rows: Rows = [["DƯ NỢ CÁC CHƯƠNG TRÌNH TÍN DỤNG ĐẾN 30/9/2023"], [None, None, "ĐVT: triệu đồng"]]
    rows += [["TT", "Chương trình cho vay", "Toàn tỉnh"], [1, "Cho vay hộ nghèo", 577]]
    rows += [[2, "Cho vay nhà ở xã hội theo Nghị định 100", 36], [3, "Cho vay giải quyết việc làm", 491]]
    assert {one.indicator for one in meanings(rows).values()} == {"credit.outstanding"}


@pytest.mark.parametrize(
    ("title", "heading", "indicator"),
    [
        ("KẾT QUẢ TIÊU CHÍ NÔNG THÔN MỚI", "Tổng số xã", "place.admin_units"),
        ("KẾT QUẢ TIÊU CHÍ NÔNG THÔN MỚI", "Số xã đạt chuẩn nông thôn mới", "nrd.commune_standard"),
        ("THAM GIA BẢO HIỂM Y TẾ NĂM 2026", "Số người thuộc hộ nghèo", "pov.person_poor"),
        ("THAM GIA BẢO HIỂM Y TẾ NĂM 2026", "Số người thuộc hộ cận nghèo", "pov.person_near_poor"),
        ("DIỄN BIẾN HỘ NGHÈO NĂM 2024", "Khác giảm (hộ)", "pov.hh_other_decrease"),
        ("DIỄN BIẾN HỘ NGHÈO NĂM 2024", "Khác tăng (hộ)", "pov.hh_other_increase"),
        ("NƯỚC SẠCH VÀ VỆ SINH NÔNG THÔN", "Số hộ sử dụng nước sinh hoạt hợp vệ sinh", "infra.clean_water_hh"),
        ("NƯỚC SẠCH VÀ VỆ SINH NÔNG THÔN", "Số hộ có nhà tiêu hợp vệ sinh", None),
        ("HỖ TRỢ HỘ NGHÈO VỀ NHÀ Ở", "Kinh phí đã thực hiện (triệu đồng)", "house.amount_grant"),
    ],
)
def test_what_a_heading_measures_under_a_title(title: str, heading: str, indicator: str | None) -> None:
    rows: Rows = [[title], ["Địa bàn", heading], ["Huyện Na Rì", 8], ["Huyện Ba Bể", 5]]
    assert meanings(rows)["B3"].indicator == indicator


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


def test_a_people_told_of_a_total_are_those_among_the_households_that_it_counts() -> None:
    rows: Rows = [["KẾT QUẢ HỖ TRỢ HỘ NGHÈO VỀ NHÀ Ở NĂM 2022"], ["Huyện", "Số hộ đã được hỗ trợ (hộ)"]]
    rows += [["Huyện Na Rì", 30], ["Huyện Ba Bể", 20]]
    rows += [["Tổng cộng", 50], ["Trong đó: hộ dân tộc thiểu số", 45]]
    assert meanings(rows)["B6"].population_group == "ethnic_minority_poor_hh"


def test_a_title_that_opens_as_a_form_is_one() -> None:
    rows: Rows = [["BIỂU TỔNG HỢP KINH PHÍ HỖ TRỢ TIỀN ĐIỆN CHO HỘ NGHÈO NĂM 2020"], ["Xã", "Kinh phí (đồng)"]]
    assert meanings([*rows, ["Xã Pù Nhi", 8], ["Xã Tam Chung", 5]])["B3"].indicator == "social.electricity_amount"


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


def test_a_line_that_tells_one_figure_over_a_table_is_no_title() -> None:
    rows: Rows = [["KINH PHÍ HỖ TRỢ TIỀN ĐIỆN NĂM 2020"]]
    rows += [[None, "Mức hỗ trợ (đồng/hộ/tháng):", 51_000, "Kinh phí: nghìn đồng"]]
    rows += [["TT", "Xã", "Số hộ nghèo (hộ)", "Số hộ CSXH (hộ)", "Kinh phí"]]
    told = meanings([*rows, [1, "Xã Pù Nhi", 541, 7, 83_844], [2, "Xã Nhi Sơn", 244, 39, 43_299]])
    assert [(told[cell].indicator, told[cell].population_group) for cell in ("C4", "D4", "E4")] == [
        ("social.electricity_hh", "poor_hh"), ("social.electricity_hh", "social_protection"),
        ("social.electricity_amount", "_T"),
    ]  # fmt: skip


def test_a_total_is_of_all_where_another_column_is_headed_by_the_group_of_the_title() -> None:
    rows: Rows = [["SỐ THẺ BHYT CỦA NGƯỜI NGHÈO, CẬN NGHÈO ĐẾN NGÀY 31/12/2023"]]
    rows += [["Huyện", "Thẻ người nghèo (thẻ)", "Cộng thẻ nghèo, cận nghèo (thẻ)", "Tổng số thẻ BHYT (thẻ)"]]
    told = meanings([*rows, ["Huyện Cư Jút", 2521, 5139, 90_111], ["Huyện Đắk Mil", 2812, 6011, 98_970]])
    assert [told[cell].population_group for cell in ("B3", "C3", "D3")] == ["poor_hh", "poor_and_near_poor_hh", "_T"]


@pytest.mark.parametrize(
    ("title", "heading", "indicator"),
    [
        ("SỐ THẺ BHYT", "Cơ cấu (%)", None),
        ("SỐ THẺ BHYT", "Mức NSNN đóng, hỗ trợ (%)", "unit.support_norm"),
        ("TÌNH HÌNH THIẾU ĐÓI GIÁP HẠT", "Số hộ thiếu đói (hộ)", "pov.hh_food_short"),
        ("TÌNH HÌNH THIẾU ĐÓI GIÁP HẠT", "Số nhân khẩu thiếu đói (người)", "pov.person_food_short"),
        ("TÌNH HÌNH THIẾU ĐÓI GIÁP HẠT", "Tỷ lệ hộ thiếu đói (%)", "pov.rate_food_short"),
        ("CỨU ĐÓI GIÁP HẠT", "Gạo từ nguồn dự trữ quốc gia (tấn)", "social.relief_rice_kg"),
        ("HOẠT ĐỘNG TRỢ GIÚP PHÁP LÝ", "Số người được trợ giúp pháp lý", "legal.persons_aided"),
        ("HOẠT ĐỘNG TRỢ GIÚP PHÁP LÝ", "Số buổi truyền thông trợ giúp pháp lý (buổi)", "legal.sessions"),
        ("HOẠT ĐỘNG TRỢ GIÚP PHÁP LÝ", "Tham gia tố tụng (vụ việc)", "legal.cases"),
        ("MỨC SỐNG DÂN CƯ", "Chi tiêu bình quân đầu người một tháng (nghìn đồng)", "pov.expenditure_per_capita"),
        ("THU NHẬP BÌNH QUÂN ĐẦU NGƯỜI", "Chênh lệch giữa nhóm 5 và nhóm 1 (lần)", "ineq.income_gap"),
        ("PHÂN TÍCH HỘ NGHÈO", "Tỷ lệ hộ nghèo do không có vốn sản xuất, kinh doanh (%)", "pov.rate_poor_by_cause"),
        ("NGUỒN VỐN", "Nguồn vốn huy động được TW cấp bù lãi suất (đồng)", "credit.capital_source"),
        ("NGUỒN VỐN", "Tiền gửi qua Tổ TK&VV (đồng)", "credit.capital_source"),
    ],
)
def test_what_a_heading_measures_in_forms_of_other_offices(title: str, heading: str, indicator: str | None) -> None:
    rows: Rows = [[title], ["Địa bàn", "Ghi số", heading], ["Huyện Na Rì", 8, 3], ["Huyện Ba Bể", 5, 2]]
    assert meanings(rows)["C3"].indicator == indicator


def test_a_heading_below_a_count_of_all_tells_which_of_them() -> None:
    rows: Rows = [["NƯỚC SẠCH NÔNG THÔN NĂM 2013"], ["Huyện", "Tổng số hộ nông thôn (hộ)", None]]
    rows += [[None, "Tổng số", "Hộ nghèo"], ["Huyện Bát Xát", 90, 30], ["Huyện Bắc Hà", 80, 25]]
    told = meanings(rows, [(2, 2, 2, 3), (2, 1, 3, 1)])
    assert [told[cell].population_group for cell in ("B4", "C4")] == ["all_hh", "poor_hh"]


def test_a_total_that_lines_divide_by_groups_is_of_none_of_them() -> None:
    rows: Rows = [["TIẾN ĐỘ XÓA NHÀ TẠM, NHÀ DỘT NÁT NĂM 2025"], ["TT", "Huyện", "Đã hoàn thành (căn)"]]
    rows += [["01", "Huyện Na Rì", 30], ["02", "Huyện Ba Bể", 20], ["TOÀN TỈNH", None, 50]]
    assert meanings(rows, [(5, 1, 5, 2)])["C3"].population_group == "poor_hh"
    rows += [[None, "Phân theo đối tượng:", None], [None, "- Hộ nghèo", 25], [None, "- Hộ cận nghèo", 15]]
    told = meanings([*rows, [None, "- Người có công", 10]], [(5, 1, 5, 2)])
    assert [told[cell].population_group for cell in ("C3", "C5", "C7", "C8")] == ["_T", "_T", "poor_hh", "near_poor_hh"]
    told = meanings(rows, [(5, 1, 5, 2)])
    assert told["C3"].population_group == "poor_and_near_poor_hh"


def test_a_project_of_a_budget_that_names_groups_measures_nothing_of_its_own() -> None:
    rows: Rows = [["TÌNH HÌNH GIẢI NGÂN VỐN GIẢM NGHÈO BỀN VỮNG NĂM 2024"], [None, None, "ĐVT: triệu đồng"]]
    rows += [["TT", "Dự án", "Lũy kế giải ngân từ đầu năm"], ["I", "Dự án 4: Giáo dục nghề nghiệp", 66]]
    told = meanings([*rows, ["II", "Dự án 5: Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo", 26]])
    assert [(told[cell].indicator, told[cell].population_group) for cell in ("C4", "C5")] == [
        ("fund.disbursed", "_T")
    ] * 2


def test_names_of_trades_say_nothing_of_what_is_measured() -> None:
    rows: Rows = [["ĐÀO TẠO NGHỀ CHO LAO ĐỘNG NÔNG THÔN NĂM 2023"]]
    rows += [["TT", "Tên nghề đào tạo", "Số người được đào tạo", None, "Kinh phí (triệu đồng)"]]
    rows += [[None, None, "Tổng số", "Người thuộc hộ nghèo", None]]
    rows += [[1, "May công nghiệp", 60, 18, 180], [2, "Sửa chữa xe máy", 31, 12, 93]]
    told = meanings(rows, [(2, 3, 2, 4), (2, 1, 3, 1), (2, 2, 3, 2), (2, 5, 3, 5)])
    assert {cell: (one.indicator, one.population_group) for cell, one in told.items()} == {
        "C4": ("emp.vocational_trained", "rural_worker"), "D4": ("emp.vocational_trained", "poor_hh"),
        "C5": ("emp.vocational_trained", "rural_worker"), "D5": ("emp.vocational_trained", "poor_hh"),
        "E4": ("fund.disbursed", "rural_worker"), "E5": ("fund.disbursed", "rural_worker"),
    }  # fmt: skip


def test_shares_by_cause_are_no_poverty_rates() -> None:
    rows: Rows = [["PHÂN TÍCH HỘ NGHÈO THEO NGUYÊN NHÂN NGHÈO NĂM 2022"]]
    rows += [["Nguyên nhân nghèo", "Hộ nghèo", None], [None, "Số hộ (hộ)", "Tỷ lệ (%)"]]
    rows += [["Không có đất sản xuất", 120, 30], ["Không có lao động", 60, 15]]
    told = meanings(rows, [(2, 1, 3, 1), (2, 2, 2, 3)])
    assert [told[cell].indicator for cell in ("B4", "C4", "C5")] == [
        "pov.hh_poor_by_cause", "pov.rate_poor_by_cause", "pov.rate_poor_by_cause",
    ]  # fmt: skip


def test_the_old_are_told_by_their_age() -> None:
    rows: Rows = [["CHI TRẢ TRỢ CẤP XÃ HỘI HÀNG THÁNG"], ["TT", "Nhóm đối tượng", "Số đối tượng hưởng (người)"]]
    rows += [[1, "Người từ đủ 80 tuổi trở lên không có lương hưu", 350], [2, "Người khuyết tật", 320]]
    told = meanings(rows)
    assert [told[cell].population_group for cell in ("C3", "C4")] == ["elderly", "disabled"]


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


def test_all_people_are_of_no_group_that_the_title_names() -> None:
    rows: Rows = [["TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022"], ["Xã", "Tổng số dân cư", None]]
    rows += [[None, "Số hộ", "Số khẩu"], ["Xã Vi Hương", 587, 2524], ["Xã Sĩ Bình", 761, 2965]]
    told = meanings(rows, [(2, 2, 2, 3), (2, 1, 3, 1)])
    assert [told[cell].population_group for cell in ("B4", "C4")] == ["all_hh", "all_hh"]


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


def test_a_line_in_other_things_than_its_columns_tells_its_own_unit() -> None:
    rows: Rows = [["STT", "Xã", "Số tiêu chí đạt năm 2015 (tiêu chí)", "Số tiêu chí đạt năm 2016 (tiêu chí)"]]
    rows += [[1, "Xã Vi Hương", 12, 19], [2, "Xã Sĩ Bình", 17, 18], [None, "Số xã đạt chuẩn nông thôn mới (xã)", 0, 1]]
    one = by_cell(read_rows(rows))["D4"]
    assert (one.unit, one.meaning.indicator) == ("commune", "nrd.commune_standard")


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


def test_of_which_may_tell_whom_or_count_something_of_its_own() -> None:
    rows: Rows = [["TT", "Chỉ tiêu", "ĐVT", "Năm 2022"], [1, "Số lao động được giải quyết việc làm", "người", 900]]
    rows += [[None, "Trong đó: Lao động nữ", "người", 400], [None, "Trong đó: Xuất khẩu lao động", "người", 70]]
    told = meanings(rows)
    assert [told[f"D{row}"].indicator for row in (2, 3, 4)] == [
        "emp.jobs_created", "emp.jobs_created", "emp.overseas_workers",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "indicator"),
    [("SỐ HỘ HƯỞNG LỢI TỪ CHƯƠNG TRÌNH (hộ)", "prod.hh_beneficiaries"), ("SỐ HỘ DÂN CƯ (hộ)", "pov.hh_poor")],
)
def test_a_column_told_of_which_counts_what_its_whole_does(title: str, indicator: str) -> None:
    rows: Rows = [[title], ["STT", "Xã", "Thực hiện", "Trong đó: hộ nghèo"], [1, "Xã Vi Hương", 12, 9]]
    one = meanings([*rows, [2, "Xã Sĩ Bình", 17, 8]])["D3"]
    assert (one.indicator, one.population_group) == (indicator, "poor_hh")


def test_what_a_project_plans_is_planned_and_its_rate_a_share_of_the_plan() -> None:
    rows: Rows = [["HỖ TRỢ NHÀ Ở CHO HỘ NGHÈO ĐẾN NĂM 2019"]]
    rows += [["STT", "Xã", "Số hộ được hỗ trợ theo đề án", "Số hộ đã hoàn thành", "Đạt tỷ lệ (%)"]]
    told = meanings([*rows, [1, "Xã Vi Hương", 20, 15, 75], [2, "Xã Sĩ Bình", 10, 4, 40]])
    assert (told["C3"].status, told["E3"].indicator) == ("plan", "plan.completion_rate")


@pytest.mark.parametrize(
    ("title", "heading", "indicator", "group"),
    [
        ("GIAO KHOÁN BẢO VỆ RỪNG NĂM 2020", "Diện tích giao khoán (ha)", "prod.forest_contract_area", "_T"),
        ("GIAO KHOÁN BẢO VỆ RỪNG NĂM 2020", "Số hộ nhận khoán (hộ)", "prod.forest_contract_hh", "_T"),
        ("HỖ TRỢ CHO HỘ NGHÈO NĂM 2020", "Diện tích đất sản xuất (ha)", "prod.land_area", "_T"),
        ("KẾT QUẢ SẢN XUẤT VỤ XUÂN NĂM 2020", "Diện tích lúa (ha)", "econ.sown_area", "_T"),
        ("QUY MÔ HỌC SINH NĂM HỌC 2020-2021", "Số học sinh (em)", "edu.enrolled_pupils", "pupil"),
        ("QUY MÔ HỌC SINH NĂM HỌC 2020-2021", "Số trẻ mầm non (em)", "edu.enrolled_pupils", "preschool_child"),
        ("HỖ TRỢ HỌC SINH NHẬP HỌC NĂM 2020", "Số học sinh được hỗ trợ tiền ăn (em)", "edu.boarding_pupils", "pupil"),
    ],
)
def test_forests_land_and_pupils_are_told_from_fields_and_support(
    title: str, heading: str, indicator: str, group: str
) -> None:
    told = meanings([[title], ["STT", "Xã", heading], [1, "Xã Vi Hương", 12], [2, "Xã Sĩ Bình", 17]])["C3"]
    assert (told.indicator, told.population_group) == (indicator, group)


def test_of_those_contracted_to_protect_forests_the_poor_are_told() -> None:
    rows: Rows = [["KHOÁN BẢO VỆ RỪNG"], ["STT", "Xã", "Số hộ nhận khoán (hộ)", "Trong đó: hộ nghèo (hộ)"]]
    told = meanings([*rows, [1, "Xã Vi Hương", 12, 9], [2, "Xã Sĩ Bình", 17, 8]])["D3"]
    assert (told.indicator, told.population_group) == ("prod.forest_contract_hh", "poor_hh")


def test_a_total_is_of_no_pair_of_groups_that_other_columns_are_headed_by() -> None:
    rows: Rows = [["THẺ BẢO HIỂM Y TẾ CẤP CHO NGƯỜI NGHÈO, CẬN NGHÈO, DTTS NĂM 2020"]]
    rows += [["Huyện", "Người nghèo", "Người cận nghèo", "Người DTTS", "Tổng cộng"]]
    rows += [[None, *["Số thẻ"] * 4], ["Huyện Na Rì", 40, 30, 20, 90], ["Huyện Ba Bể", 60, 30, 10, 100]]
    told = meanings(rows)
    assert [told[f"{column}4"].population_group for column in "BCDE"] == [
        "poor_hh", "near_poor_hh", "ethnic_minority", "_T",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("section", "line", "group"),
    [
        ("VIỆC LÀM, XUẤT KHẨU LAO ĐỘNG", "Số lao động được giải quyết việc làm", "worker"),
        ("XUẤT KHẨU LAO ĐỘNG VÀ VIỆC LÀM", "Số lao động được giải quyết việc làm", "worker"),
        ("ĐÀO TẠO NGHỀ VÀ VIỆC LÀM CHO LAO ĐỘNG NÔNG THÔN", "Số lao động được giải quyết việc làm", "rural_worker"),
        ("LAO ĐỘNG NÔNG THÔN", "Số lao động được giải quyết việc làm", "rural_worker"),
    ],
    ids=["a list", "its first member", "whom the list is about", "no list"],
)
def test_a_group_that_a_section_lists_among_topics_is_not_that_of_all_its_lines(
    section: str, line: str, group: str
) -> None:
    rows: Rows = [["CHỈ TIÊU LAO ĐỘNG NĂM 2023"], ["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện"]]
    rows += [["I", section, None, None], [1, line, "Người", 120], [2, "Số phiên giao dịch việc làm", "Phiên", 4]]
    told = meanings(rows)
    assert told["D4"].population_group == group
    assert told["D5"].population_group == "_T"


@pytest.mark.parametrize(
    ("section", "group"),
    [("NGƯỜI CÓ CÔNG", "merit_person"), ("NHÀ Ở", "poor_hh"), ("NGƯỜI CÓ CÔNG, NHÀ Ở", "poor_hh")],
    ids=["a group", "a topic", "a list"],
)
def test_houses_under_a_section_of_a_group_are_theirs(section: str, group: str) -> None:
    rows: Rows = [["CHỈ TIÊU XÃ HỘI NĂM 2023"], ["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện"]]
    rows += [["I", section, None, None], [1, "Số nhà tình nghĩa xây mới", "Nhà", 12], [2, "Số nhà sửa chữa", "Nhà", 4]]
    assert meanings(rows)["D4"].population_group == group


@pytest.mark.parametrize(
    ("label", "group"),
    [
        ("Trường PTDTBT THCS Nậm Chà", "preschool_child"),
        ("Học sinh tiểu học", "pupil"),
        ("Trường hợp học sinh", "pupil"),
    ],
    ids=["a school", "pupils", "cases"],
)
def test_whom_a_school_helps_its_columns_say(label: str, group: str) -> None:
    rows: Rows = [["CHÍNH SÁCH HỖ TRỢ NĂM HỌC 2023-2024"], ["TT", "Đơn vị", "Hỗ trợ ăn trưa trẻ mẫu giáo", None]]
    rows += [[None, None, "Số trẻ (cháu)", "Kinh phí (1.000 đồng)"]]
    rows += [[1, "Trường Mầm non Nậm Chà", 60, 8640], [2, label, 20, 2880], [3, "Trường Mầm non Hua Bun", 40, 5760]]
    told = meanings(rows, [(2, 3, 2, 4), (2, 1, 3, 1), (2, 2, 3, 2)])
    assert told["C5"].population_group == group


@pytest.mark.parametrize(
    ("second", "indicator"),
    [("Hỗ trợ chi phí học tập", None), ("Hỗ trợ ăn trưa trẻ mẫu giáo đợt 2", "fund.disbursed")],
    ids=["two supports", "one in two parts"],
)
def test_money_that_adds_up_several_supports_is_of_none_of_them(second: str, indicator: str | None) -> None:
    rows: Rows = [["KẾT QUẢ CHI TRẢ CHÍNH SÁCH ĐỐI VỚI TRẺ EM, HỌC SINH NĂM 2023"], [None, None, "ĐVT: triệu đồng"]]
    rows += [["TT", "Xã", "Hỗ trợ ăn trưa trẻ mẫu giáo", second, "Tổng kinh phí"], ["A", "B", "1", "2", "3=1+2"]]
    rows += [[1, "Xã Vi Hương", 30, 50, 80], [2, "Xã Sĩ Bình", 20, 41, 61], [3, "Xã Tân Tú", 26, 33, 59]]
    assert meanings(rows)["E5"].indicator == indicator


def test_a_share_of_the_poor_is_no_poverty_rate() -> None:
    rows: Rows = [["PHÂN LOẠI HỘ NGHÈO NĂM 2022"], ["(Theo chuẩn nghèo đa chiều giai đoạn 2022-2025)"]]
    rows += [["TT", "Huyện", "Tổng số hộ dân", "Số hộ nghèo", "Tỷ lệ (%)", "Hộ nghèo không có khả năng lao động", None]]
    rows += [[None, None, None, None, None, "Số hộ", "Tỷ lệ (%)"], ["A", "B", "1", "2", "3=2/1*100", "4", "5=4/2*100"]]
    rows += [[1, "Huyện Na Rì", 900, 90, 10.0, 9, 10.0], [2, "Huyện Ba Bể", 800, 40, 5.0, 8, 20.0]]
    told = meanings(rows, [(3, 6, 3, 7)])
    assert [told[f"{letter}6"].indicator for letter in "DEFG"] == ["pov.hh_poor", "pov.rate_poor", "pov.hh_poor", None]
    assert period(told["D6"]) == "2022"  # the years of the standard are not the table's


def test_columns_told_of_which_under_a_bare_unit_say_whom_they_count() -> None:
    rows: Rows = [["ĐÀO TẠO NGHỀ NĂM 2022"], ["Huyện", "Đào tạo nghề cho lao động nông thôn", None, None, None]]
    rows += [
        [None, "Số người học nghề (người)", "Trong đó (người)", None, None],
        [None, None, "Nữ", "Người DTTS", "Hộ nghèo"],
    ]
    rows += [["Huyện Na Rì", 90, 40, 30, 20], ["Huyện Ba Bể", 80, 30, 50, 10]]
    told = meanings(rows, [(2, 1, 4, 1), (2, 2, 2, 5), (3, 2, 4, 2), (3, 3, 3, 5)])
    assert [told[f"{letter}5"].population_group for letter in "BCDE"] == [
        "rural_worker", "female", "ethnic_minority", "poor_hh",
    ]  # fmt: skip


def test_skills_that_the_poor_lack_make_no_workers_of_them() -> None:
    rows: Rows = [["HỘ NGHÈO THEO NGUYÊN NHÂN NĂM 2023"], ["Nguyên nhân nghèo", "Số hộ nghèo"]]
    told = meanings([*rows, ["Không có kỹ năng lao động", 9], ["Không có đất sản xuất", 7]])
    assert {one.population_group for one in told.values()} == {"poor_hh"}


def test_formulas_that_go_in_a_circle_end_no_reading() -> None:
    rows: Rows = [["GIẢI NGÂN VỐN NĂM 2023"], ["Huyện", "Tổng số (triệu đồng)", "TW (triệu đồng)", "ĐP (triệu đồng)"]]
    rows += [["A", "1=2+3", "2=1+3", "3=1/2"], ["Huyện Na Rì", 5, 3, 2], ["Huyện Ba Bể", 7, 4, 3]]
    assert {one.indicator for one in meanings(rows).values()} == {"fund.disbursed"}


def test_those_on_allowances_are_the_group_of_their_section() -> None:
    rows: Rows = [["ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI HƯỞNG TRỢ CẤP HẰNG THÁNG"], ["TT", "Nhóm", "Số đối tượng (người)"]]
    rows += [["I", "Người cao tuổi", 40], ["1", "Từ đủ 80 tuổi trở lên", 25], ["2", "Từ đủ 75 tuổi", 15]]
    told = meanings([*rows, ["II", "Người khuyết tật", 30], ["1", "Đặc biệt nặng", 10], ["2", "Nặng", 20]])
    assert [told[f"C{row}"].population_group for row in (4, 7)] == ["elderly", "disabled"]
