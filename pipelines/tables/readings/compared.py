"""What a column is that divides or subtracts others, by what they are: shares of a plan, ratios, points.

Which columns those are is told by the form's identities and by neighbours.py.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.meaning.code_lists import ancestors
from pipelines.meaning.subjects import interpret
from pipelines.tables.readings.told import COMPARED, Told
from pipelines.tables.readings.zones import evidence_of_zones
from pipelines.tables.wording.units import PERCENT, UnitChoice, is_money, is_rate
from pipelines.tables.wording.words import roles_of


def settled(told: Told, heading: str, over: Told | None, under: Told | None, before: Iterable[Told]) -> Told:
    """What a column says, with what follows from those that it divides.

    `heading` is its whole path, `over` and `under` say what the form's identity divides by what, `before` what the
    columns before it are.
    """
    before = list(before)
    planned = [other for other in before if other.status == "plan" and other.aspect is None]
    of = over or (planned[-1] if planned else None)
    told = replace(told, of_money=of is not None and of.unit is not None and is_money(of.unit.unit))
    if told.aspect != COMPARED:
        if over is None or under is None:
            return _of_what_was_done(told, before) if told.aspect == "completion" else told
        if told.aspect == "completion":  # "So với KH năm 2024 (%)" is of the time of what was done
            return replace(told, period=over.period or told.period)
        if told.aspect is None and _is_of_plan(over, under):
            return replace(told, aspect="completion", status="actual", period=told.period or over.period)
        share = told.aspect is None and _is_share(over, under)
        return replace(told, period=told.period or over.period, aspect="share" if share else told.aspect)
    rate = told.unit is not None and is_rate(told.unit.unit)
    if over is not None and under is not None and rate:
        aspect = "completion" if under.status in ("plan", "target") else "same_period"
        return replace(told, aspect=aspect, status="actual", period=over.period or told.period)
    if rate and "same_period" in roles_of(heading):
        return replace(told, aspect="same_period", status="actual")
    return replace(told, aspect="completion" if planned and rate else "rise", status="actual")


def of_plan_before(told: Told, before: Sequence[Told], bare: bool) -> Told:
    """What a rate says, with the two columns right `before` it: "Kế hoạch | Thực hiện | Tỷ lệ (%)".

    One that names what was done ("Đã giải ngân đến 30/9 | Tỷ lệ giải ngân (%)") is of the time of that.
    """
    units = {one.unit.unit.code for one in before if one.unit is not None and not is_rate(one.unit.unit)}
    if [one.status for one in before] != ["plan", "actual"] or len(units) != 1:
        return told
    told = replace(told, period=told.period or before[-1].period)
    return replace(told, aspect="completion", status="actual") if bare else told


def _is_of_plan(over: Told, under: Told) -> bool:
    """Whether things done are divided by things planned; of money that is its own rate, that of disbursement."""
    planned = under.status in ("plan", "target") and over.status not in ("plan", "target")
    return planned and (over.unit is None or not is_money(over.unit.unit))


def _of_what_was_done(told: Told, before: Sequence[Told]) -> Told:
    """A share of a plan told by the year of the plan, at the time of what was done: "% thực hiện KH năm 2025"."""
    planned = any(other.status == "plan" and other.period == told.period for other in before)
    done = [other for other in before if other.status == "actual" and other.aspect is None and other.period is not None]
    return replace(told, period=done[-1].period) if told.period is not None and planned and done else told


def in_points(told: Told) -> Told:
    """A difference of rates: percentage points, however it is written ("giảm 4%" of a rate is points)."""
    if told.unit is None or told.unit.unit.code != PERCENT.code or told.aspect in ("completion", "same_period"):
        return told
    points = replace(told.unit.unit, code="percentage_point")
    return replace(told, unit=UnitChoice(points, told.unit.strength))


def is_percent(told: Told) -> bool:
    """Whether a column holds rates in per cent, none of them a share of a plan or a change."""
    return told.unit is not None and told.unit.unit.code == PERCENT.code and told.aspect is None


def _is_share(over: Told, under: Told) -> bool:
    """Whether what is divided is a group of what it is divided by: poor households of a minority by poor households."""
    part, whole = (interpret(evidence_of_zones(one.zones), one.unit.unit.code if one.unit else None)
                   for one in (over, under))  # fmt: skip
    return (
        part.indicator is not None and part.indicator == whole.indicator
        and whole.population_group in ancestors(part.population_group or "")
    )  # fmt: skip
