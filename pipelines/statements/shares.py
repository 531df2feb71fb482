"""Rates as relations: a share of a whole with its numerator and denominator.

The whole is told (b of a/b, the total of a list, one named behind the rate), or is the figure of the indicator that
the rate is always of; else any figure told before that the numbers agree with.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import CURRENCIES, ancestors, indicators
from pipelines.places.containment import lies_in
from pipelines.statements.agreement import Option, choose, quotient_of, rounds
from pipelines.statements.aspects import RATES
from pipelines.statements.bases import Share, of_one_whole, same_bases
from pipelines.statements.candidates import Candidate
from pipelines.statements.kindred import RATES_OF_PLANS, in_neighbouring, of_kindred
from pipelines.statements.lasting import lasting_wholes
from pipelines.statements.named_wholes import named_unit
from pipelines.statements.parts import Part, counted_as
from pipelines.statements.rate_positions import (
    are_heads,
    ends_what_is_counted,
    explained_by,
    follows_whole,
    groups_named,
    is_beside,
    is_of_counted,
    names_others,
    tells_again,
)
from pipelines.statements.rated_parts import BOUNDS
from pipelines.statements.readings import (
    EVERYBODY,
    Reading,
    earlier,
    in_other_years,
    same_place,
    same_variable,
    sentence_of,
    year_of,
)
from pipelines.statements.slips import significant_digits

_RATED = frozenset({"level", "share", "completion"})
_PARTS = frozenset({"level", "after", "total"})
_PLANS = frozenset({"plan"})
#: A whole of another sentence must fit its indicator so well.
_SURE = 0.5
#: Rates of so many digits agree by chance seldom enough to find their whole by trying.
_TELLING_DIGITS = 3
#: So many figures before a rate are tried as its whole; one that meaning gives is looked for among more.
_TRIED, _REACH = 24, 80
#: Words by which a sentence takes up the figure before it.
_TAKES_UP = re.compile(r"(?:con )?số(?: \w+){0,2} (?:này|ấy|đó|trên)\b")
_CRITERION, _ALL = "criterion", "pov.hh_total"


def shares(
    readings: Sequence[Reading], parts: Sequence[Part], named: Mapping[int, int], taken: frozenset[int], folded: str
) -> Iterator[Candidate]:
    """Each rate with its numerator and denominator.

    `named` holds the wholes that words behind rates name, `taken` the rates that another relation explains; `folded`
    is the text of the document.
    """
    by_index = {reading.index: reading for reading in readings}
    totals: dict[int, list[Reading]] = {}
    for part in parts:
        if part.connective == "share":
            continue  # the whole is `named` then, told or not by its time
        totals.setdefault(part.part, []).append(by_index[part.total])
    found: list[Share] = []
    for rate in readings:
        if rate.figure.unit != "percent" or rate.index in taken:
            continue
        if rate.aspect not in _RATED and not (rate.aspect == "proportion" and _has_bracket(rate, readings)):
            continue
        whole = by_index[named[rate.index]] if rate.index in named else None
        explained = explained_by(rate, readings)
        if explained is None:
            chosen = choose(_options(rate, readings, totals, whole, folded))
        else:
            of, base, _ = explained
            chosen = Candidate("share", ((of, "part"), (base, "whole"), (rate, "rate")), "rate of a whole")
        counted = next((one for one in _numerators(rate, readings, totals, folded) if is_beside(rate, one)), None)
        if chosen is None:
            chosen = (
                in_neighbouring(rate, readings)
                if counted is None
                else of_kindred(rate, counted, readings, totals, folded)
            )
        if counted is not None:
            found.append(Share(counted, rate, chosen, chosen is not None and _agrees(chosen)))
        elif chosen is not None:
            yield chosen
    by_others = {one.members[-1][0].index: one for one in of_one_whole(found, readings, folded)}
    alone: list[tuple[Reading, Reading]] = []
    for one in found:
        relation = by_others.get(one.rate.index, one.found)
        if relation is not None:
            yield relation
        else:
            alone.append((one.part, one.rate))
    yield from same_bases(alone)
    # "3.830 hộ, chiếm 42% số hộ nghèo" is of no whole that shares of all households have
    yield from lasting_wholes([one for one in found if not groups_named(one.rate)], readings, folded)


def _has_bracket(rate: Reading, readings: Sequence[Reading]) -> bool:
    """Whether a rate and a figure beside it explain each other in a bracket: "98,9% hộ nghèo (2.861 hộ)"."""
    behind = readings[rate.index + 1] if rate.index + 1 < len(readings) else None
    return rate.figure.bracket is not None or (behind is not None and behind.figure.bracket == rate.index)


def _agrees(share: Candidate) -> bool:
    (part, _), (whole, _), (rate, _) = share.members
    return quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity).fits


def _options(
    rate: Reading,
    readings: Sequence[Reading],
    totals: Mapping[int, Sequence[Reading]],
    named: Reading | None,
    folded: str,
) -> Iterator[Option[Candidate]]:
    for part in _numerators(rate, readings, totals, folded):
        found: dict[Reading, bool] = {}  # each whole once, told where any words or meaning tell it
        for whole, told in (
            *_wholes(rate, part, readings, totals, folded),
            *_beside_part(rate, part, readings, totals, folded),
            *_divided(rate, part, readings, totals, folded),
        ):
            found[whole] = found.get(whole, False) or told
        wholes = list(found.items())
        if named is not None and named is not part and _is_where(named, part):
            told = found.pop(named, False) or (is_beside(rate, part) and _is_known_of_year(named, part))
            wholes = [(named, told), *found.items()]
        telling = significant_digits(rate.figure.quantity) >= _TELLING_DIGITS
        if not telling and any(told for _, told in wholes):
            wholes = [(whole, told) for whole, told in wholes if told]  # a coarse rate suits others by chance
        tried = {whole.index for whole, _ in wholes}
        if telling:
            wholes += [(other, False) for other in _before(part, readings) if other.index not in tried]
        exact = {whole.figure.quantity.value for whole, _ in wholes if whole.figure.quantity.comparator == "="}
        wholes = [pair for pair in wholes if not rounds(pair[0].figure.quantity, exact)]  # "trên 2.600" of 2.640,3
        wholes = [(each, told and (each is named or not names_others(rate, each))) for each, told in wholes]
        for whole, told in wholes:
            if whole.index not in tried and not _is_near(rate, part, whole):
                continue
            equation = quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity)
            candidate = Candidate("share", ((part, "part"), (whole, "whole"), (rate, "rate")), "rate of a whole")
            by_words = whole is named or whole.aspect == "total"
            if told and not by_words and not _may_slip(rate, part, whole):
                continue  # what no slip explains is of another whole
            if rate.figure.quantity.comparator in BOUNDS and not equation.fits:
                continue  # "ngân sách địa phương 715 tỷ đồng (đối ứng tối thiểu 10% vốn Trung ương)" is a rule's
            apart = in_other_years(part, whole) or in_other_years(rate, part)
            if not told and not equation.fits and apart:
                continue
            if told or whole.index in tried or equation.fits:
                yield Option(candidate, equation, told and rate.aspect != "completion")


def _is_where(whole: Reading, part: Reading) -> bool:
    """Whether a whole that words name is told of the place of a part, or of one that holds it: "dư nợ toàn tỉnh"."""
    if same_place(whole, part) or whole.place is None or part.place is None:
        return True
    return lies_in(part.place, whole.place)


def _beside_part(
    rate: Reading, part: Reading, readings: Sequence[Reading], parts: Mapping[int, Sequence[Reading]], folded: str
) -> Iterator[tuple[Reading, bool]]:
    """The whole that brackets explain a rate with, or the one other figure before the part in its sentence.

    "chiếm 39,2% tổng dư nợ (3.153 tỷ đồng)"; "318 vụ việc, 126 vụ trong số đó là của …, chiếm 39,6%".
    """
    sentence = sentence_of(readings, rate)
    explains = [other for other in _counted_alike(sentence, part) if other.figure.bracket == rate.index]
    if explains:
        yield explains[0], rate.aspect == "share" or _is_less(part, explains[0])
        return
    if not is_beside(rate, part):
        return
    again = tells_again(part, rate)  # "viện phí 86 triệu đồng, quỹ trả 95%, tức 81,7 triệu đồng"
    rates = [other for other in sentence if other.figure.unit == "percent" and not (again and other is rate)]
    alike = _counted_alike(sentence, part)
    before = [one for one in alike if one.index < part.index and one.figure.bracket in (None, part.figure.bracket)]
    members = {one.index for one in before if any(total in before for total in parts.get(one.index, ()))}
    before = [one for one in before if one.index not in members]  # "41,7 tỷ, gồm …; đã chi 38,8 tỷ, đạt 93%"
    rated = len(before) == 1 and any(is_beside(other, before[0]) for other in rates)
    if len(before) == 1 and part.figure.half is None and not rated:
        names_none = not folded[rate.figure.end : rate.figure.right].strip(" .")
        own = parts.get(part.index, ())
        spent = rate.subject.indicator in RATES_OF_PLANS and before[0].figure.unit == "VND" and before[0] not in own
        yield before[0], names_none and (rate.aspect == "share" or spent or again)
    elif not alike and part.figure.half is None:
        above = [one for one in earlier(readings, sentence[0]) if one.paragraph == rate.paragraph]
        # "cấp 2.000 tấn gạo. … 1.640 tấn đã về tới kho, đạt 82%"; the parts of a total and its plan are no rivals
        counted = _counted_alike(above, part)
        only = [one for one in counted if one.index not in parts and one.status == part.status] or counted
        alike_told = len(only) == 1 and only[0].status == part.status and only[0].place == part.place
        if alike_told and part.figure.unit == "VND":  # what one patient paid is no share of what all cost
            alike_told = same_variable(only[0], part)
        if alike_told and not in_other_years(only[0], part):
            yield only[0], not folded[rate.figure.end : rate.figure.right].strip(" .")


def _is_less(part: Reading, whole: Reading) -> bool:
    """Whether a figure counts the same as another and less."""
    return part.counted == whole.counted and (part.figure.quantity.value or 0) < (whole.figure.quantity.value or 0)


def _counted_alike(near: Sequence[Reading], part: Reading) -> list[Reading]:
    """The figures that count the same as a part and may be its whole."""
    return [
        other
        for other in near
        if other.counted == part.counted and other is not part and other.per is None and other.aspect in _PARTS | _PLANS
    ]


def _divided(
    rate: Reading, part: Reading, readings: Sequence[Reading], parts: Mapping[int, Sequence[Reading]], folded: str
) -> Iterator[tuple[Reading, bool]]:
    """The totals of lists before what was done or spent, told where the rate names a total and one stands near.

    "Tổng nhu cầu là 287,4 tỷ đồng, trong đó …; đã giải ngân 206.928 triệu đồng, bằng 72% tổng nhu cầu".
    """
    if rate.subject.indicator not in RATES_OF_PLANS or not is_beside(rate, part):
        return
    near = [one for one in readings[max(0, part.index - _TRIED) : part.index] if part.paragraph - one.paragraph <= 1]
    listed = [total.index for one in near for total in parts.get(one.index, ())]
    found = [
        one
        for one in near
        if listed.count(one.index) > 1
        and one.counted == part.counted
        and one.aspect in _PARTS | _PLANS
        and one.per is None
        and same_place(one, part)
        and (one.figure.quantity.value or 0) >= (part.figure.quantity.value or 0)
    ]
    here = [one for one in found if one.paragraph == rate.paragraph]
    named = folded[rate.figure.end : rate.figure.right].strip(" .")
    for one in reversed(found):
        slips = not named and part.index not in parts
        slips = slips and quotient_of(rate.figure.quantity, part.figure.quantity, one.figure.quantity).mends()
        yield one, here == [one] and (slips or named.startswith("tổng"))


def _is_near(rate: Reading, part: Reading, whole: Reading) -> bool:
    """Whether a rate is about that of a part in a whole: a cheap look before the intervals are compared."""
    value, of, told = (one.figure.quantity.value or Decimal(0) for one in (part, whole, rate))
    return 10 * abs(100 * value - told * of) <= told * of


def _numerators(
    rate: Reading, readings: Sequence[Reading], totals: Mapping[int, Sequence[Reading]], folded: str
) -> list[Reading]:
    """What a rate may be the share of: the figure in its bracket, the nearest before it, then others before it."""
    sentence = sentence_of(readings, rate)
    counts = [
        other
        for other in sentence
        if other.figure.unit not in RATES | {_CRITERION}  # "25 xã đạt 15 - 18 tiêu chí, chiếm 12,4%" is of communes
        and other.figure.half != "denominator"
        and other.aspect in _PARTS
        and other.per is None
    ]
    unit = named_unit(rate.figure, folded)  # "22/22 xã có đường, 86% số bản có điện" is no share of communes
    if unit is not None:  # "1.080 em, vay 11,342 tỷ đồng, tức 7,38% số em được vay"
        counts = [other for other in counts if other.counted == counted_as(unit)]
    inside = [other for other in counts if other.figure.bracket == rate.index]
    before = [other for other in reversed(counts) if other.index < rate.index]
    # its bracket tells the whole: "1.236 tỷ đồng, chiếm 39,2% tổng dư nợ (3.153 tỷ)", "683 hộ, tỷ lệ 3,25% (21.010 hộ)"
    if inside and (rate.aspect == "share" or (before and _is_less(before[0], inside[0]))):
        return [one for one in before if one.counted == inside[0].counted][:1] or inside[:1]
    if len(before) > 1 and follows_whole(rate, before[1], before[0]) and before[0] in totals.get(before[1].index, ()):
        before = before[1:]  # "58 hộ nghèo trong tổng số 2.320 hộ, chiếm 2,5%"
    elif before and rate.figure.bracket == before[0].index:
        return before[:1]
    elif len(before) > 1 and are_heads(before[0].figure, before[1].figure):
        before = [before[1], before[0]]
    behind = [other for other in counts if tells_again(other, rate)]
    return inside[:1] or behind or before[:2] or _taken_up(rate, readings, folded)


def _taken_up(rate: Reading, readings: Sequence[Reading], folded: str) -> list[Reading]:
    """The last figure of the sentence before, where the one of a rate begins with it: "Con số này chiếm 11,6% …"."""
    sentence = rate.clauses.sentence
    first = rate.clauses.figures[0].index
    if first != rate.index or not rate.index or not _TAKES_UP.match(folded, sentence.start, rate.figure.start):
        return []
    last = readings[rate.index - 1]
    plain = last.aspect in _PARTS and last.per is None and last.figure.unit not in RATES
    return [last] if plain and last.paragraph == rate.paragraph and last.figure.half != "denominator" else []


def _wholes(
    rate: Reading, part: Reading, readings: Sequence[Reading], totals: Mapping[int, Sequence[Reading]], folded: str
) -> Iterator[tuple[Reading, bool]]:
    """The wholes that words or meaning give, each with whether it is told."""
    beside = is_beside(rate, part) or is_of_counted(rate, part, readings, folded)
    if part.figure.half == "numerator":
        other = readings[part.index + 1]  # the denominator of a/b follows its numerator
        if other.aspect == "total":
            yield other, beside or ends_what_is_counted(rate, part)
            return
    known = indicators().get(rate.subject.indicator or "")
    for total in totals.get(part.index, ()):
        if follows_whole(rate, part, total):
            yield total, True
        # "53,4 tỷ đồng, trong đó vay 22,9 tỷ đồng (42,9%)", whatever the rate may be called
        elif _explains_money(rate, part) and _may_slip(rate, part, total):
            yield total, beside
        elif beside and _comes_to(rate, part, total):
            yield total, True
        elif rate.aspect == "share" or known is None or known.whole_indicator in (None, total.subject.indicator):
            yield total, beside and rate.aspect == "share"
    if known is None or known.whole_indicator is None:
        return
    numerator = indicators().get(part.subject.indicator or "")
    of_rate = numerator is not None and numerator.rate_indicator == known.indicator_id
    found = [
        other
        for other in readings[max(0, part.index - _REACH) : part.index + _REACH]
        if other.subject.indicator == known.whole_indicator
        and other.counted == part.counted
        and other is not part
        and same_place(other, part)
        and other.aspect in _PARTS
        and _is_wider(other, part)
    ]
    bare: list[Reading] = []
    if known.whole_indicator == _ALL:
        bare = [other for other in _bare(part, readings) if other not in found and _may_slip(rate, part, other)]
    found += bare
    found.sort(key=lambda other: abs(other.index - rate.index))
    told_here = [one for one in found if one.clauses is rate.clauses and not in_other_years(one, part)]
    timely = [one for one in found if one in told_here or one in bare or _is_known_of_year(one, part)]
    nearest = _nearest(rate, [other for other in timely if other.index not in totals] or timely)
    for other in found:
        own = totals.get(part.index, ())
        alike = not own or other in own or other.index in totals  # a part is spent of a part
        sure = other.clauses is rate.clauses or other in bare
        sure = sure or (other.index < rate.index and other.subject.score >= _SURE)
        sure = sure and not in_other_years(rate, part)  # "3.276 hộ, 6,5% hồi đầu năm 2016"
        yield other, alike and beside and of_rate and [other] == nearest and sure


def _comes_to(rate: Reading, part: Reading, whole: Reading) -> bool:
    """Whether words say that a part comes to so much of its whole, or would but for a slip: "…, bằng 90,5%"."""
    told = rate.clauses.words.has_connective("equals", part.figure.end, rate.figure.start)
    told = told and rate.subject.indicator not in RATES_OF_PLANS  # "vốn sự nghiệp 362,7 tỷ đồng, bằng 33,8%"
    return told and quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity).agrees()


def _explains_money(rate: Reading, part: Reading) -> bool:
    """Whether a rate in brackets is one of the amount before it, and not of what was planned for that."""
    return (
        rate.figure.bracket == part.index
        and part.figure.unit in CURRENCIES
        and rate.subject.indicator not in RATES_OF_PLANS
    )


def _may_slip(rate: Reading, part: Reading, whole: Reading) -> bool:
    """Whether a rate is about that of a part in a whole, or would be with one slip."""
    equation = quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity)
    return _is_near(rate, part, whole) or equation.mends()


def _bare(part: Reading, readings: Sequence[Reading]) -> list[Reading]:
    """The figures of a part's paragraph before it that no word describes: all there are ("Xã có 2.860 hộ")."""
    return [
        other
        for other in readings[max(0, part.index - _TRIED) : part.index]
        if other.paragraph == part.paragraph
        and other.counted == part.counted
        and other.aspect in _PARTS
        and other.figure.half is None
        and (other.figure.quantity.value or 0) > (part.figure.quantity.value or 0)
        and same_place(other, part)
        and not any(other.figure.own <= hit.start < other.figure.right for hit in other.clauses.words.terms)
    ]


