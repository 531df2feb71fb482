"""Short texts whose rates, multiples and amounts a head hold or not: what is found broken, what is left alone."""

from pathlib import Path

import pytest

from pipelines.extraction import extract_file
from pipelines.quality.check import check
from tests.checks.texts import broken_in, outcomes_of

SPENT = (
    "Năm 2022, vốn sự nghiệp được giao 41,7 tỷ đồng, gồm trung ương 30,2 tỷ đồng và địa phương 11,5 tỷ đồng; đã chi"
    " 38,8 tỷ đồng, đạt {}."
)
ALL_THERE_ARE = "Xã có 2.860 hộ. Đến nay còn 412 hộ nghèo, chiếm {}."
ONE_BASE = (
    "Năm 2022, huyện có 822 hộ nghèo, chiếm 2,95%; có 774 hộ cận nghèo, chiếm {}; có 405 hộ mới thoát nghèo, chiếm"
    " 1,45%."
)
COMMUNES = "Toàn tỉnh có 201 xã. Có 25 xã đạt 15 - 18 tiêu chí, chiếm {}."
TOLD_AGAIN = "Đến nay, tỷ lệ hộ dân nông thôn được dùng nước sạch là {}, tương ứng 47.550/50.000 hộ."
OF_ALL_NEEDED = (
    "Tổng nhu cầu kinh phí làm nhà là 240 tỷ đồng, trong đó ngân sách 150 tỷ đồng, còn lại 90 tỷ đồng vận động. Đến nay"
    " đã giải ngân 180 tỷ đồng, bằng {} tổng nhu cầu."
)

ARRIVED = (
    "Chính phủ cấp cho tỉnh Đắk Lắk 2.000 tấn gạo. Số gạo này đủ cho các xã bị lũ. 1.640 tấn đã về tới kho, đạt {}."
)

EXPLAINED = "Thị xã Ngã Năm khởi công {} số căn được giao (288/300 căn), huyện Kế Sách 91,5%."
OF_THIS = (
    "Năm 2024, vốn đầu tư được giao 171,5 tỷ đồng, vốn sự nghiệp 145,3 tỷ đồng. Đến nay, vốn đầu tư giải ngân"
    " 114,1/171,5 tỷ đồng (66,5%), vốn sự nghiệp 44,6/{} tỷ đồng (30,7%)."
)
OF_ALL_GIVEN = (
    "Tổng nguồn vốn phân bổ cho tỉnh là 214.560 triệu đồng, gồm Chương trình 30a 42.870 triệu đồng, Chương trình 135"
    " 171.690 triệu đồng. Đến hết tháng 1/2017 đã giải ngân 201.686 triệu đồng, đạt {}."
)

IN_TURN = "Dẫn đầu là Yên Minh với 1.204/1.254 căn và Quản Bạ 872/886 căn, lần lượt đạt {} và 98,4%."

SHARES = [
    (IN_TURN, "96%", "holds plan_ratio: actual 1.204, plan 1.254 căn, rate 96%"),
    (IN_TURN, "36%", "broken plan_ratio: actual 1.204, plan 1.254 căn, rate 36%"),
    (EXPLAINED, "96%", "holds share: part 288, whole 300 căn, rate 96%"),
    (EXPLAINED, "36%", "broken share: part 288, whole 300 căn, rate 36%"),
    (OF_THIS, "145,3", "holds plan_ratio: actual 44,6, plan 145,3 tỷ đồng, rate 30,7%"),
    (OF_THIS, "445,3", "broken plan_ratio: actual 44,6, plan 445,3 tỷ đồng, rate 30,7%"),
    (OF_ALL_GIVEN, "94%", "holds share: part 201.686 triệu đồng, whole 214.560 triệu đồng, rate 94%"),
    (OF_ALL_GIVEN, "34%", "broken share: part 201.686 triệu đồng, whole 214.560 triệu đồng, rate 34%"),
    (ARRIVED, "82%", "holds share: part 1.640 tấn, whole 2.000 tấn, rate 82%"),
    (ARRIVED, "52%", "broken share: part 1.640 tấn, whole 2.000 tấn, rate 52%"),
    (SPENT, "93%", "holds share: part 38,8 tỷ đồng, whole 41,7 tỷ đồng, rate 93%"),
    (ALL_THERE_ARE, "14,4%", "holds share: part 412 hộ, whole 2.860 hộ, rate 14,4%"),
    (ALL_THERE_ARE, "14,41%", "holds share: part 412 hộ, whole 2.860 hộ, rate 14,41%"),
    # 14,4056 % may be cut off to 14,40 or rounded to 14,41; 14,42 is just outside
    (ALL_THERE_ARE, "14,40%", "holds share: part 412 hộ, whole 2.860 hộ, rate 14,40%"),
    (ALL_THERE_ARE, "14,42%", "broken share: part 412 hộ, whole 2.860 hộ, rate 14,42%"),
    (ALL_THERE_ARE, "44,41%", "broken share: part 412 hộ, whole 2.860 hộ, rate 44,41%"),
    (ONE_BASE, "2,78%", "holds share: part 822 hộ, rate 2,95%, part 774 hộ, rate 2,78%"),
    (ONE_BASE, "2,18%", "broken share: part 822 hộ, rate 2,95%, part 774 hộ, rate 2,18%"),
    (COMMUNES, "12,4%", "holds share: part 25 xã, whole 201 xã, rate 12,4%"),
    (TOLD_AGAIN, "95,1%", "holds share: part 47.550, whole 50.000 hộ, rate 95,1%"),
    (TOLD_AGAIN, "65,1%", "broken share: part 47.550, whole 50.000 hộ, rate 65,1%"),
    (OF_ALL_NEEDED, "75%", "holds share: part 180 tỷ đồng, whole 240 tỷ đồng, rate 75%"),
    (OF_ALL_NEEDED, "15%", "broken share: part 180 tỷ đồng, whole 240 tỷ đồng, rate 15%"),
]

