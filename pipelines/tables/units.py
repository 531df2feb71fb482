"""The unit of a figure by scope: its own cell, its column's heading, its row, the unit line of the table.

How a unit is written is knowledge of pipelines.quantities; which of several units a figure has is decided here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pipelines.tables.words import folded, roles_of

# Strengths of the evidence for a unit, from a fallback to the unit itself in brackets.
FALLBACK, NOUN, PHRASE, EXPLICIT = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class CellUnit:
    """A unit as a sheet tells it: code of the base unit, factor to it, as printed, and what it is per."""

    code: str
    factor: Decimal = Decimal(1)
    printed: str = ""
    per: str | None = None

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return self.code in ("VND", "USD", "EUR")

    @property
    def is_rate(self) -> bool:
        """Whether figures of it are never added."""
        return self.code in ("percent", "percentage_point", "times", "ratio") or self.per is not None

    @property
    def is_whole(self) -> bool:
        """Whether it counts whole things, of which there are no fractions."""
        return self.code in _WHOLE


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit with the strength of the evidence for it."""

    unit: CellUnit
    strength: int


# STUB until pipelines.quantities has units
_STUB = {
    "đồng": ("VND", 1),
    "đ": ("VND", 1),
    "vnđ": ("VND", 1),
    "nghìn đồng": ("VND", 1000),
    "ngàn đồng": ("VND", 1000),
    "1.000 đồng": ("VND", 1000),
    "1000 đồng": ("VND", 1000),
    "1000đ": ("VND", 1000),
    "triệu đồng": ("VND", 10**6),
    "trđ": ("VND", 10**6),
    "tr.đ": ("VND", 10**6),
    "tr.đồng": ("VND", 10**6),
    "triệu": ("VND", 10**6),
    "tỷ đồng": ("VND", 10**9),
    "tỷ": ("VND", 10**9),
    "%": ("percent", 1),
    "hộ": ("household", 1),
    "hộ gia đình": ("household", 1),
    "khẩu": ("person", 1),
    "nhân khẩu": ("person", 1),
    "người": ("person", 1),
    "lao động": ("person", 1),
    "học sinh": ("person", 1),
    "em": ("person", 1),
    "nhà": ("house", 1),
    "căn": ("house", 1),
    "xã": ("commune", 1),
    "thôn": ("village", 1),
    "công trình": ("facility", 1),
    "dự án": ("project", 1),
    "mô hình": ("model", 1),
    "lượt": ("turn", 1),
    "lượt người": ("turn", 1),
    "lượt hộ": ("turn", 1),
    "ha": ("hectare", 1),
    "km": ("km", 1),
    "kg": ("kilogram", 1),
    "thẻ": ("card", 1),
    "lớp": ("class", 1),
    "lần": ("times", 1),
    "trẻ em": ("person", 1),
    "trẻ": ("person", 1),
    "suất": ("gift", 1),
    "món": ("loan", 1),
    "tổ": ("group", 1),
    "huyện": ("district", 1),
    "tiêu chí": ("criterion", 1),
}
_WHOLE = frozenset(
    {
        "household",
        "person",
        "house",
        "commune",
        "village",
        "facility",
        "project",
        "turn",
        "card",
        "class",
        "model",
        "district",
        "gift",
        "group",
        "loan",
    }
)


@lru_cache(maxsize=4096)
def unit_in(text: str) -> CellUnit | None:
    """The unit that a whole text is: "triệu đồng", "%", "Triệu đồng/hộ"; None where it is something else."""
    plain = folded(text).strip(" .:()")
    head, slash, per = plain.partition("/")
    known = _STUB.get(plain) or _STUB.get(head.strip())
    if known is None:
        return None
    per_unit = _STUB.get(per.strip())
    return CellUnit(known[0], Decimal(known[1]), text.strip(" .:()"), per_unit[0] if slash and per_unit else None)


def noun_in(plain: str) -> CellUnit | None:
    """The first unit noun of a folded heading: "hộ" of "hộ nghèo dân tộc thiểu số"."""
    words = plain.replace(",", " ").split()
    for start in range(len(words)):
        for size in (3, 2, 1):
            known = _STUB.get(" ".join(words[start : start + size]).strip("()"))
            if known and known[0] not in ("VND",) and len(words[start : start + size]) == size:
                return CellUnit(known[0], Decimal(1), " ".join(words[start : start + size]))
    return None


# end of stub
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
        noun = noun_in(folded(text))
        if noun is not None:
            return UnitChoice(noun, NOUN)
    return UnitChoice(table_units[0], FALLBACK) if len(table_units) == 1 else None


def _about_nouns(path: Sequence[str], unit: CellUnit) -> bool:
    """Whether the leaf counts other things than the table's one unit: "Hộ nghèo" where the line says "người"."""
    noun = noun_in(folded(path[-1])) if path else None
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
        rest = plain[counted.end() :]
        noun = noun_in(" ".join(rest.split()[:3]))
        if noun is not None and rest.startswith(noun.printed):
            return UnitChoice(noun, PHRASE)
    if "money" in words:
        money = next((unit for unit in table_units if unit.is_money), None)
        return UnitChoice(money or CellUnit("VND"), PHRASE if money else NOUN)
    return None
