"""What the published file holds: its build record, its earlier builds, its rows. Opened read-only, always."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.warehouse.duck import identifier, literal, reading
from pipelines.warehouse.errors import NoWarehouseError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """A row of the table `build`, its fields in the order of the columns."""

    number: int
    build_id: str
    published_at: datetime
    documents: int
    refused: int
    observations: int
    relations_holding: int
    relations_broken: int
    relations_not_evaluated: int
    code_version: str
    solieu_version: str
    duckdb_version: str

    def row(self) -> tuple[object, ...]:
        """The fields in their order."""
        return astuple(self)


@dataclass(frozen=True, slots=True)
class Published:
    """The published file: its build, all builds up to it, and the number of rows of every table and view."""

    build: BuildRecord
    history: tuple[BuildRecord, ...]
    rows: Mapping[str, int]


def read_published(path: Path) -> Published | None:
    """What the published file holds; None where there is no file. Raises NoWarehouseError.

    A file that is no warehouse of this project is never taken for none: it would be overwritten.
    """
    import duckdb

    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        with reading(path) as connection:
            history = connection.execute("SELECT * FROM build ORDER BY number").fetchall()
            rows = _rows(connection)
        records = tuple(BuildRecord(*row) for row in history)
        return Published(records[-1], records, rows)
    except duckdb.CatalogException:
        raise NoWarehouseError(f"{path} is a database, but no warehouse of solieu: choose another file") from None
    except duckdb.Error as error:
        raise NoWarehouseError(f"{path} cannot be opened ({error}): close it, or move it away") from None


def verify(path: Path, rows: Mapping[str, int]) -> None:
    """Open a new file as a reader would, and raise where a table or view has not as many rows as were written."""
    with reading(path) as connection:
        found = _rows(connection)
    if found != dict(rows):
        wrong = sorted(name for name in rows.keys() | found.keys() if rows.get(name) != found.get(name))
        raise RuntimeError(f"{path} was not written whole: {', '.join(wrong)}")


def documents_lost(connection: "DuckDBPyConnection", path: Path, most: int) -> list[str]:
    """Some documents of the published file that the connection's own dim_document lacks."""
    connection.execute(f"ATTACH {literal(path)} AS published (READ_ONLY)")
    try:
        found = connection.execute(
            "SELECT document FROM published.dim_document ANTI JOIN dim_document USING (document) "
            f"ORDER BY document LIMIT {most}"
        ).fetchall()
    finally:
        connection.execute("DETACH published")
    return [str(row[0]) for row in found]


def _rows(connection: "DuckDBPyConnection") -> dict[str, int]:
    names = connection.execute(
        "SELECT table_name FROM duckdb_tables() "
        "UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1"
    ).fetchall()
    found = {}
    for (name,) in names:
        counted = connection.execute(f"SELECT count(*) FROM {identifier(name)}").fetchone()
        found[str(name)] = int(counted[0]) if counted else 0
    return found
