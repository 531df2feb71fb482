"""A reading: a figure with all that was found about it, before it becomes an observation."""

from dataclasses import dataclass

from pipelines.meaning.subjects import Subject
from pipelines.model import Period, Place, Status, TimeBasis
from pipelines.statements.figures import Clauses, Figure
from pipelines.statements.structure import counted_as


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
