"""What the reader of a format hands over: the text that it took from a file and what the file says of itself."""

from dataclasses import dataclass
from datetime import date

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class DocumentLimits:
    """The most that is read of one document; beyond it the file is refused with a Problem.

    A long report has some 300 pages and a million characters; an archive of a newspaper belongs into one file an
    article.
    """

    file_bytes: int = 64 * MEBIBYTE
    unpacked_bytes: int = 512 * MEBIBYTE
    characters: int = 32 * MEBIBYTE
    pages: int = 5_000


@dataclass(frozen=True, slots=True)
class TakenText:
    """The text of a document; all offsets are into it. `encoding` is that of the bytes, or of the format."""

    text: str
    encoding: str
    damaged: int = 0
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
