"""The unit of a figure by scope: its own cell, its column's heading, its row, the unit line of the table.

How a unit is written is knowledge of pipelines.quantities; which of several units a figure has is decided here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from pipelines.quantities.units import WORD, per_code, unit_table
from pipelines.tables.places import place_level
from pipelines.tables.words import clean, folded, roles_of, without_total

# Strengths of the evidence for a unit, from a fallback to the unit itself in brackets.
FALLBACK, NOUN, PHRASE, EXPLICIT = 1, 2, 3, 4

_CURRENCIES = frozenset({"VND", "USD", "EUR"})
_RATES = frozenset({"percent", "percentage_point", "permille", "times", "ratio"})


@dataclass(frozen=True, slots=True)
class CellUnit:
    """A unit as a sheet tells it: code of the base unit, factor to it, as printed, and what it is per.

    `is_whole` says that it counts whole things, of which there are no fractions.
    """

    code: str
    factor: Decimal = Decimal(1)
    printed: str = ""
    per: str | None = None
    is_whole: bool = False

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return self.code in _CURRENCIES

    @property
    def is_rate(self) -> bool:
        """Whether figures of it are never added."""
        return self.code in _RATES or self.per is not None


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit with the strength of the evidence for it."""

    unit: CellUnit
    strength: int


@lru_cache(maxsize=4096)
def unit_in(text: str) -> CellUnit | None:
    """The unit that a whole text is: "triệu đồng", "%", "Triệu đồng/hộ"; None where it is something else.

    In a unit line "triệu" alone means triệu đồng.
    """
    printed = clean(text).strip(" .:()")
    plain = folded(printed)
    head, slash, per = (part.strip() for part in plain.partition("/"))
    forms = unit_table().forms
    known = forms.get(plain)
    if known is not None:
        slash = ""
    else:
        known = forms.get(head)
    if known is None or known.kind in ("none", "classifier"):
        return None
    per_unit = forms.get(per) if slash else None
    return CellUnit(
        "VND" if known.kind == "scale" else known.code or head, known.factor, printed,
        per_code(per_unit, per) if per_unit is not None else per or None, known.kind in ("count", "classifier"),
    )  # fmt: skip


def noun_at(plain: str, start: int = 0) -> CellUnit | None:
    """The counted noun that stands at a place of a folded heading: "hộ" at the start of "hộ nghèo"."""
    word = WORD.match(plain, start)
    match = unit_table().match(plain, start, word[0]) if word else None
    if match is None or match.unit.kind != "count" or match.unit.code is None:
        return None
    return CellUnit(match.unit.code, match.unit.factor, plain[start : match.end], None, True)


#: Nouns with which headings begin that say what a column is for and not what it counts.
_NAMING = frozenset({"programme", "organisation", "locality", "criterion", "point", "group", "item", "company"})


def leading_noun(text: str) -> CellUnit | None:
    """The noun with which a heading begins, total words and "số" aside: "hộ" of "Tổng số hộ", "nhà" of "Nhà mới"."""
    plain = without_total(text)
    for opening in ("số lượng ", "số ", "sl "):
        plain = plain.removeprefix(opening)
    noun = noun_at(plain.lstrip("-+ "))
    if noun is None or noun.code in _NAMING:
        return None
    at = folded(text).find(noun.printed)
    return replace(noun, printed=clean(text)[at : at + len(noun.printed)].lower())


_UNIT_LINE = re.compile(r"(?:đơn vị(?: tính)?(?: toán)?|đvt|đv tính|đ\.v\.t|unit)\s*[:.]?\s*")
_SEPARATORS = re.compile(r"\s*(?:[,;+&|]|\bvà\b)\s*")
_BRACKETED = re.compile(r"[(\[]\s*([^()\[\]]{1,40}?)\s*[)\]]")
_COUNTED = re.compile(r"(?:^|[^\w])(?<!doanh )(?:tổng số|t\.số|số lượng|số|sl)\s+(?=\w)")


def unit_line_units(text: str) -> tuple[CellUnit, ...]:
    """The units of a unit line: "Đơn vị tính: hộ, khẩu, %"."""
    told = _UNIT_LINE.sub("", folded(text), count=1)
    found = [unit for part in _SEPARATORS.split(told.strip(" ()")) if (unit := unit_in(part)) is not None]
    if not found:
        whole = unit_in(told)
        found = [whole] if whole else []
    return tuple(found)


def unit_of_path(path: Sequence[str], table_units: Sequence[CellUnit]) -> UnitChoice | None:
    """The unit that a heading path tells, from the leaf upwards; None where neither it nor the table tells one.

    Brackets are the unit itself; "Tỷ lệ" is a rate; "Số hộ" and "Kinh phí" say what is counted; a leading noun
    ("Hộ nghèo") is weaker than words of money in the same path, for loans are told by kinds of households.
    """
    for text in reversed(path):
        explicit = _bracketed(text)
        if explicit is not None:
            return UnitChoice(explicit, EXPLICIT)
        choice = _phrase(text, table_units)
        if choice is not None:
            return choice
    if len(table_units) == 1 and not _about_nouns(path, table_units[0]):
        return UnitChoice(table_units[0], FALLBACK)
    for text in reversed(path):
        noun = leading_noun(text) if place_level(text) is None else None
        if noun is not None:
            return UnitChoice(noun, NOUN)
    return UnitChoice(table_units[0], FALLBACK) if len(table_units) == 1 else None


def measure_level(path: Sequence[str], table_units: Sequence[CellUnit]) -> int:
    """Which text of a heading path says what is measured: the last that tells a unit, else the leaf.

    In "Số hộ thiếu hụt | Bảo hiểm y tế" the group measures and the leaf only names a category.
    """
    for level in range(len(path) - 1, -1, -1):
        if _bracketed(path[level]) is not None or _phrase(path[level], table_units) is not None:
            return level
    for level in range(len(path) - 1, -1, -1):
        if leading_noun(path[level]) is not None:
            return level
    return len(path) - 1


def _about_nouns(path: Sequence[str], unit: CellUnit) -> bool:
    """Whether the leaf counts other things than the table's one unit: "Hộ nghèo" where the line says "người"."""
    noun = leading_noun(path[-1]) if path and place_level(path[-1]) is None else None
    return noun is not None and not unit.is_money and noun.code != unit.code


def _bracketed(text: str) -> CellUnit | None:
    for match in _BRACKETED.finditer(text):
        unit = unit_in(match[1])
        if unit is not None:
            return unit
    return None


def _phrase(text: str, table_units: Sequence[CellUnit]) -> UnitChoice | None:
    """What a heading says is counted: a rate, "số" with its noun, money."""
    words, plain = roles_of(text), folded(text)
    if "rate" in words:
        return UnitChoice(CellUnit("percent", printed="%"), PHRASE)
    counted = _COUNTED.search(plain)
    if counted is not None:
        noun = noun_at(plain, counted.end())
        if noun is not None:
            return UnitChoice(noun, PHRASE)
    if "money" in words:
        money = next((unit for unit in table_units if unit.is_money), None)
        return UnitChoice(money or CellUnit("VND"), PHRASE if money else NOUN)
    return None
