"""The formulas of cells as relations, also over sheets; what the layout says already is not said twice.

A stored value may be older than the cells that it was computed from, so a formula is checked like any other claim.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from pipelines.model import Observation, Relation
from pipelines.readers.workbook_cells import is_percent
from pipelines.tables.readings.links import Cell
from pipelines.tables.relations.relation_keys import formula_relation, relation
from pipelines.tables.sheets.formulas import CellFormula, CellReference, parse_formula
from pipelines.tables.sheets.grid import Grid

_HUNDRED = Decimal(100)

SheetObservations = Mapping[str, Mapping[Cell, Observation]]
_Members = list[tuple[Observation, int]]


def formula_relations(
    document: str, grids: Iterable[Grid], observed: SheetObservations, known: Iterable[Relation]
) -> Iterator[Relation]:
    """A relation for each formula of an observed cell whose cells are observed or empty."""
    by_name = {grid.sheet.name: grid for grid in grids}
    if not any(grid.formulas for grid in by_name.values()):
        return
    said = {_signature(one) for one in known}
    for name, grid in by_name.items():
        for place, text in grid.formulas.items():
            result = observed.get(name, {}).get(place)
            formula = parse_formula(text) if result is not None else None
            if result is None or formula is None:
                continue
            found = _relation(document, result, formula, grid, place, by_name, observed)
            if found is not None and _signature(found) not in said:
                said.add(_signature(found))
                yield found


def _relation(
    document: str, result: Observation, formula: CellFormula, grid: Grid, place: Cell, grids: Mapping[str, Grid],
    observed: SheetObservations,
) -> Relation | None:  # fmt: skip
    name = grid.sheet.name
    numerators = _members(formula.numerators, name, grids, observed)
    denominators = _members(formula.denominators, name, grids, observed)
    if not numerators or denominators is None or bool(denominators) != bool(formula.denominators):
        return None
    if formula.is_plain and len(numerators) == 1 and numerators[0][1] > 0:
        first, second = numerators[0][0], result
        if len(formula.numerators) > 1 or first.unit != second.unit:
            return None
        return relation("repeat", document, [("first", first, 1), ("repeat", second, 1)], "cell formula")
    cell = grid.cell(*place)
    shown_percent = cell is not None and is_percent(cell.number_format)
    multiplier = formula.multiplier * (_HUNDRED if shown_percent else 1)
    return formula_relation(document, result, numerators, denominators, multiplier, "cell formula")


def _members(
    cells: Iterable[tuple[CellReference, int]], sheet: str, grids: Mapping[str, Grid], observed: SheetObservations
) -> _Members | None:
    """The observations that a formula names; empty cells count as nothing, an unread one makes it untold."""
    found: _Members = []
    for cell, sign in cells:
        name = cell.sheet or sheet
        grid = grids.get(name)
        observation = observed.get(name, {}).get((cell.row, cell.column))
        if observation is not None:
            found.append((observation, sign))
        elif grid is None or grid.kind(cell.row, cell.column) not in "em":
            return None
    return found


def _signature(one: Relation) -> tuple[str, frozenset[tuple[str, int]], frozenset[tuple[str, int]]]:
    """What a relation computes from what, whatever it is called."""
    result, numerators, denominators = "", set(), set()
    for member in one.members:
        if member.role in ("total", "result", "closing", "rate", "repeat"):
            result = member.observation_id
        elif member.role in ("denominator", "whole"):
            denominators.add((member.observation_id, member.sign))
        else:
            numerators.add((member.observation_id, member.sign))
    return result, frozenset(numerators), frozenset(denominators)
