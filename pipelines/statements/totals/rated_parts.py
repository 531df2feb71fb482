"""Parts that the rate beside them tells: the whole of which a count is such a share, by its numbers alone.

Sums that only their numbers tell are added.py.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import CURRENCIES, is_one_variable
from pipelines.meaning.flows import is_flow_of
from pipelines.model import Quantity
from pipelines.statements.lists.parts import NOT_ADDED
from pipelines.statements.readings import Reading, earlier
from pipelines.statements.totals.rate_positions import tells_again
from pipelines.statements.wording.agreement import bounds
from pipelines.statements.wording.equations import quotient_of
from pipelines.statements.wording.slips import significant_digits

#: Numbers of so many digits agree by chance seldom.
TELLING_DIGITS = 3
#: A total is told at most so many figures before its parts.
RECENT = 24
#: Text between a count and its own rate is no longer than this: "8.702 hộ đồng bào DTTS, chiếm 70,26%".
_BESIDE = 60
_HUNDRED = Decimal(100)
#: Rounding moves no share by so many times: "1%" of "1 tỷ đồng".
_FAR = 3
#: Comparators of what a rule asks for at least or at most: no share that was reckoned.
BOUNDS = frozenset({">=", "<="})
STANDING = ("level", "after", "total")


def is_plain(reading: Reading) -> bool:
    """Whether a figure can be a part or a total that no word tells."""
    return (
        reading.aspect in STANDING
        and reading.figure.unit not in NOT_ADDED
        and reading.figure.bracket is None
        and reading.per is None
        and bool(reading.figure.quantity.value)
    )


def whole_by_rate(reading: Reading, readings: Sequence[Reading], above: Mapping[int, int]) -> Reading | None:
    """The whole of which the rate told right behind a figure is its share: "toàn huyện 11.850 hộ … 5.214 hộ (44%)"."""
    rate = _rate_of(reading, readings)
    if rate is None or reading.index in above:
        return None
    digits = significant_digits(rate.figure.quantity)
    near = list(reversed(earlier(readings, reading)[-RECENT:]))
    near += [other for other in readings[rate.index + 1 : rate.index + 2] if other.figure.bracket == rate.index]
    for other in sorted(near, key=lambda other: _depth(other.index, above)):  # the widest that suits
        if digits < TELLING_DIGITS and other.paragraph != reading.paragraph:
            continue
        if not _may_hold(reading, other):
            continue
        if is_share(rate.figure.quantity, reading.figure.quantity, other.figure.quantity):
            return other
    return None


def is_share(rate: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a rate is that of a part in a whole; of "gần 486,6 tỷ đồng" the printed number speaks."""
    if not rate.value or not part.value or not whole.value:
        return False
    told, reckoned = rate.value * whole.value, _HUNDRED * part.value
    if not told / _FAR < reckoned < told * _FAR:
        return False  # as most are not: the bounds need not be reckoned
    if bounds(part) is not None and bounds(whole) is not None:
        return quotient_of(rate, part, whole).fits
    return abs(_HUNDRED * part.value / whole.value - rate.value) <= rate.value / _HUNDRED / 2


def _rate_of(part: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The rate told right behind a figure, or before it where the figure stands in its bracket or says it again."""
    if part.figure.half is not None or part.figure.unit in NOT_ADDED or part.aspect not in STANDING:
        return None
    before = readings[part.index - 1] if part.index else None
    again = before is not None and before.aspect == "share" and tells_again(part, before)
    inside = part.figure.bracket == part.index - 1 or again
    at = part.index - 1 if inside else part.index + 1
    rate = readings[at] if 0 <= at < len(readings) else None
    if rate is None or rate.clauses is not part.clauses or rate.figure.unit != "percent":
        return None
    told = rate.aspect == "share" or (part.figure.unit not in CURRENCIES and rate.aspect in ("level", "proportion"))
    near = inside or rate.figure.bracket == part.index or rate.figure.start - part.figure.end <= _BESIDE
    telling = significant_digits(rate.figure.quantity) >= TELLING_DIGITS - 1
    return rate if told and near and telling and (inside or is_plain(part)) else None


def _depth(index: int, above: Mapping[int, int]) -> int:
    """How many totals of totals a figure is under."""
    seen: list[int] = []
    while index in above and index not in seen:
        seen.append(index)
        index = above[index]
    return len(seen)


def _may_hold(part: Reading, whole: Reading) -> bool:
    """Whether a figure can be the whole of another: more of the same unit, and no stock of which the other flowed."""
    one, other = part.subject.indicator, whole.subject.indicator
    greater = (whole.figure.quantity.value or 0) > (part.figure.quantity.value or 0)
    if (
        part.counted != whole.counted
        or part.status != whole.status
        or not greater
        or whole.aspect not in STANDING
        or is_flow_of(one, other)
    ):
        return False
    return part.figure.unit not in CURRENCIES or is_one_variable(one, other)


def holds_share(run: Sequence[Reading], readings: Sequence[Reading]) -> bool:
    """Whether one of a run is the share of another that the rate behind it tells, and so is no further part.

    "vốn sự nghiệp 551.890 triệu đồng, đã giải ngân 200.649 triệu đồng (36,4%)".
    """
    for place, part in enumerate(run):
        behind = readings[part.index + 1 : part.index + 2]
        rate = next((one for one in behind if one.figure.unit == "percent" and one.clauses is part.clauses), None)
        if rate is None or rate.figure.quantity.comparator in BOUNDS:
            continue  # "vốn Trung ương 7.150 tỷ, địa phương 715 tỷ (tối thiểu 10% vốn Trung ương)" are two parts
        near = (other.figure.quantity for other in run[max(0, place - RECENT) : place + RECENT])
        others = {whole.value: whole for whole in near if whole.value != part.figure.quantity.value}
        if any(is_share(rate.figure.quantity, part.figure.quantity, whole) for whole in others.values()):
            return True
    return False
