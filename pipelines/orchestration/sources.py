"""The assets of what is read: the files in raw/, the documents, their observations. One asset stands for all of each.

An asset or a partition for every document would cost a step or a run for each; what is unchanged is not read again
anyway.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dagster as dg
from pydantic import Field

from pipelines.evidence.addresses import document_page, figure_address
from pipelines.orchestration.failures import told_plainly
from pipelines.orchestration.named import read_named
from pipelines.orchestration.noticing import Glance, look
from pipelines.orchestration.operation import Operation
from pipelines.orchestration.previews import Link, first_rows, markdown_table
from pipelines.orchestration.project import PROJECT, project_of
from pipelines.orchestration.references import code_references
from pipelines.warehouse.duck import memory
from pipelines.warehouse.extracting import ExtractionSummary
from pipelines.warehouse.reading import Extractor
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.shards import MANIFEST
from pipelines.warehouse.sources import provide
from pipelines.warehouse.steps import read_sources

#: What is told of an asset each time it is made.
Metadata = dict[str, Any]

RAW_FILES = dg.AssetKey("raw_files")
DOCUMENTS = dg.AssetKey("documents")
OBSERVATIONS = dg.AssetKey("observations")
_ROWS_SHOWN, _DOCUMENTS_SHOWN = 8, 20
#: So many names of documents that were left are kept with the run.
_LEFT_KEPT = 1000


class ReadingConfig(dg.Config):
    """How a run reads raw/."""

    full: bool = Field(
        default=False, description="Hash every file again, even where size and time of change are the same."
    )
    only: list[str] = Field(
        default=[],
        description="Read only these documents if they are new or changed: names, patterns as raw/articles/2023-*, or "
        "folders as raw/articles/. "
        "All others stay as an earlier run read them. Empty: all documents.",
    )


def raw_files(operation: Operation) -> dg.AssetSpec:
    """The files in raw/: nobody's product, only observed."""
    return dg.AssetSpec(
        RAW_FILES,
        group_name="raw",
        description="One file under raw/ as it came from its publisher: articles and workbooks with their sidecars. "
        "No run changes them; runs and the sensor observe what lies there.",
        owners=[operation.owner],
        kinds={"file"},
        metadata=code_references("pipelines/orchestration/noticing.py"),
    )


def observation_of_raw_files(glance: Glance) -> dg.AssetObservation:
    """What lies in raw/ now."""
    return dg.AssetObservation(
        RAW_FILES,
        metadata={
            "files": len(glance.files),
            "bytes": glance.bytes,
            "preview": dg.MetadataValue.md(_files_preview(glance)),
        },
        tags={"dagster/data_version": glance.signature},
    )


def _files_preview(glance: Glance) -> str:
    """The files that changed last, the newest first."""
    newest = sorted(glance.files.items(), key=lambda file: (-file[1][1], file[0]))[:_DOCUMENTS_SHOWN]
    told = [
        {"file": name, "bytes": size, "changed": f"{datetime.fromtimestamp(changed / 1e9, UTC):%Y-%m-%d %H:%M} UTC"}
        for name, (size, changed) in newest
    ]
    return markdown_table(told)


def reading(operation: Operation, extractor: Extractor | None = None) -> dg.AssetsDefinition:
    """The step that reads raw/, with its two assets. Without `extractor` the project's own reader is used."""
    documents = dg.AssetSpec(
        DOCUMENTS,
        deps=[RAW_FILES],
        group_name="documents",
        description="One source as it was read last: a file under raw/ with the version of its content, what was read "
        "of it and whether it was refused.\n\nUnchanged files are not read again; what is no longer in raw/ drops out.",
        owners=[operation.owner],
        kinds={"python", "parquet"},
        freshness_policy=operation.freshness_policy(),
        metadata=code_references("pipelines/extraction.py", "pipelines/warehouse/extracting.py"),
    )
    observations = dg.AssetSpec(
        OBSERVATIONS,
        deps=[DOCUMENTS],
        group_name="observations",
        description="One printed number of one source with what it means: what, who, where, when, its unit, its "
        "status, its place in the source.\n\nWritten in batches of documents, one Parquet file each.",
        owners=[operation.owner],
        kinds={"python", "parquet"},
        metadata=code_references("pipelines/statements/reading.py", "pipelines/tables/readings/reading.py"),
    )

    @dg.multi_asset(
        name="read_sources",
        specs=[documents, observations],
        required_resource_keys={PROJECT},
    )
    def read(context: dg.AssetExecutionContext, config: ReadingConfig) -> Iterator[dg.MaterializeResult[None]]:
        project = project_of(context)
        with told_plainly(context, operation):
            context.log_event(observation_of_raw_files(look(project.settings.raw)))
            if config.only:
                summary = read_named(project.settings, config.only, extractor, project.progress)
            else:
                summary = read_sources(project.settings, config.full, extractor, progress=project.progress)
            version = dg.DataVersion(summary.fingerprint)
            yield dg.MaterializeResult(
                asset_key=DOCUMENTS, metadata=documents_metadata(summary, project.settings), data_version=version
            )
            yield dg.MaterializeResult(
                asset_key=OBSERVATIONS, metadata=_observations_metadata(summary, project.settings), data_version=version
            )

    return read


def documents_metadata(summary: ExtractionSummary, settings: Settings) -> Metadata:
    """What a run tells of the documents; summary_of reads it back."""
    return {
        "dagster/row_count": summary.documents,
        "read": summary.read,
        "reused": summary.reused,
        "refused": summary.refused,
        "removed": summary.removed,
        "observations": summary.observations,
        "left": len(summary.left),
        "left_for_the_next_run": list(summary.left[:_LEFT_KEPT]),
        "fingerprint": summary.fingerprint,
        "preview": dg.MetadataValue.md(_documents_preview(settings.shards / MANIFEST)),
    }


def _documents_preview(manifest: Path) -> str:
    return markdown_table([
        {
            "document": Link(row["document"], document_page(row["document"])),
            **{name: row[name] for name in ("observations", "refused", "version")},
        }
        for row in first_rows(manifest, _DOCUMENTS_SHOWN)
    ])  # fmt: skip


def _observations_metadata(summary: ExtractionSummary, settings: Settings) -> Metadata:
    return {
        "dagster/row_count": summary.observations,
        "preview": dg.MetadataValue.md(_observations_preview(settings)),
    }


def _observations_preview(settings: Settings) -> str:
    query = """
        SELECT
            document, observation_id, quote, value, unit, indicator, population_group, place, period, status
        FROM shard_observation SEMI JOIN shard_manifest USING (document, shard) LIMIT $rows"""
    with memory() as connection:
        provide(connection, ("shard_observation", "shard_manifest"), settings)
        answer = connection.execute(query, {"rows": _ROWS_SHOWN})
        names = [column[0] for column in answer.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    return markdown_table([{**row, "quote": _link(row)} for row in rows])


def _link(row: Mapping[str, Any]) -> Link:
    """A figure as it is printed, with the way to its sentence."""
    return Link(row["quote"] or "∅", figure_address(row["document"], row["observation_id"]))
