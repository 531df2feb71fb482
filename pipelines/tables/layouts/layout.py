"""How a sheet is laid out, as a small value that a person can read, correct and keep as YAML.

A layout says where things are and what adds up to what; it holds no figure and no meaning. It is guessed from a
sheet (guess.py) or read from a file (layout_file.py), and observations.py needs nothing else beside the sheet.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, PlainSerializer

from pipelines.tables.layouts.identities import Identity, identity_of_columns
from pipelines.tables.sheets.grid import column_letters, column_number

NumberStyle = Literal["vietnamese", "english"]
Absence = Literal["zero", "missing"]

# --- rows, columns and identities as people write them --------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rows:
    """A set of rows as sorted ranges: "10-24" or "10, 15, 18-22". A hundred thousand rows are one range."""

    ranges: tuple[tuple[int, int], ...] = ()

    def __iter__(self) -> Iterator[int]:
        for first, last in self.ranges:
            yield from range(first, last + 1)

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and any(first <= row <= last for first, last in self.ranges)

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self.ranges)

    def __str__(self) -> str:
        return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in self.ranges)

    @property
    def first(self) -> int:
        """The first row."""
        return self.ranges[0][0]

    @property
    def last(self) -> int:
        """The last row."""
        return self.ranges[-1][1]


def rows_of(numbers: Iterable[int]) -> Rows:
    """The rows with these numbers."""
    ranges: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1] = ranges[-1][0], number
        else:
            ranges.append((number, number))
    return Rows(tuple(ranges))


_RANGE = re.compile(r"\s*(\d{1,7})\s*(?:-\s*(\d{1,7}))?\s*")


def _parse_rows(given: Any) -> Any:
    if isinstance(given, Rows):
        return given
    if isinstance(given, int) and not isinstance(given, bool):
        return rows_of([given])
    if not isinstance(given, str):
        raise ValueError('rows are written as "10-24" or "10, 15, 18-22"')
    ranges = []
    for part in filter(str.strip, given.split(",")):
        match = _RANGE.fullmatch(part)
        first = int(match[1]) if match else 0
        last = int(match[2] or match[1]) if match else 0
        if not 1 <= first <= last <= 1_048_576:
            raise ValueError(f'{part.strip()!r} is no range of rows; write "10-24" or "10, 15, 18-22"')
        ranges.append((first, last))
    ranges.sort()
    if any(before[1] >= after[0] for before, after in pairwise(ranges)):
        raise ValueError(f"{given!r} names a row twice")
    return Rows(tuple(ranges))


def _write_rows(rows: Rows) -> int | str:
    return rows.first if len(rows) == 1 else str(rows)


def _parse_column(given: Any) -> Any:
    if isinstance(given, str) and re.fullmatch(r"[A-Za-z]{1,3}", given.strip()):
        return column_number(given.strip())
    if isinstance(given, int) and not isinstance(given, bool) and 1 <= given <= 16_384:
        return given
    raise ValueError(f"{given!r} is no column; write its letters, such as C or AB")


RowSet = Annotated[Rows, BeforeValidator(_parse_rows), PlainSerializer(_write_rows)]
Column = Annotated[int, BeforeValidator(_parse_column), PlainSerializer(column_letters)]


def _parse_identity(given: Any) -> Any:
    if isinstance(given, Identity):
        return given
    found = identity_of_columns(str(given))
    if found is None:
        raise ValueError(f'{given!r} is no identity; write "F = E / C * 100" or "F = C + D - E"')
    return found


RowIdentity = Annotated[Identity, BeforeValidator(_parse_identity), PlainSerializer(str)]

# --- the layout -----------------------------------------------------------------------------------------

_STRICT = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class TableLayout:
    """One table of a sheet. Rows are numbers, columns letters; every field but `data` and `values` may be left out.

    `header` are the rows with column headings, `title` rows around the table whose words hold for all of it,
    `labels` the columns that name a row, `ordinal` the column that counts rows (STT). `unit` is the unit line as
    printed, `units` the unit of single columns. `skipped` are rows of `data` that are none (a header printed again),
    `sections` rows that only head others. `groups` tells which rows a row heads, `row_sums` and `column_sums` what
    adds up to what (a row or a column may be the sum of several sets), `row_subsets` and `column_subsets` what is
    only told "of which". `blank` and `dash` say what an empty cell and a dash stand for. `place` and `period` may be
    given where the sheet does not tell them.
    """

    __pydantic_config__ = _STRICT

    data: RowSet
    values: tuple[Column, ...]
    header: RowSet = field(default_factory=Rows)
    index_row: int | None = None
    title: RowSet = field(default_factory=Rows)
    notes: RowSet = field(default_factory=Rows)
    labels: tuple[Column, ...] = ()
    ordinal: Column | None = None
    unit_column: Column | None = None
    period_column: Column | None = None
    unit: str | None = None
    units: Mapping[Column, str] = field(default_factory=dict)
    skipped: RowSet = field(default_factory=Rows)
    sections: RowSet = field(default_factory=Rows)
    totals: RowSet = field(default_factory=Rows)
    groups: Mapping[int, RowSet] = field(default_factory=dict)
    row_sums: Mapping[int, tuple[RowSet, ...]] = field(default_factory=dict)
    row_subsets: Mapping[int, RowSet] = field(default_factory=dict)
    column_sums: Mapping[Column, tuple[tuple[Column, ...], ...]] = field(default_factory=dict)
    column_subsets: Mapping[Column, tuple[Column, ...]] = field(default_factory=dict)
    identities: tuple[RowIdentity, ...] = ()
    numbers: NumberStyle = "vietnamese"
    blank: Absence = "missing"
    dash: Absence = "zero"
    place: str | None = None
    period: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables of one sheet, in their order."""

    __pydantic_config__ = _STRICT

    sheet: str
    tables: tuple[TableLayout, ...] = ()
