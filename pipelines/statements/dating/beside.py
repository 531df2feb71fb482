"""Times that figures have from those beside them: a change, what a level was before, a remark about another figure.

What words date is times.py.
"""

from collections.abc import Callable, Mapping, MutableMapping, Sequence, Set
from datetime import date

from pipelines.model import Period, TimeBasis
from pipelines.quantities import periods
from pipelines.quantities.context import without_comparator
from pipelines.statements.dating import spans
from pipelines.statements.dating.told_periods import Dated
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import POINTS, Clauses, Figure
from pipelines.vocabulary.roles import CUES

_REMARKS = frozenset({"completion", "same_period", "excess"})

Found = MutableMapping[int, Period | None]
Basis = Callable[[Figure], TimeBasis | None]
BasisThen = Callable[[Figure, Period], TimeBasis | None]
#: What was added to a stock in the months told, and not what stood at their end.
_ADDING, _ADDED = CUES.pattern(r"\b<adding_to>$"), CUES.pattern(r"(?: \w+){0,4} <added>\b")
_ADDED_REACH = 40
#: Behind the first of several counts that came so: "cấp 29.680 thẻ cho người nghèo, 21.345 thẻ cho người cận nghèo".
_ADDING_FIRST = CUES.pattern(r"\b<adding_to> \d[\d.]* [^.;:()\d]{1,60}(?:, |,? và )$")
_ADDING_REACH = 120
_MOVING_IN = CUES.pattern(r"\b<moved_in>$")


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


def date_changes_between(cut: Clauses, found: Found, dated: Sequence[Dated], aspects: Mapping[int, str]) -> None:
    """Date a change by the years between two levels of its sentence: "cuối 2010 là 14%; cuối 2015 còn 4%, giảm 10%".

    The change from one year to the next is of the later one anyway.
    """
    free = [each for each in dated if each.mention.role in ("plain", "state") and not each.mention.figures]
    for figure in cut.figures:
        before = [each for each in free if each.start < figure.start]
        if aspects[figure.index] not in MOVES or len(before) < 2:
            continue
        first, last = before[-2:]
        years = spans.after(first.period, last.period)
        if not spans.ends_year(last.period) or years.start.year >= years.end.year or not _is_year(first.period):
            continue
        levels = [one for one in cut.figures if aspects[one.index] not in MOVES and _is_of_kind(one, figure)]
        former = any(first.start < one.start < last.start for one in levels)
        if former and any(last.start < one.start < figure.start for one in levels):
            found[figure.index] = years


def _is_of_kind(level: Figure, move: Figure) -> bool:
    """Whether a change may be one of a level, by their units."""
    return level.unit == move.unit or {level.unit, move.unit} <= POINTS


def _is_year(period: Period) -> bool:
    """Whether a period is a year, or its first or last day."""
    return period == periods.year(period.end.year) or spans.ends_year(period) or spans.opens_year(period)


def date_changes_since(
    cut: Clauses, found: Found, dated: Sequence[Dated], aspects: Mapping[int, str], basis: Basis
) -> None:
    """Date a change of a stock by an earlier year that it is compared with: it is of all years from then on.

    "đạt 94,5%, tăng 12,5% so với năm 2015", but "thu nhập năm 2019 đạt 23,6 triệu đồng, tăng 10,4 triệu đồng so với …".
    """
    for each in dated:
        before = [one for one in cut.figures if one.end <= each.start]
        if each.mention.role == "baseline" and not before:
            _date_from_base(cut, found, each.period, aspects)
        if each.mention.role not in ("baseline", "bracket") or not before or before[-1].unit == "times":
            continue
        move, period = before[-1], found[before[-1].index]
        if aspects[move.index] not in MOVES or period is None or each.period.end.year >= spans.last_year(period) - 1:
            continue
        levels = (one for one in before[:-1] if aspects[one.index] not in MOVES and basis(one) == "stock")
        if any(_is_of_kind(one, move) for one in levels):
            found[move.index] = spans.after(each.period, period)


def _date_from_base(cut: Clauses, found: Found, base: Period, aspects: Mapping[int, str]) -> None:
    """Of the years that run, date changes by those behind a year told first: "so với năm 2014, huyện giảm 5,66%"."""
    for figure in cut.figures:
        period = found[figure.index]
        several = period is not None and period.start.year < period.end.year and spans.contains(period, base)
        if period is None or not several or base.end.year >= period.end.year or aspects[figure.index] not in MOVES:
            continue
        years = spans.after(base, period)
        found[figure.index] = periods.year(years.end.year) if years.start.year == years.end.year else years


def date_former(
    cut: Clauses,
    found: Found,
    dated: Sequence[Dated],
    aspects: Mapping[int, str],
    basis: Basis,
    begun: Set[date],
    since: Period | None,
) -> None:
    """Date a level that no words date by the one it has become: it stands before what runs.

    `begun` are the beginnings of years that the text tells; `since` is when the change began that the paragraph told
    last.
    """
    alone = _alone(dated)
    if any(each.mention.role in ("baseline", "since") for each in dated):
        return
    for figure in cut.figures:
        period = found[figure.index]
        former = aspects[figure.index] == "before" and basis(figure) == "stock"
        if former and period is not None and figure.index not in alone:
            goes_on = since is not None and since.end < period.start and not dated
            found[figure.index] = since if goes_on else spans.just_before(period, begun)


def date_remarks(
    cut: Clauses,
    found: Found,
    dated: Sequence[Dated],
    aspects: Mapping[int, str],
    basis: BasisThen,
    happened: Set[int],
) -> None:
    """Date a share of a plan, or a comparison, as the figure that `happened` before it, of which it speaks."""
    alone = _alone(dated)
    outside: Figure | None = None
    bracketed: Figure | None = None
    for figure in cut.figures:
        previous = bracketed if figure.aside else outside
        remark = aspects[figure.index] in _REMARKS and figure.index not in alone
        if remark and previous is not None and previous.item <= figure.start <= previous.item_end:
            period = found[previous.index]
            found[figure.index] = spans.suited(period, basis(previous, period)) if period else None
        if figure.index in happened:
            bracketed = figure
            outside = outside if figure.aside else figure  # "đưa được 986 lao động (387 nữ), đạt 197,2% kế hoạch"


def _alone(dated: Sequence[Dated]) -> set[int]:
    """The figures that words date alone."""
    return {index for each in dated for index in each.mention.figures}


def is_moved_in(folded: str, figure: Figure) -> bool:
    """Whether words before money say that it came to a stock, if months are told: "6 tháng chuyển sang 500 triệu"."""
    return _MOVING_IN.search(without_comparator(folded[figure.own : figure.start])) is not None


def is_added(folded: str, figure: Figure) -> bool:
    """Whether words beside a count say that it came to a stock in the time told: "trong quý I cấp 46.218 thẻ"."""
    before = without_comparator(folded[figure.own : figure.start])
    behind = _ADDED.match(folded[figure.end : figure.end + _ADDED_REACH]) is not None
    told_first = _ADDING_FIRST.search(folded, max(0, figure.start - _ADDING_REACH), figure.start) is not None
    return behind or told_first or _ADDING.search(before) is not None
