"""The titles of a table: the lines over it, and the time, status and words that they give to all its figures."""

from dataclasses import dataclass
from functools import cached_property

from pipelines.model import Period, Status
from pipelines.quantities.periods import year as calendar_year
from pipelines.tables.layouts.layout import TableLayout
from pipelines.tables.readings.zones import Zone, title_zones
from pipelines.tables.sheets.grid import Grid
from pipelines.tables.structure.row_classes import told_figure, year_in
from pipelines.tables.wording.times import of_term, periods_in
from pipelines.tables.wording.units import unit_stated
from pipelines.tables.wording.words import roles_of, without_citation


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of a workbook says of a table: titles of its other sheets, and the name of its file."""

    titles: tuple[str, ...] = ()
    file_stem: str = ""


class TableTitles:
    """The titles of one table. What is derived is computed once and never changes."""

    def __init__(self, grid: Grid, layout: TableLayout, surroundings: Surroundings, columns: frozenset[int]) -> None:
        """Take a sheet's grid, the layout of one of its tables, and the columns that the table covers."""
        self._grid, self._layout, self._surroundings, self._columns = grid, layout, surroundings, columns

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines over the table, the nearest last, without letterheads and lines that cite other documents."""
        texts = [text for row in self._layout.title for text in self._own_texts(row)]
        own = [without_citation(text) for text in texts if unit_stated(text) is None]
        return tuple(text for text in own if text and not roles_of(text) & {"reference", "note", "unit_line"})

    def _own_texts(self, row: int) -> list[str]:
        """The texts of a line over the table; of one that heads several tables side by side only its own."""
        filled = self._grid.filled(row)
        figure = told_figure(self._grid, row)
        if figure is not None and year_in(self._grid, row, figure) is None:  # what it is told of is no title either
            at = filled.index(figure)
            filled = filled[: at - 1] + filled[at + 1 :]
        own = [column for column in filled if column in self._columns]
        return [self._grid.text(row, column) for column in own or filled]

    @cached_property
    def period(self) -> Period | None:
        """The period that the titles tell, else the names of sheet and file, else the year in which it was signed."""
        names = (self._grid.sheet.name, *self._surroundings.titles, self._surroundings.file_stem.replace("_", " "))
        stated = (self._layout.period,) if self._layout.period else ()
        titles = [text for text in self.lines[::-1] if "letterhead" not in roles_of(text)]
        of_figures = [plain for text in titles if (plain := _without_standards(text))]
        for text in (*stated, *of_figures, *titles, *names):
            found = periods_in(text)
            if found:
                return of_term(titles, found[-1]) if text in of_figures or text in titles else found[-1]
        signed = [
            period
            for row in self._layout.notes
            for column in self._grid.filled(row)
            for period in periods_in(self._grid.text(row, column))
        ]
        return next((calendar_year(period.end.year) for period in signed if period.start == period.end), None)

    @cached_property
    def year(self) -> int | None:
        """The whole year that a title tells, if one does."""
        told = [period for text in self.lines if "letterhead" not in roles_of(text) for period in periods_in(text)]
        return next((one.start.year for one in told if one == calendar_year(one.start.year)), None)

    @property
    def running_year(self) -> int | None:
        """The year of the table, to which periods told without a year belong."""
        return self.period.end.year if self.period is not None else None

    @cached_property
    def status(self) -> Status | None:
        """The status that the title's opening tells: "Kế hoạch vốn năm 2023"."""
        if any("planning" in roles_of(text) for text in self.lines):
            return "plan"
        return None

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        """The words of the titles and of the sheet's name."""
        titles = tuple(text for text in self.lines if "letterhead" not in roles_of(text))
        return title_zones(titles, self._grid.sheet.name)


def _without_standards(title: str) -> str:
    """A title without its clauses on a standard, whose years are not those of figures: "chuẩn nghèo 2022 - 2025"."""
    return ",".join(clause for clause in title.split(",") if "standard" not in roles_of(clause))
