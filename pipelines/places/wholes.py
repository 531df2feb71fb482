"""Words that stand for a whole place without its name: "toàn tỉnh", "huyện phấn đấu", "Chủ tịch UBND xã cho biết"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple

from pipelines.orthography import NormalText
from pipelines.places.gazetteer import place_types
from pipelines.places.names import CAPITALS
from pipelines.vocabulary.family_names import family_names
from pipelines.vocabulary.roles import CUES

# Each alternative is a literal, so that `re` looks for few letters; the word's own beginning is looked at behind it.
_WHOLE = CUES.pattern(r"<whole_of>(?<!\w<whole_of>)\s+(<administrative_unit>)\b")
#: A type word that opens its clause and does something: "Năm 2015, thành phố phấn đấu …".
_ACTS = CUES.pattern(r"<administrative_unit> ")
#: The youth union of a level, which acts for all of it, opens its clause: "Huyện đoàn phát động …". Groups are levels.
_BODIES = CUES.pattern(r"(?:(<body_of_province>)|(<body_of_district>)|(<body_of_commune>))\b")
#: Of whom something is told: "là một trong 58 hộ nghèo của xã", "nợ đọng của huyện vẫn ở mức 17 tỷ đồng".
_ONE_OF_WHOLE = CUES.pattern(
    r"\bmột trong (?:(?:số|những|<about>) ){0,2}[\d.,]+ [^.,;:()\d]{1,40}? của (<administrative_unit>)\b"
)
_OF_WHOLE = CUES.pattern(r"\bcủa (<administrative_unit>) (?:năm \d{4} )?(?=<level_goes_on> |\(\d)")
_CLAUSE_BEFORE = re.compile(r"(?:^|[\n.,;:] ?)\Z")
_TIME_BEFORE = CUES.pattern(r"(?:^|[\n.,;:] ?)(?:(?:<opening_time>|(?:trong |đến |hết |cuối )?năm \d{4}) )?$")
#: The level whose officer or body tells something: "Ông Hải, Chủ tịch UBND huyện, cho biết …".
_LEVELS = CUES.pattern(r"(<administrative_unit>)(?=[, ])")
_HOLDS = CUES.pattern(r"(?<!\w)(?:<office>|<body>)[^.,;:()\d]{0,50} $")
_BY = CUES.pattern(r"(?<!\w)theo (?:<person> [^.;:()\d]{2,40}, )?[^.,;:()\d]{2,60} $")
_BODY_OPENS = CUES.pattern(r"(?:^|[\n.,;:] ?)(?:<opening_time>,? )?<body>[^.,;:()\d]{0,50} $")
_TOLD_BY = CUES.pattern(r",? <speaking>\b")
_FULL_NAME = re.compile(rf" (?:[{CAPITALS}][\w'’]*)(?: [{CAPITALS}][\w'’]*){{1,4}}")
#: An officer's name and office, or the name of a body, are no longer.
_SPEAKER_REACH = 110
#: A time may stand before the word that opens a clause.
_OPENING_REACH = 34


class Whole(NamedTuple):
    """Words for the whole of a place: where they stand, of which level it is; "speaks" where somebody tells of it."""

    start: int
    end: int
    kind: Literal["whole", "speaks"]
    level: int


def wholes_of(normal: NormalText) -> Iterator[Whole]:
    """All words of a text that stand for a whole place."""
    yield from _acting(normal)
    yield from _speaking(normal)
    for match in _WHOLE.finditer(normal.folded):
        yield Whole(match.start(), match.end(), "whole", _level(match[1]))


def _level(unit: str) -> int:
    """The level of an administrative unit; without a name a city is taken for one of the first."""
    return place_types()[unit][0]


@cache
def _acts() -> tuple[str, ...]:
    return tuple(f"{verb} " for verb in CUES.of("acting"))


def _acting(normal: NormalText) -> Iterator[Whole]:
    """Type words that stand for the place that acts: "Năm 2015, thành phố phấn đấu …"."""
    for match in _ACTS.finditer(normal.folded):
        first, last = match.start(), match.end() - 1
        if normal.folded.startswith(_acts(), match.end()) and _TIME_BEFORE.search(
            normal.folded, max(0, first - _OPENING_REACH), first
        ):
            yield Whole(first, last, "whole", _level(normal.folded[first:last]))
    for match in _BODIES.finditer(normal.folded):
        is_name = normal.text[normal.folded.index(" ", match.start()) + 1].isupper()  # "Xã Đoàn Kết"
        if not is_name and _CLAUSE_BEFORE.search(normal.folded, max(0, match.start() - 2), match.start()):
            yield Whole(match.start(), match.end(), "whole", match.lastindex or 0)
    for match in chain(_OF_WHOLE.finditer(normal.folded), _ONE_OF_WHOLE.finditer(normal.folded)):
        yield Whole(match.start(1), match.end(1), "whole", _level(match[1]))


def _speaking(normal: NormalText) -> Iterator[Whole]:
    """Type words of the level for which somebody speaks: "Theo Phòng Dân tộc huyện, …", "Chủ tịch UBND xã cho biết"."""
    for match in _LEVELS.finditer(normal.folded):
        first, last = match.span(1)
        begin = max(0, first - _SPEAKER_REACH)
        if _HOLDS.search(normal.folded, begin, first) is None:
            continue
        name = _FULL_NAME.match(normal.text, last)
        if name is not None and normal.folded[name.start() + 1 : name.end()].split()[0] not in family_names():
            continue
        behind = name.end() if name else last
        by = normal.folded.startswith(",", behind) and _BY.search(normal.folded, begin, first)
        acts = normal.folded.startswith(_acts(), behind + 1) and _BODY_OPENS.search(normal.folded, begin, first)
        if by or acts or _TOLD_BY.match(normal.folded, behind):
            yield Whole(first, last, "speaks", _level(match[1]))
