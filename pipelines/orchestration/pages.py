"""The asset of the pages that show each number in its source: the last step, after publishing, which it cannot undo."""

from typing import Any

import dagster as dg

from pipelines.evidence.addresses import CHANGES_PAGE, FIRST_PAGE
from pipelines.orchestration.failures import told_plainly
from pipelines.orchestration.operation import Operation
from pipelines.orchestration.project import PROJECT, Project, project_of
from pipelines.orchestration.publication import WAREHOUSE
from pipelines.orchestration.references import code_references

PAGES = dg.AssetKey("pages")


def pages(operation: Operation) -> dg.AssetsDefinition:
    """The step that writes the pages. Where it fails the run has failed, but what it published stays."""

    @dg.asset(
        key=PAGES,
        deps=[WAREHOUSE],
        group_name="published",
        description="The published warehouse as pages to look at: every number marked in its source with its verdict, "
        "every check, every indicator over places and years.\n\nStatic files, served beside this UI; index.html opens "
        "from the disk, too.",
        owners=[operation.owner],
        kinds={"html"},
        required_resource_keys={PROJECT},
        metadata=code_references("pipelines/evidence/site.py"),
    )
    def write_pages(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
        from pipelines.evidence.site import build_site

        project = project_of(context)
        with told_plainly(context, operation):
            build_site(project.settings, project.progress)
        return dg.MaterializeResult(metadata=_metadata(project))

    return write_pages


def _metadata(project: Project) -> dict[str, Any]:
    written = list(project.settings.site.rglob("*.html"))
    return {
        "pages": len(written),
        "bytes": sum(page.stat().st_size for page in written),
        "evidence": project.page(FIRST_PAGE),
        "changes": project.page(CHANGES_PAGE),
        "folder": dg.MetadataValue.path(project.settings.site),
    }
