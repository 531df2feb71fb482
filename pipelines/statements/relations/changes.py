"""Changes as relations: before, after, difference, yearly average, relative change, multiple.

Words tell a change where both levels stand in its sentence ("giảm từ 12,3% xuống còn 9,8%, giảm 2,5%", "giảm 241 hộ so
với đầu năm (1.053 hộ)"); else the levels of the same indicator near it are tried, and taken where the numbers agree.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal

from pipelines.meaning.code_lists import RATES, indicators, rate_parts
from pipelines.quantities import flags
from pipelines.statements.readings import Reading, same_variable, sentence_of, stated_alike
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.compared import LEVELS, compared, same_scale
from pipelines.statements.relations.multiples import multiples, yearly_averages
from pipelines.statements.relations.timed_changes import (
    BETWEEN_LEVELS,
    OF_WHOLE,
    levels_by_time,
    levels_from_afar,
    over_years_of_levels,
    years_between,
)
from pipelines.statements.relations.told_changes import is_right_behind, is_said_so, is_told
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.agreement import Equation, Option, as_average, choose
from pipelines.statements.wording.equations import difference_of, growth_of, relative_of, scaled_of

#: Comparators that many differences suit.
_BOUNDS = frozenset({">", ">=", "<", "<="})
#: Changes of anything, so that any level beside them may be theirs.
_GENERAL = frozenset({None, "rel.count_change", "rel.growth_rate", "rel.ratio_to_same_period"})
#: Levels of the same indicator are looked for so many paragraphs and figures around a change, and so many tried.
_NEAR_PARAGRAPHS, _REACH = 4, 40
_TRIED = 8


def _rates_of_other_wholes(shares: Iterable[Candidate]) -> frozenset[int]:
    """The rates of shares whose whole is none of what their indicator divides, so that they are no level of it.

    "1.846 hộ nghèo thiếu vốn, chiếm 36,2%" of the poor is no poverty rate.
    """
    found: set[int] = set()
    for share in shares:
        told = {role: reading for reading, role in share.members}
        rate, whole = told.get("rate"), told.get("whole")
        if rate is None or whole is None or whole.subject.indicator is None:
            continue
        wholes = {over for _, over in rate_parts().get(rate.subject.indicator or "", ())}
        if wholes and whole.subject.indicator not in wholes:
            found.add(rate.index)
    return frozenset(found)


def changes(
    readings: Sequence[Reading], folded: str, shares: Sequence[Candidate], totals: Mapping[int, int]
) -> Iterator[Candidate]:
    """Each fall, rise or multiple with the levels before and after it; `folded` is the text of the document.

    `shares` are the shares found before; `totals` says of what each part is one. Levels that one difference fits are
    not those of another: "từ 13,23% giảm còn 11,2%, tức giảm 2,03 điểm phần trăm; vùng đồng bào Khmer giảm hơn 4%".
    """
    found = list(over_years_of_levels(list(_found(readings, folded, shares, totals))))
    settled = {(_levels(one), _move_of(one)) for one in found if _fits(one) and not _is_bound(one)}
    for one in found:
        if _move_of(one) is None or (_levels(one), _move_of(one)) not in settled or _fits(one):
            yield one


def _move_of(candidate: Candidate) -> str | None:
    """Whether a change tells the difference of its levels or their yearly average; None where neither."""
    roles = [role for _, role in candidate.members]
    return next((role for role in ("difference", "average") if role in roles), None)


def _levels(candidate: Candidate) -> tuple[int, ...]:
    return tuple(reading.index for reading, role in candidate.members if role in ("before", "after"))


def _fits(candidate: Candidate) -> bool:
    """Whether the difference of two levels, or their yearly average, is the one that is told."""
    by_role = {role: reading.figure.quantity for reading, role in candidate.members}
    move = by_role.get(_move_of(candidate) or "")
    if move is None or not {"before", "after"} <= set(by_role):
        return False
    moved = as_average(move) if candidate.years else move
    return difference_of(moved, by_role["before"], by_role["after"], candidate.years or Decimal(1)).fits


def _is_bound(candidate: Candidate) -> bool:
    """Whether a change is told as a bound, which many differences suit: "giảm từ 3% trở lên"."""
    return any(
        role in ("difference", "average") and reading.figure.quantity.comparator in _BOUNDS
        for reading, role in candidate.members
    )


def _found(
    readings: Sequence[Reading], folded: str, shares: Sequence[Candidate], totals: Mapping[int, int]
) -> Iterator[Candidate]:
    others = _rates_of_other_wholes(shares)
    wholes = _wholes_of(shares)
    for move in readings:
        if move.figure.unit == "times" and move.aspect in ("same_period", "level", "rise"):
            yield from multiples(move, readings, folded)
        elif move.aspect in MOVES and move.status != "norm":
            if not _is_half(move):
                yield from _differences(move, readings, folded, others, totals)
            yield from _relatives(move, readings, wholes)
            yield from _growths(move, readings, folded)
        elif move.aspect in ("level", "average"):
            yield from yearly_averages(move, readings, folded)


def _differences(
    move: Reading, readings: Sequence[Reading], folded: str, others: Set[int], totals: Mapping[int, int]
) -> Iterator[Candidate]:
    near = [level for level in _levels_of(move, readings) if level.index not in others]
    levels = near[:_TRIED]
    average = move.per == "year"
    options: list[Option[Candidate]] = []
    for before, after in _pairs(move, levels):
        told = is_told(move, before, after, folded) or is_said_so(move, before, after, levels, folded)
        if not told and _are_beside(before, after, totals):
            continue
        if told or (after.status == move.status and _is_exact(before) and _is_exact(after)):
            options += _differences_of(move, before, after, told)
    sure = [
        option for pair in _sure_pairs(move, near, readings, folded) for option in _differences_of(move, *pair, None)
    ]
    if any(option.told and is_right_behind(move, option.reading) for option in options):
        options = [
            option for option in options if all(one.clauses is move.clauses for one, _ in option.reading.members)
        ]
    if any(option.told for option in sure):
        options = [option for option in options if option.told or _is_of_its_sentence(move, option.reading)]
    chosen = choose([*options, *sure])
    if chosen is not None:
        yield chosen
    if average:
        yield from _averages(move, readings)


def _are_beside(one: Reading, other: Reading, totals: Mapping[int, int]) -> bool:
    """Whether two levels are parts of one total at one time, so that none became the other."""
    total = totals.get(one.index)
    return total is not None and total == totals.get(other.index) and one.period == other.period


def _differences_of(move: Reading, before: Reading, after: Reading, told: bool | None) -> Iterator[Option[Candidate]]:
    """A change between two levels, over each likely number of years; told where nothing says it if a slip mends it."""
    average = move.per == "year"
    roles = ((before, "before"), (after, "after"), (move, "average" if average else "difference"))
    moved = as_average(move.figure.quantity) if average else move.figure.quantity
    for years in years_between(move, before, after) if average else (Decimal(1),):
        candidate = Candidate("change", roles, BETWEEN_LEVELS, years=years if average else None)
        equation = difference_of(moved, before.figure.quantity, after.figure.quantity, years)
        yield Option(candidate, equation, equation.mends() if told is None else told)


def _sure_pairs(
    move: Reading, levels: Sequence[Reading], readings: Sequence[Reading], folded: str
) -> Iterator[tuple[Reading, Reading]]:
    """The levels that words compare, and those at the two ends of the time of a change."""
    by_words = None if move.per == "year" else compared(move, readings, folded)
    by_time = levels_by_time(move, levels) or levels_from_afar(move, readings, folded)
    if by_time is not None and _is_second(move, by_time[1], readings):
        by_time = None
    for pair in (by_words, by_time):
        if pair is not None and all(same_scale(move, one) for one in pair):
            yield pair


def _is_second(move: Reading, after: Reading, readings: Sequence[Reading]) -> bool:
    """Whether another change of the time of a change stands before it: "giảm 5,04%/năm, vượt mục tiêu 4%/năm"."""
    return any(
        other.aspect in MOVES and same_scale(move, other) and (other.period, other.per) == (move.period, move.per)
        for other in readings[after.index + 1 : move.index]
    )


def _is_of_its_sentence(move: Reading, change: Candidate) -> bool:
    """Whether a change leads to a level of its own sentence and time."""
    after = next(reading for reading, role in change.members if role == "after")
    timely = after.period is None or move.period is None or after.period.end == move.period.end
    return after.clauses is move.clauses and timely


def _is_exact(reading: Reading) -> bool:
    """Whether a figure is no bound and no rounded one, which many differences would suit."""
    return reading.figure.quantity.comparator == "="


def _levels_of(move: Reading, readings: Sequence[Reading]) -> list[Reading]:
    """The levels that a change may lead from or to, the nearest first."""
    near = readings[max(0, move.index - _REACH) : move.index + _REACH]
    levels = [other for other in near if other.aspect in LEVELS and _is_level_of(move, other)]
    levels.sort(key=lambda other: (abs(other.paragraph - move.paragraph), abs(other.index - move.index)))
    return levels


def _is_level_of(move: Reading, other: Reading) -> bool:
    """Whether `other` is a level of what `move` is a change of."""
    beside = other.clauses is move.clauses
    if abs(other.paragraph - move.paragraph) > _NEAR_PARAGRAPHS or not (beside or other.per in (None, move.per)):
        return False
    if not same_scale(move, other):
        return False
    if other.figure.bracket == move.index and other.aspect in ("before", "after"):
        return True  # "tăng 645 em (từ 10.560 em lên 11.205 em)"
    if not stated_alike(move, other):
        return False
    if beside and other.subject.indicator is None:
        return True
    if move.subject.indicator in _GENERAL:
        return beside or other.paragraph == move.paragraph
    known = indicators().get(other.subject.indicator or "")
    told = known is not None and move.subject.indicator in (known.change_indicator, known.indicator_id)
    return told or (beside and move.subject.score < _UNSURE)


#: A subject that fits worse than this does not speak against a level beside the change.
_UNSURE = 0.4


def _pairs(move: Reading, levels: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """The levels in twos as before and after, those of the nearest first."""
    for place, one in enumerate(levels):
        for other in levels[:place]:
            if one.aspect == other.aspect and one.figure.quantity.value == other.figure.quantity.value:
                continue  # "còn 11,27%" in the headline and in the text is one level
            if None in (one.subject.indicator, other.subject.indicator) or same_variable(one, other):
                yield _ordered(move, one, other)


def _ordered(move: Reading, one: Reading, other: Reading) -> tuple[Reading, Reading]:
    """Two levels as before and after: by their words, by their times, else by the direction of the change."""
    first, last = sorted((one, other), key=lambda reading: reading.index)
    if last.aspect == "before" or first.aspect == "after":
        return last, first
    if first.aspect == "before":
        return first, last
    if first.period is not None and last.period is not None and first.period.end != last.period.end:
        return (first, last) if first.period.end < last.period.end else (last, first)
    low, high = sorted((first, last), key=lambda reading: reading.figure.quantity.value or 0)
    return (high, low) if move.aspect == "fall" else (low, high)


def _averages(move: Reading, readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Relate "hạ được 20,65% …, mỗi năm hạ bình quân 5,16%": the whole change over its years."""
    for whole in reversed(readings[max(0, move.index - _TRIED) : move.index]):
        alike = whole.aspect == move.aspect and whole.per is None and whole.subject.indicator == move.subject.indicator
        if alike and same_scale(whole, move) and stated_alike(whole, move) and whole.period is not None:
            told = whole.index == move.index - 1 and whole.clauses is move.clauses
            chosen = choose(_yearly(whole, move, told))
            if chosen is not None:
                yield chosen
            return


