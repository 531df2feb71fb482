"""Fixtures and switches that all tests share: the golden files, how to refresh them, whether a browser is a must."""

import json
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from pipelines.warehouse.settings import CHECKOUT, Settings
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
def article_run(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Called:
    """`solieu run` on a copy of the project's own raw/, the article and the workbooks. Tests only look at it.

    Processes that test side by side share one run: the first makes it, the others wait for it.
    """
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "article"
    ended = folder / "ended.json"
    with FileLock(folder.with_suffix(".lock")):
        if not ended.exists():
            shutil.copytree(CHECKOUT / "raw", folder / "project" / "raw")
            run = solieu(folder / "project", "run")
            ended.write_text(json.dumps([run.status, run.output, run.complaints]), encoding="utf-8")
    return Called(Settings.of(folder / "project"), *json.loads(ended.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def published_raw(article_run: Called) -> Path:
    """The warehouse file of that run."""
    assert article_run.status == 0, article_run.complaints
    return article_run.settings.warehouse
