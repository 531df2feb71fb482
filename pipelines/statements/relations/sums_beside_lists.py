"""Sums that no list tells: rates and amounts told beside a list, and indicators that are the sum of others.

Which parts lists tell, and whether these are all, is sums.py; parts that only their numbers tell are added.py.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import CURRENCIES, indicator_sums
from pipelines.statements.readings import Reading, same_place
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.sums import equation_of, holds, sum_candidate
from pipelines.statements.wording.agreement import UNLIKELY, Option, choose

#: A slip in a sum that the meaning gives is believed where chance would make one more seldom than not.
_LIKELY = Decimal("0.6")
#: A list has at least so many parts.
_SHORTEST = 2
#: A sum by its indicator has its parts so many figures around; all are told as levels or shares.
_REACH = 12
_STANDING = frozenset({"level", "after", "share", "proportion", "total"})


def rates_of_sums(added: Sequence[Candidate], readings: Sequence[Reading]) -> Iterator[Candidate]:
    """The rates beside a total and beside its parts: of one whole they add up, too, as their numbers then show."""
    for candidate in added:
        if candidate.kind != "part_whole":
            continue
        rates = [_rate_beside(reading, readings) for reading, _ in candidate.members]
        found = [rate for rate in rates if rate is not None]
        if len(found) < len(rates):
            continue
        roles = ((found[0], "total"), *((rate, "part") for rate in found[1:]))
        equation = equation_of(found[0], found[1:])
        chosen = choose([Option(Candidate("part_whole", roles, "rates of a total and its parts", True), equation)])
        if chosen is not None:
            yield chosen


def _rate_beside(reading: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The per cent told right behind a figure."""
    behind = reading.index + (2 if reading.figure.half == "numerator" else 1)
    rate = readings[behind] if behind < len(readings) else None
    told = rate is not None and rate.clauses is reading.clauses and rate.aspect in ("level", "share")
    return rate if told and rate is not None and rate.figure.unit == "percent" else None


def rates_in_brackets(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Each rate with those in its bracket that add up to it: "21,92% (hộ nghèo 12,97%, hộ cận nghèo 8,95%)".

    Where those of another rate of the sentence do, a slip is believed.
    """
    inside: dict[int, list[Reading]] = {}
    for one in readings:
        if one.figure.bracket is not None and one.figure.unit == "percent" and one.aspect in _STANDING:
            inside.setdefault(one.figure.bracket, []).append(one)
    sums = [
        (readings[total], parts, equation_of(readings[total], parts))
        for total, parts in inside.items()
        if len(parts) >= _SHORTEST and readings[total].figure.unit == "percent"
    ]
    fitting = {id(total.clauses) for total, _, equation in sums if equation.fits}
    for total, parts, equation in sums:
        if equation.fits or (id(total.clauses) in fitting and equation.mends()):
            yield sum_candidate(total, parts, "rates in a bracket", True)


def amounts_of_sums(added: Sequence[Candidate], readings: Sequence[Reading]) -> Iterator[Candidate]:
    """The amounts told with a total and each of its parts, which add up as those do: "5.000 suất, trị giá 2 tỷ"."""
    summed = {
        (one.index, reading.index)
        for each in added
        if each.kind == "part_whole"
        for (one, _), *parts in [each.members]
        for reading, _ in parts
    }
    told: dict[int, list[Reading]] = {}
    for reading in readings:
        if reading.figure.unit in CURRENCIES and reading.aspect == "level" and reading.per is None:
            told.setdefault(reading.statement, []).append(reading)
    for candidate in added:
        if candidate.kind != "part_whole" or not holds(candidate) or candidate.members[0][0].figure.unit in CURRENCIES:
            continue
        beside = [told.get(reading.statement, []) for reading, _ in candidate.members]
        if any(len(amounts) != 1 for amounts in beside) or len(beside) <= _SHORTEST:
            continue
        total, *parts = [amounts[0] for amounts in beside]
        if any(one.figure.quantity.value == total.figure.quantity.value for one in parts):
            continue  # what is told again of one of them
        if len({one.index for one in parts}) < len(parts) or all((total.index, one.index) in summed for one in parts):
            continue
        equation = equation_of(total, parts)
        if equation.agrees(_LIKELY):
            yield sum_candidate(total, parts, "amounts of a total and its parts", True)


def sums_by_meaning(readings: Sequence[Reading], added: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each figure that is the sum of others by its indicator, with those told near it; `added` are the sums told."""
    told = {reading.index for one in added for reading, role in one.members if role == "total"}
    for total in readings:
        parts = indicator_sums().get(total.subject.indicator or "")
        if parts is None or total.index in told or total.aspect not in _STANDING:
            continue
        near = readings[max(0, total.index - _REACH) : total.index + _REACH]
        found = [_nearest(total, [one for one in near if one.subject.indicator == part]) for part in parts]
        members = [one for one in found if one is not None]
        if len(members) < len(parts):
            continue
        roles = ((total, "total"), *((one, "part") for one in members))
        candidate = Candidate("part_whole", roles, "sum by its indicator", True)
        equation = equation_of(total, members)
        same = all(one.place == total.place and one.period == total.period for one in members)
        limit = _LIKELY if same else UNLIKELY
        if equation.agrees(limit) or (same and equation.is_near()):
            yield candidate


def _nearest(total: Reading, others: Sequence[Reading]) -> Reading | None:
    """The nearest figure of the same unit, place, time and status."""
    alike = [
        one
        for one in others
        if one.counted == total.counted
        and one.status == total.status
        and one.aspect in _STANDING
        and same_place(one, total)
        and (one.period is None or total.period is None or one.period.end == total.period.end)
    ]
    return min(alike, key=lambda one: abs(one.index - total.index), default=None)
