"""Fonts that carry an encoding: what a cell shows under .VnTime or VNI-Times, capitals included.

Which fonts those are is legacy_fonts.csv; how their letters are written is known to pipelines.orthography.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from typing import Literal

from pipelines.orthography.legacy import decode_legacy, undo_legacy
from pipelines.vocabulary import read_table

_SAMPLE = 20_000  # characters that tell the encoding of a whole sheet


@dataclass(frozen=True, slots=True)
class LegacyFontRow:
    """legacy_fonts.csv: a pattern of font names, the encoding of what is typed in them, whether they show capitals."""

    font: str
    encoding: str
    capitals: Literal["yes"] | None = None
    note: str = ""


@cache
def _fonts() -> tuple[LegacyFontRow, ...]:
    return read_table("legacy_fonts.csv", LegacyFontRow)


@lru_cache(maxsize=512)
def legacy_font(font: str | None) -> LegacyFontRow | None:
    """What a font's name says of the text under it; None for the fonts of Unicode."""
    name = (font or "").lower()
    return next((row for row in _fonts() if fnmatchcase(name, row.font)), None)


@lru_cache(maxsize=1 << 14)
def text_under_font(text: str, font: str | None) -> str:
    """The text that a person sees in a cell with this font: "X· Vi" under .VnTimeH is "XÃ VI"."""
    row = legacy_font(font)
    if row is None:
        return text
    decoded = decode_legacy(text, row.encoding)
    return decoded.upper() if row.capitals else decoded


def encoding_of_sheet(texts: Sequence[str]) -> str | None:
    """The legacy encoding of a sheet whose fonts tell none, by all its texts together; None where it is Unicode."""
    sample = "\n".join(texts)[:_SAMPLE]
    found = undo_legacy(sample)
    return found.encoding if found is not None else None
