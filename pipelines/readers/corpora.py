"""Corpora: .jsonl and .parquet files with a row a document, columns id and text and, where known, of their origin.

Each row becomes a document of its own, `corpus#id`, with offsets into its text. Rows are read one after the other, so
that a corpus may be larger than memory. A row that cannot be read is a Problem of the corpus; the others go on.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from pipelines.model import Problem
from pipelines.readers.documents import DocumentReading, read_taken
from pipelines.readers.refusals import DocumentRefusedError
from pipelines.readers.sidecar import Origin
from pipelines.readers.taken import DocumentLimits, TakenText

SUFFIXES = frozenset({".jsonl", ".ndjson", ".parquet"})
#: Columns of a row that tell its origin, as the sidecar of a file does; other columns are left alone.
ORIGIN_COLUMNS = ("title", "publisher", "author", "url", "published", "licence", "language")
_COLUMNS = ("id", "text", *ORIGIN_COLUMNS)
_PARQUET_ROWS = 64  # read at a time
_LONGEST_ID = 200
#: Four bytes a character at most, and something for the other columns.
_BYTES_A_CHARACTER = 5


@dataclass(frozen=True, slots=True)
class CorpusRow:
    """One row: its number (of .jsonl the line), the name of its document, its text, its origin as told."""

    number: int
    document: str
    text: str
    told: Mapping[str, Any]


def read_rows(path: Path, name: str, limits: DocumentLimits | None = None) -> Iterator[CorpusRow | Problem]:
    """The rows of a corpus in order; a Problem for each that is none or bears an id told before.

    `name` is the business key of the corpus. Raises OSError, and DocumentRefusedError where the file cannot be read on.
    """
    limits = limits or DocumentLimits()
    rows = _parquet_rows(path) if path.suffix.lower() == ".parquet" else _json_rows(path, limits)
    seen: set[bytes] = set()  # hashes, so that the ids of a large corpus take little memory
    for number, row in rows:
        place = f"row {number}"
        fault = row if isinstance(row, str) else _fault(row)
        if fault or isinstance(row, str):
            yield Problem("corpus_row_invalid", name, place, fault)
            continue
        identifier = str(row["id"])
        key = blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        if key in seen:
            yield Problem("corpus_id_repeated", name, place, f"id {identifier}")
            continue
        seen.add(key)
        told = {column: row[column] for column in ORIGIN_COLUMNS if row.get(column) not in (None, "")}
        yield CorpusRow(number, f"{name}#{identifier}", row["text"], told)


def read_row(row: CorpusRow, origin: Origin, limits: DocumentLimits | None = None) -> DocumentReading:
    """The document of a row; `origin` is that of the corpus, and serves where the row tells nothing itself."""
    own, problems = _origin(row, origin)
    version = sha256(row.text.encode("utf-8", "surrogatepass")).hexdigest()
    try:
        if len(row.text) > (limits or DocumentLimits()).characters:
            raise DocumentRefusedError("document_too_large", f"{len(row.text)} characters")
        if not row.text.strip():
            raise DocumentRefusedError("document_empty", "the text of the row is empty")
    except DocumentRefusedError as refusal:
        return DocumentReading(None, version, own.attributes(), (*problems, refusal.problem(row.document)))
    reading = read_taken(row.document, version, TakenText(row.text, "utf-8"), own, "corpus row", problems)
    if reading.document is None:  # it lists persons: what the row tells of itself may name them
        return replace(reading, attributes=origin.attributes())
    return reading


def _fault(row: Mapping[str, Any]) -> str:
    """What keeps a row from being a document; empty where nothing does."""
    identifier, text = row.get("id"), row.get("text")
    if identifier is None or isinstance(identifier, bool) or not isinstance(identifier, str | int):
        return "no id; give each row a text or a whole number as its id"
    told = str(identifier)
    if not told.strip() or len(told) > _LONGEST_ID or not told.isprintable():
        return f"the id is empty, longer than {_LONGEST_ID} characters or holds signs that cannot be printed"
    return "" if isinstance(text, str) else "no text"


def _origin(row: CorpusRow, corpus: Origin) -> tuple[Origin, tuple[Problem, ...]]:
    """The origin of a row; what is told in a wrong form is left out, with a Problem."""
    told: dict[str, Any] = {}
    problems = []
    for column, value in row.told.items():
        fitting = _day(value) if column == "published" else value if isinstance(value, str) else None
        if fitting is None:
            shown = str(value)[:80]
            problems.append(Problem("origin_invalid", row.document, f"row {row.number}", f"{column}: {shown}"))
        else:
            told[column] = fitting
    return replace(corpus, sha256=None, **told), tuple(problems)


def _day(value: object) -> date | None:
    """A day from a date, a time or an ISO text, whose time of day is left out."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _json_rows(path: Path, limits: DocumentLimits) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    """The lines of a .jsonl file by their numbers: an object, or what is wrong with the line."""
    most = limits.characters * _BYTES_A_CHARACTER
    with path.open("rb") as file:
        number = 0
        while line := file.readline(most):
            number += 1
            if len(line) == most and not line.endswith(b"\n"):
                _skip_line(file)
                yield number, f"the line is longer than {most} bytes"
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield number, _json_row(line)


def _skip_line(file: Any) -> None:
    while (rest := file.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def _json_row(line: bytes) -> Mapping[str, Any] | str:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return f"byte {error.start} of the line is not UTF-8"
    except json.JSONDecodeError as error:
        return f"not JSON: {error.msg} at character {error.colno}"
    except (RecursionError, ValueError):
        return "not JSON that can be read: nested too deeply, or a number too long"
    return row if isinstance(row, dict) else "not an object with id and text"


def _parquet_rows(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of a Parquet file, some at a time. Raises DocumentRefusedError."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not os.access(path, os.R_OK) or path.is_dir():
        path.open("rb").close()  # raises the OSError that says why
    try:
        with pq.ParquetFile(path, pre_buffer=False) as file:
            columns = [column for column in _COLUMNS if column in file.schema_arrow.names]
            if not {"id", "text"} <= set(columns):
                shown = ", ".join(file.schema_arrow.names[:12]) or "none"
                raise DocumentRefusedError("corpus_columns_missing", f"its columns are {shown}")
            number = 0
            for batch in file.iter_batches(batch_size=_PARQUET_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except (pa.ArrowException, OSError, UnicodeDecodeError, OverflowError) as error:
        told = " ".join(str(error).split())[:200]
        raise DocumentRefusedError("corpus_damaged", told) from None
