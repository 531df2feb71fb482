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

REST = "Huyện có {} xã, thị trấn; trong đó 11 xã đặc biệt khó khăn, 4 xã còn lại có 23 xóm đặc biệt khó khăn."
SOURCES = (
    "Trong năm, tỉnh đầu tư {} tỷ đồng nâng cấp 3 nhà máy nước, từ các nguồn: ngân sách trung ương 75 tỷ đồng, ngân"
    " sách tỉnh 34 tỷ đồng, doanh nghiệp 15 tỷ đồng."
)
FUNDS = (
    "Tổng số tiền bố trí được là {} tỷ đồng, trong đó ngân sách Trung ương 312,4 tỷ đồng, ngân sách tỉnh 121,6 tỷ đồng,"
    " các doanh nghiệp ủng hộ 113 tỷ đồng."
)
NORM = "Mức hỗ trợ 44 triệu đồng/hộ (trung ương 40 triệu đồng, tỉnh đối ứng {} triệu đồng)."
IN_TURN = (
    "Doanh số cho vay ba chương trình lần lượt là 12.450 tỷ đồng, 15.320 tỷ đồng và {} tỷ đồng, tổng cộng 37.640 tỷ"
    " đồng."
)
GROWN = "Xã đã hình thành vùng trồng tập trung (hồi 5.210 ha, quế 1.380 ha, sở {} ha), tổng diện tích 6.900 ha."
FALLS = (
    "Tỷ lệ hộ nghèo các năm 2017, 2018, 2019 lần lượt giảm {}, 9,32% và 10,18%; sau 3 năm (2017 - 2019) giảm 30,55%."
)
NAMED = "Toàn tỉnh có 412 người xuất cảnh, tiêu biểu là huyện Như Xuân 218 người, huyện Quan Hóa {} người."
GIFTS = (
    "Tết năm 2019, tỉnh dành 62.415 suất quà, trị giá {} tỷ đồng.\n- Quà của Chủ tịch nước: 21.340 suất, tổng số tiền"
    " 4.318,8 triệu đồng.\n- Quà từ ngân sách tỉnh: 28.560 suất, tổng số tiền 8.568 triệu đồng.\n- Quà do các mạnh"
    " thường quân vận động: 12.515 suất, tổng số tiền 12.793,2 triệu đồng."
)

SUMS = [
    (REST, "15", "45", "part_whole: total {} xã, thị trấn, part 11 xã, part 4 xã"),
    (SOURCES, "124", "424", "part_whole: total {} tỷ đồng, part 75 tỷ đồng, part 34 tỷ đồng, part 15 tỷ đồng"),
    (FUNDS, "547", "847", "part_whole: total {} tỷ đồng, part 312,4 tỷ đồng, part 121,6 tỷ đồng, part 113 tỷ đồng"),
    (NORM, "4", "7", "part_whole: total 44 triệu đồng, part 40 triệu đồng, part {} triệu đồng"),
    (IN_TURN, "9.870", "3.870", "part_whole: total 37.640 tỷ đồng, part 12.450 tỷ đồng, part 15.320 tỷ đồng,"
     " part {} tỷ đồng"),
    (GROWN, "310", "610", "part_whole: total 6.900 ha, part 5.210 ha, part 1.380 ha, part {} ha"),
    (FALLS, "11,05%", "41,05%", "part_whole: total 30,55%, part {}, part 9,32%, part 10,18%"),
    (GIFTS, "25,68", "55,68", "part_whole: total {} tỷ đồng, part 4.318,8 triệu đồng, part 8.568 triệu đồng,"
     " part 12.793,2 triệu đồng"),
]  # fmt: skip

PAID = "Bà mổ tim hết {} triệu đồng, quỹ bảo hiểm trả 95%, tức 81,7 triệu đồng; gia đình lo phần còn lại."
ABROAD = (
    "Ba năm 2018, 2019, 2020, tỉnh đưa lần lượt 1.560, 1.830 và 1.985 lao động đi làm việc ở nước ngoài, tổng cộng"
    " 5.375 lao động. Riêng thị trường Nhật Bản có 4.300 người, chiếm {}."
)
PLAN_OF_YEAR = (
    "Năm tháng đầu năm 2023 đã có thêm 612 người xuất cảnh, trong khi cùng kỳ năm ngoái là 519 người; so với kế hoạch"
    " {} người của cả năm thì đạt gần 49%."
)
TRAINED = "Huyện mở {} lớp tập huấn với 936 lượt người tham dự, bình quân 52 người/lớp."
AT_FIRST = "Anh được cấp {} con dê, sau hơn một năm đã thành đàn 9 con, gấp 3 lần lúc đầu."
NEARLY = "Tổ hợp tác ra đời năm 2020 với 15 hộ và {} con bò; nay đàn bò của tổ là 58 con, gấp gần 2 lần."
ALL_OF_THEM = (
    "Toàn tỉnh có 5.460 hộ nghèo, hộ cận nghèo cần hỗ trợ nhà ở.\nTỉnh quyết tâm hoàn thành toàn bộ {} nhà trước ngày"
    " 31/8/2025."
)

