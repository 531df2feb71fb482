"""Corpora with a row a document: what each row tells, what a bad one is, and that rows are read one by one."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipelines.model import Problem
from pipelines.readers.corpora import CorpusRow, read_row, read_rows
from pipelines.readers.refusals import DocumentRefusedError
from pipelines.readers.sidecar import Origin
from pipelines.readers.taken import DocumentLimits

ROWS: list[dict[str, Any]] = [{"id": "a", "text": "Có 5 hộ.", "title": "Một"}, {"id": "b", "text": "Có 7 hộ."}]


def corpus(folder: Path, rows: Sequence[Any], suffix: str) -> Path:
    path = folder / f"c{suffix}"
    if suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(list(rows)), path)
    else:
        lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
        path.write_text("\n".join(lines), encoding="utf-8")
    return path


def read(path: Path, limits: DocumentLimits | None = None) -> list[CorpusRow | Problem]:
    return list(read_rows(path, "raw/c", limits))


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ".parquet"])
def test_each_row_is_a_document_under_its_id(tmp_path: Path, suffix: str) -> None:
    rows = read(corpus(tmp_path, ROWS, suffix))
    assert rows == [
        CorpusRow(1, "raw/c#a", "Có 5 hộ.", {"title": "Một"}),
        CorpusRow(2, "raw/c#b", "Có 7 hộ.", {}),
    ]


@pytest.mark.parametrize(
    ("row", "detail"),
    [
        pytest.param("{", "not JSON", id="no JSON"),
        pytest.param("[" * 50_000, "not JSON", id="nested too deeply"),
        pytest.param("[1]", "not an object", id="no object"),
        pytest.param({"text": "x"}, "no id", id="no id"),
        pytest.param({"id": True, "text": "x"}, "no id", id="an id that is no text"),
        pytest.param({"id": "a\nb", "text": "x"}, "the id is", id="an id of two lines"),
        pytest.param({"id": " ", "text": "x"}, "the id is", id="an empty id"),
        pytest.param({"id": 1}, "no text", id="no text"),
        pytest.param({"id": 1, "text": 5}, "no text", id="a text that is none"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_others_are_read(tmp_path: Path, row: Any, detail: str) -> None:
    first, bad, last = read(corpus(tmp_path, [ROWS[0], row, ROWS[1]], ".jsonl"))
    assert isinstance(bad, Problem)
    assert (bad.code, bad.document, bad.place) == ("corpus_row_invalid", "raw/c", "row 2")
    assert detail in bad.detail
    assert [isinstance(one, CorpusRow) for one in (first, last)] == [True, True]


def test_a_line_that_is_too_long_is_skipped(tmp_path: Path) -> None:
    rows = read(corpus(tmp_path, [{"id": 1, "text": "x" * 500}, ROWS[1]], ".jsonl"), DocumentLimits(characters=20))
    assert [isinstance(row, Problem) for row in rows] == [True, False]


def test_lines_of_another_encoding_are_told(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(b'{"id": 1, "text": "\xff"}\n{"id": 2, "text": "x"}\n')
    bad, good = read(path)
    assert isinstance(bad, Problem)
    assert "byte 19" in bad.detail
    assert isinstance(good, CorpusRow)


def test_the_second_of_two_rows_with_one_id_is_told(tmp_path: Path) -> None:
    rows = read(corpus(tmp_path, [{"id": 1, "text": "x"}, {"id": "1", "text": "y"}], ".jsonl"))
    assert [row.code if isinstance(row, Problem) else row.text for row in rows] == ["x", "corpus_id_repeated"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [([{"id": 1, "content": "x"}], "corpus_columns_missing"), ([{"text": "x"}], "corpus_columns_missing")],
    ids=["no text", "no id"],
)
def test_a_table_without_the_columns_is_refused(tmp_path: Path, rows: list[dict[str, Any]], code: str) -> None:
    with pytest.raises(DocumentRefusedError, match=code):
        read(corpus(tmp_path, rows, ".parquet"))


@pytest.mark.parametrize("content", [b"", b"PAR1", b"no table at all" * 20], ids=["empty", "cut off", "no table"])
def test_a_damaged_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.parquet"
    path.write_bytes(content)
    with pytest.raises(DocumentRefusedError, match="corpus_damaged"):
        read(path)


def test_a_table_cut_off_in_the_middle_is_refused(tmp_path: Path) -> None:
    path = corpus(tmp_path, ROWS * 50, ".parquet")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(DocumentRefusedError, match="corpus_damaged"):
        read(path)


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_a_missing_file_raises_what_the_system_says(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / f"khong-co{suffix}")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2023-01-05", date(2023, 1, 5)),
        ("2023-01-05T10:00:00+07:00", date(2023, 1, 5)),
        (date(2023, 1, 5), date(2023, 1, 5)),
        (datetime(2023, 1, 5, 10), date(2023, 1, 5)),
    ],
)
def test_a_row_tells_its_own_origin_over_that_of_the_corpus(published: object, day: date) -> None:
    row = CorpusRow(1, "raw/c#1", "Có 5 hộ.", {"title": "Một", "published": published})
    reading = read_row(row, Origin(publisher="Báo A", title="Tất cả", made_up=True))
    assert reading.document is not None
    assert reading.document.published == day
    told = {name: reading.attributes[name] for name in ("title", "publisher", "made_up", "kind")}
    assert told == {"title": "Một", "publisher": "Báo A", "made_up": "true", "kind": "corpus row"}


def test_what_a_row_tells_in_a_wrong_form_is_left_out_and_told() -> None:
    reading = read_row(CorpusRow(3, "raw/c#1", "Có 5 hộ.", {"published": "hôm qua", "url": 5}), Origin())
    assert reading.document is not None
    assert [(one.code, one.place, one.detail) for one in reading.problems] == [
        ("origin_invalid", "row 3", "published: hôm qua"),
        ("origin_invalid", "row 3", "url: 5"),
    ]


@pytest.mark.parametrize(
    ("text", "code"), [(" \n", "document_empty"), ("x" * 21, "document_too_large")], ids=["empty", "too long"]
)
def test_a_text_that_cannot_be_read_is_refused_under_its_own_name(text: str, code: str) -> None:
    reading = read_row(CorpusRow(1, "raw/c#1", text, {}), Origin(), DocumentLimits(characters=20))
    assert reading.document is None
    assert [(one.code, one.document) for one in reading.problems] == [(code, "raw/c#1")]
