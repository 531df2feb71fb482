"""Staging: one Arrow table each, exact decimals, nothing lost without a Problem."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.model import Interval
from pipelines.warehouse.staging import schemas, stage
from tests.unit.warehouse.samples import Figure, Stated, bach_thong, document, refused


def test_no_extraction_gives_empty_tables_with_all_columns() -> None:
    tables = stage([])

    assert {name: (len(table), table.schema) for name, table in tables.items()} == {
        name: (0, schema) for name, schema in schemas().items()
    }


def test_the_article_is_flattened_row_by_row() -> None:
    tables = stage([bach_thong()])

    counts = {name: len(table) for name, table in tables.items()}
    assert counts == {
        "stg_document": 1,
        "stg_observation": 23,
        "stg_relation": 6,
        "stg_relation_member": 17,
        "stg_problem": 0,
    }
    [house] = [row for row in tables["stg_observation"].to_pylist() if row["quote"] == "1.960 triệu đồng"]
    assert (house["value"], house["factor"], house["unit"]) == (1_960_000_000, 1_000_000, "VND")
    assert (house["place"], house["place_code"], house["place_valid_from"]) == (
        "Huyện Bạch Thông",
        "063",
        date(2021, 11, 1),
    )
    assert (house["period"], house["period_end"]) == ("2022", date(2022, 12, 31))


def test_attributes_become_columns_and_the_rest_is_kept() -> None:
    made = document("raw/a.txt", [], title="Tin", published="2023-02-24", made_up="true", licence="CC BY", note=None)
    [row] = stage([made])["stg_document"].to_pylist()

    assert (row["title"], row["published"], row["made_up"]) == ("Tin", date(2023, 2, 24), True)
    assert row["attributes"] == '{"licence": "CC BY"}'


def test_a_date_that_is_none_stays_among_the_attributes() -> None:
    [row] = stage([document("raw/a.txt", [], published="mùa xuân")])["stg_document"].to_pylist()

    assert row["published"] is None
    assert row["attributes"] == '{"published": "mùa xuân"}'


def test_a_refused_file_has_its_problem_and_no_text() -> None:
    tables = stage([refused("raw/a.bin")])

    [row], [problem] = tables["stg_document"].to_pylist(), tables["stg_problem"].to_pylist()
    assert (row["text"], row["sha256"]) == (None, "")
    assert (problem["code"], problem["detail"]) == ("source_unreadable", "Permission denied")


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        pytest.param("0.1234565", "0.123456", id="half to even, down"),
        pytest.param("0.1234575", "0.123458", id="half to even, up"),
        pytest.param("33.333333333333", "33.333333", id="many digits"),
        pytest.param("1E+21", "1000000000000000000000", id="as large as fits"),
        pytest.param("-5", "-5", id="negative"),
    ],
)
def test_figures_are_stored_with_six_decimals(value: str, stored: str) -> None:
    [row] = stage([document("raw/a.txt", [Figure("5 hộ", value, None, None, 1)])])["stg_observation"].to_pylist()

    assert row["value"] == Decimal(stored)


def test_a_figure_too_large_is_left_out_with_its_relations_and_a_problem() -> None:
    figures = [Figure("9 hộ", "1E+22", None, None, 1), Figure("5 hộ", "5", None, None, 2, part_of="9 hộ")]
    tables = stage([document("raw/a.txt", figures, [Stated("subset", (("whole", 0), ("part", 1)))])])

    [kept] = tables["stg_observation"].to_pylist()
    assert (kept["quote"], kept["part_of"]) == ("5 hộ", [])
    assert (len(tables["stg_relation"]), len(tables["stg_relation_member"])) == (0, 0)
    [problem] = tables["stg_problem"].to_pylist()
    assert (problem["code"], problem["detail"]) == ("figure_too_large", "9 hộ")


def test_bounds_are_rounded_outwards() -> None:
    made = document("raw/a.txt", [Figure("5 hộ", "5", None, None, 1)])
    wide = Interval(Decimal("4.99999995"), Decimal("5.00000005"))
    made = replace(made, observations=(replace(made.observations[0], interval=wide),))

    [row] = stage([made])["stg_observation"].to_pylist()
    assert (row["interval_low"], row["interval_high"]) == (Decimal("4.999999"), Decimal("5.000001"))


@given(st.decimals(min_value="-1e21", max_value="1e21", places=6))
def test_six_decimals_are_kept_exactly(value: Decimal) -> None:
    [row] = stage([document("raw/a.txt", [Figure("5 hộ", str(value), None, None, 1)])])["stg_observation"].to_pylist()

    assert row["value"] == value
