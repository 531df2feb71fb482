"""Changes between two ends of years, what was before them, and stocks known as of a day told elsewhere."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of

OCTOBER = date(2025, 10, 12)
_FROM_2020 = "Cuối năm 2020, xã có 900 hộ nghèo, chiếm 30%. Đến cuối năm 2023, xã còn 500 hộ nghèo, chiếm 18%"
_FROM_2022 = _FROM_2020.replace("2020", "2022")
_FELL = "Tỷ lệ hộ nghèo của huyện từ 90,6% cuối năm 2020 giảm còn 82,3% vào cuối năm 2023. "
_RUN = "Giai đoạn 2021 - 2024, hộ nghèo còn 18%. "
_NOW = " theo kết quả rà soát cuối năm 2024; trong đó có 86 hộ khó khăn về nhà ở."
_IN_YEAR = "Trong năm, huyện có 612 hộ thoát nghèo. Số hộ nghèo là đồng bào dân tộc thiểu số lên đến 4.870 hộ."


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        (_FROM_2020 + ", tính ra mỗi năm giảm bình quân 4%.", "4%", "2021/2023"),
        (_FROM_2020 + ".  Cũng trong thời gian này, hộ nghèo Khmer bình quân giảm 5%/năm.", "5%", "2021/2023"),
        (_FROM_2022 + ", tính ra mỗi năm giảm bình quân 4%.", "4%", "2023"),
        (
            "Theo chuẩn đa chiều, cuối năm 2020 xã còn 18% hộ nghèo. Đến cuối năm 2023 còn 9%, mỗi năm giảm 3%.",
            "3%",
            "2021/2023",
        ),
        ("Cuối năm 2020, hộ nghèo là 14,2%; đến cuối năm 2023 còn 4,2%, giảm 10 điểm %.", "10 điểm %", "2021/2023"),
        ("Năm 2020, hộ nghèo là 14,2%; đến cuối năm 2023 còn 4,2%, giảm 10 điểm %.", "10 điểm %", "2021/2023"),
        ("Cuối năm 2022, hộ nghèo là 14,2%; đến cuối năm 2023 còn 4,2%, giảm 10 điểm %.", "10 điểm %", "2023"),
        ("Cuối năm 2020, có 90 hộ nghèo; đến cuối năm 2023 còn 40 hộ, sản lượng tăng 12 tấn.", "12 tấn", "2023"),
        (_RUN + "So với năm 2023, xã Sơn Hạ giảm nhanh nhất: giảm 5,66%.", "5,66%", "2024"),
        (_RUN + "So với năm 2022, tỷ lệ hộ nghèo giảm 5,66%.", "5,66%", "2023/2024"),
        (_RUN + "So với năm 2020, tỷ lệ hộ nghèo giảm 5,66%.", "5,66%", "2021/2024"),
        (_FELL + "Xã Sơn Hạ giảm sâu nhất, từ 97,2% xuống 71,5%.", "97,2%", "2020-12-31"),
        (_FELL + "Xã Sơn Hạ giảm sâu nhất, từ 97,2% xuống 71,5%.", "71,5%", "2023-12-31"),
        (_FELL + "Tỷ lệ hộ cận nghèo còn 8,1%.", "8,1%", "2023-12-31"),
        (_FELL + "Riêng vùng sâu, mức giảm đạt trên 6%/năm.", "6%", "2021/2023"),
        (_FELL + "Hiện xã còn 312 hộ nghèo.", "312 hộ", "2025-10-12"),
        ("Giai đoạn 2021 - 2024, tỷ lệ hộ nghèo giảm từ 28,6% xuống 7,1%.", "28,6%", "2020-12-31"),
        ("Năm 2024, tỷ lệ hộ nghèo giảm từ 28,6% xuống 27,1%.", "28,6%", "2024-01-01"),
        (
            "Đầu năm 2021, xã có 90 hộ nghèo. Giai đoạn 2021 - 2024, tỷ lệ hộ nghèo giảm từ 28,6% xuống 7,1%.",
            "28,6%",
            "2021-01-01",
        ),
    ],
)
def test_what_lies_between_two_levels(text: str, quote: str, period: str) -> None:
    assert _period(text, quote) == period


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Xã hiện còn 312 hộ nghèo (3,6%)" + _NOW, "312 hộ", "2024-12-31"),
        ("Xã hiện còn 312 hộ nghèo (3,6%)" + _NOW, "3,6%", "2024-12-31"),
        ("Xã hiện có 40 thôn; còn 312 hộ nghèo" + _NOW, "40 thôn", "2025-10-12"),
        ("Đến 30/9/2025, huyện còn 5.236 hộ nghèo.\n" + _IN_YEAR, "4.870 hộ", "2025-09-30"),
        ("Đến 30/9/2025, huyện còn 5.236 hộ nghèo.\n" + _IN_YEAR, "612 hộ", "2025"),
        ("Cuối năm 2024, huyện còn 5.236 hộ nghèo.\n" + _IN_YEAR, "4.870 hộ", "2024"),
        ("Ít ai nghĩ 5 năm trước đây là xã nghèo, tỷ lệ hộ nghèo trên 21%.", "21%", "2020"),
        ("Phấn đấu đến năm 2030, mỗi năm có 250 lao động đi làm việc ở nước ngoài.", "250 lao động", "2025/2030"),
        ("Phấn đấu đến năm 2030, có 250 lao động đi làm việc ở nước ngoài.", "250 lao động", "2030"),
        ("Phấn đấu đến năm 2030, mỗi năm thu nhập đạt 50 triệu đồng/người.", "50 triệu đồng", "2030"),
        (
            "Tháng cao điểm (17-10 đến 18-11), từ đầu năm đến nay quỹ thu 42 tỷ đồng.\nRiêng lễ phát động ngày 10-10"
            " thu 9 tỷ đồng.\nMặt trận xây mới 42 căn nhà.",
            "42 căn nhà",
            "2025-01-01/2025-10-12",
        ),
    ],
)
def test_as_of_when_and_up_to_when(text: str, quote: str, period: str) -> None:
    assert _period(text, quote) == period


def _period(text: str, quote: str) -> str | None:
    period = meaning_of(text, quote, OCTOBER).period
    return period.text if period else None
