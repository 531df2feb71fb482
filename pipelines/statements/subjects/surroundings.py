"""What stands around each sentence of a document: its paragraph's opening, the lines and headings above, its theme.

What these words weigh for a figure is evidence.py.
"""

from collections.abc import Iterator, Sequence

from pipelines.meaning.terms import Term
from pipelines.statements.lists.listing import BULLETS
from pipelines.statements.subjects.evidence import UNTOLD, Surroundings, all_terms, opening_terms
from pipelines.statements.subjects.themes import DISASTER, article_of, tells_of_disaster
from pipelines.statements.wording.figures import LIST_OPENERS, Clauses
from pipelines.statements.wording.sentences import HEADING_LENGTH

_OPENERS = LIST_OPENERS | {"superlative"}
#: A connective within so many characters opens its sentence.
_SENTENCE_OPENING = 3


def surroundings_of(clauses: Sequence[Clauses], folded: str) -> Iterator[Surroundings]:
    """What was told before each sentence of a document, in order; `folded` is its text."""
    article = article_of(clauses)
    theme = frozenset({article} if article is not None else ())
    if tells_of_disaster(clauses):
        theme |= {DISASTER}
    lines = _Lines()
    paragraph = -1
    topic: frozenset[Term] = frozenset()
    before: frozenset[Term] = frozenset()
    announced: frozenset[Term] = frozenset()
    for cut in clauses:
        text = folded[cut.sentence.start : cut.sentence.end]
        opens = cut.sentence.paragraph != paragraph
        if opens:
            paragraph = cut.sentence.paragraph
            lines.note_heading(cut, text)
            topic = lines.parent_terms(cut, text) | announced
            before = frozenset()
        yield Surroundings(before, topic, lines.heading, lines.headline, _continues(cut), theme)
        if opens:  # its own opening it has by itself
            topic |= opening_terms(cut)
        before = all_terms(cut)
        announced = _announced(cut, text, announced)


class _Lines:
    """The lines above the one that is read: headlines, the last heading, the lines that bulleted lines belong to."""

    def __init__(self) -> None:
        self.headline: frozenset[Term] = frozenset()
        self.heading: frozenset[Term] = frozenset()
        self._parents: list[tuple[str, frozenset[Term]]] = []  # from the outermost, with their marks

    def note_heading(self, cut: Clauses, text: str) -> None:
        """Keep the headline, and a line above that names a topic and tells no figure."""
        if cut.sentence.section == "headline":
            self.headline |= all_terms(cut)
        elif not cut.figures and cut.sentence.closes_paragraph and len(text) < HEADING_LENGTH:
            self.heading = all_terms(cut)

    def parent_terms(self, cut: Clauses, text: str) -> frozenset[Term]:
        """The terms of the lines that a bulleted line belongs to: those above that ended in a colon."""
        mark = text[:1]
        marks = [parent for parent, _ in self._parents]
        if mark not in BULLETS:
            self._parents.clear()
        elif mark in marks:  # a line like a parent is its sibling, not one of its lines
            del self._parents[marks.index(mark) :]
        parent = self._parents[-1][1] if self._parents else frozenset()
        if text.rstrip().endswith(":"):
            self._parents.append((mark, all_terms(cut) | parent))
        return parent


def _announced(cut: Clauses, text: str, before: frozenset[Term]) -> frozenset[Term]:
    """What a sentence that ends in a colon announces to the lines below it, as long as those end in semicolons."""
    mark = text.rstrip()[-1:]
    return all_terms(cut) if mark == ":" else before if mark == ";" else frozenset()


def _continues(cut: Clauses) -> bool:
    """Whether a sentence begins with a connective that goes on with what was told.

    "Trong tổng dư nợ, …" says itself of what.
    """
    opener = next((hit for hit in cut.words.connectives if hit.payload in _OPENERS), None)
    if opener is None or opener.start - cut.sentence.start > _SENTENCE_OPENING:
        return False
    named = (hit for hit in cut.words.terms if hit.payload.facet == "topic" and hit.payload.id not in UNTOLD)
    return opener.payload != "among" or not any(opener.end <= hit.start < cut.lead_end for hit in named)