PLAN_BEHIND = (
    "Chín tháng, tỉnh giải quyết việc làm cho 4.348 lao động, bằng {} kế hoạch năm. Theo kế hoạch, cả năm tỉnh giải"
    " quyết việc làm cho 8.560 lao động."
)

PLAN_COMPARED = "Năm tháng đầu năm có 735 người xuất cảnh; so với kế hoạch 1.500 người của cả năm thì đạt {}."

INCOME = (
    "Tỷ lệ hộ nghèo còn 28,8% (mục tiêu là dưới 30%). Thu nhập bình quân đạt 4,2 triệu đồng/người/năm, gấp {} lần mục"
    " tiêu 3,5 triệu đồng/người/năm."
)
EXCEEDED = "Có 1.900 người đi làm việc ở nước ngoài. Riêng xuất khẩu lao động, so với chỉ tiêu {} người thì vượt 11,8%."

OWN_PLAN = (
    "Giải quyết việc làm cho 1.320/1.250 lao động, đạt 105,6% kế hoạch; đưa {} người đi làm việc ở nước ngoài, đạt 92%"
    " so với chỉ tiêu 50 người."
)
OF_THE_TOTAL = (
    "Tổng nguồn vốn của chương trình năm 2024 là {} tỷ đồng, gồm vốn năm trước chuyển sang 318,4 tỷ đồng và kế hoạch"
    " vốn giao mới 929,2 tỷ đồng.\nĐến nay, toàn tỉnh giải ngân 727,3 tỷ đồng, đạt 58,3% kế hoạch."
)

RATIOS_OF_PLANS = [
    (OWN_PLAN, "46", "holds plan_ratio: actual 46 người, plan 50 người, rate 92%"),
    (OWN_PLAN, "76", "broken plan_ratio: actual 76 người, plan 50 người, rate 92%"),
    (OF_THE_TOTAL, "1.247,6", "holds plan_ratio: actual 727,3 tỷ đồng, plan 1.247,6 tỷ đồng, rate 58,3%"),
    (OF_THE_TOTAL, "4.247,6", "broken plan_ratio: actual 727,3 tỷ đồng, plan 4.247,6 tỷ đồng, rate 58,3%"),
    (INCOME, "1,2", "holds plan_ratio: actual 4,2 triệu đồng, plan 3,5 triệu đồng, rate 1,2 lần"),
    (INCOME, "4,2", "broken plan_ratio: actual 4,2 triệu đồng, plan 3,5 triệu đồng, rate 4,2 lần"),
    (EXCEEDED, "1.700", "holds plan_ratio: actual 1.900 người, plan 1.700 người, excess 11,8%"),
    (EXCEEDED, "4.700", "broken plan_ratio: actual 1.900 người, plan 4.700 người, excess 11,8%"),
    (PLAN_COMPARED, "49%", "holds plan_ratio: actual 735 người, plan 1.500 người, rate 49%"),
    (PLAN_COMPARED, "89%", "broken plan_ratio: actual 735 người, plan 1.500 người, rate 89%"),
    (PLAN_BEHIND, "50,8%", "holds plan_ratio: actual 4.348 lao động, plan 8.560 lao động, rate 50,8%"),
    (PLAN_BEHIND, "60,8%", "broken plan_ratio: actual 4.348 lao động, plan 8.560 lao động, rate 60,8%"),
]

