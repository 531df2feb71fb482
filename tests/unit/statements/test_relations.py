"""Which relations the words and numbers of a text give, kind by kind, and which they do not."""

import pytest

from tests.unit.statements.relations import completeness_of, observations_of, relations_of

SUMS = [
    pytest.param(
        "Huyện có 155 nhà hoàn thành, trong đó 129 nhà xây mới, 26 nhà sửa chữa.",
        "part_whole: total 155 nhà, part 129 nhà, part 26 nhà",
        id="of which",
    ),
    pytest.param(
        "Huyện có 455 nhà hoàn thành, trong đó 129 nhà xây mới, 26 nhà sửa chữa.",
        "part_whole: total 455 nhà, part 129 nhà, part 26 nhà",
        id="a wrong total stays linked where words tell it",
    ),
    pytest.param(
        "Huyện mở 213 lớp (128 lớp nghề nông nghiệp, 85 lớp phi nông nghiệp).",
        "part_whole: total 213 lớp, part 128 lớp, part 85 lớp",
        id="a bracket whose parts add up",
    ),
    pytest.param(
        "Trong số 6.280 nhà đã bàn giao có 4.871 nhà xây mới và 1.409 nhà sửa chữa.",
        "part_whole: total 6.280 nhà, part 4.871 nhà, part 1.409 nhà",
        id="parts among a whole that add up",
    ),
    pytest.param(
        "Nhiều hộ nghèo nhất là bốn xã:\nXã Hòa Bình: 431 hộ; xã Hòa An: 402 hộ;\nxã Hòa Lợi: 377 hộ; xã Hòa"
        " Phú: 289 hộ.\n"
        "Cộng lại là 1.499 hộ.",
        "part_whole: total 1.499 hộ, part 431 hộ, part 402 hộ, part 377 hộ, part 289 hộ",
        id="a total told behind its parts",
    ),
    pytest.param(
        "Năm 2022, tỉnh đưa 2.418 người đi làm việc ở nước ngoài. Đi nhiều là Đài Loan (1.296 người), Nhật"
        " Bản (729 người),"
        " Hàn Quốc (205 người), các nước khác (188 người).",
        "part_whole: total 2.418 người, part 205 người, part 729 người, part 1.296 người, part 188 người",
        id="a list that names all others, opened by no word",
    ),
    pytest.param(
        "Toàn tỉnh có 68/151 xã đạt chuẩn. Số xã còn lại gồm: 27 xã đạt 15 tiêu chí, 49 xã đạt 12 tiêu chí,"
        " 07 xã dưới 10"
        " tiêu chí.",
        "part_whole: total 151 xã, part 68, part 27 xã, part 49 xã, part 07 xã",
        id="what remains of a whole goes on with the part before",
    ),
    pytest.param(
        "Huyện cần xóa 512 nhà tạm. Đến nay huyện hoàn thành 486 nhà, còn 26 nhà chưa hoàn thành.",
        "part_whole: total 512 nhà, part 486 nhà, part 26 nhà",
        id="what is not done yet",
    ),
    pytest.param(
        "Năm 2022, toàn huyện giảm 721 hộ nghèo. Trong năm, 846 hộ thoát nghèo, 118 hộ nghèo phát sinh mới và 07 hộ tái"
        " nghèo.",
        "part_whole: total 721 hộ, part 846 hộ, part -118 hộ, part -07 hộ",
        id="a net fall by what flowed out and in",
    ),
    pytest.param(
        "Trong năm, huyện có 612 hộ thoát nghèo nhưng lại phát sinh 87 hộ nghèo mới, 15 hộ tái nghèo; tính chung số hộ"
        " nghèo giảm được 510 hộ.",
        "part_whole: total 510 hộ, part 612 hộ, part -87 hộ, part -15 hộ",
        id="a net fall, what flowed in told behind 'but'",
    ),
    pytest.param(
        "Đầu năm 2020, huyện có 2.436 hộ nghèo. Cuối năm 2020 còn 1.925 hộ nghèo. Trong năm 2020 có 597 hộ thoát nghèo,"
        " 79 hộ nghèo phát sinh mới, 07 hộ tái nghèo.",
        "stock_flow: opening 2.436 hộ, outflow 597 hộ, inflow 79 hộ, inflow 07 hộ, closing 1.925 hộ",
        id="a stock by what flowed in and out",
    ),
    pytest.param(
        "Đến 31/12/2020, dư nợ đạt 226.197 tỷ đồng; nếu so với 142.528 tỷ đồng cuối năm 2015 thì gấp 1,6 lần.",
        "change: before 142.528 tỷ đồng, after 226.197 tỷ đồng, multiple 1,6 lần",
        id="a multiple of what is told before it",
    ),
    pytest.param(
        "Tổng dư nợ đạt 523,6 tỷ đồng, tăng 41,2 tỷ đồng so với đầu năm. Năm 2020, doanh số cho vay 98,4 tỷ đồng. Doanh"
        " số cho vay 9 tháng năm 2021 đạt 121,3 tỷ đồng; doanh số thu nợ 80,1 tỷ đồng.",
        "part_whole: total 41,2 tỷ đồng, part 121,3 tỷ đồng, part -80,1 tỷ đồng",
        id="the flows of one sentence, behind another of their kind",
    ),
    pytest.param(
        "Tỷ lệ nghèo đa chiều cao nhất là Tây Nguyên 15,39% (8,39% và 7,00%), Bắc Trung Bộ 8,03% (4,02% và 4,01%).",
        "part_whole: total 8,03%, part 4,02%, part 4,01%",
        id="rates in a bracket",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo bình quân mỗi năm giảm 4,27%, vượt 0,27% so với mục tiêu 4%/năm.",
        "plan_ratio: actual 4,27%, plan 4%, excess 0,27%",
        id="the aim named behind what goes beyond it",
    ),
]


