"""The whole that several shares told together have in common: what most of them agree with is the whole of the others.

"- Thiếu nhà tiêu: 3.957 hộ (75,9%); - Thiếu việc làm: 3.102 hộ (59,5%); …" of 5.214 poor households. One that does not
fit is then wrong; where all agree with each other and one slip of a figure before them makes it their whole, it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.meaning.code_lists import indicators
from pipelines.statements.lists.listing import BULLETS
from pipelines.statements.readings import Reading, same_place, year_of
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.totals.rate_positions import names_others
from pipelines.statements.wording.agreement import Bounds, Equation
from pipelines.statements.wording.equations import base_of, quotient_of, same_base_of

#: So many shares must agree with a whole, and so many figures before them are tried.
_AGREEING, _TRIED = 2, 40
#: A slip of the whole is believed where chance would make one in at most this share of lists.
_UNLIKELY = Decimal("0.15")
#: So many shares that agree with each other have a whole for sure, so that more is allowed.
_MANY, _UNLIKELY_OF_MANY = 3, Decimal("0.35")
#: The whole of a rate is that of one of so many counts with rates before it.
_TOLD_BEFORE = 16
#: A slip in what meaning ties together is believed where chance would make one more seldom than not.
_LIKELY = Decimal("0.8")
#: What a figure must be called to be a whole.
WHOLES = frozenset({"level", "after", "total", "plan"})


@dataclass(frozen=True, slots=True)
class Share:
    """A count with its rate beside it, and the relation that was found for the rate; whether its numbers agree."""

    part: Reading
    rate: Reading
    found: Candidate | None = None
    agrees: bool = False


def of_one_whole(shares: Sequence[Share], readings: Sequence[Reading], folded: str) -> Iterator[Candidate]:
    """The relations of shares that agree with no whole of their own, to that of the shares told with them."""
    for group in _groups(shares, folded):
        if len(group) < _AGREEING or all(one.agrees for one in group):
            continue
        members = {reading.index for one in group for reading in (one.part, one.rate)}
        wholes = [one for one in _before(group[0], readings) if one.index not in members]
        whole = _agreed(group, wholes) or _slipped(group, wholes)
        if whole is None:
            continue
        # a whole changes from one year to the next
        years = {year_of(one.part) for one in group if _fits(one, whole)} or {year_of(one.part) for one in group}
        for one in group:
            apart = names_others(one.rate, whole)  # "19.615 hộ, bằng 98,76% tổng số hộ nghèo" among shares of all
            if not one.agrees and one.part.index != whole.index and year_of(one.part) in years and not apart:
                roles = ((one.part, "part"), (whole, "whole"), (one.rate, "rate"))
                yield Candidate("share", roles, "rate of the whole of those told with it")


def _groups(shares: Sequence[Share], folded: str) -> Iterator[list[Share]]:
    """The shares told together: in one paragraph, or in bulleted lines that follow each other."""
    group: list[Share] = []
    for one in shares:
        if group and not _are_together(group[-1], one, folded):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _are_together(one: Share, other: Share, folded: str) -> bool:
    if one.part.counted != other.part.counted or not same_place(one.part, other.part):
        return False
    lines = all(folded[each.part.clauses.sentence.start :][:1] in BULLETS for each in (one, other))
    apart = other.part.paragraph - one.part.paragraph
    return apart == 0 or (lines and apart == 1)


def _before(first: Share, readings: Sequence[Reading]) -> list[Reading]:
    """The figures that may be the whole of shares, the nearest first."""
    near = readings[max(0, first.part.index - _TRIED) : first.part.index]
    return [
        other
        for other in reversed(near)
        if other.counted == first.part.counted and other.aspect in WHOLES and same_place(other, first.part)
    ]


def _agreed(group: Sequence[Share], wholes: Sequence[Reading]) -> Reading | None:
    """The whole that most of the shares agree with, the nearest of several."""
    counts = [sum(_fits(one, whole) for one in group) for whole in wholes]
    most = max(counts, default=0)
    return wholes[counts.index(most)] if most >= _AGREEING else None


def _fits(one: Share, whole: Reading) -> bool:
    return quotient_of(one.rate.figure.quantity, one.part.figure.quantity, whole.figure.quantity).fits


def _slipped(group: Sequence[Share], wholes: Sequence[Reading]) -> Reading | None:
    """The figure that one slip would make the whole in which all shares agree."""
    base: Bounds | None = None
    for one in group:
        own = base_of(one.rate.figure.quantity, one.part.figure.quantity)
        if own is None or (base is not None and (own[0] > base[1] or base[0] > own[1])):
            return None
        base = own if base is None else (max(own[0], base[0]), min(own[1], base[1]))
    if base is None:
        return None
    equations = [Equation(((whole.figure.quantity, (base,)),)) for whole in wholes]
    limit = _UNLIKELY_OF_MANY if len(group) >= _MANY else _UNLIKELY
    if sum((equation.chance() for equation in equations), Decimal(0)) > limit:
        return None
    return next((whole for whole, equation in zip(wholes, equations, strict=True) if equation.mends()), None)


def same_bases(pairs: Sequence[tuple[Reading, Reading]]) -> Iterator[Candidate]:
    """The relation of two counts with their rates, the whole of which is not told.

    "822.146 hộ nghèo (2,95%), 774.800 hộ cận nghèo (2,78%)".
    """
    for at, (other, other_rate) in enumerate(pairs):
        alike = [one for one in reversed(pairs[max(0, at - _TOLD_BEFORE) : at]) if _of_one_base(one, pairs[at])]
        alike = [one for one in alike if _is_of_one_time(one[0], other)]
        if not alike:
            continue
        part, rate = alike[0]
        equation = same_base_of(
            (part.figure.quantity, rate.figure.quantity), (other.figure.quantity, other_rate.figure.quantity)
        )
        roles = ((part, "part"), (rate, "rate"), (other, "part"), (other_rate, "rate"))
        candidate = Candidate("share", roles, "two rates of one whole")
        if equation.agrees(_LIKELY):
            yield candidate


def _is_of_one_time(one: Reading, other: Reading) -> bool:
    """Whether two counts are of one time; a whole changes from year to year, which lasting.py allows for."""
    return one.period is not None and other.period is not None and one.period.end == other.period.end


def _of_one_base(one: tuple[Reading, Reading], other: tuple[Reading, Reading]) -> bool:
    """Whether two counts with their rates are of one whole by the meaning of the rates."""
    (part, rate), (further, further_rate) = one, other
    whole = _whole_id(rate)
    alike = part.counted == further.counted and same_place(part, further) and same_place(rate, further_rate)
    near = part.place == further.place or abs(part.paragraph - further.paragraph) <= 1
    return alike and near and whole is not None and whole == _whole_id(further_rate)


def _whole_id(rate: Reading) -> str | None:
    known = indicators().get(rate.subject.indicator or "")
    return known.whole_indicator if known else None
