"""Rates beside what they are shares of: told by what both measure, or by the one line that a column divides.

Rates that headings or labels state as formulas are layouts/identities.py and row_identities.py; plans are pairs.py.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from pipelines.meaning.code_lists import indicators, rate_parts
from pipelines.model import Observation, Period, Relation
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.relations.pairs import Ratio, is_rate
from pipelines.tables.relations.relation_keys import Line, Observed, relation

_HUNDRED = Decimal(100)
#: A list of indicators has fewer rows and columns than this.
_INDICATORS = 400
#: So many shares of one line must fit before a column is taken to be made of them.
_FEWEST = 2
#: Of a rate with more parts and wholes than this no one pair is told by its line.
_MOST = 6


class _Placed(NamedTuple):
    """A ratio with the columns of its part and whole, or with their rows where indicators run down."""

    where: tuple[int, int]
    ratio: Ratio


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
    by_row: dict[int, Line] = defaultdict(dict)
    by_column: dict[int, Line] = defaultdict(dict)
    for (row, column), observation in observed.items():
        by_row[row][column] = observation
        by_column[column][row] = observation
    is_list = len(by_column) < _INDICATORS and len(by_row) < _INDICATORS
    lines: dict[tuple[str, int], list[list[_Placed]]] = defaultdict(list)
    for (row, column), rate in observed.items():
        if column in stated or rate.unit != "percent" or rate.meaning.indicator not in rates:
            continue
        if found := _parts_of(rate, by_row[row]):
            lines["column", column].append(found)
        elif is_list and (found := _parts_of(rate, by_column[column])):  # with years or places across
            lines["row", row].append(found)
    for line in lines.values():
        ratios = _settled(line)
        if len(ratios) == 1 or 2 * _fitting(ratios) >= len(ratios):  # else they are rates of something else
            yield from ratios


def _settled(line: Sequence[Sequence[_Placed]]) -> list[Ratio]:
    """Of a line of rates each with its part and whole; where several may be, those that fit most rates of the line."""
    fitting = Counter(one.where for candidates in line for one in candidates if is_rate(*one.ratio))
    return [
        max(candidates, key=lambda one: fitting[one.where]).ratio
        for candidates in line
        if len(candidates) == 1 or any(fitting[one.where] >= _FEWEST for one in candidates)
    ]


def _fitting(ratios: Sequence[Ratio]) -> int:
    return sum(is_rate(*one) for one in ratios)


def _parts_of(rate: Observation, cells: Line) -> list[_Placed]:
    """What a rate may be a share of in its row or column: the first pair of indicators that is there."""
    for part_id, whole_id in rate_parts().get(rate.meaning.indicator or "", ()):
        parts = _measuring(cells, part_id, rate, of_group=True)
        others = cells if part_id != whole_id else {at: one for at, one in cells.items() if not _is_of_group(one, rate)}
        wholes = _measuring(others, whole_id, rate, of_group=False)
        if parts and wholes:
            pairs = product(parts.items(), wholes.items()) if len(parts) * len(wholes) <= _MOST else ()
            return [_Placed((at, over), (part, whole, rate)) for (at, part), (over, whole) in pairs]
    return []


def _is_of_group(one: Observation, rate: Observation) -> bool:
    return one.meaning.population_group == rate.meaning.population_group


def _measuring(cells: Line, indicator: str, rate: Observation, of_group: bool) -> Line:
    """The observations of an indicator told for the period and place of a rate.

    Those that are parts of another of them do not count: a plan with its lines by kinds of capital is one plan.
    """
    planned = indicators()[indicator].implied_status == "plan"
    same = {
        at: one
        for at, one in cells.items()
        if one.meaning.indicator == indicator and _is_of_time(one.meaning.period, rate.meaning.period, planned)
        and one.meaning.place == rate.meaning.place and (planned or one.meaning.status == rate.meaning.status)
        and one.meaning.programme == rate.meaning.programme
        and (not of_group or _is_of_group(one, rate))
    }  # fmt: skip
    known = {one.observation_id for one in same.values()}
    return {at: one for at, one in same.items() if known.isdisjoint(one.part_of)}


def _is_of_time(told: Period | None, of_rate: Period | None, planned: bool) -> bool:
    """Whether a rate can be of a figure by its time: until the same day; a plan's year holds that day."""
    if told is None or of_rate is None:
        return told == of_rate
    return told.end == of_rate.end or (planned and told.start <= of_rate.end <= told.end)


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
