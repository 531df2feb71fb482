"""Places of labels and titles, settled together."""

from datetime import date

import pytest

from pipelines.tables.places import TablePlaces, named_place, place_level

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
        ("Thôn Nà Pò", ("Thôn Nà Pò", None)),
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


def test_a_name_with_a_hyphen_of_its_own_is_not_cut_at_it() -> None:
    named = named_place("Phan Rang - Tháp Chàm")
    assert named is not None
    assert {version.level for version in named.versions} == {2}
