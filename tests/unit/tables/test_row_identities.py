"""What labels state of lines by their ordinals."""

import pytest

from pipelines.tables.relations.row_identities import expression_of
from tests.unit.tables.grids import Rows, broken, read_rows

ROWS: Rows = [
    ["ĐỘ BAO PHỦ BHYT NĂM 2023"], ["TT", "Chỉ tiêu", "Na Rì", "Ba Bể", "Chợ Mới"],
    ["I", "Số thẻ BHYT (thẻ)", 90, 72, 45], ["II", "Dân số trung bình (người)", 100, 80, 50],
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "expression"),
    [
        ("Tỷ lệ bao phủ BHYT (III/IV)", "III/IV"),
        ("Tỷ lệ hộ nghèo (%) (3=2/1*100)", "2/1*100"),
        ("Còn lại = 1 - 2 + 3", "1 - 2 + 3"),
        ("Tỷ lệ (II/I) (%)", "II/I"),
        ("Bình quân ((1)-(2))/(3)", None),
        ("Hộ nghèo (theo chuẩn 2022-2025)", None),
        ("Quyết định 12/QĐ-UBND", None),
        ("Số hộ (hộ)", None),
        ("Nhà 3 cứng)", None),
    ],
)
def test_the_expression_that_a_label_states(label: str, expression: str | None) -> None:
    assert expression_of(label) == expression


@pytest.mark.parametrize("label", ["Tỷ lệ bao phủ (I/II) (%)", "Tỷ lệ bao phủ (%) (III=I/II*100)"])
def test_the_one_figure_that_breaks_what_a_label_states_is_told(label: str) -> None:
    assert broken(read_rows([*ROWS, ["III", label, "90,00", "90,00", "90,00"]])) == []
    told = broken(read_rows([*ROWS, ["III", label, "90,00", "81,00", "90,00"]]))
    assert {"Sheet1!D5", "Sheet1!D3", "Sheet1!D4"} in told


def test_an_expression_that_most_figures_do_not_bear_out_states_nothing() -> None:
    assert broken(read_rows([*ROWS, ["III", "Số hộ (I/II) (hộ)", 30, 25, 20]])) == []


def test_ordinals_that_several_lines_bear_name_none() -> None:
    rows: Rows = [*ROWS, ["III", "Số hộ (hộ)", 3, 3, 3], ["I", "Số thẻ của hộ nghèo (thẻ)", 9, 9, 9]]
    assert broken(read_rows([*rows, ["IV", "Tỷ lệ (I/II) (%)", "90,00", "81,00", "90,00"]])) == []
