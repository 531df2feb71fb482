"""The seam to the room of quality: what fills its tables, what its suites expect, and how that turned out.

The other modules know the quality room only through this one. Great Expectations is imported by the step that fills
expectation_result, not before; the checks only tell what stands there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import dagster as dg

from pipelines.evidence.addresses import suite_page
from pipelines.orchestration.checks import tables_at_hand
from pipelines.orchestration.failures import told_plainly
from pipelines.orchestration.findings import findings_of, findings_table
from pipelines.orchestration.operation import Operation
from pipelines.orchestration.project import PROJECT, project_of
from pipelines.orchestration.tables import table_key
from pipelines.quality.suites import Expectation, Suite
from pipelines.warehouse.building import Builder
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.events import Event
from pipelines.warehouse.settings import Settings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

RESULTS = "expectation_result"
_BLOCKING = "critical"
_TOLD = 3


def quality_builders(catalogue: Catalogue) -> Mapping[str, Builder]:
    """What fills the tables that the quality room makes."""
    from pipelines.quality.building import builders

    return builders(catalogue)


def quality_suites(settings: Settings) -> tuple[Suite, ...]:
    """What is expected of the tables of a project. Raises SuiteError where a suite cannot be used."""
    from pipelines.quality.suites import read_suites

    return read_suites(sql=settings.sql)


def expectation_checks(
    suites: tuple[Suite, ...], catalogue: Catalogue, operation: Operation
) -> dg.AssetChecksDefinition:
    """The step that tells of every expectation how it turned out: one check each; a critical one blocks publishing."""
    of_key = {
        dg.AssetCheckKey(table_key(suite.table), expectation.name): (suite, expectation)
        for suite in suites
        for expectation in suite.expectations
    }

    @dg.multi_asset_check(
        name="check_expectations",
        specs=[_spec(suite, expectation) for suite, expectation in of_key.values()],
        can_subset=True,
        required_resource_keys={PROJECT},
    )
    def check(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        project = project_of(context)
        selected = [key for key in of_key if key in context.selected_asset_check_keys]
        with told_plainly(context, operation), tables_at_hand(catalogue, project.settings) as (connection, behind):
            judged = {} if RESULTS in behind else _results(connection)
            for number, key in enumerate(selected, start=1):
                suite, expectation = of_key[key]
                row = judged.get((suite.name, expectation.name))
                is_broken = row is not None and row["outcome"] == "broken"
                found = findings_of(connection, suite, expectation) if is_broken and not behind else []
                page = f"{project.settings.site / suite_page(suite.name)}#{expectation.name}"
                yield _result(suite, expectation, row, found, page)
                project.progress(Event("check", number, len(selected), f"{suite.table} {expectation.name}"))

    return check


def _spec(suite: Suite, expectation: Expectation) -> dg.AssetCheckSpec:
    blocks = expectation.severity == _BLOCKING
    consequence = "Where it does not hold, nothing is published." if blocks else "Where it does not hold, a finding."
    return dg.AssetCheckSpec(
        expectation.name,
        asset=table_key(suite.table),
        additional_deps=[] if suite.table == RESULTS else [table_key(RESULTS)],
        blocking=blocks,
        description=f"{expectation.description} {expectation.reason} {consequence}",
        metadata={
            "severity": expectation.severity,
            "expectation": expectation.type,
            "arguments": dg.MetadataValue.json(dict(expectation.kwargs)),
            "stands in": f"expectations/suites/{suite.path.name}",
        },
    )


def _results(connection: "DuckDBPyConnection") -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of expectation_result by suite and expectation."""
    answer = connection.execute(f"SELECT * FROM {RESULTS}")
    names = [column[0] for column in answer.description or ()]
    rows = (dict(zip(names, row, strict=True)) for row in answer.fetchall())
    return {(row["suite"], row["expectation"]): row for row in rows}


def _result(
    suite: Suite,
    expectation: Expectation,
    row: Mapping[str, Any] | None,
    findings: Sequence[Mapping[str, Any]],
    page: str,
) -> dg.AssetCheckResult:
    """How an expectation turned out; what was not evaluated does not pass, but is a warning."""
    outcome = "not_evaluated" if row is None else row["outcome"]
    metadata: dict[str, Any] = {"outcome": outcome, "page": dg.MetadataValue.path(page)}
    told = "Not evaluated: there was nothing to judge."
    if row is None:
        told = f"Not evaluated: {RESULTS} is older than the tables; materialise it and all that it reads."
    else:
        metadata |= {"rows": row["rows"], "unexpected": row["unexpected"]}
        if row["example"]:
            metadata["one of them"] = row["example"]
        if row["exception"]:
            metadata["exception"] = row["exception"]
    if row is not None and outcome == "broken":
        told = _broken_in_words(row, [str(finding["explanation_en"]) for finding in findings])
        if findings:
            metadata["stated and computed"] = dg.MetadataValue.md(findings_table(findings))
    grave = row is not None and outcome == "broken" and row["severity"] == _BLOCKING
    return dg.AssetCheckResult(
        asset_key=table_key(suite.table),
        check_name=expectation.name,
        passed=outcome == "holds",
        severity=dg.AssetCheckSeverity.ERROR if grave else dg.AssetCheckSeverity.WARN,
        description=None if outcome == "holds" else told,
        metadata=metadata,
    )


def _broken_in_words(row: Mapping[str, Any], explanations: list[str]) -> str:
    if row["exception"]:
        return f"It could not be judged: {row['exception']}"
    if not explanations:
        example = f", as {row['example']}" if row["example"] else ""
        return f"{row['unexpected']} of {row['rows']} rows break it{example}."
    more = f" And {len(explanations) - _TOLD} more." if len(explanations) > _TOLD else ""
    return f"{row['unexpected']} of {row['rows']} do not hold. {' '.join(explanations[:_TOLD])}{more}"
