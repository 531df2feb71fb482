"""What a figure told beside another is of, from the subject of that one: its change, rate, count, sum or whole."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from pipelines.meaning.code_lists import (
    Indicator,
    indicator_sums,
    indicators,
    is_one_variable,
    population_pairs,
    rate_parts,
)
from pipelines.meaning.evidence import Subject
from pipelines.meaning.groups import ANYONE

#: The change of an indicator told beside it.
CHANGE_SCORE = 0.75
#: A rate told in a bracket behind a count, or a count behind a rate.
RATE_SCORE = 0.62
#: The sum of two figures, or the whole of a part.
SUM_SCORE = 0.9
_POVERTY = "poverty_rate"
#: Rates of a group of those that another rate is of: what they count bears one id.
_COUNTED = {"pov.rate_poor_ethnic": "pov.hh_poor"}
#: By unit, what counts the same help in the other unit, and in this one.
_HELPED = {
    "house": ("house.hh_supported", "house.units_supported"),
    "household": ("house.units_supported", "house.hh_supported"),
}
#: What was to be reached, where that bears another id than what was.
_PLANS = {"fund.disbursed": "fund.plan", "house.units_completed": "house.units_supported"}
_BORROWERS = {"credit.outstanding": "credit.hh_with_loan", "credit.turnover_lent": "credit.hh_borrowed_in_period"}


def change_of(subject: Subject) -> Subject:
    """What a fall or rise of a subject is of: its change indicator where it has one, for the same group."""
    known = indicators().get(subject.indicator or "")
    change = known.change_indicator if known else None
    return replace(subject, indicator=change, score=CHANGE_SCORE if change else 0.0, rule="change of the level before")


def level_of(subject: Subject) -> Subject | None:
    """What the level is of that a fall or rise of a subject led to; None where no level has that change.

    Of several with one change the one usual for its group, else the first of the table: the poverty rate of all.
    """
    levels = [
        row for row in indicators().values() if row.change_indicator and row.change_indicator == subject.indicator
    ]
    usual = (row for row in levels if row.default_population == subject.population_group)
    level = next(usual, None) or next(iter(levels), None)
    if level is None:
        return None
    return replace(subject, indicator=level.indicator_id, score=CHANGE_SCORE, rule="level behind its change")


def rate_change_of(change: Subject) -> Subject | None:
    """What the same change is of as that of a rate: fewer poor households are a lower poverty rate; None of others."""
    level = level_of(change)
    rate = rate_of(level) if level is not None else None
    return change_of(rate) if rate is not None else None


def share_of(part: Subject, total: Subject) -> Subject | None:
    """What a per cent behind a part is of: the rate that counts the part's group among the total, if one is known."""
    for rate, counted in rate_parts().items():
        known = indicators()[rate]
        if not any(
            is_one_variable(one, part.indicator) and is_one_variable(whole, total.indicator) for one, whole in counted
        ):
            continue
        if known.default_population == part.population_group != total.population_group:
            return replace(part, indicator=rate, score=RATE_SCORE, rule="share of the part before")
    return None


def rate_of(subject: Subject) -> Subject | None:
    """What a per cent told beside a count is of, for the same group and programme; None where no rate is known."""
    known = indicators().get(subject.indicator or "")
    rate = _rate_among(known, subject.population_group) if known else None
    if rate is None:
        return None
    return replace(subject, indicator=rate, score=RATE_SCORE, rule="rate of the count before")


def _rate_among(counted: Indicator, group: str | None) -> str | None:
    """The rate of a count: "8.064 hộ Khmer nghèo (9%)" is the poverty rate of the group that has one of its own."""
    for rate, count in _COUNTED.items():
        whole = frozenset((counted.default_population, indicators()[rate].default_population))
        if count == counted.indicator_id and population_pairs().get(whole) == group:
            return rate
    return counted.rate_indicator


def count_of(subject: Subject) -> Subject | None:
    """What a count told in a bracket behind a rate is of; None where no count is known."""
    counted = _COUNTED.get(subject.indicator or "")
    for row in indicators().values():
        if row.rate_indicator == subject.indicator or row.indicator_id == counted:
            group = row.default_population if subject.population_group in ANYONE else subject.population_group
            return replace(
                subject, indicator=row.indicator_id, population_group=group, score=RATE_SCORE,
                rule="count of the rate before",
            )  # fmt: skip
    return None


def borrowers_of(subject: Subject) -> Subject | None:
    """What a count told right behind an amount of loans is of: those who have them; None behind other amounts."""
    counted = _BORROWERS.get(subject.indicator or "")
    if counted is None:
        return None
    return replace(subject, indicator=counted, score=SUM_SCORE, rule="borrowers of the loans before")


def planned_of(done: Subject) -> Subject:
    """What the plan is of for which something was done: the same, but money assigned and houses to be built."""
    return replace(done, indicator=_PLANS.get(done.indicator or "", done.indicator))


def told_in(subject: Subject, unit: str) -> Subject:
    """What is passed on to a figure of another unit: of households helped with houses the houses, and back."""
    pair = _HELPED.get(unit)
    if pair is None or subject.indicator != pair[0]:
        return subject
    return replace(subject, indicator=pair[1])


def sum_of(one: Subject, other: Subject) -> Subject | None:
    """What the sum of two figures is of; None where no indicator of both together is known."""
    summed = {one.indicator, other.indicator}
    together = next((total for total, parts in indicator_sums().items() if summed == set(parts)), None)
    if together is None:
        return None
    group = indicators()[together].default_population
    return replace(one, indicator=together, population_group=group, score=SUM_SCORE, rule="sum of those before")


def stock_of(subject: Subject) -> Subject:
    """What a count at the beginning or the end of a time is at any: the first of those that are one variable."""
    plain = _plain_counts().get(subject.indicator or "")
    return subject if plain is None else replace(subject, indicator=plain)


@cache
def _plain_counts() -> Mapping[str, str]:
    """The count at any time of those told at its beginning or end."""
    counts = [row for row in indicators().values() if (row.measure_type, row.stock_flow) == ("COUNT", "STOCK")]
    found: dict[str, str] = {}
    for row in counts:
        alike = (one for one in counts if one.default_unit == row.default_unit)
        plain = next((one for one in alike if is_one_variable(one.indicator_id, row.indicator_id)), row)
        if plain is not row:
            found[row.indicator_id] = plain.indicator_id
    return found


@cache
def _counts_of_groups() -> Mapping[str, str]:
    """The stock of households of each class, by group."""
    found: dict[str, str] = {}
    for row in indicators().values():
        if (row.mart, row.default_unit, row.stock_flow, row.measure_type) == (_POVERTY, "household", "STOCK", "COUNT"):
            found.setdefault(row.default_population, row.indicator_id)
    return found


def is_whole(indicator: str | None) -> bool:
    """Whether an indicator counts all who live in a place, or all of a class of households."""
    known = indicators().get(indicator or "")
    return known is not None and (known.mart, known.stock_flow, known.measure_type) == (_POVERTY, "STOCK", "COUNT")


def whole_of(part: Subject) -> Subject | None:
    """What b of "17.846/19.120 hộ nghèo được dùng nước sạch" is of: all households of that class.

    None where a is the class itself, a part of all households, or of no class.
    """
    counted = _counts_of_groups().get(part.population_group or "")
    if counted is None or part.population_group in ANYONE or is_one_variable(part.indicator, counted):
        return None
    return replace(part, indicator=counted, score=SUM_SCORE, rule="the class of which a part is told")
