"""What each figure of a document is of: evidence from its words, and what it inherits from the figure it belongs to.

A part inherits from its total, b of a/b from a, a rate from the figure it follows, a list member without words of its
own from the member before.
"""

from collections.abc import Mapping, Sequence

from pipelines.meaning.subjects import Evidence, Subject, interpret
from pipelines.meaning.terms import Term
from pipelines.statements.aspects import RATES
from pipelines.statements.evidence import OWN, Surroundings, all_terms, evidence_for, opening_terms
from pipelines.statements.figures import LIST_OPENERS, Clauses, Figure
from pipelines.statements.structure import Structure

#: Aspects of a figure that says something about the one before it.
_ABOUT_ANOTHER = frozenset({"completion", "share", "same_period", "excess"})


#: A connective within so many characters opens its sentence.
_SENTENCE_OPENING = 3


class SubjectReader:
    """Reads the clauses of one document in order; keeps what earlier sentences told."""

    def __init__(self, folded: str, aspects: Mapping[int, str], structure: Structure) -> None:
        """`folded` is the text of the document; aspects and structure of all its figures."""
        self._folded = folded
        self._aspects = aspects
        self._totals = {part.part: part.total for part in structure.parts}
        self._subjects: dict[int, Subject] = {}
        self._headline: frozenset[Term] = frozenset()
        self._heading: frozenset[Term] = frozenset()

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, Subject]:
        """The subject of each figure, by figure index."""
        paragraph = -1
        topic: frozenset[Term] = frozenset()
        before: frozenset[Term] = frozenset()
        for cut in clauses:
            if cut.sentence.paragraph != paragraph:
                paragraph = cut.sentence.paragraph
                topic, before = opening_terms(cut), frozenset()
                self._note_heading(cut)
            surroundings = Surroundings(before, topic, self._heading, self._headline, _continues(cut))
            self._read_sentence(cut, surroundings)
            before = all_terms(cut)
        return self._subjects

    def _note_heading(self, cut: Clauses) -> None:
        """Keep the headline, and a line above that names a topic and tells no figure."""
        if cut.sentence.section == "headline":
            self._headline |= all_terms(cut)
        elif not cut.figures and cut.sentence.closes_paragraph and len(self._text(cut)) < 120:
            self._heading = all_terms(cut)

    def _text(self, cut: Clauses) -> str:
        return self._folded[cut.sentence.start : cut.sentence.end]

    def _read_sentence(self, cut: Clauses, surroundings: Surroundings) -> None:
        previous: Figure | None = None
        for figure in cut.figures:
            evidence = evidence_for(figure, self._aspects[figure.index], cut, surroundings)
            inherited = self._inherited(figure, evidence, cut, previous)
            unit = figure.unit or (previous.unit if previous else "")
            self._subjects[figure.index] = interpret(evidence, unit, self._aspects[figure.index], inherited)
            previous = figure

    def _inherited(self, figure: Figure, evidence: Evidence, cut: Clauses, previous: Figure | None) -> Subject | None:
        if figure.half == "denominator":
            other = self._subjects[figure.index - 1]
            return other if self._aspects[figure.index] == "plan" else None
        total = self._totals.get(figure.index)
        if total is not None and total in self._subjects:
            return self._subjects[total]
        if previous is None:
            return None
        if figure.unit in RATES and self._aspects[figure.index] in _ABOUT_ANOTHER:
            return _of_population(self._subjects[previous.index])
        if previous.unit == figure.unit and self._aspects[previous.index] == self._aspects[figure.index]:
            named = any(weight >= OWN for weight in evidence.topics.values())
            return None if named else self._subjects[previous.index]
        return None


def _continues(cut: Clauses) -> bool:
    """Whether a sentence begins with a connective that goes on with what was told."""
    return any(
        hit.payload in LIST_OPENERS and hit.start - cut.sentence.start <= _SENTENCE_OPENING
        for hit in cut.words.connectives
    )


def _of_population(subject: Subject) -> Subject:
    """What a rate inherits from the figure it follows: whom and which programme, not the indicator."""
    return Subject(
        population_group=subject.population_group,
        programme=subject.programme,
        funding_source=subject.funding_source,
    )
