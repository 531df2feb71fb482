"""What each column of a table is for: ordinal, label, unit, period, code, remark, or figures.

Roles come before values: an item number such as 5.1 or a code such as 02014 must never be read as a figure.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeVar

from pipelines.tables.sheets.grid import EMPTY, FIGURES, MARK, NUMBER, TEXT, Grid
from pipelines.tables.structure.headings import Heading
from pipelines.tables.structure.row_classes import year_in
from pipelines.tables.wording.ordinals import ordinal_of
from pipelines.tables.wording.path_units import unit_of_path
from pipelines.tables.wording.place_names import place_level
from pipelines.tables.wording.units import unit_in
from pipelines.tables.wording.words import folded, roles_of

ColumnRole = Literal["ordinal", "label", "unit", "period", "code", "remark", "value", "empty"]

#: A year behind a word: "Ước 2024".
_YEAR_TOLD = re.compile(r"\D(?:19|20)\d\d$")
_SAMPLE = 400  # rows that are looked at to tell what a column is for


@dataclass(frozen=True, slots=True)
class ColumnRoles:
    """The columns of a table by role, each from left to right."""

    ordinal: int | None
    labels: tuple[int, ...]
    unit: int | None
    period: int | None
    values: tuple[int, ...]
    codes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a column's cells are, of the rows looked at."""

    kinds: Mapping[str, int]
    filled: int
    ordinals: int
    years: int
    padded: int

    def share(self, *kinds: str) -> float:
        return sum(self.kinds.get(kind, 0) for kind in kinds) / self.filled if self.filled else 0.0


_Row = TypeVar("_Row")


def units_of_group(headings: Mapping[int, Heading], unit: int | None, values: Sequence[int]) -> frozenset[int]:
    """The columns of figures that share a group with a unit column, where not all columns of figures do.

    "Con giống, cây giống cấp | ĐVT, Số lượng" tells how many of what; the money beside it has another unit.
    """
    group = headings[unit].path[:-1] if unit is not None else ()
    if not group:
        return frozenset()
    found = frozenset(column for column in values if headings[column].path[: len(group)] == group)
    return found if len(found) < len(values) else frozenset()


