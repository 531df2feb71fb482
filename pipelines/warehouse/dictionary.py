"""sql/tables.yml, the dictionary: for every table its grain, key and columns with type, unit and meaning.

Comments in the database, the checks of keys and references, docs/dictionary.md and what the UI shows all come from
it. How a table is computed is in its .sql file; in what order, in catalogue.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from pipelines.warehouse.errors import DictionaryError

_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its DuckDB type, what it means, and what must be true of it.

    `unit` is what a figure counts; `references` the table whose key the column holds; `codes` the list of
    code_list that its values come from; a `required` column is never null.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    type: str
    description: str
    unit: str | None = None
    references: str | None = None
    codes: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what one row of it stands for (`grain`), what identifies the row (`key`), its columns in order.

    `made_by` names the room of pipelines/ whose Python fills a table that has no .sql file, `reads` the tables that
    it reads, `inputs` what else it depends on (paths from sql/), and `group` where the UI shows it; of a table with a
    .sql file all four follow from the file. An `internal` table is a step on the way to others and is not published.
    `blocks` is a condition on its rows: while one fulfils it, nothing is published.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    grain: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    description: str = ""
    group: str | None = None
    made_by: str | None = None
    reads: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    internal: bool = False
    blocks: str | None = None

    def required(self) -> tuple[str, ...]:
        """The columns that are never null: those said to be, and the key."""
        return tuple(name for name, column in self.columns.items() if column.required or name in self.key)


def read_dictionary(path: Path) -> dict[str, Table]:
    """The tables of the dictionary by name, in the order of the file. Raises DictionaryError."""
    try:
        tables = TypeAdapter(dict[str, Table]).validate_python(_load(path))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part not in ("dict", "mapping"))
        raise DictionaryError(f"{path.name}: {where}: {first['msg']}") from None
    for name, table in tables.items():
        for column in table.key:
            if column not in table.columns:
                raise DictionaryError(f"{path.name}: {name}: the key names {column}, which is no column of it")
        for column, entry in table.columns.items():
            _check_reference(path, tables, f"{name}.{column}", entry)
    return tables


def _check_reference(path: Path, tables: Mapping[str, Table], where: str, column: Column) -> None:
    if column.references is None:
        return
    target = tables.get(column.references)
    if target is None or len(target.key) != 1:
        raise DictionaryError(f"{path.name}: {where} references {column.references}, no table with a key of one column")
    key = target.columns[target.key[0]]
    if key.type != column.type:
        raise DictionaryError(f"{path.name}: {where} is {column.type}, the key of {column.references} is {key.type}")


def _load(path: Path) -> Any:
    """The file as plain values; a key that stands twice in a mapping is an error, not a silent loss."""
    import yaml

    base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
            keys = [key.value for key, _ in node.value]
            twice = sorted({str(key) for key in keys if keys.count(key) > 1})
            if twice:
                line = node.start_mark.line + 1
                raise DictionaryError(f"{path.name}, line {line}: {', '.join(twice)} stands twice")
            mapping: dict[Any, Any] = super().construct_mapping(node, deep)
            return mapping

    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader)
    except FileNotFoundError:
        raise DictionaryError(f"{path} is missing; restore it from version control") from None
    except yaml.YAMLError as error:
        raise DictionaryError(f"{path.name}: {error}") from None
