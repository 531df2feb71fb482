"""What becomes of a relation: its verdict, the figures in it, the norm it was held against, what would mend it.

Values only, and how they are read from a database that holds the verdicts; how they come about is in SQL.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Outcome = Literal["holds", "broken", "not_evaluated"]
Severity = Literal["critical", "warning", "info"]
ChangeKind = Literal["unit_factor", "decimal_mark", "swapped_digits", "digit", "missing_part"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its relation, with what is needed to show it and to think of what else may have been meant."""

    observation_id: str
    role: str
    sign: int
    quote: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    comparator: str
    unit: str | None
    factor: Decimal
    value_printed: str
    unit_printed: str | None
    char_start: int | None
    char_end: int | None
    sheet: str | None
    cell: str | None
    sentence: str | None
    document: str = ""

    @property
    def place(self) -> str:
        """Where it stands: sheet and cell, or the characters of the text."""
        return f"{self.sheet}!{self.cell}" if self.cell else f"{self.char_start}–{self.char_end}"


@dataclass(frozen=True, slots=True)
class Norm:
    """The norm that an amount was held against; `low` and `high` are what it allows a head for the time told."""

    norm_id: str
    kind: str
    source: str
    certainty: str
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Change:
    """A single change of one printed figure: what it would then print and be worth.

    Of a missing part there is no figure: `figure` is the total, `value` what the part would be.
    """

    observation_id: str
    kind: ChangeKind
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    value_printed: str
    unit_printed: str | None
    unit: str | None
    figure: Figure = field(compare=False, repr=False)  # told by its key already


@dataclass(frozen=True, slots=True)
class Verdict:
    """One relation with its outcome. `years` is what a yearly average is told over, `missing` why nothing was judged.

    `proposal` is the one change that makes all relations of the document hold at once, where there is just one
    (`also` are those on other figures that belong to it); `alternatives` are several that would, the likeliest first.
    Where two sources differ throughout, the relation stands for `shared` figures, of which `differing` differ.
    """

    relation_id: str
    document: str
    kind: str
    test: str | None
    outcome: Outcome
    missing: str | None
    stated: Decimal | None
    computed: Decimal | None
    difference: Decimal | None
    tolerance: Decimal | None
    unit: str | None
    agreement: str | None
    severity: Severity | None
    norm: Norm | None
    years: Decimal | None
    exhaustive: bool | None
    figures: tuple[Figure, ...]
    proposal: Change | None = None
    also: tuple[Change, ...] = ()
    shared: int | None = None
    differing: int | None = None
    alternatives: tuple[Change, ...] = ()

    def of_role(self, *roles: str) -> tuple[Figure, ...]:
        """The figures with one of these roles, in their order."""
        return tuple(figure for figure in self.figures if figure.role in roles)

    def first(self) -> Figure | None:
        """The figure that stands first in the document of the relation."""
        own = [figure for figure in self.figures if figure.document in ("", self.document)]
        return min(own, key=_place_order, default=None)

    def stating(self) -> Figure | None:
        """The figure that prints what is stated, where a person looks first; else the first of the document.

        Of a rate whose own figures are not told, it is the rate.
        """
        if self.missing == "own_figures":
            return next(iter(self.of_role("rate")), self.first())
        own = (figure for figure in self.figures if figure.document in ("", self.document))
        return next((figure for figure in own if figure.value == self.stated), self.first())


_RELATIONS = """
SELECT
    verdict.relation_id, verdict.document, verdict.kind, verdict.test, verdict.outcome, verdict.missing,
    verdict.stated, verdict.computed, verdict.difference, verdict.tolerance, verdict.unit, verdict.agreement,
    verdict.severity, verdict.norm_id, dim_norm.kind, dim_norm.source, dim_norm.certainty,
    verdict.norm_low, verdict.norm_high, stg_relation.years, verdict.exhaustive,
    cross_source_pair.shared, cross_source_pair.differing
FROM fact_relation AS verdict
LEFT JOIN cross_source_pair ON verdict.relation_id = cross_source_pair.relation_id
LEFT JOIN stg_relation ON verdict.relation_id = stg_relation.relation_id
LEFT JOIN dim_norm ON verdict.norm_id = dim_norm.norm_id
"""
#: What the columns of that query are called here, those of the norm behind "norm_".
_NORM = ("norm_id", "kind", "source", "certainty", "low", "high")
_COLUMNS = (
    "relation_id", "document", "kind", "test", "outcome", "missing", "stated", "computed", "difference", "tolerance",
    "unit", "agreement", "severity", *(f"norm_{name}" for name in _NORM), "years", "exhaustive", "shared",
    "differing",
)  # fmt: skip
_FIGURES = """
SELECT
    member.relation_id, told.observation_id, member.role, member.sign, told.quote, told.value, told.interval_low,
    told.interval_high, told.comparator, told.unit, told.factor, told.value_printed, told.unit_printed,
    told.char_start, told.char_end, told.sheet, told.cell, told.sentence, told.document
FROM fact_relation_member AS member
INNER JOIN fact_relation AS verdict ON member.relation_id = verdict.relation_id
INNER JOIN stg_observation AS told ON member.observation_id = told.observation_id
ORDER BY member.relation_id, member.position
"""


def read_verdicts(connection: "DuckDBPyConnection") -> list[Verdict]:
    """The verdicts in a database, in the order of documents, places in them and keys."""
    figures: dict[str, list[Figure]] = {}
    for relation_id, *columns in connection.execute(_FIGURES).fetchall():
        figures.setdefault(relation_id, []).append(Figure(*columns))
    verdicts = [_verdict(row, figures) for row in connection.execute(_RELATIONS).fetchall()]
    return sorted(verdicts, key=_order)


def _verdict(row: tuple[Any, ...], figures: Mapping[str, list[Figure]]) -> Verdict:
    told = dict(zip(_COLUMNS, row, strict=True))
    norm = Norm(**{name: told.pop(f"norm_{name}") for name in _NORM})
    return Verdict(**told, norm=norm if norm.norm_id is not None else None, figures=tuple(figures.get(row[0], ())))


def _order(verdict: Verdict) -> tuple[object, ...]:
    first = verdict.first()
    place = _place_order(first) if first else (0, "", (0, ""))
    return verdict.document, place, verdict.kind, verdict.relation_id


def _place_order(figure: Figure) -> tuple[int, str, tuple[int, str]]:
    return figure.char_start or 0, figure.sheet or "", _cell_order(figure.cell)


def _cell_order(cell: str | None) -> tuple[int, str]:
    """C10 behind C9: by row, then by column."""
    letters = (cell or "").rstrip("0123456789")
    return int((cell or "")[len(letters) :] or 0), letters.rjust(4)