def sample_of(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Rows enough to judge a column by: all of a short table, the ends and even steps of a long one."""
    if len(rows) <= _SAMPLE:
        return rows
    ends = _SAMPLE // 4
    step = max(1, (len(rows) - 2 * ends) // (_SAMPLE // 2))
    return [*rows[:ends], *rows[ends:-ends:step], *rows[-ends:]]


def column_roles(grid: Grid, headings: Mapping[int, Heading], rows: Sequence[int]) -> ColumnRoles:
    """Tell the columns apart by their headings and by what their cells are."""
    looked_at = sample_of(rows)
    roles: dict[int, ColumnRole] = {}
    for column, heading in headings.items():
        roles[column] = _role(_evidence(grid, column, looked_at, heading), heading)
        if roles[column] == "value" and "period_heading" in roles_of(heading.leaf):
            roles[column] = "period" if _tells_years(grid, column, looked_at) else "value"
    _settle_left(grid, headings, looked_at, roles)
    _settle_units(grid, looked_at, roles)
    _settle_those_in_charge(grid, headings, looked_at, roles)
    first_value = min((column for column, role in roles.items() if role == "value"), default=None)
    labels: list[int] = []
    for column in [column for column, role in sorted(roles.items()) if role == "label"]:
        behind = first_value is not None and column > first_value
        if behind and not _names_lines(grid, column, labels, looked_at):
            roles[column] = "remark"
        else:
            labels.append(column)
    return _collected(roles)


def _settle_those_in_charge(
    grid: Grid, headings: Mapping[int, Heading], rows: Sequence[int], roles: dict[int, ColumnRole]
) -> None:
    """Take who is in charge of each line for a remark: "Dự án 1 | Phòng Dân tộc", "Đơn vị chủ trì" over the second.

    Where the labels before it are told once for several lines it tells those apart.
    """
    labels = [column for column, role in roles.items() if role == "label"]
    for at, column in enumerate(labels):
        if "in_charge_heading" not in roles_of(headings[column].leaf):
            continue
        named = [row for row in rows if any(_is_printed(grid, row, before) for before in labels[:at])]
        if len(named) == len(rows):
            roles[column] = "remark"


def _names_lines(grid: Grid, column: int, labels: Sequence[int], rows: Sequence[int]) -> bool:
    """Whether a column of words tells apart the lines of what the labels before it name once for several lines.

    "Xã | Tổng số hộ | Đối tượng | Số hộ": the poor and the near-poor of each commune. A remark stands at few lines.
    """
    told = Counter(folded(grid.text(row, column)) for row in rows)
    further = [row for row in rows if not any(_is_printed(grid, row, label) for label in labels)]
    if len(further) * 3 < len(rows) or told[""]:
        return False
    return all(count > 1 for count in told.values())


def _is_printed(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell holds a text of its own, none that is merged down from a row above."""
    return grid.anchor(row, column) == (row, column) and bool(grid.text(row, column))


def _collected(roles: Mapping[int, ColumnRole]) -> ColumnRoles:
    def of(role: ColumnRole) -> tuple[int, ...]:
        return tuple(column for column, own in roles.items() if own == role)

    def first(role: ColumnRole) -> int | None:
        return next(iter(of(role)), None)

    return ColumnRoles(first("ordinal"), of("label"), first("unit"), first("period"), of("value"), of("code"))


def _evidence(grid: Grid, column: int, rows: Sequence[int], heading: Heading) -> _Evidence:
    shortest = 2 if unit_of_path(heading.path, ()) is not None else 1  # offices print counts of things as "02", too
    kinds: Counter[str] = Counter()
    ordinals = years = padded = 0
    for row in rows:
        kind = grid.kind(row, column)
        kinds[kind] += 1
        if kind in (NUMBER, TEXT, MARK):
            raw = grid.raw(row, column)
            text = grid.text(row, column)
            ordinals += ordinal_of(text) is not None
            years += year_in(grid, row, column) is not None
            padded += isinstance(raw, str) and len(text) > shortest and text[0] == "0" and text.isdecimal()
    return _Evidence(kinds, len(rows) - kinds[EMPTY], ordinals, years, padded)


def _role(evidence: _Evidence, heading: Heading) -> ColumnRole:
    """The role of a column by itself."""
    words = roles_of(heading.leaf)
    figures = evidence.share(*FIGURES)
    if not evidence.filled:
        return "empty"
    if "ordinal_heading" in words:
        return "ordinal"
    if "period_heading" in words and evidence.years == evidence.filled:
        return "period"
    if evidence.years == evidence.filled and _asks_for_year(heading.leaf):
        return "remark"
    if figures and evidence.padded > evidence.filled * 0.3:
        return "code"
    if "code_heading" in words and not words & {"label_heading", "money", "rate", "target"}:
        return "code"
    if figures >= 0.5:
        return "value"
    if "unit_heading" in words and _looks_like_units(evidence):
        return "unit"
    return "remark" if "note_heading" in words else "label"


def _tells_years(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    """Whether all cells of a column tell a year, some of them with a word: "2021", "Ước 2024"."""
    texts = [(row, text) for row in rows if (text := grid.text(row, column))]
    return all(year_in(grid, row, column) is not None or _YEAR_TOLD.search(text) for row, text in texts)


def _asks_for_year(leaf: str) -> bool:
    """Whether a heading asks in which year something was: "Năm đạt chuẩn", not "Năm 2022"."""
    plain = folded(leaf)
    return plain.startswith("năm ") and not any(map(str.isdigit, plain))


def _looks_like_units(evidence: _Evidence) -> bool:
    return evidence.share(TEXT) > 0.5 or evidence.kinds.get(MARK, 0) == 0


def _settle_left(
    grid: Grid, headings: Mapping[int, Heading], rows: Sequence[int], roles: dict[int, ColumnRole]
) -> None:
    """Tell a leading column of ordinals from figures, and "Đơn vị" as a name from "Đơn vị" as a unit."""
    columns = list(headings)
    if "ordinal" not in roles.values():
        for column in columns[:2]:
            if roles[column] in ("value", "label") and _counts_rows(grid, column, rows):
                roles[column] = "ordinal"
                break
    labels = [column for column in columns if roles[column] == "label"]
    if not labels:
        units = [column for column in columns if roles[column] == "unit"]
        if units and not _holds_units(grid, units[0], rows):
            roles[units[0]] = "label"
        else:
            periods = [column for column in columns if roles[column] == "period"]
            codes = [column for column in columns if roles[column] == "code"]
            for column in (codes or periods)[:1]:
                roles[column] = "label"


def _settle_units(grid: Grid, rows: Sequence[int], roles: dict[int, ColumnRole]) -> None:
    """Tell "Đơn vị" that names places or offices from a column of units, beside other labels: none of it is a unit."""
    units = [column for column, role in roles.items() if role == "unit"]
    named = [column for column in units if not _holds_units(grid, column, rows)]
    for column in named:
        places = [row for row in rows if _is_printed(grid, row, column) and place_level(grid.text(row, column))]
        if places or len(named) < len(units):
            roles[column] = "label"


def _counts_rows(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    """Whether a column's cells are ordinals that begin at the beginning and mostly go up by one."""
    found = [ordinal for row in rows if (ordinal := ordinal_of(grid.text(row, column))) is not None]
    filled = sum(1 for row in rows if grid.kind(row, column) != EMPTY)
    if len(found) < 2 or len(found) < filled * 0.9:
        return False
    steps = sum(1 for before, after in pairwise(found) if after.value - before.value == 1)
    return found[0].value <= 1 and steps >= (len(found) - 1) * 0.5


def _holds_units(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    """Whether most of a column's cells are units; a last line that tells one in brackets makes no column of units."""
    texts = [text for row in rows if (text := grid.text(row, column))]
    return sum(map(_is_unit, texts)) * 2 > len(texts)


def _is_unit(text: str) -> bool:
    return unit_in(text) is not None
