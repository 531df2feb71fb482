"""Periods told with digits: years and runs of years, quarters, months, days, "9 tháng đầu năm 2023".

Those told in words alone are spelled_dates.py. What stands at a number is decided by its form and the word before
it; a number that is no period is left to others.
"""

import re
from datetime import date

from pipelines.model import Period, RelativePeriod
from pipelines.orthography import fold
from pipelines.quantities import periods
from pipelines.quantities.context import forms_of, relative_forms, right_of
from pipelines.quantities.drafts import Draft
from pipelines.quantities.spots import Spot
from pipelines.quantities.units import WORD, unit_table

_YEAR = r"(?:19|20)[0-9]{2}"
_END = r"(?![0-9]|[.,/][0-9])"
_DASH = r"[-–—−÷~/]"
_FULL = re.compile(rf"([0-9]{{1,2}}) ?([/.\-–]) ?([0-9]{{1,2}}) ?\2 ?({_YEAR}|[0-9]{{2}})(?![0-9]|[/.\-][0-9])")
_ISO = re.compile(rf"({_YEAR})-([01][0-9])-([0-3][0-9])(?![0-9]|[./-][0-9])")
_MONTH_YEAR = re.compile(rf"([0-9]{{1,2}}) ?([/.\-]) ?({_YEAR})(?![0-9]|[.,/-][0-9]|/[^\W\d_])")
_DATES = re.compile(
    rf"([0-9]{{1,2}})([/.])([0-9]{{1,2}}) ?[-–] ?([0-9]{{1,2}})\2([0-9]{{1,2}})\2({_YEAR})(?![0-9]|[.,/][0-9])"
)
_DAYS = re.compile(rf"([0-9]{{1,2}}) ?[-–] ?([0-9]{{1,2}})[/.]([0-9]{{1,2}})(?:[/.]({_YEAR}))?(?![0-9%]|[.,/][0-9])")
_DAY_MONTH = re.compile(r"([0-9]{1,2}) ?([/.\-]) ?([0-9]{1,2})(?![0-9%]|[.,/][0-9]|/[^\W\d_])")
#: Behind a date without its year: up to another one.
_TO_DATE = re.compile(r" ?(?:đến|tới|[-–]) ?(?:hết )?(?:ngày )?[0-9]{1,2}[/.\-][0-9]{1,2}(?![0-9%]|[.,/][0-9])")
_DAY_OF_MONTH = re.compile(r"([0-9]{1,2}) ?tháng ?([0-9]{1,2})(?![0-9]|[.,/][0-9])")
_YEARS = re.compile(
    rf"({_YEAR}) ?(?:{_DASH}|(đến|tới)) ?(?:hết )?(?:năm )?({_YEAR}|[0-9]{{2}}(?= |$|[),.;:]))(?![0-9]|[.,][0-9])"
)
_YEAR_AT_ONCE = re.compile(r" ?/? ?((?:19|20)[0-9]{2})(?![0-9%]|[.,/][0-9]| [^\W\d])")
_MONTHS = re.compile(rf"([0-9]{{1,2}}) ?(?:{_DASH}|đến(?: tháng)?|tới) ?([0-9]{{1,2}})(?![0-9%]|[.,][0-9])")
_SINGLE_YEAR = re.compile(rf"{_YEAR}{_END}")
_OF_YEAR = re.compile(rf" ?(?:/|-|,|của|trong)? ?(?:năm )?({_YEAR})(?![0-9]|[.,/][0-9]|-[0-9])")
_OF_DAY_YEAR = re.compile(rf" ?(?:/|-|,|của)? ?(?:năm ?)?({_YEAR})(?![0-9])")
_DECADE = re.compile(r"((?:19|20)?[0-9]0)(?![0-9]|[.,/-][0-9])")
#: How all dates in digits begin.
_OPENING = re.compile(r"[0-9]{1,2} ?[/.\-–]")
_QUARTER = fold("quý")
_LAST_MONTH, _LAST_DAY = 12, 31
_CENTURY, _SHORT_YEARS = 100, 50


