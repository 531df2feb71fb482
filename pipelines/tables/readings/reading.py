"""A table as its layout reads it: headings, rows, figures, places, titles. No layout is guessed here.

What its columns say is column_sides.py, what its rows say row_sides.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from pipelines.meaning.evidence import gather
from pipelines.quantities import UnitReading, unit_of
from pipelines.tables.layouts.identities import Identity
from pipelines.tables.layouts.layout import TableLayout
from pipelines.tables.readings.column_sides import ColumnSides
from pipelines.tables.readings.named_groups import groups_of_divisions
from pipelines.tables.readings.places import TablePlaces
from pipelines.tables.readings.row_sides import RowSides
from pipelines.tables.readings.sides import Sides
from pipelines.tables.readings.titles import Surroundings, TableTitles
from pipelines.tables.readings.told import Told
from pipelines.tables.sheets.grid import Grid
from pipelines.tables.structure.columns import ColumnRoles, units_of_group
from pipelines.tables.structure.headings import Heading, headings_of
from pipelines.tables.structure.rows import RowRole, TableRow, labelled_rows, rate_rows
from pipelines.tables.totals.figures import Figure, Figures, Preread
from pipelines.tables.totals.support import averages_rows, closing_rows
from pipelines.tables.wording.path_units import is_averaged
from pipelines.tables.wording.place_names import headings_of_places, headings_of_villages
from pipelines.tables.wording.times import periods_in
from pipelines.tables.wording.units import UnitChoice, is_rate, unit_in
from pipelines.tables.wording.words import folded


class TableReading:
    """One table of a sheet, read by its layout. What is derived is computed once and never changes."""

    def __init__(
        self, grid: Grid, layout: TableLayout, surroundings: Surroundings, preread: Preread | None = None
    ) -> None:
        """Take a sheet's grid and the layout of one of its tables; `preread` is what the guess has read already."""
        self.grid, self.layout, self.surroundings = grid, layout, surroundings
        self._preread = preread
        self.sheet = grid.sheet

    @cached_property
    def headings(self) -> Mapping[int, Heading]:
        """The headings of all columns from the first to the last that the layout names."""
        used = [*self.layout.values, *self.layout.labels, *(c for c in self._single_columns if c is not None)]
        return headings_of(self.grid, list(self.layout.header), range(min(used), max(used) + 1))

    @property
    def _single_columns(self) -> tuple[int | None, ...]:
        return self.layout.ordinal, self.layout.unit_column, self.layout.period_column

    @cached_property
    def rows(self) -> list[TableRow]:
        """The rows in their order; what lies under what is as the layout says."""
        layout = self.layout
        columns = ColumnRoles(
            layout.ordinal, layout.labels, layout.unit_column, layout.period_column, layout.values, ()
        )
        if self._preread is not None:
            read: Sequence[TableRow] = self._preread.rows
        else:
            read = labelled_rows(self.grid, columns, layout.data, frozenset(layout.skipped))
        parents = {row: head for head, under in layout.groups.items() for row in under}
        parents |= {row: whole for whole, parts in layout.row_subsets.items() for row in parts if row not in parents}
        told_of = {row for parts in layout.row_subsets.values() for row in parts}
        roles: dict[int, RowRole] = dict.fromkeys(layout.sections, "section")
        roles |= dict.fromkeys(told_of, "of_which")
        roles |= dict.fromkeys(layout.totals, "total")
        return [self._as_laid_out(row, parents, roles.get(row.row, "item")) for row in read]

    @staticmethod
    def _as_laid_out(row: TableRow, parents: Mapping[int, int], role: RowRole) -> TableRow:
        parent, has_figures = parents.get(row.row), row.has_figures and role != "section"
        if (role, parent, has_figures) == (row.role, row.parent, row.has_figures):
            return row
        return row._replace(role=role, parent=parent, has_figures=has_figures)

    @cached_property
    def table_units(self) -> tuple[UnitReading, ...]:
        """The units of the unit line."""
        return unit_of(self.layout.unit) if self.layout.unit else ()

    @cached_property
    def titles(self) -> TableTitles:
        """The lines over the table, and what they say of all its figures."""
        return TableTitles(self.grid, self.layout, self.surroundings, frozenset(self.headings))

    @cached_property
    def places(self) -> TablePlaces:
        """The places that the rows name, and the one that the table is about."""
        labels = [label for row in self.rows for label in (row.label, *row.outer)]
        paths = [heading.path for heading in self.headings.values()]
        labels += sorted(headings_of_places(paths))
        titles, around = self.titles.lines[::-1], (self.sheet.name, *self.surroundings.titles)
        if self.layout.place:
            titles, around = (self.layout.place,), (*titles, *around)
        return TablePlaces(titles, labels, self._days, sorted(headings_of_villages(paths)), around)

    @cached_property
    def _days(self) -> list[date]:
        """The days that the table may speak of: the end and the beginning of its period, then those of its columns."""
        periods = [self.titles.period] if self.titles.period is not None else []
        periods += [found[-1] for heading in self.headings.values() if (found := periods_in(heading.text))]
        return [day for period in periods for day in (period.end, period.start)]

    @cached_property
    def groups_of_headings(self) -> frozenset[str]:
        """The population groups that the headings of the columns name."""
        return frozenset[str]().union(*self._groups_by_column.values())

    @cached_property
    def _groups_by_column(self) -> Mapping[int, frozenset[str]]:
        return {
            column: frozenset(gather((1.0, folded(text)) for text in self.headings[column].path).populations)
            for column in self.layout.values
        }

    @cached_property
    def groups_by_unit(self) -> Mapping[str, frozenset[str]]:
        """The same by the unit of the columns."""
        found: dict[str, frozenset[str]] = {}
        for column, groups in self._groups_by_column.items():
            unit = self.columns[column].unit
            code = (unit.unit.code if unit is not None else None) or ""
            found[code] = found.get(code, frozenset()) | groups
        return found

    @cached_property
    def groups_of_divisions(self) -> frozenset[str]:
        """The population groups of the lines or columns that divide a total, where they are several."""
        found = groups_of_divisions(self.rows)
        for total, parts, _ in self.sums_across:
            named = {self._groups_by_column[part] for part in parts}
            if len(named) > 1 and frozenset() not in named and not self._groups_by_column[total]:
                found = found.union(*named)
        return found

    @cached_property
    def sums_across(self) -> Sequence[tuple[int, tuple[int, ...], str]]:
        """The columns that add up others, by headings or by the index row: total, parts, ground."""
        column_sums = self.layout.column_sums.items()
        sums = [(total, parts, "columns add up") for total, sets in column_sums for parts in sets]
        return sums + [
            (one.result, tuple(part for part, _ in one.numerators), "index row adds up")
            for one in self.identities
            if one.is_sum
        ]

    @property
    def _sides(self) -> dict[str, Any]:
        """What both sides are read from."""
        return vars(Sides(self.grid, self.layout, self.rows, self.headings, self.places, self.titles, self.table_units))

    @cached_property
    def columns(self) -> Mapping[int, Told]:
        """What the heading of each column of figures says."""
        return ColumnSides(**self._sides).by_column()

    @cached_property
    def row_sides(self) -> RowSides:
        """What the rows say."""
        return RowSides(**self._sides, has_own_units=not self._units_of_group)

    @cached_property
    def _units_of_group(self) -> frozenset[int]:
        """The columns of figures whose units a unit column within their group tells; none where it tells all units."""
        return units_of_group(self.headings, self.layout.unit_column, self.layout.values)

    def _has_own_units(self, column: int) -> bool:
        """Whether each row tells the unit of its figure in a column."""
        if self.layout.unit_column is None:
            return False
        return not self._units_of_group or column in self._units_of_group

    @cached_property
    def figures(self) -> Figures:
        """Reads the table's cells."""
        whole = {}
        for column, told in self.columns.items():
            counts = told.unit is not None and told.unit.unit.is_whole
            averaged = is_averaged(self.headings[column].path, self.table_units)
            whole[column] = counts and not averaged and not self._has_own_units(column)
        rates = rate_rows(self.rows)
        if self._preread is not None and self._preread.figures.reads(self.layout.numbers, whole, rates):
            return self._preread.figures
        return Figures(self.grid, self.layout.numbers, whole, rates)

    def figure(self, row: int, column: int) -> Figure | None:
        """The figure of a cell; of a dash or an empty cell zero where the layout says so, else None."""
        found = self._figure(row, column)
        if found is not None and found.unit is None and column in self._units_of_group:
            return replace(found, unit=unit_in(self.row_sides.unit_cell(row)))
        return found

    def _figure(self, row: int, column: int) -> Figure | None:
        figures = self.figures
        printed = figures.at(row, column)
        if printed is not None:
            return printed
        if figures.is_dash(row, column):
            return figures.zero(row, column, "dash") if self.layout.dash == "zero" else None
        if not figures.is_blank(row, column):
            return None
        told = self.columns[column].unit
        if told is not None and is_rate(told.unit):
            return figures.zero(row, column, "blank") if self._is_rate_of_nothing(row, column) else None
        return figures.zero(row, column, "blank") if self._is_empty_for_none(row, column) else None

    def _is_empty_for_none(self, row: int, column: int) -> bool:
        """Whether an empty cell stands for zero; a total left empty over figures that are printed is not told."""
        if self.layout.blank != "zero":
            return False
        across = ((row, part) for total, parts, _ in self.sums_across if total == column for part in parts)
        down = ((part, column) for parts in self.layout.row_sums.get(row, ()) for part in parts)
        printed = (self.figures.at(*cell) for cell in (*across, *down))
        return not any(figure is not None and figure.value != 0 for figure in printed)

    def column_figures(self, rows: Sequence[int], column: int) -> list[Figure | None]:
        """The figures of a column, as `figure` gives them one by one."""
        if column in self._units_of_group:
            return [self.figure(row, column) for row in rows]
        found = self.figures.column(rows, column)
        for at, figure in enumerate(found):
            if figure is None:
                found[at] = self.figure(rows[at], column)
        return found

    def _is_rate_of_nothing(self, row: int, column: int) -> bool:
        """Whether an empty rate is one of a numerator that is nothing."""
        identity = next((one for one in self.layout.identities if one.result == column and one.denominators), None)
        if identity is None:
            return False
        numerators = [self.figure(row, numerator) for numerator, _ in identity.numerators]
        return all(figure is not None and figure.value == 0 for figure in numerators)

    @cached_property
    def statement_columns(self) -> Mapping[int, int]:
        """For each column the first of those that are told together with it: a group's, or those without a group."""
        found: dict[int, int] = {}
        first_of: dict[tuple[int, int] | None, int] = {}
        for column in self.layout.values:
            anchors = self.headings[column].anchors
            found[column] = first_of.setdefault(anchors[0] if len(anchors) > 1 else None, column)
        return found

    def _unit(self, column: int) -> UnitChoice | None:
        return self.columns[column].unit

    @cached_property
    def identities(self) -> Sequence[Identity]:
        """The identities between columns of figures."""
        values = set(self.layout.values)
        return [identity for identity in self.layout.identities if values.issuperset(identity.columns)]

    @cached_property
    def additive_columns(self) -> tuple[int, ...]:
        """The columns whose figures may be added over rows: no rates, no averages."""
        return tuple(
            column
            for column in self.layout.values
            if not is_averaged(self.headings[column].path, self.table_units)
            and ((unit := self._unit(column)) is None or not is_rate(unit.unit))
            and not averages_rows(self.figures, self.layout.row_sums, column)
            and not closing_rows(self.figures, self.layout.row_sums, column)
        )
