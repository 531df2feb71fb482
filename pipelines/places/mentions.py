"""Names of places in a text: where they stand, with which type word, and what they may be.

Names are found by their capitals and looked up in the gazetteer; villages, which it does not hold, and areas told
without a name ("các xã đặc biệt khó khăn", "nông thôn", "toàn tỉnh") are found by their words. Which place is meant
is decided in resolution.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from pipelines.orthography import NormalText, fold
from pipelines.places.announced import announced_names
from pipelines.places.gazetteer import PlaceVersion, gazetteer, place_types
from pipelines.places.names import CAPITALS, folded_key
from pipelines.places.numbered import counts, numbered_names
from pipelines.places.settled import settled_names
from pipelines.places.wholes import wholes_of
from pipelines.vocabulary import read_table
from pipelines.vocabulary.family_names import family_names
from pipelines.vocabulary.lexicon import Lexicon, longest
from pipelines.vocabulary.loader import Members
from pipelines.vocabulary.roles import CUES

Kind = Literal["named", "village", "country", "region", "group", "settlement", "part", "whole", "speaks"]

_RUN = re.compile(rf"[{CAPITALS}][\w'’]*(?:[ \-–]{{1,3}}[{CAPITALS}][\w'’]*)*")
#: The number at the end of a name: "xã Đam Rông 1", "phường Hà Giang 2".
_NUMBER_BEHIND = re.compile(r" ([0-9]{1,2})(?![0-9]|[.,/-][0-9]|%)")
_RUN_BEFORE = re.compile(rf"[{CAPITALS}][\w'’]*(?:[ \-–]{{1,3}}[{CAPITALS}][\w'’]*)*\Z")
_SYLLABLE = re.compile(r"[\w'’]+")
_NAME_BEFORE = re.compile(rf"[{CAPITALS}]\w* $")
_RURAL = "nông "  # "nông thôn" is no village
#: A number behind a hamlet's name is of the name unless it counts: "thôn Đắk Sơn 1 làm điểm", "bản Pỏi 12 hộ".
_VILLAGE_NAME = CUES.pattern(
    rf"(?:\d{{1,2}}(?!\d)(?![.,]\d)(?! <scale_word>)|[{CAPITALS}][\w'’]*)(?: [{CAPITALS}][\w'’]*){{0,3}}"
    r"(?P<number> \d{1,2}(?![\d.,%]*\d|%|\w| <scale_word>))?"
)
_PREPOSITION = re.compile(r"^(?:ở|tại)\s+", re.IGNORECASE)
#: Of two kinds of place in one span: "Đông Bắc" is a region before it is a commune, "Sóc Trăng" a province, no village.
_RANK: Mapping[Kind, int] = {"named": 1, "village": 2}
#: What says that places are told together: "các huyện nghèo", "74 huyện nghèo".
_SEVERAL = re.compile(r"(?<!\w)(?:các|những|\d{1,4}) $")
#: Characters before such places within which that stands.
_SEVERAL_REACH = 12
#: Where such places are told of: "lao động các huyện nghèo" says of which kind, "7 huyện nghèo có" counts them.
_GROUP_THERE = CUES.pattern(r"\b<where_it_is>\s+$")
_GROUP_OPENS = CUES.pattern(r"(?:^|[\n.,;:(+•–-]\s*|\b(?:<singled_out>|còn)\s+)$")
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
_OFFICE = CUES.pattern(r"(?<!\w)<office>[^.,;:()\d]{0,24}$")
_SPEAKS = CUES.pattern(r" <speaking>")
#: A number word and what it counts, "Ba năm": Ba is a commune, too.
_TIME_COUNT = CUES.pattern(r"<number_word> <time_noun>(?!\w)")
#: What a name of two ends is a road's behind.
_ROUTE = CUES.pattern(r"(?<!\w)<route> $")
_PROVINCES = (1,)
#: A person's name has at least so many syllables.
_WHOLE_NAME = 3
_SHORT = 2
#: Longer than any type word or trap.
_TYPE_REACH = 34
#: A quotation that is a name is no longer.
_TITLE = 80
#: A name that is not in the gazetteer has at most so many syllables.
_NAME_SYLLABLES = 4
#: Between the members of a list that shares a type word only names, numbers and these stand.
_LIST_GAP = CUES.pattern(r"(?=.*[,;\d]|\s*và\b)[ ,;:()%\d.]*(?:và|<counted_in_list>)?[ ,;:()%\d.]*")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in a text: its span (without the type word), the levels its type word allows, what it may be.

    `shared` says that the type word stands at an earlier member of its list. `candidates` are all versions with the
    name; of villages and areas there are none, and `name` is as printed.
    """

    start: int
    end: int
    kind: Kind
    name: str
    levels: tuple[int, ...] = ()
    candidates: tuple[PlaceVersion, ...] = ()
    shared: bool = False
    type_start: int | None = None


