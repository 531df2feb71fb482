"""Where a word stands in the vocabulary files, so that a person finds the row that decided: "topics.csv row 12"."""

from collections.abc import Mapping
from functools import cache

from pipelines.orthography import fold
from pipelines.vocabulary.loader import FOLDER, read_cells
from pipelines.vocabulary.word_lists import expanded


def row_of(file: str, form: str = "", **cells: str) -> str:
    """The first row of a vocabulary file that bears a form (folded) and these cells, as text; "" where none does."""
    for number, row, forms in _rows(file):
        if (not form or form in forms) and all(row.get(column) == cell for column, cell in cells.items()):
            return f"{file} row {number}"
    return ""


@cache
def _rows(file: str) -> tuple[tuple[int, Mapping[str, str], frozenset[str]], ...]:
    _, rows = read_cells(FOLDER / file)
    return tuple((number, row, _forms(row.get("forms", ""))) for number, row in rows)


def _forms(cell: str) -> frozenset[str]:
    return frozenset(map(fold, expanded(form.strip() for form in cell.split(";") if form.strip())))