def read_period(spot: Spot) -> Draft | None:
    """The period that begins at a number (with the word of time before it), or None."""
    roles = spot.left.roles
    token = spot.token
    plain = token.isdigit()
    if spot.after in "/-–. " or not plain:
        draft = _numeric_date(spot)
        if draft is not None:
            return draft
    if not plain:
        return None
    if len(token) == 4 and token[:2] in ("19", "20"):
        return _years(spot)
    if len(token) > 2:
        return None
    if "month" in roles:
        return _month(spot)
    if "quarter" in roles:
        return quarter(spot.folded, spot.left_start, int(token), spot.end)
    if "decade" in roles and _DECADE.fullmatch(token):
        first = 1900 + int(token)
        return _draft(spot.left_start, spot.end, periods.years(first, first + 9))
    if spot.word == "tháng":
        return _day_of_month(spot) or first_months(spot, 1)
    if spot.word == _QUARTER:
        return first_months(spot, 3)
    if "day" in roles and int(token) <= _LAST_DAY and spot.word not in ("giờ", "h"):
        return _draft(spot.left_start, spot.end, relative=RelativePeriod("running", 0, f"d{int(token):02d}"))
    return None


def quarter(folded: str, start: int, which: int, end: int) -> Draft | None:
    """A quarter, of the year told behind it or of the running one; it begins at `start` and is named up to `end`."""
    if not 1 <= which <= 4:
        return None
    number, relative, end = year_behind(folded, end)
    if number is not None:
        return _draft(start, end, periods.quarter(number, which))
    anchor = relative or RelativePeriod("running")
    return _draft(start, end, relative=RelativePeriod(anchor.anchor, anchor.years, f"Q{which}"))


def year_behind(folded: str, end: int) -> tuple[int | None, RelativePeriod | None, int]:
    """The year told behind a month or a quarter ("/2023", "năm 2023", "năm ngoái"), and where it ends."""
    match = _OF_YEAR.match(folded, end)
    if match:
        return int(match[1]), None, match.end()
    told = right_of(folded, end, "relative")
    if told is not None and told[0].startswith("năm"):
        return None, relative_forms()[told[0]], told[1]
    return None, None, end


def month_of(folded: str, start: int, which: int, end: int) -> Draft | None:
    """A month, of the year told behind it or of the running one."""
    if not 1 <= which <= _LAST_MONTH:
        return None
    number, relative, end = year_behind(folded, end)
    if number is not None:
        return _draft(start, end, periods.month(number, which))
    anchor = relative or RelativePeriod("running")
    return _draft(start, end, relative=RelativePeriod(anchor.anchor, anchor.years, f"{which:02d}"))


def day_of(start: int, end: int, number: int | None, which_month: int, which_day: int) -> Draft | None:
    """A day, of a year or of the running one; None where the calendar has no such day."""
    try:
        if number is not None:
            return _draft(start, end, periods.day(number, which_month, which_day))
        date(2000, which_month, which_day)  # a leap year: every day that a calendar can have
    except ValueError:
        return None
    return _draft(start, end, relative=RelativePeriod("running", 0, f"{which_month:02d}-{which_day:02d}"))


def _draft(start: int, end: int, period: Period | None = None, relative: RelativePeriod | None = None) -> Draft:
    return Draft(start, end, "period", period=period, relative=relative)


def _begin(spot: Spot, *roles: str) -> int:
    """Where the period begins: at the word of time before it if that has one of the roles, else at the number."""
    return spot.left_start if spot.left.roles.intersection(roles) else spot.start


