"""Which figures are told together: the count and the amount of one list item, of one clause, of one bracket.

They share a statement; a unit told again, a semicolon, a list or a sentence begins another. An amount told in general
words ("kinh phí …", "mỗi hộ …, tổng …") belongs to the count before it, or to the total of the list before it.
"""

from collections.abc import Mapping, Sequence

from pipelines.statements.aspects import RATES
from pipelines.statements.figures import LIST_OPENERS, Clauses, Figure
from pipelines.statements.listing import BULLETS
from pipelines.statements.parts import Structure

_MONEY = frozenset({"VND", "USD", "EUR"})
#: Counts of places and bodies only locate an amount ("9 huyện", "bốn tổ chức"); ages tell of nothing beside them.
_LOCATING = frozenset(
    {"year_of_age", "commune", "village", "district", "province", "locality", "organisation", "country", "city"}
)
#: Words that open an amount of what was told before.
_GENERAL = (
    "kinh phí", "tổng kinh phí", "số tiền", "tổng số tiền", "tổng trị giá", "trị giá", "tổng cộng", "mỗi", "tổng",
    "với kinh phí", "với số tiền", "tổng chi", "số kinh phí", "tổng tiền", "tiền", "+ tổng kinh phí",
)  # fmt: skip
_TOTALS = ("tổng", "với tổng", "+ tổng", "kinh phí")
#: A general label has at most so many words: "với tổng kinh phí là".
_LABEL_WORDS = 5


class _Grouper:
    """Numbers the statements of one document in order."""

    def __init__(self, folded: str, aspects: Mapping[int, str], structure: Structure) -> None:
        self._folded = folded
        self._aspects = aspects
        self._totals = {part.part: part.total for part in structure.parts}
        self._found: dict[int, int] = {}
        self._last = 0
        self._current = 0
        self._told: set[str] = set()
        self._previous: Figure | None = None
        self._count: Figure | None = None  # the last figure that is no amount and no rate
        self._paragraph = -1

    def read(self, clauses: Sequence[Clauses]) -> Mapping[int, int]:
        for cut in clauses:
            breaks = _breaks(cut)
            position = cut.sentence.start
            started = False
            if cut.sentence.paragraph != self._paragraph and not self._is_line(cut):
                self._previous = self._count = None
            self._paragraph = cut.sentence.paragraph
            for figure in cut.figures:
                crossed = not started or any(position <= at < figure.start for at in breaks)
                self._place(figure, crossed)
                started, position = True, figure.end
                if figure.bracket is None:
                    self._previous = figure
                    self._count = self._count if figure.unit in _MONEY | RATES else figure
        return self._found

    def _is_line(self, cut: Clauses) -> bool:
        return self._folded[cut.sentence.start : cut.sentence.start + 1] in BULLETS

    def _place(self, figure: Figure, crossed: bool) -> None:
        """Put a figure into a statement; `crossed` says that a sentence, semicolon or list began before it."""
        explained = self._previous
        again = explained is not None and figure.bracket == explained.index and figure.unit == explained.unit
        if again and self._aspects[figure.index] != "norm":
            self._last += 1  # "29 lao động (21 nữ)" tells a part, not more of the same
            self._found[figure.index] = self._last
            return
        if figure.bracket in self._found and figure.bracket is not None:
            self._found[figure.index] = self._found[figure.bracket]
            if (figure.unit in _MONEY) != self._told.isdisjoint(_MONEY):
                return
            self._told.add("closed")  # "312 nhà (24,18 tỷ đồng)" is told to its end
            return
        if self._aspects[figure.index] == "average" or figure.unit in _LOCATING:
            self._last += 1
            self._found[figure.index] = self._last
            return
        told_before = self._before(figure)
        if told_before is not None and (crossed or figure.unit in self._told):
            self._found[figure.index] = told_before
            return
        repeated = figure.unit in self._told and figure.half != "denominator"
        if crossed or repeated or "closed" in self._told:
            self._begin()
        if self._aspects[figure.index] != "norm":
            self._told.add(figure.unit)
        self._found[figure.index] = self._current

    def _before(self, figure: Figure) -> int | None:
        """The statement that an amount in general words belongs to."""
        words = self._folded[figure.own : figure.start].strip(" ,.:;(“”")
        count = self._count
        general = words.startswith(_GENERAL) and len(words.split()) <= _LABEL_WORDS
        if figure.unit not in _MONEY or count is None or not general:
            return None
        total = self._totals.get(count.index)
        if total is not None and total in self._found and words.startswith(_TOTALS):
            return self._found[total]
        return None if any(unit in _MONEY for unit in self._told) else self._found[count.index]

    def _begin(self) -> None:
        self._last += 1
        self._current, self._told = self._last, set()


def group(
    folded: str, clauses: Sequence[Clauses], aspects: Mapping[int, str], structure: Structure
) -> Mapping[int, int]:
    """The number of the statement of each figure, by figure index."""
    return _Grouper(folded, aspects, structure).read(clauses)


def _breaks(cut: Clauses) -> list[int]:
    """Where a statement ends inside a sentence."""
    return [mark.start for mark in cut.marks if mark.sign == ";"] + [
        hit.start for hit in cut.words.connectives if hit.payload in LIST_OPENERS
    ]
