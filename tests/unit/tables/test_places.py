"""Places of labels and titles, settled together."""

from datetime import date

import pytest

from pipelines.tables.readings.places import TablePlaces
from pipelines.tables.wording.place_names import headings_of_places, headings_of_villages, named_place, place_level
from tests.unit.tables.grids import Rows, by_cell, read_rows

DAY = [date(2022, 12, 31)]


def codes(titles: list[str], labels: list[str], days: list[date] | None = None) -> list[tuple[str, str | None] | None]:
    places = TablePlaces(titles, labels, DAY if days is None else days)
    found = [places.of(label) for label in labels]
    return [(place.name, place.code) if place else None for place in found]


@pytest.mark.parametrize(
    ("label", "level"),
    [
        ("Huyện Bạch Thông", 2), ("TT. Phủ Thông", 3), ("Tỉnh Bắc Kạn", 1), ("Hà Giang", 1), ("CẢ NƯỚC", 0),
        ("Tây Nguyên", 0.5), ("Xã Vi Hương", 3), ("Tổng cộng", None), ("Cho vay hộ nghèo", None), ("Hộ nghèo", None),
    ],
)  # fmt: skip
def test_how_high_a_place_lies(label: str, level: float | None) -> None:
    assert place_level(label) == level


def test_names_of_several_districts_are_settled_by_the_title() -> None:
    titles = ["DANH SÁCH XÃ HUYỆN BẠCH THÔNG"]
    found = codes(titles, ["Tân Tú", "Xã Cao Sơn", "TT Phủ Thông"])
    assert found[2] == ("Thị trấn Phủ Thông", "01969")
    assert [place[0] for place in found if place and place[1]] == ["Xã Tân Tú", "Xã Cao Sơn", "Thị trấn Phủ Thông"]
    assert codes([], ["Xã Cao Sơn"]) == [("Xã Cao Sơn", None)]


def test_words_that_name_a_place_far_from_the_title_are_none_unless_others_lie_beside_it() -> None:
    titles = ["BIỂU TỔNG HỢP CỦA UBND TỈNH HÀ GIANG"]
    assert codes(titles, ["Giảm nghèo", "An sinh, dịch vụ xã hội cơ bản"]) == [None, None]
    beside = codes(titles, ["An Sinh", "Bình Khê"])
    assert [place and place[0] for place in beside] == ["Xã An Sinh", "Xã Bình Khê"]


def test_the_title_settles_the_day_of_a_table_with_a_plan_for_after_its_province() -> None:
    titles = ["CHỈ TIÊU GIAI ĐOẠN 2021-2025", "UBND TỈNH HÀ GIANG"]
    whole = TablePlaces(titles, ["An sinh, dịch vụ xã hội cơ bản"], [date(2025, 12, 31)]).whole
    assert whole is not None
    assert whole.name == "Tỉnh Hà Giang"


@pytest.mark.parametrize("label", ["TT GDNN-GDTX", "TT DVNN", "Xã đạt chuẩn"])
def test_letters_that_no_one_can_speak_are_no_name(label: str) -> None:
    assert named_place(label) is None


def test_a_name_may_begin_with_a_letter_and_an_apostrophe() -> None:
    named = named_place("Xã K'Nàng")
    assert named is not None
    assert named.levels == (3,)


def test_neighbours_settle_a_name_where_no_title_does() -> None:
    labels = ["Thị trấn Phủ Thông", "Xã Vi Hương", "Xã Sĩ Bình", "Xã Cao Sơn"]
    places = TablePlaces([], labels, DAY)
    assert all((place := places.of(label)) is not None and place.code is not None for label in labels)
    assert places.whole is not None
    assert (places.whole.name, places.whole.code) == ("Huyện Bạch Thông", "063")


def test_a_name_alone_that_several_bear_stays_open() -> None:
    places = TablePlaces([], ["Xã Cao Sơn"], DAY)
    place = places.of("Xã Cao Sơn")
    assert place is not None
    assert (place.name, place.code) == ("Xã Cao Sơn", None)
    assert places.ambiguous == ["Xã Cao Sơn"]


