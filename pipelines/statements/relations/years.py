"""Totals over several years with the figure of each year, which no word ties but their times do.

"Giai đoạn 2016-2020 đưa 15.842 lao động … Năm 2016 là 2.905 lao động, năm 2017 …": only of flows, since stocks of
several years do not add up, and only where the figures agree or one slip would make them.
"""

from collections.abc import Iterator, Sequence

from pipelines.meaning.code_lists import indicators
from pipelines.model import Period
from pipelines.statements.dating.spans import is_whole_years
from pipelines.statements.readings import Reading, same_place, same_variable
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.agreement import Option, choose
from pipelines.statements.wording.equations import total_of

#: The figures of the years stand so many figures around their total.
_REACH = 24
_STANDING = frozenset({"level", "after"})


def sums_of_years(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Each flow of several years with those of every one of them."""
    for total in readings:
        years = _years(total.period)
        if len(years) < 2 or not (_is_flow(total) if total.aspect in _STANDING else total.aspect in MOVES):
            continue
        near = readings[max(0, total.index - _REACH) : total.index + _REACH]
        yearly = [one for one in near if _is_like(one, total) and len(_years(one.period)) == 1]
        told = {_years(one.period)[0]: one for one in yearly}
        if len(yearly) != len(years) or set(told) != set(years):
            continue
        parts = [told[year] for year in years]
        roles = ((total, "total"), *((one, "part") for one in parts))
        equation = total_of(total.figure.quantity, [one.figure.quantity for one in parts])
        chosen = choose([Option(Candidate("part_whole", roles, "total of its years", True), equation)])
        if chosen is not None:
            yield chosen


def _years(period: Period | None) -> list[int]:
    """The whole years of a period; none of one that begins or ends within a year."""
    if period is None or not is_whole_years(period):
        return []
    return list(range(period.start.year, period.end.year + 1))


def _is_flow(reading: Reading) -> bool:
    known = indicators().get(reading.subject.indicator or "")
    return known is not None and known.stock_flow == "FLOW"


def _is_like(one: Reading, total: Reading) -> bool:
    return (
        one is not total
        and one.counted == total.counted
        and one.status == total.status
        and (one.aspect in _STANDING if total.aspect in _STANDING else one.aspect == total.aspect)
        and one.per == total.per
        and same_variable(one, total)
        and same_place(one, total)
    )
