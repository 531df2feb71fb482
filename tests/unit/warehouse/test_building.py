"""Building: a table is made of what lies there, made again only when it would differ, and never half."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.vocabulary.loader import FOLDER
from pipelines.warehouse.building import built_fingerprint, table_file
from pipelines.warehouse.catalogue import Catalogue, TableSpec
from pipelines.warehouse.errors import SourceError, TableError
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.steps import make_table, make_tables, read_sources
from tests.unit.warehouse.projects import put, read_figures, small_project


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = small_project(tmp_path / "project", {"a.txt": "1 2 3", "b.txt": "4"})
    read_sources(made, extractor=read_figures)
    return made


def spec(settings: Settings, name: str) -> TableSpec:
    return Catalogue(settings.sql).by_name[name]


def rows(settings: Settings, name: str) -> list[tuple[object, ...]]:
    import duckdb

    with duckdb.connect() as connection:
        return connection.execute(f"SELECT * FROM '{table_file(name, settings)}'").fetchall()


def rewrite(settings: Settings, name: str, old: str, new: str) -> None:
    [path] = settings.sql.glob(f"*/{name}.sql")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_rows_are_in_the_order_of_the_key(settings: Settings) -> None:
    make_tables(settings)

    keys = [row[0] for row in rows(settings, "fact_observation")]
    assert (len(keys), keys) == (4, sorted(map(str, keys)))


def test_nothing_is_made_twice(settings: Settings) -> None:
    first, second = make_tables(settings), make_tables(settings)

    assert {build.reused for build in first} == {False}
    assert {build.reused for build in second} == {True}
    assert [build.fingerprint for build in first] == [build.fingerprint for build in second]


@pytest.mark.parametrize(
    ("change", "made_again"),
    [
        pytest.param(
            lambda settings: rewrite(settings, "dim_document", "text IS NULL", "text IS NULL AND TRUE"),
            {"dim_document"},
            id="a statement",
        ),
        pytest.param(
            lambda settings: rewrite(settings, "stg_observation", "SELECT", "SELECT DISTINCT"),
            {"stg_observation", "dim_document", "fact_observation"},
            id="a statement that others read",
        ),
        pytest.param(
            lambda settings: [put(settings, "a.txt", "9"), read_sources(settings, extractor=read_figures)],
            {"stg_document", "stg_observation", "dim_document", "fact_observation", "fact_relation"},
            id="a source",
        ),
    ],
)
def test_a_change_makes_again_what_follows_from_it(
    settings: Settings, change: Callable[[Settings], object], made_again: set[str]
) -> None:
    make_tables(settings)
    change(settings)

    assert {build.name for build in make_tables(settings) if not build.reused} == made_again


def test_a_table_may_be_made_anew_though_nothing_changed(settings: Settings) -> None:
    make_tables(settings)

    assert not make_table(spec(settings, "dim_document"), settings, force=True).reused


def test_what_is_not_built_yet_is_told(settings: Settings) -> None:
    with pytest.raises(TableError, match="dim_document reads stg_document, which is not built: materialise"):
        make_table(spec(settings, "dim_document"), settings)


def test_what_was_not_read_yet_is_told(tmp_path: Path) -> None:
    fresh = small_project(tmp_path / "fresh")

    with pytest.raises(SourceError, match="nothing was read from raw/ yet"):
        make_table(spec(fresh, "stg_document"), fresh)


def test_a_table_that_nobody_fills_is_told(settings: Settings) -> None:
    with (settings.sql / "tables.yml").open("a", encoding="utf-8") as file:
        file.write("m: {grain: One., key: [a], made_by: quality, group: facts, ")
        file.write("columns: {a: {type: VARCHAR, description: A.}}}\n")

    with pytest.raises(TableError, match="m is made by pipelines/quality, but no builder was given"):
        make_table(spec(settings, "m"), settings)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("quote, value", "quote", "the statement lacks value", id="too few columns"),
        pytest.param("quote, value", "quote, value, unit", "tables.yml lacks unit VARCHAR", id="too many columns"),
        pytest.param(
            "quote, value",
            "quote, value::DOUBLE AS value",
            r"value is DOUBLE, in tables\.yml DECIMAL\(28,6\)",
            id="another type",
        ),
        pytest.param(
            "quote, value", "quote, valeu AS value", r"sql/staging/stg_observation\.sql: .*valeu", id="no column"
        ),
    ],
)
def test_a_statement_that_does_not_fit_the_dictionary_is_told(
    settings: Settings, old: str, new: str, message: str
) -> None:
    rewrite(settings, "stg_observation", old, new)

    with pytest.raises(TableError, match=message):
        make_tables(settings)


def test_a_table_that_fails_leaves_the_old_one_and_nothing_half(settings: Settings) -> None:
    make_tables(settings)
    before = built_fingerprint("fact_observation", settings)
    rewrite(settings, "fact_observation", "SELECT *", "SELECT * REPLACE (error('no such thing')::VARCHAR AS quote)")

    with pytest.raises(TableError, match="no such thing"):
        make_tables(settings)
    assert built_fingerprint("fact_observation", settings) == before
    assert list(settings.tables.glob(".writing-*")) == []


def test_a_column_added_to_a_vocabulary_breaks_no_dimension(settings: Settings, tmp_path: Path) -> None:
    vocabulary = tmp_path / "vocabulary"
    vocabulary.mkdir()
    original = (FOLDER / "funding_sources.csv").read_text(encoding="utf-8").splitlines()
    widened = [original[0] + ",colour", *(line + ",red" for line in original[1:])]
    (vocabulary / "funding_sources.csv").write_text("\ufeff" + "\r\n".join(widened), encoding="utf-8")
    real = Settings.of(settings.raw.parent)
    widened_settings = replace(real, vocabulary=vocabulary)

    assert make_table(spec(real, "dim_funding_source"), widened_settings).rows == len(original) - 1


def test_a_missing_vocabulary_is_told(settings: Settings, tmp_path: Path) -> None:
    real = Settings.of(settings.raw.parent)

    with pytest.raises(SourceError, match=r"funding_sources\.csv is missing"):
        make_table(spec(real, "dim_funding_source"), replace(real, vocabulary=tmp_path))
