"""Names of places in a text: where they stand, with which type word, and what they may be.

Names are found here by their capitals and looked up in the gazetteer; what it does not hold or no capital tells is
found by the modules that this one asks (see the map of the room). Which place is meant is decided in resolution.py.
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
from pipelines.places.numbered import numbered_names
from pipelines.places.officers import is_officer_named, is_officer_speaking
from pipelines.places.settled import settled_names
from pipelines.places.unnamed import AreaKind, unnamed_areas
from pipelines.places.villages import village_names
from pipelines.places.wholes import wholes_of
from pipelines.vocabulary import read_table
from pipelines.vocabulary.family_names import family_names
from pipelines.vocabulary.loader import Members
from pipelines.vocabulary.roles import CUES

Kind = AreaKind | Literal["named", "village", "whole", "speaks"]

_RUN = re.compile(rf"[{CAPITALS}][\w'’]*(?:[ \-–]{{1,3}}[{CAPITALS}][\w'’]*)*")
#: The number at the end of a name: "xã Đam Rông 1", "phường Hà Giang 2".
_NUMBER_BEHIND = re.compile(r" ([0-9]{1,2})(?![0-9]|[.,/-][0-9]|%)")
_RUN_BEFORE = re.compile(rf"[{CAPITALS}][\w'’]*(?:[ \-–]{{1,3}}[{CAPITALS}][\w'’]*)*\Z")
_SYLLABLE = re.compile(r"[\w'’]+")
#: Of two kinds of place in one span: "Đông Bắc" is a region before it is a commune, "Sóc Trăng" a province, no village.
_RANK: Mapping[Kind, int] = {"named": 1, "village": 2}
#: A number word and what it counts, "Ba năm": Ba is a commune, too.
_TIME_COUNT = CUES.pattern(r"<number_word> <time_noun>(?!\w)")
#: What a name of two ends is a road's behind.
_ROUTE = CUES.pattern(r"(?<!\w)<route> $")
_PROVINCES = (1,)
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
class PlaceTrapRow:
    """place_traps.csv: words before a name that make it a person's or a thing's, and phrases that name no place.

    Those of kind "title" stand before a quotation that is a name: "phong trào “Cả nước chung tay …”".
    """

    kind: Literal["person", "thing", "phrase", "title"]
    forms: Members
    note: str = ""


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
    parts = (*village_names(normal), *announced_names(normal), *settled_names(normal))
    villages = (PlaceMention(*span, "village", normal.text[slice(*span)]) for span in parts)
    named = list(_named(normal))
    # "2 huyện nghèo A, B" are named, no group of places without names
    groups = {mention.start - 1 for mention in named if mention.type_start is not None}
    unnamed = (
        PlaceMention(one.start, one.end, one.kind, one.name)
        for one in unnamed_areas(normal)
        if one.kind != "group" or one.end not in groups
    )
    standing = (
        PlaceMention(one.start, one.end, one.kind, normal.text[one.start : one.end], (one.level,))
        for one in wholes_of(normal)
    )
    found = [*named, *_numbered(normal), *villages, *unnamed, *standing]
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
        if _counts_time(normal.folded, run.start()) or _is_of_officer(normal.folded, run, names):
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
    if typed is None or place_types()[typed[0]] == _PROVINCES or is_officer_speaking(normal.folded, typed[1], last):
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


def _is_of_officer(folded: str, run: re.Match[str], names: Sequence[tuple[int, int, tuple[PlaceVersion, ...]]]) -> bool:
    """Whether a run of capitals behind an office and a type word is a person's name: "Chủ tịch xã Sùng A Lềnh".

    A place may open it: "Chủ tịch UBND xã Tả Ngảo Lý A Chu".
    """
    typed = _type_before(folded, run.start())
    if typed is None or not is_officer_named(folded, typed[1], run.start(), run.end()):
        return False
    opening = _SYLLABLE.match(folded, run.start())
    assert opening is not None  # a capital opens the run
    return not names or names[0][0] > run.start() or names[0][1] <= opening.end()


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
