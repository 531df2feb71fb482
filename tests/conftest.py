"""Fixtures and switches that all tests share: the golden files, how to refresh them, whether a browser is a must."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from pipelines.warehouse.settings import CHECKOUT
from tests.terminal import Called, solieu

GOLDEN = Path(__file__).parent / "golden"

#: No property is judged by how busy the machine is.
settings.register_profile("solieu", deadline=None)
settings.load_profile("solieu")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-golden", action="store_true", help="write the golden files anew; review the diff")
    parser.addoption(
        "--require-browser",
        action="store_true",
        help="fail where no browser is installed, instead of skipping the tests that need one",
    )


@pytest.fixture
def refresh_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh-golden"))


@pytest.fixture
def golden() -> Path:
    return GOLDEN


@pytest.fixture(scope="session")
def article_run(tmp_path_factory: pytest.TempPathFactory) -> Called:
    """`solieu run` on a copy of the project's own raw/, the article and the workbooks. Tests only look at it."""
    project = tmp_path_factory.mktemp("article") / "project"
    shutil.copytree(CHECKOUT / "raw", project / "raw")
    return solieu(project, "run")
