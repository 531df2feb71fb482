"""The time that suits a figure by what it counts: a stock stands at a day, a flow runs over a stretch.

Which period words give it is times.py, how a period is made to suit spans.py.
"""

from dataclasses import dataclass

from pipelines.model import Period, TimeBasis
from pipelines.quantities import periods
from pipelines.statements import spans
from pipelines.statements.beside import is_added
from pipelines.statements.figures import Figure
from pipelines.statements.told_here import FigureFacts, lists_houses

_POVERTY = "poverty_rate"


@dataclass(frozen=True, slots=True)
class Time:
    """When a figure speaks of, and whether it is a stock or a flow."""

    period: Period | None
    basis: TimeBasis | None


def suited_time(figure: Figure, told: Period | None, facts: FigureFacts, folded: str, happened_then: bool) -> Time:
    """The time of a figure by the period told of it, which stays where it `happened_then`: on that very day."""
    basis = facts.basis(figure)
    if told is None:
        return Time(None, basis)
    period = _of_whole_year(figure, told, facts, basis)
    if happened_then or lists_houses(figure):
        return Time(period, basis)
    if basis == "stock" and is_added(folded, figure):
        return Time(spans.suited(period, "flow"), "flow")
    if basis == "stock" and spans.is_cumulative(period) and facts.is_of_flow(figure):
        return Time(period, basis)
    return Time(spans.suited(period, basis), basis)


def _of_whole_year(figure: Figure, period: Period, facts: FigureFacts, basis: TimeBasis | None) -> Period:
    """The year of what is told once a year: a norm a year, a change of the poor by the yearly review."""
    norm_a_year = facts.statuses[figure.index] == "norm" and "year" in (figure.quantity.per or "")
    if norm_a_year and spans.is_within_year(period):
        return periods.year(period.end.year)  # "mức đóng 653.400 đồng/người/năm"
    reviewed = spans.closes_year(period) or spans.is_review_month(period)
    if basis == "flow" and facts.mart(figure) == _POVERTY and reviewed:
        return periods.year(period.end.year)  # the yearly review, "chốt đến 30/11"
    return period
