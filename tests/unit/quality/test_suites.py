"""Reading suites: what a file must look like, and that nothing heavy is imported for it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlfluff.core import FluffConfig, Linter

from pipelines.quality.records import EXPECTATIONS
from pipelines.quality.suites import SUITES, Suite, SuiteError, read_suites
from pipelines.quality.vietnamese import SentenceRow, in_vietnamese
from pipelines.vocabulary import read_table
from pipelines.vocabulary.units import unit_rows
from pipelines.warehouse.catalogue import Catalogue, tables_read
from pipelines.warehouse.settings import CHECKOUT

CATALOGUE = Catalogue(CHECKOUT / "sql")


def entry(check: str = "quote_told", **fields: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "expect_column_values_to_not_be_null",
        "kwargs": {"column": "quote"},
        "severity": "critical",
        "notes": "Every figure has a quote.",
        "meta": {"check": check, "reason": "Nobody could look it up."},
    }
    return told | fields


def written(folder: Path, *entries: dict[str, Any], name: str = "fact_observation", file: str | None = None) -> Path:
    suite = {"name": name, "notes": "Figures.", "expectations": list(entries), "meta": {}}
    (folder / f"{file or name}.json").write_text(json.dumps(suite), encoding="utf-8")
    return folder


def test_a_good_suite(tmp_path: Path) -> None:
    (suite,) = read_suites(written(tmp_path, entry()))

    (expectation,) = suite.expectations
    assert (suite.table, expectation.name, expectation.severity) == ("fact_observation", "quote_told", "critical")
    assert suite.columns() == ("observation_id", "quote")


def test_a_condition_names_columns_too(tmp_path: Path) -> None:
    told = {"type": "comparison", "column": {"name": "unit"}, "operator": "==", "parameter": "VND"}
    both = {"type": "and", "conditions": [told, told | {"column": {"name": "sex"}}]}
    (suite,) = read_suites(written(tmp_path, entry(kwargs={"column": "quote", "row_condition": both})))

    assert suite.columns() == ("observation_id", "quote", "sex", "unit")


def test_the_units_of_a_kind_are_those_of_the_vocabulary(tmp_path: Path) -> None:
    told = {"column": "unit", "value_set": {"$PARAMETER": "money_units"}}
    (suite,) = read_suites(written(tmp_path, entry(kwargs=told)))

    money = [row.unit for row in unit_rows() if row.kind == "money"]
    assert suite.expectations[0].kwargs["value_set"] == list(dict.fromkeys(money))
    assert "VND" in money


@pytest.mark.parametrize(
    "mart", [suite for suite in read_suites() if suite.name.startswith("mart_")], ids=lambda suite: suite.name
)
def test_an_amount_of_a_mart_is_in_any_currency_of_the_vocabulary_and_in_nothing_else(mart: Suite) -> None:
    (amount,) = [one for one in mart.expectations if one.name == "amount_unit"]

    assert set(amount.kwargs["value_set"]) == {row.unit for row in unit_rows() if row.kind == "money"}


def test_every_sentence_of_a_suite_is_told_in_vietnamese_and_none_is_left_over() -> None:
    told = {text for suite in read_suites() for one in suite.expectations for text in (one.description, one.reason)}

    assert sorted(text for text in told if in_vietnamese(text) is None) == []
    rows = read_table("vietnamese.csv", SentenceRow, EXPECTATIONS)
    assert sorted(row.en for row in rows if row.en not in told) == []
    assert all(row.vi.endswith(".") and row.vi != row.en for row in rows)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param(entry(kwargs={"column": "quotes"}), "1 (quote_told): quotes is no column", id="column"),
        pytest.param(
            entry(kwargs={"column": "unit", "value_set": {"$PARAMETER": "mony_units"}}), "money_units", id="parameter"
        ),
        pytest.param(entry(severity="fatal"), "expectations.1.severity", id="severity"),
        pytest.param(entry(notes=" "), "notes is empty", id="no description"),
        pytest.param(entry(meta={"check": "quote_told"}), "expectations.1.meta.reason", id="no reason"),
        pytest.param(entry("Quote told"), "'Quote told' is no name", id="no name"),
        pytest.param(entry(kwarg={"column": "quote"}), "expectations.1.kwarg", id="misspelt key"),
        pytest.param(
            entry(type="expect_table_columns_to_match_set", kwargs={"column_set": ["quote", "quota"]}),
            "quota is no column of table fact_observation", id="column of the table",
        ),
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_used(tmp_path: Path, wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(SuiteError) as error:
        read_suites(written(tmp_path, wrong))

    assert str(error.value).startswith("fact_observation.json: ")
    assert told in str(error.value)


def test_two_checks_of_one_name(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match="quote_told stands twice"):
        read_suites(written(tmp_path, entry(), entry()))


def test_a_suite_that_expects_nothing(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match="there are none"):
        read_suites(written(tmp_path))


@pytest.mark.parametrize(
    ("name", "file", "told"),
    [
        pytest.param("fact_observations", None, "no table of sql/tables.yml", id="unknown table"),
        pytest.param("fact_relation", "fact_observation", "not the name of the file", id="file of another name"),
    ],
)
def test_a_suite_has_the_name_of_its_table(tmp_path: Path, name: str, file: str | None, told: str) -> None:
    with pytest.raises(SuiteError, match=told):
        read_suites(written(tmp_path, entry(), name=name, file=file))


def test_a_file_that_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "fact_observation.json").write_text("{", encoding="utf-8")

    with pytest.raises(SuiteError, match=r"fact_observation.json: .*JSON"):
        read_suites(tmp_path)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param("SELECT observation_id, unit FROM fact_observation", "quote is no column", id="column missing"),
        pytest.param("SELECT quote FROM fact_observation", "the key observation_id is not selected", id="key missing"),
        pytest.param("SELECT * FROM fact_observation", "names its columns", id="star"),
        pytest.param("SELEC quote", "fact_observation.sql", id="no SQL"),
    ],
)
def test_a_query_that_cannot_be_used(tmp_path: Path, query: str, told: str) -> None:
    written(tmp_path, entry())
    (tmp_path / "fact_observation.sql").write_text(query, encoding="utf-8")

    with pytest.raises(SuiteError, match=told):
        read_suites(tmp_path)


def test_every_published_table_with_content_of_its_own_has_a_suite() -> None:
    """Steps on the way to marts, texts, views, what the warehouse tells of itself: others cover them."""
    told = {"staging", "relations", "published", "views"}
    without = {spec.name for spec in CATALOGUE.published if spec.group not in told} - {s.table for s in read_suites()}

    assert without == {
        "bridge_line_figure", "bridge_part_of", "bridge_place_successor", "fact_document_text", "fact_statement_line",
    }  # fmt: skip


def test_the_table_of_results_reads_what_the_suites_read() -> None:
    read: set[str] = set()
    for suite in read_suites():
        read |= {suite.table, *tables_read(suite.query or f"SELECT 1 FROM {suite.table}", suite.name)}

    assert set(CATALOGUE.by_name["expectation_result"].upstream) == read


def test_queries_beside_suites_keep_the_style() -> None:
    linter = Linter(config=FluffConfig.from_path(str(CHECKOUT)))
    files = [file for folder in linter.lint_paths((str(SUITES),)).paths for file in folder.files]

    assert files
    assert [f"{Path(file.path).name}: {fault.desc()}" for file in files for fault in file.get_violations()] == []


def test_listing_the_checks_waits_for_nothing_heavy() -> None:
    program = (
        "import sys; from pipelines.quality.suites import read_suites; assert read_suites(); "
        "print(sorted({'great_expectations', 'pandas', 'duckdb', 'dagster'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
