"""How a reader says that it will not read a file: an exception inside, a Problem at the door."""

import struct
import zlib

from pipelines.model import Problem

#: What libraries raise at a damaged file besides their own exceptions: they trust what the file says of itself.
LIBRARY_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError, RuntimeError,
    SyntaxError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


class DocumentRefusedError(Exception):
    """A file cannot be read as a document; `code` is one of problems.csv, `place` where in the file it shows."""

    def __init__(self, code: str, detail: str, place: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail, self.place = code, detail, place

    def problem(self, document: str) -> Problem:
        """The Problem that this refusal is."""
        return Problem(self.code, document, self.place, self.detail)
