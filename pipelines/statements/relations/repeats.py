"""The same figure told again: in headline, lead, caption and body, exactly or rounded.

Two figures are the same where their meaning agrees and their numbers do. A figure that finds no equal is taken for a
slip of another where one digit (or two digits swapped) tells them apart and the text says that both are one: the words
around them are the same, the figures told with them are repeated too, or a headline sums up what the body says. A part
of a figure is no slip of it.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from pipelines.meaning.code_lists import RATES, ancestors, indicators, told_as_one
from pipelines.statements.lists.parts import Part
from pipelines.statements.readings import EVERYBODY, REACH, Reading, same_group, same_place, same_variable
from pipelines.statements.relations.again import told_again
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.summed_up import not_meant, summed_up, summed_up_exactly
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.agreement import bounds
from pipelines.statements.wording.equations import same
from pipelines.statements.wording.figures import POINTS
from pipelines.statements.wording.slips import one_slip_apart, significant_digits

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
#: A rounded figure leaves at most such a share of itself open where no word says what it counts.
_CLOSE = Decimal("0.1")
#: Groups that a text tells without naming them.
_USUAL = EVERYBODY | {"poor_hh", "poor_and_near_poor_hh"}
#: Units of those whom a headline may tell for each other.
_HEADS = frozenset({"household", "person"})
#: Aspects of figures that recur with other values: an amount a head is told of each item of a list.
_RECURRING = frozenset({"norm", "average"})


def repeats(readings: Sequence[Reading], parts: Sequence[Part], folded: str) -> Iterator[Candidate]:
    """Each later figure with the first that it repeats; `folded` is the text of the document."""
    linked = frozenset((part.part, part.total) for part in parts)
    pairs = list(_equal(readings, _by_kind(readings, _kind)))
    of_size = _by_kind(readings, _kind_and_size)
    statements = {(first.statement, reading.statement) for first, reading in pairs if _telling(first, reading)}
    paired = {reading.index for pair in pairs for reading in pair}
    for first, reading in _told_with(readings, statements):
        if reading.index not in paired:
            pairs.append((first, reading))
            paired |= {first.index, reading.index}
    stood_for = frozenset(summed_up_exactly(readings, paired))
    document = _Document(folded, _first_told(readings), linked, frozenset(not_meant(readings, paired)))
    for reading in readings:
        if reading.index not in paired and reading.index not in stood_for:
            slipped = _slipped(reading, of_size, paired, document)
            if slipped is not None and slipped.index not in stood_for:
                pairs.append((slipped, reading) if slipped.index < reading.index else (reading, slipped))
                paired |= {slipped.index, reading.index}
    members = {part.part for part in parts}
    pairs += summed_up(readings, paired)
    paired |= {reading.index for pair in pairs for reading in pair}
    pairs += (pair for pair in told_again(readings, paired, members, folded) if not document.means_another(*pair))
    for first, reading in pairs:
        yield Candidate("repeat", ((first, "first"), (reading, "repeat")), "told again")


_Kin = Mapping[Hashable, Sequence[Reading]]


class _Document(NamedTuple):
    """What of a document tells slips from other figures: its text, the first figures of each unit, parts and totals.

    `not_meant` are figures of a headline with those that it means less than others.
    """

    folded: str
    first_told: frozenset[int]
    parts: frozenset[tuple[int, int]]
    not_meant: frozenset[tuple[int, int]]

    def are_apart(self, one: Reading, other: Reading) -> bool:
        """Whether one figure is told as a part of the other, or is a headline's that means another."""
        pairs = {(one.index, other.index), (other.index, one.index)}
        return not self.parts.isdisjoint(pairs) or self.means_another(one, other)

    def means_another(self, one: Reading, other: Reading) -> bool:
        """Whether one figure is a headline's that means another than the other."""
        return not self.not_meant.isdisjoint({(one.index, other.index), (other.index, one.index)})


def _first_told(readings: Sequence[Reading]) -> frozenset[int]:
    """The first figure of each unit behind the headline: what a headline sums up."""
    found: dict[str, int] = {}
    for reading in readings:
        if reading.clauses.sentence.section != "headline" and reading.aspect in _PLAIN:
            found.setdefault(reading.counted, reading.index)
    return frozenset(found.values())


def _by_kind(readings: Sequence[Reading], kind: Callable[[Reading], Hashable]) -> _Kin:
    """The readings by what figures must share to be compared at all, so that few are."""
    found: dict[Hashable, list[Reading]] = {}
    for reading in readings:
        if reading.aspect != "plan":
            found.setdefault(kind(reading), []).append(reading)
    return found


