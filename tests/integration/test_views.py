"""The questions that the views answer, asked of the project's own sources."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.querying import ask
from pipelines.warehouse.settings import CHECKOUT

CATALOGUE = Catalogue(CHECKOUT / "sql")
ARTICLE = "document LIKE 'raw/articles/bach-thong%'"
RATES = "document LIKE '%08_ty_le%' AND place = 'Huyện Bạch Thông' AND indicator = 'pov.rate_poor'"


def rows(warehouse: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of an answer, whole decimals as integers."""
    return [tuple(plain(cell) for cell in row) for row in ask(warehouse, sql).rows]


def plain(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell


@pytest.mark.parametrize("name", [spec.name for spec in CATALOGUE.views])
def test_a_view_has_rows_and_the_columns_of_its_entry(published_raw: Path, name: str) -> None:
    answer = ask(published_raw, f"FROM {name} LIMIT 1")

    assert answer.rows
    assert answer.names == tuple(CATALOGUE.by_name[name].columns)


def test_every_figure_can_be_read_in_words(published_raw: Path) -> None:
    (told,) = rows(
        published_raw,
        f"""SELECT indicator_en, indicator_vi, value, unit, place, period, status, stands_at, verdict, is_repeat
        FROM view_figure WHERE {ARTICLE} AND quote = '155 hộ'""",
    )
    assert told == (
        "Households with housing support", "Số hộ được hỗ trợ nhà ở", 155, "household", "Huyện Bạch Thông", "2022",
        "actual", "3480–3486", "holds", False,
    )  # fmt: skip
    figures = "SELECT (SELECT count(*) FROM view_figure), (SELECT count(*) FROM fact_observation)"
    ((here, there),) = rows(published_raw, figures)
    assert here == there, "none is lost or doubled"


def test_findings_come_gravest_first_with_what_would_mend_them(published_raw: Path) -> None:
    found = rows(published_raw, "SELECT rank, severity, stated, proposal_value, sentence FROM view_finding")

    assert [row[0] for row in found] == list(range(1, len(found) + 1)), "rows stand in their order"
    assert [row[1] for row in found] == sorted((row[1] for row in found), reverse=True)
    assert [row[2:4] for row in found[:3]] == [
        (2_672_595_000_000, 2_672_595_000),
        (1_218_000_000_000, 1_218_000_000),
        (511_900_000, None),
    ]
    assert all("trẻ" in row[4] or "học sinh" in row[4] for row in found[:3])


def test_the_latest_figure_is_the_last_one_told_and_no_part_of_it(published_raw: Path) -> None:
    latest = "SELECT value, period FROM view_latest_figure WHERE place = 'Huyện Bạch Thông' AND status = 'actual'"

    assert rows(published_raw, f"{latest} AND indicator = 'pov.rate_poor'") == [(10.75, "2024")]
    helped = f"{latest} AND indicator = 'house.hh_supported' AND NOT made_up"
    assert rows(published_raw, helped) == [(155, "2022")], "and not the 28 and 101 of these, though told before"


def test_the_latest_figure_warns_where_sources_differ(published_raw: Path) -> None:
    differing = rows(
        published_raw,
        """SELECT latest.indicator, latest.others_differ, count(DISTINCT told.value) > 1
        FROM view_latest_figure AS latest
        INNER JOIN view_figure AS told
            ON latest.indicator = told.indicator AND latest.place = told.place AND latest.period = told.period
            AND latest.population_group = told.population_group AND latest.unit = told.unit
            AND latest.status = told.status
        WHERE latest.place = 'Xã Cao Sơn' AND latest.indicator = 'pov.hh_poor'
        GROUP BY ALL""",
    )
    assert differing == [("pov.hh_poor", False, False)], "2024 is told by one source alone"


def test_a_plan_stands_beside_what_was_achieved(published_raw: Path) -> None:
    assert rows(
        published_raw,
        "SELECT indicator, achieved, planned, difference, percent, stated_percent, told_together FROM view_plan",
    ) == [
        ("emp.jobs_created", 727, 700, 27, 103.86, 103.8, True),
        ("emp.overseas_workers", 42, 42, 0, 100, 100, True),
    ]


def test_a_rate_of_poverty_stands_beside_the_year_before_of_its_source(published_raw: Path) -> None:
    assert rows(
        published_raw,
        f"SELECT year, percent, change_in_points, poor FROM view_poverty_rate WHERE {RATES} ORDER BY year",
    ) == [
        (2021, 16.66, None, 2147),
        (2022, 14.34, -2.32, 1853),
        (2023, 12.47, -1.87, 1617),
        (2024, 10.75, -1.72, 1397),
    ]
    other = (
        "SELECT year, change_in_points FROM view_poverty_rate WHERE document LIKE '%01_ra_soat%' AND place_level = 2"
    )
    assert set(rows(published_raw, other)) == {(2022, None)}, "a year of one source is not taken off that of another"


def test_an_amount_a_head_stands_beside_its_norm(published_raw: Path) -> None:
    found = rows(
        published_raw,
        f"""SELECT heads, heads_unit, amount, for_each, norm_high, times_the_norm, outcome
        FROM view_amount_a_head WHERE {ARTICLE} AND (outcome = 'broken' OR heads IN (26, 28))""",
    )
    assert found == [
        (947, "person", 2_672_595_000_000, 2_822_170_010.56, 5_364_000, 526.13, "broken"),
        (1735, "person", 1_218_000_000_000, 702_017_291.07, 1_440_000, 487.51, "broken"),
        (317, "person", 511_900_000, 1_614_826.5, 1_350_000, 1.2, "broken"),
        (26, "house", 1_300_000_000, 50_000_000, 50_000_000, 1, "holds"),
        (28, "household", 1_960_000_000, 70_000_000, None, None, "holds"),
    ]


def test_a_source_tells_what_it_says_in_total(published_raw: Path) -> None:
    (told,) = rows(
        published_raw,
        f"SELECT figures, contradictions, year(first_day), year(last_day) FROM view_document WHERE {ARTICLE}",
    )
    assert told == (47, 3, 2022, 2023)
    sums = """SELECT
        (SELECT sum(contradictions + worth_a_look) FROM view_document), (SELECT count(*) FROM view_finding),
        (SELECT sum(figures) FROM view_document), (SELECT count(*) FROM view_figure)"""
    ((open_findings, findings, figures, all_figures),) = rows(published_raw, sums)
    assert (open_findings, figures) == (findings, all_figures)


def test_a_total_shows_its_parts_and_their_sum(published_raw: Path) -> None:
    assert rows(
        published_raw,
        f"""SELECT printed_total, printed_parts, parts, total, sum_of_parts, difference, outcome
        FROM view_total WHERE {ARTICLE} AND total = 155""",
    ) == [("155 hộ", "28 hộ + 101 hộ + 26 nhà", 3, 155, 155, 0, "holds")]
