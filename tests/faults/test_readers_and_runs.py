"""Readers, other runs and stray files: nobody blocks a run, and a run disturbs nobody."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.warehouse.errors import RawMissingError
from pipelines.warehouse.settings import CHECKOUT, Settings
from tests.faults.test_killed_runs import quotes
from tests.unit.warehouse.projects import put, run_small, small_project

_READER = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
for line in sys.stdin:
    print(connection.execute("SELECT count(*), max(quote) FROM fact_observation").fetchone(), flush=True)
"""
_WRITER = """
import sys, time, duckdb
connection = duckdb.connect(sys.argv[1])
connection.execute("SET wal_autocheckpoint = '1TB'")
connection.execute("INSERT INTO fact_relation VALUES ('mine', 'holds')")
print("written", flush=True)
time.sleep(60)
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = small_project(tmp_path / "project", {"a.txt": "1 2", "b.txt": "3"})
    run_small(made)
    return made


def test_a_reader_keeps_the_file_that_it_holds(settings: Settings) -> None:
    command = [sys.executable, "-c", _READER, str(settings.warehouse)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None

        def ask() -> str:
            assert reader.stdin is not None
            assert reader.stdout is not None
            reader.stdin.write("?\n")
            reader.stdin.flush()
            return reader.stdout.readline().strip()

        assert ask() == "(3, '3 hộ')"
        put(settings, "c.txt", "9")
        run_small(settings)
        assert ask() == "(3, '3 hộ')"
        reader.stdin.close()
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ", "9 hộ"]


def test_a_stray_log_beside_the_published_file_harms_neither_run_nor_readers(settings: Settings) -> None:
    command = [sys.executable, "-c", _WRITER, str(settings.warehouse)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "written\n"
        writer.send_signal(signal.SIGKILL)
    log = settings.warehouse.with_name("solieu.duckdb.wal")
    assert log.exists()

    put(settings, "c.txt", "9")
    run_small(settings)
    assert not log.exists()
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ", "9 hộ"]


def test_two_runs_at_once_both_succeed(settings: Settings) -> None:
    put(settings, "c.txt", "9")
    command = [sys.executable, "-m", "tests.faults.victim", str(settings.raw.parent), "run"]
    runs = [subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) for _ in range(2)]

    builds = {run.communicate()[0] for run in runs}
    assert [run.returncode for run in runs] == [0, 0]
    assert len(builds) == 1
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ", "9 hộ"]


def test_a_missing_raw_folder_changes_nothing(settings: Settings) -> None:
    settings.raw.rename(settings.raw.with_name("unmounted"))

    with pytest.raises(RawMissingError):
        run_small(settings)
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ"]


def test_a_folder_that_may_not_be_read_is_told_of(settings: Settings) -> None:
    put(settings, "closed/c.txt", "9")
    (settings.raw / "closed").chmod(0)
    try:
        summary = run_small(settings)
    finally:
        (settings.raw / "closed").chmod(0o755)
    # The superuser may read everything; anybody else is told that the folder is closed.
    assert (summary.documents, summary.rejected) in {(3, 0), (2, 1)}


def test_workers_end_with_a_killed_run(tmp_path: Path) -> None:
    code = """
import sys, time, os
from dataclasses import replace
from pathlib import Path
from pipelines.warehouse.mapping import in_processes
from pipelines.warehouse.steps import read_sources
from tests.unit.warehouse.projects import read_figures, small_settings
settings = replace(small_settings(Path(sys.argv[1])), sources_per_shard=1)
read_sources(settings, extractor=read_figures, map_shards=in_processes(2))
"""
    settings = small_project(tmp_path / "project", {"a.txt": "sleep", "b.txt": "sleep"})
    process = subprocess.Popen([sys.executable, "-c", code, str(settings.raw.parent)], cwd=CHECKOUT)
    try:
        workers = wait_for(lambda: descendants(process.pid), 3)
    finally:
        process.kill()
        process.wait()
    wait_for(lambda: [] if set(workers) & running() else [0], 1)
    assert not set(workers) & running()


def wait_for(look, least: int) -> list[int]:  # type: ignore[no-untyped-def]
    """What `look` gives once it is at least so much, within ten seconds."""
    import time

    for _ in range(200):
        found: list[int] = look()
        if len(found) >= least:
            return found
        time.sleep(0.05)
    return found


def running() -> set[int]:
    """The processes that run now; those that wait to be collected do not."""
    found = set()
    for path in Path("/proc").glob("[0-9]*"):
        try:
            state = (path / "stat").read_text(encoding="utf-8").rpartition(") ")[2][0]
        except OSError:
            continue
        if state != "Z":
            found.add(int(path.name))
    return found


def descendants(process: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(path.name)] = int((path / "stat").read_text(encoding="utf-8").rpartition(") ")[2].split()[1])
        except OSError:
            continue
    found = [process]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found[1:]
