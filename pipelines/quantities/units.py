"""Units and counted nouns: what a word behind a number says it counts, and by what factor.

The words are vocabulary (units.csv; the scale words of number_words.csv); here they are found at a place of a text.
Nouns that no list holds are nouns.py; misspelt ones spelling.py.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, cached_property
from typing import NamedTuple

from pipelines.orthography import fold, without_diacritics
from pipelines.quantities.number_words import number_words, scale_words
from pipelines.quantities.numerals import ONE
from pipelines.vocabulary.units import UnitKind, unit_rows

WORD = re.compile(r"[^\W\d_]+")
_FIRST = re.compile(r"[^\W\d_]+|\S")
_TIME = frozenset({"year", "month", "day", "quarter", "week", "hour", "year_of_age"})
_LARGE = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as some form writes it. `code` is null for a noun without one and for a mere scale word ("triệu")."""

    code: str | None
    kind: UnitKind
    factor: Decimal = ONE
    per: str | None = None
    takes_noun: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it counts whole things, of which there are no fractions: heads, houses, single đồng."""
        return self.kind in ("count", "classifier") or (self.code == "VND" and self.factor == ONE)


#: "dân" before these is no people but the beginning of "dân tộc", "đồng" no money but that of "đồng bào".
_PEOPLE, _NATION = " dân", " tộc"
_MONEY, _FELLOWS = (" đồng", "đồng"), " bào"


class UnitMatch(NamedTuple):
    """A unit found in a text: it stands at [start, end)."""

    unit: Unit
    start: int
    end: int


@dataclass(frozen=True)
class UnitTable:
    """All written forms, found by their first word; of several that fit the longest counts."""

    forms: Mapping[str, Unit]
    lengths: Mapping[str, tuple[int, ...]]

    def match(self, folded: str, start: int, word: str) -> UnitMatch | None:
        """The unit whose form stands at `start`, where `word` is the first word (or sign) there."""
        size = len(folded)
        for length in self.lengths.get(word, ()):
            end = start + length
            unit = self.forms.get(folded[start:end])
            if unit is not None and end <= size:
                if end < size and folded[end].isalnum() and folded[end - 1].isalnum():
                    continue
                if folded.startswith(_NATION, end) and folded.endswith(_PEOPLE, start, end):
                    continue  # of "75 người dân tộc thiểu số" the unit is "người"
                if unit.kind == "money" and folded.startswith(_FELLOWS, end) and folded.endswith(_MONEY, start, end):
                    continue  # of "397 ngàn đồng bào Khmer" it is "đồng bào"
                return None if unit.kind == "none" else UnitMatch(unit, start, end)
        return None

    @cached_property
    def unaccented(self) -> "UnitTable":
        """The same forms without diacritics, for texts that have none; short ones say too little without them."""
        plain: dict[str, Unit] = {}
        # "nam" is năm before it is nam
        for form, unit in sorted(self.forms.items(), key=lambda item: item[1].code not in _TIME):
            bare = without_diacritics(form)
            if len(bare) > 1 or bare == form:
                plain.setdefault(bare, unit)
        return UnitTable(plain, _lengths(plain))


@cache
def unit_table() -> UnitTable:
    """The forms of units.csv, money with every scale word before it, and the scale words themselves."""
    forms: dict[str, Unit] = {}
    for row in unit_rows():
        unit = Unit(row.unit, row.kind, row.factor, row.per or row.unit, bool(row.tail))
        for form in row.forms:
            forms.setdefault(fold(form), unit)
    money = [(form, unit) for form, unit in forms.items() if unit.kind == "money" and unit.factor == ONE]
    for words, factor in _scales():
        scale = Unit(None, "scale", factor)
        forms.setdefault(words, scale)
        for form, unit in money:
            forms.setdefault(f"{words} {form}", replace(unit, factor=factor))
    for form, unit in list(forms.items()):  # the space may be missing: "triệuđồng"
        if " " in form and form.replace(" ", "").isalpha():
            forms.setdefault(form.replace(" ", ""), unit)
    for words in number_words().not_scales:
        forms.setdefault(words, Unit(None, "none"))
    return UnitTable(forms, _lengths(forms))


def _scales() -> Iterator[tuple[str, Decimal]]:
    """Scale words alone and in pairs: "triệu", "nghìn tỷ", "trăm triệu"."""
    scales = scale_words()
    yield from scales.items()
    for small, factor in scales.items():
        for large, other in scales.items():
            if factor < other and other >= 1000 and factor <= _LARGE and len(small) > 1 and len(large) > 1:
                yield f"{small} {large}", factor * other


def _lengths(forms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the forms that begin with a word, longest first."""
    grouped: dict[str, set[int]] = defaultdict(set)
    for form in forms:
        first = _FIRST.match(form)
        if first is not None:
            grouped[first[0]].add(len(form))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in grouped.items()}


def per_code(unit: Unit, printed: str) -> str:
    """How an amount "per" this unit is told: its code, or the noun as printed."""
    return unit.per or unit.code or printed
