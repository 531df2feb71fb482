"""Persons behind an office and the type word of a place: "Chủ tịch xã Sùng A Lềnh" names no commune.

Other words that make a name a person's or a thing's are place_traps.csv, which mentions.py looks up.
"""

import re

from pipelines.vocabulary.family_names import family_names
from pipelines.vocabulary.roles import CUES

_OFFICE = CUES.pattern(r"(?<!\w)<office>[^.,;:()\d]{0,24}$")
_SPEAKS = CUES.pattern(r" <speaking>")
_SYLLABLE = re.compile(r"[\w'’]+")
#: A person's name has at least so many syllables.
_WHOLE_NAME = 3
#: An office stands within so many characters before the type word.
_REACH = 34


def is_officer_named(folded: str, type_start: int, first: int, last: int) -> bool:
    """Whether a name behind an office and a type word is a person's whole name: "Trưởng bản Vàng A Sếnh"."""
    syllables = _SYLLABLE.findall(folded, first, last)
    return len(syllables) >= _WHOLE_NAME and syllables[0] in family_names() and _is_behind_office(folded, type_start)


def is_officer_speaking(folded: str, type_start: int, last: int) -> bool:
    """Whether a name behind a type word is the officer's who speaks: "Bí thư Đảng ủy xã Giàng A Chú cho biết"."""
    return _SPEAKS.match(folded, last) is not None and _is_behind_office(folded, type_start)


def _is_behind_office(folded: str, type_start: int) -> bool:
    return _OFFICE.search(folded, max(0, type_start - _REACH), type_start) is not None
