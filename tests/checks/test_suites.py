"""Every expectation of every suite: it holds, or is not evaluated, on good data, and data that breaks it is caught.

The tables are those of a small project, built once; each case breaks them in a transaction that is rolled back.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pipelines.quality.building import builders
from pipelines.quality.expecting import judge_suite
from pipelines.quality.suites import Suite, read_suites
from pipelines.warehouse.building import table_file
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.duck import identifier, literal, memory
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.steps import run
from tests.integration.test_warehouse import read
from tests.unit.warehouse.projects import put

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SUITES = {suite.name: suite for suite in read_suites()}
MARTS = sorted(name for name in SUITES if name.startswith("mart_"))
ONE_FIGURE = "observation_id = (SELECT min(observation_id) FROM fact_observation WHERE char_start IS NOT NULL)"
ONE_RELATION = "relation_id = (SELECT min(relation_id) FROM fact_relation WHERE outcome = 'holds')"
ONE_BROKEN = "relation_id = (SELECT min(relation_id) FROM fact_relation WHERE outcome = 'broken')"
FIRST = "rowid = (SELECT min(rowid) FROM {table})"


def doubled(table: str) -> str:
    return f"INSERT INTO {table} SELECT * FROM {table} LIMIT 1"


def figure(change: str) -> str:
    return f"UPDATE fact_observation SET {change} WHERE {ONE_FIGURE}"


def relation(change: str) -> str:
    return f"UPDATE fact_relation SET {change} WHERE {ONE_RELATION}"


def first(table: str, change: str) -> str:
    return f"UPDATE {table} SET {change} WHERE {FIRST.format(table=table)}"


def of_kind(kind: str, norm: str = "NULL") -> str:
    return relation(
        f"kind = '{kind}', outcome = 'broken', severity = 'warning', norm_id = {norm}, difference = 2, tolerance = 1"
    )


#: What breaks each expectation: a statement, or several.
BREAKS: dict[tuple[str, str], str] = {
    ("fact_observation", "schema"): "ALTER TABLE fact_observation RENAME quote TO citation",
    ("fact_observation", "not_empty"): "DELETE FROM fact_observation",
    ("fact_observation", "key_unique"): doubled("fact_observation"),
    ("fact_observation", "value_not_null"): figure("value = NULL"),
    ("fact_observation", "quote_not_null"): figure("quote = NULL"),
    ("fact_observation", "unit_known"): figure("unit = 'houshold'"),
    ("fact_observation", "document_known"): figure("document = 'raw/gone.txt'"),
    ("fact_observation", "meaning_known"): figure("programme = 'no_such_programme'"),
    ("fact_observation", "place_known"): figure("place_sk = -1"),
    ("fact_observation", "period_known"): figure("period_sk = -1"),
    ("fact_observation", "quote_at_offsets"): figure("char_start = char_start + 1, char_end = char_end + 1"),
    ("fact_observation", "place_in_source"): figure("cell = 'C5', sheet = 'Bảng 1'"),
    ("fact_observation", "value_within_bounds"): figure("interval_low = value + 1, interval_high = value + 2"),
    ("fact_observation", "period_in_order"): figure("period_start = DATE '2023-01-01', period_end = DATE '2022-01-01'"),
    ("fact_observation", "comparator_known"): figure("comparator = '≈'"),
    ("fact_observation", "status_known"): figure("status = 'estimate'"),
    ("fact_observation", "sex_known"): figure("sex = 'nữ'"),
    ("fact_observation", "confidence_in_range"): figure("confidence = 1.5"),
    ("fact_relation", "key_unique"): doubled("fact_relation"),
    ("fact_relation", "outcome_known"): relation("outcome = 'maybe'"),
    ("fact_relation", "verdict_follows"): relation("difference = 2, tolerance = 1"),
    ("fact_relation", "norm_named"): relation("test = 'norm', norm_id = NULL"),
    ("fact_relation", "severity_told"): f"UPDATE fact_relation SET severity = NULL WHERE {ONE_BROKEN}",
    ("fact_relation", "per_head_likely"): relation(
        "kind = 'per_head', outcome = 'broken', severity = 'info', difference = -2, tolerance = 1"
    ),
    ("fact_relation", "cross_source"): of_kind("cross_source"),
    **{
        ("fact_relation", kind): of_kind(kind)
        for kind in (
            "part_whole", "plan_ratio", "change", "repeat", "subset", "share", "stock_flow", "formula", "per_head",
        )
    },
    ("fact_relation_member", "key_unique"): doubled("fact_relation_member"),
    ("fact_relation_member", "relation_known"): f"DELETE FROM fact_relation WHERE {ONE_RELATION}",
    ("fact_relation_member", "figure_known"): first("fact_relation_member", "observation_id = 'gone'"),
    ("fact_relation_member", "sign_known"): first("fact_relation_member", "sign = 0"),
    ("fact_finding", "explained"): first("fact_finding", "explanation_vi = NULL"),
    ("fact_finding", "proposal_of_its_own"): first(
        "fact_finding", "proposal_observation_id = 'of another relation', proposal_reason = 'r'"
    ),
    ("fact_finding", "every_broken_relation"): "UPDATE fact_relation SET outcome = 'holds' WHERE outcome = 'broken'",
    ("dim_document", "key_unique"): doubled("dim_document"),
    ("dim_document", "sha256_whole"): first("dim_document", "sha256 = 'abc'"),
    ("dim_document", "refused_is_empty"): first("dim_document", "refused = TRUE, observations = 7"),
    ("dim_document", "duplicate_known"): first("dim_document", "duplicate_of = 'raw/gone.txt'"),
    ("dim_place", "level_known"): first("dim_place", "level = 4"),
    ("dim_place", "valid_in_order"): first("dim_place", "valid_to_exclusive = valid_from"),
    ("dim_place", "versions_apart"): (
        "INSERT INTO dim_place SELECT * REPLACE (-1 AS place_sk, valid_from + 30 AS valid_from) FROM dim_place "
        "WHERE valid_to_exclusive IS NULL LIMIT 1"
    ),
    ("dim_place", "parent_known"): first("dim_place", "parent_sk = -1"),
    ("dim_period", "key_unique"): doubled("dim_period"),
    ("dim_period", "days_positive"): first("dim_period", "days = 0"),
    ("dim_period", "in_order"): first("dim_period", "period_end = period_start - 1"),
    ("dim_indicator", "measure_type_known"): first("dim_indicator", "measure_type = 'MEAN'"),
    ("dim_indicator", "mart_told"): first("dim_indicator", "mart = NULL"),
    ("dim_programme", "years_in_order"): first("dim_programme", "first_year = 2030, last_year = 2021"),
    ("dim_unit", "kind_known"): first("dim_unit", "kind = 'feeling'"),
    ("dim_norm", "source_told"): first("dim_norm", "source = NULL"),
    ("dim_norm", "low_below_high"): first("dim_norm", "low = high + 1"),
    ("dim_norm", "certainty_known"): first("dim_norm", "certainty = 'SURE'"),
    ("dim_problem", "remedy_told"): first("dim_problem", "remedy_vi = NULL"),
    ("rejected_document", "none_rejected"): "DELETE FROM rejected_document WHERE FALSE",
    ("rejected_document", "reason_told"): first("rejected_document", "title_vi = NULL"),
    ("rejected_document", "remedy_told"): first("rejected_document", "remedy_vi = NULL"),
    ("problem", "code_known"): first("problem", "title_vi = NULL"),
    ("problem", "remedy_told"): first("problem", "remedy_vi = NULL"),
    **{
        ("sdmx_observation", check): f"UPDATE sdmx_observation SET {column} = 'pov.hh poor'"
        for check, column in (
            ("indicator_code", "indicator"), ("area_code", "ref_area"), ("unit_code", "unit_measure"),
            ("status_known", "obs_status"), ("frequency_known", "freq"),
        )
    },
    **{
        (table, "applied"): f"INSERT INTO {table} BY NAME SELECT 'k' AS {key}, 'refused' AS state"
        for table, key in (("fact_correction", "correction_id"), ("fact_acceptance", "acceptance_id"))
    },
    **{
        (table, "key_unique"): f"INSERT INTO {table} BY NAME SELECT 'k' AS {key} FROM range(2)"
        for table, key in (("fact_correction", "correction_id"), ("fact_acceptance", "acceptance_id"))
    },
    **{
        (table, "named"): first(table, f"{column} = NULL")
        for table, column in (
            ("dim_population_group", "label_vi"), ("dim_programme", "label_vi"), ("dim_funding_source", "label_vi"),
            ("code_list", "name_vi"),
        )
    },
}  # fmt: skip
#: What breaks an expectation of this name in any table.
BREAKS_ANYWHERE = {
    "not_empty": "DELETE FROM {table}",
    "key_unique": "INSERT INTO {table} SELECT * FROM {table} LIMIT 1",
    "amount_unit": "UPDATE {table} SET amount_unit = 'kilogram'",
    "rate_unit": "UPDATE {table} SET rate_unit = 'household'",
    "count_not_negative": "UPDATE {table} SET count_value = -1",
    "amount_not_negative": "UPDATE {table} SET amount_value = -1",
    "percent_of_a_whole": "UPDATE {table} SET percent = 512",
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator["DuckDBPyConnection"]:
    """The tables of a small project; marts that it leaves empty have lines of another subject."""
    settings = replace(Settings.of(tmp_path_factory.mktemp("suites")), settle_seconds=0.0, workers=1)
    for name in ("articles/bach-thong.txt", "articles/copy-of-bach-thong.txt", "articles/other.txt"):
        put(settings, name, "another" if "other" in name else "the article")
    put(settings, "spreadsheets/broken.xlsx", "not a workbook")
    catalogue = Catalogue(settings.sql)
    run(settings, extractor=read, builders=builders(catalogue))
    with memory() as connection:
        for spec in catalogue.built:
            path = literal(table_file(spec.name, settings))
            connection.execute(f"CREATE TABLE {identifier(spec.name)} AS FROM read_parquet({path})")
        for mart in MARTS:
            lines = "SELECT * EXCLUDE (marts, is_duplicate) FROM fact_statement_line LIMIT 2"
            connection.execute(f"INSERT INTO {mart} BY NAME {lines}")
            connection.execute(f"DELETE FROM {mart} WHERE rowid > 1")
        yield connection


@pytest.mark.parametrize("suite", SUITES.values(), ids=SUITES)
def test_good_data_breaks_nothing_of_our_own(tables: "DuckDBPyConnection", suite: Suite) -> None:
    broken = [one for one in judge_suite(tables, suite) if one.outcome == "broken" and one.severity == "critical"]

    assert broken == []


def cases() -> Iterator[object]:
    for suite in SUITES.values():
        for expectation in suite.expectations:
            yield pytest.param(suite, expectation.name, id=f"{suite.name}-{expectation.name}")


@pytest.mark.parametrize(("suite", "check"), list(cases()))
def test_data_that_breaks_it_is_caught(tables: "DuckDBPyConnection", suite: Suite, check: str) -> None:
    tables.execute("BEGIN")
    try:
        tables.execute(statement(suite, check))
        alone = replace(suite, expectations=tuple(one for one in suite.expectations if one.name == check))
        (result,) = judge_suite(tables, alone)
    finally:
        tables.execute("ROLLBACK")

    assert (result.outcome, result.exception) == ("broken", None)
    assert result.unexpected >= 1
    assert result.example


def statement(suite: Suite, check: str) -> str:
    """What breaks an expectation; each must have something that does."""
    told = BREAKS.get((suite.name, check)) or BREAKS_ANYWHERE.get(check)
    if told is None and check.endswith("_not_negative"):
        told = f"UPDATE {{table}} SET {check.removesuffix('_not_negative')} = -1"
    assert told is not None, f"write into BREAKS what breaks {suite.name}.{check}"
    return told.format(table=suite.table)


def test_a_finding_that_an_expert_accepts_alarms_no_more(tables: "DuckDBPyConnection") -> None:
    tables.execute("BEGIN")
    try:
        before = {one.expectation: one for one in judge_suite(tables, SUITES["fact_relation"])}
        tables.execute(
            "INSERT INTO fact_acceptance BY NAME "
            "SELECT relation_id AS acceptance_id, relation_id, 'applied' AS state FROM fact_relation"
        )
        after = {one.expectation: one for one in judge_suite(tables, SUITES["fact_relation"])}
    finally:
        tables.execute("ROLLBACK")

    assert before["plan_ratio"].outcome == "broken"
    assert {one.outcome for one in after.values()} == {"not_evaluated"}
