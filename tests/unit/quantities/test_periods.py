"""Periods in prose, their bounds, and the dating of relative ones."""

from datetime import date

import pytest

from pipelines.model import Period, RelativePeriod
from pipelines.quantities import periods, resolve
from tests.unit.quantities.reading import quantities

PUBLISHED = date(2023, 8, 4)


def told(text: str) -> list[str]:
    """The periods of a text: those with a year as SDMX text, relative ones dated from a 2023 article."""
    found = []
    for quantity in quantities(text):
        if quantity.kind == "period":
            period = quantity.period
            if period is None and quantity.relative is not None:
                period = resolve(quantity.relative, 2022, PUBLISHED, periods.quarter(2022, 2))
            found.append(period.text if period else "-")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 2022, huyện", ["2022"]),
        ("Chỉ tiêu 2020 là", ["2020"]),
        ("cùng kỳ 2019", ["2019"]),
        ("năm 2021, 2022, 2023", ["2021", "2022", "2023"]),
        ("giai đoạn 2021 - 2025", ["2021/2025"]),
        ("các năm 2021- 2030", ["2021/2030"]),
        ("2016-2019 giảm", ["2016/2019"]),
        ("từ năm 2016 đến năm 2019", ["2016/2019"]),
        ("nhiệm kỳ 2020 – 2025", ["2020/2025"]),
        ("năm học 2022-2023", ["2022/2023"]),
        ("từ ngày 3 đến 9/11/2019", ["2019-11-03/2019-11-09"]),
        ("những năm 1990, thập niên 90", ["1990/1999", "1990/1999"]),
        ("quý III/2023, quý 4 năm 2018, quý I-2021", ["2023-Q3", "2018-Q4", "2021-Q1"]),
        ("6 tháng đầu năm 2023, 6 tháng cuối năm 2022", ["2023-S1", "2022-S2"]),
        ("9 tháng đầu năm 2023; 9 tháng của năm 2020", ["2023-01/2023-09", "2020-01/2020-09"]),
        ("Thực hiện 9 tháng 2020; ước TH 6 tháng/2021", ["2020-01/2020-09", "2021-S1"]),
        ("mỗi tháng 6 triệu đồng, hằng tháng ba triệu đồng, đến tháng 6 năm 2020", ["2020-06"]),
        ("Chín tháng năm 2019, tỉnh …; mùng chín tháng năm 2019", ["2019-01/2019-09", "2019-05-09"]),
        ("qua 6 tháng từ đầu năm 2017; chín tháng đầu năm 2020", ["2017-S1", "2020-01/2020-09"]),
        ("tháng 6/2023, tháng 9 năm 2020, 5/2015", ["2023-06", "2020-09", "2015-05"]),
        ("từ tháng 1 đến tháng 9/2023; tháng 1-6/2023", ["2023-01/2023-09", "2023-S1"]),
        ("12.11.2019; 30/6/2023; 25-03-1975; 2025-07-21", ["2019-11-12", "2023-06-30", "1975-03-25", "2025-07-21"]),
        ("ngày 5 tháng 9 năm 2023", ["2023-09-05"]),
        ("ngày 20-21/11/2023; 17.10 - 18.11.2021", ["2023-11-20/2023-11-21", "2021-10-17/2021-11-18"]),
        ("từ ngày 01/01/2023 đến 30/6/2023", ["2023-01-01/2023-06-30"]),
        ("cuối năm 2022, (đầu 2016)", ["2022-12-31", "2016-01-01"]),
        ("đến hết năm 2023", ["2023-12-31"]),
        ("tháng tư năm hai không mười tám", ["2018-04"]),
        ("ngày hai mươi tư tháng bẩy năm hai không mười ba", ["2013-07-24"]),
        ("năm hai nghìn không trăm hai mươi", ["2020"]),
    ],
)  # fmt: skip
def test_periods_with_their_year(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("năm nay, năm ngoái, năm trước", ["2023", "2022", "2021"]),
        ("quý II, quý 3", ["2022-Q2", "2022-Q3"]),
        ("6 tháng đầu năm, 9 tháng đầu năm nay", ["2022-S1", "2023-01/2023-09"]),
        ("so với đầu năm; đến cuối năm", ["2022-01-01", "2022-12-31"]),
        ("đến nay", ["2023-08-04"]),
        ("tính đến hôm qua; đến chiều nay; cho tới giờ", ["2023-08-03", "2023-08-04", "2023-08-04"]),
        ("năm học này, năm học trước, năm học tới", ["2023/2024", "2022/2023", "2024/2025"]),
        ("năm học vừa qua", ["2022/2023"]),
        ("từ đầu năm đến nay", ["2023-01-01/2023-08-04"]),
        ("tính từ đầu năm, ước tạo", ["2022"]),
        ("từ năm 2021 đến nay", ["2021-01-01/2023-08-04"]),
        ("Kết quả năm 2021\nĐến nay, xã có …", ["2021", "2023-08-04"]),
        ("47% đầu năm 2016 nay còn 28%", ["2016-01-01", "2023-08-04"]),
        ("so với cùng kỳ", ["2021-Q2"]),
        ("ngày 7 tháng 10; hôm 4/8; sáng 8.12", ["2022-10-07", "2022-08-04", "2022-12-08"]),
        ("tháng 9, tháng mười hai", ["2022-09", "2022-12"]),
        ("tháng trước, quý trước", ["2023-07", "2023-Q2"]),
        ("trong tháng 6, trong tháng tư, trong tháng trước", ["2022-06", "2022-04", "2023-07"]),
        ("3 tháng tới", ["2023-08-04/2023-11-04"]),
        ("dịp 30/4 - 1/5", ["2022-04-30", "2022-05-01"]),
        ("từ ngày 3 đến 9/6; từ ngày 5/6 đến ngày 2/7", ["2022-06-03/2022-06-09", "2022-06-05/2022-07-02"]),
    ],
)
def test_relative_periods_are_dated_from_running_year_and_dateline(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["3 năm qua", "trong 5 năm gần đây", "qua 9 tháng", "sau 4 năm", "thời hạn 60 tháng"])
def test_lengths_of_time_are_measures_marked_as_such(text: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.kind, "duration" in quantity.flags) == ("measure", True)


