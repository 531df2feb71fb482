"""Tables as files."""

from pathlib import Path

import pytest

from pipelines.warehouse.exporting import export
from tests.unit.warehouse.projects import run_small, small_project


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = small_project(tmp_path_factory.mktemp("project") / "p", {"a.txt": "155 28"})
    run_small(settings)
    return settings.warehouse


def test_every_table_can_be_exported(warehouse: Path, tmp_path: Path) -> None:
    paths = export(warehouse, tmp_path / "out", "csv")

    assert {path.stem for path in paths} >= {"build", "fact_observation", "dim_document"}
    lines = (tmp_path / "out" / "fact_observation.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
