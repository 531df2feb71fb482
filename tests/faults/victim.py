"""A run of a small project in a process of its own, which a test lets die or run out of space.

`python -m tests.faults.victim FOLDER event STEP DONE` dies at that event, `… replacing` between keeping and replacing
a file, `… space BYTES` may write no file larger than that, `… run` does nothing special.
"""

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from pipelines.orchestration import named
from pipelines.warehouse import extracting, publishing, replacing
from pipelines.warehouse.events import Event
from tests.unit.warehouse.projects import run_small, small_settings


def die() -> None:
    """End at once, as by `kill -9` or a loss of power."""
    os.kill(os.getpid(), signal.SIGKILL)


def pin_code_version(set_attribute: Callable[[object, str, object], None]) -> None:
    """Let a run take a fixed text for the version of the code."""
    for module in (extracting, publishing, named):
        set_attribute(module, "extraction_code_version", lambda: "pinned")


def main(folder: str, fate: str, *rest: str) -> None:
    """Run the project in `folder` towards its fate."""

    def listen(event: Event) -> None:
        if fate == "event" and (event.step, event.done) == (rest[0], int(rest[1])):
            die()

    pin_code_version(setattr)
    if fate == "space":
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(rest[0]), int(rest[0])))
    if fate == "replacing":
        # clear_leftovers calls it at the beginning of publishing, put_in_place right before it replaces.
        calls = []
        set_aside = replacing.set_log_aside

        def die_at_the_second(database: Path) -> None:
            calls.append(database)
            if len(calls) == 2:
                die()
            set_aside(database)

        replacing.set_log_aside = die_at_the_second
    print(run_small(small_settings(Path(folder)), listen).build_id)


if __name__ == "__main__":
    main(*sys.argv[1:])
