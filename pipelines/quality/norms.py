"""The norms that amounts a head are held against: the rows of norms.csv, validated.

Where a norm applies is decided in sql/relations/per_head_norm.sql; here is what a row must look like.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from pipelines.vocabulary import VocabularyError
from pipelines.vocabulary.loader import FOLDER, Members, read_numbered, require_unique

FILE = "norms.csv"
Certainty = Literal["CERTAIN", "VERIFIED", "LIKELY", "UNCERTAIN"]


@dataclass(frozen=True, slots=True)
class NormRow:
    """norms.csv: an amount that a rule sets a head, or a band of what is plausible (kind `plausible`).

    It applies to amounts of `amount_indicators` (empty: any) told with a count of `count_indicators` in
    `count_units`, of `population_groups` and `programmes`, in `place` (a code of the statistics office, with all that
    lies in it), between `valid_from` and `valid_to`; empty is any. `basis` month: due for one month up to
    `months_max` a year; year, once: as it is; value: no amount a head but a bound of the figure itself.
    `source_vi` is the source in Vietnamese, for explanations in that language.
    Certainty: VERIFIED and CERTAIN may raise a warning, LIKELY an info, UNCERTAIN nothing.
    """

    norm_id: str
    norm_key: str
    kind: Literal["exact", "ceiling", "range", "plausible"]
    unit: str
    basis: Literal["once", "month", "year", "value"]
    certainty: Certainty
    source: str
    amount_indicators: Members = ()
    count_indicators: Members = ()
    count_units: Members = ()
    population_groups: Members = ()
    programmes: Members = ()
    place: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    months_max: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    source_vi: str = ""
    note: str = ""


@cache
def norms(folder: Path = FOLDER) -> tuple[NormRow, ...]:
    """The rows of norms.csv. Raises VocabularyError where one contradicts itself."""
    rows = read_numbered(FILE, NormRow, folder)
    require_unique(folder / FILE, rows, lambda row: row.norm_id, "norm_id")
    for number, row in rows:
        column, problem = _contradiction(row)
        if problem:
            raise VocabularyError(folder / FILE, number, column, problem)
    return tuple(row for _, row in rows)


def source_in_vietnamese(norm_id: str) -> str | None:
    """The source of a norm as a Vietnamese reader knows it; None where norms.csv does not tell."""
    return next((row.source_vi or None for row in norms() if row.norm_id == norm_id), None)


def _contradiction(row: NormRow) -> tuple[str | None, str | None]:
    """The column and the reason for which a row cannot be used."""
    if row.high is None:
        return "high", "a norm needs an upper end"
    if row.low is not None and row.low > row.high:
        return "low", "the lower end is above the upper end"
    if row.kind == "exact" and row.low != row.high:
        return "low", "an exact norm has the same lower and upper end"
    if (row.basis == "month") != (row.months_max is not None):
        return "months_max", "a norm a month, and only that, says for how many months it is due"
    if row.valid_from and row.valid_to and row.valid_from > row.valid_to:
        return "valid_to", "it ends before it begins"
    if row.place is not None and not (row.place.isdigit() and len(row.place) in (2, 3, 5)):
        return "place", "codes of places are text of 2, 3 or 5 digits, zeros in front kept"
    return None, None