@pytest.mark.parametrize(
    ("days", "name"),
    [([date(2023, 12, 31)], "Huyện Bạch Thông"), ([], "Huyện Bạch Thông")],
    ids=["a day before the reform", "no day told: the one on which the labels are places"],
)
def test_versions_follow_the_day(days: list[date], name: str) -> None:
    places = TablePlaces(["HUYỆN BẠCH THÔNG"], ["Xã Vi Hương", "Xã Sĩ Bình"], days)
    assert places.whole is not None
    assert places.whole.name == name


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Thành phố Hà Nội (01)", ("Thành phố Hà Nội", "01")),
        ("Huyện Tuyên Hóa (Quảng Bình)", ("Huyện Tuyên Hóa", "453")),
        ("H. Na Rì", ("Huyện Na Rì", "066")),
        ("Huyện Mù Cang Chải", ("Huyện Mù Căng Chải", "137")),
        ("Huyện Đa Krông", ("Huyện Đakrông", "467")),
        ("Huyện Cù Lao Dung", ("Huyện Cù Lao Dung", "945")),
        ("Huyện miền núi Na Rì", ("Huyện Na Rì", "066")),
        ("Xã Đạ M'Rông", ("Xã Đạ M'Rong", "24859")),
        ("Xã hội hóa", None),
        ("Xã đạt chuẩn", None),
        ("Xã Không Có Tên", ("Xã Không Có Tên", None)),
        ("XÃ KHÔNG CÓ TÊN", ("XÃ KHÔNG CÓ TÊN", None)),
        ("Thôn Nà Pò", ("Thôn Nà Pò", None)),
        ("PGD Đắk Glei", ("Huyện Đắk Glei", "610")),
        ("Hội sở tỉnh (TP Kon Tum)", ("Thành phố Kon Tum", "608")),
        ("UBND huyện Bạch Thông", ("Huyện Bạch Thông", "063")),
        ("Cộng huyện Bạch Thông", ("Huyện Bạch Thông", "063")),
        ("Tổng cộng Bạch Thông", None),
        ("UBND huyện", None),
        ("Tổ TK&VV", None),
        ("Hộ nghèo dân tộc thiểu số", None),
    ],
)
def test_labels_as_offices_write_them(label: str, expected: tuple[str, str | None] | None) -> None:
    found = codes([], [label])[0]
    if expected is None:
        assert found is None
    else:
        assert found is not None
        assert (found[0].replace("Hoá", "Hóa"), found[1]) == expected


def test_an_abbreviated_type_word_is_no_ordinal_of_a_line() -> None:
    rows: Rows = [["KẾT QUẢ CHO VAY TỈNH TRÀ VINH NĂM 2024"], ["TT", "Huyện", "Số hộ nghèo"]]
    rows += [[1, "Trà Cú", 160], [2, "H. Duyên Hải", 110], [3, "TX. Duyên Hải", 60]]
    found = by_cell(read_rows(rows))
    assert [place.code for cell in ("C3", "C4", "C5") if (place := found[cell].meaning.place)] == ["849", "850", "851"]


def test_a_name_with_a_hyphen_of_its_own_is_not_cut_at_it() -> None:
    named = named_place("Phan Rang - Tháp Chàm")
    assert named is not None
    assert {version.level for version in named.versions} == {2}


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("CHÍNH SÁCH TRỢ GIÚP XÃ HỘI THƯỜNG XUYÊN NĂM 2022 CỦA TỈNH BẮC KẠN", "06"),
        ("KẾT QUẢ BẢO TRỢ XÃ HỘI AN TOÀN NĂM 2022 CỦA TỈNH BẮC KẠN", "06"),
        ("TÌNH HÌNH XÃ HỘI HÓA, HUYỆN BẠCH THÔNG", "063"),
    ],
)
def test_the_type_word_of_a_phrase_names_no_commune(title: str, code: str) -> None:
    whole = TablePlaces([title], ["Tổng số"], DAY).whole
    assert whole is not None
    assert whole.code == code


@pytest.mark.parametrize(
    ("titles", "code"),
    [
        (["Huyện Sơn Tây", "TỔNG HỢP DIỄN BIẾN HỘ NGHÈO TRONG NĂM"], "530"),
        (["TỔNG HỢP DIỄN BIẾN HỘ NGHÈO TRONG NĂM"], None),
        (["TỔNG HỢP HỘ NGHÈO ĐIỆN BIÊN"], "11"),
        (["TRỢ CẤP XÃ HỘI NĂM 2024 - THỊ XÃ NGHĨA LỘ"], "133"),
    ],
    ids=[
        "a district named like a town",
        "words that sound like a province",
        "a province without its type word",
        "a town with a commune of its name",
    ],
)
def test_a_title_names_what_it_spells(titles: list[str], code: str | None) -> None:
    whole = TablePlaces(titles, ["Tổng số"], DAY).whole
    assert (whole.code if whole else None) == code


