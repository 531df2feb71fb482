"""A backfill of batches of documents: through the API of the UI, whose daemon starts a run for each, and one by one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from pipelines.orchestration.assembly import build_definitions
from pipelines.orchestration.batches import BATCH_JOB, BATCHES, batches, keep_batches
from pipelines.orchestration.home import open_home
from pipelines.orchestration.noticing import look
from pipelines.warehouse.settings import Settings
from tests.faults.victim import pin_code_version
from tests.integration.test_orchestration_daemon import DEFINITIONS, ask, until
from tests.serving import served
from tests.unit.orchestration.projects import PARTS, operate, quotes
from tests.unit.warehouse.projects import put, run_small, small_project

#: The schedule and the sensor leave the new documents alone.
_OPERATION = "seconds_between_looks: 86400\n"
_SELECTOR = '{repositoryName: "__repository__", repositoryLocationName: "solieu"}'
_LAUNCH = """mutation {{ launchPartitionBackfill(backfillParams: {{
    selector: {{partitionSetName: "build_batch_partition_set", repositorySelector: {selector}}}, partitionNames: {names}
}}) {{ ... on LaunchBackfillSuccess {{ backfillId }} ... on PythonError {{ message }} }} }}"""
_OFFERED = """{{ partitionSetOrError(partitionSetName: "build_batch_partition_set", repositorySelector: {selector}) {{
    ... on PartitionSet {{ partitionsOrError {{ ... on Partitions {{ results {{ name }} }} }} }} }} }}"""


@pytest.fixture(autouse=True)
def pinned_code_version(monkeypatch: pytest.MonkeyPatch) -> None:
    pin_code_version(monkeypatch.setattr)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A published project into which three folders of new documents came."""
    made = small_project(tmp_path / "project", {"old/a.txt": "10"})
    run_small(made)
    for name, text in {"2022/b.txt": "20", "2022/c.txt": "21", "2023/d.txt": "30", "2024/e.txt": "40"}.items():
        put(made, name, text)
    return made


def run_batch(settings: Settings, batch: str) -> Any:
    job = build_definitions(settings, PARTS).resolve_job_def(BATCH_JOB)
    with dg.DagsterInstance.ephemeral() as instance:
        keep_batches(instance, look(settings.raw))
        return job.execute_in_process(partition_key=batch, instance=instance, raise_on_error=False)


def test_a_batch_is_a_folder_with_what_lies_directly_in_it(settings: Settings) -> None:
    put(settings, "2022/deep/f.txt", "50")
    put(settings, "g.txt", "60")

    put(settings, "2023/and so on.../h.txt", "70")

    assert batches(look(settings.raw)) == [
        "raw/", "raw/2022/", "raw/2022/deep/", "raw/2023/", "raw/2024/", "raw/old/",
    ]  # fmt: skip


def test_the_batches_offered_follow_raw(settings: Settings) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        keep_batches(instance, look(settings.raw))
        put(settings, "2025/f.txt", "50")
        (settings.raw / "2024" / "e.txt").unlink()
        keep_batches(instance, look(settings.raw))

        assert set(BATCHES.get_partition_keys(dynamic_partitions_store=instance)) == {
            "raw/2022/", "raw/2023/", "raw/2025/", "raw/old/",
        }  # fmt: skip


def test_a_run_of_a_batch_reads_that_folder_and_publishes_the_whole(settings: Settings) -> None:
    put(settings, "2022/deep/f.txt", "50")

    assert run_batch(settings, "raw/2022/").success
    assert quotes(settings) == ["10 hộ", "20 hộ", "21 hộ"]


def test_a_batch_that_fails_holds_up_no_other_and_loses_nothing(settings: Settings) -> None:
    put(settings, "2022/c.txt", "vocabulary")

    assert not run_batch(settings, "raw/2022/").success
    assert run_batch(settings, "raw/2023/").success
    assert quotes(settings) == ["10 hộ", "30 hộ"]


def test_a_backfill_of_two_batches_is_a_run_of_each_and_loses_nothing(settings: Settings) -> None:
    operate(settings, _OPERATION)
    with served(settings, DEFINITIONS) as ui, open_home(settings) as instance:

        def offered() -> set[str]:
            found = ask(ui, _OFFERED.format(selector=_SELECTOR))["partitionSetOrError"]["partitionsOrError"]["results"]
            return {one["name"] for one in found}

        assert until(offered) == {"raw/2022/", "raw/2023/", "raw/2024/", "raw/old/"}, "the sensor has looked"

        launch = _LAUNCH.format(selector=_SELECTOR, names='["raw/2022/", "raw/2023/"]')
        backfill = ask(ui, launch)["launchPartitionBackfill"]["backfillId"]

        def finished() -> Sequence[dg.DagsterRun]:
            runs = instance.get_runs(dg.RunsFilter(tags={"dagster/backfill": backfill}))
            return runs if len(runs) == 2 and all(run.is_finished for run in runs) else []

        runs = until(finished)
        assert {(run.tags["dagster/partition"], run.status) for run in runs} == {
            ("raw/2022/", dg.DagsterRunStatus.SUCCESS),
            ("raw/2023/", dg.DagsterRunStatus.SUCCESS),
        }
    assert quotes(settings) == ["10 hộ", "20 hộ", "21 hộ", "30 hộ"], "the rest of raw/ waits, what was read stays"
