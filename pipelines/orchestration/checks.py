"""Asset checks: what the dictionary promises of each table, and what the suites of the quality room expect.

Nothing is judged here; warehouse/contract.py and the quality room do that. A check that could not be evaluated neither
passes nor fails: it gives no result, which the UI shows as skipped, and the log of the run says why.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import dagster as dg

from pipelines.evidence.addresses import CHECKS_PAGE
from pipelines.orchestration.failures import told_plainly
from pipelines.orchestration.operation import Operation
from pipelines.orchestration.previews import markdown_table
from pipelines.orchestration.project import PROJECT, Project, project_of
from pipelines.orchestration.tables import table_key
from pipelines.warehouse.building import built_fingerprint, fingerprint, table_file
from pipelines.warehouse.catalogue import Catalogue, TableSpec
from pipelines.warehouse.contract import Promise, Violation, promises
from pipelines.warehouse.duck import identifier, literal, memory
from pipelines.warehouse.events import Event
from pipelines.warehouse.settings import Settings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CONTRACT = "contract"
#: Dagster warns at each step of every check without a result that could have stopped it; here that is no fault.
logging.getLogger("dagster._core.execution.plan.active").setLevel(logging.ERROR)
_RULES = {"key": "its key names one row", "required": "never null", "references": "keys exist", "codes": "codes known"}


def contract_checks(catalogue: Catalogue, operation: Operation) -> dg.AssetChecksDefinition:
    """The step that holds every table against tables.yml: one check a table; one that is broken blocks publishing."""
    tables = {spec.name: spec.table for spec in catalogue.tables}
    specs = [
        dg.AssetCheckSpec(
            CONTRACT,
            asset=table_key(spec.name),
            blocking=True,
            description=_contract_in_words(spec, list(promises(spec, tables))),
        )
        for spec in catalogue.built
    ]

    @dg.multi_asset_check(
        name="check_contract", specs=specs, can_subset=True, required_resource_keys={PROJECT},
    )  # fmt: skip
    def check(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        project = project_of(context)
        chosen = {key.asset_key for key in context.selected_asset_check_keys}
        selected = [spec for spec in catalogue.built if table_key(spec.name) in chosen]
        with told_plainly(context, operation), tables_at_hand(catalogue, project.settings) as (connection, behind):
            needed: set[str] = set()
            left: list[str] = []
            for number, spec in enumerate(selected, start=1):
                held = list(promises(spec, tables))
                judged = [promise for promise in held if not _needs(promise, spec) & behind]
                broken = _violations(connection, judged)
                if broken or len(judged) == len(held):
                    yield _contract_result(spec, held, judged, broken, project)
                else:
                    left.append(spec.name)
                    needed |= frozenset[str]().union(*(_needs(promise, spec) for promise in held)) & behind
                project.progress(Event("check", number, len(selected), spec.name))

            if left:
                why = f"{', '.join(sorted(needed))} not built, or older than what they read; materialise them"
                context.log.info(not_evaluated(left, why))

    return check


def not_evaluated(checks: Iterable[str], why: str) -> str:
    """What the log of a run says of checks without a result."""
    return f"not evaluated, for {why}: {', '.join(checks)}"


@contextmanager
def tables_at_hand(catalogue: Catalogue, settings: Settings) -> Iterator[tuple["DuckDBPyConnection", frozenset[str]]]:
    """A connection that sees the built tables by their names, and the names of those that nothing can be told by.

    These are the ones that are not built, or were built before what they read: a run of some tables leaves others
    behind, and what then does not fit together is no fault.
    """
    fingerprints = {spec.name: built_fingerprint(spec.name, settings) for spec in catalogue.built}
    told = {name: found for name, found in fingerprints.items() if found is not None}
    behind = {spec.name for spec in catalogue.built if not _is_current(spec, told, settings)}
    with memory(settings.spill) as connection:
        for name in told:
            path = literal(table_file(name, settings))
            connection.execute(f"CREATE VIEW {identifier(name)} AS SELECT * FROM read_parquet({path})")
        yield connection, frozenset(behind)


def _is_current(spec: TableSpec, built: Mapping[str, str], settings: Settings) -> bool:
    """Whether a table is built, from the tables and sources that lie there now."""
    if spec.name not in built or not built.keys() >= set(spec.upstream):
        return False
    return built[spec.name] == fingerprint(spec, built, settings)


def _contract_result(
    spec: TableSpec, held: list[Promise], judged: list[Promise], broken: list[Violation], project: Project
) -> dg.AssetCheckResult:
    """How the promises of a table turned out, of which some are broken or all could be judged."""
    metadata: dict[str, Any] = {
        "promises": len(held), "broken": len(broken), "not evaluated": len(held) - len(judged),
        "evidence": project.page(CHECKS_PAGE),
    }  # fmt: skip
    if broken:
        metadata["what is broken"] = dg.MetadataValue.md(markdown_table([_row(violation) for violation in broken]))
    return dg.AssetCheckResult(
        asset_key=table_key(spec.name),
        check_name=CONTRACT,
        passed=not broken,
        severity=dg.AssetCheckSeverity.ERROR if broken else dg.AssetCheckSeverity.WARN,
        description="; ".join(str(violation) for violation in broken) or None,
        metadata=metadata,
    )


def _needs(promise: Promise, spec: TableSpec) -> frozenset[str]:
    """The tables that must be built for a promise to be judged."""
    needed = {spec.name}
    for name in promise.columns:
        column = spec.columns[name]
        if promise.rule == "references" and column.references is not None:
            needed.add(column.references)
        if promise.rule == "codes":
            needed.add("code_list")
    return frozenset(needed)


def _violations(connection: "DuckDBPyConnection", held: list[Promise]) -> list[Violation]:
    """The promises of one table that rows break, found by one query."""
    if not held:
        return []
    parts = [f"SELECT {at} AS promise, told.* FROM ({promise.query}) AS told" for at, promise in enumerate(held)]
    found = connection.execute(" UNION ALL ".join(parts)).fetchall()
    return [Violation(held[at], rows, str(example or "")) for at, rows, example in sorted(found) if rows]


def _row(violation: Violation) -> dict[str, object]:
    return {
        "column": ", ".join(violation.promise.columns),
        "promise": _RULES[violation.promise.rule],
        "rows that break it": violation.rows,
        "one of them": violation.example,
    }


def _contract_in_words(spec: TableSpec, held: Iterable[Promise]) -> str:
    """What the dictionary promises of a table, as a person reads it."""
    rules: dict[str, list[str]] = {}
    for promise in held:
        rules.setdefault(_RULES[promise.rule], []).extend(promise.columns)
    told = "; ".join(f"{rule}: {', '.join(columns)}" for rule, columns in rules.items())
    return f"The table keeps what sql/tables.yml promises of it. {told}. A broken promise blocks publishing."
