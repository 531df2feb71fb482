"""A run that dies at any point leaves the published file whole, and the next run clears up and succeeds."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.warehouse.querying import query
from pipelines.warehouse.replacing import kept_files
from pipelines.warehouse.settings import CHECKOUT, Settings
from tests.unit.warehouse.projects import put, run_small, small_project

#: Events of a run of this project, as (step, how far it has got), and whether the new file is in its place then.
POINTS = [
    pytest.param(("event", "extract", "0"), False, id="before reading"),
    pytest.param(("event", "extract", "2"), False, id="sources read"),
    pytest.param(("event", "tables", "1"), False, id="first table built"),
    pytest.param(("event", "tables", "3"), False, id="some tables built"),
    pytest.param(("event", "tables", "6"), False, id="all tables built"),
    pytest.param(("event", "check", "0"), False, id="before the contract"),
    pytest.param(("event", "load", "1"), False, id="first table loaded"),
    pytest.param(("event", "load", "6"), False, id="all tables loaded"),
    pytest.param(("event", "publish", "0"), False, id="new file verified"),
    pytest.param(("replacing",), False, id="new file kept but not in place"),
    pytest.param(("event", "publish", "1"), True, id="new file in place"),
]


def victim(settings: Settings, *fate: str) -> "subprocess.CompletedProcess[str]":
    """A run in a process of its own."""
    command = [sys.executable, "-m", "tests.faults.victim", str(settings.raw.parent), *fate]
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)


def quotes(settings: Settings) -> list[str]:
    """What the published file says."""
    return query(settings.warehouse, "SELECT quote FROM fact_observation ORDER BY quote", "csv").splitlines()[1:]


def leftovers(settings: Settings) -> list[str]:
    """Files of the project that only an unfinished run can have left."""
    var = settings.build.parent
    return [str(path.relative_to(var)) for path in var.rglob(".*")] + [str(path) for path in var.rglob("*.wal")]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = small_project(tmp_path / "project", {"a.txt": "1 2", "b.txt": "3"})
    run_small(made)
    put(made, "a.txt", "7 8")
    put(made, "c.txt", "9")
    return made


@pytest.mark.parametrize(("fate", "replaced"), POINTS)
def test_a_killed_run_leaves_the_published_file_whole(
    settings: Settings, fate: tuple[str, ...], replaced: bool
) -> None:
    killed = victim(settings, *fate)

    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert quotes(settings) == (["3 hộ", "7 hộ", "8 hộ", "9 hộ"] if replaced else ["1 hộ", "2 hộ", "3 hộ"])

    assert run_small(settings).documents == 3
    assert quotes(settings) == ["3 hộ", "7 hộ", "8 hộ", "9 hộ"]
    assert leftovers(settings) == []
    assert [path.name.partition("-")[0] for path in kept_files(settings)] == ["000001", "000002"]


def test_the_first_run_of_all_may_die_too(tmp_path: Path) -> None:
    settings = small_project(tmp_path / "project", {"a.txt": "1"})

    assert victim(settings, "event", "load", "3").returncode == -signal.SIGKILL
    assert not settings.warehouse.exists()
    assert run_small(settings).observations == 1
    assert leftovers(settings) == []


@pytest.mark.parametrize(
    "most_bytes",
    [
        pytest.param(100, id="no space for what was read"),
        pytest.param(4_000, id="no space for tables"),
        pytest.param(100_000, id="no space for the new file"),
    ],
)
def test_a_full_disk_stops_the_run_and_spoils_nothing(settings: Settings, most_bytes: int) -> None:
    failed = victim(settings, "space", str(most_bytes))

    assert failed.returncode == 1
    assert "StorageError" in failed.stderr
    assert "make room" in failed.stderr
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ"]
    assert run_small(settings).documents == 3
    assert leftovers(settings) == []
