"""What is known of figures in several sources: which codes tell one thing, and which source is preferred. Validated.

How sources are compared is in sql/relations/cross_source_pair.sql, which reads the same two files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pipelines.meaning.code_lists import SAME, CodeList, SameRow
from pipelines.vocabulary import VocabularyError, read_table
from pipelines.vocabulary.loader import FOLDER, read_cells, read_numbered, require_unique

PREFERENCES = "preferred_sources.csv"
#: Where the codes of each vocabulary are listed: file and column.
_LISTS: Mapping[CodeList, tuple[str, str]] = {
    "indicator": ("indicators.csv", "indicator_id"),
    "programme": ("programmes.csv", "programme_id"),
    "population_group": ("population_groups.csv", "population_id"),
    "unit": ("units.csv", "unit"),
}


@dataclass(frozen=True, slots=True)
class PreferenceRow:
    """preferred_sources.csv: the lower the rank, the sooner a source is taken for right; empty fits any."""

    rank: int
    reason: str
    form: Literal["sheet", "text"] | None = None
    publisher: str | None = None


@cache
def same_figures(folder: Path = FOLDER) -> tuple[SameRow, ...]:
    """The rows of same_figures.csv. Raises VocabularyError where one names a code that its vocabulary lacks."""
    rows = read_numbered(SAME, SameRow, folder)
    require_unique(folder / SAME, rows, lambda row: (row.vocabulary, row.code), "code")
    replaced = {(row.vocabulary, row.code) for _, row in rows}
    for number, row in rows:
        for column, code in (("code", row.code), ("same_as", row.same_as)):
            if code is not None and code not in _codes(row.vocabulary):
                raise VocabularyError(folder / SAME, number, column, f"{code} is not in {_LISTS[row.vocabulary][0]}")
        if (row.vocabulary, row.same_as) in replaced:
            problem = f"{row.same_as} is taken for another in its own row"
            raise VocabularyError(folder / SAME, number, "same_as", problem)
    return tuple(row for _, row in rows)


@cache
def preferred_sources(folder: Path = FOLDER) -> tuple[PreferenceRow, ...]:
    """The rows of preferred_sources.csv. Raises VocabularyError where one cannot be used."""
    return read_table(PREFERENCES, PreferenceRow, folder)


@cache
def _codes(vocabulary: CodeList) -> frozenset[str]:
    file, column = _LISTS[vocabulary]
    return frozenset(cells[column] for _, cells in read_cells(FOLDER / file)[1] if column in cells)
