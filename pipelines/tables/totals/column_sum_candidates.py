"""Which columns a total column may add up, from the headings alone; column_sums.py keeps what the rows bear out.

A heading path is read as a tree. A total leaf ("Tổng số") adds up the leaves beside it; a total heading over the
whole table ("Tổng kinh phí") adds up the leaves of that name in the other groups ("Kinh phí").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from pipelines.model import Period
from pipelines.tables.structure.headings import Heading
from pipelines.tables.totals.support import NONE, Support
from pipelines.tables.wording.times import periods_in
from pipelines.tables.wording.words import folded, roles_of, without_total

_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """A total column with the columns that it adds up, and how far the rows agree. `sure`: its words claim it."""

    total: int
    parts: tuple[int, ...]
    sure: bool
    support: Support = NONE


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """A column whose figures may be added, by the path of its heading; `of_which` where that tells it of another."""

    number: int
    path: tuple[str, ...]
    unit: str
    of_which: bool

    @property
    def group(self) -> tuple[str, ...]:
        """The headings over its leaf."""
        return self.path[:-1]


def headed_column(heading: Heading, unit: str) -> HeadedColumn:
    """The column of a heading; `unit` is its code."""
    of_which = any("of_which" in roles_of(text) for text in heading.path)
    return HeadedColumn(heading.column, heading.path, unit, of_which)


def is_total(text: str) -> bool:
    """Whether a heading is a total: "Tổng số"."""
    return bool(roles_of(text) & {"total", "subtotal"})


def opens_total(text: str) -> bool:
    """Whether a heading opens as a total: "Tổng kinh phí"."""
    return "total_prefix" in roles_of(text)


def suggested_sums(columns: Sequence[HeadedColumn]) -> Iterator[ColumnSum]:
    """All sums that the headings of these columns suggest."""
    for at, column in enumerate(columns):
        if column.of_which or not column.path:
            continue
        if is_total(column.path[-1]):
            yield from _beside(columns, at)
            yield from _over_groups(columns, column, column.path[:-1])
        elif opens_total(column.path[-1]):
            yield from _over_groups(columns, column, column.path)
            yield from _beside(columns, at, sure=False)
        if opens_total(column.path[-1]) or "cumulative" in roles_of(column.path[-1]):
            yield from _times_beside(columns, column)
        yield from _times_within(columns, column)
        if any(opens_total(text) or is_total(text) for text in column.path[:-1]):
            yield from _same_leaves(columns, column)
        yield from _divided(columns, at)


def _beside(columns: Sequence[HeadedColumn], at: int, sure: bool = True) -> Iterator[ColumnSum]:
    """A total leaf and the leaves beside it in its group: those behind it, else those before it."""
    total = columns[at]
    group = [other for other in columns if other.group[: len(total.group)] == total.group and not other.of_which]
    level = len(total.path)
    for side in ([other for other in group if other.number > total.number],
                 [other for other in group if other.number < total.number][::-1]):  # fmt: skip
        parts, leaves = [], []
        for other in side:
            if other.unit != total.unit or not other.path:
                continue
            if is_total(other.path[min(level, len(other.path)) - 1]):
                break
            leaves.append(other)
            if len(other.path) == level or is_total(other.path[-1]):
                parts.append(other.number)
        if len(parts) >= 2:
            yield ColumnSum(total.number, tuple(sorted(parts)), sure)
        divided = _without_divisions(leaves, level)
        if len(divided) >= 2 and divided != parts:  # groups without a total of their own count by all of their leaves
            yield ColumnSum(total.number, tuple(sorted(divided)), sure)


def _without_divisions(leaves: Sequence[HeadedColumn], level: int) -> list[int]:
    """The leaves that add up a total `level` texts deep; of a group in them with a total of its own only that total."""
    wholes = {one.path[:-1] for one in leaves if len(one.path) > level and is_total(one.path[-1])}
    return [one.number for one in leaves if one.path[:-1] not in wholes or is_total(one.path[-1])]


def _times_beside(columns: Sequence[HeadedColumn], total: HeadedColumn) -> Iterator[ColumnSum]:
    """A total over time and the times beside it, without what is planned for all of it: "Cộng 5 năm 2011-2015"."""
    whole = _period(total)
    told = {
        other.number: period
        for other in columns
        if other.number != total.number and other.unit == total.unit and not other.of_which
        and (other.group == total.group or not total.group)
        and (period := _period(other)) is not None
        and not any(roles_of(text) & {"plan", "target"} for text in other.path)
        and (whole is None or (period != whole and whole.start <= period.start and period.end <= whole.end))
    }  # fmt: skip
    apart = all(one.end < other.start for one, other in pairwise(sorted(told.values(), key=attrgetter("start"))))
    if len(told) > 1 and apart:
        yield ColumnSum(total.number, tuple(told), False)


def _times_within(columns: Sequence[HeadedColumn], total: HeadedColumn) -> Iterator[ColumnSum]:
    """A time and the times beside it of which it consists: "T1 | T2 | T3 | Quý I", of these the longest."""
    whole = _period(total)
    if whole is None:
        return
    told = {
        other.number: period
        for other in columns
        if other.group == total.group and other.unit == total.unit and not other.of_which
        and (period := _period(other)) is not None and period != whole
        and whole.start <= period.start and period.end <= whole.end
    }  # fmt: skip
    longest = {
        number: one
        for number, one in told.items()
        if not any(other != one and other.start <= one.start and one.end <= other.end for other in told.values())
    }
    ordered = sorted(longest.values(), key=attrgetter("start"))
    follow = all((other.start - one.end).days == 1 for one, other in pairwise(ordered))
    if len(ordered) > 1 and follow and (ordered[0].start, ordered[-1].end) == (whole.start, whole.end):
        yield ColumnSum(total.number, tuple(longest), False)


def _period(column: HeadedColumn) -> Period | None:
    """The period that the heading of a column tells, in any year where it tells none: "Quý I"."""
    return next(iter(periods_in(column.path[-1], _ANY_YEAR)), None) if column.path else None


def _over_groups(columns: Sequence[HeadedColumn], total: HeadedColumn, path: Sequence[str]) -> Iterator[ColumnSum]:
    """A heading that opens as a total and the leaves of other groups that bear the rest of its name."""
    for depth, text in enumerate(path):
        if not opens_total(text):
            continue
        name = without_total(text)
        if not name:
            continue
        parts = [
            other.number
            for other in columns
            if other.number != total.number and other.unit == total.unit and not other.of_which
            and other.path[:depth] == tuple(path[:depth]) and other.path[depth:depth + 1] != (text,)
            and len(other.path) > depth + 1 and _names(other.path[-1], name)
        ]  # fmt: skip
        if not parts:
            parts = [
                other.number
                for other in columns
                if other.number != total.number and other.unit == total.unit and not other.of_which
                and len(other.path) > depth + 1 and other.path[:depth] == tuple(path[:depth])
                and other.path[depth] != text and is_total(other.path[-1])
            ]  # fmt: skip
        if len(parts) >= 2:
            yield ColumnSum(total.number, tuple(parts), True)


def _names(leaf: str, name: str) -> bool:
    """Whether a leaf is of a name: "Số nhà" is of "nhà", "Kinh phí" of "kinh phí"."""
    plain = folded(leaf)
    return plain in (name, f"số {name}") or without_total(leaf) == name


def _same_leaves(columns: Sequence[HeadedColumn], total: HeadedColumn) -> Iterator[ColumnSum]:
    """A leaf under a total group and the same leaves under the groups beside it."""
    depth = max(number for number, text in enumerate(total.path[:-1]) if opens_total(text) or is_total(text))
    leaf = tuple(map(folded, total.path[depth + 1 :]))
    parts = [
        other.number
        for other in columns
        if other.number != total.number and not other.of_which and other.unit == total.unit
        and other.path[:depth] == total.path[:depth] and other.path[depth:depth + 1] != total.path[depth : depth + 1]
        and len(other.path) > depth + len(leaf) and tuple(map(folded, other.path[-len(leaf) :])) == leaf
    ]  # fmt: skip
    if len(parts) >= 2:
        yield ColumnSum(total.number, tuple(parts), True)


def _divided(columns: Sequence[HeadedColumn], at: int) -> Iterator[ColumnSum]:
    """A column and the leaves of a group behind it that is headed as its division: "Tổng dư nợ | Chia theo …".

    A group within the division that has a total of its own counts by that.
    """
    total = columns[at]
    for group in _divisions_behind(columns, at):
        parts = [other for other in columns[at + 1 :] if other.path[: len(group)] == group and other.unit == total.unit]
        chosen = _without_divisions(parts, len(group) + 1)
        if len(chosen) >= 2:
            yield ColumnSum(total.number, tuple(chosen), False)


def _divisions_behind(columns: Sequence[HeadedColumn], at: int) -> Iterator[tuple[str, ...]]:
    """The paths of the groups behind a column that are headed "Chia ra", "Chia theo huyện".

    Only what is told of the same column may stand between: "Thực hiện | Trong đó: nữ | Chia theo thị trường". The
    total of a group may be divided by the group behind its own: "Số nhà | Tổng số, Xây mới", "Chia theo đối tượng".
    """
    total = columns[at]
    yield from _divisions_of(columns[at + 1 :], total.path)
    if len(total.path) > 1 and is_total(total.path[-1]):
        own = total.path[:-1]
        yield from _divisions_of([other for other in columns[at + 1 :] if other.path[: len(own)] != own], own)


def _divisions_of(columns: Sequence[HeadedColumn], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The groups with which columns begin that divide what a heading path names, by their paths."""
    depth = len(path) - 1
    told: set[tuple[str, ...]] = set()
    for behind in columns:
        group = behind.path[: depth + 1]
        within = len(behind.path) > depth + 1 and group[:depth] == path[:depth]
        if not within or not (divides(group[depth]) or "of_which" in roles_of(group[depth])):
            return
        if not behind.of_which and group not in told:
            told.add(group)
            yield group


def divides(text: str) -> bool:
    """Whether a heading divides a column before it: "Chia theo huyện"."""
    return bool(roles_of(text) & {"breakdown", "grades"})
