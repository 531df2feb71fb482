"""The evidence pages beside the UI: only what lies in their folder, and told what they may do."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from pipelines.orchestration.development import start_service
from pipelines.orchestration.webserver import EvidencePages, site_of
from pipelines.warehouse.settings import Settings


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page, with something beside it that is nobody's business."""
    (tmp_path / "site" / "checks").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("first", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path / "site"


def asked(site: Path, path: str) -> tuple[int, str, dict[str, str]]:
    """What is answered: status, text, headers."""
    sent: list[dict[str, Any]] = []

    async def ask() -> None:
        async def receive() -> dict[str, str]:
            await asyncio.Event().wait()  # who asks stays till all is answered
            raise AssertionError

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": []}
        await EvidencePages(site)(scope, receive, send)

    asyncio.run(ask())
    text = b"".join(message.get("body", b"") for message in sent).decode()
    return sent[0]["status"], text, {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def test_a_page_is_served_and_may_ask_nothing_of_the_ui(site: Path) -> None:
    status, text, headers = asked(site, "/index.html")

    assert (status, text) == (200, "first")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "connect-src" not in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/nope.html", "/../secret.txt", "/checks/../../secret.txt"])
def test_what_is_no_page_is_not_there_and_the_answer_says_how_to_get_pages(site: Path, path: str) -> None:
    status, text, _ = asked(site, path)

    assert status == 404
    assert "solieu run" in text


def test_pages_may_come_later(tmp_path: Path) -> None:
    assert asked(tmp_path / "none", "/index.html")[0] == 404


def test_the_folder_is_that_of_the_environment_or_of_the_checkout(tmp_path: Path) -> None:
    assert site_of({"SOLIEU_SITE": str(tmp_path)}) == tmp_path
    assert site_of({}) == Settings.of().site


def test_the_webserver_of_the_services_is_the_one_with_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr("pipelines.orchestration.development._start", lambda parts, **_: started.append(parts))
    start_service(["python", "-m", "dagster_webserver", "--port", "1"])
    start_service(["python", "-m", "dagster._daemon", "run"])

    assert started == [
        ["python", "-m", "pipelines.orchestration.webserver", "--port", "1"],
        ["python", "-m", "dagster._daemon", "run"],
    ]
