"""The tables and views of the next file as they are created in it, with what the dictionary says as their comments.

What rows tables get, and when the file is published, is publishing.py's matter.
"""

from typing import TYPE_CHECKING

from pipelines.warehouse.building import check_columns
from pipelines.warehouse.catalogue import Catalogue, TableSpec
from pipelines.warehouse.contract import hold_to_contract, violations
from pipelines.warehouse.duck import identifier, literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: The name under which the file that is being written is attached.
NEXT = "next"


def create_table(connection: "DuckDBPyConnection", spec: TableSpec) -> None:
    """Create a table of the next file, without rows."""
    required = spec.table.required()
    columns = [
        f"{identifier(name)} {column.type}{' NOT NULL' if name in required else ''}"
        for name, column in spec.columns.items()
    ]
    connection.execute(f"CREATE TABLE {NEXT}.{identifier(spec.name)} ({', '.join(columns)})")
    _comment(connection, spec)


def create_views(connection: "DuckDBPyConnection", catalogue: Catalogue) -> None:
    """Create the views of the next file, whose tables are filled, and hold them against the dictionary.

    Raises TableError where a view cannot be computed or has other columns than its entry says, ContractError where
    its rows break a promise.
    """
    # Within the file, the names of its own tables are found; outside they would be those of the build folder.
    connection.execute(f"USE {NEXT}")
    try:
        for spec in catalogue.views:
            _create_view(connection, spec)
        broken = violations(connection, catalogue.views, catalogue.published)
    finally:
        connection.execute("USE memory")
    hold_to_contract(broken)


def _create_view(connection: "DuckDBPyConnection", spec: TableSpec) -> None:
    view = identifier(spec.name)
    columns = ", ".join(identifier(name) for name in spec.columns)
    check_columns(connection, spec, f"({spec.sql}\n)")
    connection.execute(f"CREATE VIEW {view} AS SELECT {columns} FROM ({spec.sql}\n)")
    _comment(connection, spec)


def _comment(connection: "DuckDBPyConnection", spec: TableSpec) -> None:
    """Leave the words of the dictionary in the file."""
    name = f"{NEXT}.{identifier(spec.name)}"
    connection.execute(f"COMMENT ON {'VIEW' if spec.is_view else 'TABLE'} {name} IS {literal(spec.description)}")
    for column, entry in spec.columns.items():
        told = entry.description + (f" Unit: {entry.unit}." if entry.unit else "")
        connection.execute(f"COMMENT ON COLUMN {name}.{identifier(column)} IS {literal(told)}")
