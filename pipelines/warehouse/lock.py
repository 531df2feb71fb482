"""One run at a time: a lock that a second run waits for, and that ends with the process that holds it."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pipelines.warehouse.errors import RunInProgressError, StorageError
from pipelines.warehouse.events import Event, Progress, silent
from pipelines.warehouse.settings import Settings

_PAUSE_SECONDS = 0.2


@contextmanager
def run_lock(settings: Settings, progress: Progress = silent) -> Iterator[None]:
    """Hold the project's lock inside the block; wait for another run up to `seconds_to_wait_for_lock`.

    A step within a run that holds it already goes on. The system drops the lock of a killed process. Raises
    RunInProgressError, and StorageError where the folder of the lock cannot be made or written.
    """
    path = settings.build / "run.lock"
    with _opened(path) as file:
        if not _acquire(file.fileno()):
            if _holder(path) == os.getpid():
                yield
                return
            _wait(file.fileno(), path, settings.seconds_to_wait_for_lock, progress)
        file.truncate(0)
        file.write(json.dumps({"process": os.getpid()}))
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _opened(path: Path) -> IO[str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StorageError.of(error) from error


def _wait(descriptor: int, path: Path, seconds: float, progress: Progress) -> None:
    progress(Event("lock", 0, 1, f"waiting for the run of process {_holder(path)}"))
    end = time.monotonic() + seconds
    while not _acquire(descriptor):
        if time.monotonic() >= end:
            holder = _holder(path)
            raise RunInProgressError(f"another run is at work (process {holder}); wait for it to end, or end it")
        time.sleep(_PAUSE_SECONDS)
    progress(Event("lock", 1, 1))


def _acquire(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(path: Path) -> int | None:
    """The process that holds the lock, as it told."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    process = told.get("process") if isinstance(told, dict) else None
    return process if isinstance(process, int) else None
