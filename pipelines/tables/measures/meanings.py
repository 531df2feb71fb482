"""What the cells of a table measure: one Meaning for all cells that share it, from what column, row and title say."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from pipelines.meaning.code_lists import ancestors, indicators, population_pairs, rate_parts
from pipelines.meaning.evidence import RATES, THINGS, TOTAL, Evidence, Subject, gather
from pipelines.meaning.groups import group_of_line, group_told, is_total
from pipelines.meaning.subjects import SURE, credit_programme, interpret
from pipelines.model import Meaning, Period, Place, Status, TimeBasis
from pipelines.quantities import UnitReading
from pipelines.tables.readings.axes import Told, Zone, evidence_of_zones
from pipelines.tables.readings.named_groups import group_named
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.structure.rows import TableRow
from pipelines.tables.wording.column_units import unit_of_cell
from pipelines.tables.wording.times import first_day, flow_period, from_the_beginning
from pipelines.tables.wording.units import DURATIONS, is_money
from pipelines.tables.wording.words import roles_of


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


#: Usual groups that stand for those whom a section names: of the poor, of those on social allowances.
_REPLACED = frozenset({"poor_hh", "social_protection"})


def _is_of_budget(subject: Subject) -> bool:
    """Whether a figure is of a budget, whose rows are projects: whom they serve is no group of the money."""
    return _is_of("funding", subject)


#: The mart of loans as such, whatever they are for.
_CREDIT = "credit"


def _is_of(mart: str, subject: Subject) -> bool:
    known = indicators().get(subject.indicator or "")
    return known is not None and known.mart == mart


#: A title in which words of a budget, and not only of money in general, fit so well.
_TITLED = 0.4
#: Words that say at all that money is of a budget.
_MONEY = 0.2


def _tells_budget(told: Told, context: "_Context", unit: str | None, aspect: str) -> bool:
    """Whether the title tells a budget, and the heading if it tells anything; its rows measure nothing of their own.

    They are projects: "Hỗ trợ nhà ở" under "Giải ngân" in "TÌNH HÌNH GIẢI NGÂN KẾ HOẠCH VỐN".
    """
    titled = interpret(evidence_of_zones(context.zones), unit, "level")
    if not _is_of_budget(titled) or titled.score < _TITLED:
        return False
    heading = evidence_of_zones(told.zones)
    if not heading.topics:  # "Tổng cộng" of the columns beside it; what a bare heading is of, its lines tell
        return any("total" in roles_of(zone.words) for zone in told.zones)
    headed = interpret(heading, unit, aspect)
    return _is_of_budget(headed) and headed.score >= SURE


@dataclass(slots=True)
class Meanings:
    """The senses of a table's cells. Rows that say the same share one Told, so there are few."""

    reading: TableReading
    _mixed: dict[int, Told] = field(default_factory=dict)
    _senses: dict[tuple[int, int, UnitReading | None], Sense] = field(default_factory=dict)
    _context: "_Context | None" = None
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
        """The sense of a cell; of money in general that adds up columns of several supports it is none of them.

        "Tổng kinh phí" of lunches, of costs of study and of meals of boarders is no spending of a budget.
        """
        if not _is_of_budget(sense.subject):
            return sense
        added = {part for total, parts in self.reading.sums_across if total == column for part in parts}
        subjects = [self._read(side, part, None).subject for part in sorted(added)]
        named = {one.indicator for one in subjects if one.indicator is not None and not _is_of_budget(one)}
        if len(named) < 2:
            return sense
        return _without_indicator(sense)

    def _read(self, side: Told, column: int, own_unit: UnitReading | None) -> Sense:
        if self._context is None:
            reading = self.reading
            self._context = _Context(
                reading.titles.zones,
                reading.titles.status,
                reading.titles.period,
                reading.titles.year,
                reading.groups_of_headings,
                tuple(reading.groups_by_unit.items()),
                reading.groups_of_divisions,
            )
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


@dataclass(frozen=True, slots=True)
class _Context:
    """What the titles of a table say of all its figures."""

    zones: tuple[Zone, ...]
    status: Status | None
    period: Period | None
    year: int | None  # one that the titles tell beside the day of the report
    groups: frozenset[str]  # those that the headings of the columns name
    groups_by_unit: tuple[tuple[str, frozenset[str]], ...]  # the same by the unit of the columns
    divided: frozenset[str]  # those into which lines below a total divide it


