"""Small sheets written as rows, and the arithmetic that judges the relations found in them."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from pipelines.model import Meaning, Member, Observation, Relation, Sheet, Workbook
from pipelines.readers.workbook_cells import CellGrid
from pipelines.tables.guess import guess_tables
from pipelines.tables.layouts.layout import Layout
from pipelines.tables.sheets.grid import Grid
from pipelines.tables.structure.blocks import find_blocks
from pipelines.tables.workbook import WorkbookReading, read_tables

Value = str | int | float | None
Rows = list[list[Value]]
Merged = Sequence[tuple[int, int, int, int]]
Bounds = tuple[Decimal, Decimal]


def sheet_of(
    rows: Sequence[Sequence[Value]],
    name: str = "Sheet1",
    merged: Iterable[tuple[int, int, int, int]] = (),
    formulas: Mapping[tuple[int, int], str] | None = None,
) -> Sheet:
    """A sheet with these values from A1 on; whole numbers are floats, as file libraries give them."""
    raw = [[float(value) if isinstance(value, int) else value for value in row] for row in rows]
    return Sheet(name, CellGrid(raw, formulas=formulas or {}), tuple(merged))


def guess_layout(grid: Grid) -> Layout:
    """How the tables of a sheet are laid out."""
    return Layout(grid.sheet.name, tuple(table.layout for table in guess_tables(grid, find_blocks(grid))))


def read_sheets(*sheets: Sheet, path: str = "raw/spreadsheets/a.xlsx") -> WorkbookReading:
    """What a workbook of these sheets says."""
    return read_tables(Workbook(path, "0" * 64, sheets))


def read_rows(rows: Sequence[Sequence[Value]], merged: Iterable[tuple[int, int, int, int]] = ()) -> WorkbookReading:
    """What a workbook of one sheet with these rows says."""
    return read_sheets(sheet_of(rows, merged=merged))


def by_cell(reading: WorkbookReading) -> dict[str, Observation]:
    """The observations of a workbook by cell, "C10" or, where it has several sheets, "Sheet!C10"."""
    several = len({one.locator.sheet for one in reading.observations}) > 1
    return {
        f"{one.locator.sheet}!{one.locator.cell}" if several else str(one.locator.cell): one
        for one in reading.observations
    }


def meanings(rows: Rows, merged: Merged = ()) -> Mapping[str, Meaning]:
    """What each cell of a sheet with these rows measures."""
    return {cell: one.meaning for cell, one in by_cell(read_rows(rows, merged)).items()}


def parts_of(reading: WorkbookReading) -> dict[str, set[str]]:
    """For each total the cells that are told as parts of its sum."""
    cells = {one.observation_id: cell for cell, one in by_cell(reading).items()}
    found: dict[str, set[str]] = {}
    for cell, one in by_cell(reading).items():
        for total in one.part_of:
            found.setdefault(cells[total], set()).add(cell)
    return found


def broken(reading: WorkbookReading) -> list[frozenset[str]]:
    """The cells of each relation that does not hold."""
    observed = {one.observation_id: one for one in reading.observations}
    cells = {one.observation_id: f"{one.locator.sheet}!{one.locator.cell}" for one in reading.observations}
    return [
        frozenset(cells[member.observation_id] for member in one.members)
        for one in reading.relations
        if holds(one, observed) is False
    ]


def holds(relation: Relation, observed: Mapping[str, Observation]) -> bool | None:
    """Whether a relation holds within what its figures can stand for; None where it divides by nothing."""
    roles: dict[str, list[Member]] = {}
    for member in relation.members:
        roles.setdefault(member.role, []).append(member)

    def first(role: str) -> Observation:
        return observed[roles[role][0].observation_id]

    if relation.kind == "repeat":
        return first("first").value == first("repeat").value
    if relation.kind == "change":
        return first("after").value - first("before").value == first("difference").value
    if relation.kind == "subset":
        return first("part").value <= first("whole").value
    if relation.kind in ("share", "plan_ratio"):
        names = ("part", "whole", "rate") if relation.kind == "share" else ("actual", "plan", "rate")
        return _quotient_holds(roles[names[0]], roles[names[1]], Decimal(100), first(names[2]), observed)
    if relation.kind == "formula" and "denominator" in roles:
        return _quotient_holds(roles["numerator"], roles["denominator"], relation.multiplier, first("result"), observed)
    told = {"part_whole": ("total", "part"), "formula": ("result", "numerator")}.get(relation.kind)
    members = roles[told[1]] if told else [*roles["opening"], *roles.get("inflow", []), *roles.get("outflow", [])]
    low, high = _sum(members, observed)
    least, most = _bounds(first(told[0] if told else "closing"))
    return low * relation.multiplier <= most and least <= high * relation.multiplier


def _quotient_holds(
    numerators: Sequence[Member], denominators: Sequence[Member], multiplier: Decimal, told: Observation,
    observed: Mapping[str, Observation],
) -> bool | None:  # fmt: skip
    low, high = _sum(numerators, observed)
    least, most = _sum(denominators, observed)
    if least <= 0:
        return None
    bounds = [number * multiplier / below for number in (low, high) for below in (least, most)]
    return min(bounds) <= _bounds(told)[1] and _bounds(told)[0] <= max(bounds)


def _bounds(one: Observation) -> Bounds:
    low, high = one.interval.low, one.interval.high
    return (one.value if low is None else low), (one.value if high is None else high)


def _sum(members: Sequence[Member], observed: Mapping[str, Observation]) -> Bounds:
    low = high = Decimal(0)
    for member in members:
        least, most = _bounds(observed[member.observation_id])
        low += least if member.sign > 0 else -most
        high += most if member.sign > 0 else -least
    return low, high
