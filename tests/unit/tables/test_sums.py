"""Which rows are looked at for sums: enough to find them, few enough that no sheet takes the square of its length."""

from decimal import Decimal

import pytest

from pipelines.tables.structure.rows import TableRow
from pipelines.tables.totals.row_sum_candidates import suggested_sums
from pipelines.tables.wording.words import roles_of
from tests.unit.tables.grids import Rows, Value, broken, by_cell, parts_of, read_rows


@pytest.mark.parametrize("every", [1, 2, 10])
@pytest.mark.parametrize("label", ["Tổng cộng", "Cộng", "Cộng chuyển sang"])
def test_a_sheet_of_totals_gives_few_candidates(every: int, label: str) -> None:
    words = roles_of(label)
    rows = [
        TableRow(row, "total", label, rank=0.0, words=words) if row % every == 0 else TableRow(row, "item", "Xã")
        for row in range(1, 3_001)
    ]
    assert sum(len(candidate.parts) for candidate in suggested_sums(rows)) <= 10 * len(rows)


def test_the_last_of_many_totals_adds_up_the_totals_before_it() -> None:
    rows: Rows = [["TT", "Thôn", "Số hộ nghèo"]]
    for number in range(120):
        rows += [[1, "Thôn Nà Pò", 10], [2, "Thôn Bản Mới", number], [None, "Cộng", 10 + number]]
    rows.append([None, "Tổng cộng", 1_200 + sum(range(120))])
    subtotals = {f"C{row}" for row in range(4, len(rows), 3)}
    assert parts_of(read_rows(rows))[f"C{len(rows)}"] == subtotals


def test_totals_named_before_the_lines_add_up_the_lines_above_and_then_each_other() -> None:
    rows: Rows = [["TT", "Xã", "Trường", "Số học sinh (em)", "Kinh phí (đồng)"]]
    rows += [[1, "Mai Sơn", "Mầm non Mai Sơn", 27, 2_700], [2, None, "Tiểu học Mai Sơn", 43, 4_300]]
    rows += [[None, "Cộng xã Mai Sơn", None, 70, 7_000]]
    rows += [[3, "Tam Hợp", "Mầm non Tam Hợp", 19, 1_900], [4, None, "Tiểu học Tam Hợp", 32, 3_200]]
    rows += [[None, "Cộng xã Tam Hợp", None, 51, 5_100], ["TỔNG CỘNG", None, None, 121, 12_100]]
    found = parts_of(read_rows(rows, [(4, 2, 4, 3), (7, 2, 7, 3), (8, 1, 8, 3)]))
    assert found == {
        **{f"{letter}4": {f"{letter}2", f"{letter}3"} for letter in "DE"},
        **{f"{letter}7": {f"{letter}5", f"{letter}6"} for letter in "DE"},
        **{f"{letter}8": {f"{letter}4", f"{letter}7"} for letter in "DE"},
    }


def test_a_count_behind_the_word_total_names_no_line() -> None:
    rows: Rows = [["TT", "Xã", "Tên mô hình", "Số hộ (hộ)", "Kinh phí (đồng)"]]
    rows += [
        [1, "A Dơi", "Nuôi bò", 26, 46_000],
        [2, None, "Trồng chuối", 19, 34_000],
        [3, "Lìa", "Nuôi dê", 24, 45_000],
    ]
    rows += [[None, "Tổng cộng", "3 mô hình", 69, 125_000]]
    assert parts_of(read_rows(rows)) == {f"{letter}5": {f"{letter}{row}" for row in (2, 3, 4)} for letter in "DE"}


def test_a_numbered_line_that_opens_as_a_total_adds_up_the_lines_before_it() -> None:
    rows: Rows = [["TT", "Tổ chức nhận ủy thác", "Số tổ (tổ)", "Số hộ (hộ)", "Dư nợ (trđ)"]]
    rows += [[1, "Hội Nông dân", 61, 196, 956], [2, "Hội LHPN", 65, 213, 1_047], [3, "Hội CCB", 24, 78, 381]]
    rows += [["I", "Cộng ủy thác", 150, 487, 2_384], ["II", "Cho vay trực tiếp", "x", 2, 22]]
    rows += [[None, "Tổng cộng (I + II)", 150, 489, 2_406]]
    found = parts_of(read_rows(rows))
    assert found["D5"] == {"D2", "D3", "D4"}
    assert found["D7"] == {"D5", "D6"}


