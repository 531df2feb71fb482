"""The last step: the built tables become the published file, or nothing changes. And what the run then tells."""

from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg
from pydantic import Field

from pipelines.orchestration.failures import told_plainly
from pipelines.orchestration.operation import Operation
from pipelines.orchestration.project import PROJECT, project_of
from pipelines.orchestration.references import code_references
from pipelines.orchestration.sources import DOCUMENTS
from pipelines.orchestration.tables import published_content, table_key, table_specs
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.extracting import ExtractionSummary
from pipelines.warehouse.published import read_published
from pipelines.warehouse.publishing import Publication
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.steps import RunSummary, publish_tables, summarise

WAREHOUSE = dg.AssetKey("warehouse")


class PublishingConfig(dg.Config):
    """How a run publishes."""

    accept_loss: bool = Field(
        default=False,
        description="Publish even if far fewer documents or observations are there than in the published file, because "
        "they were removed on purpose.",
    )


def publishing(catalogue: Catalogue, settings: Settings, operation: Operation) -> dg.AssetsDefinition:
    """The step that publishes. It depends on every table, so that a blocking check of any of them stops it."""
    warehouse = dg.AssetSpec(
        WAREHOUSE,
        deps=[table_key(spec.name) for spec in catalogue.built],
        group_name="published",
        description="The published DuckDB file with all tables that are not steps on the way to others.\n\nA new file "
        "is written beside it, checked, and put in its place in one step. A mixture of old and new tables, a broken "
        "promise or a great loss is never published: the old file then stays.",
        owners=[operation.owner],
        kinds={"duckdb"},
        freshness_policy=operation.freshness_policy(),
        metadata=code_references("pipelines/warehouse/publishing.py"),
    )
    specs = table_specs(catalogue, settings, operation)
    made_here = [spec for spec in catalogue.tables if not spec.is_built]

    @dg.multi_asset(
        name="publish",
        specs=[warehouse, *(specs[spec.name].merge_attributes(deps=[WAREHOUSE]) for spec in made_here)],
        required_resource_keys={PROJECT},
    )
    def publish(context: dg.AssetExecutionContext, config: PublishingConfig) -> Iterator[dg.MaterializeResult[None]]:
        project = project_of(context)
        with told_plainly(context, operation):
            published = publish_tables(project.settings, config.accept_loss, project.progress)
            version = dg.DataVersion(published.build.build_id)
            yield dg.MaterializeResult(asset_key=WAREHOUSE, metadata=_metadata(published), data_version=version)
            told = published_content(made_here, published.rows, project.settings)
            for spec in made_here:
                content = told[spec.name]
                yield dg.MaterializeResult(asset_key=table_key(spec.name), metadata=content, data_version=version)

    return publish


def summary_of(
    materializations: Mapping[dg.AssetKey, dg.AssetMaterialization], settings: Settings
) -> RunSummary | None:
    """What a run ends with, from what it told of its documents and its warehouse; None where it did not publish."""
    documents, warehouse = materializations.get(DOCUMENTS), materializations.get(WAREHOUSE)
    published = read_published(settings.warehouse)
    if documents is None or warehouse is None or published is None:
        return None
    told: dict[str, Any] = {name: value.value for name, value in documents.metadata.items()}
    read = ExtractionSummary(
        documents=told["dagster/row_count"],
        read=told["read"],
        reused=told["reused"],
        refused=told["refused"],
        removed=told["removed"],
        left=tuple(told["left_for_the_next_run"]),
        observations=told["observations"],
        fingerprint=told["fingerprint"],
    )
    unchanged = bool(warehouse.metadata["unchanged"].value)
    return summarise(settings, read, Publication(settings.warehouse, published.build, published.rows, unchanged))


def _metadata(published: Publication) -> dict[str, Any]:
    build = published.build
    return {
        "dagster/row_count": sum(published.rows.values()),
        "tables": len(published.rows),
        "bytes": published.path.stat().st_size,
        "documents": build.documents,
        "refused": build.refused,
        "observations": build.observations,
        "relations that hold": build.relations_holding,
        "relations broken": build.relations_broken,
        "relations not evaluated": build.relations_not_evaluated,
        "build": build.build_id,
        "number": build.number,
        "unchanged": published.unchanged,
        "file": dg.MetadataValue.path(published.path),
    }
