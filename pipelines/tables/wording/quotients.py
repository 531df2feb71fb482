"""Headings that divide one time by another, or what was done by what was planned: "TH 2023/KH 2023 (%)", "2023/2022".

What forms print as identities of their columns ("5=4/3") is read by formulas.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.orthography import fold
from pipelines.vocabulary.roles import CUES

#: One side: words for plans or for what was done, and a time, nothing else ("th 6 tháng 2023", "kh năm 2023", "2022").
_SIDE = (
    r"(?:(?:(?P<{0}plan><planned_side>)|(?P<{0}done><done_side>)) ?)?"
    r"(?P<{0}time>(?:(?:<part_of_year_side>|<year_side>|(?<!\w)(?:[ivx]{{1,3}}(?!\w)|\d{{1,2}}(?!\d)t?)/?) ?)*"
    r"(?:(?:19|20)\d\d)?)"
)
_QUOTIENT = CUES.pattern(
    rf"(?:<quotient_before> ?)*(?P<over>{_SIDE.format('over_')}) ?(?:/|:|<against>) ?"
    rf"(?P<under>{_SIDE.format('under_')})"
)
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
    match = _QUOTIENT.fullmatch(" ".join(_UNIT.sub(" ", plain).split())) if len(plain) <= _LONGEST else None
    if match is None:
        return None
    if match["under_plan"] and not match["over_plan"] and (match["over_done"] or match["over_time"]):
        return Quotient(match["over"].strip(), by_plan=True)
    years = [_YEAR.search(match[side]) for side in ("over", "under")]
    later = all(years) and years[0] is not None and years[1] is not None and years[0][0] > years[1][0]
    return Quotient(match["over"].strip(), by_plan=False) if later else None
