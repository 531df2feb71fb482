"""The unit of a figure by scope: its own cell, its column's heading, its row, the unit line of the table.

How a unit is written is knowledge of pipelines.quantities; which of several units a figure has is decided here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipelines.meaning.evidence import gather
from pipelines.orthography import fold
from pipelines.quantities import UnitReading, unit_of, units_listed
from pipelines.quantities.units import WORD, unit_table
from pipelines.tables.place_names import place_level
from pipelines.tables.words import clean, folded, forms_of, roles_of, without_total

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
_OWNERS = frozenset({"person", "household"})


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
    return capitals and not text.isupper() and noun.code not in _OWNERS


_BRACKETED = re.compile(r"[(\[]\s*([^()\[\]]{1,40}?)\s*[)\]]")
_OF_SUBJECT = re.compile(r"\s*([^:()]{2,40})\s*:\s*([^:()]{1,40}?)\s*[.]?\s*")
_COUNTED = re.compile(r"(?:^|[^\w])(?<!doanh )(?:tổng số|t\.số|số lượng|số|sl)\s+(?=\w)")
#: "Bình quân tiêu chí/xã" is told in criteria; "Bình quân đầu người" and "Bình quân một hộ" say nothing of the unit.
_AVERAGED = re.compile(r"(?:bình quân|trung bình|bq)\s+(?:số\s+)?(?=\w)")
_SHARED_OUT = re.compile(r"\s*(?:đạt\s*)?(?:/|(?:trên|mỗi|một)\s)")


def unit_of_path(path: Sequence[str], table_units: Sequence[UnitReading]) -> UnitChoice | None:
    """The unit that a heading path tells, from the leaf upwards; None where neither it nor the table tells one.

    Brackets are the unit itself; "Tỷ lệ" is a rate; "Số hộ" and "Kinh phí" say what is counted; a leading noun
    ("Hộ nghèo") is weaker than words of money in the same path, for loans are told by kinds of households.
    """
    return _unit_of_path(tuple(path), tuple(table_units))


@lru_cache(maxsize=1 << 14)
def _unit_of_path(path: tuple[str, ...], table_units: tuple[UnitReading, ...]) -> UnitChoice | None:
    path = path[: cause_level(path) + 1]
    for text in reversed(path):
        explicit = _bracketed(text)
        if explicit is not None:
            return UnitChoice(explicit, EXPLICIT)
        alone = _alone(path) if text == path[-1] and len(path) > 1 else None
        if alone is not None:
            return UnitChoice(alone, EXPLICIT)
        choice = _phrase(text, table_units)
        if choice is not None:
            return _of_source(choice, text, path) or _with_scale(choice, path)
    if len(table_units) == 1 and not _about_nouns(path, table_units[0]):
        return UnitChoice(table_units[0], FALLBACK)
    for text in reversed(path):
        noun = leading_noun(text) if place_level(text) is None else None
        if noun is not None:
            return UnitChoice(noun, NOUN)
    if len(table_units) == 1:
        return UnitChoice(table_units[0], FALLBACK)
    if path and roles_of(path[-1]) & {"plan", "target"}:
        return None  # "Chỉ tiêu năm 2021" says that its figures are planned and not what they count
    things = leading_noun(path[-1], naming=True) if path and place_level(path[-1]) is None else None
    return UnitChoice(things, FALLBACK) if things is not None else None


#: Units of time name what a column is of ("Năm") and are no units of its figures.
_DONG = fold("đồng")
_TIMES = DURATIONS | {"quarter", "year", "term", "production_season"}


def _alone(path: Sequence[str]) -> UnitReading | None:
    """The unit that a last heading is and nothing else, below one that says of what: "Tiền điện | Hộ, Triệu đồng".

    "Hộ" and "Người" mostly say whom a group of columns concerns; below words of money they are counted themselves.
    """
    units = units_listed(clean(path[-1]))
    told = units[0] if len(units) == 1 and units[0].code not in _TIMES else None
    if told is None or (told.kind == "money" and _DONG not in folded(path[-1])):
        return None  # "ND" are farmers, "Đ" is a mark of what is met
    if told.kind != "count":
        return told
    of_money = any("money" in roles_of(text) for text in path[:-1]) and not any(map(_bracketed, path))
    return told if told.code in _OWNERS and of_money and " " not in told.printed else None


def _of_source(choice: UnitChoice, text: str, path: Sequence[str]) -> UnitChoice | None:
    """The unit in the brackets of a group whose leaf only says whence its things come: "Gạo (kg) | Ngân sách tỉnh"."""
    if not is_money(choice.unit) or not gather([(1.0, folded(text))]).funding or text != path[-1]:
        return None
    told = next((unit for over in reversed(path) if (unit := _bracketed(over)) is not None), None)
    return UnitChoice(told, EXPLICIT) if told is not None else None


def _with_scale(choice: UnitChoice, path: Sequence[str]) -> UnitChoice:
    """Money that a heading tells without its unit has the one in the brackets of its group: "Kinh phí (nghìn đồng)"."""
    if choice.strength != NOUN or not is_money(choice.unit):
        return choice
    told = next((unit for text in reversed(path) if (unit := _bracketed(text)) is not None), None)
    return UnitChoice(told, EXPLICIT) if told is not None and is_money(told) else choice


def cause_level(path: Sequence[str]) -> int:
    """The level of a heading path below which texts are reasons, no measures: "Nguyên nhân nghèo"; else the leaf's."""
    return next((level for level, text in enumerate(path) if "cause" in roles_of(text)), len(path) - 1)


