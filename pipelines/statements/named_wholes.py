"""The whole that the words behind a rate name ("11.762,7 tỷ đồng, chiếm 99,8% tổng dư nợ"), and what the rate is of."""

from collections.abc import Sequence, Set

from pipelines.statements.agreement import quotient_of, rounds
from pipelines.statements.aspects import RATES
from pipelines.statements.figures import Clauses, Figure
from pipelines.statements.names import NamedFigures
from pipelines.statements.parts import counted_as


def names_whole(rate: Figure, cut: Clauses) -> bool:
    """Whether the words right behind a rate name a whole."""
    return any(
        hit.payload.aspect == "share" and hit.payload.side == "right" and 0 <= hit.start - rate.end <= 2
        for hit in cut.words.aspects
    )


def shared(rate: Figure, cut: Clauses, before: Sequence[Figure], named: NamedFigures) -> Figure | None:
    """What a rate is the share of: the nearest count or amount, rather an amount where the whole named is one."""
    told = [other for other in reversed(before) if other.unit not in RATES]
    item = [other for other in told if other.item == told[0].item]
    whole = named.resolve(cut, rate.end, rate.right)
    alike = [other for other in item if whole is not None and counted_as(other.unit) == counted_as(whole.unit)]
    return next(iter([*alike, *told]), None)


def holds(whole: Figure, part: Figure) -> bool:
    """Whether a figure can hold another: another of the same unit, and no less."""
    return _is_alike(whole, part) and (whole.quantity.value or 0) >= (part.quantity.value or 0)


def named_whole(
    rate: Figure,
    part: Figure,
    cut: Clauses,
    before: Sequence[Figure],
    here: NamedFigures,
    named: NamedFigures,
    recent: Sequence[Figure],
    members: Set[int],
) -> Figure | None:
    """The figure that the words behind a rate name as the whole of `part`, rather one with which the rate agrees.

    `here` are the figures of the sentence, `named` those before it, `members` the indices of parts of other totals.
    """
    alike = [one for one in (*recent, *before) if _is_alike(one, part)]
    exact = {one.quantity.value for one in alike if one.quantity.comparator == "="}

    def agrees(whole: Figure) -> bool:
        if rounds(whole.quantity, exact):
            return False  # a headline's "trên 2.600 tỷ đồng" suits many rates; its text tells 2.640,3
        return _is_alike(whole, part) and quotient_of(rate.quantity, part.quantity, whole.quantity).fits

    def is_total(whole: Figure) -> bool:
        return holds(whole, part) and whole.index not in members

    return (
        named.resolve(cut, rate.end, rate.right, agrees)
        or next((other for other in reversed([*recent, *before]) if agrees(other)), None)
        or here.resolve(cut, rate.end, rate.right, is_total)
        or named.resolve(cut, rate.end, rate.right, is_total)
        or named.resolve(cut, rate.end, rate.right, lambda whole: _is_alike(whole, part))
    )


def _is_alike(whole: Figure, part: Figure) -> bool:
    return whole is not part and counted_as(whole.unit) == counted_as(part.unit)
