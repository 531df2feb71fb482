"""Wards and urban districts that bear a number for a name: "Phường 7, Quận 8", "các phường 1, 2 và 5".

Which place of that number is meant is resolution.py.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from pipelines.orthography import NormalText, fold
from pipelines.places.gazetteer import place_types
from pipelines.places.names import CAPITALS
from pipelines.vocabulary.lexicon import Lexicon, longest
from pipelines.vocabulary.roles import CUES
from pipelines.vocabulary.units import unit_rows

#: No name is a number that goes on: "phường 1,5 tỷ", "phường 30%".
_NUMBER = r"(\d{1,2})(?!\w|[.,/-]\d|%| ?[-–] ?\d)"
# Each alternative is a literal, so that `re` looks for few letters; the word's own beginning is looked at behind it.
_NAMED = CUES.pattern(rf"(<numbered_unit>) ?{_NUMBER}")
#: What stands before the type word: a number behind "mỗi phường" counts, and several wards share their type word.
_EACH = ("mỗi ", "từng ")
_SEVERAL = CUES.pattern(r"(?<!\w)(?:các|những|<number_word>|\d{1,2}) \Z")
_REACH = 8
_NEXT = re.compile(rf"(?:, | và |, và ){_NUMBER}")
_TYPES = {"p.": "phường", "q.": "quận"}
#: A short type word with a space behind it may be the initial of a person: "em Lê Thị P. 15 tuổi".
_PERSON = re.compile(rf"[{CAPITALS}][\w'’]* \Z")
#: Behind a type word: a name.
_NAME = re.compile(rf" [{CAPITALS}]")
#: What a number counts stands within so many characters behind it.
_COUNTED = 20


class NumberedName(NamedTuple):
    """The span of a number that is a name, its type word and where that begins; None where an earlier name bears it."""

    start: int
    end: int
    type: str
    type_start: int | None


def numbered_names(normal: NormalText) -> Iterator[NumberedName]:
    """All places of a text that are named by a number, in order."""
    folded = normal.folded
    for named in _NAMED.finditer(folded):
        begin = named.start()
        if folded[begin - 1 : begin].isalnum() or folded.endswith(_EACH, 0, begin):
            continue
        small = normal.text[begin].islower()  # "Phường 10" with its capital is a name
        initial = named[1] in _TYPES and named.start(2) > named.end(1)
        if (small or initial) and counts(normal, named.end()):
            continue
        if initial and _PERSON.search(normal.text, max(0, begin - _REACH), begin):
            continue
        kind = _TYPES.get(named[1], named[1])
        yield NumberedName(*named.span(2), kind, begin)
        several = _SEVERAL.search(folded, max(0, begin - _REACH), begin)
        following = _NEXT.match(folded, named.end()) if several else None
        while following is not None and not (small and counts(normal, following.end())):
            yield NumberedName(*following.span(1), kind, None)
            following = _NEXT.match(folded, following.end())


@cache
def _units() -> Lexicon[bool]:
    """What may be counted, and what only looks like it, for which False stands: "Phường 7 tổ chức trao 50 suất quà"."""
    acting = CUES.of("acting")
    units = ((form, row.kind != "none" and fold(form) not in acting) for row in unit_rows() for form in row.forms)
    scales = ((form, True) for form in CUES.of("scale_word"))  # "tặng phường 10 triệu đồng"
    return Lexicon(chain(units, scales, ((form, False) for form in CUES.of("bare_rate"))))


def counts(normal: NormalText, end: int) -> bool:
    """Whether what a number counts stands right behind it: "tặng phường 10 chiếc xe đạp", "11 phường 8 xã".

    A type word before a name is what the place lies in: "bản Bông 1 xã Bảo Hà", "phường 8 thành phố Vĩnh Long".
    """
    hits = longest(_units().find(normal.folded, end, end + _COUNTED))
    counted = next((hit for hit in hits if hit.start == end + 1), None)
    if counted is None or not counted.payload:
        return False
    is_type = normal.folded[counted.start : counted.end] in place_types()
    return not (is_type and _NAME.match(normal.text, counted.end))
