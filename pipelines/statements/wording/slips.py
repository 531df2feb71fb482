"""Slips of the pen in one printed number: a digit changed, two digits swapped, another scale word.

What a number must be for figures to agree is agreement.py.
"""

from decimal import Decimal
from functools import lru_cache
from operator import ne

from pipelines.model import Quantity

#: A whole is hardly so many times too small by a slip of one digit.
_FAR_LESS = Decimal("2.3")
#: Longer numbers are identifiers or hostile text.
_MAX_DIGITS = 15
#: Scale words that a slip takes for each other: nghìn, triệu, tỷ.
_SCALES = (Decimal(10) ** 3, Decimal(10) ** 6)


def exceeds_by_a_slip(part: Quantity, whole: Quantity) -> bool:
    """Whether a part larger than its whole would fit with one digit changed, two swapped or another scale word.

    What no slip explains is no slip: the two do not belong together.
    """
    if part.value is None or whole.value is None or part.value <= whole.value:
        return True
    if slips_into(part, Decimal(0), whole.value) or slips_into(whole, part.value, whole.value * _FAR_LESS):
        return True
    scaled = part.unit == "VND" and any(part.value <= whole.value * scale for scale in _SCALES)
    return scaled and part.factor != whole.factor


def one_slip_apart(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers have as many digits, of which one differs or two beside each other are swapped."""
    a, b = _printed_digits(one), _printed_digits(other)
    if len(a) != len(b):
        return False
    apart: int = sum(map(ne, a, b))  # of thousands of pairs nearly all are told apart here
    if apart != 2:
        return apart == 1
    first, second = (place for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y)
    return second == first + 1 and a[first] == b[second] and a[second] == b[first]


def significant_digits(quantity: Quantity) -> int:
    """The digits of a printed number without leading and trailing zeros."""
    return len(_printed_digits(quantity).strip("0"))


def _printed_digits(quantity: Quantity) -> str:
    return digits_of(quantity.value_printed)


@lru_cache(maxsize=4096)
def digits_of(printed: str) -> str:
    """The digits of a number as printed, without its separators."""
    return "".join(filter(str.isdecimal, printed))


def step_of(quantity: Quantity) -> Decimal:
    """What a one in the last printed digit is worth, in the base unit; 0 of a number in words."""
    digits = _printed_digits(quantity)
    if not digits or not int(digits) or len(digits) > _MAX_DIGITS or quantity.value is None:
        return Decimal(0)
    return quantity.value / int(digits)


def slip_count(quantity: Quantity) -> int:
    """About how many slips of digits a number has: nine other digits a place, and a swap between two."""
    digits = len(_printed_digits(quantity))
    return 10 * digits - 1 if digits else 0


def slips_into(quantity: Quantity, least: Decimal, most: Decimal) -> bool:
    """Whether a number with one digit changed or two swapped lies between two values."""
    digits, step, value = _printed_digits(quantity), step_of(quantity), quantity.value
    if not step or value is None:
        return False
    low, high = least - value, most - value
    last = len(digits) - 1
    printed = [int(digit) for digit in reversed(digits)]
    worth = step
    for place, digit in enumerate(printed):
        one, nine = abs(worth), 9 * abs(worth)
        # most places are worth too little, or too much, for a change as large as that
        if low <= nine and -nine <= high and (low <= 0 or one <= high) and (high >= 0 or low <= -one):
            for other in range(1 if place == last > 0 else 0, 10):
                if other != digit and low <= (other - digit) * worth <= high:
                    return True
        if place < last and printed[place + 1] != digit and low <= (digit - printed[place + 1]) * 9 * worth <= high:
            return True
        worth *= 10
    return False
