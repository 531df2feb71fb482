"""The times of levels and changes between them, of what is compared, and of several years told one after another."""

import pytest

from tests.unit.statements.relations import told_by_october


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Tết năm 2018 xã trao 310 suất quà; so với Tết Đinh Dậu 2017 tăng 40 suất.",
            "40 suất",
            "2018",
            id="compared with another new year",
        ),
        pytest.param(
            "Năm 2018, xã giảm 40 hộ nghèo. So với kết quả rà soát cuối năm 2017 (9,8%), tỷ lệ hộ nghèo giảm 2%.",
            "2%",
            "2018",
            id="compared with what was found a year ago",
        ),
        pytest.param(
            "Năm 2018, xã làm 40 căn nhà, đạt 80% so với kế hoạch vốn năm 2018; năm 2017 làm 30 căn nhà.",
            "80%",
            "2018",
            id="compared with a plan",
        ),
        pytest.param(
            "9 tháng đầu năm 2018, huyện đưa 96 người đi làm việc ở nước ngoài, trong khi cùng kỳ năm ngoái chỉ có 71"
            " người.",
            "71 người",
            "2017-01/2017-09",
            id="what was in the same months a year ago",
        ),
        pytest.param(
            "Năm 2018, quỹ nhận 3,1 tỷ đồng, bằng 112% năm 2017 (2,8 tỷ đồng).",
            "112%",
            "2018",
            id="a comparison is of the later year",
        ),
        pytest.param(
            "Đầu năm 2015, xã có 31% hộ nghèo; đến cuối năm 2017 còn 19%.\nSau ba năm, xã mở thêm 14 km đường.",
            "14 km",
            "2015/2017",
            id="the years between two levels",
        ),
        pytest.param(
            "Năm 2017, tỷ lệ hộ nghèo của xã giảm từ 9,06% xuống còn 7,01%.",
            "9,06%",
            "2017-01-01",
            id="what a rate was before the year in which it fell",
        ),
        pytest.param(
            "Đến cuối năm 2017, tỷ lệ hộ nghèo còn 24,8%, giảm 8,2% so với mức 33%.",
            "33%",
            "2016-12-31",
            id="what a rate was a year before",
        ),
        pytest.param(
            "Đến cuối năm 2017, tỷ lệ hộ nghèo giảm từ 33% năm 2014 xuống 24,8%.",
            "33%",
            "2014",
            id="what a rate was in a year that is told",
        ),
        pytest.param(
            "Đầu năm 2014, xã có 449 hộ nghèo. Cuối năm 2017, con số này là 91 hộ. Như vậy giảm được 358 hộ.",
            "358 hộ",
            "2014-01-01/2017-12-31",
            id="a change between the levels of two sentences",
        ),
        pytest.param(
            "Đầu năm 2014, xã có 449 hộ nghèo. Cuối năm 2017, con số này là 91 hộ. Năm 2018, xã giảm 12 hộ nghèo.",
            "12 hộ",
            "2018",
            id="a change of a year that is told",
        ),
        pytest.param(
            "Năm 2017, tỷ lệ hộ nghèo là 9,8% (năm 2015 là 31%).", "9,8%", "2017", id="beside what it was before"
        ),
        pytest.param(
            "Năm 2017, tỷ lệ hộ nghèo là 9,8% (năm 2015 là 31%).", "31%", "2015", id="what it was before, in a bracket"
        ),
        pytest.param(
            "Cuối năm 2017, xã có 41 hộ nghèo, chiếm 16% (đầu năm: 57 hộ, 23%).",
            "57 hộ",
            "2017-01-01",
            id="all figures of a bracket that a period opens",
        ),
        pytest.param(
            "Cuối năm 2017, xã có 41 hộ nghèo, chiếm 16% (thời điểm đầu năm: 57 hộ, 23%).",
            "57 hộ",
            "2017-01-01",
            id="behind any word for when it was",
        ),
        pytest.param(
            "Đến 31/3/2018, tỉnh giải ngân 25 tỷ đồng, đạt 12%; cùng kỳ năm 2017 đạt 15,5%.",
            "15,5%",
            "2017-03-31",
            id="the same stretch of a year named",
        ),
        pytest.param(
            "Thu nhập từ 3,9 triệu đồng/năm (2010) tăng lên 9,6 triệu đồng/năm (2017).",
            "3,9 triệu đồng",
            "2010",
            id="a year in a bracket behind an amount a year",
        ),
        pytest.param(
            "Thu nhập từ 3,9 triệu đồng/năm (2010) tăng lên 9,6 triệu đồng/năm (2017).",
            "9,6 triệu đồng",
            "2017",
            id="the year in a bracket of the amount that it became",
        ),
        pytest.param(
            "Đến 30/9/2018, huyện giải ngân 41 tỷ đồng. So với cùng thời điểm năm trước, số giải ngân tăng 12%.",
            "12%",
            "2018-01/2018-09",
            id="the same time of another year only compares",
        ),
        pytest.param(
            "Hộ nghèo từ 86 hộ (3,6%) đầu năm 2017 xuống 41 hộ trong tổng số 2.390 hộ (1,7%) vào cuối năm, giảm 45 hộ.",
            "3,6%",
            "2017-01-01",
            id="the bracket of what there was at first",
        ),
        pytest.param(
            "Hộ nghèo từ 86 hộ (3,6%) đầu năm 2017 xuống 41 hộ trong tổng số 2.390 hộ (1,7%) vào cuối năm, giảm 45 hộ.",
            "41 hộ",
            "2017-12-31",
            id="all figures of what there was at last",
        ),
        pytest.param(
            "Năm 2017, 86 hộ nhận bò, 41 hộ nhận dê từ đầu năm 2018; cuối năm còn 12 hộ nghèo.",
            "86 hộ",
            "2017",
            id="two times of different things",
        ),
        pytest.param(
            "Năm 2017, huyện mở 24 lớp cho 700 người. Cùng kỳ năm trước, các con số này là 21 lớp và 624 người.",
            "624 người",
            "2016",
            id="all that was in the same months a year ago",
        ),
        pytest.param(
            "Năm 2017, huyện đưa 96 người đi. Cùng kỳ năm trước mới 71 người, tức tăng 25 người.",
            "25 người",
            "2017",
            id="what was told behind the same months a year ago",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng. Đầu giai đoạn, huyện có 451 hộ nghèo.",
            "451 hộ",
            "2013-01-01",
            id="where a run of years began",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo từ 9,88% cuối năm 2014 xuống 2,75% cuối năm 2017, mỗi năm giảm 2,38%.",
            "2,38%",
            "2015/2017",
            id="the years between the ends of two",
        ),
        pytest.param(
            "Cuối năm 2016, huyện còn 900 hộ nghèo. Cuối năm 2015, huyện có 990 hộ nghèo. Như vậy, sau 12 tháng, số hộ"
            " nghèo giảm 90 hộ.",
            "90 hộ",
            "2016",
            id="the year between two ends of years, the later told first",
        ),
    ],
)
def test_period_of_what_is_compared(text: str, quote: str, period: str) -> None:
    assert told_by_october(text, quote) == (period, "actual")


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Các năm 2015, 2016 và 2017, tỷ lệ hộ nghèo lần lượt giảm 4,1%, 3,2% và 2,6%.",
            "3,2%",
            "2016",
            id="the second of the years told in turn",
        ),
        pytest.param(
            "Các năm từ 2014 đến 2016, huyện đào tạo lần lượt 210, 305 và 287 lao động, tổng cộng 802 lao động.",
            "305",
            "2015",
            id="the second of a run of years",
        ),
        pytest.param(
            "Các năm từ 2014 đến 2016, huyện đào tạo lần lượt 210, 305 và 287 lao động, tổng cộng 802 lao động.",
            "802 lao động",
            "2014/2016",
            id="the total of a run of years",
        ),
        pytest.param(
            "Giai đoạn 2016 - 2017, xã Đông và xã Tây làm lần lượt 12 và 19 căn nhà.",
            "12",
            "2016/2017",
            id="a plan's run of years is told in turn of nothing",
        ),
        pytest.param(
            "Năm 2015 có 15 hộ xin thoát nghèo; năm 2016 có 47 hộ; năm 2017 có 32 hộ; cả ba năm là 94 hộ.",
            "94 hộ",
            "2015/2017",
            id="all the years told one by one",
        ),
        pytest.param(
            "Vốn Chương trình 135 các năm 2015, 2016, 2017 lần lượt là 38 tỷ đồng, 41 tỷ đồng và 45 tỷ đồng, cộng lại"
            " là 124 tỷ đồng.",
            "41 tỷ đồng",
            "2016",
            id="in turn behind the name of a programme",
        ),
        pytest.param(
            "Vốn Chương trình 135 các năm 2015, 2016, 2017 lần lượt là 38 tỷ đồng, 41 tỷ đồng và 45 tỷ đồng, cộng lại"
            " là 124 tỷ đồng.",
            "124 tỷ đồng",
            "2015/2017",
            id="the sum of what is told in turn",
        ),
        pytest.param(
            "Đầu năm 2014 xã có 372 hộ nghèo. Cuối năm 2017, số hộ nghèo còn 194 hộ, tức là bốn năm giảm 178 hộ.",
            "178 hộ",
            "2014/2017",
            id="four years in words",
        ),
    ],
)
def test_periods_told_in_turn(text: str, quote: str, period: str) -> None:
    assert told_by_october(text, quote) == (period, "actual")
