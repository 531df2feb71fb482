"""Misspelt unit words: "triêu đồng", "lao đông", "ngừơi".

Bounded so that no known word turns into another: of two syllables one must be right, of a single one the
written word must be no possible Vietnamese syllable at all.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from pipelines.orthography.legacy import is_syllable
from pipelines.quantities.units import Unit, UnitMatch, unit_table

_PAIR = re.compile(r"([^\W\d_]+)(?:[ ]{1,2}([^\W\d_]+))?")
_SHORTEST_PAIR, _SHORTEST_SINGLE = 7, 5
_LONGEST = 20
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def corrected(folded: str, start: int) -> UnitMatch | None:
    """The unit that a misspelt word or pair of words at `start` is meant to be, or None."""
    pair = _PAIR.match(folded, start)
    if pair is None or len(pair[0]) > _LONGEST:
        return None
    if pair[2] is not None and len(pair[0]) >= _SHORTEST_PAIR:
        unit = _pair(pair[1], pair[2])
        if unit is not None:
            return UnitMatch(unit, start, pair.end())
    unit = _single(pair[1])
    return None if unit is None else UnitMatch(unit, start, pair.end(1))


@cache
def _pairs() -> Mapping[str, tuple[tuple[str, Unit], ...]]:
    """Forms of two syllables, by each of them: (the other, unit)."""
    grouped: dict[str, list[tuple[str, Unit]]] = defaultdict(list)
    for form, unit in unit_table().forms.items():
        first, _, second = form.partition(" ")
        if unit.kind != "none" and first.isalpha() and second.isalpha() and len(form) >= _SHORTEST_PAIR:
            grouped[f"{first} *"].append((second, unit))
            grouped[f"* {second}"].append((first, unit))
    return {key: tuple(members) for key, members in grouped.items()}


@lru_cache(maxsize=4096)
def _pair(first: str, second: str) -> Unit | None:
    for known, written in ((f"{first} *", second), (f"* {second}", first)):
        for form, unit in _pairs().get(known, ()):
            if form[0] == written[0] and len(form) > 2 and _one_edit(form, written):
                return unit
    return None


@cache
def _singles() -> Mapping[str, Unit]:
    """Long single words, without their tone marks."""
    return {
        _toneless(form): unit
        for form, unit in unit_table().forms.items()
        if form.isalpha() and len(form) >= _SHORTEST_SINGLE and unit.kind in ("count", "money", "scale")
    }


@cache
def _by_tone() -> Mapping[tuple[str, str], Unit]:
    """Single words by their letters and their tone, wherever that is written: "ngừơi" is "người"."""
    return {
        (_toneless(form), "".join(_TONES.findall(unicodedata.normalize("NFD", form)))): unit
        for form, unit in unit_table().forms.items()
        if form.isalpha() and unit.kind != "none" and not form.isascii()
    }


@lru_cache(maxsize=4096)
def _single(word: str) -> Unit | None:
    if not word.isascii():
        unit = _by_tone().get((_toneless(word), "".join(_TONES.findall(unicodedata.normalize("NFD", word)))))
        if unit is not None:
            return unit
    if len(word) < _SHORTEST_SINGLE or is_syllable(word):
        return None
    return _singles().get(_toneless(word))


def _toneless(word: str) -> str:
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", word)))


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter changed, added, left out, or two exchanged make one word of the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    head = next((place for place, letter in enumerate(one) if letter != other[place]), len(one))
    if len(one) < len(other):
        return one[head:] == other[head + 1 :]
    return one[head + 1 :] == other[head + 1 :] or (
        one[head : head + 2] == other[head : head + 2][::-1] and one[head + 2 :] == other[head + 2 :]
    )


def unaccented(folded: str, start: int, word: str) -> UnitMatch | None:
    """The unit whose form without diacritics stands at `start`; for stretches of text that have none."""
    return unit_table().unaccented.match(folded, start, word)


def is_unaccented(folded: str, start: int, end: int) -> bool:
    """Whether the text around a number has no diacritics at all."""
    around = folded[max(0, start - 40) : end + 40]
    return around.isascii()
