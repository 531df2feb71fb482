"""What the cells of a table measure: one Meaning for all cells that share it, from what column, row and title say."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipelines.meaning.code_lists import indicators, is_lent, population_pairs
from pipelines.meaning.evidence import THINGS, Subject
from pipelines.meaning.groups import group_told
from pipelines.meaning.subjects import interpret
from pipelines.model import Meaning, Place, TimeBasis
from pipelines.quantities import UnitReading
from pipelines.tables.measures.context import TableContext, context_of
from pipelines.tables.measures.groups import (
    grouped_by_line,
    groups_told_elsewhere,
    narrowed_by_line,
    of_all_groups,
    of_all_unless_told,
)
from pipelines.tables.measures.subjects import aspect_of, is_of_budget, is_planned, told_subject, unit_in_points
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.readings.told import Told
from pipelines.tables.readings.zones import evidence_of_zones
from pipelines.tables.structure.rows import TableRow
from pipelines.tables.wording.column_units import unit_of_cell
from pipelines.tables.wording.times import first_day, flow_period, from_the_beginning
from pipelines.tables.wording.units import DURATIONS, is_money


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cell measures but for its place: its unit, its meaning without place, and how that was found."""

    unit: UnitReading | None
    meaning: Meaning
    subject: Subject


def _without_indicator(sense: Sense) -> Sense:
    subject = replace(sense.subject, indicator=None)
    return Sense(sense.unit, replace(sense.meaning, indicator=None), subject)


def _placed(meaning: Meaning, place: Place | None) -> Meaning:
    """The meaning at a place; written out, for a long sheet of villages makes one for each of its figures."""
    return Meaning(
        meaning.indicator, meaning.population_group, meaning.programme, meaning.funding_source, meaning.sex, place,
        meaning.period, meaning.time_basis, meaning.status, meaning.per,
    )  # fmt: skip


@dataclass(slots=True)
class Meanings:
    """The senses of a table's cells. Rows that say the same share one Told, so there are few."""

    reading: TableReading
    _mixed: dict[int, Told] = field(default_factory=dict)
    _senses: dict[tuple[int, int, UnitReading | None], Sense] = field(default_factory=dict)
    _context: TableContext | None = None
    _placed: dict[int, dict[int, tuple[Meaning, Place | None]]] = field(default_factory=dict)

    def side(self, row: TableRow) -> Told:
        """What a row says; of one that adds up rows of different groups without the groups that its label names."""
        side = self.reading.row_sides.of(row)
        if row.row not in self.reading.layout.row_sums:
            return side
        if row.row not in self._mixed:
            self._mixed[row.row] = replace(side, mixed=True) if self.reading.row_sides.is_mixed(row) else side
        return self._mixed[row.row]

    def of(self, side: Told, column: int, own_unit: UnitReading | None) -> Sense:
        """The sense of a cell; `own_unit` is one that the cell itself tells."""
        if side.outer is not None and column < self.reading.layout.labels[-1]:
            side = side.outer
        key = column, id(side), own_unit
        known = self._senses.get(key)
        if known is None:
            # Both look at how other columns read, not at their senses: a form whose formulas go in a circle has none.
            read = self._unless_of_a_part(self._read(side, column, own_unit), side, column)
            known = self._senses[key] = self._unless_of_several(read, side, column)
        return known

    def _unless_of_a_part(self, sense: Sense, side: Told, column: int) -> Sense:
        """The sense of a cell; of a rate whose formula divides by what the rate itself counts it is another rate.

        The poor who cannot work, divided by all the poor, are no poverty rate.
        """
        indicator = sense.subject.indicator
        by = {one for told in self.reading.identities if told.result == column for one, _ in told.denominators}
        if indicator is None or len(by) != 1:
            return sense
        whole = indicators().get(self._read(side, by.pop(), None).subject.indicator or "")
        if whole is None or whole.rate_indicator != indicator:
            return sense
        return _without_indicator(sense)

    def _unless_of_several(self, sense: Sense, side: Told, column: int) -> Sense:
        """The sense of a cell; of money that adds up columns of several supports it is none of them.

        "Tổng kinh phí" of lunches, of costs of study and of meals of boarders is no spending of a budget, nor of the
        one support that the title names.
        """
        if sense.unit is None or not is_money(sense.unit):
            return sense
        added = {part for total, parts, _ in self.reading.sums_across if total == column for part in parts}
        subjects = [self._read(side, part, None).subject for part in sorted(added)]
        named = {one.indicator for one in subjects if one.indicator is not None and not is_of_budget(one)}
        if not is_of_budget(sense.subject):  # what is given and what is lent for one thing is that thing's
            named = {one for one in named if not is_lent(one)}
        own = interpret(evidence_of_zones(self.reading.columns[column].zones), sense.unit.code)
        told = own.indicator is not None and not is_of_budget(own)
        return sense if told or len(named) < 2 else _without_indicator(sense)

    def _read(self, side: Told, column: int, own_unit: UnitReading | None) -> Sense:
        if self._context is None:
            self._context = context_of(self.reading)
        return _sense(self.reading.columns[column], side, own_unit, self._context)

    def with_places(self, sense: Sense, places: Sequence[Place | None], column: int) -> list[Meaning]:
        """The meanings of cells of one sense in several rows, each with its place: the column's where it has one."""
        across = self.reading.columns[column].place
        if across is not None:
            places = [across] * len(places)
        known = self._placed.setdefault(id(sense), {})
        for place in places:
            if id(place) not in known:  # the place is kept too, since its identity is the key
                known[id(place)] = _placed(sense.meaning, place), place
        return [known[id(place)][0] for place in places]


