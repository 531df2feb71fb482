"""What a figure is per: told with a slash at the number, or by the words of per_words.csv ("mỗi hộ", "hằng năm")."""

from collections.abc import Mapping, Sequence

from pipelines.meaning.code_lists import RATES, population_groups
from pipelines.statements.lists.listing import makes_up
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import TIMES, Clauses, Figure
from pipelines.statements.wording.words import words_before
from pipelines.vocabulary.lexicon import Hit
from pipelines.vocabulary.roles import CUES

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
#: Those who get amounts.
_HEADS = frozenset({"household", "person"})
#: Amounts of which neither is so many times the other may be told alike.
_ALIKE = 4
#: "và" with its spaces.
_AND = 4
#: What a household sells.
_PRODUCE = frozenset({"animal", "kilogram", "tonne", "quintal"})
#: Units of the size of what an amount is of.
_SIZES = frozenset({"square_metre", "hectare", "m3", "metre"})
#: Connectives that open the parts of an amount.
_OPEN_PARTS = ("consist", "of_which", "including")
#: Units of figures that are told per time.
_TIMED = RATES | {"VND", "USD", "kilogram", "quintal", "tonne", "animal"}
#: What an amount is for, right behind it and what it is per.
_FOR_WHOM = CUES.pattern(r"(?:/\w+)* (<amount_for>)\b")
#: What adds an amount to the one before it, and what comes before an amount that another is so many times of.
_ADDED = CUES.pattern(r"(?:/\w+)*,? <together_with> ")
_BASE = CUES.pattern(r" (?:<compared_with> )?<level_word> ")
#: Behind these words of time are not told of what is before them, nor are the heads of a family.
_TURNS = CUES.pattern(r"[,;] <but> ")
_HERD = CUES.pattern(r"(?<!xuất )\b<kept_in>(?: \w+){0,3}$")
_NEXT_ITEM = CUES.pattern(r"(?: \w+){0,3}(?:,| và|, và)(?: <about>)? ")
_FAMILY = CUES.pattern(r"<family> \Z")


def pers_of(folded: str, clauses: Sequence[Clauses], aspects: Mapping[int, str]) -> Mapping[int, str | None]:
    """The code of what each figure is per, several joined by "/" (heads before time); None of plain figures."""
    found: dict[int, str | None] = {}
    for cut in clauses:
        previous: Figure | None = None
        for figure in cut.figures:
            aspect = aspects[figure.index]
            told = _told(folded, cut, figure, aspect)
            if not told and previous is not None:
                told = _taken_over(folded, cut, figure, previous, aspects, found)
            if not told and previous is not None and _is_parallel(folded, cut, figure, previous):
                told = _codes(found[previous.index])
            if not told and figure.unit in _A_HEAD and aspect == "level":
                told = _of_opening(cut, figure, previous)
            limit = figure.unit == "VND" and figure.quantity.comparator == "<="
            if not told and (aspect == "norm" or limit) and figure.unit not in RATES:
                told = _of_counted(cut, figure, previous) or _of_class(cut, figure)
            if figure.aside and TIMES.issuperset(told):
                told = _of_bracket(cut, figure, found) or told
            if told and TIMES.issuperset(told) and figure.unit in _A_HEAD:
                head = _opened_with(cut, figure) or _of_one_alike(cut, figure, told, found)
                told = [head, *told] if head else told
            found[figure.index] = "/".join(sorted(told, key=lambda code: code in TIMES)) or None
            if previous is not None and not found[previous.index] and _told_for_both(cut, figure, previous, aspects):
                found[previous.index] = found[figure.index]
            previous = figure
    return found


def _taken_over(
    folded: str,
    cut: Clauses,
    figure: Figure,
    previous: Figure,
    aspects: Mapping[int, str],
    found: Mapping[int, str | None],
) -> list[str]:
    """The codes of a figure before, where this one goes on from it."""
    if figure.unit in RATES:
        return _of_rate_before(cut, figure, aspects, found)
    if previous.unit in RATES:
        return _of_base(folded, cut, figure, previous, found)
    before, aspect = aspects[previous.index], aspects[figure.index]
    told = _codes(found[previous.index])
    if _is_product(cut, figure, previous):
        return []
    if (whole := _made_up(cut, figure, found)) is not None:
        return _codes(found[whole.index])
    if told and (_is_joined(folded, cut, figure, previous) or _goes_through_years(cut, figure, previous, aspects)):
        return told
    heads = [code for code in told if code not in TIMES]
    if told and not heads and figure.unit == previous.unit in _PRODUCE and _is_listed(folded, figure, previous):
        return told
    if heads and aspect in MOVES and before not in MOVES and _is_amount_after(cut, figure, previous):
        return told if _is_less(figure, previous) else []  # "đạt 43 triệu đồng/người/năm, tăng 3 triệu đồng"
    earned = previous.unit in _PRODUCE or cut.words.has_connective("profit", previous.end, figure.start)
    if told and not heads and earned and figure.unit == "VND" and aspect == "level":
        return told if not _is_dated(cut, figure, previous) else []  # "mỗi năm thu 80 triệu, trừ chi phí lãi 50 triệu"
    if told and (_restates(cut, figure) or _goes_on(cut, figure, previous, aspect)):
        own = (previous.quantity.per or "").split("/")  # "40.000 đồng/ngày, trang cấp ban đầu 400.000 đồng"
        return [code for code in told if code not in own or code not in TIMES]
    return []


