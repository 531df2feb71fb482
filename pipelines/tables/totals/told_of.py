"""Of which line one told "trong đó" is told: the one above, or that line's whole.

Which rows are told of which others is found in structure/rows.py; here the figures only tell a list's last line from
its whole.
"""

from collections.abc import Sequence

from pipelines.tables.structure.rows import TableRow
from pipelines.tables.totals.figures import Figures


def told_of_wholes(rows: Sequence[TableRow], figures: Figures, columns: Sequence[int]) -> list[TableRow]:
    """The rows with each "trong đó" that most figures show to be more than the line above put under that line's whole.

    "Trong đó: Lao động nữ" behind the ways in which workers found jobs is told of all workers and not of the last way.
    """
    by_row = {row.row: row for row in rows}
    found = []
    for row in rows:
        if row.role == "of_which" and "of_which" in row.words and row.parent is not None:
            owner = by_row[row.parent]
            whole = by_row.get(owner.parent) if owner.parent is not None else None
            if whole is not None and whole.role == "section" and whole.parent is not None:
                whole = by_row[whole.parent]  # the total that the section divides
            if whole is not None and _fits(figures, row, whole, columns) and not _fits(figures, row, owner, columns):
                row = row._replace(parent=whole.row, rank=whole.rank + 0.1)  # noqa: PLW2901 - the row as it is settled
        found.append(row)
    return found


def _fits(figures: Figures, part: TableRow, whole: TableRow, columns: Sequence[int]) -> bool:
    """Whether a line is no more than another in most columns in which both have figures."""
    pairs = [(figures.at(part.row, column), figures.at(whole.row, column)) for column in columns]
    compared = [small.value <= large.value for small, large in pairs if small is not None and large is not None]
    return bool(compared) and sum(compared) * 2 > len(compared)
