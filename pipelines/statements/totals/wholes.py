"""Parts that the wording does not tell but the meaning does: poor households are among all households.

What is part of what is indicator_wholes.csv, the tree of population groups, and that of places; which figures meet is
decided here: same document, place, time and status, and no total told for the part. Figures that only their numbers
tie are added.py.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from pipelines.meaning.code_lists import CURRENCIES, ancestors, indicators, is_one_variable, population_groups
from pipelines.places.containment import is_of_group, lies_in
from pipelines.statements.lists.parts import BESIDES, NOT_ADDED, Part
from pipelines.statements.readings import EVERYBODY, Reading, around, earlier, same_group, same_place, sentence_of
from pipelines.statements.totals.bulleted import is_line, line_total, same_measure, without_far_lines
from pipelines.statements.wording.slips import digits_of
from pipelines.vocabulary import read_table
from pipelines.vocabulary.roles import CUES

#: A narrower group is told of at most so many paragraphs after the wider one.
_NEAR_PARAGRAPHS = 3
#: The wider figure's subject fits at least so well.
_SURE = 0.55
#: A figure in direct speech stands at most so many characters behind its opening.
_SPEECH = 600
_STANDING = ("level", "after", "total")
#: Facets of groups that cut across others: women, ethnic minorities, the poor among those who work.
_TRAITS = frozenset({"SEX", "ETHNICITY", "HH_CLASS", "MERIT", "DISABILITY"})
#: Those of them that no indicator is usually told of.
_ACROSS = _TRAITS - {"HH_CLASS"}
#: One person who owns what is counted; "bà con" are many.
_ONE = CUES.pattern(r"\b<person_alone> (?!<no_person_behind>\b)\w")
#: Units of which one code is one kind of thing, whatever noun stands there.
_PEOPLE = frozenset({"household", "person", "turn", *CURRENCIES})
#: So many totals of totals a figure is looked for beside.
_CLIMB = 3
#: A list has at least so many members.
_LEAST_LISTED = 3


@dataclass(frozen=True, slots=True)
class IndicatorWhole:
    """indicator_wholes.csv: figures of one indicator are part of those of another in the same sentence or document."""

    part: str
    whole: str
    scope: Literal["sentence", "document"]
    note: str = ""


@cache
def _wholes() -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in read_table("indicator_wholes.csv", IndicatorWhole):
        found.setdefault((row.part, row.scope), set()).add(row.whole)
    return {key: frozenset(wholes) for key, wholes in found.items()}


def implied_parts(readings: Sequence[Reading], told: Iterable[Part], folded: str) -> list[Part]:
    """The parts that follow from the meaning of the readings of a document, beside those `told`."""
    told = list(told)
    totals = {part.part for part in told if part.connective not in BESIDES}
    above = {part.part: part.total for part in told if part.connective not in BESIDES}
    summed = {part.part: part.total for part in told if part.connective in BESIDES}
    number = max((part.list_number for part in told), default=0)
    found: list[Part] = []
    lines: dict[int, int] = {}  # by total, the number of the list that its bulleted lines make
    beside = _statements(readings)
    for reading in readings:
        whole = _rate_of_same(reading, readings, above) or _whole_beside(reading, readings, above)
        if whole is None and (reading.index in totals or not _may_be_part(reading)):
            continue
        whole = whole or (
            (_wider_group(reading, readings, above) if _is_of_kind(reading) else None)
            or _whole_of(reading, readings)
            or _wider_group(reading, readings, above)
            or _wider_place(reading, readings, above, folded)
            or _parallel(reading, readings, above, beside)
            or _beside_a_part(reading, readings)
        )
        connective = "implied"
        if whole is None and reading.figure.bracket is None and is_line(reading, folded):
            alike = [one for one in around(readings, reading) if same_measure(reading, one)]
            whole = line_total(reading, [one for one in alike if one.index not in totals], folded)
            connective = "lines"
        if whole is None or _is_under(whole.index, reading.index, above):
            continue
        if above.get(summed.get(reading.index, -1)) == whole.index:
            continue  # "xã A 431 hộ, xã B 402 hộ, cộng lại 833 hộ, bằng 20% cả huyện": through their sum
        if connective == "implied" or whole.index not in lines:
            number += 1
            lines[whole.index] = number
        found.append(Part(reading.index, whole.index, lines[whole.index], connective))
        above[reading.index] = whole.index
    found = without_far_lines(found, readings, folded)
    above = {part.part: part.total for part in [*told, *found] if part.connective not in BESIDES}
    for reading, total in _siblings(readings, [*told, *found], above, folded):
        number += 1
        found.append(Part(reading.index, total, number, "implied"))
    return found


def _siblings(
    readings: Sequence[Reading], found: Sequence[Part], above: Mapping[int, int], folded: str
) -> Iterator[tuple[Reading, int]]:
    """The figures told in one list with those of which the meaning gives the whole, and that whole.

    A list is here a sentence, or bulleted lines; half of its figures of one indicator, or most of all that lines tell,
    are known to be of one whole.
    """
    rows: dict[tuple[int, str, str | None], list[Reading]] = {}
    block = 0
    for before, reading in zip((None, *readings), readings, strict=False):
        lines = before is not None and is_line(before, folded) and is_line(reading, folded)
        if before is None or (before.clauses is not reading.clauses and not lines):
            block += 1
        if _may_be_part(reading) and reading.figure.bracket is None:
            subject = None if is_line(reading, folded) else reading.subject.indicator
            rows.setdefault((block, reading.counted, subject), []).append(reading)
    implied = {part.part: part.total for part in found if part.connective in ("implied", "share")}
    for (_, _, indicator), row in rows.items():
        totals = {implied.get(reading.index) for reading in row} - {None}
        free = [reading for reading in row if reading.index not in above]
        if len(totals) != 1 or len(row) < max(_LEAST_LISTED, 2 * len(free) + (indicator is None)):
            continue
        total = totals.pop()
        assert total is not None
        whole = readings[total]
        for reading in free:
            if (
                reading is not whole
                and reading.status == whole.status
                and _fits(reading, whole)
                and (not _flows(reading) or _flows(whole))
            ):
                yield reading, total


def _flows(reading: Reading) -> bool:
    known = indicators().get(reading.subject.indicator or "")
    return known is not None and known.stock_flow == "FLOW"


def _rate_of_same(reading: Reading, readings: Sequence[Reading], above: Mapping[int, int]) -> Reading | None:
    """The rate of which another is a part: "lao động qua đào tạo 62,4%, trong đó có chứng chỉ 43,1%" of one base."""
    if reading.figure.unit != "percent" or reading.index in above or not reading.index:
        return None
    before = readings[reading.index - 1]
    if before.clauses is not reading.clauses or reading.subject.indicator is None:
        return None
    opened = reading.clauses.words.has_connective("of_which", before.figure.end, reading.figure.start)
    subjects = [(one.subject.indicator, one.subject.population_group, one.figure.unit) for one in (before, reading)]
    levels = before.aspect == reading.aspect == "level" and before.place == reading.place
    return before if opened and subjects[0] == subjects[1] and levels and _meet(reading, before) else None


def _may_be_part(reading: Reading) -> bool:
    """Whether a figure can be a part that no word tells: a level that adds up; numbers in words tell of a few known."""
    plain = reading.aspect in ("level", "after") and reading.figure.unit not in NOT_ADDED and reading.per is None
    return plain and digits_of(reading.figure.quantity.value_printed) != ""


def _statements(readings: Sequence[Reading]) -> Mapping[int, Sequence[Reading]]:
    found: dict[int, list[Reading]] = {}
    for reading in readings:
        found.setdefault(reading.statement, []).append(reading)
    return found


def _whole_of(reading: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The figure of a whole indicator, in the sentence or anywhere before; of everybody, not of one of its groups."""
    indicator = reading.subject.indicator or ""
    for scope in ("sentence", "document"):
        wholes = _wholes().get((indicator, scope))
        if not wholes:
            continue
        others = sentence_of(readings, reading)
        if scope == "document":
            others += reversed(earlier(readings, reading))
        found = [other for other in others if other.subject.indicator in wholes and _meet(reading, other)]
        if found:
            plain = (other for other in found if _is_of_usual(other))
            return next(plain, None) or next((other for other in found if _is_of_all(other)), found[0])
    return None


