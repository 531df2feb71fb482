"""Of reports on several years: what happened is of them all, though a day of the last one was told in between."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of

DECEMBER = date(2020, 12, 28)


@pytest.mark.parametrize(
    ("headline", "text", "quote", "period"),
    [
        pytest.param(
            "",
            "Giai đoạn 2016 - 2020, huyện huy động 90 tỷ đồng.\nĐến hết năm 2020, huyện có 9 xã đạt chuẩn nông thôn"
            " mới.\nHuyện xây dựng 14 công trình.",
            "14 công trình",
            "2016/2020",
            id="what happened, behind the day at which the years end",
        ),
        pytest.param(
            "",
            "Giai đoạn 2016 - 2020, huyện huy động 90 tỷ đồng.\nĐến hết năm 2020, huyện có 9 xã đạt chuẩn nông thôn"
            " mới.\nToàn huyện còn 1.764 hộ nghèo.",
            "1.764 hộ",
            "2020-12-31",
            id="how many there are is as of that day",
        ),
        pytest.param(
            "",
            "Giai đoạn 2016 - 2020, huyện huy động 90 tỷ đồng.\nĐến hết năm 2020, huyện có 9 xã đạt chuẩn. Riêng năm"
            " 2020 có 120 hộ thoát nghèo.\nHuyện đã đào tạo nghề cho 452 lao động.",
            "452 lao động",
            "2016/2020",
            id="a year singled out ends no years looked back on",
        ),
        pytest.param(
            "Dự án Tam nông: nhìn lại sáu năm",
            "Dự án thực hiện từ năm 2011. Đến hết năm 2016, giải ngân 31 tỷ đồng.\nCác xã đã mở 548 lớp dạy nghề.",
            "548 lớp",
            "2011/2016",
            id="from the first year told to the last, where they are so many",
        ),
        pytest.param(
            "Kết quả 02 năm thực hiện Nghị quyết 30a",
            "Đến 30/11/2020 đã giải ngân 31 tỷ đồng.\n2. Nhà ở: xây dựng 112 nhà.",
            "112 nhà",
            "2019/2020",
            id="so many years of which a headline tells",
        ),
        pytest.param(
            "Huyện xây dựng kế hoạch 5 năm tới",
            "Đến 30/11/2020 xã có 412 hộ nuôi bò.\nXã mở 15 lớp dạy nghề.",
            "15 lớp",
            "2020-01/2020-11",
            id="years to come are not looked back on",
        ),
        pytest.param(
            "Nuôi bò 5 năm, nhiều hộ khá giả",
            "Đến 30/11/2020 xã có 412 hộ nuôi bò.\nXã mở 15 lớp dạy nghề.",
            "15 lớp",
            "2020-01/2020-11",
            id="how long somebody did something is none",
        ),
        pytest.param(
            "",
            "Năm 2020, huyện mở 3 lớp. Đến năm 2025 có 95% hộ dùng nước sạch.",
            "95%",
            "2025",
            id="by a year to come",
        ),
        pytest.param(
            "",
            "Năm 2020, huyện mở 3 lớp. Đến hết năm 2025 còn dưới 900 hộ nghèo.",
            "900 hộ",
            "2025-12-31",
            id="by the end of a year to come",
        ),
        pytest.param(
            "Yên Sơn: Giữa nhiệm kỳ, giai đoạn 2018 - 2023",
            "Trong 3 năm, huyện huy động 90 tỷ đồng.\n- Nhà ở: xây mới 214 căn nhà cho hộ nghèo.",
            "214 căn nhà",
            "2018/2020",
            id="what has passed of years that are not over runs on in their stead",
        ),
        pytest.param(
            "Yên Sơn: Giảm nghèo giai đoạn 2014 - 2020",
            "Trong 3 năm đầu, huyện huy động 90 tỷ đồng.\nHuyện mở 14 lớp nghề.",
            "14 lớp",
            "2014/2020",
            id="but years that are over are looked back on whole",
        ),
    ],
)
def test_the_years_that_a_report_is_on(headline: str, text: str, quote: str, period: str) -> None:
    told = meaning_of(text, quote, DECEMBER, headline).period

    assert told is not None
    assert told.text == period
