"""corrections.csv and accepted_findings.csv: what a row must look like, and when it no longer fits its source."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.quality.explanations import templates
from pipelines.quality.records import (
    ACCEPTED,
    CORRECTIONS,
    EXPECTATIONS,
    AcceptedRow,
    CorrectionRow,
    JudgedRelation,
    PrintedFigure,
    read_accepted,
    read_corrections,
    refuse_acceptance,
    refuse_correction,
)
from pipelines.vocabulary import VocabularyError

CORRECTION = "a.txt,o1,1.218.000,triệu đồng,1218000000,VND,An,nghìn đồng,2024-03-01\n"
ACCEPTANCE = "a.txt,r1,511900000,427950000,An,paid in arrears,2024-03-01\n"


def written(folder: Path, name: str, *rows: str) -> Path:
    heading = (EXPECTATIONS / name).read_text(encoding="utf-8").partition("\n")[0]
    (folder / name).write_text(heading + "\n" + "".join(rows), encoding="utf-8")
    return folder


def test_the_files_of_the_project_can_be_used() -> None:
    assert isinstance(read_corrections(), tuple)
    assert isinstance(read_accepted(), tuple)


def test_good_rows(tmp_path: Path) -> None:
    (correction,) = read_corrections(written(tmp_path, CORRECTIONS, CORRECTION))
    (accepted,) = read_accepted(written(tmp_path, ACCEPTED, ACCEPTANCE))

    assert (correction.corrected_value, correction.corrected_on) == (Decimal(1_218_000_000), date(2024, 3, 1))
    assert (accepted.relation_id, accepted.stated) == ("r1", Decimal(511_900_000))


@pytest.mark.parametrize(
    ("row", "number", "column"),
    [
        pytest.param(CORRECTION.replace("1218000000", "1.218.000"), 2, "corrected_value", id="no number"),
        pytest.param(CORRECTION.replace("VND", "dong"), 2, "corrected_unit", id="no unit"),
        pytest.param("\n\n" + CORRECTION.replace("VND", "dong"), 4, "corrected_unit", id="behind blank rows"),
        pytest.param(CORRECTION.replace("2024-03-01", "March"), 2, "corrected_on", id="no day"),
        pytest.param(CORRECTION.replace(",An,", ",,"), 2, "author", id="nobody"),
        pytest.param(CORRECTION.replace("nghìn đồng", ""), 2, "reason", id="no reason"),
        pytest.param(CORRECTION + CORRECTION, 3, "observation_id", id="twice"),
        pytest.param(CORRECTION + "\n,,\n" + CORRECTION, 5, "observation_id", id="twice, blank rows between"),
    ],
)
def test_a_correction_that_cannot_be_used(tmp_path: Path, row: str, number: int, column: str) -> None:
    with pytest.raises(VocabularyError) as error:
        read_corrections(written(tmp_path, CORRECTIONS, row))

    assert (error.value.file.name, error.value.row, error.value.column) == (CORRECTIONS, number, column)


@pytest.mark.parametrize(
    ("row", "number", "column"),
    [
        pytest.param(ACCEPTANCE.replace("511900000", "much"), 2, "stated", id="no number"),
        pytest.param(ACCEPTANCE.replace("paid in arrears", ""), 2, "reason", id="no reason"),
        pytest.param(ACCEPTANCE + "\n" + ACCEPTANCE, 4, "relation_id", id="twice"),
    ],
)
def test_an_acceptance_that_cannot_be_used(tmp_path: Path, row: str, number: int, column: str) -> None:
    with pytest.raises(VocabularyError) as error:
        read_accepted(written(tmp_path, ACCEPTED, row))

    assert (error.value.file.name, error.value.row, error.value.column) == (ACCEPTED, number, column)


LUNCH = PrintedFigure("a.txt", "1.218.000", "triệu đồng", Decimal(1_218_000_000_000), "VND")
MEANT = CorrectionRow(
    "a.txt", "o1", "1.218.000", Decimal(1_218_000_000), "An", "nghìn đồng", date(2024, 3, 1), "triệu đồng", "VND"
)


@pytest.mark.parametrize(
    ("figures", "refusal"),
    [
        pytest.param({"o1": LUNCH}, None, id="as recorded"),
        pytest.param({"o1": replace(LUNCH, unit_printed=" triệu  đồng")}, None, id="spaces do not matter"),
        pytest.param({}, "gone", id="no such figure"),
        pytest.param({"o1": replace(LUNCH, document="b.txt")}, "gone", id="in another source"),
        pytest.param({"o1": replace(LUNCH, value_printed="1.218")}, "printed_otherwise", id="other digits"),
        pytest.param({"o1": replace(LUNCH, unit_printed="nghìn đồng")}, "printed_otherwise", id="mended at the source"),
        pytest.param({"o1": replace(LUNCH, value=Decimal(1_218_000_000))}, "already_meant", id="read so already"),
    ],
)
def test_a_correction_is_refused_where_the_source_prints_something_else(
    figures: dict[str, PrintedFigure], refusal: str | None
) -> None:
    assert refuse_correction(MEANT, figures) == refusal
    assert refusal is None or f"record.{refusal}" in templates()


BROKEN = JudgedRelation("a.txt", "broken", Decimal(511_900_000), Decimal(427_950_000))
KNOWN = AcceptedRow("a.txt", "r1", Decimal(511_900_000), Decimal(427_950_000), "An", "arrears", date(2024, 3, 1))


@pytest.mark.parametrize(
    ("relations", "refusal"),
    [
        pytest.param({"r1": BROKEN}, None, id="as recorded"),
        pytest.param({}, "gone", id="no such relation"),
        pytest.param({"r1": replace(BROKEN, outcome="holds")}, "not_broken", id="mended"),
        pytest.param({"r1": replace(BROKEN, stated=Decimal(600_000_000))}, "other_figures", id="worse than before"),
    ],
)
def test_an_acceptance_is_refused_where_the_finding_is_another(
    relations: dict[str, JudgedRelation], refusal: str | None
) -> None:
    assert refuse_acceptance(KNOWN, relations) == refusal
    assert refusal is None or f"record.{refusal}" in templates()
