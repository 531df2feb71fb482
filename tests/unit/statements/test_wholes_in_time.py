"""One whole told twice: by shares of two times, by a share and its change, by the rates of all its parts."""

from pathlib import Path

import pytest

from pipelines.statements.relations.lasting import YEARLY_DRIFT
from tests.unit.statements.relations import relations_of, years_of


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Năm 2021, huyện Na Rì có 2.510 hộ nghèo, tỷ lệ 25,1%; năm 2022 còn 2.020 hộ nghèo, tỷ lệ 20%.",
            id="as they stand",
        ),
        pytest.param(
            "Năm 2021, huyện Na Rì có 2.510 hộ nghèo, tỷ lệ 25,1%; năm 2022 còn 7.020 hộ nghèo, tỷ lệ 20%.",
            id="with a slip",
        ),
    ],
)
def test_two_shares_of_two_times_are_of_one_whole(text: str) -> None:
    assert [line for line in relations_of(text) if line.startswith("share: part 2.510 hộ") and "rate 20%" in line]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Năm 2021, huyện Na Rì có 2.510 hộ nghèo, tỷ lệ 25,1%; huyện Ba Bể năm 2022 có 133 hộ nghèo, tỷ lệ 2%.",
            id="of two places",
        ),
        pytest.param(
            "Năm 2010, huyện Na Rì có 2.510 hộ nghèo, tỷ lệ 25,1%; năm 2022 còn 7.020 hộ nghèo, tỷ lệ 20%.",
            id="too far apart",
        ),
        pytest.param(
            "Năm 2021, huyện Na Rì có 2.510 hộ nghèo, tỷ lệ 25,1%; năm 2022 còn 333 hộ cận nghèo, tỷ lệ 20%.",
            id="of two things",
        ),
        pytest.param(
            "Quý I, nợ quá hạn của tỉnh là 6,3 tỷ đồng, chiếm 0,24%; quý II là 210 triệu đồng, chiếm 0,2%.",
            id="of a whole that grows fast",
        ),
    ],
)
def test_shares_that_need_not_be_of_one_whole(text: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith("share") and line.count("part") > 1]


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        pytest.param("giảm 510 hộ, tương đương giảm 5,1%", True, id="points"),
        pytest.param("giảm 510 hộ, tương đương giảm 25,1%", True, id="points with a slip"),
        pytest.param("giảm 510 hộ, tương đương giảm 20,3%", False, id="per cent of the former number"),
        pytest.param("giảm 510 hộ", False, id="the number alone"),
        pytest.param("bốn năm giảm 2.510 hộ, giảm 21,1%", True, id="over years, in which the whole grew by 10 %"),
    ],
)
def test_a_share_and_its_change_point_to_the_former_whole(told: str, is_found: bool) -> None:
    text = f"Cuối năm 2022, huyện Na Rì còn 2.000 hộ nghèo, chiếm tỷ lệ 20%, {told}."
    found = [line for line in relations_of(text) if "part_change" in line]
    assert bool(found) is is_found


@pytest.mark.parametrize(
    ("opening", "years"),
    [
        pytest.param("Cuối năm 2022", 1, id="a year"),
        pytest.param("Cuối tháng 12 năm 2022", 1, id="the number of a month"),
        pytest.param("Đến 31-12 năm 2022", 1, id="the number of a day"),
        pytest.param("Chỉ trong 1 năm, cuối năm 2022", 1, id="one year in digits"),
        pytest.param("Sau 4 năm, cuối năm 2022", 6, id="years in digits"),
        pytest.param("Sau bốn năm, cuối năm 2022", 6, id="years in words"),
    ],
)
def test_a_whole_may_grow_for_as_many_years_as_a_change_took(opening: str, years: int) -> None:
    text = f"{opening}, huyện Na Rì còn 2.000 hộ nghèo, chiếm tỷ lệ 20%, giảm 510 hộ, tương đương giảm 5,1%."
    assert years_of(text, "share") == [years]


@pytest.mark.parametrize(
    ("sentence", "is_found"),
    [
        pytest.param("Tỷ lệ hộ nghèo ở thành thị là 5,27%, ở nông thôn là 12,03%.", True, id="between"),
        pytest.param("Tỷ lệ hộ nghèo ở thành thị là 5,27%, ở nông thôn là 1,03%.", True, id="a slip outside"),
        pytest.param("Tỷ lệ hộ nghèo ở thành thị là 5,27%, ở miền núi là 12,03%.", False, id="not all there is"),
        pytest.param("Tỷ lệ hộ nghèo ở thành thị là 5,27%, ở nông thôn tăng 12,03%.", False, id="level and change"),
    ],
)
def test_a_rate_lies_between_those_of_all_its_parts(sentence: str, is_found: bool) -> None:
    text = f"Năm 2022, tỷ lệ hộ nghèo của tỉnh Bắc Kạn là 10,15%. {sentence}"
    assert any(line.startswith("subset: whole 10,15%") for line in relations_of(text)) is is_found


def test_the_change_of_one_share_is_not_that_of_the_next() -> None:
    text = (
        "Năm 2022, tỉnh Bình Thuận có 10.689 hộ nghèo, chiếm 3,2%, giảm 137 hộ, giảm 0,04%; trong đó 3.373 hộ nghèo"
        " vùng đồng bào dân tộc thiểu số, chiếm 13,13%."
    )
    assert not [line for line in relations_of(text) if "part 3.373 hộ" in line and "part_change" in line]


def test_the_query_lets_a_whole_change_as_much_as_the_reading() -> None:
    query = Path(__file__).parents[3] / "sql" / "relations" / "share.sql"
    assert query.read_text(encoding="utf-8").count(f"coalesce(earliest.years, 0) * {YEARLY_DRIFT}") == 2