@pytest.mark.parametrize(("text", "relation"), SUMS)
def test_sums(text: str, relation: str) -> None:
    assert relation in relations_of(text)


NO_SUMS = [
    pytest.param(
        "Huyện có 13 xã; trong đó 11 xã thuộc khu vực III, 4 xã có đường biên giới.", id="places that fit two words"
    ),
    pytest.param(
        "Năm 2023, huyện còn 3.187 hộ nghèo. Cụ thể, có 870 hộ thoát nghèo, 131 hộ nghèo phát sinh và 24 hộ tái nghèo.",
        id="flows are no parts of a stock",
    ),
    pytest.param("Huyện đào tạo 58 lao động (21 nữ, 30 người dân tộc thiểu số).", id="overlapping groups in a bracket"),
]


@pytest.mark.parametrize("text", NO_SUMS)
def test_no_sums(text: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith("part_whole")]


def test_two_parts_of_a_list_of_three_are_no_sum_of_their_own() -> None:
    text = "Huyện hỗ trợ nhà ở cho 155 hộ, trong đó: 28 hộ xây mới, 120 hộ sửa chữa, 26 hộ làm lại."
    sums = [line for line in relations_of(text) if line.startswith("part_whole")]
    assert sums == ["part_whole: total 155 hộ, part 28 hộ, part 120 hộ, part 26 hộ"]


def test_a_list_set_apart_by_commas_ends_at_a_semicolon() -> None:
    text = (
        "Trong năm có 2.055 lao động có việc làm mới, gồm 1.210 lao động trong tỉnh và 845 lao động ngoài tỉnh; 312 học"
        " sinh được vay vốn."
    )
    assert "part_whole: total 2.055 lao động, part 1.210 lao động, part 845 lao động" in relations_of(text)


def test_a_unit_that_only_some_items_tell_makes_no_complete_list() -> None:
    text = (
        "Tổng dư nợ là 30 tỷ đồng với 950 hộ vay. Cơ cấu dư nợ gồm: hộ nghèo 12 tỷ đồng (400 hộ); hộ cận"
        " nghèo 8 tỷ đồng"
        " (300 hộ); lao động đi làm việc ở nước ngoài 10 tỷ đồng (250 người)."
    )
    assert "part_whole: total 30 tỷ đồng, part 12 tỷ đồng, part 8 tỷ đồng, part 10 tỷ đồng" in relations_of(text)
    assert not [line for line in relations_of(text) if line.startswith("part_whole: total 950 hộ")] or (
        "part_whole: total 950 hộ, part 400 hộ, part 300 hộ" in relations_of(text)
    )


