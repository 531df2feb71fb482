"""Questions to the published warehouse: read-only, without access to anything else. answers.py says how they look."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from textwrap import shorten
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
    "IO Error": "make room, or name a folder that you may write to",
}
#: So much of a text without a statement is shown.
_SHOWN_CHARACTERS = 60
Format = Literal["table", "csv", "json"]


@contextmanager
def open_published(warehouse: Path, writes_files: bool = False) -> Iterator["DuckDBPyConnection"]:
    """The published warehouse, opened to read, with no way to other files unless it `writes_files`.

    Raises QueryError, also for what DuckDB refuses inside the block.
    """
    import duckdb

    if not warehouse.exists():
        raise QueryError(f"nothing is published yet at {warehouse}: run `solieu run` first")
    with ExitStack() as held:
        try:
            connection = held.enter_context(reading(warehouse))
        except duckdb.Error as error:
            remedy = "close the program that writes to it; move away what is no warehouse, and run `solieu run`"
            raise QueryError(f"{warehouse} cannot be opened ({_first_line(error)}); {remedy}") from error
        try:
            if not connection.execute("FROM duckdb_tables() WHERE table_name = 'meta_table'").fetchone():
                raise QueryError(f"{warehouse} is a database, but no warehouse of solieu; name another file")
            if not writes_files:
                connection.execute("SET enable_external_access = false")
                connection.execute("SET lock_configuration = true")
            yield connection
        except duckdb.Error as error:
            raise QueryError(_line(error)) from error


def ask(warehouse: Path, sql: str) -> Answer:
    """The rows that one or several statements give, the last one's. Raises QueryError."""
    with open_published(warehouse) as connection:
        if not connection.extract_statements(sql):
            told = shorten(sql, _SHOWN_CHARACTERS, placeholder=" …")
            raise QueryError(f"no statement in “{told}”; {_NEXT['Parser Error']}")
        answer = connection.execute(sql)
        names = tuple(str(column[0]) for column in answer.description or ())
        return Answer(names, tuple(answer.fetchall()))


def query(warehouse: Path, sql: str, form: Format = "table", width: int = WIDTH, colour: bool = False) -> str:
    """The answer as text; a table is at most `width` characters wide. Raises QueryError."""
    answer = ask(warehouse, sql)
    if form == "json":
        doubled = sorted({name for name in answer.names if answer.names.count(name) > 1})
        if doubled:
            raise QueryError(f"several columns are named {', '.join(doubled)}; name each apart with AS for JSON")
        return as_json(answer)
    return as_csv(answer) if form == "csv" else as_table(answer, width, colour)


def _line(error: Exception) -> str:
    """The first line of an error of DuckDB, which says what is wrong, with what to do; the rest shows where."""
    first = _first_line(error)
    kind = first.partition(":")[0]
    return f"{first}; {_NEXT[kind]}" if kind in _NEXT else first


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0].removesuffix("!").removesuffix(".")
