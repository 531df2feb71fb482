"""Where paragraphs and sentences begin and end. What they say is read elsewhere."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pipelines.model import Section, SectionKind
from pipelines.orthography import NormalText

#: Sections whose numbers are facts of the document.
SPOKEN: frozenset[SectionKind] = frozenset({"headline", "lead", "body", "caption"})

_PARAGRAPH = re.compile(r"[^\n]+")
# Both alternatives begin with one of few signs, which `re` then looks for alone.
_BOUNDARY = re.compile(
    r"""[.!?…](?:"""
    r"""[.!?…]*["”'’)\]]*\s+(?=["“'‘(\[]?[A-ZÀ-ỸĐ0-9•+\-–])"""  # the usual full stop
    r"""|(?<=[a-zà-ỹđ%)]\.)(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])"""  # the space after it is missing
    r""")"""
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
#: No heading is longer than this.
HEADING_LENGTH = 120
#: Of the sentences of the golden articles the longest has 575 characters, the fullest 22 numbers.
_MOST_CHARACTERS, _MOST_NUMBERS = 4_000, 64
# A full stop behind these ends no sentence: type words, titles, initials, "v.v."
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:tp|tx|tt|p|q|h|x|tr|ths|ts|gs|pgs|bs|đc|st|no|nxb|t\.?p|[a-zđ])\.$")
# The number of a heading or an item ends no sentence either: "III. Nhiệm vụ", "2.1. Y tế", "Điều 2. Mục tiêu".
_ENUMERATOR = re.compile(r"\s*(?:(?i:phần|chương|mục|điều|khoản)\s+)?(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the normal text; `paragraph` numbers its paragraph in the document."""

    start: int
    end: int
    paragraph: int
    section: SectionKind
    opens_paragraph: bool
    closes_paragraph: bool


def split(normal: NormalText, sections: Sequence[Section]) -> list[Sentence]:
    """Cut the spoken sections of a text into sentences; a line end always ends one."""
    sentences: list[Sentence] = []
    for number, (start, end, kind) in enumerate(_paragraphs(normal, sections)):
        spans = list(_sentences(normal, start, end))
        for index, (first, last) in enumerate(spans):
            sentences.append(Sentence(first, last, number, kind, index == 0, index == len(spans) - 1))
    return sentences


def _paragraphs(normal: NormalText, sections: Sequence[Section]) -> Iterator[tuple[int, int, SectionKind]]:
    for section in sections:
        if section.kind not in SPOKEN:
            continue
        start, end = _in_normal(normal, section.start), _in_normal(normal, section.end)
        for line in _PARAGRAPH.finditer(normal.text, start, end):
            if not line[0].isspace():
                yield line.start(), line.end(), section.kind


def _sentences(normal: NormalText, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for boundary in _BOUNDARY.finditer(normal.text, start, end):
        if _ABBREVIATION.search(normal.folded, max(begin, boundary.start() - 6), boundary.start() + 1):
            continue
        if not any(map(str.isalnum, normal.text[begin : boundary.start()])):
            continue  # "... đến chuyện ở ấp Trà Teo"
        if begin == start and _ENUMERATOR.fullmatch(normal.text, start, boundary.start()):
            continue
        yield from _pieces(normal.text, begin, boundary.end())
        begin = boundary.end()
    if begin < end:
        yield from _pieces(normal.text, begin, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as it is; one longer than people write (a table without line ends) in pieces.

    Every figure is read with its whole sentence in view, so a piece is what bounds the cost of a text of one line.
    """
    begin = start
    while end - begin > _MOST_NUMBERS:
        limit = min(begin + _MOST_CHARACTERS, end)
        numbers = islice(_NUMBER.finditer(text, begin, limit), _MOST_NUMBERS, None)
        limit = min(limit, next((number.start() for number in numbers), limit))
        if limit == end:
            break
        cut = 1 + max(text.rfind(";", begin, limit), -1)
        cut = cut if cut > begin else 1 + text.rfind(" ", begin, limit)
        cut = cut if cut > begin else limit
        yield begin, cut
        begin = cut
    yield begin, end


def _in_normal(normal: NormalText, offset: int) -> int:
    """The index in the normal text that an offset of the source came to."""
    if normal.offsets is None:
        return offset
    return max(0, bisect_right(normal.offsets, offset) - 1)
