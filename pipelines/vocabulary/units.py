"""The rows of units.csv. Finding units in a text is pipelines.quantities; other rooms only ask what is one."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from pipelines.vocabulary.loader import Members, read_table

UnitKind = Literal["count", "money", "rate", "measure", "scale", "classifier", "none"]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """units.csv: the written forms of a unit.

    `per` is its name in an amount per head where it is not `unit`; `tail` says that the noun behind it belongs to the
    unit as printed.
    """

    kind: UnitKind
    forms: Members
    label_vi: str = ""
    unit: str | None = None
    factor: Decimal = Decimal(1)
    per: str | None = None
    sdmx_code: str | None = None
    tail: Literal["", "noun"] = ""
    note: str = ""


@cache
def unit_rows() -> tuple[UnitRow, ...]:
    """The rows of units.csv."""
    return read_table("units.csv", UnitRow)
