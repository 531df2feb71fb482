"""The tables of the published warehouse as Parquet or CSV files with a Frictionless data package that describes them.

The same rows give the same bytes. What tables and columns mean is taken from the warehouse itself (meta_table,
meta_column). SDMX is in sdmx.py.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pipelines.warehouse.duck import identifier, literal
from pipelines.warehouse.querying import open_published

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PACKAGE = "datapackage.json"
#: Types of Table Schema for those of DuckDB; decimals with their digits in brackets are numbers, lists are arrays.
_TYPES = {
    "VARCHAR": "string",
    "BOOLEAN": "boolean",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DOUBLE": "number",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}
#: How DuckDB writes a moment to CSV.
_MOMENT = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class ColumnTold:
    """A column as meta_column tells it."""

    name: str
    type: str
    unit: str | None
    description: str
    references: str | None
    codes: str | None
    required: bool

    @property
    def is_nested(self) -> bool:
        """Whether a cell holds a list."""
        return self.type.endswith("]")


@dataclass(frozen=True, slots=True)
class TableTold:
    """A table as meta_table tells it, with its columns in order."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[ColumnTold, ...]


def export_tables(warehouse: Path, folder: Path, form: Literal["parquet", "csv"] = "parquet") -> list[Path]:
    """Write every table of the published warehouse to a file, its rows in the order of its key, and the data package.

    The files of the tables in the order of their names. Raises QueryError where nothing is published.
    """
    with open_published(warehouse, writes_files=True) as connection:
        folder.mkdir(parents=True, exist_ok=True)
        # One thread writes the same bytes for the same rows.
        connection.execute("SET threads = 1")
        tables = tables_told(connection)
        paths = [_write(connection, table, folder, form) for table in tables]
        package = data_package(tables, _build(connection), form)
    (folder / PACKAGE).write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return paths


def tables_told(connection: "DuckDBPyConnection") -> list[TableTold]:
    """The published tables by name."""
    tables = connection.execute(
        "SELECT table_name, grain, description, key_columns FROM meta_table WHERE is_published ORDER BY table_name"
    ).fetchall()
    columns: dict[str, list[ColumnTold]] = {}
    for table, *cells in connection.execute(
        "SELECT table_name, column_name, type, unit, description, references_table, code_list, required "
        "FROM meta_column ORDER BY table_name, position"
    ).fetchall():
        columns.setdefault(table, []).append(ColumnTold(*cells))
    return [
        TableTold(name, " ".join(filter(None, (grain, more))), tuple(key), tuple(columns[name]))
        for name, grain, more, key in tables
    ]


def data_package(tables: list[TableTold], build: str, form: str) -> dict[str, Any]:
    """The descriptor of a data package: https://datapackage.org/standard/data-package/ (profile of version 1)."""
    keys = {table.name: table.key for table in tables}
    return {
        "profile": "tabular-data-package" if form == "csv" else "data-package",
        "name": "solieu",
        "title": "Figures of poverty reduction in Viet Nam, each with its source and the verdict of its checks",
        "version": build,
        "resources": [_resource(table, keys, form) for table in tables],
    }


def _resource(table: TableTold, keys: dict[str, tuple[str, ...]], form: str) -> dict[str, Any]:
    foreign = [
        {
            "fields": [column.name],
            # A data package says "this table" by an empty name.
            "reference": {
                "resource": "" if column.references == table.name else column.references,
                "fields": list(keys[column.references]),
            },
        }
        for column in table.columns
        if column.references in keys
    ]
    return {
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "name": table.name,
        "description": table.description,
        "path": f"{table.name}.{form}",
        "format": form,
        "mediatype": "text/csv" if form == "csv" else "application/vnd.apache.parquet",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column, table.key) for column in table.columns],
            "primaryKey": list(table.key),
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _field(column: ColumnTold, key: tuple[str, ...]) -> dict[str, Any]:
    """A field of Table Schema; `unit` and `codeList` are properties of our own, which the standard allows."""
    told: dict[str, Any] = {
        "name": column.name,
        "type": "array" if column.is_nested else _TYPES.get(column.type, "number"),
        "description": column.description,
    }
    if column.type == "TIMESTAMP":
        told["format"] = _MOMENT
    if column.unit:
        told["unit"] = column.unit
    if column.codes:
        told["codeList"] = column.codes
    # CSV has no empty text beside null, so of texts only keys are promised.
    if column.required and (column.type != "VARCHAR" or column.name in key):
        told["constraints"] = {"required": True}
    return told


def _write(connection: "DuckDBPyConnection", table: TableTold, folder: Path, form: Literal["parquet", "csv"]) -> Path:
    path = folder / f"{table.name}.{form}"
    nested = [identifier(column.name) for column in table.columns if column.is_nested] if form == "csv" else []
    columns = f"* REPLACE ({', '.join(f'to_json({name}) AS {name}' for name in nested)})" if nested else "*"
    order = ", ".join(identifier(column) for column in table.key)
    options = "FORMAT parquet, COMPRESSION zstd" if form == "parquet" else "FORMAT csv, HEADER"
    rows = f"SELECT {columns} FROM {identifier(table.name)} ORDER BY {order}"
    connection.execute(f"COPY ({rows}) TO {literal(path)} ({options})")
    return path


def _build(connection: "DuckDBPyConnection") -> str:
    """The id of the published build."""
    row = connection.execute("SELECT build_id FROM build ORDER BY number DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""
