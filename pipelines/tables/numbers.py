"""Numbers that a spreadsheet mangled: a thousands dot that it took for a decimal point."""

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
