"""Which words speak of a figure, and how strongly: its own clause most, its list item, the sentence's opening less.

What the words amount to is decided in pipelines.meaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipelines.meaning.subjects import Evidence, evidence_of
from pipelines.meaning.terms import Term
from pipelines.statements.figures import Clauses, Figure
from pipelines.vocabulary.lexicon import Hit

# Weights of the places where a word may stand, from the figure outwards.
NOUN = 1.0  # the figure's own unit and the words behind it
OWN = 0.95  # its clause before it
ITEM = 0.75  # the earlier clauses of its list item
BEHIND = 0.55  # the rest of its item, up to the next one
PREDICATE = 0.85  # the same, where it says what a proportion does: "90% hộ nghèo, hộ cận nghèo được vay vốn"
LABEL_ALONE = 0.9  # a label before a colon in its item: "Vào làm ở các khu công nghiệp: 241 người"
LABEL = 0.7  # the same, where the clause behind the colon names a topic itself
OPENING = 0.55  # the sentence before its first figure or colon
TOPIC = 0.5  # the paragraph's opening words ("Về nhà ở, …", "Chính sách giáo dục: …")
OTHER_ITEM = 0.15  # other items of the same sentence
BEFORE = 0.3  # the sentence before, in the same paragraph
HEADING = 0.35  # a heading line above
HEADLINE = 0.2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was told before a sentence: terms of the sentence before, the paragraph's opening, heading, headline."""

    before: frozenset[Term] = frozenset()
    topic: frozenset[Term] = frozenset()
    heading: frozenset[Term] = frozenset()
    headline: frozenset[Term] = frozenset()
    continues: bool = False
    """Whether the sentence lists parts of what was told before ("Trong đó, …")."""


class _Label(NamedTuple):
    """A label before a figure's clause ("Ăn trưa cho trẻ mẫu giáo: 6.240 trẻ"): where it ends, what it weighs."""

    end: int
    weight: float


def evidence_for(figure: Figure, aspect: str, clauses: Clauses, surroundings: Surroundings) -> Evidence:
    """The weighted terms around a figure told in this aspect."""
    weights: dict[Term, float] = {}
    for terms, weight in (
        (surroundings.headline, HEADLINE),
        (surroundings.before, OPENING if surroundings.continues else BEFORE),
        (surroundings.heading, HEADING),
        (surroundings.topic, TOPIC),
    ):
        for term in terms:
            weights[term] = max(weights.get(term, 0.0), weight)
    opening = clauses.lead_end
    label = _label(figure, clauses)
    behind = PREDICATE if aspect == "proportion" else BEHIND
    for start, end, term in clauses.words.terms:
        weight = _weight(start, end, figure, opening, behind, label)
        if weight > weights.get(term, 0.0):
            weights[term] = weight
    return evidence_of(weights)


def _weight(start: int, end: int, figure: Figure, opening: int, behind: float, label: _Label) -> float:
    if figure.start <= start < figure.right or start < figure.start < end:
        return NOUN
    if figure.own < end and start < figure.start:
        return OWN
    if figure.item <= start < figure.own:
        return label.weight if start < label.end else ITEM
    if figure.right <= start < figure.item_end:
        return OTHER_ITEM if figure.others[0] <= start < figure.others[1] else behind
    if start < opening:
        return OPENING
    return OTHER_ITEM


def _label(figure: Figure, clauses: Clauses) -> _Label:
    """The label of a figure; its words count for more where the clause behind it names no topic itself."""
    colon = max((mark.start for mark in clauses.marks if mark.sign == ":" and mark.start < figure.start), default=0)
    says_topic = any(hit.payload.facet == "topic" and colon < hit.start < figure.start for hit in clauses.words.terms)
    return _Label(colon, LABEL if says_topic else LABEL_ALONE)


def opening_terms(clauses: Clauses) -> frozenset[Term]:
    """The terms of a sentence's opening words, up to its first colon or figure."""
    return _terms(clauses.words.terms, clauses.lead_end)


def all_terms(clauses: Clauses) -> frozenset[Term]:
    """All terms of a sentence."""
    return _terms(clauses.words.terms, clauses.sentence.end)


def _terms(hits: Sequence[Hit[Term]], end: int) -> frozenset[Term]:
    return frozenset(hit.payload for hit in hits if hit.start < end)
