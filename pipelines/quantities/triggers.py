"""The scarce words at which reading begins where no digits stand, found in one pass over a text.

A number word alone is too common to begin at ("ba", "năm", "một"): it does where the next word can go with it, a unit
or another number word. So the automaton holds pairs, and a text without them costs one pass and nothing more.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import ahocorasick

from pipelines.orthography import fold
from pipelines.quantities.context import forms_of, relative_forms
from pipelines.quantities.number_words import number_words
from pipelines.quantities.units import WORD, unit_table

TriggerKind = Literal["number", "relative", "multiple", "half", "vague", "quarter", "month", "unit_line"]

#: Also the article: a number only before a scale or a measure.
_ONE = "một"
_ZERO = "không"
#: These read on within a number only.
_INNER = frozenset({"mốt", "tư", "lăm", "nhăm"})
_ROMAN = ("i", "ii", "iii", "iv")
_UNIT_LINES = ("đơn vị tính", "đvt", "đơn vị:", "đơn vị tính:")
_MEASURES = ("mét", "độ", "phẩy", "chấm", "giờ", "ki", "kilomet", "héc", "ha")


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
    for form in _UNIT_LINES:
        yield fold(form), "unit_line"
    for form in forms_of("quarter"):
        if " " not in form:
            for numeral in (*_ROMAN, *(word for word, (role, _) in words.parts.items() if role == "digit"), "nhất"):
                yield f"{form} {numeral}", "quarter"
    for word, (role, value) in words.parts.items():
        if (role == "digit" and value) or role == "ten":
            yield f"tháng {word}", "month"
    yield "tháng giêng", "month"
    yield "tháng chạp", "month"
    yield from ((form, "number") for form in _number_forms())


def _number_forms() -> Iterator[str]:
    """A number word with the word that may follow it."""
    parts = number_words().parts
    inner = [word for word in parts if len(word) > 1]
    units = _unit_words()
    measures = {
        match[0]
        for form, unit in unit_table().forms.items()
        if unit.kind in ("money", "measure", "rate") and unit.code not in ("year", "month", "day", "week", "quarter", "hour")
        and (match := WORD.match(form)) and len(match[0]) > 1
    } - {"giờ", "tiếng", "công", "mùa", "vụ", "nhiệm", "thế", "thập", "đô", "tuổi", "tháng", "năm", "phút", "tiết", "tệ", "độ"}  # fmt: skip
    for word, (role, value) in parts.items():
        if role == "ten":
            yield word
        elif role in ("scale", "hundred") and len(word) > 1:
            yield f"{word} rưỡi"
        elif role != "digit" or word in _INNER:
            continue
        elif word == _ZERO:
            yield from (f"{word} {follows}" for follows in _MEASURES)
        elif value == 1:
            yield from (f"{word} {follows}" for follows in (*_scaling(), "phần", "giờ", *measures))
        else:
            yield from (f"{word} {follows}" for follows in (*inner, "phần", "phút", "giây", *units))


def _scaling() -> list[str]:
    """The words that make "một" a number."""
    parts = number_words().parts
    return [word for word, (role, _) in parts.items() if role in ("hundred", "scale", "point", "tens") and len(word) > 1]


def _unit_words() -> set[str]:
    """The first words of units; single letters say too little."""
    return {
        match[0]
        for form, unit in unit_table().forms.items()
        if unit.kind not in ("none", "scale") and (match := WORD.match(form)) and len(match[0]) > 1
    }
