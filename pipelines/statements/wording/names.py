"""Figures remembered by the words that name them, for a later phrase that refers to one.

"Trong số hộ nghèo có …", "Số hộ tham gia bao gồm …", "Phần giao trong năm có …".
"""

import re
from collections import deque
from collections.abc import Callable, Iterable
from functools import cache, cached_property

from pipelines.statements.wording.figures import Clauses, Figure
from pipelines.statements.wording.words import SentenceWordRow, words_before
from pipelines.vocabulary import read_table

#: At least so many content words of a phrase must name a figure, where no topic is shared.
_SHARED_WORDS = 2
#: A phrase refers to one of the last figures only.
_REACH = 240

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
#: How much a year that a phrase and a figure share speaks for it.
_OF_YEAR = 2
#: A label before a colon is no longer than this.
_LABEL = 40
#: Topics that name no figure: what was reached, words that only look like others.
_NAMELESS = frozenset({"reached", "no_topic"})
#: Words behind a count that belongs to the name of the figure behind them.
_COPULAS = frozenset({"là", "đạt", "ước đạt"})


class _Named:
    """A figure and what names it, which is looked at when a phrase first asks for it: few do."""

    def __init__(self, figure: Figure, cut: Clauses, folded: str) -> None:
        self.figure = figure
        self._cut = cut
        self._folded = folded

    @cached_property
    def topics(self) -> frozenset[str]:
        """The topics of its own clause and the words behind it."""
        return _topics(self._cut, self._begin, self.figure.right)

    @cached_property
    def words(self) -> frozenset[str]:
        """The content words of these."""
        return named_words(self._folded, self._begin, self.figure.right)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that its sentence tells up to it."""
        return named_years(self._folded, self._cut.sentence.start, self.figure.end)

    @cached_property
    def _begin(self) -> int:
        """Where its own words begin: at its label ("- Hộ nghèo: 5.106 hộ"), or before a figure that belongs to them.

        "dư nợ 17 chương trình là 3.569,6 tỷ đồng".
        """
        label = words_before(self._folded, self.figure.own).endswith(":")
        if label and self.figure.own - self.figure.item <= _LABEL:
            return self.figure.item
        before = next((one for one in self._cut.figures if one.index == self.figure.index - 1), None)
        if before is None or not before.end <= self.figure.own <= self.figure.start:
            return self.figure.own
        return before.own if self._folded[before.end : self.figure.start].strip() in _COPULAS else self.figure.own


@cache
def _function_words() -> frozenset[str]:
    rows = read_table("sentence_words.csv", SentenceWordRow)
    return frozenset(form for row in rows if row.kind in ("function", "with") for form in row.forms)


class NamedFigures:
    """The figures of a document that can be totals, each with the words of its own clause."""

    def __init__(self, folded: str) -> None:
        """`folded` is the text of the document."""
        self._folded = folded
        self._named: deque[_Named] = deque(maxlen=_REACH)

    @classmethod
    def of(cls, folded: str, cut: Clauses, figures: Iterable[Figure]) -> "NamedFigures":
        """The figures of one sentence."""
        named = cls(folded)
        for figure in figures:
            named.add(figure, cut)
        return named

    def add(self, figure: Figure, cut: Clauses) -> None:
        """Remember a figure by its own clause and the words behind it; a headline is no place to refer to."""
        if cut.sentence.section == "headline" or figure.aside:
            return
        self._named.append(_Named(figure, cut, self._folded))

    def resolve(
        self,
        cut: Clauses,
        start: int,
        end: int,
        suits: Callable[[Figure], bool] | None = None,
        by_topics: bool = False,
    ) -> Figure | None:
        """The last figure that the phrase [start, end) of a sentence names, None where it names none.

        Shared topics and words speak for a figure, topics that the phrase does not name against it. Where `suits` is
        given, only figures that suit are considered; with `by_topics`, only those of just its topics.
        """
        topics, words = _topics(cut, start, end), named_words(self._folded, start, end)

        years = named_years(self._folded, start, end)

        def likeness(named: _Named) -> int:
            of_year = _OF_YEAR if years & named.years else 0
            return of_year + 2 * len(named.topics & topics) - len(named.topics - topics) + len(named.words & words)

        suited = (
            named
            for named in reversed(self._named)
            if (not by_topics or (named.topics and named.topics == topics)) and (suits is None or suits(named.figure))
        )
        best = max(suited, key=likeness, default=None)
        if best is None:
            return None
        shared_words = len(best.words & words)
        enough = shared_words >= _SHARED_WORDS or bool(best.topics & topics)
        return best.figure if enough and likeness(best) > 0 else None


def named_years(folded: str, start: int, end: int) -> frozenset[str]:
    """The years in a stretch of the text, as printed: "trong số hộ nghèo của năm 2023"."""
    return frozenset(_YEAR.findall(folded, start, end))


def named_words(folded: str, start: int, end: int) -> frozenset[str]:
    """The content words of a stretch of the text."""
    words = (word.strip(",.;:()“”\"'") for word in folded[start:end].split())
    return frozenset([word for word in words if word.isalpha()]) - _function_words()


def _topics(cut: Clauses, start: int, end: int) -> frozenset[str]:
    """The topics named in a stretch of a sentence."""
    found = (hit.payload.id for hit in cut.words.terms if hit.payload.facet == "topic" and start <= hit.start < end)
    return frozenset(found) - _NAMELESS
