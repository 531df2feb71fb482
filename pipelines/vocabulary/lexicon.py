"""Many surface forms found in one pass: an Aho-Corasick automaton over the folded text.

A form counts where whole words stand. What a found form means is the payload that its owner gave it.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from pipelines.orthography import fold

Payload = TypeVar("Payload")


class Hit(NamedTuple, Generic[Payload]):
    """A form in the text: its span and its payload."""

    start: int
    end: int
    payload: Payload


class Lexicon(Generic[Payload]):
    """Surface forms with payloads. A form may bear several payloads; each is reported."""

    def __init__(self, forms: Iterable[tuple[str, Payload]]) -> None:
        """Build the automaton from (form as written, payload) pairs; forms are folded here."""
        payloads: dict[str, list[Payload]] = {}
        for form, payload in forms:
            members = payloads.setdefault(fold(form), [])
            if payload not in members:
                members.append(payload)
        self._automaton = ahocorasick.Automaton()
        for form, members in payloads.items():
            self._automaton.add_word(form, (len(form), tuple(members)))
        if payloads:
            self._automaton.make_automaton()
        self._empty = not payloads

    def find(self, folded: str, start: int = 0, end: int | None = None) -> list[Hit[Payload]]:
        """All forms that stand as whole words in folded[start:end], nested ones too, in the order of their ends."""
        return [Hit(first, last, payload) for first, last, payloads in self.spans(folded, start, end)
                for payload in payloads]  # fmt: skip

    def spans(
        self, folded: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int, tuple[Payload, ...]]]:
        """The same as `find`, all payloads of a form together."""
        if self._empty:
            return
        # The automaton copies what it is given, so it is given no more than the stretch.
        text = folded[start:end] if start or end is not None else folded
        size = len(text)
        for last, (length, payloads) in self._automaton.iter(text):
            end = last + 1
            first = end - length
            # digits and letters go on a word; most forms begin and end with one
            if first and text[first - 1].isalnum() and text[first].isalnum():
                continue
            if end < size and text[end].isalnum() and text[last].isalnum():
                continue
            yield start + first, start + end, payloads


def longest(hits: Iterable[Hit[Payload]]) -> list[Hit[Payload]]:
    """Settle overlaps: the longest hit wins, then the first; equal spans all stay. In the order of the text.

    In "số hộ nghèo" the form "hộ nghèo" wins over "số hộ".
    """
    hits = list(hits)
    if len(hits) < 2 or _are_apart(hits):
        return hits
    chosen: list[Hit[Payload]] = []
    for group in clusters(sorted(hits, key=_in_text)):
        if len(group) == 1:
            chosen += group
            continue
        group.sort(key=_longest_first)
        kept: list[Hit[Payload]] = []
        for hit in group:
            start, end, _ = hit
            if all(end <= other[0] or other[1] <= start or (other[0] == start and other[1] == end) for other in kept):
                kept.append(hit)
        kept.sort(key=_in_text)
        chosen += kept
    return chosen


def _are_apart(hits: Sequence[Hit[Payload]]) -> bool:
    """Whether hits stand in the order of the text without overlap, as most do."""
    end = -1
    for start, last, _ in hits:
        if start < end:
            return False
        end = last
    return True


def clusters(hits: Iterable[Hit[Payload]]) -> Iterator[list[Hit[Payload]]]:
    """Hits, sorted by start, in groups of those that overlap each other directly or by way of others."""
    group: list[Hit[Payload]] = []
    end = -1
    for hit in hits:
        start, last, _ = hit
        if start >= end and group:
            yield group
            group = []
        group.append(hit)
        if last > end:
            end = last
    if group:
        yield group


_in_text = itemgetter(0, 1)


def _longest_first(hit: Hit[Payload]) -> tuple[int, int]:
    return hit[0] - hit[1], hit[0]
