"""Where lists open, go on and end in a sentence: its figures, signs and connectives in order, and what stands where.

Which figure is part of which is structure.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pipelines.statements.agreement import Option, choose, total_of
from pipelines.statements.figures import LIST_OPENERS, Clauses, Figure, Mark
from pipelines.statements.parts import counted_as
from pipelines.statements.words import words_before
from pipelines.vocabulary.lexicon import Hit

#: A list that ends in all others and follows its total is surely its: more may be chance.
_LIKELY = Decimal("0.6")
#: A list that no word opens has more items than this.
_SHORTEST_RUN = 2
#: Signs that open a bulleted line.
BULLETS = frozenset("-+•*–●▪")


@dataclass(slots=True)
class OpenList:
    """A list of parts being read: the totals by unit, and where it ends."""

    number: int
    connective: str
    totals: dict[str, Figure]
    until_semicolon: bool = False
    bullet: str = ""  # the sign of the line that opened it; the next line with this sign ends it
    opened_behind: tuple[int, int] | None = None  # the sentence, and how many of its figures stand before
    members: list[str] = field(default_factory=list)  # the units of the parts since it opened
    has_semicolons: bool = False

    def ends_at_semicolon(self, sentence: int) -> bool:
        """Whether the list ends at the semicolon read now, in the sentence that begins there.

        One whose parts are set apart by commas does: "gồm 350 nhà mới, 81 nhà sửa chữa; 12 hộ được cấp đất".
        """
        by_commas = not self.has_semicolons and len(set(self.members)) < len(self.members)
        in_sentence = self.opened_behind is not None and self.opened_behind[0] == sentence
        self.has_semicolons = True
        return self.until_semicolon or (in_sentence and by_commas)


def by_unit(figures: Sequence[Figure]) -> dict[str, Figure]:
    """The total of each unit: the first figure told in it."""
    totals: dict[str, Figure] = {}
    for figure in figures:
        totals.setdefault(counted_as(figure.unit), figure)
    return totals


def next_figure(cut: Clauses, position: int) -> int:
    """Where the first figure from a position on begins; the end of the sentence where none does."""
    return next((figure.start for figure in cut.figures if figure.start >= position), cut.sentence.end)


def has_before(figure: Figure, cut: Clauses, kind: str) -> bool:
    """Whether a connective of this kind stands in a figure's own words before it."""
    connectives = cut.words.connectives
    return bool(connectives) and any(hit[2] == kind and figure.own <= hit[0] < figure.start for hit in connectives)


def is_counted(remainder: Hit[str], cut: Clauses) -> bool:
    """Whether a remainder is told in a number: "còn lại 222 người", not "còn lại là đóng góp của dòng họ"."""
    end = next((mark.start for mark in cut.marks if mark.sign == ";" and mark.start > remainder.end), cut.sentence.end)
    return any(remainder.end <= figure.start < end for figure in cut.figures)


def is_short(folded: str, hit: Hit[str], cut: Clauses, before: Sequence[Figure]) -> bool:
    """Whether a list inside a sentence ends at the next semicolon: no colon opens it, no remainder ends it."""
    if hit.payload != "of_which" or not before:
        return False
    has_colon = any(mark.sign == ":" and 0 <= mark.start - hit.end <= 1 for mark in cut.marks)
    has_rest = any(word.payload == "remainder" and word.start > hit.start for word in cut.words.connectives)
    follows_semicolon = words_before(folded, hit.start).endswith(";")
    return not (has_colon or has_rest or follows_semicolon)


def total_of_run(run: Sequence[Figure], recent: Sequence[Figure], before: Sequence[Figure]) -> Figure | None:
    """The figure that a run of parts adds up to, of the recent ones; with one slip, of the sentence before only."""
    if len(run) <= _SHORTEST_RUN:
        return None
    unit, quantities = counted_as(run[0].unit), [figure.quantity for figure in run]
    alike = [figure for figure in reversed(recent) if counted_as(figure.unit) == unit]
    options = [Option(figure, total_of(figure.quantity, quantities)) for figure in alike]
    total = next((option.reading for option in options if option.equation.fits), None)
    return total or choose((option for option in options if option.reading in before), _LIKELY)


def opens_with(cut: Clauses, kind: str) -> bool:
    """Whether a sentence begins with a connective of this kind, before any figure."""
    if not cut.words.connectives:
        return False
    first = cut.figures[0].start if cut.figures else cut.sentence.end
    return any(hit.payload == kind and hit.start < first for hit in cut.words.connectives)


Event = Figure | Hit[str] | Literal[";", ":", "…"]


def events(cut: Clauses) -> Iterator[Event]:
    """Figures, semicolons, colons behind a figure, ellipses and connectives of a sentence, in order."""
    events: list[tuple[int, Event]] = [(figure.start, figure) for figure in cut.figures]
    for mark in cut.marks:
        if mark.sign == ";":
            events.append((mark.start, ";"))
        elif mark.sign == ":" and follows_figure(mark, cut):
            events.append((mark.start, ":"))
        elif mark.sign == "…" or mark.sign.startswith(".."):
            events.append((mark.start, "…"))
    kinds = LIST_OPENERS | {"remainder", "particular"}
    events += [(hit.start, hit) for hit in cut.words.connectives if hit.payload in kinds]
    events.sort(key=lambda event: event[0])
    for _, event in events:
        yield event


def follows_figure(mark: Mark, cut: Clauses) -> bool:
    """Whether nothing but its own noun stands between a figure and a mark."""
    return any(figure.right == mark.start for figure in cut.figures)