def _of_rate_before(
    cut: Clauses, figure: Figure, aspects: Mapping[int, str], found: Mapping[int, str | None]
) -> list[str]:
    """What the change of a rate before is per: "mỗi năm giảm 3% hộ nghèo, 2 huyện nghèo giảm 5%"."""
    before = next((one for one in reversed(cut.figures) if one.index < figure.index and one.unit == figure.unit), None)
    if before is None or aspects[figure.index] != aspects[before.index] or aspects[figure.index] not in MOVES:
        return []
    told = _codes(found[before.index])
    return told if told == ["year"] and not _is_dated(cut, figure, before) else []


def _of_base(folded: str, cut: Clauses, figure: Figure, previous: Figure, found: Mapping[int, str | None]) -> list[str]:
    """What an amount is per with which one before is compared: "29 triệu đồng/người, gấp 2,1 lần mức 13 triệu đồng"."""
    if figure.unit != "VND" or _BASE.fullmatch(folded, previous.end, figure.start) is None:
        return []
    alike = (one for one in reversed(cut.figures) if one.index < previous.index and one.unit == figure.unit)
    return _codes(found[compared.index]) if (compared := next(alike, None)) is not None else []


def _codes(per: str | None) -> list[str]:
    return per.split("/") if per else []


def _is_dated(cut: Clauses, figure: Figure, previous: Figure) -> bool:
    """Whether a time, or the end of a statement, stands between two figures."""
    dated = any(previous.end <= period.start < figure.start for period in cut.periods)
    return dated or not _is_one_statement(cut, figure, previous)


def _is_one_statement(cut: Clauses, figure: Figure, previous: Figure) -> bool:
    return not any(previous.end <= mark.start < figure.start and mark.sign in ";:" for mark in cut.marks)


def _is_amount_after(cut: Clauses, figure: Figure, previous: Figure) -> bool:
    return figure.unit == previous.unit == "VND" and _is_one_statement(cut, figure, previous)


def _is_less(figure: Figure, other: Figure) -> bool:
    value, of = figure.quantity.value, other.quantity.value
    return value is not None and of is not None and value < of


def _is_alike(figure: Figure, other: Figure) -> bool:
    """Whether two amounts may be of one kind: neither is many times the other."""
    value, of = figure.quantity.value, other.quantity.value
    return value is not None and of is not None and max(value, of) <= _ALIKE * min(value, of)


def _made_up(cut: Clauses, figure: Figure, found: Mapping[int, str | None]) -> Figure | None:
    """The amount a head or a year that this one is a part of: "mỗi hộ 44 triệu đồng, gồm 40 triệu đồng từ …"."""
    for one in reversed([one for one in cut.figures if one.index < figure.index]):
        opened = any(cut.words.has_connective(kind, one.end, figure.start) for kind in _OPEN_PARTS)
        if found[one.index] and opened and _is_amount_after(cut, figure, one) and _is_less(figure, one):
            return one
    return None


def _is_listed(folded: str, figure: Figure, previous: Figure) -> bool:
    """Whether what is produced goes on behind a comma: "mỗi tháng góp 300 kg rau, 90 kg thịt"."""
    return _NEXT_ITEM.fullmatch(folded, previous.end, figure.start) is not None


def _is_joined(folded: str, cut: Clauses, figure: Figure, previous: Figure) -> bool:
    """Whether an amount is told with "và" or "cộng" right behind another: "mỗi em được 720.000 đồng và 15 kg gạo"."""
    if figure.unit not in _A_HEAD or figure.unit == previous.unit:
        return False
    if _ADDED.fullmatch(folded, previous.end, figure.start) is not None:
        return True
    marks = [mark for mark in cut.marks if previous.end <= mark.start < figure.start]
    return len(marks) == 1 and marks[0].sign == "&" and figure.start - marks[0].start <= _AND


