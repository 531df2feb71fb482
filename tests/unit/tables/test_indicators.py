"""What a figure of a form measures, where heading, label and title must be weighed."""

import pytest

from tests.unit.tables.grids import Rows, by_cell, meanings, read_rows


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
        ("HỖ TRỢ HỌC SINH BÁN TRÚ NĂM 2024", "Tiền nhà ở (nghìn đồng)", "edu.boarding_amount"),
    ],
)
def test_what_a_heading_measures_under_a_title(title: str, heading: str, indicator: str | None) -> None:
    rows: Rows = [[title], ["Địa bàn", heading], ["Huyện Na Rì", 8], ["Huyện Ba Bể", 5]]
    assert meanings(rows)["B3"].indicator == indicator


def test_a_title_that_opens_as_a_form_is_one() -> None:
    rows: Rows = [["BIỂU TỔNG HỢP KINH PHÍ HỖ TRỢ TIỀN ĐIỆN CHO HỘ NGHÈO NĂM 2020"], ["Xã", "Kinh phí (đồng)"]]
    assert meanings([*rows, ["Xã Pù Nhi", 8], ["Xã Tam Chung", 5]])["B3"].indicator == "social.electricity_amount"


def test_a_line_that_tells_one_figure_over_a_table_is_no_title() -> None:
    rows: Rows = [["KINH PHÍ HỖ TRỢ TIỀN ĐIỆN NĂM 2020"]]
    rows += [[None, "Mức hỗ trợ (đồng/hộ/tháng):", 51_000, "Kinh phí: nghìn đồng"]]
    rows += [["TT", "Xã", "Số hộ nghèo (hộ)", "Số hộ CSXH (hộ)", "Kinh phí"]]
    told = meanings([*rows, [1, "Xã Pù Nhi", 541, 7, 83_844], [2, "Xã Nhi Sơn", 244, 39, 43_299]])
    assert [(told[cell].indicator, told[cell].population_group) for cell in ("C4", "D4", "E4")] == [
        ("social.electricity_hh", "poor_hh"), ("social.electricity_hh", "social_protection"),
        ("social.electricity_amount", "_T"),
    ]  # fmt: skip


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


def test_a_line_in_other_things_than_its_columns_tells_its_own_unit() -> None:
    rows: Rows = [["STT", "Xã", "Số tiêu chí đạt năm 2015 (tiêu chí)", "Số tiêu chí đạt năm 2016 (tiêu chí)"]]
    rows += [[1, "Xã Vi Hương", 12, 19], [2, "Xã Sĩ Bình", 17, 18], [None, "Số xã đạt chuẩn nông thôn mới (xã)", 0, 1]]
    one = by_cell(read_rows(rows))["D4"]
    assert (one.unit, one.meaning.indicator) == ("commune", "nrd.commune_standard")


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


def test_formulas_that_go_in_a_circle_end_no_reading() -> None:
    rows: Rows = [["GIẢI NGÂN VỐN NĂM 2023"], ["Huyện", "Tổng số (triệu đồng)", "TW (triệu đồng)", "ĐP (triệu đồng)"]]
    rows += [["A", "1=2+3", "2=1+3", "3=1/2"], ["Huyện Na Rì", 5, 3, 2], ["Huyện Ba Bể", 7, 4, 3]]
    assert {one.indicator for one in meanings(rows).values()} == {"fund.disbursed"}


def test_works_are_counted_by_how_far_they_are_whatever_their_kind() -> None:
    rows: Rows = [
        ["XÓA NHÀ TẠM NĂM 2025 (căn)"],
        ["TT", "Xã", "Xây mới", "Sửa chữa", "Đã khởi công", None, "Đã hoàn thành, bàn giao", None],
        [None, None, None, None, "Xây mới", "Sửa chữa", "Xây mới", "Sửa chữa"],
        [1, "Xã Vi Hương", 20, 10, 12, 8, 6, 5],
    ]
    merged = [(2, 5, 2, 6), (2, 7, 2, 8), (2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 3, 3), (2, 4, 3, 4)]
    told = meanings(rows, merged)
    assert [told[f"{column}4"].indicator for column in "CDEFGH"] == [
        "house.units_new", "house.units_repaired", "house.units_started", "house.units_started",
        "house.units_completed", "house.units_completed",
    ]  # fmt: skip


def test_a_total_of_several_supports_is_none_of_them() -> None:
    rows: Rows = [["HỖ TRỢ CHI PHÍ HỌC TẬP, MIỄN GIẢM HỌC PHÍ NĂM 2023 (đồng)"]]
    rows += [["Xã", "Kinh phí miễn học phí", "Kinh phí hỗ trợ chi phí học tập", "Tổng kinh phí"]]
    rows += [["A", "1", "2", "3=1+2"], ["Xã Pù Nhi", 8, 30, 38], ["Xã Tam Chung", 5, 20, 25]]
    told = meanings(rows)
    assert [told[cell].indicator for cell in ("B4", "C4", "D4")] == [
        "edu.fee_exempt_amount", "edu.study_cost_amount", None,
    ]  # fmt: skip


def test_the_line_over_a_row_says_more_of_it_than_its_section() -> None:
    rows: Rows = [["KẾT QUẢ GIẢM NGHÈO"], ["TT", "Chỉ tiêu", "ĐVT", "Năm 2023", "Năm 2024"]]
    rows += [["I", "Hộ nghèo, cận nghèo", None, None, None], [1, "Hộ nghèo", "hộ", 28, 23]]
    rows += [["-", "Trong đó: Hộ DTTS", "hộ", 27, 22], [2, "Hộ cận nghèo", "hộ", 9, 8]]
    told = meanings(rows)
    assert [told[f"D{row}"].indicator for row in (4, 5, 6)] == ["pov.hh_poor", "pov.hh_poor", "pov.hh_near_poor"]


@pytest.mark.parametrize(
    ("line", "indicator"),
    [
        ("(Theo Nghị định 116/2016/NĐ-CP)", "edu.boarding_pupils"),
        ("(Theo Nghị định 116/2016/NĐ-CP và Nghị định 81/2021/NĐ-CP)", None),
    ],
)
def test_a_line_that_cites_several_decrees_says_not_what_is_measured(line: str, indicator: str | None) -> None:
    rows: Rows = [["TỔNG HỢP CHẾ ĐỘ ĐỐI VỚI HỌC SINH NĂM 2024"], [line], ["Xã", "Số học sinh (em)"]]
    assert meanings([*rows, ["Xã Pù Nhi", 8], ["Xã Tam Chung", 5]])["B4"].indicator == indicator
