"""The suites of expectations/suites/ as light values: what is expected of each table, how grave it is, and why.

The files are Great Expectations' own JSON, one a table; a .sql file of the same name beside it says what the columns
are over which the expectations are judged, where they are not those of the table itself. Judging is expecting.py;
nothing here imports great_expectations, so that whoever only lists the checks does not wait for it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from pipelines.quality.records import EXPECTATIONS
from pipelines.quality.verdicts import Severity
from pipelines.vocabulary.units import unit_rows
from pipelines.warehouse.dictionary import Table, read_dictionary
from pipelines.warehouse.errors import WarehouseError
from pipelines.warehouse.settings import CHECKOUT

SUITES = EXPECTATIONS / "suites"
#: Expectations of the columns that a table has, not of its rows.
OF_COLUMNS = frozenset({
    "expect_column_to_exist", "expect_table_columns_to_match_set", "expect_table_columns_to_match_ordered_list",
    "expect_table_column_count_to_equal", "expect_table_column_count_to_be_between",
})  # fmt: skip
#: Arguments that name columns of the frame.
_COLUMN_ARGUMENTS = ("column", "column_A", "column_B", "column_list")
#: Great Expectations' own way to name a value that is known when a suite is judged; here it is known when one is read.
_PARAMETER, _UNITS = "$PARAMETER", "_units"
_CHECK_NAME = re.compile(r"[a-z][a-z0-9_]*")
_STRICT = ConfigDict(extra="forbid")


class SuiteError(WarehouseError):
    """A suite cannot be used; the message names the file, the entry and what to do."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation: its name in its suite, Great Expectations' type and arguments, and words for people.

    `description` says what must be true, `reason` why, or what to do where it is not.
    """

    name: str
    type: str
    severity: Severity
    description: str
    reason: str
    kwargs: Mapping[str, Any]

    def columns(self) -> set[str]:
        """The columns that the frame needs for it; none for what is expected of the table's columns themselves."""
        if self.type in OF_COLUMNS:
            return set()
        named: set[str] = set()
        for argument in _COLUMN_ARGUMENTS:
            value = self.kwargs.get(argument, ())
            named.update([value] if isinstance(value, str) else value)
        return named | _columns_of_condition(self.kwargs.get("row_condition"))


def _columns_of_condition(condition: Any) -> set[str]:
    """The columns that a condition names: {"column": {"name": …}} at any depth."""
    if isinstance(condition, list):
        return set().union(*(_columns_of_condition(one) for one in condition))
    if not isinstance(condition, dict):
        return set()
    column = condition.get("column")
    own = {str(column["name"])} if isinstance(column, dict) and "name" in column else set()
    return own.union(*(_columns_of_condition(one) for name, one in condition.items() if name != "column"))


@dataclass(frozen=True, slots=True)
class Suite:
    """What is expected of one table. `query` gives the frame that is judged; null: the named columns of the table."""

    name: str
    table: str
    path: Path
    expectations: tuple[Expectation, ...]
    query: str | None = None
    key: tuple[str, ...] = ()

    def columns(self) -> tuple[str, ...]:
        """The columns of the frame that the expectations need, and the key of the table, sorted."""
        named = set(self.key).union(*(expectation.columns() for expectation in self.expectations))
        return tuple(sorted(named))