def _is_parallel(folded: str, cut: Clauses, figure: Figure, previous: Figure) -> bool:
    """Whether two amounts of one kind are for others each: "1,5 triệu đồng/người ở nông thôn, 2 triệu ở thành thị"."""
    if not figure.unit == previous.unit == "VND" or figure.depth != previous.depth or not _is_alike(figure, previous):
        return False
    marks = [mark.sign for mark in cut.marks if previous.end <= mark.start < figure.start]
    first, second = (_FOR_WHOM.match(folded, one.end) for one in (previous, figure))
    return marks in (["&"], [","]) and first is not None and second is not None and first[1] == second[1]


def _goes_through_years(cut: Clauses, figure: Figure, previous: Figure, aspects: Mapping[int, str]) -> bool:
    """Whether an amount goes on from year to year: "từ 800.000 đồng năm 2007 lên 860.000 đồng năm 2009, 900.000 …"."""
    if not figure.unit == previous.unit == "VND" or not _is_alike(figure, previous):
        return False
    if aspects[previous.index] == "before" and aspects[figure.index] == "after":
        return True
    between = [period for period in cut.periods if previous.end <= period.start < figure.start]
    behind = any(0 <= period.start - figure.end <= _MARK for period in cut.periods)
    return len(between) == 1 and behind and between[0].start - previous.end <= _MARK >= figure.start - between[0].end


def _told_for_both(cut: Clauses, figure: Figure, previous: Figure, aspects: Mapping[int, str]) -> bool:
    """Whether what a figure is per is told for the one before, too.

    "Từ 800 lên 860 nghìn đồng/em", "700.000 đồng ở nông thôn và 900.000 đồng/người/tháng ở thành thị".
    """
    if aspects[figure.index] == "after" and aspects[previous.index] == "before":
        return True
    if figure.quantity.per is None or figure.depth != previous.depth or not _is_amount_after(cut, figure, previous):
        return False
    marks = [mark.sign for mark in cut.marks if previous.end <= mark.start < figure.start]
    return marks == ["&"] and _is_alike(figure, previous) and figure.start - previous.end <= _OPENING


def _of_one_alike(cut: Clauses, figure: Figure, told: Sequence[str], found: Mapping[int, str | None]) -> str | None:
    """The head of the amount per the same time before it: "… đầu người 1,5 triệu đồng/tháng; thành thị 2 triệu …"."""
    before = [one for one in cut.figures if one.index < figure.index and one.unit in (figure.unit, *_HEADS)]
    if not before or before[-1].unit != figure.unit or not _is_alike(figure, before[-1]):
        return None
    *heads, time = _codes(found[before[-1].index]) or [""]
    return heads[0] if heads and [time] == list(told) else None


def _opened_with(cut: Clauses, figure: Figure) -> str | None:
    """The head that opens a sentence of amounts told per time: "Mỗi người được tiền ăn 40.000 đồng/ngày, …"."""
    heads = [hit for hit in cut.words.pers if hit.payload not in TIMES]
    if not heads or heads[0].start > figure.start:
        return None
    begun = [cut.sentence.start, *(mark.end for mark in cut.marks if mark.sign == "," and mark.end <= cut.lead_end)]
    if not any(0 <= heads[0].start - start <= _MARK for start in begun):
        return None
    ended = any(heads[0].end <= mark.start < figure.start and mark.sign in ";:" for mark in cut.marks)
    return None if ended else heads[0].payload


def _of_opening(cut: Clauses, figure: Figure, previous: Figure | None) -> list[str]:
    """The head that opens the sentence of a first amount, or of what is in a gift: "Mỗi suất gồm gạo, trị giá …"."""
    head = _opened_with(cut, figure)
    if head is None or cut.words.has_connective("total", cut.sentence.start, figure.start):
        return []
    begins = previous is None or previous.unit in _SIZES  # "Mỗi căn có diện tích 42m2, trị giá 85 triệu đồng"
    return [head] if begins or head == "gift" else []


