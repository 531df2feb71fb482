"""By what a line told "trong đó" is measured: by its own words, or by the line that it is told of.

Which rows are told of which others is found in rows.py.
"""

from pipelines.meaning.code_lists import indicators, population_groups
from pipelines.meaning.evidence import gather
from pipelines.meaning.subjects import interpret
from pipelines.meaning.terms import find_terms
from pipelines.quantities import UnitReading
from pipelines.tables.words import folded

#: The mart whose indicators count the groups themselves.
_COUNTS_GROUPS = "poverty_rate"


def only_tells_whom(label: str, over: str, unit: UnitReading | None) -> bool:
    """Whether a line only says whom it concerns, and the line over it counts what was done for them.

    "Trong đó: Hộ nghèo" under "Số hộ được hỗ trợ nhà ở" counts those helped; under "Tổng số hộ dân cư" the poor.
    """
    if _group_named(label) is None:
        return False
    subject = interpret(gather([(1.0, folded(over))]), unit.code if unit is not None else None)
    known = indicators().get(subject.indicator or "")
    return known is not None and known.mart != _COUNTS_GROUPS


def names_a_people(label: str) -> bool:
    """Whether a label names a people and nothing else: "Dân tộc thiểu số" under "Số hộ nghèo" are the poor among it."""
    group = population_groups().get(_group_named(label) or "")
    return group is not None and group.facet == "ETHNICITY"


def _group_named(label: str) -> str | None:
    """The population group with which a label ends, if it says nothing else before but "trong đó"."""
    words = folded(label)
    groups = [hit for hit in find_terms(words) if hit.payload.facet == "population" and hit.end == len(words)]
    return next((hit.payload.id for hit in groups if not find_terms(words, 0, hit.start)), None)
