"""The tables of the warehouse in the order of their making: one entry of the dictionary and one .sql file each.

Nothing runs here. What a table reads is found by parsing its statement, so a new table is a file and its entry in
sql/tables.yml, and no list of tables is kept in Python.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from graphlib import CycleError, TopologicalSorter
from hashlib import sha256
from pathlib import Path

from pipelines.warehouse.dictionary import Column, Table, read_dictionary
from pipelines.warehouse.errors import DictionaryError

#: The folder whose files are views: statements that the published file keeps, with no rows of their own.
VIEWS = "views"
#: The folders of sql/ whose files are tables or views, each a group of the UI.
GROUPS = ("staging", "dimensions", "facts", "relations", "marts", VIEWS)
#: What a statement may read besides tables: the shards, and every vocabulary file by its name.
SOURCE_PREFIXES = ("shard_", "vocabulary_")
#: The made_by of tables that publishing itself fills: no file of var/build holds them.
PUBLISHING = "publishing"


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table to be made: its dictionary entry, its statement or the room that fills it, and what it reads.

    `upstream` are tables, `sources` what comes from outside of sql/ (shards, vocabularies).
    """

    name: str
    group: str
    table: Table
    path: Path | None = None
    sql: str | None = None
    upstream: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def is_published(self) -> bool:
        """Whether the published file holds it: not what is staged, nor what the dictionary calls internal."""
        return self.group != "staging" and not self.table.internal

    @property
    def is_view(self) -> bool:
        """Whether it is a statement over other tables of the published file, computed when it is asked."""
        return self.group == VIEWS

    @property
    def is_built(self) -> bool:
        """Whether it has rows before publishing; publishing itself makes the others."""
        return not self.is_view and self.table.made_by != PUBLISHING

    @property
    def grain(self) -> str:
        """What one row stands for."""
        return self.table.grain

    @property
    def description(self) -> str:
        """The grain, and what else there is to know."""
        return f"{self.table.grain}\n\n{self.table.description}".strip()

    @property
    def columns(self) -> Mapping[str, Column]:
        """The columns in their order."""
        return self.table.columns


class Catalogue:
    """All tables, in an order in which each comes after what it reads."""

    def __init__(self, sql: Path) -> None:
        """Read the folder sql/ of a project. Raises DictionaryError where files and dictionary disagree."""
        specs = {spec.name: spec for spec in _specs(sql)}
        for spec in specs.values():
            for name in spec.upstream:
                if name not in specs:
                    raise DictionaryError(f"{spec.name} reads {name}, which is no table of {sql.name}/ and no source")
            if spec.is_view:
                _check_view(spec, specs)
        try:
            order = TopologicalSorter({name: spec.upstream for name, spec in specs.items()}).static_order()
            self.tables: tuple[TableSpec, ...] = tuple(specs[name] for name in _stable(order, specs))
        except CycleError as error:
            raise DictionaryError(f"these tables read each other: {' > '.join(error.args[1])}") from None

    @cached_property
    def by_name(self) -> Mapping[str, TableSpec]:
        """The tables by name."""
        return {spec.name: spec for spec in self.tables}

    @cached_property
    def published(self) -> tuple[TableSpec, ...]:
        """The tables of the published file: all but those that only others read."""
        return tuple(spec for spec in self.tables if spec.is_published)

    @cached_property
    def built(self) -> tuple[TableSpec, ...]:
        """The tables that are built before publishing; the others publishing makes."""
        return tuple(spec for spec in self.tables if spec.is_built)

    @cached_property
    def views(self) -> tuple[TableSpec, ...]:
        """The views of the published file, each after those that it reads."""
        return tuple(spec for spec in self.tables if spec.is_view)

    def with_upstream(self, names: Iterable[str]) -> tuple[TableSpec, ...]:
        """These tables and all that they read, directly or not, in order."""
        wanted: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in wanted:
                wanted.add(name)
                waiting += self.by_name[name].upstream
        return tuple(spec for spec in self.tables if spec.name in wanted)


def tables(sql: Path) -> tuple[TableSpec, ...]:
    """The tables of a folder sql/, each after what it reads."""
    return Catalogue(sql).tables


def _stable(order: Iterable[str], specs: Mapping[str, TableSpec]) -> list[str]:
    """A topological order that depends on the names alone: by depth, then by group and name."""
    depth: dict[str, int] = {}
    for name in order:
        depth[name] = 1 + max((depth[upstream] for upstream in specs[name].upstream), default=-1)
    return sorted(depth, key=lambda name: (depth[name], specs[name].group, name))


def _specs(sql: Path) -> Iterable[TableSpec]:
    dictionary = read_dictionary(sql / "tables.yml")
    files = {path.stem: path for group in GROUPS for path in sorted((sql / group).glob("*.sql"))}
    for name in sorted(files.keys() - dictionary.keys()):
        raise DictionaryError(f"{files[name].name} has no entry in tables.yml; write its grain, key and columns there")
    for name, table in dictionary.items():
        if name in files:
            yield _from_file(files[name], table)
        elif table.made_by is None or table.group is None:
            raise DictionaryError(f"tables.yml: {name} has neither a .sql file nor both made_by and group")
        else:
            yield TableSpec(name, table.group, table, upstream=table.reads)


def _check_view(spec: TableSpec, specs: Mapping[str, TableSpec]) -> None:
    """Raise DictionaryError where a view reads what the published file does not hold."""
    for name in (*spec.sources, *spec.upstream):
        if name not in specs or not specs[name].is_published:
            raise DictionaryError(f"{spec.name} is a view and reads {name}, which the published file does not hold")


def _from_file(path: Path, table: Table) -> TableSpec:
    if table.made_by or table.reads or table.inputs or table.group:
        raise DictionaryError(f"tables.yml: {path.stem} has a .sql file; drop made_by, reads, inputs and group")
    sql = path.read_text(encoding="utf-8")
    names = tables_read(sql, path.name)
    sources = tuple(name for name in names if name.startswith(SOURCE_PREFIXES))
    upstream = tuple(name for name in names if name not in sources)
    return TableSpec(path.stem, path.parent.name, table, path, sql, upstream, sources)


@cache  # a project's statements are read by several rooms in a run, and parsing one takes some 10 ms
def tables_read(sql: str, file: str) -> tuple[str, ...]:
    """The tables and sources that one SELECT reads, sorted; not its own WITH names. Raises DictionaryError."""
    from sqlglot import exp, parse
    from sqlglot.errors import SqlglotError

    try:
        statements = [statement for statement in parse(sql, read="duckdb") if statement is not None]
    except SqlglotError as error:
        raise DictionaryError(f"{file}: {error}") from None
    if len(statements) != 1 or not isinstance(statements[0], exp.Query):
        raise DictionaryError(f"{file} holds {len(statements)} statements; a table is one SELECT")
    own = {part.alias for part in statements[0].find_all(exp.CTE)}
    names = {table.name for table in statements[0].find_all(exp.Table) if table.name}
    return tuple(sorted(names - own))


def digest(*parts: str) -> str:
    """A fingerprint of texts."""
    joined = sha256()
    for part in parts:
        data = part.encode()
        joined.update(len(data).to_bytes(8, "big") + data)
    return joined.hexdigest()[:32]
