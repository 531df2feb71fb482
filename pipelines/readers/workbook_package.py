"""A look into a zipped workbook (.xlsx, .xlsm, .ods) before a library opens it: is it safe, what matters in it.

Everything is streamed, so that a zip bomb is stopped by the bytes that really come out and not by what its directory
claims. What is found decides how a sheet is read: with the fast library, or with the one that knows fonts, number
formats and formulas.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipelines.readers.workbook_limits import MEBIBYTE, WorkbookLimits, WorkbookRefusedError

_OVERLAP = 512  # an XML tag that matters here is shorter, so none is cut between two chunks

_FORMULA = re.compile(rb"<f[ >/]")
_HIDDEN_ROW = re.compile(rb'<row\b[^>]*\bhidden="(?:1|true)"[^>]*>')
_HIDDEN_COLUMN = re.compile(rb'<col\b[^>]*\bhidden="(?:1|true)"[^>]*>')
_NUMBER = {name: re.compile(rb"\b%s=\"(\d+)\"" % name) for name in (b"r", b"min", b"max")}
# rows and cells that hold nothing (<row …/>, <c …/>) reach far in many files, where a whole row was coloured
_HIGH_ROW = re.compile(rb'<row\b[^>]*?\br="(\d{6,8})"[^>]*(?<!/)>')
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d{1,8})"')
_FAR_CELL = re.compile(rb'<c r="([A-Z]{2,3})\d+"[^>]*(?<!/)>')
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PREFIXED = re.compile(rb"<[A-Za-z]\w*:(?:worksheet|sheetData)\b")


@dataclass(frozen=True, slots=True)
class SheetTraits:
    """What a sheet's XML says about how it must be read."""

    last_row: int = 0
    last_column: int = 0
    cells: int = 0
    formulas: bool = False
    prefixed: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Found:
    """What has been seen of a sheet so far, while it streams by."""

    last_row: int = 0
    last_column: int = 0
    cells: int = 0
    formulas: bool = False
    prefixed: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class Package:
    """An open zip file whose entries are read within limits; a context manager."""

    def __init__(self, content: bytes, limits: WorkbookLimits) -> None:
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise WorkbookRefusedError("workbook_damaged", f"the file is no whole zip archive ({error})") from None
        entries = self._zip.infolist()
        self.names = frozenset(entry.filename for entry in entries)
        if any(entry.flag_bits & 1 for entry in entries):
            raise WorkbookRefusedError("workbook_protected", "the archive is encrypted")
        if len(entries) > 65_535 or len(self.names) != len(entries):
            raise WorkbookRefusedError("workbook_hostile", "the archive lists entries twice or far too many")

    def __enter__(self) -> "Package":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of an XML entry, unpacked piece by piece.

        Refuses what unpacks to more than the limits allow, and any document type declaration: no workbook program
        writes one, and entities (one inside the other, or of other files) hide in it.
        """
        limits = self._limits
        packed = max(self._zip.getinfo(name).compress_size, 1)
        unpacked, tail = 0, b""
        try:
            with self._zip.open(name) as stream:
                while piece := stream.read(MEBIBYTE):
                    unpacked += len(piece)
                    self._unpacked += len(piece)
                    too_dense = unpacked > 16 * MEBIBYTE and unpacked > limits.unpacked_ratio * packed
                    if self._unpacked > limits.unpacked_bytes or too_dense:
                        raise WorkbookRefusedError("workbook_too_large", f"{name} unpacks beyond the limit")
                    if _DECLARATION.search(tail + piece):
                        raise WorkbookRefusedError("workbook_hostile", f"{name} declares a document type or entities")
                    if b"\0" in piece:  # UTF-16, which no workbook program writes, would hide a declaration
                        raise WorkbookRefusedError("workbook_hostile", f"{name} is not in UTF-8")
                    yield piece
                    tail = piece[-16:]
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise WorkbookRefusedError("workbook_damaged", f"{name} cannot be unpacked ({error})") from None

    def chunks(self, name: str) -> Iterator[bytes]:
        """The pieces of an entry, each with the end of the last before it, so that no tag is cut in two."""
        tail = b""
        for piece in self.pieces(name):
            yield tail + piece
            tail = piece[-_OVERLAP:]

    def whole(self, name: str) -> bytes:
        """An entry's bytes; empty where there is none. Refuses one too large to be held."""
        pieces: list[bytes] = []
        for piece in self.pieces(name) if name in self.names else ():
            pieces.append(piece)
            if sum(map(len, pieces)) > self._limits.part_bytes:
                raise WorkbookRefusedError("workbook_too_large", f"{name} unpacks beyond the limit of a part")
        return b"".join(pieces)

    def check(self, name: str) -> None:
        """Stream an entry to its end, for its size and its declarations only."""
        for _ in self.pieces(name):
            pass

    def sheet_traits(self, name: str) -> SheetTraits:
        """Stream a sheet of .xlsx and tell what matters in it; about 0.1 s for 100,000 rows of eight columns."""
        found = _Found()
        for number, chunk in enumerate(self.chunks(name)):
            # of the repeated tail all that is kept is a set or a maximum
            found.prefixed = found.prefixed or (number == 0 and _PREFIXED.search(chunk) is not None)
            found.cells += chunk.count(b"<c ") + chunk.count(b"<c>")  # some twice, for the tail; none need an address
            found.formulas = found.formulas or _FORMULA.search(chunk) is not None
            if b'hidden="' in chunk:
                _hidden(chunk, found)
            last = _ROW.match(chunk, max(chunk.rfind(b"<row "), 0))  # rows are sorted but in hostile files
            if last is not None:
                found.last_row = max(found.last_row, int(last[1]))
            for match in _HIGH_ROW.finditer(chunk):
                found.last_row = max(found.last_row, int(match[1]))
            far = max((match[1] for match in _FAR_CELL.finditer(chunk)), key=_column_number, default=b"A")
            found.last_column = max(found.last_column, _column_number(far))
        return SheetTraits(
            found.last_row, found.last_column, found.cells, found.formulas, found.prefixed,
            frozenset(found.hidden_rows), frozenset(found.hidden_columns),
        )  # fmt: skip


def _hidden(chunk: bytes, found: _Found) -> None:
    for match in _HIDDEN_ROW.finditer(chunk):
        if row := _NUMBER[b"r"].search(match[0]):
            found.hidden_rows.add(int(row[1]))
    for match in _HIDDEN_COLUMN.finditer(chunk):
        first, last = _NUMBER[b"min"].search(match[0]), _NUMBER[b"max"].search(match[0])
        if first and last:
            found.hidden_columns.update(range(int(first[1]), min(int(last[1]), 16_384) + 1))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
