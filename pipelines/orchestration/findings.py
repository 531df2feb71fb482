"""The findings behind an expectation that does not hold: stated and computed values, for the page of its check."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipelines.orchestration.previews import markdown_table
from pipelines.quality.suites import Expectation, Suite
from pipelines.warehouse.duck import identifier, literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_KEY = "relation_id"
_SHOWN = 25
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
        f"""SELECT {columns} FROM fact_finding
        SEMI JOIN (SELECT {_KEY} FROM ({suite.query}\n) AS judged WHERE {condition}) AS spoken_of USING ({_KEY})
        ORDER BY document, place, {_KEY}"""
    )
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def findings_table(findings: Sequence[Mapping[str, Any]]) -> str:
    """Findings as a Markdown table, at most so many."""
    shown = [{title: finding[name] for title, name in _COLUMNS.items()} for finding in findings[:_SHOWN]]
    more = f"\n\n*{len(findings) - _SHOWN} more in fact_finding*" if len(findings) > _SHOWN else ""
    return markdown_table(shown) + more


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
