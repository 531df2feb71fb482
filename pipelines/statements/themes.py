"""Whom and what a document is about, for figures that do not say it themselves.

Help with houses is usually for the poor; in an article on houses for people with merit it is for them. In an article on
lending what is disbursed is lent. Which words belong to a figure is evidence.py.
"""

from collections.abc import Iterable, Mapping, Sequence

from pipelines.meaning.code_lists import ancestors, population_groups, population_pairs
from pipelines.meaning.evidence import TOTAL
from pipelines.meaning.terms import Term
from pipelines.statements.figures import Clauses

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
#: The topics of lending, of which a headline or half of the sentences with figures tell in an article on it.
_LENDING = frozenset(
    {"policy_bank", "loan", "outstanding", "turnover_lent", "entrusted", "managed_loans", "credit_capital", "overdue"}
)
#: What the figures of an article on lending know of it (topics.csv).
LENDING = Term("topic", "lending_article")


def is_about_lending(clauses: Sequence[Clauses]) -> bool:
    """Whether an article is about loans: by its headline, or by most of the sentences with figures."""
    told = [
        (cut.sentence.section, any(hit.payload.id in _LENDING for hit in cut.words.terms))
        for cut in clauses
        if cut.figures or cut.sentence.section == "headline"
    ]
    lends = [found for _, found in told]
    return any(found for section, found in told if section == "headline") or 2 * sum(lends) > len(lends)


def themes_of(clauses: Sequence[Clauses]) -> Mapping[str, str]:
    """The group of each mart whose usual one the document settles, by mart."""
    headline = [cut for cut in clauses if cut.sentence.section == "headline"]
    themes = {}
    for mart, topic in _CONVENTIONS.items():
        group = _beneficiaries(headline, topic) or _of_classes(_beneficiaries(clauses, topic))
        if group is not None:
            themes[mart] = group
    named = {group for group in _groups(headline) if population_groups()[group].facet in _PARTICULAR}
    if len(named) == 1:
        marts = (*_OF_ANY_SUBJECT, _CREDIT) if is_about_lending(clauses) else _OF_ANY_SUBJECT
        themes.update((mart, next(iter(named))) for mart in marts)
    return themes


def _beneficiaries(clauses: Iterable[Clauses], topic: str) -> str | None:
    """The group for whom sentences on a topic tell help; all where they are several; None where none is named."""
    named = {
        group
        for cut in clauses
        if Term("topic", topic) in {hit.payload for hit in cut.words.terms}
        for group in _groups([cut])
        if population_groups()[group].facet in _BENEFICIARIES
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
