"""A reading: a figure with all that was found about it, before it becomes an observation; and which stand near it.

The readings of a document are a sequence in which each stands at its own index. A figure is tied to others within
reach only, so that the cost of a document grows with its length.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.meaning.code_lists import indicators, is_one_variable
from pipelines.meaning.subjects import Subject
from pipelines.model import Period, Place, Status, TimeBasis
from pipelines.statements.figures import Clauses, Figure
from pipelines.statements.parts import counted_as


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure, its sentence and its meaning. `statement` numbers the figures told together."""

    figure: Figure
    clauses: Clauses
    aspect: str
    status: Status
    subject: Subject
    statement: int
    place: Place | None = None
    period: Period | None = None
    time_basis: TimeBasis | None = None
    per: str | None = None

    @property
    def index(self) -> int:
        """The number of the figure in its document."""
        return self.figure.index

    @property
    def paragraph(self) -> int:
        """The number of its paragraph in the document."""
        return self.clauses.sentence.paragraph

    @property
    def counted(self) -> str:
        """The unit under which it adds up with others."""
        return counted_as(self.figure.unit)


#: A figure is tied to at most so many figures before or behind it: more than any article has between two that belong.
REACH = 240


def sentence_of(readings: Sequence[Reading], reading: Reading) -> list[Reading]:
    """The readings of one sentence in order, that of `reading` itself."""
    first = reading.index
    while first > 0 and readings[first - 1].clauses is reading.clauses:
        first -= 1
    last = reading.index + 1
    while last < len(readings) and readings[last].clauses is reading.clauses:
        last += 1
    return list(readings[first:last])


def around(readings: Sequence[Reading], reading: Reading) -> Sequence[Reading]:
    """The readings within reach on both sides, `reading` among them."""
    return readings[max(0, reading.index - REACH) : reading.index + REACH]


def earlier(readings: Sequence[Reading], reading: Reading) -> Sequence[Reading]:
    """The readings within reach before a reading."""
    return readings[max(0, reading.index - REACH) : reading.index]


#: Groups of everybody, which contradict no other.
EVERYBODY = frozenset({None, "_T", "all_hh"})


def same_place(one: Reading, other: Reading) -> bool:
    """Whether two readings are not told of different places."""
    return one.place is None or other.place is None or one.place.name == other.place.name


def same_group(one: Reading, other: Reading) -> bool:
    """Whether two readings are not told of different population groups."""
    groups = {one.subject.population_group, other.subject.population_group}
    return len(groups - EVERYBODY) <= 1


def stated_alike(one: Reading, other: Reading) -> bool:
    """Whether two readings can be of the same people at the same place; "_T" of a rate is its usual group."""
    groups = {one.subject.population_group, other.subject.population_group} - EVERYBODY - {"poor_hh"}
    return same_place(one, other) and len(groups) <= 1


def same_variable(one: Reading, other: Reading) -> bool:
    """Whether two readings are of one variable: its stock at the beginning, at the end and at no told time are one."""
    return is_one_variable(one.subject.indicator, other.subject.indicator)


def is_variable(reading: Reading, indicator: str) -> bool:
    """Whether a reading is of a stock, at whatever time of it, or of its change."""
    known = indicators().get(indicator)
    change = known.change_indicator if known else None
    return is_one_variable(reading.subject.indicator, indicator) or reading.subject.indicator == change is not None
