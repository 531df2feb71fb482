"""Tables pasted into a text as lines of cells: "Xã | Tổng số hộ | Hộ nghèo | Tỷ lệ (%)".

Each number takes the unit and the words of its column's heading. Tables of workbooks are pipelines.tables.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.model import Interval, Quantity, QuantityKind
from pipelines.orthography import NormalText
from pipelines.quantities import flags
from pipelines.quantities.unit_lines import UnitReading, unit_of
from pipelines.statements.figures import Clauses
from pipelines.statements.sentences import Sentence
from pipelines.statements.words import find_words
from pipelines.vocabulary.lexicon import Hit

_BAR = "|"
#: A table has at least so many columns.
_COLUMNS = 3
#: The topic of headings that do not tell what a rate is of: it is of the column before.
_RATE = "rate"

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of cells: where each begins and ends, and the headings above them."""

    cells: tuple[_Span, ...]
    headings: tuple[_Span, ...]


def rows_of(normal: NormalText, sentences: Sequence[Sentence]) -> Mapping[int, Row]:
    """The rows of the tables pasted into a text, by where their line begins."""
    found: dict[int, Row] = {}
    headings: tuple[_Span, ...] = ()
    last = -1
    for sentence in sentences:
        line = normal.text[sentence.start : sentence.end]
        if line.count(_BAR) < _COLUMNS - 1 or not (sentence.opens_paragraph and sentence.closes_paragraph):
            continue
        cells = tuple(_cells(normal.text, sentence.start, sentence.end))
        goes_on = sentence.paragraph == last + 1 and len(cells) == len(headings)
        if goes_on:
            found[sentence.start] = Row(cells, headings)
        else:
            headings = cells if not any(map(str.isdigit, line)) else ()
        last = sentence.paragraph
    return found


def _cells(text: str, start: int, end: int) -> Iterator[_Span]:
    while (bar := text.find(_BAR, start, end)) >= 0:
        yield start, bar
        start = bar + 1
    yield start, end


def with_headed_units(quantities: Sequence[Quantity], row: Row, text: str) -> list[Quantity]:
    """The quantities of a row, bare numbers in the unit that the heading of their column tells."""
    return [_headed(quantity, row, text) for quantity in quantities]


def _headed(quantity: Quantity, row: Row, text: str) -> Quantity:
    column = _column(quantity.start, row)
    if column is None or flags.BARE not in quantity.flags or quantity.unit is not None or quantity.value is None:
        return quantity
    units = unit_of(text[slice(*row.headings[column])].strip())
    return _measured(quantity, units[0]) if len(units) == 1 else quantity


def _measured(quantity: Quantity, unit: UnitReading) -> Quantity:
    factor = unit.factor
    interval = quantity.interval
    told: QuantityKind = unit.kind if unit.kind == "money" or unit.kind == "rate" or unit.kind == "measure" else "count"
    return replace(
        quantity,
        kind=told,
        unit=unit.code,
        value=(quantity.value or Decimal(0)) * factor,
        factor=quantity.factor * factor,
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


def _column(position: int, row: Row) -> int | None:
    return next((at for at, (start, end) in enumerate(row.cells) if start <= position < end), None)
