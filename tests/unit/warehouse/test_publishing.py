"""Publishing: whole or not at all, never a mixture, never a great loss unasked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from pipelines.warehouse.errors import ContractError, LossError, NoWarehouseError, StaleError
from pipelines.warehouse.published import read_published
from pipelines.warehouse.publishing import publish
from pipelines.warehouse.querying import query
from pipelines.warehouse.replacing import kept_files
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.steps import make_tables, publish_tables, read_sources
from tests.unit.warehouse.projects import put, read_figures, run_small, small_project


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return small_project(tmp_path / "project", {f"{name}.txt": "1 2" for name in "abcdefghij"})


def ask(settings: Settings, sql: str) -> list[str]:
    return query(settings.warehouse, sql, "csv").splitlines()[1:]


def test_what_was_built_is_published_with_its_record(settings: Settings) -> None:
    summary = run_small(settings)

    assert ask(settings, "SELECT count(*) FROM fact_observation") == ["20"]
    assert ask(settings, "SELECT number, build_id, documents, refused, observations FROM build") == [
        f"1,{summary.build_id},10,0,20"
    ]
    assert (summary.documents, summary.rejected, summary.observations, summary.unchanged) == (10, 0, 20, False)


def test_the_build_tells_when_and_nothing_else_does(settings: Settings) -> None:
    run_small(settings)
    first = settings.warehouse.read_bytes()
    moment = datetime(2030, 1, 1, 12, 0, 0)
    put(settings, "k.txt", "3")
    read_sources(settings, extractor=read_figures)
    make_tables(settings)
    published = publish(settings, now=lambda: moment)

    assert published.build.published_at == moment
    assert ask(settings, "SELECT published_at FROM build WHERE number = 2") == ["2030-01-01 12:00:00"]
    assert settings.warehouse.read_bytes() != first


def test_the_same_again_leaves_the_file_alone(settings: Settings) -> None:
    run_small(settings)
    before = settings.warehouse.stat()

    assert run_small(settings).unchanged
    assert settings.warehouse.stat().st_ino == before.st_ino


def test_builds_are_told_and_the_last_few_are_kept(settings: Settings) -> None:
    for number in range(5):
        put(settings, "k.txt", str(number))
        run_small(settings)

    assert ask(settings, "SELECT number FROM build ORDER BY number") == ["1", "2", "3", "4", "5"]
    assert [path.name.partition("-")[0] for path in kept_files(settings)] == ["000003", "000004", "000005"]
    earlier = replace(settings, warehouse=kept_files(settings)[0])
    assert ask(earlier, "SELECT quote FROM fact_observation WHERE document = 'raw/k.txt'") == ["2 hộ"]


def test_comments_say_what_tables_and_columns_hold(settings: Settings) -> None:
    run_small(settings)

    assert ask(settings, "SELECT comment FROM duckdb_tables() WHERE table_name = 'fact_observation'") == ["One figure."]
    columns = "duckdb_columns() WHERE table_name = 'fact_observation' AND column_name = 'value'"
    assert ask(settings, f"SELECT comment, is_nullable FROM {columns}") == ["The figure. Unit: unit.,false"]


def test_older_clients_can_open_the_file(settings: Settings) -> None:
    run_small(settings)

    header = settings.warehouse.read_bytes()[:24]
    assert header[8:12] == b"DUCK"
    # DuckDB 1.4 and 1.5 read storage versions up to 67; 2.0 would write 69 of its own accord.
    assert int.from_bytes(header[12:20], "little") <= 67


def change_statement(settings: Settings) -> None:
    path = settings.sql / "facts" / "fact_observation.sql"
    path.write_text(path.read_text(encoding="utf-8") + " WHERE TRUE", encoding="utf-8")


def read_more(settings: Settings) -> None:
    put(settings, "k.txt", "3")
    read_sources(settings, extractor=read_figures)


def build_only_one(settings: Settings) -> None:
    read_more(settings)
    make_tables(settings, names=["stg_observation"])


def remove_table(settings: Settings) -> None:
    (settings.tables / "dim_document.parquet").unlink()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        pytest.param(change_statement, "fact_observation", id="a statement changed"),
        pytest.param(read_more, "stg_document, stg_observation", id="more was read"),
        pytest.param(build_only_one, "dim_document, fact_observation", id="one table was made of it"),
        pytest.param(remove_table, "dim_document", id="a table is missing"),
    ],
)
def test_a_mixture_is_never_published(settings: Settings, change: Callable[[Settings], None], named: str) -> None:
    run_small(settings)
    before = settings.warehouse.read_bytes()
    change(settings)

    with pytest.raises(StaleError, match="materialise .*" + named):
        publish_tables(settings)
    assert settings.warehouse.read_bytes() == before


def test_figures_read_by_other_code_are_not_published(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    run_small(settings)
    monkeypatch.setattr("pipelines.warehouse.publishing.extraction_code_version", lambda: "another")

    with pytest.raises(StaleError, match="the readers or vocabularies have changed since"):
        publish_tables(settings)


def test_nothing_read_is_nothing_published(settings: Settings) -> None:
    with pytest.raises(StaleError, match="nothing was read yet"):
        publish_tables(settings)


def test_a_broken_promise_is_not_published(settings: Settings) -> None:
    run_small(settings)
    before = settings.warehouse.read_bytes()
    path = settings.sql / "staging" / "stg_document.sql"
    path.write_text(path.read_text(encoding="utf-8") + " WHERE document <> 'raw/a.txt'", encoding="utf-8")

    with pytest.raises(
        ContractError, match=r"stg_observation\.document points to no row in 2 rows, for one raw/a\.txt"
    ):
        run_small(settings)
    assert settings.warehouse.read_bytes() == before


@pytest.mark.parametrize(
    ("gone", "stopped"),
    [
        pytest.param(2, False, id="a fifth may go"),
        pytest.param(3, True, id="more may not"),
        pytest.param(10, True, id="all"),
    ],
)
def test_a_great_loss_must_be_confirmed(settings: Settings, gone: int, stopped: bool) -> None:
    run_small(settings)
    for name in "abcdefghij"[:gone]:
        (settings.raw / f"{name}.txt").unlink()

    if stopped:
        with pytest.raises(LossError, match=r"--accept-loss.* Missing, among others: raw/a\.txt, raw/b\.txt"):
            run_small(settings)
        assert ask(settings, "SELECT count(*) FROM dim_document") == ["10"]
    summary = run_small(settings, accept_loss=True)
    assert summary.documents == 10 - gone


def test_a_loss_of_figures_alone_must_be_confirmed_too(settings: Settings) -> None:
    run_small(settings)
    for name in "abc":
        put(settings, f"{name}.txt", "")

    with pytest.raises(LossError, match=r"only 14 observations where solieu\.duckdb has 20"):
        run_small(settings)


def test_what_was_read_survives_a_run_that_was_stopped(settings: Settings) -> None:
    run_small(settings)
    away = settings.raw.rename(settings.raw.with_name("away"))
    settings.raw.mkdir()
    with pytest.raises(LossError):
        run_small(settings)
    settings.raw.rmdir()
    away.rename(settings.raw)

    assert run_small(settings).reused == 10


def test_refused_sources_are_told_and_do_not_stop_the_others(settings: Settings) -> None:
    put(settings, "k.txt", "raise")

    summary = run_small(settings)
    assert (summary.documents, summary.rejected, summary.observations) == (10, 1, 20)


@pytest.mark.parametrize(
    ("write", "message"),
    [
        pytest.param(lambda path: path.write_text("my notes", encoding="utf-8"), "cannot be opened", id="no database"),
        pytest.param(lambda path: duckdb.connect(str(path)).close(), "no warehouse of solieu", id="another database"),
    ],
)
def test_another_file_is_never_overwritten(settings: Settings, write: Callable[[Path], None], message: str) -> None:
    settings.warehouse.parent.mkdir(parents=True)
    write(settings.warehouse)
    before = settings.warehouse.read_bytes()

    with pytest.raises(NoWarehouseError, match=message):
        run_small(settings)
    assert settings.warehouse.read_bytes() == before


def test_an_empty_project_publishes_empty_tables(tmp_path: Path) -> None:
    empty = small_project(tmp_path / "empty")

    assert run_small(empty).documents == 0
    published = read_published(empty.warehouse)
    assert published is not None
    assert published.rows["fact_observation"] == 0
