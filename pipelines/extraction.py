"""One file to all that it says: readers, then statements or tables, and their problems in one Extraction.

A corpus holds many documents and gives an Extraction of each. Pure: the same bytes, sidecar and vocabularies give the
same Extraction. Loading and checking come later.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import file_digest
from pathlib import Path

from pipelines.model import Extraction, Problem
from pipelines.readers import corpora, documents, workbook
from pipelines.readers.refusals import DocumentRefusedError
from pipelines.readers.sidecar import Origin, read_origin

#: The kind of a file whose rows are documents.
CORPUS = "corpus"
#: Of a corpus whose rows cannot be read so many are told.
_MOST_PROBLEMS = 1_000


@dataclass(frozen=True, slots=True)
class Pending:
    """A document that is still to be read: its name, and the call that reads it."""

    document: str
    read: Callable[[], Extraction]


def is_corpus(path: Path) -> bool:
    """Whether a file holds many documents, by its name."""
    return path.suffix.lower() in corpora.SUFFIXES


def documents_in(path: Path, name: str) -> Iterator[Pending]:
    """The documents of a file, each to be read when its turn comes: one, or those of a corpus and then itself.

    The corpus itself has no text; it carries the Problems of rows that are no documents, or of there being none.
    Raises OSError if the file cannot be opened.
    """
    if not is_corpus(path):
        yield Pending(name, partial(extract_file, path, name))
        return
    sha256 = _sha256(path)
    origin, problems = read_origin(path, name, sha256)
    told = list(problems)
    left_out = read = 0
    try:
        for row in corpora.read_rows(path, name):
            if isinstance(row, corpora.CorpusRow):
                read += 1
                yield Pending(row.document, partial(_from_row, row, origin))
            elif len(told) < _MOST_PROBLEMS:
                told.append(row)
            else:
                left_out += 1
    except DocumentRefusedError as refusal:
        told.append(refusal.problem(name))
    if not read and told == list(problems):
        told.append(Problem("document_empty", name, "", "the corpus has no rows"))
    if left_out:
        told.append(Problem("corpus_problems_left_out", name, "", f"{left_out} more rows"))
    # a corpus that gave no document is refused, as any file is of which nothing could be read
    attributes = {**origin.attributes(), "kind": CORPUS if read else None, "language": origin.language or "vi"}
    whole = Extraction(name, sha256, problems=tuple(told), attributes=attributes)
    yield Pending(name, lambda: whole)


def extract_file(path: Path, name: str) -> Extraction:
    """Read one file of one document; `name` is its business key, its path under the project with forward slashes.

    What cannot be read is refused with Problems. Corpora are read by documents_in. Raises OSError if the file cannot be
    opened.
    """
    suffix = path.suffix.lower()
    if suffix in workbook.SUFFIXES:
        return _from_workbook(path, name)
    if suffix in documents.SUFFIXES:
        return _from_document(path, name)
    known = ", ".join(sorted(documents.SUFFIXES | workbook.SUFFIXES | corpora.SUFFIXES))
    detail = f"{suffix or 'no extension'} is not among {known}"
    return Extraction(name, _sha256(path), problems=(Problem("source_format_unknown", name, "", detail),))


def _from_document(path: Path, name: str) -> Extraction:
    return _from_reading(name, documents.read_document(path, name))


def _from_row(row: corpora.CorpusRow, origin: Origin) -> Extraction:
    return _from_reading(row.document, corpora.read_row(row, origin))


def _from_reading(name: str, reading: documents.DocumentReading) -> Extraction:
    from pipelines.statements.reading import read

    extraction = Extraction(name, reading.sha256, problems=reading.problems, attributes=reading.attributes)
    if reading.document is None:
        return extraction
    observations, relations, problems = read(reading.document)
    return replace(
        extraction,
        text=reading.document.text,
        sections=reading.document.sections,
        observations=observations,
        relations=relations,
        problems=(*reading.problems, *problems),
    )


def _from_workbook(path: Path, name: str) -> Extraction:
    from pipelines.tables.layouts.layout_file import LayoutFileError, layout_file_for
    from pipelines.tables.personal import PERSONAL
    from pipelines.tables.workbook import read_tables

    book, problems = workbook.read_workbook(path, name)
    if book is None:
        return Extraction(name, _sha256(path), problems=problems)
    origin, origin_problems = read_origin(path, name, book.sha256)
    problems = (*problems, *origin_problems)
    attributes = {**origin.attributes(), "kind": "workbook", "language": origin.language or "vi"}
    try:
        layout = layout_file_for(path)
    except LayoutFileError as error:
        layout = None
        problems = (*problems, Problem("layout_invalid", name, error.file.name, str(error)))
    read = read_tables(book, layout)
    if any(problem.code == PERSONAL for problem in read.problems):
        problems = ()  # they name sheets and cells, and a sheet may be called after a person
    return Extraction(
        name,
        book.sha256,
        observations=read.observations,
        relations=read.relations,
        problems=(*problems, *read.problems),
        attributes=attributes,
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