@pytest.mark.parametrize(
    ("last", "parts"), [(6, {"C3", "D3", "E3"}), (5, None)], ids=["the list is whole", "some are left out"]
)
def test_a_list_told_of_which_is_whole_where_nearly_all_rows_add_up(last: int, parts: set[str] | None) -> None:
    rows: Rows = [["Chương trình", "Toàn tỉnh", "Trong đó", None, None]]
    rows += [[None, None, "Huyện Na Rì", "Huyện Ba Bể", "Huyện Chợ Mới"]]
    rows += [[f"Cho vay {name}", 16, 7, 3, last] for name in ("hộ nghèo", "hộ cận nghèo", "nước sạch", "việc làm")]
    found = parts_of(read_rows(rows, [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 5)]))
    assert found.get("B3") == parts


def test_a_grade_between_others_is_added_and_no_average() -> None:
    rows: Rows = [["Địa bàn", "Chia theo mức độ hoạt động", None, None, "Tổng cộng"]]
    rows += [[None, "Bền vững", "Trung bình", "Kém hiệu quả", None]]
    rows += [["Huyện Na Rì", 6, 3, 2, 11], ["Huyện Ba Bể", 9, 1, 1, 11], ["Cộng", 15, 4, 3, 22]]
    found = parts_of(read_rows(rows, [(1, 1, 2, 1), (1, 2, 1, 4), (1, 5, 2, 5)]))
    assert found["E3"] == {"B3", "C3", "D3"}
    assert {"C3", "C4"} <= found["C5"]


@pytest.mark.parametrize(
    ("women", "owner"), [([64, 86, 48], "D2"), ([31, 41, 28], "D4")], ids=["more than the last way", "no more than it"]
)
def test_of_what_a_line_is_told_behind_a_list(women: list[Value], owner: str) -> None:
    rows: Rows = [["TT", "Chỉ tiêu", "ĐVT", "Năm 2019", "Năm 2020", "Năm 2021"]]
    rows += [[1, "Số lao động có việc làm", "lao động", 155, 197, 106], ["-", "Vay vốn", "lao động", 116, 146, 72]]
    rows += [["-", "Tự tạo việc làm", "lao động", 39, 51, 34], [None, "Trong đó: Lao động nữ", "lao động", *women]]
    rows += [[2, "Số phiên giao dịch việc làm", "phiên", 26, 40, 11]]
    reading = read_rows(rows)
    cells = {one.observation_id: cell for cell, one in by_cell(reading).items()}
    subsets = [
        {cells[one.observation_id] for one in told.members} for told in reading.relations if told.kind == "subset"
    ]
    assert {owner, "D5"} in subsets
    assert broken(reading) == []


@pytest.mark.parametrize("label", ["TỔNG CỘNG (I + II)", "Tổng cộng"])
def test_a_total_of_sections_adds_up_the_totals_that_close_them(label: str) -> None:
    rows: Rows = [["STT", "Xã", "Số hộ nghèo"], ["I", "Các xã khu vực III", None]]
    rows += [[1, "Xã Ea Rốk", 10], [2, "Xã Ia Rvê", 15], [None, "Cộng I", 25], ["II", "Các xã khu vực II", None]]
    rows += [[1, "Xã Ea Súp", 7], [2, "Xã Đắk Phơi", 11], [None, "Cộng II", 18], [None, label, 43]]
    assert parts_of(read_rows(rows)) == {"C5": {"C3", "C4"}, "C9": {"C7", "C8"}, "C10": {"C5", "C9"}}


def test_a_part_of_a_change_may_be_more_than_the_whole() -> None:
    rows: Rows = [["Huyện", "Số thẻ năm 2022", "Số thẻ năm 2023", "Tăng (+), giảm (-)"]]
    rows += [["Cư Jút", 40, 30, -10], ["Đắk Mil", 20, 29, 9], ["Tổng cộng", 60, 59, -1]]
    reading = read_rows([*rows, ["Trong đó: người DTTS", 9, 10, 1]])
    assert broken(reading) == []


