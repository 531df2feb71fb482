"""The page of what the last build changed: figures and findings that came, went, or are read otherwise."""

from typing import TYPE_CHECKING, Any

from pipelines.evidence.addresses import CHANGES_PAGE, document_page, figure_address
from pipelines.evidence.content import records
from pipelines.evidence.folder import SiteFolder
from pipelines.evidence.rendering import render
from pipelines.warehouse.changes import count_changes

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: So many of each subject stand on the page; build_change has them all.
SHOWN = 500
#: Each with the figure that it is told at, where that figure and its document are still there.
_CHANGES = """
WITH figure AS (
    SELECT observation_id AS row_id, observation_id FROM fact_observation
    UNION ALL
    SELECT relation_id, arg_min(observation_id, position) FROM fact_relation_member GROUP BY relation_id
)
SELECT build_change.*, dim_document.title, dim_document.document IS NOT NULL AS has_page, figure.observation_id
FROM build_change
LEFT JOIN dim_document USING (document)
LEFT JOIN figure USING (row_id)
WHERE build_change.subject = $subject
ORDER BY list_position(['added', 'changed', 'gone'], build_change.change), build_change.document, build_change.row_id
LIMIT $most
"""


def write_page(connection: "DuckDBPyConnection", site: SiteFolder) -> None:
    """Write the page; it says so where nothing changed, and where there is nothing to compare with."""
    since, counted = count_changes(connection) or (None, ())
    told = [(counts, _changes(connection, counts.subject)) for counts in sorted(counted, key=lambda one: one.subject)]
    site.write(CHANGES_PAGE, render("changes.html.jinja", "", told=told, since=since, shown=SHOWN))


def _changes(connection: "DuckDBPyConnection", subject: str) -> list[dict[str, Any]]:
    found = records(connection, _CHANGES, {"subject": subject, "most": SHOWN})
    for change in found:
        document, figure = change["document"], change["observation_id"]
        page = document_page(document) if change["has_page"] else None
        change["address"] = figure_address(document, figure) if page and figure else page
    return found
