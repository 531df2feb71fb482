"""Times that figures have from those beside them: a change, what a level was before, a remark about another figure.

What words date is times.py.
"""

from collections.abc import Callable, Mapping, MutableMapping, Sequence, Set

from pipelines.model import Period, TimeBasis
from pipelines.quantities import periods
from pipelines.quantities.context import without_comparator
from pipelines.statements import spans
from pipelines.statements.aspects import MOVES
from pipelines.statements.figures import Clauses, Figure
from pipelines.statements.told_periods import Dated
from pipelines.vocabulary.roles import CUES

_REMARKS = frozenset({"completion", "same_period", "excess"})

Found = MutableMapping[int, Period | None]
Basis = Callable[[Figure], TimeBasis | None]
#: What was added to a stock in the months told, and not what stood at their end.
_ADDING, _ADDED = CUES.pattern(r"\b<adding_to>$"), CUES.pattern(r"(?: \w+){0,2} <added>\b")
_ADDED_REACH = 40


def date_changes(cut: Clauses, found: Found, dated: Sequence[Dated], aspects: Mapping[int, str]) -> None:
    """Date a change by the two levels told with it: from the end of 2022 to that of 2023 it is of 2023."""
    alone = _alone(dated)
    levels: list[Figure] = []
    for figure in cut.figures:
        if figure.index in alone:
            levels.append(figure)
        elif aspects[figure.index] in MOVES and len(levels) > 1:
            between = any(levels[-1].end <= each.start < figure.start and not each.mention.figures for each in dated)
            first, last = found[levels[-2].index], found[levels[-1].index]
            if not between and first is not None and last is not None and first.end < last.end:
                found[figure.index] = spans.from_to(first, last)


def date_average_changes(cut: Clauses, found: Found, dated: Sequence[Dated], aspects: Mapping[int, str]) -> None:
    """Date a change a year by the two ends of years told before it: it is of all years between them."""
    for figure in cut.figures:
        if aspects[figure.index] not in MOVES or not _is_yearly(cut, figure):
            continue
        ends = [each.period for each in dated if each.start < figure.start and not each.mention.figures]
        if len(ends) > 1 and spans.are_year_ends(ends[-2], ends[-1]):
            first = ends[-2].end.year + spans.ends_year(ends[-2])
            found[figure.index] = periods.years(first, ends[-1].end.year)


def date_former(cut: Clauses, found: Found, dated: Sequence[Dated], aspects: Mapping[int, str], basis: Basis) -> None:
    """Date a level that no words date by the one it has become: it stands before what runs."""
    alone = _alone(dated)
    if any(each.mention.role in ("baseline", "since") for each in dated):
        return
    for figure in cut.figures:
        period = found[figure.index]
        former = aspects[figure.index] == "before" and basis(figure) == "stock"
        if former and period is not None and figure.index not in alone:
            found[figure.index] = spans.just_before(period)


def date_remarks(
    cut: Clauses,
    found: Found,
    dated: Sequence[Dated],
    aspects: Mapping[int, str],
    basis: Basis,
    happened: Set[int],
) -> None:
    """Date a share of a plan, or a comparison, as the figure that `happened` before it, of which it speaks."""
    alone = _alone(dated)
    previous: Figure | None = None
    for figure in cut.figures:
        remark = aspects[figure.index] in _REMARKS and figure.index not in alone
        if remark and previous is not None and previous.item <= figure.start <= previous.item_end:
            period = found[previous.index]
            found[figure.index] = spans.suited(period, basis(previous)) if period else None
        if figure.index in happened:
            previous = figure


def _is_yearly(cut: Clauses, figure: Figure) -> bool:
    """Whether a figure is told a year: "bình quân mỗi năm giảm 4,8%", "giảm 4,8%/năm"."""
    told = any(hit.payload == "year" and figure.own <= hit.start < figure.start for hit in cut.words.pers)
    return told or "year" in (figure.quantity.per or "")


def _alone(dated: Sequence[Dated]) -> set[int]:
    """The figures that words date alone."""
    return {index for each in dated for index in each.mention.figures}


def is_added(folded: str, figure: Figure) -> bool:
    """Whether words beside a count say that it came to a stock in the time told: "trong quý I cấp 46.218 thẻ"."""
    before = without_comparator(folded[figure.own : figure.start])
    return (
        _ADDING.search(before) is not None or _ADDED.match(folded[figure.end : figure.end + _ADDED_REACH]) is not None
    )
