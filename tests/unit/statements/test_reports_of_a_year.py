"""When figures of reports and plans are: a title's year against the day of a meeting, today, money paid for late."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of

TITLE = "Kết luận về công tác giảm nghèo năm 2025, nhiệm vụ năm 2026"
HALF_YEAR = "Sơ kết công tác giảm nghèo 6 tháng đầu năm 2025"
PLAN = "Kế hoạch thực hiện Chương trình giảm nghèo bền vững năm 2026"
POOR = "Năm 2025, huyện Tuần Giáo hiện còn 4.153 hộ nghèo"
JANUARY = date(2026, 1, 20)
DECEMBER = date(2025, 12, 12)


def told(text: str, quote: str, published: date, headline: str) -> str | None:
    """The period of the figure with this quote."""
    period = meaning_of(text, quote, published, headline).period
    return period.text if period else None


@pytest.mark.parametrize(
    ("headline", "text", "quote", "period"),
    [
        pytest.param(
            TITLE,
            "Ngày 15/01/2026, Ban Thường vụ Đảng ủy họp nghe báo cáo, đã kết luận:\n1. Đã bàn giao 76 căn nhà.",
            "76 căn nhà",
            "2025",
            id="not of the day on which the year was reported on",
        ),
        pytest.param(
            HALF_YEAR,
            "Ngày 10/7/2025, UBND huyện họp.\n1. Đã bàn giao 76 căn nhà.",
            "76 căn nhà",
            "2025-S1",
            id="nor of that on which its first half was",
        ),
        pytest.param(
            TITLE,
            "Ngày 15/01/2026, huyện trao 30 căn nhà.",
            "30 căn nhà",
            "2026-01-01/2026-01-15",
            id="but what happened on the day is of it",
        ),
        pytest.param(
            "Công tác giảm nghèo năm 2023",
            "Ngày 15/9/2025, UBND huyện họp.\nHuyện có 76 hộ nghèo.",
            "76 hộ",
            "2025-09-15",
            id="a day long behind the year is no debate about it",
        ),
    ],
)
def test_a_report_is_of_the_year_of_its_title(headline: str, text: str, quote: str, period: str) -> None:
    assert told(text, quote, JANUARY, headline) == period


@pytest.mark.parametrize(
    ("headline", "text", "quote", "period"),
    [
        pytest.param(
            PLAN,
            "I. Kết quả năm 2025\nĐến nay, huyện có 27 xã đạt chuẩn nông thôn mới.",
            "27 xã",
            "2025-12-12",
            id="a heading's year begins no stretch up to the next line's today",
        ),
        pytest.param(
            PLAN, "Tổng nguồn vốn dự kiến: 612,5 tỷ đồng.", "612,5 tỷ đồng", "2026", id="funds are for the plan's year"
        ),
        pytest.param(
            PLAN, "Huyện có nhu cầu 55,6 tỷ đồng.", "55,6 tỷ đồng", "2026", id="so is money that is needed"
        ),
        pytest.param(
            POOR, "Hộ cận nghèo có 1.132 hộ.", "1.132 hộ", "2025-12-12", id="stocks behind one that is so today"
        ),
        pytest.param(POOR, "Huyện đã xây 132 căn nhà.", "132 căn nhà", "2025", id="but no flows"),
        pytest.param(
            "Huyện Tuần Giáo năm 2025 còn 4.153 hộ nghèo",
            "Hộ cận nghèo có 1.132 hộ.",
            "1.132 hộ",
            "2025",
            id="nor where nothing is told for today",
        ),
        pytest.param(
            "Huyện Tuần Giáo giảm nghèo năm 2025",
            "Trong 13.686 hộ dân hiện còn 4.153 hộ nghèo.",
            "13.686 hộ",
            "2025-12-12",
            id="the whole of what is so today",
        ),
    ],
)  # fmt: skip
def test_a_plan_and_a_review_told_in_december(headline: str, text: str, quote: str, period: str) -> None:
    assert told(text, quote, DECEMBER, headline) == period


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "6 tháng đầu năm 2025, huyện có 135 hộ thoát nghèo. Hiện huyện có 612 hộ nghèo.",
            "612 hộ",
            "2025-07-24",
            id="today, behind what happened in months",
        ),
        pytest.param(
            "Đến 30/6/2025, dư nợ là 312 tỷ đồng. Hiện huyện có 612 hộ nghèo.",
            "612 hộ",
            "2025-06-30",
            id="but as of the day that was told",
        ),
        pytest.param(
            "Tỷ lệ nghèo từ 47% hồi đầu năm 2016 nay về mức 28,8% (cuối 2024); thu nhập đạt 4,2 triệu đồng/người/năm.",
            "4,2 triệu đồng",
            "2024",
            id="today as a bracket tells it",
        ),
        pytest.param(
            "Tỷ lệ nghèo từ 47% hồi đầu năm 2016 nay về mức 28,8%.", "47%", "2016-01-01", id="and no year up to now"
        ),
        pytest.param(
            "Vốn năm 2024 giao muộn, đến hết tháng 1/2025 giải ngân 52 tỷ đồng, đạt 54% kế hoạch vốn 96,4 tỷ đồng.",
            "96,4 tỷ đồng",
            "2024",
            id="assigned for the year that is paid for up to January",
        ),
        pytest.param(
            "Vốn năm 2024 giao muộn, đến hết tháng 3/2025 giải ngân 52 tỷ đồng, đạt 54% kế hoạch vốn 96,4 tỷ đồng.",
            "96,4 tỷ đồng",
            "2025",
            id="not up to March",
        ),
        pytest.param(
            "Từ đầu năm đến 20/6/2025, tỉnh đưa 986 lao động (387 nữ) đi làm việc ở nước ngoài, đạt 197% kế hoạch.",
            "197%",
            "2025-01-01/2025-06-20",
            id="a share of the plan is of what stands before the bracket",
        ),
        pytest.param(
            "Đến 30/6/2025, tỷ lệ bao phủ BHYT là 63%. Cùng thời điểm của năm 2024, tỷ lệ ấy là 52%.",
            "52%",
            "2024-06-30",
            id="the same day of another year",
        ),
        pytest.param(
            "Trong 6 tháng đầu năm 2025, huyện phát hành 186.405 thẻ BHYT.",
            "186.405 thẻ",
            "2025-S1",
            id="cards given out",
        ),
    ],
)
def test_times_told_in_july(text: str, quote: str, period: str) -> None:
    assert told(text, quote, date(2025, 7, 24), "") == period


@pytest.mark.parametrize(
    ("text", "quote", "status", "period"),
    [
        ("Còn lại gồm 198 căn đang thi công.", "198 căn", "actual", "2025-01-01/2025-07-24"),
        ("Còn lại gồm 198 căn chưa khởi công.", "198 căn", "actual", "2025-07-24"),
        ("Trong đó có 198 căn của hộ nghèo.", "198 căn", "plan", "2022/2025"),
    ],
)
def test_how_far_planned_houses_have_come_is_a_fact_of_today(text: str, quote: str, status: str, period: str) -> None:
    planned = "Giai đoạn 2022 - 2025, huyện được giao 1.486 căn nhà; tới nay đã xong 1.207 căn."
    meaning = meaning_of(f"{planned} {text}", quote, date(2025, 7, 24))
    assert (meaning.status, meaning.period.text if meaning.period else None) == (status, period)


def test_a_fall_of_the_poor_since_january_is_of_the_year_that_december_ends() -> None:
    text = "Huyện còn 44,2% hộ nghèo, giảm 5,8% kể từ đầu năm."
    assert told(text, "5,8%", DECEMBER, "Giảm nghèo năm 2025") == "2025"
