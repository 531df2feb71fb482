"""Persons of a story and where they live, so that a later sentence about one of them has a place.

Names are kept only while a document is read; none leaves this module.
"""

from collections.abc import Iterator

from pipelines.model import Place
from pipelines.orthography import NormalText
from pipelines.places.names import CAPITALS
from pipelines.vocabulary.roles import CUES

_PERSON = CUES.pattern(rf"\b(?i:<person>)\s+((?:[{CAPITALS}][\w’']*)(?:\s+[{CAPITALS}][\w’']*)*)")
# A person told of without a name; "bà con" and "anh em" are many, "nông cụ" and "cụ thể" none.
_UNNAMED = CUES.pattern(
    rf"(?<!nông )(?<!ngư )(?<!công )(?<!dụng )(?<!nhạc )\b<person_alone>\b"
    rf"(?!\s+(?:con|em|bà|ấy là|thể|hùng|[{CAPITALS}]))"
)
#: The family of somebody told of without a name: "vợ anh", "gia đình bà".
_KIN = CUES.pattern(r"\b(?i:<family>) <person_behind>\b")
_OFFICE = CUES.pattern(r"\.?(?:, | - | – |\()(?i:phó )?(?i:<office>)")


def is_told_of(text: str, start: int, end: int) -> bool:
    """Whether a stretch tells of a person's life: "anh Tuyên", "vợ anh đau ốm", but not "thưa bà"."""
    return _PERSON.search(text, start, end) is not None or _KIN.search(text, start, end) is not None


class Persons:
    """The persons that a document has told of so far, by the last syllable of their names."""

    def __init__(self, normal: NormalText) -> None:
        self._text = normal.text
        self._places: dict[str, Place] = {}
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
