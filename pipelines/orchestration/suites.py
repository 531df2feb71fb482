"""The seam to the room of quality: what fills its tables, what its suites expect, and how that turned out.

The other modules know the quality room only through this one. Nothing of it is imported before a step needs it.
"""

from collections.abc import Mapping

from pipelines.warehouse.building import Builder, leave_empty
from pipelines.warehouse.catalogue import Catalogue

_ROOM = "quality"


def quality_builders(catalogue: Catalogue) -> Mapping[str, Builder]:
    """What fills the tables that the quality room makes."""
    return {spec.name: leave_empty for spec in catalogue.built if spec.table.made_by == _ROOM}
