"""Arithmetic relations solved for each of their figures: sums, differences, rates, growth, products.

Whether the printed figures agree with what an equation says is agreement.py.
"""

from collections.abc import Sequence
from decimal import Decimal

from pipelines.model import Quantity
from pipelines.statements.wording.agreement import Bounds, Equation, bounds, is_within

_HUNDRED = Decimal(100)
_NO = Decimal(0)
_MAX_PARTS = 40


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


def same(one: Quantity, other: Quantity) -> Equation:
    """Solve one = other for each figure."""
    a, b = bounds(one), bounds(other)
    if a is None or b is None:
        return Equation(())
    return Equation(((one, (b,)), (other, (a,))))