@lru_cache(maxsize=1 << 14)
def _sense(told: Told, side: Told, own_unit: UnitReading | None, context: _Context) -> Sense:
    """What column, row, cell and titles say together. The forms of an office say it again and again."""
    unit = unit_of_cell(told.unit, side.unit, own_unit)
    around = (*told.zones, *context.zones)
    evidence, rest = evidence_of_zones((*around, *side.zones)), evidence_of_zones(around)
    if side.mixed:  # the row's own label names groups of its parts
        evidence = replace(evidence, populations=rest.populations, programmes=rest.programmes, implied=rest.implied)
    code = unit.code if unit else None
    elsewhere = _told_elsewhere(told, code, context)
    if elsewhere:
        near = evidence_of_zones((*told.zones, *side.zones)).populations
        named = {group: one for group, one in evidence.populations.items() if group in near or group not in elsewhere}
        evidence = replace(evidence, populations=named)
    subject, evidence = _told_subject(told, side, code, evidence, rest, context)
    if code in DURATIONS:  # "Số tháng hỗ trợ" helps to compute; it measures none of the indicators
        subject = replace(subject, indicator=None)
    elif group_told(evidence, subject) or code in THINGS:
        subject = _narrowed_by_line(subject, side, context)
    else:
        subject = _grouped_by_line(subject, side, context, elsewhere)
    if side.people:  # "Trong đó: hộ dân tộc thiểu số" of a total: of whom its figures are
        aspect, planned = _aspect(told, side, code), _is_planned(told, side, context)
        whole = _grouped_by_line(interpret(rest, code, aspect, planned=planned), Told(), context)
        whole = _of_all_groups(whole, told, Told(), context)
        together = population_pairs().get(frozenset((whole.population_group or "", subject.population_group or "")))
        subject = replace(subject, population_group=together or subject.population_group)
    subject = _of_all_groups(subject, told, side, context)
    unit = _in_points(unit, subject)
    return Sense(unit, _meaning(told, side, unit, subject, context), subject)


def _in_points(unit: UnitReading | None, subject: Subject) -> UnitReading | None:
    """The unit of a figure; a fall of a rate is told in points: "Mức giảm tỷ lệ hộ nghèo (%)"."""
    known = indicators().get(subject.indicator or "")
    told_in = known.default_unit if known is not None else None
    points = unit is not None and unit.code == "percent" and told_in == "percentage_point"
    return replace(unit, code="percentage_point") if points and unit is not None else unit


def _aspect(told: Told, side: Told, code: str | None) -> str:
    """How the figure is made: as its column says, else its row; the average of a rate over places is their rate."""
    of_row = side.aspect if side.aspect != "average" or code not in RATES else None
    return told.aspect or of_row or "level"


def _is_planned(told: Told, side: Told, context: _Context) -> bool:
    return (told.status or side.status or context.status) == "plan"


def _told_subject(
    told: Told, side: Told, code: str | None, evidence: Evidence, rest: Evidence, context: _Context
) -> tuple[Subject, Evidence]:
    """The subject of a figure, and the evidence that counts for it; `rest` is what all but its row says."""
    aspect, planned = _aspect(told, side, code), _is_planned(told, side, context)
    of_budget = replace(evidence, populations=rest.populations, implied=rest.implied)
    if side.mixed or side.of_groups:
        of_budget = evidence
    if aspect == "completion" and (told.of_money or (side.unit is not None and is_money(side.unit.unit))):
        needed = 0.0 if told.of_money else _MONEY
        rate = _rate_of_spending(evidence, needed) or _rate_of_spending(rest, _MONEY)
        if rate is not None:
            of_budget = replace(of_budget, topics=rest.topics)
            return replace(interpret(of_budget, code, aspect), indicator=rate), of_budget
    if aspect == "completion" and side.aspect == aspect and code in RATES:
        rate = _rate_of_spending(evidence_of_zones(side.zones), _TITLED)  # "Tỷ lệ giải ngân so với kế hoạch" as a line
        if rate is not None:
            return replace(interpret(of_budget, code, aspect), indicator=rate), of_budget
    subject = interpret(evidence, code, aspect, planned=planned)
    if not _is_of_budget(subject) and _tells_budget(told, context, code, aspect):
        evidence, of_budget = (replace(one, topics=rest.topics) for one in (evidence, of_budget))
        subject = interpret(rest, code, aspect, planned=planned)
    if not _is_of(_CREDIT, subject) and credit_programme(evidence_of_zones(side.zones).programmes) is not None:
        subject = _lent_by_the_programme(subject, replace(evidence, topics=rest.topics), code, aspect)
    if of_budget != evidence and _is_of_budget(subject):
        subject, evidence = interpret(of_budget, code, aspect, planned=planned), of_budget
    return _planned_or_spent(
        subject, told.status or side.status, evidence_of_zones((*told.zones, *side.zones))
    ), evidence


