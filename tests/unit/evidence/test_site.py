import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import duckdb
import pytest

from pipelines.evidence import checks
from pipelines.evidence.addresses import CHANGES_PAGE, FIRST_PAGE, document_page, figure_address, suite_page
from pipelines.evidence.folder import SiteFolder
from pipelines.evidence.labels import Names
from pipelines.evidence.site import build_site
from pipelines.warehouse.errors import QueryError
from pipelines.warehouse.events import Event
from pipelines.warehouse.querying import open_published
from pipelines.warehouse.settings import Settings
from tests.unit.evidence.conftest import BROKEN, DECOMPOSED, FORM, HOSTILE, Site, publish


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of each mark."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.marks: dict[str, str] = {}
        self._mark: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.found.append((tag, attributes))
        self._mark = attributes.get("data-figure")

    def handle_endtag(self, tag: str) -> None:
        self._mark = None

    def handle_data(self, data: str) -> None:
        if self._mark is not None:
            self.marks[self._mark] = self.marks.get(self._mark, "") + data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def data_of(page: str) -> Any:
    """What a page tells its script."""
    found = re.search(r'<script type="application/json" id="figures">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def figures(site: Site, document: str) -> dict[str, str]:
    """The quotes of a document's figures as published, by their keys."""
    with open_published(site.settings.warehouse) as connection:
        query = "SELECT observation_id, quote FROM fact_observation WHERE document = $document"
        return dict(connection.execute(query, {"document": document}).fetchall())


@pytest.mark.parametrize("document", [HOSTILE, DECOMPOSED, FORM])
def test_every_figure_is_marked_with_its_own_words(site: Site, document: str) -> None:
    quotes = figures(site, document)
    assert quotes
    assert Elements(site.document(document)).marks == {key: quote or "∅" for key, quote in quotes.items()}


def test_nothing_of_a_source_becomes_markup(site: Site) -> None:
    for path in site.paths():
        elements = Elements(site.page(path))
        for script in elements.of("script"):
            assert script.get("src") is not None or script.get("type") == "application/json", path
        assert not elements.of("img"), path
        assert not elements.of("b") or path.startswith("checks/"), path
        for attributes in (attributes for _, attributes in elements.found):
            assert not [name for name in attributes if name.startswith("on")], path
            assert not (attributes.get("href") or "").startswith("javascript:"), path
    assert "alert(" in site.document(HOSTILE)


def test_what_a_script_is_told_is_json_whatever_the_source_says(site: Site) -> None:
    told = data_of(site.document(HOSTILE))
    assert {one["quote"] for one in told["figures"].values()} == set(figures(site, HOSTILE).values())


def test_a_total_is_told_with_its_parts_and_verdict(site: Site) -> None:
    told = data_of(site.document(HOSTILE))
    (relation,) = (one for one in told["relations"] if one["kind"] == "part_whole")
    assert [member["quote"] for member in relation["members"]] == ["155 hộ", "28 hộ", "120 hộ", "26 hộ"]
    assert (relation["outcome"], relation["standing"]) == ("broken", "broken")
    assert {told["figures"][member["id"]]["standing"] for member in relation["members"]} == {"broken"}
    assert (relation["stated"], relation["computed"]) == ("155", "174")
    assert all(relation["explanation"])


def test_a_form_is_shown_as_its_grid(site: Site) -> None:
    page = site.document(FORM)
    elements = Elements(page)
    assert {"colspan": "4"}.items() <= elements.of("td")[1].items()
    assert "Xã Vi Hương &lt;b&gt;" in page
    assert "PL&lt;1&gt;" in page


def test_without_its_file_a_workbook_shows_its_figures_until_the_file_is_back(site: Site, tmp_path: Path) -> None:
    elsewhere = replace(site.settings, raw=tmp_path / "gone", site=tmp_path / "site")
    build_site(elsewhere)
    page = (tmp_path / "site" / document_page(FORM)).read_text("utf-8")
    assert Elements(page).marks == figures(site, FORM)
    assert "TỔNG HỢP" not in page
    build_site(replace(site.settings, site=tmp_path / "site"))
    assert (tmp_path / "site" / document_page(FORM)).read_text("utf-8") == site.document(FORM)


def test_what_could_not_be_read_is_told_with_what_to_do(site: Site) -> None:
    first = site.page(FIRST_PAGE)
    assert BROKEN in first
    with open_published(site.settings.warehouse) as connection:
        told = connection.execute("SELECT remedy_vi FROM rejected_document").fetchone()
    assert told
    assert told[0] in first


def test_a_finding_leads_to_the_marked_figure(site: Site) -> None:
    (address,) = re.findall(r'<a href="(documents/[^"]+#o-[^"]+)">', site.page(FIRST_PAGE))
    assert address in {figure_address(HOSTILE, key) for key in figures(site, HOSTILE)}


@pytest.mark.parametrize("which", ["site", "empty_site"])
def test_every_link_leads_to_a_page_and_a_place_in_it(which: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(which)
    pages = {path: Elements(site.page(path)) for path in site.paths()}
    anchors = {path: {attributes.get("id") for _, attributes in page.found} for path, page in pages.items()}
    looked_at = 0
    for path, page in pages.items():
        for attributes in page.of("a"):
            link = urlsplit(attributes["href"] or "")
            target = path if not link.path else _joined(path, link.path)
            assert target in pages, (path, attributes["href"])
            assert not link.fragment or unquote(link.fragment) in anchors[target], (path, attributes["href"])
            looked_at += 1
    assert looked_at > 20


def _joined(path: str, link: str) -> str:
    folder = path.rpartition("/")[0]
    return link.removeprefix("../") if link.startswith("../") else f"{folder}/{link}".lstrip("/")


def test_no_page_loads_anything_from_elsewhere(site: Site) -> None:
    for path in site.paths():
        for tag, attributes in Elements(site.page(path)).found:
            source = attributes.get("src") or (attributes.get("href") if tag == "link" else None)
            assert source is None or not urlsplit(source).netloc, path


def test_an_empty_warehouse_has_pages_that_say_so(empty_site: Site) -> None:
    assert "Chưa có văn bản nào" in empty_site.page(FIRST_PAGE)
    assert "checks/index.html" in empty_site.paths()


def test_equal_warehouses_give_equal_pages(site: Site, tmp_path: Path) -> None:
    again = build_site(replace(site.settings, site=tmp_path / "again"))
    for path in [*site.paths(), "site.js", "site.css", "search-index.js"]:
        assert (again / path).read_bytes() == (site.settings.site / path).read_bytes(), path


def test_only_what_changed_is_drawn_again(tmp_path: Path) -> None:
    one, other = "raw/one.txt", "raw/other.txt"
    settings = publish(tmp_path, {"one.txt": "Năm 2022 có 12 hộ nghèo.\n", "other.txt": "Năm 2022 có 34 hộ nghèo.\n"})
    build_site(settings)
    before = {name: (settings.site / document_page(name)).stat().st_ino for name in (one, other)}
    publish(tmp_path, {"one.txt": "Năm 2022 có 56 hộ nghèo.\n"})
    build_site(settings)
    after = {name: (settings.site / document_page(name)).stat().st_ino for name in (one, other)}
    assert before[one] != after[one]
    assert before[other] == after[other]
    assert "56 hộ" in (settings.site / document_page(one)).read_text("utf-8")


def test_what_a_build_changed_leads_to_the_figures_that_are_there(tmp_path: Path) -> None:
    settings = publish(tmp_path, {"one.txt": "Năm 2022 có 12 hộ nghèo.\n", "other.txt": "Năm 2022 có 34 hộ nghèo.\n"})
    build_site(settings)
    assert "Không có lần xây dựng trước để so sánh." in (settings.site / CHANGES_PAGE).read_text("utf-8")
    publish(tmp_path, {"one.txt": "Năm 2022 có 56 hộ nghèo.\n"})
    build_site(settings)
    page = (settings.site / CHANGES_PAGE).read_text("utf-8")
    assert re.search(rf'<a href="{document_page("raw/one.txt")}#o-[0-9a-f]+">56 hộ', page)
    assert re.search(rf'<a href="{document_page("raw/one.txt")}">12 hộ', page)
    assert (page.count(">mới có</span>"), page.count(">không còn</span>")) == (2, 2)  # in the count and at the figure
    assert "34 hộ" not in page


def test_a_warehouse_from_before_changes_were_told_has_its_pages(tmp_path: Path) -> None:
    settings = publish(tmp_path, {"one.txt": "Năm 2022 có 12 hộ nghèo.\n"})
    with duckdb.connect(str(settings.warehouse)) as connection:
        connection.execute("DROP TABLE build_change")
    build_site(settings)
    assert "Không có lần xây dựng trước để so sánh." in (settings.site / CHANGES_PAGE).read_text("utf-8")


def test_expectations_of_an_earlier_release_are_told_in_the_language_that_they_have(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site", tmp_path / "before")
    with duckdb.connect() as connection:
        connection.execute(
            """CREATE TABLE expectation_result AS SELECT 'dim_unit' AS suite, 'key_unique' AS expectation,
                'dim_unit' AS table_name, 'critical' AS severity, 'broken' AS outcome, 9 AS rows, 1 AS unexpected,
                NULL AS example, NULL AS exception, 'A unit has one row.' AS description,
                'Rows count twice.' AS reason"""
        )
        columns = "relation_id VARCHAR, kind VARCHAR, outcome VARCHAR, severity VARCHAR"
        connection.execute(f"CREATE TABLE fact_relation ({columns})")
        connection.execute("CREATE TABLE fact_finding (relation_id VARCHAR, is_accepted BOOLEAN)")
        checks.write_pages(connection, Names({}), site)
    page = (tmp_path / "site" / suite_page("dim_unit")).read_text("utf-8")
    assert "A unit has one row." in page
    assert "Rows count twice." in page


def test_progress_ends_with_all_pages(site: Site, tmp_path: Path) -> None:
    heard: list[Event] = []
    build_site(replace(site.settings, site=tmp_path / "site"), heard.append)
    assert (heard[-1].step, heard[-1].done) == ("pages", heard[-1].total)


def test_without_a_published_warehouse_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="solieu run"):
        build_site(Settings.of(tmp_path))
    assert not (tmp_path / "var" / "site").exists()
