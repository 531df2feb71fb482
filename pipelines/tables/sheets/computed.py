"""Values of formulas that a file holds without a stored result, as programs other than Excel write them.

A person who opens the file sees the result, so it is computed where the formula is of a form that is understood
(formulas.py) and all that it names is a number or empty. Everything else stays unknown and is told as a Problem.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Context, Decimal

from pipelines.model import Sheet, Workbook
from pipelines.readers.workbook_cells import CellGrid, RawValue, exact
from pipelines.tables.sheets.formulas import CellFormula, CellReference, parse_formula

_DEEPEST = 60  # formulas that build upon formulas
_EXCEL = Context(prec=15)

_At = tuple[str, int, int]


def with_computed_values(workbook: Workbook) -> Workbook:
    """The workbook with the values of such formulas filled in; itself where there are none."""
    grids = {sheet.name: sheet.cells for sheet in workbook.sheets if isinstance(sheet.cells, CellGrid)}
    missing = {name: _without_value(grid) for name, grid in grids.items()}
    if not any(missing.values()):
        return workbook
    evaluator = _Evaluator(grids)
    sheets = tuple(
        _filled(sheet, grids[sheet.name], missing[sheet.name], evaluator) if missing.get(sheet.name) else sheet
        for sheet in workbook.sheets
    )
    return replace(workbook, sheets=sheets)


def _without_value(grid: CellGrid) -> list[tuple[int, int]]:
    return [place for place in grid.formulas if grid.raw(*place) is None]


def _filled(sheet: Sheet, grid: CellGrid, places: list[tuple[int, int]], evaluator: "_Evaluator") -> Sheet:
    values = {place: evaluator.value((sheet.name, *place)) for place in places}
    found = {place: value for place, value in values.items() if value is not None}
    if not found:
        return sheet
    rows: list[list[RawValue]] = [list(row) for row in grid.rows]
    for (row, column), value in found.items():
        while len(rows) < row:
            rows.append([])
        rows[row - 1] += [None] * (column - len(rows[row - 1]))
        rows[row - 1][column - 1] = value
    return replace(sheet, cells=replace(grid, rows=rows, computed=frozenset(found)))


class _Evaluator:
    """Computes formulas from the cells they name; a circle of formulas has no value."""

    def __init__(self, grids: Mapping[str, CellGrid]) -> None:
        self._grids = grids
        self._known: dict[_At, Decimal | None] = {}

    def value(self, at: _At, depth: int = 0) -> Decimal | None:
        if at not in self._known:
            self._known[at] = None  # a formula that comes back here is a circle
            formula = parse_formula(self._grids[at[0]].formulas[at[1:]])
            self._known[at] = self._evaluated(formula, at[0], depth) if formula and depth < _DEEPEST else None
        return self._known[at]

    def _evaluated(self, formula: CellFormula, sheet: str, depth: int) -> Decimal | None:
        numerator = self._sum(formula.numerators, sheet, depth)
        if numerator is None:
            return None
        if not formula.denominators:
            return _EXCEL.multiply(numerator, formula.multiplier)
        denominator = self._sum(formula.denominators, sheet, depth)
        if not denominator:
            return None
        return _EXCEL.divide(numerator * formula.multiplier, denominator)

    def _sum(self, members: tuple[tuple[CellReference, int], ...], sheet: str, depth: int) -> Decimal | None:
        total = Decimal(0)
        for cell, sign in members:
            value = self._cell(cell, sheet, depth)
            if value is None:
                return None
            total += sign * value
        return total

    def _cell(self, cell: CellReference, sheet: str, depth: int) -> Decimal | None:
        name = cell.sheet or sheet
        grid = self._grids.get(name)
        if grid is None:
            return None
        raw = exact(grid.raw(cell.row, cell.column))
        if raw is None:
            place = cell.row, cell.column
            return self.value((name, *place), depth + 1) if place in grid.formulas else Decimal(0)
        if isinstance(raw, Decimal):
            return raw
        return Decimal(0) if isinstance(raw, str) and raw.strip() in ("", "-") else None
