"""Lineage: a column is traced through WITH, joins, stars and unions to the columns it is taken from."""

from pathlib import Path

import pytest

from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.lineage import edges

_TABLES = """
a: {grain: One., key: [x], made_by: quality, group: facts, columns: &columns {x: {type: VARCHAR, description: X.}}}
b:
  grain: One.
  key: [x]
  made_by: quality
  group: facts
  columns: {x: {type: VARCHAR, description: X.}, y: {type: INTEGER, description: Y.}}
m: {grain: One., key: [x], columns: *columns}
"""


@pytest.mark.parametrize(
    ("statement", "taken_from"),
    [
        pytest.param("SELECT x FROM a", {("a", "x")}, id="plain"),
        pytest.param("SELECT * FROM a", {("a", "x")}, id="star"),
        pytest.param("SELECT b.* EXCLUDE (y) FROM b", {("b", "x")}, id="star with columns left out"),
        pytest.param("WITH c AS (SELECT x AS z FROM a) SELECT z AS x FROM c", {("a", "x")}, id="WITH"),
        pytest.param("SELECT a.x || b.y AS x FROM a JOIN b USING (x)", {("a", "x"), ("b", "y")}, id="join"),
        pytest.param("SELECT x FROM a UNION ALL SELECT x FROM b", {("a", "x"), ("b", "x")}, id="union"),
        pytest.param(
            "WITH c AS (SELECT 1 AS k, * FROM b UNION ALL BY NAME SELECT x FROM a UNION ALL BY NAME SELECT 2 AS k) "
            "SELECT * EXCLUDE (k, y) FROM c",
            {("a", "x"), ("b", "x")},
            id="union by name",
        ),
        pytest.param("SELECT count(*)::VARCHAR AS x FROM a", set(), id="a count is taken from no column"),
        pytest.param("SELECT max(x) OVER (PARTITION BY y) AS x FROM b", {("b", "x"), ("b", "y")}, id="window"),
        pytest.param("SELECT x FROM a SEMI JOIN b USING (x)", {("a", "x")}, id="semi join"),
    ],
)
def test_a_column_is_traced(tmp_path: Path, statement: str, taken_from: set[tuple[str, str]]) -> None:
    (tmp_path / "tables.yml").write_text(_TABLES, encoding="utf-8")
    (tmp_path / "marts").mkdir()
    (tmp_path / "marts" / "m.sql").write_text(statement, encoding="utf-8")

    found = edges(Catalogue(tmp_path))
    assert {(edge.source_table, edge.source_column) for edge in found} == taken_from
    assert {edge[:2] for edge in found} <= {("m", "x")}
