"""Delimited text (.csv, .tsv) to a sheet: which encoding, which delimiter. Every cell stays text.

"1.218" is 1218 beside "1.218.000" and a fraction elsewhere, so no cell becomes a number before a column is looked at.
A row stands at its first line, so that a cell's address is its column letter and line number.
"""

import csv
import io
from itertools import pairwise

from pipelines.model import Sheet
from pipelines.readers.workbook_cells import CellGrid, RawValue
from pipelines.readers.workbook_limits import WorkbookLimits, WorkbookRefusedError

#: From the surest to the one that is punctuation and decimal mark too.
DELIMITERS = "\t;|,"
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
    """The delimiter that cuts the lines of the table, neighbours into equally many cells.

    Commas stand in titles, names and decimals of many lines: another delimiter that cuts half as many wins.
    """
    sample = [line for line in lines[:_SAMPLE_LINES] if line.strip()]

    def evenly_cut(delimiter: str) -> int:
        widths = [len(fields) for fields in csv.reader(sample, delimiter=delimiter)]
        return sum(one == other > 1 for one, other in pairwise(widths))

    try:
        even = {delimiter: evenly_cut(delimiter) for delimiter in DELIMITERS}
    except csv.Error:
        even = {delimiter: "".join(sample).count(delimiter) for delimiter in DELIMITERS}
    most = max(even.values())
    if not most:
        return max(DELIMITERS, key="".join(sample).count)
    return next(delimiter for delimiter in DELIMITERS if even[delimiter] * 2 >= most)
