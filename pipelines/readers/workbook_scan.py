"""A sheet's XML (.xlsx) by expat, element by element: styles, formulas, what is hidden, how far the cells reach.

python-calamine gives the values but none of these, and openpyxl takes eight times as long. No value is read here.
Entities and document types were refused before anything comes here (workbook_package).
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from pipelines.readers.cell_addresses import address, place_of
from pipelines.readers.workbook_cells import CellStyle
from pipelines.readers.workbook_limits import WorkbookLimits, WorkbookRefusedError

_MOST_COLUMNS = 16_384
_TRUE = frozenset({"1", "true"})


@dataclass(slots=True)
class SheetScan:
    """What a sheet's XML says beside its values. Rows and columns count from 1.

    `styles` holds for each row the index into `style_table` of each of its cells, as far as the limit of columns;
    `last_row` and `last_column` are those of cells that hold something, however far they reach.
    """

    last_row: int = 0
    last_column: int = 0
    cells: int = 0
    styles: "list[array[int]]" = field(default_factory=list)
    style_table: tuple[CellStyle, ...] = ()
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def scan_sheet(
    title: str, pieces: Iterable[bytes], styles: Callable[[], Sequence[CellStyle]], limits: WorkbookLimits
) -> SheetScan:
    """Scan the XML of a sheet; `styles` gives the workbook's cell styles by their number.

    Raises WorkbookRefusedError where it is no XML or reaches beyond the limits.
    """
    scanner = _Scanner(title, styles, limits)
    try:
        return scanner.scan(pieces)
    except (expat.ExpatError, ValueError, OverflowError, IndexError) as error:
        raise WorkbookRefusedError("workbook_damaged", f"sheet {title!r}: {error}") from None


class _Scanner:
    """Takes the elements of one sheet as they begin; what an element holds is all over when the next begins."""

    def __init__(self, title: str, styles: Callable[[], Sequence[CellStyle]], limits: WorkbookLimits) -> None:
        self._title, self._limits = title, limits
        self._workbook_styles = styles
        self._found = SheetScan()
        self._table: dict[CellStyle, int] = {CellStyle(): 0}
        self._known: dict[str, int] = {}  # the place in the table of each style number, as written
        self._letters: dict[str, int] = {}
        self._row = self._column = 0
        self._row_written = ""
        self._indices: array[int] = array("i")
        self._reserved = 0
        self._shared: dict[str, Any] = {}
        self._formula: tuple[int, int, dict[str, str]] | None = None
        self._text: list[str] = []
        self._parser: Any = None

    def scan(self, pieces: Iterable[bytes]) -> SheetScan:
        parser: Any = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._root
        self._parser = parser
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
        self._end_formula()
        self._found.style_table = tuple(self._table)
        return self._found

    def _root(self, name: str, _: dict[str, str]) -> None:
        """The first element: its prefix is that of all others ("x:worksheet")."""
        prefix, colon, _local = name.rpartition(":")
        self._tags = {
            f"{prefix}{colon}{tag}": handle
            for tag, handle in (
                ("c", self._cell), ("v", self._content), ("is", self._content), ("f", self._begin_formula),
                ("row", self._begin_row), ("col", self._columns),
            )
        }  # fmt: skip
        self._parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._formula is not None:
            self._end_formula()
        handle = self._tags.get(name)
        if handle is not None:
            handle(attributes)

    def _columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE:
            first, last = int(attributes["min"]), int(attributes["max"])
            self._found.hidden_columns.update(range(first, min(last, _MOST_COLUMNS) + 1))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._go_to(int(float(number)) if number else self._row + 1)
        self._column = 0
        if attributes.get("hidden") in _TRUE:
            self._found.hidden_rows.add(self._row)

    def _go_to(self, row: int) -> None:
        """Make a row the one that cells are taken for."""
        if not 0 < row <= self._limits.rows:
            self._refuse(f"{self._limits.rows} rows")
        styles = self._found.styles
        while len(styles) < row:
            styles.append(array("i"))
        self._row, self._row_written, self._indices = row, str(row), styles[row - 1]

    def _refuse(self, most: str) -> None:
        raise WorkbookRefusedError("workbook_too_large", f"sheet {self._title!r} has more than {most}")

    def _cell(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r")
        if written is None:
            column = self._column + 1
        else:
            end = len(self._row_written)
            column = self._letters.get(written[:-end], 0) if written.endswith(self._row_written) else 0
            if not column:
                column = self._placed(written)
        self._column = column
        self._found.cells += 1
        if column > self._limits.columns:
            return
        style = attributes.get("s", "0")
        index = self._known.get(style)
        if index is None:
            index = self._style(style)
        indices = self._indices
        gap = column - 1 - len(indices)
        if gap < 0:
            indices[column - 1] = index
            return
        self._reserved += gap + 1
        if self._reserved > self._limits.area:
            self._refuse(f"{self._limits.area} cells")
        if gap:
            indices.extend([0] * gap)
        indices.append(index)

    def _placed(self, written: str) -> int:
        """The column of an address that was not met before, or that is of another row than the one around it."""
        place = place_of(written)
        if place is None:
            raise ValueError(f"{written!r} is no address of a cell")
        row, column = place
        self._letters[written.rstrip("0123456789")] = column
        if row != self._row:
            self._go_to(row)
        return column

    def _style(self, written: str) -> int:
        styles, number = self._workbook_styles(), int(written)
        style = styles[number] if 0 <= number < len(styles) else CellStyle()
        index = self._known[written] = self._table.setdefault(style, len(self._table))
        return index

    def _content(self, _: dict[str, str]) -> None:
        """The cell holds a value or a formula."""
        found = self._found
        if self._row > found.last_row:
            found.last_row = self._row
        if self._column > found.last_column:
            found.last_column = self._column

    def _begin_formula(self, attributes: dict[str, str]) -> None:
        self._content(attributes)
        self._formula = self._row, self._column, attributes
        self._text.clear()
        self._parser.CharacterDataHandler = self._text.append

    def _end_formula(self) -> None:
        if self._formula is None:
            return
        row, column, attributes = self._formula
        self._formula = self._parser.CharacterDataHandler = None
        kind, text = attributes.get("t"), "".join(self._text).strip()
        if kind == "dataTable" or column > self._limits.columns:
            return
        if kind == "shared":
            text = self._of_shared(attributes.get("si", ""), text, row, column)
        self._found.formulas[row, column] = text

    def _of_shared(self, group: str, text: str, row: int, column: int) -> str:
        """A formula that is written once for several cells, moved to this one."""
        from openpyxl.formula.translate import Translator

        here = address(row, column)
        if group in self._shared:
            return str(self._shared[group].translate_formula(here)).removeprefix("=")
        if text:
            self._shared[group] = Translator(f"={text}", here)
        return text
