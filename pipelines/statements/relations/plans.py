"""Achieved against planned as relations: a per cent of a plan, or the excess over it, with both figures.

"118/127 căn, đạt 92,9%" and "98,4% kế hoạch giao (5.000 học viên)" tell all three; else the plan of the same indicator
told before is tried, and taken where the numbers agree.
"""

from collections.abc import Container, Iterator, Mapping, Sequence, Set
from decimal import Decimal

from pipelines.meaning.code_lists import RATES
from pipelines.statements.lists.parts import Part
from pipelines.statements.readings import Reading, earlier, in_other_years, same_place, same_variable, sentence_of
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.compared import same_scale
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.totals.rate_positions import explained_by
from pipelines.statements.wording.agreement import Equation, Option, choose
from pipelines.statements.wording.equations import difference_of, quotient_of

_LEVELS = frozenset({"level", "after"})
_PLANNED = frozenset({"plan", "target"})
#: Funds assigned are a plan for what is spent of them.
_ASSIGNED, _SPENT, _SURE = "fund.plan", "fund.disbursed", 0.5
_ONE = Decimal(1)
_TIMES = frozenset({"day", "month", "quarter", "year"})
#: Aspects of rates that hold what was done against a plan.
_OF_PLANS = frozenset({"completion", "excess"})
_COMPLETED = "plan.completion_rate"
#: The topic of what was to be reached.
_PLAN = "completion_object"
#: An earlier plan is looked for so many paragraphs back, and so many figures of it are tried.
_NEAR_PARAGRAPHS, _REACH = 2, 30
_TRIED = 6


def plan_ratios(readings: Sequence[Reading], links: Sequence[Part]) -> Iterator[Candidate]:
    """Each per cent of a plan, or excess over it, with the achieved and the planned figure."""
    totals: dict[int, set[int]] = {}
    for link in links:
        totals.setdefault(link.part, set()).add(link.total)
    for rate in readings:
        if rate.aspect not in ("completion", "excess") and not _follows_plan(rate, readings):
            continue
        chosen = choose(_options(rate, readings, totals))
        if chosen is not None:
            yield chosen


def _follows_plan(rate: Reading, readings: Sequence[Reading]) -> bool:
    """Whether a rate of what was done stands right behind its plan: "so với kế hoạch 1.250 người thì đạt gần 49%"."""
    if rate.aspect != "level" or rate.subject.indicator != _COMPLETED or not rate.index:
        return False
    before = readings[rate.index - 1]
    plain = before.aspect in ("level", "plan") and before.figure.bracket is None and before.per is None
    return before.clauses is rate.clauses and before.status == "plan" and plain and before.figure.unit not in RATES


def _options(rate: Reading, readings: Sequence[Reading], totals: Mapping[int, Set[int]]) -> Iterator[Option[Candidate]]:
    explained = explained_by(rate, readings) if rate.aspect == "completion" else None
    if explained is not None:
        done, planned, agreement = explained
        roles = ((done, "actual"), (planned, "plan"), (rate, "rate"))
        yield Option(Candidate("plan_ratio", roles, "per cent of a plan"), agreement, told=True)
        return
    sentence = sentence_of(readings, rate)
    plans = _told_plans(rate, sentence) if rate.aspect != "level" else [readings[rate.index - 1]]
    if rate.figure.unit == "times":  # "thu nhập đạt 4,2 triệu đồng, gấp 1,2 lần mục tiêu 3,5 triệu đồng" is of that
        plans = [plan for plan in plans if plan.index == rate.index + 1] or plans
    told_plan = plans[0] if plans else None
    if told_plan is None:
        told_plan = _assigned(rate, _before(rate, readings), totals) or _only_plan(rate, readings, totals)
    plans += [told_plan] if told_plan is not None and told_plan not in plans else []
    plans += [other for other in _before(rate, readings) if _is_plan(other, rate) and other not in plans]
    actuals = _actuals(rate, sentence)
    if not actuals and rate.aspect in _OF_PLANS:  # "… 241 hộ thoát nghèo. Tỉnh giao 230 hộ; như vậy đạt 104,8%"
        before = [one for one in _before(rate, readings) if one.paragraph == rate.paragraph and not _is_enclosed(one)]
        actuals = _actuals(rate, before[::-1])
    role = "excess" if rate.aspect == "excess" else "rate"
    for plan in plans:
        alike = [actual for actual in actuals if _are_alike(actual, plan)]
        if rate.aspect == "level":
            alike = [actual for actual in alike if not in_other_years(actual, plan)] or alike
        solved = [(actual, attainment_of(rate, actual, plan)) for actual in alike]
        # rather what one slip would mend: "dư nợ đạt 312 tỷ đồng, tăng 14,7 tỷ đồng, đạt 81,6% chỉ tiêu tăng trưởng"
        likely = [actual for actual, equation in solved if equation is not None and (equation.fits or equation.mends())]
        first = (likely or alike)[:1]
        for actual, equation in solved:
            if equation is None:
                continue
            above = totals.get(plan.index, frozenset()) if actual.index not in totals and plan is not told_plan else ()
            if not equation.fits and _is_strived_for(plan, rate):
                continue
            if not equation.fits and any(other.index in above for other in plans):
                continue  # of "1.247,6 tỷ đồng, gồm … vốn giao mới 929,2 tỷ đồng" all is the plan for what was done
            told = plan is told_plan and [actual] == first and (rate.aspect != "level" or len(alike) == 1)
            here = plan.clauses is rate.clauses is actual.clauses
            told = told and (here or actual in likely)  # no slip explains it: another plan
            candidate = Candidate(
                "plan_ratio", ((actual, "actual"), (plan, "plan"), (rate, role)), "per cent of a plan"
            )
            yield Option(candidate, equation, told)


