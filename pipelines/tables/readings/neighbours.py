"""What other columns a heading leans on: of what a rate is a share, what a difference compares, what a group divides.

Headings only; what they all amount to is decided in column_sides.py.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipelines.quantities import UnitReading
from pipelines.tables.layouts.identities import Identity
from pipelines.tables.layouts.layout import TableLayout
from pipelines.tables.structure.headings import Heading
from pipelines.tables.wording.column_units import unit_choices
from pipelines.tables.wording.path_units import dividing_level
from pipelines.tables.wording.units import UnitChoice
from pipelines.tables.wording.words import folded, is_bare_rate, roles_of


class Neighbours:
    """The columns of a table as their headings lean on each other."""

    def __init__(
        self, headings: Mapping[int, Heading], layout: TableLayout, table_units: Sequence[UnitReading]
    ) -> None:
        """Take the headings of the columns, and the layout with its identities and sums."""
        self._headings, self._layout = headings, layout
        paths = {column: heading.path for column, heading in headings.items()}
        self._units = unit_choices(paths, layout.values, table_units)

    def identity(self, column: int) -> Identity | None:
        """The quotient that a column is printed to be."""
        return next((one for one in self._layout.identities if one.result == column and one.denominators), None)

    def numerator(self, column: int) -> Heading | None:
        """What a bare rate is a share of: by the form's identity, else the column of figures before it."""
        if not is_bare_rate(self._headings[column].leaf):
            return None
        identity = self.identity(column)
        if identity is not None:
            return self._headings[identity.numerators[0][0]]
        group = self._headings[column].path[:-1]
        for heading in self._before(column):
            if heading.path[:-1] == group and "rate" not in roles_of(heading.leaf):
                return heading
        return None

    def counterpart(self, column: int) -> Heading | None:
        """The heading of what a column of differences compares: the same leaf in a group before, else a like column."""
        heading = self._headings[column]
        if not roles_of(heading.text) & {"difference", "comparison"} and not any(
            roles_of(text) & {"difference", "comparison"} for text in heading.path
        ):
            return None
        leaf = folded(heading.leaf)
        before = list(self._before(column))
        same = next((other for other in before if folded(other.leaf) == leaf and len(heading.path) > 1), None)
        unit = self._unit(heading)
        like = (other for other in before if unit is not None and _same_unit(unit, self._unit(other)))
        return same or next(like, None) or (before[0] if before and unit is None else None)

    def companion(self, column: int) -> Heading | None:
        """The heading of the count that stands right before an amount of money, in its group or in the group before.

        Behind a total and its parts the money is that of the total.
        """
        heading = self._headings[column]
        if not self._is_money(heading):
            return None
        group = heading.path[:-1]
        before = [value for value in self._layout.values if value < column]
        while len(group) > 0 and len(before) > 1 and self._headings[before[-1]].path[:-1] == group \
                and self._is_money(self._headings[before[-1]]):  # fmt: skip
            before.pop()
        if not before:
            return None
        nearest = self._headings[self._whole_of_sum(before)]
        if not nearest.path:
            return None
        count = self._unit(nearest)
        beside = nearest.path[:-1] == group or (len(group) == len(nearest.path) - 1 == 1)
        return nearest if beside and count is not None and count.unit.kind == "count" else None

    def counts_several(self, column: int) -> bool:
        """Whether several counts of one unit stand right before an amount of money, so that it is of the groups of all.

        "Số hộ nghèo | Số hộ chính sách xã hội | Kinh phí".
        """
        beside = self.companion(column)
        unit = self._unit(beside) if beside is not None else None
        if beside is None or unit is None or dividing_level(beside.path) is not None:
            return False
        before = next((one for one in self._before(beside.column)), None)
        alike = before is not None and before.path[:-1] == beside.path[:-1] and len(before.path) == len(beside.path)
        return before is not None and alike and _same_unit(unit, self._unit(before))

    def _whole_of_sum(self, before: Sequence[int]) -> int:
        """The total among the columns before that the last of them is a part of; else that last one."""
        for total, sets in self._layout.column_sums.items():
            if total in before and any(before[-1] in parts for parts in sets):
                return total
        return before[-1]

    def whole(self, column: int) -> Heading | None:
        """What a column under "Chia ra", "Trong đó" divides: the nearest column of its unit before that heading."""
        heading = self._headings[column]
        depth = dividing_level(heading.path)
        if depth is None:
            return None
        same = self._same_in_group_before(heading, depth)
        if same is not None:
            return same
        unit = self._unit(heading)
        for other in self._before(column):
            stands_over = other.path[:depth] == heading.path[:depth] and len(other.path) <= depth + 1
            stands_over = stands_over and dividing_level(other.path) is None
            if stands_over and (unit is None or _same_unit(unit, self._unit(other))):
                return other
        return None

    def _same_in_group_before(self, heading: Heading, depth: int) -> Heading | None:
        """The column of the same name in the group right before the one that divides it.

        "Hộ sử dụng nước sạch | Số hộ, Tỷ lệ" and behind it "Trong đó: hộ nghèo | Số hộ, Tỷ lệ".
        """
        if depth != len(heading.path) - 2:
            return None
        group, leaf = heading.path[:-1], folded(heading.leaf)
        groups = [other for other in self._before(heading.column) if other.path[:-1] != group]
        beside = [other for other in groups if other.path[:-1] == groups[0].path[:-1]]
        if not beside or len(beside[0].path) != len(heading.path) or dividing_level(beside[0].path) is not None:
            return None
        return next((other for other in beside if folded(other.leaf) == leaf), None)

    def _before(self, column: int) -> Iterator[Heading]:
        """The headings of the columns before, the nearest first."""
        return (self._headings[value] for value in reversed(self._layout.values) if value < column)

    def _unit(self, heading: Heading) -> UnitChoice | None:
        return self._units.get(heading.column)

    def _is_money(self, heading: Heading) -> bool:
        unit = self._unit(heading)
        return unit is not None and unit.unit.kind == "money"


def _same_unit(one: UnitChoice, other: UnitChoice | None) -> bool:
    return other is not None and one.unit.code == other.unit.code