@dataclass(frozen=True, slots=True)
class _Meta:
    """What Great Expectations keeps for us: the name of the check, and why it is there."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """An expectation as the file has it."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    type: str
    severity: Severity
    notes: str
    meta: _Meta
    kwargs: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _File:
    """A suite as the file has it."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    name: str
    expectations: tuple[_Entry, ...]
    notes: str
    meta: dict[str, Any] = field(default_factory=dict)


def read_suites(folder: Path = SUITES, sql: Path = CHECKOUT / "sql") -> tuple[Suite, ...]:
    """The suites of a folder by the names of their tables, held against the dictionary of `sql`.

    Raises SuiteError where a file or an entry cannot be used: unknown keys, tables, columns, severities, checks that
    share a name. Whether Great Expectations knows a type is asked when a suite is judged.
    """
    tables = read_dictionary(sql / "tables.yml")
    return tuple(_suite(path, tables) for path in sorted(folder.glob("*.json")))


def _suite(path: Path, tables: Mapping[str, Table]) -> Suite:
    try:
        told = TypeAdapter(_File).validate_json(path.read_bytes())
    except ValidationError as error:
        raise SuiteError(_in_words(path, error)) from None
    table = tables.get(told.name)
    if told.name != path.stem or table is None:
        known = "no table of sql/tables.yml" if table is None else f"not the name of the file, {path.stem}"
        raise SuiteError(f"{path.name}: name: {told.name!r} is {known}; a suite has the name of its table")
    query_file = path.with_suffix(".sql")
    query = query_file.read_text(encoding="utf-8") if query_file.exists() else None
    entries = tuple(_expectation(path, number, entry) for number, entry in enumerate(told.expectations, start=1))
    suite = Suite(told.name, told.name, path, entries, query, table.key)
    _check_names(suite)
    _check_columns(suite, table)
    return suite


def _expectation(path: Path, number: int, entry: _Entry) -> Expectation:
    meta = entry.meta
    for what, text in (("notes", entry.notes), ("meta.reason", meta.reason)):
        if not text.strip():
            raise SuiteError(f"{path.name}: expectation {number} ({meta.check}): {what} is empty; say it in a sentence")
    if not _CHECK_NAME.fullmatch(meta.check):
        raise SuiteError(f"{path.name}: expectation {number}: meta.check {meta.check!r} is no name such as key_unique")
    arguments = {name: _filled(path, meta.check, value) for name, value in entry.kwargs.items()}
    return Expectation(meta.check, entry.type, entry.severity, entry.notes, meta.reason, arguments)


def _filled(path: Path, check: str, value: Any) -> Any:
    """An argument; {"$PARAMETER": "money_units"} is the units of that kind, a new one of units.csv among them."""
    if not (isinstance(value, dict) and _PARAMETER in value):
        return value
    units: dict[str, list[str]] = {}
    for row in unit_rows():
        if row.unit is not None:
            units.setdefault(f"{row.kind}{_UNITS}", []).append(row.unit)
    if value[_PARAMETER] not in units:
        known = ", ".join(sorted(units))
        raise SuiteError(f"{path.name}: {check}: no parameter is called {value[_PARAMETER]!r}; there are {known}")
    return list(dict.fromkeys(units[value[_PARAMETER]]))


def _check_names(suite: Suite) -> None:
    names = [expectation.name for expectation in suite.expectations]
    if not names:
        raise SuiteError(f"{suite.path.name}: expectations: there are none; remove the file or expect something")
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SuiteError(f"{suite.path.name}: meta.check {', '.join(twice)} stands twice; give each its own name")


def _check_columns(suite: Suite, table: Table) -> None:
    known = set(table.columns) if suite.query is None else set(_columns_of_query(suite))
    for number, expectation in enumerate(suite.expectations, start=1):
        unknown = sorted(expectation.columns() - known)
        if expectation.type in OF_COLUMNS:
            unknown = sorted(set(_table_columns(expectation)) - set(table.columns))
        if unknown:
            where = suite.path.with_suffix(".sql").name if suite.query else f"table {suite.table}"
            raise SuiteError(
                f"{suite.path.name}: expectation {number} ({expectation.name}): {', '.join(unknown)} is no column of "
                f"{where}; there are {', '.join(sorted(known))}"
            )
    if suite.query is not None and not set(suite.key) <= known:
        raise SuiteError(f"{suite.path.with_suffix('.sql').name}: the key {', '.join(suite.key)} is not selected")


def _table_columns(expectation: Expectation) -> Iterator[str]:
    for argument in ("column", "column_set", "column_list"):
        value = expectation.kwargs.get(argument, ())
        yield from [value] if isinstance(value, str) else value


def _columns_of_query(suite: Suite) -> list[str]:
    """The names of the columns that a suite's own query gives."""
    from sqlglot import exp, parse_one
    from sqlglot.errors import SqlglotError

    file = suite.path.with_suffix(".sql").name
    try:
        query = parse_one(suite.query or "", read="duckdb")
    except SqlglotError as error:
        raise SuiteError(f"{file}: {error}") from None
    if not isinstance(query, exp.Query) or query.is_star:
        raise SuiteError(f"{file}: it must be one SELECT that names its columns")
    return query.named_selects


def _in_words(path: Path, error: ValidationError) -> str:
    """Where a file is not as it must be: the entry, its field, what is wrong."""
    first = error.errors()[0]
    place = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in first["loc"])
    shown = "" if first["type"] == "missing" else f" (it holds {str(first['input'])[:60]!r})"
    return f"{path.name}: {place or 'the file'}: {first['msg']}{shown}"
