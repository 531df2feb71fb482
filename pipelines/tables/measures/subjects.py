"""What the figures of a table are of by what column, row and title say: shares of plans, budgets, loans.

Whom they concern is settled in groups.py.
"""

from dataclasses import replace
from itertools import chain

from pipelines.meaning.code_lists import RATES, indicators, rate_parts
from pipelines.meaning.evidence import Evidence, Subject
from pipelines.meaning.subjects import SURE, credit_programme, interpret
from pipelines.model import Status
from pipelines.quantities import UnitReading
from pipelines.tables.measures.context import TableContext
from pipelines.tables.readings.told import Told
from pipelines.tables.readings.zones import evidence_of_zones
from pipelines.tables.wording.units import is_money
from pipelines.tables.wording.words import roles_of

#: The mart of loans as such, whatever they are for.
_CREDIT = "credit"
#: A title in which words of a budget, and not only of money in general, fit so well.
_TITLED = 0.4
#: Words that say at all that money is of a budget.
_MONEY = 0.2


def is_of_budget(subject: Subject) -> bool:
    """Whether a figure is of a budget, whose rows are projects: whom they serve is no group of the money."""
    return _is_of("funding", subject)


def _is_of(mart: str, subject: Subject) -> bool:
    known = indicators().get(subject.indicator or "")
    return known is not None and known.mart == mart


def _tells_budget(told: Told, context: TableContext, unit: str | None, aspect: str) -> bool:
    """Whether the title tells a budget, and the heading if it tells anything; its rows measure nothing of their own.

    They are projects: "Hỗ trợ nhà ở" under "Giải ngân" in "TÌNH HÌNH GIẢI NGÂN KẾ HOẠCH VỐN".
    """
    titled = interpret(evidence_of_zones(context.zones), unit, "level")
    if not is_of_budget(titled) or titled.score < _TITLED:
        return False
    heading = evidence_of_zones(told.zones)
    if not heading.topics:  # "Tổng cộng" of the columns beside it; what a bare heading is of, its lines tell
        return any("total" in roles_of(zone.words) for zone in told.zones)
    headed = interpret(heading, unit, aspect)
    return is_of_budget(headed) and headed.score >= SURE


def unit_in_points(unit: UnitReading | None, subject: Subject) -> UnitReading | None:
    """The unit of a figure; a fall of a rate is told in points: "Mức giảm tỷ lệ hộ nghèo (%)"."""
    known = indicators().get(subject.indicator or "")
    told_in = known.default_unit if known is not None else None
    points = unit is not None and unit.code == "percent" and told_in == "percentage_point"
    return replace(unit, code="percentage_point") if points and unit is not None else unit


def aspect_of(told: Told, side: Told, code: str | None) -> str:
    """How the figure is made: as its column says, else its row; the average of a rate over places is their rate."""
    of_row = side.aspect if side.aspect != "average" or code not in RATES else None
    return told.aspect or of_row or "level"


def is_planned(told: Told, side: Told, context: TableContext) -> bool:
    """Whether the figure is of a plan, as its column says, else its row, else the title."""
    return (told.status or side.status or context.status) == "plan"


def told_subject(
    told: Told, side: Told, code: str | None, evidence: Evidence, rest: Evidence, context: TableContext
) -> tuple[Subject, Evidence]:
    """The subject of a figure, and the evidence that counts for it; `rest` is what all but its row says."""
    aspect, planned = aspect_of(told, side, code), is_planned(told, side, context)
    of_budget = replace(evidence, populations=rest.populations, implied=rest.implied)
    if side.mixed or side.of_groups:
        of_budget = evidence
    if aspect == "completion" and (told.of_money or (side.unit is not None and is_money(side.unit.unit))):
        needed = 0.0 if told.of_money else _MONEY
        rate = _rate_of_spending(evidence, needed) or _rate_of_spending(rest, _MONEY)
        if rate is not None:
            of_budget = replace(of_budget, topics=rest.topics)
            return replace(interpret(of_budget, code, aspect), indicator=rate), of_budget
    if aspect == "completion" and side.aspect == aspect and code in RATES:
        rate = _rate_of_spending(evidence_of_zones(side.zones), _TITLED)  # "Tỷ lệ giải ngân so với kế hoạch" as a line
        if rate is not None:
            return replace(interpret(of_budget, code, aspect), indicator=rate), of_budget
    subject = interpret(evidence, code, aspect, planned=planned)
    if not is_of_budget(subject) and _tells_budget(told, context, code, aspect):
        evidence, of_budget = (replace(one, topics=rest.topics) for one in (evidence, of_budget))
        subject = interpret(rest, code, aspect, planned=planned)
    if not _is_of(_CREDIT, subject) and credit_programme(evidence_of_zones(side.zones).programmes) is not None:
        subject = _lent_by_the_programme(subject, replace(evidence, topics=rest.topics), code, aspect)
    if of_budget != evidence and is_of_budget(subject):
        subject, evidence = interpret(of_budget, code, aspect, planned=planned), of_budget
    return _planned_or_spent(
        subject, told.status or side.status, evidence_of_zones((*told.zones, *side.zones))
    ), evidence


def _planned_or_spent(subject: Subject, status: Status | None, near: Evidence) -> Subject:
    """The subject of money of a budget by the status that column or row tells, where their own words name neither.

    "Kế hoạch" in "TÌNH HÌNH GIẢI NGÂN VỐN" is assigned, "Thực hiện" under "NGUỒN VỐN" spent.
    """
    own = interpret(near, "VND")
    if status is None or (own.score >= _TITLED and own.indicator == subject.indicator):
        return subject
    for part, whole in chain.from_iterable(rate_parts().values()):
        if indicators()[whole].implied_status == "plan" and subject.indicator in (part, whole):
            return replace(subject, indicator=whole if status in ("plan", "target") else part)
    return subject


def _rate_of_spending(evidence: Evidence, needed: float) -> str | None:
    """The rate that a share of a plan of money is, where the money is of a budget: "Giải ngân | So với KH (%)".

    `needed` is how well the words must fit that say so.
    """
    done = interpret(evidence, "VND")
    if not is_of_budget(done) or done.score < needed:
        return None
    return next((rate for rate, pairs in rate_parts().items() for pair in pairs if done.indicator in pair), None)


def _lent_by_the_programme(subject: Subject, evidence: Evidence, code: str | None, aspect: str) -> Subject:
    """The subject of a figure whose row only says which programme lends, where heading and title tell of loans.

    "Cho vay nhà ở xã hội" in "DƯ NỢ CÁC CHƯƠNG TRÌNH TÍN DỤNG" is outstanding and no amount lent for houses.
    """
    lent = interpret(evidence, code, aspect)
    return lent if _is_of(_CREDIT, lent) and lent.score >= SURE else subject
