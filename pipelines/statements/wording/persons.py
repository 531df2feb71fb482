"""Persons of a story and where they live, so that a later sentence about one of them has a place.

Names are kept only while a document is read; none leaves this module.
"""

import re
from collections.abc import Iterator

from pipelines.model import Place
from pipelines.orthography import NormalText
from pipelines.places.names import CAPITALS
from pipelines.vocabulary.roles import CUES

_PERSON = CUES.pattern(rf"\b(?i:<person>)\s+((?:[{CAPITALS}][\w’']*)(?:\s+[{CAPITALS}][\w’']*)*)")
# A person told of without a name; "bà con" and "anh em" are many, "nông cụ" and "cụ thể" none.
_NONE = r"(?!\s+<no_person_behind>\b)"
_UNNAMED = CUES.pattern(rf"(?<!<no_person_before> )\b<person_alone>\b{_NONE}(?!\s+[{CAPITALS}])")
#: The family of somebody told of without a name: "vợ anh", "gia đình bà".
_KIN = CUES.pattern(r"\b(?i:<family>) <person_behind>\b")
#: Between a person and where the person lives: "(52 tuổi, thôn 2", ", dân tộc Tày, ở thôn", ", hộ nghèo ấp".
_TO_HOME = CUES.pattern(
    r"(?:[ ,(–-]{1,3}(?:\d\d tuổi|<born> \d{4}|(?:người )?dân tộc \w+(?: \w+)?"
    r"|(?:là )?<poor_household>)\)?){0,3}[ ,(–-]{1,3}(?:<lives_at> )?"
)
#: What a person has or used, told before the person: "52 m2 của bà Say", "Trên 4 ha đất đồi, gia đình ông Kiên".
_OWNED = CUES.pattern(r"[^.,;:()\d]{0,40} của (?:<family> )?")
_OPENED = CUES.pattern(r"[^.;:()\d]{0,60}, (?:<family> )?")
_OPENS = re.compile(r"\W*(?:ngồi |đứng )?(?:trong|trên|bên|với|từ|nhờ) (?!số )[^.,;:()\d]{0,60}")
#: A sentence that goes on about a person told before: "Chị được vay …", "Năm 2022, gia đình ông Kiên thu …".
_GOES_ON = CUES.pattern(
    rf"\W*(?:[^.,;:]{{0,30}}, )?(?i:<family> )?(?P<title>(?i:<person_alone>))\b{_NONE}"
    rf"(?: (?P<name>[{CAPITALS}]\w*(?: [{CAPITALS}]\w*)*))?"
)
#: So far back stands the name of somebody told of without it.
_STORY = 800
_OFFICE = CUES.pattern(r"\.?(?:, | - | – |\()(?:(?i:<deputy>) )?(?i:<office>)")


def is_told_of(text: str, start: int, end: int) -> bool:
    """Whether a stretch tells of a person's life: "anh Tuyên", "vợ anh đau ốm", but not "thưa bà"."""
    return _PERSON.search(text, start, end) is not None or _KIN.search(text, start, end) is not None


class Persons:
    """The persons that a document has told of so far, by the last syllable of their names."""

    def __init__(self, normal: NormalText) -> None:
        self._text = normal.text
        self._folded = normal.folded
        self._places: dict[str, Place] = {}
        self._homes: dict[str, Place] = {}
        self._last: Place | None = None

    def place_of(self, start: int, end: int) -> Place | None:
        """The place of the first person in a stretch whose place was told before; of one without a name, the last."""
        if not self._places:
            return None
        names = list(self._names(start, end))
        for name in names:
            if name in self._places:
                self._last = self._places[name]
                return self._last
        return self._last if not names and _UNNAMED.search(self._text, start, end) else None

    def remember(self, start: int, end: int, place: Place | None, behind: int) -> None:
        """Note where the person named last in a stretch, or else first behind it up to `behind`, lives."""
        if place is None:
            return
        for name in list(self._names(start, end))[-1:] or list(self._villagers(end, behind))[:1]:
            self._last = self._places.setdefault(name, place)

    def name_before(self, start: int, place: int) -> re.Match[str] | None:
        """The name of the person who lives in the place told behind it: "bà Say, 52 tuổi, thôn Sảng Chải"."""
        named = list(_PERSON.finditer(self._text, start, place))[-1:]
        return next((one for one in named if _TO_HOME.fullmatch(self._folded, one.end(), place) is not None), None)

    def settle(self, name: re.Match[str], place: Place | None) -> None:
        """Note where a person lives, told with the name."""
        if place is not None:
            self._homes[name[1].split()[-1]] = place

    def home_gone_on(self, start: int, end: int) -> Place | None:
        """The home of the person about whom a sentence goes on, if that was told with the name."""
        person = _GOES_ON.match(self._text, start, end) if self._homes else None
        if person is None:
            return None
        if person["name"]:
            return self._homes.get(person["name"].split()[-1])
        named = list(_PERSON.finditer(self._text, max(0, start - _STORY), start))[-1:]
        same = [one for one in named if one[0].split()[0].casefold() == person["title"].casefold()]
        return self._homes.get(same[0][1].split()[-1]) if same else None

    def is_of(self, person: int, start: int, figure: tuple[int, int]) -> bool:
        """Whether a figure before a person's name is told of that person; `start` is where the sentence begins."""
        if _OWNED.fullmatch(self._folded, figure[1], person) is not None:
            return True
        opens = _OPENS.fullmatch(self._folded, start, figure[0]) is not None
        return opens and _OPENED.fullmatch(self._folded, figure[1], person) is not None

    def tells_of_villager(self, start: int, end: int) -> bool:
        """Whether a stretch tells of somebody by name who holds no office."""
        return next(self._villagers(start, end), None) is not None

    def _villagers(self, start: int, end: int) -> Iterator[str]:
        """The persons of a stretch who hold no office: not "ông Thọ, Trưởng phòng …", who speaks there only."""
        for match in _PERSON.finditer(self._text, start, end):
            if _OFFICE.match(self._text, match.end()) is None:
                yield match[1].split()[-1]

    def _names(self, start: int, end: int) -> Iterator[str]:
        for match in _PERSON.finditer(self._text, start, end):
            yield match[1].split()[-1]
