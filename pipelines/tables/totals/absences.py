"""What an empty cell, a dash and dots stand for in a table: nothing at all, or nothing known.

Blank, "-", ".." and 0 are four things. A dash is "no occurrence" by the convention of the General Statistics Office
(Niên giám thống kê: "-" không có hiện tượng phát sinh; "…" có phát sinh nhưng không thu thập được số liệu), unless a
note under the table says otherwise. An empty cell is nothing only where the table's own sums say so.
"""

from collections.abc import Sequence

from pipelines.tables.layouts.identities import Identity
from pipelines.tables.layouts.layout import Absence
from pipelines.tables.sheets.grid import Grid
from pipelines.tables.structure.blocks import Block
from pipelines.tables.structure.columns import sample_of
from pipelines.tables.totals.column_sum_candidates import ColumnSum
from pipelines.tables.totals.figures import Figures
from pipelines.tables.totals.row_sum_candidates import RowSum
from pipelines.tables.totals.support import NONE, comparison, row_sum_support
from pipelines.tables.wording.words import folded, roles_of


def absences(
    grid: Grid, block: Block, figures: Figures, down: Sequence[RowSum], across: Sequence[ColumnSum],
    identities: Sequence[Identity], rows: Sequence[int],
) -> tuple[Absence, Absence]:  # fmt: skip
    """What an empty cell and a dash stand for, in this order."""
    return _blank(figures, down, across, identities, rows), _dash(grid, block)


def _dash(grid: Grid, block: Block) -> Absence:
    for row in (*block.below, *block.above):
        for column in grid.filled(row):
            text = grid.text(row, column)
            if "(-)" in text or '"-"' in text or "“-”" in text or "dấu -" in folded(text):
                return "missing" if "dash_missing" in roles_of(text) else "zero"
    return "zero"


def _blank(
    figures: Figures, down: Sequence[RowSum], across: Sequence[ColumnSum], identities: Sequence[Identity],
    rows: Sequence[int],
) -> Absence:  # fmt: skip
    """Zero where the sums that run over empty cells come out without them, for the most part."""
    seen = NONE
    for sum_ in down:
        for column in figures.columns:
            if any(figures.is_blank(part, column) for part in sample_of(sum_.parts)):
                seen += row_sum_support(figures, sum_.total, sum_.parts, [column])
    sets = [(sum_.total, sum_.parts) for sum_ in across]
    sets += [(one.result, tuple(column for column, _ in one.numerators)) for one in identities if one.is_sum]
    for total, members in sets:
        for row in sample_of(rows):
            if any(figures.is_blank(row, member) for member in members):
                seen += comparison(figures, (row, total), [(row, member) for member in members])
    return "zero" if seen.agreeing * 2 > seen.compared else "missing"
