"""What a figure takes over from another figure: of its own sentence, else of the sentence before or the article.

A part takes over from its total, b of a/b from a, a rate from the figure it follows, a list member without words of its
own from the member before. How this weighs against the figure's own words is pipelines.meaning.subjects.
"""

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from pipelines.meaning.code_lists import CURRENCIES, RATES, ancestors, indicators, is_one_variable, programmes
from pipelines.meaning.evidence import THINGS, Subject
from pipelines.meaning.relatives import (
    change_of,
    count_of,
    level_of,
    planned_of,
    rate_of,
    share_of,
    stock_of,
    sum_of,
)
from pipelines.meaning.subjects import SURE
from pipelines.meaning.terms import Term
from pipelines.statements.subjects.evidence import UNTOLD
from pipelines.statements.subjects.so_far import COUNTED, SoFar, are_alike, is_rest, names_something, tells_others
from pipelines.statements.wording.figures import POINTS, Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: Aspects of a figure that says something about the one before it.
_ABOUT_ANOTHER = frozenset({"completion", "share", "same_period", "excess", "norm", "average"})
#: Aspects of an amount a head.
_A_HEAD = frozenset({"norm", "average"})
#: Aspects of a figure that tells a change of the level before it, or where that began or ended.
_CHANGES = frozenset({"fall", "rise", "before", "after"})
_LEVELS = frozenset({"level", "share", "after", "before"})
#: Of the levels of several years the second is told as reached: "từ 5,2% xuống còn 4,03% năm 2022, 2,93% năm 2023".
_ALIKE = {"level": ("level", "after")}
#: How a rate is told whose level may change, and words for an aim, which is of the same rate.
_RATED = frozenset({"level", "share", "proportion"})
_AIMED = frozenset({"completion_object", "closing"})
#: What an indicator counts that a list member takes over from its neighbour.
_NEIGHBOUR = 0.4
#: The same of a member whose item names nothing at all.
_BARE_NEIGHBOUR = 0.5
#: A total whose rule fits worse than this was guessed.
_GUESSED = 0.2
#: A level in per cent of which nothing is told is most likely of what the article is about.
_GUESSED_RATE = 0.3
#: Topics that lines of loans name, besides their programmes.
_OF_LOANS = frozenset({"loan", "fund_generic", "capital", "borrowers", "overdue", "outstanding", "policy_bank"})
#: So many figures told in the order of those before them are no chance.
_SEVERAL = 2
#: What stands between two figures that only their order tells apart.
_AND = frozenset({"", "và"})
#: Between two figures of one clause "với" may stand.
_WITH = 5


def inherited(figure: Figure, cut: Clauses, previous: Figure | None, so_far: SoFar) -> Subject | None:
    """What a figure takes over from one before it, `previous` in its sentence or before that; None from none."""
    if figure.half == "denominator":
        return _of_denominator(so_far.subjects[figure.index - 1], so_far.aspects[figure.index])
    total = _total(figure, cut, so_far)
    if total is not None and (not 0.0 < total.score < _GUESSED or not _told_surely(figure, cut, so_far)):
        return replace(total, score=_NEIGHBOUR) if _looks_back(figure, cut) else total
    if previous is None:
        turn = _in_its_turn(figure, cut, so_far)
        return so_far.subjects[turn.index] if turn is not None else _from_sentence_before(figure, cut, so_far)
    aspect = so_far.aspects[figure.index]
    base = _last_told(figure, cut, _LEVELS, so_far) if aspect in _CHANGES else None
    if base is not None:
        return _of_change(figure, cut, so_far.subjects[base.index], aspect)
    outside = _outside(figure, cut, previous)
    beside = _beside(figure, _rated(figure, cut, outside, so_far), cut, so_far)
    if beside is not None:
        return beside
    if aspect in _ABOUT_ANOTHER:
        counts = [one for one in cut.figures if one.index < figure.index and one.unit in COUNTED]
        if aspect == "norm" and counts and outside.unit in THINGS:
            outside = counts[-1]  # "500 hộ nghèo của bảy xã; mỗi hộ 400.000 đồng"
        listed = _whole_of_list(outside, so_far) if aspect in _A_HEAD else None
        return _of_population(listed or so_far.subjects[outside.index])
    if aspect == "proportion":
        return None  # "97% hộ có phương tiện nghe nhìn" says by itself what of whom
    arrived = _arrived_at(figure, cut, so_far)
    if arrived is not None:
        return arrived
    neighbour = _neighbour(figure, cut, so_far)
    if neighbour is None:
        return _from_sentence_before(figure, cut, so_far)
    surely = _goes_on_barely(figure, neighbour, cut, so_far)
    score = _BARE_NEIGHBOUR if surely else _NEIGHBOUR
    subject = replace(stock_of(so_far.subjects[neighbour.index]), score=score, beside=True)
    if figure.unit in CURRENCIES and is_rest(figure, cut):
        return replace(subject, programme=None, population_group=None)
    return replace(subject, programme=None) if tells_others(figure, cut) else subject


