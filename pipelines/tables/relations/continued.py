"""Tables that go on in another one: a long list in two halves side by side, or over several sheets, with one total.

The total row of the last adds up the rows of all. Sums within one table are totals/row_sums.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.model import Observation, Relation
from pipelines.tables.observations import ObservedCell
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.relations.relation_keys import ToldMember, relation
from pipelines.tables.wording.words import folded

#: The share of the columns in which the total must be the sum of all rows.
_AGREEING = 0.5


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table with its observations."""

    reading: TableReading
    cells: Sequence[ObservedCell]


@dataclass(frozen=True, slots=True)
class ContinuedSum:
    """The figure of a total row, in `table`, with the figures of its column in that table and in those before it."""

    table: ReadTable
    row: int
    total: Observation
    parts: Sequence[Observation]


def continued_sums(tables: Sequence[ReadTable]) -> list[ContinuedSum]:
    """The sums over tables with the same headings, one after the other, of which only the last has a total row."""
    found: list[ContinuedSum] = []
    run: list[ReadTable] = []
    for table in tables:
        if run and _heads(run[-1]) != _heads(table):
            run = []
        run.append(table)
        totals = _open_totals(table) if len(run) > 1 else []
        if len(totals) == 1:
            sums = [*_sums(run, totals[0])]
            agreeing = sum(one.total.value == sum((part.value for part in one.parts), Decimal(0)) for one in sums)
            if sums and agreeing >= len(sums) * _AGREEING:
                found += sums
        if table.reading.layout.totals:
            run = []
    return found


def with_parts(tables: Sequence[ReadTable], sums: Sequence[ContinuedSum]) -> list[ReadTable]:
    """The tables with the parts of these sums told as such."""
    over: dict[str, list[str]] = {}
    for one in sums:
        for part in one.parts:
            over.setdefault(part.observation_id, []).append(one.total.observation_id)
    if not over:
        return [*tables]
    return [replace(table, cells=[_with_totals(cell, over) for cell in table.cells]) for table in tables]


def relations_of(document: str, sums: Sequence[ContinuedSum]) -> Iterator[Relation]:
    """A relation for each of these sums."""
    for one in sums:
        members: list[ToldMember] = [("total", one.total, 1), *(("part", part, 1) for part in one.parts)]
        yield relation("part_whole", document, members, "rows of several tables add up", exhaustive=True)


def _with_totals(cell: ObservedCell, over: dict[str, list[str]]) -> ObservedCell:
    one = cell.observation
    totals = over.get(one.observation_id)
    return cell._replace(observation=replace(one, part_of=(*one.part_of, *totals))) if totals else cell


def _heads(table: ReadTable) -> tuple[str, ...]:
    reading = table.reading
    return tuple(folded(reading.headings[column].text) for column in reading.layout.values)


def _open_totals(table: ReadTable) -> list[int]:
    """The total rows that add up nothing of their own table."""
    layout = table.reading.layout
    return [row.row for row in table.reading.rows if row.row in layout.totals and row.row not in layout.row_sums]


def _sums(run: Sequence[ReadTable], total: int) -> Iterator[ContinuedSum]:
    last = run[-1]
    columns = [table.reading.layout.values for table in run]
    rows = [_tops(table.reading) for table in run]
    observed = [{(cell.row, cell.column): cell.observation for cell in table.cells} for table in run]
    for at, column in enumerate(last.reading.layout.values):
        told = observed[-1].get((total, column))
        if told is None or column not in last.reading.additive_columns:
            continue
        parts = [
            part
            for known, own_columns, own_rows in zip(observed, columns, rows, strict=True)
            for row in own_rows
            if (part := known.get((row, own_columns[at]))) is not None and part.unit == told.unit
        ]
        yield ContinuedSum(last, total, told, parts)


def _tops(reading: TableReading) -> list[int]:
    """The rows of a table that are no total and no part of another row."""
    parts = {part for sets in reading.layout.row_sums.values() for rows in sets for part in rows}
    return [
        row.row
        for row in reading.rows
        if row.has_figures and row.role == "item" and row.row not in parts and row.row not in reading.layout.totals
    ]
