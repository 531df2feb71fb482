"""What the sheets of a workbook say of each other: the same figure told on two of them.

Two observations are the same figure where they measure the same thing at the same place and time, each being the only
one on its sheet that does. Two sheets are taken to repeat each other only where that holds for several figures and
most of them agree: a breakdown that the vocabularies do not know would otherwise look like a contradiction.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipelines.model import Observation, Relation
from pipelines.tables.observations import ObservedCell
from pipelines.tables.relations.relation_keys import relation

_FEWEST = 2
_AGREEING = 0.5

_Key = tuple[object, ...]


def repeats_between(document: str, sheets: Sequence[Sequence[ObservedCell]]) -> Iterator[Relation]:
    """A relation for each figure that two sheets of a workbook both tell."""
    filled = [cells for cells in sheets if cells]
    single = [_single_figures(cells) for cells in filled] if len(filled) > 1 else []
    for one, other in combinations(single, 2):
        pairs = [(one[key], other[key]) for key in one if key in other]
        agreeing = sum(1 for first, second in pairs if first.value == second.value)
        if len(pairs) >= _FEWEST and agreeing >= len(pairs) * _AGREEING:
            for first, second in pairs:
                yield relation("repeat", document, [("first", first, 1), ("repeat", second, 1)], "told on two sheets")


def _single_figures(cells: Sequence[ObservedCell]) -> dict[_Key, Observation]:
    """The observations of a sheet whose meaning is complete and told once, by what they measure."""
    found: dict[_Key, list[Observation]] = defaultdict(list)
    for cell in cells:
        meaning = cell.observation.meaning
        if meaning.indicator and meaning.place and meaning.period:
            found[
                meaning.indicator, meaning.population_group, meaning.programme, meaning.funding_source, meaning.sex,
                meaning.place, meaning.period.end, meaning.status, cell.observation.unit,
            ].append(cell.observation)  # fmt: skip
    return {key: same[0] for key, same in found.items() if len(same) == 1}
