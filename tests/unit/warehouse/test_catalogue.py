"""Files and dictionary make the catalogue; where they disagree, the message says what to mend."""

from pathlib import Path

import pytest

from pipelines.warehouse.catalogue import Catalogue, tables_read
from pipelines.warehouse.dictionary import read_dictionary
from pipelines.warehouse.errors import DictionaryError
from tests.unit.warehouse.projects import small_sql


@pytest.fixture
def sql(tmp_path: Path) -> Path:
    return small_sql(tmp_path / "sql")


def add(sql: Path, name: str, statement: str) -> None:
    """A table in marts/ with one column."""
    (sql / "marts").mkdir(exist_ok=True)
    (sql / "marts" / f"{name}.sql").write_text(statement, encoding="utf-8")
    append(sql, f"{name}: {{grain: One., key: [a], columns: {{a: {{type: VARCHAR, description: A.}}}}}}")


def append(sql: Path, entry: str) -> None:
    with (sql / "tables.yml").open("a", encoding="utf-8") as file:
        file.write(entry + "\n")


def test_each_table_comes_after_what_it_reads(sql: Path) -> None:
    names = [spec.name for spec in Catalogue(sql).tables]

    assert names.index("stg_observation") < names.index("dim_document")
    assert names.index("stg_observation") < names.index("fact_observation")
    assert {"build", "meta_table"} <= set(names)


def test_a_table_knows_its_group_its_upstream_and_its_sources(sql: Path) -> None:
    spec = Catalogue(sql).by_name["dim_document"]

    assert (spec.group, spec.upstream, spec.sources) == ("dimensions", ("stg_document", "stg_observation"), ())
    assert Catalogue(sql).by_name["stg_document"].sources == ("shard_document", "shard_manifest")


def test_what_a_table_follows_from_can_be_asked_for(sql: Path) -> None:
    wanted = [spec.name for spec in Catalogue(sql).with_upstream(["dim_document"])]

    assert wanted == ["stg_document", "stg_observation", "dim_document"]


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        pytest.param("SELECT a FROM stg_nothing", "reads stg_nothing, which is no table", id="unknown table"),
        pytest.param("SELECT a FROM m", "read each other", id="itself"),
        pytest.param("SELECT 1 AS a; SELECT 2 AS a", "2 statements; a table is one SELECT", id="two statements"),
        pytest.param("DROP TABLE a", "a table is one SELECT", id="no SELECT"),
        pytest.param("SELECT a FROM FROM", "m.sql: ", id="no SQL"),
    ],
)
def test_a_statement_that_cannot_be_run_is_told(sql: Path, statement: str, message: str) -> None:
    add(sql, "m", statement)

    with pytest.raises(DictionaryError, match=message):
        Catalogue(sql)


def test_tables_that_read_each_other_are_told(sql: Path) -> None:
    add(sql, "m", "SELECT a FROM n")
    add(sql, "n", "SELECT a FROM m")

    with pytest.raises(DictionaryError, match="read each other: "):
        Catalogue(sql)


def test_a_file_without_an_entry_is_told(sql: Path) -> None:
    (sql / "facts" / "m.sql").write_text("SELECT 1 AS a", encoding="utf-8")

    with pytest.raises(DictionaryError, match=r"m\.sql has no entry in tables\.yml"):
        Catalogue(sql)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        pytest.param("m: {grain: One., key: [a]}", r"m\.columns: ", id="no columns"),
        pytest.param(
            "m: {grain: One., key: [b], columns: {a: {type: VARCHAR, description: A.}}}",
            "the key names b, which is no column",
            id="key of nothing",
        ),
        pytest.param(
            "m: {grain: One., key: [a], columns: {a: {type: VARCHAR, desciption: A.}}}",
            r"m\.columns\.a\.desc",
            id="misspelt word",
        ),
        pytest.param(
            "m: {grain: One., key: [a], columns: {a: {type: VARCHAR, description: A., references: nothing}}}",
            "references nothing",
            id="reference to nothing",
        ),
        pytest.param(
            "m: {grain: One., key: [a], columns: {a: {type: DATE, description: A., references: stg_document}}}",
            "is DATE, the key of stg_document is VARCHAR",
            id="reference of another type",
        ),
        pytest.param("build: {}", "build stands twice", id="told twice"),
        pytest.param("m: [", r"tables\.yml: ", id="no YAML"),
        pytest.param(
            "m: {grain: One., key: [a], columns: {a: {type: VARCHAR, description: A.}}}",
            r"neither a \.sql file nor both made_by and group",
            id="made by nobody",
        ),
    ],
)
def test_an_entry_that_cannot_be_used_is_told(sql: Path, entry: str, message: str) -> None:
    append(sql, entry)

    with pytest.raises(DictionaryError, match=message):
        Catalogue(sql)


def test_a_missing_dictionary_is_told(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match="is missing"):
        read_dictionary(tmp_path / "tables.yml")


@pytest.mark.parametrize(
    ("sql", "read"),
    [
        pytest.param("SELECT * FROM a JOIN b USING (x)", ("a", "b"), id="join"),
        pytest.param("WITH c AS (SELECT * FROM a) SELECT * FROM c", ("a",), id="a WITH name is no table"),
        pytest.param("SELECT * FROM a WHERE x IN (SELECT x FROM b)", ("a", "b"), id="subquery"),
        pytest.param(
            "SELECT * FROM a SEMI JOIN b USING (x) ANTI JOIN c USING (x)", ("a", "b", "c"), id="semi and anti"
        ),
        pytest.param("SELECT 1 AS x UNION ALL SELECT x FROM a", ("a",), id="union"),
        pytest.param("SELECT unnest(y) FROM a, unnest(a.z) AS t (u)", ("a",), id="unnest"),
    ],
)
def test_the_tables_that_a_statement_reads_are_found(sql: str, read: tuple[str, ...]) -> None:
    assert tables_read(sql, "m.sql") == read