def test_a_length_of_time_behind_tells_the_stretch_too() -> None:
    (quantity,) = quantities("5 năm qua")
    assert quantity.relative == RelativePeriod("published", 0, "-P5Y")
    assert resolve(quantity.relative, None, PUBLISHED) == periods.between(date(2018, 8, 4), PUBLISHED)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("huyện có 2023 hộ nghèo năm 2023", [2023]),
        ("đào tạo nghề cho 2000 người", [2000]),
        ("năm 2021 hộ nghèo còn 5%", [5]),
        ("5 tháng 9 hộ thoát nghèo", [9]),
        ("VND2000", [2000]),
    ],
)
def test_a_year_is_no_count_and_a_count_no_year(text: str, values: list[int]) -> None:
    counted = [q.value for q in quantities(text) if q.value is not None and "duration" not in q.flags]
    assert counted == values


@pytest.mark.parametrize(
    ("period", "text", "start", "end"),
    [
        (periods.year(2022), "2022", "2022-01-01", "2022-12-31"),
        (periods.years(2021, 2025), "2021/2025", "2021-01-01", "2025-12-31"),
        (periods.half(2023, 1), "2023-S1", "2023-01-01", "2023-06-30"),
        (periods.half(2023, 2), "2023-S2", "2023-07-01", "2023-12-31"),
        (periods.quarter(2023, 3), "2023-Q3", "2023-07-01", "2023-09-30"),
        (periods.month(2024, 2), "2024-02", "2024-02-01", "2024-02-29"),
        (periods.months(2023, 1, 9), "2023-01/2023-09", "2023-01-01", "2023-09-30"),
        (periods.months(2023, 1, 12), "2023", "2023-01-01", "2023-12-31"),
        (periods.day(2023, 6, 30), "2023-06-30", "2023-06-30", "2023-06-30"),
    ],
)
def test_bounds(period: Period, text: str, start: str, end: str) -> None:
    assert (period.text, period.start.isoformat(), period.end.isoformat()) == (text, start, end)


@pytest.mark.parametrize(
    ("relative", "running", "published"),
    [
        (RelativePeriod("running", 0, "Q2"), None, None),
        (RelativePeriod("published", 0, "day"), 2022, None),
        (RelativePeriod("same_period", -1), 2022, PUBLISHED),
        (RelativePeriod("running", 0, "02-29"), 2023, None),
        (RelativePeriod("running", 0, "d05"), 2023, None),
    ],
)
def test_what_cannot_be_dated_stays_open(relative: RelativePeriod, running: int | None, published: date | None) -> None:
    assert resolve(relative, running, published) is None


@pytest.mark.parametrize(("month", "expected"), [(5, "2021/2022"), (6, "2022/2023"), (10, "2022/2023")])
def test_the_school_year_that_is_over_ended_in_may(month: int, expected: str) -> None:
    period = resolve(RelativePeriod("published", 0, "school_ended"), None, date(2023, month, 20))
    assert period == periods.years(*map(int, expected.split("/")))


def test_the_same_period_a_year_earlier_keeps_the_end_of_february() -> None:
    assert periods.shifted(periods.month(2024, 2), -1).end == date(2023, 2, 28)


@pytest.mark.parametrize("part", ["school", "school_ended", "day", "to_date", "month", "quarter"])
def test_what_lies_behind_the_calendar_is_no_period(part: str) -> None:
    assert resolve(RelativePeriod("published", 9999, part), None, date(9999, 12, 31)) is None
