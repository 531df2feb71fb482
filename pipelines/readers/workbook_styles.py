"""The cell styles of a workbook (.xlsx): font, number format and bold of each, from its styles part."""

from typing import Any
from xml.etree import ElementTree

from pipelines.readers.workbook_cells import CellStyle
from pipelines.readers.workbook_limits import WorkbookRefusedError

#: The number formats that a workbook names by number alone, for positive numbers (ECMA-376, part 1, 18.8.30).
_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0", 6: "$#,##0", 7: "$#,##0.00",
    8: "$#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "$#,##0", 43: "#,##0.00",
    44: "$#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip


def cell_styles(part: bytes) -> tuple[CellStyle, ...]:
    """The cell styles by their number, as the cells of sheets name them. Raises WorkbookRefusedError."""
    if not part:
        return ()
    try:
        root = ElementTree.fromstring(part)
        formats = dict(_BUILT_IN)
        for one in _children(root, "numFmts"):
            formats[int(one.get("numFmtId", "0"))] = one.get("formatCode", "General")
        fonts = [(_told(one, "name", "val"), _is_bold(one)) for one in _children(root, "fonts")]
        styles = []
        for one in _children(root, "cellXfs"):
            number = int(one.get("fontId", "0"))
            font, bold = fonts[number] if 0 <= number < len(fonts) else (None, False)
            styles.append(CellStyle(font, formats.get(int(one.get("numFmtId", "0")), "General"), bold))
    except (ElementTree.ParseError, ValueError) as error:
        raise WorkbookRefusedError("workbook_damaged", f"the styles are no XML ({error})") from None
    return tuple(styles)


def _children(root: Any, tag: str) -> list[Any]:
    """The elements in the first element of a tag under the root, whatever their namespace is called."""
    found = next((one for one in root if _local(one) == tag), None)
    return [] if found is None else list(found)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _told(element: Any, tag: str, attribute: str) -> str | None:
    child = next((one for one in element if _local(one) == tag), None)
    return None if child is None else child.get(attribute)


def _is_bold(font: Any) -> bool:
    child = next((one for one in font if _local(one) == "b"), None)
    return child is not None and child.get("val", "1") in ("1", "true")
