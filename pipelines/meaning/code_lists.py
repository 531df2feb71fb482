"""The code lists of meaning and the rules between them: indicators, population groups, programmes, indicator rules.

Each is a CSV file that an expert edits; here is how it is read. How they are applied is subjects.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members, read_numbered

SAME = "same_figures.csv"
#: The vocabularies of which same_figures.csv names codes.
CodeList = Literal["indicator", "programme", "population_group", "unit"]
#: Amounts of any currency follow the rules for đồng.
CURRENCIES = frozenset({"VND", "USD", "EUR", "KRW", "JPY", "CNY"})
#: Units of what is told of a whole or of what was before.
RATES = frozenset({"percent", "percentage_point", "times", "permille"})


#: Units that "*" in a rule does not stand for.
_NO_THINGS = frozenset(
    {"VND", "percent", "percentage_point", "times", "permille", "household", "house", "person", "turn", "customer",
     "hectare", "square_metre", "km", "workday", "commune", "village", "district", "province", "year_of_age", "month",
     "day", "year"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Indicator:
    """indicators.csv: a statistical variable.

    `change_indicator` is the variable of its fall or rise, `rate_indicator` of its share of the usual whole,
    `whole_indicator` (of a rate) of that whole; `passes_on` says whether parts of a total are of the same variable
    (those of all households are not); `lent` that it tells of loans, so that a credit programme may be its own.
    """

    indicator_id: str
    mart: str
    name_en: str
    label_vi: str
    measure_type: str
    stock_flow: str
    default_unit: str
    additivity: str
    default_population: str = "_T"
    change_indicator: str | None = None
    rate_indicator: str | None = None
    whole_indicator: str | None = None
    passes_on: Literal["yes", "no"] = "yes"
    implied_status: Literal["plan", "norm"] | None = None
    lent: Literal["yes"] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """programmes.csv: under what a number was paid, lent or done."""

    programme_id: str
    kind: str
    name_en: str
    label_vi: str
    legal_basis: str = ""
    valid_from: str = ""
    valid_to: str = ""
    funding_source: str | None = None
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorRule:
    """indicator_rules.csv: when a number is of an indicator.

    `topics` must all be found, each cell member being one topic or several alternatives split by "|"; `without`
    must not be found near the number.
    """

    indicator_id: str
    units: Members
    aspects: Members
    topics: Members = ()
    without: Members = ()
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class PopulationGroup:
    """population_groups.csv: whom a number counts."""

    population_id: str
    facet: str
    name_en: str
    label_vi: str
    parent_id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PopulationPair:
    """population_pairs.csv: two groups named together for one number are this third one."""

    one: str
    other: str
    together: str


@dataclass(frozen=True, slots=True)
class IndicatorSum:
    """indicator_sums.csv: an indicator that is by its meaning the sum of others."""

    total: str
    parts: Members
    note: str = ""


@dataclass(frozen=True, slots=True)
class RateParts:
    """rate_parts.csv: the indicators that a rate is the share of."""

    rate: str
    part: str
    whole: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of indicator_rules.csv for one unit and aspect; `number` is its row."""

    indicator_id: str
    groups: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    strength: float
    name: str
    number: int


@cache
def programmes() -> Mapping[str, Programme]:
    """All programmes by id. Raises VocabularyError."""
    return {row.programme_id: row for row in read_table("programmes.csv", Programme)}


@cache
def indicators() -> Mapping[str, Indicator]:
    """All indicators by id."""
    return {row.indicator_id: row for row in read_table("indicators.csv", Indicator)}


@cache
def population_groups() -> Mapping[str, PopulationGroup]:
    """All population groups by id."""
    return {row.population_id: row for row in read_table("population_groups.csv", PopulationGroup)}


@cache
def population_pairs() -> Mapping[frozenset[str], str]:
    """The group that two groups told together are, by the pair."""
    rows = read_table("population_pairs.csv", PopulationPair)
    return {frozenset((row.one, row.other)): row.together for row in rows}


@cache
def indicator_sums() -> Mapping[str, Members]:
    """The indicators that add up to another, by that."""
    return {row.total: row.parts for row in read_table("indicator_sums.csv", IndicatorSum)}


@cache
def rate_parts() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each rate the pairs of a part and a whole that it may be the share of."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("rate_parts.csv", RateParts):
        found.setdefault(row.rate, []).append((row.part, row.whole))
    return {rate: tuple(pairs) for rate, pairs in found.items()}


@cache
def _rules(unit: str, aspect: str) -> tuple[Mapping[int, Rule], Mapping[str, Mapping[int, Rule]]]:
    """The rules for numbers of a unit told in an aspect: those that ask for no topic, and the others by a topic.

    A rule stands under each topic of its first group, one of which must be told. "*" in the table is any unit of
    things given or published: not money, rates, people, places and measures.
    """
    always: dict[int, Rule] = {}
    by_topic: dict[str, dict[int, Rule]] = {}
    unit = "VND" if unit in CURRENCIES else unit
    for number, row in read_numbered("indicator_rules.csv", IndicatorRule):
        if aspect in row.aspects and (unit in row.units or ("*" in row.units and unit not in _NO_THINGS)):
            groups = tuple(tuple(member.split("|")) for member in row.topics)
            rule = Rule(row.indicator_id, groups, row.without, row.strength, f"indicator_rules.csv:{number}", number)
            for topic in groups[0] if groups else ():
                by_topic.setdefault(topic, {})[number] = rule
            if not groups:
                always[number] = rule
    return always, by_topic


def rules_for(unit: str, aspect: str, topics: Mapping[str, float]) -> list[Rule]:
    """The rules that may fit, in the order of the table."""
    always, by_topic = _rules(unit, aspect)
    found = dict(always)
    for topic in topics:
        rules = by_topic.get(topic)
        if rules is not None:
            found.update(rules)
    return [found[number] for number in sorted(found)]


@cache
def ancestors(group: str) -> frozenset[str]:
    """The groups of which a population group is a part, over any number of levels."""
    found: set[str] = set()
    row = population_groups().get(group)
    while row and row.parent_id and row.parent_id not in found:
        found.add(row.parent_id)
        row = population_groups().get(row.parent_id)
    return frozenset(found)


def is_lent(indicator: str | None) -> bool:
    """Whether an indicator tells of loans."""
    known = indicators().get(indicator or "")
    return known is not None and known.lent is not None


def is_one_variable(one: str | None, other: str | None) -> bool:
    """Whether two indicators are one: a stock at the beginning, at the end and at no told time share their change."""
    if one is None or other is None:
        return False
    if one == other:
        return True
    first, last = indicators().get(one), indicators().get(other)
    if first is None or last is None or first.rate_indicator != last.rate_indicator:
        return False
    return first.change_indicator == last.change_indicator is not None


@dataclass(frozen=True, slots=True)
class SameRow:
    """same_figures.csv: where a figure is told twice `code` is taken for `same_as`; empty is not told at all."""

    vocabulary: CodeList
    code: str
    same_as: str | None = None
    note: str = ""


def told_as_one(one: str | None, other: str | None) -> bool:
    """Whether two indicators may tell one figure: houses that were built for households that got one."""
    return one is not None and other is not None and _same_as(one) == _same_as(other)


@cache
def _same_as(indicator: str) -> str:
    rows = read_table(SAME, SameRow)
    return next(
        (row.same_as or indicator for row in rows if (row.vocabulary, row.code) == ("indicator", indicator)), indicator
    )
