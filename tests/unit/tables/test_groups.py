"""Whom a figure of a form concerns, where heading, label and title must be weighed."""

import pytest

from tests.unit.tables.grids import Rows, meanings


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


def test_a_people_told_of_a_total_are_those_among_the_households_that_it_counts() -> None:
    rows: Rows = [["KẾT QUẢ HỖ TRỢ HỘ NGHÈO VỀ NHÀ Ở NĂM 2022"], ["Huyện", "Số hộ đã được hỗ trợ (hộ)"]]
    rows += [["Huyện Na Rì", 30], ["Huyện Ba Bể", 20]]
    rows += [["Tổng cộng", 50], ["Trong đó: hộ dân tộc thiểu số", 45]]
    assert meanings(rows)["B6"].population_group == "ethnic_minority_poor_hh"


def test_a_total_is_of_all_where_another_column_is_headed_by_the_group_of_the_title() -> None:
    rows: Rows = [["SỐ THẺ BHYT CỦA NGƯỜI NGHÈO, CẬN NGHÈO ĐẾN NGÀY 31/12/2023"]]
    rows += [["Huyện", "Thẻ người nghèo (thẻ)", "Cộng thẻ nghèo, cận nghèo (thẻ)", "Tổng số thẻ BHYT (thẻ)"]]
    told = meanings([*rows, ["Huyện Cư Jút", 2521, 5139, 90_111], ["Huyện Đắk Mil", 2812, 6011, 98_970]])
    assert [told[cell].population_group for cell in ("B3", "C3", "D3")] == ["poor_hh", "poor_and_near_poor_hh", "_T"]


def test_a_heading_below_a_count_of_all_tells_which_of_them() -> None:
    rows: Rows = [["NƯỚC SẠCH NÔNG THÔN NĂM 2013"], ["Huyện", "Tổng số hộ nông thôn (hộ)", None]]
    rows += [[None, "Tổng số", "Hộ nghèo"], ["Huyện Bát Xát", 90, 30], ["Huyện Bắc Hà", 80, 25]]
    told = meanings(rows, [(2, 2, 2, 3), (2, 1, 3, 1)])
    assert [told[cell].population_group for cell in ("B4", "C4")] == ["all_hh", "poor_hh"]


def test_a_total_that_lines_divide_by_groups_is_of_none_of_them() -> None:
    rows: Rows = [["TIẾN ĐỘ XÓA NHÀ TẠM, NHÀ DỘT NÁT NĂM 2025"], ["TT", "Huyện", "Đã hoàn thành (căn)"]]
    rows += [["01", "Huyện Na Rì", 30], ["02", "Huyện Ba Bể", 20], ["TOÀN TỈNH", None, 50]]
    rows += [[None, "Phân theo đối tượng:", None], [None, "- Hộ nghèo", 25], [None, "- Hộ cận nghèo", 15]]
    told = meanings([*rows, [None, "- Người có công", 10]], [(5, 1, 5, 2)])
    assert [told[cell].population_group for cell in ("C3", "C5", "C7", "C8")] == ["_T", "_T", "poor_hh", "near_poor_hh"]
    told = meanings(rows, [(5, 1, 5, 2)])
    assert told["C3"].population_group == "poor_and_near_poor_hh"


def test_the_old_are_told_by_their_age() -> None:
    rows: Rows = [["CHI TRẢ TRỢ CẤP XÃ HỘI HÀNG THÁNG"], ["TT", "Nhóm đối tượng", "Số đối tượng hưởng (người)"]]
    rows += [[1, "Người từ đủ 80 tuổi trở lên không có lương hưu", 350], [2, "Người khuyết tật", 320]]
    told = meanings(rows)
    assert [told[cell].population_group for cell in ("C3", "C4")] == ["elderly", "disabled"]


def test_all_people_are_of_no_group_that_the_title_names() -> None:
    rows: Rows = [["TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022"], ["Xã", "Tổng số dân cư", None]]
    rows += [[None, "Số hộ", "Số khẩu"], ["Xã Vi Hương", 587, 2524], ["Xã Sĩ Bình", 761, 2965]]
    told = meanings(rows, [(2, 2, 2, 3), (2, 1, 3, 1)])
    assert [told[cell].population_group for cell in ("B4", "C4")] == ["all_hh", "all_hh"]


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
    [("NGƯỜI CÓ CÔNG", "merit_person"), ("NHÀ Ở", "_T"), ("NGƯỜI CÓ CÔNG, NHÀ Ở", "_T")],
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


