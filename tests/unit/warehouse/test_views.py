"""Views: statements that the published file keeps, held to the dictionary as tables are."""

from pathlib import Path

import pytest

from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.duck import literal, memory
from pipelines.warehouse.errors import ContractError, DictionaryError, TableError
from pipelines.warehouse.querying import query
from pipelines.warehouse.settings import Settings
from tests.unit.warehouse.projects import run_small, small_project

_ENTRY = """
view_count:
  grain: One source with the number of its figures.
  description: Nothing else.
  key: [document]
  columns:
    document: {type: VARCHAR, references: dim_document, description: The source.}
    figures: {type: BIGINT, unit: figure, required: true, description: How many.}
"""
_STATEMENT = "SELECT document, count(*) AS figures FROM fact_observation GROUP BY document"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = small_project(tmp_path / "project", {"a.txt": "1 2", "b.txt": "3"})
    with (made.sql / "tables.yml").open("a", encoding="utf-8") as file:
        file.write(_ENTRY)
    state(made, _STATEMENT)
    return made


def state(settings: Settings, statement: str) -> None:
    folder = settings.sql / "views"
    folder.mkdir(exist_ok=True)
    (folder / "view_count.sql").write_text(statement, encoding="utf-8")


def ask(settings: Settings, sql: str) -> list[str]:
    return query(settings.warehouse, sql, "csv").splitlines()[1:]


def test_a_view_is_computed_from_the_tables_of_its_file(settings: Settings) -> None:
    run_small(settings)

    assert ask(settings, "SELECT * FROM view_count ORDER BY document") == ["raw/a.txt,2", "raw/b.txt,1"]
    assert ask(settings, "SELECT view_name FROM duckdb_views() WHERE NOT internal") == ["view_count"]
    with memory() as connection:  # under another name, too
        connection.execute(f"ATTACH {literal(settings.warehouse)} AS somewhere (READ_ONLY)")
        assert connection.execute("SELECT sum(figures) FROM somewhere.view_count").fetchone() == (3,)


def test_a_view_and_its_columns_say_what_they_are(settings: Settings) -> None:
    run_small(settings)

    said = "SELECT replace(comment, chr(10), '|') FROM duckdb_views() WHERE NOT internal"
    assert ask(settings, said) == ["One source with the number of its figures.||Nothing else."]
    told = ask(settings, "SELECT comment FROM duckdb_columns() WHERE table_name = 'view_count' ORDER BY column_index")
    assert told == ["The source.", "How many. Unit: figure."]


def test_a_changed_view_is_published_though_no_table_changed(settings: Settings) -> None:
    run_small(settings)
    state(settings, _STATEMENT.replace("count(*)", "10 * count(*)"))

    assert not run_small(settings).unchanged
    assert ask(settings, "SELECT sum(figures) FROM view_count") == ["30"]
    assert run_small(settings).unchanged


@pytest.mark.parametrize(
    ("statement", "error", "message"),
    [
        pytest.param(
            "SELECT document, 1::BIGINT AS figures FROM fact_observation",
            ContractError,
            "view_count.document key stands more than once in 1 rows, for one raw/a.txt",
            id="a key twice",
        ),
        pytest.param(
            "SELECT quote AS document, 1::BIGINT AS figures FROM fact_observation",
            ContractError,
            "view_count.document points to no row",
            id="a reference to nothing",
        ),
        pytest.param(
            "SELECT document, NULL::BIGINT AS figures FROM dim_document",
            ContractError,
            "view_count.figures is null in 2 rows",
            id="a required column empty",
        ),
        pytest.param(
            "SELECT document FROM dim_document", TableError, "the statement lacks figures", id="a column too few"
        ),
        pytest.param(
            "SELECT document, 'x' AS figures FROM dim_document",
            TableError,
            "figures is VARCHAR, in tables.yml BIGINT",
            id="another type",
        ),
        pytest.param(
            "SELECT document, nothing AS figures FROM dim_document",
            TableError,
            "sql/views/view_count.sql: .*nothing",
            id="no such column",
        ),
    ],
)
def test_a_view_that_breaks_its_entry_stops_publishing(
    settings: Settings, statement: str, error: type[Exception], message: str
) -> None:
    run_small(settings)
    before = settings.warehouse.read_bytes()
    state(settings, statement)

    with pytest.raises(error, match=message):
        run_small(settings)

    assert settings.warehouse.read_bytes() == before


@pytest.mark.parametrize("read", ["stg_document", "shard_document"])
def test_a_view_reads_nothing_that_the_published_file_lacks(settings: Settings, read: str) -> None:
    state(settings, f"SELECT document, 1::BIGINT AS figures FROM {read}")

    with pytest.raises(DictionaryError, match=f"view_count is a view and reads {read}, which the published file"):
        Catalogue(settings.sql)


def test_a_view_may_read_what_publishing_fills(settings: Settings) -> None:
    state(settings, "SELECT document, number::BIGINT AS figures FROM dim_document, build")
    run_small(settings)

    assert ask(settings, "SELECT figures FROM view_count") == ["1", "1"]
