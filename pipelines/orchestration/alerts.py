"""What happens when a run fails: a file in var/alerts/ that says why, and a call to a web address if one is set."""

import json
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from pipelines.orchestration.operation import Operation
from pipelines.orchestration.reasons import reasons_of_failure
from pipelines.warehouse.settings import Settings

_TIMEOUT_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Alert:
    """A failed run in words."""

    run: str
    job: str
    reasons: tuple[str, ...]

    @property
    def title(self) -> str:
        """One line."""
        return f"solieu: run {self.run[:8]} of {self.job} failed; what was published stays"

    @property
    def text(self) -> str:
        """All of it."""
        told = "\n".join(f"* {reason}" for reason in self.reasons) or "* no step told a reason; see the log of the run"
        return f"{told}\n\nThe log of the run is in the Dagster UI (`solieu ui`) under its id, {self.run}."


def alert_on_failure(settings: Settings, operation: Operation) -> dg.SensorDefinition:
    """The sensor that tells of every failed run."""

    @dg.run_failure_sensor(
        name="alert_on_failure",
        description="Writes var/alerts/<run>.md for every run that fails, and calls the webhook if one is set.",
        default_status=dg.DefaultSensorStatus.RUNNING,
        minimum_interval_seconds=operation.seconds_between_looks,
    )
    def alert(context: dg.RunFailureSensorContext) -> None:
        run = context.dagster_run
        told = Alert(run.run_id, run.job_name, tuple(reasons_of_failure(context.instance, run.run_id)))
        path = write_alert(told, alert_folder(settings))
        context.log.info(f"wrote {path.name}")
        if operation.webhook is not None:
            call_webhook(told, operation.webhook)

    return alert


def alert_folder(settings: Settings) -> Path:
    """Where alerts are written."""
    return settings.dagster.parent / "alerts"


def write_alert(alert: Alert, folder: Path) -> Path:
    """Write an alert as a Markdown file named by its run."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{alert.run}.md"
    path.write_text(f"# {alert.title}\n\n{alert.text}\n", encoding="utf-8")
    return path


def call_webhook(alert: Alert, address: str) -> None:
    """Send an alert as JSON by POST. Raises OSError where the address does not answer, or answers with an error."""
    body = json.dumps({"title": alert.title, "text": alert.text, "run": alert.run}, ensure_ascii=False).encode()
    request = urllib.request.Request(address, body, {"Content-Type": "application/json; charset=utf-8"}, method="POST")
    with urllib.request.urlopen(request, timeout=_TIMEOUT_SECONDS):
        pass