def _told(folded: str, cut: Clauses, figure: Figure, aspect: str) -> list[str]:
    """The codes that the slash and the words give, each once.

    Amounts are told per head and time, counts per head, rates only where they change ("mỗi năm giảm 3%").
    """
    told = _codes(figure.quantity.per)
    if figure.unit in RATES and aspect not in MOVES:
        return told
    if _is_kept(folded, figure):  # "đàn lợn 22 con mỗi tháng góp thêm 90 kg thịt"
        return [code for code in told if code not in TIMES]
    slash = any(code not in TIMES for code in told)
    head = figure.end  # where the words end that were taken last
    for hit in cut.words.pers:
        of_time = hit.payload in TIMES
        before = figure.own <= hit.start and hit.end <= figure.start
        # "mỗi năm giảm 492 hộ"; "mỗi năm đưa 1.500 lao động", but not "trợ cấp hằng tháng cho 1.500 người"
        yearly = hit.payload == "year" and not any(
            cut.words.has_connective(kind, hit.end, figure.start) for kind in ("function", "with")
        )
        recurs = yearly or hit.payload in _SHORT_TIMES or aspect in MOVES or hit.start - figure.own <= _MARK
        timed = figure.unit in _TIMED or (before and recurs)
        if hit.payload in told or (slash and not of_time):
            continue
        behind = 0 <= hit.start - figure.end <= _REACH and hit.start < figure.right
        # "lương mỗi tháng 7 triệu đồng/người", "mỗi em mỗi tháng được 556.000 đồng"
        beside = behind or (before and (figure.start - hit.end <= _MARK or 0 <= hit.start - head <= _MARK))
        if of_time and (not timed or any(code in TIMES or not beside for code in told)):
            continue
        if of_time and not behind and _is_of_other(cut, figure, hit):
            continue
        # "thu nhập bình quân đầu người tăng từ 26,4 lên 42,7 triệu đồng/năm" is per person at both ends
        opens = of_time or aspect in ("before", "after")
        opening = opens and figure.item <= hit.start and hit.end <= figure.start
        if behind or ((before or opening) and not (of_time and _is_aside(folded, figure, hit))):
            told.append(hit.payload)
            head = hit.end
    return told


def _is_aside(folded: str, figure: Figure, hit: Hit[str]) -> bool:
    """Whether a figure is no longer what recurs: behind "nhưng", or the number of a family: "mỗi tháng nhà 5 người"."""
    family = figure.unit == "person" and _FAMILY.search(folded, hit.end, figure.start) is not None
    return family or _TURNS.search(folded, hit.end, figure.start) is not None


def _is_kept(folded: str, figure: Figure) -> bool:
    """Whether animals are those that somebody has, which are told per no time."""
    return figure.unit == "animal" and _HERD.search(words_before(folded, figure.start)) is not None


def _is_of_other(cut: Clauses, figure: Figure, hit: Hit[str]) -> bool:
    """Whether words of time are not told of an amount behind them: of a sum of all, or where they speak of a rate.

    "Trợ cấp hằng tháng với tổng số tiền 231,5 tỷ đồng", "giảm 0,1% hộ nghèo mỗi năm, cả giai đoạn cần 7,2 tỷ đồng".
    """
    summed = cut.words.has_connective("total", hit.end, figure.start)
    before = next((one for one in reversed(cut.figures) if one.end <= hit.start), None)
    if summed or before is None or before.unit not in RATES or figure.unit in RATES:
        return summed
    return hit.start - before.end <= _REACH and not any(before.end <= mark.start < hit.start for mark in cut.marks)


def _of_bracket(cut: Clauses, figure: Figure, found: Mapping[int, str | None]) -> list[str]:
    """What a figure in a bracket is per: an amount a head that it makes up, or what it was before.

    "44 triệu đồng/hộ (trung ương 40, tỉnh 4 triệu đồng)"; "31 triệu đồng/người, gấp đôi năm 2010 (15 triệu đồng)".
    """
    alike = [one for one in cut.figures if one.index < figure.index and one.unit == figure.unit and not one.aside]
    explained = next((one for one in cut.figures if one.index == figure.bracket), None)
    if explained is None or not alike:
        return []
    if explained.unit == figure.unit and explained is alike[-1] and makes_up(explained, cut):
        return _codes(found[explained.index])
    compared = explained.unit in RATES or explained is alike[-1]
    base = any(explained.end <= period.start < figure.start for period in cut.periods)
    told = next((code for one in reversed(alike) if (code := found[one.index])), None)
    return _codes(told) if compared and base else []


def _goes_on(cut: Clauses, figure: Figure, previous: Figure, aspect: str) -> bool:
    """Whether an amount a head goes on from the one before: "mỗi hộ được cấp 7 triệu đồng, được vay 8 triệu đồng"."""
    if figure.unit != "VND" or previous.unit != figure.unit or figure.depth != previous.depth:
        return False
    if aspect in ("total", "fall", "rise"):
        return False
    before, now = previous.quantity.value, figure.quantity.value
    alike = before is not None and now is not None and now < _AS_MUCH * before
    begun = [cut.sentence.start, *(mark.end for mark in cut.marks if mark.sign == ";" and mark.end <= previous.start)]
    opened = any(hit.payload not in TIMES and 0 <= hit.start - begun[-1] <= _OPENING for hit in cut.words.pers)
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
