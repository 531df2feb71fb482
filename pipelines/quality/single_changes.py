"""What a printed figure may have been meant to be: every reading that one slip of the pen is away.

A slip is a wrong unit (nghìn for triệu), a decimal mark in another place or left out, two digits swapped, or one
digit mistyped. Which of them makes relations hold is found out in repair.py.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import combinations

from pipelines.quality.printing import SCALES
from pipelines.quality.verdicts import Change, ChangeKind, Figure

#: The slips from the likeliest to the least likely; of two that lead to one value the first names it.
KINDS: tuple[ChangeKind, ...] = ("unit_factor", "decimal_mark", "swapped_digits", "digit")
_RATES = frozenset({"percent", "percentage_point", "permille"})
_MEASURES = _RATES | {"times", "hectare", "square_metre", "kilogram", "tonne", "quintal", "km", "USD"}
_UNIT_SLIPS = (Decimal("0.001"), Decimal(1000), Decimal("0.000001"), Decimal(1_000_000))
_MILLIONTH = Decimal("0.000001")
_TOO_LARGE = Decimal(10) ** 21
_WORDS = {scale: words["vi"] for scale, words in SCALES}


def single_changes(figure: Figure) -> list[Change]:
    """Every value that one slip is away from a figure, each once, the likeliest slips first.

    The bounds move or stretch with the value, so that a changed figure is as precise as it is printed. A figure in
    words ("hai hộ") has no digits to change.
    """
    found: dict[Decimal, Change] = {}
    for kind, value, printed, unit_printed, stretch in _slips(figure):
        if value != figure.value and value not in found and _can_be_stored(value):
            low = None if figure.low is None else _stored(value - (figure.value - figure.low) * stretch, ROUND_FLOOR)
            high = (
                None if figure.high is None else _stored(value + (figure.high - figure.value) * stretch, ROUND_CEILING)
            )
            found[value] = Change(
                figure.observation_id, kind, value, low, high, printed, unit_printed, figure.unit, figure
            )
    return list(found.values())


_Slip = tuple[ChangeKind, Decimal, str, str | None, Decimal]


def _slips(figure: Figure) -> Iterator[_Slip]:
    yield from _unit_slips(figure)
    digits = "".join(letter for letter in figure.value_printed if letter.isdigit())
    step = _step(figure, digits)
    if step is None:
        return
    if figure.unit in _MEASURES or figure.factor != 1:
        yield from _mark_slips(figure, digits, step)
    for kind, changed in (*_swapped(digits), *_mistyped(digits)):
        yield kind, int(changed) * step, _printed(figure.value_printed, changed), figure.unit_printed, Decimal(1)


def _step(figure: Figure, digits: str) -> Decimal | None:
    """What a 1 in the last printed digit is worth; None where the digits are not all of the figure ("1 tỷ rưỡi")."""
    if not digits.strip("0") or figure.value <= 0:
        return None
    step = figure.value / int(digits)
    return step if step.normalize().as_tuple().digits == (1,) else None


def _unit_slips(figure: Figure) -> Iterator[_Slip]:
    """A thousand or a million times more or less, where đồng have a word for it."""
    if figure.unit != "VND" and figure.factor == 1:
        return
    for slip in _UNIT_SLIPS:
        factor = figure.factor * slip
        word = _WORDS.get(factor)
        if word is not None:
            unit = word if figure.unit == "VND" else (figure.unit_printed or "")
            yield "unit_factor", figure.value * slip, figure.value_printed, unit, slip


def _mark_slips(figure: Figure, digits: str, step: Decimal) -> Iterator[_Slip]:
    """The decimal mark at every other place among the digits, or none."""
    for decimals in range(len(digits)):
        moved = figure.factor.scaleb(-decimals)
        whole, fraction = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
        if whole.lstrip("0") == whole or whole == "0":
            grouped = f"{int(whole):,}".replace(",", ".")
            printed = f"{grouped},{fraction}" if fraction else grouped
            yield "decimal_mark", int(digits) * moved, printed, figure.unit_printed, moved / step


def _swapped(digits: str) -> Iterator[tuple[ChangeKind, str]]:
    """Any two different digits in each other's place, neighbours first."""
    pairs = sorted(combinations(range(len(digits)), 2), key=lambda pair: (pair[1] - pair[0], pair))
    for one, other in pairs:
        letters = list(digits)
        letters[one], letters[other] = letters[other], letters[one]
        if digits[one] != digits[other] and not _loses_length(digits, letters):
            yield "swapped_digits", "".join(letters)


def _mistyped(digits: str) -> Iterator[tuple[ChangeKind, str]]:
    """Any one digit replaced by any other."""
    for at in range(len(digits)):
        for letter in "0123456789":
            letters = [*digits[:at], letter, *digits[at + 1 :]]
            if letter != digits[at] and not _loses_length(digits, letters):
                yield "digit", "".join(letters)


def _can_be_stored(value: Decimal) -> bool:
    """Whether the staging tables can hold a value: 22 digits before the point and six behind it."""
    return value < _TOO_LARGE and value == _stored(value, ROUND_FLOOR)


def _stored(value: Decimal, rounding: str) -> Decimal:
    return value.quantize(_MILLIONTH, rounding)


def _loses_length(digits: str, letters: Sequence[str]) -> bool:
    """Whether a number would begin with a zero that was not there."""
    return digits[0] != "0" and len(digits) > 1 and letters[0] == "0"


def _printed(value_printed: str, digits: str) -> str:
    """The figure as printed, with other digits in the places of its own."""
    rest = iter(digits)
    return "".join(next(rest) if letter.isdigit() else letter for letter in value_printed)
