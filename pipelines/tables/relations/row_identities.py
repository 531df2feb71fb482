"""Identities that labels state of lines, by their ordinals: "Tỷ lệ bao phủ (III/IV)", "Còn lại (1-2+3)".

Sums of lines are totals/row_sums.py, identities of columns layouts/identities.py; here a label's expression becomes an
Identity between rows where the figures of most columns bear it out, so that the one that breaks it is told.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from pipelines.model import Observation, Relation
from pipelines.tables.layouts.identities import Identity, parse_expression
from pipelines.tables.readings.reading import TableReading
from pipelines.tables.relations.relation_keys import Observed, formula_relation, terms_of
from pipelines.tables.structure.rows import TableRow

_EDGES = " ()[]./"
#: An expression over ordinals, that of the line itself before it or not: "III/IV", "V = III/IV*100".
_STATED = re.compile(r"\s*(?:[\dIVXA-H.]+\s*=|=)?(?P<expression>[\dIVXA-H.()\s]+(?:[-+−–*x×:/][\dIVXA-H.()\s]+)+%?)\s*")
#: How far a figure that bears an identity out may lie from what is computed.
_NEAR = Decimal("1.25")


def row_identities(reading: TableReading, document: str, observed: Observed) -> Iterator[Relation]:
    """A relation for each cell of a line whose label says from which lines it is computed."""
    for identity in _stated(reading):
        columns = sorted({column for row, column in observed if row == identity.result})
        cells = {column: [observed.get((row, column)) for row in identity.columns] for column in columns}
        full = [[cell for cell in found if cell is not None] for found in cells.values() if None not in found]
        if 2 * sum(_is_near(identity, found) for found in full) > len(full):
            for found in full:
                terms = terms_of(identity, found, in_percent=True)
                told = formula_relation(document, found[0], *terms, "identity of lines")
                if told is not None:
                    yield told


def _stated(reading: TableReading) -> Iterator[Identity]:
    """The identities that labels state, but for sums; by ordinals that one line alone bears."""
    found = [(row, told) for row in reading.rows if row.has_figures and (told := expression_of(row.label)) is not None]
    if not found:
        return
    names = {row.row: _name(reading, row) for row in reading.rows if row.has_figures}
    bearers = Counter(names.values())
    known = {name: row for row, name in names.items() if name and bearers[name] == 1}
    for row, told in found:
        identity = parse_expression(row.row, told, known)
        if identity is not None and not identity.is_sum and not identity.factors and len(identity.columns) > 2:
            yield identity


def expression_of(label: str) -> str | None:
    """The expression over ordinals that ends a label, in brackets or behind "=".

    >>> expression_of("Tỷ lệ bao phủ BHYT (III/IV)")
    'III/IV'
    """
    text, depth = label.removesuffix("(%)").rstrip(), 0
    if not text.endswith(")") and "=" not in text:
        return None
    for at in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[at], 0)
        if text[at] in "(=" and not depth:
            match = _STATED.fullmatch(text[at + 1 :].removesuffix(")") if text[at] == "(" else text[at + 1 :])
            return match["expression"].strip() if match is not None else None
    return None


def _name(reading: TableReading, row: TableRow) -> str:
    """The ordinal of a line as printed: in its own column, else before the label."""
    layout, grid = reading.layout, reading.grid
    own = grid.text(row.row, layout.ordinal) if layout.ordinal is not None else ""
    labels = (grid.text(row.row, column) for column in layout.labels)
    before = (text.removesuffix(row.label) for text in labels if text.endswith(row.label))
    return next((name for text in chain([own], before) if (name := text.strip(_EDGES))), "")


def _is_near(identity: Identity, cells: list[Observation]) -> bool:
    """Whether a figure is about what is computed; a slip of some digits leaves the figures of other columns so."""
    numerators, denominators, multiplier = terms_of(identity, cells, in_percent=True)
    over = sum((cell.value / cell.factor * sign for cell, sign in numerators), Decimal(0)) * multiplier
    below = sum((cell.value / cell.factor * sign for cell, sign in denominators), Decimal(0)) or Decimal(1)
    stated, computed = sorted((abs(cells[0].value / cells[0].factor), abs(over / below)))
    return computed <= stated * _NEAR