@pytest.mark.parametrize(
    ("titles", "around", "code"),
    [
        (["(TỈNH LÀO CAI)", "BAN CHỈ ĐẠO XÓA NHÀ TẠM HUYỆN SI MA CAI"], [], "084"),
        (["KẾT QUẢ NĂM 2022 CỦA CÁC XÃ", "TỈNH QUẢNG NGÃI", "UBND HUYỆN MINH LONG"], [], "531"),
        (["KẾT QUẢ NĂM 2022 TỈNH LÀO CAI", "UBND HUYỆN MINH LONG"], [], "10"),
        (["KẾT QUẢ NĂM 2022 HUYỆN SI MA CAI", "UBND TỈNH LÀO CAI"], [], "084"),
        (["KẾT QUẢ NĂM 2022 TỈNH LÀO CAI"], ["Huyện Si Ma Cai"], "10"),
        (["KẾT QUẢ NĂM 2022"], ["Huyện Si Ma Cai"], "084"),
    ],
    ids=["a province in brackets", "a letterhead", "of another province", "wider", "of another sheet", "only there"],
)
def test_the_titles_together_name_the_innermost_place(titles: list[str], around: list[str], code: str) -> None:
    whole = TablePlaces(titles, ["Tổng số"], DAY, around=around).whole
    assert whole is not None
    assert whole.code == code


def test_the_title_settles_the_day_where_no_label_is_a_place() -> None:
    whole = TablePlaces(["HUYỆN VÂN CANH, TỈNH BÌNH ĐỊNH"], ["Số hộ nghèo"], [date(2025, 12, 31)]).whole
    assert whole is not None
    assert whole.code == "551"


@pytest.mark.parametrize(
    ("paths", "places"),
    [
        ([["Hoạt động", "Bền vững"], ["Hoạt động", "Trung bình"], ["Hoạt động", "Kém hiệu quả"]], set()),
        ([["Trong đó", "Bạch Thông"], ["Trong đó", "Na Rì"], ["Trong đó", "Khác"]], {"Bạch Thông", "Na Rì"}),
        ([["Tổng số"], ["Huyện Na Rì"], ["Còn lại"], ["Bổ sung"]], {"Huyện Na Rì"}),
        ([["Cả nước", "Số hộ"], ["Bắc Kạn", "Số hộ"]], {"Bắc Kạn"}),
    ],
    ids=["a bare name among other words", "names side by side", "told with its type word", "beside the country"],
)
def test_which_headings_may_be_places(paths: list[list[str]], places: set[str]) -> None:
    assert headings_of_places(paths) - {"Cả nước"} == places


@pytest.mark.parametrize(("title", "code"), [("HUYỆN SÔNG HINH", "22225"), ("HUYỆN BUÔN ĐÔN", "24250")])
def test_a_name_is_the_same_written_together_or_apart(title: str, code: str) -> None:
    found = codes([title], ["Xã Ea Bar"])[0]
    assert found is not None
    assert found[1] == code


@pytest.mark.parametrize(
    ("paths", "villages"),
    [
        ([["Chia theo", "Thôn Nà Pò"], ["Chia theo", "Thôn 2"], ["Toàn xã"]], {"Thôn Nà Pò", "Thôn 2"}),
        ([["Xã khu vực III"], ["Thôn ĐBKK"]], set()),
        ([["Thôn đặc biệt khó khăn"], ["Thôn nông thôn mới"], ["Bản sắc văn hóa"]], set()),
    ],
    ids=["names side by side", "a kind of villages", "kinds of villages"],
)
def test_which_headings_are_villages(paths: list[list[str]], villages: set[str]) -> None:
    assert headings_of_villages(paths) == villages


def test_figures_of_villages_across_are_of_the_villages() -> None:
    rows: Rows = [
        ["DIỄN BIẾN HỘ NGHÈO NĂM 2021 CỦA XÃ VI HƯƠNG, HUYỆN BẠCH THÔNG"],
        ["TT", "Chỉ tiêu", "ĐVT", "Thôn Nà Pò", "Thôn Bó Lịn", "Toàn xã"],
        [1, "Số hộ nghèo", "hộ", 12, 9, 21], [2, "Số hộ thoát nghèo", "hộ", 3, 2, 5],
    ]  # fmt: skip
    places = [one.meaning.place for cell, one in by_cell(read_rows(rows)).items() if cell[1:] == "3"]
    assert [place and place.name for place in places] == ["Thôn Nà Pò", "Thôn Bó Lịn", "Xã Vi Hương"]


def test_a_column_of_names_is_no_column_of_units_for_one_line_that_tells_a_unit() -> None:
    rows: Rows = [
        ["KẾT QUẢ NĂM 2022 HUYỆN BẠCH THÔNG"], ["STT", "Đơn vị", "Năm 2021", "Năm 2022"], [1, "Vi Hương", 12, 19],
        [2, "Sĩ Bình", 17, 18], ["Số xã đạt (xã)", None, 0, 1], [None, "Số xã tăng (xã)", None, 1],
    ]  # fmt: skip
    place = by_cell(read_rows(rows))["C3"].meaning.place
    assert place is not None
    assert place.name == "Xã Vi Hương"
