"""One way to read a vocabulary file: rows validated against a frozen dataclass, errors with file, row and column.

A list cell holds its members split by ";". A file saved by a spreadsheet program is fine as it comes: with or
without a byte-order mark, with "," or ";" or a tab between the columns.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

FOLDER = Path(__file__).parent
Row = TypeVar("Row")
_RESTORE = "; restore it from version control"


class VocabularyError(Exception):
    """A vocabulary file cannot be used; the message names file, row, column and what to do."""

    def __init__(self, file: Path, row: int | None, column: str | None, problem: str) -> None:
        where = file.name if row is None else f"{file.name}, row {row}"
        where += f", column {column}" if column else ""
        super().__init__(f"{where}: {problem}")
        self.file, self.row, self.column = file, row, column


def _members(cell: Any) -> Any:
    if isinstance(cell, str):
        return tuple(member for part in cell.split(";") if (member := part.strip()))
    return () if cell is None else cell


class _Split:
    """pydantic's BeforeValidator(_members), which is imported when the first table is read: `--help` reads none."""

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(_members, handler(source))


#: The type of a list cell: `forms: Members = ()`.
Members = Annotated[tuple[str, ...], _Split()]


@cache
def read_table(file: str, row_type: type[Row], folder: Path = FOLDER) -> tuple[Row, ...]:
    """Read a vocabulary file into rows of `row_type`, a frozen dataclass with one field a column.

    An empty cell is the field's default, or null where it may be null. Columns that the dataclass does not name
    are an error: a misspelt heading must not silently drop knowledge. So is a file without rows. Raises
    VocabularyError.
    """
    return tuple(row for _, row in _read(file, row_type, folder, may_be_empty=False))


@cache
def read_numbered(
    file: str, row_type: type[Row], folder: Path = FOLDER, *, may_be_empty: bool = False
) -> tuple[tuple[int, Row], ...]:
    """The rows as read_table gives them, each with its number in the file, where blank rows count.

    `may_be_empty` is for files of which a heading alone is good.
    """
    return _read(file, row_type, folder, may_be_empty)


def _read(file: str, row_type: type[Row], folder: Path, may_be_empty: bool) -> tuple[tuple[int, Row], ...]:
    path = folder / file
    validate = _validator(row_type)
    rows = tuple((number, validate(path, number, cells)) for number, cells in _rows(path, row_type))
    if not rows and not may_be_empty:
        raise VocabularyError(path, None, None, f"the file has no rows{_RESTORE}")
    return rows


def require_unique(path: Path, rows: Iterable[tuple[int, Row]], key: Callable[[Row], object], column: str) -> None:
    """Raise VocabularyError at the second of the numbered rows of a file that bears the same key."""
    seen: dict[object, int] = {}
    for number, row in rows:
        first = seen.setdefault(key(row), number)
        if first != number:
            problem = f"{key(row)!r} stands in row {first} already; remove or rename one of them"
            raise VocabularyError(path, number, column, problem)


def read_cells(path: Path) -> tuple[tuple[str, ...], tuple[tuple[int, dict[str, str]], ...]]:
    """The columns of a file, and its rows as {column: text} with their numbers, the heading being row 1.

    Nothing is validated but the form of the file: for those who take a vocabulary over as it is. An empty cell is
    left out. Raises VocabularyError.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise VocabularyError(path, None, None, f"the file is missing{_RESTORE}") from None
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} is not UTF-8; save the file as “CSV UTF-8”"
        raise VocabularyError(path, None, None, problem) from None
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    columns = tuple(next(lines, []))
    if not any(columns):
        raise VocabularyError(path, None, None, f"the file has no heading in row 1{_RESTORE}")
    rows: list[tuple[int, dict[str, str]]] = []
    for number, cells in enumerate(lines, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns):
            problem = f"{len(cells)} cells for {len(columns)} columns; put text with commas in quotes"
            raise VocabularyError(path, number, None, problem)
        rows.append((number, {c: cell.strip() for c, cell in zip(columns, cells, strict=False) if cell.strip()}))
    return columns, tuple(rows)


def _rows(path: Path, row_type: type[Any]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a file whose columns are all fields of `row_type`."""
    columns, rows = read_cells(path)
    fields = get_type_hints(row_type)
    for column in columns:
        if column not in fields:
            known = ", ".join(fields)
            raise VocabularyError(path, 1, column, f"unknown column; the columns are {known}")
    yield from rows


def _validator(row_type: type[Row]) -> Callable[[Path, int, dict[str, str]], Row]:
    from pydantic import TypeAdapter, ValidationError

    adapter = TypeAdapter(row_type)

    def validate(path: Path, number: int, cells: dict[str, str]) -> Row:
        try:
            return adapter.validate_python(cells)
        except ValidationError as error:
            first = error.errors()[0]
            column = str(first["loc"][0]) if first["loc"] else None
            shown = cells.get(column or "", "")
            problem = f"{first['msg']}" + (f" (the cell holds {shown!r})" if shown else "")
            raise VocabularyError(path, number, column, problem) from None

    return validate
