"""The terms that name a subject: topics, population groups, programmes, sources of funds, in one lexicon.

Which terms belong to a number is decided by statements and tables; what they amount to by subjects.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from pipelines.meaning.code_lists import programmes
from pipelines.vocabulary import read_table
from pipelines.vocabulary.lexicon import Hit, Lexicon, clusters, longest
from pipelines.vocabulary.loader import Members
from pipelines.vocabulary.word_lists import expanded

Facet = Literal["topic", "population", "programme", "funding"]
#: The id of words that hide the name of a group inside them.
NO_GROUP = "no_group"


class Term(NamedTuple):
    """One id of one vocabulary."""

    facet: Facet
    id: str


@dataclass(frozen=True, slots=True)
class TopicRow:
    """topics.csv: a concept and the words that name it; its forms hide those inside them where it `shadows`.

    `implies` is the population group that it is about where none is named: loans for jobs are those of workers.
    """

    topic: str
    label_en: str
    forms: Members = ()
    shadows: Literal["yes"] | None = None
    implies: str | None = None


@dataclass(frozen=True, slots=True)
class PopulationFormRow:
    """population_forms.csv: the words that name a population group.

    Those of `no_group` only look like one: the Labour Department counts no workers.
    """

    population_id: str
    forms: Members = ()


@dataclass(frozen=True, slots=True)
class ProgrammeFormRow:
    """programme_forms.csv: the words that name a programme."""

    programme_id: str
    forms: Members = ()


@dataclass(frozen=True, slots=True)
class FundingFormRow:
    """funding_forms.csv: the words that name a source of funds."""

    funding_source_id: str
    forms: Members = ()


@cache
def term_forms() -> tuple[tuple[str, Term], ...]:
    """All surface forms of the four vocabularies with their terms, those that name lists of words in full."""
    forms: list[tuple[str, Term]] = []
    for topic in read_table("topics.csv", TopicRow):
        forms += ((form, Term("topic", topic.topic)) for form in expanded(topic.forms))
    for population in read_table("population_forms.csv", PopulationFormRow):
        forms += ((form, Term("population", population.population_id)) for form in expanded(population.forms))
    for programme in read_table("programme_forms.csv", ProgrammeFormRow):
        forms += ((form, Term("programme", programme.programme_id)) for form in expanded(programme.forms))
    for funding in read_table("funding_forms.csv", FundingFormRow):
        forms += ((form, Term("funding", funding.funding_source_id)) for form in expanded(funding.forms))
    return tuple(forms)


@cache
def shadowing() -> frozenset[str]:
    """The topics whose forms hide shorter ones inside them: in "hộ cận nghèo" no "nghèo" counts."""
    return frozenset(row.topic for row in read_table("topics.csv", TopicRow) if row.shadows)


@cache
def _target_programmes() -> frozenset[Term]:
    return frozenset(Term("programme", one.programme_id) for one in programmes().values() if one.kind == "NTP")


@cache
def implied_groups() -> Mapping[str, str]:
    """The population group that a topic implies, by topic."""
    return {row.topic: row.implies for row in read_table("topics.csv", TopicRow) if row.implies}


@cache
def _lexicon() -> Lexicon[Term]:
    return Lexicon(term_forms())


def find_terms(folded: str, start: int = 0, end: int | None = None) -> list[Hit[Term]]:
    """The terms in a stretch of folded text, in its order; see `settle`."""
    by_facet: dict[Facet, list[Hit[Term]]] = {}
    for hit in _lexicon().find(folded, start, end):
        by_facet.setdefault(hit[2][0], []).append(hit)
    topics = by_facet.pop("topic", [])
    return settle(topics, by_facet.values())


def settle(topics: Sequence[Hit[Term]], others: Iterable[Sequence[Hit[Term]]]) -> list[Hit[Term]]:
    """Settle the overlaps of topics, and of the hits of each other facet, into the order of the text.

    Of populations, programmes and funds the longest form wins over those inside it; topics may overlap ("vốn vay
    giải quyết việc làm" is a loan and a job), but a shadowing one hides what lies inside it.
    """
    terms = [hit for found in others for hit in longest(found) if hit[2][1] != NO_GROUP]
    names = [hit for hit in terms if hit[2] in _target_programmes()]
    if names:  # an area within the name of a programme says where that works, not whom a number counts
        terms = [hit for hit in terms if hit[2][0] != "population" or not _is_inside(hit, names)]
    terms += _unshadowed(topics)
    terms.sort()
    return terms


def _unshadowed(topics: Sequence[Hit[Term]]) -> list[Hit[Term]]:
    hiding = shadowing()
    if len(topics) < 2 or hiding.isdisjoint([term[1] for _, _, term in topics]):
        return list(topics)
    kept: list[Hit[Term]] = []
    for group in clusters(sorted(topics)):
        shadows = [hit for hit in group if hit[2][1] in hiding] if len(group) > 1 else ()
        kept += [hit for hit in group if not _is_inside(hit, shadows)] if shadows else group
    return kept


def _is_inside(hit: Hit[Term], shadows: Sequence[Hit[Term]]) -> bool:
    """Whether a hit lies inside a longer one, or cuts across its beginning or end."""
    start, end, _ = hit
    return any(start < last and first < end and end - start < last - first for first, last, _ in shadows)
