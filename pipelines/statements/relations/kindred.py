"""The whole of a rate that another sentence tells: the figure that the same words name, or the last of its kind.

"gồm 80,8 tỷ đồng vốn đầu tư và 61,8 tỷ đồng vốn sự nghiệp. … Vốn đầu tư giải ngân 67,2 tỷ đồng (83,2%)"; "dạy nghề cho
1.610 lao động, vượt 15% kế hoạch; sau học nghề có 1.288 chị có việc làm, đạt 80%". What words or meaning tell for sure
is shares.py.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal

from pipelines.meaning.code_lists import CURRENCIES, indicators
from pipelines.statements.readings import EVERYBODY, Reading, in_other_years, same_place, same_variable
from pipelines.statements.relations.bases import WHOLES
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.totals.rate_positions import groups_named
from pipelines.statements.wording.equations import quotient_of
from pipelines.statements.wording.names import named_words

#: So many figures before a part are looked at, and those of so many paragraphs before its own.
_TRIED, _NEAR_PARAGRAPHS = 24, 1
#: At least so many words name both.
_SHARED_WORDS = 2
#: Rates of what was done of what was planned or given.
RATES_OF_PLANS = frozenset({"fund.disbursed_rate", "plan.completion_rate"})
#: A completion rate of which the words are unsure may be a share of what was told before it, too.
_SURE = 0.5
#: A slip in what only meaning ties together is believed where chance would make one more seldom than not.
_LIKELY = Decimal("0.8")
#: All of a place are told so many figures before, and a rate of them is far from agreeing by such a share.
_REACH, _DRIFT = 80, Decimal("0.2")


def of_kindred(
    rate: Reading, part: Reading, readings: Sequence[Reading], parts: Mapping[int, Sequence[Reading]], folded: str
) -> Candidate | None:
    """The relation of a rate to the first whole of another sentence that it fits, or would but for one slip.

    Chance must seldom make such a slip, unless the whole is sure.

    `parts` holds the totals by the index of each part; `folded` is the text of the document.
    """
    if rate.figure.quantity.comparator != "=" or rate.status != part.status:
        return None  # "phấn đấu dưới 0,2%"
    for whole, is_sure in _kindred(rate, part, readings, parts, folded):
        candidate = Candidate("share", ((part, "part"), (whole, "whole"), (rate, "rate")), "rate of a whole")
        equation = quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity)
        if equation.agrees(_LIKELY) or (is_sure and equation.mends()):
            return candidate
    return None


def in_neighbouring(rate: Reading, readings: Sequence[Reading]) -> Candidate | None:
    """The relation of a rate that stands alone to the count and the whole that its paragraph tells of its place, year.

    "Tỷ lệ hộ nghèo còn 19,20%. … Số hộ nghèo còn 21.874 hộ …; tổng số hộ toàn tỉnh 113.927 hộ".
    """
    known = indicators().get(rate.subject.indicator or "")
    if (
        known is None
        or known.whole_indicator is None
        or rate.aspect != "level"
        or rate.figure.quantity.comparator != "="
    ):
        return None
    near = [
        one
        for one in readings[max(0, rate.index - _TRIED) : rate.index + _TRIED]
        if one.paragraph == rate.paragraph and one.aspect in WHOLES and one.per is None and one.place == rate.place
        if one.figure.unit != "percent" and one.status == rate.status and not in_other_years(one, rate)
    ]
    groups = {rate.subject.population_group, *EVERYBODY}
    counts = [
        one
        for one in near
        if (own := indicators().get(one.subject.indicator or "")) is not None
        and own.rate_indicator == known.indicator_id
        and one.subject.population_group in groups
    ]
    wholes = [one for one in near if one.subject.indicator == known.whole_indicator]
    if len(counts) != 1 or len(wholes) != 1 or counts[0].counted != wholes[0].counted:
        return None
    part, whole = counts[0], wholes[0]
    equation = quotient_of(rate.figure.quantity, part.figure.quantity, whole.figure.quantity)
    candidate = Candidate("share", ((part, "part"), (whole, "whole"), (rate, "rate")), "rate of a whole")
    return candidate if equation.agrees() else None


def _kindred(
    rate: Reading, part: Reading, readings: Sequence[Reading], parts: Mapping[int, Sequence[Reading]], folded: str
) -> Iterator[tuple[Reading, bool]]:
    """The figures that may be the whole of a part, the likeliest first, each with whether that is sure."""
    near = [one for one in readings[max(0, part.index - _TRIED) : part.index] if _may_hold(one, part)]
    planned = [one for one in near if one.status != "actual" or one.aspect == "plan"]
    done = [one for one in near if one not in planned] if part.status == "actual" else near
    if rate.subject.indicator not in RATES_OF_PLANS:
        planned = []
    elif rate.aspect == "completion" or rate.subject.score >= _SURE or part.figure.unit in CURRENCIES:
        done = []
    own = _names(part, folded, part.figure.start)
    shared = {one: len(own & _names(one, folded, one.figure.right)) for one in (*planned, *done)}
    most = max(shared.values(), default=0)
    named = [one for one, count in shared.items() if count == most >= _SHARED_WORDS]
    if len(named) == 1:
        yield named[0], True
    yield from ((one, False) for one in (*_last(planned, part, parts), *_last(done, part, parts)))
    yield from ((one, True) for one in _lasting(rate, part, readings))


def _last(near: Sequence[Reading], part: Reading, parts: Mapping[int, Sequence[Reading]]) -> list[Reading]:
    """The last figure near a part that is of its kind and no part of another."""
    free = [one for one in near if one.figure.bracket is None and (one.index not in parts or part.index in parts)]
    lines = {one.paragraph for one in near if one.index in parts} - {one.paragraph for one in free}
    return [one for one in free if _is_kin(one, part) and _is_near(one, part, lines)][-1:]


def _lasting(rate: Reading, part: Reading, readings: Sequence[Reading]) -> list[Reading]:
    """All households or people of a place, told once and of whatever year: they hardly change from one to the next."""
    rated = indicators().get(rate.subject.indicator or "")
    counted = indicators().get(part.subject.indicator or "")
    whole = indicators().get((rated.whole_indicator if rated else None) or "")
    if rated is None or counted is None or whole is None or counted.rate_indicator != rated.indicator_id:
        return []
    if groups_named(rate):
        return []  # "3.830 hộ, chiếm 42% số hộ nghèo"
    if (whole.measure_type, whole.stock_flow) != ("COUNT", "STOCK"):
        return []
    found = [
        one
        for one in readings[max(0, part.index - _REACH) : part.index]
        if _may_hold(one, part) and one.subject.indicator == whole.indicator_id and one.place == part.place
        if one.subject.population_group in EVERYBODY
    ]
    if len({one.figure.quantity.value for one in found}) != 1:
        return []
    told, counts, of = (one.figure.quantity.value or Decimal(0) for one in (rate, part, found[0]))
    return found[:1] if abs(100 * counts - told * of) > _DRIFT * told * of else []


def _names(one: Reading, folded: str, end: int) -> frozenset[str]:
    """The content words that name a figure, of its own clause or of the label before that: "• Vốn sự nghiệp: …"."""
    figure = one.figure
    return named_words(folded, figure.own, end) or named_words(folded, figure.item, end)


def _may_hold(one: Reading, part: Reading) -> bool:
    return (
        one.counted == part.counted
        and one.aspect in WHOLES
        and one.per is None
        and one.figure.half != "numerator"
        and same_place(one, part)
        and one.clauses.sentence.section != "headline"
        and one.figure.quantity.comparator == "="
        and (one.figure.quantity.value or Decimal(0)) > 0
    )


def _is_kin(one: Reading, part: Reading) -> bool:
    """Whether a figure near a part is of its kind: one variable, or money given of which it is spent."""
    if in_other_years(one, part):
        return False
    if part.figure.unit in CURRENCIES:
        return one.status != "actual"
    return same_variable(one, part)


def _is_near(one: Reading, part: Reading, listed: Set[int]) -> bool:
    """Whether a figure stands in the paragraph of a part or in the one before, the lines of lists apart."""
    between = range(one.paragraph, part.paragraph)
    return len([number for number in between if number not in listed]) <= _NEAR_PARAGRAPHS
