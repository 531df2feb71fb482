"""The pages of the sources as a person sees them: in a browser, with mouse, keyboard and thumb, by day and by night."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from pipelines.evidence.addresses import (
    CHANGES_PAGE,
    FIRST_PAGE,
    SEARCH_PAGE,
    document_page,
    indicator_page,
    relation_kind_page,
)
from tests.terminal import Called

ARTICLE = document_page("raw/articles/bach-thong-giam-ngheo-2023.txt")
FORM = document_page("raw/spreadsheets/01_ra_soat_ho_ngheo_2022.xlsx")
PAGES = {
    "first": FIRST_PAGE,
    "article": ARTICLE,
    "form": FORM,
    "changes": CHANGES_PAGE,
    "checks": "checks/index.html",
    "norms": relation_kind_page("per_head"),
    "indicator": indicator_page("pov.hh_poor"),
    "search": f"{SEARCH_PAGE}?q=bach",
}
STATISTICS = 47
PHONE = (390, 844)
DESK = (1280, 900)
Look = Callable[..., Page]


@pytest.fixture(scope="module")
def site(article_run: Called) -> Path:
    """The pages of the sources of the project, as one folder of files."""
    assert article_run.status == 0, article_run.complaints
    return article_run.settings.site


@pytest.fixture
def look(browser: Browser, site: Path) -> Iterator[Look]:
    """Open a page of the site in a browser of its own; an error of its script fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(path: str, size: tuple[int, int] = DESK, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            has_touch=size == PHONE,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{site.as_uri()}/{path}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not errors


def _mark(page: Page, quote: str) -> Locator:
    """The figure with this quote in the source."""
    return page.locator("a.mark", has_text=re.compile(f"^{re.escape(quote)}$"))


def test_all_statistics_of_the_article_are_marked_and_none_of_the_teasers(look: Look) -> None:
    page = look(ARTICLE)
    assert page.locator("a.mark").count() == STATISTICS
    assert page.locator(".teaser").count() > 10
    assert page.locator(".teaser .mark").count() == 0
    assert "100%" in page.locator(".teaser").all_inner_texts()[6]


def test_a_total_is_drawn_to_its_parts(look: Look) -> None:
    page = look(ARTICLE)
    total = _mark(page, "155 hộ")
    total.hover()
    lines = page.locator(".lines path[data-kind=part_whole]")
    drawn = lines.evaluate_all(
        """lines => lines.map(line => [line.dataset.from, line.dataset.to].map(
            key => document.getElementById(`o-${key}`).textContent))"""
    )
    assert drawn == [["155 hộ", "28 hộ"], ["155 hộ", "101 hộ"], ["155 hộ", "26 nhà"]]
    key = total.get_attribute("data-figure")
    for line in lines.all():
        box, mark = line.bounding_box(), total.bounding_box()
        assert box
        assert mark
        assert abs(box["y"] - (mark["y"] + mark["height"])) < 3, "a line begins at the total"
    assert set(lines.evaluate_all("lines => lines.map(line => line.dataset.from)")) == {key}


def test_the_card_tells_the_figure_and_its_arithmetic(look: Look) -> None:
    page = look(ARTICLE)
    _mark(page, "155 hộ").hover()
    card = page.locator("#card").inner_text()
    for told in ("Số hộ được hỗ trợ nhà ở", "Huyện Bạch Thông", "2022", "155 hộ = 28 hộ + 101 hộ + 26 nhà"):
        assert told in card


def test_the_card_of_a_broken_norm_has_its_decree_and_the_proposal(look: Look) -> None:
    page = look(ARTICLE)
    _mark(page, "1.218.000 triệu đồng").hover()
    card = page.locator("#card").inner_text()
    assert "105/2020/NĐ-CP" in card
    assert "1.218.000 nghìn đồng" in card
    assert page.locator(".lines path.broken").count() == 1


def test_a_finding_is_one_click_from_the_marked_sentence(look: Look) -> None:
    page = look(FIRST_PAGE)
    page.locator(".finding-list li", has_text="1.218.000 triệu đồng").get_by_role("link").last.click()
    active = page.locator("a.mark.active")
    active.wait_for()
    assert active.inner_text() == "1.218.000 triệu đồng"
    assert active.evaluate("mark => mark === document.activeElement")
    box = active.bounding_box()
    assert box
    assert 0 < box["y"] < DESK[1]


def test_the_keyboard_reaches_a_number_and_shows_its_card(look: Look) -> None:
    page = look(ARTICLE)
    first = page.locator("a.mark").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if first.evaluate("mark => mark === document.activeElement"):
            break
    assert first.evaluate("mark => mark === document.activeElement")
    assert first.get_attribute("aria-describedby") == "card"
    assert page.locator("#card h2").inner_text() == first.inner_text()
    page.keyboard.press("Tab")
    assert page.locator("#card h2").inner_text() == page.locator("a.mark").nth(1).inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#card").is_hidden()


def test_a_cell_of_a_form_is_drawn_to_the_cells_of_its_sum(look: Look) -> None:
    page = look(FORM)
    cell = page.locator("td a.mark", has_text="9.536").first
    cell.hover()
    drawn = page.locator(".lines path[data-kind=part_whole]").count()
    assert drawn >= 14
    assert "C10" in page.locator("#card").inner_text()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_page_asks_another_host(look: Look, site: Path, path: str) -> None:
    page = look("search-index.js")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.as_uri()}/{path}")
    page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if urlsplit(url).scheme not in ("file", "data")] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_serious_bars_anyone_from_a_page(look: Look, path: str, scheme: str) -> None:
    page = look(path, scheme=scheme)
    if path == ARTICLE:
        _mark(page, "1.218.000 triệu đồng").hover()
    found = Axe().run(page).response["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in grave] == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_phone_need_not_scroll_sideways(look: Look, path: str) -> None:
    page = look(path, PHONE)
    width = page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
    assert width <= PHONE[0]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_what_is_wider_than_a_phone_scrolls_by_itself_and_can_be_reached_and_named(look: Look, path: str) -> None:
    """A sheet, a chart or a table: a region with a name, which the keyboard reaches and a shade marks as going on."""
    regions = look(path, PHONE).evaluate(
        """[...document.querySelectorAll("body *")]
        .filter(one => one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX))
        .map(one => [one.tabIndex, one.getAttribute("role"), Boolean(one.getAttribute("aria-label"))])"""
    )
    assert all(region == [0, "region", True] for region in regions)
    assert bool(regions) == (path in (FORM, PAGES["indicator"])), "no other page needs one"


def test_a_tap_on_a_phone_shows_the_card_and_leaves_the_number_in_sight(look: Look) -> None:
    page = look(ARTICLE, PHONE)
    mark = _mark(page, "155 hộ")
    mark.tap()
    page.wait_for_function("window.location.hash.startsWith('#o-')")
    card, box = page.locator("#card").bounding_box(), mark.bounding_box()
    assert card
    assert box
    assert 0 <= box["y"] < box["y"] + box["height"] <= card["y"]
    page.locator("#card .close").tap()
    assert page.locator("#card").is_hidden()


def test_search_finds_a_document_without_diacritics(look: Look) -> None:
    page = look(FIRST_PAGE)
    page.get_by_role("searchbox").fill("long ghep hieu qua")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    results = page.locator("#search-results a")
    assert results.all_inner_texts() == [
        "Bạch Thông: Lồng ghép hiệu quả các chương trình, chính sách giảm nghèo bền vững"
    ]
    results.first.click()
    page.wait_for_url(f"**/{ARTICLE}")


def test_search_that_finds_nothing_says_so(look: Look) -> None:
    page = look(f"{SEARCH_PAGE}?q=zzz")
    assert page.locator("#search-count").inner_text() == "Không tìm thấy gì."


def test_the_language_switch_changes_every_word_and_is_remembered(look: Look) -> None:
    page = look(ARTICLE)
    page.get_by_role("button", name="EN").click()
    _mark(page, "155 hộ").hover()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("nav").inner_text().split() == ["Documents", "Checks", "Indicators"]
    assert (
        "Households helped with housing" in page.locator("#card").inner_text()
        or "Indicator" in page.locator("#card").inner_text()
    )
    assert page.get_by_role("searchbox").get_attribute("placeholder") == "Find documents, indicators, places"
    assert page.locator("span[lang=vi]").locator("visible=true").count() == 0
    page.get_by_role("link", name="Checks").click()
    assert page.locator("h1").inner_text() == "Checks"


def test_the_chart_of_an_indicator_is_drawn_in_the_page(look: Look) -> None:
    page = look(indicator_page("pov.hh_poor"))
    box = page.locator(".chart svg").bounding_box()
    assert box
    assert box["width"] > 500
    assert "https://" not in page.locator(".chart svg").inner_html()
    told = page.locator(".chart svg").text_content() or ""
    assert "2021" in told
    assert "Huyện Bạch Thông" in told


@pytest.mark.parametrize("by", ["hover", "focus"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_point_of_a_chart_says_what_it_is(look: Look, by: str, size: tuple[int, int]) -> None:
    page = look(indicator_page("pov.hh_poor"), size)
    tip = page.locator(".tip")
    assert tip.is_hidden()
    point = page.get_by_role("link", name="Huyện Bạch Thông, 2022: 1.434")
    point.hover() if by == "hover" else point.focus()
    assert tip.inner_text() == "Huyện Bạch Thông, 2022: 1.434"
    box, mark = tip.bounding_box(), point.bounding_box()
    assert box
    assert mark
    assert 0 <= box["x"] < box["x"] + box["width"] <= size[0]
    assert box["y"] + box["height"] <= mark["y"] or mark["y"] + mark["height"] <= box["y"], "the point stays in sight"
    page.keyboard.press("Escape")
    assert tip.is_hidden()


def test_the_unit_of_a_chart_is_told_in_both_languages(look: Look) -> None:
    page = look(indicator_page("pov.hh_poor"))
    assert "Đơn vị: hộ" in page.locator(".chart").inner_text()
    page.get_by_role("button", name="EN").click()
    assert "Unit: household" in page.locator(".chart").inner_text()
    assert "hộ" not in (page.locator(".chart svg").text_content() or "").split()


def test_one_of_a_kind_is_told_as_one(look: Look) -> None:
    page = look(indicator_page("house.hh_supported"))
    page.get_by_role("button", name="EN").click()
    assert page.locator(".facts").first.inner_text().split()[-2:] == ["1", "document"]


def test_a_point_of_a_chart_leads_to_its_cell(look: Look) -> None:
    page = look(indicator_page("pov.hh_poor"))
    page.get_by_role("link", name="Huyện Bạch Thông, 2022: 1.434").click()
    page.wait_for_url(f"**/{FORM}#o-*")
    assert page.locator("a.mark.active").inner_text() == "1.434"


def test_the_card_leads_to_the_page_of_its_indicator(look: Look) -> None:
    page = look(ARTICLE)
    _mark(page, "155 hộ").click()
    page.locator("#card dd a").first.click()
    page.wait_for_url(f"**/{indicator_page('house.hh_supported')}")


def test_an_expectation_is_told_in_both_languages_and_leads_to_its_relations(look: Look) -> None:
    page = look("expectations/fact_relation.html")
    entry = page.locator("li#per_head")
    assert "Mức bình quân đúng như nguồn nêu" in entry.inner_text()
    page.get_by_role("button", name="EN").click()
    assert "An amount a head is what the source says" in entry.inner_text()
    entry.get_by_role("link").last.click()
    page.wait_for_url(f"**/{relation_kind_page('per_head')}")


def test_the_letters_and_numbers_of_a_sheet_stay_in_sight(look: Look) -> None:
    page = look(FORM)
    sheet = page.locator(".scroll.paper").first
    sheet.evaluate("sheet => sheet.scrollTo(150, 120)")
    frame = sheet.bounding_box()
    letter, number = page.locator("thead th").nth(2).bounding_box(), page.locator("tbody th").nth(9).bounding_box()
    assert frame
    assert letter
    assert number
    assert abs(letter["y"] - frame["y"]) < 3
    assert abs(number["x"] - frame["x"]) < 3
