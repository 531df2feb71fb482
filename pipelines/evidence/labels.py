"""The words of the pages in Vietnamese and English: those of labels.csv, and those of the warehouse's dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.quality.printing import Language
from pipelines.vocabulary import read_table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FOLDER = Path(__file__).parent
FILE = "labels.csv"


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in both languages."""

    vi: str
    en: str

    def told(self, language: Language) -> str:
        """The words in one language."""
        return self.vi if language == "vi" else self.en

    def filled(self, **fields: object) -> "Words":
        """The words with their {fields} filled."""
        return Words(self.vi.format(**fields), self.en.format(**fields))


@dataclass(frozen=True, slots=True)
class LabelRow:
    """labels.csv: a key that the templates name, and its words."""

    key: str
    vi: str
    en: str


@cache
def labels() -> Mapping[str, Words]:
    """The words of labels.csv by their keys. Raises VocabularyError."""
    return {row.key: Words(row.vi, row.en) for row in read_table(FILE, LabelRow, FOLDER)}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of codes: `by_list` holds those of the dimensions and code lists, by list and code.

    A code without a name is shown as it is, so that a page never hides one.
    """

    by_list: Mapping[str, Mapping[str, Words]]
    unit_kinds: Mapping[str, str] = field(default_factory=dict)

    def of(self, list_id: str, code: str | None) -> Words | None:
        """The words for a code of a list; none where there is no code."""
        if code is None:
            return None
        return self.by_list.get(list_id, {}).get(code) or Words(code, code.replace("_", " "))


_DIMENSIONS = {
    "indicator": "SELECT indicator_id, label_vi, name_en FROM dim_indicator",
    "population_group": "SELECT population_id, label_vi, name_en FROM dim_population_group",
    "programme": "SELECT programme_id, label_vi, name_en FROM dim_programme",
    "funding_source": "SELECT funding_source_id, label_vi, name_en FROM dim_funding_source",
    "unit": "SELECT unit_id, label_vi, replace(unit_id, '_', ' ') FROM dim_unit",
}


def read_names(connection: "DuckDBPyConnection") -> Names:
    """The names of all codes of a warehouse."""
    by_list: dict[str, dict[str, Words]] = {
        name: {code: Words(vi, en) for code, vi, en in connection.execute(query).fetchall()}
        for name, query in _DIMENSIONS.items()
    }
    for list_id, code, vi, en in connection.execute(
        "SELECT list_id, code, name_vi, name_en FROM code_list ORDER BY list_id, sort"
    ).fetchall():
        by_list.setdefault(list_id, {})[code] = Words(vi, en)
    kinds = connection.execute("SELECT unit_id, kind FROM dim_unit").fetchall()
    return Names(by_list, dict(kinds))
