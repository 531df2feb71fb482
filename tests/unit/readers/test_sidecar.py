"""The record of a source's origin beside it: what it tells, and what is wrong with it."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from pipelines.readers.documents import read_document
from pipelines.readers.sidecar import read_origin

TEXT = "Đăng ngày 01/08/2017\nCó 5 hộ.\n"


def beside(folder: Path, record: str) -> Path:
    path = folder / "bai.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.with_name("bai.txt.origin.yaml").write_text(record, encoding="utf-8")
    return path


def test_the_record_wins_over_the_text(tmp_path: Path) -> None:
    path = beside(tmp_path, "title: Bài viết\npublished: 2020-05-06\nlanguage: vi\nmade_up: true\n")
    reading = read_document(path, "raw/bai.txt")
    assert reading.document is not None
    assert reading.document.published == date(2020, 5, 6)
    assert (reading.attributes["title"], reading.attributes["made_up"]) == ("Bài viết", "true")
    assert reading.problems == ()


def test_without_a_record_the_dateline_tells_the_day(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text(TEXT, encoding="utf-8")
    reading = read_document(path, "raw/bai.txt")
    assert reading.document is not None
    assert reading.document.published == date(2017, 8, 1)


@pytest.mark.parametrize(
    ("record", "detail"),
    [
        pytest.param("titel: x\n", "titel", id="misspelt key"),
        pytest.param("published: hôm qua\n", "published", id="no day"),
        pytest.param("- a\n- b\n", "", id="a list"),
        pytest.param("title: [\n", "", id="no YAML"),
    ],
)
def test_a_record_that_cannot_be_used_is_told_and_the_source_is_read(tmp_path: Path, record: str, detail: str) -> None:
    reading = read_document(beside(tmp_path, record), "raw/bai.txt")
    assert reading.document is not None
    [problem] = reading.problems
    assert (problem.code, problem.place) == ("origin_invalid", "bai.txt.origin.yaml")
    assert detail in problem.detail


def test_a_record_of_another_version_is_told(tmp_path: Path) -> None:
    version = sha256(TEXT.encode()).hexdigest()
    path = beside(tmp_path, f"sha256: {'a' * 64}\ntitle: Bài\n")
    origin, problems = read_origin(path, "raw/bai.txt", version)
    assert [problem.code for problem in problems] == ["origin_outdated"]
    assert origin.title == "Bài"
    path = beside(tmp_path, f"sha256: {version}\n")
    assert read_origin(path, "raw/bai.txt", version)[1] == ()