@pytest.mark.parametrize(("over", "parts"), [("Chia ra", {"C4": {"D4", "E4"}, "C5": {"D5", "E5"}}), ("Trong đó", {})])
def test_a_rest_that_the_index_row_states_closes_a_division(over: str, parts: dict[str, set[str]]) -> None:
    rows: Rows = [["TT", "Xã", "Tổng số hộ nghèo", over, None]]
    rows += [[None, None, None, "Hộ nghèo DTTS", "Hộ nghèo khác"], ["A", "B", "1", "2", "3=1-2"]]
    rows += [[1, "Xã Hữu Lũng", 214, 161, 53], [2, "Xã Chi Lăng", 341, 240, 101]]
    merged = [(1, 4, 1, 5), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3)]
    assert parts_of(read_rows(rows, merged)) == parts


def test_a_town_of_the_name_of_its_province_is_no_whole_of_the_districts() -> None:
    rows: Rows = [["HỘ NGHÈO TỈNH HÒA BÌNH NĂM 2022"], ["Huyện, thành phố", "Số hộ nghèo"]]
    rows += [["TỔNG SỐ", 9], ["Thành phố Hòa Bình", 2], ["Đà Bắc", 3], ["Lương Sơn", 4]]
    assert parts_of(read_rows(rows)) == {"B3": {"B4", "B5", "B6"}}


#: Houses by district and, below the total, by whom they are for; the last line is told of the total.
DIVIDED: Rows = [
    ["TIẾN ĐỘ XÓA NHÀ TẠM TỈNH BẮC KẠN"], ["TT", "Huyện", "Kế hoạch (căn)", "Đã khởi công (căn)"],
    ["01", "Huyện Na Rì", 30, 20], ["02", "Huyện Ba Bể", 20, 19], ["TOÀN TỈNH", None, 50, 39],
    [None, "Phân theo đối tượng:", None, None], [None, "- Hộ nghèo", 25, 20], [None, "- Hộ cận nghèo", 15, 12],
    [None, "- Người có công", 10, 7], [None, "Trong đó: hộ đồng bào DTTS", 41, 30],
]  # fmt: skip


def test_lines_below_a_total_that_divide_it_make_it_up_once_more() -> None:
    reading = read_rows(DIVIDED, [(5, 1, 5, 2)])
    assert parts_of(reading)["C5"] >= {"C3", "C4", "C7", "C8", "C9"}
    assert broken(reading) == []
    wrong: Rows = [*DIVIDED[:7], [None, "- Hộ cận nghèo", 51, 12], *DIVIDED[8:]]
    assert broken(read_rows(wrong, [(5, 1, 5, 2)])) == [{"Sheet1!C5", "Sheet1!C7", "Sheet1!C8", "Sheet1!C9"}]


def test_grades_make_up_what_stands_before_them() -> None:
    rows: Rows = [["Huyện", "Công trình cấp nước (công trình)", None, None, None]]
    rows += [[None, "Tổng số", "Mức độ hoạt động", None, None], [None, None, "Bền vững", "Trung bình", "Kém"]]
    rows += [["Huyện Na Rì", 9, 4, 3, 2], ["Huyện Ba Bể", 8, 5, 2, 1], ["Tổng cộng", 17, 9, 5, 3]]
    parts = parts_of(read_rows(rows, [(1, 2, 1, 5), (2, 3, 2, 5), (2, 2, 3, 2), (1, 1, 3, 1)]))
    assert (parts["B4"], parts["D6"]) == ({"C4", "D4", "E4"}, {"D4", "D5"})


def test_what_is_told_behind_a_division_is_told_of_what_it_divides() -> None:
    rows: Rows = [["Huyện", "Số học sinh (học sinh)", None, None, None, None]]
    rows += [[None, "Tổng số", "Chia theo cấp học", None, "Trong đó", None]]
    rows += [[None, None, "Tiểu học", "THPT", "Nữ", "Dân tộc thiểu số"]]
    rows += [["Huyện Na Rì", 90, 70, 20, 41, 88], ["Huyện Ba Bể", 80, 65, 15, 37, 79]]
    merged = [(1, 2, 1, 6), (2, 3, 2, 4), (2, 5, 2, 6), (2, 2, 3, 2), (1, 1, 3, 1)]
    reading = read_rows(rows, merged)
    assert broken(reading) == []
    assert broken(read_rows([*rows[:4], ["Huyện Ba Bể", 80, 65, 15, 37, 97]], merged)) == [{"Sheet1!B5", "Sheet1!F5"}]


