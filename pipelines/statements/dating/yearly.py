"""When changes told a year are: "bình quân mỗi năm giảm 4,9%" is of several years, whatever the level beside it is of.

Of what happened they are of the years between the levels of their sentence, else of the years that run; of what shall
happen, of the years up to the one aimed at.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from datetime import date

from pipelines.meaning.code_lists import CURRENCIES
from pipelines.model import Period, Status
from pipelines.quantities import periods
from pipelines.statements.dating import spans
from pipelines.statements.dating.running import COMING
from pipelines.statements.dating.told_periods import Dated
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import POINTS, Clauses, Figure

#: From these months on what shall be done a year begins with the next one: where that ends it, and always.
_SECOND_HALF, _LATE = 7, 12
#: Roles of mentions that date levels.
_LEVELS = frozenset({"plain", "state", "exclusive"})


def date_yearly_changes(
    cut: Clauses,
    found: MutableMapping[int, Period | None],
    dated: Sequence[Dated],
    aspects: Mapping[int, str],
    statuses: Mapping[int, Status],
    running: Sequence[Period],
    between: Period | None,
    published: date | None,
) -> None:
    """Date the changes of a sentence that are told a year.

    `running` are the periods that run, the nearest first; `between` are the years between the ends of years that its
    paragraph told last.
    """
    several = between if between is not None and between.start.year < between.end.year else None
    running = [several, *running] if several is not None else running
    for figure in cut.figures:
        period = found[figure.index]
        aimed_at = statuses[figure.index] in COMING and _counts_each_year(cut, figure)
        if not aimed_at and (aspects[figure.index] not in MOVES or not _is_yearly(cut, figure)):
            continue
        before = [each for each in dated if each.start < figure.start and each.mention.role in _LEVELS]
        if statuses[figure.index] in COMING:
            found[figure.index] = _up_to(period, running, published)
        elif (told := _between_ends(before)) is not None:
            found[figure.index] = told
        elif several is not None and (not before or before[-1].period.end == several.end):
            found[figure.index] = several  # "cuối năm 2015 …. Đến cuối năm 2018 …, mỗi năm giảm bình quân 3,17%"
        elif period is not None and period.start.year == period.end.year:
            told_before = [*(each.period for each in reversed(before)), *running]
            found[figure.index] = next((one for one in told_before if _has_gone_on(one, published)), period)


def _between_ends(before: Sequence[Dated]) -> Period | None:
    """The years between the first and the last level of a sentence: "cuối năm 2008 …, cuối năm 2009 …, năm 2010"."""
    free = [each.period for each in before if not each.mention.figures]
    if len(free) > 1 and spans.are_year_ends(free[-2], free[-1]):
        return periods.years(free[-2].end.year + spans.ends_year(free[-2]), free[-1].end.year)
    if len(before) < 2:
        return None
    levels = [each.period for each in before if each.mention.figures]
    first, last = (levels[0], levels[-1]) if len(levels) > 1 else (before[0].period, before[0].period)
    starts = first.end.year + spans.ends_year(first)
    ends_year = (last.end.month, last.end.day) == (12, 31)
    return periods.years(starts, last.end.year) if ends_year and starts < last.end.year else None


def _up_to(period: Period | None, running: Sequence[Period], published: date | None) -> Period | None:
    """The years up to the one aimed at, from the beginning of those told that end with it, else from publication on."""
    if period is None or period.start.year < period.end.year:
        return period
    told = next((one for one in running if one.start.year < one.end.year == period.end.year), None)
    if told is not None or published is None:
        return told or period
    late = _SECOND_HALF if period.end.year == published.year + 1 else _LATE
    first = published.year + (published.month >= late)
    return periods.years(first, period.end.year) if first < period.end.year else period


def _has_gone_on(period: Period, published: date | None) -> bool:
    """Whether a period is of several years that have begun before the year of publication."""
    several = period.start.year < period.end.year
    return several and (published is None or period.start.year < published.year)


def _counts_each_year(cut: Clauses, figure: Figure) -> bool:
    """Whether so many people or things are told for each year: "đến năm 2020, mỗi năm có 200 lao động đi làm việc"."""
    told = any(hit.payload == "year" and figure.own <= hit.start < figure.start for hit in cut.words.pers)
    return told and figure.unit not in {*CURRENCIES, *POINTS}


def _is_yearly(cut: Clauses, figure: Figure) -> bool:
    """Whether a figure is told a year: "bình quân mỗi năm giảm 4,8%", "giảm 4,8%/năm"; no income for each person."""
    told = any(hit.payload == "year" and figure.own <= hit.start < figure.start for hit in cut.words.pers)
    return told or figure.quantity.per == "year"
