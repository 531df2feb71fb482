"""Which columns a total column adds up, and which are only told "of which": from the headings, borne out by the rows.

A heading path is read as a tree. A total leaf ("Tổng số") adds up the leaves beside it; a total heading over the
whole table ("Tổng kinh phí") adds up the leaves of that name in the other groups ("Kinh phí").
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from pipelines.model import Period
from pipelines.tables.structure.headings import Heading
from pipelines.tables.totals.figures import Figures
from pipelines.tables.totals.support import NONE, Support, column_sum_support
from pipelines.tables.wording.times import periods_in
from pipelines.tables.wording.words import folded, roles_of, without_total

#: The share of rows that must agree before headings are believed to tell a sum.
_NEEDED = 0.5
_FEW = 2
#: The share that makes a list told "of which" a whole one.
NEARLY_ALL = 0.8
_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """A total column with the columns that it adds up, and how far the rows agree. `sure`: its words claim it."""

    total: int
    parts: tuple[int, ...]
    sure: bool
    support: Support = NONE


@dataclass(frozen=True, slots=True)
class _Column:
    number: int
    path: tuple[str, ...]
    unit: str
    of_which: bool

    @property
    def group(self) -> tuple[str, ...]:
        return self.path[:-1]


def column_sums(
    headings: Mapping[int, Heading], units: Mapping[int, str], figures: Figures, rows: Sequence[int]
) -> list[ColumnSum]:
    """The sums among columns. `units` gives the unit code of each column whose figures may be added."""
    columns = [_column(headings[number], unit) for number, unit in units.items()]
    kept: list[ColumnSum] = []
    for candidate in _candidates(columns):
        support = column_sum_support(figures, candidate.total, candidate.parts, rows)
        few = 0 < support.compared <= _FEW and candidate.sure and support.near > 0
        if support.compared and (support.share >= _NEEDED or few):
            sum_ = ColumnSum(candidate.total, candidate.parts, candidate.sure, support)
            if not any(_same_or_better(other, sum_) for other in kept):
                kept.append(sum_)
    kept += _sums_of_the_rest(columns, kept, figures, rows)
    kept += _whole_lists(columns, kept, figures, rows)
    kept += _whole_groups(columns, kept, figures, rows)
    return kept


def _whole_lists(
    columns: Sequence[_Column], kept: Sequence[ColumnSum], figures: Figures, rows: Sequence[int]
) -> Iterator[ColumnSum]:
    """A column and all leaves of the group behind it that is headed "Trong đó", where nearly all rows add up.

    "Toàn tỉnh | Trong đó: TP Kon Tum, Đắk Hà, …" lists all districts, though the words only promise some.
    """
    totals = {sum_.total for sum_ in kept}
    for at, column in enumerate(columns[:-1]):
        group = columns[at + 1].path[: len(column.path)]
        if column.of_which or not column.path or column.number in totals or group[:-1] != column.path[:-1]:
            continue
        parts = [other for other in columns[at + 1 :] if other.path[: len(group)] == group]
        listed = len(parts) > 1 and all(len(other.path) == len(group) + 1 for other in parts)
        if not listed or "of_which" not in roles_of(group[-1]) or {other.unit for other in parts} != {column.unit}:
            continue
        numbers = tuple(other.number for other in parts)
        support = column_sum_support(figures, column.number, numbers, rows)
        if support.compared > _FEW and support.share >= NEARLY_ALL:
            yield ColumnSum(column.number, numbers, False, support)


def _whole_groups(
    columns: Sequence[_Column], kept: Sequence[ColumnSum], figures: Figures, rows: Sequence[int]
) -> Iterator[ColumnSum]:
    """A leaf under a total and the same leaves of groups told "of which", where nearly all rows add up.

    "Tổng cộng | Dư nợ", "Trong đó: nhận ủy thác qua | Hội Phụ nữ, Hội Nông dân, … | Dư nợ".
    """
    totals = {sum_.total for sum_ in kept}
    for column in columns:
        total = len(column.path) > 1 and (_is_total(column.path[0]) or _opens_total(column.path[0]))
        if not total or column.of_which or column.number in totals:
            continue
        leaf = tuple(map(folded, column.path[1:]))
        parts = tuple(
            other.number
            for other in columns
            if other.of_which and other.number > column.number and other.unit == column.unit
            and len(other.path) > len(column.path) and tuple(map(folded, other.path[-len(leaf) :])) == leaf
        )  # fmt: skip
        support = column_sum_support(figures, column.number, parts, rows)
        if len(parts) > 1 and support.compared > _FEW and support.share >= NEARLY_ALL:
            yield ColumnSum(column.number, parts, False, support)


def _sums_of_the_rest(
    columns: Sequence[_Column], kept: Sequence[ColumnSum], figures: Figures, rows: Sequence[int]
) -> Iterator[ColumnSum]:
    """A total of the whole table that adds up no named columns: then all of its unit that are in no other total."""
    totals = {sum_.total for sum_ in kept}
    parts_of_others = {part for sum_ in kept for part in sum_.parts}
    for column in columns:
        if column.number in totals or column.of_which or len(column.path) != 1:
            continue
        if not (_is_total(column.path[0]) or _opens_total(column.path[0])):
            continue
        parts = tuple(
            other.number
            for other in columns
            if other.number != column.number and other.unit == column.unit and not other.of_which
            and other.number not in parts_of_others
        )  # fmt: skip
        if len(parts) < 2:
            continue
        support = column_sum_support(figures, column.number, parts, rows)
        if support.compared > _FEW and support.share >= _NEEDED:
            yield ColumnSum(column.number, parts, True, support)


def column_subsets(
    headings: Mapping[int, Heading], units: Mapping[int, str], sums: Sequence[ColumnSum] = ()
) -> dict[int, tuple[int, ...]]:
    """The columns told "trong đó", by the column that they are part of: the one before them of the same unit.

    Those that one of the `sums` adds up are more than that. Behind a division ("Tổng số | Chia theo cấp học | Trong
    đó") they are told of what is divided, not of its last part.
    """
    added = {(part, sum_.total) for sum_ in sums for part in sum_.parts}
    found: dict[int, list[int]] = {}
    columns = [_column(headings[number], unit) for number, unit in units.items()]
    for at, column in enumerate(columns):
        if not column.of_which:
            continue
        before = [other for other in columns[:at] if not other.of_which and other.unit == column.unit]
        owner = _undivided(column, before) or _alike(column, before) or next(reversed(before), None)
        if owner is not None and (column.number, owner.number) not in added:
            found.setdefault(owner.number, []).append(column.number)
    return {owner: tuple(parts) for owner, parts in found.items()}


def _undivided(column: _Column, before: Sequence[_Column]) -> _Column | None:
    """The last column before one told of which that stands beside its group and under no division of its own."""
    depth = next(level for level, text in enumerate(column.path) if "of_which" in roles_of(text))
    beside = [other for other in before if other.path[:depth] == column.path[:depth] and len(other.path) > depth]
    divided = [other for other in beside if len(other.path) > depth + 1 and _divides(other.path[depth])]
    return next((other for other in reversed(beside) if other not in divided), None) if divided else None


def _alike(column: _Column, before: Sequence[_Column]) -> _Column | None:
    """The last column before that has the same leaf in a group: "Tổng cộng | Dư nợ" of "Trong đó | Hội A | Dư nợ"."""
    leaf = folded(column.path[-1])
    return next((other for other in reversed(before) if len(other.path) > 1 and folded(other.path[-1]) == leaf), None)


def _same_or_better(kept: ColumnSum, new: ColumnSum) -> bool:
    return kept.total == new.total and (set(kept.parts) & set(new.parts) != set())


def _column(heading: Heading, unit: str) -> _Column:
    of_which = any("of_which" in roles_of(text) for text in heading.path)
    return _Column(heading.column, heading.path, unit, of_which)


def _is_total(text: str) -> bool:
    return bool(roles_of(text) & {"total", "subtotal"})


def _opens_total(text: str) -> bool:
    return "total_prefix" in roles_of(text)


def _candidates(columns: Sequence[_Column]) -> Iterator[ColumnSum]:
    for at, column in enumerate(columns):
        if column.of_which or not column.path:
            continue
        if _is_total(column.path[-1]):
            yield from _beside(columns, at)
            yield from _over_groups(columns, column, column.path[:-1])
        elif _opens_total(column.path[-1]):
            yield from _over_groups(columns, column, column.path)
            yield from _beside(columns, at, sure=False)
        if _opens_total(column.path[-1]) or "cumulative" in roles_of(column.path[-1]):
            yield from _times_beside(columns, column)
        if any(_opens_total(text) or _is_total(text) for text in column.path[:-1]):
            yield from _same_leaves(columns, column)
        yield from _divided(columns, at)


def _beside(columns: Sequence[_Column], at: int, sure: bool = True) -> Iterator[ColumnSum]:
    """A total leaf and the leaves beside it in its group: those behind it, else those before it."""
    total = columns[at]
    group = [other for other in columns if other.group[: len(total.group)] == total.group and not other.of_which]
    level = len(total.path)
    for side in ([other for other in group if other.number > total.number],
                 [other for other in group if other.number < total.number][::-1]):  # fmt: skip
        parts = []
        for other in side:
            if other.unit != total.unit or not other.path:
                continue
            if _is_total(other.path[min(level, len(other.path)) - 1]):
                break
            if len(other.path) == level or _is_total(other.path[-1]):
                parts.append(other.number)
        if len(parts) >= 2:
            yield ColumnSum(total.number, tuple(sorted(parts)), sure)


def _times_beside(columns: Sequence[_Column], total: _Column) -> Iterator[ColumnSum]:
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


def _period(column: _Column) -> Period | None:
    """The period that the heading of a column tells, in any year where it tells none: "Quý I"."""
    return next(iter(periods_in(column.path[-1], _ANY_YEAR)), None) if column.path else None


def _over_groups(columns: Sequence[_Column], total: _Column, path: Sequence[str]) -> Iterator[ColumnSum]:
    """A heading that opens as a total and the leaves of other groups that bear the rest of its name."""
    for depth, text in enumerate(path):
        if not _opens_total(text):
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
                and other.path[depth] != text and _is_total(other.path[-1])
            ]  # fmt: skip
        if len(parts) >= 2:
            yield ColumnSum(total.number, tuple(parts), True)


def _names(leaf: str, name: str) -> bool:
    """Whether a leaf is of a name: "Số nhà" is of "nhà", "Kinh phí" of "kinh phí"."""
    plain = folded(leaf)
    return plain in (name, f"số {name}") or without_total(leaf) == name


def _same_leaves(columns: Sequence[_Column], total: _Column) -> Iterator[ColumnSum]:
    """A leaf under a total group and the same leaves under the groups beside it."""
    depth = max(number for number, text in enumerate(total.path[:-1]) if _opens_total(text) or _is_total(text))
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


def _divided(columns: Sequence[_Column], at: int) -> Iterator[ColumnSum]:
    """A column and the leaves of a group behind it that is headed as its division: "Tổng dư nợ | Chia theo …".

    A group within the division that has a total of its own counts by that.
    """
    total = columns[at]
    for group in _divisions_behind(columns, at):
        parts = [other for other in columns[at + 1 :] if other.path[: len(group)] == group and other.unit == total.unit]
        wholes = {other.path[:-1] for other in parts if _is_total(other.path[-1]) and len(other.path) > len(group) + 1}
        chosen = [other.number for other in parts if other.path[:-1] not in wholes or _is_total(other.path[-1])]
        if len(chosen) >= 2:
            yield ColumnSum(total.number, tuple(chosen), False)


def _divisions_behind(columns: Sequence[_Column], at: int) -> Iterator[tuple[str, ...]]:
    """The paths of the groups behind a column that are headed "Chia ra", "Chia theo huyện".

    Only what is told of the same column may stand between: "Thực hiện | Trong đó: nữ | Chia theo thị trường". The
    total of a group may be divided by the group behind its own: "Số nhà | Tổng số, Xây mới", "Chia theo đối tượng".
    """
    total = columns[at]
    yield from _divisions_of(columns[at + 1 :], total.path)
    if len(total.path) > 1 and _is_total(total.path[-1]):
        own = total.path[:-1]
        yield from _divisions_of([other for other in columns[at + 1 :] if other.path[: len(own)] != own], own)


def _divisions_of(columns: Sequence[_Column], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The groups with which columns begin that divide what a heading path names, by their paths."""
    depth = len(path) - 1
    told: set[tuple[str, ...]] = set()
    for behind in columns:
        group = behind.path[: depth + 1]
        within = len(behind.path) > depth + 1 and group[:depth] == path[:depth]
        if not within or not (_divides(group[depth]) or "of_which" in roles_of(group[depth])):
            return
        if not behind.of_which and group not in told:
            told.add(group)
            yield group


def _divides(text: str) -> bool:
    return bool(roles_of(text) & {"breakdown", "grades"})
