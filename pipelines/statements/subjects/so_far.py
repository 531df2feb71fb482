"""What a document has told so far, while the subjects of its figures are read in order.

What a figure takes over from it is inherited.py, what the text reckons from it reckoned.py.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from pipelines.meaning.code_lists import CURRENCIES, Indicator, indicators, is_lent
from pipelines.meaning.evidence import Subject
from pipelines.meaning.subjects import SURE
from pipelines.statements.subjects.evidence import UNTOLD
from pipelines.statements.wording.figures import POINTS, Clauses, Figure

#: Units of those for whom money is told.
COUNTED = frozenset({"person", "household", "customer", "turn", "house", "card"})
#: What was paid back is told of loans and is none.
_COLLECTED = "credit.turnover_collected"
#: How a rate is told that an article may be about.
_RATED = frozenset({"level", "share"})
#: A subject that fits worse than this gives way to what the same figure was told of before.
_UNSURE = 0.4


@dataclass(slots=True)
class SoFar:
    """The figures of one document, and the subjects of those that were read already.

    The first four fields are of all its figures and stay; `take` lets the others grow.
    """

    folded: str
    aspects: Mapping[int, str]
    totals: Mapping[int, int]
    """By part, the figure that it is a part of."""
    planned: Collection[int]
    """Figures that words call a plan."""
    subjects: dict[int, Subject] = field(default_factory=dict)
    last: tuple[Figure, ...] = ()
    """The figures of the last sentence before that tells any, in the same paragraph."""
    lent: dict[str, Subject] | None = None
    """By unit, what an article on lending last told of loans; None in any other."""
    rates: Counter[str] = field(default_factory=Counter)
    """How many rates were told surely, by indicator, in order."""
    rated: dict[str, Subject] = field(default_factory=dict)
    """By indicator, what the first of them is of."""
    told: dict[tuple[object, str], Subject] = field(default_factory=dict)
    """By value and unit, the surest subject."""

    def take(self, figure: Figure, unit: str, subject: Subject) -> None:
        """Keep the subject of a figure told in this unit."""
        self.subjects[figure.index] = subject
        known = indicators().get(subject.indicator or "")
        sure_rate = unit == "percent" and subject.score >= SURE and self.aspects[figure.index] in _RATED
        if sure_rate and known is not None and known.stock_flow == "STOCK" and self._is_told_as_rate(figure, known):
            self.rates[known.indicator_id] += 1
            self.rated.setdefault(known.indicator_id, subject)
        lent = is_lent(subject.indicator) and subject.indicator != _COLLECTED
        if self.lent is not None and subject.score >= SURE and self.is_level(figure) and lent:
            self.lent[unit] = subject

    def _is_told_as_rate(self, figure: Figure, rate: Indicator) -> bool:
        """Whether a level is told, or a share that is a rate with changes: "42.161 hộ nghèo, chiếm 30,35%"."""
        return self.is_level(figure) or rate.change_indicator is not None

    def main_rate(self) -> Subject | None:
        """What most rates told so far are of, of equally many the first: what the article is about."""
        return self.rated[max(self.rates, key=lambda indicator: self.rates[indicator])] if self.rates else None

    def known(self, figure: Figure, unit: str, subject: Subject) -> Subject:
        """Take a figure told again in fewer words for what it was told of first: "trong 562,8 tỷ đồng kể trên"."""
        key = (figure.quantity.value, unit)
        told = self.told.get(key)
        if told is not None and told.score > subject.score and subject.score < _UNSURE:
            return told
        if told is None or subject.score > told.score:
            self.told[key] = subject
        return subject

    def total_of(self, figure: Figure) -> Subject | None:
        """The subject of the figure that this one is a part of, if that was read already."""
        return self.subjects.get(self.totals.get(figure.index, -1))

    def is_level(self, figure: Figure) -> bool:
        """Whether a figure is told as a level."""
        return self.aspects[figure.index] == "level"


def are_alike(one: str, other: str) -> bool:
    """Whether a change told in one unit may be of a level told in the other: points are of per cent."""
    return one == other or {one, other} == POINTS


def names_something(cut: Clauses, start: int, end: int) -> bool:
    """Whether words between two places say what a figure is of."""
    return any(start <= hit.start < end and hit.payload.id not in UNTOLD for hit in cut.words.terms)


def tells_others(figure: Figure, cut: Clauses) -> bool:
    """Whether an item of a list is of other people, or of all the rest, so that no programme goes on to it.

    "nước sạch 12,3 tỷ đồng; học sinh, sinh viên 9,85 tỷ đồng; các chương trình còn lại 7,05 tỷ đồng".
    """
    own = range(figure.own, figure.start)
    people = any(own.start < hit.end <= own.stop and hit.payload.facet == "population" for hit in cut.words.terms)
    return figure.unit in CURRENCIES and (people or is_rest(figure, cut))


def is_rest(figure: Figure, cut: Clauses) -> bool:
    """Whether a figure is of all the others together, who are nobody named before."""
    own = range(figure.own, figure.start)
    return any(hit.start in own and hit.payload in ("others", "remainder") for hit in cut.words.connectives)
