"""The two levels that the time of a change tells: they stand at its two ends, wherever words tell them.

"Cuối năm 2005 tỷ lệ hộ nghèo là 38,63%. … Cuối năm 2008 còn 23,92%, bình quân mỗi năm giảm 4,9%"; "cuối năm 2022 còn
30,35%; cuối năm 2023 còn 26,57%. … Như vậy riêng năm 2023 giảm 3,78 điểm %". Levels that words tie to a change are
told_changes.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from pipelines.model import Period
from pipelines.statements.readings import (
    EVERYBODY,
    Reading,
    earlier,
    is_variable,
    same_variable,
    sentence_of,
    stated_alike,
)
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.compared import LEVELS, same_scale
from pipelines.statements.relations.told_changes import ARRIVED

_DAY = timedelta(days=1)
_YEAR = Decimal("365.25")
#: Rules of changes with a yearly average.
BETWEEN_LEVELS, OF_WHOLE = "change between two levels", "whole change and its yearly average"


def levels_by_time(move: Reading, levels: Sequence[Reading]) -> tuple[Reading, Reading] | None:
    """The levels before and after a change by its time and theirs, None where several or none stand there."""
    if move.period is None:
        return None
    told = [one for one in levels if _may_be_of(move, one)]
    after = _only(move, [one for one in told if one.period is not None and one.period.end == move.period.end])
    if after is None:
        return None
    former = [one for one in told if same_variable(one, after) and _is_earlier(one, after)]
    opening = [one for one in former if one.period is not None and _opens(one.period, move.period)]
    if not opening and move.per == "year":
        opening = [one for one in former if one.period is not None and one.period.end.year < move.period.start.year]
    before = _only(move, opening)
    return (before, after) if before is not None else None


def over_years_of_levels(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The changes, a whole one with its yearly average over as many years as lie between the levels of that average.

    "từ 56,18% (đầu năm 2016) còn 30,47% (cuối năm 2020), giảm 25,71%, bình quân 5,14% mỗi năm" are five years.
    """
    years = {_average(one): one.years for one in found if one.rule == BETWEEN_LEVELS and one.years is not None}
    for one in found:
        yield replace(one, years=years.get(_average(one), one.years)) if one.rule == OF_WHOLE else one


def _average(change: Candidate) -> int | None:
    return next((reading.index for reading, role in change.members if role == "average"), None)


def levels_from_afar(move: Reading, readings: Sequence[Reading], folded: str) -> tuple[Reading, Reading] | None:
    """The only level that a change leads to in its sentence, the only one of its beginning told within reach before.

    "Cuối năm 2014 còn 14% … Năm 2015, tỉnh phấn đấu giảm 3,2%, đưa tỷ lệ hộ nghèo xuống còn 10,8%". What no word says
    that it arrived at is none: "thêm 8 xã nâng cao, hai xã kiểu mẫu".
    """
    period = move.period
    if period is None or move.per is not None:
        return None
    here = [one for one in sentence_of(readings, move) if _is_level(one, move) and one.status == move.status]
    ending = [one for one in here if one.period is not None and one.period.end == period.end]
    if len(ending) != 1:
        return None
    after = ending[0]
    if not stated_alike(move, after):
        return None  # "…, đưa tỷ lệ về 18,03%; riêng các huyện nghèo giảm 5%"
    if after.index > move.index and not ARRIVED.search(folded, move.figure.end, after.figure.start):
        return None
    former = [
        one
        for one in earlier(readings, move)
        if one.period is not None
        and _opens(one.period, period)
        and _is_level(one, move)
        and one.status == "actual"
        and same_variable(one, after)
        and stated_alike(one, after)
    ]
    group = after.subject.population_group  # rather those of its own group: "hộ DTTS 25,87%" is another rate
    former = [one for one in former if one.subject.population_group == group] or former
    values = {one.figure.quantity.value for one in former}
    return (former[-1], after) if len(values) == 1 else None


def _is_level(one: Reading, move: Reading) -> bool:
    """Whether a figure is an exact level of what a change is of."""
    return (
        one.aspect in LEVELS
        and same_scale(one, move)
        and one.figure.unit != "percentage_point"
        and one.figure.quantity.comparator == "="
        and one.subject.indicator is not None
        and is_variable(move, one.subject.indicator)
        and one.per is None
    )


def _may_be_of(move: Reading, level: Reading) -> bool:
    """Whether a level is of those of a change or of all, of no other place, and told before it or in its bracket."""
    group = level.subject.population_group
    alike = group == move.subject.population_group or group in EVERYBODY
    told = level.index < move.index or level.figure.bracket == move.index
    named = level.place is None or move.place is None or level.place.name == move.place.name
    return alike and told and named and level.status == move.status and level.figure.quantity.comparator == "="


def _is_earlier(one: Reading, after: Reading) -> bool:
    return one.period is not None and after.period is not None and one.period.end < after.period.end


def _opens(level: Period, change: Period) -> bool:
    """Whether a level stands at the beginning of a change: on its first day, or at the end of the day before."""
    return level.end in (change.start, change.start - _DAY)


def _only(move: Reading, levels: Sequence[Reading]) -> Reading | None:
    """The one level among some, or the one in the sentence of a change."""
    for among in (levels, [one for one in levels if one.clauses is move.clauses]):
        if len({one.figure.quantity.value for one in among}) == 1:
            return among[-1]
    return None


def years_between(move: Reading, before: Reading, after: Reading) -> Iterator[Decimal]:
    """The years from one level to the other, the likelier number first.

    Levels told of whole years stand at their ends, but some count the first year as well. Two levels of one time stand
    at the ends of that of their change: "Tính từ năm 2022, tỷ lệ giảm từ 7,52% còn 3,03%, bình quân mỗi năm …".
    """
    if before.period is None or after.period is None:
        return
    if before.period == after.period and move.period is not None:
        since = date(move.period.start.year, 12, 31)  # "từ năm 2022" may go on to a day of the news in February
        between = (Decimal((move.period.end - since).days) / _YEAR).quantize(Decimal(1))
        yield from (years for years in (between, between + 1) if years > 0)
        return
    days = (after.period.end - before.period.start).days
    through = (Decimal(days) / _YEAR).quantize(Decimal(1))
    between = Decimal(after.period.end.year - before.period.end.year)
    of_years = before.period.end.year == before.period.start.year and before.period.start != before.period.end
    for years in (between, through) if of_years else (through,):
        if years > 0:
            yield years
