"""What the rows of a table say: their labels and those over them, their place, their own cells of unit and period.

What the columns say is column_sides.py; how a label is read is row_labels.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from pipelines.meaning.evidence import gather
from pipelines.model import Period, Place
from pipelines.quantities import UnitReading
from pipelines.tables.readings.named_groups import names_a_people, only_tells_whom
from pipelines.tables.readings.row_labels import row_told
from pipelines.tables.readings.sides import Sides
from pipelines.tables.readings.told import Told
from pipelines.tables.structure.rows import TableRow
from pipelines.tables.wording.times import narrowed, periods_in, span_of
from pipelines.tables.wording.units import is_rate, unit_in
from pipelines.tables.wording.words import folded, roles_of, same_but_numbers, without_total


@dataclass(eq=False)
class RowSides(Sides):
    """The sides of one table's rows, each read once; `has_own_units` says whether its unit column is of the rows."""

    has_own_units: bool
    _known: dict[tuple[object, ...], Told] = field(default_factory=dict, init=False)

    @cached_property
    def _by_number(self) -> Mapping[int, TableRow]:
        return {row.row: row for row in self.rows}

    def of(self, row: TableRow) -> Told:
        """What a row says, its place aside: its label, the labels over it, its own unit and period cells.

        Rows that say the same share one value, by which their cells share a meaning.
        """
        unit = self.unit_cell(row.row) if self.has_own_units else ""
        period = self._periods_told.get(row.row, "")
        named = self.places.of(row.label) is not None
        label = "" if named or (row.role == "total" and not _says_more(row.label)) else same_but_numbers(row.label)
        span = self._span_of_parts(row) if row.role == "total" else None
        key = row.parent, row.outer, label, named, unit, period, row.role == "of_which", span
        known = self._known.get(key)
        if known is None:
            known = self._read(row, label, named, unit_in(unit), period)
            known = self._known[key] = replace(known, period=known.period or span)
        return known

    def _span_of_parts(self, row: TableRow) -> Period | None:
        """The time that a total adds up whose lines each tell a time of their own: "Cộng 3 năm"."""
        sets = self.layout.row_sums.get(row.row, ())[:1]
        parts = [self._by_number[part] for one in sets for part in one if part in self._by_number]
        return span_of([self.of(part).period for part in parts if part.role != "total"])

    def _read(self, row: TableRow, label: str, named: bool, unit: UnitReading | None, period: str) -> Told:
        over = self._labels_over(row)
        of_which = row.role == "of_which"
        if not of_which and self._labels_ask_for("trade_heading"):
            label, over = "", ()  # "Sửa chữa xe máy" is a trade, no repair of houses
        part = of_which or self._is_part_of_line_over(row)
        only_whom = part and bool(over) and only_tells_whom(label, over[0], unit)
        people = bool(over) and names_a_people(label)
        service, groups = self._labels_ask_for("cause"), self._labels_ask_for("group_heading")
        year = self.titles.running_year
        told = row_told(label, over, self.table_units, unit, year, named, of_which, only_whom, people, service)
        found = periods_in(period, year)
        own = told.period if told.aspect is not None else narrowed((label, *over), told.period, self.titles.period)
        told = replace(told, period=found[0] if found else own, of_groups=groups)
        if of_which and not over and names_a_people(label):
            told = replace(told, people=True)
        if not row.outer or min(self.layout.values) > self.layout.labels[-1]:
            return told
        before = row_told("", over, self.table_units, None, year, True)
        return replace(told, outer=replace(before, period=told.period))

    def _is_part_of_line_over(self, row: TableRow) -> bool:
        """Whether the line over a row adds it up, so that both count the same: "Hộ nghèo" of "Số hộ còn dư nợ"."""
        return any(row.row in parts for parts in self.layout.row_sums.get(row.parent or 0, ()))

    def _labels_over(self, row: TableRow) -> tuple[str, ...]:
        """The labels over a row from the nearest to the farthest, places and totals left out."""
        over: list[str] = []
        parent = self._by_number.get(row.parent) if row.parent is not None else None
        while parent is not None:
            if self.places.of(parent.label) is None and parent.role != "total":
                over.append(parent.label)
            parent = self._by_number.get(parent.parent) if parent.parent is not None else None
        return (*over, *(text for text in reversed(row.outer) if self.places.of(text) is None))

    def _labels_ask_for(self, role: str) -> bool:
        """Whether the heading over the labels has a role: "Nhóm đối tượng" asks whom a line concerns."""
        return any(role in roles_of(self.headings[column].leaf) for column in self.layout.labels)

    def unit_cell(self, row: int) -> str:
        """The text of a row's unit cell, empty where the table has no such column."""
        return self.grid.text(row, self.layout.unit_column) if self.layout.unit_column else ""

    @cached_property
    def _periods_told(self) -> dict[int, str]:
        """The period cell of each row; one that is empty tells what the one above it does, but in a total of all."""
        told, last = {}, ""
        column = self.layout.period_column
        for row in self.rows if column is not None else ():
            own = self.grid.text(row.row, column) if column is not None else ""
            last = own or ("" if row.role == "total" else last)
            told[row.row] = last
        return told

    def place_of(self, row: TableRow) -> Place | None:
        """The place of a row: its own, that of a label before or over it, else that of the whole table."""
        for text in (row.label, *reversed(row.outer)):
            place = self.places.of(text)
            if place is not None:
                return place
        parent = self._by_number.get(row.parent) if row.parent is not None else None
        if parent is not None:
            return self.place_of(parent)
        return self.places.whole

    def is_rate_row(self, row: TableRow) -> bool:
        """Whether the figures of a row are rates or averages, which no total column adds up."""
        unit = self.of(row).unit
        return bool(row.words & {"rate", "average", "norm"}) or (unit is not None and is_rate(unit.unit))

    def is_mixed(self, row: TableRow) -> bool:
        """Whether a row adds up rows of different groups or programmes, so that its own label names none of them.

        "Cho vay hộ nghèo và các đối tượng chính sách" over loans to poor, near-poor and newly escaped households.
        """
        parts = [self._by_number[part] for rows in self.layout.row_sums.get(row.row, ()) for part in rows
                 if part in self._by_number]  # fmt: skip
        told = [gather([(1.0, folded(part.label))]) for part in parts if self.places.of(part.label) is None]
        groups = {(frozenset(one.populations), frozenset(one.programmes)) for one in told}
        own = gather([(1.0, folded(row.label))])
        names = [frozenset((*one.populations, *one.programmes)) for one in told]
        shared = frozenset[str]().union(*names).intersection(*names)  # what all name is the row's own
        of_some = frozenset[str]().union(*names) - shared
        return len(groups) > 1 and not of_some.isdisjoint((*own.populations, *own.programmes))


def _says_more(label: str) -> bool:
    return bool(without_total(label)) and "total" not in roles_of(label)
