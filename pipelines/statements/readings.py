"""A reading: a figure with all that was found about it, before it becomes an observation; and which stand near it.

The readings of a document are a sequence in which each stands at its own index. A figure is tied to others within
reach only, so that the cost of a document grows with its length.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.meaning.code_lists import indicators, is_one_variable
from pipelines.meaning.evidence import Subject
from pipelines.model import Period, Place, Status, TimeBasis
from pipelines.statements.dating import spans
from pipelines.statements.lists.parts import counted_as
from pipelines.statements.wording.figures import Clauses, Figure


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A figure, its sentence and its meaning. `statement` numbers the figures told together.

    `index` is the number of the figure and `paragraph` that of its paragraph in the document, `counted` the unit under
    which it adds up with others. A reading equals none but itself.
    """

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
    index: int = field(init=False)
    paragraph: int = field(init=False)
    counted: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep what is asked of each reading hundreds of times."""
        object.__setattr__(self, "index", self.figure.index)
        object.__setattr__(self, "paragraph", self.clauses.sentence.paragraph)
        object.__setattr__(self, "counted", counted_as(self.figure.unit))


#: A figure is tied to at most so many figures before or behind it: more than any article has between two that belong.
REACH = 240


def sentence_of(readings: Sequence[Reading], reading: Reading) -> list[Reading]:
    """The readings of one sentence in order, that of `reading` itself."""
    figures = reading.clauses.figures  # numbered in a row
    first = figures[0].index
    return list(readings[first : first + len(figures)])


def around(readings: Sequence[Reading], reading: Reading) -> Sequence[Reading]:
    """The readings within reach on both sides, `reading` among them."""
    return readings[max(0, reading.index - REACH) : reading.index + REACH]


def earlier(readings: Sequence[Reading], reading: Reading) -> Sequence[Reading]:
    """The readings within reach before a reading."""
    return readings[max(0, reading.index - REACH) : reading.index]


#: Groups of everybody, which contradict no other.
EVERYBODY = frozenset({None, "_T", "all_hh"})
#: Those and the usual group of this genre.
_USUAL = EVERYBODY | {"poor_hh"}


def same_place(one: Reading, other: Reading) -> bool:
    """Whether two readings are not told of different places."""
    a, b = one.place, other.place
    return a is b or a is None or b is None or a.name == b.name


def same_group(one: Reading, other: Reading) -> bool:
    """Whether two readings are not told of different population groups."""
    a, b = one.subject.population_group, other.subject.population_group
    return a == b or a in EVERYBODY or b in EVERYBODY


def stated_alike(one: Reading, other: Reading) -> bool:
    """Whether two readings can be of the same people at the same place; "_T" of a rate is its usual group."""
    a, b = one.subject.population_group, other.subject.population_group
    return same_place(one, other) and (a == b or a in _USUAL or b in _USUAL)


def year_of(reading: Reading) -> int | None:
    """The year in which what a reading tells ends, if its time is told; the first of January ends the year before."""
    return None if reading.period is None else spans.last_year(reading.period)


def in_other_years(one: Reading, other: Reading) -> bool:
    """Whether two readings are told of different years; one whose time is not told may be of any."""
    a, b = year_of(one), year_of(other)
    return a is not None and b is not None and a != b


def same_variable(one: Reading, other: Reading) -> bool:
    """Whether two readings are of one variable: its stock at the beginning, at the end and at no told time are one."""
    return is_one_variable(one.subject.indicator, other.subject.indicator)


def is_variable(reading: Reading, indicator: str) -> bool:
    """Whether a reading is of a stock, at whatever time of it, or of its change."""
    known = indicators().get(indicator)
    change = known.change_indicator if known else None
    return is_one_variable(reading.subject.indicator, indicator) or reading.subject.indicator == change is not None
