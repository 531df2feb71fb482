"""How sure an observation is: the share of observations read on like grounds whose value, unit and indicator are right.

The grounds are few and plain: whether an indicator was found, how well its rule fits, its lead over the next. (That a
number is spelled out or odd makes no difference on the gold, so it is none of them.) What share is right on which
grounds is counted on the gold articles and kept in confidence.csv, which `python -m benchmarks.confidence --write`
renews; the same script measures, leaving each article out in turn, how far the shares hold (expected calibration error,
Brier score). The rules were made while these articles could be read, so on others the shares are somewhat lower.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from pipelines.statements.readings import Reading
from pipelines.vocabulary import read_table

Told = Literal["indicator", "none"]

#: A lead is a difference of floating numbers.
_ROUNDING = 1e-9


class Grounds(NamedTuple):
    """On what an observation rests: whether an indicator is told, the fit of its rule, its lead over the next."""

    told: Told
    fit: float = 0.0
    lead: float = 0.0


@dataclass(frozen=True, slots=True)
class ConfidenceRow:
    """confidence.csv: grounds from a fit and a lead on, and how many of the gold's observations on them are right."""

    told: Told
    fit_from: float
    lead_from: float
    observations: int
    right: int
    confidence: float
    note: str = ""


def confidence(reading: Reading) -> float:
    """Between 0 and 1: the share of observations on such grounds whose value, unit and indicator are right."""
    return row_for(confidence_rows(), grounds(reading)).confidence


def grounds(reading: Reading) -> Grounds:
    """On what a reading rests."""
    subject = reading.subject
    return Grounds("none") if subject.indicator is None else Grounds("indicator", subject.score, subject.margin)


@cache
def confidence_rows() -> tuple[ConfidenceRow, ...]:
    """The rows of confidence.csv. Raises VocabularyError."""
    return read_table("confidence.csv", ConfidenceRow)


def row_for(rows: tuple[ConfidenceRow, ...], one: Grounds) -> ConfidenceRow:
    """The row for grounds: of those whose fit and lead are reached the one that asks for most."""
    best: ConfidenceRow | None = None
    for row in rows:
        fits = row.told == one.told and row.fit_from <= one.fit and row.lead_from <= one.lead + _ROUNDING
        if fits and (best is None or (row.fit_from, row.lead_from) > (best.fit_from, best.lead_from)):
            best = row
    assert best is not None, f"confidence.csv has no row for {one}"
    return best
