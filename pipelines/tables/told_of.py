"""Of what a line told "trong đó" is told, and by what it is measured: its own words, or those of that line.

Which rows are told of which others is found in rows.py; here the figures only tell a list's last line from its whole.
Also the groups of those that labels name alone, and of the lines that divide a total.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.meaning.code_lists import indicators, population_groups
from pipelines.meaning.evidence import gather
from pipelines.meaning.subjects import interpret
from pipelines.meaning.terms import find_terms
from pipelines.quantities import UnitReading
from pipelines.tables.figures import Figures
from pipelines.tables.rows import TableRow
from pipelines.tables.words import folded

#: The mart whose indicators count the groups themselves.
_COUNTS_GROUPS = "poverty_rate"


def told_of_wholes(rows: Sequence[TableRow], figures: Figures, columns: Sequence[int]) -> list[TableRow]:
    """The rows with each "trong đó" that most figures show to be more than the line above put under that line's whole.

    "Trong đó: Lao động nữ" behind the ways in which workers found jobs is told of all workers and not of the last way.
    """
    by_row = {row.row: row for row in rows}
    found = []
    for row in rows:
        if row.role == "of_which" and "of_which" in row.words and row.parent is not None:
            owner = by_row[row.parent]
            whole = by_row.get(owner.parent) if owner.parent is not None else None
            if whole is not None and whole.role == "section" and whole.parent is not None:
                whole = by_row[whole.parent]  # the total that the section divides
            if whole is not None and _fits(figures, row, whole, columns) and not _fits(figures, row, owner, columns):
                row = row._replace(parent=whole.row, rank=whole.rank + 0.1)  # noqa: PLW2901 - the row as it is settled
        found.append(row)
    return found


def _fits(figures: Figures, part: TableRow, whole: TableRow, columns: Sequence[int]) -> bool:
    """Whether a line is no more than another in most columns in which both have figures."""
    pairs = [(figures.at(part.row, column), figures.at(whole.row, column)) for column in columns]
    compared = [small.value <= large.value for small, large in pairs if small is not None and large is not None]
    return bool(compared) and sum(compared) * 2 > len(compared)


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