def _yearly(whole: Reading, move: Reading, told: bool) -> Iterator[Option[Candidate]]:
    """A whole change and its yearly average over the years of its time, the first counted or not, with a slip if told.

    From 2006 to 2010 are five years, or four.
    """
    assert whole.period is not None
    roles = ((whole, "difference"), (move, "average"))
    through = whole.period.end.year - whole.period.start.year + 1
    for years in (Decimal(through), Decimal(through - 1)):
        if years > 1:
            equation = scaled_of(as_average(move.figure.quantity), whole.figure.quantity, years)
            if equation.fits or told:
                candidate = Candidate("change", roles, OF_WHOLE, years=years)
                yield Option(candidate, equation, equation.mends())


def _wholes_of(shares: Iterable[Candidate]) -> dict[int, int]:
    """By the index of each part of a share, that of its whole."""
    found: dict[int, int] = {}
    for share in shares:
        told = {role: reading.index for reading, role in share.members}
        if {"part", "whole"} <= told.keys():
            found[told["part"]] = told["whole"]
    return found


def _relatives(move: Reading, readings: Sequence[Reading], wholes: Mapping[int, int]) -> Iterator[Candidate]:
    """The same change told in per cent behind an amount: "tăng 187,4 tỷ đồng (5,74%)", "…, tốc độ tăng 5,74%".

    A whole named behind a share of it is no level of what the sentence tells: "dư nợ 3.862 tỷ đồng, chiếm 99,2% tổng dư
    nợ 3.893 tỷ đồng, tăng 214 tỷ đồng (5,87%)".
    """
    if move.figure.unit in RATES:
        return
    sentence = sentence_of(readings, move)
    relative = next((one for one in sentence if _is_relative(one, move, readings)), None)
    if relative is None:
        return
    levels = [
        other
        for other in sentence
        if other.aspect in LEVELS - {"before"} and _is_level_of(move, other) and other.status == move.status
    ]
    if levels:
        nearest = min(levels, key=lambda other: abs(other.index - move.index))
        shared = (one for one in levels if wholes.get(one.index) == nearest.index or _is_shared(one, nearest, sentence))
        after = next(shared, nearest)
        roles = ((after, "after"), (move, "difference"), (relative, "relative"))
        candidate = Candidate("change", roles, "change and its per cent")
        chosen = choose(
            Option(candidate, _relative(move, after, relative, rose), not _has_rate(after)) for rose in (True, False)
        )
        if chosen is not None:
            yield chosen


