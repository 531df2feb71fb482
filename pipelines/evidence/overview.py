"""The first pages: the list of documents with their counts, what to look at first, and the search."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pipelines.evidence.addresses import (
    SEARCH_PAGE,
    document_page,
    documents_page,
    figure_address,
    indicator_page,
    relation_kind_page,
)
from pipelines.evidence.content import DocumentRow, records
from pipelines.evidence.folder import SiteFolder
from pipelines.evidence.labels import Names
from pipelines.evidence.rendering import render, script_json

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DOCUMENTS_A_PAGE = 200
MOST_FINDINGS = 8
SEARCH_INDEX = "search-index.js"
_MOST_PLACES = 30  # names of places by which a document is found

_FIRST_FINDINGS = """
WITH told AS (SELECT
    finding.relation_id, finding.document, finding.kind, finding.explanation_vi, finding.explanation_en,
    finding.proposal_reason, finding.proposal_reason_en, dim_document.title,
    coalesce(
        any_value(member.observation_id) FILTER (member.observation_id = finding.proposal_observation_id),
        arg_min(member.observation_id, member.position)
    ) AS observation_id
FROM fact_finding AS finding
INNER JOIN fact_relation_member AS member
    ON finding.relation_id = member.relation_id AND finding.document = member.document
INNER JOIN dim_document ON finding.document = dim_document.document
WHERE NOT finding.is_accepted AND finding.severity <> 'info'
GROUP BY ALL)
SELECT * FROM told ORDER BY proposal_reason IS NULL, document, relation_id LIMIT $most
"""
_STANDINGS = """
SELECT
    CASE
        WHEN relation.outcome = 'broken' AND (relation.severity = 'info' OR finding.is_accepted) THEN 'differs'
        ELSE relation.outcome
    END AS standing,
    count(*)
FROM fact_relation AS relation LEFT JOIN fact_finding AS finding USING (relation_id)
GROUP BY standing
"""
_REJECTED = """
SELECT document, title_vi, title_en, detail, remedy_vi, remedy_en FROM rejected_document ORDER BY document
"""
_PLACES = """
SELECT document, list(DISTINCT place ORDER BY place)[:$most] FROM fact_observation
WHERE place IS NOT NULL GROUP BY document
"""
_USED_INDICATORS = """
SELECT indicator_id, label_vi, name_en FROM dim_indicator
WHERE indicator_id IN (SELECT indicator FROM fact_observation) ORDER BY indicator_id
"""


def write_pages(
    connection: "DuckDBPyConnection", documents: Sequence[DocumentRow], names: Names, site: SiteFolder
) -> None:
    """Write the list of documents, page by page, and the search."""
    read = [row for row in documents if not row.refused]
    pages = max(-(-len(read) // DOCUMENTS_A_PAGE), 1)
    totals = {
        "documents": len(read),
        "figures": sum(row.observations for row in read),
        **dict(connection.execute(_STANDINGS).fetchall()),
    }
    first: dict[str, Any] = {
        "findings": [
            {**one, "address": figure_address(one["document"], one["observation_id"])}
            for one in records(connection, _FIRST_FINDINGS, {"most": MOST_FINDINGS})
        ],
        "rejected": records(connection, _REJECTED),
        "builds": records(connection, "SELECT * FROM build ORDER BY number DESC LIMIT 1"),
    }
    for number in range(1, pages + 1):
        rows = read[(number - 1) * DOCUMENTS_A_PAGE : number * DOCUMENTS_A_PAGE]
        page = render(
            "index.html.jinja", "", rows=rows, number=number, pages=pages, totals=totals, names=names, **first
        )
        site.write(documents_page(number), page)
    site.write(SEARCH_PAGE, render("search.html.jinja", ""))
    entries = _search_entries(connection, read, names)
    site.write(SEARCH_INDEX, f"window.solieuSearchIndex={script_json(entries)};\n")


def _search_entries(
    connection: "DuckDBPyConnection", documents: Sequence[DocumentRow], names: Names
) -> list[dict[str, Any]]:
    """What is found: its title, its page, of what sort it is, and further words that find it."""
    places = dict(connection.execute(_PLACES, {"most": _MOST_PLACES}).fetchall())
    found: list[dict[str, Any]] = [
        {
            "sort": "document",
            "title": [row.name, row.name],
            "page": document_page(row.document),
            "more": " · ".join(filter(None, (row.publisher, *places.get(row.document, ())))),
            "path": row.document,
        }
        for row in documents
    ]
    for indicator, vi, en in connection.execute(_USED_INDICATORS).fetchall():
        found.append({"sort": "indicator", "title": [vi, en], "page": indicator_page(indicator), "path": indicator})
    for kind, words in names.by_list.get("relation_kind", {}).items():
        page = relation_kind_page(kind)
        found.append({"sort": "check", "title": [words.vi, words.en], "page": page, "path": kind})
    return found
