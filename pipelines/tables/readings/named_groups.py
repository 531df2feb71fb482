"""The groups that a label or a heading names alone, or in a list; whether it measures anything besides.

Also the groups of the lines that divide a total.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.meaning.code_lists import indicators, population_groups
from pipelines.meaning.evidence import gather
from pipelines.meaning.subjects import interpret
from pipelines.meaning.terms import find_terms
from pipelines.quantities import UnitReading
from pipelines.tables.structure.rows import TableRow
from pipelines.tables.wording.words import folded

#: The mart whose indicators count the groups themselves.
_COUNTS_GROUPS = "poverty_rate"


def only_tells_whom(label: str, over: str, unit: UnitReading | None) -> bool:
    """Whether a line only says whom it concerns, and the line over it counts what was done for them.

    "Trong đó: Hộ nghèo" under "Số hộ được hỗ trợ nhà ở" counts those helped; under "Tổng số hộ dân cư" the poor.
    """
    if group_named(label) is None or _is_measured(label, unit):
        return False
    subject = interpret(gather([(1.0, folded(over))]), unit.code if unit is not None else None)
    known = indicators().get(subject.indicator or "")
    return known is not None and known.mart != _COUNTS_GROUPS


def _is_measured(label: str, unit: UnitReading | None) -> bool:
    """Whether a label that names a group says how it is counted, too: "Xuất khẩu lao động" are workers gone abroad."""
    own = indicators().get(
        interpret(gather([(1.0, folded(label))]), unit.code if unit is not None else None).indicator or ""
    )
    return own is not None and own.mart != _COUNTS_GROUPS


def names_a_people(label: str) -> bool:
    """Whether a label names a people and nothing else: "Dân tộc thiểu số" under "Số hộ nghèo" are the poor among it."""
    group = population_groups().get(group_named(label) or "")
    return group is not None and group.facet == "ETHNICITY"


def names_a_class(label: str) -> bool:
    """Whether a label names a class of households and nothing else: "Người thuộc hộ nghèo"."""
    group = population_groups().get(group_named(label) or "")
    return group is not None and group.facet == "HH_CLASS"


#: What stands between the members of a list.
LISTED = re.compile(r", | và ")


def lists_a_group(words: str) -> bool:
    """Whether a member of a folded list is a group and nothing else: "việc làm, xuất khẩu lao động"."""
    between = [(0, 0), *(match.span() for match in LISTED.finditer(words)), (len(words), len(words))]
    members = {(before[1], after[0]) for before, after in pairwise(between)}
    return any(hit[:2] in members for hit in find_terms(words) if hit.payload.facet == "population")


def groups_of_divisions(rows: Sequence[TableRow]) -> frozenset[str]:
    """The population groups of the lines that divide a total below it ("Phân theo đối tượng:"), if they are several."""
    totals = {row.row for row in rows if row.role == "total"}
    divided = {row.row for row in rows if row.role == "section" and row.parent in totals}
    lines = [row for row in rows if row.parent in divided and row.role == "item"]
    named = [frozenset(gather([(1.0, folded(line.label))]).populations) for line in lines]
    return frozenset[str]().union(*named) if len(set(named)) > 1 else frozenset()


def group_named(label: str) -> str | None:
    """The population group with which a label ends, if it says nothing else before but "trong đó"."""
    words = folded(label)
    groups = [hit for hit in find_terms(words) if hit.payload.facet == "population" and hit.end == len(words)]
    return next((hit.payload.id for hit in groups if not find_terms(words, 0, hit.start)), None)
