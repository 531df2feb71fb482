"""Since when something is so, changes told a year, what came to a stock, and times that count from the text."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of

OCTOBER = date(2025, 10, 12)
_NINE_MONTHS = "Chín tháng đầu năm 2025, xã xây 40 nhà. "


def _period(text: str, quote: str) -> str | None:
    period = meaning_of(text, quote, OCTOBER).period
    return period.text if period else None


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        (_NINE_MONTHS + "Từ ngày 1/7/2025, tỉnh có 96 xã, phường.", "96 xã, phường", "2025-07-01"),
        (_NINE_MONTHS + "Từ năm 2024, mức hỗ trợ xây nhà là 60 triệu đồng/hộ.", "60 triệu đồng", "2024"),
        (_NINE_MONTHS + "Mức chuẩn áp dụng từ ngày 1/7/2024 là 500.000 đồng/tháng.", "500.000 đồng", "2024-07-01"),
        ("Từ ngày 1/1/2024, mức vay tối đa là 100 triệu đồng.", "100 triệu đồng", "2024"),
        ("Năm 2025, từ tháng 6, mức vay tối đa là 100 triệu đồng.", "100 triệu đồng", "2025-06"),
        ("Từ năm 2021, huyện đã xây 1.200 nhà cho hộ nghèo.", "1.200 nhà", "2021-01-01/2025-10-12"),
        ("Kể từ năm 2021, huyện có 412 lao động đi làm việc ở nước ngoài.", "412 lao động", "2021-01-01/2025-10-12"),
        ("Từ năm 2026, tỉnh phấn đấu mỗi năm giảm 2% hộ nghèo.", "2%", "2026"),
        ("Gia đình chị vay 50 triệu đồng nuôi bò sinh sản từ năm 2022.", "50 triệu đồng", "2022"),
        ("Năm 2025, huyện có 12 công trình chuyển tiếp từ năm 2024.", "12 công trình", "2025"),
        ("Năm 2025, toàn xã còn 36 hộ nghèo được theo dõi từ năm 2022.", "36 hộ", "2025"),
        ("Từ năm 2021 đến năm 2024, huyện đã hỗ trợ 300 hộ nghèo.", "300 hộ", "2021/2024"),
        ("Tỷ lệ hộ nghèo giảm từ 12% năm 2021 xuống còn 4% năm 2024.", "4%", "2024"),
        (_NINE_MONTHS + "Từ năm 2024, cả ba nguồn vốn được gộp. Xã mở 5 lớp.", "5 lớp", "2025-01/2025-09"),
        ("Mức vay tối đa 8 triệu đồng/hộ, trả trong 10 năm.\nHuyện mở 7 lớp nghề.", "7 lớp", "2025"),
    ],
)
def test_since_when(text: str, quote: str, period: str) -> None:
    assert _period(text, quote) == period


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Tỷ lệ hộ nghèo từ 20% cuối năm 2020 còn 8% cuối năm 2024, bình quân mỗi năm giảm 3%.", "3%", "2021/2024"),
        ("Nghèo giảm từ 20% năm 2020 xuống còn 8% năm 2024, bình quân mỗi năm giảm 3%.", "3%", "2020/2024"),
        (
            "Giai đoạn 2021 - 2024 có nhiều khó khăn. Cuối năm 2024, hộ nghèo còn 8%, mỗi năm giảm 3%.",
            "3%",
            "2021/2024",
        ),
        ("Năm 2024, tỷ lệ hộ nghèo giảm 3%.", "3%", "2024"),
        ("Mục tiêu đến năm 2030 tỷ lệ hộ nghèo còn dưới 1%, mỗi năm giảm 1,5%.", "1,5%", "2025/2030"),
        ("Năm 2026, xã phấn đấu giảm hộ nghèo 2%/năm.", "2%", "2026"),
        ("Đến cuối năm 2024, 94% số hộ dùng nước sạch, tăng 12% so với năm 2020.", "12%", "2021/2024"),
        ("Đến cuối năm 2024, 94% số hộ dùng nước sạch, tăng 2% so với năm 2023.", "2%", "2024"),
        ("Thu nhập năm 2024 đạt 40 triệu đồng/người, tăng 10 triệu đồng so với năm 2020.", "10 triệu đồng", "2024"),
    ],
)
def test_changes_of_several_years(text: str, quote: str, period: str) -> None:
    assert _period(text, quote) == period


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Đến cuối năm 2024, huyện đã cấp 9.200 thẻ bảo hiểm y tế.", "9.200 thẻ", "2024"),
        ("Đến cuối năm 2024, toàn huyện có 9.200 thẻ bảo hiểm y tế.", "9.200 thẻ", "2024-12-31"),
        ("Sáu tháng đầu năm 2025, có 320 thẻ bảo hiểm y tế được cấp cho hộ nghèo.", "320 thẻ", "2025-S1"),
        ("Sáu tháng đầu năm 2025, tỉnh giải ngân 120 tỷ đồng tại 12 huyện, đạt 34% vốn.", "12 huyện", "2025-S1"),
        ("Sáu tháng đầu năm 2025, tỉnh giải ngân 120 tỷ đồng, đạt tỷ lệ giải ngân 34%.", "34%", "2025-S1"),
        ("Từ tháng 10/2024 đến tháng 9/2025, 9 huyện góp 18 tỷ đồng.", "9 huyện", "2024-10/2025-09"),
        ("Sáu tháng đầu năm 2025, dư nợ đạt 120 tỷ đồng.", "120 tỷ đồng", "2025-06-30"),
    ],
)
def test_stocks_beside_flows(text: str, quote: str, period: str) -> None:
    assert _period(text, quote) == period


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Năm 2016, chị vay 30 triệu đồng, hai năm sau vay thêm 20 triệu đồng.", "20 triệu đồng", "2018"),
        ("Năm 2024, huyện có 300 hộ thoát nghèo. Ba năm sau, sẽ có 900 hộ.", "900 hộ", "2025"),
        ("Năm 2024, huyện có 300 hộ khá.\nNhững năm qua, huyện giảm 120 hộ nghèo.", "120 hộ", "2024"),
        ("Năm vừa qua, huyện có 300 hộ thoát nghèo.", "300 hộ", "2024"),
        ("Tháng cao điểm từ 17-10 đến 18-11, tỉnh vận động 12 tỷ đồng.", "12 tỷ đồng", "2025-10-17/2025-11-18"),
        ("Tháng cao điểm (từ 17/10 đến 18/11/2024), có 8,3 tỷ đồng.", "8,3 tỷ đồng", "2024-10-17/2024-11-18"),
        ("Tỉnh xin kéo dài chương trình sang giai đoạn 2026 - 2030 với dự kiến 1.848 xã.", "1.848 xã", "2026/2030"),
        ("Năm học 2025 - 2026, huyện xây mới 18 phòng học.", "18 phòng học", "2025/2026"),
        ("Phấn đấu đến 30/11 hoàn thành 90% và đến 31/1 hoàn thành 100% kế hoạch.", "100%", "2026-01-31"),
        ("Giai đoạn 2022 - 2024 giao 1.742 tỷ đồng. Đến 30/6/2024 giải ngân 1.013/1.742 tỷ đồng.", "1.742 tỷ đồng",
         "2022/2024"),
        ("Giai đoạn 2021 - 2027, tỉnh phấn đấu xây 2.000 nhà. Đến cuối năm, tỉnh sẽ xây 300 nhà.", "300 nhà", "2025"),
        ("Dịp Tết Bính Ngọ, huyện tặng 1.200 suất quà.", "1.200 suất quà", "2026"),
        ("Dịp Tết Giáp Thìn, huyện tặng 1.200 suất quà.\nHuyện xây 12 nhà.", "12 nhà", "2025"),
        ("Năm nay, huyện tặng 1.200 suất quà, tăng 200 suất so với Tết Giáp Thìn.", "1.200 suất quà", "2025"),
        ("Còn một tuần nữa là Tết Bính Ngọ. Huyện tặng 1.200 suất quà.", "1.200 suất quà", "2025"),
        ("Xã có 782 hộ với 3.104 nhân khẩu.", "782 hộ", "2025-10-12"),
        ("Xã đã xây 12 nhà.", "12 nhà", "2025"),
        ("Sáu tháng đầu năm 2025, vận động 486 người mua BHYT, đạt 54% kế hoạch.", "54%", "2025-S1"),
    ],
)  # fmt: skip
def test_times_that_count_from_the_text(text: str, quote: str, period: str) -> None:
    assert _period(text, quote) == period
