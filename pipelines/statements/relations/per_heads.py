"""Amounts a head as relations: an amount with the count told with it, and the amount a head where that is told too."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipelines.statements.lists.parts import Part, counted_as
from pipelines.statements.readings import Reading, sentence_of
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.norms_together import norms_together
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.agreement import Option, as_average, choose, exactly
from pipelines.statements.wording.equations import product_of
from pipelines.statements.wording.figures import TIMES

#: Units of what an amount may be divided by.
_HEADS = frozenset({
    "household", "person", "house", "card", "turn", "class", "project", "gift", "commune", "facility", "customer",
    "loan", "animal", "room",
})  # fmt: skip
#: Counts of which one is shared by the other, where norms.csv says how many are met: trainees a class.
_SHARED = (
    ("person", "class"), ("turn", "class"), ("person", "session"), ("turn", "session"), ("household", "project"),
)  # fmt: skip
#: All people of a place live in all its households.
_PEOPLE, _HOMES = "pov.person_total", "pov.hh_total"
#: Those who attend are told as people or as the turns that they came.
_PRESENT = frozenset({"person", "turn"})
_MASSES = frozenset({"kilogram", "tonne", "quintal"})
#: What was shared out is told so many figures before what each got.
_REACH = 14
_AMOUNTS = _MASSES | {"VND"}
_KILOGRAMS = {"kilogram": Decimal(1), "tonne": Decimal(1000), "quintal": Decimal(100)}
_MONTHS = 12
#: The rule of an amount with its count that a norm told with them did not make.
_BESIDE_NORM = "count and amount beside a norm"
#: An amount so far from what a norm makes of a count was not paid by it.
_FAR = Decimal("0.25")


def per_heads(readings: Sequence[Reading], parts: Sequence[Part]) -> Iterator[Candidate]:
    """Each amount with the count told with it, and the amounts a head where those are told too."""
    together = list(norms_together(readings))
    yield from together
    paid = {one.members[0][0].index for one in together}
    for one in _each(readings, parts):
        # what several amounts a head make up together is no product of one of them
        of_head = one.rule == _BESIDE_NORM or any(role == "per_head" for _, role in one.members)
        if one.members[0][0].index not in paid or not of_head:
            yield one


def _each(readings: Sequence[Reading], parts: Sequence[Part]) -> Iterator[Candidate]:
    statements: dict[int, list[Reading]] = {}
    for reading in readings:
        statements.setdefault(reading.statement, []).append(reading)
    for members in statements.values():
        yield from _of_statement(members, readings)
        yield from _of_counts(members)
    yield from _masses(readings, statements)
    yield from _shared_out(readings)
    yield from _products(readings, parts, statements)
    yield from _averages(readings)
    yield from _priced(readings)


def _of_statement(members: Sequence[Reading], readings: Sequence[Reading]) -> Iterator[Candidate]:
    told = [reading for reading in members if _is_amount(reading)]
    # "2.615 học sinh được 14.026 triệu đồng và 353 tấn gạo": the mass is related by itself
    amounts = [reading for reading in told if reading.figure.unit == "VND"] or told
    counts = [reading for reading in members if _is_count(reading)]
    if len(amounts) != 1 or not counts:
        return
    amount = amounts[0]
    # "1.864 học sinh (…, 34 sinh viên) với số tiền 9,6 tỷ đồng" is not for those in the bracket
    outside = [one for one in counts if one.figure.bracket in (None, amount.figure.bracket, amount.index)] or counts
    count = min(outside, key=lambda other: abs(other.figure.start - amount.figure.start))
    heads = [
        reading for reading in members if _is_head(reading) and _kind(reading.figure.unit) == _kind(amount.figure.unit)
    ]
    if len(heads) == 1:
        count = next((one for one in counts if one.counted == _counted_per(heads[0])), count)
        between = readings[min(count.index, amount.index) + 1 : max(count.index, amount.index)]
        if any(one.counted == count.counted for one in between):
            return  # "cất 612 căn (mỗi căn 40 triệu đồng), sửa 95 căn, tổng kinh phí 25 tỉ đồng" pays both
    if count.status != amount.status:
        return
    plain = Candidate("per_head", ((amount, "amount"), (count, "count")), "count and amount")
    if len(heads) == 1 and not _is_not_paid(amount, count, heads[0]):
        yield Candidate("per_head", (*plain.members, (heads[0], "per_head")), plain.rule)
    elif len(heads) == 1:
        # "2.386 hộ (40 triệu đồng/hộ, tỉnh đối ứng 4 triệu đồng)": no more than one gets is what each gets
        if count.per is None and (amount.figure.quantity.value or 0) > (heads[0].figure.quantity.value or 0):
            yield Candidate("per_head", plain.members, _BESIDE_NORM)
    elif not heads or not _sum_of_heads(amount, count, heads):
        yield plain


def _is_not_paid(amount: Reading, count: Reading, head: Reading) -> bool:
    """Whether a norm is none of what was paid: "693 người vay 62,4 tỷ đồng, còn được học nghề 3 triệu đồng/người"."""
    if head.aspect != "norm" or not TIMES.isdisjoint((head.per or "").split("/")):
        return False
    equation = product_of(amount.figure.quantity, [(count.figure.quantity, head.figure.quantity)])
    return not (equation.fits or equation.mends() or equation.is_near(_FAR))


def _of_counts(members: Sequence[Reading]) -> Iterator[Candidate]:
    """Two counts told together of which one is shared by the other: "mở 24 lớp cho 700 học viên"."""
    told = [one for one in members if one.aspect == "level" and one.per is None and one.figure.half is None]
    for unit, heads in _SHARED:
        amounts, counts = ([one for one in told if one.figure.unit == each] for each in (unit, heads))
        if len(amounts) == len(counts) == 1 and amounts[0].status == counts[0].status:
            yield Candidate("per_head", ((amounts[0], "amount"), (counts[0], "count")), "two counts")
    people = [one for one in told if one.subject.indicator == _PEOPLE and one.figure.unit == "person"]
    homes = [one for one in told if one.subject.indicator == _HOMES and one.figure.unit == "household"]
    if len(people) == len(homes) == 1:
        yield Candidate("per_head", ((people[0], "amount"), (homes[0], "count")), "people and households")


def _masses(readings: Sequence[Reading], statements: Mapping[int, Sequence[Reading]]) -> Iterator[Candidate]:
    """A mass told with what is due a head but apart from the heads: "11.205 em …; 1.512,7 tấn gạo (15 kg/em/tháng)"."""
    for amount in readings:
        if amount.figure.unit not in _MASSES or not _is_amount(amount):
            continue
        members = statements[amount.statement]
        heads = [one for one in members if _is_head(one) and one.figure.unit in _MASSES]
        if len(heads) == 1 and not any(_is_count(one) for one in members):
            before = [one for one in sentence_of(readings, amount) if one.index < amount.index and _is_count(one)]
            count = _fed_with(amount, before, heads[0])
            if count is not None and count.status == amount.status:
                roles = ((amount, "amount"), (count, "count"), (heads[0], "per_head"))
                yield Candidate("per_head", roles, "mass and heads of one sentence")


def _fed_with(amount: Reading, counts: Sequence[Reading], head: Reading) -> Reading | None:
    """Those among some counts who got a mass: for whole months, else for some months of a year, else the only one."""
    of_year = [one for one in counts if 1 <= _months(amount, one, head) <= _MONTHS]
    whole = [one for one in of_year if _months(amount, one, head) % 1 == 0]
    return next(iter(whole or of_year[-1:] or (counts if len(counts) == 1 else ())), None)


def _months(amount: Reading, count: Reading, head: Reading) -> Decimal:
    """For how many months a mass is what so many get at so much a head."""
    mass, heads, each = (one.figure.quantity.value or Decimal(0) for one in (amount, count, head))
    monthly = heads * each * (_KILOGRAMS[head.figure.unit] / _KILOGRAMS[amount.figure.unit])
    return mass / monthly if monthly > 0 else Decimal(0)


def _priced(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Relate "64 con bò …; mỗi con trị giá 17 triệu đồng, tổng kinh phí 1.088 triệu đồng" where the numbers agree."""
    for head in readings:
        per = _counted_per(head)
        if (
            head.figure.unit != "VND"
            or head.figure.quantity.comparator != "="
            or not per
            or per in TIMES
            or "/" in (head.per or "")
        ):
            continue
        around = readings[max(0, head.index - _REACH) : head.index + _REACH]
        near = [one for one in around if one.paragraph == head.paragraph]
        amounts = [one for one in near if _is_amount(one) and one.figure.unit == "VND"]
        if head.figure.bracket is not None:  # "13,1 tỷ đồng (7 triệu đồng/căn)"
            amounts = [one for one in amounts if one.index == head.figure.bracket]
        counts = [one for one in near if one.counted == per and one.per is None and one.aspect == "level"]
        counts = counts or [
            one
            for one in around
            if head.paragraph - 2 <= one.paragraph < head.paragraph
            and one.counted == per
            and one.per is None
            and one.aspect == "level"
        ]
        options = []
        for amount in sorted(amounts, key=lambda one: abs(one.index - head.index)):
            for count in sorted(counts, key=lambda one: abs(one.index - head.index)):
                if count.status == amount.status:
                    roles = ((amount, "amount"), (count, "count"), (head, "per_head"))
                    equation = product_of(
                        amount.figure.quantity, [(count.figure.quantity, exactly(head.figure.quantity))]
                    )
                    if head.aspect == "level" or equation.fits:  # a norm need not be paid out
                        options.append(Option(Candidate("per_head", roles, "what each costs"), equation))
        chosen = choose(options)
        if chosen is not None:
            yield chosen


