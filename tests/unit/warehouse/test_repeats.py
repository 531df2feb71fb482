"""What a figure repeats: that of its document which was told first, through repeats of repeats."""

import duckdb
import pytest

from pipelines.warehouse.settings import CHECKOUT

STATEMENT = (CHECKOUT / "sql" / "facts" / "fact_observation.sql").read_text(encoding="utf-8")
TABLES = """
CREATE TABLE stg_relation (relation_id INTEGER, kind VARCHAR);
CREATE TABLE stg_relation_member (relation_id INTEGER, observation_id VARCHAR, role VARCHAR);
CREATE TABLE stg_observation AS SELECT
    unnest(['z', 'm', 'a']) AS observation_id, unnest([1, 2, 3]) AS position, 1 AS factor, 1 AS place_level,
    '06' AS place_code, DATE '2004-01-01' AS place_valid_from, '2022' AS period, NULL::DATE AS period_start,
    NULL::DATE AS period_end;
CREATE TABLE dim_place (place_sk INTEGER, level INTEGER, code VARCHAR, valid_from DATE);
CREATE TABLE dim_period (period_sk INTEGER, period VARCHAR, period_start DATE, period_end DATE);
"""


@pytest.mark.parametrize(
    ("repeats", "linked"),
    [
        pytest.param([], {}, id="none"),
        pytest.param([("z", "m")], {"m": "z"}, id="one"),
        pytest.param([("z", "a"), ("m", "a")], {"a": "z"}, id="of several the first by place"),
        pytest.param([("z", "m"), ("m", "a")], {"m": "z", "a": "z"}, id="a repeat of a repeat"),
    ],
)
def test_a_repeat_leads_to_the_figure_that_was_told_first(
    repeats: list[tuple[str, str]], linked: dict[str, str]
) -> None:
    with duckdb.connect() as connection:
        connection.execute(TABLES)
        for number, (first, again) in enumerate(repeats):
            connection.execute("INSERT INTO stg_relation VALUES (?, 'repeat')", [number])
            connection.execute("INSERT INTO stg_relation_member VALUES (?, ?, 'first')", [number, first])
            connection.execute("INSERT INTO stg_relation_member VALUES (?, ?, 'repeat')", [number, again])
        told = connection.sql(f"SELECT observation_id, repeat_of FROM ({STATEMENT})").fetchall()

    assert {again: first for again, first in told if first} == linked
