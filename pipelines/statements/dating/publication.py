"""Periods held against the day of publication: what has just ended, and the year of dates told without one.

What the mentions of a text mean is told_periods.py.
"""

from datetime import date, timedelta

from pipelines.model import Period, RelativePeriod
from pipelines.quantities import periods
from pipelines.statements.dating import spans

_LATELY = timedelta(days=31)
_WEEK = timedelta(days=7)
_SEASON = timedelta(days=92)
#: A date without its year lies at most so far after the day of publication.
_AHEAD = timedelta(days=60)


def is_near(period: Period, published: date) -> bool:
    """Whether a period is a day of the year of publication, soon after it where it is ahead."""
    is_day = period.start == period.end and period.end.year == published.year
    return is_day and period.end - published <= _LATELY


def is_lately(period: Period, published: date) -> bool:
    """Whether a period ends shortly before the day of publication: what is so today is known as of its last day."""
    told = period.start == period.end or spans.is_cumulative(period)
    return told and timedelta(0) <= published - period.end <= _LATELY


def is_ahead_of(period: Period, published: date) -> bool:
    """Whether a period ends behind publication; first months of a year that are reported on as they end do not."""
    return period.end - published > (_LATELY if spans.is_cumulative(period) else timedelta(0))


def has_just_ended(period: Period, published: date) -> bool:
    """Whether a stretch ends around the day of publication, or within the season before it."""
    return period.start < period.end and -_LATELY <= published - period.end <= _SEASON


def is_just(period: Period, published: date) -> bool:
    """Whether a period is a day of the week before publication."""
    return period.start == period.end and timedelta(0) <= published - period.end <= _WEEK


def by_publication(relative: RelativePeriod, published: date, here: Period | None) -> Period | None:
    """A date without its year, and "tám tháng qua", by the day of publication; None of other relative periods."""
    if published.month > 1 and relative.part == f"-P{published.month - 1}M":
        return periods.months(published.year, 1, published.month - 1)
    month, _, day = relative.part.partition("-")
    if relative.anchor != "running" or relative.years or not month.isdigit():
        return None
    aimed = here if here is not None and published < here.start == here.end else None
    for year in (published.year, published.year - 1, *((published.year + 1,) if aimed else ())):
        found = periods.resolve(relative, year, published)
        if found is None:
            continue
        if aimed is not None:
            if aimed.end < found.start <= aimed.end + _SEASON:
                return found  # "đến 30/11 hoàn thành 90% và đến 31/1 hoàn thành 100%"
        elif found.start <= published + (_AHEAD if day else timedelta(0)):
            return found
    return None
