"""Word files (.docx): paragraphs and the rows of tables in their order, one a line; no macro or link is followed."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipelines.readers.refusals import LIBRARY_FAULTS, DocumentRefusedError
from pipelines.readers.taken import DocumentLimits, TakenText

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table


def take_word(content: bytes, limits: DocumentLimits) -> TakenText:
    """The text of a Word file. Raises DocumentRefusedError where it is damaged, protected or too large."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(entry.file_size for entry in package.infolist()) > limits.unpacked_bytes:
                raise DocumentRefusedError("document_too_large", f"unpacks to more than {limits.unpacked_bytes} bytes")
        word = docx.Document(io.BytesIO(content))
        text = "\n".join(_lines(word))
    except (zipfile.BadZipFile, PackageNotFoundError, *LIBRARY_FAULTS) as error:
        raise DocumentRefusedError("document_damaged", f"not a whole Word file: {error}") from None
    if not text.strip():
        raise DocumentRefusedError("document_without_text", "the Word file holds no text; its pages may be pictures")
    properties = word.core_properties
    return TakenText(text, "docx", title=properties.title or None, author=properties.author or None)


def _lines(word: "WordDocument") -> Iterator[str]:
    from docx.table import Table

    for block in word.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield block.text


def _rows(table: "Table") -> Iterator[str]:
    """A row of a table as a line; a merged cell is told once."""
    for row in table.rows:
        cells = {id(cell._tc): " ".join(cell.text.split()) for cell in row.cells}
        yield " | ".join(text for text in cells.values() if text)
