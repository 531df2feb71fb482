"""A run from the terminal: the same job of the same definitions, in this process, recorded in the project's home."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg
from dagster._core.events import RunFailureReason

from pipelines.orchestration.assembly import Parts, build_definitions
from pipelines.orchestration.automation import JOB
from pipelines.orchestration.batches import keep_batches
from pipelines.orchestration.home import open_home
from pipelines.orchestration.noticing import look
from pipelines.orchestration.project import PROJECT
from pipelines.orchestration.publication import summary_of
from pipelines.orchestration.reasons import reasons_of_failure
from pipelines.warehouse.lock import run_lock
from pipelines.warehouse.settings import CHECKOUT, Settings
from pipelines.warehouse.steps import RunSummary


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks of a run; folders that are not named are those of the project.

    `only` names the documents that it reads, or patterns of their names; all where it is empty.
    """

    raw: Path | None = None
    warehouse: Path | None = None
    full: bool = False
    accept_loss: bool = False
    only: tuple[str, ...] = ()

    def run_config(self) -> Mapping[str, Any]:
        """The same, as Dagster records it with the run, so that a re-execution does the same again."""
        named = {"raw": self.raw, "warehouse": self.warehouse}
        folders = {name: str(path.absolute()) for name, path in named.items() if path is not None}
        return {
            "resources": {PROJECT: {"config": folders}},
            "ops": {
                "read_sources": {"config": {"full": self.full, "only": list(self.only)}},
                "publish": {"config": {"accept_loss": self.accept_loss}},
            },
            # Who waits at a terminal decides about another try, and reads the summary, not the log.
            "execution": {"config": {"retries": {"disabled": {}}}},
            "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: the summary of what was published, or None, and the reasons of what failed.

    Both are there where the warehouse was published and something after it failed.
    """

    run_id: str
    summary: RunSummary | None
    reasons: tuple[str, ...] = ()
    interrupted: bool = False


def run_pipeline(settings: Settings, order: Order, parts: Parts | None = None) -> Outcome:
    """Run the job over everything. Raises WarehouseError where it cannot begin."""
    from dagster._core.definitions.job_base import InMemoryJob
    from dagster._core.execution.api import execute_run
    from dagster._utils.interrupts import capture_interrupts

    chosen = settings.elsewhere(order.raw, order.warehouse)
    parts = parts or Parts()
    job = build_definitions(settings, parts).resolve_job_def(JOB)
    # An interrupt then ends the step under way, and the run is recorded as ended by it.
    with run_lock(chosen, parts.progress), open_home(settings) as instance, capture_interrupts():
        run = instance.create_run_for_job(
            job,
            run_config=order.run_config(),
            tags={**job.run_tags, "solieu/started_by": "terminal"},
            remote_job_origin=_origin(),
        )
        result = execute_run(InMemoryJob(job), run, instance)
        keep_batches(instance, look(settings.raw))  # for a backfill in the UI, before its sensor looks
        made = [event.materialization for event in result.all_events if event.is_step_materialization]
        summary = summary_of({materialization.asset_key: materialization for materialization in made}, chosen)
        if result.success:
            return Outcome(run.run_id, summary)
        reasons = tuple(reasons_of_failure(instance, run.run_id))
        return Outcome(run.run_id, summary, reasons, interrupted=_was_interrupted(result.all_events))


def _was_interrupted(events: Sequence[dg.DagsterEvent]) -> bool:
    return any(
        event.is_failure
        and not event.is_step_failure
        and event.job_failure_data.failure_reason is RunFailureReason.UNEXPECTED_TERMINATION
        for event in events
    )


def _origin() -> Any:
    """Where the UI finds the job of this run, so that it can show and re-execute it. Dagster has no public way."""
    from dagster._core.remote_origin import RemoteRepositoryOrigin
    from dagster._core.workspace.load import location_origins_from_yaml_paths

    (location,) = location_origins_from_yaml_paths([str(CHECKOUT / "workspace.yaml")])
    return RemoteRepositoryOrigin(location, "__repository__").get_job_origin(JOB)
