"""A table and its layout to observations: a pure function, the same for a guessed and a corrected layout.

Every cell where a row of figures meets a column of figures is one observation at most. They are made in batches of
cells that share a sense, which a long sheet can be written from as they come; `observations` gives them one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import NamedTuple

from pipelines.keys import cell_key, cell_keys, statement_keys
from pipelines.model import Comparator, Interval, Locator, Meaning, Observation, Place
from pipelines.quantities import UnitReading
from pipelines.tables.measures.meanings import Meanings, Sense
from pipelines.tables.readings.links import Cell, PartOf
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.readings.told import Told
from pipelines.tables.sheets.grid import column_letters
from pipelines.tables.structure.rows import TableRow
from pipelines.tables.totals.figures import Figure, comparator_of
from pipelines.tables.wording.units import PERCENT

#: Rows of a batch: enough to share what is shared, few enough to bound the memory.
BATCH_ROWS = 10_000
#: The sureness of an observation by what is known of it.
_NO_INDICATOR, _NO_UNIT = 0.6, 0.7


@dataclass(frozen=True, slots=True)
class ObservationBatch:
    """Observations of one column that share unit and meaning but for the place, as columns of equal length.

    `meanings` differ in place only; `half_units` are in the base unit. Everything else is as in Observation.
    """

    document: str
    sheet: str
    column: int
    unit: str | None
    unit_printed: str | None
    factor: Decimal
    confidence: float
    rule: str
    rows: Sequence[int]
    observation_ids: Sequence[str]
    statement_ids: Sequence[str]
    cells: Sequence[str]
    meanings: Sequence[Meaning]
    values: Sequence[Decimal]
    half_units: Sequence[Decimal]
    printed: Sequence[str]
    part_of: Sequence[tuple[str, ...]]
    sentences: Sequence[str]
    flags: Sequence[frozenset[str]]

    def __len__(self) -> int:
        return len(self.rows)

    def observation(self, at: int) -> Observation:
        """The observation at a place of the batch."""
        comparator = comparator_of(self.printed[at])
        return Observation(
            observation_id=self.observation_ids[at],
            statement_id=self.statement_ids[at],
            document=self.document,
            locator=Locator(sheet=self.sheet, cell=self.cells[at]),
            quote=self.printed[at],
            value=self.values[at],
            unit=self.unit,
            meaning=self.meanings[at],
            value_printed=self.printed[at],
            unit_printed=self.unit_printed,
            factor=self.factor,
            comparator=comparator,
            interval=_interval(self.values[at], self.half_units[at], comparator),
            part_of=self.part_of[at],
            sentence=self.sentences[at],
            confidence=self.confidence,
            rule=self.rule,
            flags=self.flags[at],
        )


_SHOWN_WHOLE = Decimal("0.05")


def _half_unit(figure: Figure, unit: UnitReading | None) -> Decimal:
    """The half unit of a figure; a whole per cent may be one that a program shows without its zeros (7.0, 100.0)."""
    whole = not figure.half_unit and unit is not None and unit.code == PERCENT.code
    return _SHOWN_WHOLE if whole else figure.half_unit


def _interval(value: Decimal, half: Decimal, comparator: Comparator) -> Interval:
    """What a printed figure can stand for: rounded to either side, or cut off; a bound for all beyond it."""
    if comparator != "=":
        return Interval(None, value) if comparator in ("<", "<=") else Interval(value, None)
    if not half:
        return _exactly(value)
    if value < 0:
        return Interval(value - half * 2, value + half)
    return Interval(value - half, value + half * 2)


@lru_cache(maxsize=1 << 16)
def _exactly(value: Decimal) -> Interval:
    return Interval(value, value)


class ObservedCell(NamedTuple):
    """An observation with its row and column."""

    row: int
    column: int
    observation: Observation


def observations(reading: TableReading, document: str) -> list[ObservedCell]:
    """The observations of a table, row by row. `document` is the business key of the workbook."""
    found = [
        ObservedCell(batch.rows[at], batch.column, batch.observation(at))
        for batch in batches(reading, document)
        for at in range(len(batch))
    ]
    found.sort(key=itemgetter(0, 1))
    return found


def batches(reading: TableReading, document: str, size: int = BATCH_ROWS) -> Iterator[ObservationBatch]:
    """The observations of a table in batches, stretch of rows by stretch, column by column."""
    maker = _Maker(reading, document)
    rows = [row for row in reading.rows if row.has_figures]
    for start in range(0, len(rows), size):
        yield from maker.batches(rows[start : start + size])


class _Maker:
    """Makes the batches of one table."""

    def __init__(self, reading: TableReading, document: str) -> None:
        self._reading, self._document = reading, document
        self._meanings = Meanings(reading)
        self._part_of = PartOf(reading)
        self._sheet = reading.sheet.name

    def batches(self, rows: Sequence[TableRow]) -> Iterator[ObservationBatch]:
        """The batches of a stretch of rows."""
        stretch = _Stretch(rows, self._reading, self._meanings, self._document)
        statements: dict[int, list[str]] = {}
        for column in self._reading.layout.values:
            first = self._reading.statement_columns[column]
            if first == column:
                statements[column] = statement_keys(stretch.keys(column))
            cells = _Cells(
                column, stretch.cells(column), stretch.keys(column), statements[first], self._totals(stretch, column)
            )
            for sense, places, figures in self._groups(stretch, column):
                yield self._batch(sense, stretch, cells, places, figures)

    def _groups(self, stretch: "_Stretch", column: int) -> Iterator[tuple[Sense, list[int], list[Figure]]]:
        """The figures of a column by what they measure: the sense, their places in the stretch, themselves."""
        groups: dict[tuple[int, UnitReading | None], tuple[Sense, list[int], list[Figure]]] = {}
        meanings, sides = self._meanings, stretch.sides
        found = self._reading.column_figures(stretch.numbers, column)
        if stretch.is_uniform and all(figure is not None and figure.unit is None for figure in found):
            figures = [figure for figure in found if figure is not None]
            yield meanings.of(sides[0], column, None), list(range(len(found))), figures
            return
        for at, figure in enumerate(found):
            if figure is None:
                continue
            key = id(sides[at]), figure.unit
            group = groups.get(key)
            if group is None:
                group = groups[key] = (meanings.of(sides[at], column, figure.unit), [], [])
            group[1].append(at)
            group[2].append(figure)
        yield from groups.values()

    def _batch(
        self, sense: Sense, stretch: "_Stretch", cells: "_Cells", places: Sequence[int], figures: Sequence[Figure]
    ) -> ObservationBatch:
        reading, unit, column = self._reading, sense.unit, cells.column
        factor = unit.factor if unit else Decimal(1)
        heading = reading.headings[column].text or column_letters(column)
        confidence = reading.layout.confidence
        confidence *= (1.0 if sense.meaning.indicator else _NO_INDICATOR) * (1.0 if unit else _NO_UNIT)
        numbers = [stretch.numbers[at] for at in places]
        plain = factor == 1
        return ObservationBatch(
            document=self._document,
            sheet=self._sheet,
            column=column,
            unit=unit.code if unit else None,
            unit_printed=(unit.printed or None) if unit else None,
            factor=factor,
            confidence=round(confidence, 3),
            rule=sense.subject.rule,
            rows=numbers,
            observation_ids=[cells.keys[at] for at in places],
            statement_ids=[cells.statements[at] for at in places],
            cells=[cells.addresses[at] for at in places],
            meanings=self._meanings.with_places(sense, [stretch.places[at] for at in places], column),
            values=[figure.value if plain else figure.value * factor for figure in figures],
            half_units=[_half_unit(figure, unit) if plain else figure.half_unit * factor for figure in figures],
            printed=[figure.printed for figure in figures],
            part_of=[cells.part_of[at] for at in places],
            sentences=[f"{stretch.labels[at]} | {heading}" for at in places],
            flags=self._flags(numbers, column, figures),
        )

    def _totals(self, stretch: "_Stretch", column: int) -> list[tuple[str, ...]]:
        """The keys of the totals that each cell is a part of; rows with the same totals share one tuple."""
        part_of = self._part_of
        over = list(map(part_of.rows_over, stretch.numbers))
        known = {rows: tuple(map(self._key, part_of.down(rows, column))) for rows in set(over)}
        down = [known[rows] for rows in over]
        across = [
            (stretch.keys(total), self._reading.column_figures(stretch.numbers, total))
            for total in part_of.across(column)
        ]
        if not across:
            return down
        return [
            above if is_rate else (*above, *(keys[at] for keys, figures in across if figures[at] is not None))
            for at, (above, is_rate) in enumerate(zip(down, stretch.rates, strict=True))
        ]

    def _key(self, cell: Cell) -> str:
        return cell_key(self._document, self._sheet, f"{column_letters(cell[1])}{cell[0]}")

    def _flags(self, rows: Sequence[int], column: int, figures: Sequence[Figure]) -> list[frozenset[str]]:
        sheet = self._reading.sheet
        if not (sheet.hidden or sheet.hidden_rows or column in sheet.hidden_columns):
            return [figure.flags for figure in figures]
        every = sheet.hidden or column in sheet.hidden_columns
        return [
            figure.flags | {"hidden"} if every or row in sheet.hidden_rows else figure.flags
            for row, figure in zip(rows, figures, strict=True)
        ]


class _Stretch:
    """A stretch of rows with what each says, whatever the column, and the names of its cells."""

    def __init__(self, rows: Sequence[TableRow], reading: TableReading, meanings: Meanings, document: str) -> None:
        self._rows, self._reading, self._document = rows, reading, document
        self.numbers = [row.row for row in rows]
        self.sides: Sequence[Told] = [meanings.side(row) for row in rows]
        self.labels = [_label(row) for row in rows]
        self.places: Sequence[Place | None] = [reading.row_sides.place_of(row) for row in rows]
        self.is_uniform = len({id(side) for side in self.sides}) == 1
        self._keys: dict[int, list[str]] = {}

    def cells(self, column: int) -> list[str]:
        """The addresses of the cells of a column."""
        letters = column_letters(column)
        return [f"{letters}{number}" for number in self.numbers]

    def keys(self, column: int) -> list[str]:
        """The keys of the cells of a column, of observations or of the totals that others are parts of."""
        if column not in self._keys:
            self._keys[column] = cell_keys(self._document, self._reading.sheet.name, self.cells(column))
        return self._keys[column]

    @cached_property
    def rates(self) -> list[bool]:
        """Which rows hold rates or averages, which no total beside them adds up."""
        return list(map(self._reading.row_sides.is_rate_row, self._rows))


class _Cells(NamedTuple):
    """The cells of a column in a stretch of rows, with the keys of the totals that each is a part of."""

    column: int
    addresses: Sequence[str]
    keys: Sequence[str]
    statements: Sequence[str]
    part_of: Sequence[tuple[str, ...]]


def _label(row: TableRow) -> str:
    return " / ".join((*row.outer, row.label)) if row.outer else row.label