@pytest.mark.parametrize(
    ("end", "complete"),
    [
        pytest.param("còn lại 222 triệu đồng cho nhà ở", True, id="a remainder in a number"),
        pytest.param("phần còn lại là tiền điện, nhà ở", False, id="a remainder without one"),
        pytest.param("300 triệu đồng hỗ trợ tiền điện", None, id="no remainder"),
    ],
)
def test_a_list_is_complete_where_its_remainder_is_told_in_a_number(end: str, complete: bool | None) -> None:
    text = f"Huyện chi 900 triệu đồng, trong đó: 310 triệu đồng mua thẻ bảo hiểm y tế; 150 triệu đồng học phí; {end}."
    assert completeness_of(text) == [complete]


PLANS = [
    pytest.param(
        "Xã làm xong 118/127 căn, đạt 92,9%.", "plan_ratio: actual 118, plan 127 căn, rate 92,9%", id="a/b and its rate"
    ),
    pytest.param(
        "Huyện tạo việc làm cho 3.128/3.000 lao động, vượt 4,27% kế hoạch.",
        "plan_ratio: actual 3.128, plan 3.000 lao động, excess 4,27%",
        id="an excess is told, not the whole",
    ),
    pytest.param(
        "Đến ngày 30/6, dư nợ đạt 3.450,8 tỷ đồng, tăng 187,4 tỷ đồng so với đầu năm, hoàn thành 99,2% kế hoạch năm"
        " (3.478,5 tỷ đồng).",
        "plan_ratio: actual 3.450,8 tỷ đồng, plan 3.478,5 tỷ đồng, rate 99,2%",
        id="the plan of a level is not that of its rise",
    ),
    pytest.param(
        "Năm nay xã giảm 241 hộ nghèo, vượt 31 hộ so với chỉ tiêu tỉnh giao là 210 hộ.",
        "plan_ratio: actual 241 hộ, plan 210 hộ, excess 31 hộ",
        id="an excess in households",
    ),
    pytest.param(
        "Năm nay tỷ lệ hộ nghèo giảm 6,37 điểm phần trăm, vượt 1,37 điểm so với kế hoạch (kế hoạch: giảm 5%).",
        "plan_ratio: actual 6,37 điểm phần trăm, plan 5%, excess 1,37 điểm",
        id="an excess in points",
    ),
    pytest.param(
        "Năm 2024, huyện được giao 214.380 triệu đồng, trong đó vốn đầu tư 128.460 triệu đồng, vốn sự nghiệp"
        " 85.920 triệu"
        " đồng. Đến nay đã giải ngân 118.766 triệu đồng, đạt 55,4% kế hoạch.",
        "plan_ratio: actual 118.766 triệu đồng, plan 214.380 triệu đồng, rate 55,4%",
        id="spent of what was assigned, not of a part of it",
    ),
]


@pytest.mark.parametrize(("text", "relation"), PLANS)
def test_plans(text: str, relation: str) -> None:
    assert relation in relations_of(text)


