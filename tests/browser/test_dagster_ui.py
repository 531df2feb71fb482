"""The Dagster UI as a person sees it: the graph, what a figure follows from, the checks with their numbers.

What it shows is the project's own sources, run by `solieu run` and served as `solieu ui` serves them.
"""

import shutil
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from pipelines.warehouse.settings import Settings
from tests.serving import GROUPS, served, services_alive
from tests.terminal import Called

_DEFINITIONS = """
from pathlib import Path
from pipelines.orchestration.assembly import build_definitions
from pipelines.warehouse.settings import Settings
defs = build_definitions(Settings.of(Path(__file__).parent))
"""
#: Pages show themselves bit by bit; a test that fails waits so long.
_MILLISECONDS = 30_000


@pytest.fixture(scope="module")
def ui(article_run: Called, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the UI of a copy of the project: its schedule and sensors may start runs."""
    assert article_run.status == 0, article_run.complaints
    project = tmp_path_factory.mktemp("ui") / "project"
    shutil.copytree(article_run.settings.raw.parent, project)
    settings = Settings.of(project)
    with served(settings, _DEFINITIONS) as address:
        yield address
    assert not services_alive(settings)


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


def test_a_finding_is_one_click_from_its_marked_sentence(page: Page) -> None:
    opened(page, "/assets/fact_relation?view=checks&checkDetail=per_head")
    row = page.locator("tr", has=page.get_by_text("finding 2: 1.218.000 triệu đồng"))
    with page.context.expect_page() as opening:
        row.get_by_role("link").first.click()
    evidence = opening.value

    active = evidence.locator("a.mark.active")
    expect(active).to_have_text("1.218.000 triệu đồng")
    expect(active).to_be_in_viewport()
    expect(evidence.locator("#card")).to_contain_text("105/2020/NĐ-CP")


def test_the_pages_work_beside_the_ui_as_they_do_from_the_disk(page: Page) -> None:
    opened(page, "/evidence/")
    page.get_by_role("searchbox").fill("long ghep")
    page.keyboard.press("Enter")
    page.locator("#search-results a").first.click()
    expect(page.locator("a.mark")).to_have_count(47)


def test_a_page_can_start_nothing_in_the_ui(page: Page) -> None:
    opened(page, "/evidence/")
    asked = page.evaluate("fetch('/graphql?query={version}').then(() => 'answered', () => 'refused')")
    assert asked == "refused"


def test_a_check_with_nothing_to_judge_is_skipped_and_no_failure(page: Page) -> None:
    opened(page, "/assets/fact_relation?view=checks&checkDetail=change")

    expect(page.get_by_text("Skipped").first).to_be_visible()
    expect(page.get_by_text("where there is nothing to judge, it is skipped")).to_be_visible()
    expect(page.get_by_text("Failed")).to_have_count(2)  # per_head and cross_source


@pytest.mark.parametrize(
    ("asset", "title"), [("fact_relation", "Relations by kind"), ("mart_poverty_rate", "Poor households")]
)
def test_a_chart_is_embedded_where_it_says_more(page: Page, asset: str, title: str) -> None:
    opened(page, f"/assets/{asset}?view=events")
    page.locator("tr", has=page.get_by_text("chart", exact=True)).get_by_text("Show Markdown").click()

    picture = page.get_by_role("dialog").locator("img")
    expect(picture).to_be_visible()
    assert title in (picture.get_attribute("alt") or "")
    assert picture.evaluate("picture => picture.naturalWidth") > 400


def test_a_row_of_a_mart_leads_to_its_sentence(page: Page) -> None:
    opened(page, "/assets/mart_housing?view=events")
    page.locator("tr", has=page.get_by_text("preview", exact=True)).get_by_text("Show Markdown").click()

    link = page.get_by_role("dialog").get_by_role("link", name="look").first
    assert (link.get_attribute("href") or "").startswith("/evidence/documents/")


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


def test_a_view_shows_its_rows_and_what_it_is_taken_from(page: Page) -> None:
    opened(page, "/assets/view_finding?view=events")

    for text in ("taken from", "preview", "dagster/row_count"):
        expect(page.get_by_text(text, exact=True).first).to_be_attached()
    page.locator("tr", has=page.get_by_text("preview", exact=True)).get_by_text("Show Markdown").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="look").first).to_be_visible()


def test_the_run_of_the_terminal_is_in_the_list(page: Page) -> None:
    opened(page, "/runs")

    expect(page.get_by_text("solieu/started_by: terminal").first).to_be_visible()
    expect(page.get_by_text("Success").first).to_be_visible()