@dataclass(frozen=True, slots=True)
class AreaGroupRow:
    """area_groups.csv: areas told without the name of a place."""

    kind: Kind
    forms: Members
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceTrapRow:
    """place_traps.csv: words before a name that make it a person's or a thing's, and phrases that name no place.

    Those of kind "title" stand before a quotation that is a name: "phong trào “Cả nước chung tay …”".
    """

    kind: Literal["person", "thing", "phrase", "title"]
    forms: Members
    note: str = ""


@cache
def _areas() -> Lexicon[Kind]:
    rows = read_table("area_groups.csv", AreaGroupRow)
    return Lexicon((form, row.kind) for row in rows for form in row.forms)


@cache
def _traps() -> tuple[str, ...]:
    rows = read_table("place_traps.csv", PlaceTrapRow)
    return tuple(
        sorted(
            (fold(form) for row in rows if row.kind in ("person", "thing") for form in row.forms), key=len, reverse=True
        )
    )


@cache
def _titles() -> tuple[str, ...]:
    rows = read_table("place_traps.csv", PlaceTrapRow)
    return tuple(fold(form) for row in rows if row.kind == "title" for form in row.forms)


@cache
def _village_words() -> Lexicon[None]:
    return Lexicon((word, None) for word in CUES.of("hamlet"))


def _type_before(folded: str, first: int) -> tuple[str, int] | None:
    """The type word that ends right before `first`, a line end between at most, and where it begins."""
    before = folded[max(0, first - _TYPE_REACH) : first]
    stripped = before.removesuffix("\n").rstrip(" \t")
    for form in _types_by_ending().get(stripped[-2:], ()):  # longest first; few words before a name end like one
        begin = len(stripped) - len(form)
        if stripped.endswith(form) and not (begin and _is_word(stripped[begin - 1])):
            return form, first - len(before) + begin
    return None


@cache
def _types_by_ending() -> Mapping[str, tuple[str, ...]]:
    """The type words by their last two letters, longest first."""
    endings = {form[-2:] for form in place_types()}
    return {ending: tuple(form for form in place_types() if form[-2:] == ending) for ending in endings}


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def find_places(normal: NormalText) -> tuple[PlaceMention, ...]:
    """All places in a text, in order; the longest name wins, none overlaps another."""
    parts = (*announced_names(normal), *settled_names(normal))
    hamlets = (PlaceMention(*span, "village", normal.text[slice(*span)]) for span in parts)
    named = list(_named(normal))
    # "2 huyện nghèo A, B" are named, no group of places without names
    groups = {mention.start - 1 for mention in named if mention.type_start is not None}
    unnamed = (one for one in _unnamed(normal) if one.kind != "group" or one.end not in groups)
    standing = (
        PlaceMention(one.start, one.end, one.kind, normal.text[one.start : one.end], (one.level,))
        for one in wholes_of(normal)
    )
    found = [*named, *_numbered(normal), *_villages(normal), *hamlets, *unnamed, *standing]
    found.sort(key=lambda mention: (mention.start, -mention.end, _RANK.get(mention.kind, 0)))
    kept: list[PlaceMention] = []
    for mention in found:
        if kept and mention.kind == "whole" and _is_of_group(normal.folded, kept[-1], mention):
            continue
        if (not kept or mention.start >= kept[-1].end) and not _is_in_title(normal.folded, mention.start):
            kept.append(mention)
    return tuple(kept)


