"""Changes whose levels stand at the two ends of their time, with a wrong digit in one of the figures."""

import pytest

from tests.unit.statements.relations import relations_of

TOLD = [
    pytest.param(
        "Cuối năm 2015, tỷ lệ hộ nghèo của huyện là 41,52%.\nĐến cuối năm 2018, toàn huyện còn 3.214 hộ nghèo, chiếm"
        " 26,22%, bình quân mỗi năm giảm 8,1%.",
        "change: before 41,52%, after 26,22%, average 8,1%",
        id="a yearly fall between levels of two paragraphs",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo của tỉnh cuối năm 2019 là 18,42%; cuối năm 2020 còn 15,17%; đến cuối năm 2021 còn 12,06%. Như"
        " vậy riêng năm 2021 tỷ lệ hộ nghèo giảm 6,11%.",
        "change: before 15,17%, after 12,06%, difference 6,11%",
        id="the fall of one of several years",
    ),
    pytest.param(
        "Kết quả rà soát cuối năm 2024, xã còn 318 hộ nghèo, tỷ lệ 15,27%; 204 hộ cận nghèo, tỷ lệ 9,8%. So với cuối"
        " năm 2023 (402 hộ nghèo, 19,54%), xã giảm 84 hộ, tương đương 7,27 điểm %.",
        "change: before 19,54%, after 15,27%, difference 7,27 điểm %",
        id="the group of the fall tells which level",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo toàn tỉnh từ 21,34% (cuối năm 2008) giảm còn 17,12%, tương ứng giảm 7,22%, vượt mục tiêu đề ra"
        " là giảm từ 3% trở lên.",
        "change: before 21,34%, after 17,12%, difference 7,22%",
        id="levels are not settled by a bound that many differences suit",
    ),
    pytest.param(
        "Tỷ lệ nghèo đa chiều cuối năm 2025 còn 6,14%, giảm 0,92 điểm phần trăm so với cuối năm 2024 (4,06%). Cả nước"
        " có 412.957 hộ nghèo, chiếm 1,32%, đầu giai đoạn là 2,23% hộ nghèo.",
        "change: before 4,06%, after 6,14%, difference 0,92 điểm phần trăm",
        id="levels of its own sentence go before others that fit",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo của tỉnh Hà Giang từ 43,65% (đầu năm 2016) giảm còn 22,03% (cuối năm 2020), tức giảm 21,62%."
        " Xét riêng hộ người dân tộc thiểu số, tỷ lệ nghèo cuối năm 2020 là 25,87%.\nNăm 2021, tỉnh phấn đấu giảm tỷ lệ"
        " hộ nghèo 4%, đưa tỷ lệ hộ nghèo về mức 12,03%.",
        "change: before 22,03%, after 12,03%, difference 4%",
        id="of two levels before rather that of the same group",
    ),
]

NOT_TOLD = [
    pytest.param(
        "Năm 2024, tỉnh có 102 xã đạt chuẩn nông thôn mới; trong đó 27 xã đạt chuẩn nâng cao, 4 xã đạt chuẩn kiểu"
        " mẫu.\nMục tiêu năm 2025: thêm 8 xã nâng cao, hai xã kiểu mẫu.",
        id="what is to be added beside it is no level",
    ),
    pytest.param(
        "Quan Hóa: Tỷ lệ hộ nghèo còn 11,27%\n\nNăm 2019, toàn huyện có 1.294 hộ nghèo, tỷ lệ 11,27%, giảm 796 hộ,"
        " tương ứng 7,02% so với năm 2018.",
        id="a level told again is no other",
    ),
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_levels_of_a_change(text: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith("change:") and "before" in line]


@pytest.mark.parametrize(("text", "relation"), TOLD)
def test_a_change_is_held_against_the_levels_of_its_time(text: str, relation: str) -> None:
    assert relation in relations_of(text)


def test_an_aim_behind_a_change_is_not_of_its_levels() -> None:
    text = (
        "Đầu năm 2016 huyện có tỷ lệ hộ nghèo 33,6%; cuối năm 2020 còn 8,4%; như vậy tỷ lệ hộ nghèo giảm bình quân"
        " 5,04%/năm, vượt mục tiêu 4%/năm."
    )
    assert [one for one in relations_of(text) if one.startswith("change")] == [
        "change: before 33,6%, after 8,4%, average 5,04%"
    ]
