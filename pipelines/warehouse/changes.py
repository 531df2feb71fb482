"""What a build changes against the one that it replaces: figures and findings that are new, gone, or read otherwise.

Only told, never judged: a difference stops nothing. Keys are hashes of business keys, so the same figure has the same
key in both files; what makes it up is compared as text, so that a column of an older file may be of another type, or
not there at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.warehouse.duck import identifier, literal
from pipelines.warehouse.published import Published

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: The table that holds them.
TABLE = "build_change"


@dataclass(frozen=True, slots=True)
class _Subject:
    """A table whose rows are compared: by what key, what tells a row to a person, and which columns make it up."""

    name: str
    table: str
    key: str
    told: str
    columns: tuple[str, ...]


_SUBJECTS = (
    _Subject(
        "observation",
        "fact_observation",
        "observation_id",
        "quote",
        (
            "value", "value_high", "comparator", "unit", "indicator", "population_group", "programme",
            "funding_source", "sex", "place", "place_code", "period", "time_basis", "status", "per", "repeat_of",
        ),
    ),
    _Subject(
        "finding",
        "fact_finding",
        "relation_id",
        "explanation_vi",
        ("kind", "test", "severity", "stated", "computed", "norm_id", "proposal_value", "proposal_unit", "is_accepted"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChangeCount:
    """How many rows of one subject were added, are gone, or changed."""

    subject: str
    added: int
    gone: int
    changed: int

    def __str__(self) -> str:
        """Say it in a few words."""
        return f"{self.added} added, {self.gone} gone, {self.changed} changed"


def fill_changes(connection: "DuckDBPyConnection", target: str, published: Published | None, path: Path) -> None:
    """Fill a table with what differs between the connection's tables and the published file; nothing at the first.

    Tables and columns that one of the two files lacks are left out.
    """
    if published is None:
        return
    connection.execute(f"ATTACH {literal(path)} AS published (READ_ONLY)")
    try:
        for subject in _SUBJECTS:
            new, old = (_columns(connection, subject.table, catalogue) for catalogue in ("memory", "published"))
            shared = [column for column in subject.columns if column in new and column in old]
            if {subject.key, subject.told, "document"} <= new & old:
                query = _difference(subject, shared, published.build.build_id)
                connection.execute(f"INSERT INTO {target} BY NAME {query}")
    finally:
        connection.execute("DETACH published")


def count_changes(connection: "DuckDBPyConnection") -> tuple[str, tuple[ChangeCount, ...]] | None:
    """What an opened warehouse says of its changes: since which build, and how many; None where it does not say.

    It does not where it is the first build, or was built before there was the table.
    """
    name = connection.execute("SELECT current_database()").fetchone()
    if name is None or not _columns(connection, TABLE, str(name[0])):
        return None
    rows = connection.execute(
        f"SELECT subject, count(*) FILTER (change = 'added'), count(*) FILTER (change = 'gone'), "
        f"count(*) FILTER (change = 'changed') FROM {TABLE} GROUP BY subject ORDER BY subject DESC"
    ).fetchall()
    earlier = connection.execute("SELECT build_id FROM build ORDER BY number DESC LIMIT 1 OFFSET 1").fetchone()
    if earlier is None:
        return None
    return str(earlier[0]), tuple(ChangeCount(*row) for row in rows)


def _columns(connection: "DuckDBPyConnection", table: str, catalogue: str) -> set[str]:
    rows = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND database_name = ?", [table, catalogue]
    ).fetchall()
    return {str(row[0]) for row in rows}


def _difference(subject: _Subject, columns: Iterable[str], since: str) -> str:
    """The query of what differs between `subject.table` here and in the published file."""
    pairs = [(column, _text(f"new.{identifier(column)}"), _text(f"old.{identifier(column)}")) for column in columns]

    def join(cells: Iterable[str]) -> str:
        return f"nullif(concat_ws('; ', {', '.join(['NULL', *cells])}), '')"

    def listed(side: int) -> str:
        return join(
            f"CASE WHEN {pair[1]} IS DISTINCT FROM {pair[2]} "
            f"THEN concat({literal(pair[0] + ': ')}, coalesce({pair[side]}, 'null')) END"
            for pair in pairs
        )

    key, table = identifier(subject.key), identifier(subject.table)
    return f"""
        SELECT
            {literal(since)} AS since_build,
            {literal(subject.name)} AS subject,
            coalesce(new.{key}, old.{key}) AS row_id,
            CASE WHEN old.{key} IS NULL THEN 'added' WHEN new.{key} IS NULL THEN 'gone' ELSE 'changed' END AS change,
            coalesce(new.document, old.document) AS document,
            coalesce(new.{identifier(subject.told)}, old.{identifier(subject.told)}) AS told,
            CASE WHEN new.{key} IS NOT NULL AND old.{key} IS NOT NULL THEN {listed(2)} END AS before,
            CASE WHEN new.{key} IS NOT NULL AND old.{key} IS NOT NULL THEN {listed(1)} END AS after
        FROM {table} AS new
        FULL JOIN published.{table} AS old ON new.{key} = old.{key}
        WHERE new.{key} IS NULL OR old.{key} IS NULL OR {listed(1)} IS NOT NULL
        ORDER BY row_id"""


def _text(cell: str) -> str:
    """A cell as text, a decimal without the zeros of its scale."""
    return rf"regexp_replace(regexp_replace(CAST({cell} AS VARCHAR), '(\.\d*?)0+$', '\1'), '\.$', '')"
