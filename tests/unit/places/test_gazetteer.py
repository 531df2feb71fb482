"""Places in their versions: what bears a name on a day, what it lies in, and one key for all spellings."""

from datetime import date
from itertools import pairwise

import pytest

from pipelines.places.gazetteer import FIRST_DAY, PlaceVersion, gazetteer, place_types
from pipelines.places.names import name_key

BEFORE, AFTER = date(2023, 6, 1), date(2025, 8, 1)  # the districts ended on 2025-07-01


@pytest.mark.parametrize(
    ("name", "day", "full_names"),
    [
        ("Bạch Thông", BEFORE, ["Huyện Bạch Thông"]),
        ("Bạch Thông", AFTER, ["Xã Bạch Thông"]),
        ("Bắc Kạn", BEFORE, ["Tỉnh Bắc Kạn", "Thành phố Bắc Kạn"]),
        ("Hà Nội", AFTER, ["Thành phố Hà Nội"]),
        ("Không Có Nơi Này", BEFORE, []),
    ],
)
def test_a_name_names_the_versions_of_a_day(name: str, day: date, full_names: list[str]) -> None:
    assert [version.full_name for version in _named(name, day)] == full_names


def test_before_the_first_snapshot_its_first_day_holds() -> None:
    assert _named("Bạch Thông", date(2010, 1, 1)) == _named("Bạch Thông", FIRST_DAY) != []


def _named(name: str, day: date) -> list[PlaceVersion]:
    return [version for version in gazetteer().named(name_key(name)) if version.valid_on(day)]


@pytest.mark.parametrize(
    ("level", "code", "day", "parent"),
    [(2, "063", BEFORE, "Tỉnh Bắc Kạn"), (3, "02014", AFTER, "Tỉnh Thái Nguyên")],
    ids=["a district lies in its province", "a commune lies in its province since the districts ended"],
)
def test_what_a_place_lies_in(level: int, code: str, day: date, parent: str) -> None:
    version = next(one for one in gazetteer().by_code[level, code] if one.valid_on(day))
    above = gazetteer().parent(version, day)
    assert above is not None
    assert above.full_name == parent


def test_the_versions_of_a_code_follow_each_other_without_overlap() -> None:
    for versions in gazetteer().by_code.values():
        by_start = sorted(versions, key=lambda version: version.valid_from)
        for one, following in pairwise(by_start):
            assert one.valid_from < one.valid_to <= following.valid_from


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cư M’gar", "Cư Mgar"),
        ("Mỹ Thanh", "Mĩ Thanh"),
        ("Tuyên Hoá", "Tuyên Hóa"),
        ("BẠCH THÔNG", "Bạch Thông"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Kỳ Sơn", "Kì Sơn"),
    ],
)
def test_spellings_of_one_name_are_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Hà Tĩnh", "Hà Tinh"), ("Thủy", "Thui"), ("Tân Lập", "Tân Lạp")])
def test_other_names_are_other_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_city_may_be_a_province_or_a_district() -> None:
    assert place_types()["thành phố"] == (1, 2)


def test_a_number_is_one_name_with_and_without_a_nought_before_it() -> None:
    assert name_key("07") == name_key("7")
    assert name_key("00") == "0"
    assert name_key("1" * 5000) == "1" * 5000
