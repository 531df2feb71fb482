"""The words of sheet_words.csv by their role. What they say of a row or a column is told in the room of tables."""

from dataclasses import dataclass
from functools import cache

from pipelines.orthography import fold
from pipelines.vocabulary.loader import Members, read_table


@dataclass(frozen=True, slots=True)
class SheetWordRow:
    """sheet_words.csv: the forms of a role, and whether a text must be one, begin with one or contain one."""

    role: str
    match: str
    forms: Members
    note: str = ""


@cache
def forms_of(role: str) -> tuple[str, ...]:
    """The folded words that give a text a role."""
    rows = read_table("sheet_words.csv", SheetWordRow)
    return tuple(fold(form) for row in rows if row.role == role for form in row.forms)
