"""How much of a workbook is read, and how a refusal is told. Limits are settings; no file is opened here."""

from dataclasses import dataclass

from pipelines.model import Problem

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class WorkbookLimits:
    """The most that is read of one workbook; beyond it the file, the sheet or the cell is refused with a Problem.

    A form of an office has some hundred rows and thirty columns; the largest real lists have some hundred thousand
    rows. `area` bounds rows times columns of a sheet, since a table with one cell in its farthest corner would
    otherwise fill the memory. `part_bytes` bounds a part that is read whole, such as the styles. `formula_cells` are
    the cells that all formulas name together: a column of running totals names the square of its length.
    `repeated_cells` are those that .ods writes once for many, so that a small file cannot unfold into millions.
    32,767 characters a cell and 65,490 cell styles are Excel's own limits.
    """

    file_bytes: int = 256 * MEBIBYTE
    unpacked_bytes: int = 1024 * MEBIBYTE
    unpacked_ratio: int = 500
    part_bytes: int = 64 * MEBIBYTE
    sheets: int = 256
    rows: int = 1_048_576
    columns: int = 1_024
    area: int = 20_000_000
    formula_cells: int = 1_000_000
    repeated_cells: int = 500_000
    cell_characters: int = 32_767
    cell_styles: int = 65_490


class WorkbookRefusedError(Exception):
    """A workbook cannot be read or must not be; becomes a Problem at the door of this room."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail = code, detail

    def problem(self, document: str) -> Problem:
        """The Problem to report for a document."""
        return Problem(self.code, document, "", self.detail)