def _is_of_group(folded: str, group: PlaceMention, whole: PlaceMention) -> bool:
    """Whether a whole is only that of which places told together are: "ở các huyện miền núi của tỉnh giảm"."""
    return group.kind == "group" and folded[group.end : whole.start] == " của "


def ends_place_name(text: str, start: int) -> bool:
    """Whether a number that begins at `start` ends the name of a place of the gazetteer: "xã Đam Rông 1"."""
    number = _NUMBER_BEHIND.match(text, start - 1) if start else None
    run = _RUN_BEFORE.search(text, max(0, start - _TYPE_REACH), start - 1)
    if number is None or run is None:
        return False
    folded = fold(text[run.start() : number.end()])
    return any(last == len(folded) for _, last, _ in _names_in(folded, 0, len(folded)))


def _is_in_title(folded: str, start: int) -> bool:
    """Whether a place is named in a quotation that is a name itself: "phong trào “Cả nước chung tay …”"."""
    begin = max(0, start - _TITLE)
    opened = max(folded.rfind("“", begin, start), folded.rfind('"', begin, start))
    if opened < 0 or folded.find("”", opened, start) >= 0:
        return False
    return folded[max(0, opened - _TYPE_REACH) : opened].rstrip().endswith(_titles())


def _named(normal: NormalText) -> Iterator[PlaceMention]:
    previous: PlaceMention | None = None
    for run in _RUN.finditer(normal.text):
        number = _NUMBER_BEHIND.match(normal.text, run.end())
        names = list(_names_in(normal.folded, run.start(), number.end() if number else run.end()))
        if _counts_time(normal.folded, run.start()) or _is_officer_named(normal, run, names):
            continue
        if names and names[0][0] > run.start() and _is_person(normal, run.start(), names[0][0]):
            continue
        if not names or names[0][0] > run.start():
            names = [*_unknown(normal, run.start(), names[0][0] if names else run.end()), *names]
        if _is_route(normal.folded, run):
            continue
        for first, last, candidates in names:
            mention = _mention(normal, first, last, candidates, previous)
            if mention is not None:
                yield mention
                previous = mention


def _numbered(normal: NormalText) -> Iterator[PlaceMention]:
    """Wards and urban districts that are named by a number; the names of one list share their type word."""
    for one in numbered_names(normal):
        number = folded_key(normal.folded[one.start : one.end])
        name, levels = f"{one.type.capitalize()} {number}", place_types()[one.type]
        shared = one.type_start is None
        yield PlaceMention(one.start, one.end, "named", name, levels, gazetteer().named(number), shared, one.type_start)


def _is_route(folded: str, run: re.Match[str]) -> bool:
    """Whether the ends of a road name it: "đường Xá Nhè - Mường Đun (huyện Tủa Chùa) dài 4,6 km"."""
    ends = _ROUTE.search(folded, max(0, run.start() - _TYPE_REACH), run.start()) is not None
    return ends and any(sign in folded[run.start() : run.end()] for sign in ("- ", "– "))


def _is_person(normal: NormalText, first: int, name: int) -> bool:
    """Whether a family name opens a run of capitals and a place's name ends it: "Nguyễn Thị Hà Giang"."""
    opening = _SYLLABLE.match(normal.folded, first)
    if opening is None or opening[0] not in family_names():
        return False
    joined = any(sign in normal.folded[first:name] for sign in "-–")
    return not joined and _type_before(normal.folded, first) is None


