"""The code lists of meaning fit each other: every id that one names stands in the other."""

import pytest

from pipelines.meaning.code_lists import (
    IndicatorRule,
    ancestors,
    indicators,
    population_groups,
    population_pairs,
    programmes,
    rules_for,
)
from pipelines.meaning.terms import NO_GROUP, TopicRow, term_forms
from pipelines.statements.wording.words import AspectRow
from pipelines.vocabulary import read_table
from pipelines.vocabulary.units import unit_rows

RULES = read_table("indicator_rules.csv", IndicatorRule)
TOPICS = {row.topic for row in read_table("topics.csv", TopicRow)}
#: Aspects that no word of aspects.csv tells, but the place of a figure.
PLACED = {
    "level",
    "before",
    "after",
    "plan",
    "total",
    "proportion",
    "make_up",
    "share",
    "completion",
    "excess",
    "same_period",
    "planned",
}
ROWS = list(enumerate(RULES, start=2))


@pytest.mark.parametrize(("number", "rule"), ROWS, ids=[f"row {number}" for number, _ in ROWS])
def test_a_rule_names_what_there_is(number: int, rule: IndicatorRule) -> None:
    units = {row.unit for row in unit_rows()} | {"*", "", "percentage_point"}
    aspects = {row.aspect for row in read_table("aspects.csv", AspectRow)} | PLACED
    topics = {topic for member in (*rule.topics, *rule.without) for topic in member.split("|")}
    assert rule.indicator_id in indicators()
    assert set(rule.units) - units == set()
    assert set(rule.aspects) - aspects == set()
    assert topics - TOPICS == set()
    assert 0 < rule.strength <= 2


def test_every_indicator_names_indicators_and_groups_that_there_are() -> None:
    for row in indicators().values():
        others = {row.change_indicator, row.rate_indicator, row.whole_indicator} - {None}
        assert others - indicators().keys() == set(), row.indicator_id
        assert row.default_population in population_groups(), row.indicator_id


def test_every_term_is_of_its_list() -> None:
    lists = {"topic": TOPICS, "population": set(population_groups()), "programme": set(programmes())}
    for form, term in term_forms():
        assert term.facet == "funding" or term.id in {*lists[term.facet], NO_GROUP}, form


def test_groups_have_parents_and_none_is_its_own_ancestor() -> None:
    for group, row in population_groups().items():
        assert row.parent_id is None or row.parent_id in population_groups()
        assert group not in ancestors(group)


def test_groups_told_together_are_groups() -> None:
    for pair, together in population_pairs().items():
        assert {*pair, together} <= population_groups().keys()


def test_rules_come_in_the_order_of_the_table_and_only_for_topics_told() -> None:
    rules = rules_for("household", "level", {"poor_household": 1.0})
    assert [rule.number for rule in rules] == sorted(rule.number for rule in rules)
    assert "pov.hh_poor" in {rule.indicator_id for rule in rules}
    assert all(not rule.groups or "poor_household" in rule.groups[0] for rule in rules)


def test_amounts_of_any_currency_follow_the_rules_of_dong() -> None:
    dong = [rule.name for rule in rules_for("VND", "level", {"outstanding": 1.0})]
    assert dong == [rule.name for rule in rules_for("USD", "level", {"outstanding": 1.0})] != []
