"""Figures: the quantities of a sentence that are statistics, each with the words that are its own.

A sentence is cut at its marks (comma, semicolon, colon, bracket, dash) into clauses, and by semicolons,
connectives and repeated units into the items of a list. Which item is part of which total is noting.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pipelines.model import Quantity
from pipelines.orthography import NormalText
from pipelines.quantities import flags
from pipelines.statements.wording.marks import Mark, marks_of
from pipelines.statements.wording.sentences import Sentence
from pipelines.statements.wording.statistics import NEXT_WORD, is_statistic, only_names
from pipelines.statements.wording.words import Words, find_words
from pipelines.vocabulary.lexicon import Hit

_LENGTHS = frozenset({"month", "year"})
#: Longer than any syllable, with the space behind it.
_SYLLABLE = 12
#: Points are often written as per cent.
POINTS = frozenset({"percent", "percentage_point"})
#: Units of time: an amount told only per these is none a head.
TIMES = frozenset({"year", "month", "day", "week"})
#: What may stand between two numbers of one enumeration: ", nuôi dê, cừu ".
_IN_ENUMERATION = re.compile(r"[^;:().]{1,60}")


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A statistic in its sentence; all offsets are of the normal text.

    `own` is where its own clause begins and `right` where the words that follow it end; `item` is where its list
    item begins; `item_end` where that ends. `bracket` is the index of the figure that its bracket explains; `aside`
    says that it stands in any bracket. `others` is where the words of further items of its list stand before their own
    figures; what follows the last figure is told of all. `half` tells the two figures of "727/700 lao động" apart.
    `unit` is the code of its unit, "" for a bare number.
    """

    index: int
    quantity: Quantity
    start: int
    end: int
    own: int
    right: int
    item: int
    item_end: int
    depth: int
    bracket: int | None = None
    aside: bool = False
    half: Literal["numerator", "denominator"] | None = None
    others: tuple[int, int] = (0, 0)
    unit: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Clauses:
    """A sentence with its words, marks, figures and periods, all in the order of the text.

    `lead_end` is where its opening ends: at its first colon or figure.
    """

    sentence: Sentence
    words: Words
    marks: tuple[Mark, ...]
    figures: tuple[Figure, ...]
    periods: tuple[Quantity, ...]
    lead_end: int


def cut(
    normal: NormalText, sentence: Sentence, quantities: Sequence[Quantity], first_index: int, counted: str | None = None
) -> Clauses:
    """Cut a sentence into clauses around its figures; `quantities` are those inside it, in order.

    `counted` is the unit of the last count of the sentence before: bare numbers go on counting the same.
    """
    words = find_words(normal.folded, sentence.start, sentence.end)
    words = _without_names(_without_copula(words, sentence, quantities, normal.folded), sentence, normal.text)
    marks = marks_of(normal.text, sentence, quantities, words)
    words = _without_glosses(words, marks, quantities)
    told = [one for one in quantities if is_statistic(one) and not only_names(one, words, normal.text)]
    statistics = _with_units(told, marks, normal.text, counted)
    periods = tuple(filter(_dates, quantities))
    figures = tuple(
        _beside(
            list(
                _figures(
                    sentence, _without_backward(words, sentence, quantities, marks), marks, statistics, first_index
                )
            )
        )
    )
    first = figures[0].start if figures else sentence.end
    colon = next((mark.start for mark in marks if mark.sign == ":"), first)
    return Clauses(sentence, words, marks, figures, periods, min(first, colon))


def _dates(quantity: Quantity) -> bool:
    """Whether a quantity may say when: a period, or a length of time ("trong 9 tháng", "sau 10 năm")."""
    return quantity.kind == "period" or quantity.relative is not None or quantity.unit in _LENGTHS


def _without_copula(words: Words, sentence: Sentence, quantities: Sequence[Quantity], folded: str) -> Words:
    """The words without a "gồm" that opens no list: "Diện cận nghèo gồm 14.994 hộ" tells how many they are."""
    first = next((quantity for quantity in quantities if is_statistic(quantity)), None)
    if first is None:
        return words

    def is_copula(hit: Hit[str]) -> bool:
        if hit.payload != "consist" or hit.end > first.start or folded[hit.end : first.start].strip():
            return False
        return any(
            term.payload.facet == "population" and term.start < hit.start and hit.start - term.end <= NEXT_WORD
            for term in words.terms
        )

    copulas = [hit for hit in words.connectives if is_copula(hit)]
    return words.without(copulas) if copulas else words


def _without_names(words: Words, sentence: Sentence, text: str) -> Words:
    """The words without those that are part of a name inside the sentence: "Như Xuân 39 người, Trung Hạ 184 hộ"."""
    named: list[Hit[Any]] = [
        hit
        for hit in words.connectives
        if hit.start > sentence.start and text[hit.start].isupper() and text[hit.end + 1 : hit.end + 2].isupper()
    ]
    named += [hit for hit in words.aspects if hit.start > sentence.start and _ends_name(text, hit.start)]
    return words.without(named) if named else words


