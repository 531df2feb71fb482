"""A table and its layout to observations: a pure function, the same for a guessed and a corrected layout.

Every cell where a row of figures meets a column of figures is one observation at most; its meaning is what column,
row and title say together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from pipelines.keys import cell_key, statement_key
from pipelines.meaning.subjects import Subject, gather, indicators, interpret
from pipelines.model import Interval, Locator, Meaning, Observation, TimeBasis
from pipelines.quantities import UnitReading
from pipelines.tables.axes import Told, Zone
from pipelines.tables.figures import Figure
from pipelines.tables.grid import address
from pipelines.tables.links import Cell, totals_of
from pipelines.tables.reading import TableReading
from pipelines.tables.rows import TableRow
from pipelines.tables.times import flow_period
from pipelines.tables.units import EXPLICIT, PHRASE, UnitChoice, is_rate

#: The sureness of an observation by what is known of it.
_NO_INDICATOR, _NO_UNIT = 0.6, 0.7


@dataclass(frozen=True, slots=True)
class ObservedCell:
    """An observation with its row and column."""

    row: TableRow
    column: int
    observation: Observation


def observations(reading: TableReading, document: str) -> Iterator[ObservedCell]:
    """The observations of a table, row by row. `document` is the business key of the workbook."""
    totals = totals_of(reading)
    meanings = _Meanings(reading)
    for row in reading.rows:
        if not row.has_figures:
            continue
        side = reading.row_side(row)
        mixed = reading.is_mixed(row)
        for column in reading.layout.values:
            figure = reading.figure(row.row, column)
            if figure is None:
                continue
            unit = unit_of_cell(reading.columns[column].unit, side.unit, figure)
            meaning, subject = meanings.of(column, side, unit, mixed)
            keys = _Keys(document, reading.sheet.name)
            yield ObservedCell(
                row, column, _observation(reading, keys, row, column, figure, unit, meaning, subject, totals)
            )


@dataclass(frozen=True, slots=True)
class _Keys:
    document: str
    sheet: str

    def of(self, cell: Cell) -> str:
        return cell_key(self.document, self.sheet, address(*cell))


def unit_of_cell(column: UnitChoice | None, row: UnitChoice | None, figure: Figure) -> UnitReading | None:
    """The unit of a figure: one in the cell itself, a rate or brackets of the column, then the row, then the rest.

    In a list of indicators the row has the unit ("ĐVT") and only "Tỷ lệ (%)" columns another.
    """
    if figure.unit is not None and not (column is not None and is_rate(column.unit) and is_rate(figure.unit)):
        return figure.unit
    if column is None or row is None:
        chosen = column or row
        return chosen.unit if chosen else None
    if is_rate(column.unit) and column.strength >= PHRASE:
        return column.unit
    if row.strength >= EXPLICIT and column.strength < EXPLICIT:
        return row.unit
    return row.unit if row.strength > column.strength else column.unit


@dataclass(slots=True)
class _Meanings:
    """The meanings of a table's cells, one for all cells that share it."""

    reading: TableReading
    subjects: dict[tuple[int, tuple[Zone, ...], str | None, str | None], Subject] = field(default_factory=dict)
    meanings: dict[tuple[object, ...], Meaning] = field(default_factory=dict)

    def of(self, column: int, side: Told, unit: UnitReading | None, mixed: bool) -> tuple[Meaning, Subject]:
        """The meaning of a cell of a column in a row that says `side`; of a `mixed` row no group or programme."""
        told = self.reading.columns[column]
        aspect = told.aspect or side.aspect
        code = unit.code if unit else None
        key = column, side.zones, code, aspect
        subject = self.subjects.get(key)
        if subject is None:
            around = (*told.zones, *self.reading.context_zones)
            evidence = gather((*around, *side.zones))
            if mixed:
                rest = gather(around)
                evidence = replace(evidence, populations=rest.populations, programmes=rest.programmes)
            subject = self.subjects[key] = interpret(evidence, code, aspect or "level")
        whole = column, side.zones, code, aspect, side.place, side.period, side.status
        meaning = self.meanings.get(whole)
        if meaning is None:
            meaning = self.meanings[whole] = self._meaning(told, side, unit, subject)
        return meaning, subject

    def _meaning(self, told: Told, side: Told, unit: UnitReading | None, subject: Subject) -> Meaning:
        known = indicators().get(subject.indicator or "")
        basis: TimeBasis | None = None
        if known is not None and known.stock_flow in ("STOCK", "FLOW"):
            basis = "stock" if known.stock_flow == "STOCK" else "flow"
        period = told.period or side.period or self.reading.title_period
        status = told.status or side.status or self.reading.title_status or "actual"
        if period is not None and basis == "flow":
            period = flow_period(period, whole_year=status in ("plan", "target"))
        return Meaning(
            indicator=subject.indicator,
            population_group=subject.population_group,
            programme=subject.programme,
            funding_source=subject.funding_source,
            sex=_sex(told, side),
            place=told.place or side.place,
            period=period,
            time_basis=basis,
            status=status,
            per=unit.per if unit else None,
        )


def _sex(told: Told, side: Told) -> Literal["F", "M"] | None:
    for one in (told, side):
        if one.sex is not None:
            return one.sex
    return None


def _observation(
    reading: TableReading, keys: _Keys, row: TableRow, column: int, figure: Figure, unit: UnitReading | None,
    meaning: Meaning, subject: Subject, totals: Mapping[Cell, tuple[Cell, ...]],
) -> Observation:  # fmt: skip
    cell = row.row, column
    factor = unit.factor if unit else Decimal(1)
    value = figure.value * factor
    confidence = reading.layout.confidence
    confidence *= (1.0 if meaning.indicator else _NO_INDICATOR) * (1.0 if unit else _NO_UNIT)
    return Observation(
        observation_id=keys.of(cell),
        statement_id=statement_key(keys.of((row.row, reading.statement_columns[column]))),
        document=keys.document,
        locator=Locator(sheet=keys.sheet, cell=address(*cell)),
        quote=figure.printed,
        value=value,
        unit=unit.code if unit else None,
        meaning=meaning,
        value_printed=figure.printed,
        unit_printed=(unit.printed or None) if unit else None,
        factor=factor,
        interval=_interval(value, figure.half_unit * factor),
        part_of=tuple(keys.of(total) for total in totals.get(cell, ())),
        sentence=reading.path_of(row, column),
        confidence=round(confidence, 3),
        rule=subject.rule,
        flags=_flags(reading, cell, figure),
    )


def _interval(value: Decimal, half: Decimal) -> Interval:
    """What a printed figure can stand for: rounded to either side, or cut off."""
    if value < 0:
        return Interval(value - half * 2, value + half)
    return Interval(value - half, value + half * 2)


def _flags(reading: TableReading, cell: Cell, figure: Figure) -> frozenset[str]:
    sheet = reading.sheet
    if sheet.hidden or cell[0] in sheet.hidden_rows or cell[1] in sheet.hidden_columns:
        return figure.flags | {"hidden"}
    return figure.flags
