"""Office Open XML workbooks (.xlsx, .xlsm) to sheets. Macros are never looked at, links never followed.

python-calamine gives the values. Only where fonts, number formats or formulas matter is the XML of a sheet scanned for
them, too (workbook_scan).
"""

import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import python_calamine as calamine

from pipelines.model import Sheet
from pipelines.readers.workbook_cells import CellGrid, RawValue
from pipelines.readers.workbook_limits import WorkbookLimits, WorkbookRefusedError
from pipelines.readers.workbook_package import Package, SheetTraits
from pipelines.readers.workbook_scan import SheetScan, scan_sheet
from pipelines.readers.workbook_styles import cell_styles

_WORKBOOK = "xl/workbook.xml"
_FORMAT_IN_USE = re.compile(rb'<xf\b[^>]*\bnumFmtId="(\d+)"')
_LEGACY_FONT = re.compile(rb'<name\b[^>]*\bval="(?:\.Vn|VNI|VnI)', re.IGNORECASE)
_CELL_FORMATS = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_COUNTED = [re.compile(rb"<(?:\w+:)?%s[ >/]" % tag) for tag in (b"xf", b"font", b"numFmt")]
_PLAIN_FORMATS = frozenset({b"0", b"49"})  # General and Text show a number as it is stored


def read_xlsx(content: bytes, limits: WorkbookLimits) -> tuple[Sheet, ...]:
    """The sheets of a workbook in their order. Raises WorkbookRefusedError."""
    with Package(content, limits) as package:
        if _WORKBOOK not in package.names:
            raise WorkbookRefusedError("workbook_damaged", "the archive holds no workbook")
        styles = package.whole("xl/styles.xml")
        if any(sum(1 for _ in one.finditer(styles)) > limits.cell_styles for one in _COUNTED):
            raise WorkbookRefusedError("workbook_too_large", f"more than {limits.cell_styles} cell styles")
        for name in package.names & {_WORKBOOK, "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"}:
            package.check(name)
        parts = _sheet_parts(package)
        if len(parts) > limits.sheets:
            raise WorkbookRefusedError("workbook_too_large", f"more than {limits.sheets} sheets")
        look = _Look(package, styles, limits)
        seen = {title: look.at(title, part) for title, part in parts.items()}
    return tuple(_sheets(content, seen, limits))


class _Look:
    """Looks at the sheets of a workbook: at all of a sheet's cells where styles or formulas matter, else in passing."""

    def __init__(self, package: Package, styles: bytes, limits: WorkbookLimits) -> None:
        self._package, self._limits = package, limits
        self._styled = _styles_matter(styles)
        self._styles = cache(lambda: cell_styles(styles))

    def at(self, title: str, part: str) -> SheetTraits | SheetScan:
        if not self._styled:
            traits = self._package.sheet_traits(part)
            if not (traits.formulas or traits.irregular):
                return traits
        return scan_sheet(title, self._package.pieces(part), self._styles, self._limits)


def _sheet_parts(package: Package) -> dict[str, str]:
    """Sheet titles in their order with the archive's entry of each; chart sheets have none."""
    from xml.etree import ElementTree

    try:
        workbook = ElementTree.fromstring(package.whole(_WORKBOOK))
        links = ElementTree.fromstring(package.whole("xl/_rels/workbook.xml.rels"))
    except ElementTree.ParseError as error:
        raise WorkbookRefusedError("workbook_damaged", f"the list of sheets is no XML ({error})") from None
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    parts: dict[str, str] = {}
    for element in workbook.iter():
        if not element.tag.endswith("}sheet"):
            continue
        link = next((value for name, value in element.attrib.items() if name.endswith("}id")), None)
        target = targets.get(link, "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if "chartsheet" not in part and part in package.names:
            parts[element.get("name", "")] = part
    return parts


def _styles_matter(styles: bytes) -> bool:
    """Whether a style carries an encoding (.VnTime) or hides digits (0.0%), or bold tells headings apart."""
    formats = _CELL_FORMATS.search(styles)
    used = set(_FORMAT_IN_USE.findall(formats[0])) if formats else set()
    return bool(used - _PLAIN_FORMATS) or _LEGACY_FONT.search(styles) is not None


def _sheets(content: bytes, seen: Mapping[str, SheetTraits | SheetScan], limits: WorkbookLimits) -> Iterator[Sheet]:
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except calamine.PasswordError:
        raise WorkbookRefusedError("workbook_protected", "a password is needed") from None
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise WorkbookRefusedError("workbook_damaged", str(error)) from None
    for metadata in workbook.sheets_metadata:
        found = seen.get(metadata.name)
        if found is None:
            continue
        if max(found.cells, max(found.last_row, 1) * min(found.last_column, limits.columns)) > limits.area:
            told = f"sheet {metadata.name!r} has more than {limits.area} cells"
            raise WorkbookRefusedError("workbook_too_large", told)
        if found.last_column > limits.columns:
            rows = _narrowed(content, metadata.name, limits.columns)
            merged: tuple[tuple[int, int, int, int], ...] = ()
        else:
            rows, merged = _values(workbook, metadata.name)
        hidden = metadata.visible != calamine.SheetVisibleEnum.Visible
        hidden_rows, hidden_columns = frozenset(found.hidden_rows), frozenset(found.hidden_columns)
        yield Sheet(metadata.name, _grid(rows, found, limits), merged, hidden_rows, hidden_columns, hidden)


def _grid(rows: list[list[RawValue]], found: SheetTraits | SheetScan, limits: WorkbookLimits) -> CellGrid:
    reaches = found.last_column if found.last_column > limits.columns else 0
    if isinstance(found, SheetTraits):
        return CellGrid(rows, reaches=reaches)
    return CellGrid(rows, found.styles, found.style_table, found.formulas, reaches=reaches)


def _values(
    workbook: calamine.CalamineWorkbook, title: str
) -> tuple[list[list[RawValue]], tuple[tuple[int, int, int, int], ...]]:
    """The values of a sheet as rows, and its merged ranges."""
    try:
        sheet = workbook.get_sheet_by_name(title)
        merged = sheet.merged_cell_ranges or []
        rows: Any = sheet.to_python(skip_empty_area=False)
    except (calamine.CalamineError, ValueError, OverflowError) as error:
        raise WorkbookRefusedError("workbook_damaged", f"sheet {title!r}: {error}") from None
    ranges = sorted((top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in merged)
    return rows, tuple(ranges)


def _narrowed(content: bytes, title: str, columns: int) -> list[list[RawValue]]:
    """The values of a sheet that is too wide to be held whole, as far as the limit; openpyxl streams them."""
    from zipfile import BadZipFile

    import openpyxl

    try:
        workbook: Any = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=True, keep_links=False, keep_vba=False
        )
        sheet = workbook[title]
        sheet.reset_dimensions()  # the size that a file claims is no matter of trust
        rows = [[cell.value for cell in cells] for cells in sheet.iter_rows(max_col=columns)]
        workbook.close()
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError, BadZipFile) as error:
        raise WorkbookRefusedError("workbook_damaged", f"sheet {title!r}: {error}") from None
    return rows
