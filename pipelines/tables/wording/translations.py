"""Headings and labels in two languages: what is English in "CHUNG - WHOLE PROVINCE" is left out before words are read.

The statistical offices print each heading with its translation behind a dash or on a line of its own. English is told
by its spelling: a word that no syllable of Vietnamese without marks can be. Nothing is translated here.
"""

import re
from functools import lru_cache

#: The signs between a text and its translation, which a line break is as well.
_BETWEEN = re.compile(r"(\s*\n\s*|\s+[-–—/]\s+)")
_WORD = re.compile(r"[^\W\d_]{2,}")
#: A syllable of Vietnamese as it is written without marks: "thu", "nhap", "nghieng", "quy".
_SYLLABLE = re.compile(
    r"(?:ngh?|gh?|gi|kh|nh|ph|qu|th|tr|ch|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
#: Small words of English that are syllables of Vietnamese too; they decide nothing alone.
_SMALL = frozenset({"by", "of", "and", "the", "in", "per", "to", "at"})


@lru_cache(maxsize=1 << 14)
def without_translation(text: str) -> str:
    """A cell's text without the parts behind its first that are English; as it is where there are none.

    >>> without_translation("Phân theo nguồn thu - By income source"), without_translation("Vốn vay - ODA")
    ('Phân theo nguồn thu', 'Vốn vay - ODA')
    """
    first, *rest = _BETWEEN.split(text)
    if not rest or not _WORD.search(first):
        return text
    kept = [first]
    for sign, part in zip(rest[::2], rest[1::2], strict=True):
        if not _is_english(part, capitals=first.isupper()):
            kept += [sign, part]
    return "".join(kept)


def _is_english(part: str, capitals: bool) -> bool:
    """Whether most words of a text are no Vietnamese; abbreviations in capitals are of any language."""
    words = _WORD.findall(part)
    if not words or not part.isascii() or (part.isupper() and not capitals):
        return False
    strange = sum(1 for word in words if not _SYLLABLE.fullmatch(word) and re.search("[aeiou]", word, re.IGNORECASE))
    small = any(word.lower() in _SMALL for word in words)
    return strange * 2 > len(words) or (small and strange * 2 >= len(words))
