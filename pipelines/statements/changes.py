"""Changes as relations: before, after, difference, yearly average, relative change, multiple."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import indicators
from pipelines.statements.candidates import Candidate
from pipelines.statements.readings import Reading, around, sentence_of

_MOVES = frozenset({"fall", "rise"})
_LEVELS = frozenset({"level", "share", "before", "after"})
_DAYS = Decimal("365.25")


def changes(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Each fall, rise or multiple with the levels before and after it."""
    for move in readings:
        if move.aspect in _MOVES and move.status != "norm":
            yield from _differences(move, readings)
        elif move.aspect == "same_period" and move.figure.unit == "times":
            yield from _multiples(move, readings)


def _differences(move: Reading, readings: Sequence[Reading]) -> Iterator[Candidate]:
    levels = [other for other in around(readings, move) if _is_level_of(move, other)]
    after = _last(other for other in levels if other.aspect != "before" and _near(other, move))
    if after is None:
        return
    before = _before(after, levels, move)
    relative = _relative(move, readings)
    if before is not None:
        role = "average" if move.per == "year" else "difference"
        years = _years(before, after) if role == "average" else None
        if role == "difference" or years:
            roles = ((before, "before"), (after, "after"), (move, role))
            yield Candidate("change", roles, "change between two levels", years=years)
    if relative is not None:
        yield Candidate(
            "change", ((after, "after"), (move, "difference"), (relative, "relative")), "change and its per cent"
        )


def _is_level_of(move: Reading, other: Reading) -> bool:
    """Whether `other` is a level of what `move` is a change of."""
    if other.aspect not in _LEVELS or not _same_scale(move, other) or other.status != move.status:
        return False
    known = indicators().get(other.subject.indicator or "")
    if known is None:
        return False
    told = move.subject.indicator in (known.change_indicator, known.indicator_id) or (
        other.clauses is move.clauses and move.subject.indicator in (None, "rel.count_change", "rel.growth_rate")
    )
    return told and _same_group(move, other)


def _same_scale(one: Reading, other: Reading) -> bool:
    points = {"percent", "percentage_point"}
    return one.counted == other.counted or {one.figure.unit, other.figure.unit} <= points


def _same_group(one: Reading, other: Reading) -> bool:
    same_place = one.place is None or other.place is None or one.place.name == other.place.name
    groups = {one.subject.population_group, other.subject.population_group} - {"_T", "all_hh", "poor_hh", None}
    return same_place and len(groups) <= 1


def _near(other: Reading, move: Reading) -> bool:
    return other.clauses is move.clauses or (0 <= move.paragraph - other.paragraph <= 0 and other.index < move.index)


def _before(after: Reading, levels: Sequence[Reading], move: Reading) -> Reading | None:
    """The level before: one told as such in the same sentence or paragraph, else one of an earlier time."""
    told = [other for other in levels if other.aspect == "before" and _near(other, move)]
    if told:
        return told[-1]
    earlier = [
        other
        for other in levels
        if other is not after
        and other.period is not None
        and after.period is not None
        and other.period.end < after.period.end
        and other.subject.indicator == after.subject.indicator
        and other.paragraph == move.paragraph
    ]
    return earlier[-1] if earlier else None


def _relative(move: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The same change told in per cent in a bracket behind an amount: "tăng 187,4 tỷ đồng (5,74%)"."""
    if move.figure.unit in ("percent", "percentage_point"):
        return None
    bracket = (
        other
        for other in sentence_of(readings, move)
        if other.figure.bracket == move.index and other.figure.unit == "percent"
    )
    return next(bracket, None)


def _multiples(move: Reading, readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Relate the level before a multiple and the base in its bracket: "gấp 3,2 lần năm 2011 (12 triệu đồng)"."""
    sentence = sentence_of(readings, move)
    base = next((other for other in sentence if other.figure.bracket == move.index), None)
    after = _last(
        other for other in sentence if other.index < move.index and base is not None and other.counted == base.counted
    )
    if base is not None and after is not None:
        yield Candidate("change", ((base, "before"), (after, "after"), (move, "multiple")), "multiple of a base")


def _years(before: Reading, after: Reading) -> Decimal | None:
    """The years from the time of one level to that of another, whole."""
    if before.period is None or after.period is None:
        return None
    days = (after.period.end - before.period.start).days
    years = (Decimal(days) / _DAYS).quantize(Decimal(1))
    return years if years > 0 else None


def _last(readings: Iterable[Reading]) -> Reading | None:
    found = list(readings)
    return found[-1] if found else None