def measure_level(path: Sequence[str], table_units: Sequence[UnitReading]) -> int:
    """Which text of a heading path says what is measured: the last that tells a unit, else the leaf.

    In "Số hộ thiếu hụt | Bảo hiểm y tế" the group measures and the leaf only names a category.
    """
    return _measure_level(tuple(path), tuple(table_units))


@lru_cache(maxsize=1 << 12)
def _measure_level(path: tuple[str, ...], table_units: tuple[UnitReading, ...]) -> int:
    if cause_level(path) < len(path) - 1:
        return cause_level(path)
    spending = next((level for level, text in enumerate(path) if "spending" in roles_of(text)), None)
    if spending is not None and "rate" not in roles_of(path[-1]) and _bracketed(path[-1]) is None:
        return spending  # what was spent, by where it comes from: "Giải ngân | Vốn giao năm 2025"
    for level in range(len(path) - 1, -1, -1):
        if _bracketed(path[level]) is not None or _phrase(path[level], table_units) is not None:
            return level
    for level in range(len(path) - 1, -1, -1):
        if leading_noun(path[level]) is not None:
            return level
    return len(path) - 1


def measuring_texts(path: Sequence[str], table_units: Sequence[UnitReading]) -> Sequence[str]:
    """The texts of a heading path that may say how its figures are made: averages, rates, differences.

    Below a heading that counts things a leaf is a category and no average of the count, unless it begins as one:
    "Số hộ thiếu hụt (hộ) | Diện tích nhà ở bình quân đầu người".
    """
    if _is_grade(path):
        path = path[:-1]
    measuring = measure_level(path, table_units)
    if measuring < 0 or measuring == len(path) - 1:
        return path
    choice = unit_of_path(path[: measuring + 1], table_units)
    if choice is None or choice.unit.kind not in ("count", "rate"):
        return path
    below = [text for text in path[measuring + 1 :] if "average" not in roles_of(text) or _begins_as_average(text)]
    return [*path[: measuring + 1], *below]


def _is_grade(path: Sequence[str]) -> bool:
    """Whether a leaf is one of several grades and no average: "Mức độ hoạt động | Tốt, Trung bình, Kém"."""
    if len(path) < 2 or folded(path[-1]) != _MEDIUM:
        return False
    return dividing_level(path[:-1]) is not None or "grades" in roles_of(path[-2])


_MEDIUM = fold("trung bình")


def _begins_as_average(text: str) -> bool:
    return folded(text).startswith(("bình quân", "trung bình", "bq"))


#: A heading that tells a time and nothing else: "31/12/2023", "Đến 30/9/2024", "Năm 2022".
_TIME_WORDS = "|".join(map(fold, ("tính", "đến", "hết", "ngày", "cuối", "đầu", "năm", "tháng", "quý")))
_ONLY_TIME = re.compile(rf"(?:(?:{_TIME_WORDS})\s+)*[\divx]+(?:[/.-]\d+)*")


def is_averaged(path: Sequence[str], table_units: Sequence[UnitReading]) -> bool:
    """Whether the figures under a heading are rates, averages or norms, which no sum adds; at whatever time told."""
    while len(path) > 1 and _ONLY_TIME.fullmatch(folded(path[-1])):
        path = path[:-1]
    texts = measuring_texts(path, table_units)
    return bool(texts) and texts[-1] == path[-1] and bool(roles_of(path[-1]) & {"rate", "average", "norm"})


def is_bare_count(text: str) -> bool:
    """Whether a heading tells a counted noun and nothing else: "Số hộ", "Số học sinh (em)", "Tổng số người"."""
    noun = leading_noun(text, naming=True)
    plain = _BRACKETED.sub("", without_total(text)).strip()
    return noun is not None and plain.removeprefix("số lượng ").removeprefix("số ") == folded(noun.printed)