def _nearest(rate: Reading, wholes: Sequence[Reading]) -> list[Reading]:
    """The wholes in the rate's sentence, else in its paragraph, else all."""
    in_sentence = [other for other in wholes if other.clauses is rate.clauses]
    in_paragraph = [other for other in wholes if other.paragraph == rate.paragraph]
    in_text = [other for other in wholes if other.clauses.sentence.section != "headline"]
    return in_sentence or in_paragraph or in_text or list(wholes)


def _is_wider(whole: Reading, part: Reading) -> bool:
    """Whether the group of a whole is everybody or holds that of its part."""
    group = whole.subject.population_group
    return group in EVERYBODY or group in ancestors(part.subject.population_group or "")


def _is_known_of_year(whole: Reading, part: Reading) -> bool:
    """Whether a whole is told of the year of its part, both known."""
    year = year_of(part)
    return year is not None and year_of(whole) == year


def _before(part: Reading, readings: Sequence[Reading]) -> list[Reading]:
    """Figures told before that a part may be a share of, the nearest first."""
    value = part.figure.quantity.value or 0
    near = earlier(readings, part)[-_TRIED:]
    return [
        other
        for other in reversed(near)
        if other.counted == part.counted
        and other.aspect in _PARTS
        and (other.figure.quantity.value or 0) >= value
        and same_place(other, part)
    ]
