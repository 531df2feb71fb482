"""Rates as relations: achieved against planned, a share of a whole, an amount a head."""

from collections.abc import Iterator, Mapping, Sequence

from pipelines.meaning.code_lists import indicators
from pipelines.statements.aspects import RATES
from pipelines.statements.candidates import Candidate
from pipelines.statements.readings import Reading, around, sentence_of
from pipelines.statements.structure import Part

_LEVELS = frozenset({"level", "after", "fall", "rise"})
#: Units of what an amount may be divided by.
_HEADS = frozenset({"household", "person", "house", "card", "turn", "class", "project", "gift", "commune", "facility"})


def plan_ratios(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Each per cent of a plan, or excess over it, with the achieved and the planned figure of its sentence."""
    for rate in readings:
        if rate.aspect not in ("completion", "excess"):
            continue
        sentence = sentence_of(readings, rate)
        plans = [other for other in sentence if _is_plan(other, rate)]
        before = [other for other in sentence if other.index < rate.index and _is_actual(other)]
        for actual in reversed(before):
            plan = _nearest(rate, [other for other in plans if other.counted == actual.counted and other is not actual])
            if plan is not None:
                role = "rate" if rate.aspect == "completion" else "excess"
                yield Candidate("plan_ratio", ((actual, "actual"), (plan, "plan"), (rate, role)), "per cent of a plan")
                break


def _is_plan(other: Reading, rate: Reading) -> bool:
    return other is not rate and (other.aspect == "plan" or other.status in ("plan", "target"))


def _is_actual(other: Reading) -> bool:
    """Whether a figure tells what was achieved; one in a bracket only explains another: "42/42 người (14 nữ)"."""
    told = other.status == "actual" and other.aspect in _LEVELS and other.figure.half != "denominator"
    return told and other.figure.bracket is None


def _nearest(rate: Reading, others: Sequence[Reading]) -> Reading | None:
    return min(others, key=lambda other: abs(other.figure.start - rate.figure.start), default=None)


def shares(readings: Sequence[Reading], parts: Sequence[Part]) -> Iterator[Candidate]:
    """Each rate with its numerator and denominator: b of a/b, the total of a part, the whole of a rate indicator."""
    by_index = {reading.index: reading for reading in readings}
    totals = {part.part: by_index[part.total] for part in parts}
    for rate in readings:
        if rate.figure.unit != "percent" or rate.aspect not in ("level", "share"):
            continue
        part = _numerator(rate, readings)
        if part is None:
            continue
        whole = _denominator(rate, part, readings, totals)
        if whole is not None and whole is not part:
            yield Candidate("share", ((part, "part"), (whole, "whole"), (rate, "rate")), "rate of a whole")


def _numerator(rate: Reading, readings: Sequence[Reading]) -> Reading | None:
    """The count or amount that a rate follows in its statement, or that follows it in a bracket."""
    sentence = sentence_of(readings, rate)
    before = [
        other
        for other in sentence
        if other.index < rate.index and other.figure.unit not in RATES and other.figure.half != "denominator"
    ]
    following = next((other for other in sentence if other.figure.bracket == rate.index), None)
    if following is not None and following.figure.unit not in RATES:
        return following
    return before[-1] if before and before[-1].aspect in ("level", "after") else None


def _denominator(
    rate: Reading, part: Reading, readings: Sequence[Reading], totals: Mapping[int, Reading]
) -> Reading | None:
    if part.figure.half == "numerator":
        other = readings[part.index + 1]  # the denominator of a/b follows its numerator
        return other if other.aspect == "total" else None
    total = totals.get(part.index)
    if rate.aspect == "share" and total is not None:
        return total
    known = indicators().get(rate.subject.indicator or "")
    numerator = indicators().get(part.subject.indicator or "")
    if known is None or numerator is None or numerator.rate_indicator != known.indicator_id:
        return None
    wholes = [
        other
        for other in around(readings, part)
        if other.subject.indicator == known.whole_indicator is not None
        and other.counted == part.counted
        and abs(other.paragraph - part.paragraph) <= 1
        and _same_place(other, part)
    ]
    return _nearest(rate, wholes)


def _same_place(one: Reading, other: Reading) -> bool:
    return one.place is None or other.place is None or one.place.name == other.place.name


def per_heads(readings: Sequence[Reading], parts: Sequence[Part]) -> Iterator[Candidate]:
    """Each amount with the count told with it, and the amount a head where that is told too."""
    statements: dict[int, list[Reading]] = {}
    for reading in readings:
        statements.setdefault(reading.statement, []).append(reading)
    for members in statements.values():
        amounts = [reading for reading in members if _is_amount(reading)]
        counts = [reading for reading in members if _is_count(reading)]
        heads = [
            reading for reading in members if reading.aspect in ("norm", "average") and reading.figure.unit == "VND"
        ]
        if len(amounts) == 1 and counts:
            count = _nearest(amounts[0], counts)
            assert count is not None
            told = [(head, "per_head") for head in heads[:1]]
            yield Candidate("per_head", ((amounts[0], "amount"), (count, "count"), *told), "count and amount")
    yield from _products(readings, parts, statements)
    yield from _averages(readings)


def _products(
    readings: Sequence[Reading], parts: Sequence[Part], statements: Mapping[int, Sequence[Reading]]
) -> Iterator[Candidate]:
    """An amount told of a total whose parts have amounts a head: 19,525 tỷ = 350 nhà x 50 triệu + 81 nhà x 25 triệu."""
    by_index = {reading.index: reading for reading in readings}
    lists: dict[tuple[int, int], list[Reading]] = {}
    for part in parts:
        lists.setdefault((part.total, part.list_number), []).append(by_index[part.part])
    for (total, _), members in lists.items():
        amounts = [reading for reading in statements[by_index[total].statement] if _is_amount(reading)]
        pairs = [(member, _norm_of(member, statements)) for member in members]
        if len(amounts) == 1 and len(pairs) > 1 and all(norm is not None for _, norm in pairs):
            roles = [(amounts[0], "amount")]
            for member, norm in pairs:
                assert norm is not None
                roles += [(member, "count"), (norm, "per_head")]
            yield Candidate("per_head", tuple(roles), "amounts a head of the parts")


def _norm_of(member: Reading, statements: Mapping[int, Sequence[Reading]]) -> Reading | None:
    norms = [reading for reading in statements[member.statement] if reading.aspect == "norm"]
    return norms[0] if len(norms) == 1 and norms[0].figure.unit == "VND" else None


def _averages(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Relate "412,6 tỷ đồng với 8.145 hộ còn dư nợ, bình quân trên 50 triệu đồng/hộ"."""
    for average in readings:
        if average.aspect != "average" or average.figure.unit != "VND":
            continue
        before = [other for other in sentence_of(readings, average) if other.index < average.index]
        amount = next((other for other in reversed(before) if _is_amount(other)), None)
        count = next((other for other in reversed(before) if _is_count(other)), None)
        if amount is not None and count is not None:
            roles = ((amount, "amount"), (count, "count"), (average, "per_head"))
            yield Candidate("per_head", roles, "average a head")


def _is_amount(reading: Reading) -> bool:
    return reading.figure.unit == "VND" and reading.aspect == "level" and reading.per is None


def _is_count(reading: Reading) -> bool:
    return reading.figure.unit in _HEADS and reading.aspect == "level" and reading.figure.half != "denominator"