def _kind(reading: Reading) -> tuple[str, str | None, str]:
    unit = reading.counted
    unit = "percent" if unit in POINTS else "head" if unit in _HEADS else unit
    return unit, reading.per, _status(reading)


def _status(reading: Reading) -> str:
    """Whether a figure is a fact; all that there are of something are, whatever is planned for some of them."""
    return "actual" if reading.aspect == "total" else reading.status


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
                alike = first.counted == reading.counted and first.status == reading.status
                if first.index < reading.index and alike and first.aspect == reading.aspect:
                    a, b = first.figure.quantity, reading.figure.quantity
                    if a.value == b.value or (one_slip_apart(a, b) and significant_digits(a) >= _FEW_DIGITS):
                        yield first, reading


def _slipped(reading: Reading, of_size: _Kin, paired: set[int], document: _Document) -> Reading | None:
    """The figure that this one, which equals none, was meant to repeat, though one digit differs."""
    if reading.aspect in _RECURRING:
        return None
    among = of_size.get(_kind_and_size(reading), ())
    for other in _within(among, reading.index - REACH, reading.index + REACH):
        if other is reading or other.aspect in _RECURRING or not _one_slip(other, reading):
            continue
        if document.are_apart(reading, other) or not _comparable(other, reading):
            continue
        if (
            (_same_context(other, reading, document.folded) and _told_of_one_group(other, reading))
            or _long(other, reading)
            or _sums_up(reading, other, document)
            or (other.index not in paired and _sums_up(other, reading, document))
            or _same_whole(other, reading, document)
        ):
            return other
    return None


def _sums_up(one: Reading, other: Reading, document: _Document) -> bool:
    """Whether one figure stands in a headline or the lead, and is surely of what another in the text is of.

    The headline calls the first figure of the text by any name.
    """
    sections = one.clauses.sentence.section, other.clauses.sentence.section
    if sections == ("lead", "body"):
        rounded = one.figure.quantity.comparator in _ROUNDED
        telling = significant_digits(one.figure.quantity) >= _FEW_DIGITS and _of_usual_group(one, other)
        return (rounded or telling) and other.figure.quantity.comparator == "=" and _surely_alike(one, other)
    if sections[0] != "headline" or sections[1] == "headline":
        return False
    first = other.index in document.first_told and one.subject.indicator is None
    opening = sections[1] == "lead" and significant_digits(other.figure.quantity) >= _FEW_DIGITS
    apart = one_slip_apart(one.figure.quantity, other.figure.quantity)
    return _surely_alike(one, other) or first or (opening and apart)


def _of_usual_group(one: Reading, other: Reading) -> bool:
    """Whether two figures are of one group, both of all or of the poor, or count things, whoever gets them."""
    groups = {each.subject.population_group for each in (one, other)}
    return len(groups) == 1 or groups <= _USUAL or (one.counted not in _HEADS and one.figure.unit not in RATES)


def _same_whole(one: Reading, other: Reading, document: _Document) -> bool:
    """Whether two figures count all communes, villages or schools of one place: "có 12 xã … 9/12 xã"."""
    nouns = [each.figure.quantity.unit_printed or "" for each in (one, other)]
    if one.place is None or not (nouns[0].startswith(nouns[1]) or nouns[1].startswith(nouns[0])):
        return False
    whole = [reading.figure.half == "denominator" and reading.aspect == "total" for reading in (one, other)]
    first = [reading.index in document.first_told for reading in (one, other)]
    return all(whole) or (whole[0] and first[1]) or (whole[1] and first[0])


def _long(one: Reading, other: Reading) -> bool:
    """Whether two figures have so many digits that they differ in one only by a slip."""
    digits = _printed_digits(one, other)
    if not one_slip_apart(one.figure.quantity, other.figure.quantity):
        return False
    group = one.subject.population_group == other.subject.population_group
    alike = group and one.period == other.period and _surely_alike(one, other)
    return digits >= _LONG or (digits >= _LONG - 1 and alike)


def _printed_digits(one: Reading, other: Reading) -> int:
    return min(sum(map(str.isdecimal, each.figure.quantity.value_printed)) for each in (one, other))


def _one_slip(one: Reading, other: Reading) -> bool:
    """Whether one changed digit would make two figures equal, or one the other rounded."""
    a, b = one.figure.quantity, other.figure.quantity
    if a.value is None or b.value is None or a.value == b.value or a.value.adjusted() != b.value.adjusted():
        return False
    apart = one_slip_apart(a, b)
    if not apart and (a.comparator in _ROUNDED) == (b.comparator in _ROUNDED):
        return False
    sections = one.clauses.sentence.section, other.clauses.sentence.section
    loose = "headline" in sections or _printed_digits(one, other) >= _LONG
    alike = same_group(one, other) or (loose and _one_within(one, other))
    return alike and (apart or same(a, b).mends())  # what takes longest to ask comes last


