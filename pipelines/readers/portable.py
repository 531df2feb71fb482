"""PDF files with a text layer: the text of the pages, lines that a page cut put together again.

A page without text is a picture: it is not read (no recognition of letters here), and a file of such pages refused.
"""

import io
import re
from collections.abc import Iterator

from pipelines.readers.refusals import LIBRARY_FAULTS, DocumentRefusedError
from pipelines.readers.taken import DocumentLimits, TakenText

_ENDS = re.compile(r"[.!?…:;][\"”’)\]]*\s*$")
_OPENS = re.compile(r"\s*(?:[-+•*–]\s|\d{1,2}[.)]\s|[a-zđ][.)]\s|[IVX]+\.\s)")
#: A line is full, and so may go on in the next, if it has this share of the length of long lines.
_FULL = 0.75
_LONG_LINES = 0.9


def take_portable(content: bytes, limits: DocumentLimits) -> TakenText:
    """The text of a PDF file. Raises DocumentRefusedError where it is damaged, protected or without text."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentRefusedError("document_protected", "the PDF asks for a password")
        if len(reader.pages) > limits.pages:
            raise DocumentRefusedError("document_too_large", f"more than {limits.pages} pages")
        pages = [page.extract_text() for page in reader.pages]
        described = reader.metadata
    except (PyPdfError, *LIBRARY_FAULTS) as error:
        raise DocumentRefusedError("document_damaged", f"not a whole PDF: {error}") from None
    text = "\n".join(page for page in pages if page.strip())
    if not text.strip():
        raise DocumentRefusedError("document_without_text", "the pages are pictures")
    title, author = (described.title, described.author) if described else (None, None)
    return TakenText("".join(_joined(text)), "pdf", title=title or None, author=author or None)


def _joined(text: str) -> Iterator[str]:
    """The lines of pages, those of one paragraph joined by a space."""
    lines = text.splitlines()
    lengths = sorted(len(line) for line in lines if line.strip())
    full = lengths[int((len(lengths) - 1) * _LONG_LINES)] * _FULL if lengths else 0
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        yield line.rstrip()
        goes_on = len(line) >= full and not _ENDS.search(line) and following.strip() and not _OPENS.match(following)
        yield " " if goes_on else "\n"
