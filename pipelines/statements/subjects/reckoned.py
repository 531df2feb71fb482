"""What a figure is of that the text reckons from others: the whole of a part, the sum of those before, who has loans.

What a figure takes over without being reckoned from it is inherited.py.
"""

from decimal import Decimal

from pipelines.meaning.code_lists import CURRENCIES, indicators, population_groups
from pipelines.meaning.evidence import Subject
from pipelines.meaning.relatives import (
    borrowers_of,
    is_whole,
    planned_of,
    rate_change_of,
    rate_of,
    share_of,
    sum_of,
    whole_of,
)
from pipelines.meaning.subjects import SURE
from pipelines.statements.subjects.so_far import SoFar, names_something
from pipelines.statements.wording.figures import POINTS, Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: What is due to each.
_SUPPORT_NORM = "unit.support_norm"
#: The topic of what was to be reached.
_PLAN = "completion_object"
#: Rates are rounded to so many points.
_ROUNDED = Decimal("0.06")
#: Units of those who borrow.
_BORROWERS = frozenset({"household", "customer"})
#: What stands behind a rate of which nothing more is told; nothing at the end of a text or line.
_ENDS = frozenset({"", ",", ".", ";", ")", ":", "…"})
#: Aspects of a rate that says nothing of how it is made.
_BARE = frozenset({"level", "share", "proportion"})
#: Characters within which the whole of a rate is named behind it: "13,13% trên tổng số hộ".
_NEXT_WORDS = 14
#: Classes of households by which a whole is not all of them.
_CLASSES = ("HH_CLASS", "SEX")


