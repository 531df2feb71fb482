"""What stands between the rows of a table and is none of them: pages, sums carried over, remarks, kinds of places."""

import pytest

from tests.unit.tables.grids import Rows, broken, by_cell, parts_of, read_rows

HEADER: Rows = [["STT", "Xã", "Số nhà hỗ trợ (nhà)", "Kinh phí (triệu đồng)"]]


def pages(first: str, second: str) -> Rows:
    """Houses of communes on two pages, with the sum of the first at its foot and at the head of the second."""
    rows: Rows = [["HỖ TRỢ NHÀ Ở HUYỆN KỲ SƠN NĂM 2024"], *HEADER]
    rows += [[1, "Xã Na Loi", 15, 900], [2, "Xã Keng Đu", 17, 1_020], [None, first, 32, 1_920], ["Trang 1"], *HEADER]
    rows += [[None, second, 32, 1_920], [3, "Xã Huồi Tụ", 8, 480], [4, "Xã Na Ngoi", 21, 1_260]]
    return [*rows, [None, "TỔNG CỘNG", 61, 3_660]]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Cộng chuyển sang trang sau", "Trang trước chuyển sang"), ("Cộng mang sang", "Mang sang"),
     ("Cộng trang 1", "Số trang trước mang sang")],
)  # fmt: skip
def test_sums_carried_over_are_of_the_lines_so_far_and_enter_no_total(first: str, second: str) -> None:
    reading = read_rows(pages(first, second))
    found = parts_of(reading)
    assert (found["C5"], found["C8"], found["C11"]) == ({"C3", "C4"}, {"C3", "C4"}, {"C3", "C4", "C9", "C10"})
    places = [place.name for cell in ("C5", "C8", "C10") if (place := by_cell(reading)[cell].meaning.place)]
    assert places == ["Huyện Kỳ Sơn", "Huyện Kỳ Sơn", "Xã Na Ngoi"]
    assert broken(reading) == []


def test_a_page_may_be_summed_by_itself() -> None:
    rows: Rows = [*HEADER, [1, "Xã Na Loi", 15, 900], [2, "Xã Keng Đu", 17, 1_020], [None, "Cộng trang 1", 32, 1_920]]
    rows += [[3, "Xã Huồi Tụ", 8, 480], [4, "Xã Na Ngoi", 21, 1_260], [None, "Cộng trang 2", 29, 1_740]]
    found = parts_of(read_rows([*rows, [None, "TỔNG CỘNG", 61, 3_660]]))
    assert (found["C4"], found["C7"], found["C8"]) == ({"C2", "C3"}, {"C5", "C6"}, {"C2", "C3", "C5", "C6"})


@pytest.mark.parametrize("remark", ["(Huyện Đắk Glei: chưa gồm 120 thẻ của xã Đắk Nhoong)", "Ghi chú: số liệu sơ bộ"])
def test_a_remark_between_lines_heads_none_of_them(remark: str) -> None:
    rows: Rows = [*HEADER, [1, "Xã Na Loi", 15, 900], [None, remark], [2, "Xã Keng Đu", 17, 1_020]]
    found = parts_of(read_rows([*rows, [3, "Xã Huồi Tụ", 8, 480], [None, "Cộng", 40, 2_400]]))
    assert found["C6"] == {"C2", "C4", "C5"}


def test_a_section_that_sounds_like_a_page_heads_its_lines() -> None:
    rows: Rows = [["STT", "Nội dung", "Kinh phí (triệu đồng)"], ["I", "Trang thiết bị y tế"], [1, "Giường bệnh", 900]]
    rows += [[2, "Máy siêu âm", 1_020], ["II", "Nhà lớp học"], [1, "Trường Na Loi", 480]]
    groups = read_rows(rows).layouts[0].tables[0].groups
    assert {head: str(under) for head, under in groups.items()} == {2: "3-4", 5: "6"}


def test_a_total_may_say_how_many_it_adds_up() -> None:
    rows: Rows = [
        *HEADER,
        [1, "Xã Na Loi", 15, 900],
        [2, "Xã Keng Đu", 17, 1_020],
        ["Cộng 2 xã phía Bắc", None, 32, 1_920],
    ]
    rows += [[3, "Xã Huồi Tụ", 8, 480], ["Tổng cộng", None, 40, 2_400]]
    assert parts_of(read_rows(rows))["C6"] == {"C4", "C5"}


@pytest.mark.parametrize("label", ["XÃ KHU VỰC III", "Xã ĐBKK", "XÃ BIÊN GIỚI", "Xã đạt chuẩn NTM", "HUYỆN NGHÈO"])
def test_a_kind_of_places_is_no_place(label: str) -> None:
    rows: Rows = [["HUYỆN VĂN CHẤN NĂM 2023"], *HEADER, ["I", label], [1, "Xã Sùng Đô", 24, 900]]
    reading = read_rows([*rows, [2, "Xã Nậm Lành", 35, 700], [None, "Cộng I", 59, 1_600]])
    assert [one for one in reading.problems if one.code == "place_ambiguous"] == []
    place = by_cell(reading)["C6"].meaning.place
    assert place is not None
    assert place.name == "Huyện Văn Chấn"


def test_a_commune_that_no_list_holds_is_a_place() -> None:
    reading = read_rows([["HUYỆN VĂN CHẤN NĂM 2023"], *HEADER, [1, "Xã Vùi Lấp", 24, 900], [2, "Xã Sùng Đô", 3, 70]])
    place = by_cell(reading)["C3"].meaning.place
    assert place is not None
    assert (place.name, place.code) == ("Xã Vùi Lấp", None)


def test_lines_that_a_line_adds_up_count_what_it_does() -> None:
    rows: Rows = [["TT", "Nội dung", "ĐVT", "Xã Sam Kha", "Xã Nậm Lạnh"], [1, "Số hộ còn dư nợ", "hộ", 510, 840]]
    rows += [["-", "Hộ nghèo", "hộ", 300, 420], ["-", "Hộ mới thoát nghèo", "hộ", 210, 420]]
    rows += [[2, "Tổng số hộ dân cư", "hộ", 800, 1_400], ["-", "Hộ nghèo", "hộ", 430, 620]]
    found = by_cell(read_rows(rows))
    assert [found[f"D{row}"].meaning.indicator for row in range(2, 7)] == [
        "credit.hh_with_loan", "credit.hh_with_loan", "credit.hh_with_loan", "pov.hh_total", "pov.hh_poor",
    ]  # fmt: skip


def test_a_whole_per_cent_may_be_one_shown_without_its_zeros() -> None:
    rows: Rows = [["Xã", "Tổng số hộ", "Số hộ nghèo", "Tỷ lệ hộ nghèo (%)"]]
    assert broken(read_rows([*rows, ["Xã Sam Kha", 17_010, 1_190, 7], ["Xã Nậm Lạnh", 1_400, 620, 44.29]])) == []
    assert broken(read_rows([*rows, ["Xã Sam Kha", 17_010, 1_230, 7], ["Xã Nậm Lạnh", 1_400, 620, 44.29]])) != []
