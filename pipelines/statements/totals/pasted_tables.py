"""Tables pasted into a text as lines of cells, between bars or tabs: "Xã | Tổng số hộ | Hộ nghèo | Tỷ lệ (%)".

Each number takes the unit and the words of its column's heading, and a line of totals adds up the lines above it.
Tables of workbooks are pipelines.tables.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from pipelines.model import Interval, Quantity, QuantityKind
from pipelines.orthography import NormalText
from pipelines.quantities import flags
from pipelines.quantities.unit_lines import UnitReading, unit_of, units_announced
from pipelines.statements.lists.parts import NOT_ADDED, Lists, Part
from pipelines.statements.readings import Reading
from pipelines.statements.wording.equations import total_of
from pipelines.statements.wording.figures import Clauses
from pipelines.statements.wording.sentences import Sentence
from pipelines.statements.wording.words import find_words
from pipelines.vocabulary.lexicon import Hit
from pipelines.vocabulary.roles import CUES

_BAR = re.compile(r"[|\t]")
#: A table has at least so many columns.
_COLUMNS = 3
#: The topic of headings that do not tell what a rate is of: it is of the column before.
_RATE = "rate"

#: A first cell that says no more than that its line is one of totals.
_TOTAL = CUES.pattern(r"<row_of_total>[:.]?")

_Span = tuple[int, int]
#: The figures of a line by the numbers of their columns.
_Cells = Mapping[int, Reading]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of cells: where each begins and ends, the headings above them, the unit of columns that tell none."""

    cells: tuple[_Span, ...]
    headings: tuple[_Span, ...]
    unit: UnitReading | None


def rows_of(normal: NormalText, sentences: Sequence[Sentence]) -> Mapping[int, Row]:
    """The rows of the tables pasted into a text, by where their line begins."""
    found: dict[int, Row] = {}
    headings: tuple[_Span, ...] = ()
    unit: UnitReading | None = None
    last = -1
    before = ""
    for sentence in sentences:
        line = normal.text[sentence.start : sentence.end]
        cells = tuple(_cells(normal.text, sentence.start, sentence.end))
        if len(cells) < _COLUMNS or not (sentence.opens_paragraph and sentence.closes_paragraph):
            before = line
            continue
        if sentence.paragraph == last + 1 and len(cells) == len(headings):
            found[sentence.start] = Row(cells, headings, unit)
        else:
            headings = cells if not any(map(str.isdigit, line)) else ()
            unit = next(iter(units_announced(before)), None)
        last = sentence.paragraph
    return found


def _cells(text: str, start: int, end: int) -> Iterator[_Span]:
    for bar in _BAR.finditer(text, start, end):
        yield start, bar.start()
        start = bar.end()
    yield start, end


def with_headed_units(quantities: Sequence[Quantity], row: Row, text: str) -> list[Quantity]:
    """The quantities of a row, bare numbers in the unit that the heading of their column tells."""
    return [_headed(quantity, row, text) for quantity in quantities]


def _headed(quantity: Quantity, row: Row, text: str) -> Quantity:
    column = _column(quantity.start, row)
    is_bare = flags.BARE in quantity.flags and quantity.unit is None
    if column is None or quantity.value is None or not (is_bare or flags.UNIT_INHERITED in quantity.flags):
        return quantity
    units = unit_of(text[slice(*row.headings[column])].strip())
    unit = units[0] if len(units) == 1 else row.unit
    return quantity if unit is None else _measured(quantity, unit)


def _measured(quantity: Quantity, unit: UnitReading) -> Quantity:
    """The quantity in a unit, whatever unit it has taken from a line above."""
    factor = unit.factor / quantity.factor
    interval = quantity.interval
    told: QuantityKind = unit.kind if unit.kind == "money" or unit.kind == "rate" or unit.kind == "measure" else "count"
    return replace(
        quantity,
        kind=told,
        unit=unit.code,
        value=(quantity.value or Decimal(0)) * factor,
        factor=unit.factor,
        interval=Interval(*(None if end is None else end * factor for end in (interval.low, interval.high))),
        per=unit.per,
        flags=quantity.flags - {flags.BARE},
    )


def with_headed_words(clauses: Clauses, row: Row, folded: str) -> Clauses:
    """The sentence of a row, each figure with the terms of its column's heading at its own place."""
    hits = []
    for figure in clauses.figures:
        column = _column(figure.start, row)
        if column is None:
            continue
        terms = [hit.payload for hit in find_words(folded, *row.headings[column]).terms]
        if column and {term.id for term in terms} <= {_RATE}:
            terms += [hit.payload for hit in find_words(folded, *row.headings[column - 1]).terms]
        hits += [Hit(figure.start, figure.end, term) for term in terms]
    return replace(clauses, words=clauses.words.with_terms(hits)) if hits else clauses


def sums_of_columns(
    rows: Mapping[int, Row], readings: Sequence[Reading], told: Sequence[Part], folded: str
) -> list[Part]:
    """The figures of a line of totals with those above them, beside the parts `told`; where most columns add up."""
    lists = Lists.beside(told, {part.part: part.total for part in told})
    above: list[_Cells] = []
    headings: tuple[_Span, ...] = ()
    for _, line in groupby(readings, key=lambda reading: reading.clauses.sentence.start):
        cells = [*line]
        row = rows.get(cells[0].clauses.sentence.start)
        if row is None:
            continue
        if row.headings != headings:
            above, headings = [], row.headings
        columns = {column: cell for cell in cells if (column := _column(cell.figure.start, row)) is not None}
        if _TOTAL.fullmatch(folded[slice(*row.cells[0])].strip()):
            sums = [*_sums(columns, above)]
            if sums and 2 * sum(_adds_up(*one) for one in sums) >= len(sums):
                for total, members in sums:
                    lists.add(total.index, [member.index for member in members if member.index not in lists.above])
            above = []
        else:
            above.append(columns)
    return lists.found


def _sums(totals: _Cells, above: Sequence[_Cells]) -> Iterator[tuple[Reading, list[Reading]]]:
    for column, total in totals.items():
        members = [row[column] for row in above if column in row]
        alike = all(member.figure.unit == total.figure.unit for member in members)
        if len(members) > 1 and alike and total.figure.unit not in NOT_ADDED:
            yield total, members


def _adds_up(total: Reading, members: Sequence[Reading]) -> bool:
    return total_of(total.figure.quantity, [member.figure.quantity for member in members]).agrees()


def _column(position: int, row: Row) -> int | None:
    return next((at for at, (start, end) in enumerate(row.cells) if start <= position < end), None)