def _is_shared(part: Reading, whole: Reading, sentence: Sequence[Reading]) -> bool:
    """Whether a share of a part stands between it and its whole, whatever the numbers say."""
    rate = next((one for one in sentence if one.index == part.index + 1 == whole.index - 1), None)
    return rate is not None and rate.aspect == "share" and rate.figure.unit == "percent"


def _is_half(move: Reading) -> bool:
    """Whether a change is told as a part of its level in words, and so in no points: "giảm hơn một nửa"."""
    return move.figure.unit == "percent" and flags.SPELLED_OUT in move.figure.quantity.flags


def _growths(move: Reading, readings: Sequence[Reading], folded: str) -> Iterator[Candidate]:
    """A change in per cent between two levels of one sentence: "từ 1.030 hộ còn 412 hộ, giảm 60%"."""
    if move.figure.unit != "percent" or move.per is not None:
        return
    levels = [
        other
        for other in sentence_of(readings, move)
        if other.aspect in LEVELS
        and other.figure.half != "denominator"
        and (other.figure.unit not in RATES or _is_half(move))
    ]
    levels.sort(key=lambda other: abs(other.index - move.index))
    options = []
    for before, after in _pairs(move, levels[:_TRIED]):
        if before.counted != after.counted or not stated_alike(before, after) or before.per != after.per:
            continue
        equation = growth_of(move.figure.quantity, before.figure.quantity, after.figure.quantity)
        if _is_half(move) and not equation.fits and _is_beyond(move, before, after):
            continue
        told = is_told(move, before, after, folded) and (_is_half(move) or not _has_rate(after))
        roles = ((before, "before"), (after, "after"), (move, "relative"))
        options.append(Option(Candidate("change", roles, "per cent between two levels"), equation, told))
    pair = compared(move, readings, folded)
    if pair is not None and not any(one.figure.unit in RATES for one in pair):
        fell = move.aspect == "fall"
        equation = growth_of(move.figure.quantity, pair[0].figure.quantity, pair[1].figure.quantity, fell)
        roles = ((pair[0], "before"), (pair[1], "after"), (move, "relative"))
        candidate = Candidate("change", roles, "per cent between levels compared")
        options.append(Option(candidate, equation, equation.mends()))
    chosen = choose(options)
    if chosen is not None:
        yield chosen


