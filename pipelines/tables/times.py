"""The period that a heading, a label or a title tells. How periods are written is known to pipelines.quantities."""

from datetime import date
from functools import lru_cache

from pipelines.model import Period, RelativePeriod
from pipelines.orthography import fold, normalise
from pipelines.quantities import resolve, scan
from pipelines.quantities.context import forms_of
from pipelines.quantities.periods import months

#: The month by whose end the year before is settled.
_SETTLED = 3


@lru_cache(maxsize=1 << 14)
def _told(text: str) -> tuple[Period | RelativePeriod, ...]:
    if text.isupper():  # a title in capitals: "NĂM 2022 - HUYỆN …" is no number of a document
        text = text.lower()
    plain = normalise(text)
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
    found = []
    for told in _told(text):
        period = resolve(told, running, None) if isinstance(told, RelativePeriod) else told
        if period is not None:
            found.append(period)
    return found


def from_the_beginning(period: Period) -> Period:
    """The period of what is counted from the beginning of the year to the end of a month or a quarter of it."""
    if period.start.year != period.end.year or period.start == period.end:
        return period
    return months(period.start.year, 1, period.end.month)


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
