"""The browser that these tests look through: the machine's own Chromium, without a window.

Where there is none the tests are skipped, and say how to get one; with `pytest --require-browser` they fail.
"""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
_HOW_TO_GET_ONE = f"none of {', '.join(_NAMES)} is installed: `apt-get install chromium`, or your system's equivalent"


# Not for the whole session: while it is open, nothing else in this process can run an event loop of its own.
@pytest.fixture(scope="package")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """One browser for all tests of this folder; each opens a context or page of its own."""
    path = next((found for found in map(shutil.which, _NAMES) if found is not None), None)
    if path is None:
        if request.config.getoption("--require-browser"):
            pytest.fail(_HOW_TO_GET_ONE)
        pytest.skip(_HOW_TO_GET_ONE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=_QUIET)
        yield opened
        opened.close()