def _wider_group(reading: Reading, readings: Sequence[Reading], above: Mapping[int, int]) -> Reading | None:
    """The last figure of the same indicator told of a wider group, rather one that is no part itself."""
    if _is_spent(reading):
        return None
    wider = [
        other
        for other in earlier(readings, reading)
        if reading.paragraph - other.paragraph <= _NEAR_PARAGRAPHS
        and other.subject.indicator == reading.subject.indicator
        and (other.subject.score >= _SURE or other.clauses is reading.clauses)
        and _is_wider(other, reading)
        and _meet(reading, other)
    ]
    last = max(
        wider, key=lambda other: (other.index not in above, not _cuts_across(reading, other), other.index), default=None
    )
    if last is None or last.paragraph != reading.paragraph:
        return last
    # "gồm: hộ cận nghèo 49 tỷ; nước sạch 58 tỷ; hộ nghèo 31 tỷ": an item of its list is told of all, but of less
    alike = [other for other in wider if other.subject.population_group == last.subject.population_group]
    return max(
        alike, key=lambda other: (other.index not in above, other.figure.quantity.value or Decimal(0), other.index)
    )


def _same_noun(one: Reading, other: Reading) -> bool:
    """Whether two figures count the same things: "120 con trâu" are no part of "55.192 con gia cầm"."""
    a, b = (each.figure.quantity.unit_printed or "" for each in (one, other))
    return one.counted in _PEOPLE or a.startswith(b) or b.startswith(a)


