"""Periods made to suit what they date: a stock stands at a day, a flow runs over a stretch."""

from collections.abc import Set
from datetime import date, timedelta

from pipelines.model import Period, TimeBasis
from pipelines.quantities import periods

#: Poor households are reviewed from this month to the end of the year.
_REVIEW = 11


def suited(period: Period, basis: TimeBasis | None) -> Period:
    """Return the period that suits a stock (a day), a flow (a stretch) or what is neither.

    A stock told for the first months of a year stands at their last day; a flow told as of a day ran from the year's
    beginning; what is neither, told as of the end of a year, is of that year.
    """
    years = period.end.year - period.start.year
    if basis == "stock" and years and (period.end.month, period.end.day) != (12, 31):
        return periods.between(period.end, period.end)
    if basis == "stock" and is_cumulative(period):
        return periods.between(period.end, period.end)
    if basis == "flow" and period.start == period.end:
        return to_date(period.end)
    if basis is None and ends_year(period):
        return periods.year(period.end.year)
    return period


def is_cumulative(period: Period) -> bool:
    """Whether a period is the first months of a year, or from its beginning to a day."""
    return (
        (period.start.month, period.start.day) == (1, 1)
        and period.start.year == period.end.year
        and period.start != period.end
        and (period.end.month, period.end.day) != (12, 31)
    )


def is_whole_years(period: Period) -> bool:
    """Whether a period is of one or more calendar years."""
    return (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)


def is_within_year(period: Period) -> bool:
    """Whether a period is shorter than a year and lies in one."""
    return period.start.year == period.end.year and not is_whole_years(period)


def is_rest_of_year(period: Period) -> bool:
    """Whether a period is the last months of a year: "3 tháng cuối năm"."""
    return is_within_year(period) and (period.end.month, period.end.day) == (12, 31) and period.start != period.end


def ends_year(period: Period) -> bool:
    """Whether a period is the last day of a year."""
    return period.start == period.end and (period.end.month, period.end.day) == (12, 31)


def opens_year(period: Period) -> bool:
    """Whether a period is the first day of a year."""
    return period.start == period.end and (period.start.month, period.start.day) == (1, 1)


def contains(stretch: Period, period: Period) -> bool:
    """Whether a period lies in a stretch."""
    return stretch.start <= period.start and period.end <= stretch.end


def is_day_of(day: Period, stretch: Period) -> bool:
    """Whether a period is one day of a stretch of several whole years, in the last of them."""
    if day.start != day.end or not stretch.start.year < stretch.end.year == day.end.year:
        return False
    return contains(stretch, day) and (stretch.end.month, stretch.end.day) == (12, 31)


def is_day_amid(day: Period, year: int) -> bool:
    """Whether a period is one day of a year, and not its last."""
    return day.start == day.end and day.end.year == year and not ends_year(day)


def is_end_of(period: Period, stretch: Period) -> bool:
    """Whether a period is the last year of a stretch of several: "giai đoạn 2026 - 2030 …, năm 2030"."""
    return stretch.start.year < period.start.year == stretch.end.year and period.end == stretch.end


def ends_month(period: Period) -> bool:
    """Whether a period ends with a month."""
    return (period.end + timedelta(days=1)).day == 1


def bounds_year(period: Period) -> bool:
    """Whether a period is the first or the last day of a year."""
    return opens_year(period) or ends_year(period)


def closes_year(period: Period) -> bool:
    """Whether a period is a day of a year's last months, as of which poor households are reviewed once a year."""
    return period.start == period.end and period.end.month >= _REVIEW


def is_review_month(period: Period) -> bool:
    """Whether a period is one of the months in which they are reviewed: "qua rà soát tháng 11/2011, giảm 422 hộ"."""
    return period.start.month == period.end.month >= _REVIEW and is_within_year(period)


def reaches_review(period: Period) -> bool:
    """Whether a period is a year up to its last month, before which they are reviewed: "giảm 5,8% kể từ đầu năm"."""
    return is_cumulative(period) and period.end.month > _REVIEW


def last_year(period: Period) -> int:
    """The year in which a period ends; as of the first of January, the year before."""
    return period.end.year - 1 if opens_year(period) else period.end.year


def to_date(day: date) -> Period:
    """From the beginning of the year to a day; of a year's first day, that year."""
    if (day.month, day.day) == (1, 1):
        return periods.year(day.year)
    if (day + timedelta(days=1)).day == 1:
        return periods.months(day.year, 1, day.month)
    return periods.between(date(day.year, 1, 1), day)


def from_to(first: Period, last: Period) -> Period:
    """The stretch of a change between two levels; from a year's end to the next, or within a year, it is that year."""
    at_year_end = (first.end.month, first.end.day) == (12, 31)
    if first.end.year == last.end.year or (at_year_end and last.end.year - first.end.year == 1):
        return periods.year(last.end.year)
    if ends_year(first) and (last.end.month, last.end.day) == (12, 31):
        return periods.years(first.end.year + 1, last.end.year)
    return periods.span(first, last)


def after(first: Period, last: Period) -> Period:
    """The stretch from behind a period to the end of a later one: from 2015 to the end of 2020 it is 2016 to 2020."""
    start = first.start if opens_year(first) else first.end + timedelta(days=1)
    whole_years = (start.month, start.day, last.end.month, last.end.day) == (1, 1, 12, 31)
    return periods.years(start.year, last.end.year) if whole_years else periods.between(start, last.end)


def just_before(period: Period, begun: Set[date] = frozenset()) -> Period:
    """The day a level stands at that has become another by a period: its first day; of a year's end, the one before.

    Of a run of years it is the end of the year before, but where the text tells the day they have `begun` with.
    """
    if period.start == period.end:
        return periods.day(period.end.year - 1, 12, 31) if ends_year(period) else period
    opens = (period.start.month, period.start.day) == (1, 1)
    if opens and period.start.year < period.end.year and period.start not in begun:
        return periods.day(period.start.year - 1, 12, 31)
    return periods.between(period.start, period.start)


def are_year_ends(first: Period | None, last: Period | None) -> bool:
    """Whether two periods are the first or last day of a year and the last day of that or a later one."""
    if first is None or last is None or not first.end < last.start == last.end:
        return False
    return bounds_year(first) and ends_year(last)
