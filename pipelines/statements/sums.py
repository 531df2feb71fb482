"""Totals and parts as relations: which parts belong to one breakdown, and whether it is told to be complete."""

from collections.abc import Iterator, Mapping, Sequence

from pipelines.meaning.code_lists import indicators, population_groups
from pipelines.statements.candidates import Candidate
from pipelines.statements.readings import Reading
from pipelines.statements.structure import Part

#: Connectives whose lists name all parts, where nothing says otherwise.
_COMPLETE = frozenset({"consist"})
#: Connectives that leave open whether all parts are named.
_OPEN = frozenset({"of_which", "slash", "lines"})


def sums(readings: Mapping[int, Reading], parts: Sequence[Part], complete: Mapping[int, bool]) -> Iterator[Candidate]:
    """Each breakdown of each total: a sum where it has several parts that add up, else a subset a part."""
    lists: dict[tuple[int, int], list[Part]] = {}
    for part in parts:
        lists.setdefault((part.total, part.list_number), []).append(part)
    for (total_index, number), members in lists.items():
        total = readings[total_index]
        connective = members[0].connective
        for breakdown in _breakdowns(total, [readings[part.part] for part in members]):
            rule = f"list: {connective}"
            if len(breakdown) > 1 and connective in _COMPLETE | _OPEN and _adds_up(breakdown):
                exhaustive = complete.get(number, True if connective in _COMPLETE else None)
                roles = [(total, "total"), *((reading, "part") for reading in breakdown)]
                yield Candidate("part_whole", tuple(roles), rule, exhaustive)
            else:
                yield from (Candidate("subset", ((total, "whole"), (reading, "part")), rule) for reading in breakdown)


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
