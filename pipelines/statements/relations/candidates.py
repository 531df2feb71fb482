"""Relations between readings, before their figures have keys."""

from dataclasses import dataclass
from decimal import Decimal

from pipelines.model import RelationKind
from pipelines.statements.readings import Reading


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that the text states or implies; members are (reading, role) in the order of the roles.

    `negative` holds the indices of the figures that a sum takes away.
    """

    kind: RelationKind
    members: tuple[tuple[Reading, str], ...]
    rule: str
    exhaustive: bool | None = None
    years: Decimal | None = None
    negative: frozenset[int] = frozenset()
