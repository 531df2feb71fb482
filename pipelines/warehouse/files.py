"""Files that are replaced whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; it takes its place at the end, unless an exception ends the block."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writing = path.with_name(f".writing-{path.name}")
    try:
        yield writing
        writing.replace(path)
    finally:
        writing.unlink(missing_ok=True)


def write_arrow(path: Path, table: Any) -> None:
    """Write an Arrow table as Parquet."""
    import pyarrow.parquet as pq

    with replaced(path) as writing:
        pq.write_table(table, writing, compression="zstd")


def synchronise(path: Path) -> None:
    """Make sure that a file, or the names in a folder, outlive a loss of power."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
