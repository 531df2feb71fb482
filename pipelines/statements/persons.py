"""Persons of a story and where they live, so that a later sentence about one of them has a place.

Names are kept only while a document is read; none leaves this module.
"""

import re
from collections.abc import Iterator

from pipelines.model import Place
from pipelines.orthography import NormalText

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_PERSON = re.compile(
    rf"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]ụ|[Cc]háu|[Gg]ià làng)\s+"
    rf"((?:[{_UPPER}][\w’']*)(?:\s+[{_UPPER}][\w’']*)*)"
)
# A person told of without a name; "bà con" and "anh em" are many, "nông cụ" and "cụ thể" none.
_UNNAMED = re.compile(
    rf"(?<!nông )(?<!ngư )(?<!công )(?<!dụng )(?<!nhạc )\b(?:ông|bà|anh|chị|cụ)\b"
    rf"(?!\s+(?:con|em|bà|ấy là|thể|hùng|[{_UPPER}]))"
)

_OFFICE = re.compile(
    r"(?:, | - | – |\()(?:[Pp]hó )?(?:[Tt]rưởng|[Gg]iám đốc|[Cc]hủ tịch|[Bb]í thư|[Cc]hi cục|[Cc]hánh)"
)


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

    def _villagers(self, start: int, end: int) -> Iterator[str]:
        """The persons of a stretch who hold no office: not "ông Thọ, Trưởng phòng …", who speaks there only."""
        for match in _PERSON.finditer(self._text, start, end):
            if _OFFICE.match(self._text, match.end()) is None:
                yield match[1].split()[-1]

    def _names(self, start: int, end: int) -> Iterator[str]:
        for match in _PERSON.finditer(self._text, start, end):
            yield match[1].split()[-1]
