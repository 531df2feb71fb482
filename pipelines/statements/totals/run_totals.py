"""What a run of figures adds up to: one of them, or one told before, exactly or but for a slip.

Which figures are tried together is added.py; other words than those of a division, or a number called a sum, play no
role here.
"""

import re
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal

from pipelines.meaning.code_lists import RATES
from pipelines.places.containment import lies_in
from pipelines.statements.readings import Reading, earlier, same_place, sentence_of
from pipelines.statements.totals.complements import are_complements
from pipelines.statements.totals.rated_parts import RECENT, TELLING_DIGITS, holds_share, is_plain
from pipelines.statements.wording.agreement import UNLIKELY, Equation, Option, choose, is_within, rounds
from pipelines.statements.wording.equations import adds_up, sum_bounds, total_of
from pipelines.statements.wording.slips import significant_digits
from pipelines.vocabulary.roles import CUES

#: A slip in what nothing but its numbers ties together is believed where chance would seldom make one.
_RARELY = Decimal("0.1")
#: A slip in what words nearly tell is believed where chance would make one more seldom than not.
_LIKELY = Decimal("0.6")
#: A list has at least so many parts.
_SHORTEST = 2
#: A line that divides what was told: "Dư nợ theo chương trình: …", "Phân theo địa bàn, …".
_DIVIDED = re.compile(r"\W*(?:[^\d,;:.]{1,30} )?theo [^\d;:.]{2,30}[,:]")
#: Words that name some of many by how much they have: "dư nợ cao là các huyện …"; those of "nhiều nhất là" may be all.
_SOME = CUES.pattern(r"\b(?<!phần )<much> (?:là|như|gồm|ở|tại)\b")


def subject_of(reading: Reading) -> tuple[str | None, ...]:
    """What a figure counts of what and of whom, as a fact or a plan."""
    return reading.counted, reading.status, reading.subject.indicator, reading.subject.population_group


def sum_of(
    run: Sequence[Reading], readings: Sequence[Reading], above: Mapping[int, int], folded: str
) -> Reading | None:
    """What a run of figures adds up to: the first or the last of them, or a figure told before their sentence."""
    inside = [(run[0], run[1:]), (run[-1], run[:-1])] if len(run) > _SHORTEST else []
    for total, parts in inside:
        if _adds_up(total, parts):
            return total
    for total, parts in inside[:1]:  # "hỗ trợ 186 nhà, hoàn thành 143 nhà, 43 nhà đang thi công"
        if are_complements(parts, folded) and equation_of(total, parts).agrees():
            return total
    return _total_before(run, readings, above, folded) or _mended(run) or _summed_up(run, folded)


def equation_of(total: Reading, parts: Sequence[Reading]) -> Equation:
    """The sum that some figures would make up."""
    return total_of(total.figure.quantity, [part.figure.quantity for part in parts])


def _total_before(
    run: Sequence[Reading], readings: Sequence[Reading], above: Mapping[int, int], folded: str
) -> Reading | None:
    """The figure told before the sentence of a run to which it adds up, or would but for a slip, the nearest."""
    return exact_total(run, readings, above, folded) or slipped_total(run, readings, above, folded)


def exact_total(
    run: Sequence[Reading], readings: Sequence[Reading], above: Mapping[int, int], folded: str
) -> Reading | None:
    """The nearest figure before the sentence of a run to which it adds up exactly, by no chance."""
    if _of_several_times([part for part in run if part.time_basis == "stock"]):
        return None  # "Năm 2014 có 338 hộ nghèo. Cuối năm 2017 còn 229 hộ" are no parts of all households
    span = sum_bounds([part.figure.quantity for part in run])
    before = reversed(_totals_before(run, readings))
    within = (other for other in before if span is not None and is_within(other.figure.quantity, span))
    return next((other for other in within if _is_telling(other, run)), None)


def slipped_total(
    run: Sequence[Reading], readings: Sequence[Reading], above: Mapping[int, int], folded: str
) -> Reading | None:
    """The figure before the sentence of a run to which it would add up but for one slip, by no chance.

    `above` says of each part what it is part of; `folded` is the text.
    """
    of_others = _totals_beside(run, readings, above)
    before = reversed(_totals_before(run, readings))
    totals = [other for other in before if not of_others or other.statement in of_others]
    return _one_slip_from(run, _unrounded(totals), readings, folded)


def _totals_before(run: Sequence[Reading], readings: Sequence[Reading]) -> list[Reading]:
    """The figures before the sentence of a run that may be its total, in their order."""
    return [
        other
        for other in earlier(readings, sentence_of(readings, run[0])[0])[-RECENT:]
        if other.counted == run[0].counted and is_plain(other) and other.clauses.sentence.section != "headline"
        if not _repeats_numerator(other, readings)
    ]