SHARES = [
    pytest.param(
        "Huyện có 2.731/8.214 hộ nghèo, chiếm 33,25%.", "share: part 2.731, whole 8.214 hộ, rate 33,25%", id="a/b"
    ),
    pytest.param(
        "Xã có 2.846 hộ, 21 thôn. Cuối năm, xã còn 812 hộ nghèo (28,53%); 396 hộ cận nghèo (13,91%).",
        "share: part 812 hộ, whole 2.846 hộ, rate 28,53%",
        id="the whole that a poverty rate is always of",
    ),
    pytest.param(
        "Tổng dư nợ đạt 402,6 tỷ đồng. Nợ quá hạn là 1,94 tỷ đồng, chiếm 0,48% tổng dư nợ.",
        "share: part 1,94 tỷ đồng, whole 402,6 tỷ đồng, rate 0,48%",
        id="the whole that the words behind the rate name",
    ),
    pytest.param(
        "Đầu năm có 2.436 hộ nghèo, cuối năm có 1.925 hộ nghèo. Hộ nghèo dân tộc thiểu số là 1.702 hộ, bằng"
        " 88,42% tổng số"
        " hộ nghèo.",
        "share: part 1.702 hộ, whole 1.925 hộ, rate 88,42%",
        id="of several wholes the one that the rate fits",
    ),
    pytest.param(
        "Trong 12.386 hộ nghèo có 8.702 hộ đồng bào dân tộc thiểu số, chiếm 40,26%.",
        "share: part 8.702 hộ, whole 12.386 hộ, rate 40,26%",
        id="a wrong rate stays linked where words tell it",
    ),
    pytest.param(
        "Trung tâm thực hiện 318 vụ việc, 426 vụ trong số đó là của người dân tộc thiểu số, chiếm 39,6%.",
        "share: part 426 vụ, whole 318 vụ việc, rate 39,6%",
        id="the one other figure of the sentence",
    ),
    pytest.param(
        "Hội quản lý 4.236 tỷ đồng, chiếm 39,2% tổng dư nợ ủy thác (3.153 tỷ đồng).",
        "share: part 4.236 tỷ đồng, whole 3.153 tỷ đồng, rate 39,2%",
        id="the whole in the bracket of the rate",
    ),
    pytest.param(
        "Năm 2023, dự án được giao 46,9 tỷ đồng, đã giải ngân 79,4 tỷ đồng, đạt 84%.",
        "share: part 79,4 tỷ đồng, whole 46,9 tỷ đồng, rate 84%",
        id="what was spent of the one amount assigned",
    ),
    pytest.param(
        "Xã còn 5.214 hộ nghèo.\n- Thiếu nhà tiêu: 3.957 hộ (75,9%);\n- Thiếu việc làm: 3.102 hộ (59,5%);\n"
        "- Thiếu nhà ở: 5.371 hộ (45,5%).",
        "share: part 5.371 hộ, whole 5.214 hộ, rate 45,5%",
        id="the whole of the shares told with it",
    ),
    pytest.param(
        "Xã còn 8.214 hộ nghèo.\n- Thiếu nhà tiêu: 3.957 hộ (75,9%);\n- Thiếu việc làm: 3.102 hộ (59,5%);\n"
        "- Thiếu nhà ở: 2.371 hộ (45,5%).",
        "share: part 3.102 hộ, whole 8.214 hộ, rate 59,5%",
        id="a whole that one slip keeps from all shares",
    ),
]


@pytest.mark.parametrize(("text", "relation"), SHARES)
def test_shares(text: str, relation: str) -> None:
    assert relation in relations_of(text)


def test_no_share_of_an_unrelated_figure() -> None:
    text = "Huyện giao vốn sự nghiệp 850,4 tỷ đồng. Vốn đầu tư giải ngân 742,6 tỷ đồng, tương ứng 76,25%."
    assert not [line for line in relations_of(text) if line.startswith("share")]


NO_SHARES = [
    pytest.param(
        "Vốn giải ngân đạt 78.455 triệu đồng, trong đó vốn đầu tư giải ngân 55.733 triệu đồng, đạt 75%.",
        id="spent of a plan that is not told, and no share of the total",
    ),
    pytest.param(
        "Tỉnh có 36.187 hộ nghèo (28,13%) và 19.936 hộ cận nghèo (chiếm 15,50%).",
        id="of the figure before, which has its own rate",
    ),
]


@pytest.mark.parametrize("text", NO_SHARES)
def test_no_shares(text: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith("share") and "whole" in line]


def test_a_coarse_rate_stays_with_the_whole_that_is_told() -> None:
    text = (
        "Dự án 3 giao 42.615 triệu đồng, giải ngân 9.417 triệu đồng, đạt 22,1%.\n"
        "Dự án 1 giao 31.240 triệu đồng, giải ngân 22.805 triệu đồng, đạt 53%."
    )
    assert "share: part 22.805 triệu đồng, whole 31.240 triệu đồng, rate 53%" in relations_of(text)


