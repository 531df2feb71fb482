"""Units that stand away from their numbers: "Đơn vị tính: triệu đồng, hộ", "(triệu đồng)", "ĐVT: 1.000 đồng".

For headings and unit lines of sheets and for prose that tells its unit once.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pipelines.orthography import fold
from pipelines.quantities.connectives import pattern
from pipelines.quantities.units import WORD, Unit, per_code, unit_table
from pipelines.vocabulary.units import UnitKind

_MARKER = r"(?<!\w)<unit_line>\s*[:.]?\s*"
_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{1,60}?)\s*[)\]]")
_SEPARATORS = re.compile(r"\s*[,;|&+]\s*|\s+và\s+")
_COUNTED = r"(?<!\w)<counted_heading>\s+"
_RATE = r"(?<!\w)<rate_heading>(?!\w)"
_LINE = re.compile(r"[ :]{0,4}([^.\n:()]{1,40}(?:\.(?:đ|000)[^.\n:()]{0,20})*)")
#: A member of a unit line that says of what it tells the unit: "dư nợ - triệu đồng", "số hộ: hộ", "số tiền (đồng)".
_OF_SUBJECT = re.compile(r"[^:()]{2,40}?(?:\s*:\s*|\s+[-–]\s*|\s*[-–]\s+|\s*\(\s*)([^:()]{1,40}?)\s*\)?")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class UnitReading:
    """A unit as a heading or unit line tells it: value in the base unit = printed number * factor.

    `code` is one of units.csv, or the noun as printed; `per` as in Quantity ("person/month").
    """

    code: str
    kind: UnitKind
    factor: Decimal = Decimal(1)
    per: str | None = None
    printed: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it counts whole things, of which there are no fractions: heads, houses, single đồng."""
        return self.factor == 1 and (self.kind == "count" or self.code == "VND")


@lru_cache(maxsize=4096)
def unit_of(text: str) -> tuple[UnitReading, ...]:
    """The units that a unit line, a heading or a cell tells, in their order; none where it tells none.

    What stands behind "Đơn vị tính" counts first, then what stands in brackets, then the whole text if it is a
    list of units, then a heading's own words: "Số hộ nghèo" counts households, "Tỷ lệ hộ nghèo" is in per cent.

    >>> [(unit.code, unit.factor) for unit in unit_of("Đơn vị tính: triệu đồng, hộ")]
    [('VND', Decimal('1000000')), ('household', Decimal('1'))]
    """
    folded = _shortened(text)
    marker = pattern(_MARKER).search(folded)
    if marker is not None:
        units = _behind(folded, marker.end())
        if units or marker.start() == 0:
            return units
    for bracket in _BRACKETS.finditer(folded):
        units = _list_of(bracket[1])
        if units:
            return units
    return _list_of(folded.strip(" .:()[]")) or _of_heading(folded)


def units_announced(text: str) -> tuple[UnitReading, ...]:
    """The units behind "Đơn vị tính" at the end of a line; none where nothing announces them.

    >>> [unit.code for unit in units_announced("Kết quả tại các xã như sau (đơn vị tính: triệu đồng, hộ):")]
    ['VND', 'household']
    """
    folded = _shortened(text[-_LONGEST:])
    marker = pattern(_MARKER).search(folded)
    return _behind(folded.rstrip(" :.)"), marker.end()) if marker is not None else ()


def _shortened(text: str) -> str:
    return " ".join(fold(text[:_LONGEST]).split()).replace(" :", ":")


def _behind(folded: str, start: int) -> tuple[UnitReading, ...]:
    """The units that a list behind "Đơn vị tính" tells, each for all or for what stands before it."""
    line = folded[start:].strip(" .:;([]")
    return _list_of(line.rstrip(" )")) or _of_subjects(line)


def units_listed(text: str) -> tuple[UnitReading, ...]:
    """The units that a text lists and nothing else: "triệu đồng, hộ, %"; none where it says anything besides."""
    return _list_of(" ".join(fold(text[:_LONGEST]).split()).strip(" .:()[]"))


def _list_of(folded: str) -> tuple[UnitReading, ...]:
    """The units of a list, or nothing if any member is none."""
    whole = _one(folded)
    if whole is not None:
        return (whole,)
    units = [_one(part) for part in _SEPARATORS.split(folded)]
    return tuple(unit for unit in units if unit is not None) if None not in units else ()


def _of_subjects(folded: str) -> tuple[UnitReading, ...]:
    """The units that a unit line tells one by one of what it names: "dư nợ - triệu đồng; số hộ - hộ"."""
    units: list[UnitReading] = []
    for member in _SEPARATORS.split(folded):
        told = _OF_SUBJECT.fullmatch(member)
        unit = _one(member) or (_one(told[1]) if told is not None else None)
        if unit is None:
            return ()
        units.append(unit)
    return tuple(units)


def _one(folded: str) -> UnitReading | None:
    """The unit that a whole text is, with what it is per: "triệu đồng/hộ/năm"."""
    head, *pers = (part.strip() for part in folded.split("/"))
    table = unit_table()
    unit = table.forms.get(folded) or table.forms.get(head) or table.unaccented.forms.get(head)
    if unit is None or unit.kind in ("none", "classifier"):
        return None
    if unit.kind == "scale":
        unit = Unit("VND", "money", unit.factor)
    if folded in table.forms:
        pers = []
    codes = [_per(per) for per in pers]
    if None in codes:
        return None
    per_text = "/".join(code for code in codes if code) or None
    return UnitReading(unit.code or head, unit.kind, unit.factor, per_text, folded)


def _per(folded: str) -> str | None:
    unit = unit_table().forms.get(folded.removeprefix("1 ").removeprefix("01 "))
    return None if unit is None or unit.kind not in ("count", "measure") else per_code(unit, folded)


def _of_heading(folded: str) -> tuple[UnitReading, ...]:
    """What a heading's own words say: "Số hộ", "Tỷ lệ (…)", "%"."""
    if pattern(_RATE).search(folded) or "%" in folded:
        return (UnitReading("percent", "rate", printed="%"),)
    counted = pattern(_COUNTED).search(folded)
    word = WORD.match(folded, counted.end()) if counted else None
    found = unit_table().match(folded, word.start(), word[0]) if word else None
    if found is None or found.unit.kind not in ("count", "measure"):
        return ()
    printed = folded[found.start : found.end]
    return (UnitReading(found.unit.code or printed, found.unit.kind, found.unit.factor, None, printed),)


def unit_line_at(folded: str, start: int) -> tuple[int, Unit] | None:
    """The one unit of a unit line in prose, told from `start` on, and where the line ends; None if it tells several."""
    match = _LINE.match(folded, start)
    if match is None:
        return None
    units = _list_of(match[1].strip(" ,;"))
    if len(units) != 1:
        return None
    unit = units[0]
    return match.end(), Unit(unit.code, unit.kind, unit.factor)
