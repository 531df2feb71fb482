"""From the terms around a number to its subject: the indicator rules, and the choice of a population group.

A rule (indicator_rules.csv) asks for a unit, an aspect and topics; each topic counts with the weight of the
place where it was found, and the rule that fits best names the indicator. Nothing here looks at text.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipelines.meaning.code_lists import (
    CURRENCIES,
    Rule,
    ancestors,
    indicators,
    population_groups,
    population_pairs,
    programmes,
    rules_for,
)
from pipelines.meaning.terms import Term, find_terms

#: Evidence at least this strong stands in the number's own list item.
NEAR = 0.72
#: Evidence at least this strong stands in the number's own clause; a rate is of others only where they are told there.
OWN_CLAUSE = 0.9
_RATES = frozenset({"percent", "percentage_point", "times", "per_mille"})
#: Evidence weaker than this names no population group: a word of the headline is not the subject of a number.
POPULATION_REACH = 0.4
#: Groups whose evidence differs by no more than this stand side by side.
_BESIDE = 0.1
#: Units of things, which are of no group themselves.
THINGS = frozenset(
    {"commune", "village", "district", "province", "class", "session", "facility", "project", "criterion", "group",
     "news_item", "km", "hectare", "school"}
)  # fmt: skip
#: The code of all programmes together, where a number names none.
TOTAL = "_T"
_CREDIT = "CREDIT"
#: A credit programme is that of a number where its evidence is at least this strong, another one at least that.
CREDIT_REACH, PROGRAMME_REACH = 0.5, 0.2
#: Each further topic that a rule asks for makes it more specific than a rule that asks for less.
SPECIFICITY = 0.12
#: The topics of a rule that asks for several must each weigh at least this.
TOGETHER = 0.3
#: Words against a rule count where their weight is at least this share of that of the rule's words.
AGAINST = 0.85


@dataclass(frozen=True, slots=True)
class Evidence:
    """The terms found for a number, each with the greatest weight (0 to 1) of the places where it stands."""

    topics: Mapping[str, float] = field(default_factory=dict)
    populations: Mapping[str, float] = field(default_factory=dict)
    programmes: Mapping[str, float] = field(default_factory=dict)
    funding: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a number is of. `score` is the best rule's fit, `margin` its lead over the next other indicator."""

    indicator: str | None = None
    population_group: str | None = None
    programme: str | None = None
    funding_source: str | None = None
    score: float = 0.0
    margin: float = 0.0
    rule: str = ""


def programme_of(indicator: str | None, programme: str | None) -> str:
    """The programme that a number of an indicator can be of: a credit programme only where money is lent."""
    if programme is None:
        return TOTAL
    known = indicators().get(indicator or "")
    lends = programmes()[programme].kind == _CREDIT
    return TOTAL if lends and (known is None or known.lent is None) else programme


def gather(zones: Iterable[tuple[float, str]]) -> Evidence:
    """The evidence of several folded texts, each with the weight of its place (a heading, a title, a clause)."""
    found: dict[Term, float] = {}
    for weight, folded in zones:
        for hit in find_terms(folded):
            if found.get(hit.payload, 0.0) < weight:
                found[hit.payload] = weight
    return evidence_of(found)


def evidence_of(weights: Mapping[Term, float]) -> Evidence:
    """Sort weighted terms by their facet."""
    by_facet: dict[str, dict[str, float]] = {"topic": {}, "population": {}, "programme": {}, "funding": {}}
    for term, weight in weights.items():
        by_facet[term.facet][term.id] = weight
    return Evidence(by_facet["topic"], by_facet["population"], by_facet["programme"], by_facet["funding"])


