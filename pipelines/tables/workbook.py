"""A whole workbook to observations, relations and problems: its sheets one by one, then what they say of each other."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipelines.garbage import uncollected
from pipelines.model import Observation, Problem, Relation, Sheet, Workbook
from pipelines.tables.guess import SURE_ENOUGH, guess_tables
from pipelines.tables.layouts.layout import Layout, TableLayout
from pipelines.tables.layouts.layout_file import LayoutFile
from pipelines.tables.observations import ObservationBatch, ObservedCell, batches, observations
from pipelines.tables.personal import PERSONAL, personal_data
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.readings.titles import Surroundings
from pipelines.tables.relations.across import repeats_between
from pipelines.tables.relations.continued import ReadTable, continued_sums, relations_of, with_parts
from pipelines.tables.relations.formula_relations import formula_relations
from pipelines.tables.relations.relations import relations
from pipelines.tables.sheets.computed import with_computed_values
from pipelines.tables.sheets.grid import FORMULA, TEXT, Grid, address, column_letters
from pipelines.tables.structure.blocks import Block, find_blocks
from pipelines.tables.wording.words import roles_of, without_citation

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
    with uncollected():
        return _read_tables(workbook, corrected)


def _read_tables(workbook: Workbook, corrected: LayoutFile | None) -> WorkbookReading:
    grids = [Grid(sheet) for sheet in with_computed_values(workbook).sheets]
    blocks = [find_blocks(grid) for grid in grids]
    for number, (grid, own_blocks) in enumerate(zip(grids, blocks, strict=True), start=1):
        kind = personal_data(grid, own_blocks)
        if kind is not None:
            return WorkbookReading(problems=(Problem(PERSONAL, workbook.path, f"sheet {number}", kind),))
    layouts: list[Layout] = []
    tables: list[ReadTable] = []
    problems: list[Problem] = []
    for grid, own_blocks in zip(grids, blocks, strict=True):
        layout, readings = _readings(workbook, grids, grid, own_blocks, corrected)
        layouts.append(layout)
        problems += _sheet_problems(workbook.path, grid, layout)
        tables += [ReadTable(reading, observations(reading, workbook.path)) for reading in readings]
    sums = continued_sums(tables)
    tables = with_parts(tables, sums)
    related = [*relations_of(workbook.path, sums)]
    for table in tables:
        related += relations(table.reading, workbook.path, table.cells)
        summed = {one.row for one in sums if one.table.reading is table.reading}
        problems += _table_problems(workbook.path, table, summed)
    by_sheet: dict[str, list[ObservedCell]] = {grid.sheet.name: [] for grid in grids}
    for table in tables:
        by_sheet[table.reading.sheet.name] += table.cells
    observed = {name: {(cell.row, cell.column): cell.observation for cell in cells} for name, cells in by_sheet.items()}
    related += list(formula_relations(workbook.path, grids, observed, related))
    related += repeats_between(workbook.path, [*by_sheet.values()])
    return WorkbookReading(
        tuple(layouts),
        tuple(cell.observation for table in tables for cell in table.cells),
        tuple({one.relation_id: one for one in related}.values()),
        tuple(problems),
    )


def _readings(
    workbook: Workbook, grids: Sequence[Grid], grid: Grid, blocks: Sequence[Block], corrected: LayoutFile | None
) -> tuple[Layout, list[TableReading]]:
    """The layout of a sheet, corrected or guessed, and the readings of those of its tables that are sure enough."""
    titles = tuple(text for other in (grid, *(one for one in grids if one is not grid)) for text in _titles(other))
    surroundings = Surroundings(titles, workbook.path.rpartition("/")[2].rpartition(".")[0])
    layout = corrected.of_sheet(grid.sheet.name) if corrected else None
    if layout is not None:
        return layout, [TableReading(grid, table, surroundings) for table in layout.tables if _is_sure(table)]
    guessed = guess_tables(grid, blocks)
    layout = Layout(grid.sheet.name, tuple(table.layout for table in guessed))
    sure = [table for table in guessed if _is_sure(table.layout)]
    return layout, [TableReading(grid, table.layout, surroundings, table.preread) for table in sure]


def _is_sure(table: TableLayout) -> bool:
    return table.confidence >= SURE_ENOUGH


def _titles(grid: Grid) -> Iterator[str]:
    """The single lines at the top of a sheet, by which its further tables and its neighbours may know time and place.

    Lines that name another document tell its date, not theirs.
    """
    for row in range(1, min(grid.height, _TITLE_ROWS) + 1):
        filled = grid.filled(row)
        if len(filled) == 1 and grid.kind(row, filled[0]) == TEXT:
            text = without_citation(grid.text(row, filled[0]))
            if text and "reference" not in roles_of(text):
                yield text


def _unsure(document: str, sheet: Sheet, table: TableLayout) -> Problem:
    place = f"{sheet.name}!{address(table.data.first, table.values[0])}"
    return Problem("layout_unsure", document, place, f"{table.confidence:.2f}: {'; '.join(table.reasons)}")


def _sheet_problems(document: str, grid: Grid, layout: Layout) -> Iterator[Problem]:
    sheet = grid.sheet
    for table in layout.tables:
        if not _is_sure(table):
            yield _unsure(document, sheet, table)
    if not layout.tables and any("n" in grid.profile(row) for row in range(1, grid.height + 1)):
        yield Problem("sheet_without_table", document, sheet.name, "figures, but no table was found among them")
    if sheet.hidden and layout.tables:
        yield Problem("sheet_hidden", document, sheet.name, "read, though the workbook does not show it")


def _table_problems(document: str, table: ReadTable, summed: Collection[int]) -> Iterator[Problem]:
    """One Problem a column of which something is not known, and one a cell that could not be read.

    `summed` are the total rows that add up rows of other tables too.
    """
    reading, cells = table.reading, table.cells
    sheet = reading.sheet.name
    named = {cell.column for cell in cells if cell.observation.meaning.indicator is not None}
    measured = {cell.column for cell in cells if cell.observation.unit is not None}
    observed = {cell.column for cell in cells}
    for column in reading.layout.values:
        place, heading = f"{sheet}!{column_letters(column)}", reading.headings[column].text
        if column in observed and column not in named:
            yield Problem("indicator_unknown", document, place, heading)
        if column in observed and column not in measured:
            yield Problem("unit_unknown", document, place, heading)
    for label in reading.places.ambiguous:
        yield Problem("place_ambiguous", document, sheet, label)
    for row in reading.rows if reading.additive_columns else ():
        is_total = row.role == "total" and row.has_figures and not row.outer
        if is_total and row.row not in reading.layout.row_sums and row.row not in summed:
            yield Problem("total_not_a_sum", document, f"{sheet}!{row.row}", row.label)
    yield from _unread(document, reading)


def _unread(document: str, reading: TableReading) -> Iterator[Problem]:
    """The cells among figures that hold words, or a formula without a value."""
    grid, columns = reading.grid, reading.layout.values
    kinds = {row.row: grid.profile(row.row) for row in reading.rows if row.has_figures}
    strange = {
        profile
        for profile in set(kinds.values())
        if any(profile[column - 1] in (TEXT, FORMULA) for column in columns if column <= len(profile))
    }
    for row in (row for row, profile in kinds.items() if profile in strange):
        for column in columns:
            kind = grid.kind(row, column)
            if kind == FORMULA:
                yield Problem(
                    "formula_without_value", document, _place(reading, row, column), f"={grid.formulas[row, column]}"
                )
            elif kind == TEXT and reading.figures.at(row, column) is None and grid.anchor(row, column) == (row, column):
                yield Problem("figure_unread", document, _place(reading, row, column), grid.text(row, column))


def _place(reading: TableReading, row: int, column: int) -> str:
    return f"{reading.sheet.name}!{address(row, column)}"


def table_batches(workbook: Workbook, corrected: LayoutFile | None = None) -> Iterator[ObservationBatch]:
    """The observations of a workbook in batches, as columns, for writing long sheets as they come.

    The same observations as read_tables gives, without relations, problems and sums over several tables; nothing of a
    workbook that lists persons, nor of a table whose layout is not sure enough.
    """
    grids = [Grid(sheet) for sheet in with_computed_values(workbook).sheets]
    blocks = [find_blocks(grid) for grid in grids]
    if any(personal_data(grid, own) is not None for grid, own in zip(grids, blocks, strict=True)):
        return
    for grid, own in zip(grids, blocks, strict=True):
        for reading in _readings(workbook, grids, grid, own, corrected)[1]:
            yield from batches(reading, workbook.path)