def reckoned(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """The subject of a figure that is reckoned from those before it; None of one that is not."""
    again = so_far.told.get((figure.quantity.value, figure.unit)) if figure.half == "denominator" else None
    sure = again if again is not None and again.score >= SURE else None
    if sure is not None and is_whole(sure.indicator):
        return sure  # "Toàn xã có 11.930 nhân khẩu … 11.214/11.930 người tham gia BHYT"
    if figure.half == "denominator" and figure.unit == "household" and so_far.aspects[figure.index] == "total":
        return sure or whole_of(so_far.subjects[figure.index - 1])  # "412 hộ nghèo … người DTTS: 409/412 hộ"
    told_before = _plan(figure, cut, so_far) or _change_of_rate(figure, cut, so_far)
    if told_before is not None:
        return told_before
    if figure.unit == "percent" and _is_of_all_households(figure, cut):
        counts = [one for one in cut.figures if one.index < figure.index and one.unit == "household"]
        return rate_of(so_far.subjects[counts[-1].index]) if counts else None
    share = _share(figure, cut, so_far) or _rate(figure, cut, so_far) if figure.unit == "percent" else None
    if share is not None:
        return share
    due = so_far.total_of(figure)
    if due is not None and due.indicator == _SUPPORT_NORM and so_far.is_level(figure):
        return due  # "mỗi nhà 170 triệu đồng, gồm 60 triệu từ ngân sách trung ương, …"
    return _borrowers(figure, cut, so_far) or _sum(figure, cut, so_far)


def _plan(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What a plan is of that stands behind how much of it was done: "góp 1,24 tỷ, bằng 103% chỉ tiêu giao 1,2 tỷ"."""
    done, rate = (next((one for one in cut.figures if one.index == figure.index - back), None) for back in (2, 1))
    if done is None or rate is None or rate.unit != "percent" or so_far.aspects[rate.index] != "completion":
        return None
    named = {hit.payload.id for hit in cut.words.terms if rate.end <= hit.start < figure.start}
    if done.unit != figure.unit or _PLAN not in named or not so_far.is_level(figure):
        return None
    parted = any(rate.end <= mark.start < figure.start and mark.sign in ",;:" for mark in cut.marks)
    return planned_of(so_far.subjects[done.index]) if not parted and _is_rate_of(rate, done, figure) else None


def _change_of_rate(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What a change in a bracket is of that says in points by how many households it was: "giảm 94 hộ (1,5 điểm %)"."""
    counted = next((one for one in cut.figures if one.index == figure.bracket == figure.index - 1), None)
    if counted is None or figure.unit not in POINTS or so_far.aspects[figure.index] != "fall":
        return None
    return rate_change_of(so_far.subjects[counted.index])


def _share(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What a rate is of that the numbers before it give: "trong 13.204 hộ DTTS còn 4.126 hộ nghèo, chiếm 31,25%".

    The whole may stand in the sentence before: "Xã có 1.236 hộ … Trong đó còn 211 hộ nghèo, chiếm 17,07%".
    """
    part = next((one for one in cut.figures if one.index == figure.index - 1), None)
    if part is None or part.unit != "household":
        return None
    whole = _whole_told(part, cut, so_far)
    behind = _whole_behind(figure, cut, so_far)
    if behind is not None and _is_rate_of(figure, part, behind):
        return rate_of(so_far.subjects[part.index])
    if whole is None or not _is_rate_of(figure, part, whole):
        return None
    counted, total = so_far.subjects[part.index], so_far.subjects[whole.index]
    return share_of(counted, total) or (rate_of(counted) if is_whole(total.indicator) else None)


def _whole_behind(rate: Figure, cut: Clauses, so_far: SoFar) -> Figure | None:
    """The households told as a whole right behind a rate: "13.056 hộ Khmer nghèo, chiếm 14,81% so với 88.150 hộ"."""
    following = next((one for one in cut.figures if one.index == rate.index + 1), None)
    whole = following is not None and following.unit == "household" and so_far.aspects[following.index] == "total"
    return following if whole else None


def _whole_told(part: Figure, cut: Clauses, so_far: SoFar) -> Figure | None:
    """The figure of this sentence or the one before that a figure before another is told to be a part of."""
    before = (one for one in (*so_far.last, *cut.figures) if one.index < part.index)
    return next((one for one in before if one.index == so_far.totals.get(part.index)), None)


def _is_rate_of(rate: Figure, part: Figure, whole: Figure) -> bool:
    """Whether a rate is what a part is of a whole, but for rounding."""
    if not part.quantity.value or not whole.quantity.value or rate.quantity.value is None:
        return False
    return abs(100 * part.quantity.value / whole.quantity.value - rate.quantity.value) <= _ROUNDED


def _rate(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What a bare rate behind a class of households is of: "12.846 hộ nghèo (9,02%)", "1.290 hộ, tỷ lệ 12,85%"."""
    part = next((one for one in cut.figures if one.index == figure.index - 1), None)
    if part is None or part.unit != "household" or part.half or not so_far.is_level(part):
        return None
    if so_far.aspects[figure.index] not in _BARE:
        return None
    if part.index in so_far.totals:  # it may be a share of that, unless the numbers say that it is not
        whole = _whole_told(part, cut, so_far)
        if whole is None or whole.unit != "household" or _is_rate_of(figure, part, whole):
            return None
    if so_far.folded[figure.end : figure.end + 2].strip()[:1] not in _ENDS:
        return None  # "1.290 hộ nghèo (45% là hộ dân tộc Mông)" tells whose share it is
    between = so_far.folded[part.right : figure.start].strip(" ,(")
    if between and between not in CUES.of("bare_rate"):
        return None
    counted = so_far.subjects[part.index]
    known = indicators().get(counted.indicator or "")
    if known is None or known.default_population != counted.population_group:
        return None  # the poor of a people may be told as a share of all the poor
    return rate_of(counted) if counted.score >= SURE and is_whole(counted.indicator) else None


def _borrowers(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """Who has the loans told right before in the same item: "hộ mới thoát nghèo 541 tỷ đồng, 12.477 hộ"."""
    paired = figure.unit == "person" and so_far.folded[figure.start - 1 : figure.start] == "/"
    if not (figure.unit in _BORROWERS or paired) or figure.half or not so_far.is_level(figure):
        return None
    before = next((one for one in cut.figures if one.index == figure.index - 1), None)
    if before is None or before.unit not in CURRENCIES:
        return None
    if before.depth != figure.depth and figure.bracket != before.index:
        return None
    jobs = paired and any(hit.payload.id == "job" and figure.item <= hit.start for hit in cut.words.terms)
    told = figure.item <= before.start and so_far.is_level(before) and not jobs
    if not told or names_something(cut, before.end, figure.right):
        return None
    return borrowers_of(so_far.subjects[before.index])


def _sum(figure: Figure, cut: Clauses, so_far: SoFar) -> Subject | None:
    """What the last two figures before one are of together that have a sum, where words sum them up: "tổng cộng"."""
    if not any(cut.words.has_connective(kind, figure.own, figure.start) for kind in ("total_after", "overall")):
        return None
    before = [
        one
        for one in (*so_far.last, *cut.figures)
        if one.index < figure.index and one.unit == figure.unit and one.half != "denominator"
    ]
    for one, other in zip(before[-2::-1], before[:0:-1], strict=True):
        together = sum_of(so_far.subjects[one.index], so_far.subjects[other.index])
        if together is not None:
            return together
    return None


def _is_of_all_households(figure: Figure, cut: Clauses) -> bool:
    """Whether the words behind a rate name all households as its whole: "13,13% số hộ trong vùng"."""
    behind = [hit for hit in cut.words.terms if figure.end <= hit.start <= figure.end + _NEXT_WORDS]
    wholes = [hit for hit in behind if hit.payload.id == "total_households"]
    return bool(wholes) and not any(
        hit.payload.facet == "population" and population_groups()[hit.payload.id].facet in _CLASSES for hit in behind
    )
