"""Which place a name means: by its type word, its parent told beside it, the document's other places, and the day.

Nothing is guessed: where several places remain, the name stays as printed and no code is given.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from pipelines.model import Place
from pipelines.orthography import NormalText, fold, without_diacritics
from pipelines.places.gazetteer import PlaceVersion, gazetteer, place_types, places_above
from pipelines.places.mentions import PlaceMention
from pipelines.places.names import folded_key
from pipelines.vocabulary.roles import CUES

_PARENT_GAP = re.compile(r"\s*[(,]\s*(?:(?:thuộc|của|ở)\s+)?")
#: Names of one syllable, and those of ordinary words, need a type word.
_COUNTRY = "Việt Nam"
#: So many names of one province in a document tell that it is of that province.
_SUPPORT = 3
_TWO_SYLLABLES = re.compile(r"\w+[\s\-]\w+")
#: A member of a list stands between a mark and its number.
_LISTED = re.compile(r"(?:[;:,(]|\bcho|\bvà|\blà|\bnhư|\bgồm|\bcó) $")
_COUNTED = re.compile(r" ?[:(]? ?\d[\d.,]*(?![\d.,]| ?tuổi)")
_MARK_REACH = 6
#: What a bare name is told to be right behind it: "Bác Ái là một trong 62 huyện nghèo", no "Hà là xã viên".
_IS_OF_KIND = CUES.pattern(
    r",? là (?:(?:một|1) trong (?:số )?(?:những |các )?(?:\d+ )?|một )?(<administrative_unit>)\b(?! (?:viên|đội)\b)"
)
#: The levels that the type word of cities allows, and how the full names of those of level 1 begin.
_CITY, _CITY_NAME = (1, 2), "thành phố"


@dataclass(slots=True)
class PlaceContext:
    """The places known to a document, and the day that it speaks of.

    `known` are places resolved so far (parents of others); `typed` the name keys that stood with a type word somewhere.
    """

    day: date
    known: set[tuple[int, str]] = field(default_factory=set)
    resolved: dict[str, PlaceVersion] = field(default_factory=dict)


def resolve_all(normal: NormalText, mentions: Sequence[PlaceMention], day: date) -> dict[int, Place]:
    """The place of each mention of a document that is one, by its start.

    Provinces are resolved first, then districts within them, then communes; a bare name counts only where a fuller
    form stands in the document, it names a province, or it lies in a place of the document.
    """
    context = PlaceContext(day)
    found = dict(_unlisted(mentions))
    named = [mention for mention in mentions if mention.kind == "named"]
    parents = parents_told(normal, mentions)
    context.known |= _shared_parents(named, day)
    of_kind = [_of_told_kind(normal, mention) for mention in named]
    for level in (1, 2, 3):
        for mention in of_kind:
            if mention.start not in found:
                _put(found, mention, _resolve(mention, level, parents.get(mention.start), context))
    for mention in named:
        if mention.levels and not mention.shared:
            _put(found, mention, Place(mention.name, None, mention.levels[0]))
    for mention in named:
        _put(found, mention, _bare(mention, context) if mention.start not in found else None)
        if mention.start not in found and _is_listed(normal, mention):
            found[mention.start] = Place(mention.name)
    return found


def _of_told_kind(normal: NormalText, mention: PlaceMention) -> PlaceMention:
    """A mention whose bare name is told to be a place of some kind, with the levels of that."""
    told = None if mention.levels or mention.shared else _IS_OF_KIND.match(normal.folded, mention.end)
    return mention if told is None else replace(mention, levels=place_types()[told[1]])


def _is_listed(normal: NormalText, mention: PlaceMention) -> bool:
    """Whether a name is told of a number as a member of a list, so that it stands as printed: "…; Phú Quý 24 hộ"."""
    return (
        _TWO_SYLLABLES.search(mention.name) is not None
        and _LISTED.search(normal.folded, max(0, mention.start - _MARK_REACH), mention.start) is not None
        and _COUNTED.match(normal.folded, mention.end) is not None
    )


def _unlisted(mentions: Sequence[PlaceMention]) -> Iterator[tuple[int, Place]]:
    """The places that no list holds, as printed: villages, regions, groups of places; and the country."""
    for mention in mentions:
        if mention.kind == "country":
            yield mention.start, Place(_COUNTRY, level=0)
        elif mention.kind in ("village", "region", "group", "settlement"):
            yield mention.start, Place(mention.name)


def _put(found: dict[int, Place], mention: PlaceMention, place: Place | None) -> None:
    """Keep the first place that is found for a mention."""
    if place is not None:
        found.setdefault(mention.start, place)


def parents_told(normal: NormalText, mentions: Sequence[PlaceMention]) -> dict[int, PlaceMention]:
    """The mention told right behind another as its parent: "huyện Tuyên Hóa (Quảng Bình)", "xã A, huyện B"."""
    found: dict[int, PlaceMention] = {}
    outer: set[int] = set()
    placed = [mention for mention in mentions if mention.kind in ("named", "village")]
    for mention, following in pairwise(placed):
        begin = following.type_start if following.type_start is not None else following.start
        gap = normal.folded[mention.end : begin]
        bracket = gap.strip() == "("
        lower = 4 if mention.kind == "village" else max(mention.levels, default=4)
        # "ấp Xoài Xiêm, xã Ngãi Xuyên, Trà Cú": what goes on outwards is no list
        outwards = mention.start in outer and any(version.level < lower for version in following.candidates)
        told = _PARENT_GAP.fullmatch(gap) and (bracket or following.levels) and not following.shared
        if (told or (gap == ", " and outwards)) and following.kind == "named":
            outer.add(following.start)
            if outwards or min(following.levels, default=1) < lower:
                found[mention.start] = following
    return found


def _shared_parents(named: Sequence[PlaceMention], day: date) -> set[tuple[int, str]]:
    """The provinces in which several bare names of a document lie together, where no province is named.

    One such name may be anything's; three of one province support each other.
    """
    provinces: dict[tuple[int, str], set[str]] = {}
    for mention in named:
        if not _TWO_SYLLABLES.search(mention.name):
            continue
        above = {
            (parent.level, parent.code)
            for version in _on_day(mention.candidates, 2, day)
            if (parent := gazetteer().parent(version, day)) is not None
        }
        if len(above) == 1:
            provinces.setdefault(above.pop(), set()).add(mention.name)
    best = max(provinces.items(), key=lambda item: len(item[1]), default=None)
    return {best[0]} if best is not None and len(best[1]) >= _SUPPORT else set()


def _resolve(mention: PlaceMention, level: int, parent: PlaceMention | None, context: PlaceContext) -> Place | None:
    """The place of a mention at one level, None where it is not of that level or not clear."""
    if mention.levels:
        if level not in mention.levels:
            return None
    elif level != 1 or not _TWO_SYLLABLES.search(mention.name):
        return None
    versions = _on_day(mention.candidates, level, context.day)
    if not any(version.valid_on(context.day) for version in versions):
        versions = _on_day(_misspelt(mention, level, context), level, context.day) or versions
    if level == 1 and mention.levels == _CITY:  # "thành phố Lạng Sơn" is not the province of that name
        versions = [version for version in versions if version.full_name.casefold().startswith(_CITY_NAME)]
    if parent is not None and level > 1:
        names = {version.name for version in parent.candidates}
        inside = [
            v for v in versions if (above := gazetteer().parent(v, context.day)) and _under(above, names, context)
        ]
        versions = inside or versions
    if len(versions) > 1:
        inside = [version for version in versions if _is_inside(version, context)]
        right_inside = [version for version in inside if _is_right_inside(version, context)]
        versions = next((found for found in (inside, right_inside) if len(found) == 1), versions)
    if len(versions) != 1:
        return None
    return _keep(mention, versions[0], context)


def _misspelt(mention: PlaceMention, level: int, context: PlaceContext) -> tuple[PlaceVersion, ...]:
    """The places of the document's parents whose names differ from one of none of that day in diacritics only."""
    if level == 1:
        return ()
    plain = without_diacritics(folded_key(fold(mention.name)))
    return tuple(
        version
        for _, code in sorted(context.known)
        for version in gazetteer().by_parent.get(code, ())
        if version.level == level
        and len(version.name) == len(mention.name)
        and _is_inside(version, context)
        and without_diacritics(folded_key(fold(version.name))) == plain
    )


