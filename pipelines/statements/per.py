"""What a figure is per: told with a slash at the number, or by the words of per_words.csv ("mỗi hộ", "hằng năm")."""

from collections.abc import Mapping, Sequence

from pipelines.meaning.code_lists import population_groups
from pipelines.statements.aspects import RATES
from pipelines.statements.figures import TIMES, Clauses, Figure
from pipelines.statements.listing import makes_up

#: Words behind a number stand at most so far from it: "12 triệu đồng cho mỗi mô hình".
_REACH = 10
#: Times so short that whatever is counted in them recurs: "mỗi tuần bàn giao 200 nhà".
_SHORT_TIMES = frozenset({"week", "day"})
#: What opens a clause stands within so many characters of its mark.
_MARK = 2
#: What opens a sentence stands within so many characters of its beginning.
_OPENING = 40
#: Units of amounts that each gets.
_A_HEAD = frozenset({"VND", "kilogram"})
#: What is given with an amount each.
_GIVEN = frozenset({"gift", "card", "house", "animal"})
#: An amount so many times the one a head before it is a sum.
_AS_MUCH = 20
#: Units of figures that are told per time.
_TIMED = RATES | {"VND", "USD", "kilogram", "tonne", "animal"}


def pers_of(clauses: Sequence[Clauses], aspects: Mapping[int, str]) -> Mapping[int, str | None]:
    """The code of what each figure is per, several joined by "/" (heads before time); None of plain figures."""
    found: dict[int, str | None] = {}
    for cut in clauses:
        previous: Figure | None = None
        for figure in cut.figures:
            told = _told(cut, figure, aspects[figure.index])
            amounts = previous is not None and figure.unit not in RATES and previous.unit not in RATES
            aspect = aspects[figure.index]
            if (
                not told
                and previous is not None
                and not _is_product(cut, figure, previous)
                and ((amounts and _restates(cut, figure)) or _goes_on(cut, figure, previous, aspect))
            ):
                own = (previous.quantity.per or "").split("/")  # "40.000 đồng/ngày, trang cấp ban đầu 400.000 đồng"
                told = [code for code in (found[previous.index] or "").split("/") if code]
                told = [code for code in told if code not in own or code not in TIMES]
            if not told and aspects[figure.index] == "norm" and figure.unit not in RATES:
                told = _of_counted(cut, figure, previous) or _of_class(cut, figure)
            if not told and figure.aside:
                told = _of_bracket(cut, figure, found)
            if told and TIMES.issuperset(told) and figure.unit in _A_HEAD and (head := _opened_with(cut, figure)):
                told = [head, *told]
            found[figure.index] = "/".join(sorted(told, key=lambda code: code in TIMES)) or None
            if aspects[figure.index] == "after" and previous is not None and aspects[previous.index] == "before":
                found[previous.index] = found[previous.index] or found[figure.index]  # "từ 800 lên 860 nghìn đồng/em"
            previous = figure
    return found


def _opened_with(cut: Clauses, figure: Figure) -> str | None:
    """The head that opens a sentence of amounts told per time: "Mỗi người được tiền ăn 40.000 đồng/ngày, …"."""
    heads = [hit for hit in cut.words.pers if hit.payload not in TIMES]
    if not heads or heads[0].start - cut.sentence.start > _MARK or heads[0].start > figure.start:
        return None
    ended = any(heads[0].end <= mark.start < figure.start and mark.sign in ";:" for mark in cut.marks)
    return None if ended else heads[0].payload


def _told(cut: Clauses, figure: Figure, aspect: str) -> list[str]:
    """The codes that the slash and the words give, each once.

    Amounts are told per head and time, counts per head, rates only where they change ("mỗi năm giảm 3%").
    """
    told = figure.quantity.per.split("/") if figure.quantity.per else []
    if figure.unit in RATES and aspect not in ("fall", "rise"):
        return told
    for hit in cut.words.pers:
        of_time = hit.payload in TIMES
        before = figure.own <= hit.start and hit.end <= figure.start
        # "mỗi năm giảm 492 hộ"; "mỗi năm đưa 1.500 lao động", but not "trợ cấp hằng tháng cho 1.500 người"
        yearly = hit.payload == "year" and not any(
            cut.words.has_connective(kind, hit.end, figure.start) for kind in ("function", "with")
        )
        recurs = yearly or hit.payload in _SHORT_TIMES or aspect in ("fall", "rise") or hit.start - figure.own <= _MARK
        timed = figure.unit in _TIMED or (before and recurs)
        if hit.payload in told or (of_time and (told or not timed)):
            continue
        # "thu nhập bình quân đầu người tăng từ 26,4 lên 42,7 triệu đồng/năm" is per person at both ends
        opens = of_time or aspect in ("before", "after")
        opening = opens and figure.item <= hit.start and hit.end <= figure.start
        behind = 0 <= hit.start - figure.end <= _REACH and hit.start < figure.right
        if before or behind or opening:
            told.append(hit.payload)
    return told


