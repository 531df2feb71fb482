"""The same figure told again: in headline, lead, caption and body, exactly or rounded.

Two figures are the same where their meaning agrees and their numbers do. A figure that finds no equal is taken for a
slip of another where one digit tells them apart and the text says that both are one: the words around them are the
same, the figures told with them are repeated too, or a headline sums up what the body says.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from operator import attrgetter

from pipelines.meaning.code_lists import ancestors
from pipelines.statements.agreement import bounds, one_digit_apart, same, significant_digits
from pipelines.statements.candidates import Candidate
from pipelines.statements.readings import REACH, Reading, same_group, same_place, same_variable

#: Rounded figures agree by chance unless they have so many digits, exact ones unless so many.
_ROUNDED_DIGITS, _EXACT_DIGITS = 3, 2
#: A subject that fits worse than this does not speak against a repeat.
_UNSURE = 0.5
#: So many words before and behind a figure are compared; so many must be the same.
_CONTEXT = 12
_SHARED_WORDS = 8
_FEW_DIGITS = 3
_LONG = 5
#: Aspects of plain figures; a whole of which a part is told is one.
_PLAIN = frozenset({"level", "total", "after", "share", "proportion"})
#: Comparators of rounded figures.
_ROUNDED = frozenset({">", "<", "~"})
_POINTS = frozenset({"percent", "percentage_point"})
#: Aspects of figures that recur with other values: an amount a head is told of each item of a list.
_RECURRING = frozenset({"norm", "average"})


def repeats(readings: Sequence[Reading], folded: str) -> Iterator[Candidate]:
    """Each later figure with the first that it repeats; `folded` is the text of the document."""
    pairs = list(_equal(readings, _by_kind(readings, _kind)))
    of_size = _by_kind(readings, _kind_and_size)
    statements = {(first.statement, reading.statement) for first, reading in pairs if _telling(first, reading)}
    paired = {reading.index for pair in pairs for reading in pair}
    for first, reading in _told_with(readings, statements):
        if reading.index not in paired:
            pairs.append((first, reading))
            paired |= {first.index, reading.index}
    for reading in readings:
        if reading.index not in paired:
            slipped = _slipped(reading, of_size, paired, folded)
            if slipped is not None:
                pairs.append((slipped, reading) if slipped.index < reading.index else (reading, slipped))
                paired |= {slipped.index, reading.index}
    for first, reading in pairs:
        yield Candidate("repeat", ((first, "first"), (reading, "repeat")), "told again")


_Kin = Mapping[Hashable, Sequence[Reading]]


def _by_kind(readings: Sequence[Reading], kind: Callable[[Reading], Hashable]) -> _Kin:
    """The readings by what figures must share to be compared at all, so that few are."""
    found: dict[Hashable, list[Reading]] = {}
    for reading in readings:
        if reading.aspect != "plan":
            found.setdefault(kind(reading), []).append(reading)
    return found


def _kind(reading: Reading) -> tuple[str, str | None, str]:
    unit = reading.figure.unit
    return ("percent" if unit in _POINTS else unit), reading.per, reading.status


def _kind_and_size(reading: Reading) -> tuple[str, str | None, str, int | None]:
    """The kind with the power of ten of the first digit, which one changed digit leaves as it is."""
    value = reading.figure.quantity.value
    return *_kind(reading), None if value is None else value.adjusted()


def _within(among: Sequence[Reading], first: int, last: int) -> Sequence[Reading]:
    """The readings from one index up to another, of some in order."""
    return among[bisect_left(among, first, key=_index) : bisect_left(among, last, key=_index)]


_index = attrgetter("index")


def _equal(readings: Sequence[Reading], kin: _Kin) -> Iterator[tuple[Reading, Reading]]:
    """Each figure with the first before it that has its meaning and can have its value."""
    for reading in readings:
        among = kin.get(_kind(reading), ())
        for other in _within(among, reading.index - REACH, reading.index):
            if _meet(other, reading) and _comparable(other, reading):  # few pairs meet
                yield other, reading
                break


def _telling(one: Reading, other: Reading) -> bool:
    """Whether two equal figures are no coincidence, so that what is told with them is repeated as well."""
    return min(significant_digits(one.figure.quantity), significant_digits(other.figure.quantity)) >= _ROUNDED_DIGITS


def _told_with(readings: Sequence[Reading], statements: set[tuple[int, int]]) -> Iterator[tuple[Reading, Reading]]:
    """Figures told with repeated ones, though read as of something else: "101 hộ … 4.040 triệu đồng" twice."""
    members: dict[int, list[Reading]] = {}
    for reading in readings:
        members.setdefault(reading.statement, []).append(reading)
    for one, other in sorted(statements):
        for first in members[one]:
            for reading in members[other]:
                alike = first.figure.unit == reading.figure.unit and first.status == reading.status
                if first.index < reading.index and alike and first.aspect == reading.aspect:
                    a, b = first.figure.quantity, reading.figure.quantity
                    if a.value == b.value or (one_digit_apart(a, b) and significant_digits(a) >= _FEW_DIGITS):
                        yield first, reading


def _slipped(reading: Reading, of_size: _Kin, paired: set[int], folded: str) -> Reading | None:
    """The figure that this one, which equals none, was meant to repeat, though one digit differs."""
    if reading.aspect in _RECURRING:
        return None
    among = of_size.get(_kind_and_size(reading), ())
    for other in _within(among, reading.index - REACH, reading.index + REACH):
        if other is reading or other.aspect in _RECURRING or not _one_slip(other, reading):
            continue
        if _comparable(other, reading) and (
            _same_context(other, reading, folded)
            or _long(other, reading)
            or _sums_up(reading, other)
            or (other.index not in paired and _sums_up(other, reading))
        ):
            return other
    return None


def _sums_up(one: Reading, other: Reading) -> bool:
    """Whether one figure stands in a headline and is surely of what another in the text is of."""
    sections = one.clauses.sentence.section, other.clauses.sentence.section
    if sections[0] != "headline" or sections[1] == "headline":
        return False
    opening = sections[1] == "lead" and significant_digits(other.figure.quantity) >= _FEW_DIGITS
    return _surely_alike(one, other) or (opening and one_digit_apart(one.figure.quantity, other.figure.quantity))


def _long(one: Reading, other: Reading) -> bool:
    """Whether two figures have so many digits that they differ in one only by a slip."""
    digits = min(len(each.figure.quantity.value_printed.replace(".", "")) for each in (one, other))
    if not one_digit_apart(one.figure.quantity, other.figure.quantity):
        return False
    return digits >= _LONG or (digits >= _LONG - 1 and _surely_alike(one, other) and one.period == other.period)


def _one_slip(one: Reading, other: Reading) -> bool:
    """Whether one changed digit would make two figures equal, or one the other rounded."""
    a, b = one.figure.quantity, other.figure.quantity
    if a.value is None or b.value is None or a.value == b.value or a.value.adjusted() != b.value.adjusted():
        return False
    rounded = (a.comparator in _ROUNDED) != (b.comparator in _ROUNDED)
    if not (one_digit_apart(a, b) or (rounded and same(a, b).mends())):
        return False
    sections = one.clauses.sentence.section, other.clauses.sentence.section
    return same_group(one, other) or ("headline" in sections and _one_within(one, other))


def _same_context(one: Reading, other: Reading, folded: str) -> bool:
    """Whether the same words stand around two figures: the same sentence told twice."""
    return _shared_before(one, other, folded) + _shared_behind(one, other, folded) >= _SHARED_WORDS


def _shared_before(one: Reading, other: Reading, folded: str) -> int:
    a, b = (folded[each.clauses.sentence.start : each.figure.start].split()[-_CONTEXT:] for each in (one, other))
    return _shared(a[::-1], b[::-1])


def _shared_behind(one: Reading, other: Reading, folded: str) -> int:
    a, b = (folded[each.figure.end : each.clauses.sentence.end].split()[:_CONTEXT] for each in (one, other))
    return _shared(a, b)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _comparable(one: Reading, other: Reading) -> bool:
    """Whether two figures are told alike, of the same thing, in different sentences."""
    if one.clauses is other.clauses or not _same_unit(one, other) or one.per != other.per:
        return False
    if one.status != other.status or "plan" in (one.aspect, other.aspect):
        return False
    plain = one.aspect in _PLAIN and other.aspect in _PLAIN
    return (plain or one.aspect == other.aspect) and _compatible(one, other)


def _same_unit(one: Reading, other: Reading) -> bool:
    """Whether units agree; a fall of a rate in per cent is one in points."""
    a, b = one.figure.unit, other.figure.unit
    return a == b or (one.aspect in ("fall", "rise") and a in _POINTS and b in _POINTS)


def _compatible(one: Reading, other: Reading) -> bool:
    """Whether the meanings do not contradict: same indicator or one unsure, same or wider group, place and time."""
    unsure = one.subject.score < _UNSURE or other.subject.score < _UNSURE
    same_time = (
        one.period is None
        or other.period is None
        or (one.period.start <= other.period.end and other.period.start <= one.period.end)
    )
    return (
        same_time
        and same_place(one, other)
        and (unsure or same_variable(one, other) or _sum_up_loosely(one, other))
        and (same_group(one, other) or _one_within(one, other))
    )


def _sum_up_loosely(one: Reading, other: Reading) -> bool:
    """Whether one is of a headline, which may call by another name what the text tells in as many digits."""
    if one.clauses.sentence.section != "headline":
        return False
    digits = min(significant_digits(one.figure.quantity), significant_digits(other.figure.quantity))
    return digits >= _LONG - 1 and not _one_slip(one, other)


def _one_within(one: Reading, other: Reading) -> bool:
    """Whether the group of one figure is among that of the other: both may mean the narrower."""
    groups = one.subject.population_group or "", other.subject.population_group or ""
    return groups[0] in ancestors(groups[1]) or groups[1] in ancestors(groups[0])


def _surely_alike(one: Reading, other: Reading) -> bool:
    """Whether two figures are of one indicator and group by their own words."""
    return same_variable(one, other) and min(one.subject.score, other.subject.score) >= _UNSURE


def _meet(one: Reading, other: Reading) -> bool:
    """Whether the printed numbers can stand for the same value, one rounded or not."""
    a, b = one.figure.quantity, other.figure.quantity
    if a.value == b.value:
        return True
    first, last = bounds(a), bounds(b)
    if first is None or last is None or first[1] < last[0] or last[1] < first[0]:
        return False
    digits = max(significant_digits(a), significant_digits(b))
    holds = (first[0] <= last[0] and last[1] <= first[1]) or (last[0] <= first[0] and first[1] <= last[1])
    close = "=" not in (a.comparator, b.comparator)
    rounded = a.comparator != "=" or b.comparator != "="
    return digits >= (_EXACT_DIGITS if rounded else _ROUNDED_DIGITS) and (holds or close)
