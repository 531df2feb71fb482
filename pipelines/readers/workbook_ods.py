"""OpenDocument spreadsheets (.ods) to sheets, streamed from the archive's content.

odfpy builds the whole document tree first (seventy times as slow as python-calamine) and python-calamine knows
neither per cent nor merged cells of this format; the three elements that matter (table, row, cell) are few enough.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from xml.etree import ElementTree

from pipelines.model import Sheet
from pipelines.readers.workbook_cells import CellGrid, CellStyle, RawValue
from pipelines.readers.workbook_limits import WorkbookLimits, WorkbookRefusedError
from pipelines.readers.workbook_package import Package

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_REFERENCE = re.compile(r"\[(?:\$?'?([^'.\]]*)'?)?\.([^\]:]+)(?::(?:[^.\]]*)?\.([^\]]+))?\]")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def read_ods(content: bytes, limits: WorkbookLimits) -> tuple[Sheet, ...]:
    """The sheets of a workbook in their order. Raises WorkbookRefusedError."""
    with Package(content, limits) as package:
        manifest = package.whole("META-INF/manifest.xml")
        if b"encryption-data" in manifest:
            raise WorkbookRefusedError("workbook_protected", "a password is needed")
        if "content.xml" not in package.names:
            raise WorkbookRefusedError("workbook_damaged", "the archive holds no content")
        styles: dict[str, _Style] = {}
        try:
            for part in ("styles.xml", "content.xml"):
                sheets = list(_sheets(package, part, styles, limits)) if part in package.names else []
        except (ElementTree.ParseError, ValueError, OverflowError, RecursionError) as error:
            # the message of a value that is no number would quote the cell, of whatever list it is
            told = (
                str(error) if isinstance(error, ElementTree.ParseError) else "a cell holds what its type does not allow"
            )
            raise WorkbookRefusedError("workbook_damaged", told) from None
    return tuple(sheets)


@dataclass(frozen=True, slots=True)
class _Style:
    """A named style of the file: what it sets itself, and the style that it builds upon."""

    parent: str | None
    font: str | None
    bold: bool | None
    displayed: bool


@dataclass(slots=True)
class _Table:
    """A sheet while its rows stream by."""

    name: str
    hidden: bool
    rows: list[list[RawValue]] = field(default_factory=list)
    styles: "list[array[int]]" = field(default_factory=list)
    style_table: dict[CellStyle, int] = field(default_factory=lambda: {CellStyle(): 0})
    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    columns: int = 0
    row: int = 0
    cells: int = 0
    repeated: int = 0


def _sheets(package: Package, part: str, styles: dict[str, _Style], limits: WorkbookLimits) -> Iterator[Sheet]:
    """Stream a part of the archive: remember its styles, yield its sheets."""
    parser: Any = ElementTree.XMLPullParser(("start", "end"))
    table: _Table | None = None
    count = 0
    for piece in package.pieces(part):
        parser.feed(piece)
        for event, element in parser.read_events():
            if event == "start":
                if element.tag == f"{_TABLE}table" and table is None:
                    table = _Table(element.get(f"{_TABLE}name", ""), _is_hidden(element, styles))
                continue
            if element.tag == f"{_STYLE}style":
                styles[element.get(f"{_STYLE}name", "")] = _style(element)
            elif table is not None and element.tag == f"{_TABLE}table-column":
                _column(table, element)
            elif table is not None and element.tag == f"{_TABLE}table-row":
                _row(table, element, styles, limits)
                element.clear()
            elif table is not None and element.tag == f"{_TABLE}table":
                count += 1
                if count > limits.sheets:
                    raise WorkbookRefusedError("workbook_too_large", f"more than {limits.sheets} sheets")
                yield _finished(table)
                table = None
                element.clear()


def _finished(table: _Table) -> Sheet:
    grid = CellGrid(table.rows, table.styles, tuple(table.style_table), table.formulas, table.shown)
    hidden = frozenset(table.hidden_rows), frozenset(table.hidden_columns)
    return Sheet(table.name, grid, tuple(sorted(table.merged)), *hidden, table.hidden)


def _style(element: ElementTree.Element) -> _Style:
    text = element.find(f"{_STYLE}text-properties")
    properties = element.find(f"{_STYLE}table-properties")
    font = weight = None
    if text is not None:
        font = text.get(f"{_STYLE}font-name") or text.get(f"{_FO}font-family")
        weight = text.get(f"{_FO}font-weight")
    displayed = properties is None or properties.get(f"{_TABLE}display") != "false"
    bold = None if weight is None else weight == "bold" or (weight.isdigit() and int(weight) >= 600)
    return _Style(element.get(f"{_STYLE}parent-style-name"), font, bold, displayed)


def _is_hidden(table: ElementTree.Element, styles: dict[str, _Style]) -> bool:
    style = styles.get(table.get(f"{_TABLE}style-name", ""))
    return style is not None and not style.displayed


def _column(table: _Table, element: ElementTree.Element) -> None:
    repeated = int(element.get(f"{_TABLE}number-columns-repeated", "1"))
    if element.get(f"{_TABLE}visibility", "visible") != "visible":
        table.hidden_columns.update(range(table.columns + 1, min(table.columns + repeated, 16_384) + 1))
    table.columns += repeated


def _row(table: _Table, element: ElementTree.Element, styles: dict[str, _Style], limits: WorkbookLimits) -> None:
    """Add a row, as often as it is repeated; thousands of repeated empty rows end most files."""
    repeated = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
    first = table.row + 1
    table.row += repeated
    values, indices = _cells(table, first, element, styles, limits)
    if element.get(f"{_TABLE}visibility", "visible") != "visible":
        table.hidden_rows.update(range(first, min(table.row, limits.rows) + 1))
    while values and values[-1] is None and (first, len(values)) not in table.formulas:
        values.pop()
    if not values:
        return
    table.cells += len(values) * repeated
    table.repeated += len(values) * (repeated - 1)
    if table.repeated > limits.repeated_cells:
        raise WorkbookRefusedError("workbook_too_large", f"sheet {table.name!r} repeats too many cells")
    if table.row > limits.rows or table.cells > limits.area:
        raise WorkbookRefusedError("workbook_too_large", f"sheet {table.name!r} has more than {limits.area} cells")
    gap = first - 1 - len(table.rows)
    table.rows += [[]] * gap + [values] * repeated
    table.styles += [array("l")] * gap + [indices] * repeated


def _cells(
    table: _Table, row: int, element: ElementTree.Element, styles: dict[str, _Style], limits: WorkbookLimits
) -> "tuple[list[RawValue], array[int]]":
    """The values and style indices of a row; what is shown, formulas and merged ranges go to the table."""
    values: list[RawValue] = []
    indices = array("l")
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        value, formula = _value(cell), cell.get(f"{_TABLE}formula")
        column = len(values) + 1
        times = min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), limits.columns - column + 1)
        if times <= 0 or (value is None and formula is None and cell is element[-1]):
            break
        index = table.style_table.setdefault(_cell_style(cell, styles), len(table.style_table))
        values += [value] * times
        table.repeated += times - 1 if value is not None else 0
        indices.extend([index] * times)
        if isinstance(value, (float, date)):
            shown = _shown(cell)
            table.shown.update(((row, column + step), shown) for step in range(times))
        if formula is not None:
            table.formulas[row, column] = _excel_formula(formula)
        down, across = (int(cell.get(f"{_TABLE}number-{axis}-spanned", "1")) for axis in ("rows", "columns"))
        if (down, across) != (1, 1):
            table.merged.append((row, column, row + down - 1, column + across - 1))
    return values, indices


def _cell_style(cell: ElementTree.Element, styles: dict[str, _Style]) -> CellStyle:
    font = bold = None
    name: str | None = cell.get(f"{_TABLE}style-name")
    for _ in range(8):  # a style builds upon another; a circle of them would not end
        style = styles.get(name or "")
        if style is None:
            break
        font = font or style.font
        bold = style.bold if bold is None else bold
        name = style.parent
    percent = cell.get(f"{_OFFICE}value-type") == "percentage"
    return CellStyle(font, "0%" if percent else None, bool(bold))


def _value(cell: ElementTree.Element) -> RawValue:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in ("float", "percentage", "currency"):
        return float(cell.get(f"{_OFFICE}value", "nan"))
    if kind == "date":
        try:
            return date.fromisoformat(cell.get(f"{_OFFICE}date-value", "")[:10])
        except ValueError:
            return _shown(cell) or None
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    return _shown(cell) or None


def _shown(cell: ElementTree.Element) -> str:
    """The text of a cell, line by line; comments (office:annotation) are no children of these paragraphs."""
    return "\n".join("".join(_words(paragraph)) for paragraph in cell.findall(f"{_TEXT}p"))


def _words(element: ElementTree.Element) -> Iterator[str]:
    if element.tag == f"{_TEXT}s":
        yield " " * min(int(element.get(f"{_TEXT}c", "1")), 1_000)
    elif element.tag == f"{_TEXT}tab":
        yield "\t"
    elif element.tag == f"{_TEXT}line-break":
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


def _excel_formula(formula: str) -> str:
    """An OpenFormula expression in the way of Excel: "of:=SUM([.C7:.C20])" is SUM(C7:C20)."""

    def reference(match: re.Match[str]) -> str:
        sheet, first, last = match.groups()
        prefix = f"'{sheet}'!" if sheet else ""
        return prefix + first + (f":{last}" if last else "")

    expression = formula.partition("=")[2] if "=" in formula else formula
    return _REFERENCE.sub(reference, expression).replace(";", ",")
