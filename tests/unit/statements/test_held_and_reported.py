"""Times of meetings, disasters and reports: which of them date a figure, and which only tell when it was told."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of, told_by_october


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Năm 2018, huyện tặng 120 suất quà.\nSau trận lũ lịch sử năm 2017, huyện dựng lại 42 căn nhà.",
            "42 căn nhà",
            "2018",
            id="the year of a flood",
        ),
        pytest.param(
            "Năm 2018, huyện tặng 120 suất quà.\nSau đợt rà soát cuối năm 2017, xã còn 320 hộ nghèo.",
            "320 hộ",
            "2017-12-31",
            id="but that of a review",
        ),
        pytest.param(
            "Từ năm 2015 đến 2017, huyện được giao 148 tỷ đồng (năm 2015 là 25 tỷ đồng, năm 2016 là 50,2 tỷ đồng, năm"
            " 2017 là 72,8 tỷ đồng).",
            "50,2 tỷ đồng",
            "2016",
            id="each year of a bracket",
        ),
        pytest.param(
            "Huyện họp đánh giá kết quả thực hiện 9 tháng và nhiệm vụ những tháng cuối năm 2018.\n"
            "Huyện dạy nghề cho 512 lao động.",
            "512 lao động",
            "2018-01/2018-09",
            id="results of some months",
        ),
        pytest.param(
            "Huyện họp bàn việc mở lớp học nghề kéo dài 9 tháng.\nHuyện dạy nghề cho 512 lao động.",
            "512 lao động",
            "2018",
            id="but not how long something lasts",
        ),
        pytest.param(
            "Xã có lớp nghề với thời gian hoạt động 9 tháng.\nHuyện dạy nghề cho 512 lao động.",
            "512 lao động",
            "2018",
            id="nor how long it is open",
        ),
        pytest.param(
            "Xã có mô hình thực hiện 9 tháng.\nHuyện dạy nghề cho 512 lao động.",
            "512 lao động",
            "2018",
            id="nor carried out",
        ),
        pytest.param(
            "Huyện sơ kết hoạt động 9 tháng.\nHuyện dạy nghề cho 512 lao động.",
            "512 lao động",
            "2018-01/2018-09",
            id="but what was done as it is summed up",
        ),
        pytest.param(
            "Năm 2018, huyện họp.\nPhục hồi kinh tế sau đại dịch trong năm 2017, huyện cho 200 hộ nghèo vay vốn.",
            "200 hộ",
            "2017",
            id="the year within which something was done",
        ),
        pytest.param(
            "Cuối năm 2017, huyện còn 900 hộ nghèo.\nNăm 2017, huyện được giao 12 tỷ đồng. Đến ngày 15/12, huyện giải"
            " ngân 11 tỷ đồng.\nHuyện dạy nghề cho 512 lao động.",
            "512 lao động",
            "2017",
            id="a day before the one that runs",
        ),
        pytest.param(
            "Tính đến 30/9/2018, huyện có 12.400 thẻ BHYT.\nTheo báo cáo tại hội nghị giao ban ngày 9/10, huyện còn"
            " 320 hộ nghèo.",
            "320 hộ",
            "2018-09-30",
            id="the day of a conference at which a report is given",
        ),
        pytest.param(
            "Tính đến 30/9/2018, huyện có 12.400 thẻ BHYT.\nTheo báo cáo của huyện, đến ngày 9/10 huyện còn"
            " 320 hộ nghèo.",
            "320 hộ",
            "2018-10-09",
            id="but that as of which it reports",
        ),
        pytest.param(
            "Sau 5 năm thực hiện đề án, hơn 28.000 lao động đã học nghề.\nGiai đoạn 2013 - 2017, tỉnh mở 1.012 lớp.",
            "28.000 lao động",
            "2013/2017",
            id="a length of time before the years that it means",
        ),
        pytest.param(
            "Sau 5 năm thực hiện đề án, hơn 28.000 lao động đã học nghề.\nGiai đoạn 2015 - 2017, tỉnh mở 1.012 lớp.",
            "28.000 lao động",
            "2014/2018",
            id="but not before others",
        ),
        pytest.param(
            "Nhiệm kỳ 2012 - 2017, huyện có nhiều việc làm.\nTrong 5 năm, huyện dạy nghề cho 512 lao động.",
            "512 lao động",
            "2012/2017",
            id="a term of so many years",
        ),
        pytest.param(
            "9 tháng đầu năm 2018, huyện chuyển sang 500 triệu đồng vốn ủy thác, đạt 50% kế hoạch.",
            "500 triệu đồng",
            "2018-01/2018-09",
            id="capital that came in some months",
        ),
        pytest.param(
            "9 tháng đầu năm 2018, dư nợ cho vay 500 triệu đồng.",
            "500 triệu đồng",
            "2018-09-30",
            id="but not what is owed at their end",
        ),
        pytest.param(
            "Đến 30/9/2018, vốn nhận ủy thác từ ngân sách huyện chuyển sang 500 triệu đồng.",
            "500 triệu đồng",
            "2018-09-30",
            id="but not what came up to a day",
        ),
        pytest.param(
            "9 tháng đầu năm 2018, huyện dạy nghề cho 9.360 lao động, trong đó 3.744 người Khmer (40%).",
            "40%",
            "2018-01/2018-09",
            id="a share of what flowed",
        ),
        pytest.param(
            "Đến 30/9/2018, huyện giải ngân 90 tỷ đồng vốn đầu tư (tỷ lệ giải ngân 70%).",
            "70%",
            "2018-09-30",
            id="but not of what was spent up to a day",
        ),
        pytest.param(
            "9 tháng đầu năm 2018, huyện giảm 200 hộ nghèo, chiếm tỷ lệ 3,5%.",
            "3,5%",
            "2018-09-30",
            id="but not what is left behind a fall",
        ),
        pytest.param(
            "Đầu năm 2018, ông bán hai con bò, thu 24 triệu đồng.",
            "24 triệu đồng",
            "2018",
            id="what was earned when a year began",
        ),
        pytest.param(
            "Theo chuẩn nghèo giai đoạn 2016 - 2020, hộ nghèo là hộ có thu nhập từ 700.000 đồng/người/tháng trở xuống.",
            "700.000 đồng",
            "2016/2020",
            id="an amount of a rule that holds for a standard",
        ),
        pytest.param(
            "Năm 2011, anh vay 20 triệu đồng. Nay anh có 9 con bò. Nhà còn nuôi 35 con lợn.",
            "35 con lợn",
            "2018-01-01/2018-10-12",
            id="what goes on today behind history",
        ),
        pytest.param(
            "Năm 2011, anh vay 20 triệu đồng. Nay anh có 9 con bò. Hồi đó nhà nuôi 35 con lợn.",
            "35 con lợn",
            "2011",
            id="but not what was back then",
        ),
        pytest.param(
            "Tính đến cuối tháng 10/2017, quận đã giảm 2.015 hộ nghèo, đạt 111,9% chỉ tiêu năm (1.800 hộ).",
            "2.015 hộ",
            "2017-01/2017-10",
            id="a fall up to October is no yearly review",
        ),
        pytest.param(
            "Tính đến cuối tháng 10/2017, quận đã giảm 2.015 hộ nghèo, đạt 111,9% chỉ tiêu năm (1.800 hộ).",
            "1.800 hộ",
            "2017",
            id="what was aimed at is of the whole year",
        ),
        pytest.param(
            "Sáng 8/10/2018, Quận 8 tổ chức họp, đánh giá kết quả 9 tháng.\nQuận dạy nghề cho 512 lao động.",
            "512 lao động",
            "2018-01/2018-09",
            id="a district called by its number holds a meeting",
        ),
    ],
)
def test_what_was_done_when(text: str, quote: str, period: str) -> None:
    assert told_by_october(text, quote)[0] == period


def test_what_is_so_beside_an_estimate_for_the_end_of_the_year() -> None:
    text = (
        "Điều tra năm 2017, tỷ lệ hộ nghèo là 9%. Ước đến cuối năm 2018, tỷ lệ hộ nghèo còn 8%. "
        "Ở xã Sơn Hạ, tỷ lệ hộ nghèo vẫn là 30%."
    )

    period = meaning_of(text, "30%", date(2018, 12, 20)).period

    assert period is not None
    assert period.text == "2018-12-31"


def test_what_is_planned_for_the_rest_of_a_year_in_a_text_without_a_dateline() -> None:
    text = "Đến 30/9/2017, huyện cấp 900 thẻ BHYT.\nNhư vậy 3 tháng cuối năm, huyện còn phải vận động thêm 500 người."

    period = meaning_of(text, "500 người").period

    assert period is not None
    assert period.text == "2017-10/2017-12"


def test_months_up_to_a_day_told_in_a_text_without_a_dateline() -> None:
    text = (
        "Đến 30/11/2017, huyện giải ngân 12 tỷ đồng. Đến cuối năm 2017, huyện còn 900 hộ nghèo.\n"
        "Trong 11 tháng, huyện dạy nghề cho 512 lao động."
    )

    period = meaning_of(text, "512 lao động").period

    assert period is not None
    assert period.text == "2017-01/2017-11"
