"""What a headline's figure sums up where meaning does not say it.

Of 75 headlines' figures 68 stand in their text. A headline takes its figures from the text below and calls them as it
likes ("Trên 2.600 tỷ đồng đến với hộ nghèo" of all that was lent). One that no figure of its unit can stand for, but
one with a slip could, is that with a slip.
"""

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from pipelines.meaning.code_lists import RATES
from pipelines.statements.readings import REACH, Reading, same_place, same_variable
from pipelines.statements.wording.agreement import bounds
from pipelines.statements.wording.equations import same
from pipelines.statements.wording.slips import one_slip_apart, significant_digits

#: Numbers of fewer digits are told of many things.
_DIGITS = 2
#: "Trên 2.600" may be said of as much as a tenth more.
_ABOUT = Decimal("0.1")
_LEAST = 2


def summed_up_exactly(readings: Sequence[Reading], paired: Set[int]) -> Iterator[int]:
    """The figures of the headline that are not `paired` and that a figure of the text, however called, stands for."""
    for one, body in _told_above(readings, paired):
        if any(_meets(one, other) for other in body):
            yield one.index


def not_meant(readings: Sequence[Reading], paired: Set[int]) -> Iterator[tuple[int, int]]:
    """Each figure of the headline, not `paired`, with those a slip from it that it means less than others."""
    for one, body in _told_above(readings, paired):
        meant = _meant(one, body)
        yield from ((one.index, other.index) for other in body if other is not meant and _is_slip(one, other))


def _told_above(readings: Sequence[Reading], paired: Set[int]) -> Iterator[tuple[Reading, Sequence[Reading]]]:
    """Each figure of the headline that is not `paired`, with the figures of its unit below."""
    for one in readings[:REACH]:
        if one.clauses.sentence.section != "headline":
            return
        if one.index not in paired and _is_counted(one):
            yield one, [other for other in readings[:REACH] if _is_told_below(other, one)]


def summed_up(readings: Sequence[Reading], paired: Set[int]) -> Iterator[tuple[Reading, Reading]]:
    """Each figure of the headline that is not `paired`, with the figure of the text that it sums up."""
    for one, body in _told_above(readings, paired):
        if any(_stands_for(one, other) for other in body):
            exact = [other for other in body if other.index not in paired and _rounds(one, other)]
            if exact and len({other.figure.quantity.value for other in exact}) == 1:
                yield one, exact[0]
            continue
        meant = _meant(one, body)
        if meant is not None:
            yield one, meant


def _meant(one: Reading, body: Sequence[Reading]) -> Reading | None:
    """The figure that a headline means but for a slip: the first of those likest to it."""

    def strangeness(other: Reading) -> tuple[bool, bool, int]:
        return not same_variable(one, other), one.figure.unit != other.figure.unit, other.index

    return min((other for other in body if _is_slip(one, other)), key=strangeness, default=None)


def _is_counted(one: Reading) -> bool:
    """Whether a headline's figure is printed in digits and told of something with a unit."""
    quantity = one.figure.quantity
    value = quantity.value
    exactly = quantity.comparator == "=" and quantity.value_high is None
    told = bool(one.figure.unit) and quantity.value_printed[:1].isdecimal()
    return told and value is not None and (value >= 10 or (exactly and value >= _LEAST))


def _is_told_below(other: Reading, one: Reading) -> bool:
    return other.clauses.sentence.section != "headline" and other.counted == one.counted


def _stands_for(one: Reading, other: Reading) -> bool:
    """Whether a headline may mean a figure, rounded as freely as headlines round."""
    printed, value = one.figure.quantity, other.figure.quantity.value
    if printed.value is None or value is None or printed.value == value:
        return printed.value == value
    high = other.figure.quantity.value_high
    if high is not None and value <= printed.value <= high:
        return True
    about = abs(value - printed.value) <= printed.value * _ABOUT
    return (about and printed.comparator != "=") or _meets(one, other)


def _meets(one: Reading, other: Reading) -> bool:
    a, b = bounds(one.figure.quantity), bounds(other.figure.quantity)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _rounds(one: Reading, other: Reading) -> bool:
    """Whether a headline rounds a figure of its status, by no chance."""
    rounded = one.figure.quantity.comparator != "=" and significant_digits(one.figure.quantity) >= _DIGITS
    return rounded and one.status == other.status and one.per == other.per and _meets(one, other)


def _is_slip(one: Reading, other: Reading) -> bool:
    """Whether one digit changed would let a headline stand for a figure told alike."""
    a, b = one.figure.quantity, other.figure.quantity
    if a.value is None or b.value is None or a.value.adjusted() != b.value.adjusted():
        return False
    if one.status != other.status or one.per != other.per or other.figure.half == "denominator":
        return False
    if one.figure.unit in RATES and not same_place(one, other):
        return False  # the rate of all of a province is none of one district
    return one_slip_apart(a, b) if a.comparator == b.comparator else same(a, b).mends()
