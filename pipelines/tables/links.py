"""Which cells are parts of which: the sums and of-which sets of a layout, cell by cell.

A rate column enters no sum of rows; a sum is told of a cell only where total and part both hold a figure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pipelines.tables.reading import TableReading

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """A total and its parts, as cells. `complete`: every part that the layout names holds a figure."""

    kind: Literal["sum", "subset"]
    total: Cell
    parts: tuple[Cell, ...]
    complete: bool
    rule: str


def links_of(reading: TableReading) -> Iterator[Link]:
    """The sums and subsets of a table, cell by cell."""
    layout = reading.layout
    rows = [row.row for row in reading.rows if row.has_figures]
    known = set(rows)
    for column in reading.additive_columns:
        for total, sets in layout.row_sums.items():
            for parts in sets:
                cells = [(part, column) for part in parts if part in known]
                yield from _link(reading, "sum", (total, column), cells, "rows add up")
        for whole, parts in layout.row_subsets.items():
            for part in parts:
                yield from _link(reading, "subset", (whole, column), [(part, column)], "rows told of which")
    across = [(total, parts, "columns add up") for total, sets in layout.column_sums.items() for parts in sets]
    across += [
        (one.result, tuple(column for column, _ in one.numerators), "index row adds up")
        for one in reading.identities
        if one.is_sum
    ]
    for row in reading.rows:
        if row.has_figures and not reading.is_rate_row(row):
            yield from _across(reading, row.row, across)


def _across(reading: TableReading, row: int, sums: Sequence[tuple[int, tuple[int, ...], str]]) -> Iterator[Link]:
    """The sums and subsets between the columns of a row."""
    for total, members, rule in sums:
        yield from _link(reading, "sum", (row, total), [(row, member) for member in members], rule)
    for whole, members in reading.layout.column_subsets.items():
        for member in members:
            yield from _link(reading, "subset", (row, whole), [(row, member)], "columns told of which")


def _link(
    reading: TableReading, kind: Literal["sum", "subset"], total: Cell, parts: list[Cell], rule: str
) -> Iterator[Link]:
    if reading.figure(*total) is None:
        return
    found = tuple(part for part in parts if reading.figure(*part) is not None)
    if found:
        yield Link(kind, total, found, len(found) == len(parts), rule)


def totals_of(reading: TableReading) -> Mapping[Cell, tuple[Cell, ...]]:
    """For each cell the totals that it is a part of by a sum; of-which sets are relations only."""
    found: dict[Cell, list[Cell]] = {}
    for link in links_of(reading):
        if link.kind == "sum":
            for part in link.parts:
                totals = found.setdefault(part, [])
                if link.total not in totals:
                    totals.append(link.total)
    return {part: tuple(totals) for part, totals in found.items()}
