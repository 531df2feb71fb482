"""Shards: folders of Parquet files that hold what was read of a batch of sources.

A shard is named by the versions of its sources and of the code, so it never changes once it is there; which one
counts for a source is the manifest's choice. Reading sources is extracting.py.
"""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipelines.keys import key_of
from pipelines.warehouse.duck import literal, memory
from pipelines.warehouse.staging import DOCUMENT, MEMBER, OBSERVATION, PROBLEM, RELATION, schemas

ENTRIES = "entries"
MANIFEST = "manifest.parquet"
_WRITING = ".writing-"
#: What a statement calls the rows of the shards.
NAMES = {
    "shard_document": DOCUMENT,
    "shard_observation": OBSERVATION,
    "shard_relation": RELATION,
    "shard_relation_member": MEMBER,
    "shard_problem": PROBLEM,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a shard holds of one version of one source.

    What failed for reasons that lie outside of the source is not `final`: the next run reads it again. A document of a
    corpus is an entry of its own; `corpus` is the source that it is a row of, whose version it bears.
    """

    document: str
    version: str
    observations: int
    refused: bool
    final: bool
    shard: str = ""
    corpus: str | None = None


def shard_key(code: str, sources: Iterable[tuple[str, str]]) -> str:
    """The name of a shard: a hash of the code version and of its sources' (document, version), in any order."""
    return key_of("shard", code, *(part for source in sorted(sources) for part in source))


class ShardStore:
    """The shards that one version of the code has written, in a folder of that version."""

    def __init__(self, shards: Path, code: str) -> None:
        """Take the folder of all shards and a code version."""
        self.root, self.code, self.folder = shards, code, shards / code

    def write(self, key: str, tables: Mapping[str, Any], entries: Sequence[Entry]) -> None:
        """Put a shard in its place, whole or not at all."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        target = self.folder / key
        if target.exists():
            return
        writing = self.folder / f"{_WRITING}{key}"
        shutil.rmtree(writing, ignore_errors=True)
        writing.mkdir(parents=True)
        try:
            for name, table in tables.items():
                marked = table.append_column("shard", pa.array([key] * len(table), pa.string()))
                pq.write_table(marked, writing / f"{name}.parquet", compression="zstd")
            pq.write_table(_entry_table(entries, key), writing / f"{ENTRIES}.parquet", compression="zstd")
            writing.rename(target)
        except BaseException:
            shutil.rmtree(writing, ignore_errors=True)
            raise

    def entries(self) -> dict[tuple[str, str], Entry]:
        """What all shards hold, by document and version; where two hold the same, the later key that is final."""
        import pyarrow.parquet as pq

        found: dict[tuple[str, str], Entry] = {}
        for path in sorted(self.folder.glob(f"*/{ENTRIES}.parquet")):
            if path.parent.name.startswith("."):
                continue
            for row in pq.read_table(path).to_pylist():
                entry = Entry(**row)
                known = found.get((entry.document, entry.version))
                if known is None or entry.final >= known.final:
                    found[entry.document, entry.version] = entry
        return found

    def remove_leftovers(self) -> None:
        """Remove what a run that was killed has not finished writing."""
        for writing in self.root.glob(f"*/{_WRITING}*"):
            shutil.rmtree(writing, ignore_errors=True)

    def prune(self, kept: Iterable[str]) -> int:
        """Remove all shards but these, and those of other versions of the code; the number removed."""
        wanted = {self.folder / key for key in kept}
        removed = 0
        for shard in [path for path in self.root.glob("*/*") if path.is_dir() and path not in wanted]:
            shutil.rmtree(shard)
            removed += 1
        for folder in [path for path in self.root.iterdir() if path.is_dir() and not any(path.iterdir())]:
            folder.rmdir()
        return removed

    def merge(self, entries: Sequence[Entry]) -> list[Entry]:
        """Write what several shards hold of these sources into one; the entries as they stand there."""
        key = shard_key(self.code, ((entry.document, entry.version) for entry in entries))
        wanted = {(entry.document, entry.shard) for entry in entries}
        tables = {}
        with memory() as connection:
            import pyarrow as pa

            documents, shards = zip(*sorted(wanted), strict=True)
            connection.register("wanted", pa.table({"document": documents, "shard": shards}))
            for name, schema in schemas().items():
                files = self.files(name, {entry.shard for entry in entries})
                statement = f"SELECT * EXCLUDE (shard) FROM {files} SEMI JOIN wanted USING (document, shard)"
                tables[name] = connection.sql(statement).to_arrow_table().cast(schema)
        merged = [replace(entry, shard=key) for entry in entries]
        self.write(key, tables, merged)
        return merged

    def files(self, name: str, shards: Iterable[str]) -> str:
        """A FROM item that reads one table of these shards."""
        paths = ", ".join(literal(self.folder / shard / f"{name}.parquet") for shard in sorted(set(shards)))
        return f"read_parquet([{paths}])"


def _entry_table(entries: Sequence[Entry], key: str) -> Any:
    import pyarrow as pa

    columns = {
        "document": [entry.document for entry in entries],
        "version": [entry.version for entry in entries],
        "observations": [entry.observations for entry in entries],
        "refused": [entry.refused for entry in entries],
        "final": [entry.final for entry in entries],
        "shard": [key] * len(entries),
        "corpus": pa.array([entry.corpus for entry in entries], pa.string()),
    }
    return pa.table(columns)
