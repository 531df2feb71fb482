"""What the columns of a table say: their headings, and what follows from the columns that they lean on.

How a heading is read is column_headings.py, which columns it leans on neighbours.py, what a column is that compares
others compared.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pipelines.tables.readings.column_headings import as_opening, column_told, of_several, only_of_whom
from pipelines.tables.readings.compared import in_points, is_percent, of_plan_before, settled
from pipelines.tables.readings.named_groups import only_tells_whom
from pipelines.tables.readings.neighbours import Neighbours
from pipelines.tables.readings.sides import Sides
from pipelines.tables.readings.told import Told
from pipelines.tables.wording.path_units import dividing_level
from pipelines.tables.wording.times import narrowed
from pipelines.tables.wording.units import EXPLICIT, UnitChoice, unit_in
from pipelines.tables.wording.words import folded, is_bare_rate, roles_of

#: Rows that show how the figures of a column are printed.
_LOOKED_AT = 20


@dataclass(eq=False)
class ColumnSides(Sides):
    """The sides of one table's columns of figures, from the left to the right."""

    def by_column(self) -> Mapping[int, Told]:
        """What each column of figures says."""
        found: dict[int, Told] = {}
        for column in self.layout.values:
            found[column] = self._beside_others(column, self._by_heading(column, found), found)
        return found

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self.headings, self.layout, self.table_units)

    @cached_property
    def _tells_flows(self) -> bool:
        """Whether columns tell what fell and rose between an opening and a closing."""
        words = [roles_of(text) for column in self.layout.values for text in self.headings[column].path]
        return any("fall" in one for one in words) and any("rise" in one for one in words)

    def _by_heading(self, column: int, before: dict[int, Told]) -> Told:
        """What a column says by its heading and by what that divides."""
        heading, near, running = self.headings[column], self._neighbours, self.titles.running_year
        places = (self.places.of_heading(text) for text in heading.path[::-1])
        place = next((one for one in places if one is not None), None)
        counterpart = near.counterpart(column)
        beside = counterpart or near.companion(column)
        whole = near.whole(column)
        told = column_told(heading, self.table_units, near.numerator(column), beside, place, running, whole)
        if counterpart is None and near.counts_several(column):
            told = of_several(told)
        if whole is not None and whole.column in before:
            told = _at_time_of(told, before[whole.column])
            over_all = " ".join((*self.titles.lines[-1:], whole.text))
            whom = heading.path[-2] if folded(heading.leaf) == folded(whole.leaf) else heading.leaf
            if only_tells_whom(whom, over_all, told.unit.unit if told.unit is not None else None):
                told = only_of_whom(told, whom)
        if self._tells_flows and told.period is not None and told.period.end.year == (running or 0) - 1:
            told = as_opening(told)
        if told.aspect is None:
            told = replace(told, period=narrowed(heading.path[::-1], told.period, self.titles.period))
        return self._with_given_unit(told, column)

    def _beside_others(self, column: int, told: Told, before: dict[int, Told]) -> Told:
        """What a column says, given what those before it say that it divides or compares."""
        heading = self.headings[column]
        identity, counterpart = self._neighbours.identity(column), self._neighbours.counterpart(column)
        over = before.get(identity.numerators[0][0]) if identity is not None else None
        under = before.get(identity.denominators[0][0]) if identity is not None else None
        if identity is None and "rate" in roles_of(heading.leaf):
            of_two = [before[other] for other in self._right_before(column)]
            told = of_plan_before(told, of_two, bare=is_bare_rate(heading.leaf))
        told = settled(told, heading.text, over, under, before.values())
        compared = before.get(counterpart.column) if counterpart is not None else None
        if compared is not None:  # a difference is told of the time and in the unit of what it is a change of
            told = replace(told, period=told.period or compared.period, unit=told.unit or compared.unit)
        of_rates = counterpart is not None and (
            "rate" in roles_of(counterpart.leaf)
            or (told.aspect == "rise" and compared is not None and is_percent(compared))
        )
        if told.aspect == "rise" and self._printed_in_percent(column):
            rate = next((other for other in reversed(before.values()) if is_percent(other)), None)
            if rate is not None:
                told, of_rates = replace(told, unit=rate.unit), True
        return in_points(told) if of_rates else told

    def _right_before(self, column: int) -> list[int]:
        """The two columns of figures right before one, as far as they stand in its group.

        Of a group of columns with a total ("Kế hoạch | Tổng số, Trong đó …") it is the total that stands there.
        """
        group = self.headings[column].path[:-1]
        paths = {other: self.headings[other].path for other in self.layout.values if other < column}
        before = [other for other, path in paths.items() if path[:-1] == group or dividing_level(path) is None][-2:]
        return [other for other in before if group in (paths[other][:-1], _group_of_total(paths[other]))]

    def _printed_in_percent(self, column: int) -> bool:
        """Whether the cells of a column bear the sign of per cent themselves."""
        printed = [
            text for row in self.rows[:_LOOKED_AT] if row.has_figures and (text := self.grid.text(row.row, column))
        ]
        return any(text.endswith("%") for text in printed)

    def _with_given_unit(self, told: Told, column: int) -> Told:
        """The unit that the layout gives a column wins over the one that its heading tells."""
        given = self.layout.units.get(column)
        unit = unit_in(given) if given else None
        if unit is None or (
            told.unit is not None and (told.unit.unit.code, told.unit.unit.factor) == (unit.code, unit.factor)
        ):
            return told
        return replace(told, unit=UnitChoice(unit, EXPLICIT))


def _group_of_total(path: tuple[str, ...]) -> tuple[str, ...] | None:
    """The group in which stands what a total adds up: "Kế hoạch vốn | Tổng số" beside "Tỷ lệ giải ngân (%)"."""
    return path[:-2] if len(path) > 1 and "total" in roles_of(path[-1]) else None


def _at_time_of(told: Told, whole: Told) -> Told:
    """What a column says at the time of what it divides, where that is narrower than its own: "6 tháng | Trong đó"."""
    own, of_whole = told.period, whole.period
    if own is None or of_whole is None or not (own.start <= of_whole.start and of_whole.end <= own.end):
        return told
    return replace(told, period=of_whole)
