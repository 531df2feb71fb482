"""The seam to the room of quality: what fills its tables, what its suites expect, and how that turned out.

The other modules know the quality room only through this one. Great Expectations is imported by the step that fills
expectation_result, not before; the checks only tell what stands there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import dagster as dg

from pipelines.evidence.addresses import suite_page
from pipelines.orchestration.checks import not_evaluated, tables_at_hand
from pipelines.orchestration.failures import told_plainly
from pipelines.orchestration.findings import findings_of, findings_pages, findings_table
from pipelines.orchestration.links import address
from pipelines.orchestration.operation import Operation
from pipelines.orchestration.project import PROJECT, Project, project_of
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
NOTHING_TO_JUDGE = "there was nothing to judge"
OLD_RESULTS = f"{RESULTS} is older than the tables; materialise it and all that it reads"


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
            left: list[str] = []
            for number, key in enumerate(selected, start=1):
                suite, expectation = of_key[key]
                row = judged.get((suite.name, expectation.name))
                if row is None or row["outcome"] == "not_evaluated":
                    left.append(f"{suite.table} {expectation.name}")
                else:
                    is_broken = row["outcome"] == "broken"
                    found = findings_of(connection, suite, expectation) if is_broken and not behind else []
                    yield _result(suite, expectation, row, found, project)
                project.progress(Event("check", number, len(selected), f"{suite.table} {expectation.name}"))
            if left:
                context.log.info(not_evaluated(left, NOTHING_TO_JUDGE if judged else OLD_RESULTS))

    return check


def _spec(suite: Suite, expectation: Expectation) -> dg.AssetCheckSpec:
    blocks = expectation.severity == _BLOCKING
    consequence = "nothing is published" if blocks else "it is a finding"
    return dg.AssetCheckSpec(
        expectation.name,
        asset=table_key(suite.table),
        additional_deps=[] if suite.table == RESULTS else [table_key(RESULTS)],
        blocking=blocks,
        description=f"{expectation.description} {expectation.reason} Where it does not hold, {consequence}; where "
        "there is nothing to judge, it is skipped.",
        metadata={
            "severity": expectation.severity,
            "expectation": expectation.type,
            "arguments": dg.MetadataValue.json(dict(expectation.kwargs)),
            "stands in": f"expectations/suites/{suite.path.name}",
            "evidence": dg.MetadataValue.url(address(_page(suite, expectation))),
        },
    )


def _results(connection: "DuckDBPyConnection") -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of expectation_result by suite and expectation."""
    answer = connection.execute(f"SELECT * FROM {RESULTS}")
    names = [column[0] for column in answer.description or ()]
    rows = (dict(zip(names, row, strict=True)) for row in answer.fetchall())
    return {(row["suite"], row["expectation"]): row for row in rows}


def _page(suite: Suite, expectation: Expectation) -> str:
    """The place of an expectation in the pages."""
    return f"{suite_page(suite.name)}#{expectation.name}"


def _result(
    suite: Suite,
    expectation: Expectation,
    row: Mapping[str, Any],
    findings: Sequence[Mapping[str, Any]],
    project: Project,
) -> dg.AssetCheckResult:
    """How an expectation turned out that could be evaluated."""
    holds = row["outcome"] == "holds"
    grave = not holds and row["severity"] == _BLOCKING
    metadata: dict[str, Any] = {
        "evidence": project.page(_page(suite, expectation)), "rows": row["rows"], "unexpected": row["unexpected"],
    }  # fmt: skip
    if row["exception"]:
        metadata["exception"] = row["exception"]
    if findings:
        metadata |= {name: project.page(page) for name, page in findings_pages(findings).items()}
        metadata["stated and computed"] = dg.MetadataValue.md(findings_table(findings))
    elif row["example"]:
        metadata["one of them"] = row["example"]
    return dg.AssetCheckResult(
        asset_key=table_key(suite.table),
        check_name=expectation.name,
        passed=holds,
        severity=dg.AssetCheckSeverity.ERROR if grave else dg.AssetCheckSeverity.WARN,
        description=None if holds else _broken_in_words(row, [str(one["explanation_en"]) for one in findings]),
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
