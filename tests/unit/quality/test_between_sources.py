"""same_figures.csv and preferred_sources.csv: what a row must look like."""

from pathlib import Path

import pytest

from pipelines.meaning.code_lists import SAME
from pipelines.quality.between_sources import PREFERENCES, preferred_sources, same_figures
from pipelines.vocabulary import VocabularyError

HEADING = "vocabulary,code,same_as,note\n"
GOOD = "indicator,house.units_supported,house.hh_supported,a house a household\n"


def test_the_files_of_the_project_can_be_used() -> None:
    assert same_figures()
    assert [row.rank for row in preferred_sources()] == sorted({row.rank for row in preferred_sources()})


@pytest.mark.parametrize(
    ("rows", "row", "column"),
    [
        pytest.param(GOOD.replace("house.units_supported", "house.units"), 2, "code", id="unknown code"),
        pytest.param(GOOD.replace("house.hh_supported", "house.hh"), 2, "same_as", id="unknown target"),
        pytest.param("\n" + GOOD.replace("house.units_supported", "house.units"), 3, "code", id="behind a blank row"),
        pytest.param(GOOD.replace("indicator", "indicators"), 2, "vocabulary", id="unknown vocabulary"),
        pytest.param(GOOD + GOOD, 3, "code", id="twice"),
        pytest.param(GOOD + "indicator,house.hh_supported,house.units_new,\n", 2, "same_as", id="chained"),
    ],
)
def test_a_row_that_cannot_be_used(tmp_path: Path, rows: str, row: int, column: str) -> None:
    (tmp_path / SAME).write_text(HEADING + rows, encoding="utf-8")

    with pytest.raises(VocabularyError) as error:
        same_figures(tmp_path)

    assert (error.value.row, error.value.column) == (row, column)


def test_a_preference_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / PREFERENCES).write_text("rank,form,publisher,reason\n1,cell,,why\n", encoding="utf-8")

    with pytest.raises(VocabularyError, match="row 2, column form"):
        preferred_sources(tmp_path)
