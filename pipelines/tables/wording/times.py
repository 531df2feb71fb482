"""The period that a heading, a label or a title tells. How periods are written is known to pipelines.quantities."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from pipelines.model import Period, RelativePeriod
from pipelines.orthography import fold, normalise
from pipelines.quantities import resolve, scan
from pipelines.quantities.context import forms_of
from pipelines.quantities.periods import month, months, span
from pipelines.tables.wording.quotients import quotient_of
from pipelines.tables.wording.words import folded, roles_of

#: The first or second term of a school year.
_TERM = re.compile(r"\b(?:học kỳ|học kì|hk)\s*(?P<number>i{1,2}|[12])\b")
#: The months of each term: of the nine for which tuition is paid, four and five (Decree 81/2021/NĐ-CP).
_TERMS = {"i": (9, 12), "1": (9, 12), "ii": (1, 5), "2": (1, 5)}
_SCHOOL_BEGINS = 9
_BRACKETS = re.compile(r"\(([^()]*)\)")
_SAME_PERIOD = fold("cùng kỳ")
#: "Doanh số cho vay 6 tháng": the first months of the year, unless a word before them makes them a length of time.
_MONTHS_AT_END = re.compile(r"(?:^|(?P<before>[^\W\d]+)\s+)(?P<months>[2-9]|1[01]|0[2-9])\s+tháng(?:\s+đầu\s+năm)?$")
_LENGTHS = frozenset(map(fold, ("dưới", "trên", "từ", "đến", "hơn", "đủ", "hạn", "quá", "khóa", "là", "thời", "gian")))

#: The month by whose end the year before is settled.
_SETTLED = 3


#: Figures by the month of a year are of that year: "THEO THÁNG NĂM 2024" names no fifth month.
_IN_MONTHS = re.compile(r"\b(?:theo|từng|hàng|hằng|các|mỗi)\s+tháng\s+(?=năm\s+\d{4})", re.IGNORECASE)
#: A heading that is a month and nothing else: "T1", "Th.12", "T3/2024".
_MONTH = re.compile(r"t(?:h|hg)?\.?\s?(?P<month>0?[1-9]|1[0-2])(?:\s?[/.-]\s?(?P<year>(?:19|20)\d{2}))?")


@lru_cache(maxsize=1 << 14)
def _told(text: str) -> tuple[Period | RelativePeriod, ...]:
    if text.isupper():  # a title in capitals: "NĂM 2022 - HUYỆN …" is no number of a document
        text = text.lower()
    plain = normalise(_IN_MONTHS.sub(" ", text))
    school = any(word in fold(text) for word in forms_of("school_year"))
    found = []
    for quantity in scan(plain):
        if quantity.kind == "period" and (told := quantity.period or quantity.relative) is not None:
            found.append(_school_year(told) if school and isinstance(told, Period) else told)
    return tuple(found)


def _school_year(period: Period) -> Period:
    """The months of a school year that is told by its two calendar years: from September to May.

    A form of "năm học 2022 - 2023" counts what is given in nine months (Decree 116/2016, article 5), no two years.
    """
    first, last = period.start, period.end
    if last.year != first.year + 1 or (first.month, last.month) != (1, 12):
        return period
    return Period(f"{first.year}-09/{last.year}-05", date(first.year, 9, 1), date(last.year, 5, 31))


def periods_in(text: str, running: int | None = None) -> list[Period]:
    """The periods that a text tells, in their order; one told without its year is of the `running` year."""
    if not any(letter.isdigit() for letter in text) and "quý" not in text.casefold():
        return []
    found: list[Period] = []
    for told in _told(text):
        period = resolve(told, running, None) if isinstance(told, RelativePeriod) else told
        if period is not None:
            found.append(period)
    return found or _month_alone(text, running) or _first_months(text, running)


def _month_alone(text: str, running: int | None) -> list[Period]:
    """The month that a heading is, of the year that it tells or the running one."""
    match = _MONTH.fullmatch(fold(text.strip(" .:")))
    year = int(match["year"]) if match is not None and match["year"] else running
    return [month(year, int(match["month"]))] if match is not None and year is not None else []


def _first_months(text: str, running: int | None) -> list[Period]:
    """The first months of the running year that close a heading: "Đã bổ sung 6 tháng"; none of a length of time."""
    match = _MONTHS_AT_END.search(fold(" ".join(text.split()))) if running is not None else None
    if running is None or match is None or match["before"] in _LENGTHS:
        return []
    return [months(running, 1, int(match["months"]))]


def first_period(texts: Sequence[str], running: int | None) -> Period | None:
    """The period that the nearest text tells, or a narrower one within it told farther off.

    One told without its year is of the year told next: "Thực hiện năm 2023 | Quý I".
    "Giải ngân đến 30/11/2025 | Vốn giao năm 2025" is of the eleven months. Capital carried over ("Vốn năm 2024 kéo
    dài") is told by the year that it comes from, which is not the year of the figure.
    """
    nearest: Period | None = None
    for at, text in enumerate(texts):
        if "carried_over" in roles_of(text):
            continue
        if "difference" in roles_of(text):
            text = _without_base(text)  # noqa: PLW2901 - the day that a change is measured from is not its own
        year = next((found[0].end.year for over in texts[at + 1 :] if (found := periods_in(over))), running)
        divided = quotient_of(folded(text))
        if divided is not None and periods_in(divided.over, year):
            text = divided.over  # noqa: PLW2901 - nor is the year that a quotient compares with
        for period in (*periods_in(text, year)[:1], *_until(text, year)):
            if nearest is None or (nearest.start <= period.start and period.end < nearest.end):
                nearest = period
    return nearest


def _until(text: str, year: int | None) -> list[Period]:
    """The period until which brackets say that the time before them is told: "Năm 2024 (đến 31/10/2024)"."""
    return [
        period
        for bracket in _BRACKETS.findall(text)
        if "until" in roles_of(bracket)
        for period in periods_in(bracket, year)[:1]
    ]


def _without_base(text: str) -> str:
    """A heading of a change without what it is a change from: "Tăng (+), giảm (-) so với 31/12/2021"."""
    return text[: at if (at := folded(text).find("so với")) >= 0 else len(text)]


def narrowed(texts: Sequence[str], told: Period | None, whole: Period | None) -> Period | None:
    """The period of texts, from the nearest on, of which `told` is the year and `whole` the period of their table.

    "Học kỳ I" is a term of the school year, "Cùng kỳ năm 2010" the same months of that year as those of the table.
    """
    for plain in map(fold, texts):
        term = _TERM.search(plain)
        if term is not None:
            return _term(term["number"], told or whole)
    year = told.start.year if told is not None else None
    if whole is None or whole.start.year != whole.end.year or whole.start == whole.end or year == whole.end.year:
        return told
    if not any(_SAME_PERIOD in fold(text) for text in texts[:1]) or (told is not None and not _is_year(told)):
        return told
    return months(year or whole.end.year - 1, whole.start.month, whole.end.month)


def of_term(texts: Sequence[str], year: Period) -> Period:
    """The period that titles tell, narrowed to the one term of a school year that they name."""
    terms = {match["number"] for text in texts for match in _TERM.finditer(fold(text))}
    return (_term(terms.pop(), year) or year) if len(terms) == 1 else year


def _term(number: str, year: Period | None) -> Period | None:
    if year is None:
        return None
    first, last = _TERMS[number]
    return months(year.start.year if first == _SCHOOL_BEGINS else year.end.year, first, last)


def _is_year(period: Period) -> bool:
    return period.text == f"{period.start.year:04d}"


def from_the_beginning(period: Period) -> Period:
    """The period of what is counted from the beginning of the year to the end of a month or a quarter of it."""
    if period.start.year != period.end.year or period.start == period.end:
        return period
    return months(period.start.year, 1, period.end.month)


def first_day(period: Period) -> Period:
    """The day on which a stock told "đầu năm" was: the first of the year, or of a stretch of several years."""
    day = date(period.start.year, 1, 1) if period.start.year == period.end.year else period.start
    return Period(day.isoformat(), day, day)


def flow_period(period: Period, whole_year: bool = False, told_year: int | None = None) -> Period:
    """The period of a flow told at a day: from the beginning of that year, since such figures are cumulated.

    A plan (`whole_year`) is of the whole year, whatever day the report is of. What a report on the year before
    (`told_year`) has until a day of the first months counts from the beginning of that year: money of a budget is
    paid until 31 January of the next (Law on the State Budget, article 64).
    """
    if period.start != period.end:
        return period
    day = period.end
    if told_year == day.year - 1 and day.month <= _SETTLED:
        if whole_year:
            return Period(str(told_year), date(told_year, 1, 1), date(told_year, 12, 31))
        return Period(f"{told_year}-01/{day.year}-{day.month:02}", date(told_year, 1, 1), day)
    start = date(day.year, 1, 1)
    if whole_year or (day.month, day.day) == (12, 31):
        return Period(str(day.year), start, date(day.year, 12, 31))
    return Period(f"{day.year}-01/{day.year}-{day.month:02}", start, day)


def span_of(told: Sequence[Period | None]) -> Period | None:
    """The time from the first to the last of several that follow each other: "Năm 2022" to "Năm 2024 (đến 31/10)".

    None where one tells none, where they overlap, and of days, on which something was and which add up to no time.
    """
    periods = sorted((one for one in told if one is not None), key=attrgetter("start"))
    if len(periods) < max(2, len(told)) or any(one.start == one.end for one in periods[:-1]):
        return None
    apart = all(one.end < other.start for one, other in pairwise(periods))
    return span(periods[0], periods[-1]) if apart else None
