"""The steps of a run, one function each, for `solieu run`, for Dagster's assets and for tests alike.

read raw/ (read_sources), make the tables (make_table, make_tables), publish (publish_tables), tell (summarise). Each
holds the project's lock while it works; a caller that runs several holds it around them (lock.run_lock). All
raise errors.WarehouseError where a person must do something.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipelines.vocabulary import VocabularyError
from pipelines.warehouse.building import Builder, TableBuild, build_table
from pipelines.warehouse.catalogue import Catalogue, TableSpec
from pipelines.warehouse.changes import ChangeCount, count_changes
from pipelines.warehouse.duck import reading
from pipelines.warehouse.errors import StorageError, VocabularyUnusableError
from pipelines.warehouse.events import Event, Progress, silent
from pipelines.warehouse.extracting import ExtractionSummary, extract_sources
from pipelines.warehouse.inventory import take_inventory
from pipelines.warehouse.lineage import builders as own_builders
from pipelines.warehouse.lock import run_lock
from pipelines.warehouse.mapping import MapShards
from pipelines.warehouse.memo import read_memo
from pipelines.warehouse.publishing import Publication, publish
from pipelines.warehouse.reading import Extractor
from pipelines.warehouse.settings import Settings


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run ends with."""

    documents: int
    reused: int
    rejected: int
    observations: int
    relations_holding: int
    relations_broken: int
    relations_not_evaluated: int
    build_id: str
    unchanged: bool
    warehouse: Path
    site: Path
    left: tuple[str, ...] = ()
    removed: int = 0
    since_build: str | None = None
    changes: tuple[ChangeCount, ...] = ()

    def lines(self) -> list[str]:
        """The summary as a person reads it."""
        told = [
            f"documents      {self.documents} read, of them {self.reused} unchanged since the last run; "
            f"{self.rejected} rejected",
            f"observations   {self.observations}",
            f"relations      {self.relations_holding} hold, {self.relations_broken} broken, "
            f"{self.relations_not_evaluated} not evaluated",
            f"warehouse      {self.warehouse} (build {self.build_id}{', unchanged' if self.unchanged else ''})",
            f"pages          {self.site}",
        ]
        if self.since_build and not self.unchanged:
            counts = "; ".join(f"{count.subject}s {count}" for count in self.changes) or "no figure, no finding"
            told.insert(3, f"changes        {counts} since build {self.since_build}")
        if self.removed:
            told.insert(1, f"               {self.removed} removed since the last run")
        if self.left:
            told.insert(1, f"               {len(self.left)} left for the next run, still being written")
        return told


@contextmanager
def _work(settings: Settings, progress: Progress = silent) -> Iterator[None]:
    """Hold the lock; tell of a full disk, a closed folder or a broken vocabulary in words of this room."""
    import duckdb

    try:
        with run_lock(settings, progress):
            yield
    except VocabularyError as error:
        raise VocabularyUnusableError(str(error)) from error
    except (OSError, duckdb.IOException) as error:
        raise StorageError.of(error) from error


def read_sources(
    settings: Settings,
    full: bool = False,
    extractor: Extractor | None = None,
    map_shards: MapShards | None = None,
    progress: Progress = silent,
) -> ExtractionSummary:
    """Read what is new or changed in raw/. `full` hashes every file again; unchanged ones are still not read again.

    Raises RawMissingError where raw/ is no folder.
    """
    with _work(settings, progress):
        inventory = take_inventory(settings, read_memo(settings.shards), date.today(), full, progress)
        return extract_sources(settings, inventory, extractor, map_shards, progress)


def make_table(
    spec: TableSpec, settings: Settings, builders: Mapping[str, Builder] | None = None, force: bool = False
) -> TableBuild:
    """Make one table from what lies in the build folder; see building.build_table."""
    with _work(settings):
        own = own_builders(Catalogue(settings.sql))
        return build_table(spec, settings, {**own, **(builders or {})}, force)


def make_tables(
    settings: Settings,
    builders: Mapping[str, Builder] | None = None,
    names: Iterable[str] | None = None,
    progress: Progress = silent,
) -> list[TableBuild]:
    """Make all tables, or those named and what they read, each after what it reads."""
    with _work(settings, progress):
        catalogue = Catalogue(settings.sql)
        specs = catalogue.built if names is None else catalogue.with_upstream(names)
        given = {**own_builders(catalogue), **(builders or {})}
        made = []
        for number, spec in enumerate(specs, start=1):
            made.append(build_table(spec, settings, given))
            progress(Event("tables", number, len(specs), spec.name))
        return made


def publish_tables(settings: Settings, accept_loss: bool = False, progress: Progress = silent) -> Publication:
    """Publish what lies in the build folder; see publishing.publish."""
    with _work(settings, progress):
        return publish(settings, accept_loss, progress)


def summarise(settings: Settings, read: ExtractionSummary, published: Publication) -> RunSummary:
    """What a run ends with, from what its first and its last step told."""
    build = published.build
    with reading(published.path) as connection:
        since, changes = count_changes(connection) or (None, ())
    return RunSummary(
        documents=build.documents,
        reused=read.reused,
        rejected=build.refused,
        observations=build.observations,
        relations_holding=build.relations_holding,
        relations_broken=build.relations_broken,
        relations_not_evaluated=build.relations_not_evaluated,
        build_id=build.build_id,
        unchanged=published.unchanged,
        warehouse=published.path,
        site=settings.site,
        left=read.left,
        removed=read.removed,
        since_build=since,
        changes=changes,
    )


def run(
    settings: Settings,
    full: bool = False,
    accept_loss: bool = False,
    extractor: Extractor | None = None,
    builders: Mapping[str, Builder] | None = None,
    progress: Progress = silent,
) -> RunSummary:
    """All steps one after the other, without checks of content and without Dagster."""
    with _work(settings, progress):
        read = read_sources(settings, full, extractor, None, progress)
        make_tables(settings, builders, None, progress)
        return summarise(settings, read, publish_tables(settings, accept_loss, progress))
