"""The unit line of a table: above it, in a cell of its title, or in a corner of its header."""

import re

from pipelines.quantities import unit_of
from pipelines.tables.sheets.grid import Grid
from pipelines.tables.structure.blocks import Block
from pipelines.tables.wording.units import leading_noun, unit_in, unit_stated
from pipelines.tables.wording.words import clean, folded, roles_of
from pipelines.vocabulary.roles import CUES

#: A line that says something else first and ends with the unit: "(Số liệu đến 31/12/2024, ĐVT: triệu đồng)".
_STATED = re.compile(r"(?:đvt|đơn vị tính|đơn vị)\s*[:.]\s*([^()]+?)\s*\)?\s*$", re.IGNORECASE)
#: How titles open that count what stands behind.
_COUNTING = CUES.pattern(r"(?:<form> )?(?:(?:<reporting_form> )?<gathering> |(?=<number_of> ))")
_LAST_BRACKET = re.compile(r"\(([^()]{1,30})\)\s*[:.]?\s*$")


def unit_line(grid: Grid, block: Block) -> str | None:
    """The unit line of a table: above it, in a cell of its title, or in a corner of its header."""
    for row in (*block.unit_rows[::-1], *block.above[::-1], *block.header):
        if row in block.unit_rows:
            return _units_in(grid, row)
        for text in (grid.text(row, column) for column in grid.filled(row)):
            if "unit_line" in roles_of(text) and unit_of(text):
                return text
            if (own := unit_stated(text)) is not None:
                return own
            stated = _STATED.search(text)
            if stated and unit_of(stated[1]):
                return stated[1]
    return _unit_of_title(grid, block) or next((_units_in(grid, row) for row in block.common_units), None)


def _units_in(grid: Grid, row: int) -> str:
    """What a unit line says, cell by cell; "Đơn vị tính:" may stand in a cell of its own before the unit."""
    texts = [text for column in grid.filled(row) if "unit_heading" not in roles_of(text := grid.text(row, column))]
    return "; ".join(text if unit_of(text) else unit_stated(text) or text for text in texts)


def _unit_of_title(grid: Grid, block: Block) -> str | None:
    """The unit in brackets that closes the line right above a table: "1. Số hộ nghèo (hộ)"."""
    for row in block.above[-1:]:
        filled = grid.filled(row)
        match = _LAST_BRACKET.search(grid.text(row, filled[0])) if len(filled) == 1 else None
        if match and unit_in(match[1]) is not None:
            return match[1].strip()
    return None


def counted_by_title(grid: Grid, block: Block) -> str | None:
    """What a title counts, which is the unit of columns that tell none: "TỔNG HỢP LAO ĐỘNG ĐI LÀM VIỆC Ở NƯỚC NGOÀI".

    None of one that speaks of money, too, for then the columns may be either.
    """
    for row in block.above[::-1]:
        for text in (grid.text(row, column) for column in grid.filled(row)):
            opening = _COUNTING.match(folded(text))
            if opening is None or roles_of(text) & {"money", "letterhead"}:
                continue
            noun = leading_noun(clean(text)[opening.end() :])
            if noun is not None:
                return noun.printed
    return None
