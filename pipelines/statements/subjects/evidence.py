"""Which words speak of a figure, and how strongly: its own clause most, its list item, the sentence's opening less.

What the words amount to is decided in pipelines.meaning.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from pipelines.meaning.code_lists import RATES
from pipelines.meaning.evidence import Evidence, implied_by
from pipelines.meaning.terms import Facet, Term
from pipelines.statements.telling.aspects import MOVES
from pipelines.statements.wording.figures import POINTS, Clauses, Figure
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
THEME = 0.4  # what the article is about

#: Units of those counted, who bear their own names; money and things are told with a count's.
_HEADS = frozenset({"household", "person", "customer", "turn", "house", "percent"})
#: Topics that do not tell what a rate is of.
UNTOLD = frozenset({"rate", "reached", "no_topic", "same_period", "completion_object", "administrative_units"})
#: Topics of rates that are told of those with whom the amount before them is told: "hộ nghèo vay 8 triệu, lãi suất 3%".
_OF_THOSE_BEFORE = UNTOLD | {"interest"}
#: A stretch in which no word stands.
_NOWHERE = (-1, -1)
#: Topics that name a group, as those of populations do.
_GROUPS = frozenset({"ethnic_minority", "poor_ethnic"})


@dataclass(frozen=True)
class Surroundings:
    """What was told before a sentence: terms of the sentence before, the paragraph's opening, heading, headline."""

    before: frozenset[Term] = frozenset()
    topic: frozenset[Term] = frozenset()
    heading: frozenset[Term] = frozenset()
    headline: frozenset[Term] = frozenset()
    continues: bool = False
    """Whether the sentence lists parts of what was told before ("Trong đó, …")."""
    theme: frozenset[Term] = frozenset()

    @cached_property
    def weights(self) -> Mapping[Facet, Mapping[str, float]]:
        """What the terms weigh for any figure of the sentence, by facet and id."""
        found: dict[Facet, dict[str, float]] = {"topic": {}, "population": {}, "programme": {}, "funding": {}}
        for weight, terms in (  # the heaviest last
            (HEADLINE, self.headline),
            (BEFORE, () if self.continues else self.before),
            (HEADING, self.heading),
            (THEME, self.theme),
            (TOPIC, self.topic),
            (OPENING, self.before if self.continues else ()),
        ):
            for facet, name in terms:
                found[facet][name] = weight
        return found


class _Label(NamedTuple):
    """A label before a figure's clause ("Ăn trưa cho trẻ mẫu giáo: 6.240 trẻ"): where it ends, what it weighs."""

    end: int
    weight: float


_NO_LABEL = _Label(0, LABEL_ALONE)


def evidence_for(figure: Figure, aspect: str, clauses: Clauses, surroundings: Surroundings) -> Evidence:
    """The weighted terms around a figure told in this aspect."""
    weights = {facet: dict(members) for facet, members in surroundings.weights.items()}
    opening = clauses.lead_end
    label = _label(figure, clauses)
    behind = PREDICATE if aspect == "proportion" else BEHIND
    at, right, own, item, item_end = figure.start, figure.right, figure.own, figure.item, figure.item_end
    others = figure.others
    closed = [*_closed_brackets(figure, clauses), *_closed_relatives(figure, clauses), *_told_besides(figure, clauses)]
    legend = _legend(figure, clauses)
    goes_on = _behind_its_bracket(figure, clauses)
    for start, end, (facet, name) in clauses.words.terms:
        if legend[0] <= start < legend[1]:
            weight = LABEL_ALONE
        elif goes_on[0] <= start < goes_on[1]:
            weight = NOUN
        elif ((facet == "population" or name in _GROUPS) and _is_of_another(start, figure, clauses)) or (
            closed and _lies_in(start, closed)
        ):
            weight = OTHER_ITEM
        elif at <= start < right or start < at < end:
            weight = NOUN
        elif own < end and start < at:
            weight = OWN
        elif item <= start < own:
            weight = label.weight if start < label.end else ITEM
        elif right <= start < item_end:
            weight = OTHER_ITEM if others[0] <= start < others[1] else behind
        else:
            weight = OPENING if start < opening else OTHER_ITEM
        members = weights[facet]
        if name not in members or weight > members[name]:
            members[name] = weight
    if aspect in MOVES and figure.unit in POINTS and not _names_topic(clauses, figure.own, figure.right):
        for topic in _brought_down(figure, clauses):
            weights["topic"][topic] = max(weights["topic"].get(topic, 0.0), BEHIND)
    return Evidence(
        weights["topic"], weights["population"], weights["programme"], weights["funding"], implied_by(weights["topic"])
    )


def _brought_down(figure: Figure, clauses: Clauses) -> Iterator[str]:
    """The topics of the rate that a fall before it leads to: "hạ tiếp 4%, đưa tỷ lệ nghèo về dưới 26%"."""
    following = next(iter(clauses.figures[_place(figure, clauses) + 1 :]), None)
    if following is None or following.unit not in POINTS or following.depth != figure.depth:
        return
    if any(mark.sign in ";:" and figure.end <= mark.start < following.start for mark in clauses.marks):
        return
    for start, _, (facet, name) in clauses.words.terms:
        if facet == "topic" and following.own <= start < following.start:
            yield name


def _names_topic(clauses: Clauses, start: int, end: int) -> bool:
    """Whether words between two places name a topic that tells what a rate is of."""
    return any(
        start <= hit.start < end and hit.payload.facet == "topic" and hit.payload.id not in UNTOLD
        for hit in clauses.words.terms
    )


