"""The five-minute tour: what each query of sql/examples/ says of the sources in raw/, and that it fits a terminal."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.warehouse.querying import ask, query
from pipelines.warehouse.settings import CHECKOUT

EXAMPLES = CHECKOUT / "sql" / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.sql"))
#: Examples whose answer is good news where it is empty, as it is for the sources of the project.
EMPTY = {"08_what_was_refused", "15_what_people_corrected", "16_what_changed"}
#: What a reader of the README sees without turning the screen.
_SCREEN = 100


def rows(warehouse: Path, name: str) -> list[tuple[Any, ...]]:
    """The rows of an example, its whole decimals as integers."""
    answer = ask(warehouse, (EXAMPLES / f"{name}.sql").read_text(encoding="utf-8"))
    return [tuple(plain(cell) for cell in row) for row in answer.rows]


def plain(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell


def test_155_houses_are_28_and_101_and_26_each_with_its_money_in_dong(published_raw: Path) -> None:
    assert rows(published_raw, "01_housing") == [
        ("total", 155, "household", None, None, "holds"),
        ("part", 28, "household", 1_960_000_000, "house.amount_grant", "holds"),
        ("part", 101, "household", 4_040_000_000, "credit.turnover_lent", "holds"),
        ("part", 26, "house", 1_300_000_000, "house.amount_grant", "holds"),
    ]
    assert 28 + 101 + 26 == 155


def test_727_of_700_workers_are_656_and_29_and_42(published_raw: Path) -> None:
    assert rows(published_raw, "02_employment") == [
        ("total", "emp.jobs_created", 727, 700, 103.8, None),
        ("part", "emp.jobs_industry", 656, None, None, None),
        ("part", "emp.jobs_via_loans", 29, None, None, 21),
        ("part", "emp.overseas_workers", 42, 42, 100, 14),
    ]
    assert 656 + 29 + 42 == 727


def test_loans_stand_with_those_who_owe_them(published_raw: Path) -> None:
    assert [row[:4] for row in rows(published_raw, "03_credit")] == [
        ("poor_hh", "vbsp_poor", 416, 25_796_000_000),
        ("near_poor_hh", "vbsp_near_poor", 490, 37_921_000_000),
        ("newly_escaped_hh", "vbsp_newly_escaped", 21, 1_665_000_000),
        ("poor_hh", "vbsp_poor", 101, 4_040_000_000),
        ("overseas_worker", "vbsp_overseas", 15, 1_026_000_000),
        ("all_hh", "vbsp_job", 368, 30_724_000_000),
        ("student", "vbsp_student", 162, 1_913_000_000),
    ]


def test_support_for_pupils_shows_that_three_amounts_cannot_be(published_raw: Path) -> None:
    assert [(row[1], row[2], row[4]) for row in rows(published_raw, "04_education_support")] == [
        (317, 511_900_000, "broken"),
        (1735, 1_218_000_000_000, "broken"),
        (947, 2_672_595_000_000, "broken"),
    ]


def test_targets_are_percentage_points_with_their_bounds(published_raw: Path) -> None:
    assert [row[1:] for row in rows(published_raw, "05_poverty_targets")] == [
        ("ethnic_minority_poor_hh", "2023", ">", 3, None),
        ("poor_hh", "2023", ">=", 4, None),
        ("resident_difficult_area", "2023", "range", 6, 7),
    ]


def test_what_is_printed_there_is_the_figure(published_raw: Path) -> None:
    found = rows(published_raw, "06_where_it_stands")
    assert [row[3] for row in found] == ["101 hộ", "155 hộ", "28 hộ", "101 hộ"]
    assert all(printed in around for *_, printed, around in found)


def test_the_gravest_findings_come_first_with_what_would_mend_them(published_raw: Path) -> None:
    found = rows(published_raw, "07_what_does_not_fit")
    assert [row[0] for row in found] == sorted((row[0] for row in found), reverse=True)
    assert {row[3] for row in found if "947 học sinh" in row[2]} == {2_672_595_000}
    assert {row[3] for row in found if "1.735 trẻ" in row[2]} == {1_218_000_000}
    assert {row[3] for row in found if "317 học sinh" in row[2]} == {None}


@pytest.mark.parametrize("name", NAMES)
def test_an_example_has_an_answer(published_raw: Path, name: str) -> None:
    assert (rows(published_raw, name) == []) == (name in EMPTY)


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_fits_the_screen_as_a_table(published_raw: Path, name: str) -> None:
    shown = query(published_raw, (EXAMPLES / f"{name}.sql").read_text(encoding="utf-8"), width=_SCREEN).splitlines()
    assert max(len(line) for line in shown) <= _SCREEN
    assert not shown[0].startswith("── 1 ")


@pytest.mark.parametrize("name", NAMES)
def test_an_example_asks_its_question_in_words(name: str) -> None:
    first = (EXAMPLES / f"{name}.sql").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("-- ")
    assert len(first.split()) > 5


def test_a_line_never_joins_a_count_with_money_of_another_time(published_raw: Path) -> None:
    """The workbook tells the debt of two years and those who owe the second: 416 households do not owe the first."""
    mixed = ask(
        published_raw,
        """SELECT line.line_id FROM fact_statement_line AS line
        INNER JOIN bridge_line_figure AS placed ON line.line_id = placed.line_id
        INNER JOIN fact_observation AS told ON placed.observation_id = told.observation_id
        WHERE placed.role IN ('count', 'amount', 'rate') AND told.period_end <> line.period_end""",
    )
    assert mixed.rows == ()
    debt = """SELECT borrowers, outstanding FROM mart_credit WHERE document LIKE '%03_tin_dung%'
        AND period = '2022-12-31' AND parts = 0 AND programme = 'vbsp_poor' AND outstanding IS NOT NULL"""
    assert [tuple(map(int, row)) for row in ask(published_raw, debt).rows] == [(361, 24_909_000_000)]


def test_a_poverty_rate_stands_with_the_poor_not_with_all(published_raw: Path) -> None:
    found = ask(
        published_raw,
        """SELECT count_indicator, count_value, rate_value FROM mart_poverty_rate
        WHERE document LIKE '%08_ty_le%' AND place = 'Thị trấn Phủ Thông' AND period = '2021' ORDER BY position""",
    )
    assert [tuple(plain(cell) for cell in row) for row in found.rows] == [
        ("pov.hh_total", 1238, None),
        ("pov.hh_poor", 155, 12.52),
    ]
