"""The statement of sdmx_observation: periods, codes and what is left out, on rows made by hand."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.duck import identifier
from pipelines.warehouse.settings import CHECKOUT

CATALOGUE = Catalogue(CHECKOUT / "sql")
SPEC = CATALOGUE.by_name["sdmx_observation"]


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        for name in SPEC.upstream:
            columns = CATALOGUE.by_name[name].columns.items()
            made.execute(f"CREATE TABLE {name} ({', '.join(f'{identifier(c)} {told.type}' for c, told in columns)})")
        insert(made, "dim_document", document="a.txt")
        insert(made, "dim_document", document="copy.txt", duplicate_of="a.txt")
        insert(made, "dim_unit", unit_id="household", sdmx_code="HH")
        insert(made, "dim_unit", unit_id="xe đạp")
        insert(made, "dim_unit", unit_id="roof")
        for code, since in (("02014", date(2021, 11, 1)), ("02014", date(2025, 7, 1))):
            insert(made, "dim_place", place_sk=since.year, level=3, code=code, valid_from=since)
        yield made


def insert(connection: duckdb.DuckDBPyConnection, table: str, **row: Any) -> None:
    marks = ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))


def row(connection: duckdb.DuckDBPyConnection, columns: str, **figure: Any) -> tuple[Any, ...] | None:
    """What becomes of one figure with these properties."""
    told = {"observation_id": "f", "document": "a.txt", "indicator": "house.hh", "unit": "household", "value": 1}
    insert(connection, "fact_observation", **{**told, "period_sk": 1, "status": "actual", "comparator": "=", **figure})
    period: dict[str, Any] = {"period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31), "period": "2022"}
    period |= {name: figure[name] for name in period if name in figure}
    days = (period["period_end"] - period["period_start"]).days + 1
    kind = "span" if "/" in str(period["period"]) else "year"
    insert(connection, "dim_period", period_sk=1, kind=kind, days=days, **period)
    return connection.execute(f"SELECT {columns} FROM ({SPEC.sql})").fetchone()


@pytest.mark.parametrize(
    ("period", "start", "end", "shown"),
    [
        pytest.param("2022", (2022, 1, 1), (2022, 12, 31), "2022", id="year"),
        pytest.param("2022-12-31", (2022, 12, 31), (2022, 12, 31), "2022-12-31", id="day"),
        pytest.param("2021/2025", (2021, 1, 1), (2025, 12, 31), "2021-01-01/P5Y", id="years"),
        pytest.param("2023-01/2023-09", (2023, 1, 1), (2023, 9, 30), "2023-01-01/P9M", id="months"),
        pytest.param("2022-09/2023-01", (2022, 9, 1), (2023, 1, 31), "2022-09-01/P5M", id="over a new year"),
        pytest.param("2023-01-01/2023-03-15", (2023, 1, 1), (2023, 3, 15), "2023-01-01/P74D", id="days"),
    ],
)
def test_a_span_is_its_first_day_and_its_length(
    connection: duckdb.DuckDBPyConnection,
    period: str,
    start: tuple[int, int, int],
    end: tuple[int, int, int],
    shown: str,
) -> None:
    figure = {"period": period, "period_start": date(*start), "period_end": date(*end)}
    assert row(connection, "time_period", **figure) == (shown,)


@pytest.mark.parametrize(
    ("figure", "column", "code"),
    [
        pytest.param({"unit": "household"}, "unit_measure", "HH", id="unit with a code"),
        pytest.param({"unit": "roof"}, "unit_measure", "ROOF", id="unit without one"),
        pytest.param({"unit": "xe đạp"}, "unit_measure", "NOUN_4b13d752", id="noun as printed"),
        pytest.param({"unit": None}, "unit_measure", "_Z", id="no unit"),
        pytest.param({"place_sk": 2021}, "ref_area", "02014", id="first version of a place"),
        pytest.param({"place_sk": 2025}, "ref_area", "02014-20250701", id="another place under its code"),
        pytest.param({}, "ref_area", "_U", id="no place"),
        pytest.param({}, "indicator", "house_hh", id="no point in a code"),
        pytest.param({}, "population_group", "_T", id="no group is all"),
    ],
)
def test_codes_are_those_that_sdmx_allows(
    connection: duckdb.DuckDBPyConnection, figure: dict[str, Any], column: str, code: str
) -> None:
    assert row(connection, column, period="2022", **figure) == (code,)


@pytest.mark.parametrize(
    ("severity", "outcome", "status"),
    [
        pytest.param("warning", "broken", "V", id="contradicted"),
        pytest.param("info", "broken", "A", id="a notice"),
        pytest.param("warning", "holds", "A", id="holds"),
    ],
)
def test_a_figure_that_is_contradicted_is_not_validated(
    connection: duckdb.DuckDBPyConnection, severity: str, outcome: str, status: str
) -> None:
    insert(connection, "fact_relation", relation_id="r", severity=severity, outcome=outcome)
    insert(connection, "fact_relation_member", relation_id="r", observation_id="f")
    assert row(connection, "obs_status", period="2022") == (status,)


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param({"repeat_of": "e"}, id="a repeat"),
        pytest.param({"indicator": None}, id="without an indicator"),
        pytest.param({"document": "copy.txt"}, id="of a duplicate"),
        pytest.param({"period_sk": None}, id="without a period"),
    ],
)
def test_what_is_left_out(connection: duckdb.DuckDBPyConnection, figure: dict[str, Any]) -> None:
    assert row(connection, "figure", period="2022", **figure) is None
