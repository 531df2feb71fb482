"""A whole workbook to observations, relations and problems: its sheets one by one, then what they say of each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipelines.model import Observation, Problem, Relation, Sheet, Workbook
from pipelines.tables.across import repeats_between
from pipelines.tables.blocks import find_blocks
from pipelines.tables.computed import with_computed_values
from pipelines.tables.formula_relations import formula_relations
from pipelines.tables.grid import TEXT, Grid, address, column_letters
from pipelines.tables.guess import SURE_ENOUGH, guess_layout
from pipelines.tables.layout import Layout, TableLayout
from pipelines.tables.layout_file import LayoutFile
from pipelines.tables.observations import ObservedCell, observations
from pipelines.tables.personal import personal_data
from pipelines.tables.reading import Surroundings, TableReading
from pipelines.tables.relations import relations

_TITLE_ROWS = 12


@dataclass(frozen=True, slots=True)
class WorkbookReading:
    """What a workbook says, and the layouts by which its sheets were read."""

    layouts: tuple[Layout, ...] = ()
    observations: tuple[Observation, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_tables(workbook: Workbook, corrected: LayoutFile | None = None) -> WorkbookReading:
    """Read all sheets of a workbook; a corrected layout wins over the guess.

    A workbook that lists persons is refused as a whole: one Problem, nothing else. A sheet whose layout is not sure
    enough gives a Problem and no observations.
    """
    grids = [Grid(sheet) for sheet in with_computed_values(workbook).sheets]
    blocks = [find_blocks(grid) for grid in grids]
    for number, (grid, own_blocks) in enumerate(zip(grids, blocks, strict=True), start=1):
        kind = personal_data(grid, own_blocks)
        if kind is not None:
            return WorkbookReading(problems=(Problem("workbook_personal", workbook.path, f"sheet {number}", kind),))
    stem = workbook.path.rpartition("/")[2].rpartition(".")[0]
    layouts: list[Layout] = []
    found: list[list[ObservedCell]] = []
    related: list[Relation] = []
    problems: list[Problem] = []
    for grid, own_blocks in zip(grids, blocks, strict=True):
        titles = tuple(text for other in grids if other is not grid for text in _titles(other))
        layout = corrected.of_sheet(grid.sheet.name) if corrected else None
        layout = layout or guess_layout(grid, own_blocks)
        layouts.append(layout)
        cells: list[ObservedCell] = []
        problems += _sheet_problems(workbook.path, grid, layout)
        for table in layout.tables:
            if table.confidence < SURE_ENOUGH:
                problems.append(_unsure(workbook.path, grid.sheet, table))
                continue
            reading = TableReading(grid, table, Surroundings(titles, stem))
            own = list(observations(reading, workbook.path))
            cells += own
            related += relations(reading, workbook.path, own)
            problems += _table_problems(workbook.path, reading, own)
        found.append(cells)
    observed = {
        grid.sheet.name: {(cell.row, cell.column): cell.observation for cell in cells}
        for grid, cells in zip(grids, found, strict=True)
    }
    related += list(formula_relations(workbook.path, grids, observed, related))
    related += repeats_between(workbook.path, found)
    return WorkbookReading(
        tuple(layouts),
        tuple(cell.observation for cells in found for cell in cells),
        tuple({one.relation_id: one for one in related}.values()),
        tuple(problems),
    )


def _titles(grid: Grid) -> Iterator[str]:
    """The single lines at the top of a sheet, by which its neighbours may know their time and place."""
    for row in range(1, min(grid.height, _TITLE_ROWS) + 1):
        filled = grid.filled(row)
        if len(filled) == 1 and grid.kind(row, filled[0]) == TEXT:
            yield grid.text(row, filled[0])


def _unsure(document: str, sheet: Sheet, table: TableLayout) -> Problem:
    place = f"{sheet.name}!{address(table.data.first, table.values[0])}"
    return Problem("layout_unsure", document, place, f"{table.confidence:.2f}: {'; '.join(table.reasons)}")


def _sheet_problems(document: str, grid: Grid, layout: Layout) -> Iterator[Problem]:
    sheet = grid.sheet
    if not layout.tables and any("n" in grid.profile(row) for row in range(1, grid.height + 1)):
        yield Problem("sheet_without_table", document, sheet.name, "figures, but no table was found among them")
    if sheet.hidden and layout.tables:
        yield Problem("sheet_hidden", document, sheet.name, "read, though the workbook does not show it")


def _table_problems(document: str, reading: TableReading, cells: Sequence[ObservedCell]) -> Iterator[Problem]:
    """One Problem a column of which something is not known, and one a cell that could not be read."""
    sheet = reading.sheet.name
    for column in reading.layout.values:
        own = [cell.observation for cell in cells if cell.column == column]
        place = f"{sheet}!{column_letters(column)}"
        heading = reading.headings[column].text
        if own and all(one.meaning.indicator is None for one in own):
            yield Problem("indicator_unknown", document, place, heading)
        if own and all(one.unit is None for one in own):
            yield Problem("unit_unknown", document, place, heading)
    for label in reading.places.ambiguous:
        yield Problem("place_ambiguous", document, sheet, label)
    for row in reading.rows:
        if row.role == "total" and row.has_figures and not row.outer and row.row not in reading.layout.row_sums:
            yield Problem("total_not_a_sum", document, f"{sheet}!{row.row}", row.label)
    yield from _unread(document, reading)


def _unread(document: str, reading: TableReading) -> Iterator[Problem]:
    grid = reading.grid
    for row in reading.rows:
        for column in reading.layout.values:
            kind = grid.kind(row.row, column)
            if kind == "f":
                detail = f"={grid.formulas[row.row, column]}"
                yield Problem("formula_without_value", document, _place(reading, row.row, column), detail)
            elif (
                kind == TEXT
                and row.has_figures
                and reading.figures.at(row.row, column) is None
                and grid.anchor(row.row, column) == (row.row, column)
            ):
                yield Problem("figure_unread", document, _place(reading, row.row, column), grid.text(row.row, column))


def _place(reading: TableReading, row: int, column: int) -> str:
    return f"{reading.sheet.name}!{address(row, column)}"


def all_observations(readings: Iterable[WorkbookReading]) -> Iterator[Observation]:
    """The observations of several workbooks in their order."""
    for reading in readings:
        yield from reading.observations
