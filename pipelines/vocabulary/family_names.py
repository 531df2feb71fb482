"""The family names of family_names.csv. What is made of them (refusing lists of persons, bylines) is told where."""

from dataclasses import dataclass
from functools import cache

from pipelines.orthography import fold
from pipelines.vocabulary.loader import Members, read_table


@dataclass(frozen=True, slots=True)
class FamilyNameRow:
    """family_names.csv: family names, with the peoples among whom they are frequent."""

    family_name: str
    people: Members = ()


@cache
def family_names() -> frozenset[str]:
    """All family names, folded."""
    return frozenset(fold(row.family_name) for row in read_table("family_names.csv", FamilyNameRow))
