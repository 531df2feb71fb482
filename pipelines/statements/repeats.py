"""The same figure told again: in headline, lead, caption and body, exactly or rounded.

Two figures are the same where their meaning agrees and their numbers do, or where one changed digit would make them:
by chance that is rare for numbers of three digits and more, so it is more likely a slip than another figure.
"""

from collections.abc import Iterator, Sequence

from pipelines.statements.candidates import Candidate
from pipelines.statements.readings import Reading, earlier

_MIN_DIGITS = 3
#: A subject that fits worse than this does not speak against a repeat.
_UNSURE = 0.5


def repeats(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Each later figure with the first that it repeats."""
    statements: set[tuple[int, int]] = set()
    pairs: list[tuple[Reading, Reading]] = []
    for reading in readings:
        first = next((other for other in earlier(readings, reading) if _same_figure(other, reading)), None)
        if first is not None:
            statements.add((first.statement, reading.statement))
            pairs.append((first, reading))
    repeated = {reading.index for _, reading in pairs}
    pairs += (pair for pair in _told_with(readings, statements) if pair[1].index not in repeated)
    for first, reading in pairs:
        yield Candidate("repeat", ((first, "first"), (reading, "repeat")), "told again")


def _told_with(readings: Sequence[Reading], statements: set[tuple[int, int]]) -> Iterator[tuple[Reading, Reading]]:
    """Figures told with repeated ones, equal though read as of something else: "101 hộ … 4.040 triệu đồng" twice."""
    members: dict[int, list[Reading]] = {}
    for reading in readings:
        members.setdefault(reading.statement, []).append(reading)
    for one, other in sorted(statements):
        for first in members[one]:
            for reading in members[other]:
                same = first.figure.quantity.value == reading.figure.quantity.value and first.index < reading.index
                if same and first.figure.unit == reading.figure.unit and first.status == reading.status:
                    yield first, reading


def _same_figure(one: Reading, other: Reading) -> bool:
    if one.figure.unit != other.figure.unit or one.aspect != other.aspect or one.clauses is other.clauses:
        return False
    if one.figure.half == "denominator" or other.figure.half == "denominator" or one.per != other.per:
        return False
    if not _compatible(one, other):
        return False
    return _meet(one, other) or (_one_digit_apart(one, other) and _masked(one) == _masked(other))


def _compatible(one: Reading, other: Reading) -> bool:
    """Whether the meanings do not contradict: same indicator or one unsure, same group, place, time, status."""
    same_indicator = (
        one.subject.indicator == other.subject.indicator or min(one.subject.score, other.subject.score) < 0.5
    )
    same_group = one.subject.population_group == other.subject.population_group or _general(one) or _general(other)
    same_place = one.place is None or other.place is None or one.place.name == other.place.name
    same_time = (
        one.period is None
        or other.period is None
        or (one.period.start <= other.period.end and other.period.start <= one.period.end)
    )
    return same_indicator and same_group and same_place and same_time and one.status == other.status


def _general(reading: Reading) -> bool:
    return reading.subject.population_group in (None, "_T", "all_hh")


def _meet(one: Reading, other: Reading) -> bool:
    """Whether the printed numbers can stand for the same value, one rounded or not."""
    a, b = one.figure.quantity.interval, other.figure.quantity.interval
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return one.figure.quantity.value == other.figure.quantity.value
    if one.figure.quantity.value == other.figure.quantity.value:
        return True
    digits = len(str(one.figure.quantity.value).replace(".", "").strip("0"))
    holds = (a.low <= b.low and b.high <= a.high) or (b.low <= a.low and a.high <= b.high)
    return digits >= _MIN_DIGITS and holds


def _one_digit_apart(one: Reading, other: Reading) -> bool:
    a = "".join(letter for letter in one.figure.quantity.value_printed if letter.isdigit())
    b = "".join(letter for letter in other.figure.quantity.value_printed if letter.isdigit())
    return len(a) == len(b) >= 2 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _masked(reading: Reading) -> tuple[str | None, str | None, int]:
    """What must agree for two unequal numbers to be taken for one: indicator, group, and their order of magnitude."""
    value = reading.figure.quantity.value
    magnitude = value.adjusted() if value is not None else 0
    return reading.subject.indicator, reading.subject.population_group, magnitude
