"""From one file to all that it says: which reader, which documents; formats and encodings make no difference."""

import json
from pathlib import Path

import pytest

from pipelines.extraction import documents_in, extract_file, is_corpus
from pipelines.model import Extraction
from tests.unit.orthography.test_legacy import encoded
from tests.unit.readers.samples import SENTENCE, WEB, word


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def figures(extraction: Extraction) -> list[tuple[object, ...]]:
    return [
        (one.value, one.unit, one.meaning.indicator, one.meaning.period and one.meaning.period.text)
        for one in extraction.observations
    ]


SAME = [
    pytest.param("bai.txt", SENTENCE.encode("utf-16"), id="UTF-16"),
    pytest.param("bai.txt", encoded(SENTENCE, "TCVN3").encode("latin-1"), id="TCVN3"),
    pytest.param("bai.txt", encoded(SENTENCE, "VNI").encode("latin-1"), id="VNI"),
    pytest.param("bai.txt", encoded(SENTENCE, "VNI").encode(), id="VNI that was decoded as Latin-1"),
    pytest.param("bai.txt", SENTENCE.replace(" ", "\u00a0").encode(), id="no-break spaces"),
    pytest.param("bai.docx", word([SENTENCE]), id="Word"),
    pytest.param("c.jsonl", json.dumps({"id": 1, "text": SENTENCE}).encode(), id="a row of a corpus"),
]


@pytest.mark.parametrize(("name", "content"), SAME)
def test_format_and_encoding_change_nothing_of_what_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    plain = extract_file(written(tmp_path, "plain.txt", SENTENCE.encode()), "plain.txt")
    read = next(documents_in(written(tmp_path, name, content), name)).read()
    assert figures(read) == figures(plain)
    assert len(read.observations) == 2
    assert read.text is not None
    for one in read.observations:
        assert read.text[one.locator.char_start : one.locator.char_end] == one.quote


def test_of_a_page_the_offsets_are_into_the_text_that_was_taken(tmp_path: Path) -> None:
    read = extract_file(written(tmp_path, "bai.html", WEB.encode()), "bai.html")
    assert read.text is not None
    assert {one.quote for one in read.observations} == {"416 hộ", "25.796 triệu đồng"}
    for one in read.observations:
        assert read.text[one.locator.char_start : one.locator.char_end] == one.quote


def test_a_word_inserted_elsewhere_changes_no_key(tmp_path: Path) -> None:
    before = extract_file(written(tmp_path, "a.txt", f"{SENTENCE}\n".encode()), "bai.txt")
    after = extract_file(written(tmp_path, "b.txt", f"Một đoạn khác.\n{SENTENCE}\n".encode()), "bai.txt")
    assert [one.observation_id for one in before.observations] == [one.observation_id for one in after.observations]
    assert before.observations[0].locator != after.observations[0].locator


def test_the_same_file_twice_gives_the_same_extraction(tmp_path: Path) -> None:
    path = written(tmp_path, "bai.txt", SENTENCE.encode())
    assert extract_file(path, "bai.txt") == extract_file(path, "bai.txt")


@pytest.mark.parametrize("name", ["bai", "bai.xyz", "bai.jpg", ".txt.bak"])
def test_a_kind_of_file_that_is_not_read_is_told(tmp_path: Path, name: str) -> None:
    read = extract_file(written(tmp_path, name, b"5"), name)
    assert [problem.code for problem in read.problems] == ["source_format_unknown"]
    assert ".txt" in read.problems[0].detail


def test_a_corpus_comes_last_with_the_problems_of_its_rows(tmp_path: Path) -> None:
    path = written(tmp_path, "c.jsonl", b'{"id": "a", "text": "5 h\xe1\xbb\x99"}\nno\n{"id": "b", "text": " "}\n')
    read = [pending.read() for pending in documents_in(path, "raw/c.jsonl")]
    assert is_corpus(path)
    assert [(one.document, [problem.code for problem in one.problems if "corpus" in problem.code or "document" in
             problem.code]) for one in read] == [
        ("raw/c.jsonl#a", []),
        ("raw/c.jsonl#b", ["document_empty"]),
        ("raw/c.jsonl", ["corpus_row_invalid"]),
    ]  # fmt: skip
    assert read[-1].text is None


def test_of_a_corpus_of_nonsense_not_every_row_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "c.jsonl", b"no\n" * 1_500)
    [read] = [pending.read() for pending in documents_in(path, "c")]
    assert len(read.problems) == 1_001
    assert (read.problems[-1].code, read.problems[-1].detail) == ("corpus_problems_left_out", "500 more rows")


def test_a_damaged_corpus_is_told_behind_the_rows_that_were_read(tmp_path: Path) -> None:
    [read] = [pending.read() for pending in documents_in(written(tmp_path, "c.parquet", b"PAR1"), "c.parquet")]
    assert [problem.code for problem in read.problems] == ["corpus_damaged"]