def test_a_total_adds_up_the_lines_whose_ordinals_stand_in_its_brackets() -> None:
    rows: Rows = [["TT", "Xã", "Dư nợ (triệu đồng)"], [1, "Xã Vi Hương", 19], [2, "Xã Sĩ Bình", 37]]
    rows += [["A", "Cộng dư nợ ủy thác", 56], ["B", "Cho vay trực tiếp", 6], [None, "Tổng dư nợ toàn huyện (A+B)", 62]]
    assert parts_of(read_rows(rows))["C6"] == {"C4", "C5"}


def test_a_total_over_years_adds_up_the_years_and_no_target() -> None:
    rows: Rows = [
        ["STT", "Chỉ tiêu", "ĐVT", "Mục tiêu giai đoạn 2016-2018", "Năm 2016", "Năm 2017", "Năm 2018", "Cộng 3 năm"],
        [1, "Số hộ nghèo", "hộ", 50, 90, 70, 60, None], [2, "Số hộ thoát nghèo", "hộ", 60, 15, 22, 18, 55],
        [3, "Số lao động có việc làm mới", "người", 900, 300, 320, 350, 970],
        [4, "Số lao động được đào tạo nghề", "người", 200, 60, 70, 75, 205],
    ]  # fmt: skip
    assert {cell: parts_of(read_rows(rows))[cell] for cell in ("H3", "H5")} == {
        "H3": {"E3", "F3", "G3"}, "H5": {"E5", "F5", "G5"},
    }  # fmt: skip


def test_plain_lines_below_a_total_of_numbered_ones_divide_it_again() -> None:
    rows: Rows = [
        ["STT", "Xã", "Kế hoạch (nhà)", "Khởi công (nhà)", "Hoàn thành (nhà)"], [1, "Xã Vi Hương", 30, 25, 11],
        [2, "Xã Sĩ Bình", 20, 18, 9], [None, "Toàn huyện", 50, 43, 20], [None, "Hộ nghèo", 35, 31, 14],
        [None, "Hộ cận nghèo", 15, 12, 6],
    ]  # fmt: skip
    assert parts_of(read_rows(rows))["D4"] == {"D2", "D3", "D5", "D6"}
    rows[4:] = [[None, "Bình quân một xã", 25, 21.5, 10], [None, "Xã nhiều nhất", 30, 25, 11]]
    assert parts_of(read_rows(rows))["D4"] == {"D2", "D3"}


def test_a_running_total_adds_up_the_quarters_of_the_group_before_it_and_no_plan() -> None:
    rows: Rows = [
        ["STT", "Chỉ tiêu", "Kế hoạch năm 2021", "Thực hiện", None, "Lũy kế từ đầu năm"],
        [None, None, None, "Quý I", "Quý II", None],
        [1, "Số lao động có việc làm mới (người)", 900, 300, 320, 620],
        [2, "Số lao động được đào tạo nghề (người)", 200, 60, 70, 130], [3, "Số hộ thoát nghèo (hộ)", 90, 20, 45, 65],
    ]  # fmt: skip
    assert parts_of(read_rows(rows, [(1, 4, 1, 5)]))["F3"] == {"D3", "E3"}


@pytest.mark.parametrize(
    "label", ["Tổng số hộ nghèo và hộ cận nghèo", "Tổng hộ nghèo, cận nghèo", "TỔNG SỐ HỘ NGHÈO VÀ CẬN NGHÈO"]
)
def test_a_line_adds_up_the_lines_that_its_label_joins(label: str) -> None:
    rows: Rows = [
        ["HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023"],
        ["TT", "Chỉ tiêu", "ĐVT", "H. Đồng Văn", "H. Mèo Vạc"],
    ]
    rows += [["I", "HỘ NGHÈO"], [1, "Số hộ nghèo", "Hộ", 5737, 4970], [2, "Tỷ lệ hộ nghèo", "%", "41,4", "34,7"]]
    rows += [["II", "HỘ CẬN NGHÈO"], [1, "Số hộ cận nghèo", "Hộ", 2257, 1500], ["III", "NGHÈO ĐA CHIỀU"]]
    reading = read_rows([*rows, [1, label, "Hộ", 7994, 6470]])
    assert parts_of(reading) == {"D9": {"D4", "D7"}, "E9": {"E4", "E7"}}


