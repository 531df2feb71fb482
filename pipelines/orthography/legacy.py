"""Legacy encodings of Vietnamese (TCVN3, VNI, VISCII): their letters, and whether a text is written in one.

A file of bytes in such an encoding and a text that was once decoded as Latin-1 ("155 hoä ngheøo") are the same
characters, so both are undone here. Which bytes a file holds otherwise is decided by the readers.
"""

import csv
import re
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("legacy_encodings.csv")
#: Characters that legacy text is full of, and that stand in other texts neither as letters nor as signs (², ×, «).
_FOREIGN = re.compile("[\x02\x05\x06\x14\x19\x1e\x80-\x9f¡-¦¨ª¬\xad¯´-¶¸-ºÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ]")
#: Letters that only Unicode has, so that no legacy text holds them.
_OWN = re.compile("[ăđơưĂĐƠƯạ-ỹẠ-Ỹ]")
#: Legacy text has one foreign character in so many at least.
_SPARSE = 60
_WORD = re.compile(r"[^\s\d.,:/()\[\]\"“”%!?=+–…-]+")
_ONSET = "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
_NUCLEI = (
    "a ai ao au ay âu ây â ă e eo ê êu i ia iê iêu iu o oa oă oai oao oay oe oeo oi oo ô ôi ơ ơi u ua uâ uây uê ui uô "
    "uôi uơ uy uya uyê uyu ư ưa ưi ưu ươ ươi ươu y yê yêu"
)
_CODA = "(?:ch|c|m|ng|nh|n|p|t)?"
_SYLLABLE = re.compile(f"{_ONSET}(?:{'|'.join(sorted(_NUCLEI.split(), key=len, reverse=True))}){_CODA}")
_TONES = str.maketrans(
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)
#: A conversion is believed where so many of the words that it changes become syllables.
_BELIEVED = 0.8


@dataclass(frozen=True, slots=True)
class LegacyText:
    """A text put into Unicode: the encoding's name, the text, and for each of its characters the source's offset."""

    encoding: str
    text: str
    offsets: "array[int]"


@cache
def _letters() -> Mapping[str, Mapping[str, str]]:
    """By encoding, what is written for each letter, as characters of Latin-1."""
    found: dict[str, dict[str, str]] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            written = "".join(chr(int(code, 16)) for code in row["written"].split())
            found.setdefault(row["encoding"], {})[written] = row["letter"]
    return found


@cache
def _pattern(encoding: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(one) for one in sorted(_letters()[encoding], key=len, reverse=True)))


def undo_legacy(text: str) -> LegacyText | None:
    """The text in Unicode, if it is written in a legacy encoding; None (usually, and at once) if it is not.

    It is believed to be if it is full of characters that Vietnamese does not have, and one encoding makes Vietnamese
    syllables of nearly all the words that hold them.
    """
    if text.isascii():
        return None
    foreign = len(_FOREIGN.findall(text))
    if foreign * _SPARSE < len(text) or len(_OWN.findall(text)) >= foreign:
        return None
    best, score = None, _BELIEVED
    for encoding in _letters():
        converted = _convert(text, encoding)
        likely = _plausibility(text, converted.text)
        if likely > score:
            best, score = converted, likely
    return best


def decode_legacy(text: str, encoding: str) -> str:
    """The text in Unicode where its encoding is known (a font tells it): TCVN3, VNI or VISCII.

    Unchanged where it holds letters that only Unicode has: someone typed Unicode under an old font.
    """
    if text.isascii() or _OWN.search(text):
        return text
    return _convert(text, encoding).text


def _convert(text: str, encoding: str) -> LegacyText:
    letters = _letters()[encoding]
    pieces: list[str] = []
    offsets: array[int] = array("l")
    done = 0
    for match in _pattern(encoding).finditer(text):
        pieces += (text[done : match.start()], letters[match[0]])
        offsets.extend(range(done, match.start() + 1))
        done = match.end()
    pieces.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return LegacyText(encoding, "".join(pieces), offsets)


def _plausibility(before: str, after: str) -> float:
    """Which part of the words that hold foreign characters, or are changed, become syllables."""
    broken = right = 0
    for old, new in zip(before.split(), after.split(), strict=False):
        if old != new or _FOREIGN.search(old):
            broken += 1
            right += all(is_syllable(word) for word in _WORD.findall(new))
    return right / broken if broken else 0.0


def is_syllable(word: str) -> bool:
    """Whether a word (NFC) is built as a Vietnamese syllable is: onset, vowels with one tone at most, coda.

    >>> is_syllable("nghèo"), is_syllable("ngheøo"), is_syllable("nghÌo")
    (True, False, False)
    """
    low = word.lower()
    plain = low.translate(_TONES)
    marked = sum(one != other for one, other in zip(low, plain, strict=True))
    return marked <= 1 and _SYLLABLE.fullmatch(plain) is not None