def test_those_on_allowances_are_the_group_of_their_section() -> None:
    rows: Rows = [["ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI HƯỞNG TRỢ CẤP HẰNG THÁNG"], ["TT", "Nhóm", "Số đối tượng (người)"]]
    rows += [["I", "Người cao tuổi", 40], ["1", "Từ đủ 80 tuổi trở lên", 25], ["2", "Từ đủ 75 tuổi", 15]]
    told = meanings([*rows, ["II", "Người khuyết tật", 30], ["1", "Đặc biệt nặng", 10], ["2", "Nặng", 20]])
    assert [told[f"C{row}"].population_group for row in (4, 7)] == ["elderly", "disabled"]


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("XÓA NHÀ TẠM, NHÀ DỘT NÁT NĂM 2025", "_T"),
        ("HỖ TRỢ NHÀ Ở CHO HỘ NGHÈO NĂM 2025", "poor_hh"),
        ("HỖ TRỢ NHÀ Ở CHO HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2025", "poor_and_near_poor_hh"),
    ],
)
def test_houses_are_of_the_poor_only_where_a_form_names_them(title: str, group: str) -> None:
    rows: Rows = [[title], ["Huyện", "Số nhà hoàn thành (căn)", "Kinh phí hỗ trợ nhà ở (triệu đồng)"]]
    told = meanings([*rows, ["Huyện Na Rì", 30, 1200], ["Huyện Ba Bể", 20, 800]])
    assert [told[cell].population_group for cell in ("B3", "C3")] == [group, group]


def test_the_name_of_a_school_says_not_what_is_measured() -> None:
    rows: Rows = [["HỌC SINH NĂM HỌC 2023-2024"], ["TT", "Trường", "Xã", "Tổng số học sinh (em)"]]
    rows += [[1, "Trường PTDTBT TH Mai Sơn", "Xã Mai Sơn", 241], [2, "Trường PTDTBT TH Nhôn Mai", "Xã Nhôn Mai", 201]]
    assert meanings(rows)["D3"].indicator != "edu.boarding_pupils"


def test_a_group_told_of_the_one_before_it_measures_the_same() -> None:
    rows: Rows = [["NƯỚC SINH HOẠT NÔNG THÔN NĂM 2023"]]
    rows += [["Huyện", "Tổng số hộ", "Hộ sử dụng nước hợp vệ sinh", None, "Trong đó: hộ nghèo", None]]
    rows += [[None, None, "Số hộ", "TL (%)", "Số hộ", "TL (%)"]]
    rows += [["Huyện Na Rì", 320, 310, 96.9, 9, 90.0], ["Huyện Ba Bể", 140, 135, 96.4, 3, 88.2]]
    told = meanings(rows, [(2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 2, 4), (2, 5, 2, 6)])
    assert [(told[cell].indicator, told[cell].population_group) for cell in ("C4", "D4", "E4", "F4")] == [
        ("infra.clean_water_hh", "all_hh"), ("infra.clean_water_rate", "_T"),
        ("infra.clean_water_hh", "poor_hh"), ("infra.clean_water_rate", "poor_hh"),
    ]  # fmt: skip


def test_a_heading_over_a_bare_count_says_whom_it_counts() -> None:
    rows: Rows = [["TRỢ CẤP XÃ HỘI HÀNG THÁNG NĂM 2024"], ["Xã", "Người cao tuổi", None, "Người khuyết tật", None]]
    rows += [[None, *["Số người", "Số tiền (đồng)"] * 2], ["Xã Vi Hương", 10, 36, 5, 27], ["Xã Sĩ Bình", 12, 40, 6, 30]]
    told = meanings(rows, [(2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 2, 5)])
    assert [told[f"{letter}4"].population_group for letter in "BCDE"] == ["elderly", "elderly", "disabled", "disabled"]


def test_a_bare_rate_is_of_the_group_that_heads_it_beside_its_count() -> None:
    rows: Rows = [["TT", "Chỉ số thiếu hụt", "Hộ nghèo", None, "Hộ cận nghèo", None]]
    rows += [[None, None, "Số hộ thiếu hụt", "Tỷ lệ (%)", "Số hộ thiếu hụt", "Tỷ lệ (%)"]]
    rows += [[1, "Việc làm", 982, 32.68, 305, 6.95], [2, "Dinh dưỡng", 629, 20.93, 674, 15.37]]
    told = meanings(rows, [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 1, 6)])
    assert [told[f"{letter}3"].population_group for letter in "CDEF"] == ["poor_hh"] * 2 + ["near_poor_hh"] * 2
