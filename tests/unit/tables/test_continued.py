"""Lists that go on in another table, whose one total adds up all of them."""

from tests.unit.tables.grids import Rows, Value, broken, parts_of, read_rows, read_sheets, sheet_of

TITLE: Rows = [["TIẾN ĐỘ XÓA NHÀ TẠM TỈNH ĐIỆN BIÊN NĂM 2025"], ["Đơn vị tính: căn nhà"]]
HEAD: list[Value] = ["TT", "Xã, phường", "Tổng số nhà được hỗ trợ", "Số nhà đã hoàn thành"]


def halves(finished: int) -> Rows:
    return [
        *TITLE,
        [*HEAD, None, *HEAD],
        [1, "Xã Sín Thầu", 31, 29, None, 4, "Xã Tuần Giáo", 58, 51],
        [2, "Xã Mường Nhé", 152, 147, None, 5, "Xã Mường Ảng", 206, 205],
        [3, "Xã Nậm Kè", 75, 66, None, None, "TOÀN TỈNH", 522, finished],
    ]


def test_the_total_of_the_second_half_adds_up_both() -> None:
    reading = read_rows(halves(498))
    assert parts_of(reading) == {"H6": {"C4", "C5", "C6", "H4", "H5"}, "I6": {"D4", "D5", "D6", "I4", "I5"}}
    assert [problem.code for problem in reading.problems if problem.code == "total_not_a_sum"] == []


def test_a_wrong_total_of_both_halves_is_told() -> None:
    cells = {"I6", "D4", "D5", "D6", "I4", "I5"}
    assert broken(read_rows(halves(489))) == [{f"Sheet1!{cell}" for cell in cells}]


def test_a_list_may_go_on_on_the_next_sheet() -> None:
    first: Rows = [*TITLE, HEAD, [1, "Xã Sín Thầu", 31, 29], [2, "Xã Mường Nhé", 152, 147]]
    second: Rows = [*TITLE, HEAD, [3, "Xã Nậm Kè", 75, 66], [None, "Tổng cộng", 258, 242]]
    found = parts_of(read_sheets(sheet_of(first, "Trang 1"), sheet_of(second, "Trang 2")))
    assert found["Trang 2!C5"] == {"Trang 1!C4", "Trang 1!C5", "Trang 2!C4"}


def test_a_list_with_other_headings_is_not_gone_on_with() -> None:
    first: Rows = [*TITLE, [*HEAD[:2], "Số nhà xây mới", "Số nhà sửa chữa"], [1, "Xã Sín Thầu", 31, 29]]
    second: Rows = [*TITLE, HEAD, [1, "Xã Nậm Kè", 75, 66], [None, "Tổng cộng", 106, 95]]
    assert parts_of(read_sheets(sheet_of(first, "Trang 1"), sheet_of(second, "Trang 2"))) == {}
