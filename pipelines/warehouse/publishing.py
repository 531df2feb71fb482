"""The built tables to one DuckDB file that replaces the published one, whole or not at all.

Nobody ever writes the published file: a new one is written beside it, checked, closed and moved into its place.
Readers keep the file that they have open. Only this module knows a clock: the table `build` tells when.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.keys import key_of
from pipelines.warehouse.building import built_fingerprint, fingerprint, table_file
from pipelines.warehouse.catalogue import Catalogue, TableSpec, digest
from pipelines.warehouse.changes import TABLE as CHANGES
from pipelines.warehouse.changes import fill_changes
from pipelines.warehouse.code_version import extraction_code_version
from pipelines.warehouse.contract import blocking, hold_to_contract, violations
from pipelines.warehouse.creating import NEXT, create_table, create_views
from pipelines.warehouse.duck import identifier, literal, memory
from pipelines.warehouse.errors import ContractError, LossError, StaleError
from pipelines.warehouse.events import Event, Progress, silent
from pipelines.warehouse.extracting import read_manifest, read_manifest_head
from pipelines.warehouse.published import BuildRecord, Published, documents_lost, read_published, verify
from pipelines.warehouse.replacing import clear_leftovers, next_file, put_in_place
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.shards import ShardStore

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Storage that DuckDB 1.4 and later read; 2.0 would otherwise write one that 1.5 refuses.
_STORAGE = "v1.4.0"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published: the record of the build, and the number of rows of every table.

    `unchanged` where the published file already holds this very build, so that it was left alone.
    """

    path: Path
    build: BuildRecord
    rows: Mapping[str, int]
    unchanged: bool


