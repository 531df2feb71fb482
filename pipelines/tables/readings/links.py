"""Which cells are parts of which: the sums and of-which sets of a layout, cell by cell.

A rate column enters no sum of rows; a sum is told of a cell only where total and part both hold a figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipelines.tables.readings.reading import TableReading

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
        for whole, parts in layout.row_subsets.items() if not _is_change(reading, column) else ():
            for part in parts:
                yield from _link(reading, "subset", (whole, column), [(part, column)], "rows told of which")
    for row in reading.rows:
        if row.has_figures and not reading.row_sides.is_rate_row(row):
            yield from _across(reading, row.row)


def _across(reading: TableReading, row: int) -> Iterator[Link]:
    """The sums and subsets between the columns of a row."""
    for total, members, rule in reading.sums_across:
        yield from _link(reading, "sum", (row, total), [(row, member) for member in members], rule)
    for whole, members in reading.layout.column_subsets.items():
        for member in members if not _is_change(reading, whole) else ():
            yield from _link(reading, "subset", (row, whole), [(row, member)], "columns told of which")


def _is_change(reading: TableReading, column: int) -> bool:
    """Whether a column tells how much something rose or fell, of which a part may be more than the whole."""
    return reading.columns[column].aspect in ("rise", "fall")


def _link(
    reading: TableReading, kind: Literal["sum", "subset"], total: Cell, parts: list[Cell], rule: str
) -> Iterator[Link]:
    if reading.figure(*total) is None:
        return
    found = tuple(part for part in parts if reading.figure(*part) is not None)
    if found:
        yield Link(kind, total, found, len(found) == len(parts), rule)


class PartOf:
    """For each cell the totals that it is a part of by a sum; of-which sets are relations only."""

    def __init__(self, reading: TableReading) -> None:
        """Take a table's reading."""
        self._reading = reading
        self._rows: dict[int, tuple[int, ...]] = {}
        for total, sets in reading.layout.row_sums.items():
            for parts in sets:
                alone = (total,)
                for part in parts:
                    known = self._rows.setdefault(part, alone)
                    if known is not alone:
                        self._rows[part] = (*known, total)
        self._columns: dict[int, tuple[int, ...]] = {}
        for total, members, _ in reading.sums_across:
            for part in members:
                if total not in self._columns.get(part, ()):
                    self._columns[part] = (*self._columns.get(part, ()), total)
        self._additive = frozenset(reading.additive_columns)

    def across(self, column: int) -> tuple[int, ...]:
        """The columns of the totals that a column's cells are parts of in their own rows, whether they hold any."""
        return self._columns.get(column, ())

    def rows_over(self, row: int) -> tuple[int, ...]:
        """The total rows that a row is a part of."""
        return self._rows.get(row, ())

    def down(self, rows: Sequence[int], column: int) -> Iterator[Cell]:
        """The cells of these total rows in a column whose figures may be added, where they hold one."""
        if column in self._additive:
            yield from ((row, column) for row in rows if self._reading.figure(row, column) is not None)
