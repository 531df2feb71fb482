"""Columns that divide a total, one way or several: what adds up, what is only told of it, and whom a total concerns."""

import pytest

from pipelines.tables.workbook import WorkbookReading
from tests.unit.tables.grids import Rows, broken, by_cell, parts_of, read_rows


def subsets(reading: WorkbookReading) -> set[tuple[str, str]]:
    """Whole and part of each relation of a subset."""
    cells = {one.observation_id: cell for cell, one in by_cell(reading).items()}
    return {
        (cells[whole.observation_id], cells[part.observation_id])
        for told in reading.relations
        if told.kind == "subset"
        for whole, part in [told.members]
    }


def entrusted(last: int) -> WorkbookReading:
    """Loans entrusted to two unions, whose figures make up the total or leave `last` of it out."""
    rows: Rows = [["TT", "Huyện", "Tổng cộng", None, "Trong đó: nhận ủy thác qua", None, None, None]]
    rows += [[None, None, None, None, "Hội Phụ nữ", None, "Hội Nông dân", None]]
    rows += [[None, None, *["Dư nợ (tr.đồng)", "Nợ quá hạn (tr.đồng)"] * 3]]
    figures = [("Càng Long", 300, 5, 100, 2), ("Cầu Kè", 400, 8, 150, 3), ("Tiểu Cần", 250, 3, 50, 1)]
    for name, women, overdue, farmers, late in figures:
        rows.append([1, name, women + farmers + last, overdue + late + last, women, overdue, farmers, late])
    return read_rows(rows, [(1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 2, 4), (1, 5, 1, 8), (2, 5, 2, 6), (2, 7, 2, 8)])


def test_groups_told_of_which_make_up_the_total_of_each_leaf_where_their_figures_do() -> None:
    reading = entrusted(last=0)
    found = parts_of(reading)
    assert (found["C4"], found["D4"]) == ({"E4", "G4"}, {"F4", "H4"})
    assert broken(reading) == []


def test_a_leaf_told_of_which_is_told_of_the_leaf_of_its_name() -> None:
    reading = entrusted(last=9)
    assert parts_of(reading) == {}
    assert {("C4", "E4"), ("C4", "G4"), ("D4", "F4"), ("D4", "H4")} <= subsets(reading)
    assert broken(reading) == []


@pytest.mark.parametrize(
    ("behind", "parts"),
    [("Chia theo thị trường", {"D4": {"G4", "H4"}, "D5": {"G5", "H5"}, "D6": {"G6", "H6"}}), ("Kế hoạch năm sau", {})],
    ids=["divided", "something else"],
)
def test_a_division_may_stand_behind_what_is_told_of_its_total(behind: str, parts: dict[str, set[str]]) -> None:
    rows: Rows = [["KẾT QUẢ XUẤT KHẨU LAO ĐỘNG NĂM 2023"]]
    rows += [["TT", "Huyện", "Kế hoạch", "Thực hiện", "Đạt % kế hoạch", "Trong đó", behind, None]]
    rows += [[None, None, None, None, None, "Lao động nữ", "Đài Loan", "Nhật Bản"]]
    rows += [[1, "Quỳnh Lưu", 100, 90, 90.0, 30, 50, 40], [2, "Diễn Châu", 200, 210, 105.0, 70, 110, 100]]
    rows += [[3, "Đô Lương", 50, 40, 80.0, 10, 25, 15]]
    merged = [(2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 3, 3), (2, 4, 3, 4), (2, 5, 3, 5), (2, 7, 2, 8)]
    assert parts_of(read_rows(rows, merged)) == parts


@pytest.mark.parametrize(
    ("over", "parts"),
    [("Chia theo đối tượng (nhà)", {"C", "D", "E", "F", "G"}), ("Nhu cầu năm sau (nhà)", {"C", "D", "E"})],
    ids=["divided", "something else"],
)
def test_the_group_behind_may_divide_the_total_of_a_group(over: str, parts: set[str]) -> None:
    rows: Rows = [["STT", "Xã", "Nhà được hỗ trợ (nhà)", None, None, over, None]]
    rows += [[None, None, "Tổng số", "Xây mới", "Sửa chữa", "Hộ nghèo", "Hộ cận nghèo"]]
    rows += [
        [1, "Xã Na Loi", 22, 15, 7, 20, 2],
        [2, "Xã Keng Đu", 21, 17, 4, 15, 6],
        [3, "Xã Na Ngoi", 30, 21, 9, 24, 6],
    ]
    found = parts_of(read_rows(rows, [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 5), (1, 6, 1, 7)]))
    assert found["C3"] == {f"{letter}3" for letter in parts - {"C"}}


