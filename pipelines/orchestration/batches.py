"""Backfill: the job over everything, batch by batch. A batch is a folder under raw/ and what lies directly in it.

For a great many new documents at a time: each batch is a run of its own that reads that folder and publishes the whole,
so that figures come one batch after the other, and a batch that fails holds up no other. Partitions are those of a job,
not of assets: there is one warehouse, and which documents it holds, the manifest of what was read knows.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import dagster as dg

from pipelines.orchestration.named import folder_of
from pipelines.orchestration.noticing import Glance

if TYPE_CHECKING:
    from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition

BATCH_JOB = "build_batch"
#: The batches that can be chosen; the sensor on raw/ keeps them as they are there.
BATCHES = dg.DynamicPartitionsDefinition(name="document_batch")


def batches(glance: Glance) -> list[str]:
    """The folders under raw/ that hold files, as raw/articles/, but those whose names Dagster takes for no partition.

    What lies in these, a run of everything reads.
    """
    folders = sorted({folder_of(name) for name in glance.files})
    return [folder for folder in folders if folder.isprintable() and "..." not in folder]


def keep_batches(instance: dg.DagsterInstance, glance: Glance) -> None:
    """Let the batches that can be chosen be those that lie in raw/."""
    name = str(BATCHES.name)
    there, known = batches(glance), instance.get_dynamic_partitions(name)
    new = sorted(set(there) - set(known))
    if new:
        instance.add_dynamic_partitions(name, new)
    for gone in sorted(set(known) - set(there)):
        instance.delete_dynamic_partition(name, gone)


def batch_job() -> "UnresolvedAssetJobDefinition":
    """The job whose partitions are the batches."""
    config = dg.PartitionedConfig(BATCHES, run_config_for_partition_key_fn=_config_of)
    return dg.define_asset_job(
        BATCH_JOB,
        selection=dg.AssetSelection.all(),
        config=config,
        description="Reads one folder of raw/, makes every table and publishes: the same as `solieu run --only "
        "raw/articles/`. Its partitions are the folders that hold files; a backfill takes several, one run each.",
        executor_def=dg.in_process_executor,
        tags={"solieu/scope": "batch"},
    )


def _config_of(batch: str) -> Mapping[str, Any]:
    return {"ops": {"read_sources": {"config": {"only": [batch]}}}}
