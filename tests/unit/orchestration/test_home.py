"""The home of runs: made on first use, of the project's instance or an installation's own, free of dead runs."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest
from dagster import DagsterRunStatus

from pipelines.orchestration.home import fail_dead_runs, open_home, prepare_home
from pipelines.orchestration.project import MACHINE_TAG, PROCESS_TAG
from pipelines.warehouse.settings import CHECKOUT, Settings


@pytest.fixture
def dead_process() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_the_first_use_links_the_instance_of_the_project(settings: Settings) -> None:
    home = prepare_home(settings)

    assert (home / "dagster.yaml").resolve() == CHECKOUT / "dagster.yaml"
    assert prepare_home(settings) == home, "a second use changes nothing"


def test_an_instance_of_ones_own_stays(settings: Settings) -> None:
    settings.dagster.mkdir(parents=True)
    own = settings.dagster / "dagster.yaml"
    own.write_text("telemetry: {enabled: false}\n", encoding="utf-8")

    assert (prepare_home(settings) / "dagster.yaml").read_text(encoding="utf-8") == "telemetry: {enabled: false}\n"
    assert not own.is_symlink()


def test_a_link_that_leads_nowhere_is_made_anew(settings: Settings) -> None:
    settings.dagster.mkdir(parents=True)
    (settings.dagster / "dagster.yaml").symlink_to("gone.yaml")

    assert (prepare_home(settings) / "dagster.yaml").resolve() == CHECKOUT / "dagster.yaml"


def test_runs_outlive_the_process_and_nobody_is_told_of_them(settings: Settings) -> None:
    with open_home(settings) as instance:
        run = instance.create_run_for_job(dg.job(name="j")(lambda: None))
        assert not instance.telemetry_enabled
        assert not instance.nux_enabled
    with open_home(settings) as instance:
        assert instance.get_run_by_id(run.run_id) is not None


def test_what_a_run_logs_stands_in_the_files_that_the_ui_reads(settings: Settings) -> None:
    seen = dg.AssetKey("seen")
    with open_home(settings) as instance:
        run = instance.create_run_for_job(dg.job(name="j")(lambda: None))
        instance.report_engine_event("told", run)
        instance.report_runless_asset_event(dg.AssetMaterialization(seen))

    with dg.DagsterInstance.from_config(str(settings.dagster)) as ui:
        assert [entry.message for entry in ui.all_logs(run.run_id)] == ["told"]
        assert ui.get_latest_materialization_event(seen) is not None


def test_an_instance_with_storage_of_its_own_keeps_it(settings: Settings, tmp_path: Path) -> None:
    settings.dagster.mkdir(parents=True)
    elsewhere = tmp_path / "elsewhere"
    config = f"storage: {{sqlite: {{base_dir: {elsewhere}}}}}\n"
    (settings.dagster / "dagster.yaml").write_text(config, encoding="utf-8")

    with open_home(settings) as instance:
        instance.report_runless_asset_event(dg.AssetMaterialization("seen"))

    assert (elsewhere / "history" / "runs" / "index.db").exists()
    assert not (settings.dagster / "history").exists()


@pytest.mark.parametrize(
    ("machine", "alive", "status"),
    [
        pytest.param(platform.node(), False, DagsterRunStatus.FAILURE, id="its process is gone"),
        pytest.param(platform.node(), True, DagsterRunStatus.STARTED, id="its process lives"),
        pytest.param("another", False, DagsterRunStatus.STARTED, id="it runs on another machine"),
    ],
)
def test_a_run_whose_process_has_died_is_told_to_have_failed(
    settings: Settings, dead_process: int, machine: str, alive: bool, status: DagsterRunStatus
) -> None:
    process = os.getpid() if alive else dead_process
    with open_home(settings) as instance:
        run = instance.create_run_for_job(
            dg.job(name="j")(lambda: None),
            status=DagsterRunStatus.STARTED,
            tags={PROCESS_TAG: str(process), MACHINE_TAG: machine},
        )
        ended = fail_dead_runs(instance)
        found = instance.get_run_by_id(run.run_id)

    assert found is not None
    assert found.status is status
    assert ended == ([run.run_id] if status is DagsterRunStatus.FAILURE else [])
