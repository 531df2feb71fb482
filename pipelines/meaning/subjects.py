"""From the terms around a number to its subject: the indicator rules.

A rule (indicator_rules.csv) asks for a unit, an aspect and topics; each topic counts with the weight of the
place where it was found, and the rule that fits best names the indicator. Whom it concerns is groups.py. Nothing
here looks at text.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from pipelines.meaning.code_lists import CURRENCIES, RATES, Indicator, Rule, indicators, is_lent, programmes, rules_for
from pipelines.meaning.evidence import THINGS, TOTAL, Evidence, Subject
from pipelines.meaning.groups import ANYONE, CONVENTIONAL, NEAR, OWN_CLAUSE, Setting, group_for

_CREDIT = "CREDIT"
#: The topics of the Fund for the Poor and of raising money for it.
_FUND, _RAISED = "fund_for_poor", "raised"
#: The aspect of rules for levels that words call a plan.
_PLANNED = "planned"
#: A credit programme is that of a number where its evidence is at least this strong, another one at least that.
CREDIT_REACH, PROGRAMME_REACH = 0.5, 0.2
#: Each further topic that a rule asks for makes it more specific than a rule that asks for less.
SPECIFICITY = 0.12
#: The topics of a rule that asks for several must each weigh at least this.
TOGETHER = 0.3
#: The topic of a rule that asks for one: what is told of other figures of the sentence names nothing.
ALONE = 0.16
#: Words against a rule count where their weight is at least this share of that of the rule's words.
AGAINST = 0.85


def programme_of(indicator: str | None, programme: str | None) -> str:
    """The programme that a number of an indicator can be of: a credit programme only where money is lent."""
    if programme is None:
        return TOTAL
    known = indicators().get(indicator or "")
    lends = programmes()[programme].kind == _CREDIT
    return TOTAL if lends and (known is None or known.lent is None) else programme


def interpret(
    evidence: Evidence,
    unit: str | None,
    aspect: str = "level",
    inherited: Subject | None = None,
    themes: Mapping[str, str] | None = None,
    counted: str | None = None,
    *,
    planned: bool = False,
) -> Subject:
    """Return the subject of a number from its evidence, unit code and aspect (aspects.csv).

    `inherited` is the subject of the total or the statement that the number belongs to: its indicator competes
    with the number's own words, its group, programme and source serve where the number names none. `themes` are the
    groups that a document is about, by mart, where its indicators' usual group is only a convention; `counted` is
    the group of the count that an amount of money is told with, `planned` says that words call it a plan.
    """
    lent = credit_programme(evidence.programmes)
    named = lent is not None and unit != "person"  # people are given jobs by loans
    if inherited is not None and named and is_lent(inherited.indicator) and inherited.score < SURE:
        inherited = replace(inherited, score=SURE)  # "nước sạch 12,3 tỷ đồng" behind outstanding loans is one of them
    if inherited is not None and _only_names_a_source(evidence.topics, inherited):
        inherited = replace(inherited, score=SURE)
    told_as = (aspect, _PLANNED) if planned and aspect == "level" else (aspect,)
    best, runner_up, rule = _best_indicator(evidence.topics, unit or "", told_as, inherited)
    indicator = best[1] if best else None
    known_themes = themes or {}

    found: list[str] = []

    def usual() -> str:  # found when it is first asked for, which is seldom
        if not found:
            found.append(_usual_group(evidence.topics, indicator, unit or "", known_themes))
        return found[0]

    mart = _mart(indicator or "")
    setting = Setting(
        indicator, mart, unit or "", aspect, usual, known_themes, inherited, counted, _is_per_head(indicator), lent
    )
    return Subject(
        indicator=indicator,
        population_group=group_for(evidence, setting),
        programme=_programme(evidence.programmes) or (inherited.programme if inherited else None),
        funding_source=_strongest(evidence.funding) or (inherited.funding_source if inherited else None),
        score=best[0] if best else 0.0,
        margin=best[0] - runner_up if best else 0.0,
        rule=rule,
    )


def _only_names_a_source(topics: Mapping[str, float], inherited: Subject) -> bool:
    """Whether the Fund for the Poor only pays a part of what was told: "mỗi căn 85 triệu đồng, trong đó Quỹ 15"."""
    paid = topics.get(_FUND, 0.0) >= NEAR and topics.get(_RAISED, 0.0) < OWN_CLAUSE
    given = not is_lent(inherited.indicator) and _mart(inherited.indicator or "") not in _GENERAL_MARTS
    return paid and given


def _is_per_head(indicator: str | None) -> bool:
    """Whether an indicator is an amount per head of everybody, such as the income."""
    known = indicators().get(indicator or "")
    return known is not None and known.measure_type == "AMOUNT" and known.additivity == "NON" and known.mart != _CROSS


#: Indicators of any subject (a share of a plan, a support norm, a ratio) concern the group of their theme.
_CROSS = "cross"
_HOUSE, _HOUSING = "house", "housing"
_THEME_UNITS = ("person", "household", "VND", _HOUSE)
#: A theme fits at least so well.
_THEME = 0.4


def _usual_group(topics: Mapping[str, float], indicator: str | None, unit: str, themes: Mapping[str, str]) -> str:
    """The group that an indicator usually concerns; of one that fits any subject, the group of the theme told."""
    known = indicators().get(indicator or "")
    if (known is None or (known.mart == _CROSS and known.default_population in ANYONE)) and unit not in THINGS:
        units = [other for other in _THEME_UNITS if other != _HOUSE or _HOUSING in topics]  # not all help is a house
        told = (_best_indicator(topics, other, ("level",), None) for other in units)
        best = max((theme[0] for theme in told if theme[0]), default=(0.0, ""))
        known = indicators().get(best[1]) if best[0] >= _THEME else None
    if known is None or (known.mart == _CROSS and known.default_population in ANYONE):
        return themes.get(_CROSS, TOTAL) if unit not in THINGS else TOTAL
    usual = known.default_population
    return themes.get(known.mart, usual) if usual in CONVENTIONAL or usual in ANYONE else usual


#: Names what was taken over instead of a rule.
_PASSED_ON = "inherited"
#: An inherited indicator counts as if its rule had been met by words of the sentence, not of the clause.
INHERITED_SCORE = 0.68
#: A total of money in general says little of what its parts are for.
INHERITED_GENERAL = 0.4
#: A subject whose rule fits at least so well is sure enough to keep its parts.
SURE = 0.5
_GENERAL_MARTS = frozenset({"funding", "cross", ""})
#: A part is measured like its total: an indicator of another mart needs words as strong as this.
OTHER_MART = 1.05


def _best_indicator(
    topics: Mapping[str, float], unit: str, aspects: tuple[str, ...], inherited: Subject | None
) -> tuple[tuple[float, str] | None, float, str]:
    """The best (score, indicator), the score of the next other indicator, and the name of the best's rule."""
    scores: dict[str, tuple[float, str, str]] = {}
    passed = indicators().get(inherited.indicator or "") if inherited else None
    if passed is not None and not (passed.passes_on == "yes" or (inherited and inherited.beside)):
        passed = None
    if passed is not None and not _can_be_told_in(passed, unit):
        passed = None
    if inherited and passed:
        scores[passed.indicator_id] = (min(INHERITED_SCORE, inherited.score + 0.1), passed.indicator_id, _PASSED_ON)
    for rule in chain.from_iterable(rules_for(unit, aspect, topics) for aspect in aspects):
        score = _fit(rule, topics)
        if score <= 0.0:
            continue
        indicator = rule.indicator_id
        if inherited and passed and "total" not in aspects and _mart(indicator) != passed.mart:
            score = _of_other_mart(score, passed.mart, unit, inherited.score)
        if score > (scores[indicator][0] if indicator in scores else 0.0):
            scores[indicator] = (score, indicator, rule.name)
    if not scores:
        return None, 0.0, ""
    # of equal fits what is passed on is told, else the one that the alphabet settles
    ranked = sorted(scores.values(), key=lambda told: (told[0], told[2] == _PASSED_ON, told[1]), reverse=True)
    best, indicator, name = ranked[0]
    return (best, indicator), (ranked[1][0] if len(ranked) > 1 else 0.0), name