def _closed_brackets(figure: Figure, clauses: Clauses) -> list[tuple[int, int]]:
    """The brackets that close before a figure outside them: "kế hoạch vốn (gồm cả vốn kéo dài) là 90 tỷ đồng"."""
    if figure.aside:
        return []
    found, opened = [], -1
    for mark in clauses.marks:
        if mark.start >= figure.start:
            break
        if mark.sign == "(":
            opened = mark.start
        elif mark.sign == ")" and opened >= 0:
            found.append((opened, mark.start))
            opened = -1
    return found


def _legend(figure: Figure, clauses: Clauses) -> tuple[int, int]:
    """The words of a legend that are of a figure: "(số nhà khởi công, trong ngoặc là số hoàn thành): A 702 (418)"."""
    said = next((hit for hit in clauses.words.connectives if hit.payload == "legend"), None)
    brackets = () if said is None else _closed_brackets(replace(figure, aside=False), clauses)
    for start, end in brackets:
        if said is not None and start < said.start < end:
            return (said.end, end) if figure.aside else (start, said.start)
    return _NOWHERE


def _behind_its_bracket(figure: Figure, clauses: Clauses) -> tuple[int, int]:
    """Where the words about a count go on behind the bracket that explains it: "17 người (5 nữ) sang Nhật Bản"."""
    following = clauses.figures[_place(figure, clauses) + 1 :][:1]
    if figure.unit not in _HEADS or not following or following[0].bracket != figure.index:
        return _NOWHERE
    if any(figure.start <= hit.start < figure.right and hit.payload.facet == "topic" for hit in clauses.words.terms):
        return _NOWHERE
    close = next((mark.end for mark in clauses.marks if mark.start >= following[0].end and mark.sign == ")"), None)
    if close is None:
        return _NOWHERE
    ends = [mark.start for mark in clauses.marks if mark.start >= close]
    ends += [one.start for one in clauses.figures if one.start >= close]
    return close, min(ends, default=clauses.sentence.end)


def _closed_relatives(figure: Figure, clauses: Clauses) -> list[tuple[int, int]]:
    """The clauses before a figure that only describe a place: "ở Yang Mao, nơi đồng bào M'nông đông, tỷ lệ là 39%"."""
    found = []
    for hit in clauses.words.connectives:
        if hit.payload == "where" and hit.start < figure.start:
            ends = (mark.start for mark in clauses.marks if hit.end <= mark.start < figure.start and mark.sign in ",;")
            end = next(ends, None)
            if end is not None:
                found.append((hit.start - 1, end))
    return found


def _told_besides(figure: Figure, clauses: Clauses) -> list[tuple[int, int]]:
    """The opening that names what was told before: "Cùng với nhà ở, Mặt trận đã trao 320 suất quà"."""
    opener = next((hit for hit in clauses.words.connectives if hit.payload == "besides"), None)
    if opener is None or opener.start - clauses.sentence.start > 1:
        return []
    end = next((mark.start for mark in clauses.marks if opener.end <= mark.start and mark.sign == ","), figure.start)
    return [(opener.start, end)] if end < figure.start else []


def _lies_in(start: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first < start < last for first, last in spans)


def _is_of_another(start: int, figure: Figure, clauses: Clauses) -> bool:
    """Whether a word that names a group stands with another figure: "2.250 hộ được cấp đất, 900 lao động học nghề".

    Those counted bear their own names; money and things are told with a count's, but none with those of a rate, and
    a rate that its clause names ("tỷ lệ bao phủ đạt 98%") is of its own.
    """
    if start >= figure.start:
        behind = clauses.figures[_place(figure, clauses) + 1 :]
        if figure.unit not in _HEADS:  # "19.500 con, tỷ lệ hộ nghèo dưới 20%"
            return any(one.own <= start < one.start for one in behind if one.unit in RATES and one.own > figure.right)
        return any(one.own <= start < one.right for one in behind)
    if start >= figure.own or figure.bracket is not None:
        return False
    before = reversed(clauses.figures[: _place(figure, clauses)])
    last = next((one for one in before if one.own <= start), None)
    if last is None:
        return False
    if figure.unit in RATES:
        return any(
            hit.payload.facet == "topic"
            and hit.payload.id not in _OF_THOSE_BEFORE
            and figure.own <= hit.start < figure.start
            for hit in clauses.words.terms
        )
    return last.unit in RATES and start < last.start


def _place(figure: Figure, clauses: Clauses) -> int:
    """The number of a figure in its sentence; figures are numbered through the document."""
    return figure.index - clauses.figures[0].index


def _label(figure: Figure, clauses: Clauses) -> _Label:
    """The label of a figure; its words count for more where the clause behind it names no topic itself."""
    colon = 0
    for mark in clauses.marks:
        if mark.start >= figure.start:
            break
        if mark.sign == ":":
            colon = mark.start
    if not colon:
        return _NO_LABEL
    for start, _, term in clauses.words.terms:
        if colon < start < figure.start and term[0] == "topic":
            return _Label(colon, LABEL)
    return _Label(colon, LABEL_ALONE)


def opening_terms(clauses: Clauses) -> frozenset[Term]:
    """The terms of a sentence's opening words, up to its first colon or figure."""
    return _terms(clauses.words.terms, clauses.lead_end)


def all_terms(clauses: Clauses) -> frozenset[Term]:
    """All terms of a sentence."""
    return _terms(clauses.words.terms, clauses.sentence.end)


def _terms(hits: Sequence[Hit[Term]], end: int) -> frozenset[Term]:
    return frozenset([term for start, _, term in hits if start < end])
