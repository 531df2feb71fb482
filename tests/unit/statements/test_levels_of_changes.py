"""Of which levels a change is told, and over how many years its average."""

from decimal import Decimal

import pytest

from tests.unit.statements.relations import relations_of, years_of

RELATIVES = [
    pytest.param(
        "Tổng dư nợ ủy thác đạt 2.415 tỷ đồng, chiếm 98,8% tổng dư nợ 2.444 tỷ đồng của toàn chi nhánh, tăng 131 tỷ"
        " đồng (+5,74%) so với đầu năm.",
        "change: after 2.415 tỷ đồng, difference 131 tỷ đồng, relative 5,74%",
        id="of the part, not of the whole named behind its share",
    ),
    pytest.param(
        "Tổng dư nợ đạt 2.415 tỷ đồng, tăng 131 tỷ đồng (+5,74%) so với đầu năm.",
        "change: after 2.415 tỷ đồng, difference 131 tỷ đồng, relative 5,74%",
        id="of the only level",
    ),
]


@pytest.mark.parametrize(("text", "relation"), RELATIVES)
def test_the_level_that_a_change_in_per_cent_is_of(text: str, relation: str) -> None:
    assert relation in relations_of(text)


_BETWEEN = "\n".join(f"Xã thứ {number} mở {number + 20} lớp học nghề." for number in range(6))
AFAR = [
    pytest.param(
        "Cuối năm 2014, tỷ lệ hộ nghèo của huyện là 14%.",
        "Năm 2015, huyện phấn đấu giảm 3,2% tỷ lệ hộ nghèo, đưa tỷ lệ hộ nghèo xuống còn 10,8%.",
        True,
        id="the end of the year before",
    ),
    pytest.param(
        "Cuối năm 2012, tỷ lệ hộ nghèo của huyện là 14%.",
        "Năm 2015, huyện phấn đấu giảm 3,2% tỷ lệ hộ nghèo, đưa tỷ lệ hộ nghèo xuống còn 10,8%.",
        False,
        id="another year",
    ),
    pytest.param(
        "Cuối năm 2014, tỷ lệ hộ cận nghèo của huyện là 14%.",
        "Năm 2015, huyện phấn đấu giảm 3,2% tỷ lệ hộ nghèo, đưa tỷ lệ hộ nghèo xuống còn 10,8%.",
        False,
        id="another rate",
    ),
]


@pytest.mark.parametrize(("opening", "change", "told"), AFAR)
def test_a_change_to_a_level_of_its_sentence_starts_from_the_one_told_long_before(
    opening: str, change: str, told: bool
) -> None:
    found = relations_of(f"{opening}\n{_BETWEEN}\n{change}")
    assert ("change: before 14%, after 10,8%, difference 3,2%" in found) == told


def test_a_yearly_average_of_levels_of_one_time_is_over_the_years_of_its_own() -> None:
    text = (
        "Năm 2025, tỷ lệ nghèo đa chiều còn 3,03%. Tính từ năm 2022, tỷ lệ nghèo đa chiều giảm từ 7,52% còn 3,03%, bình"
        " quân mỗi năm giảm gần 1,5%."
    )
    assert years_of(text, "change") == [Decimal(3)]


def test_a_year_that_has_begun_when_the_news_is_told_is_none_of_a_yearly_average() -> None:
    text = "Tỷ lệ nghèo đa chiều\n\n12/02/2026\n\nTính từ năm 2022, tỷ lệ nghèo đa chiều giảm từ 7,52% còn 3,03%, bình"
    assert years_of(f"{text} quân mỗi năm giảm gần 1,5%.", "change") == [Decimal(3)]


def test_a_yearly_average_is_over_the_years_between_its_levels() -> None:
    text = (
        "Tỷ lệ hộ nghèo giảm từ 56,18% (đầu năm 2016) xuống còn 30,47% (cuối năm 2020), giảm 25,71%, bình quân mỗi năm"
        " giảm 6,43%."
    )
    assert set(years_of(text, "change")) == {None, 5}