def houses() -> WorkbookReading:
    """Houses by works and by groups of households, the latter added up by the index row."""
    rows: Rows = [["TIẾN ĐỘ XÓA NHÀ TẠM NĂM 2025"]]
    rows += [["TT", "Địa phương", "Tổng nhu cầu (căn)", None, None, "Kết quả hỗ trợ (căn)", None]]
    rows += [[None, None, "Tổng", "Xây mới", "Sửa chữa", "Hộ người có công với cách mạng", "Hộ nghèo, hộ cận nghèo"]]
    rows += [["(1)", "(2)", "(3)=(6)+(7)", "(4)", "(5)", "(6)", "(7)"]]
    rows += [[1, "Huyện Vĩnh Linh", 143, 101, 42, 30, 113], [2, "Huyện Gio Linh", 217, 156, 61, 53, 164]]
    rows += [[3, "Huyện Cam Lộ", 67, 45, 22, 20, 47]]
    return read_rows(rows, [(2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 2, 5), (2, 6, 2, 7)])


def test_a_total_that_the_index_row_states_may_be_divided_in_its_group_too() -> None:
    assert parts_of(houses())["C5"] == {"D5", "E5", "F5", "G5"}


def test_a_total_of_columns_of_several_groups_is_of_none_of_them() -> None:
    told = by_cell(houses())
    assert [told[f"{letter}5"].meaning.population_group for letter in "CDEFG"] == [
        "_T", "_T", "_T", "merit_hh", "poor_and_near_poor_hh",
    ]  # fmt: skip


def test_a_column_may_be_totalled_by_a_sum_and_another_by_its_average() -> None:
    rows: Rows = [["TT", "Xã", "Số tiêu chí đạt (tiêu chí)", "Số hộ nông thôn (hộ)"]]
    rows += [[1, "Đa Lộc", 16, 2_179], [2, "Phú Mỡ", 15, 839], [3, "Xuân Lãnh", 19, 2_199]]
    rows += [[None, "Bình quân/Tổng số", 16.7, 5_217]]
    reading = read_rows(rows)
    assert parts_of(reading) == {"D5": {"D2", "D3", "D4"}}
    assert by_cell(reading)["D5"].meaning.indicator == "pov.hh_total"


def by_lines(rate: float) -> Rows:
    """Funds by programme, districts across; one line of shares."""
    rows: Rows = [["KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH 135 NĂM 2019"], ["TT", "Chỉ tiêu", "ĐVT", "Đồng Văn", "Mèo Vạc"]]
    rows += [["I", "Kế hoạch vốn giao", "triệu đồng", 200, 400], [1, "Vốn đầu tư", "triệu đồng", 150, 300]]
    rows += [[2, "Vốn sự nghiệp", "triệu đồng", 50, 100], ["II", "Vốn đã giải ngân", "triệu đồng", 180, 392]]
    rows += [["III", "Tỷ lệ giải ngân so với kế hoạch", "%", 90.0, rate]]
    return rows


def test_a_line_of_rates_of_spending_is_laid_to_what_was_planned_and_spent() -> None:
    assert by_cell(read_rows(by_lines(98.0)))["D7"].meaning.indicator == "fund.disbursed_rate"
    assert broken(read_rows(by_lines(98.0))) == []
    assert len(broken(read_rows(by_lines(88.0)))) == 1


@pytest.mark.parametrize(
    ("heading", "told"), [("Số hộ nghèo đầu năm", "2023-01-01"), ("Số hộ nghèo", "2023")], ids=["opening", "the year"]
)
def test_the_stock_at_the_beginning_is_of_the_first_day(heading: str, told: str) -> None:
    rows: Rows = [["KẾ HOẠCH GIẢM NGHÈO NĂM 2023"], ["TT", "Xã", heading, "Số hộ thoát nghèo"]]
    rows += [[1, "Xã Mai Sơn", 358, 54], [2, "Xã Nhôn Mai", 270, 30]]
    found = by_cell(read_rows(rows))
    assert found["C3"].meaning.period is not None
    assert found["C3"].meaning.period.text == told
    assert found["C3"].meaning.status == ("plan" if told == "2023" else "actual")
    assert found["D3"].meaning.period is not None
    assert found["D3"].meaning.period.text == "2023"