def _is_strived_for(plan: Reading, rate: Reading) -> bool:
    """Whether a plan is an aim told in a later paragraph, which may be another than the one that a rate is of.

    "dư nợ đạt 1.893 tỷ đồng, bằng 98,7% chỉ tiêu giao. … Từ nay đến cuối năm, phấn đấu đưa dư nợ lên 1.950 tỷ đồng".
    """
    return plan.status == "target" and plan.paragraph > rate.paragraph


def _are_alike(actual: Reading, plan: Reading) -> bool:
    """Whether what was achieved and a plan count the same: what is due to each house is no plan for all of them."""
    per_time = actual.per is None and (plan.per is None or set(plan.per.split("/")) <= _TIMES)
    return actual is not plan and same_scale(actual, plan) and (per_time or actual.per == plan.per)


def attainment_of(rate: Reading, actual: Reading, plan: Reading) -> Equation | None:
    """What a per cent of a plan, or what goes beyond it, says of both, solved; None where it can say nothing."""
    r, a, p = rate.figure.quantity, actual.figure.quantity, plan.figure.quantity
    if rate.aspect != "excess" and rate.figure.unit == "percent":
        return quotient_of(r, a, p)
    if rate.aspect != "excess" and rate.figure.unit == "times":  # "giảm 6,9%, gấp 1,5 lần chỉ tiêu (4,6%/năm)"
        return quotient_of(r, a, p, hundred=_ONE)
    if rate.aspect == "excess" and rate.figure.unit in RATES and actual.figure.unit not in RATES:
        return quotient_of(r, a, p, excess=True) if rate.figure.unit == "percent" else None
    if rate.aspect != "excess" or (rate.figure.unit in RATES) != (actual.figure.unit in RATES):
        return None
    return difference_of(r, a, p)


def _told_plans(rate: Reading, sentence: Sequence[Reading]) -> list[Reading]:
    """The plans that the words tie to a rate, the surest first: b of a/b before it, in its bracket, one behind it.

    That of another rate comes last: "132/125 lao động, đạt 105,6%; 46 người xuất khẩu, đạt 92% chỉ tiêu 50 người".
    """
    before = [other for other in sentence if other.index < rate.index and other.aspect == "plan"][-1:]
    behind = [
        other
        for other in sentence
        if other.index > rate.index and (_is_plan(other, rate) or _is_gone_beyond(other, rate))
    ]
    rated = any(
        other.aspect == "completion" for plan in before for other in sentence if plan.index < other.index < rate.index
    )
    found = [other for other in before if other.figure.half == "denominator" and not rated]
    found += [other for other in sentence if other.figure.bracket == rate.index and not _is_rate_of(other, rate)]
    found += [*behind, *before] if rated else [*before, *behind]
    return list(dict.fromkeys(found))


def _is_enclosed(other: Reading) -> bool:
    """Whether a figure stands in the bracket of a name: "các thị trường Malaysia (236), Nhật Bản (41)"."""
    return any(mark.sign == "(" and mark.end == other.figure.start for mark in other.clauses.marks)


def _is_gone_beyond(other: Reading, excess: Reading) -> bool:
    """Whether a figure right behind an excess is called the aim: "giảm 4,27%, vượt 0,27% so với mục tiêu 4%"."""
    if excess.aspect != "excess" or other.index != excess.index + 1 or not same_scale(other, excess):
        return False
    terms = excess.clauses.words.terms
    return any(hit.payload.id == _PLAN and excess.figure.end <= hit.start < other.figure.start for hit in terms)


