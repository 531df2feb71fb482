"""Totals and parts as relations: which parts belong to one breakdown, and whether it is told to be complete."""

from collections.abc import Iterator, Mapping, Sequence

from pipelines.meaning.code_lists import indicators, population_groups
from pipelines.statements.agreement import bounds, total_of
from pipelines.statements.candidates import Candidate
from pipelines.statements.readings import Reading
from pipelines.statements.structure import Part

#: Connectives whose lists name all parts, where nothing says otherwise.
_COMPLETE = frozenset({"consist"})
#: Connectives that leave open whether all parts are named.
_OPEN = frozenset({"of_which", "slash", "lines"})

#: Places are described rather than divided: "13 xã, trong đó 11 xã khu vực III, 4 xã biên giới".
_DESCRIBED = frozenset({"commune", "village", "district", "province", "locality", "school"})


def sums(readings: Mapping[int, Reading], parts: Sequence[Part], complete: Mapping[int, bool]) -> Iterator[Candidate]:
    """Each breakdown of each total: a sum where it has several parts that add up, else a subset a part."""
    lists: dict[tuple[int, int], list[Part]] = {}
    for part in parts:
        lists.setdefault((part.total, part.list_number), []).append(part)
    partial = frozenset(_partial(lists))
    for (total_index, number), members in lists.items():
        total = readings[total_index]
        connective = members[0].connective
        for breakdown in _breakdowns(total, [readings[part.part] for part in members]):
            rule = f"list: {connective}"
            exhaustive = None
            if (total_index, number) not in partial:
                exhaustive = complete.get(number, True if connective in _COMPLETE else None)
            if len(breakdown) > 1 and connective in _COMPLETE | _OPEN and _is_sum(total, breakdown, exhaustive):
                roles = [(total, "total"), *((reading, "part") for reading in breakdown)]
                yield Candidate("part_whole", tuple(roles), rule, exhaustive)
            else:
                yield from (Candidate("subset", ((total, "whole"), (reading, "part")), rule) for reading in breakdown)


def _partial(lists: Mapping[tuple[int, int], Sequence[Part]]) -> Iterator[tuple[int, int]]:
    """The totals of a list for which some of its items tell no part: an item in lao động among those in hộ."""
    longest: dict[int, int] = {}
    for (_, number), members in lists.items():
        longest[number] = max(longest.get(number, 0), len(members))
    for (total, number), members in lists.items():
        if len(members) < longest[number]:
            yield total, number


def _is_sum(total: Reading, parts: Sequence[Reading], exhaustive: bool | None) -> bool:
    """Whether parts are told to add up, or may: those that together exceed their total overlap or hold a slip."""
    if not _adds_up(parts):
        return False
    equation = total_of(total.figure.quantity, [part.figure.quantity for part in parts])
    if exhaustive is not None or total.figure.unit not in _DESCRIBED or not equation.figures or equation.fits:
        return True
    (_, needed), *_ = equation.figures
    high = bounds(total.figure.quantity)
    exceeds = high is not None and all(low > high[1] for low, _ in needed)
    return not exceeds or equation.slip().believable


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