def _shared_out(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Relate "58 hộ tham gia, cấp 116 con dê, mỗi hộ 02 con": things or money by what each got, where they agree."""
    for head in readings:
        if not _is_head(head) or (head.aspect in ("norm", "average") and head.figure.unit in _AMOUNTS):
            continue
        before = readings[max(0, head.index - _REACH) : head.index + 2]
        near = [one for one in before if _is_near(one, head)]
        amounts = [one for one in near if _same_things(one, head) and one is not head and one.per is None]
        counts = [one for one in near if one.counted == _counted_per(head)]
        options = []
        for amount in reversed(amounts):
            for count in reversed(counts):
                equation = product_of(amount.figure.quantity, [(count.figure.quantity, head.figure.quantity)])
                roles = ((amount, "amount"), (count, "count"), (head, "per_head"))
                if count is not amount and (equation.fits or not _is_rounded(amount, count, head)):
                    told = len(amounts) == len(counts) == 1 and _is_averaged(head, amount) and equation.mends()
                    options.append(Option(Candidate("per_head", roles, "shared out"), equation, told))
        chosen = choose(options)
        if chosen is not None:
            yield chosen


def _is_averaged(head: Reading, amount: Reading) -> bool:
    """Whether the words before a count a head say that it is an average of what its sentence tells."""
    hits = head.clauses.words.aspects
    own = any(hit.payload.aspect == "average" and head.figure.own <= hit.start < head.figure.start for hit in hits)
    return own and amount.clauses is head.clauses and head.figure.unit in _PRESENT


def _is_rounded(amount: Reading, count: Reading, head: Reading) -> bool:
    """Whether a count a head is a rounded average: "936 lượt người, 18 lớp, bình quân 52 người/lớp" of 940, too."""
    average = as_average(head.figure.quantity)
    return product_of(amount.figure.quantity, [(count.figure.quantity, average)]).fits


def _is_near(one: Reading, head: Reading) -> bool:
    return one.paragraph == head.paragraph and one.aspect in ("level", "norm", "average")


def _same_things(one: Reading, head: Reading) -> bool:
    """Whether two figures count the same: a head's share is often told in a shorter noun ("116 con dê", "02 con")."""
    a, b = one.figure.unit, head.figure.unit
    return {a, b} <= _PRESENT or a == b or a.startswith(f"{b} ") or b.startswith(f"{a} ")


def _counted_per(head: Reading) -> str:
    return counted_as((head.per or "").split("/")[0])


def _sum_of_heads(amount: Reading, count: Reading, heads: Sequence[Reading]) -> bool:
    """Whether several amounts a head together make the amount: 44 triệu a house where two budgets give 40 and 4."""
    pairs = [(count.figure.quantity, head.figure.quantity) for head in heads]
    return product_of(amount.figure.quantity, pairs).fits


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
        if any(_is_amount(member) for member in members):
            continue  # money is counted by no amounts a head
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
        sentence = [other for other in sentence_of(readings, average) if other.index < average.index]
        before = [other for other in sentence if other.figure.bracket in (None, average.figure.bracket)] or sentence
        amounts = [other for other in reversed(before) if _is_amount(other)]
        counts = [other for other in reversed(before) if _is_count(other)]
        options = []
        for amount in amounts:
            for count in counts:
                if count.status == amount.status == average.status:
                    roles = ((amount, "amount"), (count, "count"), (average, "per_head"))
                    equation = product_of(amount.figure.quantity, [(count.figure.quantity, average.figure.quantity)])
                    told = amount is amounts[0] and count is counts[0] and not _is_shared(average, amount, sentence)
                    options.append(Option(Candidate("per_head", roles, "average a head"), equation, told))
        chosen = choose(options)
        if chosen is not None:
            yield chosen


def _is_shared(average: Reading, amount: Reading, sentence: Sequence[Reading]) -> bool:
    """Whether an amount is told with an average before this one, or is shared by several counts before it.

    "512 phụ nữ và 1.940 trẻ em được bổ sung dinh dưỡng, kinh phí 3.678 triệu đồng, bình quân 1,5 triệu đồng/người".
    """
    averages = [one for one in sentence if one.aspect == "average" and amount.index < one.index < average.index]
    counts = [one for one in sentence if _is_count(one) and one.index < amount.index]
    together = [one for one in counts if one.clauses is amount.clauses and one.statement == counts[-1].statement]
    if averages or len(together) < 2:
        return bool(averages)
    pairs = [(one.figure.quantity, average.figure.quantity) for one in together]
    return product_of(amount.figure.quantity, pairs).fits


def _is_head(reading: Reading) -> bool:
    """Whether a figure is an amount a head: a norm, an average, or one told per head ("mỗi trẻ 160.000 đồng/tháng").

    "Mỗi hộ đối ứng thêm 3 triệu đồng" comes on top of what was shared out.
    """
    per = (reading.per or "").split("/")[0]
    return reading.aspect in ("norm", "average") or (per in _HEADS and reading.aspect not in MOVES)


def _kind(unit: str) -> str:
    return "mass" if unit in _MASSES else unit


def _is_amount(reading: Reading) -> bool:
    """Whether a figure is an amount that is shared; nothing is none, and a range of amounts is what each gets."""
    told = reading.figure.unit in _AMOUNTS and reading.aspect == "level" and reading.per is None
    quantity = reading.figure.quantity
    return told and bool(quantity.value) and quantity.value_high is None


def _is_count(reading: Reading) -> bool:
    return reading.figure.unit in _HEADS and reading.aspect == "level" and reading.figure.half != "denominator"
