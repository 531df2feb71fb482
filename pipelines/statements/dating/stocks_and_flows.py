"""The time that suits a figure by what it counts: a stock stands at a day, a flow runs over a stretch.

Which period words give it is times.py, how a period is made to suit spans.py.
"""

from dataclasses import dataclass

from pipelines.meaning.code_lists import CURRENCIES
from pipelines.model import Period, TimeBasis
from pipelines.quantities import periods
from pipelines.statements.dating import spans
from pipelines.statements.dating.beside import is_added, is_moved_in
from pipelines.statements.dating.told_here import FigureFacts, lists_houses
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import Figure

_POVERTY = "poverty_rate"
#: What is told of in it is of the year that ends.
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Time:
    """When a figure speaks of, and whether it is a stock or a flow."""

    period: Period | None
    basis: TimeBasis | None


def suited_time(
    figure: Figure,
    told: Period | None,
    default: Period | None,
    facts: FigureFacts,
    folded: str,
    happened_then: bool,
) -> Time:
    """The time of a figure by the period told of it, else by what the document is about by `default`.

    A period stays where the figure `happened_then`: on that very day.
    """
    basis = facts.basis(figure)
    told = told or _untold(figure, default, facts)
    if told is None:
        return Time(None, basis)
    period = _of_whole_year(figure, told, facts, basis)
    if basis is None and figure.unit in CURRENCIES and spans.opens_year(period):
        period = periods.year(period.end.year)  # "đầu năm ông bán 2 con bò, thu 24 triệu đồng"
    if happened_then or lists_houses(figure):
        return Time(period, basis)
    if counted_as(figure, period, facts, folded) != basis:
        return Time(spans.suited(period, "flow"), "flow")
    if basis == "stock" and period.start != period.end and facts.is_of_flow(figure):
        return Time(period, basis)
    return Time(spans.suited(period, basis), basis)


def _untold(figure: Figure, default: Period | None, facts: FigureFacts) -> Period | None:
    """The period of a figure where nothing runs: a stock stands at the day of publication, but in December."""
    today = facts.published
    if today is None or today.month == _LAST_MONTH or default != periods.year(today.year):
        return default
    stands = facts.basis(figure) == "stock" and not facts.is_of_flow(figure)
    return periods.between(today, today) if stands and not facts.is_coming(figure) else default


def counted_as(figure: Figure, period: Period, facts: FigureFacts, folded: str) -> TimeBasis | None:
    """Whether a figure of a period is a stock or a flow: what came to a stock in the time told is a flow."""
    basis = facts.basis(figure)
    came = is_added(folded, figure) or (period.start < period.end and is_moved_in(folded, figure))
    return "flow" if basis == "stock" and came else basis


def adds_up(figure: Figure, facts: FigureFacts) -> bool:
    """Whether a figure is of what happened in all the years looked back on: a flow, told once and for all."""
    aspect = facts.aspects[figure.index]
    happened = aspect == "completion" or (facts.basis(figure) == "flow" and aspect not in MOVES)
    return happened and not figure.quantity.per


def goes_on_today(figure: Figure, today: Period, former: Period | None, facts: FigureFacts) -> bool:
    """Whether what a paragraph tells of today goes on: a stock does, and all that is no change after history."""
    basis = facts.basis(figure)
    past = former is not None and former.end.year < today.end.year - 1
    return basis == "stock" or (past and facts.aspects[figure.index] == "level")


def stands_at_day(figure: Figure, day: Period | None, runs: Period | None, facts: FigureFacts) -> bool:
    """Whether a stock still stands at the day that a document tells of, though what happened in its year runs."""
    if day is None or day.start != day.end or spans.ends_year(day):
        return False
    return runs == periods.year(day.end.year) and facts.basis(figure) == "stock"


def _of_whole_year(figure: Figure, period: Period, facts: FigureFacts, basis: TimeBasis | None) -> Period:
    """The year of what is told once a year: a norm a year, a change of the poor by the yearly review."""
    norm_a_year = facts.statuses[figure.index] == "norm" and "year" in (figure.quantity.per or "")
    if norm_a_year and spans.is_within_year(period):
        return periods.year(period.end.year)  # "mức đóng 653.400 đồng/người/năm"
    reviewed = spans.closes_year(period) or spans.is_review_month(period) or spans.reaches_review(period)
    if basis == "flow" and facts.mart(figure) == _POVERTY and reviewed:
        return periods.year(period.end.year)  # the yearly review, "chốt đến 30/11"
    return period
