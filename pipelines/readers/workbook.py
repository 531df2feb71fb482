"""A spreadsheet file to a Workbook: what kind of file it really is, and the door where refusals become Problems.

The formats have a module each (workbook_xlsx, workbook_xls, workbook_ods, workbook_delimited). No number is read
here and no layout guessed; macros never run and links are never followed, since nothing here can do either.
"""

import hashlib
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from pipelines.model import Problem, Sheet, Workbook
from pipelines.orthography.legacy import decode_legacy, undo_legacy
from pipelines.readers.encodings import decode
from pipelines.readers.workbook_cells import CellGrid
from pipelines.readers.workbook_fonts import encoding_of_sheet, legacy_font
from pipelines.readers.workbook_formulas import with_fewer_formulas
from pipelines.readers.workbook_limits import WorkbookLimits, WorkbookRefusedError

#: What a name may end with to be taken for a spreadsheet; the content decides how it is read.
SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"})

_ZIP = b"PK\x03\x04"
_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLD_EXCEL = (b"\x09\x08", b"\x09\x04", b"\x09\x02")  # a bare BIFF stream, as some exports write it
_MARKUP = re.compile(r"\s*(?:<!|<(?:\?xml|html|head|meta|body|table|style|div|font)\b|mime-version:)", re.IGNORECASE)
_WORDS = re.compile(r"[\s;,|\"'()/:.\d]+")
_HEAD_BYTES = 1_024
_SAMPLE_CHARACTERS = 65_536
_SAMPLE_CELLS = 400  # texts that tell the encoding of a sheet


def read_workbook(
    path: Path, document: str, limits: WorkbookLimits | None = None
) -> tuple[Workbook | None, tuple[Problem, ...]]:
    """Read a spreadsheet file; `document` is its business key, by which its Problems are told.

    Returns no workbook and one Problem where the file is refused (damaged, protected, too large, hostile), and
    Problems beside the workbook where something of it was left out. Raises OSError if the file is not there.
    """
    limits = limits or WorkbookLimits()
    problems: list[Problem] = []
    try:
        if path.stat().st_size > limits.file_bytes:
            raise WorkbookRefusedError("workbook_too_large", f"more than {limits.file_bytes} bytes")
        content = path.read_bytes()
        read, suffixes = _kind(path, content)
        if path.suffix.lower() not in suffixes:
            told = f"named {path.suffix or 'without extension'}, read as {suffixes[0]}"
            problems.append(Problem("workbook_misnamed", document, "", told))
        sheets = read(path, content, limits)
    except WorkbookRefusedError as refusal:
        return None, (refusal.problem(document),)
    sheets = with_fewer_formulas(sheets, limits, document, problems)
    shortened = tuple(_in_unicode(_shortened(sheet, limits, document, problems)) for sheet in sheets)
    digest = hashlib.sha256(content).hexdigest()
    return Workbook(document, digest, shortened), tuple(problems)


_Reader = Callable[[Path, bytes, WorkbookLimits], tuple[Sheet, ...]]


def _kind(path: Path, content: bytes) -> tuple[_Reader, tuple[str, ...]]:
    """The reader for what the file holds, whatever it is called, and the extensions that would be right."""
    if content.startswith(_ZIP):
        names = content[-65_536:] if len(content) > 65_536 else content
        if b"content.xml" in names and b"xl/workbook.xml" not in names:
            return _read_ods, (".ods",)
        return _read_xlsx, (".xlsx", ".xlsm")
    if content.startswith((_COMPOUND_FILE, *_OLD_EXCEL)):
        return _read_xls, (".xls",)
    if not content.strip():
        raise WorkbookRefusedError("workbook_empty", "the file is empty")
    if _MARKUP.match(_head(content)):
        raise WorkbookRefusedError("workbook_is_markup", "a web page or XML under the name of a spreadsheet")
    return _read_text, (".csv", ".tsv")


def _head(content: bytes) -> str:
    """How a text begins, whatever mark of its encoding stands before it."""
    head = content[:_HEAD_BYTES]
    encoding = "utf-16" if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    return head.decode(encoding, errors="ignore")


def _read_xlsx(path: Path, content: bytes, limits: WorkbookLimits) -> tuple[Sheet, ...]:
    from pipelines.readers.workbook_xlsx import read_xlsx

    return read_xlsx(content, limits)


def _read_ods(path: Path, content: bytes, limits: WorkbookLimits) -> tuple[Sheet, ...]:
    from pipelines.readers.workbook_ods import read_ods

    return read_ods(content, limits)


def _read_xls(path: Path, content: bytes, limits: WorkbookLimits) -> tuple[Sheet, ...]:
    from pipelines.readers.workbook_xls import read_xls

    return read_xls(content, limits)


def _read_text(path: Path, content: bytes, limits: WorkbookLimits) -> tuple[Sheet, ...]:
    from pipelines.readers.workbook_delimited import read_delimited

    return read_delimited(path.stem, _decode(content), limits)


def _decode(content: bytes) -> str:
    decoded = decode(content)
    if decoded is None:
        raise WorkbookRefusedError("workbook_damaged", "neither a workbook nor a text")
    return _undone(content) or decoded.text if decoded.encoding == "cp1258" else decoded.text


def _undone(content: bytes) -> str | None:
    """The text where its words alone are in the encoding of an old font, which the figures between them hide."""
    text = content.decode("latin-1")
    words = " ".join(word for word in _WORDS.split(text[:_SAMPLE_CHARACTERS]) if not word.isascii())
    found = undo_legacy(words)
    return decode_legacy(text, found.encoding) if found is not None else None


def _in_unicode(sheet: Sheet) -> Sheet:
    """The sheet in Unicode where its texts are in a legacy encoding that no font tells."""
    grid = sheet.cells
    assert isinstance(grid, CellGrid)
    if any(legacy_font(style.font) for style in grid.style_table):
        return sheet
    sample = list(islice((value for row in grid.rows for value in row if isinstance(value, str)), _SAMPLE_CELLS))
    encoding = encoding_of_sheet(sample)
    if encoding is None:
        return sheet
    rows = [[decode_legacy(value, encoding) if isinstance(value, str) else value for value in row] for row in grid.rows]
    return replace(sheet, cells=replace(grid, rows=rows))


def _shortened(sheet: Sheet, limits: WorkbookLimits, document: str, problems: list[Problem]) -> Sheet:
    """The sheet with each text cut at the limit, and a Problem for the first that was."""
    grid = sheet.cells
    assert isinstance(grid, CellGrid)
    most = limits.cell_characters
    if not any(value.__class__ is str and len(value) > most for row in grid.rows for value in row):
        return sheet
    long = [
        (number, column)
        for number, row in enumerate(grid.rows, start=1)
        for column, value in enumerate(row, start=1)
        if value.__class__ is str and len(value) > most
    ]
    rows = list(grid.rows)
    for number, column in long:
        row = list(rows[number - 1])
        row[column - 1] = str(row[column - 1])[:most]
        rows[number - 1] = row
    detail = f"{len(long)} cell(s) cut at {most} characters"
    problems.append(Problem("cell_too_long", document, f"{sheet.name}!R{long[0][0]}C{long[0][1]}", detail))
    return replace(sheet, cells=replace(grid, rows=rows))
