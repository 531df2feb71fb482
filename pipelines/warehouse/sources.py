"""What statements may read besides tables: the shards that the manifest names, and the vocabulary files.

A vocabulary file is taken over as it is, all columns text, so a column added there breaks no statement; `file_row`
is the row as a spreadsheet program numbers it.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.vocabulary.loader import read_cells
from pipelines.warehouse.duck import identifier, literal
from pipelines.warehouse.errors import SourceError
from pipelines.warehouse.extracting import read_manifest, read_manifest_head
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.shards import MANIFEST, NAMES, ShardStore
from pipelines.warehouse.staging import schemas

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_VOCABULARY = "vocabulary_"
_MANIFEST = "shard_manifest"


def source_fingerprint(name: str, settings: Settings) -> str:
    """A hash of what a source holds; of shards that of the sources' versions, wherever they lie."""
    if name.startswith(_VOCABULARY):
        return sha256(_vocabulary_file(name, settings).read_bytes()).hexdigest()
    manifest = read_manifest_head(settings)
    if manifest is None:
        raise SourceError(
            "nothing was read from raw/ yet: run `solieu run`, or materialise the asset of the observations"
        )
    return manifest.fingerprint


def provide(connection: "DuckDBPyConnection", names: Iterable[str], settings: Settings) -> None:
    """Let statements read these sources by their names. Raises SourceError."""
    for name in names:
        if name.startswith(_VOCABULARY):
            _provide_vocabulary(connection, name, settings)
        elif name == _MANIFEST:
            path = literal(settings.shards / MANIFEST)
            connection.execute(f"CREATE VIEW {name} AS SELECT document, shard FROM read_parquet({path})")
        elif name in NAMES:
            _provide_shards(connection, name, settings)
        else:
            raise SourceError(f"no source is called {name}; there are {_MANIFEST}, {', '.join(NAMES)}, vocabulary_…")


def _provide_shards(connection: "DuckDBPyConnection", name: str, settings: Settings) -> None:
    manifest = read_manifest(settings)
    shards = {entry.shard for entry in manifest.entries} if manifest else set()
    if manifest is None or not shards:
        import pyarrow as pa

        schema = schemas()[NAMES[name]]
        connection.register(name, schema.append(pa.field("shard", pa.string())).empty_table())
        return
    files = ShardStore(settings.shards, manifest.head.code).files(NAMES[name], shards)
    connection.execute(f"CREATE VIEW {name} AS SELECT * FROM {files}")


def _provide_vocabulary(connection: "DuckDBPyConnection", name: str, settings: Settings) -> None:
    path = _vocabulary_file(name, settings)
    if path.suffix == ".parquet":
        connection.execute(f"CREATE VIEW {identifier(name)} AS SELECT * FROM read_parquet({literal(path)})")
    else:
        connection.register(name, _cells(path))


def _cells(path: Path) -> Any:
    import pyarrow as pa

    columns, rows = read_cells(path)
    cells = {column: pa.array([row.get(column) for _, row in rows], pa.string()) for column in columns}
    return pa.table({**cells, "file_row": pa.array([number for number, _ in rows], pa.int32())})


def _vocabulary_file(name: str, settings: Settings) -> Path:
    stem = settings.vocabulary / name.removeprefix(_VOCABULARY)
    for suffix in (".csv", ".parquet"):
        path = stem.with_suffix(suffix)
        if path.exists():
            return path
    raise SourceError(f"{stem}.csv is missing; restore it from version control")
