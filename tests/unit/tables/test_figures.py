"""What is read at a cell: exact, as printed, with its precision; formulas without a stored value."""

from array import array
from decimal import Decimal

import pytest

from pipelines.model import Sheet, Workbook
from pipelines.readers.workbook_cells import CellGrid, CellStyle, RawValue
from pipelines.tables.layouts.layout import NumberStyle
from pipelines.tables.sheets.computed import with_computed_values
from pipelines.tables.sheets.grid import Grid
from pipelines.tables.totals.figures import Figure, Figures, table_style
from pipelines.tables.totals.numbers import restore_thousands


def figure_of(
    raw: RawValue, number_format: str | None = None, whole: bool = False, shown: str | None = None,
    style: NumberStyle = "vietnamese",
) -> Figure | None:  # fmt: skip
    cells = CellGrid(
        [[raw]], [array("l", [0])], (CellStyle(None, number_format),), shown={} if shown is None else {(1, 1): shown}
    )
    return Figures(Grid(Sheet("A", cells)), style, {1: whole}).at(1, 1)


@pytest.mark.parametrize(
    ("raw", "number_format", "value", "half"),
    [
        (9536.0, "#,##0", "9536", "0"),
        (15.04, "0.00", "15.04", "0.005"),
        (0.887, "0.0%", "88.7", "0.05"),
        (15.040000000000001, None, "15.04", "0.005"),
        ("2.262.500,5", None, "2262500.5", "0.05"),
        ("1.962 ", None, "1962", "0"),
        ("12,5 %", None, "12.5", "0.05"),
    ],
)
def test_a_figure_is_exact_and_knows_its_precision(
    raw: RawValue, number_format: str | None, value: str, half: str
) -> None:
    figure = figure_of(raw, number_format)
    assert figure is not None
    assert (figure.value, figure.half_unit) == (Decimal(value), Decimal(half))


@pytest.mark.parametrize(
    ("shown", "half"), [("35,00", "0.005"), ("35.00", "0.005"), ("35", "0"), ("35,0 %", "0.05"), ("khoảng 40", "0")]
)
def test_the_precision_is_that_of_the_text_that_the_file_shows(shown: str, half: str) -> None:
    figure = figure_of(35.0, shown=shown)
    assert figure is not None
    assert (figure.printed, figure.half_unit) == (shown, Decimal(half))


@pytest.mark.parametrize("raw", ["x", "..", "…", "không", True, None, ""])
def test_what_is_no_figure(raw: RawValue) -> None:
    assert figure_of(raw) is None


@pytest.mark.parametrize(
    ("value", "whole", "restored"),
    [("25.796", True, 25796), ("1.2", True, 1200), ("25.796", False, None), ("12", True, None), ("1.2345", True, None)],
)
def test_thousands_that_a_program_took_for_decimals(value: str, whole: bool, restored: int | None) -> None:
    assert restore_thousands(Decimal(value), whole) == restored


def test_a_fraction_far_beyond_its_column_is_no_mangled_thousand() -> None:
    counts = Figures(Grid(Sheet("A", CellGrid([[18.0], [17.0], [19.0], [17.3]]))), "vietnamese", {1: True})
    households = Figures(Grid(Sheet("A", CellGrid([[812.0], [990.0], [715.0], [1.2]]))), "vietnamese", {1: True})
    found = [counts.at(4, 1), households.at(4, 1)]
    assert [figure and figure.value for figure in found] == [Decimal("17.3"), Decimal(1200)]


@pytest.mark.parametrize(
    ("cells", "style"),
    [(["1.234,5", "2,25"], "vietnamese"), (["1,234.5", "2.25"], "english"), (["12", "13"], "vietnamese")],
)
def test_the_style_of_numerals(cells: list[str], style: str) -> None:
    grid = Grid(Sheet("A", CellGrid([[cell] for cell in cells])))
    assert table_style(grid, range(1, len(cells) + 1), [1]) == style


class TestFormulasWithoutValues:
    @staticmethod
    def figure(formula: str, number_format: str = "0.0") -> Figure | None:
        table = (CellStyle(), CellStyle(None, number_format))
        cells = CellGrid([[3.0, 4850.0, 4912.4, None]], [array("l", [0, 0, 0, 1])], table, {(1, 4): formula})
        (sheet,) = with_computed_values(Workbook("a.xlsx", "0" * 64, (Sheet("A", cells),))).sheets
        return Figures(Grid(sheet), "vietnamese", {4: False}).at(1, 4)

    @pytest.mark.parametrize(
        ("formula", "number_format", "value"),
        [
            ("C1/B1*100", "0.0", "101.3"),
            ("C1/B1", "0.0%", "101.3"),
            ("SUM(A1:C1)", "0.0", "9765.4"),
            ("C1-B1", "0", "62.4"),
            ("IFERROR(C1/B1,0)*100", "0.00", "101.29"),
        ],
    )
    def test_they_have_the_value_that_a_person_is_shown(self, formula: str, number_format: str, value: str) -> None:
        figure = self.figure(formula, number_format)
        assert figure is not None
        assert (figure.value, "computed" in figure.flags) == (Decimal(value), True)

    @pytest.mark.parametrize("formula", ["VLOOKUP(A1,B1:C1,2)", "D1+1", "C1/0", "Khac!A1"])
    def test_what_is_not_understood_stays_without_a_value(self, formula: str) -> None:
        assert self.figure(formula) is None
