"""The time that a heading, a numbered item or a line above tells of the figures below."""

import pytest

from tests.unit.statements.relations import told_by_october


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Năm 2017, huyện được giao 9 tỷ đồng.\n1. Vốn: huyện phân bổ 9 tỷ đồng. Lũy kế đến 15/9/2017, giải ngân 6"
            " tỷ đồng.\n2. Đào tạo: mở 18 lớp.",
            "18 lớp",
            "2017",
            id="a day told late in a numbered item is of that item",
        ),
        pytest.param(
            "Kết quả thực hiện Chương trình giảm nghèo bền vững 9 tháng đầu năm 2018\n"
            "1. Vốn: Tổng kinh phí năm 2018 là 6 tỷ đồng.\n2. Đào tạo: mở 18 lớp.",
            "18 lớp",
            "2018-01/2018-09",
            id="months are those of the report and no programme's; the year that goes on ends them not",
        ),
        pytest.param(
            "Thực hiện Chương trình giảm nghèo bền vững giai đoạn 2016 - 2017, huyện có 9 xã.\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2016/2017",
            id="but the years of a programme are its own",
        ),
        pytest.param(
            "Năm 2017, xã có 9 thôn.\n1. Rà soát hộ nghèo (chốt đến 30/11/2017)\n- Hộ nghèo: 86 hộ.\n"
            "2. Đào tạo nghề\n- Mở 3 lớp.",
            "86 hộ",
            "2017-11-30",
            id="the day of a numbered heading",
        ),
        pytest.param(
            "Năm 2017, xã có 9 thôn.\n1. Rà soát hộ nghèo (chốt đến 30/11/2017)\n- Hộ nghèo: 86 hộ.\n"
            "2. Đào tạo nghề\n- Mở 3 lớp.",
            "3 lớp",
            "2017",
            id="a numbered heading ends the one before",
        ),
        pytest.param(
            "Năm 2017, xã có 9 thôn.\nI. Kết quả 6 tháng đầu năm 2018\n1. Giảm nghèo\n- Mở 3 lớp.\n2. Nhà ở\n"
            "- Làm 5 nhà.\nII. Tồn tại\n- Còn 7 công trình hỏng.",
            "5 nhà",
            "2018-S1",
            id="headings inside one go on",
        ),
        pytest.param(
            "Năm 2017, xã có 9 thôn.\nI. Kết quả 6 tháng đầu năm 2018\n1. Giảm nghèo\n- Mở 3 lớp.\n2. Nhà ở\n"
            "- Làm 5 nhà.\nII. Tồn tại\n- Còn 7 công trình hỏng.",
            "7 công trình",
            "2017",
            id="a heading of the same kind ends those inside the last",
        ),
        pytest.param(
            "Phần I. Kết quả năm 2017\n1. Rà soát năm 2018\nHộ nghèo có 86 hộ.\nPhần lớn hộ nghèo thiếu đất, có 70 hộ.",
            "70 hộ",
            "2018",
            id="most of something is no numbered part",
        ),
        pytest.param(
            "Mục 1. Kết quả năm 2017\n1. Giải ngân năm 2018\nMục tiêu là giảm nghèo.\nĐã giải ngân 7 tỷ đồng.",
            "7 tỷ đồng",
            "2018",
            id="an aim is no numbered heading",
        ),
        pytest.param(
            "1.1. Kết quả năm 2017\na) Giải ngân năm 2018\n1.5 tỷ đồng được cấp, giải ngân 1.2 tỷ đồng.",
            "1.2 tỷ đồng",
            "2018",
            id="a figure that opens a paragraph numbers no heading",
        ),
        pytest.param(
            "Từ năm 2010 đến tháng 9/2018, Quỹ nhận 78 tỷ đồng.\nTại lễ sáng 10/10, có 26 đơn vị ủng hộ 3 tỷ đồng:\n"
            "+ Công ty A: 1 tỷ đồng\n+ Công ty B: 2 tỷ đồng",
            "2 tỷ đồng",
            "2018-01-01/2018-10-10",
            id="lines below a colon are of what announces them",
        ),
        pytest.param(
            "Kết quả thực hiện chương trình giảm nghèo\n(Tổng hợp đến hết ngày 30/9/2018)\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2018-01/2018-09",
            id="a bracket below a heading",
        ),
        pytest.param(
            "Bản tin dân tộc - Số 10/2018\nHuyện đưa 96 người đi.",
            "96 người",
            "2018",
            id="the month in the number of an issue",
        ),
    ],
)
def test_period_under_a_heading(text: str, quote: str, period: str) -> None:
    assert told_by_october(text, quote) == (period, "actual")


@pytest.mark.parametrize(("heading", "period"), [("II. Kế hoạch năm 2019", "2019"), ("II. Kết quả năm 2018", "2018")])
def test_money_needed_under_a_heading_of_plans(heading: str, period: str) -> None:
    text = f"I. Kết quả năm 2018\nHuyện giải ngân 40 tỷ đồng.\n{heading}\nTổng nhu cầu vốn 89.600 triệu đồng."

    assert told_by_october(text, "89.600 triệu đồng") == (period, "plan")
