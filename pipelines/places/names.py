"""Names as keys: one spelling for all that a name is written as. What places they name is gazetteer.py."""

import re
from functools import lru_cache

from pipelines.orthography import fold

# y and i at the end of a syllable are one letter (Mỹ, Mĩ; Quý, Quí), but not behind a vowel (Thủy).
_FINAL_Y = re.compile(r"(?:(?<=[bcdđghklmnpqrstvx])|(?<=qu))[yýỳỷỹỵ](?!\w)")
_AS_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
#: The capitals that Vietnamese names begin with, for a class of characters.
CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
#: The word for water that opens names of the highlands, in all its spellings: Đăk, Đắk, Đak, Dak.
_HIGHLAND_WATER = re.compile(r"\b(?:đăk|đak|dăk|dak)\b")
#: What parts the letters of a word of the highlands: "Ia H'Drai", "Ia H' Drai".
_APOSTROPHE = re.compile(r"' ?")
_SPACES = re.compile(r"[\s\-–]+")


def name_key(name: str) -> str:
    """The key of a name as written: folded, without apostrophes and hyphens, y as i.

    >>> name_key("Cư M’gar") == name_key("Cư Mgar"), name_key("Mỹ Thanh") == name_key("Mĩ Thanh")
    (True, True)
    """
    return folded_key(fold(name))


@lru_cache(maxsize=1 << 16)
def folded_key(folded: str) -> str:
    """The key of a name that is folded already."""
    plain = _SPACES.sub(" ", _APOSTROPHE.sub("", folded)).strip()
    if plain.isdecimal():
        return plain.lstrip("0") or "0"  # "Phường 07"
    return _HIGHLAND_WATER.sub("đắk", _FINAL_Y.sub(lambda letter: _AS_I[letter[0]], plain))
