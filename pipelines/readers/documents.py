"""A prose file to a Document: which reader takes its text, and the door where refusals become Problems.

Each format has a module (plain, web, word, portable); a new one is a module and a line in FORMATS. Workbooks and
corpora of many documents have doors of their own (workbook.py, corpora.py).
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipelines.model import Document, Problem
from pipelines.readers.persons import refuse_persons
from pipelines.readers.plain import take_plain
from pipelines.readers.portable import take_portable
from pipelines.readers.refusals import DocumentRefusedError
from pipelines.readers.sections import cut_sections
from pipelines.readers.sidecar import Origin, read_origin
from pipelines.readers.taken import DocumentLimits, TakenText
from pipelines.readers.web import take_web
from pipelines.readers.word import take_word

Taker = Callable[[bytes, DocumentLimits], TakenText]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents: its name, how its files may end, how they begin, and what takes their text."""

    name: str
    suffixes: tuple[str, ...]
    beginnings: tuple[bytes, ...]
    take: Taker


FORMATS = (
    Format("pdf", (".pdf",), (b"%pdf-",), take_portable),
    Format("docx", (".docx",), (b"pk\x03\x04",), take_word),
    Format("html", (".html", ".htm", ".xhtml"), (b"<!doctype html", b"<html"), take_web),
    Format("text", (".txt", ".text", ".md"), (), take_plain),
)
SUFFIXES = frozenset(suffix for form in FORMATS for suffix in form.suffixes)
_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")  # old .doc, and Word files with a password


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What a file gave: the document (None where it is refused), what is told of it, and Problems."""

    document: Document | None
    sha256: str
    attributes: Mapping[str, str | None]
    problems: tuple[Problem, ...]


def read_document(path: Path, name: str, limits: DocumentLimits | None = None) -> DocumentReading:
    """Read a prose file; `name` is its business key.

    The sidecar's word wins over what the file says of itself. Raises OSError if the file cannot be opened.
    """
    limits = limits or DocumentLimits()
    if path.stat().st_size > limits.file_bytes:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        problem = Problem("document_too_large", name, "", f"more than {limits.file_bytes} bytes")
        return DocumentReading(None, sha256, {}, (problem,))
    content = path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    origin, problems = read_origin(path, name, sha256)
    try:
        form, misnamed = _format(path, content)
        taken = form.take(content, limits)
        if len(taken.text) > limits.characters:
            raise DocumentRefusedError("document_too_large", f"more than {limits.characters} characters")
    except DocumentRefusedError as refusal:
        return DocumentReading(None, sha256, origin.attributes(), (*problems, refusal.problem(name)))
    if misnamed:
        problems = (*problems, Problem("document_misnamed", name, "", f"read as {form.name}"))
    return read_taken(name, sha256, taken, origin, form.name, problems)


def read_taken(
    name: str, sha256: str, taken: TakenText, origin: Origin, kind: str, problems: tuple[Problem, ...] = ()
) -> DocumentReading:
    """The document of a text that was taken from a file or a row; `kind` is the name of its format.

    A text that lists persons is refused, and nothing is told of it but that.
    """
    try:
        refuse_persons(taken.text)
    except DocumentRefusedError as refusal:
        return DocumentReading(None, sha256, origin.attributes(), (refusal.problem(name),))
    document = _document(name, sha256, taken, origin)
    if taken.damaged:
        problems = (*problems, Problem("document_bytes_damaged", name, "", f"{taken.damaged} places"))
    return DocumentReading(document, sha256, _attributes(origin.attributes(), kind, taken, document), problems)


def _format(path: Path, content: bytes) -> tuple[Format, bool]:
    """The format of a file by what it holds, and whether its name says another."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise DocumentRefusedError("document_empty", "the file holds nothing")
    if content.startswith(_COMPOUND_FILE):
        raise DocumentRefusedError("document_old_or_protected", "an old Word file, or one with a password")
    suffix = path.suffix.lower()
    opening = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for form in FORMATS:
        if opening.startswith(form.beginnings) and form.beginnings:
            return form, suffix not in form.suffixes
    named = next(form for form in FORMATS if suffix in form.suffixes)
    if named.name in ("pdf", "docx"):
        raise DocumentRefusedError("document_damaged", f"named {suffix}, but does not begin as one")
    return named, False


def _document(name: str, sha256: str, taken: TakenText, origin: Origin) -> Document:
    sections, dateline = cut_sections(taken.text)
    return Document(
        path=name,
        text=taken.text,
        sha256=sha256,
        sections=sections,
        encoding=taken.encoding,
        language=origin.language or "vi",
        published=origin.published or dateline or taken.published,
    )


def _attributes(
    told: Mapping[str, str | None], kind: str, taken: TakenText, document: Document
) -> Mapping[str, str | None]:
    headline = next((part for part in document.sections if part.kind == "headline"), None)
    return {
        **told,
        "kind": kind,
        "encoding": document.encoding,
        "language": document.language,
        "title": told["title"] or taken.title or (document.text[headline.start : headline.end] if headline else None),
        "author": told["author"] or taken.author,
        "publisher": told["publisher"] or taken.publisher,
        "published": document.published.isoformat() if document.published else None,
    }
