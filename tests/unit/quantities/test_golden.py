"""All quantities of an article and of many sentences, as they were last reviewed (`--refresh-golden` writes anew)."""

import json
from pathlib import Path

import pytest

from pipelines.orthography import normalise
from pipelines.quantities import scan
from pipelines.quantities.jsonl import as_record
from tests.unit.quantities.reading import STATISTICS

FOLDER = Path("quantities")


def said(text: str) -> list[dict[str, object]]:
    normal = normalise(text)
    rows = []
    for quantity in scan(normal):
        record = as_record(quantity, normal)
        start, end = normal.span(quantity.start, quantity.end)
        kept = {name: value for name, value in record.items() if value not in (None, [], "=")}
        rows.append({"quote": normal.source[start:end], **kept})
    return rows


def compare(path: Path, lines: list[str], *, refresh: bool) -> None:
    written = "\n".join(lines) + "\n"
    if refresh:
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written


def test_sentences(golden: Path, refresh_golden: bool) -> None:
    texts = (golden / FOLDER / "sentences.txt").read_text(encoding="utf-8").splitlines()
    lines = [json.dumps({"text": text, "quantities": said(text)}, ensure_ascii=False) for text in texts]
    compare(golden / FOLDER / "sentences.jsonl", lines, refresh=refresh_golden)


def test_article(golden: Path, refresh_golden: bool) -> None:
    text = (golden / FOLDER / "article.txt").read_text(encoding="utf-8")
    lines = [json.dumps(row, ensure_ascii=False) for row in said(text)]
    compare(golden / FOLDER / "article.jsonl", lines, refresh=refresh_golden)


@pytest.mark.parametrize("copies", [2, 7])
def test_a_text_repeated_says_the_same_again(golden: Path, copies: int) -> None:
    text = (golden / FOLDER / "article.txt").read_text(encoding="utf-8") + "\n\n"
    once = [row["quote"] for row in said(text) if row["kind"] in STATISTICS]
    assert [row["quote"] for row in said(text * copies) if row["kind"] in STATISTICS] == once * copies
