from pathlib import Path

import pytest

from pipelines.evidence.folder import replaced_site
from pipelines.warehouse.errors import StorageError


def write(site: Path, content: str, made_from: str) -> tuple[int, int]:
    with replaced_site(site) as folder:
        if not folder.has("a/page.html", made_from):
            folder.write("a/page.html", content, made_from)
    return folder.pages, folder.reused


def test_a_page_made_from_the_same_is_taken_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert write(site, "one", "same") == (1, 0)
    assert write(site, "two", "same") == (1, 1)
    assert (site / "a/page.html").read_text() == "one"
    assert write(site, "three", "other") == (1, 0)
    assert (site / "a/page.html").read_text() == "three"


def test_pages_that_are_not_written_again_are_gone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "one", "same")
    with replaced_site(site) as folder:
        folder.write("b.html", "other")
    assert sorted(path.name for path in site.rglob("*.html")) == ["b.html"]


def test_a_failure_leaves_the_old_site_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "one", "same")
    with pytest.raises(ZeroDivisionError):
        _fail_half_way(site)
    assert (site / "a/page.html").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def _fail_half_way(site: Path) -> None:
    with replaced_site(site) as folder:
        folder.write("a/page.html", "half")
        raise ZeroDivisionError


def test_a_site_left_aside_by_a_killed_run_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "one", "same")
    site.rename(tmp_path / ".old-site")
    assert write(site, "two", "same") == (1, 1)
    assert (site / "a/page.html").read_text() == "one"


def test_a_folder_of_something_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("years of work")
    with pytest.raises(StorageError, match="move it away"):
        write(tmp_path / "site", "one", "same")
    assert (tmp_path / "site" / "thesis.txt").exists()


def test_an_unreadable_record_makes_all_pages_anew(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, "one", "same")
    (site / ".made-from.json").write_text("{")
    assert write(site, "two", "same") == (1, 0)
    assert (site / "a/page.html").read_text() == "two"
