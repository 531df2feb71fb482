"""Workbooks of Excel 97–2003 (.xls) to sheets, by xlrd, which knows the fonts that carry an old encoding.

The format keeps no formula text that xlrd gives out; the values are those that Excel stored last.
"""

import io
import struct
from array import array
from datetime import date
from typing import Any

from pipelines.model import Sheet
from pipelines.readers.workbook_cells import CellGrid, CellStyle, RawValue
from pipelines.readers.workbook_limits import WorkbookLimits, WorkbookRefusedError

_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def read_xls(content: bytes, limits: WorkbookLimits) -> tuple[Sheet, ...]:
    """The sheets of a workbook in their order. Raises WorkbookRefusedError."""
    import xlrd

    if _ENCRYPTED_PACKAGE in content:
        raise WorkbookRefusedError("workbook_protected", "a password is needed")
    try:
        with xlrd.open_workbook(
            file_contents=content, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
        ) as book:
            if book.nsheets > limits.sheets:
                raise WorkbookRefusedError("workbook_too_large", f"more than {limits.sheets} sheets")
            if len(book.xf_list) > limits.cell_styles:
                raise WorkbookRefusedError("workbook_too_large", f"more than {limits.cell_styles} cell styles")
            styles = _style_table(book)
            return tuple(_sheet(book, number, styles) for number in range(book.nsheets))
    except xlrd.XLRDError as error:
        code = "workbook_protected" if "encrypted" in str(error).lower() else "workbook_damaged"
        raise WorkbookRefusedError(code, str(error)) from None
    except (
        xlrd.compdoc.CompDocError, struct.error, AssertionError, ArithmeticError, AttributeError, LookupError,
        TypeError, UnicodeError, ValueError, OSError,
    ) as error:  # fmt: skip
        # xlrd meets a damaged record with whatever the record leads it to
        raise WorkbookRefusedError("workbook_damaged", f"{type(error).__name__}: {error}") from None


def _style_table(book: Any) -> tuple[CellStyle, ...]:
    """The workbook's cell styles by xlrd's index."""
    table = []
    for style in book.xf_list:
        font = book.font_list[style.font_index]
        number_format = book.format_map.get(style.format_key)
        table.append(CellStyle(font.name, number_format.format_str if number_format else None, font.weight >= 700))
    return tuple(table)


def _sheet(book: Any, number: int, styles: tuple[CellStyle, ...]) -> Sheet:
    sheet = book.sheet_by_index(number)
    rows: list[list[RawValue]] = []
    indices: list[array[int]] = []
    for row in range(sheet.nrows):
        types, values = sheet.row_types(row), sheet.row_values(row)
        rows.append([_value(book, kind, value) for kind, value in zip(types, values, strict=True)])
        indices.append(array("l", (sheet.cell_xf_index(row, column) for column in range(len(values)))))
    hidden_columns = {column + 1 for column, about in sheet.colinfo_map.items() if about.hidden}
    hidden_rows = {row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden}
    merged = sorted((top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
    book.unload_sheet(number)
    return Sheet(
        sheet.name, CellGrid(rows, indices, styles), tuple(merged), frozenset(hidden_rows), frozenset(hidden_columns),
        sheet.visibility != 0,
    )  # fmt: skip


def _value(book: Any, kind: int, value: Any) -> RawValue:
    import xlrd

    if kind == xlrd.XL_CELL_NUMBER or kind == xlrd.XL_CELL_TEXT:
        found: RawValue = value
        return found
    if kind == xlrd.XL_CELL_DATE:
        try:
            year, month, day, *_ = xlrd.xldate_as_tuple(value, book.datemode)
            return date(year, month, day)
        except (xlrd.xldate.XLDateError, ValueError):
            return float(value)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#N/A"))
    return None
