"""Headings that divide one time by another, or what was done by what was planned: "TH 2023/KH 2023 (%)", "2023/2022".

What forms print as identities of their columns ("5=4/3") is layouts/identities.py.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.orthography import fold
from pipelines.vocabulary.roles import CUES

#: One side: words for plans or for what was done, and a time, nothing else ("th 6 tháng 2023", "kh năm 2023", "2022").
_SIDE = CUES.pattern(
    r"(?:(?:(?P<plan><planned_side>)|(?P<done><done_side>)) ?)?"
    r"(?P<time>(?:(?:<time_of_side>|(?<!\w)(?:[ivx]{1,3}(?!\w)|\d{1,2}(?!\d)t?)/?) ?)*"
    r"(?:(?:19|20)\d\d)?)"
)
_BEFORE = CUES.pattern(r"(?:<quotient_before> ?)*")
_BETWEEN = CUES.pattern(r" ?(?:/|:|<compared_with>(?: <same_stretch>)?) ?")
_LONGEST = 80
_UNIT = re.compile(rf"\(?\s*(?:%|{fold('lần')})\s*\)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Quotient:
    """What a heading divides by what: the words of what is divided, and whether that is divided by a plan."""

    over: str
    by_plan: bool


@lru_cache(maxsize=1 << 12)
def quotient_of(plain: str) -> Quotient | None:
    """The quotient that a folded heading tells; None of any other, so also of school years ("2022/2023").

    >>> quotient_of("th 2023/th 2022 (%)")
    Quotient(over='th 2023', by_plan=False)
    """
    if len(plain) > _LONGEST or not any(sign in plain for sign in ("/", ":", *CUES.of("compared_with"))):
        return None
    text = " ".join(_UNIT.sub(" ", plain).split())
    before = _BEFORE.match(text)
    begin = before.end() if before is not None else 0
    for between in _BETWEEN.finditer(text, begin):
        over, under = _SIDE.fullmatch(text, begin, between.start()), _SIDE.fullmatch(text, between.end())
        if over is None or under is None:
            continue
        if under["plan"] and not over["plan"] and (over["done"] or over["time"]):
            return Quotient(over[0].strip(), by_plan=True)
        of, by = _YEAR.search(over["time"]), _YEAR.search(under["time"])
        if of is not None and by is not None and of[0] > by[0]:
            return Quotient(over[0].strip(), by_plan=False)
    return None
