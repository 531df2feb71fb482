"""Areas told without a name of their own: "nông thôn", "các huyện nghèo", "cả nước", "vùng Tây Bắc".

What stands for the whole of a place of one level ("toàn tỉnh", "huyện phấn đấu") is wholes.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from pipelines.orthography import NormalText
from pipelines.places.names import CAPITALS
from pipelines.vocabulary import read_table
from pipelines.vocabulary.lexicon import Lexicon, longest
from pipelines.vocabulary.loader import Members
from pipelines.vocabulary.roles import CUES

AreaKind = Literal["country", "region", "group", "settlement"]

_PREPOSITION = re.compile(r"^(?:ở|tại)\s+", re.IGNORECASE)
#: What says that places are told together: "các huyện nghèo", "74 huyện nghèo".
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|\d{1,4}) $")
#: Characters before such places within which that stands.
_SEVERAL_REACH = 12
#: What decides whether such words tell of a place stands within so many characters before them.
_REACH = 34
#: Where such places are told of: "lao động các huyện nghèo" says of which kind, "7 huyện nghèo có" counts them.
_GROUP_THERE = CUES.pattern(r"\b<where_it_is>\s+$")
_GROUP_OPENS = CUES.pattern(r"(?:^|[\n.,;:(+•–-]\s*|\b(?:<singled_out>|còn)\s+)$")
_GROUP_SINGLED_OUT = CUES.pattern(r"\briêng (?:tại )?$")
#: The country at the end of a body's name: "Ủy ban MTTQ Việt Nam tỉnh", "Hội Nông dân Việt Nam".
_INITIALS = re.compile(rf"[{CAPITALS}]{{2,}} $")
_ORGANISATION = CUES.pattern(r"\b<organisation>(?= (?:\w+ ){0,4}$)")
#: A part of a place that stands alone opens its clause and is told of at once.
_OPENS = CUES.pattern(r"(?:^|[\n.,;:(+•–-]\s*|\b(?:ở|tại|còn|khu vực|vùng|<singled_out>)\s|\d[^.;]*\bvà\s)$")
_ONE_OF = ("một trong ", "1 trong ")
#: Before a region's name that only says on which side of another place something lies.
_SIDE = CUES.pattern(r"\b<side> $")
_THERE = ("ở ", "tại ")
_TELLS = CUES.pattern(r"\s*[:(]?\s*(?:(?:<predicate>|chiếm|tới|nhiều hơn) )?(?:(?:<about>|từ) )?\d")


@dataclass(frozen=True, slots=True)
class AreaGroupRow:
    """area_groups.csv: areas told without the name of a place; a "part" is a settlement only where it stands alone."""

    kind: AreaKind | Literal["part"]
    forms: Members
    note: str = ""


class UnnamedArea(NamedTuple):
    """The span of such an area, its kind, and its words as printed, without the preposition before them."""

    start: int
    end: int
    kind: AreaKind
    name: str


@cache
def _areas() -> Lexicon[AreaKind | Literal["part"]]:
    rows = read_table("area_groups.csv", AreaGroupRow)
    return Lexicon((form, row.kind) for row in rows for form in row.forms)


def unnamed_areas(normal: NormalText) -> Iterator[UnnamedArea]:
    """All areas of a text that are told without a name of their own, in order."""
    for hit in longest(_areas().find(normal.folded)):
        first: int | None = hit.start
        if hit.payload == "part":
            if _is_settlement(normal.folded, hit.start, hit.end):
                yield UnnamedArea(hit.start, hit.end, "settlement", normal.text[hit.start : hit.end])
            continue
        if hit.payload == "group":
            first = _group_start(normal.folded, hit.start)
        elif hit.payload == "country" and _ends_name(normal, hit.start):
            continue
        elif hit.payload == "region" and _SIDE.search(normal.folded, max(0, hit.start - _SEVERAL_REACH), hit.start):
            continue  # "ở phía tây bắc tỉnh A" only says where in it
        if first is not None:
            yield UnnamedArea(first, hit.end, hit.payload, _PREPOSITION.sub("", normal.text[first : hit.end]))


def _ends_name(normal: NormalText, country: int) -> bool:
    """Whether the country ends the name of a body, which opens with a capital."""
    begin = max(0, country - _REACH)
    opened = _ORGANISATION.finditer(normal.folded, begin, country)
    named = any(normal.text[one.start()].isupper() for one in opened)
    return named or _INITIALS.search(normal.text, begin, country) is not None


def _is_settlement(folded: str, first: int, last: int) -> bool:
    """Whether words for a part of a place ("thành thị") stand for it, and do not only say of which kind others are."""
    there = folded.endswith(_THERE, 0, first)
    opens = _OPENS.search(folded, max(0, first - _REACH), first) is not None
    return there or (opens and _TELLS.match(folded, last) is not None)


def _group_start(folded: str, first: int) -> int | None:
    """Where places told together begin, with "các" or their number before them; None where they are told of nothing."""
    several = _SEVERAL.search(folded, max(0, first - _SEVERAL_REACH), first)
    if several is None:
        return None
    begin = several.start()
    if folded.endswith(_ONE_OF, 0, begin):
        return None  # "là một trong những huyện nghèo nhất cả nước"
    before = max(0, begin - _REACH)
    counted = several[0][0].isdigit()  # what opens a clause with its number is counted there: "7 huyện nghèo có …"
    opens = _GROUP_SINGLED_OUT if counted else _GROUP_OPENS
    there = _GROUP_THERE.search(folded, before, begin) or opens.search(folded, before, begin)
    return begin if there else None
