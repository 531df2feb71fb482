"""All processes of these tests are of one code version, though somebody may be editing the code meanwhile."""

import pytest

from tests.faults.victim import pin_code_version


@pytest.fixture(autouse=True)
def pinned_code_version(monkeypatch: pytest.MonkeyPatch) -> None:
    pin_code_version(monkeypatch.setattr)
