"""The contract: each kind of promise has data that breaks it, and data that keeps it."""

from pathlib import Path

import duckdb
import pytest

from pipelines.warehouse.catalogue import Catalogue, TableSpec
from pipelines.warehouse.contract import promises, violations

_TABLES = """
code_list:
  grain: One code.
  key: [list_id, code]
  made_by: quality
  group: dimensions
  columns:
    list_id: {type: VARCHAR, description: List.}
    code: {type: VARCHAR, description: Code.}
place:
  grain: One place.
  key: [place_id]
  made_by: quality
  group: dimensions
  columns:
    place_id: {type: VARCHAR, description: Key.}
fact:
  grain: One fact.
  key: [document, number]
  made_by: quality
  group: facts
  columns:
    document: {type: VARCHAR, description: Source.}
    number: {type: INTEGER, description: Rank.}
    place: {type: VARCHAR, references: place, description: Place.}
    status: {type: VARCHAR, codes: status, description: Status.}
    value: {type: INTEGER, required: true, description: Figure.}
"""
SOUND = "('a', 1, 'p', 'actual', 5)"


@pytest.fixture
def specs(tmp_path: Path) -> tuple[TableSpec, ...]:
    (tmp_path / "tables.yml").write_text(_TABLES, encoding="utf-8")
    return Catalogue(tmp_path).tables


def broken(specs: tuple[TableSpec, ...], *rows: str) -> list[str]:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE code_list AS SELECT 'status' AS list_id, 'actual' AS code")
        connection.execute("INSERT INTO code_list VALUES ('other', 'plan')")
        connection.execute("CREATE TABLE place AS SELECT 'p' AS place_id")
        connection.execute("CREATE TABLE fact (document VARCHAR, number INT, place VARCHAR, status VARCHAR, value INT)")
        for row in rows:
            connection.execute(f"INSERT INTO fact VALUES {row}")
        return [str(violation) for violation in violations(connection, specs)]


def test_what_is_kept_is_not_told(specs: tuple[TableSpec, ...]) -> None:
    assert broken(specs, SOUND, "('a', 2, NULL, NULL, 6)") == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param(
            "('a', 1, 'p', 'actual', 7)",
            "fact.document, number key stands more than once in 1 rows, for one a 1",
            id="key",
        ),
        pytest.param("('a', NULL, 'p', 'actual', 7)", "fact.number is null in 1 rows", id="null in the key"),
        pytest.param("('a', 2, 'p', 'actual', NULL)", "fact.value is null in 1 rows", id="required"),
        pytest.param("('a', 2, 'q', 'actual', 7)", "fact.place points to no row in 1 rows, for one q", id="reference"),
        pytest.param(
            "('a', 2, 'p', 'plan', 7)", "fact.status is no code of its list in 1 rows, for one plan", id="code"
        ),
    ],
)
def test_what_is_broken_is_told_with_an_example(specs: tuple[TableSpec, ...], row: str, told: str) -> None:
    assert broken(specs, SOUND, row) == [told]


def test_every_promise_of_the_dictionary_is_one_query(specs: tuple[TableSpec, ...]) -> None:
    [fact] = [spec for spec in specs if spec.name == "fact"]
    made = list(promises(fact, {spec.name: spec.table for spec in specs}))

    assert [(promise.rule, promise.columns) for promise in made] == [
        ("key", ("document", "number")),
        ("required", ("document",)),
        ("required", ("number",)),
        ("required", ("value",)),
        ("references", ("place",)),
        ("codes", ("status",)),
    ]
