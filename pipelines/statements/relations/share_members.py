"""Which figures may be the part and the whole of a rate: by where they stand, by what they count and what it is named.

Each whole comes with whether words or meaning tell it. Which of them a rate is taken of, and what it is where none
suits, is shares.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import CURRENCIES, RATES, ancestors, indicators
from pipelines.statements.lists.named_wholes import named_unit
from pipelines.statements.lists.parts import counted_as
from pipelines.statements.pairing.told_apart import HEADS, LOCATING
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
from pipelines.statements.relations.kindred import RATES_OF_PLANS
from pipelines.statements.totals.rate_positions import (
    are_heads,
    ends_what_is_counted,
    follows_whole,
    is_beside,
    is_of_counted,
    tells_again,
)
from pipelines.statements.wording.equations import quotient_of
from pipelines.vocabulary.roles import CUES

_PARTS = frozenset({"level", "after", "total"})
_PLANS = frozenset({"plan"})
#: A whole of another sentence must fit its indicator so well.
_SURE = 0.5
#: So many figures before a rate are tried as its whole; one that meaning gives is looked for among more.
_TRIED, _REACH = 24, 80
#: A part of an amount a head stands at most so many figures behind it.
_BEHIND = 4
#: Words by which a sentence takes up the figure before it.
_TAKES_UP = CUES.pattern(r"(?:con )?số(?: \w+){0,2} <pointing_back>\b")
_CRITERION, _ALL = "criterion", "pov.hh_total"


def numerators(
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
        and (other.per is None or (rate.aspect == "share" and _follows_like(other, readings)))
    ]
    if _is_of_people(rate):  # "6/12 xã có tỷ lệ hộ nghèo dưới 7%"
        counts = [other for other in counts if other.counted not in LOCATING]
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


def _is_of_people(rate: Reading) -> bool:
    """Whether a rate tells at once how many households or people there are of a kind, and no share of what is named."""
    known = indicators().get(rate.subject.indicator or "")
    whole = indicators().get(known.whole_indicator or "") if known is not None else None
    return rate.aspect == "level" and whole is not None and whole.default_unit in HEADS


def _follows_like(part: Reading, readings: Sequence[Reading]) -> bool:
    """Whether an amount a head stands behind one of which it may be a part: "1.926 nghìn đồng, cho ăn 986 nghìn"."""
    before = readings[max(0, part.index - _BEHIND) : part.index]
    return any(one.clauses is part.clauses and one.per == part.per and _is_less(part, one) for one in before)


def _taken_up(rate: Reading, readings: Sequence[Reading], folded: str) -> list[Reading]:
    """The last figure of the sentence before, where the one of a rate begins with it: "Con số này chiếm 11,6% …"."""
    sentence = rate.clauses.sentence
    first = rate.clauses.figures[0].index
    if first != rate.index or not rate.index or not _TAKES_UP.match(folded, sentence.start, rate.figure.start):
        return []
    last = readings[rate.index - 1]
    plain = last.aspect in _PARTS and last.per is None and last.figure.unit not in RATES
    return [last] if plain and last.paragraph == rate.paragraph and last.figure.half != "denominator" else []


def told_wholes(
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
        elif _explains_money(rate, part) and may_slip(rate, part, total):
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
        if (
            other.subject.indicator == known.whole_indicator or _is_of_like_rate(other, known.whole_indicator, readings)
        )
        and other.counted == part.counted
        and other is not part
        and same_place(other, part)
        and other.aspect in _PARTS
        and _is_wider(other, part)
    ]
    bare: list[Reading] = []
    if known.whole_indicator == _ALL:
        bare = [other for other in _bare(part, readings) if other not in found and may_slip(rate, part, other)]
    found += bare
    found.sort(key=lambda other: abs(other.index - rate.index))
    told_here = [one for one in found if one.clauses is rate.clauses and not in_other_years(one, part)]
    timely = [one for one in found if one in told_here or one in bare or is_known_of_year(one, part)]
    nearest = _nearest(rate, [other for other in timely if other.index not in totals] or timely)
    for other in found:
        own = totals.get(part.index, ())
        alike = not own or other in own or other.index in totals  # a part is spent of a part
        sure = other.clauses is rate.clauses or other in bare
        sure = sure or (other.index < rate.index and other.subject.score >= _SURE)
        sure = sure and not in_other_years(rate, part)  # "3.276 hộ, 6,5% hồi đầu năm 2016"
        yield other, alike and beside and of_rate and [other] == nearest and sure


def _is_of_like_rate(whole: Reading, of: str, readings: Sequence[Reading]) -> bool:
    """Whether a figure is b of an a/b that a rate of such a whole comes to: "49.514/297.560 hộ; cận nghèo 12,85%"."""
    if whole.figure.half != "denominator" or whole.aspect != "total":
        return False
    done = indicators().get(readings[whole.index - 1].subject.indicator or "")
    rate = indicators().get(done.rate_indicator or "") if done is not None else None
    return rate is not None and rate.whole_indicator == of


def _comes_to(rate: Reading, part: Reading, whole: Reading) -> bool:
    """Whether words say that a part comes to so much of its whole, or would but for a slip: "…, bằng 90,5%"."""
    told = rate.clauses.words.has_connective("equals", part.figure.end, rate.figure.start)
    told = told and rate.subject.indicator not in RATES_OF_PLANS  # "vốn sự nghiệp 362,7 tỷ đồng, bằng 33,8%"
    equation = quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity)
    exact = whole.figure.quantity.comparator == "="
    return told and (equation.agrees() or (exact and equation.mends()))


def _explains_money(rate: Reading, part: Reading) -> bool:
    """Whether a rate in brackets is one of the amount before it, and not of what was planned for that."""
    return (
        rate.figure.bracket == part.index
        and part.figure.unit in CURRENCIES
        and rate.subject.indicator not in RATES_OF_PLANS
    )


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


def beside_part(
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
    """The figures that count the same as a part, per the same, and may be its whole."""
    aspects = _PARTS | _PLANS if part.per is None else _PARTS | {"average"}
    return [
        other
        for other in near
        if other.counted == part.counted and other is not part and other.per == part.per and other.aspect in aspects
    ]


def divided(
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
        if (listed.count(one.index) > 1 or (one.index in listed and _is_called_total(one)))
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


def _is_called_total(one: Reading) -> bool:
    return one.clauses.words.has_connective("total", one.clauses.sentence.start, one.figure.start)


def wholes_before(part: Reading, readings: Sequence[Reading]) -> list[Reading]:
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


def is_near(rate: Reading, part: Reading, whole: Reading) -> bool:
    """Whether a rate is about that of a part in a whole: a cheap look before the intervals are compared."""
    value, of, told = (one.figure.quantity.value or Decimal(0) for one in (part, whole, rate))
    return 10 * abs(100 * value - told * of) <= told * of


def may_slip(rate: Reading, part: Reading, whole: Reading) -> bool:
    """Whether a rate is about that of a part in a whole, or would be with one slip."""
    equation = quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity)
    return is_near(rate, part, whole) or equation.mends()


def is_known_of_year(whole: Reading, part: Reading) -> bool:
    """Whether a whole is told of the year of its part, both known."""
    year = year_of(part)
    return year is not None and year_of(whole) == year
