"""Projects in temporary folders: a small one with a handful of tables, and readers of files of one figure a line."""

import os
import time
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from pipelines.model import Extraction
from pipelines.vocabulary import VocabularyError
from pipelines.warehouse.building import leave_empty
from pipelines.warehouse.events import Progress, silent
from pipelines.warehouse.settings import CHECKOUT, Settings
from pipelines.warehouse.steps import RunSummary, run
from tests.unit.warehouse.samples import Figure, document, refused

#: Tables that no room of the tests fills.
SPARE = {"fact_finding": leave_empty}

_SMALL_TABLES = """
stg_document:
  grain: One source.
  key: [document]
  columns:
    document: {type: VARCHAR, description: The source.}
    sha256: {type: VARCHAR, required: true, description: Its version.}
    text: {type: VARCHAR, description: Its text.}
stg_observation:
  grain: One figure.
  key: [observation_id]
  columns: &observation
    observation_id: {type: VARCHAR, description: Its key.}
    document: {type: VARCHAR, references: stg_document, description: The source.}
    quote: {type: VARCHAR, description: As printed.}
    value: {type: "DECIMAL(28,6)", unit: unit, required: true, description: The figure.}
dim_document:
  grain: One source.
  key: [document]
  columns:
    document: {type: VARCHAR, description: The source.}
    refused: {type: BOOLEAN, required: true, description: Whether it was refused.}
    observations: {type: BIGINT, required: true, description: Its figures.}
fact_observation:
  grain: One figure.
  key: [observation_id]
  columns: *observation
fact_relation:
  grain: One relation.
  key: [relation_id]
  columns:
    relation_id: {type: VARCHAR, description: Its key.}
    outcome: {type: VARCHAR, required: true, description: Its verdict.}
meta_table:
  grain: One table.
  key: [table_name]
  made_by: warehouse
  group: published
  columns:
    table_name: {type: VARCHAR, description: Name.}
    table_group: {type: VARCHAR, description: Group.}
    grain: {type: VARCHAR, description: Grain.}
    description: {type: VARCHAR, description: More.}
    key_columns: {type: "VARCHAR[]", description: Key.}
    is_published: {type: BOOLEAN, description: Where.}
"""
_SMALL_FILES = {
    "staging/stg_document.sql": """
        SELECT document, sha256, text FROM shard_document SEMI JOIN shard_manifest USING (document, shard)""",
    "staging/stg_observation.sql": """
        SELECT observation_id, document, quote, value FROM shard_observation
        SEMI JOIN shard_manifest USING (document, shard)""",
    "dimensions/dim_document.sql": """
        SELECT document, text IS NULL AS refused, count(observation_id) AS observations
        FROM stg_document LEFT JOIN stg_observation USING (document) GROUP BY document, text""",
    "facts/fact_observation.sql": "SELECT * FROM stg_observation",
    "facts/fact_relation.sql": "SELECT relation_id, 'holds' AS outcome FROM shard_relation",
}


def small_sql(folder: Path) -> Path:
    """A folder sql/ with few tables, so that a run takes no time; those of publishing are the project's."""
    real = (CHECKOUT / "sql" / "tables.yml").read_text(encoding="utf-8")
    build = real[real.index("\nbuild:\n") :].partition("\n# ---")[0]
    folder.mkdir(parents=True)
    (folder / "tables.yml").write_text(_SMALL_TABLES + build, encoding="utf-8")
    for name, statement in _SMALL_FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(statement, encoding="utf-8")
    return folder


def small_settings(folder: Path) -> Settings:
    """The settings of a small project that lies in a folder already."""
    return replace(Settings.of(folder), sql=folder / "sql", settle_seconds=0.0, workers=1)


def small_project(folder: Path, sources: Mapping[str, str] | None = None) -> Settings:
    """A project whose raw/ holds these texts, by names under raw/."""
    settings = small_settings(folder)
    small_sql(settings.sql)
    settings.raw.mkdir()
    for name, text in (sources or {}).items():
        put(settings, name, text)
    return settings


def put(settings: Settings, name: str, text: str) -> Path:
    """Write a source, as if it had lain there for an hour."""
    path = settings.raw / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    hour_ago = time.time() - 3600
    os.utime(path, (hour_ago, hour_ago))
    return path


def read_figures(path: Path, name: str) -> Extraction:
    """A reader: each line is a figure. Some words make it behave badly."""
    data = path.read_bytes()
    words = data.decode("utf-8").split()
    if "raise" in words:
        raise ValueError("no such word")
    if "vocabulary" in words:
        raise VocabularyError(Path("units.csv"), 7, "factor", "no number")
    if "exit" in words:
        os._exit(3)
    if "sleep" in words:
        time.sleep(30)
    if "refuse" in words:
        return replace(refused(name, "reader_failed"), sha256=sha256(data).hexdigest())
    figures = [Figure(f"{word} hộ", word, "household", None, number) for number, word in enumerate(words)]
    return document(name, figures, sha256=sha256(data).hexdigest())


class CountingReader:
    """A reader that remembers what it has read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, path: Path, name: str) -> Extraction:
        """Read a file."""
        self.read.append(name)
        return read_figures(path, name)


def run_small(settings: Settings, progress: Progress = silent, accept_loss: bool = False) -> RunSummary:
    """A run of a small project."""
    return run(settings, extractor=read_figures, builders=SPARE, progress=progress, accept_loss=accept_loss)