CHANGES = [
    pytest.param(
        "Tỷ lệ hộ nghèo giảm từ 12,3% xuống còn 9,8%, giảm 2,5%.",
        "change: before 12,3%, after 9,8%, difference 2,5%",
        id="from … to",
    ),
    pytest.param(
        "Cuối năm xã còn 812 hộ nghèo, giảm 241 hộ so với đầu năm (1.053 hộ).",
        "change: before 1.053 hộ, after 812 hộ, difference 241 hộ",
        id="against a level in a bracket",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo năm 2022 là 7,46%, bớt 3,73% so với năm 2021 (11,19%).",
        "change: before 11,19%, after 7,46%, difference 3,73%",
        id="a fall told against another year is a fall",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo năm 2021 là 45,6%. Đến năm 2024, tỷ lệ hộ nghèo giảm từ 45,6% năm 2021 xuống 28,3%"
        " năm 2024, bình"
        " quân mỗi năm giảm 5,77%.",
        "change: before 45,6%, after 28,3%, average 5,77%",
        id="levels of years stand at their ends",
    ),
    pytest.param(
        "Dư nợ đạt 3.450,8 tỷ đồng, tăng 187,4 tỷ đồng (5,74%) so với cuối năm 2018.",
        "change: after 3.450,8 tỷ đồng, difference 187,4 tỷ đồng, relative 5,74%",
        id="a rise and its per cent",
    ),
    pytest.param(
        "Tỉnh đưa 2.418 người đi làm việc ở nước ngoài, bằng 80,6% chỉ tiêu giao (3.000 người), gấp 1,3 lần cùng kỳ năm"
        " 2012 (1.860 người).",
        "change: before 1.860 người, after 2.418 người, multiple 1,3 lần",
        id="a multiple is of what was achieved",
    ),
    pytest.param(
        "Trợ cấp là 440.000 đồng/tháng, gấp 1,22 lần mức 360.000 đồng/tháng.",
        "change: before 360.000 đồng, after 440.000 đồng, multiple 1,22 lần",
        id="a multiple of an amount behind it",
    ),
    pytest.param(
        "Số học sinh bán trú tăng 645 em (từ 40.560 em lên 11.205 em), tương đương tăng 6,1%.",
        "change: before 40.560 em, after 11.205 em, difference 645 em",
        id="both levels in the bracket of the change",
    ),
    pytest.param(
        "Tổng dư nợ đạt 497.315 triệu đồng, tăng 32.315 triệu đồng so với đầu năm, tốc độ tăng trưởng 6,95%.",
        "change: after 497.315 triệu đồng, difference 32.315 triệu đồng, relative 6,95%",
        id="growth told behind the change",
    ),
    pytest.param(
        "Thu nhập bình quân đầu người đạt 38,5 triệu đồng/năm, tăng gấp 3,5 lần so với năm 2010 (41 triệu đồng).",
        "change: before 41 triệu đồng, after 38,5 triệu đồng, multiple 3,5 lần",
        id="a rise told as a multiple",
    ),
    pytest.param(
        "Năm 2011, thu nhập bình quân đầu người là 11,2 triệu đồng/năm.\nNăm 2020, thu nhập bình quân đầu người đạt"
        " 72,6 triệu đồng/năm, gấp 3,8 lần năm 2011.",
        "change: before 11,2 triệu đồng, after 72,6 triệu đồng, multiple 3,8 lần",
        id="the base of a multiple is that of the year it names",
    ),
    pytest.param(
        "Giai đoạn 2016-2020, huyện đưa 15.842 lao động đi làm việc ở nước ngoài, bình quân mỗi năm 3.168 người.",
        "change: difference 15.842 lao động, average 3.168 người",
        id="a total of some years and its yearly average",
    ),
]


@pytest.mark.parametrize(("text", "relation"), CHANGES)
def test_changes(text: str, relation: str) -> None:
    assert relation in relations_of(text)


