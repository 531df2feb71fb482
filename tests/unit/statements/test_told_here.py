"""The time that a sentence itself tells of a figure: in a bracket, behind a total, by its source, of the money."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of

OCTOBER = date(2025, 10, 12)


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Thời điểm xây dựng Đề án (cuối năm 2018), toàn huyện có 2.628 hộ nghèo.",
            "2.628 hộ",
            "2018-12-31",
            id="what a sentence opens with, dated in a bracket",
        ),
        pytest.param(
            "Thực hiện Quyết định 167 (năm 2018), toàn huyện xây 120 nhà.",
            "120 nhà",
            "2025",
            id="the year of a decision dates nothing",
        ),
        pytest.param(
            "So với đầu giai đoạn (cuối năm 2021, 2,23% hộ nghèo), tỷ lệ đã giảm mạnh.",
            "2,23%",
            "2021-12-31",
            id="the bracket's own time",
        ),
        pytest.param(
            "Tổng vốn huy động 423 tỷ đồng trong giai đoạn 2026 - 2030, gồm trung ương 100 tỷ đồng, địa phương"
            " 323 tỷ đồng.",
            "100 tỷ đồng",
            "2026/2030",
            id="what is listed under a total with its time behind it",
        ),
        pytest.param(
            "Toàn tỉnh hiện còn 34.915 hộ nghèo theo kết quả rà soát cuối năm 2024.",
            "34.915 hộ",
            "2024-12-31",
            id="what is so now, as known by a review",
        ),
        pytest.param(
            "Đến 30/9/2025 đã giải ngân 31 tỷ đồng vốn năm 2024.",
            "31 tỷ đồng",
            "2025-01/2025-09",
            id="the year of the money is not that of what was spent",
        ),
        pytest.param(
            "Chín tháng đầu năm 2025, tỉnh xây 412 nhà. Mục tiêu cả năm là 500 nhà.",
            "500 nhà",
            "2025",
            id="what is aimed at in the whole year",
        ),
        pytest.param(
            "Đến 30/9/2025 giải ngân 31 tỷ đồng. Phấn đấu đến hết năm giải ngân 100% vốn.",
            "100%",
            "2025-12-31",
            id="by the end of the year that runs",
        ),
        pytest.param(
            "Phiên họp thường kỳ quý III/2025 đánh giá 9 tháng đầu năm 2025, trong kỳ ngân hàng cho vay 612 tỷ đồng.",
            "612 tỷ đồng",
            "2025-01/2025-09",
            id="the quarter of a regular meeting dates nothing",
        ),
        pytest.param(
            "Chuẩn bị cho giai đoạn 2026 - 2030, tỉnh cần 6.840 tỷ đồng.",
            "6.840 tỷ đồng",
            "2026/2030",
            id="years for which one gets ready are no standard's",
        ),
        pytest.param(
            "Năm 2024, tỉnh xây 412 nhà. Chín tháng đầu năm 2025, tỉnh xây 310 nhà, bằng 62% chỉ tiêu 500 nhà cả năm.",
            "500 nhà",
            "2025",
            id="what is aimed at in the whole year, told behind it",
        ),
        pytest.param(
            "Đến 30/9/2025, dư nợ là 96 tỷ đồng. Dự án được rót 450 triệu đồng cho 30 hộ trong năm 2023.",
            "450 triệu đồng",
            "2023",
            id="what those got whose time is told",
        ),
        pytest.param(
            "Từ chỗ năm 2021 mới có 38,6% hộ dùng nước máy, đến nay tỷ lệ này là 92,3%.",
            "38,6%",
            "2021",
            id="from where it has come",
        ),
        pytest.param(
            "Từ năm 2021, mới có 38,6% hộ dùng nước máy.",
            "38,6%",
            "2021",
            id="since when it is so",
        ),
        pytest.param(
            "Năm 2023, tỷ lệ hộ nghèo từ 57,53% cuối năm 2020, tương ứng 7.804 hộ, giảm xuống còn 43,28%.",
            "7.804 hộ",
            "2020-12-31",
            id="the same in another unit",
        ),
        pytest.param(
            "Năm 2023, tỷ lệ hộ nghèo là 43,28%, thấp hơn mức 57,53% cuối năm 2020, tương ứng giảm 1.804 hộ.",
            "1.804 hộ",
            "2023",
            id="but a change is of the later time",
        ),
        pytest.param(
            "Đến 30/9/2025, dư nợ đạt 523 tỷ đồng, tăng 41 tỷ đồng so với 31/12/2024 (tốc độ tăng trưởng 8,5%).",
            "8,5%",
            "2025-01/2025-09",
            id="growth in the bracket behind what it compares with",
        ),
        pytest.param(
            "Đến 30/9/2025, dư nợ đạt 523 tỷ đồng, tăng 41 tỷ đồng so với 31/12/2024 (482 tỷ đồng).",
            "482 tỷ đồng",
            "2024-12-31",
            id="but a level there is of then",
        ),
        pytest.param(
            "Cuối năm 2021, tỷ lệ hộ nghèo là 34,9%; cuối năm 2022 là 30,35%; cuối năm 2023 còn 26,57%. Tính chung"
            " hai năm giảm 8,33 điểm %.",
            "8,33 điểm %",
            "2022/2023",
            id="so many years between levels told one after another",
        ),
        pytest.param(
            "Giai đoạn 2026 - 2030 phấn đấu giảm nghèo 1%/năm; thu nhập đến năm 2030 tăng 2 lần. Dự kiến huy động"
            " 423 tỷ đồng.",
            "423 tỷ đồng",
            "2026/2030",
            id="the last of the years that run ends them not",
        ),
    ],
)
def test_the_time_told_in_the_sentence(text: str, quote: str, period: str) -> None:
    told = meaning_of(text, quote, OCTOBER).period

    assert told is not None
    assert told.text == period
