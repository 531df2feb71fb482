"""The scarce words at which reading begins where no digits stand, found in one pass over a text.

A number word alone is too common to begin at ("ba", "năm", "một"): it does where the next word can go with it, a unit
or another number word. So the automaton holds pairs, and a text without them costs one pass and nothing more.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

import ahocorasick

from pipelines.orthography import fold
from pipelines.quantities.connectives import connectives
from pipelines.quantities.context import forms_of, names, relative_forms
from pipelines.quantities.number_words import half_words, number_words
from pipelines.quantities.units import WORD
from pipelines.vocabulary.units import unit_rows

TriggerKind = Literal["number", "relative", "multiple", "half", "vague", "quarter", "month", "lunar_year", "unit_line"]

#: The names of lunar years, of two words each, come round after so many; one round begins in this year.
_STEMS, _BRANCHES, _ROUND, _FIRST_OF_ROUND = 10, 12, 60, 1984
#: These read on within a number only.
_INNER = frozenset({"mốt", "tư", "lăm", "nhăm"})


class Trigger(NamedTuple):
    """A place to read at: what begins there, and the form that was found."""

    start: int
    end: int
    kind: TriggerKind
    form: str


def find_triggers(folded: str) -> list[Trigger]:
    """All triggers that stand as whole words, in the order of the text; of several at one place the longest."""
    found: dict[int, Trigger] = {}
    size = len(folded)
    for last, (length, kind, form) in _automaton().iter(folded):
        start, end = last + 1 - length, last + 1
        if (start and folded[start - 1].isalnum()) or (end < size and folded[end].isalnum()):
            continue
        old = found.get(start)
        if old is None or end > old.end:
            found[start] = Trigger(start, end, kind, form)
    return [found[start] for start in sorted(found)]


@cache
def _automaton() -> "ahocorasick.Automaton":
    automaton = ahocorasick.Automaton()
    for form, kind in _forms():
        if form not in automaton:
            automaton.add_word(form, (len(form), kind, form))
    automaton.make_automaton()
    return automaton


def _forms() -> Iterator[tuple[str, TriggerKind]]:
    words = number_words()
    for form in relative_forms():
        yield form, "relative"
    for form in words.multiples:
        yield form, "multiple"
    for form in words.halves:
        yield form, "half"
    for form in (*words.several, *words.hundreds_of):
        yield form, "vague"
    for form in connectives("unit_line"):
        yield form, "unit_line"
    digits = [word for word, (role, value) in words.parts.items() if role in ("digit", "ten") and value]
    for form in forms_of("quarter"):
        yield from ((f"{form} {name}", "quarter") for name in (*forms_of("quarter_name"), *digits))
    for form in forms_of("month"):
        yield from ((f"{form} {name}", "month") for name in (*forms_of("month_name"), *digits))
    yield from ((form, "lunar_year") for form in lunar_years())
    yield from ((form, "number") for form in _number_forms())


@cache
def lunar_years() -> Mapping[str, int]:
    """The years of the lunar calendar by their names behind a word for the new year: "tết bính ngọ" is 2026."""
    by_name = {(at % _STEMS, at % _BRANCHES): _FIRST_OF_ROUND + at for at in range(_ROUND)}
    return {
        f"{word} {stem} {branch}": by_name[first, second]
        for stem, first in names("stem").items()
        for branch, second in names("branch").items()
        if (first, second) in by_name
        for word in forms_of("new_year")
    }


def _number_forms() -> Iterator[str]:
    """A number word with the word that may follow it."""
    parts = number_words().parts
    inner = [word for word in parts if len(word) > 1]
    scaling = [word for word in inner if parts[word][0] in ("tens", "hundred", "scale", "point")]
    units = _unit_words()
    for word, (role, value) in parts.items():
        if role == "ten":
            yield word
        elif role in ("scale", "hundred") and len(word) > 1:
            yield from (f"{word} {half}" for half in half_words())
        elif role == "digit" and word not in _INNER:
            follows = {0: connectives("zero"), 1: (*scaling, *connectives("one"))}.get(int(value), (*inner, *units))
            yield from (f"{word} {next_word}" for next_word in follows)


def _unit_words() -> set[str]:
    """The first words of units; single letters say too little."""
    return {
        match[0]
        for row in unit_rows()
        for form in row.forms
        if row.kind != "none" and (match := WORD.match(fold(form))) and len(match[0]) > 1
    }
