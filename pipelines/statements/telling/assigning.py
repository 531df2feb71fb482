"""What an aim or a plan is called by words behind it or before its bracket, and counts that none is of.

"cao hơn mức 5% mà tỉnh giao"; "vượt 18 hộ so với kế hoạch (8.938 hộ)"; but "vốn giao cho 3 chương trình tại 15 xã"
plans neither programmes nor communes. All other words for statuses are read by statuses.py.
"""

from pipelines.model import Status
from pipelines.quantities.context import without_comparator
from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.vocabulary.roles import CUES

#: Right behind a figure: who set it, with a verb for what is aimed at or one for what is assigned.
_SET = CUES.pattern(r"(?:/\w+)* (?:mà|do)\b[^.,;:()\d]{0,60}? (?:(?P<target><aimed_by>)|<assigned_by>)\b")
#: Right before a bracket: what was to be reached, and no figure between.
_NAMED = CUES.pattern(r"\b(?:(?P<target><aim>)|<plan_compared_with>)\b[^,;:()\d]{0,60}\($")
_NAMED_REACH = 90
#: Right before a count of places: they are where something goes on.
_WHERE = CUES.pattern(r"\b<where_it_is> $")
_PLACES = frozenset({"commune", "village", "district", "province", "locality"})
_PROGRAMME = "programme"


def set_by_somebody(folded: str, cut: Clauses, figure: Figure) -> Status | None:
    """The status of a figure that words right behind it, or the name before its bracket, call an aim or a plan."""
    told = _SET.match(folded, figure.end)
    if told is None and figure.aside:
        opened = max((mark.end for mark in cut.marks if mark.sign == "(" and mark.start < figure.start), default=0)
        if without_comparator(folded[opened : figure.start]).strip():
            return None
        told = _NAMED.search(folded, max(cut.sentence.start, opened - _NAMED_REACH), opened)
    if told is None:
        return None
    return "target" if told["target"] else "plan"


def only_locates(folded: str, figure: Figure) -> bool:
    """Whether a count only says where something goes on, or under which programmes: "giao cho 3 chương trình"."""
    if figure.unit == _PROGRAMME:
        return True
    before = without_comparator(folded[figure.own : figure.start])
    return figure.unit in _PLACES and _WHERE.search(before + " ") is not None
