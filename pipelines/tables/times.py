"""The period that a heading, a label or a title tells. How periods are written is known to pipelines.quantities."""

from datetime import date
from functools import lru_cache

from pipelines.model import Period, RelativePeriod
from pipelines.orthography import normalise
from pipelines.quantities import resolve, scan


@lru_cache(maxsize=1 << 14)
def _told(text: str) -> tuple[Period | RelativePeriod, ...]:
    if text.isupper():  # a title in capitals: "NĂM 2022 - HUYỆN …" is no number of a document
        text = text.lower()
    found = (quantity.period or quantity.relative for quantity in scan(normalise(text)) if quantity.kind == "period")
    return tuple(one for one in found if one is not None)


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
