"""Hamlets by their type word and name: "thôn Đắk Sơn 1", "bản Pỏi".

No list holds them. Those that a line announces are announced.py; parts of a place whose kind is no hamlet's alone
("khu Bằng La") are settled.py.
"""

import re
from collections.abc import Iterator
from functools import cache

from pipelines.orthography import NormalText
from pipelines.places.names import CAPITALS
from pipelines.places.numbered import counts
from pipelines.places.officers import is_officer_named
from pipelines.vocabulary.lexicon import Lexicon, longest
from pipelines.vocabulary.roles import CUES

_NAME_BEFORE = re.compile(rf"[{CAPITALS}]\w* $")
#: How far before a hamlet's type word a person's name may begin.
_NAME_REACH = 34
_RURAL = "nông "  # "nông thôn" is no village
#: A number behind a hamlet's name is of the name unless it counts: "thôn Đắk Sơn 1 làm điểm", "bản Pỏi 12 hộ".
_VILLAGE_NAME = CUES.pattern(
    rf"(?:\d{{1,2}}(?!\d)(?![.,]\d)(?! <scale_word>)|[{CAPITALS}][\w'’]*)(?: [{CAPITALS}][\w'’]*){{0,3}}"
    r"(?P<number> \d{1,2}(?![\d.,%]*\d|%|\w| <scale_word>))?"
)


@cache
def _village_words() -> Lexicon[None]:
    return Lexicon((word, None) for word in CUES.of("hamlet"))


def village_names(normal: NormalText) -> Iterator[tuple[int, int]]:
    """The spans of hamlets with their type words, in order of the text."""
    end = 0
    for first, last, _ in longest(_village_words().find(normal.folded)):
        if first < end or normal.text[last : last + 1] != " " or normal.folded.endswith(_RURAL, 0, first):
            continue
        if normal.text[first].isupper() and _NAME_BEFORE.search(normal.text, max(0, first - _NAME_REACH), first):
            continue  # "ông Kim Sóc Thia" is a person
        name = _VILLAGE_NAME.match(normal.text, last + 1)
        if name and not is_officer_named(normal.folded, first, name.start(), name.end()):
            end = _name_end(normal, name)
            yield first, end


def _name_end(normal: NormalText, name: re.Match[str]) -> int:
    """Where the name of a hamlet ends: before the number behind it if that counts, "bản Pỏi 12 hộ"."""
    counted = name["number"] is not None and counts(normal, name.end())
    return name.start("number") if counted else name.end()
