"""Figures whose words name all that there is: houses built anew and repaired, households moved and those that stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.statements.readings import Reading
from pipelines.vocabulary import read_table
from pipelines.vocabulary.loader import Members

_SIDES = 2


@dataclass(frozen=True, slots=True)
class ComplementRow:
    """complements.csv: two words whose things make up all there are."""

    forms: Members
    note: str = ""


@cache
def _complements() -> tuple[ComplementRow, ...]:
    return read_table("complements.csv", ComplementRow)


def are_complements(parts: Sequence[Reading], folded: str) -> bool:
    """Whether the words of two parts name all that there is: "xây mới 350 nhà, sửa chữa 81 nhà"."""
    if len(parts) != _SIDES:
        return False
    words = [folded[part.figure.own : part.figure.right] for part in parts]
    return any(
        (row.forms[0] in words[0] and row.forms[1] in words[1])
        or (row.forms[0] in words[1] and row.forms[1] in words[0])
        for row in _complements()
    )
