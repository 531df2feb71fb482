"""Delimited text (.csv, .tsv) to a sheet: which encoding, which delimiter. Every cell stays text.

"1.218" is 1218 beside "1.218.000" and a fraction elsewhere, so no cell becomes a number before a column is looked at.
A row stands at its first line, so that a cell's address is its column letter and line number.
"""

import csv
import io
from collections import Counter

from pipelines.model import Sheet
from pipelines.readers.workbook_cells import CellGrid, RawValue
from pipelines.readers.workbook_limits import WorkbookLimits, WorkbookRefusedError

DELIMITERS = ";\t,|"
_SAMPLE_LINES = 200


def read_delimited(stem: str, text: str, limits: WorkbookLimits) -> tuple[Sheet, ...]:
    """The one sheet of a delimited text, named by the stem of its file. Raises WorkbookRefusedError."""
    lines = list(io.StringIO(text, newline=""))
    rows: list[list[RawValue]] = []
    cells = 0
    reader = csv.reader(lines, delimiter=delimiter_of(lines))
    before = csv.field_size_limit(max(limits.file_bytes, 1))
    try:
        for fields in reader:
            cells += len(fields)
            if len(rows) >= limits.rows or cells > limits.area:
                raise WorkbookRefusedError("workbook_too_large", f"more than {limits.area} cells")
            rows.append([field.strip() or None for field in fields[: limits.columns]])
            rows += [[]] * (reader.line_num - len(rows))
    except csv.Error as error:
        raise WorkbookRefusedError("workbook_damaged", f"line {reader.line_num}: {error}") from None
    finally:
        csv.field_size_limit(before)
    return (Sheet(stem, CellGrid(rows)),)


def delimiter_of(lines: list[str]) -> str:
    """The delimiter that cuts most lines into equally many cells, and more than one.

    A decimal comma stands in some cells of some lines, a delimiter in all lines of the table.
    """
    sample = [line for line in lines[:_SAMPLE_LINES] if line.strip()]

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(fields) for fields in csv.reader(sample, delimiter=delimiter) if len(fields) > 1)
        if not widths:
            return 0, 0
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        return count, width

    try:
        return max(DELIMITERS, key=evenness)
    except csv.Error:
        return max(DELIMITERS, key="".join(sample).count)
