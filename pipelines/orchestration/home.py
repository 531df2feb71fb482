"""The Dagster home of a project: where runs are recorded, by the terminal as by the UI, and outlive their process."""

import os
import platform
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dagster as dg
from dagster import DagsterRunStatus, RunsFilter

from pipelines.orchestration.project import MACHINE_TAG, PROCESS_TAG
from pipelines.warehouse.errors import StorageError
from pipelines.warehouse.settings import CHECKOUT, Settings

_CONFIG = "dagster.yaml"
#: Without it every step of a run would redirect what is printed, and start a process that follows the file.
_NO_CAPTURE = {
    "compute_logs": {
        "module": "dagster._core.storage.noop_compute_log_manager",
        "class": "NoOpComputeLogManager",
        "config": {},
    }
}
#: What an instance config may name instead of SQLite files in its home.
_STORAGES = ("storage", "run_storage", "event_log_storage", "schedule_storage")
_UNDER_WAY = [DagsterRunStatus.STARTED, DagsterRunStatus.CANCELING]


def prepare_home(settings: Settings) -> Path:
    """The folder of the home, made on first use, with the instance config of the project or its own.

    Raises StorageError where it cannot be made.
    """
    home = settings.dagster.absolute()
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError.of(error) from error
    config = home / _CONFIG
    if not config.exists():
        config.unlink(missing_ok=True)  # a link that leads nowhere any more
        try:
            config.symlink_to(os.path.relpath(CHECKOUT / _CONFIG, home.resolve()))
        except OSError:  # a file system without links
            shutil.copyfile(CHECKOUT / _CONFIG, config)
    return home


@contextmanager
def open_home(settings: Settings) -> Iterator[dg.DagsterInstance]:
    """The instance of the home, for runs in this process; runs whose process has died are told to have failed."""
    from dagster._core.instance.ref import InstanceRef

    home = prepare_home(settings)
    reference = InstanceRef.from_dir(str(home), overrides=_NO_CAPTURE | _kept_event_log(home))
    with _few_waits_for_the_disk(), dg.DagsterInstance.from_ref(reference) as instance:
        fail_dead_runs(instance)
        yield instance


def _kept_event_log(home: Path) -> dict[str, Any]:
    """The override that keeps the event log's files open, where the instance config names no storage of its own."""
    from dagster._core.instance.config import dagster_instance_config

    config, _ = dagster_instance_config(str(home))
    if any(config.get(storage) for storage in _STORAGES):
        return {}
    folder = home / "history" / "runs"  # where Dagster keeps it
    return {
        "event_log_storage": {
            "module": "pipelines.orchestration.event_log",
            "class": "KeptEventLog",
            "config": {"base_dir": str(folder)},
        }
    }


@contextmanager
def _few_waits_for_the_disk() -> Iterator[None]:
    """Let SQLite wait for the disk at checkpoints only, not after each of a run's thousand events.

    With its write-ahead log, which Dagster uses, the files stay whole; a loss of power may cost the last events.
    """
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    def relax(connection: Any, _: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA synchronous = NORMAL")

    event.listen(Engine, "connect", relax)
    try:
        yield
    finally:
        event.remove(Engine, "connect", relax)


def fail_dead_runs(instance: dg.DagsterInstance) -> list[str]:
    """End the runs of this machine whose process is gone: they would stay under way for ever, and others would wait.

    Returns their ids.
    """
    ended = []
    for run in instance.get_runs(RunsFilter(statuses=_UNDER_WAY)):
        process = run.tags.get(PROCESS_TAG)
        if process is None or run.tags.get(MACHINE_TAG) != platform.node() or _is_alive(int(process)):
            continue
        instance.report_run_failed(run, f"its process, {process}, is gone; what was published stays. Run again.")
        ended.append(run.run_id)
    return ended


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's, so alive
        return True
    return True
