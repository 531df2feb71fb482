"""Plain text files: the text is the file's, decoded. Other formats have a module each."""

from pipelines.readers.encodings import decode
from pipelines.readers.refusals import DocumentRefusedError
from pipelines.readers.taken import DocumentLimits, TakenText


def take_plain(content: bytes, limits: DocumentLimits) -> TakenText:
    """The text of a file, without a byte-order mark. Raises DocumentRefusedError where it is no text."""
    decoded = decode(content)
    if decoded is None:
        raise DocumentRefusedError("document_binary", "the bytes are no text in any known encoding")
    return TakenText(decoded.text, decoded.encoding, decoded.damaged)