def _ends_name(text: str, start: int) -> bool:
    """Whether a capital opens a word right behind another word with one; a line of capitals is no name."""
    before = text[max(0, start - _SYLLABLE) : start].split(" ")
    capital = text[start].isupper() and text[start + 1 : start + 2].islower()
    return capital and len(before) > 1 and before[-2][:1].isupper()


def _without_backward(words: Words, sentence: Sentence, quantities: Sequence[Quantity], marks: Sequence[Mark]) -> Words:
    """The words without a "trong đó" that looks back and cuts nothing: "310 hộ trong đó là người dân tộc thiểu số"."""
    if not words.has_connective("of_which", sentence.start, sentence.end):
        return words
    ends = {quantity.end for quantity in quantities if is_statistic(quantity)}

    def looks_back(hit: Hit[str]) -> bool:
        if hit.payload != "of_which" or hit.start - 1 not in ends:
            return False
        end = next((mark.start for mark in marks if mark.start >= hit.end and mark.sign in ",;:()."), sentence.end)
        return not any(hit.end <= quantity.start < end for quantity in quantities if is_statistic(quantity))

    backward = [hit for hit in words.connectives if looks_back(hit)]
    return words.without(backward) if backward else words


def _without_glosses(words: Words, marks: Sequence[Mark], quantities: Sequence[Quantity]) -> Words:
    """The words without connectives in a bracket that tells no number: "(gồm hộ nghèo và cận nghèo) là 40.639 hộ"."""
    opened = -1
    glosses = []
    for mark in marks:
        if mark.sign == "(":
            opened = mark.start
        elif mark.sign == ")" and opened >= 0:
            if not any(opened < one.start < mark.start for one in quantities):
                glosses.append((opened, mark.start))
            opened = -1
    if not glosses:
        return words
    inside = [
        hit
        for hit in words.connectives
        if hit.payload != "legend" and any(first < hit.start < last for first, last in glosses)
    ]
    return words.without(inside) if inside else words


def _with_units(
    quantities: Sequence[Quantity], marks: Sequence[Mark], text: str, counted: str | None
) -> list[Quantity]:
    """The statistics, bare counts with the unit of the last one of their enumeration, else of the nearest count.

    "nuôi bò 38, nuôi dê 14, trồng trọt 9 mô hình"; "Lào (215), nơi khác (106 người)". A count of another list is
    nearest only where its own has none: "18 công trình, trường học 6; 20 con bò"; where the sentence has none, the unit
    counted in the sentence before goes on: "420 hộ tham gia. Phân theo đối tượng: hộ nghèo 268, cận nghèo 152."
    """
    counts = [quantity for quantity in quantities if quantity.kind == "count" and quantity.unit is not None]
    ends = [mark.start for mark in marks if mark.sign == ";"]
    opens = [mark.start for mark in marks if mark.sign == ":"]

    def unit_near(bare: Quantity) -> str | None:
        def distance(quantity: Quantity) -> tuple[bool, int]:
            apart = any(bare.start < at < quantity.start for at in ends)
            apart = apart or any(quantity.start < at < bare.start for at in opens)
            return apart, abs(quantity.start - bare.start)

        near = min(counts, key=distance, default=None)
        return enumerated(bare) or (near.unit if near is not None else counted)

    def enumerated(bare: Quantity) -> str | None:
        last = bare
        for quantity in quantities:
            if quantity.start < last.end:
                continue
            if quantity.kind != "count" or not _IN_ENUMERATION.fullmatch(text[last.end : quantity.start]):
                return None
            if quantity.unit is not None:
                return quantity.unit
            last = quantity
        return None

    rates = [quantity.start for quantity in quantities if quantity.unit in POINTS]

    def unit_of(quantity: Quantity) -> str | None:
        if quantity.unit == "point" and rates and rates[0] < quantity.start:
            return "percentage_point"  # "giảm 6,37 điểm phần trăm, vượt 1,37 điểm"
        return unit_near(quantity) if flags.BARE in quantity.flags and quantity.unit is None else quantity.unit

    units = map(unit_of, quantities)
    return [
        quantity if quantity.unit == unit else replace(quantity, unit=unit)
        for quantity, unit in zip(quantities, units, strict=True)
    ]


