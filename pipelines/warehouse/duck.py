"""Connections to DuckDB: in memory for building, read-only for readers. Nobody opens the published file to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def memory(spill: Path | None = None) -> Iterator["DuckDBPyConnection"]:
    """A database in memory, closed at the end; what does not fit goes to the folder `spill`."""
    import duckdb

    connection = duckdb.connect()
    try:
        connection.execute("SET TimeZone = 'UTC'")
        if spill is not None:
            spill.mkdir(parents=True, exist_ok=True)
            connection.execute(f"SET temp_directory = {literal(spill)}")
        yield connection
    finally:
        connection.close()


@contextmanager
def reading(path: Path) -> Iterator["DuckDBPyConnection"]:
    """A database file opened to read, closed at the end."""
    import duckdb

    connection = duckdb.connect(str(path), read_only=True)
    try:
        yield connection
    finally:
        connection.close()


def literal(value: object) -> str:
    """A text as an SQL literal."""
    return "'" + str(value).replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'
