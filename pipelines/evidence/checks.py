"""The pages of the checks: one a kind of relation, one a suite of expectations, and an overview of both."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipelines.evidence.addresses import CHECKS_PAGE, figure_address, relation_kind_page, suite_page
from pipelines.evidence.content import records
from pipelines.evidence.folder import SiteFolder
from pipelines.evidence.labels import Names
from pipelines.evidence.rendering import render

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: So many relations of one outcome stand on a page; the warehouse has them all.
SHOWN = {"broken": 500, "holds": 100, "not_evaluated": 100}

_COUNTS = """
SELECT
    kind,
    count(*) FILTER (relation.outcome = 'holds') AS holding,
    count(*) FILTER (relation.outcome = 'broken' AND NOT is_lesser) AS broken,
    count(*) FILTER (relation.outcome = 'broken' AND is_lesser) AS differing,
    count(*) FILTER (relation.outcome = 'not_evaluated') AS not_evaluated
FROM (
    SELECT relation.*, coalesce(relation.severity = 'info' OR finding.is_accepted, false) AS is_lesser
    FROM fact_relation AS relation LEFT JOIN fact_finding AS finding USING (relation_id)
) AS relation
GROUP BY kind
"""
#: Relations of one kind and outcome with the figures in them, the gravest first.
_RELATIONS = """
WITH shown AS (
    SELECT relation.*, row_number() OVER (
        ORDER BY
            coalesce(finding.is_accepted, false), list_position(['critical', 'warning', 'info'], relation.severity),
            relation.document, relation.relation_id
    ) AS number
    FROM fact_relation AS relation LEFT JOIN fact_finding AS finding USING (relation_id)
    WHERE relation.kind = $kind AND relation.outcome = $outcome
    QUALIFY number <= $most
)
SELECT
    shown.number, shown.document, shown.severity, dim_document.title,
    finding.explanation_vi, finding.explanation_en, finding.proposal_reason, finding.proposal_reason_en,
    coalesce(finding.is_accepted, false) AS is_accepted,
    list(struct_pack(
        document := member.document, observation_id := member.observation_id, role := member.role,
        quote := coalesce(nullif(figure.quote, ''), figure.cell), cell := figure.cell
    ) ORDER BY member.position) AS members
FROM shown
INNER JOIN fact_relation_member AS member USING (relation_id)
INNER JOIN fact_observation AS figure USING (observation_id)
LEFT JOIN dim_document ON shown.document = dim_document.document
LEFT JOIN fact_finding AS finding ON shown.relation_id = finding.relation_id
GROUP BY ALL ORDER BY shown.number
"""
_NONE = {"holding": 0, "broken": 0, "differing": 0, "not_evaluated": 0}
_RESULTS = """
SELECT * FROM expectation_result
ORDER BY suite, list_position(['broken', 'not_evaluated', 'holds'], outcome), expectation
"""
#: What a warehouse of an earlier release does not tell of an expectation.
_UNTOLD: Mapping[str, Any] = {"description_vi": None, "reason_vi": None}
_HAS_RESULTS = "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'expectation_result'"


def write_pages(connection: "DuckDBPyConnection", names: Names, site: SiteFolder) -> None:
    """Write the pages of all kinds of relations, of all suites, and the overview."""
    counted = {record["kind"]: record for record in records(connection, _COUNTS)}
    kinds = list(names.by_list.get("relation_kind", {}))
    for kind in kinds:
        found = {outcome: _relations(connection, kind, outcome) for outcome in SHOWN}
        counts = counted.get(kind, _NONE)
        page = render("relation_kind.html.jinja", "../", kind=kind, names=names, counts=counts, found=found)
        site.write(relation_kind_page(kind), page)
    suites = _suites(connection)
    for suite, results in suites.items():
        counts = {outcome: sum(one["outcome"] == outcome for one in results) for outcome in SHOWN}
        page = render("suite.html.jinja", "../", suite=suite, results=results, names=names, kinds=kinds, counts=counts)
        site.write(suite_page(suite), page)
    overview = render(
        "checks.html.jinja", "../", kinds=kinds, counted=counted, nothing=_NONE, suites=suites, names=names
    )
    site.write(CHECKS_PAGE, overview)


def _relations(connection: "DuckDBPyConnection", kind: str, outcome: str) -> list[dict[str, Any]]:
    parameters = {"kind": kind, "outcome": outcome, "most": SHOWN[outcome]}
    found = records(connection, _RELATIONS, parameters)
    for relation in found:
        for member in relation["members"]:
            member["address"] = figure_address(member["document"], member["observation_id"])
    return found


def _suites(connection: "DuckDBPyConnection") -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The results of the expectations by suite; none where the warehouse has no such table."""
    if connection.execute(_HAS_RESULTS).fetchone() == (0,):
        return {}
    suites: dict[str, list[Mapping[str, Any]]] = {}
    for result in records(connection, _RESULTS):
        suites.setdefault(result["suite"], []).append({**_UNTOLD, **result})
    return suites
