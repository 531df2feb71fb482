"""A corpus with a row a document, from raw/ to the published warehouse."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines import extraction
from pipelines.model import Extraction
from pipelines.readers.corpora import CorpusRow
from pipelines.readers.sidecar import Origin
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.extracting import read_manifest
from pipelines.warehouse.querying import query
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.shards import ShardStore
from pipelines.warehouse.steps import RunSummary, read_sources, run
from tests.integration.test_warehouse import builders
from tests.unit.warehouse.projects import put

ROWS = [
    {
        "id": "bai-1",
        "text": "Năm 2022, huyện Bạch Thông có 155 hộ nghèo.",
        "title": "Bài một",
        "published": "2023-01-05",
    },
    {"id": 2, "text": "Toàn xã có 20 hộ thoát nghèo.", "url": "https://example.org/2"},
    {"id": "bai-3", "text": "Cho vay 5 tỷ đồng."},
    {"id": "bai-3", "text": "Cùng một mã."},
    {"text": "Không có mã."},
]
CORPUS = "raw/corpus.jsonl"


def made(folder: Path, rows: list[dict[str, object]] = ROWS) -> Settings:  # type: ignore[assignment]
    settings = replace(Settings.of(folder), settle_seconds=0.0, workers=1, sources_per_shard=2)
    put(settings, "corpus.jsonl", "\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    put(settings, "beside.txt", "Có 7 hộ nghèo.")
    return settings


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, RunSummary]:
    settings = made(tmp_path_factory.mktemp("corpus") / "project")
    assert Catalogue(settings.sql).tables
    return settings, run(settings, builders=builders(settings))


def ask(settings: Settings, sql: str) -> list[list[str]]:
    return [line.split(",") for line in query(settings.warehouse, sql, "csv").splitlines()[1:]]


def test_each_row_is_a_document_with_its_own_origin(built: tuple[Settings, RunSummary]) -> None:
    rows = ask(
        built[0], "SELECT document, title, published, url FROM dim_document WHERE kind = 'corpus row' ORDER BY 1"
    )

    assert rows == [
        [f"{CORPUS}#2", "", "", "https://example.org/2"],
        [f"{CORPUS}#bai-1", "Bài một", "2023-01-05", ""],
        [f"{CORPUS}#bai-3", "", "", ""],
    ]


def test_quotes_stand_at_their_offsets_in_the_text_of_the_row(built: tuple[Settings, RunSummary]) -> None:
    figures = """
        SELECT document, quote, substr(text, char_start + 1, char_end - char_start)
        FROM fact_observation INNER JOIN fact_document_text USING (document) WHERE document LIKE '%#%' ORDER BY 1"""
    assert ask(built[0], figures) == [
        [f"{CORPUS}#2", "20 hộ", "20 hộ"],
        [f"{CORPUS}#bai-1", "155 hộ", "155 hộ"],
        [f"{CORPUS}#bai-3", "5 tỷ đồng", "5 tỷ đồng"],
    ]


def test_rows_that_are_no_documents_are_problems_of_the_corpus(built: tuple[Settings, RunSummary]) -> None:
    told = f"SELECT code, place FROM problem WHERE document = '{CORPUS}' ORDER BY place"
    assert ask(built[0], told) == [["corpus_id_repeated", "row 4"], ["corpus_row_invalid", "row 5"]]


def test_a_corpus_is_refused_only_where_it_gives_no_document(built: tuple[Settings, RunSummary]) -> None:
    assert ask(built[0], f"SELECT kind, refused FROM dim_document WHERE document = '{CORPUS}'") == [["corpus", "false"]]
    assert built[1].rejected == 0


def test_no_shard_holds_more_documents_than_a_batch(built: tuple[Settings, RunSummary]) -> None:
    manifest = read_manifest(built[0])
    assert manifest is not None
    shards = [entry.shard for entry in manifest.entries]
    assert max(shards.count(shard) for shard in shards) <= 2


def test_an_empty_corpus_is_refused_as_an_empty_file_is(tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_bytes(b"")

    [whole] = [pending.read() for pending in extraction.documents_in(path, CORPUS)]

    assert ([problem.code for problem in whole.problems], whole.attributes["kind"]) == (["document_empty"], None)


def test_an_unchanged_corpus_is_not_read_again_and_its_documents_stay(tmp_path: Path) -> None:
    settings = made(tmp_path)
    first, second = read_sources(settings), read_sources(settings)

    assert (first.documents, first.read) == (5, 5)
    assert (second.documents, second.read, second.reused, second.removed) == (5, 0, 5, 0)
    assert first.fingerprint == second.fingerprint


def test_a_row_that_left_the_corpus_leaves_the_manifest(tmp_path: Path) -> None:
    settings = made(tmp_path)
    read_sources(settings)
    made(tmp_path, ROWS[:1])  # type: ignore[arg-type]
    summary = read_sources(settings)
    manifest = read_manifest(settings)

    assert summary.removed == 2
    assert manifest is not None
    assert [entry.document for entry in manifest.entries] == ["raw/beside.txt", CORPUS, f"{CORPUS}#bai-1"]


def test_a_row_that_breaks_the_reader_takes_no_other_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = extraction._from_row

    def breaks(row: CorpusRow, origin: Origin) -> Extraction:
        if row.document.endswith("#2"):
            raise ValueError("no such word")
        return sound(row, origin)

    monkeypatch.setattr(extraction, "_from_row", breaks)
    settings = made(tmp_path)
    summary = read_sources(settings)
    manifest = read_manifest(settings)

    assert manifest is not None
    assert summary.refused == 1
    assert [entry.document for entry in manifest.entries if entry.refused] == [f"{CORPUS}#2"]
    assert sum(entry.observations for entry in manifest.entries) == 3


def test_what_a_killed_run_left_of_a_corpus_is_read_whole_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(BaseException):
        pass

    settings = made(tmp_path)
    write = ShardStore.write
    written: list[str] = []

    def killed_after_first(store: ShardStore, key: str, tables: object, entries: object) -> None:
        if written:
            raise KilledError
        written.append(key)
        write(store, key, tables, entries)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(ShardStore, "write", killed_after_first)
        with pytest.raises(KilledError):
            read_sources(settings)
    after = read_sources(settings)

    assert (after.documents, after.observations) == (5, 4)
