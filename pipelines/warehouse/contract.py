"""What tables.yml promises, checked by query: keys are unique, required columns filled, references and codes known.

Every promise of every table is checked before publishing; none is left to a constraint of the database, which
would cost an index for each. What figures say of each other is no matter of this module.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipelines.warehouse.catalogue import TableSpec
from pipelines.warehouse.dictionary import Table
from pipelines.warehouse.duck import identifier, literal
from pipelines.warehouse.errors import ContractError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: So many broken promises, and keys of rows that stop publishing, are told.
_SHOWN = 5
Rule = Literal["key", "required", "references", "codes"]


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing that tables.yml promises of a table. `query` gives how many rows break it, and one of their values."""

    table: str
    rule: Rule
    columns: tuple[str, ...]
    query: str


@dataclass(frozen=True, slots=True)
class Violation:
    """A promise that so many rows break; `example` is one of their values."""

    promise: Promise
    rows: int
    example: str

    def __str__(self) -> str:
        """Say it in a line."""
        told = {
            "key": "key stands more than once",
            "required": "is null",
            "references": "points to no row",
            "codes": "is no code of its list",
        }[self.promise.rule]
        where = f"{self.promise.table}.{', '.join(self.promise.columns)}"
        return f"{where} {told} in {self.rows} rows" + (f", for one {self.example}" if self.example else "")


def promises(spec: TableSpec, tables: dict[str, Table]) -> Iterator[Promise]:
    """All that the dictionary promises of a table."""
    name, table = spec.name, spec.table
    key = ", ".join(identifier(column) for column in table.key)
    grouped = f"SELECT concat_ws(' ', {key}) AS example FROM {identifier(name)} GROUP BY {key} HAVING count(*) > 1"
    yield Promise(name, "key", table.key, f"SELECT count(*), min(example) FROM ({grouped})")
    for column in table.required():
        query = f"SELECT count(*), NULL::VARCHAR FROM {identifier(name)} WHERE {identifier(column)} IS NULL"
        yield Promise(name, "required", (column,), query)
    for column, entry in table.columns.items():
        if entry.references is not None:
            target = identifier(tables[entry.references].key[0])
            known = f"SELECT {target} AS known FROM {identifier(entry.references)}"
            yield Promise(name, "references", (column,), _orphans(name, column, known))
        if entry.codes is not None:
            known = f"SELECT code AS known FROM code_list WHERE list_id = {literal(entry.codes)}"
            yield Promise(name, "codes", (column,), _orphans(name, column, known))


def violations(
    connection: "DuckDBPyConnection", specs: Iterable[TableSpec], others: Iterable[TableSpec] = ()
) -> list[Violation]:
    """The promises that the tables, which the connection sees by their names, do not keep.

    `others` are kept already, and may be referred to.
    """
    specs = list(specs)
    tables = {spec.name: spec.table for spec in (*specs, *others)}
    found = []
    for spec in specs:
        made = list(promises(spec, tables))
        # One statement a table: planning each promise by itself takes longer than checking it.
        numbered = (f"SELECT {number}, * FROM ({promise.query})" for number, promise in enumerate(made))
        for number, rows, example in connection.execute(" UNION ALL ".join(numbered)).fetchall():
            if rows:
                found.append(Violation(made[number], int(rows), str(example or "")))
    return found


def hold_to_contract(broken: Sequence[Violation]) -> None:
    """Raise ContractError where promises are broken."""
    if broken:
        told = "; ".join(str(violation) for violation in broken[:_SHOWN])
        raise ContractError(f"{len(broken)} promises of tables.yml are broken: {told}")


def blocking(connection: "DuckDBPyConnection", specs: Iterable[TableSpec]) -> list[str]:
    """What stops publishing by the rows of a table (`blocks` of the dictionary), a line a table with its first keys."""
    told = []
    for spec in specs:
        if spec.table.blocks is not None:
            key = ", ".join(identifier(column) for column in spec.table.key)
            query = f"SELECT concat_ws('.', {key}) FROM {identifier(spec.name)} WHERE {spec.table.blocks} ORDER BY ALL"
            rows = [str(row[0]) for row in connection.execute(query).fetchall()]
            if rows:
                more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
                told.append(f"{spec.name}: {', '.join(rows[:_SHOWN])}{more}")
    return told


def _orphans(table: str, column: str, known: str) -> str:
    value = identifier(column)
    return (
        f"SELECT count(*), min({value})::VARCHAR FROM {identifier(table)} ANTI JOIN ({known}) AS known "
        f"ON {value} = known.known WHERE {value} IS NOT NULL"
    )
