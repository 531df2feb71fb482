"""The normal form: NFC, plain spaces and digits, and beside it a folded copy for matching words.

Texts in legacy encodings (TCVN3, VNI, VISCII) are put into Unicode first, see legacy.py.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass

from pipelines.orthography.legacy import undo_legacy

_UNPLAIN = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\uff01-\uff5e]")
_FULL_WIDTH = 0xFF00 - 0x20  # full-width forms lie in the order of ASCII

# The mark of oa, oe, uy stands on the first vowel (hòa) or the second (hoà): folded to the first, everywhere, since
# vocabularies are folded alike.
_TONE_ON_SECOND = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_APOSTROPHES = "’‘`´ʼ"
_ON_SECOND = re.compile("o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
_BARS = str.maketrans("đĐ", "dD")


@dataclass(frozen=True, slots=True)
class NormalText:
    """A text ready for matching.

    `text` is the normal form with its capitals, `folded` the same length in lower case with tone marks in one
    place. `offsets` maps an index of `text` to one of `source` (None: they are the same, which is the usual case).
    """

    source: str
    text: str
    folded: str
    offsets: "array[int] | None" = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that [start, end) of the normal form came from."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end]


def normalise(source: str) -> NormalText:
    """Return the normal form of any text; never fails, and costs little where the text is normal already."""
    text, offsets = _UNPLAIN.sub(_plain, source), None  # first, so that a typesetter's space decides no encoding
    legacy = undo_legacy(text)
    if legacy is not None:
        text, offsets = legacy.text, legacy.offsets
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):  # nor is all of a text in two encodings
        text, composed = _composed(text)
        offsets = composed if offsets is None else array("l", (offsets[at] for at in composed))
    return NormalText(source, text, fold(text), offsets)


def fold(text: str) -> str:
    """Lower case, one place for tone marks, one apostrophe; as long as the text given, which must be NFC.

    >>> fold("Xã Hoà Thuỷ, Cư M’gar")
    "xã hòa thủy, cư m'gar"
    """
    folded = text.lower()
    if len(folded) != len(text):  # a few letters outside Vietnamese grow when lowered (İ)
        folded = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    # str.replace is far faster here than a regular expression or str.translate, but a line has seldom any of these
    if _ON_SECOND.search(folded):
        for second, first in _TONE_ON_SECOND.items():
            folded = folded.replace(second, first)
    if _APOSTROPHE.search(folded):
        for apostrophe in _APOSTROPHES:
            folded = folded.replace(apostrophe, "'")
    return folded


def without_diacritics(folded: str) -> str:
    """Drop tone and vowel marks and the bar of đ; as long as the text given.

    >>> without_diacritics("hộ nghèo đồng bào")
    'ho ngheo dong bao'
    """
    letters = (unicodedata.normalize("NFD", letter)[0] for letter in folded)
    return "".join(letters).translate(_BARS)


def _plain(unplain: re.Match[str]) -> str:
    """The plain character, one for one, for a typesetter's space or a full-width form."""
    letter = unplain[0]
    return chr(ord(letter) - _FULL_WIDTH) if letter > "\uff00" else " "


def _composed(source: str) -> tuple[str, "array[int]"]:
    """NFC of a text cluster by cluster, with the source offset of each of its characters and of its end."""
    pieces: list[str] = []
    offsets: array[int] = array("l")
    done = 0
    for cluster in _CLUSTER.finditer(source):
        offsets.extend(range(done, cluster.start()))
        pieces.append(source[done : cluster.start()])
        composed = unicodedata.normalize("NFC", cluster[0])
        pieces.append(composed)
        offsets.extend([cluster.start()] * len(composed))
        done = cluster.end()
    offsets.extend(range(done, len(source) + 1))
    pieces.append(source[done:])
    text = "".join(pieces)
    return (text, offsets) if unicodedata.is_normalized("NFC", text) else _composed_in_any_script(source)


def _composed_in_any_script(source: str) -> tuple[str, "array[int]"]:
    """The same for texts with letters of other scripts that are composed otherwise (Korean, the Ångström sign)."""
    pieces: list[str] = []
    offsets: array[int] = array("l")

    def close(begin: int, end: int) -> None:
        composed = unicodedata.normalize("NFC", source[begin:end])
        pieces.append(composed)
        # as many letters as before keep their places; others lie at the beginning of what they are made of
        offsets.extend(range(begin, end) if len(composed) == end - begin else [begin] * len(composed))

    begin = 0
    for at in range(1, len(source)):
        if unicodedata.combining(source[at]):
            continue
        cluster = unicodedata.normalize("NFC", source[begin:at])
        if unicodedata.normalize("NFC", source[begin : at + 1]) == cluster + unicodedata.normalize("NFC", source[at]):
            close(begin, at)
            begin = at
    close(begin, len(source))
    offsets.append(len(source))
    return "".join(pieces), offsets
