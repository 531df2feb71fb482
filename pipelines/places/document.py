"""The place that a document is about, for sentences that name none."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipelines.model import Place, Section
from pipelines.orthography import NormalText
from pipelines.places.containment import lies_in
from pipelines.places.gazetteer import PlaceVersion, gazetteer, place_types
from pipelines.places.mentions import PlaceMention
from pipelines.places.names import CAPITALS
from pipelines.vocabulary.roles import CUES

#: How much a mention counts by where it stands.
_HEADLINE, _LEAD, _BODY = 4.0, 2.0, 1.0
#: The letterhead above a report names who writes it.
_LETTERHEAD = 1.5
#: The place and the day of an issue say little of what it tells: "(Hà Nội, ngày 14/01/2026) - Bộ … thông tin".
_ISSUE = 0.5
_EDGE = 8  # characters between the edge of a line and a place that opens it
_OPENS, _ISSUED = re.compile(r"(?:^|\n)[ (]*$"), re.compile(r", (?:ngày )?\d{1,2}(?:[/.-]| tháng )\d")
#: The opening of the body counts as a lead.
_OPENING = 400
#: So many places of one parent told alike are a list of its parts.
_SEVERAL = 3
#: The place of a level, told without its name: "UBND tỉnh thống nhất", "của huyện".
_UNNAMED = CUES.pattern(r"\b(?:<body>|<whole_of>|của) (<administrative_unit>)\b")
_NAME_BEHIND = re.compile(rf" [{CAPITALS}]")
#: What a headline tells to have been handed over or begun, and the words for the event in the opening.
_CEREMONY = CUES.pattern(r"\b<ceremony_headlined>\b")
_HELD = CUES.pattern(r"\b<ceremony>\b")
_CEREMONY_TOLD = 300
_TOLD = frozenset({"headline", "lead", "body"})


def place_of_document(
    mentions: Sequence[PlaceMention],
    places: Mapping[int, Place],
    parents: Mapping[int, PlaceMention],
    sections: Sequence[Section],
    normal: NormalText,
) -> Place | None:
    """The place told most, those of headline and lead counting for more; parents told behind others do not count.

    What the text tells of a level without a name ("UBND tỉnh thống nhất …") counts for the place of that level.

    None where no administrative place is named: "toàn tỉnh" alone names none. Nor is it one of several told alike that
    lie in the same place: "9 huyện vùng núi (Tây Giang, Đông Giang, Nam Giang, …)" are parts of one that is not named.
    """
    weights: dict[tuple[str, str | None], float] = {}
    first: dict[tuple[str, str | None], Place] = {}
    listed: dict[Place, float] = {}  # those that share the type word of another, by their weights
    told_as_parent = {mention.start for mention in parents.values()}
    opening = next((section.start for section in sections if section.kind in ("lead", "body")), 0) + _OPENING
    for mention in mentions:
        place = places.get(mention.start)
        if place is None or place.level is None or mention.start in told_as_parent:
            continue
        key = (place.name, place.code)
        if mention.shared:
            listed[place] = listed.get(place, 0.0) + _weight_of(mention, sections, opening, normal.text)
            continue
        first.setdefault(key, place)
        weights[key] = weights.get(key, 0.0) + _weight_of(mention, sections, opening, normal.text)
    unnamed = Counter(level for start, level in _unnamed(normal) if _weight(start, sections, opening))
    for key, place in first.items():
        weights[key] += min(_BODY * unnamed[place.level or 0], weights[key])  # a place told once stays told little
    best = max(weights, key=lambda key: weights[key], default=None)
    if best is None or (first[best].level == 0 and _speaks_of_a_part(mentions)):
        return None
    alike = [first[key] for key, weight in weights.items() if weight * 2 >= weights[best]]
    alike += [place for place, weight in listed.items() if weight * 2 >= weights[best] and place not in alike]
    headlined = any(
        places.get(mention.start) == first[best] and _weight(mention.start, sections, opening) == _HEADLINE
        for mention in mentions
    )
    if not headlined and _is_one_of_several(first[best], alike):
        return None
    part = _part_of(first[best], mentions, places, parents, opening)
    return part or _scene(first[best], mentions, places, sections, normal) or first[best]


def _unnamed(normal: NormalText) -> Iterator[tuple[int, int]]:
    """Where a text tells of a place by its level alone, and that level; a city may be of two."""
    for one in _UNNAMED.finditer(normal.folded):
        levels = place_types()[one[1]]
        if len(levels) == 1 and _NAME_BEHIND.match(normal.text, one.end()) is None:
            yield one.start(), levels[0]


def _is_one_of_several(place: Place, alike: Sequence[Place]) -> bool:
    """Whether so many of some places lie in the same place as one of them that none stands out."""
    above = _above(place)
    return above is not None and sum(_above(other) == above for other in alike) >= _SEVERAL


def _above(place: Place) -> PlaceVersion | None:
    """The place that one lies in; None of a province, of one without a code."""
    for version in gazetteer().by_code.get((place.level or 0, place.code or ""), ()):
        if version.valid_from == place.valid_from:
            return gazetteer().parent(version, version.valid_from)
    return None


def _part_of(
    place: Place,
    mentions: Sequence[PlaceMention],
    places: Mapping[int, Place],
    parents: Mapping[int, PlaceMention],
    opening: int,
) -> Place | None:
    """The place that the opening tells as lying in the one of the headline, where the text tells no more of that.

    "Kon Tum: … / Phòng giao dịch huyện Đăk Glei (Kon Tum) …" is about the district.
    """
    told_as_parent = {mention.start for mention in parents.values()}
    again = [
        mention.start
        for mention in mentions
        if places.get(mention.start) == place and mention.start not in told_as_parent
    ]
    inside = {
        told
        for mention in mentions
        if mention.start < opening
        and (parent := parents.get(mention.start)) is not None
        and places.get(parent.start) == place
        and (told := places.get(mention.start)) is not None
        and told.code is not None
        and (told.level or 0) > (place.level or 0)
    }
    return inside.pop() if len(again) == 1 and len(inside) == 1 else None


def _scene(
    place: Place,
    mentions: Sequence[PlaceMention],
    places: Mapping[int, Place],
    sections: Sequence[Section],
    normal: NormalText,
) -> Place | None:
    """Where in a place the ceremony was held of which headline and opening tell, if both name it and no other there.

    "Krông Bông: Bàn giao 3 căn nhà cho hộ nghèo xã Yang Mao / Sáng 21/11, … và UBND xã Yang Mao tổ chức lễ bàn giao …".
    """
    headline = next((section for section in sections if section.kind == "headline"), None)
    if headline is None or _CEREMONY.search(normal.folded, headline.start, headline.end) is None:
        return None
    end = headline.end + _CEREMONY_TOLD
    held = _HELD.search(normal.folded, headline.end, end)
    inside = [
        (mention.start, told)
        for mention in mentions
        if headline.start <= mention.start < end
        and (told := places.get(mention.start)) is not None
        and told.level is not None
        and lies_in(told, place)
    ]
    headlined = {told for start, told in inside if start < headline.end}
    if held is None or len(headlined) != 1 or headlined != {told for start, told in inside if start >= headline.end}:
        return None
    return headlined.pop()


def _speaks_of_a_part(mentions: Sequence[PlaceMention]) -> bool:
    """Whether a text speaks of "toàn tỉnh" or "toàn huyện", so that it is of one, even if it never names it."""
    return any(mention.kind == "whole" for mention in mentions)


def _weight_of(mention: PlaceMention, sections: Sequence[Section], opening: int, text: str) -> float:
    """How much a mention counts: by where it stands; the place of an issue, with its day, counts for little."""
    opens = _OPENS.search(text, max(0, mention.start - _EDGE), mention.start) is not None
    return _ISSUE if opens and _ISSUED.match(text, mention.end) else _weight(mention.start, sections, opening)


def _weight(start: int, sections: Sequence[Section], opening: int) -> float:
    at = bisect_right(sections, start, key=lambda section: section.start) - 1
    if all(section.kind not in _TOLD for section in sections[: at + 1]):
        return _LETTERHEAD
    if at < 0 or start >= sections[at].end:
        return 0.0
    kind = sections[at].kind
    if kind == "headline":
        return _HEADLINE
    if kind == "lead" or (kind == "body" and start < opening):
        return _LEAD
    return _BODY if kind in ("body", "caption", "dateline") else 0.0
