"""What the rows of an answer look like: CSV and JSON for programs, a table or records for people.

A table is never wider than it may be. Long texts go on in the next line; where the columns do not fit side by side at
all, each row becomes a record, one column a line. Nothing is asked of a warehouse here.
"""

import csv
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

#: What a table may take where nobody says how wide the screen is.
WIDTH = 120
_NULL = "NULL"
_GAP = 2
#: Texts are wrapped, but to no less than this, and words are split where they are longer still.
_LEAST_TEXT = 16
_LONGEST_WORD = 32
#: A table is for reading: what is longer is cut, and the last line says so.
_MOST_ROWS = 1000
_MOST_CHARACTERS = 600
#: Digits of whole numbers stand in groups of three from here on.
_GROUPED = 10_000


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows with the names of their columns, as DuckDB gave them."""

    names: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def as_csv(answer: Answer) -> str:
    """A heading and a line a row; null is nothing between two commas."""
    buffer = StringIO()
    lines = ([_text(cell) for cell in row] for row in answer.rows)
    csv.writer(buffer, lineterminator="\n").writerows([answer.names, *lines])
    return buffer.getvalue().rstrip("\n")


def as_json(answer: Answer) -> str:
    """A list of objects; decimals are numbers, whole ones exact."""
    shown = [{name: _json(cell) for name, cell in zip(answer.names, row, strict=True)} for row in answer.rows]
    return json.dumps(shown, ensure_ascii=False, indent=1)


def as_table(answer: Answer, width: int = WIDTH, colour: bool = False) -> str:
    """A table that is at most so many characters wide, or records where its columns are too many; then the count."""
    from rich.console import Console

    shown = answer.rows[:_MOST_ROWS]
    cells = [[_readable(name, cell) for name, cell in zip(answer.names, row, strict=True)] for row in shown]
    buffer = StringIO()
    console = Console(
        file=buffer, width=width, force_terminal=colour, no_color=not colour, highlight=False, emoji=False, markup=False
    )
    if _least_width(answer, cells) <= width:
        console.print(_grid(answer, cells))
    else:
        _print_records(console, answer, cells)
    lines = [line.rstrip() for line in buffer.getvalue().rstrip("\n").splitlines()]
    return "\n".join([*lines, _count(answer)])


def _grid(answer: Answer, cells: Sequence[Sequence[str]]) -> "RenderableType":
    """Columns side by side, numbers to the right."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for at, name in enumerate(answer.names):
        rigid = not _is_text(answer, at)
        table.add_column(
            name,
            justify="right" if _is_number(answer, at) else "left",
            no_wrap=rigid,
            min_width=_least(answer, cells, at),
            overflow="fold",
        )
    for row in cells:
        table.add_row(*(_styled(cell) for cell in row))
    return table


def _print_records(console: "Console", answer: Answer, cells: Sequence[Sequence[str]]) -> None:
    """One row below the other: the names of the columns, beside them the values."""
    from rich.table import Table

    widest = max(len(name) for name in answer.names)
    for number, row in enumerate(cells, start=1):
        console.print(f"── {number} ".ljust(min(console.width, widest + _GAP + _LEAST_TEXT), "─"), style="bold")
        record = Table.grid(padding=(0, _GAP))
        record.add_column(no_wrap=True, style="bold", min_width=widest)
        record.add_column(overflow="fold")
        for name, cell in zip(answer.names, row, strict=True):
            record.add_row(name, _styled(cell))
        console.print(record)


def _styled(cell: str) -> "RenderableType":
    from rich.text import Text

    return Text(cell, style="dim" if cell == _NULL else "")


def _count(answer: Answer) -> str:
    """The number of rows, and what of them the table does not show."""
    rows = len(answer.rows)
    told = f"{rows} row{'' if rows == 1 else 's'}"
    if rows > _MOST_ROWS:
        told += f", the first {_MOST_ROWS} shown; --format csv gives all"
    longer = sum(len(_line(_text(cell))) > _MOST_CHARACTERS for row in answer.rows[:_MOST_ROWS] for cell in row)
    if longer:
        told += f", {longer} long value{'' if longer == 1 else 's'} cut; --format json gives them whole"
    return f"({told})"


def _least_width(answer: Answer, cells: Sequence[Sequence[str]]) -> int:
    """What the columns take side by side with their texts wrapped as far as may be."""
    columns = range(len(answer.names))
    return sum(_least(answer, cells, at) for at in columns) + _GAP * (len(answer.names) - 1)


def _least(answer: Answer, cells: Sequence[Sequence[str]], at: int) -> int:
    from rich.cells import cell_len

    widest = max((cell_len(row[at]) for row in cells), default=0)
    if _is_text(answer, at):
        longest = max((cell_len(word) for row in cells for word in row[at].split()), default=0)
        widest = min(widest, max(_LEAST_TEXT, min(longest, _LONGEST_WORD)))
    return max(widest, len(answer.names[at]))


def _is_number(answer: Answer, at: int) -> bool:
    return all(isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool) for cell in _told(answer, at))


def _is_text(answer: Answer, at: int) -> bool:
    return any(isinstance(cell, (str, list, tuple, dict, bytes)) for cell in _told(answer, at))


def _told(answer: Answer, at: int) -> Iterable[Any]:
    return (row[at] for row in answer.rows[:_MOST_ROWS] if row[at] is not None)


def _readable(name: str, cell: Any) -> str:
    """A value as a person reads it: null named, digits in groups, a text in one line, of a readable length."""
    if cell is None:
        return _NULL
    # Surrogate keys are names that happen to be numbers.
    if isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool) and not name.endswith("_sk"):
        return _grouped(_text(cell), not -_GROUPED < cell < _GROUPED)
    text = _line(_text(cell))
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"


def _grouped(digits: str, is_long: bool) -> str:
    """1960000000 as 1 960 000 000; the fraction stays as it is."""
    whole, point, fraction = digits.partition(".")
    if not is_long or not whole.lstrip("-").isdigit():
        return digits
    return f"{int(whole):,}".replace(",", " ") + point + fraction


def _line(text: str) -> str:
    return " ".join(text.split())


def _text(cell: Any) -> str:
    """A value as CSV has it: decimals without trailing zeros and never with an exponent."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        text = f"{cell:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, (list, dict, tuple)):
        return json.dumps(_json(cell), ensure_ascii=False)
    if isinstance(cell, bytes):
        return cell.hex()
    return str(cell)


def _json(cell: Any) -> Any:
    """A value as JSON has it, which knows neither infinity nor what is no number: they are null."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else None
    if isinstance(cell, bytes):
        return cell.hex()
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    if isinstance(cell, dict):
        return {str(name): _json(value) for name, value in cell.items()}
    if isinstance(cell, (list, tuple)):
        return [_json(value) for value in cell]
    return cell if isinstance(cell, (str, int, bool, type(None))) else str(cell)
