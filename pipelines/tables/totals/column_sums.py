"""Which columns a total column adds up, and which are only told "of which": from the headings, borne out by the rows.

What the headings suggest is column_sum_candidates.py; here also lists and groups that only the rows show to be whole.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipelines.tables.structure.headings import Heading
from pipelines.tables.totals.column_sum_candidates import (
    ColumnSum,
    HeadedColumn,
    divides,
    headed_column,
    is_total,
    opens_total,
    suggested_sums,
)
from pipelines.tables.totals.figures import Figures
from pipelines.tables.totals.support import column_sum_support
from pipelines.tables.wording.words import folded, roles_of

#: The share of rows that must agree before headings are believed to tell a sum.
_NEEDED = 0.5
_FEW = 2
#: The share that makes a list told "of which" a whole one.
NEARLY_ALL = 0.8


def column_sums(
    headings: Mapping[int, Heading], units: Mapping[int, str], figures: Figures, rows: Sequence[int]
) -> list[ColumnSum]:
    """The sums among columns. `units` gives the unit code of each column whose figures may be added."""
    columns = [headed_column(headings[number], unit) for number, unit in units.items()]
    kept: list[ColumnSum] = []
    for candidate in suggested_sums(columns):
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
    columns: Sequence[HeadedColumn], kept: Sequence[ColumnSum], figures: Figures, rows: Sequence[int]
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
    columns: Sequence[HeadedColumn], kept: Sequence[ColumnSum], figures: Figures, rows: Sequence[int]
) -> Iterator[ColumnSum]:
    """A leaf under a total and the same leaves of groups told "of which", where nearly all rows add up.

    "Tổng cộng | Dư nợ", "Trong đó: nhận ủy thác qua | Hội Phụ nữ, Hội Nông dân, … | Dư nợ".
    """
    totals = {sum_.total for sum_ in kept}
    for column in columns:
        total = len(column.path) > 1 and (is_total(column.path[0]) or opens_total(column.path[0]))
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
    columns: Sequence[HeadedColumn], kept: Sequence[ColumnSum], figures: Figures, rows: Sequence[int]
) -> Iterator[ColumnSum]:
    """A total of the whole table that adds up no named columns: then all of its unit that are in no other total."""
    totals = {sum_.total for sum_ in kept}
    parts_of_others = {part for sum_ in kept for part in sum_.parts}
    for column in columns:
        if column.number in totals or column.of_which or len(column.path) != 1:
            continue
        if not (is_total(column.path[0]) or opens_total(column.path[0])):
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
    columns = [headed_column(headings[number], unit) for number, unit in units.items()]
    for at, column in enumerate(columns):
        if not column.of_which:
            continue
        before = [other for other in columns[:at] if not other.of_which and other.unit == column.unit]
        owner = _undivided(column, before) or _in_group(column, before) or _alike(column, before)
        owner = owner or next(reversed(before), None)
        if owner is not None and (column.number, owner.number) not in added:
            found.setdefault(owner.number, []).append(column.number)
    return {owner: tuple(parts) for owner, parts in found.items()}


def _undivided(column: HeadedColumn, before: Sequence[HeadedColumn]) -> HeadedColumn | None:
    """The last column before one told of which that stands beside its group and under no division of its own."""
    depth = _told_of_which_at(column)
    beside = _beside(column, before, depth)
    divided = [other for other in beside if len(other.path) > depth + 1 and divides(other.path[depth])]
    return next((other for other in reversed(beside) if other not in divided), None) if divided else None


def _in_group(column: HeadedColumn, before: Sequence[HeadedColumn]) -> HeadedColumn | None:
    """The last column before one told of which in its group: "Giải ngân | Tổng số" of "Giải ngân | Trong đó | ĐTPT"."""
    depth = _told_of_which_at(column)
    return next(reversed(_beside(column, before, depth)), None) if depth else None


def _told_of_which_at(column: HeadedColumn) -> int:
    """The level of a column's headings at which it is told of which."""
    return next(level for level, text in enumerate(column.path) if "of_which" in roles_of(text))


def _beside(column: HeadedColumn, before: Sequence[HeadedColumn], depth: int) -> list[HeadedColumn]:
    """The columns before one whose headings are the same down to a level and go on below it."""
    return [other for other in before if other.path[:depth] == column.path[:depth] and len(other.path) > depth]


def _alike(column: HeadedColumn, before: Sequence[HeadedColumn]) -> HeadedColumn | None:
    """The last column before that has the same leaf in a group: "Tổng cộng | Dư nợ" of "Trong đó | Hội A | Dư nợ"."""
    leaf = folded(column.path[-1])
    return next((other for other in reversed(before) if len(other.path) > 1 and folded(other.path[-1]) == leaf), None)


def _same_or_better(kept: ColumnSum, new: ColumnSum) -> bool:
    return kept.total == new.total and (set(kept.parts) & set(new.parts) != set())
