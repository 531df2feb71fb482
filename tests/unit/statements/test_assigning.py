"""Plans and aims by who set them, by the name before a bracket, as b of a/b; and counts that only say where."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of

OCTOBER = date(2025, 10, 12)


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        ("Tỷ lệ hộ nghèo giảm 6,61%, cao hơn mức 5% mà tỉnh giao.", "5%", "plan"),
        ("Bình quân giảm 5,04%/năm, vượt mức 4%/năm mà Đại hội Đảng bộ huyện đề ra.", "4%", "target"),
        ("Nợ quá hạn 0,23%, tốt hơn mức 0,3% mà Hội đặt làm chỉ tiêu thi đua.", "0,3%", "target"),
        ("Huyện có 67 hộ do phụ nữ làm chủ. Hội đặt chỉ tiêu giúp 20 hộ.", "67 hộ", "actual"),
        ("Huyện cần 40 tỷ đồng, mà vốn được giao chỉ có 11 tỷ đồng.", "40 tỷ đồng", "actual"),
        ("Tỉnh đã hỗ trợ 8.956 hộ nghèo, vượt 18 hộ so với kế hoạch (8.938 hộ).", "8.938 hộ", "plan"),
        ("Huyện xây 9.876 căn, đạt 98,2% so với đề án (10.057 căn).", "10.057 căn", "plan"),
        ("Huyện xây 9.876 căn cho các xã khó khăn (1.057 căn).", "1.057 căn", "actual"),
        ("Trong 1.000 tấn gạo cấp cho tỉnh, huyện được phân bổ 400 tấn.", "400 tấn", "actual"),
        ("Năm nay, huyện được phân bổ 40 tỷ đồng.", "40 tỷ đồng", "plan"),
        ("Từ nay đến cuối năm, sẽ giải ngân 150 tỷ đồng, giữ nợ quá hạn không quá 0,3%.", "0,3%", "plan"),
    ],
)
def test_what_somebody_set(text: str, quote: str, status: str) -> None:
    assert meaning_of(text, quote, OCTOBER).status == status


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        ("Huyện mới khởi công 770/1.200 căn.", "1.200 căn", "plan"),
        ("Đồn Biên phòng mới bàn giao 11/29 căn.", "29 căn", "plan"),
        ("Huyện khởi công 512/512 căn được giao, thị xã 288/300 căn.", "300 căn", "plan"),
        ("Các xã giải ngân 158,7 tỷ đồng; trong đó vốn đầu tư 114,1/171,5 tỷ đồng.", "171,5 tỷ đồng", "plan"),
        ("Có 64/87 công trình đã đưa vào sử dụng.", "87 công trình", "actual"),
        ("Toàn huyện có 186/240 hộ nghèo.", "240 hộ", "actual"),
    ],
)
def test_what_was_to_be_done(text: str, quote: str, status: str) -> None:
    assert meaning_of(text, quote, OCTOBER).status == status


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        ("Kế hoạch vốn của 3 chương trình là 88 tỷ đồng.", "3 chương trình", "actual"),
        ("Tỉnh sẽ xây 5 trường tại 2 huyện.", "2 huyện", "actual"),
        ("Tỉnh sẽ xây 5 trường tại 2 huyện.", "5 trường", "plan"),
        ("Năm tới, tỉnh phấn đấu đưa 5 xã ra khỏi diện khó khăn.", "5 xã", "target"),
        ("Tỉnh dự kiến hỗ trợ 12 xã.", "12 xã", "plan"),
    ],
)
def test_where_something_is_planned(text: str, quote: str, status: str) -> None:
    assert meaning_of(text, quote, OCTOBER).status == status


def test_counts_of_places_leave_the_time_of_a_plan_alone() -> None:
    text = (
        "Kế hoạch vốn năm 2025 của 3 chương trình là 88 tỷ đồng; đến ngày 30/9/2025, giải ngân 40 tỷ đồng.\n"
        "Huyện Đông giải ngân 12 tỷ đồng."
    )
    period = meaning_of(text, "12 tỷ đồng", OCTOBER).period
    assert period is not None
    assert period.text == "2025-01/2025-09"