def _unknown(normal: NormalText, first: int, last: int) -> Iterator[tuple[int, int, tuple[PlaceVersion, ...]]]:
    """A name that the gazetteer does not hold, where a type word before it says that it is a place's."""
    typed = _type_before(normal.folded, first)
    if typed is None or place_types()[typed[0]] == _PROVINCES or _is_officer(normal, typed[1], last):
        return  # all provinces are known
    syllables = list(islice(_SYLLABLE.finditer(normal.folded, first, last), _NAME_SYLLABLES))
    if not syllables:
        return
    name = normal.text[first : syllables[-1].end()]
    if len(syllables) > 1 or (name[1:].islower() and len(name) > _SHORT):  # "NTM", "III", "Số" are no names
        yield first, syllables[-1].end(), ()


def _counts_time(folded: str, first: int) -> bool:
    """Whether a capital only opens a count of time: "Ba năm, tỷ lệ hộ nghèo giảm …"."""
    return _TIME_COUNT.match(folded, first) is not None


def _is_officer_named(
    normal: NormalText, run: re.Match[str], names: Sequence[tuple[int, int, tuple[PlaceVersion, ...]]]
) -> bool:
    """Whether a run of capitals behind an office and a type word is a person's whole name: "Chủ tịch xã Sùng A Lềnh".

    A place may open it: "Chủ tịch UBND xã Tả Ngảo Lý A Chu".
    """
    syllables = list(_SYLLABLE.finditer(normal.folded, run.start(), run.end()))
    typed = _type_before(normal.folded, run.start())
    if typed is None or len(syllables) < _WHOLE_NAME or syllables[0][0] not in family_names():
        return False
    if names and names[0][0] == run.start() and names[0][1] > syllables[0].end():
        return False
    return _OFFICE.search(normal.folded, max(0, typed[1] - _TYPE_REACH), typed[1]) is not None


def _is_officer(normal: NormalText, first: int, last: int) -> bool:
    """Whether a name behind a type word is the officer's who speaks: "Bí thư Đảng ủy xã Giàng A Chú cho biết"."""
    speaks = _SPEAKS.match(normal.folded, last)
    return speaks is not None and _OFFICE.search(normal.folded, max(0, first - _TYPE_REACH), first) is not None


def _names_in(folded: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[PlaceVersion, ...]]]:
    """The longest names in a run of capitalised words, from left to right."""
    places = gazetteer()
    syllables = [(match.start(), match.end()) for match in _SYLLABLE.finditer(folded, start, end)]
    at = 0
    while at < len(syllables):
        longest_here = places.openings.get(folded_key(folded[syllables[at][0] : syllables[at][1]]), 0)
        for size in range(min(longest_here, len(syllables) - at), 0, -1):
            first, last = syllables[at][0], syllables[at + size - 1][1]
            key = folded_key(folded[first:last])
            candidates = places.named(places.compact.get(key, key) if size == 1 else key)
            if candidates and not key.isdigit():  # numbers need their type word: numbered.py
                yield first, last, candidates
                at += size
                break
        else:
            at += 1


def _mention(
    normal: NormalText,
    first: int,
    last: int,
    candidates: tuple[PlaceVersion, ...],
    previous: PlaceMention | None,
) -> PlaceMention | None:
    """A name with its type word; None where the words before it make it something else's."""
    name = normal.text[first:last]
    typed = _type_before(normal.folded, first)
    if typed is not None:
        if place_types()[typed[0]] == _PROVINCES and all(version.level != 1 for version in candidates):
            return None  # "Phó Giám đốc Sở Nội vụ tỉnh Kim Ngọc Thái"
        if len(name) == 1 and typed[0].endswith("."):
            return None  # "P.V", who asks, is no ward V
        return PlaceMention(first, last, "named", name, place_types()[typed[0]], candidates, False, typed[1])
    stripped = normal.folded[max(0, first - _TYPE_REACH) : first].rstrip()
    if stripped.endswith(_traps()):
        for trap in _traps():
            if stripped.endswith(trap) and (len(stripped) == len(trap) or not stripped[-len(trap) - 1].isalnum()):
                return None
    if previous is not None and previous.levels and _LIST_GAP.fullmatch(normal.folded[previous.end : first]):
        return PlaceMention(first, last, "named", name, previous.levels, candidates, True)
    return PlaceMention(first, last, "named", name, (), candidates)


