"""Scale words and compound numbers: "98 ngàn hộ", "2 tỷ 044 triệu đồng", "3 triệu 5", "1 tỷ rưỡi"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.quantities import flags
from pipelines.quantities.drafts import Draft
from pipelines.quantities.nouns import address_words, noun_end, stop_words, with_noun
from pipelines.quantities.number_words import half_words
from pipelines.quantities.numerals import ONE
from pipelines.quantities.spelling import corrected
from pipelines.quantities.spots import NUMBER
from pipelines.quantities.units import Unit, UnitMatch, unit_table

NEXT_WORD = re.compile(r"[ ]{0,3}([^\W\d_]+|[%°º₫$€‰])")
#: From this scale on a number without a unit is money.
_MONEY_FROM = Decimal(1_000_000)
_VND = Unit("VND", "money", ONE, "VND")
_TENTHS = (1, 3)  # "3 triệu 5" and "3 triệu 500"
_LONGEST_MEMBER = 12
_TENTH = Decimal("0.1")
#: Nothing is added to a larger number, so that sums stay exact.
_TOO_LARGE = Decimal(10) ** 18
_HUNDREDS = 3
#: A last member told with decimals: "1 tỷ 995,84 triệu đồng".
_WITH_DECIMALS = re.compile(r"([0-9]{1,3}),([0-9]{1,3})")
_THOUSAND = Decimal(1000)


@dataclass(slots=True)
class _Compound:
    """A number of several members: `total` in ones, told down to the scale `factor`; it reads on at `end`."""

    total: Decimal
    factor: Decimal
    end: int
    value_end: int
    unit_start: int | None
    step: Decimal = ONE
    unit: Unit | None = None
    members: int = 1


def attach_scale(draft: Draft, text: str, folded: str, found: UnitMatch) -> None:
    """Read on behind the scale word `found`: further members, then the unit of them all, đồng if none is told."""
    assert draft.number is not None
    factor = found.unit.factor
    compound = _Compound(draft.number * factor, factor, found.end, found.start, found.start)
    while compound.total < _TOO_LARGE and _member(compound, folded):
        pass
    if compound.members > 1:
        draft.number = compound.total / compound.factor
        draft.step, draft.numeral = compound.step, None
        draft.value_end = compound.value_end
    draft.factor, draft.end = compound.factor, compound.end
    draft.unit_span = None if compound.unit_start is None else (compound.unit_start, compound.end)
    if compound.unit is not None:
        draft.take_unit(compound.unit, compound.unit.code, compound.factor)
    else:
        _unit_of_all(draft, text, folded, found)


def _member(compound: _Compound, folded: str) -> bool:
    """Take one more member of a compound; whether there may be another."""
    match = NEXT_WORD.match(folded, compound.end)
    if match and match[1] in half_words():
        compound.total += compound.factor / 2
        _close(compound, match.end(), _TENTH)
        return False
    digits = NUMBER.match(folded, compound.end + folded.startswith(" ", compound.end))
    if digits is None:
        return False
    found = unit_table().match(folded, digits.start(2), digits[2]) if digits[2] else None
    unit = None if found is None else found.unit
    if not digits[1].isdigit() or len(digits[1]) > _LONGEST_MEMBER:
        if found is not None and (decimals := _WITH_DECIMALS.fullmatch(digits[1])) is not None:
            _close_with_decimals(compound, digits.end(1), found, decimals)
        return False
    if found and unit and unit.kind in ("scale", "money") and compound.factor < _THOUSAND <= unit.factor:
        # "1 trăm 20 nghìn": all so far is of the larger scale
        compound.total, compound.factor = compound.total * unit.factor, compound.factor * unit.factor
    if found and unit and unit.kind in ("scale", "money") and unit.factor < compound.factor:
        compound.total += Decimal(digits[1]) * unit.factor
        compound.factor, compound.end, compound.unit_start = unit.factor, found.end, found.start
        compound.value_end, compound.members = digits.end(1), compound.members + 1
        compound.unit = unit if unit.kind == "money" else None
        return unit.kind == "scale"
    if compound.factor == _THOUSAND and len(digits[1]) == _HUNDREDS and unit is not None and unit.kind == "count":
        compound.total, compound.factor = compound.total + Decimal(digits[1]), ONE  # "14 nghìn 619 học sinh"
        _close(compound, digits.end(1), ONE)
        return False
    if len(digits[1]) in _TENTHS and _is_last(folded, digits, unit):
        place = ONE.scaleb(-len(digits[1]))
        compound.total += Decimal(digits[1]) * place * compound.factor
        _close(compound, digits.end(1), place)
    return False


def _close_with_decimals(compound: _Compound, end: int, found: UnitMatch, decimals: re.Match[str]) -> None:
    """Take a last member told with decimals, where its scale is less than that before it."""
    unit = found.unit
    if unit.kind not in ("scale", "money") or not ONE < unit.factor < compound.factor:
        return
    compound.total += Decimal(f"{decimals[1]}.{decimals[2]}") * unit.factor
    _close(compound, end, ONE.scaleb(-len(decimals[2])))
    compound.factor, compound.end, compound.unit_start = unit.factor, found.end, found.start
    compound.unit = unit if unit.kind == "money" else None


def _close(compound: _Compound, end: int, step: Decimal) -> None:
    """A member without a scale of its own is the last."""
    compound.end = compound.value_end = end
    compound.unit_start, compound.step = None, step
    compound.members += 1


def _is_last(folded: str, digits: re.Match[str], unit: Unit | None) -> bool:
    """Whether digits without a scale belong to the number before them: "3 triệu 5", but not "3 triệu 5 hộ"."""
    if folded[digits.end(1) : digits.end(1) + 1] in ("/", ":", "%", "-"):
        return False
    if unit is not None:
        return unit.code == "VND" and unit.factor == ONE
    return not digits[2] or digits[2] in stop_words()


def _unit_of_all(draft: Draft, text: str, folded: str, scale: UnitMatch) -> None:
    """The unit behind the last scale word or member."""
    begin = draft.end if draft.unit_span is None else draft.unit_span[0]
    match = NEXT_WORD.match(folded, draft.end)
    found = unit_table().match(folded, match.start(1), match[1]) if match else None
    if found is not None and draft.factor >= _MONEY_FROM and folded[found.start : found.end] in address_words():
        found = None  # "phần thiếu 10 triệu bà mượn": she borrows money, nobody counts women in millions
    if found is not None and found.unit.kind not in ("scale", "rate"):
        begin = found.start if draft.unit_span is None else begin
        unit = found.unit
        end = with_noun(text, folded, found.end, 1) if unit.takes_noun else found.end
        draft.take_unit(unit, unit.code or text[found.start : end].lower(), draft.factor * unit.factor)
        draft.unit_span, draft.end = (begin, end), end
        return
    meant = corrected(folded, scale.start) if match and scale.end == draft.end else None
    if meant is not None and meant.unit.kind == "money":
        draft.take_unit(meant.unit, meant.unit.code)
        draft.unit_span, draft.end = (scale.start, meant.end), meant.end
        draft.marks.add(flags.TYPO)
    elif draft.factor >= _MONEY_FROM or _is_price(text, folded, scale, draft.end):
        draft.take_unit(_VND, "VND", draft.factor)
        draft.marks.add(flags.CURRENCY_IMPLIED)
    elif match and found is None and (end := noun_end(text, folded, match.start(1))) > match.start(1):
        draft.take_unit(Unit(None, "count"), text[match.start(1) : end].lower(), draft.factor)
        draft.unit_span, draft.end = (begin, end), end


def _is_price(text: str, folded: str, scale: UnitMatch, end: int) -> bool:
    """Whether a scale word stands for money: "20k/lượt", "500 nghìn/tháng", "150k"."""
    return folded.startswith(("/", " /"), end) or text[scale.start : scale.end] in ("k", "K", "tr")
