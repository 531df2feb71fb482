"""The lock: one run at a time, and a second one waits or says so."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.warehouse.errors import RunInProgressError, StorageError
from pipelines.warehouse.events import Event
from pipelines.warehouse.lock import run_lock
from pipelines.warehouse.settings import CHECKOUT, Settings

_HOLD = """
import sys, time
from pathlib import Path
from pipelines.warehouse.lock import run_lock
from pipelines.warehouse.settings import Settings
with run_lock(Settings.of(Path(sys.argv[1]))):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold(folder: Path, seconds: float) -> "subprocess.Popen[str]":
    """Another process that holds the lock for a while."""
    command = [sys.executable, "-c", _HOLD, str(folder), str(seconds)]
    process = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_run_that_does_not_end_is_told_with_its_process(tmp_path: Path) -> None:
    process = hold(tmp_path, 60)
    try:
        impatient = replace(Settings.of(tmp_path), seconds_to_wait_for_lock=0.3)
        with pytest.raises(RunInProgressError, match=f"process {process.pid}"), run_lock(impatient):
            pass
    finally:
        process.kill()
        process.wait()


def test_a_folder_that_cannot_be_made_is_told_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.touch()
    with pytest.raises(StorageError, match=r"a\.txt.*open the folder"), run_lock(Settings.of(file / "project")):
        pass


def test_a_run_that_ends_is_waited_for(tmp_path: Path) -> None:
    process = hold(tmp_path, 0.5)
    told: list[Event] = []

    with run_lock(Settings.of(tmp_path), told.append):
        pass
    assert process.wait() == 0
    assert told[0].detail == f"waiting for the run of process {process.pid}"


def test_a_killed_run_holds_nothing(tmp_path: Path) -> None:
    process = hold(tmp_path, 60)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()

    with run_lock(replace(Settings.of(tmp_path), seconds_to_wait_for_lock=0.0)):
        pass


def test_a_step_of_a_run_goes_on_within_it(tmp_path: Path) -> None:
    settings = replace(Settings.of(tmp_path), seconds_to_wait_for_lock=0.0)
    with run_lock(settings):
        with run_lock(settings):
            pass
        assert is_held(settings)
    assert not is_held(settings)


def is_held(settings: Settings) -> bool:
    """Whether another process could not have the lock now."""
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_try, args=(settings,))
    process.start()
    process.join()
    return process.exitcode != 0


def _try(settings: Settings) -> None:
    begin = time.monotonic()
    with run_lock(settings):
        assert time.monotonic() - begin < 60
