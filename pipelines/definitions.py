"""`defs`, what Dagster loads, and nothing else."""

from pipelines.orchestration.assembly import build_definitions

defs = build_definitions()
