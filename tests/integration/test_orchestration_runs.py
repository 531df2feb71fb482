"""Runs by Dagster of a small project: whatever is selected, breaks or is killed, the published file stays whole."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from pipelines.orchestration.assembly import build_definitions
from pipelines.orchestration.automation import JOB
from pipelines.orchestration.home import open_home
from pipelines.orchestration.running import Order, run_pipeline
from pipelines.warehouse.building import Builder
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.errors import TableError
from pipelines.warehouse.events import Event
from pipelines.warehouse.settings import CHECKOUT, Settings
from tests.faults.victim import pin_code_version
from tests.unit.orchestration.projects import PARTS, Ran, operate, quotes, run_job, told
from tests.unit.warehouse.projects import put, run_small, small_project, small_settings

TABLES = {"stg_document", "stg_observation", "dim_document", "fact_observation", "fact_relation", "meta_table"}
#: What the step of publishing makes.
PUBLISHED = ("warehouse", "build", "build_change")
#: A statement whose table does not say whether a document was refused, though the dictionary promises it.
BROKEN_PROMISE = "SELECT document, NULL::BOOLEAN AS refused, 0::BIGINT AS observations FROM stg_document"
READ, BUILD, CHECK, PUBLISH = "read_sources", "build_tables", "check_contract", "publish"


@pytest.fixture(autouse=True)
def pinned_code_version(monkeypatch: pytest.MonkeyPatch) -> None:
    pin_code_version(monkeypatch.setattr)


@pytest.fixture
def new(tmp_path: Path) -> Settings:
    """A project that was never run."""
    return small_project(tmp_path / "project", {"a.txt": "1 2", "b.txt": "3"})


@pytest.fixture
def settings(new: Settings) -> Settings:
    """A project that was run, and has a new and a changed source since."""
    run_small(new)
    put(new, "a.txt", "7 8")
    put(new, "c.txt", "9")
    return new


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    """A record of runs that lasts as long as the test."""
    with dg.DagsterInstance.ephemeral() as record:
        yield record


def job_in(folder: str) -> dg.JobDefinition:
    """The job of a small project, for Dagster to find again."""
    return build_definitions(small_settings(Path(folder)), PARTS).resolve_job_def(JOB)


def re_executed_from_failure(settings: Settings, failed: Ran, instance: dg.DagsterInstance) -> Ran:
    """What the button of the UI does with a failed run."""
    job = dg.build_reconstructable_job(__name__, "job_in", (str(settings.raw.parent),))
    options = dg.ReexecutionOptions.from_failure(failed.run_id, instance)
    with dg.execute_job(job, instance, reexecution_options=options, raise_on_error=False) as result:
        return told(instance, result)


def spoil(settings: Settings, table: str, statement: str) -> str:
    """Change the statement of a table; what it was."""
    (path,) = settings.sql.glob(f"*/{table}.sql")
    was = path.read_text(encoding="utf-8")
    path.write_text(statement, encoding="utf-8")
    return was


def test_one_job_makes_tells_and_publishes_everything(new: Settings) -> None:
    ran = run_job(new)

    assert ran.success
    assert ran.made.keys() == {"documents", "observations", *PUBLISHED} | TABLES
    assert {name: told["dagster/row_count"] for name, told in ran.made.items()}.items() >= {
        "documents": 2, "observations": 3, "stg_observation": 3, "dim_document": 2, "build": 1,
    }.items()  # fmt: skip
    assert all("| --- |" in told["preview"] or told["preview"] == "*no rows*" for told in previewed(ran).values())
    assert "| raw/a.txt |" in ran.made["stg_observation"]["preview"].replace("&#95;", "_")
    assert {name for name, _ in ran.checks} == TABLES
    assert all(check.passed for check in ran.checks.values())
    assert quotes(new) == ["1 hộ", "2 hộ", "3 hộ"]


def previewed(ran: Ran) -> Mapping[str, Mapping[str, Any]]:
    """What was told of the assets that show rows."""
    return {name: told for name, told in ran.made.items() if name not in PUBLISHED}


def test_a_run_without_changes_reads_makes_and_publishes_nothing_again(new: Settings) -> None:
    run_job(new)
    published = new.warehouse.stat().st_mtime_ns

    ran = run_job(new)

    assert (ran.made["documents"]["read"], ran.made["documents"]["reused"]) == (0, 2)
    assert all(ran.made[table]["unchanged"] for table in TABLES)
    assert ran.made["warehouse"]["unchanged"]
    assert new.warehouse.stat().st_mtime_ns == published


@pytest.mark.parametrize(
    "assets",
    [
        pytest.param(["documents", "observations"], id="only reading"),
        pytest.param(["stg_observation", "fact_observation"], id="some tables, one after the other"),
        pytest.param(sorted(TABLES), id="all tables"),
    ],
)
def test_a_selection_without_the_warehouse_publishes_nothing(settings: Settings, assets: list[str]) -> None:
    published = settings.warehouse.read_bytes()

    assert run_job(settings, assets).success

    assert settings.warehouse.read_bytes() == published


@pytest.mark.parametrize(
    ("before", "said"),
    [
        pytest.param(["documents", "observations"], ["5 tables", "stg_document"], id="read"),
        pytest.param(
            ["documents", "observations", "stg_observation"], ["stg_document", "dim_document"], id="one table"
        ),
        pytest.param(
            ["documents", "observations", "stg_document", "stg_observation", "fact_observation"],
            ["dim_document", "fact_relation"],
            id="nearly all",
        ),
    ],
)
def test_the_warehouse_alone_does_not_publish_a_mixture(settings: Settings, before: list[str], said: list[str]) -> None:
    assert run_job(settings, before).success

    ran = run_job(settings, PUBLISHED)

    assert not ran.success
    assert all(word in " ".join(ran.reasons) for word in ["missing or older than what they read", *said])
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ"]


def test_the_warehouse_alone_publishes_tables_that_belong_together(settings: Settings) -> None:
    assert run_job(settings, ["documents", "observations", *TABLES]).success

    assert run_job(settings, PUBLISHED).success
    assert quotes(settings) == ["3 hộ", "7 hộ", "8 hộ", "9 hộ"]


def test_a_table_of_a_project_that_was_never_run_says_what_it_lacks(new: Settings) -> None:
    ran = run_job(new, ["fact_observation"])

    assert not ran.success
    assert "fact_observation reads stg_observation, which is not built" in " ".join(ran.reasons)


def test_a_re_execution_from_failure_begins_where_it_broke_and_publishes_the_whole(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    was = spoil(settings, "dim_document", "SELECT nonsense")
    failed = run_job(settings, instance=instance)
    assert not failed.success
    assert "sql/dimensions/dim_document.sql" in " ".join(failed.reasons)
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ"]

    spoil(settings, "dim_document", was)
    again = re_executed_from_failure(settings, failed, instance)

    assert again.success
    assert again.steps == sorted([BUILD, CHECK, PUBLISH])
    assert quotes(settings) == ["3 hộ", "7 hộ", "8 hộ", "9 hộ"]


def test_a_re_execution_from_failure_that_finds_other_sources_read_does_not_mix_them(
    settings: Settings, instance: dg.DagsterInstance
) -> None:
    """Its tables were made, a check stopped publishing, and another run has read more since."""
    was = spoil(settings, "dim_document", BROKEN_PROMISE)
    failed = run_job(settings, instance=instance)
    spoil(settings, "dim_document", was)
    put(settings, "d.txt", "10")
    assert run_job(settings, ["documents", "observations"]).success

    again = re_executed_from_failure(settings, failed, instance)

    assert not again.success
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ"]


def test_a_broken_promise_of_the_dictionary_fails_its_check_and_blocks_publishing(settings: Settings) -> None:
    spoil(settings, "dim_document", BROKEN_PROMISE)

    ran = run_job(settings)

    check = ran.checks["dim_document", "contract"]
    assert not ran.success
    assert not check.passed
    assert check.blocking
    assert check.severity is dg.AssetCheckSeverity.ERROR
    assert check.metadata["broken"].value == 1
    assert "refused" in str(check.metadata["what is broken"].value)
    assert "warehouse" not in ran.made
    assert PUBLISH not in ran.steps
    assert any("dim_document: the check contract does not hold" in reason for reason in ran.reasons)
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ"]


def test_a_check_of_a_table_whose_references_were_left_behind_is_no_fault(settings: Settings) -> None:
    ran = run_job(settings, ["documents", "observations", "stg_observation"])

    assert ran.success
    assert ("stg_observation", "contract") not in ran.checks
    assert any("stg_document not built, or older than what they read" in line for line in ran.log)


def test_a_check_whose_references_are_not_built_is_skipped_and_neither_passes_nor_fails(new: Settings) -> None:
    run_job(new, ["documents", "observations"])
    spec = dg.AssetCheckKey(dg.AssetKey("stg_observation"), "contract")
    job = build_definitions(new, PARTS).resolve_implicit_global_asset_job_def()
    with open_home(new) as instance:
        result = job.get_subset(asset_check_selection={spec}, asset_selection=set()).execute_in_process(
            instance=instance
        )
    assert result.success
    assert result.get_asset_check_evaluations() == []


def test_a_great_loss_stops_before_publishing_until_it_is_accepted(new: Settings) -> None:
    run_job(new)
    (new.raw / "a.txt").unlink()

    refused = run_job(new)
    assert not refused.success
    assert "run again with --accept-loss" in " ".join(refused.reasons)
    assert quotes(new) == ["1 hộ", "2 hộ", "3 hộ"]

    assert run_job(new, config={"ops": {PUBLISH: {"config": {"accept_loss": True}}}}).success
    assert quotes(new) == ["3 hộ"]


def test_raw_that_is_not_there_stops_the_run(settings: Settings) -> None:
    ran = run_job(replace(settings, raw=settings.raw.with_name("unmounted")))

    assert not ran.success
    assert "unmounted" in " ".join(ran.reasons)
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ"]


def test_a_run_of_one_document_reads_that_and_publishes_the_whole(settings: Settings) -> None:
    ran = run_job(settings, config={"ops": {READ: {"config": {"only": ["raw/c.txt"]}}}})

    assert ran.success
    assert ran.made["documents"]["read"] == 1
    assert ran.made["documents"]["left_for_the_next_run"] == []
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ", "9 hộ"]


class Failing:
    """Fills no tables: raises a number of times before it does as the builders of small projects do."""

    def __init__(self, error: Exception, times: int) -> None:
        self.error, self.times, self.calls = error, times, 0

    def __call__(self, catalogue: Catalogue) -> Mapping[str, Builder]:
        self.calls += 1
        if self.calls <= self.times:
            raise self.error
        return PARTS.builders(catalogue)


@pytest.mark.parametrize(
    ("error", "times", "calls", "success"),
    [
        pytest.param(OSError("the disk is full"), 1, 2, True, id="passes with time"),
        pytest.param(OSError("the disk is full"), 9, 3, False, id="passes too late"),
        pytest.param(TableError("no such column"), 1, 1, False, id="does not pass by itself"),
    ],
)
def test_a_step_is_tried_again_where_the_reason_may_pass(
    settings: Settings, error: Exception, times: int, calls: int, success: bool
) -> None:
    operate(settings, "retries: 2\nseconds_before_retry: 0\n")
    failing = Failing(error, times)

    ran = run_job(settings, parts=replace(PARTS, builders=failing))

    assert (ran.success, failing.calls) == (success, calls)
    assert quotes(settings) == (["3 hộ", "7 hộ", "8 hộ", "9 hộ"] if success else ["1 hộ", "2 hộ", "3 hộ"])


def victim(settings: Settings, *fate: str, **streams: Any) -> "subprocess.Popen[str]":
    """A run in a process of its own."""
    command = [sys.executable, "-m", "tests.unit.orchestration.victim", str(settings.raw.parent), *fate]
    return subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, **streams)


@pytest.mark.parametrize("point", [("tables", "3"), ("load", "1")], ids=lambda point: str(point[0]))
def test_a_killed_run_is_told_to_have_failed_and_spoils_nothing(settings: Settings, point: tuple[str, str]) -> None:
    with victim(settings, "SIGKILL", *point) as killed:
        killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ"]

    assert run_job(settings).success
    assert quotes(settings) == ["3 hộ", "7 hộ", "8 hộ", "9 hộ"]
    with open_home(settings) as instance:
        (run,) = instance.get_runs()
    assert run.status is dg.DagsterRunStatus.FAILURE


def test_an_interrupted_run_ends_recorded_and_without_publishing(settings: Settings) -> None:
    with victim(settings, "SIGINT", "tables", "3") as interrupted:
        told, _ = interrupted.communicate()

    assert json.loads(told) == {
        "interrupted": True, "reasons": ["the run was interrupted in the step build_tables"],
    }  # fmt: skip
    assert quotes(settings) == ["1 hộ", "2 hộ", "3 hộ"]
    with open_home(settings) as instance:
        assert instance.get_runs(limit=1)[0].status is dg.DagsterRunStatus.FAILURE


def test_a_second_run_waits_for_the_first(settings: Settings) -> None:
    waited = threading.Event()
    with victim(settings, "hold", stdin=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"

        def listen(event: Event) -> None:
            if event.step == "lock" and event.done == 0:
                waited.set()
                assert holder.stdin is not None
                holder.stdin.close()

        outcome = run_pipeline(settings, Order(), replace(PARTS, progress=listen))

    assert waited.is_set()
    assert outcome.summary is not None
    assert quotes(settings) == ["3 hộ", "7 hộ", "8 hộ", "9 hộ"]


def test_pages_that_cannot_be_written_do_not_undo_publishing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the folder is closed")

    monkeypatch.setattr("pipelines.evidence.site.build_site", fail)

    outcome = run_pipeline(settings, Order(), replace(PARTS, pages=True))

    assert outcome.summary is not None
    assert not outcome.interrupted
    assert "the folder is closed" in " ".join(outcome.reasons)
    assert quotes(settings) == ["3 hộ", "7 hộ", "8 hộ", "9 hộ"]
    with open_home(settings) as instance:
        (run,) = instance.get_runs()
    assert run.status is dg.DagsterRunStatus.FAILURE, "so that an alert tells of it and the UI offers to try again"


def test_a_run_from_the_terminal_can_be_repeated_as_it_was(new: Settings, tmp_path: Path) -> None:
    """Its folders are recorded with it, so that a re-execution in the UI reads and publishes the same."""
    elsewhere = small_project(tmp_path / "elsewhere", {"x.txt": "5"})
    order = Order(raw=elsewhere.raw, warehouse=tmp_path / "mine.duckdb", full=True)

    outcome = run_pipeline(new, order, PARTS)

    assert outcome.summary is not None
    assert outcome.summary.warehouse == tmp_path / "mine.duckdb"
    assert not new.warehouse.exists()
    with open_home(new) as instance:
        run = instance.get_run_by_id(outcome.run_id)
    assert run is not None
    assert run.tags["solieu/started_by"] == "terminal"
    resources: Any = run.run_config["resources"]
    assert resources["project"]["config"] == {
        "raw": str(elsewhere.raw), "warehouse": str(tmp_path / "mine.duckdb"),
    }  # fmt: skip
    assert run.remote_job_origin is not None, "the UI finds the job of the run"
