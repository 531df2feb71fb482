"""What the cell formulas of a table say of its build: which rows a total adds up, which columns make up another.

A formula is what the author of the sheet meant, so where most cells of a row or a column have one of the same shape,
it tells a sum or an identity as an index row does. A single odd formula tells nothing but itself
(relations/formula_relations.py).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipelines.tables.layouts.identities import Identity
from pipelines.tables.sheets.formulas import CellFormula, parse_formula
from pipelines.tables.sheets.grid import Grid
from pipelines.tables.structure.columns import sample_of


@dataclass(frozen=True, slots=True)
class FormulaStructure:
    """Rows that formulas add up, by their total, and identities between columns."""

    row_sums: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    identities: tuple[Identity, ...] = ()


def formula_structure(
    grid: Grid, rows: Sequence[int], columns: Sequence[int], totals: Iterable[int]
) -> FormulaStructure:
    """Read the formulas of a table's figures; of a long table those of some rows and of its totals."""
    if not grid.formulas:
        return FormulaStructure()
    down: dict[int, Counter[tuple[int, ...]]] = defaultdict(Counter)
    across: dict[int, Counter[Identity]] = defaultdict(Counter)
    for row in sorted({*sample_of(rows), *totals}):
        for column in columns:
            formula = parse_formula(text) if (text := grid.formulas.get((row, column))) else None
            if formula is None:
                continue
            parts = _same_column(formula, column)
            if parts is not None:
                down[row][parts] += 1
            identity = _same_row(formula, row, column)
            if identity is not None:
                across[column][identity] += 1
    sums = {row: counts.most_common(1)[0][0] for row, counts in down.items()}
    return FormulaStructure(sums, tuple(_settled(across)))


def _settled(across: Mapping[int, Counter[Identity]]) -> Iterator[Identity]:
    for counts in across.values():
        identity, count = counts.most_common(1)[0]
        if count >= 2 and count * 2 > counts.total():
            yield identity


def _same_column(formula: CellFormula, column: int) -> tuple[int, ...] | None:
    """The rows that a sum over one column adds up."""
    if not formula.is_sum or any(cell.sheet or cell.column != column for cell, _ in formula.numerators):
        return None
    return tuple(sorted(cell.row for cell, _ in formula.numerators))


def _same_row(formula: CellFormula, row: int, column: int) -> Identity | None:
    """The identity that a formula over one row states."""
    members = (*formula.numerators, *formula.denominators)
    if any(cell.sheet or cell.row != row or cell.column == column for cell, _ in members):
        return None
    if len(members) < 2 or formula.multiplier != int(formula.multiplier):
        return None
    return Identity(
        column,
        tuple((cell.column, sign) for cell, sign in formula.numerators),
        tuple((cell.column, sign) for cell, sign in formula.denominators),
        int(formula.multiplier),
    )
