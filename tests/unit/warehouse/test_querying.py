"""Questions to the published warehouse, and what they look like."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.warehouse.errors import QueryError
from pipelines.warehouse.exporting import export_tables
from pipelines.warehouse.querying import query
from pipelines.warehouse.sdmx import export_sdmx
from tests.unit.warehouse.projects import run_small, small_project

HOUSES = "SELECT quote, value, NULL AS nothing FROM fact_observation ORDER BY quote"


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = small_project(tmp_path_factory.mktemp("project") / "p", {"a.txt": "155 28"})
    run_small(settings)
    return settings.warehouse


def test_csv_has_a_heading(warehouse: Path) -> None:
    assert query(warehouse, HOUSES, "csv") == "quote,value,nothing\n155 hộ,155,\n28 hộ,28,"


def test_json_has_numbers_and_nulls(warehouse: Path) -> None:
    assert json.loads(query(warehouse, HOUSES, "json"))[0] == {"quote": "155 hộ", "value": 155, "nothing": None}


@pytest.mark.parametrize(
    ("expression", "shown", "in_json"),
    [
        pytest.param("1960000000.000000::DECIMAL(28,6)", "1960000000", 1960000000, id="whole decimal"),
        pytest.param("103.800000::DECIMAL(28,6)", "103.8", 103.8, id="decimal"),
        pytest.param("100::DECIMAL(28,6)", "100", 100, id="zeros of a whole number stay"),
        pytest.param("40000000.0::DOUBLE", "40000000", 40000000.0, id="double"),
        pytest.param("DATE '2022-12-31'", "2022-12-31", "2022-12-31", id="date"),
        pytest.param("['a', 'b']", '"[""a"", ""b""]"', ["a", "b"], id="list"),
        pytest.param("{'a': 1.50}", '"{""a"": 1.5}"', {"a": 1.5}, id="struct"),
        pytest.param("TRUE", "true", True, id="boolean"),
        pytest.param("'\\xC4x'::BLOB", "c478", "c478", id="bytes"),
    ],
)
def test_values_are_shown_plainly(warehouse: Path, expression: str, shown: str, in_json: object) -> None:
    assert query(warehouse, f"SELECT {expression} AS x", "csv") == f"x\n{shown}"
    assert json.loads(query(warehouse, f"SELECT {expression} AS x", "json")) == [{"x": in_json}]


def test_json_has_neither_infinity_nor_columns_of_one_name(warehouse: Path) -> None:
    beyond = "SELECT 1.0/0 AS a, 'nan'::DOUBLE AS b, ['-inf'::DOUBLE, 1] AS c"
    assert json.loads(query(warehouse, beyond, "json")) == [{"a": None, "b": None, "c": [None, 1.0]}]
    with pytest.raises(QueryError, match="several columns are named a; name each apart with AS"):
        query(warehouse, "SELECT 1 AS a, 2 AS b, 3 AS a", "json")


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        pytest.param("SELECT * FROM nothing", "Table with name nothing does not exist", id="no such table"),
        pytest.param("SELEC 1", "syntax error", id="no SQL"),
        pytest.param("DELETE FROM fact_observation", "read-only", id="no writing"),
        pytest.param("SELECT * FROM read_csv('/etc/passwd')", "disabled", id="no other files"),
        pytest.param("COPY fact_observation TO 'out.csv'", "disabled", id="no copies"),
        pytest.param("SET enable_external_access = true", "(?i)cannot", id="no way around"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_line(warehouse: Path, sql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as told:
        query(warehouse, sql)
    assert "\n" not in str(told.value)


def test_where_nothing_is_published_the_command_is_named(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="run `solieu run` first"):
        query(tmp_path / "solieu.duckdb", "SELECT 1")


Read = Callable[[Path, Path], object]


@pytest.mark.parametrize(
    "read", [lambda file, _: query(file, "SELECT 1"), export_tables, export_sdmx], ids=["query", "tables", "sdmx"]
)
def test_a_file_that_cannot_be_opened_is_told_with_what_to_do(tmp_path: Path, read: Read) -> None:
    foreign, locked, folder = tmp_path / "foreign.duckdb", tmp_path / "locked.duckdb", tmp_path / "out"
    foreign.write_text("no database\n" * 1000, encoding="utf-8")
    with pytest.raises(QueryError, match=r"foreign\.duckdb cannot be opened .*move away what is no warehouse"):
        read(foreign, folder)
    hold = f"import duckdb; c = duckdb.connect({str(locked)!r}); print(c, flush=True); input()"
    command = [sys.executable, "-c", hold]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with pytest.raises(QueryError, match=r"locked\.duckdb cannot be opened .*close the program"):
            read(locked, folder)
        writer.communicate("\n")
    with pytest.raises(QueryError, match=r"locked\.duckdb is a database, but no warehouse of solieu"):
        read(locked, folder)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("sql", "advice"),
    [
        pytest.param("FROM no_such_table", "meta_table", id="table"),
        pytest.param("SELECT no_such_column FROM fact_observation", "meta_column", id="column"),
        pytest.param("SELCT 1", "sql/examples/", id="statement"),
        pytest.param("", "no statement in “”; sql/examples/", id="nothing"),
        pytest.param("-- Which\n;", "no statement in “-- Which ;”; sql/examples/", id="only a comment"),
    ],
)
def test_an_error_says_what_to_do_in_one_line(warehouse: Path, sql: str, advice: str) -> None:
    with pytest.raises(QueryError, match=advice) as told:
        query(warehouse, sql)
    assert len(str(told.value).splitlines()) == 1
