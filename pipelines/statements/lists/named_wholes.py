"""The whole that the words behind a rate name ("11.762,7 tỷ đồng, chiếm 99,8% tổng dư nợ"), and what the rate is of."""

import re
from collections.abc import Sequence, Set

from pipelines.meaning.code_lists import RATES
from pipelines.quantities.units import unit_table
from pipelines.statements.lists.parts import counted_as
from pipelines.statements.wording.agreement import rounds
from pipelines.statements.wording.equations import quotient_of
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.statements.wording.names import NamedFigures

#: What counts those of a whole that is named: "7,38% số em được vay", "35,8% tổng số hộ nghèo".
_COUNTED = re.compile(r"\s*(?:trong |trên )?(?:tổng )?số (?=(\w+))")
#: "với" stands so near before what is told with it: "với khoảng 371 hộ".
_WITH = 12


def names_whole(rate: Figure, cut: Clauses) -> bool:
    """Whether the words right behind a rate name a whole."""
    return any(
        hit.payload.aspect == "share" and hit.payload.side == "right" and 0 <= hit.start - rate.end <= 2
        for hit in cut.words.aspects
    )


def shared(rate: Figure, cut: Clauses, before: Sequence[Figure], named: NamedFigures, folded: str) -> Figure | None:
    """What a rate is the share of: the nearest count or amount, rather one in the unit of the whole that is named."""
    told = [other for other in reversed(before) if other.unit not in RATES]
    if not told:
        return counted_behind(rate, cut)
    item = [other for other in told if other.item == told[0].item]
    unit = named_unit(rate, folded)
    whole = None if unit else named.resolve(cut, rate.end, rate.right)
    unit = unit or (whole.unit if whole is not None else None)
    alike = [other for other in item if unit is not None and counted_as(other.unit) == counted_as(unit)]
    return next(iter([*alike, *told]), None)


def counted_behind(rate: Figure, cut: Clauses) -> Figure | None:
    """What a share that opens its sentence counts, right behind it: "Hộ Khmer chiếm 32,6% số hộ nghèo, với 371 hộ"."""
    behind = next((one for one in cut.figures if one.index == rate.index + 1), None)
    if behind is None or rate.index != cut.figures[0].index or behind.unit in RATES or behind.bracket is not None:
        return None
    told = cut.words.has_connective("with", max(rate.end, behind.start - _WITH), behind.start)
    return behind if told else None


def named_unit(rate: Figure, folded: str) -> str | None:
    """The unit that the words behind a rate count its whole in; None where they name none."""
    words = _COUNTED.match(folded, rate.end)
    found = unit_table().match(folded, words.end(), words[1]) if words is not None else None
    return found.unit.code if found is not None and found.unit.kind == "count" else None


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

    def slips(whole: Figure) -> bool:
        return _is_alike(whole, part) and quotient_of(rate.quantity, part.quantity, whole.quantity).mends()

    return (
        named.resolve(cut, rate.end, rate.right, agrees)
        or named.resolve(cut, rate.end, rate.right, slips, by_topics=True)
        or next((other for other in reversed([*recent, *before]) if agrees(other)), None)
        or named.resolve(cut, rate.end, rate.right, slips)
        or here.resolve(cut, rate.end, rate.right, is_total)
        or named.resolve(cut, rate.end, rate.right, is_total)
        or named.resolve(cut, rate.end, rate.right, lambda whole: _is_alike(whole, part))
    )


def _is_alike(whole: Figure, part: Figure) -> bool:
    return whole is not part and counted_as(whole.unit) == counted_as(part.unit)