FLOWS = (
    "Năm 2022, huyện có 15.240 hộ dân, trong đó:\n- Hộ nghèo: 5.106 hộ.\nSo với đầu năm ({} hộ nghèo), số hộ nghèo giảm"
    " mạnh. Trong năm có 1.187 hộ thoát nghèo; ngược lại, phát sinh 231 hộ nghèo mới và 38 hộ tái nghèo."
)
AGAINST_BEHIND = "Tỷ lệ nghèo tại các huyện nghèo còn 24,86%, giảm 8,16% so với mức {}."
GROWTH_PLANNED = (
    "Tổng dư nợ đạt 312,45 tỷ đồng, tăng {} tỷ đồng so với đầu năm, hoàn thành 81,6% chỉ tiêu tăng trưởng cả năm (18 tỷ"
    " đồng)."
)

SINCE_IT_BEGAN = (
    "Từ tháng 10/2007 đến nay, doanh số cho vay đạt 45.712 tỷ đồng, doanh số thu nợ đạt {} tỷ đồng. Tổng dư nợ là"
    " 35.246 tỷ đồng."
)
A_YEAR = "Tổng nhu cầu vốn giai đoạn 2011 - 2015 khoảng {} tỷ đồng, bình quân mỗi năm 104 tỷ đồng."
NAMED_TOTAL = (
    "Đến nay, tỉnh đã khởi công 5.214 căn nhà.\nTrong số {} căn đã khởi công, có 3.748 căn hoàn thành, còn lại 1.466"
    " căn đang xây dựng."
)
APART = "Năm 2013, tỷ lệ hộ nghèo của tỉnh còn 19,20%. Số hộ nghèo còn 21.874 hộ; tổng số hộ toàn tỉnh {} hộ."

OTHERS = [
    (SINCE_IT_BEGAN, "10.466", "40.466", "part_whole: total 35.246 tỷ đồng, part 45.712 tỷ đồng, part {} tỷ đồng"),
    (A_YEAR, "520", "820", "change: difference {} tỷ đồng, average 104 tỷ đồng"),
    (NAMED_TOTAL, "5.214", "8.214", "part_whole: total {} căn, part 3.748 căn, part 1.466 căn"),
    (APART, "113.927", "413.927", "share: part 21.874 hộ, whole {} hộ, rate 19,20%"),
    (
        FLOWS,
        "6.024",
        "9.024",
        "stock_flow: opening {} hộ, outflow 1.187 hộ, inflow 231 hộ, inflow 38 hộ, closing 5.106 hộ",
    ),
    (AGAINST_BEHIND, "33,02%", "63,02%", "change: before {}, after 24,86%, difference 8,16%"),
    (GROWTH_PLANNED, "14,688", "44,688", "plan_ratio: actual {} tỷ đồng, plan 18 tỷ đồng, rate 81,6%"),
    (PAID, "86", "26", "share: part 81,7 triệu đồng, whole {} triệu đồng, rate 95%"),
    (ABROAD, "80%", "20%", "share: part 4.300 người, whole 5.375 lao động, rate {}"),
    (PLAN_OF_YEAR, "1.250", "4.250", "plan_ratio: actual 612 người, plan {} người, rate 49%"),
    (TRAINED, "18", "48", "per_head: amount 936 lượt người, count {} lớp, per_head 52 người"),
    (AT_FIRST, "3", "6", "change: before {} con dê, after 9 con, multiple 3 lần"),
    (NEARLY, "30", "60", "change: before {} con bò, after 58 con, multiple 2 lần"),
]

ALL = [*SHARES, *CHANGES, *SUMS, *OTHERS]


def test_some_of_the_parts_of_a_total_are_no_more_than_it() -> None:
    assert broken_in(NAMED.format("171")) == []
    assert broken_in(NAMED.format("471"))


def test_a_whole_that_is_spoken_of_again_is_the_same() -> None:
    assert broken_in(ALL_OF_THEM.format("5.460")) == []
    assert broken_in(ALL_OF_THEM.format("8.460")) == ["repeat: first 5.460 hộ, repeat 8.460 nhà"]
    assert broken_in(ALL_OF_THEM.format("1.217")) == []  # of those to be done this year