def test_what_is_counted_from_the_beginning_of_the_year_is_no_opening() -> None:
    rows: Rows = [["DƯ NỢ ĐẾN 30/6/2023"], ["TT", "Xã", "Dư nợ (triệu đồng)", "Tăng, giảm so với đầu năm"]]
    rows += [[1, "Xã Mai Sơn", 358, 54], [2, "Xã Nhôn Mai", 270, 30]]
    periods = {one.meaning.period.text for one in by_cell(read_rows(rows)).values() if one.meaning.period}
    assert periods == {"2023-06-30", "2023-01/2023-06"}


def test_abbreviated_columns_are_of_the_units_that_the_line_lists() -> None:
    rows: Rows = [["CHẾ ĐỘ HỖ TRỢ HỌC SINH NĂM HỌC 2022-2023"], ["ĐVT: học sinh; triệu đồng"]]
    rows += [["TT", "Huyện", "Miễn giảm học phí", None, "Hỗ trợ CPHT", None, "Tổng KP"]]
    rows += [[None, None, "SL", "KP", "SL", "KP", None], [1, "Tam Đường", 1_200, 310, 3_100, 4_185, 4_495]]
    rows += [[2, "Mường Tè", 900, 240, 4_100, 5_535, 5_775], [3, "Nậm Nhùn", 700, 190, 2_900, 3_915, 4_105]]
    reading = read_rows(rows, [(3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 3, 4), (3, 5, 3, 6), (3, 7, 4, 7)])
    found = by_cell(reading)
    assert [found[f"{letter}5"].meaning.indicator for letter in "CDEF"] == [
        "edu.fee_exempt_pupils", "edu.fee_exempt_amount", "edu.study_cost_pupils", "edu.study_cost_amount",
    ]  # fmt: skip
    assert parts_of(reading)["G5"] == {"D5", "F5"}


def test_those_who_left_poverty_are_told_by_where_they_went() -> None:
    rows: Rows = [["TT", "Xã", "Diễn biến hộ nghèo giảm trong năm (hộ)", None, None]]
    rows += [[None, None, "Số hộ thoát nghèo", None, "Số hộ khác giảm"]]
    rows += [[None, None, "Trở thành hộ cận nghèo", "Vượt chuẩn hộ cận nghèo", None]]
    rows += [[1, "Xã Mai Sơn", 37, 17, 6], [2, "Xã Nhôn Mai", 14, 16, 2]]
    found = by_cell(read_rows(rows, [(1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 1, 5), (2, 3, 2, 4), (2, 5, 3, 5)]))
    assert [found[f"{letter}4"].meaning.indicator for letter in "CD"] == [
        "pov.hh_escaped_to_near_poor", "pov.hh_escaped_above",
    ]  # fmt: skip


def test_the_total_column_of_a_budget_is_planned_as_the_columns_that_it_adds_up() -> None:
    rows: Rows = [["PHÂN BỔ KẾ HOẠCH VỐN CHƯƠNG TRÌNH GIẢM NGHÈO NĂM 2024"], ["ĐVT: triệu đồng"]]
    rows += [["TT", "Nội dung", "Tổng cộng", "Kế hoạch vốn năm 2024", None]]
    rows += [[None, None, None, "Ngân sách trung ương", "Ngân sách địa phương"]]
    rows += [["I", "Dự án 5: Hỗ trợ nhà ở cho hộ nghèo", 124, 113, 11], ["II", "Dự án 6: Truyền thông", 17, 16, 1]]
    found = by_cell(read_rows(rows, [(3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 4, 3), (3, 4, 3, 5)]))
    assert {one.meaning.indicator for one in found.values()} == {"fund.plan"}


def test_a_column_told_of_which_is_of_the_total_of_its_own_group() -> None:
    rows: Rows = [["TT", "Nội dung", "Kế hoạch vốn (triệu đồng)", None, None, "Giải ngân (triệu đồng)", None]]
    rows += [[None, None, "Tổng số", "Đầu tư", "Sự nghiệp", "Tổng số", "Trong đó"], [*[None] * 6, "Đầu tư"]]
    rows += [[1, "Dự án 1", 90, 30, 60, 80, 40], [2, "Dự án 2", 70, 20, 50, 60, 35]]
    one_cell = [(1, 1, 3, 1), (1, 2, 3, 2), *((2, column, 3, column) for column in (3, 4, 5, 6))]
    reading = read_rows(rows, [*one_cell, (1, 3, 1, 5), (1, 6, 1, 7)])
    assert subsets(reading) == {("F4", "G4"), ("F5", "G5")}