def _same_context(one: Reading, other: Reading, folded: str) -> bool:
    """Whether the same words stand around two figures: the same sentence told twice."""
    return _shared_before(one, other, folded) + _shared_behind(one, other, folded) >= _SHARED_WORDS


def _told_of_one_group(one: Reading, other: Reading) -> bool:
    """Whether two figures name the same group; a headline may leave it out."""
    headline = "headline" in (one.clauses.sentence.section, other.clauses.sentence.section)
    return headline or one.subject.population_group == other.subject.population_group


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
    if _status(one) != _status(other) or "plan" in (one.aspect, other.aspect):
        return False
    plain = one.aspect in _PLAIN and other.aspect in _PLAIN
    return (plain or one.aspect == other.aspect) and _compatible(one, other)


def _same_unit(one: Reading, other: Reading) -> bool:
    """Whether units agree; a fall of a rate in per cent is one in points, a headline tells a house for a household.

    It tells women for their households, too, where the number is the same.
    """
    moves = one.aspect in MOVES and {one.figure.unit, other.figure.unit} <= POINTS
    headline = "headline" in (one.clauses.sentence.section, other.clauses.sentence.section)
    digits = significant_digits(one.figure.quantity) >= _FEW_DIGITS
    same_heads = headline and digits and {one.counted, other.counted} <= _HEADS and _equal_value(one, other)
    return one.figure.unit == other.figure.unit or moves or (headline and one.counted == other.counted) or same_heads


def _equal_value(one: Reading, other: Reading) -> bool:
    return one.figure.quantity.value == other.figure.quantity.value


def _compatible(one: Reading, other: Reading) -> bool:
    """Whether the meanings do not contradict: same indicator or one unsure, same or wider group, place and time."""
    if not _same_time(one, other) or not same_place(one, other):
        return False
    unsure = min(one.subject.score, other.subject.score) < _UNSURE
    return (
        _told_exactly(one, other)
        or _is_rounded(one, other)
        or (
            (unsure or _one_variable(one, other) or _sum_up_loosely(one, other))
            and (same_group(one, other) or _one_within(one, other))
        )
    )


def _same_time(one: Reading, other: Reading) -> bool:
    """Whether times do not contradict; a headline that tells none is of whatever time the text is of."""
    if one.period is None or other.period is None:
        return True
    timeless = (each.clauses.sentence.section == "headline" and not each.clauses.periods for each in (one, other))
    return any(timeless) or (one.period.start <= other.period.end and other.period.start <= one.period.end)


def _told_exactly(one: Reading, other: Reading) -> bool:
    """Whether two figures are equal in so many digits that they are one, whatever they were read as."""
    return _equal_value(one, other) and significant_digits(one.figure.quantity) >= _LONG - 1


def _is_rounded(one: Reading, other: Reading) -> bool:
    """Whether the lead rounds what the text tells in many digits, of whom it may be: "hơn 13 nghìn căn"."""
    if one.clauses.sentence.section != "lead" or one.figure.quantity.comparator not in _ROUNDED:
        return False
    if one.figure.unit in RATES or other.figure.quantity.comparator != "=":
        return False
    room, value = bounds(one.figure.quantity), one.figure.quantity.value
    close = room is not None and value is not None and room[1] - room[0] <= value * _CLOSE
    telling = close and significant_digits(other.figure.quantity) >= _FEW_DIGITS
    if _mart(one) != _mart(other) and min(one.subject.score, other.subject.score) >= _UNSURE:
        return False  # "hơn 13 nghìn hộ thoát nghèo" in the lead, "13.245 hộ được cấp thẻ" in the text
    return telling and same(one.figure.quantity, other.figure.quantity).fits


def _mart(reading: Reading) -> str | None:
    known = indicators().get(reading.subject.indicator or "")
    return known.mart if known is not None else None


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


def _one_variable(one: Reading, other: Reading) -> bool:
    return same_variable(one, other) or told_as_one(one.subject.indicator, other.subject.indicator)


def _surely_alike(one: Reading, other: Reading) -> bool:
    """Whether two figures are of one indicator and group by their own words."""
    return _one_variable(one, other) and min(one.subject.score, other.subject.score) >= _UNSURE


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
