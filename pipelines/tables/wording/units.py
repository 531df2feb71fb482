"""The unit that a text by itself tells: a cell, a bracket, a noun that is counted, words of money.

How a unit is written is knowledge of pipelines.quantities; path_units.py has what the headings over a column tell
together, column_units.py what columns tell of each other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.orthography import fold
from pipelines.quantities import UnitReading, unit_of
from pipelines.quantities.units import WORD, unit_table
from pipelines.tables.wording.words import clean, folded, roles_of, without_total
from pipelines.vocabulary.sheet_words import forms_of

# Strengths of the evidence for a unit, from a fallback to the unit itself in brackets.
FALLBACK, NOUN, PHRASE, EXPLICIT = 1, 2, 3, 4
PERCENT = UnitReading("percent", "rate", printed="%")
DONG = UnitReading("VND", "money")
#: Units of time, which tell how long something is paid.
DURATIONS = frozenset({"month", "day", "week", "hour"})


def is_money(unit: UnitReading) -> bool:
    """Whether figures of a unit are amounts of money."""
    return unit.kind == "money"


def is_rate(unit: UnitReading) -> bool:
    """Whether figures of a unit are never added: per cents, and amounts per something."""
    return unit.kind == "rate" or unit.per is not None


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit with the strength of the evidence for it."""

    unit: UnitReading
    strength: int


def unit_in(text: str) -> UnitReading | None:
    """The one unit that a cell or a bracket tells: "triệu đồng", "%", "Triệu đồng/hộ"; None where it is none."""
    units = unit_of(text) if text else ()
    return units[0] if len(units) == 1 else None


def noun_at(plain: str, start: int = 0) -> UnitReading | None:
    """The counted noun that stands at a place of a folded heading: "hộ" at the start of "hộ nghèo"."""
    word = WORD.match(plain, start)
    match = unit_table().match(plain, start, word[0]) if word else None
    if match is None or match.unit.kind != "count" or match.unit.code is None:
        return None
    return UnitReading(match.unit.code, "count", match.unit.factor, None, plain[start : match.end])


def _duration_at(plain: str, start: int) -> UnitReading | None:
    """The unit of time that stands at a place of a folded heading: "tháng" of "số tháng hỗ trợ"."""
    word = WORD.match(plain, start)
    match = unit_table().match(plain, start, word[0]) if word else None
    if match is None or match.unit.code not in DURATIONS:
        return None
    return UnitReading(match.unit.code, "measure", match.unit.factor, None, plain[start : match.end])


#: Nouns with which headings begin that mostly say what a column is for and not what it counts.
_NAMING = frozenset(
    {"programme", "organisation", "locality", "criterion", "point", "group", "item", "company", "commune", "village",
     "district", "city", "province", "country", "school"}
)  # fmt: skip
#: Words for persons that in a heading tell a trait of what the group above counts.
_TRAITS = frozenset({"nữ", "nam", "phụ nữ", "trẻ em", "thanh niên"})
#: Who has the things that a table counts: "Người thuộc hộ nghèo" where the unit line says "thẻ".
OWNERS = frozenset({"person", "household"})


def leading_noun(text: str, naming: bool = False) -> UnitReading | None:
    """The noun with which a heading begins, total words and "số" aside: "hộ" of "Tổng số hộ", "nhà" of "Nhà mới".

    `naming` lets in the nouns that mostly name what a column is for ("Tổ TK&VV").
    """
    plain = without_total(text)
    for opening in ("số lượng ", "số ", "sl "):
        plain = plain.removeprefix(opening)
    noun = noun_at(plain.lstrip("-+ "))
    if noun is None or ((noun.code in _NAMING or noun.printed in _TRAITS) and not naming):
        return None
    at = folded(text).find(noun.printed)
    if _opens_a_name(clean(text)[at:], noun):
        return None
    return replace(noun, printed=clean(text)[at : at + len(noun.printed)].lower())


def _opens_a_name(text: str, noun: UnitReading) -> bool:
    """Whether a noun is the first word of a name that sounds like it: "Đài Loan" has no stations."""
    behind = text[len(noun.printed or "") :].split()
    capitals = bool(behind) and text[:1].isupper() and behind[0].istitle()
    return capitals and not text.isupper() and noun.code not in OWNERS


