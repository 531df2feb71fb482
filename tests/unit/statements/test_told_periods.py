"""Which stretch or day the words around a figure name."""

import pytest

from tests.unit.statements.relations import observations_of, told_by_october


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Xã cấp cho 392 học sinh 410 triệu đồng trong hai năm 2016 - 2017.",
            "410 triệu đồng",
            "2016/2017",
            id="years told behind their number",
        ),
        pytest.param(
            "Xã bắt đầu từ năm 2011.\n\nGần mười năm, xã huy động 118,6 tỷ đồng làm đường.",
            "118,6 tỷ đồng",
            "2009/2018",
            id="a length of time that opens a sentence",
        ),
        pytest.param(
            "Thời hạn vay: 5 năm, huyện cho 20 hộ nghèo vay.",
            "20 hộ",
            "2018-10-12",
            id="but how long a loan runs has not passed",
        ),
        pytest.param(
            "Trong quý I năm 2018, tỉnh cấp 46.218 thẻ BHYT cho người nghèo.",
            "46.218 thẻ",
            "2018-Q1",
            id="cards given in some months",
        ),
        pytest.param(
            "Trong quý I năm 2018, tỉnh có 46.218 thẻ BHYT của người nghèo.",
            "46.218 thẻ",
            "2018-03-31",
            id="cards that there were at their end",
        ),
        pytest.param(
            "5 tháng đầu năm 2018, có 1.830 hộ được đấu nối nước sạch.",
            "1.830 hộ",
            "2018-01/2018-05",
            id="households that were joined to pipes",
        ),
        pytest.param(
            "Theo rà soát cuối năm 2015, xã có 900 hộ.\nKhi áp chuẩn đa chiều giai đoạn 2016 - 2020, còn 320 hộ nghèo.",
            "320 hộ",
            "2015-12-31",
            id="the years of a standard",
        ),
        pytest.param(
            "Đến 30/9/2018, dư nợ là 96 tỷ đồng. Việc thu lãi được giao cho 140 tổ tiết kiệm và vay vốn.",
            "140 tổ",
            "2018-09-30",
            id="those to whom a task is given are no plan",
        ),
        pytest.param(
            "Năm học 2016 - 2017, huyện có 25 trường.\nCũng trong năm học này, 584 học sinh bán trú được hỗ trợ.",
            "584 học sinh",
            "2016/2017",
            id="the school year told last",
        ),
        pytest.param(
            "Từ đầu năm học đến nay, các nhà hảo tâm tặng 85 chiếc xe đạp cho học sinh nghèo.",
            "85 chiếc xe đạp",
            "2018/2019",
            id="the school year that goes on",
        ),
        pytest.param(
            "Chị Lan kể: tháng vừa rồi, nhà chị trả 92 nghìn đồng.", "92 nghìn đồng", "2018-09", id="the month before"
        ),
        pytest.param(
            "Mấy tháng vừa rồi, nhà chị trả 92 nghìn đồng.", "92 nghìn đồng", "2018", id="but not several months"
        ),
        pytest.param(
            "Năm 2017, xã xây 17 nhà. Điều đáng quý nhất là bà con góp 300 ngày công.",
            "300 ngày công",
            "2017",
            id="what is dearest names no quarter",
        ),
        pytest.param(
            "Giai đoạn 2011 - 2015, tỷ lệ hộ dùng nước hợp vệ sinh nay đạt 88%.",
            "88%",
            "2018-10-12",
            id="the second syllable of another word is no birth",
        ),
        pytest.param(
            "Năm 2018, xã rà soát. Số hộ nghèo phát sinh năm 2017 là 12 hộ.", "12 hộ", "2017", id="nor is it in a rise"
        ),
        pytest.param(
            "Năm 2018, xã rà soát. Anh Lò Văn Páo, sinh năm 1985, nhận 2 con bò.",
            "2 con bò",
            "2018",
            id="but a birth dates nothing",
        ),
        pytest.param(
            "Huyện có 9 xã. Riêng 3 xã đạt chuẩn nông thôn mới năm 2017 được thưởng 6 tỷ đồng.",
            "6 tỷ đồng",
            "2017",
            id="the year in which a standard was reached",
        ),
        pytest.param(
            "Ngày 12/10, quỹ trao 500 suất quà cho các xã bị bão lụt năm 2017. Tổng trị giá quà là 3 tỷ đồng.",
            "3 tỷ đồng",
            "2018-01-01/2018-10-12",
            id="the year of a flood dates nothing behind it",
        ),
        pytest.param(
            "Giải ngân đến thời điểm báo cáo được 20 tỷ đồng.",
            "20 tỷ đồng",
            "2018-01-01/2018-10-12",
            id="as of the report",
        ),
        pytest.param(
            "Năm 2018, 512 người đi làm việc ở nước ngoài. Con số này của năm 2017 là 164 người. Trong năm, họ gửi về"
            " 31 tỷ đồng.",
            "31 tỷ đồng",
            "2018",
            id="what was told of another year does not run on",
        ),
        pytest.param(
            "Quý I/2018, cơ sở y tế tiếp nhận 58.214 lượt người có thẻ BHYT.",
            "58.214 lượt người",
            "2018-Q1",
            id="turns are counted as they come",
        ),
        pytest.param(
            "Năm 2017, huyện cấp 29.680 thẻ BHYT cho người nghèo, 21.345 thẻ cho người cận nghèo.",
            "21.345 thẻ",
            "2017",
            id="the second of the counts that came",
        ),
        pytest.param(
            "Cứ vào tháng 3, bà con mua nước. Một khối nước có lúc tới 60.000 đồng.",
            "60.000 đồng",
            "2018",
            id="a month that comes every year",
        ),
        pytest.param(
            "Đến 30/9/2018, tổng nguồn vốn là 612 tỷ đồng.\nDoanh số cho vay trong tháng 14.820 triệu đồng.",
            "14.820 triệu đồng",
            "2018-09",
            id="the month that runs",
        ),
        pytest.param(
            "Đến 30/9/2018, tổng nguồn vốn là 612 tỷ đồng.\nLũy kế từ đầu năm cho vay 128 tỷ đồng.",
            "128 tỷ đồng",
            "2018-01/2018-09",
            id="from the beginning of the year to the end of the month reported on",
        ),
        pytest.param(
            "Từ năm 2016, tháng 6 năm nay, xã mở 2 lớp nghề.", "2 lớp", "2018-06", id="a comma parts two times"
        ),
        pytest.param(
            "Năm 2009 xã có 512 hộ nghèo. Còn bây giờ, xã chỉ còn 91 hộ nghèo.", "91 hộ", "2018-10-12", id="now"
        ),
        pytest.param(
            "Ba năm trước, chị được ngân hàng cho vay 20 triệu đồng.", "20 triệu đồng", "2015", id="years ago"
        ),
        pytest.param(
            "Từ ngày 3 đến 6/9, lũ làm 38 người bị thương.", "38 người", "2018-09-03/2018-09-06", id="a run of days"
        ),
        pytest.param(
            "Tổ hợp tác ra đời năm 2015 với 12 hộ và 20 con dê; nay có 31 hộ.",
            "20 con dê",
            "2015",
            id="what something was founded with",
        ),
        pytest.param(
            "Năm 2017, xã có 9 hộ nghèo. Chị Lan vay 50 triệu đồng từ năm 2015 để nuôi bò.",
            "50 triệu đồng",
            "2015",
            id="since when money is lent",
        ),
        pytest.param(
            "Năm 2017, kết quả rà soát đến 15/11/2017: 17 hộ thoát nghèo.", "17 hộ", "2017", id="the yearly review"
        ),
        pytest.param(
            "Huyện tổng kết giai đoạn 2013 - 2017, bàn việc giai đoạn 2019 - 2023. Sau 5 năm, huyện chi 47,6 tỷ đồng.",
            "47,6 tỷ đồng",
            "2013/2017",
            id="the years that have passed, not as many that are to come",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng.\nNăm 2018, huyện chi 9 tỷ đồng.\nGiai đoạn ấy, huyện đưa 96"
            " người đi.",
            "96 người",
            "2013/2017",
            id="the run of years told before",
        ),
        pytest.param(
            "Năm 2018, huyện được cấp thêm 38 triệu đồng năm 2017 chuyển sang.\nHuyện mở 18 lớp nghề.",
            "38 triệu đồng",
            "2018",
            id="the year from which money is carried over",
        ),
        pytest.param(
            "Huyện có 86 hộ nghèo. Vốn Chương trình 135 năm 2017 giải ngân 41 tỷ đồng.",
            "41 tỷ đồng",
            "2017",
            id="money of a programme in a year",
        ),
        pytest.param(
            "Huyện đưa 96 người đi, tới trung tuần tháng 9 có 12 người trở về.",
            "12 người",
            "2018-09-15",
            id="up to the middle of a month",
        ),
        pytest.param(
            "Giữa tháng 9, huyện có 12 người trở về.", "12 người", "2018-09", id="but what happened in its middle"
        ),
        pytest.param(
            "Năm 2017, huyện mở 24 lớp.\nHôm nay, tại huyện, 17 doanh nghiệp tuyển người.",
            "17 doanh nghiệp",
            "2018-10-12",
            id="today's fair",
        ),
        pytest.param(
            "Huyện đã hoàn thành vượt mức các chỉ tiêu về lao động, giảm nghèo năm 2017.\nCó 2.318 lao động được giải"
            " quyết việc làm. Con số này của năm 2016 chỉ là 164 người.",
            "2.318 lao động",
            "2017",
            id="aims that were reached are no aims to come",
        ),
        pytest.param(
            "Sáng 22-12-2015, huyện Mai Sơn tổng kết giai đoạn 2011 - 2015. Hơn 150 đại biểu dự hội nghị.",
            "150 đại biểu",
            "2015-12-22",
            id="who attends, on the day told",
        ),
        pytest.param(
            "Sáng 22-12-2015, huyện Mai Sơn tổng kết. Giai đoạn 2011 - 2015, huyện làm 12 cầu.\n"
            "Dịp này, huyện trao 20 suất quà cho hộ nghèo.",
            "20 suất quà",
            "2015-12-22",
            id="a gift at the event told, not from the year's beginning",
        ),
        pytest.param(
            "Năm 2015, xã làm 12 cầu. Dịp này, quỹ trao 20 suất quà.",
            "20 suất quà",
            "2015",
            id="an occasion of no day told",
        ),
        pytest.param(
            "Tính đến đầu năm 2016, huyện có 900 hộ nghèo.\nXã Tập Ngãi có 90 hộ nghèo.",
            "90 hộ",
            "2016-01-01",
            id="as of the first day of a year",
        ),
    ],
)
def test_period(text: str, quote: str, period: str) -> None:
    assert told_by_october(text, quote) == (period, "actual")


def test_years_counted_on_end_with_the_century_in_a_text_without_a_dateline() -> None:
    told = observations_of("Năm 2020 có 5 hộ nghèo." + " 20 năm sau, có thêm 5 hộ nghèo." * 450)
    assert {one.meaning.period.text for one in told if one.meaning.period} >= {"2020", "2040"}
    assert all(one.meaning.period.end.year < 2100 for one in told if one.meaning.period)


def test_a_day_without_its_year_is_of_the_year_that_a_text_without_a_dateline_is_about() -> None:
    text = "Đến cuối tháng 9, tỉnh giải ngân 718 tỷ đồng. Năm 2024, tỉnh được giao 1.562 tỷ đồng."
    period = observations_of(text)[0].meaning.period
    assert period is not None
    assert period.text == "2024-01/2024-09"


def test_the_year_to_come() -> None:
    told = "Năm học này, xã có 46 em bán trú.\nSang năm, xã phấn đấu có thêm 10 hộ thoát nghèo."
    assert told_by_october(told, "10 hộ") == ("2019", "target")
