"""Whether printed figures agree, as they stand or with one slip of one of them; which to try is decided elsewhere.

A relation that words tell is judged whatever its numbers say. One that only the meaning suggests is taken up where its
numbers agree, or where a single slip (a digit, two digits swapped, a power of ten) would make them agree and chance
would seldom do that. Intervals are those of the printed digits (model.Interval).
What each figure of a relation must be is equations.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Generic, TypeVar

from pipelines.model import Interval, Quantity
from pipelines.quantities.numerals import last_place
from pipelines.statements.wording.figures import Figure
from pipelines.statements.wording.slips import slip_count, slips_into, step_of

Bounds = tuple[Decimal, Decimal]

#: A slip is believed where chance would make one in at most this share of like relations.
UNLIKELY = Decimal("0.35")
#: What a unit mixed up multiplies by: nghìn for đồng, triệu for nghìn, tỷ for triệu.
_POWERS = tuple(Decimal(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))
#: A scale word mixed up is believed where what must stand there is known so closely: a rest near nothing is not.
_CLOSELY = Decimal("0.25")
#: Averages in đồng are hardly told more coarsely than in thousands without saying so.
_COARSEST = Decimal(1000)
#: The natural logarithm of ten: unrelated figures spread evenly over the logarithms of a decade.
_DECADE = Decimal("2.3")
#: What is off by so small a share of the figures would hardly be by chance.
_NEAR = Decimal("0.002")


@dataclass(frozen=True, slots=True)
class Equation:
    """An arithmetic relation solved for each of its figures: what the figure must be, given the others.

    `scale` is what the needed values are spread over where that is more than the figure: in a sum its largest one.
    """

    figures: tuple[tuple[Quantity, tuple[Bounds, ...]], ...]
    scale: Decimal = Decimal(0)

    @property
    def fits(self) -> bool:
        """Whether the printed figures can be true together."""
        if not self.figures:
            return False
        quantity, needed = self.figures[0]
        own = bounds(quantity)
        return own is not None and any(_meet(own, each) for each in needed)

    def has_slip(self) -> bool:
        """Whether one slip would make the figures agree, more likely than chance."""
        return self.chance() <= UNLIKELY and self.mends()

    def agrees(self, unlikely: Decimal = UNLIKELY) -> bool:
        """Whether the figures fit, or would with one slip that chance makes in at most such a share of like ones."""
        return self.fits or (self.chance() <= unlikely and self.mends())

    def chance(self) -> Decimal:
        """How often one slip of one of such figures would make them agree by chance; it may exceed 1."""
        chance = Decimal(0)
        for quantity, needed in self.figures:
            own = bounds(quantity)
            if own is None or not quantity.value:
                continue
            width = own[1] - own[0] + step_of(quantity)
            for low, high in needed:
                size = max(abs(high), abs(quantity.value), self.scale)
                chance += min(Decimal(1), slip_count(quantity) * (high - low + width) / (size * _DECADE))
        return chance

    def is_near(self, share: Decimal = _NEAR) -> bool:
        """Whether the figures are at most such a share from agreeing, so that they belong together."""
        if not self.figures:
            return False
        quantity, needed = self.figures[0]
        own = bounds(quantity)
        if own is None or not quantity.value:
            return False
        gaps = [max(low - own[1], own[0] - high, Decimal(0)) for low, high in needed]
        return min(gaps) <= max(abs(quantity.value), self.scale) * share

    def mends(self) -> bool:
        """Whether one slip of one figure would make the figures agree."""
        return any(_slips_into_one(quantity, needed) for quantity, needed in self.figures)

    def mending(self) -> Iterator[Quantity]:
        """The figures of which one slip would make all agree."""
        return (quantity for quantity, needed in self.figures if _slips_into_one(quantity, needed))

    def bound(self, share: Decimal) -> Iterator[Quantity]:
        """The figures that the others leave no more room than such a share of themselves."""
        for quantity, needed in self.figures:
            own = bounds(quantity)
            if own is None or not quantity.value:
                continue
            room = min(high - low for low, high in needed) + own[1] - own[0]
            if room <= abs(quantity.value) * share:
                yield quantity


def _slips_into_one(quantity: Quantity, needed: Iterable[Bounds]) -> bool:
    """Whether one slip would bring a printed number where it must be: a digit, two swapped, a power of ten."""
    own = bounds(quantity)
    if own is None or not quantity.value:
        return False
    below, above = quantity.value - own[0], own[1] - quantity.value
    for low, high in needed:
        least, most = low - above, high + below
        scaled = next((quantity.value * power for power in _POWERS if least <= quantity.value * power <= most), None)
        if scaled is not None and high - low <= abs(scaled) * _CLOSELY:
            return True
        if slips_into(quantity, least, most):
            return True
    return False


def bounds(quantity: Quantity) -> Bounds | None:
    """The least and the greatest true value for which a printed number can stand, None where a side is open."""
    low, high = quantity.interval.low, quantity.interval.high
    return None if low is None or high is None else (low, high)


def as_average(quantity: Quantity) -> Quantity:
    """A count or an amount in đồng as an average, which is rounded or cut off: 3.168 stands for 3.167,5 to 3.169.

    555.000 đồng are thousands then, as nobody tells an average to the đồng that ends with so many noughts.
    """
    value, interval = quantity.value, quantity.interval
    if not (quantity.kind == "count" or quantity.unit == "VND") or value is None or interval.low != interval.high:
        return quantity
    step = min(last_place(value), _COARSEST) if quantity.unit == "VND" else Decimal(1)
    return replace(quantity, interval=Interval(value - step / 2, value + step))


def averaged(figure: Figure) -> Figure:
    """A figure that is told as an average, with the true values for which it then stands."""
    return replace(figure, quantity=as_average(figure.quantity))


def exactly(quantity: Quantity) -> Quantity:
    """A price or a norm as printed: what costs 17 triệu each costs no more and no less."""
    return replace(quantity, interval=Interval(quantity.value, quantity.value))


def is_within(quantity: Quantity, span: Bounds | None) -> bool:
    """Whether a printed number can lie between two values; not where there are none."""
    own = bounds(quantity)
    return own is not None and span is not None and _meet(own, span)


def rounds(quantity: Quantity, exact: Iterable[Decimal | None]) -> bool:
    """Whether a number told with a comparator may be one of the exact values."""
    own = bounds(quantity)
    if quantity.comparator == "=" or own is None:
        return False
    return any(value is not None and own[0] <= value <= own[1] for value in exact)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One way to read a relation: `told` by words, or only suggested by the meaning."""

    reading: T
    equation: Equation
    told: bool = False


def choose(options: Iterable[Option[T]], unlikely: Decimal = UNLIKELY) -> T | None:
    """The first option whose figures agree, else the first that is told, else one that a single slip would mend.

    Options come in the order of preference. A slip is believed only where it is unlikely that any of the options
    would offer one by chance.
    """
    tried = list(options)
    for option in tried:
        if option.equation.fits:
            return option.reading
    for option in tried:
        if option.told:
            return option.reading
    chance = Decimal(0)
    for option in tried:
        chance += option.equation.chance()
        if chance > unlikely:
            return None
    return next((option.reading for option in tried if option.equation.mends()), None)


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
