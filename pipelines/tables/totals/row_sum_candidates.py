"""Which rows a total row may add up, found from structure alone; row_sums.py keeps what the figures bear out.

Structure is the tree of ordinals and places, the words and the position of totals, and ordinals that a label adds up
("I+II+III"). Of-which rows enter no sum.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from pipelines.tables.structure.rows import TableRow, children_of
from pipelines.tables.totals.support import NONE, Support
from pipelines.tables.wording.ordinals import ordinal_of
from pipelines.tables.wording.words import counted, folded, ordinals_summed, roles_of, without_total

Ground = Literal["total", "ordinals", "tree", "leader", "outer", "divided"]

#: Of more totals than this only the last may add up all others; each with each would take the square of their number.
_MOST_TOTALS = 100
#: The level of candidates that add up the totals before them.
OF_SUBTOTALS = 1
#: The levels of candidates that add up the lines before a total, since the last one or all.
_OF_LINES, _OF_ALL_LINES = 5, 6
#: The level of candidates that add up the lines that a label names.
_OF_NAMES = 7
#: The level of candidates that divide a total by the lines below it, once those above it do so already.
_BELOW = 1
#: More rows than this around the numbered ones are no totals.
_LEADERS = 3
#: What joins the names of lines in the label of their sum.
_JOINT = re.compile(r",? và |, | ?\+ ?")


@dataclass(frozen=True, slots=True)
class RowSum:
    """A total row with the rows that it adds up, why that was thought, and how far the figures agree."""

    total: int
    parts: tuple[int, ...]
    ground: Ground
    level: float = 0.0
    support: Support = NONE


def suggested_sums(rows: Sequence[TableRow]) -> Iterator[RowSum]:
    """All sums that the structure of these rows suggests."""
    children = children_of(rows)
    yield from _tree_sums(rows, children)
    for block in _outer_blocks(rows):
        yield from _total_sums(block)
        yield from _sums_of_items(block)
        yield from _leader_sums(block)
        yield from _sums_by_names(block)
    yield from _outer_sums(rows)
    yield from _sums_of_lines(rows)
    yield from _closing_sums(rows)


def _tree_sums(rows: Sequence[TableRow], children: Mapping[int | None, list[TableRow]]) -> Iterator[RowSum]:
    """A row with figures and the rows directly under it."""
    for row in rows:
        under = [child for child in children.get(row.row, ()) if child.role != "of_which"]
        parts = _with_figures(under, children)
        if row.has_figures and row.role == "item" and parts:
            yield RowSum(row.row, parts, "tree", row.rank * 100 + min(child.rank for child in under))
        elif row.role == "total" and parts:
            yield RowSum(row.row, parts, "divided")
        elif row.role == "total" and row.parent is not None:  # it opens a section
            beside = [other for other in children[row.parent] if other.role != "of_which"]
            yield RowSum(row.row, _with_figures(beside, children), "total", _BELOW)


def _with_figures(rows: Sequence[TableRow], children: Mapping[int | None, list[TableRow]]) -> tuple[int, ...]:
    """The rows, a section without figures standing for the rows under it."""
    found: list[int] = []
    for row in rows:
        if row.has_figures and row.role not in ("of_which", "total"):
            found.append(row.row)
        elif row.role in ("section", "item"):
            found += _with_figures([child for child in children.get(row.row, ()) if child.role != "of_which"], children)
    return tuple(found)


def _outer_blocks(rows: Sequence[TableRow]) -> list[list[TableRow]]:
    """Rows in stretches with the same outer labels: a place with its lines, or the whole table.

    Outer labels that each row has for itself tell of no lines: "Trường Tân Lập | Xã Tân Lập".
    """
    blocks: list[list[TableRow]] = []
    for row in rows:
        if blocks and blocks[-1][-1].outer == row.outer:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    apart = [block for block in blocks if block[0].outer]
    return [list(rows)] if apart and all(len(block) == 1 for block in apart) else blocks


def _total_sums(block: Sequence[TableRow]) -> Iterator[RowSum]:
    """Totals by words and position: over the rows above since the last total, or over those below."""
    children = children_of(block)
    inside = {row.row for row in block}
    tops = [row for row in block if row.parent not in inside]
    carried = [row for row in tops if "carried" in row.words]
    totals = [row for row in tops if row.role == "total" and "carried" not in row.words]
    yield from _carried_sums(tops, carried, children)
    consumed: set[int] = set()
    numbers = [row.row for row in tops]
    everything = _with_figures([row for row in tops if row.role != "total"], children)
    for number, total in enumerate(totals):
        adds_all = len(totals) <= _MOST_TOTALS or number == len(totals) - 1
        summed = _named_sum(total, tops, children) if adds_all else ()
        if summed:
            yield RowSum(total.row, summed, "ordinals")
            continue
        since = totals[number - 1].row if number else 0
        until = totals[number + 1].row if number + 1 < len(totals) else block[-1].row + 1
        at = bisect_left(numbers, total.row)
        above, below = tops[bisect_right(numbers, since) : at], tops[at + 1 : bisect_left(numbers, until)]
        earlier = tuple(row.row for row in totals[:number] if row.row in consumed) if adds_all else ()
        if _is_grand(total) and earlier:
            yield RowSum(total.row, (*earlier, *_with_figures(above, children)), "total", OF_SUBTOTALS)
        for rows_, level in ((above, 2), (below, 3)):
            parts = _with_figures(rows_, children)
            if parts:
                yield RowSum(total.row, parts, "total", level)
        if above and _divides_again(above, below):
            yield RowSum(total.row, _with_figures(below, children), "divided", _BELOW)
        if number and everything and adds_all:
            yield RowSum(total.row, everything, "total", 4)
        consumed.add(total.row)


def _carried_sums(
    tops: Sequence[TableRow], carried: Sequence[TableRow], children: Mapping[int | None, list[TableRow]]
) -> Iterator[RowSum]:
    """What is carried to the next page adds up the lines so far: "Cộng chuyển sang", told again as "Mang sang".

    Of a page by itself ("Cộng trang 2") it adds up those since the last such line.
    """
    lines = [row for row in tops if row.role != "total"]
    numbers = [row.row for row in lines]
    since = 0
    for number, total in enumerate(carried):
        until = bisect_left(numbers, total.row)
        if len(carried) <= _MOST_TOTALS or number == len(carried) - 1:
            told = _with_figures(lines[:until], children)
            if told:
                yield RowSum(total.row, told, "total", _OF_ALL_LINES)
        told = _with_figures(lines[since:until], children)
        if told:
            yield RowSum(total.row, told, "total", _OF_LINES)
        since = until


def _divides_again(above: Sequence[TableRow], below: Sequence[TableRow]) -> bool:
    """Whether plain lines below a total may divide it another way than the numbered ones above: "Hộ nghèo"."""
    plain = all(row.role == "item" and row.has_figures and row.ordinal is None for row in below)
    return len(below) > 1 and plain and any(row.ordinal is not None for row in above)


def _sums_of_items(block: Sequence[TableRow]) -> Iterator[RowSum]:
    """A line that says more than that it is a total and adds up others: "Tổng dư nợ toàn huyện (A+B)"."""
    stated = [row for row in block if row.role == "item" and row.has_figures and ordinals_summed(folded(row.label))]
    children = children_of(block) if stated else {}
    inside = {row.row for row in block}
    for row in stated:
        parts = _named_sum(row, [other for other in block if other.parent not in inside], children)
        if parts:
            yield RowSum(row.row, parts, "ordinals")


def _sums_by_names(block: Sequence[TableRow]) -> Iterator[RowSum]:
    """A line whose label joins those of others: "Tổng số hộ nghèo và hộ cận nghèo" below the lines of the two."""
    totals = [row for row in block if row.has_figures and "total_prefix" in row.words]
    joined = {row.row: names for row in totals if len(names := _names_in(row.label)) > 1}
    if not joined:
        return
    bearers: dict[str, list[int]] = defaultdict(list)
    for row in block:
        if row.has_figures:
            bearers[counted(row.label)].append(row.row)
    for total, names in joined.items():
        noun = names[0].split()[0]  # "hộ" of "hộ nghèo và cận nghèo"
        found = [bearers.get(name) or bearers.get(f"{noun} {name}") or [] for name in names]
        if all(len(rows) == 1 for rows in found):
            yield RowSum(total, tuple(rows[0] for rows in found), "leader", _OF_NAMES)


def _names_in(label: str) -> list[str]:
    """The names that a label joins; those of "Tổng số + dự phòng" are one."""
    return [name for part in _JOINT.split(counted(label)) if (name := part.strip())]


def _is_grand(total: TableRow) -> bool:
    return "subtotal" not in total.words or "total_prefix" in total.words


def _named_sum(
    total: TableRow, tops: Sequence[TableRow], children: Mapping[int | None, list[TableRow]]
) -> tuple[int, ...]:
    """The rows whose ordinals a label adds up: "Tổng cộng (I+II+III)"; of sections their totals, if they have such."""
    named = ordinals_summed(folded(total.label))
    if named is None:
        return ()
    subtotals = {_section_of(row): row.row for row in tops if row.role == "total" and row.row != total.row}
    if all(name in subtotals for name in named):  # "Cộng I", "Cộng II"
        return tuple(subtotals[name] for name in named)
    wanted = {ordinal_of(name.upper()) or ordinal_of(name) for name in named}
    chosen = [row for row in tops if row.ordinal in wanted]
    return _with_figures(chosen, children) if len(chosen) == len(wanted) else ()


def _section_of(total: TableRow) -> str:
    """The ordinal of the section that a total closes: "i" of "Cộng I", "Cộng mục (I)"."""
    words = without_total(total.label).split()
    return words[-1].strip("()") if words else ""


def _leader_sums(block: Sequence[TableRow]) -> Iterator[RowSum]:
    """A row without an ordinal before the first or behind the last numbered one, which may be their total."""
    numbered = [row for row in block if row.ordinal is not None and row.parent is None]
    if len(numbered) < 2:
        return
    children = children_of(block)
    first, last = numbered[0].row, numbered[-1].row
    outside = [
        row
        for row in block
        if row.ordinal is None and row.role == "item" and row.has_figures and not first < row.row < last
    ]
    for row in outside if len(outside) <= _LEADERS else ():
        yield RowSum(row.row, _with_figures(numbered, children), "leader")


def _sums_of_lines(rows: Sequence[TableRow]) -> Iterator[RowSum]:
    """A total that is named in a column before the lines above it: "Cộng xã Mai Sơn" below the schools of a commune.

    Behind several of them a total adds them up; one alone adds up all lines.
    """
    if len({len(row.outer) for row in rows}) < 2:
        return
    children = children_of(rows)
    last = next((row.row for row in reversed(rows) if row.role == "total"), None)
    lines: list[TableRow] = []
    everything: list[TableRow] = []
    subtotals: list[int] = []
    for row in rows:
        if row.role != "total":
            lines.append(row)
            everything.append(row)
        elif lines and len(row.outer) < len(lines[-1].outer):
            yield RowSum(row.row, _with_figures(_tops(lines), children), "total", _OF_LINES)
            lines = []
            subtotals.append(row.row)
        elif not lines and len(subtotals) > 1:
            yield RowSum(row.row, tuple(subtotals), "total", OF_SUBTOTALS)
        adds_all = len(subtotals) <= _MOST_TOTALS or row.row == last
        if row.role == "total" and adds_all and not row.outer and len(everything) > len(lines):
            yield RowSum(row.row, _with_figures(_tops(everything), children), "total", _OF_ALL_LINES)


def _tops(rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows that lie under none of the others."""
    numbers = {row.row for row in rows}
    return [row for row in rows if row.parent not in numbers]


