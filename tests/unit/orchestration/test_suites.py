"""Expectations as checks of their assets: what each outcome is in Dagster, and which of them stop publishing."""

from dataclasses import replace
from pathlib import Path

import dagster as dg
import pytest

from pipelines.evidence.addresses import figure_address
from pipelines.orchestration.findings import findings_of, findings_pages, findings_table
from pipelines.quality.suites import Expectation, Suite
from pipelines.quality.verdicts import Severity
from pipelines.warehouse.duck import memory
from pipelines.warehouse.settings import Settings
from tests.unit.orchestration.projects import PARTS, Ran, quotes, run_job
from tests.unit.warehouse.projects import put, run_small

_RESULTS = """
expectation_result:
  grain: One expectation.
  key: [suite, expectation]
  columns:
    suite: {type: VARCHAR, description: The suite.}
    expectation: {type: VARCHAR, description: The check.}
    severity: {type: VARCHAR, description: How grave.}
    outcome: {type: VARCHAR, description: Whether it holds.}
    rows: {type: BIGINT, description: Rows.}
    unexpected: {type: BIGINT, description: Those that break it.}
    example: {type: VARCHAR, description: One of them.}
    exception: {type: VARCHAR, description: What went wrong.}
"""
_STATEMENT = """
SELECT
    'fact_observation' AS suite, 'positive' AS expectation, '{severity}' AS severity, '{outcome}' AS outcome,
    count(*) AS rows, 1::BIGINT AS unexpected, 'value = -1' AS example, {exception}::VARCHAR AS exception
FROM fact_observation
"""


def suite(severity: Severity) -> Suite:
    """One expectation of the figures."""
    positive = Expectation("positive", "expect_column_values_to_be_between", severity, "Is positive.", "Else odd.", {})
    return Suite("fact_observation", "fact_observation", Path("fact_observation.json"), (positive,))


def run_with(settings: Settings, severity: Severity, outcome: str, exception: str | None = None) -> Ran:
    """Run the project with a result of that expectation, after a source has changed."""
    tables = settings.sql / "tables.yml"
    tables.write_text(_RESULTS + tables.read_text(encoding="utf-8"), encoding="utf-8")
    told = "NULL" if exception is None else f"'{exception}'"
    statement = _STATEMENT.format(severity="critical" if exception else severity, outcome=outcome, exception=told)
    (settings.sql / "facts" / "expectation_result.sql").write_text(statement, encoding="utf-8")
    return run_job(settings, parts=replace(PARTS, suites=lambda _: (suite(severity),)))


@pytest.fixture
def changed(settings: Settings) -> Settings:
    """A project whose sources have changed since it was published."""
    run_small(settings)
    put(settings, "c.txt", "9")
    return settings


@pytest.mark.parametrize(
    ("severity", "outcome", "passed", "told", "published"),
    [
        pytest.param("critical", "holds", True, None, True, id="holds"),
        pytest.param("critical", "broken", False, "1 of 4 rows break it, as value = -1.", False, id="critical, broken"),
        pytest.param("warning", "broken", False, "1 of 4 rows break it, as value = -1.", True, id="warning, broken"),
        pytest.param("info", "broken", False, "1 of 4 rows break it, as value = -1.", True, id="info, broken"),
    ],
)
def test_the_severity_decides_what_an_outcome_does(
    changed: Settings, severity: Severity, outcome: str, passed: bool, told: str | None, published: bool
) -> None:
    ran = run_with(changed, severity, outcome)

    check = ran.checks["fact_observation", "positive"]
    grave = severity == "critical" and outcome == "broken"
    assert (check.passed, check.description) == (passed, told)
    assert check.severity is (dg.AssetCheckSeverity.ERROR if grave else dg.AssetCheckSeverity.WARN)
    assert check.blocking == (severity == "critical")
    assert check.metadata["evidence"].value == "/evidence/expectations/fact_observation.html#positive"
    assert ran.success == published
    assert ("9 hộ" in quotes(changed)) == published
    if not published:
        assert ran.reasons == [f"fact_observation: the check positive does not hold: {told}"]


@pytest.mark.parametrize("severity", ["critical", "warning"])
def test_what_had_nothing_to_judge_is_skipped_and_stops_nothing(
    changed: Settings, severity: Severity, capfd: pytest.CaptureFixture[str]
) -> None:
    ran = run_with(changed, severity, "not_evaluated")

    assert ("fact_observation", "positive") not in ran.checks
    assert "not evaluated, for there was nothing to judge: fact_observation positive" in ran.log
    assert ran.success
    assert "9 hộ" in quotes(changed)
    assert "emitted no result" not in capfd.readouterr().err, "Dagster takes it for a fault"


