"""Multiples and yearly averages of levels as relations: "gấp 3,2 lần năm 2011", "bình quân mỗi năm 3.168 người".

Changes told as differences are changes.py.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import RATES
from pipelines.model import Period
from pipelines.places.containment import lies_in
from pipelines.statements.readings import Reading, same_group, same_place, same_variable, sentence_of
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.wording.agreement import Equation, Option, as_average, choose
from pipelines.statements.wording.equations import quotient_of, scaled_of
from pipelines.statements.wording.names import named_words
from pipelines.statements.wording.slips import significant_digits
from pipelines.vocabulary.roles import CUES

_LEVELS = frozenset({"level", "share", "proportion", "before", "after", "total", "average"})
#: A base is looked for so many figures back, of so many levels before the multiple.
_REACH, _NEAREST = 40, 2
#: Multiples of so many digits are told of the one level before them: "gấp 13,2 lần", not "gấp đôi".
_TELLING_DIGITS = 2
#: A multiple of what there was at first ends its clause or names the beginning; it has two levels before it.
_AT_FIRST = CUES.pattern(r" (?:<compared_with> )?<at_first>|[.,;”\"]|$")
_NAMED, _PAIR = 24, 2
_FIRM = re.compile(r"\bgấp\b")
_AVERAGE = CUES.pattern(r"\b<averaged>\b")
_YEARLY = CUES.pattern(r"\b<averaged>\b.*\bnăm\b|\bnăm\b.*\b<averaged>\b|\bmỗi năm\b")

#: What stands right before a figure that another is compared with.
_WITH = CUES.pattern(r"\b<compared_with>(?: \w+){0,2} $")

#: "gấp 3 lần mức 11,2 triệu đồng", but not "gấp 3 lần mức chung; kế đó là Tây Nguyên 15,39%".
_BASE = CUES.pattern(r" <level_word> (?!chung|<averaged>)[^,;.:]*")


#: "gấp 6,5 lần mức chung của tỉnh".
_GENERAL = CUES.pattern(
    r" (?:<compared_with> )?(?:(?:<level_word>|<figures>|mặt bằng) )?(?:<averaged> )?<general_level>\b"
)


def multiples(multiple: Reading, readings: Sequence[Reading], folded: str) -> Iterator[Candidate]:
    """Relate the level before a multiple and its base; `folded` is the text of the document.

    The base stands in its bracket, behind it, or before it in another sentence: the level of the year that is named
    ("gấp 3,8 lần năm 2011"), else the one level of the same variable in the paragraph.
    """
    general = bool(_GENERAL.match(folded, multiple.figure.end))
    afters = _levels_before(multiple, readings, general)
    bases = _bases(multiple, afters, readings, folded, general)
    options = []
    first = _first_told(multiple, readings, folded) if not any(told for _, told in bases) else None
    if first is not None:
        base, after = first
        equation = _equation(multiple, after, base)
        candidate = _candidate(multiple, after, base, "multiple of what there was at first")
        options.append(Option(candidate, equation, equation.mends() and not _is_about(multiple, after, base)))
    beside = _side_by_side(multiple, readings, folded) if not bases and first is None and not general else None
    if beside is not None:
        equation = _equation(multiple, beside[1], beside[0])
        candidate = _candidate(multiple, beside[1], beside[0], "multiple of what is told beside it")
        options.append(Option(candidate, equation, equation.mends()))
    for base, told in bases:
        for after in afters:
            if after is base or after.counted != base.counted:
                continue
            equation = _equation(multiple, after, base)
            if general and not equation.fits and _is_about(multiple, after, base):
                continue  # "gấp hơn 6,5 lần" is said of 6,67 as well
            firm = told and after.aspect in _LEVELS and after.status == "actual" and after.figure.bracket is None
            firm = firm and (multiple.aspect != "rise" or _says_times(multiple, folded))
            firm = firm and not _is_of_another(multiple, after)
            options.append(Option(_candidate(multiple, after, base, "multiple of a base"), equation, firm))
    chosen = choose(options)
    if chosen is not None:
        yield chosen


def _levels_before(multiple: Reading, readings: Sequence[Reading], general: bool) -> list[Reading]:
    """What a multiple may be told of, the nearest first: figures before it in its sentence.

    One of a general level that opens a sentence is of the figure before that in the same paragraph: "… xuống 31,22%.
    Con số ấy gấp 6,5 lần mức chung của tỉnh".
    """
    afters = [one for one in reversed(sentence_of(readings, multiple)) if one.index < multiple.index]
    if general and not afters and multiple.index:
        before = readings[multiple.index - 1]
        return [before] if before.paragraph == multiple.paragraph else []
    return afters


def _bases(
    multiple: Reading, afters: Sequence[Reading], readings: Sequence[Reading], folded: str, general: bool
) -> list[tuple[Reading, bool]]:
    """What a multiple may be a multiple of, each with whether it is surely the base."""
    bases = [(base, True) for base in _told_bases(multiple, sentence_of(readings, multiple), folded)]
    if general and not bases:
        bases = [(base, True) for after in afters[:1] for base in _general_bases(after, readings)]
    if not bases:
        levels = [one for one in afters if one.aspect in _LEVELS]
        bases = [one for after in levels[:_NEAREST] for one in _earlier_bases(multiple, after, readings)]
    return bases


def _candidate(multiple: Reading, after: Reading, base: Reading, rule: str) -> Candidate:
    return Candidate("change", ((base, "before"), (after, "after"), (multiple, "multiple")), rule)


def _equation(multiple: Reading, after: Reading, base: Reading) -> Equation:
    """Multiple = after / base, solved for each."""
    return quotient_of(multiple.figure.quantity, after.figure.quantity, base.figure.quantity, hundred=Decimal(1))


def _is_of_another(multiple: Reading, after: Reading) -> bool:
    """Whether a multiple names something behind a comma that the level before it is not of: "…, dư nợ gấp 35 lần"."""
    commas = [mark.end for mark in multiple.clauses.marks if after.figure.end <= mark.start < multiple.figure.start]
    if not commas:
        return False
    topics = [hit for hit in multiple.clauses.words.terms if hit.payload.facet == "topic"]
    own = {hit.payload.id for hit in topics if after.figure.own <= hit.start < commas[0]}
    named = {hit.payload.id for hit in topics if commas[0] <= hit.start < multiple.figure.start}
    return bool(named) and named.isdisjoint(own)


def _first_told(multiple: Reading, readings: Sequence[Reading], folded: str) -> tuple[Reading, Reading] | None:
    """What there was at first, and is now: "cấp 3 con dê, sau một năm đã thành 9 con, gấp 3 lần lúc đầu"."""
    behind = folded[multiple.figure.end : multiple.figure.end + _NAMED]
    if not _AT_FIRST.match(behind) or not _says_times(multiple, folded) or multiple.index < _PAIR:
        return None
    near = [one for one in readings[max(0, multiple.index - _REACH) : multiple.index] if _is_plain(one, multiple)]
    after = next((one for one in reversed(near) if one.clauses is multiple.clauses), None)
    if after is None:
        return None
    bases = [one for one in near if one.index < after.index and one.counted == after.counted and one.per == after.per]
    bases = [one for one in bases if same_variable(one, after) and same_place(one, after)]
    here = [one for one in bases if one.clauses is after.clauses] or bases
    return (here[0], after) if len(here) == 1 else None


def _side_by_side(multiple: Reading, readings: Sequence[Reading], folded: str) -> tuple[Reading, Reading] | None:
    """The only two levels of one unit before a multiple that names no time, in its sentence or the one before.

    The lesser comes first: "thành thị 3.352 nghìn đồng, nông thôn 2.487 nghìn đồng; thành thị gấp 1,35 lần nông thôn".
    What is named behind the multiple must be told with the lesser, not "gấp 1,85 lần mức lương tối thiểu".
    """
    own = [one for one in sentence_of(readings, multiple) if one.index < multiple.index]
    if not own and multiple.index and readings[multiple.index - 1].paragraph == multiple.paragraph:
        own = sentence_of(readings, readings[multiple.index - 1])
    levels = [one for one in own if one.aspect in _LEVELS and one.figure.half is None and not one.figure.aside]
    pair = [one for one in levels if (one.counted, one.per) == (levels[-1].counted, levels[-1].per)]
    alike = len(pair) == 2 and pair[0].status == pair[1].status == "actual" and pair[1].figure.unit != "times"
    timed = any(multiple.figure.end <= one.start < multiple.figure.right for one in multiple.clauses.periods)
    if not alike or timed or significant_digits(multiple.figure.quantity) < _TELLING_DIGITS:
        return None
    low, high = sorted(pair, key=lambda one: one.figure.quantity.value or Decimal(0))
    behind = named_words(folded, multiple.figure.end, multiple.figure.item_end)
    if behind and behind.isdisjoint(named_words(folded, low.figure.own, low.figure.start)):
        return None
    return low, high


def _is_plain(one: Reading, multiple: Reading) -> bool:
    """Whether a figure of the paragraph of a multiple can be a level of it."""
    told = one.aspect in _LEVELS and one.status == "actual" and one.figure.unit not in RATES
    return told and one.paragraph == multiple.paragraph and one.figure.half is None and one.figure.bracket is None


def _is_about(multiple: Reading, after: Reading, base: Reading) -> bool:
    """Whether a multiple that is told as a bound is nearly that of two levels."""
    told, above, below = (one.figure.quantity.value or Decimal(0) for one in (multiple, after, base))
    return multiple.figure.quantity.comparator != "=" and 10 * abs(above - told * below) <= above


def _general_bases(after: Reading, readings: Sequence[Reading]) -> list[Reading]:
    """The last level of the same variable told of a place that holds that of a level: "mức chung của tỉnh"."""
    place = after.place
    if place is None:
        return []
    found = [
        other
        for other in readings[max(0, after.index - _REACH) : after.index]
        if other.aspect in _LEVELS
        and other.counted == after.counted
        and other.place is not None
        and other.place.name != place.name
        and same_variable(other, after)
        and (lies_in(place, other.place) or other.place.level == 0)
    ]
    return found[-1:]


def _says_times(multiple: Reading, folded: str) -> bool:
    """Whether "gấp 3 lần" is told and not "tăng 3 lần", which some mean as three times more."""
    return bool(_FIRM.search(folded, multiple.figure.own, multiple.figure.end))


def _told_bases(multiple: Reading, sentence: Sequence[Reading], folded: str) -> list[Reading]:
    """The bases that the words of the sentence tell."""
    bases = [other for other in sentence if other.figure.bracket == multiple.index]
    behind = next((other for other in sentence if other.index == multiple.index + 1), None)
    if behind is not None and not bases and _BASE.fullmatch(folded, multiple.figure.end, behind.figure.start):
        bases = [behind]
    compared = [one for one in sentence if one.index < multiple.index and _compared(one, folded)]
    return bases + compared + [other for other in sentence if other.aspect == "before"]


def _compared(one: Reading, folded: str) -> bool:
    """Whether a figure is what another is compared with: "nếu so với 142.528 tỷ đồng thì gấp 1,6 lần"."""
    return _WITH.search(folded, one.figure.own, one.figure.start) is not None


def _earlier_bases(multiple: Reading, after: Reading, readings: Sequence[Reading]) -> Iterator[tuple[Reading, bool]]:
    """Levels of the same variable told before, each with whether it is surely the base."""
    alike = [
        other
        for other in readings[max(0, after.index - _REACH) : after.index]
        if other.clauses is not after.clauses
        and other.aspect in _LEVELS
        and other.counted == after.counted
        and same_variable(other, after)
        and same_place(other, after)
        and same_group(other, after)
    ]
    telling = significant_digits(multiple.figure.quantity) >= _TELLING_DIGITS
    years = [
        one.period.start.year
        for one in multiple.clauses.periods
        if one.start >= multiple.figure.end and one.period is not None
    ]
    for other in reversed(alike):
        if years:
            yield other, other.period is not None and other.period.start.year == years[0]
        else:
            yield other, telling and len(alike) == 1 and other.paragraph == after.paragraph


def yearly_averages(average: Reading, readings: Sequence[Reading], folded: str) -> Iterator[Candidate]:
    """Relate "15.842 lao động, bình quân mỗi năm 3.168 người": a total of some years and its yearly average."""
    words = folded[average.figure.own : average.figure.start]
    behind = average.figure.quantity.per == "year" and _AVERAGE.search(words) is not None  # "bình quân 1.305 người/năm"
    if average.figure.unit in RATES or not (behind or _YEARLY.search(words)):
        return
    totals = [
        other
        for other in sentence_of(readings, average)
        if other.index < average.index and other.counted == average.counted and other.aspect in _LEVELS
    ]
    options = []
    for total in reversed(totals):
        for years in _years_of(total.period):
            roles = ((total, "difference"), (average, "average"))
            candidate = Candidate("change", roles, "total of some years and its yearly average", years=years)
            equation = scaled_of(as_average(average.figure.quantity), total.figure.quantity, years)
            # "giai đoạn 2011 - 2015 khoảng 520 tỷ đồng, bình quân mỗi năm 104 tỷ đồng"
            options.append(Option(candidate, equation, total.index == average.index - 1 and equation.mends()))
    chosen = choose(options)
    if chosen is not None:
        yield chosen


def _years_of(period: Period | None) -> Sequence[Decimal]:
    """Over how many years a total is told: those of its time, or one less, as terms of office begin in their first."""
    if period is None or period.end.year == period.start.year:
        return ()
    years = period.end.year - period.start.year
    return (Decimal(years + 1), Decimal(years)) if years > 1 else (Decimal(years + 1),)
