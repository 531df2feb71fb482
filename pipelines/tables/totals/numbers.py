"""Numbers that a spreadsheet mangled: a thousands dot that it took for a decimal point."""

from collections.abc import Iterable
from decimal import Decimal


def restore_thousands(value: Decimal, whole: bool) -> Decimal | None:
    """The number that was typed where a spreadsheet took its thousands dot for a decimal point, else None.

    "25.796" typed where the dot is decimal becomes the number 25.796, "1.200" becomes 1.2. Of whole things there are
    no thousandths, so in a column that counts them the fraction tells; elsewhere nothing does.
    """
    if not whole or value == value.to_integral_value() or abs(value) >= 1_000:
        return None
    thousands = value * 1_000
    return thousands if thousands == thousands.to_integral_value() else None


#: A number that many times the largest whole one of its column was a fraction, not a mangled thousand.
_BEYOND = 100
_FEWEST = 3


def largest_counted(column: Iterable[float]) -> float | None:
    """The most that a mangled number of a column can have been; None where its whole numbers are too few to tell.

    Among criteria from 15 to 19 an average of 17.3 is no 17,300.
    """
    whole, fractions = [], 0
    for number in column:
        if number.is_integer():
            whole.append(abs(number))
        else:
            fractions += 1
    return max(whole) * _BEYOND if len(whole) >= _FEWEST and len(whole) > fractions else None
