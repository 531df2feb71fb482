"""Questions to the published warehouse, and its tables as files. Read-only, without access to anything else."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pipelines.warehouse.duck import identifier, literal, reading
from pipelines.warehouse.errors import QueryError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

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


def query(warehouse: Path, sql: str, form: Format = "table") -> str:
    """The answer to one or several statements, the last one's rows, as text. Raises QueryError.

    Decimals are printed without trailing zeros; in JSON they are numbers, whole ones exact.
    """
    with open_published(warehouse) as connection:
        answer = connection.execute(sql)
        names = [str(column[0]) for column in answer.description or ()]
        rows = answer.fetchall()
    if form == "json":
        shown = [{name: _json(cell) for name, cell in zip(names, row, strict=True)} for row in rows]
        return json.dumps(shown, ensure_ascii=False, indent=1)
    texts = [[_text(cell) for cell in row] for row in rows]
    if form == "csv":
        buffer = StringIO()
        csv.writer(buffer, lineterminator="\n").writerows([names, *texts])
        return buffer.getvalue().rstrip("\n")
    return _table(names, rows, texts)


def export(warehouse: Path, folder: Path, form: Literal["parquet", "csv"] = "parquet") -> list[Path]:
    """Write every table of the published warehouse to a file, its rows in the order of its key."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    with reading(warehouse) as connection:
        # One thread writes the same bytes for the same rows.
        connection.execute("SET threads = 1")
        keys = connection.execute(
            "SELECT table_name, key_columns FROM meta_table WHERE is_published ORDER BY 1"
        ).fetchall()
        for table, key in keys:
            path = folder / f"{table}.{form}"
            order = ", ".join(identifier(column) for column in key)
            options = "FORMAT parquet, COMPRESSION zstd" if form == "parquet" else "FORMAT csv, HEADER"
            rows = f"SELECT * FROM {identifier(table)} ORDER BY {order}"
            connection.execute(f"COPY ({rows}) TO {literal(path)} ({options})")
            paths.append(path)
    return paths


def _line(error: Exception) -> str:
    """The first line of an error of DuckDB, which says what is wrong; the rest shows where."""
    return str(error).strip().splitlines()[0]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return _plain(cell)
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, (list, dict, tuple)):
        return json.dumps(_json(cell), ensure_ascii=False)
    return str(cell)


def _json(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    if isinstance(cell, dict):
        return {str(name): _json(value) for name, value in cell.items()}
    if isinstance(cell, (list, tuple)):
        return [_json(value) for value in cell]
    return cell if isinstance(cell, (str, int, float, bool, type(None))) else str(cell)


def _plain(figure: Decimal) -> str:
    """A decimal without trailing zeros and never with an exponent."""
    text = f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _table(names: list[str], rows: list[Any], texts: list[list[str]]) -> str:
    """Columns in line, numbers to the right; then the number of rows."""
    shown = [[" ".join(cell.split()) for cell in row] for row in texts]
    widths = [max([len(name), *(len(row[at]) for row in shown)]) for at, name in enumerate(names)]
    numeric = [all(isinstance(row[at], (int, float, Decimal, type(None))) for row in rows) for at in range(len(names))]

    def line(cells: list[str]) -> str:
        pairs = zip(cells, widths, numeric, strict=True)
        return "  ".join(cell.rjust(width) if right else cell.ljust(width) for cell, width, right in pairs).rstrip()

    rule = "  ".join("-" * width for width in widths)
    count = f"({len(rows)} row{'' if len(rows) == 1 else 's'})"
    return "\n".join([line(names), rule, *(line(row) for row in shown), count])
