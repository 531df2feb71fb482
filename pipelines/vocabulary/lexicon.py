"""Many surface forms found in one pass: an Aho-Corasick automaton over the folded text.

A form counts where whole words stand. What a found form means is the payload that its owner gave it.
"""

from collections.abc import Iterable
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
        if self._empty:
            return []
        stop = len(folded) if end is None else end
        hits: list[Hit[Payload]] = []
        for last, (length, payloads) in self._automaton.iter(folded, start, stop):
            first = last + 1 - length
            if (first > start and folded[first].isalnum() and folded[first - 1].isalnum()) or (
                last + 1 < stop and folded[last].isalnum() and folded[last + 1].isalnum()
            ):
                continue
            hits.extend(Hit(first, last + 1, payload) for payload in payloads)
        return hits


def longest(hits: Iterable[Hit[Payload]]) -> list[Hit[Payload]]:
    """Settle overlaps: the longest hit wins, then the first; equal spans all stay. In the order of the text.

    In "số hộ nghèo" the form "hộ nghèo" wins over "số hộ".
    """
    chosen: list[Hit[Payload]] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        start, end, _ = hit
        if all(
            end <= other.start or other.end <= start or (other.start, other.end) == (start, end) for other in chosen
        ):
            chosen.append(hit)
    chosen.sort(key=lambda hit: (hit.start, hit.end))
    return chosen
