"""The inventory: what is a source, what is not, and what must be hashed again."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipelines.warehouse.errors import RawMissingError
from pipelines.warehouse.inventory import Inventory, take_inventory
from pipelines.warehouse.memo import Memo, read_memo, write_memo
from pipelines.warehouse.settings import Settings
from tests.unit.warehouse.projects import put, small_project

TODAY = date(2026, 11, 23)


def look(settings: Settings, before: Memo | None = None, today: date = TODAY, full: bool = False) -> Inventory:
    return take_inventory(settings, before or Memo(), today, full)


def names(found: Inventory) -> list[str]:
    return [source.document for source in found.sources]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return small_project(tmp_path / "project")


def test_sources_are_named_by_their_path_under_raw(settings: Settings) -> None:
    put(settings, "articles/bài 1.txt", "5")
    put(settings, "spreadsheets/số liệu.xlsx", "6")

    assert names(look(settings)) == ["raw/articles/bài 1.txt", "raw/spreadsheets/số liệu.xlsx"]


def test_the_name_does_not_tell_where_raw_lies(settings: Settings, tmp_path: Path) -> None:
    elsewhere = replace(settings, raw=tmp_path / "elsewhere")
    put(settings, "a.txt", "5")
    put(elsewhere, "a.txt", "5")

    assert look(settings).sources[0].version == look(elsewhere).sources[0].version
    assert names(look(elsewhere)) == ["raw/a.txt"]


def test_a_missing_folder_says_what_to_do(settings: Settings) -> None:
    settings.raw.rmdir()

    with pytest.raises(RawMissingError, match="make it, or mount it"):
        look(settings)


@pytest.mark.parametrize("name", [".gitkeep", ".hidden/a.txt", ".DS_Store"])
def test_hidden_files_are_no_sources(settings: Settings, name: str) -> None:
    put(settings, name, "5")

    assert (names(look(settings)), look(settings).left) == ([], ())


@pytest.mark.parametrize("name", ["a.txt.part", "~$so lieu.xlsx", "a.crdownload", ".~lock.so lieu.ods#", "a.tmp"])
def test_files_being_written_are_left_for_the_next_run(settings: Settings, name: str) -> None:
    put(settings, name, "5")

    found = look(settings)
    assert (names(found), found.left) == ([], (f"raw/{name}",))


def test_a_file_that_grows_while_one_looks_is_left(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(settings, "a.txt", "5")
    os.utime(path)

    def write_more(_: float) -> None:
        path.write_text("5 6", encoding="utf-8")

    monkeypatch.setattr(time, "sleep", write_more)
    found = look(replace(settings, settle_seconds=5.0))
    assert (names(found), found.left) == ([], ("raw/a.txt",))


def make_link(path: Path) -> None:
    path.symlink_to(path.with_name("elsewhere.txt"))


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(make_link, "source_is_link", id="link"),
        pytest.param(os.mkfifo, "source_is_no_file", id="pipe"),
    ],
)
def test_what_is_no_file_is_refused_without_being_opened(
    settings: Settings, make: Callable[[Path], None], code: str
) -> None:
    make(settings.raw / "a.txt")

    [source] = look(settings).sources
    assert source.refusal is not None
    assert (source.refusal.code, source.sha256) == (code, "")


def test_a_companion_is_no_source_but_part_of_its_version(settings: Settings) -> None:
    put(settings, "a.txt", "5")
    alone = look(settings).sources
    put(settings, "a.txt.origin.yaml", "title: Tin")
    told = look(settings).sources
    put(settings, "a.txt.origin.yaml", "title: Bài")
    told_otherwise = look(settings).sources

    assert [len(alone), len(told), len(told_otherwise)] == [1, 1, 1]
    assert len({alone[0].version, told[0].version, told_otherwise[0].version}) == 3


def test_a_layout_of_a_family_is_no_source_but_part_of_the_version_of_each_workbook_beside_it(
    settings: Settings,
) -> None:
    for name in ("bieu-01.xlsx", "bieu-02.CSV", "bao-cao.txt", "khac/bieu-03.xlsx"):
        put(settings, name, "5")
    alone = {source.document: source.version for source in look(settings).sources}
    put(settings, "bieu.layout.yaml", "files: bieu-*\nsheets: []")
    told = {source.document: source.version for source in look(settings).sources}
    put(settings, "bieu.layout.yaml", "files: bieu-*.xlsx\nsheets: []")
    told_otherwise = {source.document: source.version for source in look(settings).sources}

    assert alone.keys() == told.keys() == told_otherwise.keys()
    for document in ("raw/bieu-01.xlsx", "raw/bieu-02.CSV"):
        assert len({alone[document], told[document], told_otherwise[document]}) == 3
    for document in ("raw/bao-cao.txt", "raw/khac/bieu-03.xlsx"):
        assert alone[document] == told[document] == told_otherwise[document]


def test_a_yaml_file_beside_nothing_is_a_source(settings: Settings) -> None:
    put(settings, "b.yaml", "5")

    assert names(look(settings)) == ["raw/b.yaml"]


def test_an_unchanged_file_is_not_hashed_again(settings: Settings) -> None:
    put(settings, "a.txt", "5")
    first = look(settings)
    write_memo(settings.shards, first.memo)

    second = look(settings, read_memo(settings.shards))
    assert (first.hashed, second.hashed) == (1, 0)
    assert second.sources == first.sources


@pytest.mark.parametrize(
    ("today", "full", "hashed"),
    [
        pytest.param(date(2026, 11, 24), False, 0, id="a day later size and time are trusted"),
        pytest.param(date(2026, 11, 30), False, 1, id="a week later they are not"),
        pytest.param(date(2026, 11, 24), True, 1, id="nor when all is asked for"),
    ],
)
def test_a_rewrite_with_size_and_time_kept_is_found_by_a_full_scan(
    settings: Settings, today: date, full: bool, hashed: int
) -> None:
    path = put(settings, "a.txt", "5")
    before = look(settings)
    status = path.stat()
    path.write_text("6", encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    after = look(settings, before.memo, today, full)
    assert after.hashed == hashed
    assert (after.sources != before.sources) == bool(hashed)


def test_a_file_changed_a_moment_ago_is_hashed_again_by_the_next_run(settings: Settings) -> None:
    os.utime(put(settings, "a.txt", "5"))

    first = look(settings)
    assert look(settings, first.memo).hashed == 1


def test_a_name_that_is_no_text_is_shown_by_its_bytes(settings: Settings) -> None:
    Path(os.fsdecode(os.fsencode(settings.raw) + b"/b\xe0i.txt")).write_text("5", encoding="utf-8")

    assert names(look(settings)) == ["raw/b\\xe0i.txt"]