def _is_spent(reading: Reading) -> bool:
    """Whether a figure is an amount paid, which is of what it was paid for, or of no known variable."""
    known = indicators().get(reading.subject.indicator or "")
    return known is None or (reading.figure.unit in CURRENCIES and known.stock_flow != "STOCK")


def _is_wider(whole: Reading, part: Reading) -> bool:
    """Whether the group of a figure holds that of another: as its ancestor, or as all that the indicator is told of."""
    own = part.subject.population_group
    if whole.subject.population_group in ancestors(own or ""):
        return True
    narrow = population_groups().get(own or "")
    return narrow is not None and narrow.facet in _TRAITS and not _is_of_all(part) and _is_of_all(whole)


def _cuts_across(reading: Reading, other: Reading) -> bool:
    """Whether a figure is of another kind of the same: the poor who cannot work, beside those of merit."""
    return _is_of_kind(other) and other.subject.population_group not in ancestors(
        reading.subject.population_group or ""
    )


def _is_of_usual(reading: Reading) -> bool:
    """Whether a figure is of just the group that its indicator is usually told of: the poor, no kind of them."""
    known = indicators().get(reading.subject.indicator or "")
    return known is not None and reading.subject.population_group == known.default_population


def _is_of_kind(reading: Reading) -> bool:
    """Whether a figure is of a kind of those that its indicator is usually told of: the poor who cannot work.

    So is one of a group that cuts across them: those of merit among the poor.
    """
    known = indicators().get(reading.subject.indicator or "")
    group = population_groups().get(reading.subject.population_group or "")
    if known is None or group is None:
        return False
    return known.default_population in ancestors(group.population_id) or group.facet in _ACROSS


def _is_of_all(reading: Reading) -> bool:
    """Whether a figure is of all that its indicator is usually told of, or of a kind of them."""
    group, known = reading.subject.population_group, indicators().get(reading.subject.indicator or "")
    if group in EVERYBODY:
        return True
    usual = population_groups().get(known.default_population) if known else None
    own = population_groups().get(group or "")
    if usual is None or own is None or own.facet != usual.facet:
        return False
    return own == usual or usual.population_id in ancestors(own.population_id)


def _wider_place(
    reading: Reading, readings: Sequence[Reading], above: Mapping[int, int], folded: str
) -> Reading | None:
    """The figure of the same indicator and group for the nearest place that holds that of the reading.

    Of several for that place the greatest, and of those one that is no part itself.
    """
    place = reading.place
    if place is None or reading.figure.half is not None or _is_spent(reading):
        return None  # 118 of "xã A làm xong 118/127 căn" is told of its own whole
    holding = [
        other
        for other in earlier(readings, reading)
        if is_one_variable(other.subject.indicator, reading.subject.indicator)
        and other.place is not None
        and _meet_anywhere(reading, other)  # few do; what takes longer to ask comes behind
        and not (other.index in above and other.clauses is reading.clauses)  # another item of the same list
        and (_is_of_all(other) or same_group(other, reading))
        and (lies_in(place, other.place) or _names_one_of(reading, other))
        and _same_noun(reading, other)
        and (_is_spoken(other, folded) or not _is_spoken(reading, folded))
        and not _is_ones_own(reading, folded)
    ]

    of_kind = _is_of_kind(reading)

    def rank(other: Reading) -> tuple[bool, int, bool, bool, Decimal, bool]:
        assert other.place is not None
        value, told_aside = other.figure.quantity.value or Decimal(0), other.figure.aside
        # "chiếm 38,4% tổng dư nợ các hội (3.219 tỷ đồng)" is not what a text goes on to tell
        of_group = _names_one_of(reading, other)
        # "riêng hộ nghèo Khmer 13.056 hộ. … Hộ nghèo Khmer sống nhiều nhất tại Trà Cú (4.215 hộ)" is of the Khmer
        alike = of_kind and other.subject.population_group == reading.subject.population_group
        return of_group, other.place.level or 0, alike, not told_aside, value, other.index not in above

    return max(reversed(holding), key=rank, default=None)  # the same told again is what the text goes on with


def _names_one_of(reading: Reading, other: Reading) -> bool:
    """Whether a figure is of one of the places that its paragraph tells another of: "7 huyện nghèo … Thường Xuân"."""
    if reading.place is None or other.place is None or reading.paragraph != other.paragraph:
        return False
    return is_of_group(reading.place, other.place)


