"""One table at a time: its statement over the Parquet files of what it reads, written as a Parquet file.

Every file carries the fingerprint of its statement and of all that went into it, so a table is made again only when
it would come out otherwise, and publishing can tell a mixture of old and new.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.warehouse.catalogue import TableSpec, digest
from pipelines.warehouse.code_version import room_version
from pipelines.warehouse.dictionary import Table
from pipelines.warehouse.duck import identifier, literal, memory
from pipelines.warehouse.errors import TableError
from pipelines.warehouse.files import replaced
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.sources import provide, source_fingerprint

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FINGERPRINT = "fingerprint"

#: Fills a table that has no statement: gets a connection that sees the tables it reads, returns an Arrow table.
Builder = Callable[["DuckDBPyConnection", TableSpec], Any]


@dataclass(frozen=True, slots=True)
class TableBuild:
    """A table as it was built, or found to be as it would be built."""

    name: str
    rows: int
    fingerprint: str
    reused: bool


def table_file(name: str, settings: Settings) -> Path:
    """Where a built table lies."""
    return settings.tables / f"{name}.parquet"


def built_fingerprint(name: str, settings: Settings) -> str | None:
    """The fingerprint that a built table carries; None where there is no such file."""
    import pyarrow.parquet as pq

    path = table_file(name, settings)
    if not path.exists():
        return None
    told: dict[bytes, bytes] = pq.read_metadata(path).metadata or {}
    return told.get(_FINGERPRINT.encode(), b"").decode()


def row_count(name: str, settings: Settings) -> int:
    """The number of rows of a built table."""
    import pyarrow.parquet as pq

    return int(pq.read_metadata(table_file(name, settings)).num_rows)


def fingerprint(spec: TableSpec, upstream: Mapping[str, str], settings: Settings) -> str:
    """What a table's content follows from: its statement, its entry in the dictionary and all that it reads."""
    inputs = [settings.sql / path for path in spec.table.inputs]
    made_by = spec.sql if spec.sql is not None else room_version(spec.table.made_by or "", inputs)
    columns = [f"{name} {column.type}" for name, column in spec.columns.items()]
    read = [f"{name} {upstream[name]}" for name in spec.upstream]
    read += [f"{name} {source_fingerprint(name, settings)}" for name in spec.sources]
    return digest(version("duckdb"), made_by, *spec.table.key, *columns, *read)


def build_table(
    spec: TableSpec, settings: Settings, builders: Mapping[str, Builder] | None = None, force: bool = False
) -> TableBuild:
    """Make a table from the tables that lie in the build folder, unless it is there already as it would be made.

    `builders` fill the tables that have no statement, by their names. Raises TableError.
    """
    upstream = {}
    for name in spec.upstream:
        found = built_fingerprint(name, settings)
        if found is None:
            raise TableError(f"{spec.name} reads {name}, which is not built: materialise {name} first")
        upstream[name] = found
    wanted = fingerprint(spec, upstream, settings)
    if not force and built_fingerprint(spec.name, settings) == wanted:
        return TableBuild(spec.name, row_count(spec.name, settings), wanted, reused=True)
    with memory(settings.spill) as connection:
        for name in spec.upstream:
            path = literal(table_file(name, settings))
            connection.execute(f"CREATE VIEW {identifier(name)} AS SELECT * FROM read_parquet({path})")
        provide(connection, spec.sources, settings)
        source = _relation(connection, spec, builders or {})
        check_columns(connection, spec, source)
        with replaced(table_file(spec.name, settings)) as writing:
            options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{_FINGERPRINT}: {literal(wanted)}}}"
            _execute(connection, spec, f"COPY ({_ordered(spec.table, source)}) TO {literal(writing)} ({options})")
    return TableBuild(spec.name, row_count(spec.name, settings), wanted, reused=False)


def leave_empty(connection: "DuckDBPyConnection", spec: TableSpec) -> Any:
    """A builder that leaves a table empty: for a room that is not there, and for tests."""
    nulls = ", ".join(f"CAST(NULL AS {column.type}) AS {identifier(name)}" for name, column in spec.columns.items())
    return connection.sql(f"SELECT {nulls} LIMIT 0").to_arrow_table()


def _relation(connection: "DuckDBPyConnection", spec: TableSpec, builders: Mapping[str, Builder]) -> str:
    """A FROM item with the rows of the table."""
    if spec.sql is not None:
        return f"({spec.sql}\n)"
    builder = builders.get(spec.name)
    if builder is None:
        raise TableError(f"{spec.name} is made by pipelines/{spec.table.made_by}, but no builder was given for it")
    connection.register("filled", builder(connection, spec))
    return "filled"


def _ordered(table: Table, source: str) -> str:
    columns = ", ".join(identifier(name) for name in table.columns)
    return f"SELECT {columns} FROM {source} ORDER BY {', '.join(identifier(name) for name in table.key)}"


def check_columns(connection: "DuckDBPyConnection", spec: TableSpec, source: str) -> None:
    """Raise TableError where the columns of a FROM item and the dictionary disagree, or it cannot be read."""
    nulls = ", ".join(f"CAST(NULL AS {column.type}) AS {identifier(name)}" for name, column in spec.columns.items())
    told = _types(connection, spec, f"SELECT {nulls}")
    found = _types(connection, spec, f"SELECT * FROM {source}")
    wrong = [f"tables.yml lacks {name} {found[name]}" for name in found.keys() - told.keys()]
    wrong += [f"the statement lacks {name}" for name in told.keys() - found.keys()]
    wrong += [
        f"{name} is {found[name]}, in tables.yml {told[name]}"
        for name in told.keys() & found.keys()
        if told[name] != found[name]
    ]
    if wrong:
        raise TableError(f"{spec.name}: {'; '.join(sorted(wrong))}")


def _types(connection: "DuckDBPyConnection", spec: TableSpec, query: str) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in _execute(connection, spec, f"DESCRIBE {query}").fetchall()}


def _execute(connection: "DuckDBPyConnection", spec: TableSpec, statement: str) -> "DuckDBPyConnection":
    import duckdb

    try:
        return connection.execute(statement)
    except duckdb.IOException:
        raise
    except duckdb.Error as error:
        where = f"sql/{spec.group}/{spec.path.name}" if spec.path else spec.name
        raise TableError(f"{where}: {error}") from error