def test_a_line_of_two_groups_told_together_adds_up_nothing_that_does_not_fit() -> None:
    rows: Rows = [["HỖ TRỢ NĂM 2023"], ["TT", "Chỉ tiêu", "ĐVT", "H. Đồng Văn", "H. Mèo Vạc"]]
    rows += [[1, "Số hộ nghèo", "Hộ", 5737, 4970], [2, "Số hộ cận nghèo", "Hộ", 2257, 1500]]
    reading = read_rows([*rows, [3, "Tổng số hộ nghèo và hộ cận nghèo", "Hộ", 410, 388]])
    assert (parts_of(reading), broken(reading)) == ({}, [])


@pytest.mark.parametrize("label", ["Tổng số + ", "Tổng số + dự phòng", "Tổng số, và", "Tổng cộng (1+2)"])
def test_a_label_that_joins_nothing_names_no_lines(label: str) -> None:
    rows: Rows = [["HỘ NGHÈO NĂM 2023"], ["TT", "Chỉ tiêu", "ĐVT", "Đồng Văn", "Mèo Vạc"]]
    rows += [[1, "Số hộ nghèo", "Hộ", 5737, 4970], [2, "Số hộ cận nghèo", "Hộ", 2257, 1500]]
    assert broken(read_rows([*rows, [None, label, "Hộ", 7994, 6470]])) == []


def test_who_is_in_charge_of_each_line_makes_no_lines_of_its_own() -> None:
    rows: Rows = [["TT", "Dự án", "Đơn vị chủ trì", "Kế hoạch (triệu đồng)"], [None, "TỔNG SỐ", None, 60]]
    rows += [[1, "Dự án 1: Đất ở", "Phòng Dân tộc", 20], [2, "Dự án 2: Giáo dục", "TT GDNN-GDTX", 30]]
    rows += [[3, "Dự án 3: Truyền thông", "Phòng Văn hóa", 10]]
    reading = read_rows(rows)
    assert parts_of(reading) == {"D2": {"D3", "D4", "D5"}}
    assert [one.meaning.place for one in reading.observations] == [None] * 4


def test_where_each_school_lies_makes_no_lines_of_its_own() -> None:
    rows: Rows = [["TT", "Trường", "Địa bàn", "Số học sinh (em)"], [None, "Tổng số", None, 90]]
    rows += [[1, "Trường TH Vi Hương", "Xã Vi Hương", 20], [2, "Trường TH Sĩ Bình", "Xã Sĩ Bình", 40]]
    rows += [[3, "Trường TH Lục Bình", "Xã Lục Bình", 30]]
    reading = read_rows(rows)
    assert parts_of(reading) == {"D2": {"D3", "D4", "D5"}}
    place = by_cell(reading)["D4"].meaning.place
    assert place is not None
    assert place.name == "Xã Sĩ Bình"


def test_groups_without_a_total_of_their_own_count_by_all_of_their_leaves() -> None:
    rows: Rows = [["TT", "Xã", "Kế hoạch vốn (triệu đồng)", None, None, None]]
    rows += [[None, None, "Tổng số", "Ngân sách trung ương", None, "Ngân sách địa phương"]]
    rows += [[None, None, None, "Đầu tư", "Sự nghiệp", None]]
    rows += [[1, "Xã Vi Hương", 60, 30, 20, 10], [2, "Xã Sĩ Bình", 70, 40, None, 30], [3, "Xã Lục Bình", 9, 4, 3, 2]]
    merged = [(1, 3, 1, 6), (2, 4, 2, 5), (2, 3, 3, 3), (2, 6, 3, 6), (1, 1, 3, 1), (1, 2, 3, 2)]
    found = parts_of(read_rows(rows, merged))
    assert found == {f"C{row}": {f"D{row}", f"E{row}", f"F{row}"} for row in (4, 5, 6)}


def test_a_total_is_divided_by_each_group_told_by_what_it_divides_it() -> None:
    rows: Rows = [["TT", "Xã", "Số nhà được hỗ trợ (nhà)", None, None, None, None]]
    rows += [[None, None, "Tổng số", "Theo hình thức", None, "Theo đối tượng", None]]
    rows += [[None, None, None, "Xây mới", "Sửa chữa", "Hộ nghèo", "Hộ cận nghèo"]]
    rows += [
        [1, "Xã Vi Hương", 30, 20, 10, 16, 14],
        [2, "Xã Sĩ Bình", 25, 20, 5, 9, 16],
        [3, "Xã Lục Bình", 9, 4, 5, 2, 7],
    ]
    merged = [(1, 3, 1, 7), (2, 4, 2, 5), (2, 6, 2, 7), (2, 3, 3, 3), (1, 1, 3, 1), (1, 2, 3, 2)]
    assert parts_of(read_rows(rows, merged)) == {
        f"C{row}": {f"{letter}{row}" for letter in "DEFG"} for row in (4, 5, 6)
    }


