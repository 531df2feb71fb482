"""The whole of a rate at two times: the households of a place hardly change from one year to the next.

"năm 2023 còn 3.691 hộ nghèo, tỷ lệ 26%; năm 2024 còn 2.234 hộ, tỷ lệ 16%" tells one whole twice, and so does "còn
16.003 hộ (19,93%), giảm 1.432 hộ, tương đương 1,95%". The two agree as far as a whole may grow; what does not is taken
up where one slip would mend it. Shares told of one time are shares.py and bases.py.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from math import ceil

from pipelines.meaning.code_lists import indicators
from pipelines.model import Quantity
from pipelines.quantities.number_words import number_words
from pipelines.statements.readings import Reading
from pipelines.statements.relations.bases import Share
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.equations import former_base_of, relative_of, same_base_of
from pipelines.statements.wording.figures import POINTS

#: By so much a year the whole may change; sql/relations/share.sql says why.
YEARLY_DRIFT = Decimal("0.05")
#: Two times are told within so many shares of each other, and no further apart than so many years.
_SHARES, _YEARS = 8, 6
_DAYS_OF_A_YEAR = 366
#: A change stands within so many figures of the share that it leads to.
_NEAR = 3


def lasting_wholes(shares: Sequence[Share], readings: Sequence[Reading], folded: str) -> Iterator[Candidate]:
    """The relation of each share to the last one of another time, and to the changes of its count and its rate.

    `folded` is the text of the document.
    """
    levels = [share for share in shares if _is_level(share)]
    taken: set[int] = set()  # the changes of a share are not those of the next one, too
    for at, share in enumerate(levels):
        yield from _at_two_times(share, levels[max(0, at - _SHARES) : at])
        for candidate in _before_it_changed(share, readings, folded):
            changed = {reading.index for reading, role in candidate.members if role.endswith("_change")}
            if taken.isdisjoint(changed):
                taken |= changed
                yield candidate


def _is_level(share: Share) -> bool:
    """Whether a count and its rate are levels of one thing, of all households or people: the poor and their rate."""
    counted = indicators().get(share.part.subject.indicator or "")
    rated = indicators().get(share.rate.subject.indicator or "")
    whole = indicators().get((rated.whole_indicator if rated else None) or "")
    return (
        counted is not None
        and rated is not None
        and counted.rate_indicator == rated.indicator_id
        and whole is not None
        and (whole.measure_type, whole.stock_flow) == ("COUNT", "STOCK")
        and share.part.place == share.rate.place
        and share.part.period is not None
        and share.rate.aspect in ("level", "share")
        and share.part.aspect in ("level", "after", "total")
    )


def _at_two_times(share: Share, earlier: Sequence[Share]) -> Iterator[Candidate]:
    for other in reversed(earlier):
        years = _years_apart(share.part, other.part)
        if years is None or not _is_same(share, other):
            continue
        roles = ((other.part, "part"), (other.rate, "rate"), (share.part, "part"), (share.rate, "rate"))
        equation = same_base_of(_quantities(other), _quantities(share), YEARLY_DRIFT * years)
        if equation.fits or equation.mends():
            yield Candidate("share", roles, "rates of one whole at two times", years=Decimal(years))
        return


def _is_same(share: Share, other: Share) -> bool:
    """Whether two shares tell one thing of one place."""
    return (
        share.part.place == other.part.place
        and share.part.subject.indicator == other.part.subject.indicator
        and share.part.subject.population_group == other.part.subject.population_group
    )


def _years_apart(one: Reading, other: Reading) -> int | None:
    """The years between two readings, begun ones counted; None where they are of one time, or too far apart."""
    if one.period is None or other.period is None or one.period.end == other.period.end:
        return None
    years = ceil(abs((one.period.end - other.period.end).days) / _DAYS_OF_A_YEAR)
    return years if years <= _YEARS else None


def _before_it_changed(share: Share, readings: Sequence[Reading], folded: str) -> Iterator[Candidate]:
    """The share as it was before its count and its rate changed by what is told near it."""
    first, last = sorted((share.part.index, share.rate.index))
    behind = _moves(readings[last + 1 : last + 1 + _NEAR], share)
    before = _moves(readings[max(0, first - _NEAR) : first][::-1], share)
    moves = behind or before
    counts = [move for move in moves if _is_change_of(move, share.part) and move.counted == share.part.counted]
    rates = [move for move in moves if _is_change_of(move, share.rate) and move.figure.unit in POINTS]
    told = [
        (count, rate)
        for count in counts
        for rate in rates
        if count.per == rate.per and _are_told_together(count, rate)  # "giảm 3.532 hộ, mỗi năm giảm 8,57%"
    ]
    if len(told) != 1:
        return
    count, rate = told[0]
    rose = count.aspect == "rise"
    if relative_of(rate.figure.quantity, count.figure.quantity, share.part.figure.quantity, rose).fits:
        return  # "giảm 1.432 hộ, tương đương 8,2%" of what there was
    moved, years = (count.figure.quantity, rate.figure.quantity), _years_of(count, folded)
    equation = former_base_of(_quantities(share), moved, rose, YEARLY_DRIFT * years)
    if equation.fits or equation.mends():
        roles = ((share.part, "part"), (share.rate, "rate"), (count, "part_change"), (rate, "rate_change"))
        negative = frozenset({count.index, rate.index}) if rose else frozenset[int]()
        yield Candidate("share", roles, "a share before it changed", years=Decimal(years), negative=negative)


def _moves(near: Sequence[Reading], share: Share) -> list[Reading]:
    """The falls and rises of the place of a share that are told beside it: up to the next level."""
    levels = (at for at, one in enumerate(near) if one.aspect not in MOVES)
    return [one for one in near[: next(levels, len(near))] if one.place == share.part.place]


@cache
def _several_years() -> re.Pattern[str]:
    """How long a change took: "bốn năm giảm 1.779 hộ", but not "chỉ trong một năm", nor "tháng 12 năm 2022"."""
    digits = [word for word, (role, value) in number_words().parts.items() if role == "digit" and value > 1]
    return re.compile(rf"(?<!tháng )(?<![\w.,/-])(?:[2-9]|\d\d|{'|'.join(map(re.escape, digits))}) năm\b(?! \d)")


def _years_of(move: Reading, folded: str) -> int:
    """The years that a change took, begun ones counted; all that are thought of where it is told as of several."""
    if _several_years().search(folded, move.clauses.sentence.start, move.figure.start):
        return _YEARS
    if move.period is None:
        return 1
    return max(1, ceil((move.period.end - move.period.start).days / _DAYS_OF_A_YEAR))


def _is_change_of(move: Reading, level: Reading) -> bool:
    """Whether a fall or rise is one of what a level tells, at the same time."""
    known = indicators().get(level.subject.indicator or "")
    same_time = move.period is None or level.period is None or move.period.end == level.period.end
    return known is not None and same_time and move.subject.indicator == known.change_indicator


def _are_told_together(count: Reading, rate: Reading) -> bool:
    """Whether two changes are one, told as a count and in points: side by side in one sentence, both falls or rises."""
    return count.clauses is rate.clauses and abs(count.index - rate.index) == 1 and count.aspect == rate.aspect


def _quantities(share: Share) -> tuple[Quantity, Quantity]:
    return share.part.figure.quantity, share.rate.figure.quantity
