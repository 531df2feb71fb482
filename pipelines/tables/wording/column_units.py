"""The unit of each column of a table, by its own headings or the columns beside it, and of each cell in it."""

import re
from collections.abc import Mapping, Sequence

from pipelines.quantities import UnitReading
from pipelines.tables.wording.path_units import dividing_level, unit_of_path
from pipelines.tables.wording.units import DONG, EXPLICIT, FALLBACK, NOUN, OWNERS, PHRASE, UnitChoice, is_rate
from pipelines.tables.wording.words import roles_of

_BRACKETS = re.compile(r"\([^()]*\)")


def unit_choices(
    paths: Mapping[int, Sequence[str]], columns: Sequence[int], table_units: Sequence[UnitReading]
) -> dict[int, UnitChoice]:
    """The unit of each column of a table, by its heading and, where that says little, by those beside it."""
    found: dict[int, UnitChoice] = {}
    for column in columns:
        choice = unit_of_path(paths[column], table_units)
        choice = _unit_divided(paths, column, found, choice) or _unit_of_total(paths, column, found, choice) or choice
        if choice is None and any(roles_of(text) & {"plan", "target"} for text in paths[column][-1:]):
            choice = next((other for other in reversed(found.values()) if not is_rate(other.unit)), None)
        if choice is None and "of_which" in roles_of(paths[column][-1] if paths[column] else ""):
            choice = _unit_before(paths, column, found)
        if choice is not None:
            found[column] = choice
    if len(table_units) > 1 and any(choice.strength >= PHRASE for choice in found.values()):
        # measures run across: a column that says nothing has the first unit, not one that a row's name begins with
        found |= {column: UnitChoice(table_units[0], FALLBACK) for column in columns if column not in found}
    return found


def in_money_told_before(choices: Mapping[int, UnitChoice], money: UnitReading | None) -> dict[int, UnitChoice]:
    """The units of columns; amounts that tell no unit at all are in the one that a table above them on the sheet told.

    "CHI TIẾT THEO HUYỆN" below a table of "triệu đồng" repeats no unit line.
    """
    return {
        column: UnitChoice(money, NOUN) if money is not None and choice == UnitChoice(DONG, NOUN) else choice
        for column, choice in choices.items()
    }


def _unit_before(
    paths: Mapping[int, Sequence[str]], column: int, before: Mapping[int, UnitChoice]
) -> UnitChoice | None:
    """The unit of the column right before one that is told of it: "Số hộ nhận khoán | Trong đó: hộ nghèo"."""
    choice = before.get(column - 1)
    beside = choice is not None and tuple(paths[column - 1][:-1]) == tuple(paths[column][:-1])
    return choice if choice is not None and beside and not is_rate(choice.unit) else None


def _unit_divided(
    paths: Mapping[int, Sequence[str]], column: int, before: Mapping[int, UnitChoice], own: UnitChoice | None
) -> UnitChoice | None:
    """The unit of what a column divides, whose heading only names whom or what: "Tổng số suất | Chia ra: Hộ nghèo"."""
    path = paths[column]
    depth = dividing_level(path)
    if depth is None or depth == len(path) - 1 or (own is not None and own.strength > NOUN):
        return None
    over = [
        before[other]
        for other in before
        if tuple(paths[other][:depth]) == tuple(path[:depth]) and len(paths[other]) <= depth + 1
    ]
    if not over or is_rate(over[-1].unit) or over[-1].strength < PHRASE:
        return None
    owners = own is not None and {own.unit.code, over[-1].unit.code} <= OWNERS
    return None if owners and "breakdown" not in roles_of(path[depth]) else over[-1]


def _unit_of_total(
    paths: Mapping[int, Sequence[str]], column: int, before: Mapping[int, UnitChoice], own: UnitChoice | None
) -> UnitChoice | None:
    """The unit of the total that opens a group of columns, of one that begins with the noun of another owner.

    "Thực hiện | Tổng số, Nữ, Hộ nghèo" of workers: those of poor households among them.
    """
    group = tuple(paths[column][:-1])
    if not group or own is None or own.strength != NOUN:
        return None
    for other, choice in before.items():
        if tuple(paths[other][:-1]) == group and "total" in roles_of(_BRACKETS.sub("", paths[other][-1])):
            owners = choice.unit.code != own.unit.code and {choice.unit.code, own.unit.code} <= OWNERS
            return choice if owners else None
    return None


def unit_of_cell(column: UnitChoice | None, row: UnitChoice | None, own: UnitReading | None) -> UnitReading | None:
    """The unit of a figure: one in the cell itself, a rate or brackets of the column, then the row, then the rest.

    In a list of indicators the row has the unit ("ĐVT") and only "Tỷ lệ (%)" columns another. A line of rates has
    them in all columns: "So với cùng kỳ (%)".
    """
    if own is not None and not (column is not None and is_rate(column.unit) and is_rate(own)):
        return own
    if column is None or row is None:
        chosen = column or row
        return chosen.unit if chosen else None
    if is_rate(column.unit) and column.strength >= PHRASE:
        return column.unit
    if row.strength >= EXPLICIT and (column.strength < EXPLICIT or is_rate(row.unit) or _counts_else(row, column)):
        return row.unit
    return row.unit if row.strength > column.strength else column.unit


def _counts_else(row: UnitChoice, column: UnitChoice) -> bool:
    """Whether a line counts other things than its column: "Số xã đạt chuẩn (xã)" under "Số tiêu chí đạt (tiêu chí)"."""
    return row.unit.kind == column.unit.kind == "count" and row.unit.code != column.unit.code
