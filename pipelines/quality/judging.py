"""The queries of sql/relations/ over documents in memory: the same statements that the warehouse runs.

Here is only what they read and in what order they run; the arithmetic and the verdict are in SQL, where both ways
share them. What compares sources needs a warehouse and is left empty here.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.places.gazetteer import PlaceVersion, gazetteer
from pipelines.quality.norms import norms
from pipelines.warehouse.duck import identifier, memory
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.sources import provide
from pipelines.warehouse.staging import MEMBER, OBSERVATION, RELATION

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: The statements in the order of what they read; a test holds it against the catalogue.
STATEMENTS = (
    "dimensions/dim_norm",
    "relations/relation_figure",
    "relations/part_whole_slip",
    "relations/part_whole",
    "relations/subset",
    "relations/repeat",
    "relations/plan_ratio",
    "relations/change",
    "relations/share",
    "relations/stock_flow",
    "relations/formula",
    "relations/per_head_norm",
    "relations/per_head",
    "relations/relation_test",
    "facts/fact_relation",
    "facts/fact_relation_member",
)
_VOCABULARIES = ("vocabulary_units", "vocabulary_norms")
#: What only a warehouse can fill, with the columns that the statements read of it.
_ONLY_IN_WAREHOUSE = {
    "cross_source_pair": (
        "relation_id", "document", "first_id", "first_document", "other_id", "other_document", "shared", "differing",
    ),
    "cross_source": ("relation_id", "document", "test", "unit", "severity"),
    "per_head_peers": ("relation_id", "document", "test", "unit", "severity"),
}  # fmt: skip


@contextmanager
def judged(staged: Mapping[str, Any]) -> Iterator["DuckDBPyConnection"]:
    """A database in memory with the verdicts of staged documents (warehouse.staging.stage), closed at the end.

    It holds the staging tables of figures and relations, and every table of STATEMENTS by its bare name.
    """
    with memory() as connection:
        provide_reference(connection)
        for name in (OBSERVATION, RELATION, MEMBER):
            connection.register(f"{name}_rows", staged[name])
            # a table and no registered name, which would hide its namesake of another schema (what_if)
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM {name}_rows")
        provide_places(connection)
        leave_empty(connection)
        run(connection, STATEMENTS)
        yield connection


def leave_empty(connection: "DuckDBPyConnection") -> None:
    """Make the tables that compare sources, without rows."""
    for name, columns in _ONLY_IN_WAREHOUSE.items():
        nulls = ", ".join(f"CAST(NULL AS VARCHAR) AS {column}" for column in columns)
        connection.execute(f"CREATE TABLE {name} AS SELECT {nulls} LIMIT 0")


def run(connection: "DuckDBPyConnection", statements: Iterable[str]) -> None:
    """Make the table of each statement, in this order."""
    for statement in statements:
        name = statement.rpartition("/")[2]
        connection.execute(f"CREATE TABLE {identifier(name)} AS {_statement(statement)}")


def provide_reference(connection: "DuckDBPyConnection") -> None:
    """Let the statements read units and norms. Raises VocabularyError where a norm cannot be used."""
    norms()
    provide(connection, _VOCABULARIES, Settings.of())


def provide_places(connection: "DuckDBPyConnection") -> None:
    """Make dim_place of the places that figures speak of and of those that they lie in."""
    import pyarrow as pa

    query = f"SELECT DISTINCT place_level, place_code, place_valid_from FROM {OBSERVATION} WHERE place_code IS NOT NULL"
    versions: dict[PlaceVersion, PlaceVersion | None] = {}
    for level, code, valid_from in connection.execute(query).fetchall():
        known = gazetteer().by_code.get((level, code), ())
        version = next((one for one in known if one.valid_from == valid_from), None)
        while version is not None and version not in versions:
            parent = gazetteer().parent(version, version.valid_from)
            versions[version] = parent
            version = parent
    keys = {version: number for number, version in enumerate(versions)}
    rows = [
        (keys[version], version.level, version.code, version.valid_from, keys[parent] if parent else None)
        for version, parent in versions.items()
    ]
    schema = pa.schema([
        ("place_sk", pa.int64()), ("level", pa.int32()), ("code", pa.string()), ("valid_from", pa.date32()),
        ("parent_sk", pa.int64()),
    ])  # fmt: skip
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    connection.register("dim_place", pa.Table.from_arrays(arrays, schema=schema))


@cache
def _statement(name: str, folder: Path | None = None) -> str:
    return ((folder or Settings.of().sql) / f"{name}.sql").read_text(encoding="utf-8")
