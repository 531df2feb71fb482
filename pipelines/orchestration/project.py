"""The resource of all steps: the folders a run works on, held by one run at a time from its first step to its last."""

import os
import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import dagster as dg

from pipelines.orchestration.links import address
from pipelines.warehouse.events import Event, Progress, silent
from pipelines.warehouse.lock import run_lock
from pipelines.warehouse.settings import Settings

PROJECT = "project"
#: Tags of a run: the process that executes it and its machine, so that a later one can tell that it has died.
PROCESS_TAG, MACHINE_TAG = "solieu/process", "solieu/machine"
#: The log of a run tells of progress no more often than this.
_SECONDS_BETWEEN_LINES = 5.0


@dataclass(frozen=True, slots=True)
class Project:
    """What a step works on, and who hears of its progress besides the log of the run.

    `served` is the folder of the pages that the UI serves; a run on other folders has pages of its own.
    """

    settings: Settings
    progress: Progress = silent
    served: Path | None = None

    def page(self, page: str) -> dg.MetadataValue[str] | dg.MetadataValue[str | None]:
        """A page of the site, to be told of an asset or a check: a link where the UI serves it, else its file."""
        if self.settings.site == self.served:
            return dg.MetadataValue.url(address(page))
        return dg.MetadataValue.path(f"{self.settings.site}/{page}")


def project_resource(settings: Settings, progress: Progress = silent) -> dg.ResourceDefinition:
    """The resource. Its config may name other folders than `settings`, so that a run can be repeated as it was."""
    schema = {
        "raw": dg.Field(
            str, is_required=False, description="Folder of the sources; raw/ of the project where none is named."
        ),
        "warehouse": dg.Field(
            str, is_required=False, description="File to publish; the one under var/ where none is named."
        ),
    }

    @dg.resource(config_schema=schema, description="The folders of the run; no other run works on them meanwhile.")
    def project(context: dg.InitResourceContext) -> Iterator[Project]:
        folders = {name: Path(path) for name, path in context.resource_config.items()}
        chosen = settings.elsewhere(folders.get("raw"), folders.get("warehouse"))
        _sign(context)
        with run_lock(chosen, _both(progress, _logged(_info(context)))):
            yield Project(chosen, progress, settings.site)

    return project


def project_of(context: dg.OpExecutionContext | dg.AssetExecutionContext | dg.AssetCheckExecutionContext) -> Project:
    """The project of a step; its progress is heard by the log of the run, too."""
    project: Project = context.resources.project
    return replace(project, progress=_both(project.progress, _logged(context.log.info)))


def _sign(context: dg.InitResourceContext) -> None:
    """Note with the run which process executes it."""
    if context.instance is not None and context.run is not None:
        tags = {PROCESS_TAG: str(os.getpid()), MACHINE_TAG: platform.node()}
        context.instance.add_run_tags(context.run.run_id, tags)


def _info(context: dg.InitResourceContext) -> Callable[[str], None]:
    return context.log.info if context.log is not None else lambda _: None


def _both(first: Progress, second: Progress) -> Progress:
    def listen(event: Event) -> None:
        first(event)
        second(event)

    return listen


def _logged(log: Callable[[str], None]) -> Progress:
    """A listener that writes to a log, though not every event; it knows only when it last did."""
    told = time.monotonic()

    def listen(event: Event) -> None:
        nonlocal told
        now = time.monotonic()
        if event.step == "lock" or now - told >= _SECONDS_BETWEEN_LINES:
            told = now
            log(f"{event.step} {event.done}/{event.total} {event.detail}".rstrip())

    return listen
