"""The arithmetic that a table states, as relations between observations; whether it holds is judged later.

Sums and of-which sets come from the layout, identities from the form's index row, formulas from the cells; a rate is
laid to its numerator and denominator by what the three measure.
"""

from collections.abc import Iterable, Iterator

from pipelines.model import Observation, Relation
from pipelines.readers.workbook_cells import is_percent
from pipelines.tables.layouts.identities import Identity
from pipelines.tables.observations import ObservedCell
from pipelines.tables.readings.links import links_of
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.relations.pairs import pair_relations
from pipelines.tables.relations.relation_keys import (
    Observed,
    ToldMember,
    formula_relation,
    is_product_in_base,
    relation,
    terms_of,
)
from pipelines.tables.relations.row_identities import row_identities
from pipelines.tables.relations.shares import shares


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
    yield from shares(reading, document, observed, stated)
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
    full: dict[int, list[Observation]] = {}
    for row in sorted({row for row, column in observed if column == identity.result}):
        cells = [observed.get((row, column)) for column in identity.columns]
        found = [cell for cell in cells if cell is not None]
        if len(found) == len(cells):
            full[row] = found
    in_base = is_product_in_base(identity, list(full.values())) if identity.factors else False
    if in_base is None:
        return
    for row, found in full.items():
        terms = terms_of(identity, found, _is_in_percent(reading, row, identity.result), in_base)
        told = formula_relation(document, found[0], *terms, "identity of columns")
        if told is not None:
            yield told


def _is_in_percent(reading: TableReading, row: int, column: int) -> bool:
    """Whether a quotient is told in per cent though no 100 is: by the index row of a form, or by the cell's format."""
    cell = reading.grid.cell(row, column)
    return reading.layout.index_row is not None or (cell is not None and is_percent(cell.number_format))
