"""What the headings over a column tell together, from the top to the leaf: its unit, and which of them measures it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipelines.meaning.evidence import gather
from pipelines.orthography import fold
from pipelines.quantities import UnitReading, units_listed
from pipelines.tables.wording.place_names import place_level
from pipelines.tables.wording.units import (
    DURATIONS,
    EXPLICIT,
    FALLBACK,
    NOUN,
    OWNERS,
    UnitChoice,
    is_money,
    leading_noun,
    unit_in_brackets,
    unit_told,
)
from pipelines.tables.wording.words import clean, folded, roles_of

_DONG = fold("đồng")
#: Units of time name what a column is of ("Năm") and are no units of its figures.
_TIMES = DURATIONS | {"quarter", "year", "term", "production_season"}


def unit_of_path(path: Sequence[str], table_units: Sequence[UnitReading]) -> UnitChoice | None:
    """The unit that a heading path tells, from the leaf upwards; None where neither it nor the table tells one.

    Brackets are the unit itself; "Tỷ lệ" is a rate; "Số hộ" and "Kinh phí" say what is counted; a leading noun
    ("Hộ nghèo") is weaker than words of money in the same path, for loans are told by kinds of households.
    """
    return _unit_of_path(tuple(path), tuple(table_units))


@lru_cache(maxsize=1 << 14)
def _unit_of_path(path: tuple[str, ...], table_units: tuple[UnitReading, ...]) -> UnitChoice | None:
    if not _measures_a_cause(path):
        path = path[: cause_level(path) + 1]
    for text in reversed(path):
        explicit = unit_in_brackets(text)
        if explicit is not None:
            return UnitChoice(explicit, EXPLICIT)
        alone = _alone(path) if text == path[-1] and len(path) > 1 else None
        if alone is not None:
            return UnitChoice(alone, EXPLICIT)
        choice = unit_told(text, table_units)
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


def _alone(path: Sequence[str]) -> UnitReading | None:
    """The unit that a last heading is and nothing else, below one that says of what: "Tiền điện | Hộ, Triệu đồng".

    "Hộ" and "Người" mostly say whom a group of columns concerns; below words of money they are counted themselves, and
    either of them below words that count the other: "Tổng số hộ dân cư | Hộ, Khẩu".
    """
    units = units_listed(clean(path[-1]))
    told = units[0] if len(units) == 1 and units[0].code not in _TIMES else None
    if told is None or (told.kind == "money" and _DONG not in folded(path[-1])):
        return None  # "ND" are farmers, "Đ" is a mark of what is met
    if told.kind != "count":
        return told
    if told.code not in OWNERS:
        return None
    of_money = any("money" in roles_of(text) for text in path[:-1]) and not any(map(unit_in_brackets, path))
    if of_money and " " not in told.printed:
        return told
    counted = [choice.unit.code for text in path[:-1] if (choice := unit_told(text, ())) is not None]
    return told if counted and OWNERS.issuperset(counted) and told.code not in counted else None


def _of_source(choice: UnitChoice, text: str, path: Sequence[str]) -> UnitChoice | None:
    """The unit in the brackets of a group whose leaf only says whence its things come: "Gạo (kg) | Ngân sách tỉnh"."""
    if not is_money(choice.unit) or not gather([(1.0, folded(text))]).funding or text != path[-1]:
        return None
    told = next((unit for over in reversed(path) if (unit := unit_in_brackets(over)) is not None), None)
    return UnitChoice(told, EXPLICIT) if told is not None else None


def _with_scale(choice: UnitChoice, path: Sequence[str]) -> UnitChoice:
    """Money that a heading tells without its unit has the one in the brackets of its group: "Kinh phí (nghìn đồng)"."""
    if choice.strength != NOUN or not is_money(choice.unit):
        return choice
    told = next((unit for text in reversed(path) if (unit := unit_in_brackets(text)) is not None), None)
    return UnitChoice(told, EXPLICIT) if told is not None and is_money(told) else choice


def cause_level(path: Sequence[str]) -> int:
    """The level of a heading path below which texts are reasons, no measures: "Nguyên nhân nghèo"; else the leaf's."""
    return next((level for level, text in enumerate(path) if "cause" in roles_of(text)), len(path) - 1)


def _measures_a_cause(path: Sequence[str]) -> bool:
    """Whether a leaf says how a reason over it is measured: "Nguyên nhân nghèo | Không có vốn | Tỷ lệ %"."""
    below = len(path) - 1 - cause_level(path)
    return below > 1 and ("rate" in roles_of(path[-1]) or unit_in_brackets(path[-1]) is not None)


def measure_level(path: Sequence[str], table_units: Sequence[UnitReading]) -> int:
    """Which text of a heading path says what is measured: the last that tells a unit, else the leaf.

    In "Số hộ thiếu hụt | Bảo hiểm y tế" the group measures and the leaf only names a category.
    """
    return _measure_level(tuple(path), tuple(table_units))


@lru_cache(maxsize=1 << 12)
def _measure_level(path: tuple[str, ...], table_units: tuple[UnitReading, ...]) -> int:
    if cause_level(path) < len(path) - 1 and not _measures_a_cause(path):
        return cause_level(path)
    spending = next((level for level, text in enumerate(path) if "spending" in roles_of(text)), None)
    if spending is not None and "rate" not in roles_of(path[-1]) and unit_in_brackets(path[-1]) is None:
        return spending  # what was spent, by where it comes from: "Giải ngân | Vốn giao năm 2025"
    if len(path) > 1 and "stage" in roles_of(path[-2]) and leading_noun(path[-1]) is None:
        return len(path) - 2  # how far it is, by the kind of work: "Đã khởi công | Xây mới"
    for level in range(len(path) - 1, -1, -1):
        if unit_in_brackets(path[level]) is not None or unit_told(path[level], table_units) is not None:
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
    return noun.code not in OWNERS or unit.code in OWNERS
