"""The Dagster UI as a person sees it: the graph, what a figure follows from, the checks with their numbers.

What it shows is the project's own sources, run by `solieu run` and served as `solieu ui` serves them.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import served, services_alive
from tests.terminal import Called

GROUPS = ["raw", "documents", "observations", "staging", "dimensions", "facts", "relations", "marts", "published"]
_DEFINITIONS = """
from pathlib import Path
from pipelines.orchestration.assembly import build_definitions
from pipelines.warehouse.settings import Settings
defs = build_definitions(Settings.of(Path(__file__).parent))
"""
#: Pages show themselves bit by bit; a test that fails waits so long.
_MILLISECONDS = 30_000


@pytest.fixture(scope="module")
def ui(article_run: Called) -> Iterator[str]:
    """The address of the UI."""
    assert article_run.status == 0, article_run.complaints
    with served(article_run.settings, _DEFINITIONS) as address:
        yield address
    assert not services_alive(article_run.settings)


@pytest.fixture
def page(ui: str, browser: Browser) -> Iterator[Page]:
    """A page of the UI; nothing that a test opens may ask any other host."""
    context = browser.new_context(viewport={"width": 1600, "height": 1100}, base_url=ui)
    context.set_default_timeout(_MILLISECONDS)
    expect.set_options(timeout=_MILLISECONDS)
    asked: set[str | None] = set()
    context.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
    yield context.new_page()
    context.close()
    assert asked <= {"127.0.0.1", None, ""}


def opened(page: Page, path: str) -> Page:
    """A page of the UI at this path."""
    page.goto(path, wait_until="domcontentloaded")
    return page


def test_the_graph_has_every_group(page: Page) -> None:
    opened(page, "/asset-groups")

    for group in GROUPS:
        expect(page.locator("svg").get_by_text(group, exact=True).first).to_be_visible()


def test_the_housing_mart_follows_from_the_article(page: Page) -> None:
    opened(page, "/assets/mart_housing?view=lineage&lineageScope=upstream&lineageDepth=20")

    for name in ("raw_files", "documents", "observations", "fact_observation", "mart_housing"):
        expect(page.locator("svg").get_by_text(name, exact=True).first).to_be_attached()

    opened(page, "/assets/raw_files?view=events")
    page.get_by_text("Show Markdown").first.click()
    expect(page.get_by_text("raw/articles/bach-thong-giam-ngheo-2023.txt", exact=True)).to_be_visible()


def test_an_asset_shows_its_meaning_its_rows_and_its_columns(page: Page) -> None:
    opened(page, "/assets/fact_observation")

    for text in ("One printed number", "figures", "Row count", "sql", "char_start", "First character of the quote"):
        expect(page.get_by_text(text).first).to_be_attached()


def test_a_contradiction_is_a_failed_check_with_its_figures(page: Page) -> None:
    opened(page, "/assets/fact_relation?view=checks&checkDetail=per_head")

    expect(page.get_by_text("non-blocking").first).to_be_visible()
    expect(page.get_by_text("2.672.595 triệu đồng").first).to_be_visible()
    expect(page.get_by_text("Decree 116/2016/NĐ-CP").first).to_be_visible()

    page.get_by_text("Show Markdown").first.click()
    dialog = page.get_by_role("dialog")
    for figure in ("2672595000000", "1218000000000", "511900000"):
        expect(dialog.get_by_text(figure, exact=True)).to_be_visible()


def test_a_promise_of_the_pipeline_is_a_check_that_blocks(page: Page) -> None:
    opened(page, "/assets/fact_observation?view=checks&checkDetail=quote_at_offsets")

    expect(page.get_by_text("This is a blocking asset check.")).to_be_visible()
    expect(page.get_by_text("Passed").first).to_be_visible()


def test_schedule_and_sensors_are_switched_on(page: Page) -> None:
    opened(page, "/automation")

    for name in ("daily", "raw_changes", "alert_on_failure"):
        expect(page.get_by_text(name, exact=True).first).to_be_visible()
    switches = page.get_by_role("checkbox", checked=True)
    expect(page.get_by_text("06:00 AM").first).to_be_visible()
    expect(switches).to_have_count(3)


def test_the_run_of_the_terminal_is_in_the_list(page: Page) -> None:
    opened(page, "/runs")

    expect(page.get_by_text("solieu/started_by: terminal").first).to_be_visible()
    expect(page.get_by_text("Success").first).to_be_visible()