TIMES_THE_GENERAL = (
    "Cuối năm 2023, tỷ lệ hộ nghèo của tỉnh Kon Tum là 4,68%. Riêng huyện Tu Mơ Rông giảm xuống 31,22%. Con số ấy gấp"
    " {} mức chung của tỉnh."
)

YEARLY = "Giai đoạn 2016 - 2020, tỷ lệ hộ nghèo giảm từ 12,35% xuống 4,35%, bình quân {}/năm."

MULTIPLES = [
    (YEARLY, "1,6%", "holds change: before 12,35%, after 4,35%, average 1,6%"),
    (YEARLY, "4,6%", "broken change: before 12,35%, after 4,35%, average 4,6%"),
    (TIMES_THE_GENERAL, "6,7 lần", "holds change: before 4,68%, after 31,22%, multiple 6,7 lần"),
    (TIMES_THE_GENERAL, "6,67 lần", "holds change: before 4,68%, after 31,22%, multiple 6,67 lần"),
    (TIMES_THE_GENERAL, "3,67 lần", "broken change: before 4,68%, after 31,22%, multiple 3,67 lần"),
    (TIMES_THE_GENERAL, "hơn 7,5 lần", "broken change: before 4,68%, after 31,22%, multiple 7,5 lần"),
]

CLASSES = "Huyện mở 24 lớp dạy nghề cho {} học viên."
HEADS = "Huyện có 8.214 hộ với {} nhân khẩu."
COWS = "Hội trao 10 con bò giống trị giá {} đồng cho hộ nghèo."

AMOUNTS_A_HEAD = [
    (CLASSES, "700", "holds per_head: amount 700 học viên, count 24 lớp"),
    (CLASSES, "4.800", "holds per_head: amount 4.800 học viên, count 24 lớp"),
    (CLASSES, "4.801", "broken per_head: amount 4.801 học viên, count 24 lớp"),
    (HEADS, "28.340", "holds per_head: amount 28.340 nhân khẩu, count 8.214 hộ"),
    (HEADS, "128.340", "broken per_head: amount 128.340 nhân khẩu, count 8.214 hộ"),
    (COWS, "150 triệu", "holds per_head: amount 150 triệu đồng, count 10 con bò"),
    (COWS, "150 tỷ", "broken per_head: amount 150 tỷ đồng, count 10 con bò"),
]

ALL = [*SHARES, *RATIOS_OF_PLANS, *MULTIPLES, *AMOUNTS_A_HEAD]


@pytest.mark.parametrize(("text", "number", "outcome"), ALL, ids=[outcome for _, _, outcome in ALL])
def test_what_is_said_of_a_number(text: str, number: str, outcome: str) -> None:
    assert outcome in outcomes_of(text.format(number))


HOLDING = [(text, number) for text, number, outcome in ALL if outcome.startswith("holds")]


@pytest.mark.parametrize(("text", "number"), HOLDING, ids=[number for _, number in HOLDING])
def test_nothing_is_broken_where_it_holds(text: str, number: str) -> None:
    assert broken_in(text.format(number)) == []


NOTHING_WRONG = [
    pytest.param(
        "Đến nay 22/22 xã có đường ô tô đến trung tâm, 86% số bản có đường xe máy; 78,4% số hộ được dùng điện lưới.",
        id="a rate of villages beside communes",
    ),
    pytest.param(
        "Tổng nguồn vốn là 9.840 tỷ đồng, gồm ngân sách Trung ương 9.125 tỷ đồng, ngân sách địa phương 715 tỷ đồng (đối"
        " ứng tối thiểu 10% vốn Trung ương).",
        id="what a rule asks for at least",
    ),
    pytest.param(
        "Mức hỗ trợ là 30 triệu đồng/nhà. Đến nay, toàn huyện đã vận động được 4,27 tỷ đồng, bằng 85,4% chỉ tiêu vận"
        " động.",
        id="what is due to each house is no plan for all money",
    ),
    pytest.param(
        "Trong 3 năm, vốn bố trí là 178.625 triệu đồng. Khối lượng thực hiện đạt 168.240 triệu đồng, giải ngân 161.119"
        " triệu đồng, bằng 90,2% kế hoạch vốn.",
        id="work done is no plan",
    ),
    pytest.param(
        "Lãi suất giảm từ 9,6%/năm xuống 6,6%/năm, mức bình quân 7,9%/năm.", id="the average of rates that are a year's"
    ),
    pytest.param(
        "Huyện A làm 204/208 căn, huyện B làm 187/190 căn, huyện C làm 90/100 căn; hai huyện dẫn đầu lần lượt đạt 98,1%"
        " và 98,4%.",
        id="rates told in turn of some",
    ),
    pytest.param(TIMES_THE_GENERAL.format("hơn 6,5 lần"), id="a bound that is nearly the multiple"),
    pytest.param(
        "Hội nhận ủy thác 130,2 tỷ đồng dư nợ. Nhiều nhất là giải quyết việc làm với 101 tỷ đồng/1.702 hộ; kế đến là"
        " nước sạch và vệ sinh môi trường 12,3 tỷ đồng/820 hộ; học sinh, sinh viên 9,85 tỷ đồng/241 hộ. Các chương"
        " trình còn lại 7,05 tỷ đồng/107 hộ.",
        id="the norm of a programme is not that of the next",
    ),
]


