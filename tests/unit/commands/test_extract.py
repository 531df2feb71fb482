"""`solieu extract`: observations as lines, why one was read so, and one line of help for what cannot be read."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipelines.cli import solieu
from pipelines.commands.errors import InputError
from pipelines.commands.records import FIELDS

TEXT = "Năm 2022, huyện Bạch Thông có 416 hộ nghèo vay vốn, dư nợ 25.796 triệu đồng.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bai.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def extract(*arguments: str | Path) -> Result:
    return CliRunner().invoke(solieu, ["extract", *map(str, arguments)])


def records(done: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_observation_is_a_line_with_its_offsets(article: Path) -> None:
    rows = records(extract(article, "--format", "jsonl"))
    assert [row["quote"] for row in rows] == ["416 hộ", "25.796 triệu đồng"]
    for row in rows:
        assert TEXT[row["char_start"] : row["char_end"]] == row["quote"]


def test_a_row_of_a_corpus_gives_what_a_file_with_its_text_gives(article: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "nhieu.jsonl"
    corpus.write_text(json.dumps({"id": "bai", "text": TEXT}) + "\n", encoding="utf-8")
    of_file, of_row = (records(extract(path, "--format", "jsonl")) for path in (article, corpus))
    keys = ("document", "observation_id", "statement_id", "part_of")
    assert [{k: v for k, v in row.items() if k not in keys} for row in of_row] == [
        {k: v for k, v in row.items() if k not in keys} for row in of_file
    ]
    assert {str(row["document"]).rpartition("/")[2] for row in of_row} == {"nhieu.jsonl#bai"}


def test_explain_says_which_words_and_rows_decided(article: Path) -> None:
    done = extract(article, "--explain", "25.796 triệu đồng")
    assert done.exit_code == 0
    assert "“dư nợ” at 52-57 (topics.csv row" in done.stdout


def test_explain_of_a_figure_that_is_not_there_says_so(article: Path) -> None:
    done = extract(article, "--explain", "17 hộ")
    assert isinstance(done.exception, SystemExit | InputError)
    assert done.exit_code == 2
    assert "17 hộ" in done.output


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("trong.txt", b"", "the file is empty", id="empty"),
        pytest.param("la.xyz", b"5", "a kind of file that is not read", id="unknown format"),
        pytest.param("anh.txt", bytes(range(256)) * 40, "the file is no text", id="binary"),
        pytest.param("bai.pdf", b"%PDF-1.7 and no more", "the document is damaged", id="truncated"),
        pytest.param("trong.jsonl", b"\n \n", "the file is empty (the corpus has no rows)", id="corpus without rows"),
        pytest.param("hang.jsonl", b"{}\n", "row 1: a row of the corpus cannot be read", id="bad row"),
        pytest.param("cot.parquet", b"no", "the corpus is damaged", id="damaged corpus"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_and_the_rest_goes_on(
    article: Path, name: str, content: bytes, told: str
) -> None:
    bad = article.with_name(name)
    bad.write_bytes(content)
    done = extract(bad, article, "--format", "jsonl")
    assert done.exit_code == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert len(records(done)) == 2


@pytest.mark.parametrize("text", [TEXT, "Không có số liệu."], ids=["figures", "none"])
def test_csv_has_a_heading_with_every_field(article: Path, text: str) -> None:
    article.write_text(text, encoding="utf-8")
    heading, *rows = csv.reader(extract(article, "--format", "csv").stdout.splitlines())
    told = records(extract(article, "--format", "jsonl"))
    assert tuple(heading) == FIELDS
    assert all(tuple(record) == FIELDS for record in told)
    assert len(rows) == len(told)


def test_a_folder_or_a_missing_file_is_told(article: Path) -> None:
    done = extract(article.parent, article.with_name("khong-co.txt"))
    assert done.exit_code == 2
    assert "a folder" in done.stderr
    assert "khong-co.txt" in done.stderr