@lru_cache(maxsize=1 << 14)
def _sense(told: Told, side: Told, own_unit: UnitReading | None, context: TableContext) -> Sense:
    """What column, row, cell and titles say together. The forms of an office say it again and again."""
    unit = unit_of_cell(told.unit, side.unit, own_unit)
    around = (*told.zones, *context.zones)
    evidence, rest = evidence_of_zones((*around, *side.zones)), evidence_of_zones(around)
    if side.mixed:  # the row's own label names groups of its parts
        evidence = replace(evidence, populations=rest.populations, programmes=rest.programmes, implied=rest.implied)
    code = unit.code if unit else None
    elsewhere = groups_told_elsewhere(told, code, context)
    if elsewhere:
        near = evidence_of_zones((*told.zones, *side.zones)).populations
        named = {group: one for group, one in evidence.populations.items() if group in near or group not in elsewhere}
        evidence = replace(evidence, populations=named)
    subject, evidence = told_subject(told, side, code, evidence, rest, context)
    if code in DURATIONS:  # "Số tháng hỗ trợ" helps to compute; it measures none of the indicators
        subject = replace(subject, indicator=None)
    elif group_told(evidence, subject) or code in THINGS:
        subject = narrowed_by_line(subject, side, context)
    else:
        subject = grouped_by_line(subject, side, context, elsewhere)
    if side.people:  # "Trong đó: hộ dân tộc thiểu số" of a total: of whom its figures are
        aspect, planned = aspect_of(told, side, code), is_planned(told, side, context)
        whole = grouped_by_line(interpret(rest, code, aspect, planned=planned), Told(), context)
        whole = of_all_groups(whole, told, Told(), context)
        together = population_pairs().get(frozenset((whole.population_group or "", subject.population_group or "")))
        subject = replace(subject, population_group=together or subject.population_group)
    subject = of_all_unless_told(of_all_groups(subject, told, side, context), evidence)
    unit = unit_in_points(unit, subject)
    return Sense(unit, _meaning(told, side, unit, subject, context), subject)


def _meaning(told: Told, side: Told, unit: UnitReading | None, subject: Subject, context: TableContext) -> Meaning:
    known = indicators().get(subject.indicator or "")
    basis: TimeBasis | None = None
    if known is not None and known.stock_flow in ("STOCK", "FLOW"):
        basis = "stock" if known.stock_flow == "STOCK" else "flow"
    opening = told.opening or side.opening  # is known when a plan is made
    status = told.status or side.status or (None if opening else context.status) or "actual"
    period = told.period or side.period or context.period
    if period is not None and told.cumulative:
        period = from_the_beginning(period)
    if period is not None and basis == "stock" and opening and not (told.period or side.period):
        period = first_day(period)
    if period is not None and basis == "flow":
        period = flow_period(period, status in ("plan", "target"), context.year)
    return Meaning(
        indicator=subject.indicator,
        population_group=subject.population_group,
        programme=subject.programme,
        funding_source=subject.funding_source,
        sex=told.sex or side.sex,
        period=period,
        time_basis=basis,
        status=status,
        per=unit.per if unit else None,
    )
