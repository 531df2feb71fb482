"""One file to all that it says: readers, then statements or tables, and their problems in one Extraction.

Pure: the same bytes, sidecar and vocabularies give the same Extraction. Loading and checking come later.
"""

from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from pipelines.model import Extraction, Problem
from pipelines.readers import documents, workbook
from pipelines.readers.sidecar import read_origin


def extract_file(path: Path, name: str) -> Extraction:
    """Read one file; `name` is its business key, its path under the project with forward slashes.

    What cannot be read is refused with Problems. Raises OSError if the file cannot be opened.
    """
    suffix = path.suffix.lower()
    if suffix in workbook.SUFFIXES:
        return _from_workbook(path, name)
    if suffix in documents.SUFFIXES:
        return _from_document(path, name)
    known = ", ".join(sorted(documents.SUFFIXES | workbook.SUFFIXES))
    detail = f"{suffix or 'no extension'} is not among {known}"
    return Extraction(name, _sha256(path), problems=(Problem("source_format_unknown", name, "", detail),))


def _from_document(path: Path, name: str) -> Extraction:
    from pipelines.statements.reading import read

    reading = documents.read_document(path, name)
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
    from pipelines.tables.layout_file import LayoutFileError, layout_file_for
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
