"""A norm applies only where its programme, group, place, kind of count and time do; severity follows its certainty."""

from datetime import date
from typing import Any

import pytest

from pipelines.model import Extraction, Period, Place
from pipelines.quality.check import check
from pipelines.quality.verdicts import Verdict
from tests.checks.by_hand import document, figure

BACH_THONG = Place("Bạch Thông", "063", 2, date(2021, 11, 1))  # in Bắc Kạn, 06
PU_LUONG = Place("Thanh Hóa", "38", 1, date(2021, 11, 1))
MILLION = 10**6


def year(number: int, last: int | None = None) -> Period:
    text = str(number) if last is None else f"{number}/{last}"
    return Period(text, date(number, 1, 1), date(last or number, 12, 31))


def told(
    amount: int, heads: int, unit: str = "household", count_indicator: str | None = None, **meaning: Any
) -> Extraction:
    meaning = {"period": year(2022)} | meaning
    count = figure(str(heads), unit, indicator=count_indicator, population_group=meaning.get("population_group"))
    return document(("per_head", [("amount", figure(str(amount), "VND", **meaning)), ("count", count)]))


def judged(extraction: Extraction) -> Verdict:
    (verdict,) = check([extraction])
    return verdict


def solidarity(millions: int, **meaning: Any) -> Extraction:
    meaning = {"indicator": "house.amount_grant", "place": BACH_THONG} | meaning
    return told(26 * millions * MILLION, 26, "house", "house.units_solidarity", **meaning)


def study_cost(each: int, **meaning: Any) -> Extraction:
    return told(100 * each, 100, "person", indicator="edu.study_cost_amount", **meaning)


def loan(millions: int, **meaning: Any) -> Extraction:
    meaning = {"indicator": "credit.outstanding", "population_group": "poor_hh", "programme": "vbsp_poor"} | meaning
    return told(101 * millions * MILLION + 1, 101, **meaning)


def decree_28(millions: int) -> Extraction:
    meaning = {"indicator": "credit.turnover_lent", "programme": "vbsp_decree28"}
    return told(101 * millions * MILLION + 1, 101, count_indicator="credit.hh_with_loan", **meaning)


@pytest.mark.parametrize(
    ("extraction", "outcome", "norm_id"),
    [
        pytest.param(solidarity(50), "holds", "N031", id="solidarity houses of 50 million in Bắc Kạn"),
        pytest.param(solidarity(70), "broken", "N031", id="of 70 million there"),
        pytest.param(solidarity(70, place=PU_LUONG), "holds", None, id="of 70 million elsewhere"),
        pytest.param(solidarity(70, place=None), "holds", None, id="of 70 million nobody says where"),
        pytest.param(solidarity(70, period=year(2024)), "holds", None, id="after the norm ended"),
        pytest.param(solidarity(70, period=None), "broken", "N031", id="nobody says when: it would break it any time"),
        pytest.param(loan(99), "holds", "N034", id="loans below the ceiling"),
        pytest.param(loan(100), "broken", "N034", id="one đồng above the ceiling"),
        pytest.param(loan(100, programme="vbsp_water"), "broken", "N073", id="of another programme: its own ceiling"),
        pytest.param(loan(150, programme="vbsp_student_device", population_group="pupil"), "broken", "N048",
                     id="likely norm"),
        pytest.param(loan(120, population_group="near_poor_hh"), "holds", "P002", id="of another group: only the band"),
        pytest.param(loan(60, period=year(2017)), "broken", "N035", id="the ceiling of its time"),
        pytest.param(loan(60, period=year(2019)), "holds", "N034", id="two ceilings in a year: the higher"),
        pytest.param(study_cost(1_350_000), "holds", "N015", id="nine months in a year"),
        pytest.param(study_cost(1_350_001), "broken", "N015", id="a đồng more than nine months"),
        pytest.param(study_cost(2_700_000, period=year(2022, 2023)), "holds", "N015", id="eighteen months, two years"),
        pytest.param(study_cost(9_100_001, period=year(2026)), "holds", "P004", id="an uncertain norm is not asked"),
        pytest.param(study_cost(9_000_000_000, period=year(2026)), "broken", "P004", id="but the band is"),
        pytest.param(decree_28(51), "holds", "N024", id="of one decree: it may be for jobs, not land"),
        pytest.param(decree_28(78), "broken", "N024", id="beyond all that one decree lends"),
    ],
)  # fmt: skip
def test_where_a_norm_applies(extraction: Extraction, outcome: str, norm_id: str | None) -> None:
    verdict = judged(extraction)

    assert verdict.outcome == outcome
    assert (verdict.norm.norm_id if verdict.norm else None) == norm_id


@pytest.mark.parametrize(
    ("extraction", "severity"),
    [
        pytest.param(study_cost(1_350_001), "warning", id="verified"),
        pytest.param(loan(150, programme="vbsp_student_device", population_group="pupil"), "info", id="likely"),
        pytest.param(study_cost(9_000_000_000, period=year(2026)), "warning", id="beyond all plausibility"),
    ],
)
def test_severity_follows_certainty(extraction: Extraction, severity: str) -> None:
    verdict = judged(extraction)

    assert verdict.outcome == "broken"
    assert verdict.severity == severity


def test_a_house_of_the_province_does_not_meet_the_norm_of_loans() -> None:
    grant = told(28 * 70 * MILLION, 28, indicator="house.amount_grant", count_indicator="house.hh_supported",
                 programme="province_housing_bk", place=BACH_THONG)  # fmt: skip

    verdict = judged(grant)

    assert verdict.outcome == "holds"
    assert verdict.norm is not None
    assert verdict.norm.norm_id == "N033"
