"""What Dagster loads: every asset is described, everything is one job, and loading needs nothing from outside."""

import json
import subprocess
import sys
from collections.abc import Iterator

import dagster as dg
import pytest

from pipelines.definitions import defs
from pipelines.orchestration.automation import JOB
from pipelines.orchestration.batches import BATCH_JOB
from pipelines.warehouse.catalogue import Catalogue, TableSpec
from pipelines.warehouse.settings import CHECKOUT
from tests.serving import GROUPS

CATALOGUE = Catalogue(CHECKOUT / "sql")
SPECS = {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}
#: Loading in an empty environment, with every way into the network closed.
_LOAD = """
import socket, sys
def refuse(*_, **__):
    raise OSError("no network here")
socket.socket.connect = socket.getaddrinfo = refuse
import dagster
from pipelines.definitions import defs
dagster.Definitions.validate_loadable(defs)
import json
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def upstream(name: str) -> Iterator[str]:
    """The assets that an asset follows from, near and far."""
    for dependency in SPECS[name].deps:
        yield dependency.asset_key.to_user_string()
        yield from upstream(dependency.asset_key.to_user_string())


def test_loading_needs_neither_network_nor_environment_nor_the_heavy_libraries() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOAD], cwd=CHECKOUT, env={}, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert not {"great_expectations", "pandas", "duckdb", "pyarrow", "openpyxl"} & set(json.loads(done.stdout))


def test_the_workspace_loads_these_definitions() -> None:
    from dagster._core.workspace.load import location_origins_from_yaml_paths

    (location,) = location_origins_from_yaml_paths([str(CHECKOUT / "workspace.yaml")])

    assert location.location_name == "solieu"
    assert location.loadable_target_origin.module_name == "pipelines.definitions"


def test_every_table_is_an_asset_in_the_group_of_its_folder() -> None:
    assert {spec.name: spec.group for spec in CATALOGUE.tables}.items() <= {
        name: spec.group_name for name, spec in SPECS.items()
    }.items()
    assert {spec.group_name for spec in SPECS.values()} == set(GROUPS)


@pytest.mark.parametrize("name", sorted(SPECS))
def test_every_asset_says_what_it_is(name: str) -> None:
    spec = SPECS[name]

    assert spec.owners == ["team:figures"]
    assert spec.kinds
    assert spec.description
    assert len(spec.description.split()) >= 4


@pytest.mark.parametrize("name", sorted(SPECS.keys() - {"raw_files"}))
def test_every_asset_that_is_made_points_to_its_code(name: str) -> None:
    references = SPECS[name].metadata["dagster/code_references"].code_references

    assert references
    for reference in references:
        assert (CHECKOUT / reference.file_path).exists()
        assert not reference.file_path.startswith("/")


@pytest.mark.parametrize("table", CATALOGUE.tables, ids=lambda table: str(table.name))
def test_every_table_shows_its_columns_with_their_meaning(table: TableSpec) -> None:
    schema = SPECS[table.name].metadata["dagster/column_schema"]

    assert [column.name for column in schema.columns] == list(table.columns)
    assert all(column.description and column.type for column in schema.columns)
    assert {column.name for column in schema.columns if not column.constraints.nullable} == set(table.table.required())


def test_a_column_of_figures_names_its_unit() -> None:
    columns = {column.name: column for column in SPECS["fact_observation"].metadata["dagster/column_schema"].columns}

    assert "Its unit stands in unit." in (columns["value"].description or "")


def test_the_housing_mart_follows_from_the_files_in_raw() -> None:
    assert {"fact_statement_line", "fact_observation", "observations", "documents", "raw_files"} <= set(
        upstream("mart_housing")
    )


def test_the_warehouse_waits_for_every_table_so_that_each_of_their_checks_can_stop_it() -> None:
    direct = {dependency.asset_key.to_user_string() for dependency in SPECS["warehouse"].deps}

    assert direct == {spec.name for spec in CATALOGUE.built}


@pytest.mark.parametrize("name", [JOB, BATCH_JOB])
def test_a_job_holds_everything_and_runs_in_one_process(name: str) -> None:
    job = defs.resolve_job_def(name)
    made = {key.to_user_string() for key in job.asset_layer.executable_asset_keys}

    assert [one.name for one in defs.jobs or ()] == [JOB, BATCH_JOB]
    assert made == SPECS.keys() - {"raw_files"}
    assert job.executor_def is dg.in_process_executor


def test_schedule_and_sensors_run_without_being_switched_on() -> None:
    (schedule,) = defs.schedules or ()
    sensors = {sensor.name: sensor.default_status for sensor in defs.sensors or ()}

    assert isinstance(schedule, dg.ScheduleDefinition)
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 6 * * *", "Asia/Ho_Chi_Minh")
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
    assert sensors == dict.fromkeys(["raw_changes", "alert_on_failure"], dg.DefaultSensorStatus.RUNNING)


def test_the_version_of_a_table_is_the_same_in_every_process() -> None:
    ask = "from pipelines.definitions import defs; print(defs.get_assets_def('fact_observation').code_versions_by_key)"
    told = [
        subprocess.run(
            [sys.executable, "-c", ask], cwd=CHECKOUT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]

    assert told[0] == told[1] != b""


def test_every_built_table_is_held_to_its_dictionary_and_a_broken_promise_blocks() -> None:
    checks = {check.key: check for checks in defs.asset_checks or () for check in checks.check_specs}
    contracts = {key.asset_key.to_user_string(): check for key, check in checks.items() if key.name == "contract"}

    assert contracts.keys() == {spec.name for spec in CATALOGUE.built}
    assert all(check.blocking and "never null" in (check.description or "") for check in contracts.values())