def _goes_on_barely(figure: Figure, neighbour: Figure, cut: Clauses, so_far: SoFar) -> bool:
    """Whether a list's item names nothing, and its neighbour was told surely: "dư nợ 171 tỷ; Hội Nông dân 138 tỷ"."""
    bare = not names_something(cut, figure.item, max(figure.right, figure.item_end))
    alike = figure.unit == neighbour.unit and neighbour in cut.figures
    return bare and alike and so_far.subjects[neighbour.index].score >= SURE


def _total(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What the total of a figure is of, or the figure in whose turn it stands in a bracket."""
    listed = _in_turn_of_bracket(figure, cut)
    if listed is not None:
        return so_far.subjects[listed.index]
    total = so_far.total_of(figure)
    return None if total is not None and _is_of_fewer(total, figure, cut, so_far) else total


def _is_of_fewer(total: Subject, figure: Figure, cut: Clauses, so_far: SoFar) -> bool:
    """Whether a bare member is of a list whose first names a wider group than the total, which is none of it then.

    "6.874 hộ nghèo DTTS. Phân theo địa bàn, hộ nghèo ở Bác Ái là 2.708 hộ, Thuận Bắc 1.496 hộ".
    """
    if names_something(cut, figure.own, figure.right):
        return False
    mine = so_far.totals[figure.index]
    before = (one for one in cut.figures if one.index < figure.index and so_far.totals.get(one.index) == mine)
    first = next(before, None)
    group = so_far.subjects[first.index].population_group if first is not None else None
    return group is not None and group in ancestors(total.population_group or "")


def _of_denominator(numerator: Subject, aspect: str) -> Subject:
    """What b of a/b is of: the same, but money assigned of what was spent, houses to be built of those completed."""
    if aspect in ("plan", "total"):
        return planned_of(numerator)
    return numerator


def _told_surely(figure: Figure, cut: Clauses, so_far: SoFar) -> bool:
    """Whether the sentence told the like of another time: "năm 2018 còn 8.064 hộ Khmer nghèo, 2019 còn 5.197 hộ"."""
    before = _last_told(figure, cut, (so_far.aspects[figure.index],), so_far)
    if before is None or not any(before.end <= period.start < figure.start for period in cut.periods):
        return False
    return so_far.subjects[before.index].score > _NEIGHBOUR


def _of_change(figure: Figure, cut: Clauses, level: Subject, aspect: str) -> Subject:
    """What a fall, a rise or the level at one end of a change is of, from the level told before it."""
    if aspect == "before" and names_something(cut, figure.own, figure.start):
        return replace(level, score=_NEIGHBOUR, beside=True)  # where another change began
    if aspect == "after":
        return stock_of(level)  # "từ 1.118 hộ đầu năm xuống 712 hộ"
    return change_of(level) if aspect in ("fall", "rise") else level


def _arrived_at(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What the level behind a change is of: "Ẳng Tở giảm 9,3%, còn 47,1%; Mường Lạn vẫn còn 58,6%"."""
    if figure.unit not in POINTS or so_far.aspects[figure.index] != "level":
        return None
    moved = _last_told(figure, cut, ("fall", "rise"), so_far)
    last = _last_told(figure, cut, _LEVELS, so_far)
    if moved is None or (last is not None and last.index > moved.index):
        return None
    arrives = not set(CUES.of("arriving")).isdisjoint(so_far.folded[figure.own : figure.start].split())
    if not arrives or names_something(cut, figure.own, figure.right):
        return None
    level = level_of(so_far.subjects[moved.index])
    return level and replace(level, population_group=None)


def _from_sentence_before(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What the sentence before told of in this unit, where this one names no topic: "Xét theo vùng, …"."""
    behind = (mark.start for mark in cut.marks if mark.start >= figure.end)
    end = max(figure.right, next(behind, cut.sentence.end))
    names = any(
        hit.payload.facet == "topic" and hit.payload.id not in UNTOLD and hit.start < end for hit in cut.words.terms
    )
    divided = _divided(figure, cut, so_far)
    if divided is not None:
        return divided
    aspect = so_far.aspects[figure.index]
    alike = [
        one
        for one in so_far.last
        if are_alike(one.unit, figure.unit) and so_far.aspects[one.index] == aspect and one.index not in so_far.totals
    ]
    if figure.bracket is None:
        alike = [one for one in alike if one.bracket is None] or alike  # "A 6,06% (2,64%). B còn 2,13%"
    bare = not names and not alike and figure.unit == "percent" and aspect in ("level", "fall")
    rate = so_far.main_rate() if bare else None
    if rate is not None:
        of_region = change_of(rate) if aspect == "fall" else rate  # "Tính theo vùng, Tây Nguyên còn 5,41%"
        return replace(of_region, score=_GUESSED_RATE, beside=True)
    if names or not alike:
        return _of_loans(figure, cut, so_far)
    subject = so_far.subjects[alike[-1].index]
    if _divides(cut, so_far):
        together = sum_of(so_far.subjects[alike[0].index], subject)  # divides the whole anew, not the last of its parts
        subject = together or subject
    told = (one for one in so_far.last if are_alike(one.unit, figure.unit) and so_far.is_level(one))
    shared = {so_far.subjects[one.index].population_group for one in told} <= {subject.population_group}
    group = subject.population_group if shared else None
    programme = None if tells_others(figure, cut) else subject.programme
    return replace(subject, population_group=group, programme=programme, score=_NEIGHBOUR, beside=True)


def _whole_of_list(last: Figure, so_far: SoFar) -> Subject | None:
    """What the whole of a list is of that ends right before an amount a head, unless its parts have amounts too.

    "404 hộ, gồm 251 hộ nghèo, 118 hộ cận nghèo và 35 hộ mới thoát nghèo; mức hỗ trợ 10 triệu đồng/hộ".
    """
    whole = so_far.totals.get(last.index)
    if whole is None or any(so_far.aspects[one] in _A_HEAD for one in range(whole, last.index)):
        return None
    if all(so_far.totals.get(one) != whole for one in range(whole + 1, last.index)):
        return None  # of one part alone
    return so_far.subjects.get(whole)


def _divides(cut: Clauses, so_far: SoFar) -> bool:
    """Whether a sentence divides anew what was told before: "Theo địa bàn, xã Phước Thành có 28 hộ, …"."""
    return so_far.folded.startswith(CUES.of("dividing"), cut.sentence.start, cut.sentence.end)


def _divided(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """The whole of which all figures of the sentence before are parts, where this one divides it once more."""
    if not _divides(cut, so_far) or names_something(cut, figure.own, figure.right):
        return None
    wholes = {so_far.totals.get(one.index) for one in so_far.last if are_alike(one.unit, figure.unit)}
    whole = wholes.pop() if len(wholes) == 1 else None
    return replace(so_far.subjects[whole], score=SURE) if whole in so_far.subjects else None


def _in_its_turn(figure: Figure, cut: Clauses, so_far: SoFar) -> Figure | None:
    """The figure of the sentence before that one goes back to, where as many are told in the same order again.

    "72% dùng nước hợp vệ sinh, 38% có nhà tiêu. Riêng Bác Ái mới đạt 54% và 11%."
    """
    if any(hit.payload.facet == "topic" and hit.payload.id not in UNTOLD for hit in cut.words.terms):
        return None
    told, here = (
        [
            one
            for one in figures
            if are_alike(one.unit, figure.unit) and so_far.aspects[one.index] == "level" and one.bracket is None
            if one.index not in so_far.totals
        ]
        for figures in (so_far.last, cut.figures)
    )
    if len(told) != len(here) or len(told) < _SEVERAL or figure not in here:
        return None
    between = {so_far.folded[one.end : other.start].strip(" ,") for one, other in pairwise(here)}
    return told[here.index(figure)] if between <= _AND else None


def _in_turn_of_bracket(figure: Figure, cut: Clauses) -> Figure | None:
    """The figure of the bracket before that one of a bare bracket goes back to, where both tell as many.

    "miền núi 21,92% (hộ nghèo 12,97%, hộ cận nghèo 8,95%), Tây Nguyên 15,39% (8,39% và 7,00%)".
    """
    if figure.bracket is None:
        return None
    brackets: dict[int, list[Figure]] = {}
    for one in cut.figures:
        if one.bracket is not None and one.bracket <= figure.bracket:
            brackets.setdefault(one.bracket, []).append(one)
    here = brackets.pop(figure.bracket)
    told = next(reversed(brackets.values()), [])
    if len(here) < _SEVERAL or [one.unit for one in told] != [one.unit for one in here]:
        return None
    bare = not names_something(cut, here[0].own, here[-1].right)
    return told[here.index(figure)] if bare else None


def _of_loans(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What an article on lending told last in this unit, for figures of its programmes: "nước sạch 12,3 tỷ"."""
    lent = so_far.lent.get(figure.unit) if so_far.lent else None
    named = {hit.payload for hit in cut.words.terms if figure.item <= hit.start < figure.right}
    topics = {term.id for term in named if term.facet == "topic"} - UNTOLD
    others = bool(topics) and topics.isdisjoint(_OF_LOANS)
    if lent is None or not so_far.is_level(figure) or (others and not _programmes_lend(named)):
        return None
    return replace(lent, population_group=None, programme=None, score=_NEIGHBOUR, beside=True)


def _beside(figure: Figure, previous: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What a rate behind a count is of, or a count in a bracket behind a rate."""
    aspect = so_far.aspects[figure.index]
    subject = so_far.subjects[previous.index]
    total = so_far.total_of(previous)
    if figure.unit == "percent" and total is not None and is_one_variable(total.indicator, subject.indicator):
        # a share of that total, not of the usual whole
        return share_of(subject, total) or _of_population(subject)
    told_of = figure.bracket is not None or aspect == "share" or _says_again(figure, cut)
    apart = previous.index != figure.index - 1 or (figure.aside and previous.aside)  # "(3.724 hộ, tỷ lệ 49%)"
    told_of = told_of or (apart and not names_something(cut, figure.own, figure.right))
    if figure.unit == "percent" and told_of and aspect in ("level", "share"):
        return rate_of(subject)
    counts = figure.bracket is not None or (figure.unit == "household" and _follows(figure, previous, cut))
    if counts and previous.unit == "percent" and figure.unit not in RATES:
        count = count_of(subject)
        return count and replace(count, beside=True)
    return None


def _outside(figure: Figure, cut: Clauses, previous: Figure) -> Figure:
    """The figure before, not one in a bracket that explains it: "42 lao động (21 nữ), đạt 100%"."""
    before = (one for one in reversed(cut.figures) if one.index < figure.index and one.depth <= figure.depth)
    return next(before, previous)


def _rated(figure: Figure, cut: Clauses, previous: Figure, so_far: SoFar) -> Figure:
    """The count that a rate is of: not its whole before it, nor the people of the households counted.

    "1.462 hộ nghèo trong tổng số 23.889 hộ, chiếm 6,12%"; "412 hộ/1.988 khẩu, chiếm 16,57%".
    """
    before = next((one for one in cut.figures if one.index == previous.index - 1), None)
    if figure.unit != "percent" or before is None or before.depth != previous.depth:
        return previous
    whole = so_far.aspects[previous.index] == "total" and before.unit == previous.unit
    people = (before.unit, previous.unit) == ("household", "person") and before.item == previous.item
    joined = people and len(so_far.folded[before.end : previous.start].strip()) <= len("với")
    return before if whole or joined else previous


def _last_told(figure: Figure, cut: Clauses, aspects: Collection[str], so_far: SoFar) -> Figure | None:
    """The last figure of the sentence before this one with its unit and one of these aspects."""
    for other in reversed(cut.figures):
        if (
            other.index < figure.index
            and other.half != "denominator"
            and are_alike(other.unit, figure.unit)
            and so_far.aspects[other.index] in aspects
            and not _is_plan_of(other, figure, so_far)
        ):
            return other
    return None


def _is_plan_of(other: Figure, figure: Figure, so_far: SoFar) -> bool:
    """Whether words call one figure a plan and not the other: "kế hoạch 64 tỷ đồng; giá trị hoàn thành 56 tỷ"."""
    known = indicators().get(so_far.subjects[other.index].indicator or "")
    is_plan = known is not None and known.implied_status == "plan"
    return is_plan and other.index in so_far.planned and figure.index not in so_far.planned


def _neighbour(figure: Figure, cut: Clauses, so_far: SoFar) -> Figure | None:
    """The figure from which one goes on: that in its turn, the last told alike, a rate that is listed by places."""
    aspect = so_far.aspects[figure.index]
    told = _in_its_turn(figure, cut, so_far) or _last_told(figure, cut, _ALIKE.get(aspect, (aspect,)), so_far)
    explained = _explained(told, cut) if told is not None and figure.bracket is None else None
    if explained is not None and are_alike(explained.unit, figure.unit):
        told = explained  # "A 8,03% (4,02% và 4,01%), B 2,13%"
    if told is not None and so_far.subjects[told.index].indicator is not None:
        return told
    return _rate_listed(figure, cut, so_far) or told


def _explained(figure: Figure, cut: Clauses) -> Figure | None:
    """The figure that a bracket explains in which this one stands."""
    return next((one for one in cut.figures if one.index == figure.bracket), None)


def _rate_listed(figure: Figure, cut: Clauses, so_far: SoFar) -> Figure | None:
    """The rate of a level told before of another place: "A còn 71,2% hộ nghèo, B 69,8%", "chiếm 44%, riêng B 58%"."""
    if figure.unit != "percent" or so_far.aspects[figure.index] != "level":
        return None
    named = {hit.payload.id for hit in cut.words.terms if figure.own <= hit.start < figure.right} - UNTOLD
    rate = _last_told(figure, cut, _RATED, so_far)
    if named - _AIMED or rate is None or rate.depth != figure.depth:
        return None
    known = indicators().get(so_far.subjects[rate.index].indicator or "")
    return rate if known is not None and known.change_indicator else None


def _follows(figure: Figure, previous: Figure, cut: Clauses) -> bool:
    """Whether a figure follows another with no words of its own: "7,52% với hơn 1,97 triệu hộ"."""
    return figure.own <= previous.end + _WITH and not names_something(cut, previous.end, figure.right)


def _says_again(figure: Figure, cut: Clauses) -> bool:
    """Whether a rate says the count before it again: "15.287 hộ, tương đương 0,4%"."""
    equal = cut.words.has_connective("equals", figure.own, figure.start)
    return equal and not names_something(cut, figure.own, figure.right)


def _looks_back(figure: Figure, cut: Clauses) -> bool:
    """Whether "trong số đó" behind a part takes it from those before; what follows says what it did."""
    return cut.words.has_connective("of_which", figure.end, figure.end + 2)


def _programmes_lend(terms: Collection[Term]) -> bool:
    return any(term.facet == "programme" and programmes()[term.id].kind == "CREDIT" for term in terms)


def _of_population(subject: Subject) -> Subject:
    """What a rate inherits from the figure it follows: whom and which programme, not the indicator."""
    return Subject(
        population_group=subject.population_group,
        programme=subject.programme,
        funding_source=subject.funding_source,
    )