def _is_spoken(reading: Reading, folded: str) -> bool:
    """Whether a figure stands in direct speech, where people tell of their own: “Nhận 8 con, giờ có 17 con”."""
    start = max(0, reading.figure.start - _SPEECH)
    return folded.rfind("“", start, reading.figure.start) > folded.rfind("”", start, reading.figure.start)


def _is_ones_own(reading: Reading, folded: str) -> bool:
    """Whether things are told of one household: "Nhà anh Dìa được một con bò, nay trong chuồng đã có 4 con"."""
    if reading.counted in _PEOPLE:
        return False
    return _ONE.search(folded, reading.clauses.sentence.start, reading.figure.start) is not None


def _parallel(
    reading: Reading, readings: Sequence[Reading], above: Mapping[int, int], beside: Mapping[int, Sequence[Reading]]
) -> Reading | None:
    """The figure told with the total of one told with the reading: hộ of "118 tỷ/3.811 hộ" as in "312 tỷ/9.872 hộ"."""
    for fellow in beside[reading.statement]:
        total = above.get(fellow.index)
        for _ in range(_CLIMB):
            if total is None:
                break
            for other in beside[readings[total].statement]:
                alike = other.figure.unit == reading.figure.unit  # houses built are no part of the households helped
                if alike and other.index < reading.index and _meet(reading, other):
                    return other
            total = above.get(total)
    return None


def _whole_beside(reading: Reading, readings: Sequence[Reading], above: Mapping[int, int]) -> Reading | None:
    """What b of a/b is of: that of which the same is told of a wider place.

    "7.860 hộ cần nhà …; đã có 4.962 hộ được hỗ trợ …; Trần Văn Thời với 812/1.240 hộ".
    """
    if reading.figure.half != "denominator" or reading.aspect != "total":
        return None
    done = readings[reading.index - 1]
    for other in reversed(earlier(readings, done)):
        alike = other.subject.indicator == done.subject.indicator and other.counted == done.counted
        wider = done.place is not None and other.place is not None and lies_in(done.place, other.place)
        if alike and wider and other.index in above:
            whole = readings[above[other.index]]
            return whole if whole.counted == reading.counted and _fits(reading, whole) else None
    return None


def _beside_a_part(reading: Reading, readings: Sequence[Reading]) -> Reading | None:
    """B of a/b that the same sentence tells of others, too: "2.103/2.214 tổ xếp loại khá, 7 tổ xếp loại yếu"."""
    cut = reading.clauses
    for other in reversed(readings[cut.figures[0].index : reading.index]):
        if other.figure.half != "denominator" or other.aspect != "total" or not _meet(reading, other):
            continue
        done = readings[other.index - 1].figure.quantity.value or 0
        rest = (other.figure.quantity.value or 0) - done
        apart = any(mark.sign == ";" and other.figure.end <= mark.start < reading.figure.start for mark in cut.marks)
        apart = apart or any(other.figure.end <= one.start < reading.figure.start for one in cut.periods)
        same = reading.figure.unit == other.figure.unit and _same_noun(reading, other) and not apart
        if same and (reading.figure.quantity.value or 0) <= rest:
            return other
    return None


def _meet(part: Reading, whole: Reading) -> bool:
    """Whether two figures are of the same things at the same place and time."""
    return same_place(part, whole) and _meet_anywhere(part, whole)


def _meet_anywhere(part: Reading, whole: Reading) -> bool:
    """Whether two figures are of the same things at the same time, the part no greater than the whole."""
    if part.counted != whole.counted or part.status != whole.status or whole.aspect not in _STANDING:
        return False
    if whole.clauses.sentence.section == "headline" and part.clauses is not whole.clauses:
        return False  # a headline rounds: "Gần 2 triệu hộ" are the 1.972.767 of the text
    return _overlap(part, whole) and _fits(part, whole)


def _fits(part: Reading, whole: Reading) -> bool:
    """Whether a part that no word tells is less than its whole; an equal number tells the same once more."""
    one, other = part.figure.quantity.value, whole.figure.quantity.value
    return one is not None and other is not None and one < other


def _overlap(one: Reading, other: Reading) -> bool:
    if one.period is None or other.period is None:
        return True
    if one.period.start == one.period.end == other.period.start < other.period.end:
        return False  # what was at the beginning of a year is no part of what is told of the year
    return one.period.end == other.period.end or (
        one.period.start <= other.period.end and other.period.start <= one.period.end
    )


def _is_under(part: int, total: int, above: Mapping[int, int]) -> bool:
    """Whether `part` already hangs, over any number of totals, under `total`; `above` is the total of each part."""
    seen: set[int] = set()
    while part in above and part not in seen:
        seen.add(part)
        part = above[part]
        if part == total:
            return True
    return False
