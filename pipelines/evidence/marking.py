"""A text cut into paragraphs and pieces, each piece belonging to at most one marked figure.

Pure: offsets in, pieces out; what a mark looks like is for the templates. Where marks overlap ("727/700 lao động"),
a character belongs to the shortest; a figure that is left without any gets an empty piece behind its end, so that
every figure can be reached. Offsets count characters as Python does, also of decomposed text and beyond the BMP.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.model import Section

_LINE = re.compile(r"[^\r\n]+")
#: Control characters have no place in HTML; their pictures (U+2400 …) show that they are there.
_PICTURES = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)} | {127: 0x2421}


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure by its key, from one character to before another."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. `key` is the figure that it belongs to; the `first` piece of a figure bears its anchor."""

    text: str
    key: str | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text that is not blank. `after_gap`: a blank line stands before it."""

    kind: str | None
    after_gap: bool
    pieces: tuple[Piece, ...]


def paragraphs(text: str, sections: Sequence[Section], marks: Sequence[Mark]) -> tuple[Paragraph, ...]:
    """The lines of a text with the section that covers most of each, and with its figures marked."""
    stretches = _stretches(len(text), marks)
    seen: set[str] = set()
    made: list[Paragraph] = []
    at = end_before = 0
    lines = [line for line in _LINE.finditer(text) if line.group().strip()]
    for number, line in enumerate(lines):
        start, end = line.span()
        # what stands in the line break behind it belongs to the line
        limit = lines[number + 1].start() if number + 1 < len(lines) else len(text) + 1
        pieces = []
        while at < len(stretches) and stretches[at].start < limit:
            stretch = stretches[at]
            piece = _piece(text, max(stretch.start, start), min(stretch.end, end), stretch.key, seen)
            if piece is not None:
                pieces.append(piece)
            if stretch.end > limit:
                break  # it goes on in the next line
            at += 1
        gap = text.count("\n", end_before, start) > 1
        made.append(Paragraph(_kind(sections, start, end), gap and bool(made), tuple(pieces)))
        end_before = end
    return tuple(made)


def marked_cell(shown: str, figures: Sequence[tuple[str, str]]) -> tuple[Piece, ...]:
    """The text of a cell with its figures, given as key and quote in their order.

    One figure takes the whole cell; several are looked for one behind the other.
    """
    if len(figures) == 1:
        return (Piece(printable(shown), figures[0][0], True),)
    marks, at = [], 0
    for key, quote in figures:
        found = shown.find(quote, at) if quote else -1
        start, end = (found, found + len(quote)) if found >= 0 else (len(shown), len(shown))
        marks.append(Mark(start, end, key))
        at = end if found >= 0 else at
    seen: set[str] = set()
    cut = (_piece(shown, one.start, one.end, one.key, seen) for one in _stretches(len(shown), marks))
    return tuple(piece for piece in cut if piece is not None)


def printable(text: str) -> str:
    """The text with pictures in place of control characters."""
    return text.translate(_PICTURES)


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    key: str | None


def _stretches(length: int, marks: Sequence[Mark]) -> list[_Stretch]:
    """The whole length cut where the owner changes; figures that own nothing as empty stretches behind their end."""
    sane = [Mark(min(max(m.start, 0), length), min(max(m.end, 0), length), m.key) for m in marks]
    owned = list(_owned(length, sane))
    keys = {stretch.key for stretch in owned}
    lost = [_Stretch(mark.end, mark.end, mark.key) for mark in sane if mark.key not in keys]
    cut = _cut(owned, sorted({one.end for one in lost}))
    # an empty stretch comes behind what ends where it stands
    return sorted([*cut, *lost], key=lambda one: (one.end, one.start == one.end))


def _cut(stretches: Sequence[_Stretch], points: Sequence[int]) -> Iterator[_Stretch]:
    """The stretches cut at these points, which ascend, so that none reaches over an empty one."""
    for one in stretches:
        inside = points[bisect_right(points, one.start) : bisect_left(points, one.end)]
        for start, end in pairwise((one.start, *inside, one.end)):
            yield _Stretch(start, end, one.key)


def _owned(length: int, marks: Sequence[Mark]) -> Iterator[_Stretch]:
    pending = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: mark.start)
    cuts = sorted({0, length, *(mark.start for mark in pending), *(mark.end for mark in pending)})
    active: list[Mark] = []
    last: _Stretch | None = None
    at = 0
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while at < len(pending) and pending[at].start <= start:
            active.append(pending[at])
            at += 1
        owner = min(active, key=lambda mark: (mark.end - mark.start, mark.start)).key if active else None
        if last is not None and last.key == owner:
            last = _Stretch(last.start, end, owner)
            continue
        if last is not None:
            yield last
        last = _Stretch(start, end, owner)
    if last is not None:
        yield last


def _piece(text: str, start: int, end: int, key: str | None, seen: set[str]) -> Piece | None:
    if start >= end and (key is None or key in seen):
        return None
    first = key is not None and key not in seen
    if key is not None:
        seen.add(key)
    return Piece(printable(text[start:end]) if start < end else "", key, first)


def _kind(sections: Sequence[Section], start: int, end: int) -> str | None:
    """The section that covers most of a line."""
    covered = {(min(end, one.end) - max(start, one.start), -one.start): one.kind for one in sections}
    most = max(covered, default=(0, 0))
    return covered[most] if most[0] > 0 else None
