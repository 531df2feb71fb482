"""Questions to the published warehouse: read-only, without access to anything else. answers.py says how they look."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipelines.warehouse.answers import WIDTH, Answer, as_csv, as_json, as_table
from pipelines.warehouse.duck import reading
from pipelines.warehouse.errors import QueryError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: What to do about an error, by the kind that DuckDB tells first.
_NEXT = {
    "Catalog Error": "`FROM meta_table` lists the tables with their meaning",
    "Binder Error": "`FROM meta_column` lists the columns of every table with their meaning",
    "Parser Error": "sql/examples/ has statements to begin with",
}
Format = Literal["table", "csv", "json"]


@contextmanager
def open_published(warehouse: Path) -> Iterator["DuckDBPyConnection"]:
    """The published warehouse, opened to read, with no way to other files. Raises QueryError."""
    import duckdb

    if not warehouse.exists():
        raise QueryError(f"nothing is published yet at {warehouse}: run `solieu run` first")
    try:
        with reading(warehouse) as connection:
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            yield connection
    except duckdb.Error as error:
        raise QueryError(_line(error)) from error


def ask(warehouse: Path, sql: str) -> Answer:
    """The rows that one or several statements give, the last one's. Raises QueryError."""
    with open_published(warehouse) as connection:
        answer = connection.execute(sql)
        names = tuple(str(column[0]) for column in answer.description or ())
        return Answer(names, tuple(answer.fetchall()))


def query(warehouse: Path, sql: str, form: Format = "table", width: int = WIDTH, colour: bool = False) -> str:
    """The answer as text; a table is at most `width` characters wide. Raises QueryError."""
    answer = ask(warehouse, sql)
    if form == "json":
        return as_json(answer)
    return as_csv(answer) if form == "csv" else as_table(answer, width, colour)


def _line(error: Exception) -> str:
    """The first line of an error of DuckDB, which says what is wrong, with what to do; the rest shows where."""
    first = str(error).strip().splitlines()[0]
    kind = first.partition(":")[0]
    return f"{first.removesuffix('!').removesuffix('.')}; {_NEXT[kind]}" if kind in _NEXT else first
