"""The terms that name a subject: topics, population groups, programmes, sources of funds, in one lexicon.

Which terms belong to a number is decided by statements and tables; what they amount to by subjects.py.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from pipelines.vocabulary import read_table
from pipelines.vocabulary.lexicon import Hit, Lexicon, longest
from pipelines.vocabulary.loader import Members

Facet = Literal["topic", "population", "programme", "funding"]


class Term(NamedTuple):
    """One id of one vocabulary."""

    facet: Facet
    id: str


@dataclass(frozen=True, slots=True)
class TopicRow:
    """topics.csv: a concept and the words that name it."""

    topic: str
    label_en: str
    forms: Members


@dataclass(frozen=True, slots=True)
class PopulationFormRow:
    """population_forms.csv: the words that name a population group."""

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
    """All surface forms of the four vocabularies with their terms, about 2,000."""
    forms: list[tuple[str, Term]] = []
    for topic in read_table("topics.csv", TopicRow):
        forms += ((form, Term("topic", topic.topic)) for form in topic.forms)
    for population in read_table("population_forms.csv", PopulationFormRow):
        forms += ((form, Term("population", population.population_id)) for form in population.forms)
    for programme in read_table("programme_forms.csv", ProgrammeFormRow):
        forms += ((form, Term("programme", programme.programme_id)) for form in programme.forms)
    for funding in read_table("funding_forms.csv", FundingFormRow):
        forms += ((form, Term("funding", funding.funding_source_id)) for form in funding.forms)
    return tuple(forms)


@cache
def _lexicon() -> Lexicon[Term]:
    return Lexicon(term_forms())


def find_terms(folded: str, start: int = 0, end: int | None = None) -> list[Hit[Term]]:
    """The terms in a stretch of folded text, in its order; of each facet the longest form wins over those inside it.

    "hộ cận nghèo" is near-poor, not poor; "vốn vay giải quyết việc làm" is a loan and a job.
    """
    by_facet: dict[Facet, list[Hit[Term]]] = {}
    for hit in _lexicon().find(folded, start, end):
        by_facet.setdefault(hit.payload.facet, []).append(hit)
    terms = [hit for hits in by_facet.values() for hit in longest(hits)]
    terms.sort()
    return terms