def utc_now() -> datetime:
    """The time as the table `build` tells it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def publish(
    settings: Settings,
    accept_loss: bool = False,
    progress: Progress = silent,
    now: Callable[[], datetime] = utc_now,
) -> Publication:
    """Publish the built tables.

    Raises StaleError, ContractError, LossError or NoWarehouseError, and then has left the published file alone.
    """
    catalogue = Catalogue(settings.sql)
    clear_leftovers(settings)
    fingerprints = check_fresh(catalogue, settings)
    fingerprints |= {spec.name: digest(spec.sql or "") for spec in catalogue.views}
    published = read_published(settings.warehouse)
    with memory(settings.spill) as connection:
        for spec in catalogue.built:
            path = literal(table_file(spec.name, settings))
            connection.execute(f"CREATE VIEW {identifier(spec.name)} AS SELECT * FROM read_parquet({path})")
        record = _record(connection, fingerprints, published, now)
        if published is not None and published.build.build_id == record.build_id:
            _prune(settings)
            return Publication(settings.warehouse, published.build, published.rows, unchanged=True)
        progress(Event("check", 0, 1))
        hold_to_contract(violations(connection, catalogue.built))
        stopping = blocking(connection, catalogue.built)
        if stopping:
            raise ContractError(f"nothing was published, for this must be mended first: {'; '.join(stopping)}")
        if published is not None and not accept_loss:
            _guard(connection, settings, record, published)
        rows = _assemble(connection, catalogue, settings, record, published, progress)
    verify(next_file(settings), rows)
    progress(Event("publish", 0, 1, "verified"))
    put_in_place(settings, record.number, record.build_id)
    progress(Event("publish", 1, 1, str(settings.warehouse)))
    _prune(settings)
    return Publication(settings.warehouse, record, rows, unchanged=False)


def check_fresh(catalogue: Catalogue, settings: Settings) -> dict[str, str]:
    """The fingerprints of the built tables by name. Raises StaleError where they do not belong together."""
    manifest = read_manifest_head(settings)
    if manifest is None or manifest.code != extraction_code_version():
        why = "nothing was read yet" if manifest is None else "the readers or vocabularies have changed since"
        raise StaleError(f"{why}: run `solieu run`, or materialise the observations and all that follows from them")
    found: dict[str, str] = {}
    stale: list[str] = []
    for spec in catalogue.built:
        actual = built_fingerprint(spec.name, settings)
        reads_stale = any(name in stale for name in spec.upstream)
        if actual is None or reads_stale or actual != fingerprint(spec, found, settings):
            stale.append(spec.name)
        found[spec.name] = actual or ""
    if stale:
        raise StaleError(
            f"{len(stale)} tables are missing or older than what they read; run `solieu run`, or materialise "
            f"{', '.join(stale)}"
        )
    return found


def _record(
    connection: "DuckDBPyConnection",
    fingerprints: Mapping[str, str],
    published: Published | None,
    now: Callable[[], datetime],
) -> BuildRecord:
    """The record of this build; its id follows from the tables and views alone."""

    def count(query: str) -> int:
        row = connection.execute(f"SELECT count(*) FROM {query}").fetchone()
        return int(row[0]) if row else 0

    try:
        solieu = version("solieu")
    except PackageNotFoundError:  # run from a checkout that is not installed
        solieu = "0"
    parts = [part for name in sorted(fingerprints) for part in (name, fingerprints[name])]
    return BuildRecord(
        number=published.build.number + 1 if published else 1,
        build_id=key_of("build", solieu, *parts),
        published_at=now(),
        documents=count("dim_document WHERE NOT refused"),
        refused=count("dim_document WHERE refused"),
        observations=count("fact_observation"),
        relations_holding=count("fact_relation WHERE outcome = 'holds'"),
        relations_broken=count("fact_relation WHERE outcome = 'broken'"),
        relations_not_evaluated=count("fact_relation WHERE outcome = 'not_evaluated'"),
        code_version=extraction_code_version(),
        solieu_version=solieu,
        duckdb_version=version("duckdb"),
    )


def _guard(connection: "DuckDBPyConnection", settings: Settings, record: BuildRecord, published: Published) -> None:
    """Raise LossError where more than the tolerated share of documents or observations is lost."""
    before = published.build
    pairs = [
        ("documents", record.documents, before.documents),
        ("observations", record.observations, before.observations),
    ]
    lost = [
        f"{new} {name} where {settings.warehouse.name} has {old}"
        for name, new, old in pairs
        if old and (old - new) / old > settings.tolerated_loss
    ]
    if not lost:
        return
    gone = documents_lost(connection, settings.warehouse, _SHOWN)
    raise LossError(
        f"this build has only {' and only '.join(lost)}; nothing was published. Is {settings.raw} whole and mounted? "
        "If the sources were removed on purpose, run again with --accept-loss."
        + (f" Missing, among others: {', '.join(gone)}" if gone else "")
    )


def _assemble(
    connection: "DuckDBPyConnection",
    catalogue: Catalogue,
    settings: Settings,
    record: BuildRecord,
    published: Published | None,
    progress: Progress,
) -> dict[str, int]:
    """Write the next file; the number of rows of each table and view."""
    path = next_file(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    connection.execute(f"ATTACH {literal(path)} AS {NEXT} (STORAGE_VERSION {literal(_STORAGE)})")
    rows = {}
    tables = [spec for spec in catalogue.published if not spec.is_view]
    try:
        connection.execute("BEGIN")
        for spec in tables:
            create_table(connection, spec)
        connection.execute("COMMIT")
        for number, spec in enumerate(tables, start=1):
            _fill(connection, spec, settings, record, published)
            progress(Event("load", number, len(tables), spec.name))
        create_views(connection, catalogue)
        for spec in catalogue.published:
            counted = connection.execute(f"SELECT count(*) FROM {NEXT}.{identifier(spec.name)}").fetchone()
            rows[spec.name] = int(counted[0]) if counted else 0
        connection.execute(f"CHECKPOINT {NEXT}")
    finally:
        connection.execute(f"DETACH {NEXT}")
    return rows


def _fill(
    connection: "DuckDBPyConnection",
    spec: TableSpec,
    settings: Settings,
    record: BuildRecord,
    published: Published | None,
) -> None:
    """Give a table of the next file its rows."""
    target = f"{NEXT}.{identifier(spec.name)}"
    if spec.is_built:
        connection.execute(f"INSERT INTO {target} SELECT * FROM {identifier(spec.name)}")
    elif spec.name == CHANGES:
        fill_changes(connection, target, published, settings.warehouse)
    else:
        history = [*(published.history if published else ()), record]
        for build in history:
            marks = ", ".join("?" for _ in spec.columns)
            connection.execute(f"INSERT INTO {target} VALUES ({marks})", build.row())


def _prune(settings: Settings) -> None:
    """Remove the shards that the manifest, now published, does not name."""
    manifest = read_manifest(settings)
    if manifest is not None:
        ShardStore(settings.shards, manifest.head.code).prune({entry.shard for entry in manifest.entries})
