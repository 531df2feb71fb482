"""A few rows of a table as Markdown, for the page of its asset: no huge cells, no column without anything in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.orchestration.links import address

Row = Mapping[str, Any]

_CELL_CHARACTERS = 60
_COLUMNS = 14
#: A key that is a hash, or that and a rank: it tells a person nothing.
_HASH = re.compile(r"[0-9a-f]{20}(-\d+)?")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "`": "&#96;", "*": "&#42;",
                           "_": "&#95;", "[": "&#91;", "]": "&#93;", "\\": "&#92;"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to an evidence page."""

    text: str
    page: str

    def __str__(self) -> str:
        """The link as Markdown."""
        return f"[{escaped(self.text)}]({address(self.page)})"


def first_rows(path: Path, count: int) -> list[Row]:
    """The first rows of a Parquet file."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        batch = next(file.iter_batches(batch_size=count), None)
        return [] if batch is None else batch.to_pylist()


def markdown_table(rows: Sequence[Row]) -> str:
    """Rows as a Markdown table of the columns that tell something; how many it leaves out is said below.

    Those without anything in these rows, and keys that are hashes, are left out.
    """
    if not rows:
        return "*no rows*"
    filled = [name for name in rows[0] if any(row[name] not in (None, "", []) for row in rows)]
    legible = [name for name in filled if not all(_is_hash(row[name]) for row in rows)]
    shown = (legible or filled)[:_COLUMNS]
    lines = [_line([escaped(name) for name in shown]), _line(["---"] * len(shown))]
    lines += [_line([_cell(row[name]) for name in shown]) for row in rows]
    told = []
    if len(filled) > len(shown):
        told.append(f"{len(filled) - len(shown)} more columns")
    empty = len(rows[0]) - len(filled)
    if empty:
        told.append(f"{empty} columns empty in these rows")
    return "\n".join(lines) + (f"\n\n*{', '.join(told)}*" if told else "")


def escaped(text: str) -> str:
    """A text from a source as Markdown that shows it as it is, in one line."""
    return " ".join(text.split()).translate(_ENTITIES)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _is_hash(value: Any) -> bool:
    return value is None or (isinstance(value, str) and _HASH.fullmatch(value) is not None)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Link):
        return str(value)
    if isinstance(value, Decimal):
        plain = f"{value:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    text = " ".join(str(value)[: 4 * _CELL_CHARACTERS].split())
    return escaped(text if len(text) <= _CELL_CHARACTERS else f"{text[: _CELL_CHARACTERS - 1]}…")