def _closing_sums(rows: Sequence[TableRow]) -> Iterator[RowSum]:
    """An item that opens as a total and follows the rows that it adds up: "1 … 4, then I | Cộng ủy thác"."""
    above: list[TableRow] = []
    for row in rows:
        if row.role == "item" and row.has_figures and "total_prefix" in row.words:
            deeper = list(takewhile(lambda other: other.rank > row.rank, reversed(above)))  # noqa: B023 - used at once
            parts = _with_figures(_tops(deeper[::-1]), {})
            if len(parts) > 1:
                yield RowSum(row.row, parts, "leader", _OF_LINES)
        above.append(row)


def _outer_sums(rows: Sequence[TableRow]) -> Iterator[RowSum]:
    """Several lines a place: a line of the total place adds up the same line of all places.

    Lines that a place has again and again, such as for each year, are the same in their order.
    """
    lines: dict[tuple[str, int], list[TableRow]] = defaultdict(list)
    for block in _outer_blocks(rows):
        seen: Counter[str] = Counter()
        for row in block:
            if row.outer and row.has_figures:
                label = folded(row.label)
                lines[label, seen[label]].append(row)
                seen[label] += 1
    for same in lines.values():
        totals = [row for row in same if roles_of(row.outer[0]) & {"total"}]
        parts = tuple(row.row for row in same if row not in totals)
        if len(totals) == 1 and parts:
            yield RowSum(totals[0].row, parts, "outer")
