"""How many cells the formulas of a workbook name, which is bounded before any of them is read.

What a formula computes is the business of the tables room; here only its ranges are measured.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.model import Problem, Sheet
from pipelines.readers.workbook_cells import CellGrid
from pipelines.readers.workbook_limits import WorkbookLimits

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", re.IGNORECASE)


def cells_named(formula: str) -> int:
    """How many cells a formula names, those of its ranges counted one by one.

    >>> cells_named("SUM(C$3:D10)/E3")
    17
    """
    total = 0
    for left, top, right, bottom in _REFERENCE.findall(formula):
        height = abs(int(bottom) - int(top)) + 1 if bottom else 1
        width = abs(_number(right) - _number(left)) + 1 if right else 1
        total += height * width
    return total


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def with_fewer_formulas(
    sheets: Sequence[Sheet], limits: WorkbookLimits, document: str, problems: list[Problem]
) -> tuple[Sheet, ...]:
    """The sheets with as many of their formulas as the limit allows, and a Problem at the first left out."""
    left = limits.formula_cells
    found = []
    for sheet in sheets:
        grid = sheet.cells
        assert isinstance(grid, CellGrid)
        kept: dict[tuple[int, int], str] = {}
        for place, formula in grid.formulas.items():
            left -= cells_named(formula)
            if left < 0:
                break
            kept[place] = formula
        missing = len(grid.formulas) - len(kept)
        if missing:
            row, column = next(place for place in grid.formulas if place not in kept)
            detail = f"{missing} formula(s) not looked at; all name more than {limits.formula_cells} cells"
            problems.append(Problem("formulas_too_many", document, f"{sheet.name}!R{row}C{column}", detail))
        found.append(replace(sheet, cells=replace(grid, formulas=kept)) if missing else sheet)
    return tuple(found)
