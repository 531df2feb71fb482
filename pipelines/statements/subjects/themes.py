"""Whom and what a document is about, for figures that do not say it themselves.

Help with houses is usually for the poor; in an article on houses for people with merit it is for them. In an article on
lending what is disbursed is lent. Which words belong to a figure is evidence.py.
"""

from collections.abc import Iterable, Mapping, Sequence

from pipelines.meaning.code_lists import ancestors, population_groups, population_pairs
from pipelines.meaning.evidence import TOTAL
from pipelines.meaning.terms import Term
from pipelines.statements.wording.figures import Clauses

#: Marts whose usual group is a convention, with the topic that tells of them.
_CONVENTIONS: Mapping[str, str] = {"housing": "housing"}
#: Facets of groups that such help is for.
_BENEFICIARIES = frozenset({"HH_CLASS", "MERIT"})
#: Groups of which the body of a text may say that all help is theirs.
_WHOLE = frozenset({TOTAL, "poor_hh", "poor_and_near_poor_hh"})
#: Marts of money and rates of any subject, which are of whom the headline names.
_OF_ANY_SUBJECT = ("funding", "cross", "social_assistance")
_CREDIT = "credit"
#: Facets of groups that money is told for; all of poverty reduction is for the poor, which says nothing.
_PARTICULAR = frozenset({"MERIT", "LABOUR", "EDUCATION", "DISABILITY"})
#: Topics of which a headline, or half of the sentences with figures, tell in an article on one thing, by the topic that
#: its figures know of it (topics.csv).
_ARTICLES: Mapping[Term, frozenset[str]] = {
    Term("topic", "lending_article"): frozenset(
        {
            "policy_bank",
            "loan",
            "outstanding",
            "turnover_lent",
            "entrusted",
            "managed_loans",
            "credit_capital",
            "overdue",
        }
    ),
    Term("topic", "housing_article"): frozenset({"housing", "solidarity_house", "house_both", "house_replaced"}),
    Term("topic", "fund_article"): frozenset({"fund_for_poor"}),
}
#: Other help beside houses: a headline that names some is on several things.
_BESIDE_HOUSES = frozenset(
    {"domestic_water", "occupation_change", "livelihood", "livestock", "vocational", "insurance"}
)
#: What figures of an article on a disaster know of it.
DISASTER = Term("topic", "disaster_article")
_HOUSING = Term("topic", "housing_article")
#: An article on loans for houses is one on loans.
LENDING = Term("topic", "lending_article")
_CREDIT = "credit"


def article_of(clauses: Sequence[Clauses]) -> Term | None:
    """What an article is on, by its headline, else by most of its sentences with figures; None of several things."""
    told = [cut for cut in clauses if cut.figures]
    headline = [cut for cut in clauses if cut.sentence.section == "headline"]
    for theme, topics in _ARTICLES.items():
        if any(_tells_of(cut, topics) for cut in headline):
            several = theme == _HOUSING and any(_tells_of(cut, _BESIDE_HOUSES) for cut in headline)
            return None if several else theme
        if not headline and 2 * sum(_tells_of(cut, topics) for cut in told) > len(told):
            return theme
    return None


def tells_of_disaster(clauses: Sequence[Clauses]) -> bool:
    """Whether an article is on a disaster, by its headline: help then is for those it hit, poor or not."""
    topics = frozenset({"disaster", "house_damage"})
    return any(_tells_of(cut, topics) for cut in clauses if cut.sentence.section == "headline")


def _tells_of(cut: Clauses, topics: frozenset[str]) -> bool:
    return any(hit.payload.facet == "topic" and hit.payload.id in topics for hit in cut.words.terms)


def themes_of(clauses: Sequence[Clauses]) -> Mapping[str, str]:
    """The group of each mart whose usual one the document settles, by mart."""
    headline = [cut for cut in clauses if cut.sentence.section == "headline"]
    themes = {}
    for mart, topic in _CONVENTIONS.items():
        everybody = TOTAL if tells_of_disaster(clauses) else None
        group = _beneficiaries(headline, topic) or everybody or _of_classes(_beneficiaries(clauses, topic))
        if group is not None:
            themes[mart] = group
    named = {group for group in _groups(headline) if population_groups()[group].facet in _PARTICULAR}
    if len(named) == 1:
        marts = (*_OF_ANY_SUBJECT, _CREDIT) if article_of(clauses) == LENDING else _OF_ANY_SUBJECT
        themes.update((mart, next(iter(named))) for mart in marts)
    return themes


def _beneficiaries(clauses: Iterable[Clauses], topic: str) -> str | None:
    """The group for whom sentences on a topic tell help; all where they are several; None where none is named."""
    named = {
        group
        for cut in clauses
        if Term("topic", topic) in {hit.payload for hit in cut.words.terms}
        for group in _groups([cut])
        if population_groups()[group].facet in _BENEFICIARIES or group == TOTAL  # poor and honoured together
    }
    named -= {group for group in named if any(group in ancestors(other) for other in named)}
    facets = {population_groups()[group].facet for group in named}
    if len(facets) != 1:
        return TOTAL if facets else None
    if len(named) == 1:
        return named.pop()
    together = population_pairs().get(frozenset(named)) if len(named) == 2 else None
    return together or TOTAL


def _of_classes(group: str | None) -> str | None:
    """A group that the body names, where all help can be for it: not for the few with merit, or near-poor, alone."""
    return group if group in _WHOLE else None


def _groups(clauses: Iterable[Clauses]) -> Iterable[str]:
    return (hit.payload.id for cut in clauses for hit in cut.words.terms if hit.payload.facet == "population")
