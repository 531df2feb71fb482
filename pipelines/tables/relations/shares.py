"""Rates beside what they are shares of: told by what both measure, or by the one line that a column divides.

Rates that headings or labels state as formulas are layouts/identities.py and row_identities.py; plans are pairs.py.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import indicators, rate_parts
from pipelines.model import Observation, Relation
from pipelines.tables.readings.links import Cell
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.relations.pairs import Ratio, is_rate
from pipelines.tables.relations.relation_keys import relation

Observed = Mapping[Cell, Observation]

_HUNDRED = Decimal(100)
#: A list of indicators has fewer rows and columns than this.
_INDICATORS = 400
#: So many shares of one line must fit before a column is taken to be made of them.
_FEWEST = 2


def shares(reading: TableReading, document: str, observed: Observed, stated: set[int]) -> Iterator[Relation]:
    """The shares of a table between its observations; `stated` are columns that an identity computes already."""
    measured = [*_by_what_they_measure(observed, stated)]
    yield from (_share(document, ratio, "rate beside its parts") for ratio in measured)
    told = {rate.observation_id for _, _, rate in measured}
    rates: dict[int, dict[int, Observation]] = defaultdict(dict)
    for (row, column), one in observed.items():
        if one.unit == "percent" and column not in stated:
            rates[column][row] = one
    for column, by_row in rates.items():
        for ratio in _of_one_line(reading, observed, column, by_row):
            if ratio[2].observation_id not in told:
                yield _share(document, ratio, "rate of one line of its table")


def _share(document: str, ratio: Ratio, rule: str) -> Relation:
    part, whole, rate = ratio
    members = [("part", part, 1), ("whole", whole, 1), ("rate", rate, 1)]
    return relation("share", document, members, rule, multiplier=_HUNDRED)


def _by_what_they_measure(observed: Observed, stated: set[int]) -> Iterator[Ratio]:
    """Rates with their part and whole in one row, or in one column where indicators run down."""
    rates = rate_parts()
    if not any(one.unit == "percent" and one.meaning.indicator in rates for one in observed.values()):
        return
    by_row: dict[int, list[Observation]] = defaultdict(list)
    by_column: dict[int, list[Observation]] = defaultdict(list)
    for (row, column), observation in observed.items():
        by_row[row].append(observation)
        by_column[column].append(observation)
    is_list = len(by_column) < _INDICATORS and len(by_row) < _INDICATORS
    lines: dict[tuple[str, int], list[Ratio]] = defaultdict(list)
    for (row, column), rate in observed.items():
        if column in stated or rate.unit != "percent" or rate.meaning.indicator not in rates:
            continue
        if (found := _parts_of(rate, by_row[row])) is not None:
            lines["column", column].append((*found, rate))
        elif is_list and (found := _parts_of(rate, by_column[column])) is not None:  # with years or places across
            lines["row", row].append((*found, rate))
    for line in lines.values():
        if len(line) == 1 or 2 * _fitting(line) >= len(line):  # else they are rates of something else
            yield from line


def _fitting(ratios: Sequence[Ratio]) -> int:
    return sum(is_rate(*one) for one in ratios)


def _parts_of(rate: Observation, cells: Sequence[Observation]) -> tuple[Observation, Observation] | None:
    for part_id, whole_id in rate_parts().get(rate.meaning.indicator or "", ()):
        part = _only(cells, part_id, rate, same_group=True)
        others = cells if part_id != whole_id else [one for one in cells if not _is_of_group(one, rate)]
        whole = _only(others, whole_id, rate, same_group=False)
        if part is not None and whole is not None and part is not whole:
            return part, whole
    return None


def _is_of_group(one: Observation, rate: Observation) -> bool:
    return one.meaning.population_group == rate.meaning.population_group


def _only(cells: Sequence[Observation], indicator: str, rate: Observation, same_group: bool) -> Observation | None:
    """The one observation of an indicator told for the period and place of a rate; None where there are several.

    Those that are parts of another of them do not count: a plan with its lines by kinds of capital is one plan.
    """
    planned = indicators()[indicator].implied_status == "plan"
    same = [
        one
        for one in cells
        if one.meaning.indicator == indicator and one.meaning.period == rate.meaning.period
        and one.meaning.place == rate.meaning.place and (planned or one.meaning.status == rate.meaning.status)
        and one.meaning.programme == rate.meaning.programme
        and (not same_group or _is_of_group(one, rate))
    ]  # fmt: skip
    known = {one.observation_id for one in same}
    wholes = [one for one in same if known.isdisjoint(one.part_of)]
    return wholes[0] if len(wholes) == 1 else None


def _of_one_line(
    reading: TableReading, observed: Observed, column: int, rates: Mapping[int, Observation]
) -> Sequence[Ratio]:
    """The `rates` of a column where most are what each line of the column before is of its total or first line."""
    counts = next((other for other in reversed(reading.layout.values) if other < column), None)
    first = next((row.row for row in reading.rows if row.has_figures), None)
    if counts is None or first is None:
        return ()
    lines = [(row, part, rate) for row, rate in rates.items() if (part := observed.get((row, counts))) is not None]
    best: Sequence[Ratio] = ()
    most = 0
    for whole in dict.fromkeys((first, *reading.layout.totals)):
        total = observed.get((whole, counts))
        if total is not None:
            ratios = [(part, total, rate) for row, part, rate in lines if row != whole and part.unit == total.unit]
            fitting = _fitting([one for one in ratios if one[0].value != total.value])  # equal amounts are 100% of any
            if fitting >= max(_FEWEST, len(ratios) / 2) and fitting > most:
                best, most = ratios, fitting
    return best
