"""The figure in a cell: numerals of both styles, per cent, and numbers that a spreadsheet mangled.

The style of a table is found from its unambiguous numerals, since "1.218" alone can be 1218 or a fraction. What is
printed stays beside what is read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pipelines.quantities import flags
from pipelines.quantities.numerals import read_numeral
from pipelines.tables.layout import NumberStyle

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_NEGATIVE = re.compile(r"[-−–(]")


@dataclass(frozen=True, slots=True)
class CellNumber:
    """A figure as read: its value, the decimals that were printed, and whether a per cent sign stood behind it."""

    value: Decimal
    decimals: int = 0
    percent: bool = False


def number_style(numerals: Iterable[str]) -> NumberStyle | None:
    """Which mark separates thousands in these numerals: "12,52" and "1.218.000" are Vietnamese, "12.52" English.

    None where no numeral tells, or as many tell one as the other.
    """
    vietnamese = english = 0
    for numeral in numerals:
        told = _told_style(numeral)
        vietnamese += told == "vietnamese"
        english += told == "english"
    if vietnamese == english:
        return None
    return "vietnamese" if vietnamese > english else "english"


@lru_cache(maxsize=1 << 14)
def _told_style(numeral: str) -> NumberStyle | None:
    marks = [letter for letter in numeral if letter in ".,"]
    if not marks:
        return None
    last = marks[-1]
    behind = len(_SPACES.sub("", numeral).rstrip("%) ").rpartition(last)[2])
    if len(set(marks)) == 2:
        decimal = last
    elif len(marks) > 1:
        decimal = "," if last == "." else "."
    elif behind != 3 or numeral.lstrip("-−–( ").startswith(("0.", "0,")):
        decimal = last
    else:
        return None
    return "vietnamese" if decimal == "," else "english"


@lru_cache(maxsize=1 << 16)
def read_number(text: str, style: NumberStyle, whole: bool) -> CellNumber | None:
    """Read the numeral that a cell is. `whole` says that the column counts whole things, so "14,917" is no fraction.

    >>> read_number("25.796", "vietnamese", False).value, read_number("(12,5%)", "vietnamese", False).percent
    (Decimal('25796'), True)
    """
    bare = _SPACES.sub("", text)
    percent = bare.rstrip(")").endswith("%")
    bare = bare.strip("()%")
    negative = _NEGATIVE.match(text.strip()) is not None
    numeral = read_numeral(bare.lstrip("-−–+"), "," if style == "vietnamese" else ".") if bare else None
    if numeral is None or flags.MALFORMED_NUMBER in numeral.flags:
        return None
    value = numeral.whole if whole and numeral.whole is not None else numeral.value
    decimals = max(0, -int(value.as_tuple().exponent))
    return CellNumber(-value if negative else value, decimals, percent)


def restore_thousands(value: Decimal, whole: bool) -> Decimal | None:
    """The number that was typed where a spreadsheet took its thousands dot for a decimal point, else None.

    "25.796" typed where the dot is decimal becomes the number 25.796, "1.200" becomes 1.2. Of whole things there are
    no thousandths, so in a column that counts them the fraction tells; elsewhere nothing does.
    """
    if not whole or value == value.to_integral_value() or abs(value) >= 1_000:
        return None
    thousands = value * 1_000
    return thousands if thousands == thousands.to_integral_value() else None
