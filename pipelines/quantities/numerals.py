"""Printed digits to exact decimals: which mark means thousands, which the decimal point.

The rules are those of Vietnamese official texts, where a dot separates thousands and a comma decimals; the marks
of other styles are understood where they admit one reading only. Numbers in words are number_words.py.
"""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from pipelines.quantities import flags

DecimalMark = Literal[",", "."]

#: Longer runs of digits than this are no figures; within it products with any unit's factor stay exact.
MAX_DIGITS = 18
ONE = Decimal(1)

_GROUP = 3
_STEPS = tuple(ONE.scaleb(-places) for places in range(MAX_DIGITS + 1))
_NO_FLAGS: frozenset[str] = frozenset()
_AMBIGUOUS = frozenset({flags.AMBIGUOUS_SEPARATOR})
_MALFORMED = frozenset({flags.MALFORMED_NUMBER})
#: Roles of words before a number that make no number of its first three digits at most: a year has four.
_OF_LONGER_NUMBERS = frozenset({"since", "years", "near_year"})
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?(?![0-9])")


class Numeral(NamedTuple):
    """A number as printed. `step` is the place value of its last digit: 0.1 for "103,8".

    `whole` is its value where it counts whole things, of which there are no fractions (null: the same): "14,917" is
    14.917 tỷ but 14917 hộ. `thousands` says that a single dot was taken for a thousands mark.
    """

    value: Decimal
    step: Decimal = ONE
    whole: Decimal | None = None
    flags: frozenset[str] = _NO_FLAGS
    thousands: bool = False


def read_numeral(token: str, decimal: DecimalMark | None = None) -> Numeral | None:
    """Read digits with dots and commas between them; None where there are too many for a figure.

    `decimal` is the decimal mark where it is known, as of a column whose other cells tell. Without it one mark
    before exactly three digits is thousands if a dot and decimal if a comma; repeated marks are thousands; of two
    kinds of marks the last is decimal; one or two digits, or four and more, are decimals.

    >>> read_numeral("25.796").value, read_numeral("106,811").value, read_numeral("14,917").whole
    (Decimal('25796'), Decimal('106.811'), Decimal('14917'))
    """
    if len(token) > MAX_DIGITS and sum(map(str.isdigit, token)) > MAX_DIGITS:
        return None
    if token.isdigit():
        return Numeral(Decimal(token))
    dots, commas = token.count("."), token.count(",")
    if dots and commas:
        return _mixed(token)
    mark = "." if dots else ","
    if dots + commas > 1:
        return _repeated(token, mark)
    return _single(token, mark, decimal)


def joins_spaced(roles: frozenset[str]) -> bool:
    """Whether no word before makes the first part a number of its own: "phục vụ 42 160 hộ", but "tháng 9 105 hộ"."""
    return roles <= _OF_LONGER_NUMBERS


def spaced(text: str, start: int) -> int | None:
    """The end of a number grouped by single spaces ("19 136", "1 204 350") that begins at `start`, else None."""
    match = _SPACED.match(text, start)
    return match.end() if match and text[start] != "0" else None


def last_place(value: Decimal) -> Decimal:
    """The place value of the last digit that is not zero: 10 of 80, 0.1 of 105,8."""
    if not value:
        return ONE
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return ONE.scaleb(exponent)


def _single(token: str, mark: str, decimal: DecimalMark | None) -> Numeral:
    """One mark: "25.796", "106,811", "7.5", "0,0001"."""
    head, _, tail = token.partition(mark)
    places = len(tail)
    fraction = Decimal(f"{head}.{tail}")
    if places == _GROUP and len(head) <= _GROUP and head[0] != "0":
        thousands = Decimal(head + tail)
        if decimal is not None:
            return Numeral(fraction, _STEPS[_GROUP], thousands) if decimal == mark else Numeral(thousands)
        if mark == ".":
            return Numeral(thousands, thousands=True)
        return Numeral(fraction, _STEPS[_GROUP], thousands, _AMBIGUOUS)
    if places > _GROUP:
        return Numeral(fraction, _STEPS[places], Decimal(head + tail))
    return Numeral(fraction, _STEPS[places])


def _repeated(token: str, mark: str) -> Numeral:
    """Several marks of one kind: thousands, where the groups are of three digits."""
    digits = Decimal(token.replace(mark, ""))
    if _grouped(token.split(mark)):
        return Numeral(digits)
    return Numeral(digits, flags=_MALFORMED)


def _mixed(token: str) -> Numeral:
    """Marks of both kinds: the last one is decimal, the other separates thousands."""
    last = "." if token.rfind(".") > token.rfind(",") else ","
    other = "," if last == "." else "."
    head, _, tail = token.rpartition(last)
    if last in head or not _grouped(head.split(other)):
        return Numeral(Decimal(re.sub("[.,]", "", token)), flags=_MALFORMED)
    return Numeral(Decimal(f"{head.replace(other, '')}.{tail}"), _STEPS[len(tail)])


def _grouped(groups: list[str]) -> bool:
    """Whether digits are grouped as thousands are: one to three, then threes."""
    return len(groups[0]) <= _GROUP and all(len(group) == _GROUP for group in groups[1:])