def _totals_beside(run: Sequence[Reading], readings: Sequence[Reading], above: Mapping[int, int]) -> Set[int]:
    """The statements of the totals of what is told with a run: its own total, if any, is told there."""
    statements = {reading.statement for reading in run}
    near = readings[max(0, run[0].index - len(run)) : run[-1].index + RECENT]
    beside = [other for other in near if other.statement in statements and other.counted != run[0].counted]
    return {readings[above[other.index]].statement for other in beside if other.index in above}


def _one_slip_from(
    run: Sequence[Reading], totals: Sequence[Reading], readings: Sequence[Reading], folded: str
) -> Reading | None:
    """The total to which a run of figures adds up but for one slip that chance would seldom make."""
    if not totals or _of_several_times(run):
        return None  # stocks of several years are no parts of another
    if holds_share(run, readings) or _SOME.search(folded, run[0].clauses.sentence.start, run[0].figure.start):
        return None
    parts = [reading.figure.quantity for reading in run]
    ends = any(
        hit.payload in ("remainder", "others") and run[-2].figure.end <= hit.start < run[-1].figure.right
        for hit in run[-1].clauses.words.connectives
    )
    whole = ends or are_complements(run, folded)
    if whole or _DIVIDED.match(folded, run[0].clauses.sentence.start, run[0].figure.start):
        # "Dư nợ theo chương trình: hộ nghèo …; các chương trình khác …" is of what is called so
        same = [total for total in totals if total.period == run[0].period and _is_one_variable((total, *run))]
        solved = [(total, total_of(total.figure.quantity, parts)) for total in same]
        found = choose([Option(total, equation, equation.mends()) for total, equation in solved])
        if found is not None:
            return found
    options = [Option(total, total_of(total.figure.quantity, parts)) for total in totals]
    return choose(options, UNLIKELY if whole else _RARELY)


def _of_several_times(readings: Sequence[Reading]) -> bool:
    """Whether figures are told of several times."""
    return len({reading.period.end for reading in readings if reading.period is not None}) > 1


def _is_one_variable(readings: Sequence[Reading]) -> bool:
    """Whether all are of one known variable, of whatever group."""
    return readings[0].subject.indicator is not None and len({one.subject.indicator for one in readings}) == 1


def _unrounded(totals: Sequence[Reading]) -> list[Reading]:
    """The figures but for those that another of them tells more exactly."""
    exact = {other.figure.quantity.value for other in totals if other.figure.quantity.comparator == "="}
    return [other for other in totals if not rounds(other.figure.quantity, exact)]


def _adds_up(total: Reading, parts: Sequence[Reading]) -> bool:
    """Whether figures add up to another so exactly that it is no chance."""
    return adds_up(total.figure.quantity, [part.figure.quantity for part in parts]) and _is_telling(total, parts)


def _is_telling(total: Reading, parts: Sequence[Reading]) -> bool:
    """Whether a total has so many digits, of parts of one subject or not, that they agree by no chance."""
    digits = significant_digits(total.figure.quantity)
    return digits >= TELLING_DIGITS or (digits == TELLING_DIGITS - 1 and _is_one_subject((total, *parts)))


def _is_one_subject(readings: Sequence[Reading]) -> bool:
    """Whether all are of one known variable and group."""
    return readings[0].subject.indicator is not None and len(set(map(subject_of, readings))) == 1


def _repeats_numerator(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether a figure is the second of "10.760/10.760 căn": lists are of the first."""
    half = reading.figure.half == "denominator"
    return half and readings[reading.index - 1].figure.quantity.value == reading.figure.quantity.value


def _mended(run: Sequence[Reading]) -> Reading | None:
    """The first of a run of one indicator, where one slip keeps the others from adding up to it."""
    total, parts = run[0], run[1:]
    same = all(part.subject.indicator == total.subject.indicator is not None for part in parts)
    if len(run) <= _SHORTEST or not same or any(_is_elsewhere(part, total) for part in parts):
        return None
    return choose([Option(total, total_of(total.figure.quantity, [part.figure.quantity for part in parts]))])


def _is_elsewhere(part: Reading, total: Reading) -> bool:
    """Whether a figure is told of a place outside that of another: "Thanh Hóa 2.410 tỷ đồng, Nghệ An 2.386 tỷ đồng"."""
    if same_place(part, total) or part.place is None or total.place is None:
        return False
    return not lies_in(part.place, total.place)


def _summed_up(run: Sequence[Reading], folded: str) -> Reading | None:
    """The last of a run where its words say that it is a sum, and one slip keeps the others from adding up to it.

    "lần lượt là 12.450, 15.320 và 9.870 tỷ đồng, tổng cộng 37.640 tỷ đồng", "(hồi 5.210 ha, quế 1.380 ha, …), tổng diện
    tích 7.115 ha".
    """
    *parts, total = run
    if len(parts) < _SHORTEST or not folded[total.figure.own : total.figure.start].lstrip(" ,)").startswith("tổng"):
        return None
    rates = any(one.unit in RATES for one in total.clauses.figures if run[0].index < one.index < total.index)
    equation = total_of(total.figure.quantity, [part.figure.quantity for part in parts])
    return total if not rates and equation.chance() <= _LIKELY and equation.mends() else None
