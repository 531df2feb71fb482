"""Cells as people and their spreadsheet programs write them: days, amounts. What could mean two things is refused."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_VIETNAMESE_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_AMOUNT = re.compile(r"-?\d{1,18}(?:\.\d{1,9})?")
#: "2.000" is two in a program set to English and two thousand in one set to Vietnamese.
_GROUPED = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


def _day(cell: str) -> date:
    """2024-03-01 or 01/03/2024: the first of March, as Vietnamese programs save it."""
    iso, vietnamese = _ISO_DAY.fullmatch(cell), _VIETNAMESE_DAY.fullmatch(cell)
    parts = iso.groups() if iso else vietnamese.groups()[::-1] if vietnamese else None
    if parts is None:
        raise ValueError("no day; write 2024-03-01 or 01/03/2024 (day/month/year)")
    year, month, day = map(int, parts)
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("there is no such day; write 2024-03-01 or 01/03/2024 (day/month/year)") from None


def _amount(cell: str) -> Decimal:
    if _GROUPED.fullmatch(cell):
        plain = cell.replace(".", "")
        raise ValueError(f"may be {plain} or {cell}0; write that one")
    if not _AMOUNT.fullmatch(cell):
        raise ValueError("no amount; write at most 18 digits without separators, and a point before decimals: 1250.5")
    return Decimal(cell)


@dataclass(frozen=True, slots=True)
class _Written:
    """A cell that a function of ours reads; pydantic is imported when the first table is read: `--help` reads none."""

    read: Callable[[str], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import PydanticCustomError, core_schema

        def validate(cell: str) -> Any:
            try:
                return self.read(cell)
            except ValueError as error:
                raise PydanticCustomError("written", "{problem}", {"problem": str(error)}) from None

        return core_schema.no_info_plain_validator_function(validate)


#: The types of a cell with a day, and with an amount.
Day = Annotated[date, _Written(_day)]
Amount = Annotated[Decimal, _Written(_amount)]