def _numeric_date(spot: Spot) -> Draft | None:
    """A date or a month in digits: 30/6/2023, 12.11.2019, 6/2023, and with a word of time before it 4/8."""
    folded, roles = spot.folded, spot.left.roles
    if _OPENING.match(folded, spot.start) is None:
        return None
    dates = _DATES.match(folded, spot.start)
    if dates:
        return _dates(spot, dates)
    full = _FULL.match(folded, spot.start)
    dated = bool(roles & {"day", "day_part", "near_day"})
    if full and (len(full[4]) == 4 or full[2] == "/" or dated):
        number = int(full[4])
        if len(full[4]) == 2:
            number += 2000 if number < _SHORT_YEARS else 1900
        return day_of(_begin(spot, "day"), full.end(), number, int(full[3]), int(full[1]))
    run = _DAYS.match(folded, spot.start) if "day" in roles else None
    if run:
        return _days(spot, run)
    month = _MONTH_YEAR.match(folded, spot.start)
    if month and (month[2] != "." or "month" in roles) and 1 <= int(month[1]) <= _LAST_MONTH:
        return _draft(_begin(spot, "month"), month.end(), periods.month(int(month[3]), int(month[1])))
    short = _DAY_MONTH.match(folded, spot.start)
    bracketed = spot.before == "(" and short is not None and int(short[1]) > int(short[3])
    if short and (dated or bracketed or short[0] in forms_of("holiday") or int(short[1]) > _LAST_MONTH):
        certain = bool(roles & {"day", "day_part"}) or (dated and short[0].replace("-", "/") in forms_of("holiday"))
        # "(17-10 đến 18-11)": what falls is no range of numbers
        certain = certain or (int(short[1]) > int(short[3]) and _TO_DATE.match(folded, short.end()) is not None)
        if certain or (short[2] == "/" and _stands_alone(folded, short.end())):
            end = short.end()
            year = _OF_DAY_YEAR.match(folded, end) if folded.startswith(" năm", end) else None
            return day_of(
                _begin(spot, "day"), year.end() if year else end, int(year[1]) if year else None,
                int(short[3]), int(short[1]),
            )  # fmt: skip
    return None


def _days(spot: Spot, run: re.Match[str]) -> Draft | None:
    """A run of days of one month: "ngày 20-21/11/2023"."""
    begin, number = _begin(spot, "day"), int(run[4]) if run[4] else None
    last = day_of(begin, run.end(), number, int(run[3]), int(run[2]))
    first = day_of(begin, run.end(), number, int(run[3]), int(run[1]))
    if first and last and first.period and last.period and first.period.start < last.period.start:
        last.period = periods.between(first.period.start, last.period.end)
    return last


def _dates(spot: Spot, run: re.Match[str]) -> Draft | None:
    """A run of days of one year: "17.10 - 18.11.2021"."""
    begin, number = _begin(spot, "day"), int(run[6])
    first = day_of(begin, run.end(), number, int(run[3]), int(run[1]))
    last = day_of(begin, run.end(), number, int(run[5]), int(run[4]))
    if not (first and last and first.period and last.period) or first.period.start > last.period.end:
        return None
    last.period = periods.between(first.period.start, last.period.end)
    return last


def _stands_alone(folded: str, end: int) -> bool:
    """Whether no counted noun follows a/b, so that it may be a day: "đến 30/4", but not "đến 9/12 xã"."""
    word = WORD.match(folded, end + 1) if folded.startswith(" ", end) else None
    return word is None or unit_table().match(folded, end + 1, word[0]) is None


def _years(spot: Spot) -> Draft | None:
    """A year or a run of years; None where the number counts things ("2023 hộ")."""
    folded, roles = spot.folded, spot.left.roles
    if spot.before.isalpha():
        return None
    iso = _ISO.match(folded, spot.start)
    if iso:
        return day_of(spot.start, iso.end(), int(iso[1]), int(iso[2]), int(iso[3]))
    run = _YEARS.match(folded, spot.start)
    if run and (run[2] is None or roles & {"since", "years", "year"}):
        first, last = int(run[1]), int(run[3])
        if last < _CENTURY:
            last += first // _CENTURY * _CENTURY
        if first < last:
            return _draft(_begin(spot, "year", "years", "school_year"), run.end(), periods.years(first, last))
    number = int(spot.token)
    if not _SINGLE_YEAR.match(folded, spot.start) and spot.after not in ".,/":
        return None
    if "decade" in roles and number % 10 == 0 and not roles & {"year"}:
        return _draft(spot.left_start, spot.end, periods.years(number, number + 9))
    if not _is_year(spot):
        return None
    if "end" in roles:
        return _draft(spot.left_start, spot.end, periods.day(number, 12, 31))
    if "start" in roles:
        return _draft(spot.left_start, spot.end, periods.day(number, 1, 1))
    return _draft(_begin(spot, "year", "years"), spot.end, periods.year(number))


