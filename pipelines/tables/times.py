"""The period that a heading, a label or a title tells. STUB until quantities has periods."""

import re
from datetime import date

from pipelines.model import Period
from pipelines.tables.words import folded

_DAY = re.compile(r"(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})")
_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-–]\s*(20\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d/])(?:năm\s+)?((?:19|20)\d\d)(?![\d/])")


def periods_in(text: str) -> list[Period]:
    """The periods that a text tells, in their order."""
    plain = folded(text)
    out = []
    for m in _DAY.finditer(plain):
        d = date(int(m[3]), int(m[2]), int(m[1]))
        out.append(Period(d.isoformat(), d, d))
    if out:
        return out
    for m in _YEARS.finditer(plain):
        out.append(Period(f"{m[1]}/{m[2]}", date(int(m[1]), 1, 1), date(int(m[2]), 12, 31)))
    if out:
        return out
    for m in _YEAR.finditer(plain):
        out.append(Period(m[1], date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)))
    return out


def flow_period(period: Period, whole_year: bool = False) -> Period:
    """The period of a flow told at a day: from the beginning of that year, since such figures are cumulated.

    A plan (`whole_year`) is of the whole year, whatever day the report is of.
    """
    if period.start != period.end:
        return period
    day = period.end
    start = date(day.year, 1, 1)
    if whole_year or (day.month, day.day) == (12, 31):
        return Period(str(day.year), start, date(day.year, 12, 31))
    return Period(f"{day.year}-01/{day.year}-{day.month:02}", start, day)
