"""Plan with achieved, before with after: columns that headings lay beside each other, row by row.

Which columns those are is told by words ("Kế hoạch", "Thực hiện", "% so KH", "Tăng (+), giảm (-)"); that most rows
agree keeps a column of another kind out.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from pipelines.model import Observation, Relation
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.relations.relation_keys import Line, Observed, relation

_AGREEING = 0.5
_HUNDRED = Decimal(100)

#: A part or what was done, its whole or plan, and the rate told of the two.
Ratio = tuple[Observation, Observation, Observation]


def pair_relations(reading: TableReading, document: str, observed: Observed, stated: set[int]) -> Iterator[Relation]:
    """The plan ratios and changes of a table; `stated` are columns that an identity computes already."""
    rows: dict[int, Line] = defaultdict(dict)
    for (row, column), observation in observed.items():
        rows[row][column] = observation
    for column in reading.layout.values:
        if column in stated:
            continue
        aspect = reading.columns[column].aspect
        if aspect == "completion":
            yield from _plan_ratios(reading, document, rows, column)
        elif aspect == "rise":
            yield from _changes(reading, document, rows, column)


def _before(reading: TableReading, column: int) -> list[int]:
    """The columns of figures before a column, the nearest first."""
    return [other for other in reversed(reading.layout.values) if other < column]


def _plan_ratios(reading: TableReading, document: str, rows: Mapping[int, Line], rate: int) -> Iterator[Relation]:
    plans = [other for other in _before(reading, rate) if reading.columns[other].status == "plan"]
    plan = next((other for other in plans if other not in _parts_of(reading, plans)), None)
    tried = [_ratios(rows, done, plan, rate) for done in _achieved(reading, rate)] if plan is not None else []
    # of several columns of what was done it is the one by which the rates can be
    for found in tried:
        agreeing = sum(1 for actual, planned, told in found if is_rate(actual, planned, told))
        if (len(found) == 1 and found is tried[0]) or (found and agreeing >= len(found) * _AGREEING):
            for actual, planned, told in found:
                members = [("actual", actual, 1), ("plan", planned, 1), ("rate", told, 1)]
                yield relation("plan_ratio", document, members, "columns of plan and achieved", multiplier=_HUNDRED)
            return


def _parts_of(reading: TableReading, columns: Collection[int]) -> set[int]:
    """The columns that one of these adds up or is told of: of "Kế hoạch vốn | Tổng số, Trong đó …" those behind it."""
    sets = [(total, parts) for total, several in reading.layout.column_sums.items() for parts in several]
    return {
        part for total, parts in (*sets, *reading.layout.column_subsets.items()) if total in columns for part in parts
    }


def _ratios(rows: Mapping[int, Line], done: int, plan: int, rate: int) -> list[Ratio]:
    """What was done and planned in one unit, and the rate, of each row that has all three."""
    found = [(row[done], row[plan], row[rate]) for row in rows.values() if {done, plan, rate} <= row.keys()]
    return [one for one in found if one[0].unit == one[1].unit]


def _achieved(reading: TableReading, rate: int) -> list[int]:
    """The columns that may be what was achieved: those that say so, then those that are no plan, rate or part."""
    told_of = {part for parts in reading.layout.column_subsets.values() for part in parts}
    free = [other for other in _before(reading, rate) if other not in told_of and reading.columns[other].aspect is None]
    said = [other for other in free if reading.columns[other].status == "actual"]
    return [*said, *(other for other in free if reading.columns[other].status is None)]


def is_rate(part: Observation, whole: Observation, rate: Observation) -> bool:
    """Whether a rate in per cent is that of a part and its whole, as precisely as it is printed."""
    low, high = rate.interval.low, rate.interval.high
    if low is None or high is None or whole.value == 0:
        return False
    return low * whole.value <= part.value * _HUNDRED <= high * whole.value


def _changes(reading: TableReading, document: str, rows: Mapping[int, Line], difference: int) -> Iterator[Relation]:
    """The two columns before a column of differences, whichever of them is the later."""
    kind = _measured(reading, difference)
    same = [other for other in _before(reading, difference) if kind is not None and _measured(reading, other) == kind][
        :2
    ]
    if len(same) < 2:
        return
    after, before = same
    found = [(row[before], row[after], row[difference]) for row in rows.values() if {*same, difference} <= row.keys()]
    forward = sum(1 for old, new, told in found if new.value - old.value == told.value)
    backward = sum(1 for old, new, told in found if old.value - new.value == told.value)
    if not found or max(forward, backward) < len(found) * _AGREEING:
        return
    yield from _told(document, found, turned=backward > forward)


def _measured(reading: TableReading, column: int) -> str | None:
    """The unit of a column, points of a difference being per cents of what it compares."""
    unit = reading.columns[column].unit
    if unit is None:
        return None
    return "percent" if unit.unit.code == "percentage_point" else unit.unit.code


def _told(
    document: str, found: Sequence[tuple[Observation, Observation, Observation]], turned: bool
) -> Iterator[Relation]:
    for first, second, told in found:
        old, new = (second, first) if turned else (first, second)
        members = [("before", old, 1), ("after", new, 1), ("difference", told, 1)]
        yield relation("change", document, members, "columns of a difference")
