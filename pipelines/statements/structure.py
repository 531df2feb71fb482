"""Which figures are told together, and which are parts of which total.

Lists open with a connective ("trong đó", "gồm", "còn lại"), with a colon at a line's end, or in a bracket behind a
figure; sentence_words.csv has the connectives. Values play no role here, so that a wrong sum is found and not
explained away.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from pipelines.statements.aspects import RATES
from pipelines.statements.figures import LIST_OPENERS, Clauses, Figure
from pipelines.vocabulary.lexicon import Hit

#: Units that count the same things in this genre: a house is given to a household.
_ALIKE = {"house": "household"}
#: Aspects of figures that can be a total or a part: plain levels.
_STANDING = frozenset({"level", "after", "total", "fall", "rise"})


@dataclass(frozen=True, slots=True)
class Part:
    """A figure told as a part of another; parts of one list share its number. `connective` opened the list."""

    part: int
    total: int
    list_number: int
    connective: str


@dataclass(frozen=True, slots=True)
class Structure:
    """The links between the figures of a document, by figure index."""

    parts: tuple[Part, ...]
    statements: Mapping[int, int]
    complete: Mapping[int, bool]
    """By list number: whether the wording lists all parts (a remainder is told) or says it does not ("…")."""


@dataclass(slots=True)
class _List:
    """A list of parts being read: the totals by unit, and where it ends."""

    number: int
    connective: str
    totals: dict[str, Figure]
    until_semicolon: bool


def counted_as(unit: str) -> str:
    """The unit under which figures add up: houses count as households."""
    return _ALIKE.get(unit, unit)


class StructureReader:
    """Reads the clauses of one document in order and keeps what later sentences refer to."""

    def __init__(self, folded: str, aspects: Mapping[int, str], planned: Set[int]) -> None:
        """`aspects` of all figures by index; `planned` holds the indices of plans, targets and norms."""
        self._folded = folded
        self._aspects = aspects
        self._planned = planned
        self._parts: list[Part] = []
        self._statements: dict[int, int] = {}
        self._complete: dict[int, bool] = {}
        self._lists = 0
        self._statement = 0
        self._earlier: list[Figure] = []  # figures that can be totals, of the sentence before in this paragraph
        self._last_totals: dict[str, Figure] = {}  # of any paragraph before, the last of each unit
        self._named: list[tuple[Figure, frozenset[str]]] = []  # figures that can be totals, with their own topics
        self._bullets: _List | None = None

    def read(self, clauses: Sequence[Clauses]) -> Structure:
        """Read all sentences and return what was found."""
        paragraph = -1
        for cut in clauses:
            if cut.sentence.paragraph != paragraph:
                paragraph = cut.sentence.paragraph
                self._enter_paragraph(cut)
            self._read_sentence(cut)
        return Structure(tuple(self._parts), self._statements, self._complete)

    # --- totals and parts ---------------------------------------------------------------------------

    def _enter_paragraph(self, cut: Clauses) -> None:
        is_bullet = self._folded[cut.sentence.start : cut.sentence.start + 1] in "-+•*–●"
        if not is_bullet:
            self._bullets = None
            if not self._opens_with(cut, "of_which") and not self._opens_with(cut, "consist"):
                self._earlier = []

    def _read_sentence(self, cut: Clauses) -> None:
        open_lists: list[_List] = [self._bullets] if self._bullets else []
        before: list[Figure] = []
        self._statement += 1
        told: set[str] = set()
        for event in _events(cut):
            if isinstance(event, Figure):
                self._note_part(event, before, open_lists)
                told = self._note_statement(event, before, told)
                before.append(event)
            elif event == ";":
                open_lists = [entry for entry in open_lists if not entry.until_semicolon]
                self._statement, told = self._statement + 1, set()
            elif event == "…":
                for entry in open_lists:
                    self._complete.setdefault(entry.number, False)
            elif event.payload == "remainder":
                if open_lists:
                    self._complete[open_lists[-1].number] = True
            else:
                opened = self._open(event, cut, before, open_lists)
                if opened:
                    open_lists.append(opened)
                self._statement, told = self._statement + 1, set()
        self._finish_sentence(cut, before, open_lists)

    def _finish_sentence(self, cut: Clauses, before: Sequence[Figure], open_lists: Sequence[_List]) -> None:
        standing = [figure for figure in before if self._can_total(figure)]
        ends_with_colon = self._folded[cut.sentence.start : cut.sentence.end].rstrip().endswith(":")
        if cut.sentence.closes_paragraph and ends_with_colon and (standing or open_lists):
            totals = open_lists[-1].totals if open_lists else _by_unit(standing)
            self._lists += 1
            self._bullets = _List(self._lists, "consist", totals, until_semicolon=False)
        if standing and not (open_lists and self._opens_with(cut, "of_which")):
            self._earlier = standing
            self._last_totals.update(_by_unit(standing))
            self._named += [(figure, _topics(cut, figure.own, figure.right)) for figure in standing]

    def _open(self, hit: Hit[str], cut: Clauses, before: Sequence[Figure], open_lists: Sequence[_List]) -> _List | None:
        """Open a list behind a connective, over the figures of the same item, else of the sentence, else earlier."""
        if hit.payload == "among":
            return self._open_among(hit, cut)
        candidates = [figure for figure in before if self._can_total(figure)]
        nested = bool(open_lists) and bool(candidates)
        if nested:
            inside = {part.part for part in self._parts}
            candidates = [figure for figure in candidates if figure.index in inside] or candidates
        if candidates:
            totals = _by_unit(candidates[::-1])  # the nearest: "khởi công 486 nhà, hoàn thành 431 nhà, gồm …"
        elif self._earlier:
            totals = _by_unit(self._earlier)
        elif hit.payload == "consist" and self._followed_by_colon(cut, before):
            totals = dict(self._last_totals)  # "Khoản này được chi cho các phần việc, gồm: …"
        else:
            return None
        self._lists += 1
        return _List(self._lists, hit.payload, totals, until_semicolon=nested)

    def _open_among(self, hit: Hit[str], cut: Clauses) -> _List | None:
        """Open "Trong số hộ nghèo có 5.640 hộ là …": the total is the last figure that was told of these words."""
        following = next((figure.start for figure in cut.figures if figure.start >= hit.end), cut.sentence.end)
        topics = _topics(cut, hit.end, following)
        total = next((figure for figure, named in reversed(self._named) if named & topics), None)
        if total is None:
            return None
        self._lists += 1
        return _List(self._lists, hit.payload, {counted_as(total.unit): total}, until_semicolon=True)

    def _followed_by_colon(self, cut: Clauses, before: Sequence[Figure]) -> bool:
        start = before[-1].end if before else cut.sentence.start
        return any(mark.sign == ":" and mark.start >= start for mark in cut.marks)

    def _note_part(self, figure: Figure, before: Sequence[Figure], open_lists: Sequence[_List]) -> None:
        if figure.half == "denominator":
            if self._aspects[figure.index] == "total":  # "16.003/80.276 hộ": a part of the whole
                self._add(before[-1], figure, "slash")
            return
        if not self._can_be_part(figure):
            return
        if figure.bracket is not None:
            explained = next((f for f in reversed(before) if f.index == figure.bracket), None)
            self._note_bracket(figure, explained, before)
            return
        for entry in reversed(open_lists):
            total = entry.totals.get(counted_as(figure.unit))
            if total is not None and total.index != figure.index and self._told_alike(figure, total):
                self._parts.append(Part(figure.index, total.index, entry.number, entry.connective))
                return

    def _note_bracket(self, figure: Figure, explained: Figure | None, before: Sequence[Figure]) -> None:
        """Note a part of what stands before the bracket: "29 lao động (21 nữ)", "42/42 người (14 nữ)"."""
        if explained is None or counted_as(explained.unit) != counted_as(figure.unit):
            return
        if explained.half == "denominator":
            explained = next((f for f in reversed(before) if f.index == explained.index - 1), explained)
        if self._aspects[figure.index] != "level" or figure.index in self._planned:
            return
        self._add(figure, explained, "bracket")

    def _add(self, part: Figure, total: Figure, connective: str) -> None:
        self._lists += 1
        self._parts.append(Part(part.index, total.index, self._lists, connective))

    def _told_alike(self, figure: Figure, total: Figure) -> bool:
        """A fall is no part of a level, nor of a rise."""
        moves = ("fall", "rise")
        one, other = self._aspects[figure.index], self._aspects[total.index]
        return one == other or (one not in moves and other not in moves)

    def _can_total(self, figure: Figure) -> bool:
        return (
            figure.bracket is None
            and figure.half != "denominator"
            and figure.unit not in RATES
            and self._aspects[figure.index] in _STANDING
            and not (figure.unit == "VND" and figure.quantity.per)
        )

    def _can_be_part(self, figure: Figure) -> bool:
        return (
            figure.unit not in RATES
            and self._aspects[figure.index] in _STANDING
            and not (figure.unit == "VND" and figure.quantity.per)
        )

    def _opens_with(self, cut: Clauses, kind: str) -> bool:
        """Whether a sentence begins with a connective of this kind, before any figure."""
        first = cut.figures[0].start if cut.figures else cut.sentence.end
        return any(hit.payload == kind and hit.start < first for hit in cut.words.connectives)

    # --- statements -----------------------------------------------------------------------------------

    def _note_statement(self, figure: Figure, before: Sequence[Figure], told: set[str]) -> set[str]:
        """Put a figure into the running statement, or begin a new one where its unit has been told already."""
        if figure.bracket is not None:
            self._statements[figure.index] = self._statements.get(figure.bracket, self._statement)
            return told
        unit = figure.unit
        if unit in told and figure.half != "denominator":
            self._statement += 1
            told = set()
        self._statements[figure.index] = self._statement
        return told | {unit}


def _by_unit(figures: Sequence[Figure]) -> dict[str, Figure]:
    """The total of each unit: the first standing figure told in it."""
    totals: dict[str, Figure] = {}
    for figure in figures:
        totals.setdefault(counted_as(figure.unit), figure)
    return totals


def _topics(cut: Clauses, start: int, end: int) -> frozenset[str]:
    """The topics named in a stretch of a sentence."""
    return frozenset(
        hit.payload.id for hit in cut.words.terms if hit.payload.facet == "topic" and start <= hit.start < end
    )


def _events(cut: Clauses) -> Iterator[Figure | Hit[str] | Literal[";", "…"]]:
    """Figures, semicolons, ellipses and connectives of a sentence, in order."""
    events: list[tuple[int, Figure | Hit[str] | Literal[";", "…"]]] = [(figure.start, figure) for figure in cut.figures]
    events += [(mark.start, ";") for mark in cut.marks if mark.sign == ";"]
    events += [(mark.start, "…") for mark in cut.marks if mark.sign == "…" or mark.sign.startswith("..")]
    kinds = LIST_OPENERS | {"remainder"}
    events += [(hit.start, hit) for hit in cut.words.connectives if hit.payload in kinds]
    events.sort(key=lambda event: event[0])
    for _, event in events:
        yield event