def _planned_or_spent(subject: Subject, status: Status | None, near: Evidence) -> Subject:
    """The subject of money of a budget by the status that column or row tells, where their own words name neither.

    "Kế hoạch" in "TÌNH HÌNH GIẢI NGÂN VỐN" is assigned, "Thực hiện" under "NGUỒN VỐN" spent.
    """
    own = interpret(near, "VND")
    if status is None or (own.score >= _TITLED and own.indicator == subject.indicator):
        return subject
    for part, whole in chain.from_iterable(rate_parts().values()):
        if indicators()[whole].implied_status == "plan" and subject.indicator in (part, whole):
            return replace(subject, indicator=whole if status in ("plan", "target") else part)
    return subject


def _rate_of_spending(evidence: Evidence, needed: float) -> str | None:
    """The rate that a share of a plan of money is, where the money is of a budget: "Giải ngân | So với KH (%)".

    `needed` is how well the words must fit that say so.
    """
    done = interpret(evidence, "VND")
    if not _is_of_budget(done) or done.score < needed:
        return None
    return next((rate for rate, pairs in rate_parts().items() for pair in pairs if done.indicator in pair), None)


def _of_all_groups(subject: Subject, told: Told, side: Told, context: _Context) -> Subject:
    """The subject of all groups, where lines or columns divide a total by groups and the one found is the usual one.

    "Phân theo đối tượng: hộ nghèo, hộ cận nghèo, người có công": the houses of a district are not those of the poor.
    """
    group = subject.population_group or ""
    divided = context.divided.intersection((group, *ancestors(group)))
    if not divided or group in evidence_of_zones((*told.zones, *side.zones)).populations:
        return subject
    together = population_pairs().get(context.divided)
    return replace(subject, population_group=together or TOTAL)


def _lent_by_the_programme(subject: Subject, evidence: Evidence, code: str | None, aspect: str) -> Subject:
    """The subject of a figure whose row only says which programme lends, where heading and title tell of loans.

    "Cho vay nhà ở xã hội" in "DƯ NỢ CÁC CHƯƠNG TRÌNH TÍN DỤNG" is outstanding and no amount lent for houses.
    """
    lent = interpret(evidence, code, aspect)
    return lent if _is_of(_CREDIT, lent) and lent.score >= SURE else subject


def _told_elsewhere(told: Told, unit: str | None, context: _Context) -> frozenset[str]:
    """The groups that are none of a total's, since other columns of its unit are headed by them.

    "Tổng số thẻ" beside "Cộng thẻ nghèo, cận nghèo" is of all, whomever the title names.
    """
    if not any("total_prefix" in roles_of(zone.words) for zone in told.zones):
        return frozenset()
    named = dict(context.groups_by_unit).get(unit or "", frozenset[str]())
    others = named - {TOTAL}
    return named | {
        together for pair, together in population_pairs().items() if pair < others and together not in named
    }


def _grouped_by_line(
    subject: Subject, side: Told, context: _Context, told_elsewhere: frozenset[str] = frozenset()
) -> Subject:
    """The subject with the group that a section over the row or the title names: "NHÀ Ở CHO HỘ NGHÈO, CẬN NGHÈO".

    Not of wholes ("Tổng số hộ dân cư"), which are of all, and no group that is `told_elsewhere`.
    """
    usual = subject.population_group
    if usual in _REPLACED:  # houses under "NGƯỜI CÓ CÔNG" are theirs and not the poor's
        whom = next((group for line in side.zones if (group := group_named(line.words)) is not None), None)
        if whom is not None:
            return replace(subject, population_group=whom)
    for line in _lines(side, context):
        populations = gather([(1.0, line.words)]).populations
        group = group_of_line({one: weight for one, weight in populations.items() if one not in told_elsewhere}, usual)
        if group is not None and group not in told_elsewhere:
            return replace(subject, population_group=group)
        if populations:
            break
    return subject


def _narrowed_by_line(subject: Subject, side: Told, context: _Context) -> Subject:
    """The subject with a narrower group than the one told, which says no more than the indicator does.

    "Số người được đào tạo nghề" under "Đào tạo nghề cho lao động nông thôn". Not where the table itself tells the
    narrower group of some of its figures: then the others are of the wider one.
    """
    known = indicators().get(subject.indicator or "")
    usual = subject.population_group
    if known is None or usual is None or usual != known.default_population or is_total(usual):
        return subject
    for line in _lines(side, context):
        group = group_of_line(gather([(1.0, line.words)]).populations, usual)
        if group is not None and usual in ancestors(group) and group not in context.groups:
            return replace(subject, population_group=group)
    return subject


def _lines(side: Told, context: _Context) -> tuple[Zone, ...]:
    """The lines over a figure that may name a group: those over the row, then the titles."""
    over, titles = ([zone for zone in zones if zone.group] for zones in (side.zones, context.zones))
    return (*over, *sorted(titles, key=lambda zone: -zone.group))


def _meaning(told: Told, side: Told, unit: UnitReading | None, subject: Subject, context: _Context) -> Meaning:
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