def _figures(
    sentence: Sentence, words: Words, marks: Sequence[Mark], statistics: Sequence[Quantity], first_index: int
) -> Iterator[Figure]:
    """Place each statistic among the marks and connectives of its sentence."""
    cuts = _cuts(words, marks)
    spans = list(_halves(statistics))
    place = _Place(sentence.start)
    at = 0
    for position, (start, end, quantity, half) in enumerate(spans):
        while at < len(cuts) and cuts[at].start < start:
            place.pass_mark(cuts[at])
            at += 1
        unit = quantity.unit or ""
        per = quantity.per or place.is_each(words, start)
        place.reach(unit, listed=half != "denominator" and not per)
        next_one = position + (2 if half == "numerator" else 1)
        following = spans[next_one][0] if next_one < len(spans) else sentence.end
        right = min(
            following, next((cut.start for cut in cuts[at:] if cut.start >= end and cut.sign != "&"), sentence.end)
        )
        ends = _ITEM | {")"} if place.in_bracket else _ITEM
        item_end = next((cut.start for cut in cuts[at:] if cut.sign in ends), sentence.end)
        figure = Figure(
            index=first_index + position,
            quantity=quantity,
            start=start,
            end=end,
            own=place.own,
            right=right,
            item=place.item,
            item_end=item_end,
            depth=len(place.explained),
            bracket=place.explained[-1] if place.explained else None,
            aside=place.in_bracket,
            half=half,
            unit=unit,
        )
        place.leave(figure)
        yield figure


def _beside(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, each told where the items behind it in its list stand: "318 hộ, 14 tỷ đồng, cho vay 1.215 hộ"."""
    for at, figure in enumerate(figures):
        begins, last = None, 0
        for one in figures[at + 1 :]:
            if one.start >= figure.item_end:
                break
            if not one.aside:
                begins = one.item if begins is None and one.item > figure.item else begins
                last = one.start
        yield figure if begins is None else replace(figure, others=(begins, last))


def _cuts(words: Words, marks: Sequence[Mark]) -> list[Mark]:
    """All that separates clauses, in order: marks, and connectives that open a list (their kind as the sign)."""
    openers = [Mark(hit.start, hit.end, hit.payload) for hit in words.connectives if hit.payload in _CUTTING]
    return sorted([*marks, *openers], key=lambda mark: (mark.start, mark.end))


class _Place:
    """Where reading stands in a sentence: the beginnings of clause and item, the open brackets."""

    def __init__(self, start: int) -> None:
        self.own = self.item = start
        self.explained: list[int] = []
        self._brackets: list[bool] = []  # of each open one, whether it explains a figure
        self._units: set[str] = set()
        self._last: Figure | None = None

    @property
    def in_bracket(self) -> bool:
        """Whether any bracket is open."""
        return bool(self._brackets)

    def pass_mark(self, mark: Mark) -> None:
        """Go past a mark, a conjunction or a connective."""
        if mark.sign == "&":
            if self._last is not None and self.own <= self._last.start:
                self.own = mark.end  # "29.700 nhà xây mới và 12.700 nhà sửa chữa"
            return
        if mark.sign == "(":
            # "29 lao động (21 nữ)" explains a figure; in "cho vay hộ nghèo (27 tỷ đồng)" the label goes on
            explains = self._last is not None and self.own <= self._last.start
            self._brackets.append(explains)
            if not explains:
                return
            assert self._last is not None
            self.explained.append(self._last.index)
        elif mark.sign == ")" and self._brackets and self._brackets.pop():
            self.explained.pop()
        if mark.sign in _ITEM and not self.explained:
            self.item, self._units = mark.end, set()
        self.own = mark.end

    def reach(self, unit: str, listed: bool) -> None:
        """Come to a figure: what stands before it since the last one is its own; a unit told again is a new item.

        `listed` is false of figures that are no members of a list: the plan of a/b, an amount a head.
        """
        if self._last is not None:
            self.own = max(self.own, self._last.end)
        if not self.explained:
            if unit in self._units and listed:
                self.item, self._units = self.own, set()
            if listed:
                self._units.add(unit)

    def is_each(self, words: Words, start: int) -> bool:
        """Whether the words right before a figure say that it is what each gets: "mỗi căn 35 triệu đồng"."""
        begin = max(self.own, self._last.end if self._last is not None else 0)
        return any(begin <= hit.start and hit.end <= start for hit in words.pers if hit.payload not in TIMES)

    def leave(self, figure: Figure) -> None:
        self._last = figure


#: Connectives behind which a list of parts begins.
LIST_OPENERS = frozenset({"of_which", "consist", "among", "incomplete"})
#: Connectives before a figure that sums up others.
SUMMING = ("total", "total_after", "overall")
#: Those that begin a new item; "chủ yếu là đồng bào Raglai" may stand inside one.
_CUTTING = LIST_OPENERS - {"incomplete"}
_ITEM = _CUTTING | {";"}


def _halves(
    statistics: Sequence[Quantity],
) -> Iterator[tuple[int, int, Quantity, Literal["numerator", "denominator"] | None]]:
    """Each statistic with its span; "727/700 lao động" gives two."""
    for quantity in statistics:
        other = quantity.denominator
        if other is None:
            yield quantity.start, quantity.end, quantity, None
        else:
            yield quantity.start, other.start - 1, quantity, "numerator"
            yield other.start, other.end, other, "denominator"
