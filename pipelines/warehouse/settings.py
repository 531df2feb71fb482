"""Where a project keeps its files, and the few numbers that steer a run. No other module names a folder.

The code's own folders (sql/, the vocabularies) belong to the checkout; raw/ and var/ may lie anywhere, so that a
test runs in a temporary folder and `solieu run --raw DIR --warehouse FILE` reads and publishes elsewhere.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.vocabulary.loader import FOLDER

#: The checkout: pipelines/ and sql/ lie in it.
CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders and limits of one project.

    `raw` holds the sources; `warehouse` is the published file; all else is rebuilt by a run: `site` the pages,
    `dagster` the home of the UI, `shards` what was read from each source, `build` the tables before publishing.
    """

    raw: Path
    warehouse: Path
    site: Path
    dagster: Path
    shards: Path
    build: Path
    sql: Path = CHECKOUT / "sql"
    vocabulary: Path = FOLDER
    #: Processes that read sources at the same time.
    workers: int = os.cpu_count() or 1
    #: A shard holds at most so many sources and so many bytes of them: what a worker holds in memory.
    sources_per_shard: int = 256
    bytes_per_shard: int = 16 * 1024 * 1024
    #: One source may take so many seconds of a worker before it is refused.
    seconds_per_source: float = 120.0
    #: A source changed less than so many seconds ago may still be being written: it is looked at twice.
    settle_seconds: float = 1.0
    #: After so many days every source is hashed again, even where size and time of change are the same.
    days_between_full_scans: int = 7
    #: A build that loses more than this share of the documents or observations is not published unasked.
    tolerated_loss: float = 0.2
    #: So many published files are kept, the current one among them.
    kept_builds: int = 3
    #: A second run waits so long for the first.
    seconds_to_wait_for_lock: float = 600.0

    @classmethod
    def of(cls, project: Path = CHECKOUT, raw: Path | None = None, warehouse: Path | None = None) -> "Settings":
        """The settings of a project folder with the usual names in it; `raw` and `warehouse` may lie elsewhere."""
        var = project / "var"
        usual = cls(
            raw=project / "raw",
            warehouse=var / "warehouse" / "solieu.duckdb",
            site=var / "site",
            dagster=var / "dagster",
            shards=var / "shards",
            build=var / "build",
        )
        return usual.elsewhere(raw, warehouse)

    def elsewhere(self, raw: Path | None = None, warehouse: Path | None = None) -> "Settings":
        """The same with other sources or another file to publish.

        A file of its own has its pages and all that it is built from in a folder of its own beside it, so that
        neither warehouse disturbs the other.
        """
        chosen = replace(self, raw=raw or self.raw)
        if warehouse is None or warehouse.absolute() == self.warehouse.absolute():
            return chosen
        beside = warehouse.with_name(f"{warehouse.stem}.files")
        return replace(
            chosen, warehouse=warehouse, site=beside / "site", shards=beside / "shards", build=beside / "build"
        )

    @property
    def tables(self) -> Path:
        """Where built tables wait for publishing, one Parquet file each."""
        return self.build / "tables"

    @property
    def spill(self) -> Path:
        """Where DuckDB puts what does not fit into memory."""
        return self.build / "spill"
