"""The tables of the published warehouse as files: Parquet or CSV, the same bytes for the same rows."""

from pathlib import Path
from typing import Literal

from pipelines.warehouse.duck import identifier, literal, reading


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
