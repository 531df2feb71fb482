"""What every file under raw/ was when it was hashed last, so that an unchanged one is not read to be known.

Size and time of change are trusted between full scans only: a file may be rewritten with both kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pipelines.warehouse.files import write_arrow

_FILE = "files.parquet"
_FULL_SCAN = b"full_scan"


@dataclass(frozen=True, slots=True)
class FileMemo:
    """What a file was when it was hashed last."""

    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Memo:
    """The files by their document names, and the day of the last full scan."""

    files: Mapping[str, FileMemo] = field(default_factory=dict)
    full_scan: date | None = None

    def is_due(self, today: date, days: int) -> bool:
        """Whether so many days went by since the last full scan, or none was ever made."""
        return self.full_scan is None or (today - self.full_scan).days >= days


def read_memo(shards: Path) -> Memo:
    """The memo of the last inventory; an empty one where there is none."""
    import pyarrow.parquet as pq

    path = shards / _FILE
    if not path.exists():
        return Memo()
    table = pq.read_table(path)
    told = (table.schema.metadata or {}).get(_FULL_SCAN)
    files = {row["document"]: FileMemo(row["size"], row["mtime_ns"], row["sha256"]) for row in table.to_pylist()}
    return Memo(files, date.fromisoformat(told.decode()) if told else None)


def write_memo(shards: Path, memo: Memo) -> None:
    """Keep a memo for the next run."""
    import pyarrow as pa

    names = sorted(memo.files)
    columns = {
        "document": pa.array(names, pa.string()),
        "size": pa.array([memo.files[name].size for name in names], pa.int64()),
        "mtime_ns": pa.array([memo.files[name].mtime_ns for name in names], pa.int64()),
        "sha256": pa.array([memo.files[name].sha256 for name in names], pa.string()),
    }
    told = {_FULL_SCAN: memo.full_scan.isoformat()} if memo.full_scan else {}
    write_arrow(shards / _FILE, pa.table(columns).replace_schema_metadata(told))