def test_a_group_with_a_total_of_its_own_is_the_only_part_of_no_total() -> None:
    rows: Rows = [["TT", "Xã", "Kế hoạch vốn (triệu đồng)", None, None, None]]
    rows += [
        [None, None, "Tổng số", "Ngân sách trung ương", None, None],
        [None, None, None, "Tổng số", "Đầu tư", "Sự nghiệp"],
    ]
    rows += [[1, "Xã Vi Hương", 50, 50, 30, 20], [2, "Xã Sĩ Bình", 70, 70, 40, 30], [3, "Xã Lục Bình", 7, 7, 4, 3]]
    merged = [(1, 3, 1, 6), (2, 4, 2, 6), (2, 3, 3, 3), (1, 1, 3, 1), (1, 2, 3, 2)]
    assert parts_of(read_rows(rows, merged)) == {f"D{row}": {f"E{row}", f"F{row}"} for row in (4, 5, 6)}


def test_a_time_adds_up_the_times_of_which_it_consists() -> None:
    months = ["T1", "T2", "T3", "Quý I", "T4", "T5", "T6", "Quý II", "6 tháng", "KH năm"]
    rows: Rows = [["SỐ LAO ĐỘNG CÓ VIỆC LÀM THEO THÁNG NĂM 2024"], ["Xã", *months]]
    rows += [
        ["Xã Vi Hương", 10, 12, 20, 42, 15, 11, 9, 35, 77, 150],
        ["Xã Sĩ Bình", 8, 5, 17, 30, 20, 10, 10, 40, 70, 140],
    ]
    reading = read_rows(rows)
    parts, told = parts_of(reading), by_cell(reading)
    assert (parts["E3"], parts["J3"]) == ({"B3", "C3", "D3"}, {"E3", "I3"})
    periods = [told[cell].meaning.period for cell in ("B3", "E3", "J3", "K3")]
    assert [one.text if one else None for one in periods] == ["2024-01", "2024-Q1", "2024-S1", "2024"]


def test_a_stock_at_the_end_of_a_quarter_is_no_sum_of_its_months() -> None:
    rows: Rows = [["DƯ NỢ NĂM 2024 (triệu đồng)"], ["Xã", "T1", "T2", "T3", "Quý I"]]
    rows += [["Xã Vi Hương", 10, 12, 20, 20], ["Xã Sĩ Bình", 8, 5, 17, 17]]
    assert "E3" not in parts_of(read_rows(rows))


def test_a_total_left_empty_over_figures_is_not_told() -> None:
    rows: Rows = [["TT", "Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022", "Năm 2023", "Cộng 3 năm"]]
    rows += [[1, "Số hộ dân", "hộ", 70, 71, 73, None], [2, "Số hộ thoát nghèo", "hộ", 15, None, 18, 33]]
    rows += [
        [3, "Số lao động có việc làm mới", "người", 300, 320, 350, 970],
        [4, "Số nhà xây mới", "nhà", 8, None, 7, 15],
    ]
    reading = read_rows(rows)
    assert broken(reading) == []
    assert ("G2" in by_cell(reading), "E3" in by_cell(reading)) == (False, True)


def test_a_line_of_rates_below_a_total_is_none_of_its_parts_and_keeps_its_fractions() -> None:
    rows: Rows = [["ĐVT: hộ"], ["TT", "Đơn vị", "Tổng số hộ nghèo", "Số hộ thiếu hụt việc làm"]]
    rows += [[None, "TOÀN HUYỆN", 924, 390], [None, "Tỷ lệ so với tổng số hộ nghèo (%)", None, 42.2]]
    rows += [[1, "Xã Chư Krêy", 683, 233], [2, "Xã An Trung", 174, 65], [3, "Xã Đăk Pling", 67, 92]]
    reading = read_rows(rows)
    told = by_cell(reading)
    assert parts_of(reading) == {f"{letter}3": {f"{letter}5", f"{letter}6", f"{letter}7"} for letter in "CD"}
    assert (told["D4"].value, told["D4"].unit) == (Decimal("42.2"), "percent")
