"""What a build changes against the one before: told in a table and in the summary, and never a reason to stop."""

from pathlib import Path

import pytest

from pipelines.warehouse.changes import ChangeCount
from pipelines.warehouse.querying import ask
from pipelines.warehouse.settings import Settings
from tests.unit.warehouse.projects import put, run_small, small_project


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = small_project(tmp_path / "project", {"a.txt": "155 28", "b.txt": "7", "c.txt": "5 6 8 9 10"})
    run_small(made)
    return made


def changes(settings: Settings) -> list[tuple[str | None, ...]]:
    return list(ask(settings.warehouse, "SELECT change, told, before, after FROM build_change ORDER BY ALL").rows)


def test_the_first_build_changes_nothing(settings: Settings) -> None:
    assert changes(settings) == []


def test_figures_come_and_go(settings: Settings) -> None:
    put(settings, "a.txt", "155 29")
    (settings.raw / "b.txt").unlink()
    summary = run_small(settings, accept_loss=True)

    assert changes(settings) == [
        ("added", "29 hộ", None, None),
        ("gone", "28 hộ", None, None),
        ("gone", "7 hộ", None, None),
    ]
    assert summary.changes == (ChangeCount("observation", 1, 2, 0),)
    assert any(
        line == f"changes        observations 1 added, 2 gone, 0 changed since build {summary.since_build}"
        for line in summary.lines()
    )


def test_a_figure_that_is_read_otherwise_has_changed(settings: Settings) -> None:
    """The same words, another value: as after a change of a vocabulary."""
    path = settings.sql / "facts" / "fact_observation.sql"
    path.write_text(
        "SELECT * REPLACE (CAST(if(document = 'raw/c.txt', value, value * 10) AS DECIMAL(28,6)) AS value) "
        "FROM stg_observation",
        encoding="utf-8",
    )
    run_small(settings)
    assert changes(settings) == [
        ("changed", "155 hộ", "value: 155", "value: 1550"),
        ("changed", "28 hộ", "value: 28", "value: 280"),
        ("changed", "7 hộ", "value: 7", "value: 70"),
    ]


def test_the_changes_are_those_of_the_last_build_alone(settings: Settings) -> None:
    put(settings, "b.txt", "7 3")
    run_small(settings)
    put(settings, "b.txt", "7 3 4")
    assert not run_small(settings).unchanged
    assert changes(settings) == [("added", "4 hộ", None, None)]


def test_an_unchanged_file_goes_on_to_tell_of_its_own_build(settings: Settings) -> None:
    put(settings, "b.txt", "7 3")
    run_small(settings)
    summary = run_small(settings)
    assert summary.unchanged
    assert changes(settings) == [("added", "3 hộ", None, None)]
    assert not any(line.startswith("changes") for line in summary.lines())


def test_a_file_of_an_older_version_is_compared_as_far_as_it_goes(settings: Settings) -> None:
    """The published file has neither `build_change` nor the column `value`."""
    import duckdb

    with duckdb.connect(str(settings.warehouse)) as older:
        older.execute("DROP TABLE build_change")
        older.execute("ALTER TABLE fact_observation RENAME COLUMN value TO number")
    put(settings, "b.txt", "7 3")
    run_small(settings)
    assert changes(settings) == [("added", "3 hộ", None, None)]