def _is_year(spot: Spot) -> bool:
    """Whether a number from 1900 to 2099 is a year: behind a word of time, or with nothing behind that it counts."""
    if spot.left.roles & {"year", "end", "start", "years", "near_year"}:
        return True
    if spot.left.comparator not in (None, "="):
        return False
    if spot.after == "/" and _SINGLE_YEAR.match(spot.folded, spot.end + 1):
        return True
    if spot.after in "%‰°/" or (spot.after == ":" and spot.folded[spot.end + 1 : spot.end + 2].isdigit()):
        return False
    if not spot.word:
        return True
    found = unit_table().match(spot.folded, spot.at, spot.word)
    return found is None


def _month(spot: Spot) -> Draft | None:
    """A month or a run of months behind "tháng"."""
    run = _MONTHS.match(spot.folded, spot.start)
    if run and int(run[1]) < int(run[2]) <= _LAST_MONTH:
        number, relative, end = year_behind(spot.folded, run.end())
        if number is not None:
            return _draft(spot.left_start, end, periods.months(number, int(run[1]), int(run[2])))
        anchor = relative or RelativePeriod("running")
        part = f"{int(run[1]):02d}/{int(run[2]):02d}"
        return _draft(spot.left_start, end, relative=RelativePeriod(anchor.anchor, anchor.years, part))
    return month_of(spot.folded, spot.left_start, int(spot.token), spot.end)


def _day_of_month(spot: Spot) -> Draft | None:
    """A day told with its month, "ngày 5 tháng 9 năm 2023"; without "ngày" only where the year is told."""
    match = _DAY_OF_MONTH.match(spot.folded, spot.start)
    if match is None:
        return None
    year = _OF_DAY_YEAR.match(spot.folded, match.end())
    if year is None and not spot.left.roles & {"day", "day_part", "near_day"}:
        return None
    end = year.end() if year else match.end()
    return day_of(_begin(spot, "day"), end, int(year[1]) if year else None, int(match[2]), int(match[1]))


def first_months(spot: Spot, size: int) -> Draft | None:
    """The first or last months of a year: "9 tháng đầu năm 2023", "6 tháng cuối năm", "2 quý đầu năm"."""
    count = int(spot.token) * size
    behind = spot.at + len(spot.word)
    if not 1 <= count <= _LAST_MONTH:
        return None
    first, last, told = 1, count, right_of(spot.folded, behind, "first_months")
    at_once = _YEAR_AT_ONCE.match(spot.folded, behind) if told is None and size == 1 else None
    if at_once is not None:  # a heading's short way: "Thực hiện 9 tháng 2020"
        return _draft(spot.start, at_once.end(), periods.months(int(at_once[1]), 1, count))
    if told is None:
        first, last, told = _LAST_MONTH + 1 - count, _LAST_MONTH, right_of(spot.folded, behind, "last_months")
    if told is None:
        return None
    form, end = told
    number, relative, year_end = year_behind(spot.folded, end)
    if number is None and relative is None and form.endswith("năm"):  # "đầu năm nay"
        named = right_of(spot.folded, end - len("năm"), "relative")
        if named is not None:
            relative, year_end = relative_forms()[named[0]], named[1]
    if number is not None and (form in forms_of("first_months") or first > 1 or count == _LAST_MONTH):
        return _draft(spot.start, year_end, periods.months(number, first, last))
    if "đầu" not in form and "cuối" not in form and "còn" not in form:
        return None
    anchor = relative or RelativePeriod("running")
    part = {(1, 6): "S1", (7, 12): "S2"}.get((first, last), f"{first:02d}/{last:02d}")
    return _draft(spot.start, year_end, relative=RelativePeriod(anchor.anchor, anchor.years, part))
