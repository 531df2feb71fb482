"""Identities of index rows: "4=3/1*100", "(6)=(3)+(4)-(5)", "9=1-2-3-4+5+6+7+8"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.tables.layouts.identities import Identity, identities_of, identity_of_columns, index_number
from pipelines.tables.sheets.grid import column_letters


def read(row: str) -> list[str]:
    return [str(one) for one in identities_of(dict(enumerate(row.split(" | "), start=1)))]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("A | B | 1 | 2 | 3 | 4=3/1*100", ["F = E / C * 100"]),
        ("(1) | (2) | (3) | (4) | (5) | (6)=(3)+(4)-(5) | (7)=(6)/(3)", ["F = C + D - E", "G = F / C"]),
        ("1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9=1-2-3-4+5+6+7+8", ["I = A - B - C - D + E + F + G + H"]),
        ("A | 1 = 2+3 | 2 | 3", ["B = C + D"]),
        ("1 | 2 | 3 | 4=(1+2)/3x100%", ["D = (A + B) / C * 100"]),
        ("1 | 2 | 3=2:1*100 | 4", ["C = B / A * 100"]),
        ("[1] | [2] | [3]=[1]-[2]", ["C = A - B"]),
        ("1 | 1.1 | 1.2 | 2=1.1+1.2", ["D = B + C"]),
        ("(a) | (b) | (1) | (2) | (3) | (4)=(1)x(2)x(3)", ["F = C * D * E"]),
        ("a | b | 1 | 2 | 3=2:1 | 4=1+2", ["E = D / C", "F = C + D"]),
        ("(1) | (2) | (3) | (4) | (5)=(1)+…+(4)", ["E = A + B + C + D"]),
        ("1 | 2 | 3 | 4=1+...+3", ["D = A + B + C"]),
        ("(1) | (2) | (3)=(1)x(2)x3", ["C = A * B * 3"]),
        ("(1) | (2) | (3)=(1)*(2)*12", ["C = A * B * 12"]),
        ("(1) | (2) | (3)=(1)x(2)x20", ["C = A * B * 20"]),
        ("1 | 2 | 3", []),
    ],
)
def test_what_an_index_row_states(row: str, told: list[str]) -> None:
    assert read(row) == told


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("1 | 2 | 3=1+7", id="no such column"),
        pytest.param("1 | 1 | 2=1*100", id="two columns of a number"),
        pytest.param("1 | 2 | 3=3+1", id="of itself"),
        pytest.param("1 | 2 | 3=1*5", id="a constant that may be a column"),
        pytest.param("1 | 2 | 3 | 4=1*2/3", id="a product divided"),
        pytest.param("1 | 2 | 3 | 4=(1+2)*3", id="a sum multiplied"),
        pytest.param("(1) | (2) | (3) | (4) | (5) | (6)=((2)-(1))/5", id="of five years, not by the fifth column"),
        pytest.param("[1] | [2] | [3]=[1]x3", id="one column in brackets may stand beside one without"),
        pytest.param("(1) | (2) | (3)=(1)+(2)x2", id="only the last term multiplied"),
        pytest.param("(1) | (2) | (3)=(1)x(2)x" + "9" * 5000, id="a constant that no form prints"),
        pytest.param("(1) | (2) | (3)=(1)+3", id="a constant added"),
        pytest.param("(1) | (2) | (3)=3", id="a constant alone"),
        pytest.param("1 | 2 | 3=1+2/1", id="only the last term divided"),
        pytest.param("1 | 2 | 3=(1+2", id="cut off"),
        pytest.param("1 | 2 | 3=?", id="noise"),
    ],
)
def test_what_is_not_understood_states_nothing(row: str) -> None:
    assert read(row) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("4=3/1*100", "4"), ("(6)=(3)+(4)", "6"), ("A", "A"), ("b", "b"), ("1.2", "1.2"), ("Tổng", None), ("", None)],
)
def test_the_number_that_an_index_cell_bears(text: str, number: str | None) -> None:
    assert index_number(text) == number


columns = st.integers(1, 30)
signs = st.sampled_from([1, -1])


@given(
    st.lists(st.tuples(columns, signs), min_size=1, max_size=5, unique_by=lambda member: member[0]),
    st.lists(st.tuples(columns, st.just(1)), max_size=2, unique_by=lambda member: member[0]),
    st.sampled_from([1, 100]),
)
def test_an_identity_is_read_back_as_it_is_written(
    numerators: list[tuple[int, int]], denominators: list[tuple[int, int]], multiplier: int
) -> None:
    written = Identity(40, tuple(numerators), tuple(denominators), multiplier if denominators else 1)
    assert identity_of_columns(str(written)) == written


@given(st.text("0123456789+-*/()=ABC ", max_size=30))
def test_no_text_is_too_strange(text: str) -> None:
    found = identity_of_columns(text)
    assert found is None or column_letters(found.result) in text.upper()


@pytest.mark.parametrize(
    "text",
    ["D = " + "(" * 3_000 + "A" + ")" * 3_000, "D = " + "[" * 3_000 + "A" + "]" * 3_000, "D = (1)+…+(99999999)"],
    ids=["brackets without end", "square ones", "a range of columns that no sheet has"],
)
def test_an_expression_that_no_form_prints_is_none(text: str) -> None:
    assert identity_of_columns(text) is None