@pytest.mark.parametrize(("text", "right", "wrong", "relation"), ALL, ids=[relation for *_, relation in ALL])
def test_a_wrong_number_is_told_from_a_right_one(text: str, right: str, wrong: str, relation: str) -> None:
    assert f"holds {relation.format(right)}" in outcomes_of(text.format(right))
    assert relation.format(wrong) in broken_in(text.format(wrong))
    assert broken_in(text.format(right)) == []


COVERED = (
    "Cuối năm 2016, toàn tỉnh có 605.420 người tham gia bảo hiểm y tế trên tổng dân số 774.200 người, đạt tỷ lệ bao phủ"
    " {}, tăng 5,4 điểm phần trăm so với cuối năm 2015 (72,8%)."
)


def test_the_rate_of_another_year_is_no_share_of_this_year() -> None:
    assert broken_in(COVERED.format("78,2%")) == []
    assert not [line for line in broken_in(COVERED.format("18,2%")) if line.endswith("rate 72,8%")]


LISTED = (
    "Năm 2022, toàn huyện có 15.240 hộ dân, trong đó:\n- Hộ nghèo: {} hộ, chiếm 33,5%;\n- Hộ cận nghèo: 2.438 hộ, chiếm"
    " 16%.\nHộ nghèo là người dân tộc thiểu số có 5.060 hộ, bằng 99,1% tổng số hộ nghèo."
)


def test_a_rate_is_held_against_the_whole_that_it_names_though_that_is_listed() -> None:
    assert broken_in(LISTED.format("5.106")) == []
    assert not [line for line in broken_in(LISTED.format("8.106")) if "5.060" in line and "15.240" in line]


OF_THE_POOR = (
    "Đầu năm 2016, tỉnh có 44.920 hộ nghèo, chiếm 10% tổng số hộ. Cuối năm 2020 còn 9.118 hộ, chiếm 2%.\nKhoảng 3.830"
    " hộ, chiếm 42% số hộ nghèo, sống nhờ trợ cấp xã hội."
)


def test_a_share_of_the_poor_is_of_no_whole_of_all_households() -> None:
    assert broken_in(OF_THE_POOR) == []
    slipped = broken_in(OF_THE_POOR.replace("9.118", "3.118"))
    assert not [line for line in slipped if "42%" in line and "10%" in line]


NO_RELATION = [
    pytest.param(
        "Năm 2025, dư nợ trên địa bàn xã là 98,6 tỷ đồng, lớn hơn đầu năm 9,4 tỷ đồng, đạt 103% chỉ tiêu.\nNăm 2026, xã"
        " phấn đấu dư nợ đạt 108 tỷ đồng.",
        id="the plan of the next year",
    ),
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
    pytest.param(
        "Mức hỗ trợ 44 triệu đồng/hộ (hộ nghèo làm mới 40 triệu đồng, hộ cận nghèo sửa chữa 25 triệu đồng).",
        id="norms of several groups are no sources of one",
    ),
    pytest.param(
        "Huyện huy động 424 tỷ đồng từ các nguồn; ngân sách tỉnh 34 tỷ đồng cho giao thông, 15 tỷ đồng cho thủy lợi.",
        id="what some of the money is for",
    ),
    pytest.param(
        "Vùng trồng gồm hồi 5.210 ha, quế 1.380 ha, sở 310 ha, tổng kinh phí 6.900 triệu đồng.",
        id="a sum of something else",
    ),
    pytest.param(
        "Huyện mở 18 lớp tập huấn với 940 lượt người tham dự, bình quân 52 người/lớp.", id="a rounded average"
    ),
    pytest.param(
        "Năm 2011, đầu năm huyện có 4.200 hộ nghèo trên tổng số 7.642 hộ; cuối năm còn 3.820 hộ nghèo trên tổng số"
        " 7.672 hộ.",
        id="all households at two times",
    ),
    pytest.param(
        "202 xã của tỉnh bình quân đạt 10,2 tiêu chí/xã, tăng 1,5 tiêu chí so với năm trước.",
        id="an average of criteria is no share of a rise",
    ),
    pytest.param(
        "Đàn bò của xã có 120 con; nay đàn trâu là 58 con, gấp đôi. Đàn dê có 360 con, gấp 4 lần năm 2015.",
        id="multiples of other animals and of a year",
    ),
]


@pytest.mark.parametrize("text", NO_RELATION)
def test_what_looks_alike_is_left_alone(text: str) -> None:
    assert broken_in(text) == []
