"""The arithmetic that a table states, as relations between observations; whether it holds is judged later.

Sums and of-which sets come from the layout, identities from the form's index row, formulas from the cells; a rate is
laid to its numerator and denominator by what the three measure.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import indicators, rate_parts
from pipelines.model import Observation, Relation
from pipelines.readers.workbook_cells import is_percent
from pipelines.tables.layout import Identity
from pipelines.tables.links import Cell, links_of
from pipelines.tables.observations import ObservedCell
from pipelines.tables.pairs import pair_relations
from pipelines.tables.reading import TableReading
from pipelines.tables.relation_keys import ToldMember, formula_relation, relation, terms_of
from pipelines.tables.row_identities import row_identities

_HUNDRED = Decimal(100)


Observed = Mapping[Cell, Observation]


def relations(reading: TableReading, document: str, cells: Iterable[ObservedCell]) -> Iterator[Relation]:
    """The relations of a table between its observations, each once."""
    observed = {(cell.row, cell.column): cell.observation for cell in cells}
    yield from _sums(reading, document, observed)
    stated = set()
    for identity in reading.identities:
        if not identity.is_sum:
            stated.add(identity.result)
            yield from _identity(identity, reading, document, observed)
    yield from row_identities(reading, document, observed)
    yield from _shares(reading, document, observed, stated)
    yield from pair_relations(reading, document, observed, stated)


def _sums(reading: TableReading, document: str, observed: Observed) -> Iterator[Relation]:
    for link in links_of(reading):
        total = observed.get(link.total)
        parts = [observed[part] for part in link.parts if part in observed]
        if total is None or not parts or any(part.unit != total.unit for part in parts):
            continue
        if link.kind == "subset":
            for part in parts:
                yield relation("subset", document, [("whole", total, 1), ("part", part, 1)], link.rule)
        elif link.complete:
            members: list[ToldMember] = [("total", total, 1), *(("part", part, 1) for part in parts)]
            yield relation("part_whole", document, members, link.rule, exhaustive=True)


def _identity(identity: Identity, reading: TableReading, document: str, observed: Observed) -> Iterator[Relation]:
    """An identity between columns, row by row, where all its cells hold figures."""
    columns = identity.columns
    for row in sorted({row for row, column in observed if column == identity.result}):
        cells = [observed.get((row, column)) for column in columns]
        found = [cell for cell in cells if cell is not None]
        if len(found) == len(cells):
            terms = terms_of(identity, found, _is_in_percent(reading, row, identity.result))
            told = formula_relation(document, found[0], *terms, "identity of columns")
            if told is not None:
                yield told


def _is_in_percent(reading: TableReading, row: int, column: int) -> bool:
    """Whether a quotient is told in per cent though no 100 is: by the index row of a form, or by the cell's format."""
    cell = reading.grid.cell(row, column)
    return reading.layout.index_row is not None or (cell is not None and is_percent(cell.number_format))


def _shares(reading: TableReading, document: str, observed: Observed, stated: set[int]) -> Iterator[Relation]:
    """Rates with what they are shares of, in one row, by what they measure; where no identity says it already."""
    rates = rate_parts()
    if not any(one.unit == "percent" and one.meaning.indicator in rates for one in observed.values()):
        return
    by_row: dict[int, list[Observation]] = defaultdict(list)
    by_column: dict[int, list[Observation]] = defaultdict(list)
    for (row, column), observation in observed.items():
        by_row[row].append(observation)
        by_column[column].append(observation)
    is_list = len(by_column) < _INDICATORS and len(by_row) < _INDICATORS
    for (row, column), rate in observed.items():
        if column in stated or rate.unit != "percent" or rate.meaning.indicator not in rates:
            continue
        found = _parts_of(rate, by_row[row])
        if found is None and is_list:  # indicators may run down, with years or places across
            found = _parts_of(rate, by_column[column])
        if found is not None:
            part, whole = found
            members = [("part", part, 1), ("whole", whole, 1), ("rate", rate, 1)]
            yield relation("share", document, members, "rate beside its parts", multiplier=_HUNDRED)


#: A list of indicators has fewer rows and columns than this.
_INDICATORS = 400


def _parts_of(rate: Observation, cells: Sequence[Observation]) -> tuple[Observation, Observation] | None:
    for part_id, whole_id in rate_parts().get(rate.meaning.indicator or "", ()):
        part = _only(cells, part_id, rate, same_group=True)
        whole = _only(cells, whole_id, rate, same_group=False)
        if part is not None and whole is not None and part is not whole:
            return part, whole
    return None


def _only(cells: Sequence[Observation], indicator: str, rate: Observation, same_group: bool) -> Observation | None:
    """The one observation of an indicator told for the period and place of a rate; None where there are several.

    Those that are parts of another of them do not count: a plan with its lines by kinds of capital is one plan.
    """
    planned = indicators()[indicator].implied_status == "plan"
    same = [
        one
        for one in cells
        if one.meaning.indicator == indicator and one.meaning.period == rate.meaning.period
        and one.meaning.place == rate.meaning.place and (planned or one.meaning.status == rate.meaning.status)
        and one.meaning.programme == rate.meaning.programme
        and (not same_group or one.meaning.population_group == rate.meaning.population_group)
    ]  # fmt: skip
    known = {one.observation_id for one in same}
    wholes = [one for one in same if known.isdisjoint(one.part_of)]
    return wholes[0] if len(wholes) == 1 else None