_BRACKETED = re.compile(r"[(\[]\s*([^()\[\]]{1,40}?)\s*[)\]]")
_OF_SUBJECT = re.compile(r"\s*([^:()]{2,40})\s*:\s*([^:()]{1,40}?)\s*[.]?\s*")
_COUNTED = re.compile(r"(?:^|[^\w])(?<!doanh )(?:tổng số|t\.số|số lượng|số|sl)\s+(?=\w)")
#: "SL" counts what the unit line names: "ĐVT: học sinh; triệu đồng".
_BARE_NUMBERS = frozenset(map(fold, ("sl", "số lượng", "s.lượng", "s.l", "tổng sl", "tổng số lượng")))
#: "Bình quân tiêu chí/xã" is told in criteria; "Bình quân đầu người" and "Bình quân một hộ" say nothing of the unit.
_AVERAGED = re.compile(r"(?:bình quân|trung bình|bq)\s+(?:số\s+)?(?=\w)")
_SHARED_OUT = re.compile(r"\s*(?:đạt\s*)?(?:/|(?:trên|mỗi|một)\s)")


def is_bare_count(text: str) -> bool:
    """Whether a heading tells a counted noun and nothing else: "Số hộ", "Số học sinh (em)", "Tổng số người"."""
    noun = leading_noun(text, naming=True)
    plain = _BRACKETED.sub("", without_total(text)).strip()
    return noun is not None and plain.removeprefix("số lượng ").removeprefix("số ") == folded(noun.printed)


def unit_stated(text: str) -> str | None:
    """The units that a line over a table states of what it names: "Kinh phí: triệu đồng", "ĐVT trị giá: 1.000 đồng".

    Of several subjects each has its own: "(học sinh: em; kinh phí: nghìn đồng)".
    """
    members = [_OF_SUBJECT.fullmatch(part) for part in clean(text).strip("() ").rstrip(" ;").split(";")]
    found = [(match[1], match[2]) for match in members if match is not None and unit_in(match[2]) is not None]
    if len(found) < len(members) or not any(_states_unit(*one) for one in found):
        return None
    return "; ".join(unit for _, unit in found)


def _states_unit(subject: str, unit: str) -> bool:
    words = roles_of(subject)
    return "unit_line" in words or ("money" in words and is_money(unit_of(unit)[0]))


def unit_in_brackets(text: str) -> UnitReading | None:
    """The unit that a bracket in a text tells: "Kinh phí (nghìn đồng)"; None where none does."""
    for match in _BRACKETED.finditer(text):
        unit = unit_in(match[1])
        if unit is not None:
            return unit
    return None


def unit_told(text: str, table_units: Sequence[UnitReading]) -> UnitChoice | None:
    """What a heading says is counted: a rate, "số" with its noun, money."""
    words, plain = roles_of(text), folded(text)
    if "rate" in words:
        return UnitChoice(PERCENT, PHRASE)
    counted = _COUNTED.search(plain)
    if counted is not None:
        noun = noun_at(plain, counted.end()) or _duration_at(plain, counted.end())
        if noun is not None:
            return UnitChoice(noun, PHRASE)
    things = [unit for unit in table_units if unit.kind == "count"]
    if plain.strip(" .:") in _BARE_NUMBERS and len(things) == 1:
        return UnitChoice(things[0], PHRASE)
    averaged = _AVERAGED.match(plain)
    noun = noun_at(plain, averaged.end()) if averaged is not None else None
    if averaged is not None and noun is not None and _SHARED_OUT.match(plain, averaged.end() + len(noun.printed)):
        return UnitChoice(noun, PHRASE)
    if "money" in words and "manner" not in words and _is_told_in_money(plain, table_units):
        money = next((unit for unit in table_units if is_money(unit)), None)
        return UnitChoice(money or DONG, PHRASE if money else NOUN)
    return None


def _is_told_in_money(plain: str, table_units: Sequence[UnitReading]) -> bool:
    """Whether words of money in a text say that its figures are money, whatever the unit line says.

    Where that tells one other unit they must open the text: "Số tiền", but not "Nhóm do NSNN đóng" counted in cards.
    """
    if len(table_units) != 1 or is_money(table_units[0]):
        return True
    return without_total(plain).removeprefix("số ").startswith(forms_of("money"))
