"""What is known around a number and what it amounts to: the weighted terms, and the subject made of them.

How a subject is chosen is subjects.py (the indicator) and groups.py (whom it concerns).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipelines.meaning.terms import Term, find_terms, implied_groups

#: Units of things, which are of no group themselves.
THINGS = frozenset(
    {"commune", "village", "district", "province", "city", "locality", "country", "class", "session", "facility",
     "room", "office", "project", "programme", "criterion", "group", "organisation", "company", "station", "point",
     "news_item", "workday", "case", "km", "hectare", "square_metre", "m3", "school"}
)  # fmt: skip
#: The code of all groups, or programmes, together, where a number names none.
TOTAL = "_T"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The terms found for a number, each with the greatest weight (0 to 1) of the places where it stands.

    `implied` are the groups that its topics imply (topics.csv).
    """

    topics: Mapping[str, float] = field(default_factory=dict)
    populations: Mapping[str, float] = field(default_factory=dict)
    programmes: Mapping[str, float] = field(default_factory=dict)
    funding: Mapping[str, float] = field(default_factory=dict)
    implied: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a number is of. `score` is the best rule's fit, `margin` its lead over the next other indicator.

    `beside` says of what is passed on that a neighbour in a list passes it on, not a total.
    """

    indicator: str | None = None
    population_group: str | None = None
    programme: str | None = None
    funding_source: str | None = None
    score: float = 0.0
    margin: float = 0.0
    rule: str = ""
    beside: bool = False


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
    topics = by_facet["topic"]
    return Evidence(topics, by_facet["population"], by_facet["programme"], by_facet["funding"], implied_by(topics))


def implied_by(topics: Mapping[str, float]) -> Mapping[str, float]:
    """The groups that topics imply, each with the greatest weight of a topic."""
    groups = implied_groups()
    implied: dict[str, float] = {}
    for topic, weight in topics.items():
        if topic in groups and weight > implied.get(groups[topic], 0.0):
            implied[groups[topic]] = weight
    return implied
