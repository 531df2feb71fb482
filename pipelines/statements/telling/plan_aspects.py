"""Figures that are told against a plan: the plan itself, what goes beyond it, b of a/b.

How all else is told is aspects.py; what words make figures planned is statuses.py.
"""

from collections.abc import Mapping

from pipelines.statements.wording.figures import POINTS, Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: The topic of what was to be reached.
_PLAN = "completion_object"
#: Topics of words around it: "chỉ tiêu được giao", "tỷ lệ đề ra".
_OF_PLAN = frozenset({_PLAN, "reached", "rate", "fund_generic", "fund_plan"})
#: What is done is hardly ever so many times what was planned.
_MUCH_MORE = 2
_WHOLE_PLAN = 100
_TIMES = "times"
#: Words right before a/b that make b what was to be done: "hoàn thành 64/70 nhà".
_DONE = CUES.pattern(r"\b<done_of_plan>$")
#: What a/b counts only where b was to be built, held or spent: "Châu Hóa (46/52 nhà)", "38/45 phiên giao dịch".
_SET_OUT = frozenset({"VND", "house", "class", "session", "tonne"})
#: In a list of these the b of each a/b is planned where that of the first is: "438/400 lao động, …: nước ngoài 19/20".
_PLANNED_LISTS = frozenset({"person"})
#: Topics of what some of all have: "11.214/11.930 người tham gia BHYT, đạt 94%" is no plan.
_COVERED = frozenset({"insurance", "insurance_coverage", "hygienic_water", "clean_water", "electricity", "attendance"})
#: Units of what is planned: "118/127 căn, đạt 92,9%"; of others "9/13 xã đạt chuẩn" is a part of all.
_PLANNED = frozenset({"person", "house", "class", "card", "turn", "VND", "project"})
#: What is built, and so is planned where it is told to be done.
_BUILT = frozenset({"facility", "classroom"})


def is_of_target(clauses: Clauses, figure: Figure, previous: Figure | None, found: Mapping[int, str]) -> bool:
    """Whether a rate is the fall that was to be reached: "giảm 5,2%, vượt chỉ tiêu huyện đề ra (4,5%)".

    What goes beyond it may stand between: "giảm 5,62%, cao hơn 0,62 điểm so với chỉ tiêu được giao (5%)", "giảm 8,57%,
    gấp 2,14 lần chỉ tiêu (4%)".
    """
    if previous is None or figure.unit not in POINTS or previous.unit not in POINTS | {_TIMES}:
        return False
    beyond = found[previous.index] == "excess" or previous.unit == _TIMES
    goes_beyond = beyond and (found.get(previous.index - 1) == "fall" or _opens_with_fall(clauses, previous))
    if found[previous.index] != "fall" and not goes_beyond:
        return False
    named = {
        hit.payload.id
        for hit in clauses.words.terms
        if previous.end <= hit.start < figure.start and hit.payload.facet == "topic"
    }
    return _PLAN in named and named <= _OF_PLAN


def _opens_with_fall(clauses: Clauses, figure: Figure) -> bool:
    """Whether a fall told before is named again: "Mức hạ này vượt 0,55% so với chỉ tiêu giao là 4%"."""
    return any(
        hit.payload.aspect == "fall" and hit.payload.head and figure.own <= hit.start < figure.start
        for hit in clauses.words.aspects
    )


def is_exceeded(clauses: Clauses, figure: Figure, previous: Figure) -> bool:
    """Whether a figure behind "vượt" is the plan itself: "giảm 4,35%, vượt chỉ tiêu tỉnh giao là 4%".

    A plan is named, and what was done is more, though not so much more that the figure may be the excess.
    """
    done, told = previous.quantity.value, figure.quantity.value
    if done is None or told is None or previous.depth != figure.depth:
        return False
    named = any(hit.payload.id == _PLAN and previous.end <= hit.start < figure.start for hit in clauses.words.terms)
    alike = previous.unit == figure.unit or {previous.unit, figure.unit} <= POINTS
    return named and alike and told < done < _MUCH_MORE * told


def rates_plan(figure: Figure, previous: Figure | None, found: Mapping[int, str]) -> bool:
    """Whether a per cent follows "118/127 căn" where 127 is the plan."""
    return figure.unit == "percent" and previous is not None and found[previous.index] == "plan"


def exceeds(clauses: Clauses, figure: Figure) -> bool:
    """Whether a per cent of a plan is what goes beyond it: "vượt 4,27% kế hoạch"; "vượt, đạt 104%" is the whole."""
    value = figure.quantity.value
    words = [hit for hit in clauses.words.aspects if figure.own <= hit.start and hit.end <= figure.start]
    return bool(words) and words[-1].payload.aspect == "excess" and value is not None and value < _WHOLE_PLAN


def denominator(folded: str, clauses: Clauses, figure: Figure, found: Mapping[int, str]) -> str:
    """Whether b of a/b is the plan for a or the whole of which a is a part.

    It is a plan where a plan is named in the same item, a exceeds it, it is of what is set out to be done, or "đạt …%"
    follows, and so is that of the next member of such a list; a whole holds its part,
    "3.902/3.986 nhà phải làm" names it, and a rate told before is of it: "còn 22,29%, tương ứng 41.795/187.506 hộ".
    """
    before = next(other for other in clauses.figures if other.index == figure.index - 1)
    numerator = before.quantity
    if numerator.value is not None and figure.quantity.value is not None and numerator.value > figure.quantity.value:
        return "plan"
    if clauses.words.has_connective("needed", figure.end, figure.end + 2):
        return "total"
    if figure.unit in _SET_OUT:
        return "plan"
    if _restates(clauses, before, found):
        return "total"
    named = any(
        hit.payload.status == "plan" and figure.item <= hit.start < figure.item_end for hit in clauses.words.statuses
    )
    completed = any(
        hit.payload.aspect == "completion" and figure.end <= hit.start < figure.item_end
        for hit in clauses.words.aspects
    )
    rate = next((other for other in clauses.figures if other.index == figure.index + 1), None)
    opens = folded[rate.own : rate.start].split()[:1] if rate is not None and rate.unit == "percent" else []
    if opens == ["chiếm"] and figure.unit not in _PLANNED:
        return "total"  # "49.514/297.560 hộ, chiếm 16,64%, giảm 3,83%, cao hơn chỉ tiêu"
    reached = figure.unit in _PLANNED and opens == ["đạt"]
    covered = any(
        hit.payload.id in _COVERED and figure.end <= hit.start < (rate.start if rate else figure.item_end)
        for hit in clauses.words.terms
    )
    done = _DONE.search(folded[before.own : before.start].rstrip()) is not None and figure.unit in _PLANNED | _BUILT
    others = [one for one in clauses.figures if one.half == "denominator" and one.index < before.index]
    listed = bool(others) and others[-1].unit == figure.unit and found[others[-1].index] == "plan"
    listed = listed and figure.unit in _PLANNED_LISTS
    return "plan" if named or completed or done or listed or (reached and not covered) else "total"


def _restates(clauses: Clauses, numerator: Figure, found: Mapping[int, str]) -> bool:
    """Whether a of a/b is what a level in per cent right before it comes to."""
    previous = next((one for one in reversed(clauses.figures) if one.index < numerator.index and not one.aside), None)
    if previous is None or previous.unit != "percent" or found[previous.index] == "completion":
        return False
    return clauses.words.has_connective("equals", max(previous.end, numerator.own), numerator.start)
