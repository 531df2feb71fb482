"""The instances that come with the project: what Dagster reads of them is what was meant."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from dagster._config import validate_config
from dagster._core.instance.config import dagster_instance_config_schema

from pipelines.warehouse.settings import CHECKOUT

ONE_MACHINE, PRODUCTION = CHECKOUT / "dagster.yaml", CHECKOUT / "docs" / "dagster.production.yaml"


def read(path: Path) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return values


@pytest.mark.parametrize("path", [ONE_MACHINE, PRODUCTION], ids=lambda path: str(path.name))
def test_dagster_accepts_every_key(path: Path) -> None:
    told = validate_config(dagster_instance_config_schema(), read(path))

    assert told.success, [error.message for error in told.errors or ()]


def test_a_misspelt_key_would_be_noticed() -> None:
    assert not validate_config(dagster_instance_config_schema(), {**read(PRODUCTION), "telemetri": {}}).success


@pytest.mark.parametrize("path", [ONE_MACHINE, PRODUCTION], ids=lambda path: str(path.name))
def test_nothing_is_sent_away_and_runs_queue(path: Path) -> None:
    values = read(path)

    assert values["telemetry"] == values["nux"] == {"enabled": False}
    assert values["concurrency"]["runs"]["max_concurrent_runs"] == 1


def test_production_differs_only_in_where_things_are_kept() -> None:
    kept, usual = read(PRODUCTION), read(ONE_MACHINE)
    own = {"storage", "compute_logs"}
    kept["run_monitoring"].pop("max_runtime_seconds")

    assert kept.keys() - usual.keys() == own
    assert {key: value for key, value in kept.items() if key not in own} == usual


def test_production_keeps_its_secrets_outside() -> None:
    assert read(PRODUCTION)["storage"] == {"postgres": {"postgres_url": {"env": "SOLIEU_DAGSTER_DATABASE"}}}