def unit_choices(
    paths: Mapping[int, Sequence[str]], columns: Sequence[int], table_units: Sequence[UnitReading]
) -> dict[int, UnitChoice]:
    """The unit of each column of a table, by its heading and, where that says little, by those beside it."""
    found: dict[int, UnitChoice] = {}
    for column in columns:
        choice = unit_of_path(paths[column], table_units)
        choice = _unit_divided(paths, column, found, choice) or choice
        if choice is None and any(roles_of(text) & {"plan", "target"} for text in paths[column][-1:]):
            choice = next((other for other in reversed(found.values()) if not is_rate(other.unit)), None)
        if choice is None and "of_which" in roles_of(paths[column][-1] if paths[column] else ""):
            choice = _unit_before(paths, column, found)
        if choice is not None:
            found[column] = choice
    if len(table_units) > 1 and any(choice.strength >= PHRASE for choice in found.values()):
        # measures run across: a column that says nothing has the first unit, not one that a row's name begins with
        found |= {column: UnitChoice(table_units[0], FALLBACK) for column in columns if column not in found}
    return found


def in_money_told_before(choices: Mapping[int, UnitChoice], money: UnitReading | None) -> dict[int, UnitChoice]:
    """The units of columns; amounts that tell no unit at all are in the one that a table above them on the sheet told.

    "CHI TIẾT THEO HUYỆN" below a table of "triệu đồng" repeats no unit line.
    """
    return {
        column: UnitChoice(money, NOUN) if money is not None and choice == UnitChoice(DONG, NOUN) else choice
        for column, choice in choices.items()
    }


def _unit_before(
    paths: Mapping[int, Sequence[str]], column: int, before: Mapping[int, UnitChoice]
) -> UnitChoice | None:
    """The unit of the column right before one that is told of it: "Số hộ nhận khoán | Trong đó: hộ nghèo"."""
    choice = before.get(column - 1)
    beside = choice is not None and tuple(paths[column - 1][:-1]) == tuple(paths[column][:-1])
    return choice if choice is not None and beside and not is_rate(choice.unit) else None


def _unit_divided(
    paths: Mapping[int, Sequence[str]], column: int, before: Mapping[int, UnitChoice], own: UnitChoice | None
) -> UnitChoice | None:
    """The unit of what a column divides, whose heading only names whom or what: "Tổng số suất | Chia ra: Hộ nghèo"."""
    path = paths[column]
    depth = dividing_level(path)
    if depth is None or depth == len(path) - 1 or (own is not None and own.strength > NOUN):
        return None
    over = [
        before[other]
        for other in before
        if tuple(paths[other][:depth]) == tuple(path[:depth]) and len(paths[other]) <= depth + 1
    ]
    if not over or is_rate(over[-1].unit) or over[-1].strength < PHRASE:
        return None
    owners = own is not None and {own.unit.code, over[-1].unit.code} <= _OWNERS
    return None if owners and "breakdown" not in roles_of(path[depth]) else over[-1]


#: Roles of headings that divide what stands before them.
_DIVIDING = frozenset({"of_which", "breakdown", "grouping"})


def dividing_level(path: Sequence[str]) -> int | None:
    """The level of a heading path that divides what stands before it: "Trong đó", "Chia theo huyện"."""
    return next((level for level, text in enumerate(path) if roles_of(text) & _DIVIDING), None)


#: A job is a worker who has one: "Việc làm trong nước" where the unit line says "người".
_SAME = frozenset({"job", "person"})


def _about_nouns(path: Sequence[str], unit: UnitReading) -> bool:
    """Whether the leaf counts other things than the table's one unit: "Hộ nghèo" where the line says "người"."""
    noun = leading_noun(path[-1]) if path and place_level(path[-1]) is None else None
    if noun is None or is_money(unit) or noun.code == unit.code or {noun.code, unit.code} == _SAME:
        return False
    return noun.code not in _OWNERS or unit.code in _OWNERS


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


def _bracketed(text: str) -> UnitReading | None:
    for match in _BRACKETED.finditer(text):
        unit = unit_in(match[1])
        if unit is not None:
            return unit
    return None


def _phrase(text: str, table_units: Sequence[UnitReading]) -> UnitChoice | None:
    """What a heading says is counted: a rate, "số" with its noun, money."""
    words, plain = roles_of(text), folded(text)
    if "rate" in words:
        return UnitChoice(PERCENT, PHRASE)
    counted = _COUNTED.search(plain)
    if counted is not None:
        noun = noun_at(plain, counted.end()) or _duration_at(plain, counted.end())
        if noun is not None:
            return UnitChoice(noun, PHRASE)
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