def interpret(evidence: Evidence, unit: str | None, aspect: str = "level", inherited: Subject | None = None) -> Subject:
    """Return the subject of a number from its evidence, unit code and aspect (aspects.csv).

    `inherited` is the subject of the total or the statement that the number belongs to: its indicator competes
    with the number's own words, its group, programme and source serve where the number names none.
    """
    best, runner_up, rule = _best_indicator(evidence.topics, unit or "", aspect, inherited)
    indicator = best[1] if best else None
    groups = evidence.populations
    if _is_per_head(indicator):  # of everybody, unless its own clause names others
        groups = {group: weight for group, weight in groups.items() if weight >= NEAR}

    def usual() -> str:
        return _usual_group(evidence.topics, indicator, unit or "")

    return Subject(
        indicator=indicator,
        population_group=_population(groups, unit or "", aspect, usual, inherited),
        programme=_programme(evidence.programmes) or (inherited.programme if inherited else None),
        funding_source=_strongest(evidence.funding) or (inherited.funding_source if inherited else None),
        score=best[0] if best else 0.0,
        margin=best[0] - runner_up if best else 0.0,
        rule=rule,
    )


def _is_per_head(indicator: str | None) -> bool:
    """Whether an indicator is an amount per head of everybody, such as the income."""
    known = indicators().get(indicator or "")
    return known is not None and known.measure_type == "AMOUNT" and known.additivity == "NON" and known.mart != _CROSS


#: Indicators of any subject (a share of a plan, a support norm, a ratio) concern the group of their theme.
_CROSS = "cross"
_THEME_UNITS = ("person", "household", "VND", "house")
#: A theme fits at least so well.
_THEME = 0.3


def _usual_group(topics: Mapping[str, float], indicator: str | None, unit: str) -> str:
    """The group that an indicator usually concerns; of one that fits any subject, the group of the theme told."""
    known = indicators().get(indicator or "")
    if (known is None or known.mart == _CROSS) and unit not in THINGS:
        themes = (_best_indicator(topics, other, "level", None) for other in _THEME_UNITS)
        best = max((theme[0] for theme in themes if theme[0]), default=(0.0, ""))
        known = indicators().get(best[1]) if best[0] >= _THEME else None
    return known.default_population if known and known.mart != _CROSS else "_T"


#: An inherited indicator counts as if its rule had been met by words of the sentence, not of the clause.
INHERITED_SCORE = 0.68
#: The change of an indicator told beside it.
CHANGE_SCORE = 0.75
#: A rate told in a bracket behind a count, or a count behind a rate.
RATE_SCORE = 0.62
#: A total of money in general says little of what its parts are for.
INHERITED_GENERAL = 0.4
#: A subject whose rule fits at least so well is sure enough to keep its parts.
SURE = 0.5
_GENERAL_MARTS = frozenset({"funding", "cross", ""})
#: A part is measured like its total: an indicator of another mart needs words as strong as this.
OTHER_MART = 1.05


def _best_indicator(
    topics: Mapping[str, float], unit: str, aspect: str, inherited: Subject | None
) -> tuple[tuple[float, str] | None, float, str]:
    """The best (score, indicator), the score of the next other indicator, and the name of the best's rule."""
    scores: dict[str, tuple[float, str, str]] = {}
    passed = indicators().get(inherited.indicator or "") if inherited else None
    if passed is not None and passed.passes_on != "yes":
        passed = None
    if inherited and passed:
        scores[passed.indicator_id] = (min(INHERITED_SCORE, inherited.score + 0.1), passed.indicator_id, "inherited")
    for rule in rules_for(unit, aspect, topics):
        score = _fit(rule, topics)
        if score <= 0.0:
            continue
        indicator = rule.indicator_id
        if inherited and passed and _mart(indicator) != passed.mart:
            score = _of_other_mart(score, passed.mart, unit, inherited.score)
        if score > (scores[indicator][0] if indicator in scores else 0.0):
            scores[indicator] = (score, indicator, rule.name)
    if not scores:
        return None, 0.0, ""
    ranked = sorted(scores.values(), reverse=True)
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


def _mart(indicator: str) -> str:
    known = indicators().get(indicator)
    return known.mart if known else ""


def _fit(rule: Rule, topics: Mapping[str, float]) -> float:
    """How well a rule fits, 0 where a topic is missing: its strength by the mean weight of its topics."""
    groups = rule.groups
    if not groups:
        return rule.strength
    total = 0.0
    least = 1.0
    for group in groups:
        weight = 0.0
        for topic in group:
            if topic in topics and topics[topic] > weight:
                weight = topics[topic]
        if weight <= 0.0 or (weight < TOGETHER and len(groups) > 1):
            return 0.0
        if weight < least:
            least = weight
        total += weight
    for topic in rule.without:
        # a word that speaks against the rule does so only where it stands about as near as the rule's own words
        if topic in topics and topics[topic] >= AGAINST * least:
            return 0.0
    return rule.strength * (total / len(groups) + SPECIFICITY * (len(groups) - 1))


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


