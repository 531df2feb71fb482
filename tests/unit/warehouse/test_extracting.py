"""Extraction: each version of a source is read once, by code of one version, and shards stay few."""

import threading
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.extraction import Pending
from pipelines.warehouse import extracting
from pipelines.warehouse.code_version import PIPELINES, extraction_code_version, extraction_files
from pipelines.warehouse.errors import VocabularyUnusableError
from pipelines.warehouse.extracting import ExtractionSummary, read_manifest
from pipelines.warehouse.mapping import MapShards, in_processes
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.shards import ShardStore
from pipelines.warehouse.steps import make_tables, read_sources
from tests.unit.warehouse.projects import SPARE, CountingReader, put, read_figures, small_project


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return small_project(tmp_path / "project", {"a.txt": "1 2 3", "b.txt": "4"})


def figures(settings: Settings) -> Mapping[str, list[str]]:
    """The quotes of every source as the tables tell them."""
    import duckdb

    make_tables(settings, SPARE)
    with duckdb.connect() as connection:
        path = settings.tables / "stg_observation.parquet"
        rows = connection.execute(f"SELECT document, list(quote ORDER BY quote) FROM '{path}' GROUP BY ALL").fetchall()
    return dict(rows)


def read(settings: Settings, reader: CountingReader) -> ExtractionSummary:
    return read_sources(settings, extractor=reader)


def test_what_is_unchanged_is_not_read_again(settings: Settings) -> None:
    reader = CountingReader()
    first, second = read(settings, reader), read(settings, reader)

    assert reader.read == ["raw/a.txt", "raw/b.txt"]
    assert (first.read, first.reused, second.read, second.reused) == (2, 0, 0, 2)
    assert first.fingerprint == second.fingerprint
    assert second.observations == 4


def test_a_full_scan_hashes_but_reads_nothing_again(settings: Settings) -> None:
    reader = CountingReader()
    read(settings, reader)

    assert read_sources(settings, full=True, extractor=reader).read == 0


def test_only_the_changed_source_is_read_again(settings: Settings) -> None:
    reader = CountingReader()
    read(settings, reader)
    put(settings, "a.txt", "7")

    assert read(settings, reader).read == 1
    assert figures(settings) == {"raw/a.txt": ["7 hộ"], "raw/b.txt": ["4 hộ"]}


def test_a_changed_back_source_is_known_again(settings: Settings) -> None:
    reader = CountingReader()
    for text in ("1 2 3", "7", "1 2 3"):
        put(settings, "a.txt", text)
        read(settings, reader)

    assert reader.read.count("raw/a.txt") == 2
    assert figures(settings)["raw/a.txt"] == ["1 hộ", "2 hộ", "3 hộ"]


def test_a_removed_source_drops_out(settings: Settings) -> None:
    reader = CountingReader()
    read(settings, reader)
    (settings.raw / "a.txt").unlink()

    assert read(settings, reader).removed == 1
    assert figures(settings) == {"raw/b.txt": ["4 hộ"]}