@pytest.mark.parametrize("text", NOTHING_WRONG)
def test_nothing_is_wrong(text: str) -> None:
    assert broken_in(text) == []


HALF = "Tỷ lệ hộ nghèo của tỉnh năm 2009 còn {}, giảm hơn một nửa so với mức 14,8% của năm 2006."
GROWTH = "Năm 2022 xuất khẩu 1.268 lao động, tăng {} so với năm 2021 (1.100 lao động)."

GROWTHS = [
    (GROWTH, "15,3%", "holds change: before 1.100 lao động, after 1.268 lao động, relative 15,3%"),
    (GROWTH, "15,2%", "holds change: before 1.100 lao động, after 1.268 lao động, relative 15,2%"),
    # 15,27 % may be cut off to 15,2 or rounded to 15,3
    (GROWTH, "15,4%", "broken change: before 1.100 lao động, after 1.268 lao động, relative 15,4%"),
    (HALF, "7,3%", "holds change: before 14,8%, after 7,3%, relative một nửa"),
    (HALF, "9,3%", "broken change: before 14,8%, after 9,3%, relative một nửa"),
]


@pytest.mark.parametrize(("text", "number", "outcome"), GROWTHS, ids=[outcome for _, _, outcome in GROWTHS])
def test_changes_in_per_cent(text: str, number: str, outcome: str) -> None:
    assert [line for line in outcomes_of(text.format(number)) if "change" in line] == [outcome]


NO_GROWTHS = [
    pytest.param(
        "Cuối năm 2022, tỷ lệ hộ nghèo của huyện là 33,5%; hộ thiếu vốn chiếm 36,2% số hộ nghèo.\n\nNăm 2023, huyện"
        " phấn đấu giảm tỷ lệ hộ nghèo ít nhất 5%, đưa tỷ lệ này xuống còn 28,5%.",
        id="a bound that another level suits",
    ),
    pytest.param(HALF.format("3,3%"), id="far more than half is more than half"),
    pytest.param(
        "Từ năm 2016 đến 2020, số hộ nghèo giảm từ 5.200 hộ xuống 3.187 hộ, bình quân mỗi năm giảm 3,2%.",
        id="a yearly average is no whole change",
    ),
    pytest.param(
        "Cuối năm 2020 huyện còn 412 hộ nghèo, giảm 3,5% so với năm 2019 (1.030 hộ), tỷ lệ hộ nghèo còn 4,1%.",
        id="points of the rate of those counted",
    ),
]


@pytest.mark.parametrize("text", NO_GROWTHS)
def test_what_is_no_change_in_per_cent_is_left_alone(text: str) -> None:
    assert broken_in(text) == []


RIVALS = [
    ("Huyện tạo việc làm cho 812 lao động, đạt 108,3% so với kế hoạch 750 lao động, bằng 118,3% kế hoạch.", "118,3%"),
    ("Huyện tạo việc làm cho 812/750 lao động, đạt 108,3% kế hoạch, đạt 109,3% chỉ tiêu tỉnh giao.", "109,3%"),
]


@pytest.mark.parametrize(("text", "rate"), RIVALS, ids=[rate for _, rate in RIVALS])
def test_a_second_rate_of_figures_that_have_one_is_of_others(tmp_path: Path, text: str, rate: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")

    [told] = [one for one in check([extract_file(path, "raw/articles/a.txt")]) if one.outcome != "holds"]

    assert (told.outcome, told.missing) == ("not_evaluated", "own_figures")
    assert {told.stated, told.computed, told.difference, told.tolerance, told.severity} == {None}
    place = told.stating()
    assert place is not None
    assert place.quote == rate
