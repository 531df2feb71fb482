"""What each figure of a document is of: evidence from its words, and what it inherits from the figure it belongs to.

A part inherits from its total, b of a/b from a, a rate from the figure it follows, a list member without words of its
own from the member before.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pipelines.meaning.subjects import Subject, change_of, count_of, interpret, rate_of
from pipelines.meaning.terms import Term
from pipelines.statements.aspects import RATES
from pipelines.statements.evidence import Surroundings, all_terms, evidence_for, opening_terms
from pipelines.statements.figures import LIST_OPENERS, Clauses, Figure
from pipelines.statements.listing import BULLETS
from pipelines.statements.parts import Structure

#: Aspects of a figure that says something about the one before it.
_ABOUT_ANOTHER = frozenset({"completion", "share", "same_period", "excess", "norm", "average"})
#: Aspects of a figure that tells a change of the level before it, or where that began or ended.
_CHANGES = frozenset({"fall", "rise", "before", "after"})
_LEVELS = frozenset({"level", "share", "after", "before"})
#: A subject that fits worse than this gives way to what the same figure was told of before.
UNSURE = 0.4
#: What an indicator counts that a list member takes over from its neighbour.
NEIGHBOUR = 0.4


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
        self._parent: frozenset[Term] = frozenset()  # of the line that bulleted lines below belong to
        self._told: dict[tuple[object, str], Subject] = {}  # by value and unit

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, Subject]:
        """The subject of each figure, by figure index."""
        paragraph = -1
        topic: frozenset[Term] = frozenset()
        before: frozenset[Term] = frozenset()
        for cut in clauses:
            if cut.sentence.paragraph != paragraph:
                paragraph = cut.sentence.paragraph
                self._note_heading(cut)
                topic, before = opening_terms(cut) | self._parent_terms(cut), frozenset()
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

    def _parent_terms(self, cut: Clauses) -> frozenset[Term]:
        """The terms of the line that a bulleted line belongs to: the last one that ended in a colon."""
        is_bullet = self._text(cut)[:1] in BULLETS
        parent = self._parent if is_bullet else frozenset()
        if self._text(cut).rstrip().endswith(":"):
            self._parent = all_terms(cut) | parent
        elif not is_bullet:
            self._parent = frozenset()
        return parent

    def _text(self, cut: Clauses) -> str:
        return self._folded[cut.sentence.start : cut.sentence.end]

    def _read_sentence(self, cut: Clauses, surroundings: Surroundings) -> None:
        previous: Figure | None = None
        for figure in cut.figures:
            evidence = evidence_for(figure, self._aspects[figure.index], cut, surroundings)
            inherited = self._inherited(figure, cut, previous)
            unit = figure.unit or (previous.unit if previous else "")
            subject = interpret(evidence, unit, self._aspects[figure.index], inherited)
            self._subjects[figure.index] = self._known(figure, unit, subject)
            previous = figure

    def _known(self, figure: Figure, unit: str, subject: Subject) -> Subject:
        """Take a figure told again in fewer words for what it was told of first: "trong 562,8 tỷ đồng kể trên"."""
        key = (figure.quantity.value, unit)
        told = self._told.get(key)
        if told is not None and told.score > subject.score and subject.score < UNSURE:
            return told
        if told is None or subject.score > told.score:
            self._told[key] = subject
        return subject

    def _inherited(self, figure: Figure, cut: Clauses, previous: Figure | None) -> Subject | None:
        aspect = self._aspects[figure.index]
        if figure.half == "denominator":
            return self._subjects[figure.index - 1]
        total = self._totals.get(figure.index)
        if total is not None and total in self._subjects:
            return self._subjects[total]
        if previous is None:
            return None
        if aspect in _CHANGES:
            base = self._last_told(figure, cut, _LEVELS)
            if base is not None:
                subject = self._subjects[base.index]
                return change_of(subject) if aspect in ("fall", "rise") else subject
        beside = self._beside(figure, previous)
        if beside is not None:
            return beside
        if aspect in _ABOUT_ANOTHER:
            return _of_population(self._subjects[previous.index])
        if aspect == "proportion":
            return None  # "97% hộ có phương tiện nghe nhìn" says by itself what of whom
        neighbour = self._last_told(figure, cut, (aspect,))
        return replace(self._subjects[neighbour.index], score=NEIGHBOUR) if neighbour else None

    def _beside(self, figure: Figure, previous: Figure) -> Subject | None:
        """What a rate behind a count is of, or a count in a bracket behind a rate."""
        aspect = self._aspects[figure.index]
        subject = self._subjects[previous.index]
        total = self._subjects.get(self._totals.get(previous.index, -1))
        if figure.unit == "percent" and total is not None and total.indicator == subject.indicator:
            return _of_population(subject)  # a share of that total, not of the usual whole
        told_of = figure.bracket is not None or aspect == "share"
        if figure.unit == "percent" and told_of and aspect in ("level", "share"):
            return rate_of(subject)
        if figure.bracket is not None and previous.unit == "percent" and figure.unit not in RATES:
            return count_of(subject)
        return None

    def _last_told(self, figure: Figure, cut: Clauses, aspects: Collection[str]) -> Figure | None:
        """The last figure of the sentence before this one with its unit and one of these aspects."""
        for other in reversed(cut.figures):
            if (
                other.index < figure.index
                and other.half != "denominator"
                and _alike(other.unit, figure.unit)
                and self._aspects[other.index] in aspects
            ):
                return other
        return None


def _alike(one: str, other: str) -> bool:
    """Whether a change told in one unit may be of a level told in the other: points are of per cent."""
    return one == other or {one, other} == {"percent", "percentage_point"}


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