def test_a_source_that_is_being_written_keeps_what_was_read_before(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = CountingReader()
    read(settings, reader)
    path = settings.raw / "a.txt"
    path.write_text("8", encoding="utf-8")

    def write_more(_: float) -> None:
        path.write_text("8 9", encoding="utf-8")

    monkeypatch.setattr("pipelines.warehouse.inventory.time.sleep", write_more)
    summary = read(replace(settings, settle_seconds=5.0), reader)
    assert (summary.left, summary.removed) == (("raw/a.txt",), 0)
    assert figures(settings)["raw/a.txt"] == ["1 hộ", "2 hộ", "3 hộ"]


def test_other_code_reads_all_again_into_shards_of_its_own(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = CountingReader()
    read(settings, reader)
    monkeypatch.setattr(extracting, "extraction_code_version", lambda: "another")

    assert read(settings, reader).read == 2
    manifest = read_manifest(settings)
    assert manifest is not None
    assert manifest.head.code == "another"


def test_what_a_killed_run_has_written_is_used_by_the_next(settings: Settings) -> None:
    class KilledError(Exception):
        pass

    def killed_after_first(reader, batches):  # type: ignore[no-untyped-def]
        yield reader(batches[0])
        raise KilledError

    one_each = replace(settings, sources_per_shard=1)
    with pytest.raises(KilledError):
        read_sources(one_each, extractor=read_figures, map_shards=killed_after_first)

    reader = CountingReader()
    assert (read(one_each, reader).reused, reader.read) == (1, ["raw/b.txt"])


def test_many_small_shards_are_merged_without_reading_anything_again(settings: Settings) -> None:
    reader = CountingReader()
    for number in range(20):
        put(settings, f"c{number:02}.txt", str(number))
        read(settings, reader)

    manifest = read_manifest(settings)
    assert manifest is not None
    assert len(reader.read) == 22
    assert len({entry.shard for entry in manifest.entries}) < 16
    assert figures(settings)["raw/c07.txt"] == ["7 hộ"]
    assert len(figures(settings)) == 22


def test_pruning_keeps_what_the_manifest_names(settings: Settings) -> None:
    reader = CountingReader()
    read(settings, reader)
    put(settings, "a.txt", "7")
    read(settings, reader)
    manifest = read_manifest(settings)
    assert manifest is not None

    store = ShardStore(settings.shards, manifest.head.code)
    assert store.prune({entry.shard for entry in manifest.entries}) == 0
    assert store.prune({manifest.entries[0].shard}) == 1
    assert list(settings.shards.glob("*/*")) == [store.folder / manifest.entries[0].shard]


@pytest.mark.parametrize(
    ("word", "code", "again"),
    [
        pytest.param("raise", "reader_failed", 0, id="a fault of the reader stays with this code"),
        pytest.param("sleep", "source_too_slow", 1, id="a slow source is tried again"),
    ],
)
def test_a_source_that_breaks_the_reader_is_refused_and_the_others_are_read(
    settings: Settings, word: str, code: str, again: int
) -> None:
    assert threading.current_thread() is threading.main_thread()
    put(settings, "c.txt", word)
    quick = replace(settings, seconds_per_source=0.2)

    first, second = (read_sources(quick, extractor=read_figures) for _ in range(2))
    assert (first.refused, first.observations, second.read) == (1, 4, again)
    assert problem_codes(quick) == [code]


def problem_codes(settings: Settings) -> list[str]:
    import pyarrow.parquet as pq

    manifest = read_manifest(settings)
    assert manifest is not None
    entry = next(entry for entry in manifest.entries if entry.document == "raw/c.txt")
    path = settings.shards / manifest.head.code / entry.shard / "stg_problem.parquet"
    return [row["code"] for row in pq.read_table(path).to_pylist() if row["document"] == "raw/c.txt"]


@pytest.mark.parametrize("map_shards", [None, in_processes(2)], ids=["in this process", "in processes"])
def test_a_broken_vocabulary_stops_the_run_with_its_place(settings: Settings, map_shards: MapShards | None) -> None:
    put(settings, "c.txt", "vocabulary")

    with pytest.raises(VocabularyUnusableError, match=r"units\.csv, row 7, column factor: no number"):
        read_sources(settings, extractor=read_figures, map_shards=map_shards)


def test_a_broken_vocabulary_stops_the_run_in_a_corpus_too(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def rows(path: Path, name: str) -> list[Pending]:
        return [Pending(f"{name}#1", lambda: read_figures(path, name))]

    monkeypatch.setattr("pipelines.warehouse.reading.documents_in", rows)
    put(settings, "c.jsonl", "vocabulary")

    with pytest.raises(VocabularyUnusableError, match=r"units\.csv, row 7"):
        read_sources(settings, extractor=read_figures)


def test_refused_sources_are_not_told_as_unchanged(settings: Settings) -> None:
    put(settings, "c.txt", "refuse")
    first, second = (read_sources(settings, extractor=read_figures) for _ in range(2))

    assert (first.documents, first.refused, first.reused) == (3, 1, 0)
    assert (second.documents, second.refused, second.reused, second.read) == (3, 1, 2, 0)


def test_a_source_that_cannot_be_stored_is_refused_alone(settings: Settings) -> None:
    def read_surrogates(path: Path, name: str):  # type: ignore[no-untyped-def]
        made = read_figures(path, name)
        return replace(made, text="\ud800") if name == "raw/b.txt" else made

    summary = read_sources(settings, extractor=read_surrogates)
    assert (summary.refused, summary.observations) == (1, 3)


def test_a_source_that_changes_while_it_is_read_is_read_again(settings: Settings) -> None:
    def read_late(path: Path, name: str):  # type: ignore[no-untyped-def]
        if name == "raw/a.txt":
            put(settings, "a.txt", "9 9")
        return read_figures(path, name)

    read_sources(settings, extractor=read_late)
    reader = CountingReader()
    assert (read(settings, reader).read, reader.read) == (1, ["raw/a.txt"])
    assert figures(settings)["raw/a.txt"] == ["9 hộ", "9 hộ"]


def test_a_source_that_kills_its_process_takes_no_other_along(settings: Settings) -> None:
    put(settings, "c.txt", "exit")

    summary = read_sources(settings, extractor=read_figures, map_shards=in_processes(2))
    assert (summary.documents, summary.refused, summary.observations) == (3, 1, 4)
    assert problem_codes(settings) == ["reader_crashed"]


def test_processes_read_what_one_process_reads(settings: Settings) -> None:
    alone = read_sources(settings, extractor=read_figures)
    apart = read_sources(
        replace(settings, shards=settings.shards / "apart"), extractor=read_figures, map_shards=in_processes(2)
    )

    assert (alone.fingerprint, alone.observations) == (apart.fingerprint, apart.observations)


def test_code_after_extraction_reads_nothing_again() -> None:
    entering = {path.relative_to(PIPELINES).as_posix() for path in extraction_files()}

    assert {"model.py", "extraction.py", "vocabulary/indicators.csv", "warehouse/staging.py"} <= entering
    assert not {name for name in entering if name.startswith(("quality/", "orchestration/", "evidence/", "cli"))}
    assert extraction_code_version() == extraction_code_version()


def test_the_layers_over_extraction_do_not_enter_the_code_version() -> None:
    contracts = tomllib.loads((PIPELINES.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    [layers] = [one["layers"] for one in contracts["contracts"] if one.get("containers") == ["pipelines"]]
    later = {name.strip() for layer in layers[: layers.index("extraction")] for name in layer.split("|")}
    entering = {path.relative_to(PIPELINES).parts[0].removesuffix(".py") for path in extraction_files()}

    assert entering & later <= {"warehouse"}
    assert {path.name for path in extraction_files() if path.parent.name == "warehouse"} == {"staging.py"}


def test_vocabularies_that_do_not_enter_the_code_version_are_read_by_no_room_before_the_warehouse() -> None:
    sources = [path for path in extraction_files() if path.suffix == ".py"]
    assert len(sources) > 20
    readers = {
        (path.name, name)
        for path in sources
        for name in ('"norms.csv"', '"problems.csv"', '"code_lists.csv"', "vocabulary.problems", "vocabulary.norms")
        if name in path.read_text(encoding="utf-8")
    }
    # The loader of the problems' texts is for those who show them.
    assert readers <= {("problems.py", '"problems.csv"'), ("norms.py", '"norms.csv"')}
