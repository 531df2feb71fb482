"""Office Open XML workbooks (.xlsx, .xlsm) to sheets. Macros are never looked at, links never followed.

python-calamine gives the values. Only where fonts, number formats or formulas matter does openpyxl read the sheet
too, which takes ten times as long.
"""

import io
import re
from array import array
from collections.abc import Iterator
from typing import Any

import python_calamine as calamine

from pipelines.model import Sheet
from pipelines.readers.workbook_cells import CellGrid, CellStyle, RawValue
from pipelines.readers.workbook_limits import WorkbookLimits, WorkbookRefusedError
from pipelines.readers.workbook_package import Package, SheetTraits

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
        traits = {title: package.sheet_traits(part) for title, part in parts.items()}
        styled = _styles_matter(styles)
    return tuple(_sheets(content, traits, styled, limits))


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


def _sheets(content: bytes, traits: dict[str, SheetTraits], styled: bool, limits: WorkbookLimits) -> list[Sheet]:
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except calamine.PasswordError:
        raise WorkbookRefusedError("workbook_protected", "a password is needed") from None
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise WorkbookRefusedError("workbook_damaged", str(error)) from None
    careful = {title for title, trait in traits.items() if styled or trait.formulas or trait.prefixed}
    sheets = []
    with _StyledCells(content, limits) as styled_cells:
        for metadata in workbook.sheets_metadata:
            trait = traits.get(metadata.name)
            if trait is None:
                continue
            if max(trait.cells, max(trait.last_row, 1) * min(trait.last_column, limits.columns)) > limits.area:
                raise WorkbookRefusedError(
                    "workbook_too_large", f"sheet {metadata.name!r} has more than {limits.area} cells"
                )
            rows, merged = _values(workbook, metadata.name, trait, limits)
            if rows is None:
                rows = styled_cells.values(metadata.name)
                grid = styled_cells.grid(metadata.name, rows, limits.columns)
            elif metadata.name in careful:
                grid = styled_cells.grid(metadata.name, rows)
            else:
                grid = CellGrid(rows)
            hidden = metadata.visible != calamine.SheetVisibleEnum.Visible
            sheets.append(Sheet(metadata.name, grid, merged, trait.hidden_rows, trait.hidden_columns, hidden))
    return sheets


def _values(
    workbook: calamine.CalamineWorkbook, title: str, trait: SheetTraits, limits: WorkbookLimits
) -> tuple[list[list[RawValue]] | None, tuple[tuple[int, int, int, int], ...]]:
    """The values of a sheet as rows, and its merged ranges; no rows where the sheet is too wide to be held whole."""
    if trait.last_column > limits.columns:
        return None, ()
    try:
        sheet = workbook.get_sheet_by_name(title)
        merged = sheet.merged_cell_ranges or []
        rows: Any = sheet.to_python(skip_empty_area=False)
    except (calamine.CalamineError, ValueError, OverflowError) as error:
        raise WorkbookRefusedError("workbook_damaged", f"sheet {title!r}: {error}") from None
    ranges = sorted((top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in merged)
    return rows, tuple(ranges)


class _StyledCells:
    """Fonts, number formats and formulas by openpyxl, which streams a sheet and keeps nothing; opened when needed."""

    def __init__(self, content: bytes, limits: WorkbookLimits) -> None:
        self._content, self._limits = content, limits
        self._open: dict[bool, Any] = {}

    def __enter__(self) -> "_StyledCells":
        return self

    def __exit__(self, *_: object) -> None:
        for workbook in self._open.values():
            workbook.close()

    def grid(self, title: str, rows: list[list[RawValue]], columns: int | None = None) -> CellGrid:
        """The cells of a sheet with their styles and formulas, the values being those of `rows`."""
        table: dict[CellStyle, int] = {CellStyle(): 0}
        known: dict[int | None, int] = {None: 0}
        styles: list[array[int]] = []
        formulas: dict[tuple[int, int], str] = {}
        for number, cells in enumerate(self._rows(title, False, columns), start=1):
            indices = array("l")
            for cell in cells:
                style = getattr(cell, "_style_id", None)  # an empty cell has none
                if style not in known:
                    found = CellStyle(cell.font.name, cell.number_format, bool(cell.font.b))
                    known[style] = table.setdefault(found, len(table))
                indices.append(known[style])
                if cell.data_type == "f":
                    text = getattr(cell.value, "text", cell.value)
                    if isinstance(text, str):
                        formulas[number, cell.column] = text.removeprefix("=")
            styles.append(indices)
        return CellGrid(rows, styles, tuple(table), formulas)

    def values(self, title: str) -> list[list[RawValue]]:
        """The values of a sheet that is too wide to be held whole, as far as the limit of columns."""
        return [[cell.value for cell in cells] for cells in self._rows(title, True, self._limits.columns)]

    def _rows(self, title: str, cached: bool, columns: int | None) -> Iterator[tuple[Any, ...]]:
        from zipfile import BadZipFile

        import openpyxl

        try:
            if cached not in self._open:
                self._open[cached] = openpyxl.load_workbook(
                    io.BytesIO(self._content), read_only=True, data_only=cached, keep_links=False, keep_vba=False
                )
            sheet = self._open[cached][title]
            sheet.reset_dimensions()  # the size that a file claims is no matter of trust
            yield from sheet.iter_rows(max_col=columns)
        except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError, BadZipFile) as error:
            raise WorkbookRefusedError("workbook_damaged", f"sheet {title!r}: {error}") from None
