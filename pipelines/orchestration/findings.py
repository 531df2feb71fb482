"""The findings behind an expectation that does not hold: stated and computed values, for the page of its check."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipelines.evidence.addresses import figure_address
from pipelines.orchestration.previews import Link, markdown_table
from pipelines.quality.suites import Expectation, Suite
from pipelines.warehouse.duck import identifier, literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_KEY = "relation_id"
_SHOWN = 25
#: So many have a link of their own beside the table.
_LINKED = 5
#: The figure of each finding that a person looks at first: the one to be read otherwise, else the first.
_POINTED_AT = f"""
    SELECT finding.{_KEY}, figure.observation_id, figure.document AS figure_document, figure.quote, figure.cell
    FROM fact_finding AS finding
    INNER JOIN fact_relation_member AS member USING ({_KEY})
    INNER JOIN fact_observation AS figure ON member.observation_id = figure.observation_id
    QUALIFY row_number() OVER (
        PARTITION BY finding.{_KEY}
        ORDER BY figure.observation_id = finding.proposal_observation_id DESC NULLS LAST, member.position
    ) = 1
"""
_OPERATORS = {"==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_COLUMNS = {
    "document": "document",
    "where": "place",
    "stated": "stated",
    "computed": "computed",
    "difference": "difference",
    "tolerance": "tolerance",
    "unit": "unit",
    "norm": "norm_source",
    "proposal": "proposal_reason_en",
    "what does not fit": "explanation_en",
}


def findings_of(connection: "DuckDBPyConnection", suite: Suite, expectation: Expectation) -> list[Mapping[str, Any]]:
    """The findings among the relations that an expectation of relations speaks of, in the order of the source.

    Empty where it speaks of something else, or of the pipeline's own contract.
    """
    if expectation.severity == "critical" or suite.query is None or suite.key != (_KEY,):
        return []
    condition = _condition(expectation.kwargs.get("row_condition"))
    if condition is None:
        return []
    columns = ", ".join(sorted({*_COLUMNS.values()}))
    answer = connection.execute(
        f"""SELECT {columns}, pointed_at.* EXCLUDE ({_KEY}) FROM fact_finding
        SEMI JOIN (SELECT {_KEY} FROM ({suite.query}\n) AS judged WHERE {condition}) AS spoken_of USING ({_KEY})
        INNER JOIN ({_POINTED_AT}) AS pointed_at USING ({_KEY})
        ORDER BY document, place, {_KEY}"""
    )
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def findings_table(findings: Sequence[Mapping[str, Any]]) -> str:
    """Findings as a Markdown table, at most so many."""
    shown = [
        {"look at": _link(finding), **{title: finding[name] for title, name in _COLUMNS.items()}}
        for finding in findings[:_SHOWN]
    ]
    more = f"\n\n*{len(findings) - _SHOWN} more in fact_finding*" if len(findings) > _SHOWN else ""
    return markdown_table(shown) + more


def findings_pages(findings: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The places of the first findings in the pages, each by what is printed there."""
    shown = enumerate(findings[:_LINKED], start=1)
    return {f"finding {number}: {_link(finding).text}": _link(finding).page for number, finding in shown}


def _link(finding: Mapping[str, Any]) -> Link:
    """The figure of a finding to look at, as it is printed, with the way to its sentence."""
    page = figure_address(finding["figure_document"], finding["observation_id"])
    return Link(finding["quote"] or finding["cell"], page)


def _condition(told: Any) -> str | None:
    """A row condition of Great Expectations as SQL; None of a kind that this room does not know."""
    if told is None:
        return "true"
    if told.get("type") == "comparison" and told.get("operator") in _OPERATORS:
        value = told["parameter"]
        right = literal(value) if isinstance(value, str) else str(value)
        return f"{identifier(told['column']['name'])} {_OPERATORS[told['operator']]} {right}"
    if told.get("type") in ("and", "or"):
        parts = [_condition(one) for one in told["conditions"]]
        if None not in parts:
            return "(" + f" {told['type'].upper()} ".join(part for part in parts if part) + ")"
    return None