def _under(version: PlaceVersion, names: set[str], context: PlaceContext) -> bool:
    """Whether a place lies in one that bears one of the names."""
    return any(above.name in names for above in places_above(version, context.day))


def _is_inside(version: PlaceVersion, context: PlaceContext) -> bool:
    """Whether a place lies in one that the document knows."""
    return any((above.level, above.code) in context.known for above in places_above(version, context.day))


def _is_right_inside(version: PlaceVersion, context: PlaceContext) -> bool:
    """Whether the place in which one lies at once is known: of two wards 7 of a city, that of the district told."""
    above = gazetteer().parent(version, context.day)
    return above is not None and (above.level, above.code) in context.known


def _bare(mention: PlaceMention, context: PlaceContext) -> Place | None:
    """A name without a type word of its own: that of the fuller form, else one inside the document's places."""
    for version in mention.candidates:
        same = context.resolved.get(version.name)
        if same is not None and (not mention.levels or same.level in mention.levels):
            return _keep(mention, same, context)
    for level in (2, 3):
        inside = [v for v in _on_day(mention.candidates, level, context.day) if _is_inside(v, context)]
        if len(inside) > 1:
            inside = [v for v in inside if _is_right_inside(v, context)]
        if len(inside) == 1 and (mention.shared is False or not mention.levels or level in mention.levels):
            return _keep(mention, inside[0], context)
    if mention.levels:
        return Place(mention.name, None, mention.levels[0])
    return None


def _keep(mention: PlaceMention, version: PlaceVersion, context: PlaceContext) -> Place:
    context.known.add((version.level, version.code))
    context.resolved.setdefault(version.name, version)
    context.known.update((above.level, above.code) for above in places_above(version, context.day))
    return Place(version.full_name, version.code, version.level, version.valid_from)


def _on_day(candidates: Iterable[PlaceVersion], level: int, day: date) -> list[PlaceVersion]:
    """The candidates of a level that hold on a day; where none does, the last before or the first after it."""
    of_level = [version for version in candidates if version.level == level]
    valid = [version for version in of_level if version.valid_on(day)]
    if valid or not of_level:
        return valid
    by_code = {version.code: version for version in sorted(of_level, key=lambda version: version.valid_from)}
    return list(by_code.values())