def test_what_could_not_be_judged_says_why(changed: Settings) -> None:
    ran = run_with(changed, "critical", "broken", "no such column")

    assert ran.checks["fact_observation", "positive"].description == "It could not be judged: no such column"
    assert not ran.success


def test_results_that_are_older_than_the_tables_are_not_told(changed: Settings) -> None:
    assert run_with(changed, "warning", "holds").success
    put(changed, "d.txt", "10")

    parts = replace(PARTS, suites=lambda _: (suite("warning"),))
    ran = run_job(
        changed, ["documents", "observations", "stg_document", "stg_observation", "fact_observation"], None, parts
    )

    assert ("fact_observation", "positive") not in ran.checks
    assert any("expectation_result is older than the tables" in line for line in ran.log)


def comparison(column: str, operator: str, parameter: object) -> dict[str, object]:
    """A row condition as Great Expectations writes it."""
    return {"type": "comparison", "column": {"name": column}, "operator": operator, "parameter": parameter}


SHARE, WARNING = comparison("kind", "==", "share"), comparison("weight", "==", "warning")


@pytest.mark.parametrize(
    ("severity", "condition", "found"),
    [
        pytest.param("warning", SHARE, ["a", "b"], id="one kind"),
        pytest.param("warning", {"type": "and", "conditions": [SHARE, WARNING]}, ["a"], id="one kind and weight"),
        pytest.param("warning", {"type": "or", "conditions": [SHARE, WARNING]}, ["a", "b", "c"], id="either"),
        pytest.param("warning", comparison("size", ">", 5), ["b", "c"], id="a number"),
        pytest.param("warning", None, ["a", "b", "c"], id="no condition"),
        pytest.param("warning", {"type": "nullity"}, [], id="a condition that is not known"),
        pytest.param("critical", SHARE, [], id="the pipeline's own contract"),
    ],
)
def test_the_findings_behind_an_expectation_of_relations(
    severity: Severity, condition: object, found: list[str]
) -> None:
    expectation = Expectation("share", "expect", severity, "It fits.", "Why.", {"row_condition": condition})
    relations = Suite(
        "fact_relation", "fact_relation", Path("x.json"), (expectation,), "SELECT * FROM judged", ("relation_id",)
    )
    with memory() as connection:
        connection.execute(
            """CREATE TABLE judged AS FROM (VALUES
                ('a', 'share', 'warning', 1), ('b', 'share', 'info', 9), ('c', 'change', 'warning', 9),
                ('d', 'share', 'warning', 9)) AS t(relation_id, kind, weight, size)"""
        )
        connection.execute(
            """CREATE TABLE fact_relation_member AS
            SELECT relation_id, relation_id || position AS observation_id, position
            FROM judged, range(2) AS t(position)"""
        )
        connection.execute(
            """CREATE TABLE fact_observation AS
            SELECT observation_id, 'raw/y' AS document, 'quote ' || observation_id AS quote, NULL AS cell
            FROM fact_relation_member"""
        )
        connection.execute(
            """CREATE TABLE fact_finding AS SELECT relation_id,
                if(relation_id = 'b', 'b1', NULL) AS proposal_observation_id, 'raw/x' AS document, relation_id AS place,
                12.5 AS stated, 10.0 AS computed, 2.5 AS difference, 0.1 AS tolerance, 'percent' AS unit,
                NULL AS norm_source, NULL AS proposal_reason_en, 'It is ' || relation_id AS explanation_en
            FROM judged WHERE relation_id <> 'd'"""
        )
        findings = findings_of(connection, relations, expectation)

    assert [finding["place"] for finding in findings] == found
    first = {"a": "a0", "b": "b1", "c": "c0"}  # what is to be read otherwise goes before what comes first
    assert [finding["quote"] for finding in findings] == [f"quote {first[relation]}" for relation in found]


def test_findings_are_shown_with_both_figures() -> None:
    finding = {
        "document": "raw/x", "place": "10-20", "stated": 103.8, "computed": 104, "difference": 0.2, "tolerance": 0.1,
        "unit": "percent", "norm_source": None, "proposal_reason_en": None, "explanation_en": "It is off.",
        "figure_document": "raw/x", "observation_id": "o1", "quote": "103,8%", "cell": None,
    }  # fmt: skip

    table = findings_table([finding] * 30)

    assert table.splitlines()[0] == (
        "| look at | document | where | stated | computed | difference | tolerance | unit | what does not fit |"
    )
    assert table.count("| 103.8 | 104 | 0.2 |") == 25
    assert table.endswith("*5 more in fact_finding*")
    assert f"[103,8%](/evidence/{figure_address('raw/x', 'o1')})" in table
    assert findings_pages([finding] * 30)["finding 1: 103,8%"] == figure_address("raw/x", "o1")
    assert len(findings_pages([finding] * 30)) == 5
