"""What experts have recorded about sources: corrections of printed figures, findings that are known and accepted.

Both are files of expectations/ that a person edits in a spreadsheet program. Here they are read and validated, and
held against what the sources print now: a record that no longer fits is refused, never silently applied.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from pipelines.vocabulary import VocabularyError
from pipelines.vocabulary.loader import FOLDER as VOCABULARY
from pipelines.vocabulary.loader import read_cells, read_numbered, require_unique
from pipelines.vocabulary.written import Amount, Day
from pipelines.warehouse.settings import CHECKOUT

EXPECTATIONS = CHECKOUT / "expectations"
CORRECTIONS = "corrections.csv"
ACCEPTED = "accepted_findings.csv"

#: Why a record is refused; the words are in explanations.csv under "record.…".
Refusal = Literal["gone", "printed_otherwise", "already_meant", "not_broken", "other_figures"]


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """corrections.csv: a printed figure that was meant otherwise.

    `value_printed` (and `unit_printed`, where it is given) is what the source prints, to recognise it;
    `corrected_value` is in the base unit `corrected_unit` (đồng, heads, per cent); empty is the unit of the figure.
    """

    document: str
    observation_id: str
    value_printed: str
    corrected_value: Amount
    author: str
    reason: str
    corrected_on: Day
    unit_printed: str | None = None
    corrected_unit: str | None = None


@dataclass(frozen=True, slots=True)
class AcceptedRow:
    """accepted_findings.csv: a finding that an expert knows and accepts, with its figures, so that another alarms."""

    document: str
    relation_id: str
    stated: Decimal  # copied from what `solieu check` prints, where 1.125 is no thousand
    computed: Decimal
    author: str
    reason: str
    accepted_on: Day


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure as its source prints it now."""

    document: str
    value_printed: str
    unit_printed: str | None
    value: Decimal
    unit: str | None


@dataclass(frozen=True, slots=True)
class JudgedRelation:
    """A relation as it is judged now."""

    document: str
    outcome: str
    stated: Decimal | None
    computed: Decimal | None


def read_corrections(folder: Path = EXPECTATIONS) -> tuple[CorrectionRow, ...]:
    """The rows of corrections.csv. Raises VocabularyError with file, row and column where one cannot be used."""
    rows = read_numbered(CORRECTIONS, CorrectionRow, folder, may_be_empty=True)
    for number, row in rows:
        if row.corrected_unit is not None and row.corrected_unit not in _units():
            problem = f"{row.corrected_unit!r} is no unit of units.csv; leave it empty for the unit that is printed"
            raise VocabularyError(folder / CORRECTIONS, number, "corrected_unit", problem)
    require_unique(folder / CORRECTIONS, rows, lambda row: row.observation_id, "observation_id")
    return tuple(row for _, row in rows)


def read_accepted(folder: Path = EXPECTATIONS) -> tuple[AcceptedRow, ...]:
    """The rows of accepted_findings.csv. Raises VocabularyError with file, row and column where one cannot be used."""
    rows = read_numbered(ACCEPTED, AcceptedRow, folder, may_be_empty=True)
    require_unique(folder / ACCEPTED, rows, lambda row: row.relation_id, "relation_id")
    return tuple(row for _, row in rows)


def refuse_correction(row: CorrectionRow, figures: Mapping[str, PrintedFigure]) -> Refusal | None:
    """Why a correction cannot be applied to the figures of the sources, by their keys; None where it can."""
    figure = figures.get(row.observation_id)
    if figure is None or figure.document != row.document:
        return "gone"
    same_unit = row.unit_printed is None or _plain(row.unit_printed) == _plain(figure.unit_printed)
    if _plain(row.value_printed) != _plain(figure.value_printed) or not same_unit:
        return "printed_otherwise"
    if row.corrected_value == figure.value and row.corrected_unit in (None, figure.unit):
        return "already_meant"
    return None


def refuse_acceptance(row: AcceptedRow, relations: Mapping[str, JudgedRelation]) -> Refusal | None:
    """Why an acceptance does not speak of any finding, of the relations by their keys; None where it does."""
    relation = relations.get(row.relation_id)
    if relation is None or relation.document != row.document:
        return "gone"
    if relation.outcome != "broken":
        return "not_broken"
    if (relation.stated, relation.computed) != (row.stated, row.computed):
        return "other_figures"
    return None


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


@cache
def _units() -> frozenset[str]:
    return frozenset(cells["unit"] for _, cells in read_cells(VOCABULARY / "units.csv")[1] if "unit" in cells)
