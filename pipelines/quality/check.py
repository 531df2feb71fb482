"""The relations of documents and whether they hold, each document by itself: what `solieu check` prints.

No warehouse and no Great Expectations: the queries run over the staging tables in memory, many documents at a time.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from pipelines.model import Extraction
from pipelines.quality.explanations import explain, explain_change
from pipelines.quality.judging import judged
from pipelines.quality.repair import with_proposals
from pipelines.quality.verdicts import Figure, Verdict, read_verdicts
from pipelines.warehouse.staging import stage


class TerminalRow(NamedTuple):
    """A verdict as a line of a table for people: where, what outcome, and why in words."""

    document: str
    place: str
    outcome: str
    severity: str
    explanation: str
    proposal: str


def check(extractions: Iterable[Extraction]) -> list[Verdict]:
    """The verdict on every relation, in the order of documents and of places in them; broken ones with a proposal.

    Raises VocabularyError where units or norms cannot be used.
    """
    with judged(stage(extractions)) as connection:
        return with_proposals(connection, read_verdicts(connection))


def as_record(verdict: Verdict) -> dict[str, Any]:
    """A verdict as the JSON object of `check --format jsonl`; numbers are decimal strings."""
    proposal = verdict.proposal
    return {
        "document": verdict.document,
        "relation_id": verdict.relation_id,
        "kind": verdict.kind,
        "test": verdict.test,
        "outcome": verdict.outcome,
        "agreement": verdict.agreement,
        "stated": _text(verdict.stated),
        "computed": _text(verdict.computed),
        "difference": _text(verdict.difference),
        "tolerance": _text(verdict.tolerance),
        "unit": verdict.unit,
        "severity": verdict.severity,
        "observations": [_observation(figure) for figure in verdict.figures],
        "norm": None if verdict.norm is None else {
            "norm_id": verdict.norm.norm_id,
            "source": verdict.norm.source,
            "certainty": verdict.norm.certainty,
            "low": _text(verdict.norm.low),
            "high": _text(verdict.norm.high),
        },
        "explanation": explain(verdict, "vi"),
        "explanation_en": explain(verdict, "en"),
        "proposal": None if proposal is None else {
            "observation_id": proposal.observation_id,
            "value": _text(proposal.value),
            "unit": proposal.unit,
            "change": proposal.kind,
            "reason": explain_change(proposal, "vi", verdict.also),
            "reason_en": explain_change(proposal, "en", verdict.also),
        },
        "alternatives": [
            {"observation_id": change.observation_id, "value": _text(change.value), "unit": change.unit,
             "change": change.kind, "reason": explain_change(change, "vi")}
            for change in verdict.alternatives
        ],
    }  # fmt: skip


def as_rows(verdicts: Sequence[Verdict]) -> list[TerminalRow]:
    """The verdicts as lines for people, the gravest first; what holds comes last."""
    ranked = sorted(enumerate(verdicts), key=lambda one: (*_gravity(one[1]), one[0]))
    return [
        TerminalRow(
            document=verdict.document,
            place=figure.place if (figure := verdict.stating()) else "",
            outcome=verdict.outcome,
            severity=verdict.severity or "",
            explanation=explain(verdict),
            proposal=explain_change(verdict.proposal, "vi", verdict.also) if verdict.proposal else "",
        )
        for _, verdict in ranked
    ]


def _gravity(verdict: Verdict) -> tuple[int, int]:
    outcomes = ("broken", "not_evaluated", "holds")
    severities = ("critical", "warning", "info", None)
    return outcomes.index(verdict.outcome), severities.index(verdict.severity)


def _observation(figure: Figure) -> dict[str, Any]:
    return {
        "observation_id": figure.observation_id,
        "role": figure.role,
        "char_start": figure.char_start,
        "char_end": figure.char_end,
        "sheet": figure.sheet,
        "cell": figure.cell,
        "quote": figure.quote,
    }


def _text(value: Decimal | None) -> str | None:
    """A decimal without the zeros behind that its column adds."""
    if value is None:
        return None
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
