"""Counted nouns that no list holds: the noun behind a number, as printed, up to a word that is no noun.

Vietnamese nouns are of one or two syllables mostly, so at most two are taken: "12 tiêm kích", "5 hình ảnh đẹp".
"""

import re
from dataclasses import dataclass
from functools import cache

from pipelines.orthography import fold
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members
from pipelines.vocabulary.units import unit_rows

_SYLLABLE = re.compile(r"[^\W\d_]+")
_MOST = 2


@dataclass(frozen=True, slots=True)
class StopRow:
    """noun_stops.csv: words that are no counted nouns."""

    role: str
    forms: Members
    note: str = ""


@cache
def stop_words() -> frozenset[str]:
    """The words of noun_stops.csv, and those of units.csv that only begin like a unit."""
    stops = (form for row in read_table("noun_stops.csv", StopRow) for form in row.forms)
    blocked = (form for row in unit_rows() if row.kind == "none" for form in row.forms)
    return frozenset(fold(form) for form in (*stops, *blocked))


@cache
def address_words() -> frozenset[str]:
    """The words by which one person is called: "ông", "bà"; behind millions they begin a new phrase."""
    rows = read_table("noun_stops.csv", StopRow)
    return frozenset(fold(form) for row in rows if row.role == "address" for form in row.forms)


def noun_end(text: str, folded: str, start: int, most: int = _MOST) -> int:
    """Where the noun that begins at `start` ends; `start` itself where none does.

    A noun is of small letters: a capital begins a name or a sentence.
    """
    stops = stop_words()
    end = at = start
    for _ in range(most):
        match = _SYLLABLE.match(folded, at)
        if match is None or len(match[0]) < 2 or match[0] in stops or not text[at].islower():
            break
        pair = _SYLLABLE.match(folded, match.end() + 1) if folded.startswith(" ", match.end()) else None
        if pair and f"{match[0]} {pair[0]}" in stops:
            break
        end = match.end()
        if not folded.startswith(" ", end):
            break
        at = end + 1
    return end


def with_noun(text: str, folded: str, end: int, most: int) -> int:
    """Where a unit that ends at `end` ends with the noun behind it: "con bò", "chiếc xe đạp"."""
    if not folded.startswith(" ", end):
        return end
    behind = noun_end(text, folded, end + 1, most)
    return behind if behind > end + 1 else end
