"""A run of a small project by Dagster in a process of its own, which ends in the middle or holds the lock.

`python -m tests.unit.orchestration.victim FOLDER SIGNAL STEP DONE` sends itself that signal at that event, `… hold`
holds the project's lock until its input ends. A run that ends by itself prints how, as JSON.
"""

import json
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from pipelines.orchestration.running import Order, run_pipeline
from pipelines.warehouse.events import Event
from pipelines.warehouse.lock import run_lock
from tests.faults.victim import pin_code_version
from tests.unit.orchestration.projects import PARTS
from tests.unit.warehouse.projects import small_settings


def main(folder: str, fate: str, step: str = "", done: str = "0") -> None:
    """Run the project in `folder` towards its fate."""
    pin_code_version(setattr)
    settings = small_settings(Path(folder))
    if fate == "hold":
        with run_lock(settings):
            print("held", flush=True)
            sys.stdin.read()
        return

    def listen(event: Event) -> None:
        if (event.step, event.done) == (step, int(done)):
            os.kill(os.getpid(), signal.Signals[fate])

    outcome = run_pipeline(settings, Order(), replace(PARTS, progress=listen))
    print(json.dumps({"interrupted": outcome.interrupted, "reasons": outcome.reasons}))


if __name__ == "__main__":
    main(*sys.argv[1:])
