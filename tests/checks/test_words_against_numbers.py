"""Relations that words tell: each holds with the right number, is found broken with a wrong leading digit, and looks
alike with others that state none."""

import pytest

from tests.checks.texts import broken_in, outcomes_of

IN_ALL = "Xã hiện còn 60 hộ nghèo trong tổng số {} hộ, chiếm 2,5%."
OF_ALL = "Riêng xã Lâm Giang có {} hộ nghèo trong 2.500 hộ, chiếm 16%; phần lớn thiếu đất sản xuất."
BELOW = "Đầu năm 2011, toàn huyện có 4.180 hộ nghèo/7.600 hộ, chiếm tỷ lệ {}."
NAMED_RATE = "Cuối năm 2024, tỉnh có 12.240 hộ nghèo trên tổng số {} hộ, tỷ lệ hộ nghèo là 4,08%."
DEBTS = (
    "Đến 30/9/2021, tổng nguồn vốn đạt 3.412,6 tỷ đồng; tổng dư nợ 17 chương trình là {} tỷ đồng/85.000 khách hàng. Nợ"
    " quá hạn 3,7 tỷ đồng, chiếm 0,11% tổng dư nợ."
)
LENT = (
    "Chi nhánh đã cho 14.600 học sinh, sinh viên vay 177,4 tỷ đồng.\nTrong đó, học sinh, sinh viên dân tộc thiểu số có"
    " {} em, vay 11,3 tỷ đồng, tức 7,4% số em được vay."
)

SHARES = [
    (IN_ALL, "2.400", "5.400", "share: part 60 hộ, whole {} hộ, rate 2,5%"),
    (OF_ALL, "400", "700", "share: part {} hộ, whole 2.500 hộ, rate 16%"),
    (BELOW, "55%", "85%", "share: part 4.180 hộ, whole 7.600 hộ, rate {}"),
    (NAMED_RATE, "300.000", "600.000", "share: part 12.240 hộ, whole {} hộ, rate 4,08%"),
    (DEBTS, "3.402,6", "6.402,6", "share: part 3,7 tỷ đồng, whole {} tỷ đồng, rate 0,11%"),
    (LENT, "1.080", "4.080", "share: part {} em, whole 14.600 học sinh, rate 7,4%"),
]

TWO_TIMES = (
    "Đầu năm 2022, huyện có 3.200 hộ nghèo (9,8%); cuối năm còn 2.410 hộ ({}), tức giảm 790 hộ, giảm 2,4 điểm phần"
    " trăm."
)
AGAINST_LEVEL = "Hết năm 2018, tỷ lệ hộ dùng nước sạch là 56,8%, nhích thêm 2,9% so với {} của năm 2017."
AGAINST_BRACKET = (
    "Cuối năm 2022, tỷ lệ hộ nghèo còn 4,03% và hộ cận nghèo 3,49%; so với cuối năm 2021 ({}), tỷ lệ hộ nghèo giảm 1,17"
    " điểm phần trăm."
)
AGAINST_LINE = (
    "- Hộ nghèo: 5.100 hộ, chiếm 33,5%.\nSo với đầu năm (6.090 hộ nghèo, tỷ lệ {}), tỷ lệ hộ nghèo giảm 6,5 điểm %."
)
AGAINST_YEAR = (
    "Kế hoạch vốn năm 2023 của tỉnh là 1.254 tỷ đồng.\nDự toán năm 2024 dự kiến giao {} tỷ đồng, giảm 149 tỷ đồng so"
    " với năm 2023."
)
SAME_PERIOD = "Cả nước đưa 150.300 lao động đi làm việc ở nước ngoài; so với cùng kỳ năm trước ({} lao động) tăng 5%."
TAKEN_UP = "Cuối năm 2010, hộ nghèo của xã chiếm 41,2%; nay còn 606 hộ, tỷ lệ 21,2%, tức giảm {} điểm %."

CHANGES = [
    (TWO_TIMES, "7,4%", "1,4%", "change: before 9,8%, after {}, difference 2,4 điểm phần trăm"),
    (AGAINST_LEVEL, "53,9%", "83,9%", "change: before {}, after 56,8%, difference 2,9%"),
    (AGAINST_BRACKET, "5,2%", "8,2%", "change: before {}, after 4,03%, difference 1,17 điểm phần trăm"),
    (AGAINST_LINE, "40%", "70%", "change: before {}, after 33,5%, difference 6,5 điểm %"),
    (AGAINST_YEAR, "1.105", "4.105", "change: before 1.254 tỷ đồng, after {} tỷ đồng, difference 149 tỷ đồng"),
    (SAME_PERIOD, "143.100", "443.100", "change: before {} lao động, after 150.300 lao động, relative 5%"),
    (TAKEN_UP, "20", "50", "change: before 41,2%, after 21,2%, difference {} điểm %"),
]

ALL = [*SHARES, *CHANGES]


@pytest.mark.parametrize(("text", "right", "wrong", "relation"), ALL, ids=[relation for *_, relation in ALL])
def test_a_wrong_number_is_told_from_a_right_one(text: str, right: str, wrong: str, relation: str) -> None:
    assert f"holds {relation.format(right)}" in outcomes_of(text.format(right))
    assert relation.format(wrong) in broken_in(text.format(wrong))
    assert broken_in(text.format(right)) == []


NO_RELATION = [
    pytest.param(
        "Toàn huyện có 212 hộ được vay vốn trong tổng số 2.400 hộ, 35% hộ có nước sạch.",
        id="a rate of something else behind a whole",
    ),
    pytest.param(
        "Trong tổng số 2.400 hộ của xã có 60 hộ nghèo, chiếm 12% số hộ nghèo toàn huyện.",
        id="a rate that names another whole",
    ),
    pytest.param(
        "Năm 2023, huyện có 1.250 hộ nghèo; xã Lâm Giang giảm 30 hộ so với xã Tân Tuyến (412 hộ).",
        id="two places compared",
    ),
    pytest.param(
        "Năm 2021, tỷ lệ hộ nghèo là 6,6%.\nTỷ lệ hộ cận nghèo năm 2022 là 5,4%, giảm 1,9% so với năm 2021.",
        id="the level of another group in the year named",
    ),
    pytest.param(
        "So với tổng số hộ dân (15.240 hộ), số hộ nghèo chiếm 12%, giảm 4%.", id="a whole compared, and no level"
    ),
    pytest.param(
        "Đầu năm 2021, tỷ lệ hộ nghèo là 12,3%; cuối năm 2022, tỷ lệ hộ nghèo là 7,4%, trong năm giảm 2,1%.",
        id="a change within the last of two years",
    ),
    pytest.param(
        "Năm 2021, dư nợ là 275 tỷ đồng. Dư nợ qua Hội Phụ nữ đạt 118 tỷ đồng, tăng 12 tỷ đồng so với năm 2021.",
        id="the loans of one of several",
    ),
]


@pytest.mark.parametrize("text", NO_RELATION)
def test_what_looks_alike_is_left_alone(text: str) -> None:
    assert broken_in(text) == []
