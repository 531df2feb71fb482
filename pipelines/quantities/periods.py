"""Periods of the calendar: their text, their first and last day, and the dating of relative ones.

The text follows SDMX: 2022, 2022-Q3, 2022-S1, 2022-06, 2022-06-30; a stretch is first/last (2021/2025,
2023-01/2023-09). Where periods stand in a text is dates.py.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from pipelines.model import Period, RelativePeriod

_DURATION = re.compile(r"([+-])P(\d+)([YQMWD])")
_MONTHS = {"Y": 12, "Q": 3, "M": 1}
_LAST_YEAR = 9998
#: Parts that are told from the day of publication.
_OF_PUBLICATION = frozenset({"day", "to_date", "month", "quarter", "school", "school_ended"})
#: The month in which a school year begins, and the first one behind it.
_SCHOOL_BEGINS, _SCHOOL_IS_OVER = 8, 6


def year(number: int) -> Period:
    """A calendar year. Raises ValueError outside 1 to 9998."""
    _check(number)
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31))


def years(first: int, last: int) -> Period:
    """Whole years from the first to the last: 2021/2025. A school year is its two calendar years."""
    _check(first, last)
    return Period(f"{first:04d}/{last:04d}", date(first, 1, 1), date(last, 12, 31))


def half(number: int, which: int) -> Period:
    """The first or second half of a year: 2022-S1."""
    run = months(number, 6 * which - 5, 6 * which)
    return Period(f"{number:04d}-S{which}", run.start, run.end)


def quarter(number: int, which: int) -> Period:
    """A quarter of a year: 2022-Q3."""
    run = months(number, 3 * which - 2, 3 * which)
    return Period(f"{number:04d}-Q{which}", run.start, run.end)


def month(number: int, which: int) -> Period:
    """A month of a year: 2022-06."""
    run = months(number, which, which)
    return Period(f"{number:04d}-{which:02d}", run.start, run.end)


def months(number: int, first: int, last: int) -> Period:
    """A run of months of one year: 2023-01/2023-09; the first six are 2023-S1, all twelve the year."""
    _check(number)
    text = f"{number:04d}-{first:02d}/{number:04d}-{last:02d}"
    if (first, last) == (1, 6):
        text = f"{number:04d}-S1"
    elif (first, last) == (7, 12):
        text = f"{number:04d}-S2"
    elif (first, last) == (1, 12):
        text = f"{number:04d}"
    return Period(text, date(number, first, 1), date(number, last, monthrange(number, last)[1]))


def day(number: int, which_month: int, which_day: int) -> Period:
    """One day. Raises ValueError where the calendar has none."""
    _check(number)
    only = date(number, which_month, which_day)
    return Period(only.isoformat(), only, only)


def span(first: Period, last: Period) -> Period:
    """From the start of one period to the end of another."""
    return Period(f"{first.text}/{last.text}", first.start, last.end)


def between(first: date, last: date) -> Period:
    """From one day to another."""
    text = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Period(text, first, last)


def _check(*numbers: int) -> None:
    if not all(1 <= number <= _LAST_YEAR for number in numbers):
        raise ValueError("the year lies outside 1 to 9998")


def resolve(
    relative: RelativePeriod, running: int | None, published: date | None, same: Period | None = None
) -> Period | None:
    """Date a relative period; None where what it counts from is not known.

    `running` is the year that the text speaks of, `published` the day of the dateline, `same` the period that
    "cùng kỳ" is the same as, a year later.
    """
    if relative.anchor == "event":
        return None  # what happened is told by the text around it
    if relative.anchor == "same_period":
        return None if same is None else shifted(same, relative.years)
    if relative.part in _OF_PUBLICATION or (relative.part[:1] in "+-" and relative.part):
        try:
            return None if published is None else _from_day(relative, running, published)
        except (ValueError, OverflowError):  # before the first or behind the last year of the calendar
            return None
    base = running if relative.anchor == "running" or published is None else published.year
    if base is None:
        return None
    return _part_of_year(relative.part, base + relative.years)


def shifted(period: Period, by_years: int) -> Period:
    """The same stretch of another year: 2023-Q2 by -1 is 2022-Q2; the last of February stays the last."""
    return Period(
        re.sub(r"\b\d{4}", lambda number: f"{int(number[0]) + by_years:04d}", period.text),
        _in_year(period.start, period.start.year + by_years),
        _in_year(period.end, period.end.year + by_years),
    )


def _in_year(moment: date, number: int) -> date:
    return date(number, moment.month, min(moment.day, monthrange(number, moment.month)[1]))


def _part_of_year(part: str, number: int) -> Period | None:
    """A part of a year as RelativePeriod tells it."""
    try:
        if not part:
            return year(number)
        if part[0] in "QS":
            return quarter(number, int(part[1])) if part[0] == "Q" else half(number, int(part[1]))
        if part in ("start", "end"):
            return day(number, 1, 1) if part == "start" else day(number, 12, 31)
        first, mark, last = part.partition("/")
        if mark and "-" in first:
            return between(*(date(number, int(each[:2]), int(each[3:])) for each in (first, last)))
        if mark:
            return months(number, int(first), int(last))
        which_month, _, which_day = part.partition("-")
        return day(number, int(which_month), int(which_day)) if which_day else month(number, int(which_month))
    except ValueError:  # 29 February of a year that has none
        return None


def _from_day(relative: RelativePeriod, running: int | None, published: date) -> Period | None:
    """What is told from the day of publication."""
    part = relative.part
    if part == "school":
        begun = published.year - (published.month < _SCHOOL_BEGINS) + relative.years
        return years(begun, begun + 1)
    if part == "school_ended":
        over = published.year - (published.month < _SCHOOL_IS_OVER)
        return years(over - 1, over)
    if part == "day" and relative.years:
        return between(*[published + timedelta(days=relative.years)] * 2)
    if part == "day":
        return between(relative.since or published, max(relative.since or published, published))
    if part == "to_date":
        told = running if relative.anchor == "running" else None
        number = published.year if told is None or told > published.year else told
        if relative.since is None and number + relative.years < published.year:
            return year(number + relative.years)
        first = relative.since or date(number + relative.years, 1, 1)
        return between(first, published if published.year == number else date(number, 12, 31))
    if part in ("month", "quarter"):
        size = 1 if part == "month" else 3
        place = published.year * 12 + published.month - 1 + relative.years * size
        number, which = place // 12, place % 12 + 1
        return month(number, which) if part == "month" else quarter(number, (which + 2) // 3)
    duration = _DURATION.fullmatch(part)
    if duration is None:
        return None
    other = _away(published, int(duration[2]), duration[3], forward=duration[1] == "+")
    if other is None:
        return None
    return between(published, other) if duration[1] == "+" else between(other, published)


def _away(moment: date, count: int, letter: str, *, forward: bool) -> date | None:
    """The day a duration before or after another."""
    sign = 1 if forward else -1
    try:
        if letter in "DW":
            return moment + timedelta(days=sign * count * (7 if letter == "W" else 1))
        place = moment.year * 12 + moment.month - 1 + sign * count * _MONTHS[letter]
        number, which = place // 12, place % 12 + 1
        return date(number, which, min(moment.day, monthrange(number, which)[1]))
    except (ValueError, OverflowError):
        return None
