"""How the golden workbooks are written: pages to .xlsx, rows to text, numbers and fonts as offices use them."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Value = str | int | float | None
Row = Sequence[Value]


@dataclass(frozen=True)
class Made:
    """A workbook made for the tests: what it is called, its bytes, and the figures that do not fit the others.

    `planted` maps each wrong cell ("Sheet!C10") to what is wrong with it; every broken relation must hold one of
    them, and every one of them must be in a broken relation.
    """

    name: str
    content: bytes
    planted: dict[str, str] = field(default_factory=dict)


@dataclass
class Page:
    """A sheet to be written: rows from A1 on, merged ranges, number formats by column, hidden rows and columns."""

    title: str
    rows: list[Row]
    merged: Sequence[str] = ()
    formats: dict[str, str] = field(default_factory=dict)
    font: str | None = None
    capital_rows: Sequence[int] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    hidden: bool = False
    cached: dict[str, float] = field(default_factory=dict)


def xlsx(pages: Sequence[Page]) -> bytes:
    """The pages as .xlsx; formulas are texts that begin with "=", with a stored value where `cached` has one."""
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for page in pages:
        sheet: Any = book.create_sheet(page.title)
        for number, row in enumerate(page.rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is None:
                    continue
                cell = sheet.cell(number, column, value)
                if font := _font_of(page, number):
                    cell.font = Font(name=font)
                if cell.column_letter in page.formats and (cell.data_type == "f" or not isinstance(value, str)):
                    cell.number_format = page.formats[cell.column_letter]
        for area in page.merged:
            sheet.merge_cells(area)
        for number in page.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for letter in page.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
        if page.hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return _with_stored_values(out.getvalue(), pages)


def _font_of(page: Page, row: int) -> str | None:
    """The font of a row: .VnTimeH where its letters are shown as capitals."""
    return page.font + ("H" if row in page.capital_rows else "") if page.font else None


def _with_stored_values(content: bytes, pages: Sequence[Page]) -> bytes:
    """Put stored results beside formulas, as Excel does and openpyxl does not."""

    def stored(name: str, data: bytes) -> bytes:
        for number, page in enumerate(pages, start=1):
            if name == f"xl/worksheets/sheet{number}.xml":
                for cell, value in page.cached.items():
                    pattern = rf'(<c r="{cell}"[^>]*>)(<f>.*?</f>)<v ?/?>(?:</v>)?'
                    data = re.sub(pattern.encode(), rf"\g<1>\g<2><v>{value}</v>".encode(), data)
        return data

    return _rezipped(content, stored)


def fixed_times(content: bytes) -> bytes:
    """An archive whose bytes do not depend on when it was made."""
    return _rezipped(content, lambda _, data: data)


def _rezipped(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = change(entry.filename, old.read(entry))
            data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?", b"2024-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(entry.filename, (2024, 1, 1, 0, 0, 0)), data, entry.compress_type)
    return out.getvalue()


def text(rows: Sequence[Row], delimiter: str, encoding: str, newline: str = "\r\n") -> bytes:
    """The rows as delimited text, every value as printed."""
    lines = [delimiter.join("" if value is None else str(value) for value in row) for row in rows]
    return (newline.join(lines) + newline).encode(encoding)


def numbered(*columns: Sequence[Value]) -> list[Row]:
    """Rows made of these columns, counted from 1 (STT)."""
    return [[number, *values] for number, values in enumerate(zip(*columns, strict=True), start=1)]


def vi(value: float, decimals: int = 0) -> str:
    """A number as Vietnamese offices print it: 1.218, 12,50."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


_TCVN3 = dict(zip(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ",
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ®¡¢£¤¥¦§", strict=True,
))  # fmt: skip


def tcvn3(plain: str) -> str:
    """A text as typed under a .VnTime font (TCVN 5712:1993, VN3)."""
    return "".join(_TCVN3.get(letter, letter) for letter in plain)


def xls(pages: Sequence[Page]) -> bytes:
    """The pages as .xls; needs xlwt, which only this script uses."""
    import xlwt  # type: ignore[import-untyped]

    book = xlwt.Workbook(encoding="utf-8")
    for page in pages:
        sheet = book.add_sheet(page.title, cell_overwrite_ok=True)
        sheet.visibility = int(page.hidden)
        for number, row in enumerate(page.rows):
            font = _font_of(page, number + 1)
            style = [xlwt.easyxf(f"font: name {font}")] if font else []
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value, *style)
        for number in page.hidden_rows:
            sheet.row(number - 1).hidden = True
        for letter in page.hidden_columns:
            sheet.col(_corner(f"{letter}1")[1] - 1).hidden = True
        for area in page.merged:
            (top, left), (bottom, right) = (_corner(corner) for corner in area.split(":"))
            sheet.merge(top - 1, bottom - 1, left - 1, right - 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(pages: Sequence[Page]) -> bytes:
    """The pages as .ods."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableProperties, TextProperties
    from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()

    def style(family: str, properties: Any) -> str:
        name = f"own{len(book.automaticstyles.childNodes)}"
        made = Style(name=name, family=family)
        made.addElement(properties)
        book.automaticstyles.addElement(made)
        return name

    for page in pages:
        spans, covered = {}, set()
        for area in page.merged:
            (top, left), (bottom, right) = (_corner(corner) for corner in area.split(":"))
            spans[top, left] = {"numberrowsspanned": bottom - top + 1, "numbercolumnsspanned": right - left + 1}
            covered |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        table = Table(name=page.title)
        if page.hidden:
            table.setAttribute("stylename", style("table", TableProperties(display="false")))
        width = max(map(len, page.rows))
        hidden_columns = {_corner(f"{letter}1")[1] for letter in page.hidden_columns}
        for column in range(1, width + 1) if hidden_columns else ():
            table.addElement(TableColumn(visibility="collapse" if column in hidden_columns else "visible"))
        fonts = {
            font: style("table-cell", TextProperties(fontname=font))
            for font in {_font_of(page, number) for number in range(1, len(page.rows) + 1)} - {None}
        }
        for number, values in enumerate(page.rows, start=1):
            row = TableRow(visibility="collapse") if number in page.hidden_rows else TableRow()
            for column in range(1, width + 1):
                value = values[column - 1] if column <= len(values) else None
                if (number, column) in covered - set(spans):
                    row.addElement(CoveredTableCell())
                    continue
                typed: dict[str, Any] = (
                    {} if value is None else {"valuetype": "string" if isinstance(value, str) else "float"}
                )
                if typed and not isinstance(value, str):
                    typed["value"] = value
                if value is not None and (font := _font_of(page, number)):
                    typed["stylename"] = fonts[font]
                cell = TableCell(**typed, **spans.get((number, column), {}))
                if value is not None:
                    cell.addElement(P(text=str(value)))
                row.addElement(cell)
            table.addElement(row)
        book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.save(out)
    return fixed_times(out.getvalue())


def _corner(corner: str) -> tuple[int, int]:
    """Row and column, from 1, of "B3"."""
    letters = corner.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(corner[len(letters) :]), column