NO_CHANGES = [
    pytest.param(
        "Huyện đặt đích bớt 1.708 hộ nghèo, khi đó còn 3.691 hộ nghèo; năm 2024 còn 2.234 hộ, năm 2025 còn 1.784 hộ.",
        id="levels of other years",
    ),
    pytest.param(
        "Cuối năm 2016, huyện còn 1.436 hộ nghèo, giảm 412 hộ (5,9%) so với năm 2015.",
        id="points of the rate beside a fall of households",
    ),
    pytest.param(
        "Toàn huyện có 23/23 xã đạt chuẩn, tăng 4 xã so với năm 2019; trong đó 3 xã đạt chuẩn nâng cao.",
        id="a part behind a semicolon is no level before",
    ),
]


@pytest.mark.parametrize("text", NO_CHANGES)
def test_no_changes(text: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith("change")]


REPEATS = [
    pytest.param(
        "Vốn ưu đãi đến với hơn 98 ngàn hộ nghèo vay vốn",
        "Tổng dư nợ là 2.758.926 triệu đồng của 98.081 hộ nghèo đang vay vốn.",
        "repeat: first 98 ngàn hộ, repeat 98.081 hộ",
        id="a rounded headline",
    ),
    pytest.param(
        "Tân Sơn còn hơn 4.100 hộ nghèo",
        "Cuối năm 2016, huyện Tân Sơn còn 7.187 hộ nghèo.",
        "repeat: first 4.100 hộ, repeat 7.187 hộ",
        id="a headline that the text contradicts in one digit",
    ),
    pytest.param(
        "",
        "Năm 2023, huyện phấn đấu tỷ lệ hộ nghèo dân tộc thiểu số giảm trên 3%/năm.\n"
        "Năm 2023, huyện phấn đấu tỷ lệ hộ nghèo dân tộc thiểu số giảm trên 6%/năm.",
        "repeat: first 3%, repeat 6%",
        id="one sentence twice, one digit apart",
    ),
    pytest.param(
        "",
        "Huyện còn 12.386 hộ nghèo.\nTrong 42.386 hộ nghèo có nhiều hộ già yếu.",
        "repeat: first 12.386 hộ, repeat 42.386 hộ",
        id="many digits of which one differs",
    ),
    pytest.param(
        "Sơn Động: 1.240 hộ thoát nghèo trong năm",
        "Năm 2021, huyện có 1.420 hộ thoát nghèo.",
        "repeat: first 1.240 hộ, repeat 1.420 hộ",
        id="two digits swapped",
    ),
    pytest.param(
        "Đồng Tháp: Hơn 4.600 lao động xuất ngoại",
        "Từ đầu năm, toàn tỉnh có 1.612 lao động xuất cảnh.",
        "repeat: first 4.600 lao động, repeat 1.612 lao động",
        id="a headline sums up the first figure of the text by any name",
    ),
    pytest.param(
        "Huyện xóa 318 nhà tạm",
        "Năm 2023, huyện hỗ trợ 318 hộ nghèo xóa nhà tạm.",
        "repeat: first 318 nhà, repeat 318 hộ",
        id="houses of the headline are households",
    ),
    pytest.param(
        "",
        "Năm 2014, tỷ lệ hộ nghèo là 3,31% (10.042/303.380 hộ).\nHuyện hỗ trợ tiền điện cho 10.042 hộ nghèo.",
        "repeat: first 10.042, repeat 10.042 hộ",
        id="so many equal digits are one figure whatever they are told of",
    ),
    pytest.param(
        "",
        "Huyện Tủa Chùa có 12 xã, thị trấn.\nHuyện Tủa Chùa có 9/42 xã, thị trấn trên 40% hộ nghèo.",
        "repeat: first 12 xã, thị trấn, repeat 42 xã, thị trấn",
        id="all communes of one place",
    ),
    pytest.param(
        "",
        "Huyện Pác Nặm có 61 trường học. Năm học này, huyện có 7.946 học sinh.\nCòn 12/31 trường chưa có bếp ăn.",
        "repeat: first 61 trường học, repeat 31 trường",
        id="all schools, of which the noun is told in short",
    ),
]


@pytest.mark.parametrize(("headline", "text", "relation"), REPEATS)
def test_repeats(headline: str, text: str, relation: str) -> None:
    assert relation in relations_of(text, headline=headline)