def _population(
    weights: Mapping[str, float], unit: str, aspect: str, usual: Callable[[], str], inherited: Subject | None
) -> str | None:
    """The group that a number counts or concerns.

    Words of its own item name it, made specific by one another; else it is inherited, else the indicator's usual
    one, else that of words farther off. Numbers of things (classes, communes) and wholes (80.276 of
    16.003/80.276) concern the usual group.
    """
    if unit in THINGS or aspect == "total":
        return usual()
    weights = {group: weight for group, weight in weights.items() if group != TOTAL}  # a body's name counts nobody
    reach = OWN_CLAUSE if unit in _RATES else NEAR
    near = {group: weight for group, weight in weights.items() if weight >= reach}
    if near:
        return _named(near) or usual()
    if inherited and inherited.population_group:
        return inherited.population_group
    group = usual()
    far = {group: weight for group, weight in weights.items() if weight >= POPULATION_REACH}
    return (_named(far) if far and group == TOTAL else None) or group


def _named(weights: Mapping[str, float]) -> str | None:
    """The group that words name: the nearest, made specific by the others; None where they name many unrelated."""
    if len(weights) == 1:
        return next(iter(weights))
    chosen = max(weights, key=lambda group: (weights[group], _depth(group), group))
    named = {group: weight for group, weight in weights.items() if weight >= weights[chosen] - _BESIDE}
    if is_total(chosen):  # "khách hàng" are all households only where no others are named beside them
        chosen = max((group for group in named if not is_total(group)), key=lambda one: named[one], default=chosen)
    beside = [group for group in weights if weights[group] >= weights[chosen] - _BESIDE]
    if len([group for group in beside if not any(group in ancestors(other) for other in beside)]) > 2:
        return None
    for other in sorted(weights, key=lambda group: (-weights[group], group)):
        together = population_pairs().get(frozenset((chosen, other)))
        if together and other in beside:
            chosen = together
        elif chosen in ancestors(other):
            chosen = other
    return chosen


def is_total(group: str) -> bool:
    """Whether a group is all of a kind: all households, everybody."""
    known = population_groups().get(group)
    return known is not None and known.facet == "TOTAL"


def group_told(evidence: Evidence) -> bool:
    """Whether words near a number name a group, so that no line farther off needs to be asked."""
    return any(weight >= NEAR for group, weight in evidence.populations.items() if group != TOTAL)


def group_of_line(populations: Mapping[str, float], usual: str | None) -> str | None:
    """The group that a title or a section names, where it is the usual group, a part of it, or what it is part of."""
    if not populations or usual is None or usual == TOTAL:
        return None
    group = _named(populations) or usual
    related = group in ancestors(usual) or usual in ancestors(group)
    return group if related else None


def _depth(group: str) -> int:
    return len(ancestors(group))


def change_of(subject: Subject) -> Subject:
    """What a fall or rise of a subject is of: its change indicator where it has one, for the same group."""
    known = indicators().get(subject.indicator or "")
    change = known.change_indicator if known else None
    return replace(subject, indicator=change, score=CHANGE_SCORE if change else 0.0, rule="change of the level before")


def rate_of(subject: Subject) -> Subject | None:
    """What a per cent told beside a count is of, for the same group and programme; None where no rate is known."""
    known = indicators().get(subject.indicator or "")
    if known is None or known.rate_indicator is None:
        return None
    return replace(subject, indicator=known.rate_indicator, score=RATE_SCORE, rule="rate of the count before")


def count_of(subject: Subject) -> Subject | None:
    """What a count told in a bracket behind a rate is of; None where no count is known."""
    for row in indicators().values():
        if row.rate_indicator == subject.indicator:
            return replace(subject, indicator=row.indicator_id, score=RATE_SCORE, rule="count of the rate before")
    return None
