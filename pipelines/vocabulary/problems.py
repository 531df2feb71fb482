"""What each code of a Problem means and what a person should do about it: problems.csv."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.vocabulary.loader import FOLDER, read_numbered, require_unique


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """problems.csv: a code, what it says and the remedy, in English and Vietnamese."""

    code: str
    title_en: str
    title_vi: str
    remedy_en: str
    remedy_vi: str


@cache
def problem_rows() -> Mapping[str, ProblemRow]:
    """All codes. Raises VocabularyError."""
    rows = read_numbered("problems.csv", ProblemRow)
    require_unique(FOLDER / "problems.csv", rows, lambda row: row.code, "code")
    return {row.code: row for _, row in rows}


def problem_row(code: str) -> ProblemRow:
    """The row of a code. Raises KeyError for a code that is not listed, a slip of ours."""
    return problem_rows()[code]