def _of_bracket(cut: Clauses, figure: Figure, found: Mapping[int, str | None]) -> list[str]:
    """What a figure in a bracket is per: an amount a head that it makes up, or what it was before.

    "44 triệu đồng/hộ (trung ương 40, tỉnh 4 triệu đồng)"; "31 triệu đồng/người, gấp đôi năm 2010 (15 triệu đồng)".
    """
    alike = [one for one in cut.figures if one.index < figure.index and one.unit == figure.unit and not one.aside]
    explained = next((one for one in cut.figures if one.index == figure.bracket), None)
    if explained is None or not alike:
        return []
    if explained.unit == figure.unit and explained is alike[-1] and makes_up(explained, cut):
        return (found[explained.index] or "").split("/") if found[explained.index] else []
    compared = explained.unit in RATES or explained is alike[-1]
    base = any(explained.end <= period.start < figure.start for period in cut.periods)
    told = next((code for one in reversed(alike) if (code := found[one.index])), None)
    return told.split("/") if told and compared and base else []


def _goes_on(cut: Clauses, figure: Figure, previous: Figure, aspect: str) -> bool:
    """Whether an amount a head goes on from the one before: "mỗi hộ được cấp 7 triệu đồng, được vay 8 triệu đồng"."""
    if figure.unit != "VND" or previous.unit != figure.unit or figure.depth != previous.depth:
        return False
    if aspect in ("total", "fall", "rise"):
        return False
    before, now = previous.quantity.value, figure.quantity.value
    alike = before is not None and now is not None and now < _AS_MUCH * before
    opened = any(hit.payload not in TIMES and hit.start - cut.sentence.start <= _OPENING for hit in cut.words.pers)
    ended = any(previous.end <= mark.start < figure.start and mark.sign in ";:" for mark in cut.marks)
    summed = cut.words.has_connective("total", previous.end, figure.start)
    return alike and opened and not ended and not summed


def _is_product(cut: Clauses, figure: Figure, previous: Figure) -> bool:
    """Whether an amount is the one a head before it times those counted: "3 con, mỗi con 18 triệu, được 54 triệu"."""
    each, all_of_it = previous.quantity.value, figure.quantity.value
    if figure.unit != "VND" or previous.unit != figure.unit or each is None:
        return False
    counts = (one.quantity.value for one in cut.figures if one.index < previous.index and one.unit != figure.unit)
    return any(count is not None and count > 1 and each * count == all_of_it for count in counts)


def _of_counted(cut: Clauses, figure: Figure, previous: Figure | None) -> list[str]:
    """Per thing, where a norm's word stands between those counted and the amount: "955 suất mức 400.000 đồng"."""
    if previous is None or previous.quantity.kind != "count" or previous.unit not in _GIVEN:
        return []
    joined = any(
        hit.payload.aspect == "norm" and hit.start - previous.end <= _MARK and 0 <= figure.start - hit.end <= _MARK
        for hit in cut.words.aspects
    )
    return [previous.unit] if joined else []


def _of_class(cut: Clauses, figure: Figure) -> list[str]:
    """Per household, where a norm is told of a class of households: "hộ nghèo hưởng mức hỗ trợ 25 triệu đồng"."""
    named = any(
        hit.payload.facet == "population"
        and population_groups()[hit.payload.id].facet == "HH_CLASS"
        and figure.own < hit.end <= figure.start
        for hit in cut.words.terms
    )
    return ["household"] if named else []


def _restates(cut: Clauses, figure: Figure) -> bool:
    """Whether the figure tells the one before it in another unit: "1.450 USD, tương đương 32 triệu đồng"."""
    return cut.words.has_connective("equals", figure.own, figure.start)
