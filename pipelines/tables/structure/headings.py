"""Column headings as paths: header rows joined over merged cells, from the group at the top to the leaf."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.tables.sheets.grid import EMPTY, Grid


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column: its texts from the group at the top to its own, each with the cell that holds it."""

    column: int
    path: tuple[str, ...]
    anchors: tuple[tuple[int, int], ...]

    @property
    def leaf(self) -> str:
        """The column's own heading; empty where it has none."""
        return self.path[-1] if self.path else ""

    @property
    def text(self) -> str:
        """The whole path on one line."""
        return " | ".join(self.path)


def headings_of(grid: Grid, header: Sequence[int], columns: Sequence[int]) -> dict[int, Heading]:
    """The heading of each column.

    A merged cell heads all columns that it covers. In files without merged cells (.csv) a group's heading stands
    over its first column only: an empty cell takes the heading to its left, if the column has a heading of its own
    further down and none further up.
    """
    found = {}
    spread = _spread_groups(grid, header, columns)
    for column in columns:
        path: list[str] = []
        anchors: list[tuple[int, int]] = []
        for row in header:
            anchor = spread.get((row, column)) or grid.anchor(row, column)
            text = grid.text(*anchor)
            if text and anchor not in anchors:
                path.append(text)
                anchors.append(anchor)
        found[column] = Heading(column, tuple(path), tuple(anchors))
    return found


def _spread_groups(grid: Grid, header: Sequence[int], columns: Sequence[int]) -> dict[tuple[int, int], tuple[int, int]]:
    """For empty cells of the upper header rows, the cell to the left whose heading reaches over them."""
    spread: dict[tuple[int, int], tuple[int, int]] = {}
    for number, row in enumerate(header[:-1]):
        below = header[number + 1 :]
        source: tuple[int, int] | None = None
        for column in columns:
            if grid.anchor(row, column) != (row, column):
                source = None
            elif grid.kind(row, column) != EMPTY:
                merged = grid.span(row, column) != (row, column)
                has_own = any(grid.text(lower, column) for lower in below)
                source = (row, column) if has_own and not merged else None
            elif source is not None and _has_own(grid, header[:number], below, column, source):
                spread[row, column] = source
            else:
                source = None
    return spread


def _has_own(grid: Grid, above: Sequence[int], below: Sequence[int], column: int, source: tuple[int, int]) -> bool:
    """Whether an empty cell over a column with its own heading may belong to the group at `source`."""
    if not any(grid.kind(row, column) != EMPTY and grid.anchor(row, column) == (row, column) for row in below):
        return False
    # a group of its own further up begins here: then nothing reaches over from the left
    return not any(grid.kind(row, column) != EMPTY and grid.kind(row, source[1]) != EMPTY for row in above)
