"""Cell formulas as relations have them, and values for formulas that a file holds without a stored result."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.tables.sheets.formulas import CellFormula, CellReference, parse_formula
from tests.unit.tables.grids import Rows, by_cell, read_sheets, sheet_of


def shape(formula: CellFormula) -> str:
    def terms(members: Sequence[tuple[CellReference, int]]) -> str:
        return " ".join(f"{'+' if sign > 0 else '-'}{cell.column},{cell.row}" for cell, sign in members)

    below = f" / {terms(formula.denominators)}" if formula.denominators else ""
    times = "" if formula.multiplier == 1 else f" * {formula.multiplier}"
    return terms(formula.numerators) + below + times


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SUM(C1:C3)", "+3,1 +3,2 +3,3"),
        ("=SUM(C1,C3)", "+3,1 +3,3"),
        ("C1+D1-E1", "+3,1 +4,1 -5,1"),
        ("E1/C1*100", "+5,1 / +3,1 * 100"),
        ("ROUND(E1/C1*100,2)", "+5,1 / +3,1 * 100"),
        ("IF(C1=0,0,E1/C1)", "+5,1 / +3,1"),
        ('IFERROR(E1/(C1+D1),"")', "+5,1 / +3,1 +4,1"),
        ("SUBTOTAL(9,C1:C2)", "+3,1 +3,2"),
        ("$C$1", "+3,1"),
        ("E1%", "+5,1 * 0.01"),
    ],
)
def test_formulas_that_are_understood(text: str, told: str) -> None:
    formula = parse_formula(text)
    assert formula is not None
    assert shape(formula) == told


@pytest.mark.parametrize(
    "text", ["VLOOKUP(A1,B:C,2,0)", "C1*D1", "AVERAGE(C1:C3)", "1-C1", "", "((((", "SUM(", '"a"&B1', "C1^2", "(" * 9000]
)
def test_formulas_that_only_the_program_can_tell(text: str) -> None:
    assert parse_formula(text) is None


@given(st.text("ABC123+-*/(),:!'\"$% ", max_size=40))
def test_no_formula_is_too_strange(text: str) -> None:
    formula = parse_formula(text)
    assert formula is None or formula.numerators


def test_a_formula_without_a_stored_result_is_computed() -> None:
    rows: Rows = [
        ["TT", "Xã", "Hộ nghèo", "Hộ cận nghèo", "Cộng"],
        [1, "Xã A", 3, 4, None],
        [2, "Xã B", 5, 6, None],
    ]
    sheet = sheet_of(rows, formulas={(2, 5): "C2+D2", (3, 5): "E2+C3+D3"})
    observed = by_cell(read_sheets(sheet))
    assert (observed["E2"].value, observed["E3"].value) == (Decimal(7), Decimal(18))
    assert "computed" in observed["E3"].flags


def test_a_circle_of_formulas_has_no_value_and_a_problem() -> None:
    rows: Rows = [["TT", "Xã", "Hộ nghèo", "Hộ cận nghèo"], [1, "Xã A", 3, None], [2, "Xã B", 5, 6]]
    reading = read_sheets(sheet_of(rows, formulas={(2, 4): "D2+C2"}))
    assert "D2" not in by_cell(reading)
    assert [problem.code for problem in reading.problems].count("formula_without_value") == 1
