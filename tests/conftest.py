"""Fixtures and switches that all tests share: the golden files, how to refresh them, whether a browser is a must."""

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


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