def _is_beyond(move: Reading, before: Reading, after: Reading) -> bool:
    """Whether a change is much more than it is told to be more than: "giảm hơn một nửa" may be said of 77%."""
    least, one, other = (each.figure.quantity.value or Decimal(0) for each in (move, before, after))
    return move.figure.quantity.comparator in (">", ">=") and 100 * abs(other - one) > least * one


def _is_relative(one: Reading, move: Reading, readings: Sequence[Reading]) -> bool:
    """Whether a per cent tells a change again: in its bracket, or as growth with no other change between."""
    if one.figure.unit != "percent" or one.index < move.index:
        return False
    grows = one.aspect == move.aspect and one.subject.indicator == "rel.growth_rate"
    between = any(other.aspect in MOVES for other in readings[move.index + 1 : one.index])
    return one.figure.bracket == move.index or (grows and not between)


def _has_rate(level: Reading) -> bool:
    """Whether a count is usually told with a rate, so that a per cent beside its change may be points of that."""
    known = indicators().get(level.subject.indicator or "")
    return known is None or known.rate_indicator is not None


def _relative(move: Reading, after: Reading, relative: Reading, rose: bool) -> Equation:
    """The per cent of a change, of the level before it that follows from a rise or a fall."""
    return relative_of(relative.figure.quantity, move.figure.quantity, after.figure.quantity, rose)