def _assigned(rate: Reading, before: Sequence[Reading], parts: Container[int]) -> Reading | None:
    """The one amount assigned before a rate, in its sentence or paragraph: "giao 214 tỷ, chi 118 tỷ"."""
    assigned = [
        other
        for other in before
        if other.paragraph == rate.paragraph
        and other.index not in parts
        and other.subject.indicator == _ASSIGNED
        and other.subject.score >= _SURE
    ]
    here = [other for other in assigned if other.clauses is rate.clauses] or assigned
    if not here:
        here = _spent_of(rate, before, parts)
    return here[0] if len(here) == 1 else None


def _spent_of(rate: Reading, before: Sequence[Reading], parts: Container[int]) -> list[Reading]:
    """The amounts of a paragraph of which one spent may be a part: "kinh phí 9,87 tỷ … giải ngân 6,24 tỷ, đạt 63%"."""
    spent = next((one for one in before if one.clauses is rate.clauses and one.figure.unit == "VND"), None)
    if spent is None or spent.subject.indicator != _SPENT or rate.subject.indicator != _COMPLETED:
        return []
    return [
        other
        for other in before
        if other.paragraph == rate.paragraph
        and other.clauses is not rate.clauses
        and other.figure.unit == "VND"
        and other.aspect == "level"
        and other.per is None
        and other.index not in parts
        and not in_other_years(other, rate)
    ]


def _only_plan(rate: Reading, readings: Sequence[Reading], parts: Container[int]) -> Reading | None:
    """The one plan for what a rate is of, in its paragraph before it, else anywhere behind it for the same variable.

    "Phần hạ tầng có kế hoạch 64 tỷ. … Kho bạc mới thanh toán 35 tỷ, bằng 55% kế hoạch"; "khoảng 4.348 lao động, bằng
    50,8% kế hoạch năm. … Theo kế hoạch, cả năm tỉnh giải quyết việc làm cho 8.560 lao động".
    """
    if rate.aspect not in ("completion", "excess") or rate.figure.unit != "percent":
        return None
    actuals = _actuals(rate, sentence_of(readings, rate))[:1]
    if not actuals or actuals[0].per is not None:
        return None
    around = readings[max(0, rate.index - _REACH) : rate.index + _REACH]
    plans = [one for one in around if _is_plan(one, rate) and one.counted == actuals[0].counted and one.per is None]
    plans = [one for one in plans if same_place(one, rate) and one.figure.bracket is None]
    before = [one for one in plans if one.index < rate.index and one.paragraph == rate.paragraph]
    behind = [one for one in plans if one.index > rate.index and _is_plan_for(one, actuals[0])]
    behind = [one for one in behind if one.index not in parts] or behind
    if actuals[0].figure.unit in RATES:  # "đạt 89,6% dân số, bằng 98,8% chỉ tiêu. … phấn đấu 90,7% dân số"
        before = [one for one in before if _is_plan_for(one, actuals[0])]
    found = before or behind
    return found[0] if len(found) == 1 and found[0] is not actuals[0] else None


def _is_plan_for(plan: Reading, actual: Reading) -> bool:
    """Whether a plan is one for what was achieved: the same variable in the same year, no level for a change of it."""
    spent = plan.subject.indicator == _ASSIGNED and actual.subject.indicator == _SPENT
    alike = (plan.aspect in MOVES) == (actual.aspect in MOVES) and not in_other_years(plan, actual)
    return alike and (spent or same_variable(plan, actual))


def _is_rate_of(other: Reading, rate: Reading) -> bool:
    """Whether both are per cents of counts, so that neither is the plan of the other."""
    return other.figure.unit == rate.figure.unit == "percent" and rate.aspect == "completion"


def _before(rate: Reading, readings: Sequence[Reading]) -> list[Reading]:
    near = [other for other in earlier(readings, rate) if rate.paragraph - other.paragraph <= _NEAR_PARAGRAPHS]
    return [other for other in reversed(near) if same_place(other, rate)]


def _is_plan(other: Reading, rate: Reading) -> bool:
    planned = other.aspect == "plan" or other.status in _PLANNED or other.subject.indicator == _ASSIGNED
    return planned and other is not rate and other.aspect not in ("completion", "excess")


def _actuals(rate: Reading, sentence: Sequence[Reading]) -> list[Reading]:
    """What a rate may be of, the surest first: a level before it, the nearer the better, then a change before it.

    A figure in a bracket only explains another ("42/42 người (14 nữ)").
    """
    before = [
        other
        for other in sentence
        if other.index < rate.index
        and other.status == "actual"
        and other.figure.half != "denominator"
        and other.figure.bracket is None
    ][-_TRIED:]
    levels = [other for other in reversed(before) if other.aspect in _LEVELS]
    moves = [other for other in reversed(before) if other.aspect in MOVES]
    # a plan for a rate is one for its change, and so is one that a fall or a rise goes beyond
    first = [other for other in moves if other.figure.unit in RATES or rate.aspect == "excess"]
    return first + levels + [other for other in moves if other not in first]
