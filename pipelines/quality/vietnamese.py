"""The words of expectations in Vietnamese: expectations/vietnamese.csv, by the English sentence of the suite."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.quality.records import EXPECTATIONS
from pipelines.vocabulary import read_table

FILE = "vietnamese.csv"


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """vietnamese.csv: a sentence of a suite (`notes`, `meta.reason`), and the same in Vietnamese."""

    en: str
    vi: str


def in_vietnamese(sentence: str, folder: Path = EXPECTATIONS) -> str | None:
    """The sentence in Vietnamese, or None where the file has none. Raises VocabularyError."""
    return _sentences(folder).get(sentence)


@cache
def _sentences(folder: Path) -> Mapping[str, str]:
    if not (folder / FILE).exists():
        return {}
    return {row.en: row.vi for row in read_table(FILE, SentenceRow, folder)}
