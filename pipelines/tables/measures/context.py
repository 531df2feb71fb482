"""What a table says of all its figures: its titles, and the groups of its other columns and lines."""

from dataclasses import dataclass

from pipelines.model import Period, Status
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.readings.zones import Zone


@dataclass(frozen=True, slots=True)
class TableContext:
    """What is said of all figures of a table."""

    zones: tuple[Zone, ...]
    status: Status | None
    period: Period | None
    year: int | None  # one that the titles tell beside the day of the report
    groups: frozenset[str]  # those that the headings of the columns name
    groups_by_unit: tuple[tuple[str, frozenset[str]], ...]  # the same by the unit of the columns
    divided: frozenset[str]  # those into which lines below a total divide it


def context_of(reading: TableReading) -> TableContext:
    """What a table says of all its figures."""
    return TableContext(
        reading.titles.zones,
        reading.titles.status,
        reading.titles.period,
        reading.titles.year,
        reading.groups_of_headings,
        tuple(reading.groups_by_unit.items()),
        reading.groups_of_divisions,
    )
