"""How an answer looks to a person: never wider than the screen, nothing lost, numbers readable."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pipelines.warehouse.answers import Answer, as_table

HOUSES = Answer(
    ("programme", "houses", "granted"),
    (
        ("Chương trình của tỉnh", 28, Decimal("1960000000.000000")),
        ("Quỹ vì người nghèo", 26, Decimal("1300000000.000000")),
        (None, 155, None),
    ),
)


def lines(answer: Answer, width: int = 120) -> list[str]:
    return as_table(answer, width).splitlines()


def test_a_table_has_numbers_to_the_right_and_names_what_is_null() -> None:
    assert lines(HOUSES) == [
        "programme              houses        granted",
        "────────────────────────────────────────────",
        "Chương trình của tỉnh      28  1 960 000 000",
        "Quỹ vì người nghèo         26  1 300 000 000",
        "NULL                      155           NULL",
        "(3 rows)",
    ]


def test_where_it_is_too_wide_texts_go_on_in_the_next_line() -> None:
    assert lines(HOUSES, 40) == [
        "programme          houses        granted",
        "────────────────────────────────────────",
        "Chương trình của       28  1 960 000 000",
        "tỉnh",
        "Quỹ vì người           26  1 300 000 000",
        "nghèo",
        "NULL                  155           NULL",
        "(3 rows)",
    ]


def test_where_it_does_not_fit_at_all_a_row_is_a_record() -> None:
    assert lines(HOUSES, 30)[:5] == [
        "── 1 ──────────────────────",
        "programme  Chương trình của",
        "           tỉnh",
        "houses     28",
        "granted    1 960 000 000",
    ]
    assert lines(HOUSES, 30)[-1] == "(3 rows)"


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        pytest.param("x", 9999, "9999", id="years and small counts stand together"),
        pytest.param("x", 10000, "10 000", id="whole number"),
        pytest.param("x", -2044000000, "-2 044 000 000", id="negative"),
        pytest.param("x", Decimal("1614826.500000"), "1 614 826.5", id="fraction"),
        pytest.param("x", 62009615.0, "62 009 615", id="double"),
        pytest.param("x", 1e300, "1e+300", id="double beyond all figures"),
        pytest.param("place_sk", 613392399369138732, "613392399369138732", id="surrogate key"),
        pytest.param("x", "0123456789", "0123456789", id="digits of a text"),
        pytest.param("x", "a\n b", "a b", id="lines of a text"),
        pytest.param("x", True, "true", id="boolean"),
        pytest.param("x", "[bold]", "[bold]", id="no markup"),
    ],
)
def test_values_are_readable(name: str, value: Any, shown: str) -> None:
    assert lines(Answer((name,), ((value,),)))[2] == shown.rjust(len(name) if isinstance(value, int) else 0)


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        pytest.param(0, "(0 rows)", id="none"),
        pytest.param(1, "(1 row)", id="one"),
        pytest.param(1001, "(1001 rows, the first 1000 shown; --format csv gives all)", id="too many to read"),
    ],
)
def test_the_rows_are_counted(rows: int, count: str) -> None:
    shown = lines(Answer(("x",), tuple((number,) for number in range(rows))))
    assert shown[-1] == count
    assert len(shown) == min(rows, 1000) + 3


def test_a_value_that_is_cut_is_told_of() -> None:
    shown = lines(Answer(("text",), (("từ " * 300,),)))
    assert shown[-1] == "(1 row, 1 long value cut; --format json gives them whole)"
    assert shown[-2].endswith("…")


def test_colours_only_where_asked() -> None:
    assert "\x1b[" not in as_table(HOUSES)
    assert "\x1b[" in as_table(HOUSES, colour=True)


@given(
    st.integers(min_value=30, max_value=200),
    st.lists(st.tuples(st.text("ăb c", max_size=90), st.integers(0, 10**12), st.text("đ", max_size=60)), max_size=4),
)
def test_no_line_is_wider_than_the_screen_and_nothing_is_lost(width: int, rows: list[tuple[str, int, str]]) -> None:
    shown = as_table(Answer(("first", "second", "third"), tuple(rows)), width)
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    for letter in "ăbđ":
        assert shown.count(letter) == sum(row[0].count(letter) + row[2].count(letter) for row in rows)
