"""What both sides of a table, its rows and its columns, are read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.quantities import UnitReading
from pipelines.tables.layouts.layout import TableLayout
from pipelines.tables.readings.places import TablePlaces
from pipelines.tables.readings.titles import TableTitles
from pipelines.tables.sheets.grid import Grid
from pipelines.tables.structure.headings import Heading
from pipelines.tables.structure.rows import TableRow


@dataclass(eq=False)
class Sides:
    """A table as it is laid out, with its headings, places and titles."""

    grid: Grid
    layout: TableLayout
    rows: Sequence[TableRow]
    headings: Mapping[int, Heading]
    places: TablePlaces
    titles: TableTitles
    table_units: tuple[UnitReading, ...]