NO_REPEATS = [
    pytest.param(
        "Doanh số giải ngân gần 923 tỷ đồng, tương đương 115% so cùng kỳ.\nDoanh số thu nợ 698 tỷ đồng,"
        " tương đương 112% so"
        " cùng kỳ.",
        id="two figures of their own that one digit tells apart",
    ),
    pytest.param(
        "- Xây mới 52 nhà, mỗi nhà 60 triệu đồng;\n- Sửa chữa 12 nhà, mỗi nhà 30 triệu đồng.",
        id="amounts a head of two items",
    ),
    pytest.param(
        "Tổng trị giá quà Tết là 31,25 tỷ đồng, trong đó ngân sách 20 tỷ đồng; trị giá quà Tết khác 11,25 tỷ đồng.",
        id="a part is no slip of its total",
    ),
    pytest.param(
        "Năm 2019, hộ nghèo trong huyện giảm bình quân mỗi năm là 5,16% theo báo cáo của phòng.\n"
        "Năm 2019, hộ nghèo dân tộc thiểu số trong huyện giảm bình quân mỗi năm là 6,16% theo báo cáo của phòng.",
        id="one sentence of two groups",
    ),
    pytest.param("Xã Hòa An có 372 hộ nghèo.\nXã Hòa Lợi có 377 hộ nghèo.", id="two places"),
    pytest.param(
        "Năm 2022, huyện chi 12,75 tỷ đồng làm đường.\nNăm 2022, huyện hỗ trợ nhà ở cho 318 hộ, cộng lại là"
        " 12,45 tỷ đồng.",
        id="four digits and a comma are not five digits",
    ),
]


@pytest.mark.parametrize("text", NO_REPEATS)
def test_no_repeats(text: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith("repeat")]


def test_an_average_is_of_an_amount_of_its_own_status() -> None:
    text = (
        "Đến nay, dư nợ đạt 3.450,8 tỷ đồng, hoàn thành 99,2% kế hoạch (3.478,5 tỷ đồng); có 152.386 hộ đang"
        " vay, bình quân"
        " 22,6 triệu đồng/hộ."
    )
    relation = "per_head: amount 3.450,8 tỷ đồng, count 152.386 hộ, per_head 22,6 triệu đồng"
    assert relation in relations_of(text)


HEADS = [
    pytest.param(
        "Xã triển khai 02 dự án với 58 hộ tham gia, cấp 116 con dê, mỗi hộ 02 con.",
        "per_head: amount 116 con dê, count 58 hộ, per_head 02 con",
        id="animals shared out",
    ),
    pytest.param(
        "Cấp cho 11.205 em tiền ăn 94.391 triệu đồng; kèm theo đó là 1.512,7 tấn gạo (15 kg/em/tháng).",
        "per_head: amount 1.512,7 tấn, count 11.205 em, per_head 15 kg",
        id="rice apart from its heads",
    ),
]


@pytest.mark.parametrize(("text", "relation"), HEADS)
def test_amounts_a_head(text: str, relation: str) -> None:
    assert relation in relations_of(text)


def test_nothing_is_no_amount_to_share() -> None:
    text = "Phiên chợ 0 đồng đón 500 hộ nghèo."
    assert not [line for line in relations_of(text) if line.startswith("per_head")]


def test_a_credit_programme_is_that_of_its_own_list_item_only() -> None:
    text = "Dư nợ cho vay hộ cận nghèo 904,6 tỷ đồng (36.842 hộ); cho vay nước sạch 486,2 tỷ đồng (31.290 hộ)."
    programmes = {one.quote: one.meaning.programme for one in observations_of(text)}
    assert programmes["904,6 tỷ đồng"] != "vbsp_water"
    assert programmes["486,2 tỷ đồng"] == "vbsp_water"


@pytest.mark.parametrize("average", ["3,8%", "8,3%", "5,7%"])
def test_a_change_of_some_years_and_its_yearly_average(average: str) -> None:
    text = f"Từ năm 2012 đến năm 2014, tỷ lệ hộ nghèo giảm 11,4%, bình quân mỗi năm giảm {average}."
    assert f"change: difference 11,4%, average {average}" in relations_of(text)