def _of_other_mart(score: float, mart: str, unit: str, inherited: float) -> float:
    """What the fit of a rule counts for a part whose total is of another mart.

    Little, unless the total is of money in general or its own indicator is not sure.
    """
    if mart in _GENERAL_MARTS:
        raised = unit in CURRENCIES and score >= INHERITED_GENERAL
        return score + INHERITED_SCORE - INHERITED_GENERAL if raised else score
    return score if score >= OTHER_MART or inherited < SURE else 0.0


#: Units that tell apart what is measured.
_TELLING = CURRENCIES | RATES | {"household", "person", "customer", "turn", "house", "card", "animal", "kilogram"}
#: Units in which the same may be counted or measured.
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"household", "person", "customer", "turn", "card"}),
    RATES,
    CURRENCIES,
)


def _can_be_told_in(indicator: Indicator, unit: str) -> bool:
    """Whether an indicator that is passed on can be told in a unit: households given electricity are no houses."""
    own = indicator.default_unit
    known = own in _TELLING and unit in _TELLING
    if {own, unit} == {"household", "house"}:
        return indicator.mart == "housing"
    return not known or own == unit or any({own, unit} <= alike for alike in _ALIKE)


def _mart(indicator: str) -> str:
    known = indicators().get(indicator)
    return known.mart if known else ""


def _fit(rule: Rule, topics: Mapping[str, float]) -> float:
    """How well a rule fits, 0 where a topic is missing: its strength by the mean weight of its topics."""
    groups = rule.groups
    if not groups:  # a rule without words of its own gives way to words against it in the number's own item
        return 0.0 if any(topics.get(topic, 0.0) >= NEAR for topic in rule.without) else rule.strength
    total = 0.0
    least = 1.0
    for group in groups:
        weight = 0.0
        for topic in group:
            if topic in topics and topics[topic] > weight:
                weight = topics[topic]
        if weight < (TOGETHER if len(groups) > 1 else ALONE):
            return 0.0
        if weight < least:
            least = weight
        total += weight
    for topic in rule.without:
        # a word that speaks against the rule does so only where it stands about as near as the rule's own words
        if topic in topics and topics[topic] >= AGAINST * least:
            return 0.0
    return rule.strength * (total / len(groups) + SPECIFICITY * (len(groups) - 1))


def credit_programme(weights: Mapping[str, float]) -> str | None:
    """The credit programme that words near a number name."""
    near = {one: weight for one, weight in weights.items() if weight >= NEAR and programmes()[one].kind == _CREDIT}
    return _strongest(near)


def _programme(weights: Mapping[str, float]) -> str | None:
    """The programme that words name: a credit programme only near the number, as a list tells many of them."""
    if not weights:
        return None
    return _strongest(
        {
            programme: weight
            for programme, weight in weights.items()
            if weight >= (CREDIT_REACH if programmes()[programme].kind == _CREDIT else PROGRAMME_REACH)
        }
    )


def _strongest(weights: Mapping[str, float]) -> str | None:
    if len(weights) < 2:
        return next(iter(weights), None)
    return max(weights, key=lambda member: (weights[member], member))
