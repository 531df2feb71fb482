"""Bytes to text: byte-order marks, UTF-8, UTF-16, and the legacy encodings of Vietnamese.

Text that is Unicode but was decoded wrongly before it came here is undone by orthography, with its offsets.
"""

import codecs
from dataclasses import dataclass

from pipelines.orthography import undo_legacy

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: A text in which more than this share of the characters is no text is binary.
_MOST_CONTROLS = 0.01
#: Some damaged bytes in UTF-8 are no reason to take it for something else.
_MOST_DAMAGE = 0.01
_SAMPLE = 65_536
_ZEROS = 0.3


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was in, and how many of its bytes could not be read."""

    text: str
    encoding: str
    damaged: int = 0


def decode(content: bytes) -> Decoded | None:
    """Return the text of a file, without a byte-order mark; None if it is no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _as_text(content[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _wide(content)
    if wide is not None:
        return _as_text(content.decode(wide, "replace"), wide)
    try:
        return _as_text(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _undecided(content)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark shows by the zeros in every other byte."""
    sample = content[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 2 < len(sample) * _ZEROS or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _undecided(content: bytes) -> Decoded | None:
    """What is not UTF-8: UTF-8 with a few damaged bytes, a legacy encoding, or the one that Windows used."""
    damaged = content.decode("utf-8", "replace")
    losses = damaged.count("\ufffd")
    if losses <= _MOST_DAMAGE * len(damaged):
        return _as_text(damaged, "utf-8", losses)
    legacy = undo_legacy(content.decode("latin-1"))
    if legacy is not None:
        return _as_text(legacy.text, legacy.encoding)
    return _as_text(content.decode("cp1258", "replace"), "cp1258")


def _as_text(text: str, encoding: str, damaged: int | None = None) -> Decoded | None:
    losses = text.count("\ufffd") if damaged is None else damaged
    sample = text[:_SAMPLE]
    controls = sum(letter < " " and letter not in "\t\n\v\f\r" for letter in sample)
    if controls > len(sample) * _MOST_CONTROLS or losses * 4 > len(text):
        return None
    return Decoded(text, encoding, losses)
