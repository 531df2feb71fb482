"""Small projects run by Dagster in this process."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dagster as dg

from pipelines.orchestration.assembly import Parts, build_definitions
from pipelines.orchestration.automation import JOB
from pipelines.orchestration.home import prepare_home
from pipelines.orchestration.reasons import reasons_of_failure
from pipelines.warehouse.querying import query
from pipelines.warehouse.settings import Settings
from tests.unit.warehouse.projects import SPARE, read_figures

#: What a small project is run with.
PARTS = Parts(builders=lambda _: SPARE, suites=lambda _: (), extractor=read_figures, pages=False)
#: Run config that keeps the log from the terminal.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Ran:
    """How a run ended, and what it told of each asset and check."""

    run_id: str
    success: bool
    reasons: list[str]
    steps: list[str]
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    checks: dict[tuple[str, str], dg.AssetCheckEvaluation] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)


def run_job(
    settings: Settings,
    assets: Sequence[str] = (),
    config: dict[str, Any] | None = None,
    parts: Parts = PARTS,
    instance: dg.DagsterInstance | None = None,
) -> Ran:
    """Run the job, of these assets or of all, as the UI does. Without `instance` it is recorded nowhere."""
    job = build_definitions(settings, parts).resolve_job_def(JOB)
    with nullcontext(instance) if instance is not None else dg.DagsterInstance.ephemeral() as record:
        result = job.execute_in_process(
            run_config={**QUIET, **(config or {})},
            instance=record,
            asset_selection=[dg.AssetKey(name) for name in assets] or None,
            raise_on_error=False,
        )
        return told(record, result)


def told(instance: dg.DagsterInstance, result: Any) -> Ran:
    """What a finished run told."""
    events = [event for event in result.all_events if event.is_step_event]
    made = [event.materialization for event in events if event.is_step_materialization]
    checks = [
        event.asset_check_evaluation_data for event in events if event.event_type_value == "ASSET_CHECK_EVALUATION"
    ]
    return Ran(
        result.run_id,
        result.success,
        reasons_of_failure(instance, result.run_id),
        sorted({event.step_key for event in events if event.step_key}),
        {one.asset_key.to_user_string(): {name: of.value for name, of in one.metadata.items()} for one in made},
        {(one.asset_key.to_user_string(), one.check_name): one for one in checks},
        [entry.user_message for entry in instance.all_logs(result.run_id)],
    )


def quotes(settings: Settings) -> list[str]:
    """What the published file says."""
    return query(settings.warehouse, "SELECT quote FROM fact_observation ORDER BY quote", "csv").splitlines()[1:]


def operate(settings: Settings, text: str) -> Path:
    """Give the home of a project an operation.yaml of its own."""
    path = prepare_home(settings) / "operation.yaml"
    path.write_text(text, encoding="utf-8")
    return path
