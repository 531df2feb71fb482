"""Findings: broken relations as rows that tell a person all there is to know; how they are found is elsewhere.

A row says where it is, what the source states, what follows from its other figures, why it matters, what was probably
meant, and whether an expert has accepted it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipelines.quality.explanations import FOLDER, explain, explain_change
from pipelines.quality.records import AcceptedRow
from pipelines.quality.verdicts import Verdict
from pipelines.vocabulary import read_table

WHY = "why.csv"


@dataclass(frozen=True, slots=True)
class WhyRow:
    """why.csv: why it matters where a test does not hold."""

    test: str
    vi: str
    en: str


@cache
def reasons() -> Mapping[str, WhyRow]:
    """Why each test matters, by its name."""
    return {row.test: row for row in read_table(WHY, WhyRow, FOLDER)}


def finding_row(verdict: Verdict, accepted: AcceptedRow | None = None, mended: bool | None = None) -> dict[str, Any]:
    """A broken relation as a row of fact_finding, by the names of its columns.

    `accepted` is the record of an expert who accepts it; `mended` whether it would hold with the corrections that are
    recorded, null where they do not touch it.
    """
    why = reasons()[verdict.test or ""]
    stating, proposal = verdict.stating(), verdict.proposal
    return {
        "relation_id": verdict.relation_id,
        "document": verdict.document,
        "place": stating.place if stating else "",
        "sentence": _sentence(verdict),
        "kind": verdict.kind,
        "test": verdict.test,
        "outcome": verdict.outcome,
        "severity": verdict.severity,
        "stated": verdict.stated,
        "computed": verdict.computed,
        "difference": verdict.difference,
        "tolerance": verdict.tolerance,
        "unit": verdict.unit,
        "norm_id": verdict.norm.norm_id if verdict.norm else None,
        "norm_source": verdict.norm.source if verdict.norm else None,
        "explanation_vi": explain(verdict, "vi"),
        "explanation_en": explain(verdict, "en"),
        "why_vi": why.vi,
        "why_en": why.en,
        "proposal_observation_id": proposal.observation_id if proposal else None,
        "proposal_change": proposal.kind if proposal else None,
        "proposal_value": proposal.value if proposal else None,
        "proposal_unit": proposal.unit if proposal else None,
        "proposal_reason": explain_change(proposal, "vi", verdict.also) if proposal else None,
        "proposal_reason_en": explain_change(proposal, "en", verdict.also) if proposal else None,
        "alternatives": [explain_change(change, "vi") for change in verdict.alternatives],
        "alternatives_en": [explain_change(change, "en") for change in verdict.alternatives],
        "holds_if_corrected": mended,
        "is_accepted": accepted is not None,
        "accepted_by": accepted.author if accepted else None,
        "acceptance_reason": accepted.reason if accepted else None,
    }


def _sentence(verdict: Verdict) -> str | None:
    """The sentence of what is stated, else that of the first figure that has one."""
    figures = (verdict.stating(), *verdict.figures)
    return next((figure.sentence for figure in figures if figure and figure.sentence), None)