def _villages(normal: NormalText) -> Iterator[PlaceMention]:
    end = 0
    for first, last, _ in longest(_village_words().find(normal.folded)):
        if first < end or normal.text[last : last + 1] != " " or normal.folded.endswith(_RURAL, 0, first):
            continue
        if normal.text[first].isupper() and _NAME_BEFORE.search(normal.text, max(0, first - _TYPE_REACH), first):
            continue  # "ông Kim Sóc Thia" is a person
        name = _VILLAGE_NAME.match(normal.text, last + 1)
        if name and not _is_head_named(normal.folded, first, name):
            end = _name_end(normal, name)
            yield PlaceMention(first, end, "village", normal.text[first:end])


def _name_end(normal: NormalText, name: re.Match[str]) -> int:
    """Where the name of a hamlet ends: before the number behind it if that counts, "bản Pỏi 12 hộ"."""
    counted = name["number"] is not None and counts(normal, name.end())
    return name.start("number") if counted else name.end()


def _is_head_named(folded: str, first: int, name: re.Match[str]) -> bool:
    """Whether a name behind an office of a hamlet is a person's whole name: "Trưởng bản Vàng A Sếnh"."""
    syllables = _SYLLABLE.findall(folded, name.start(), name.end())
    if len(syllables) < _WHOLE_NAME or syllables[0] not in family_names():
        return False
    return _OFFICE.search(folded, max(0, first - _TYPE_REACH), first) is not None


def _unnamed(normal: NormalText) -> Iterator[PlaceMention]:
    """Areas told without a name of their own: "nông thôn", "các huyện nghèo", "cả nước", "vùng Tây Bắc"."""
    for hit in longest(_areas().find(normal.folded)):
        first: int | None = hit.start
        if hit.payload == "part":
            if _is_settlement(normal.folded, hit.start, hit.end):
                yield PlaceMention(hit.start, hit.end, "settlement", normal.text[hit.start : hit.end])
            continue
        if hit.payload == "group":
            first = _group_start(normal.folded, hit.start)
        elif hit.payload == "country" and _ends_name(normal, hit.start):
            continue
        elif hit.payload == "region" and _SIDE.search(normal.folded, max(0, hit.start - _SEVERAL_REACH), hit.start):
            continue  # "ở phía tây bắc tỉnh A" only says where in it
        if first is not None:
            yield PlaceMention(first, hit.end, hit.payload, _PREPOSITION.sub("", normal.text[first : hit.end]))


def _ends_name(normal: NormalText, country: int) -> bool:
    """Whether the country ends the name of a body, which opens with a capital."""
    begin = max(0, country - _TYPE_REACH)
    opened = _ORGANISATION.finditer(normal.folded, begin, country)
    named = any(normal.text[one.start()].isupper() for one in opened)
    return named or _INITIALS.search(normal.text, begin, country) is not None


def _is_settlement(folded: str, first: int, last: int) -> bool:
    """Whether words for a part of a place ("thành thị") stand for it, and do not only say of which kind others are."""
    there = folded.endswith(_THERE, 0, first)
    opens = _OPENS.search(folded, max(0, first - _TYPE_REACH), first) is not None
    return there or (opens and _TELLS.match(folded, last) is not None)


def _group_start(folded: str, first: int) -> int | None:
    """Where places told together begin, with "các" or their number before them; None where they are told of nothing."""
    several = _SEVERAL.search(folded, max(0, first - _SEVERAL_REACH), first)
    if several is None:
        return None
    begin = several.start()
    if folded.endswith(_ONE_OF, 0, begin):
        return None  # "là một trong những huyện nghèo nhất cả nước"
    before = max(0, begin - _TYPE_REACH)
    counted = several[0][0].isdigit()  # what opens a clause with its number is counted there: "7 huyện nghèo có …"
    there = _GROUP_THERE.search(folded, before, begin) or (not counted and _GROUP_OPENS.search(folded, before, begin))
    return begin if there else None
