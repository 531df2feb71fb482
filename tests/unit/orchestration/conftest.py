"""A small project that has been published, of one code version though somebody may be editing the code meanwhile."""

from pathlib import Path

import pytest

from pipelines.warehouse.settings import Settings
from tests.faults.victim import pin_code_version
from tests.unit.warehouse.projects import small_project


@pytest.fixture(autouse=True)
def pinned_code_version(monkeypatch: pytest.MonkeyPatch) -> None:
    pin_code_version(monkeypatch.setattr)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return small_project(tmp_path / "project", {"a.txt": "1 2", "b.txt": "3"})
