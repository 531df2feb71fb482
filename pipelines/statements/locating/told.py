"""Which places of a sentence are told of figures: not the parents of others, not those only compared or passed by.

Names told together ("hai huyện A, B") are one place here, with its members. What places there are is
pipelines.places.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.model import Place, Section
from pipelines.orthography import NormalText
from pipelines.places.containment import lies_in
from pipelines.places.document import place_of_document
from pipelines.places.gazetteer import PlaceVersion, gazetteer
from pipelines.places.mentions import PlaceMention, find_places
from pipelines.places.resolution import parents_told, resolve_all
from pipelines.statements.wording.sentences import Sentence
from pipelines.vocabulary.roles import CUES

#: A place behind these is compared with, bordered on or left, and places no figure.
_PASSING = CUES.pattern(r"<passing>(?: của)?$")
#: What stands before a whole in which something else lies or goes on.
_WITHIN = "trong "
#: What is named as an example is told of where its figure follows at once.
_SUCH_AS = "như"
#: "Cách trung tâm huyện A hơn 50 km" tells how far another place is.
_FAR_FROM, _SO_FAR = CUES.pattern(r"(?<!\w)cách(?: <centre>)?$"), re.compile(r"[^.,;:()\d]{0,12}\d")
_TOLD_AT_ONCE = CUES.pattern(r" ?(?:[:(]? ?|(?:<level_goes_on>|có) (?:[^\s.,;:()\d]+ ){0,3})\d")
#: What opens a sentence about an example: "Điển hình như xã A, năm 2018 có 96 hộ".
_EXAMPLE = CUES.pattern(r"\W*(?:<example>(?: là)?,? )?(?:như|sang)")
#: A parent behind these only says where the document's place lies.
_LIES_IN = CUES.pattern(r"(?:<lying_in>|phía \w+(?: \w+)?)$")
# A literal at its beginning is what `re` finds fast, so the word's own beginning is looked at behind it.
_GOES_ON = CUES.pattern(r"cùng (?<!\wcùng )(?:<administrative_unit>|<hamlet>|<area>)\b")
#: Another province behind these is where somebody went or came from: "từng đi Bình Dương làm thuê".
_JOURNEY = CUES.pattern(
    r"(?<!\w)(?:<journey>|<working> (?:ở|tại) [^.;:()\d]{2,40} (?:ở|tại|của))"
    r"(?: [^\s,.;:()\d]+ [^\s,.;:()\d]+(?:,| và)){0,2}$"
)
#: Of what a place was made: "xã A được hợp nhất từ 2 xã B và C, có 13 làng".
_MERGED = CUES.pattern(r"\b<merged_from> (?:(?:các|\d+|<number_word>) )?(?:<administrative_unit>\b)?[^.;:()\d]{0,40}$")
#: Who goes there to tell of it: "Chúng tôi theo đoàn về xã A, huyện B (tỉnh C)".
_VISITED = CUES.pattern(r"\W*(?:[^,.;:()]{0,40}, )?<visiting>\b[^.;:()]{0,40}<journey>(?: thăm)? ")
#: A place told to be one of another's, "Cư Pui là xã vùng III của huyện Krông Bông": the former is told of.
_SUBJECT = CUES.pattern(r"\blà [^.;:,()]{1,60}<lying_in>$")
#: What ranks a place among others of one in which it lies: "là một trong 62 huyện nghèo của cả nước, có 9 xã".
_ONE_AMONG = CUES.pattern(r"\b(?:một|1) trong (?:số )?(?:những |các |\d+ )?[^.,;:()\d]{0,40}(?:<lying_in>)?$")
#: Whose body does something to the place told before: "xã A được UBND tỉnh B công nhận".
_BY_BODY = CUES.pattern(r"\bđược (?:lãnh đạo )?<body>$")
#: Another province before these gives, and what it gives is for the document's place.
_GIVES = CUES.pattern(r" <helping>")
#: Behind the name of a place that was.
_FORMER = CUES.pattern(r" <former>")
_LONGEST_WORDS = 70
#: Between places told by their number and the bracket with their names: "5 huyện nghèo theo Nghị quyết 30a (A, B, …)".
_NAMES_OPEN = re.compile(r"[^.,;:()]{0,40}\(")
_NUMBER = re.compile(r"\d{1,4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Told:
    """A place told of figures: where (with its type word), which; `members` are those of names told together.

    `in_itself` says that it needs no preposition to belong to the figure before it: "42.400 hộ ở các huyện nghèo";
    `in_hamlet` that it is a hamlet; `compared` that another is only compared with it, so that it is told of nothing but
    what a bracket right behind it holds; `ranking` that it only says among how many the place before it is one.
    """

    start: int
    end: int
    place: Place | None
    members: tuple[Place, ...]
    level: int | None
    in_itself: bool = False
    in_hamlet: bool = False
    compared: bool = False
    ranking: bool = False


class TellingReader:
    """The places that the sentences of one document tell of."""

    def __init__(self, normal: NormalText, sections: Sequence[Section], day: date) -> None:
        self._normal = normal
        self._day = day
        self._mentions = _without_lone_part(find_places(normal))
        self._places = resolve_all(normal, self._mentions, day)
        parents = parents_told(normal, self._mentions)
        known = self._places.keys()
        self._parents = {parent.start for child, parent in parents.items() if {child, parent.start} <= known}
        self.document = place_of_document(self._mentions, self._places, parents, sections, normal)
        self._above = {(version.level, version.code) for version in self._ancestors(self.document)}
        self._at = 0
        self._printed = {version.name for mention in self._mentions for version in mention.candidates}
        self._latest: dict[int, Place] = {}
        self._ranking: set[int] = set()  # where places are told that another is one among so many of
        self._compared: set[int] = set()  # where places are told that another is only compared with
        self._visited: set[tuple[int | None, str | None]] = set()  # places of other provinces that a text goes to
        self._company: set[tuple[int | None, str | None]] = set()  # places told in one list with the document's

    def of_sentence(self, sentence: Sentence) -> list[Told]:
        """The places that a sentence tells of, in order; sentences must come in order, too."""
        while self._at < len(self._mentions) and self._mentions[self._at].start < sentence.start:
            self._at += 1
        end = self._at
        while end < len(self._mentions) and self._mentions[end].start < sentence.end:
            end += 1
        here: list[PlaceMention] = []
        for mention in self._mentions[self._at : end]:
            if mention.start in self._parents and (parent := self._places[mention.start]).level is not None:
                self._latest[parent.level] = parent  # "thôn Mục, xã Tuấn Đạo": the commune told of last
            if here and self._is_ranking(mention, here[-1]):
                self._ranking.add(mention.start)
            if self._counts(mention, sentence) and not (here and self._is_parent_of(mention, here[-1])):
                here.append(mention)
        spoken = all(
            mention.kind == "speaks" or mention.start in self._compared for mention in here
        )  # else it is told for the places that he names
        told = list(self._joined(here if spoken else [mention for mention in here if mention.kind != "speaks"]))
        return [self._with_names(one, told[at + 1 : at + 2]) for at, one in enumerate(told)]

    def _with_names(self, group: Told, behind: Sequence[Told]) -> Told:
        """Places told by their number with the names that a bracket right behind them tells, which are as many."""
        if not group.in_itself or not behind:
            return group
        names, folded = behind[0], self._normal.folded
        counted = _NUMBER.match(folded, group.start)
        if counted is None or int(counted[0]) != len(names.members):
            return group
        if _NAMES_OPEN.fullmatch(folded, group.end, names.start) is None or not folded.startswith(")", names.end):
            return group
        return replace(group, end=names.end + 1, place=names.place, members=names.members)

    def goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence says that it stays in the place told before: "cùng ấp"."""
        return _GOES_ON.search(self._normal.folded, sentence.start, sentence.end) is not None

    def is_foreign(self, one: Told) -> bool:
        """Whether a place lies in another province than the document's, so that a text only passes through it.

        A province that was, "tỉnh Ninh Thuận trước đây", lies in the one of today.
        """
        if _FORMER.match(self._normal.folded, one.end):
            return False
        return all(map(self._is_elsewhere, one.members)) if len(one.members) > 1 else self._is_elsewhere(one.place)

    def _is_elsewhere(self, place: Place | None) -> bool:
        if place is None or place.code is None or self.document is None or not self.document.level:
            return False
        if (place.level, place.code) in self._company or (place.level, place.code) in self._visited:
            return False  # "năm tỉnh Gia Lai, Đắk Lắk, Quảng Ngãi, …", of which the text tells in turn
        mine = {code for level, code in self._above if level == 1} | (
            {self.document.code} if self.document.level == 1 else set()
        )
        if not mine:
            return False
        theirs = {version.code for version in self._ancestors(place) if version.level == 1}
        theirs |= {place.code} if place.level == 1 else set()
        return bool(theirs) and not mine & theirs

    def _counts(self, mention: PlaceMention, sentence: Sentence) -> bool:
        """Whether a mention tells of figures."""
        if mention.kind == "speaks":
            place = self._whole(mention)
            within = self.document is not None and (self.document.level or 0) <= mention.levels[0]
            return within and place is not None and place.level == mention.levels[0]
        if mention.kind == "whole":
            return not (self._is_superlative(mention, sentence) or self._is_surrounding(mention))
        place = self._places.get(mention.start)
        if place is None or mention.start in self._parents:
            return False
        before = self._normal.folded[max(sentence.start, _begin(mention) - _LONGEST_WORDS) : _begin(mention)].rstrip()
        if mention.kind in ("named", "country") and self._is_passed(mention, before):
            self._compared.add(mention.start)
            return self._normal.folded.startswith(" (", mention.end)  # told of what the bracket holds
        if _FAR_FROM.search(before) and _SO_FAR.match(self._normal.folded, mention.end):
            return False
        if mention.kind == "region" and before.endswith(CUES.of("first_among")):
            return False
        if mention.kind == "named" and _MERGED.search(before):
            return False
        if _JOURNEY.search(before) and self._is_elsewhere(place):
            if _VISITED.fullmatch(self._normal.folded, sentence.start, _begin(mention)) is None:
                return False
            self._visited.add((place.level, place.code))
        if _GIVES.match(self._normal.folded, mention.end) and self._is_elsewhere(place):
            return False
        above = (place.level, place.code) in self._above and mention.kind == "named"
        return not (above and _LIES_IN.search(before))

    def _is_passed(self, mention: PlaceMention, before: str) -> bool:
        """Whether a place is only compared with, bordered on or left; not "Sang xã Đà Bắc, …", "như Ea Súp 42,15%"."""
        if _EXAMPLE.fullmatch(before) or _PASSING.search(before) is None:
            return False
        return not (before.endswith(_SUCH_AS) and _TOLD_AT_ONCE.match(self._normal.folded, mention.end))

    def _is_parent_of(self, mention: PlaceMention, subject: PlaceMention) -> bool:
        """Whether a place is only told as that in which the one before it lies: "A là huyện nghèo của tỉnh B"."""
        inner, outer = self._places.get(subject.start), self._places.get(mention.start)
        if inner is None or outer is None or mention.kind != "named" or not lies_in(inner, outer):
            return False
        between = self._normal.folded[subject.end : _begin(mention)].rstrip()
        return any(pattern.search(between) for pattern in (_SUBJECT, _BY_BODY))

    def _is_ranking(self, mention: PlaceMention, subject: PlaceMention) -> bool:
        """Whether the country only tells among how many the place before it is: "một trong 62 huyện của cả nước"."""
        if mention.kind not in ("country", "region"):
            return False
        return _ONE_AMONG.search(self._normal.folded[subject.end : mention.start].rstrip()) is not None

    def _is_superlative(self, mention: PlaceMention, sentence: Sentence) -> bool:
        """Whether a whole only ranks what is told: "một trong những huyện nghèo nhất cả nước"."""
        return self._normal.folded[sentence.start : mention.start].rstrip().endswith(CUES.of("first_among"))

    def _is_surrounding(self, mention: PlaceMention) -> bool:
        """Whether a whole is only that in which the document's place lies: a district's people work "trong tỉnh"."""
        within = self._normal.folded.startswith(_WITHIN, mention.start)
        return within and self.document is not None and (self.document.level or 0) > mention.levels[0]

    def _joined(self, mentions: Sequence[PlaceMention]) -> Iterator[Told]:
        at = 0
        while at < len(mentions):
            last = at
            while last + 1 < len(mentions) and self._is_joined(mentions[last], mentions[last + 1]):
                last += 1
            yield self._told(mentions[at : last + 1])
            at = last + 1

    def _is_joined(self, one: PlaceMention, other: PlaceMention) -> bool:
        """Whether two names are told together: only a comma or "và" between them, one type word for both."""
        between = self._normal.folded[one.end : _begin(other)].strip()
        alike = other.shared or one.kind == other.kind == "region" or (not one.levels and not other.levels)
        return between in (",", "và") and alike and other.kind in ("named", "region")

    def _told(self, mentions: Sequence[PlaceMention]) -> Told:
        first, last = mentions[0], mentions[-1]
        members = tuple(self._places[mention.start] for mention in mentions if mention.start in self._places)
        if first.kind in ("whole", "speaks"):
            place = self._whole(first)
            return Told(first.start, first.end, place, (place,) if place else (), first.levels[0])
        level = members[0].level
        if len(mentions) > 1:
            place = Place(", ".join(mention.name for mention in mentions))
            if self.document is not None and self.document.code in {member.code for member in members}:
                self._company.update((member.level, member.code) for member in members)
        else:
            place = members[0]
            if place.level is not None:
                self._latest[place.level] = place
        in_itself, in_hamlet = first.kind in ("group", "settlement"), first.kind == "village"
        compared = first.start in self._compared
        ranking = first.start in self._ranking
        return Told(_begin(first), last.end, place, members, level, in_itself, in_hamlet, compared, ranking)

    def _whole(self, mention: PlaceMention) -> Place | None:
        """What "toàn huyện" is: the document's place if of that level, else the last told of it, else one above."""
        level, document = mention.levels[0], self.document
        if document is not None and document.level == level:
            return document
        if level in self._latest:
            return self._latest[level]
        for version in self._ancestors(document):
            if version.level == level and self._is_printed(version):
                return Place(version.full_name, version.code, version.level, version.valid_from)
        return document if document is not None and document.level and document.level < level else None

    def _is_printed(self, version: PlaceVersion) -> bool:
        """Whether the text names a place: of "toàn tỉnh" alone the name stays open."""
        return version.name in self._printed

    def _ancestors(self, place: Place | None) -> Iterator[PlaceVersion]:
        if place is None or place.code is None or place.level is None:
            return
        versions = gazetteer().by_code.get((place.level, place.code), ())
        version = next((one for one in versions if one.valid_from == place.valid_from), None)
        while version is not None:
            version = gazetteer().parent(version, self._day if version.valid_on(self._day) else version.valid_from)
            if version is not None:
                yield version


def _without_lone_part(mentions: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """The mentions without a part told of once: an income "ở nông thôn" is the document's where no towns are told."""
    parts = [mention for mention in mentions if mention.kind == "settlement"]
    return mentions if len(parts) > 1 else [mention for mention in mentions if mention.kind != "settlement"]


def _begin(mention: PlaceMention) -> int:
    return mention.start if mention.type_start is None else mention.type_start
