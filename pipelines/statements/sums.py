"""Totals and parts as relations: which parts belong to one breakdown, and whether it is told to be complete."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipelines.meaning.code_lists import indicator_sums, indicators, population_groups
from pipelines.statements.agreement import Equation, Option, bounds, choose, exceeds_by_a_slip, total_of
from pipelines.statements.candidates import Candidate
from pipelines.statements.parts import Part, Structure
from pipelines.statements.readings import Reading, same_place
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members

#: Connectives whose lists name all parts, where nothing says otherwise.
_COMPLETE = frozenset({"consist"})
#: Connectives that leave open whether all parts are named.
_OPEN = frozenset({"of_which", "slash", "lines"})

#: Connectives whose parts may overlap, unless their numbers say that they add up.
_LOOSE = frozenset({"among", "bracket"})
#: Places are described rather than divided: "13 xã, trong đó 11 xã khu vực III, 4 xã biên giới".
_DESCRIBED = frozenset({"commune", "village", "district", "province", "locality", "school"})

#: Parts that come to so many times their total are of another one, or hold a slip of a scale word.
_TWICE, _UNIT_SLIP = 2, 100
_SIDES = ("one", "other")
#: A sum by its indicator has its parts so many figures around; all are told as levels or shares.
_REACH = 12
_STANDING = frozenset({"level", "after", "share", "proportion", "total"})


@dataclass(frozen=True, slots=True)
class ComplementRow:
    """complements.csv: two words whose things make up all there are."""

    forms: Members
    note: str = ""


@cache
def _complements() -> tuple[ComplementRow, ...]:
    return read_table("complements.csv", ComplementRow)


def sums(
    readings: Mapping[int, Reading], parts: Sequence[Part], structure: Structure, folded: str
) -> Iterator[Candidate]:
    """Each breakdown of each total: a sum where it has several parts that add up, else a subset a part."""
    lists: dict[tuple[int, int], list[Part]] = {}
    for part in parts:
        lists.setdefault((part.total, part.list_number), []).append(part)
    partial = frozenset(_partial(lists))
    for (total_index, number), members in lists.items():
        total, connective = readings[total_index], members[0].connective
        told = None
        if (total_index, number) not in partial:
            told = structure.complete.get(number, True if connective in _COMPLETE else None)
        for breakdown in _breakdowns(total, [readings[part.part] for part in members]):
            likely = told is None and number in structure.likely and _agrees(_equation(total, breakdown))
            exhaustive = True if likely or (told is None and _are_complements(breakdown, folded)) else told
            yield from _of_breakdown(total, breakdown, connective, exhaustive)


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
        equation = _equation(found[0], found[1:])
        chosen = choose([Option(Candidate("part_whole", roles, "rates of a total and its parts", True), equation)])
        if chosen is not None:
            yield chosen


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
        chosen = choose([Option(candidate, _equation(total, members))])
        if chosen is not None:
            yield chosen


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


def _rate_beside(reading: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The per cent told right behind a figure."""
    behind = reading.index + (2 if reading.figure.half == "numerator" else 1)
    rate = readings[behind] if behind < len(readings) else None
    told = rate is not None and rate.clauses is reading.clauses and rate.aspect in ("level", "share")
    return rate if told and rate is not None and rate.figure.unit == "percent" else None


def _of_breakdown(
    total: Reading, breakdown: Sequence[Reading], connective: str, exhaustive: bool | None
) -> Iterator[Candidate]:
    rule = f"list: {connective}"
    if len(breakdown) > 1 and connective in _LOOSE and exhaustive is not True and _adds_up(breakdown):
        equation = _equation(total, breakdown)
        exhaustive = True if _agrees(equation) else exhaustive
    told = exhaustive is True or connective in _COMPLETE | _OPEN
    if len(breakdown) > 1 and told and _is_sum(total, breakdown, exhaustive):
        if not _is_believed(total, breakdown):
            return
        roles = [(total, "total"), *((reading, "part") for reading in breakdown)]
        yield Candidate("part_whole", tuple(roles), rule, exhaustive)
    else:
        for reading in breakdown:
            if exceeds_by_a_slip(reading.figure.quantity, total.figure.quantity):
                yield Candidate("subset", ((total, "whole"), (reading, "part")), rule)


def _is_believed(total: Reading, parts: Sequence[Reading]) -> bool:
    """Whether parts that do not add up may be those of a total: not twice as much together, unless by a scale."""
    added = sum((part.figure.quantity.value or 0 for part in parts), Decimal(0))
    value = total.figure.quantity.value
    equation = _equation(total, parts)
    return value is None or equation.fits or equation.mends() or added <= value * _TWICE or added > value * _UNIT_SLIP


def _agrees(equation: Equation) -> bool:
    """Whether the figures of a sum agree, or would with one slip that chance seldom makes."""
    return equation.fits or equation.has_slip()


def _equation(total: Reading, parts: Sequence[Reading]) -> Equation:
    return total_of(total.figure.quantity, [part.figure.quantity for part in parts])


def _are_complements(parts: Sequence[Reading], folded: str) -> bool:
    """Whether the words of two parts name all that there is: "xây mới 350 nhà, sửa chữa 81 nhà"."""
    if len(parts) != len(_SIDES):
        return False
    words = [folded[part.figure.own : part.figure.right] for part in parts]
    return any(
        (row.forms[0] in words[0] and row.forms[1] in words[1])
        or (row.forms[0] in words[1] and row.forms[1] in words[0])
        for row in _complements()
    )


def _partial(lists: Mapping[tuple[int, int], Sequence[Part]]) -> Iterator[tuple[int, int]]:
    """The totals of a list for which some of its items tell no part: an item in lao động among those in hộ."""
    longest: dict[int, int] = {}
    for (_, number), members in lists.items():
        longest[number] = max(longest.get(number, 0), len(members))
    for (total, number), members in lists.items():
        if len(members) < longest[number]:
            yield total, number


def _is_sum(total: Reading, parts: Sequence[Reading], exhaustive: bool | None) -> bool:
    """Whether parts are told to add up, or may: those that together exceed their total overlap or hold a slip.

    Figures that seldom add up do so where the list is complete and its numbers agree.
    """
    equation = _equation(total, parts)
    if not _adds_up(parts):
        return exhaustive is True and _agrees(equation)
    if exhaustive is not None or total.figure.unit not in _DESCRIBED or not equation.figures or equation.fits:
        return True
    (_, needed), *_ = equation.figures
    high = bounds(total.figure.quantity)
    exceeds = high is not None and all(low > high[1] for low, _ in needed)
    return not exceeds or equation.has_slip()


def _breakdowns(total: Reading, parts: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Split parts told in one list by what they are broken down by: poor and near-poor, or women among them."""
    dimensions: dict[str, list[Reading]] = {}
    for part in parts:
        dimensions.setdefault(_dimension(total, part), []).append(part)
    yield from dimensions.values()


def _dimension(total: Reading, part: Reading) -> str:
    """The facet of the part's group where it differs from the total's; parts of the same group differ otherwise."""
    group = part.subject.population_group
    if group == total.subject.population_group or group is None:
        return "other"
    row = population_groups().get(group)
    facet = row.facet if row else "other"
    return facet if facet in ("SEX", "ETHNICITY") else "other"


def _adds_up(parts: Sequence[Reading]) -> bool:
    """Whether figures of these indicators may be added: several answers of one household may not."""
    for part in parts:
        known = indicators().get(part.subject.indicator or "")
        if known is not None and known.additivity == "NON":
            return False
    return True
