"""The project's own raw/, read, judged and published once for all tests that ask it questions."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.quality.building import builders
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.settings import CHECKOUT, Settings
from pipelines.warehouse.steps import run


@pytest.fixture(scope="session")
def published_raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published file."""
    settings = replace(Settings.of(tmp_path_factory.mktemp("raw"), raw=CHECKOUT / "raw"), workers=1)
    run(settings, builders=builders(Catalogue(settings.sql)))
    return settings.warehouse
