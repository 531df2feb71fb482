"""norms.csv: what a row must look like, and that the rows name what the other vocabularies have."""

from pathlib import Path

import pytest

from pipelines.quality.norms import norms
from pipelines.vocabulary import VocabularyError
from pipelines.vocabulary.loader import FOLDER, read_cells

HEADING = "norm_id,norm_key,kind,unit,basis,certainty,source,low,high,months_max,place,valid_from,valid_to\n"
GOOD = "N1,k,exact,VND,month,VERIFIED,Decree 1,160000,160000,9,06,2020-11-01,2025-12-04\n"


def written(folder: Path, *rows: str) -> Path:
    (folder / "norms.csv").write_text(HEADING + "".join(rows), encoding="utf-8")
    return folder


def test_a_good_row(tmp_path: Path) -> None:
    (row,) = norms(written(tmp_path, GOOD))

    assert (row.norm_id, row.months_max, row.place) == ("N1", 9, "06")
    assert row.programmes == ()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        pytest.param(GOOD.replace("160000,160000", ",160000"), "low", id="exact without a lower end"),
        pytest.param(GOOD.replace("exact", "range").replace("160000,160000", "2,1"), "low", id="upside down"),
        pytest.param(GOOD.replace("160000,160000", "160000,"), "high", id="no upper end"),
        pytest.param(GOOD.replace(",9,", ",,"), "months_max", id="a month, but for how many"),
        pytest.param(GOOD.replace("month", "once"), "months_max", id="once, nine times"),
        pytest.param(GOOD.replace("2025-12-04", "2019-12-04"), "valid_to", id="ends before it begins"),
        pytest.param(GOOD.replace(",06,", ",6,"), "place", id="a spreadsheet program ate the zero"),
        pytest.param(GOOD.replace("VERIFIED", "SURE"), "certainty", id="unknown certainty"),
        pytest.param(GOOD + GOOD, "norm_id", id="twice"),
    ],
)
def test_a_row_that_contradicts_itself(tmp_path: Path, row: str, column: str) -> None:
    with pytest.raises(VocabularyError) as error:
        norms(written(tmp_path, row))

    assert error.value.column == column
    assert error.value.row is not None


@pytest.mark.parametrize(
    ("column", "file", "key"),
    [
        ("programmes", "programmes.csv", "programme_id"),
        ("population_groups", "population_groups.csv", "population_id"),
        ("count_units", "units.csv", "unit"),
        ("count_indicators", "indicators.csv", "indicator_id"),
        ("amount_indicators", "indicators.csv", "indicator_id"),
    ],
)
def test_norms_name_what_there_is(column: str, file: str, key: str) -> None:
    known = {cells[key] for _, cells in read_cells(FOLDER / file)[1] if key in cells}
    told = {name for row in norms() for name in getattr(row, column) if not name.startswith("param.")}

    assert told - known == set()
    assert told


def test_only_bands_apply_to_any_amount() -> None:
    assert {row.kind for row in norms() if not row.amount_indicators} == {"plausible"}
