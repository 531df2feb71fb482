"""Whether printed figures agree, as they stand or with one slip of one of them; which to try is decided elsewhere.

A relation that words tell is judged whatever its numbers say. One that only the meaning suggests is taken up where its
numbers agree, or where a single slip (a digit, two digits swapped, a power of ten) would make them agree and chance
would seldom do that. Intervals are those of the printed digits (model.Interval).
"""

from collections.abc import Iterable, Iterator, Sequence
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
_HUNDRED = Decimal(100)
_NO = Decimal(0)
#: Averages in đồng are hardly told more coarsely than in thousands without saying so.
_COARSEST = Decimal(1000)
#: The natural logarithm of ten: unrelated figures spread evenly over the logarithms of a decade.
_DECADE = Decimal("2.3")
#: What is off by so small a share of the figures would hardly be by chance.
_NEAR = Decimal("0.002")
_MAX_PARTS = 40


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


def total_of(total: Quantity, parts: Sequence[Quantity], taken: Sequence[Quantity] = ()) -> Equation:
    """Solve total = part + part + … - taken - … for each figure."""
    members = [(part, 1) for part in parts] + [(part, -1) for part in taken]
    whole = bounds(total)
    if whole is None or not members or len(members) > _MAX_PARTS:
        return Equation(())
    signed: list[Bounds] = []
    for part, sign in members:
        own = bounds(part)
        if own is None:
            return Equation(())
        signed.append(own if sign > 0 else (-own[1], -own[0]))
    low, high = sum((one[0] for one in signed), Decimal(0)), sum((one[1] for one in signed), Decimal(0))
    solved = [(total, ((low, high),))]
    for (part, sign), (least, most) in zip(members, signed, strict=True):
        needed = whole[0] - high + most, whole[1] - low + least
        solved.append((part, (needed if sign > 0 else (-needed[1], -needed[0]),)))
    scale = max(abs(one.value) for one in (total, *parts, *taken) if one.value is not None)
    return Equation(tuple(solved), scale)


def sum_bounds(parts: Sequence[Quantity]) -> Bounds | None:
    """Between what the sum of printed numbers lies; None where one of them is open, or they are none or too many."""
    if not 0 < len(parts) <= _MAX_PARTS:
        return None
    low = high = Decimal(0)
    for part in parts:
        own = bounds(part)
        if own is None:
            return None
        low, high = low + own[0], high + own[1]
    return low, high


def is_within(quantity: Quantity, span: Bounds | None) -> bool:
    """Whether a printed number can lie between two values; not where there are none."""
    own = bounds(quantity)
    return own is not None and span is not None and _meet(own, span)


def adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether printed numbers can add up to another: what `total_of` says, without solving it for the parts."""
    return is_within(total, sum_bounds(parts))


def difference_of(move: Quantity, one: Quantity, other: Quantity, years: Decimal = Decimal(1)) -> Equation:
    """Solve move = |one - other| for each figure; a move told a year is over `years` of them."""
    d, a, b = bounds(move), bounds(one), bounds(other)
    if d is None or a is None or b is None:
        return Equation(())
    gaps = (a[0] - b[1], a[1] - b[0])
    size = gaps if gaps[0] >= 0 else (-gaps[1], -gaps[0]) if gaps[1] <= 0 else (Decimal(0), max(abs(g) for g in gaps))
    size, d = (size[0] / years, size[1] / years), (d[0] * years, d[1] * years)
    return Equation(
        (
            (move, (size,)),
            (one, ((b[0] + d[0], b[1] + d[1]), (b[0] - d[1], b[1] - d[0]))),
            (other, ((a[0] + d[0], a[1] + d[1]), (a[0] - d[1], a[1] - d[0]))),
        )
    )


def quotient_of(
    result: Quantity, above: Quantity, below: Quantity, hundred: Decimal = _HUNDRED, excess: bool = False
) -> Equation:
    """Solve result = hundred x above / below, less a hundred where only the excess is told, for each figure."""
    r, a, b = bounds(result), bounds(above), bounds(below)
    if r is None or a is None or b is None or a[0] < 0 or b[0] <= 0:
        return Equation(())
    shift = hundred if excess else Decimal(0)
    r = (r[0] + shift, r[1] + shift)
    if r[0] <= 0:
        return Equation(())
    return Equation(
        (
            (result, ((hundred * a[0] / b[1] - shift, hundred * a[1] / b[0] - shift),)),
            (above, ((r[0] * b[0] / hundred, r[1] * b[1] / hundred),)),
            (below, ((hundred * a[0] / r[1], hundred * a[1] / r[0]),)),
        )
    )


def base_of(rate: Quantity, part: Quantity) -> Bounds | None:
    """The whole of which a part is a rate, between which bounds; None where they bound none."""
    r, p = bounds(rate), bounds(part)
    if r is None or p is None or r[0] <= 0 or p[0] < 0:
        return None
    return _HUNDRED * p[0] / r[1], _HUNDRED * p[1] / r[0]


def relative_of(relative: Quantity, move: Quantity, after: Quantity, rose: bool) -> Equation:
    """Solve relative = 100 x move / before for each figure, where before is after less a rise or with a fall."""
    r, d, a = bounds(relative), bounds(move), bounds(after)
    if r is None or d is None or a is None or r[0] <= 0 or d[0] <= 0 or (rose and a[0] <= d[1]):
        return Equation(())
    sign = -1 if rose else 1
    before = (a[0] - d[1], a[1] - d[0]) if rose else (a[0] + d[0], a[1] + d[1])
    needed = (_HUNDRED * d[0] / before[1], _HUNDRED * d[1] / before[0])
    share = r[0] / _HUNDRED, r[1] / _HUNDRED
    if rose:
        moves = (a[0] * share[0] / (1 + share[0]), a[1] * share[1] / (1 + share[1]))
    elif share[1] < 1:
        moves = (a[0] * share[0] / (1 - share[0]), a[1] * share[1] / (1 - share[1]))
    else:
        return Equation(())
    afters = (d[0] / share[1] - sign * d[1], d[1] / share[0] - sign * d[0])
    return Equation(((relative, (needed,)), (move, (moves,)), (after, ((min(afters), max(afters)),))))


def growth_of(relative: Quantity, before: Quantity, after: Quantity, fell: bool | None = None) -> Equation:
    """Solve relative = 100 x |after - before| / before for each figure; words may say whether it fell."""
    r, b, a = bounds(relative), bounds(before), bounds(after)
    if r is None or b is None or a is None or b[0] <= 0 or a[0] < 0 or r[0] < 0:
        return Equation(())
    if fell is None:
        fell = (after.value or 0) < (before.value or 0)
    sign = -1 if fell else 1
    least, most = sorted((_HUNDRED + sign * r[0], _HUNDRED + sign * r[1]))
    if least <= 0:
        return Equation(())
    needed = sorted((sign * (_HUNDRED * a[0] / b[1] - _HUNDRED), sign * (_HUNDRED * a[1] / b[0] - _HUNDRED)))
    return Equation(
        (
            (relative, ((needed[0], needed[1]),)),
            (before, ((_HUNDRED * a[0] / most, _HUNDRED * a[1] / least),)),
            (after, ((b[0] * least / _HUNDRED, b[1] * most / _HUNDRED),)),
        )
    )


def scaled_of(result: Quantity, whole: Quantity, parts: Decimal) -> Equation:
    """Solve result = whole / parts for both figures: the yearly average of a change over so many years."""
    r, w = bounds(result), bounds(whole)
    if r is None or w is None or parts <= 0:
        return Equation(())
    return Equation(((result, ((w[0] / parts, w[1] / parts),)), (whole, ((r[0] * parts, r[1] * parts),))))


def same_base_of(one: tuple[Quantity, Quantity], other: tuple[Quantity, Quantity], drift: Decimal = _NO) -> Equation:
    """Solve part / rate = part / rate for the figures of both pairs: two shares of one whole that is not told.

    Told at two times, the whole may have changed by a share of `drift`.
    """
    known = [(bounds(part), bounds(rate)) for part, rate in (one, other)]
    less, more = 1 - drift, 1 + drift
    solved: list[tuple[Quantity, tuple[Bounds, ...]]] = []
    for (part, rate), (p, r), (q, t) in zip((one, other), known, known[::-1], strict=True):
        if p is None or r is None or q is None or t is None or min(p[0], r[0], q[0], t[0]) <= 0:
            return Equation(())
        solved.append((rate, ((less * p[0] * t[0] / q[1], more * p[1] * t[1] / q[0]),)))
        solved.append((part, ((less * q[0] * r[0] / t[1], more * q[1] * r[1] / t[0]),)))
    return Equation(tuple(solved))


def former_base_of(
    share: tuple[Quantity, Quantity], changes: tuple[Quantity, Quantity], rose: bool, drift: Decimal
) -> Equation:
    """Solve part / rate = former part / former rate for all four figures, where the whole changed by up to `drift`.

    `share` is a part and its rate, `changes` by what they fell or rose from what they were.
    """
    levels, moves = [bounds(one) for one in share], [bounds(one) for one in changes]
    solved: list[tuple[Quantity, tuple[Bounds, ...]]] = []
    sign = -1 if rose else 1
    for this in (1, 0):  # the rate by the part, then the part by the rate
        own, other, move, others = levels[this], levels[1 - this], moves[this], moves[1 - this]
        if own is None or other is None or move is None or others is None or min(own[0], other[0], move[0]) <= 0:
            return Equation(())
        before = (other[0] - others[1], other[1] - others[0]) if rose else (other[0] + others[0], other[1] + others[1])
        if before[0] <= 0:
            return Equation(())
        times = (1 - drift) * before[0] / other[1], (1 + drift) * before[1] / other[0]
        grown = sorted((sign * (times[0] - 1), sign * (times[1] - 1)))
        solved.append((changes[this], ((own[0] * grown[0], own[1] * grown[1]),)))
        if grown[0] > 0:
            solved.append((share[this], ((move[0] / grown[1], move[1] / grown[0]),)))
    return Equation(tuple(solved))


def product_of(amount: Quantity, pairs: Sequence[tuple[Quantity, Quantity]]) -> Equation:
    """Solve amount = count x amount a head + … for each figure."""
    products: list[Bounds] = []
    for count, head in pairs:
        one, other = bounds(count), bounds(head)
        if one is None or other is None:
            return Equation(())
        products.append((one[0] * other[0], one[1] * other[1]))
    low, high = sum((one[0] for one in products), _NO), sum((one[1] for one in products), _NO)
    solved: list[tuple[Quantity, tuple[Bounds, ...]]] = [(amount, ((low, high),))]
    whole = bounds(amount)
    if whole is not None:
        for pair, (least, most) in zip(pairs, products, strict=True):
            left = whole[0] - high + most, whole[1] - low + least  # for this pair, the others as they are
            for this, that in (pair, pair[::-1]):
                own = bounds(that)
                if own is not None and own[0] > 0 and left[0] >= 0:
                    solved.append((this, ((left[0] / own[1], left[1] / own[0]),)))
    return Equation(tuple(solved))


def rounds(quantity: Quantity, exact: Iterable[Decimal | None]) -> bool:
    """Whether a number told with a comparator may be one of the exact values."""
    own = bounds(quantity)
    if quantity.comparator == "=" or own is None:
        return False
    return any(value is not None and own[0] <= value <= own[1] for value in exact)


def same(one: Quantity, other: Quantity) -> Equation:
    """Solve one = other for each figure."""
    a, b = bounds(one), bounds(other)
    if a is None or b is None:
        return Equation(())
    return Equation(((one, (b,)), (other, (a,))))


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
