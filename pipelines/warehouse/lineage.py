"""Which column is taken from which: read from the statements, for the tables that tell of the warehouse itself.

Only the statements are looked at, never rows, so this changes with sql/ alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from pipelines.warehouse.building import Builder
from pipelines.warehouse.catalogue import Catalogue, TableSpec
from pipelines.warehouse.shards import NAMES
from pipelines.warehouse.staging import schemas


class Edge(NamedTuple):
    """A column and one that it is taken from."""

    table_name: str
    column_name: str
    source_table: str
    source_column: str


def edges(catalogue: Catalogue) -> list[Edge]:
    """All edges between columns, sorted."""
    return sorted({edge for spec in catalogue.tables if spec.sql is not None for edge in edges_of(spec, catalogue)})


def edges_of(spec: TableSpec, catalogue: Catalogue) -> Iterator[Edge]:
    """The edges of one table that has a statement, some perhaps more than once."""
    columns = {
        name: {column: entry.type for column, entry in catalogue.by_name[name].columns.items()}
        for name in spec.upstream
    }
    for name in spec.sources:
        if name in NAMES:
            columns[name] = dict.fromkeys([*schemas()[NAMES[name]].names, "shard"], "VARCHAR")
        elif name == "shard_manifest":
            columns[name] = {"document": "VARCHAR", "shard": "VARCHAR"}
    assert spec.sql is not None
    read = tuple((name, tuple(types.items())) for name, types in columns.items())
    taken = _taken(spec.sql, read)
    for column in spec.columns:
        for source_table, source_column in taken[column]:
            yield Edge(spec.name, column, source_table, source_column)


@cache
def _taken(sql: str, read: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> Mapping[str, list[tuple[str, str]]]:
    """The columns, each with its table, that each column of a statement is taken from.

    `read` are the tables that it reads, each with its columns and their types.
    """
    from sqlglot import exp
    from sqlglot.lineage import lineage
    from sqlglot.optimizer.scope import build_scope

    columns: dict[str, object] = {name: dict(types) for name, types in read}
    query = _qualified(sql, columns)
    found: Mapping[str, Any] = lineage(
        None, query, columns, dialect="duckdb", scope=build_scope(query), trim_selects=False
    )
    return {
        name: [
            (node.source.name, node.name.rpartition(".")[2].strip('"'))
            for node in top.walk()
            if isinstance(node.expression, exp.Table) and not node.downstream
        ]
        for name, top in found.items()
    }


def _qualified(sql: str, columns: dict[str, object]) -> Any:
    """A statement with its stars spelled out, and unions by name as unions by position, which is all lineage knows."""
    from sqlglot import exp, parse_one
    from sqlglot.optimizer.qualify import qualify

    query = qualify(
        parse_one(sql, read="duckdb"), dialect="duckdb", schema=columns, validate_qualify_columns=False, identify=False
    )
    for union in reversed(list(query.find_all(exp.SetOperation))):
        if union.args.get("by_name"):
            names = list(dict.fromkeys((*union.this.named_selects, *union.expression.named_selects)))
            for select in _selects(union):
                own = {projection.alias_or_name: projection for projection in select.expressions}
                select.set("expressions", [own.get(name) or exp.alias_(exp.null(), name) for name in names])
            union.set("by_name", False)
    return query


def _selects(query: Any) -> Iterator[Any]:
    """The SELECTs of a union, however it is nested."""
    from sqlglot import exp

    if isinstance(query, exp.SetOperation):
        yield from _selects(query.this)
        yield from _selects(query.expression)
    else:
        yield query.unnest() if isinstance(query, exp.Subquery) else query


def builders(catalogue: Catalogue) -> Mapping[str, Builder]:
    """What fills the tables about the warehouse itself."""
    return {
        "meta_table": lambda _, spec: _arrow(spec, _table_rows(catalogue)),
        "meta_column": lambda _, spec: _arrow(spec, _column_rows(catalogue)),
        "meta_column_lineage": lambda _, spec: _arrow(spec, edges(catalogue)),
    }


def _table_rows(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for spec in catalogue.tables:
        yield spec.name, spec.group, spec.grain, spec.table.description or None, list(spec.table.key), spec.is_published


def _column_rows(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for spec in catalogue.tables:
        required = spec.table.required()
        for position, (name, column) in enumerate(spec.columns.items(), start=1):
            yield (
                spec.name, name, position, column.type, column.unit, column.description,
                column.references, column.codes, name in required,
            )  # fmt: skip


def _arrow(spec: TableSpec, rows: Iterable[tuple[object, ...]]) -> Any:
    import pyarrow as pa

    types = {"VARCHAR": pa.string(), "INTEGER": pa.int32(), "BOOLEAN": pa.bool_(), "VARCHAR[]": pa.list_(pa.string())}
    columns = list(zip(*rows, strict=True))
    arrays = [pa.array(cells, types[column.type]) for cells, column in zip(columns, spec.columns.values(), strict=True)]
    return pa.table(dict(zip(spec.columns, arrays, strict=True)))
