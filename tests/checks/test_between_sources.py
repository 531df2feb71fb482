"""What only a warehouse can compare: the same figure in two sources, an amount a head beside those of other sources."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipelines.model import Extraction, Locator, Observation, Period, Place
from pipelines.quality.explanations import explain
from pipelines.quality.judging import STATEMENTS, provide_places, provide_reference, run
from pipelines.quality.verdicts import Verdict, read_verdicts
from pipelines.warehouse.duck import memory
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.sources import provide
from pipelines.warehouse.staging import stage
from tests.checks.by_hand import document, figure

BACH_THONG = Place("Bạch Thông", "063", 2, date(2021, 11, 1))
IN_2022 = Period("2022", date(2022, 1, 1), date(2022, 12, 31))
ARTICLE, WORKBOOK, LATER = "raw/articles/a.txt", "raw/spreadsheets/b.xlsx", "raw/articles/c.txt"
IN_DECEMBER = Period("2022-12-31", date(2022, 12, 31), date(2022, 12, 31))
INDICATORS = [
    ("pov.hh_poor", "poverty_rate", "STOCK"),
    ("house.amount_grant", "housing", "FLOW"),
    ("house.hh_supported", "housing", "FLOW"),
    ("house.units_supported", "housing", "FLOW"),
    ("house.units_solidarity", "housing", "FLOW"),
    ("credit.outstanding", "credit", "STOCK"),
    ("plan.completion_rate", "cross", "NONE"),
]
_BETWEEN = ("relations/cross_source_pair", "relations/cross_source", "relations/per_head_peers")


def poor(value: str, unit: str = "household", **fields: Any) -> Observation:
    told: dict[str, Any] = {
        "indicator": "pov.hh_poor",
        "population_group": "poor_hh",
        "place": BACH_THONG,
        "period": IN_2022,
    }
    return figure(value, **({"unit": unit} | told | fields))


def source(name: str, *figures: Observation) -> Extraction:
    """A source whose figures stand in no relation of their own."""
    made = document(("repeat", [("first", one) for one in figures]), name=name)
    return replace(made, relations=())


def compared(sources: Sequence[Extraction], published: dict[str, date] | None = None, copies: int = 0) -> list[Verdict]:
    """The verdicts of a warehouse of these sources; the last `copies` of them have the bytes of the first."""
    with memory() as connection:
        provide_reference(connection)
        for name, table in stage(sources).items():
            connection.register(name, table)
        provide_places(connection)
        days = published or {}
        rows = [
            (one.document, days.get(one.document), sources[0].document if at >= len(sources) - copies else None)
            for at, one in enumerate(sources)
        ]
        columns = "document VARCHAR, published DATE, duplicate_of VARCHAR, publisher VARCHAR"
        connection.execute(f"CREATE TABLE dim_document ({columns})")
        connection.executemany("INSERT INTO dim_document VALUES (?, ?, ?, NULL)", rows)
        connection.execute("CREATE TABLE dim_indicator (indicator_id VARCHAR, mart VARCHAR, stock_flow VARCHAR)")
        connection.executemany("INSERT INTO dim_indicator VALUES (?, ?, ?)", INDICATORS)
        provide(connection, ("vocabulary_same_figures", "vocabulary_preferred_sources"), Settings.of())
        before, after = STATEMENTS[: STATEMENTS.index("relations/relation_test")], STATEMENTS[-3:]
        run(connection, (*before, *_BETWEEN, *after))
        return [verdict for verdict in read_verdicts(connection) if verdict.kind in ("cross_source", "per_head")]


def told(verdicts: Sequence[Verdict]) -> list[tuple[str, str, str]]:
    return [(verdict.outcome, verdict.figures[0].quote, verdict.figures[1].quote) for verdict in verdicts]


CELL = Locator(sheet="Bảng 1", cell="C5")


@pytest.mark.parametrize(
    ("article", "outcome"),
    [
        pytest.param(poor("1240"), "holds", id="agree"),
        pytest.param(poor("1200", comparator=">"), "holds", id="rounded and bounded"),
        pytest.param(poor("1241"), "broken", id="differ by one"),
    ],
)
def test_an_article_and_a_workbook(article: Observation, outcome: str) -> None:
    (verdict,) = compared([source(ARTICLE, article), source(WORKBOOK, poor("1240", locator=CELL))])

    assert verdict.outcome == outcome
    assert [figure.role for figure in verdict.figures] == ["preferred", "other"]
    assert verdict.figures[0].cell == "C5", "a sheet is preferred before prose"
    assert verdict.severity == ("info" if outcome == "broken" else None)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(poor("9", place=Place("Na Rì", "066", 2, date(2021, 11, 1))), id="another place"),
        pytest.param(poor("9", place=None), id="no place"),
        pytest.param(poor("9", period=Period("2021", date(2021, 1, 1), date(2021, 12, 31))), id="another year"),
        pytest.param(poor("9", status="plan"), id="a plan"),
        pytest.param(poor("9", sex="F"), id="women"),
        pytest.param(poor("9", programme="vbsp_poor"), id="of a programme"),
        pytest.param(poor("9", per="year"), id="a year"),
        pytest.param(poor("9", unit="person"), id="persons"),
        pytest.param(poor("9", indicator="plan.completion_rate"), id="an indicator without a subject"),
        pytest.param(poor("9", section="teaser"), id="a teaser"),
    ],
)
def test_what_is_not_the_same_is_not_compared(other: Observation) -> None:
    assert compared([source(ARTICLE, poor("1240")), source(WORKBOOK, other)]) == []


@pytest.mark.parametrize(
    ("article", "sheet", "outcomes"),
    [
        pytest.param(poor("1240"), poor("1240", period=IN_DECEMBER), ["holds"], id="a stock at the end of its year"),
        pytest.param(
            poor("1240", indicator="house.hh_supported"),
            poor("1240", indicator="house.hh_supported", period=IN_DECEMBER),
            [], id="a flow of a day is not that of the year",
        ),
        pytest.param(
            poor("155", indicator="house.hh_supported"),
            poor("155", "house", indicator="house.units_supported"),
            ["holds"], id="a house for each household",
        ),
        pytest.param(
            poor("26", "house", indicator="house.units_solidarity", programme="solidarity_house"),
            poor("27", "house", indicator="house.units_supported", programme="fund_for_poor"),
            ["broken"], id="houses of the fund for the poor",
        ),
        pytest.param(
            poor("37921", "VND", indicator="credit.outstanding", programme="vbsp_near_poor"),
            poor("38480", "VND", indicator="credit.outstanding", programme="vbsp_near_poor", population_group="_T"),
            ["broken"], id="a programme says whom it is for",
        ),
        pytest.param(poor("1240", programme="_T"), poor("1240", programme=None), ["holds"], id="all, told or not"),
        pytest.param(
            poor("1240", population_group="_T"), poor("310", population_group="poor_hh"), [], id="all, and some of them"
        ),
    ],
)  # fmt: skip
def test_what_is_the_same(article: Observation, sheet: Observation, outcomes: list[str]) -> None:
    verdicts = compared([source(ARTICLE, article), source(WORKBOOK, replace(sheet, locator=CELL))])

    assert [verdict.outcome for verdict in verdicts] == outcomes


def test_a_total_meets_a_total_and_not_its_part() -> None:
    """155 households, of them 28 paid by the province: the sheet's row for the province is no total."""
    supported = {"indicator": "house.hh_supported"}
    total, part, again = (poor(number, **supported) for number in ("155", "28", "28"))
    article = document(("repeat", [("first", part), ("repeat", again)]), ("repeat", [("first", total)]), name=ARTICLE)
    other, repeated, whole = article.observations
    nested = replace(
        article,
        observations=(replace(other, part_of=(whole.observation_id,)), repeated, whole),
        relations=article.relations[:1],
    )

    verdicts = compared([nested, source(WORKBOOK, poor("141", locator=CELL, **supported))])

    assert told(verdicts) == [("broken", "141 household", "155 household")]


def test_a_source_that_tells_several_can_agree_but_not_conflict() -> None:
    """Two figures under one key are told apart by something that was not read."""
    several = source(ARTICLE, poor("1240"), poor("310"))

    assert told(compared([several, source(WORKBOOK, poor("310"))])) == [("holds", "310 household", "310 household")]
    assert compared([several, source(WORKBOOK, poor("999"))]) == []


def communes(name: str, *counts: int) -> Extraction:
    places = [Place(f"Xã {number}", f"{number:05d}", 3, date(2021, 11, 1)) for number in range(len(counts))]
    return source(
        name, *(poor(str(count), place=place, locator=CELL) for count, place in zip(counts, places, strict=True))
    )


def test_sources_that_differ_throughout_are_one_finding() -> None:
    """Two surveys of the same communes: no slip of single figures, and not twenty-four alarms."""
    first, second = communes(WORKBOOK, *range(100, 124)), communes(LATER, *range(200, 224))
    (verdict,) = compared([first, second])

    assert (verdict.outcome, verdict.shared, verdict.differing) == ("broken", 24, 24)
    assert "24" in explain(verdict)


def test_sources_that_differ_here_and_there_are_told_singly() -> None:
    slips = [*range(100, 120), 7, 7, 7, 7]
    verdicts = compared([communes(WORKBOOK, *range(100, 124)), communes(LATER, *slips)])

    assert [verdict.outcome for verdict in verdicts].count("broken") == 4
    assert [verdict.outcome for verdict in verdicts].count("holds") == 20


def test_of_two_articles_the_later_is_preferred() -> None:
    sources = [source(ARTICLE, poor("1240", quote="first")), source(LATER, poor("1241", quote="later"))]
    verdicts = compared(sources, {ARTICLE: date(2022, 12, 1), LATER: date(2023, 3, 1)})

    assert told(verdicts) == [("broken", "later", "first")]


def test_a_copy_does_not_speak_twice() -> None:
    assert compared([source(ARTICLE, poor("1240")), source(LATER, poor("1240"))], copies=1) == []


def houses(name: str, millions: str, count: str) -> Extraction:
    amount = figure(millions, "VND", "1", factor=10**6, indicator="house.amount_grant")
    heads = figure(count, "class", indicator="house.hh_supported")
    return document(("per_head", [("amount", amount), ("count", heads)]), name=name)


def grants(*each: str) -> list[Extraction]:
    return [houses(f"{number}.txt", str(Decimal(one) * 7), "7") for number, one in enumerate(each)]


def test_an_amount_a_head_beside_other_sources() -> None:
    verdicts = compared(grants("40", "50", "60", "45", "55", "47000"))

    assert [verdict.outcome for verdict in verdicts] == ["holds"] * 5 + ["broken"]
    assert {verdict.test for verdict in verdicts} == {"peers"}
    assert verdicts[-1].severity == "info"


def test_few_other_sources_are_no_measure() -> None:
    assert {verdict.outcome for verdict in compared(grants("40", "50", "47000"))} == {"not_evaluated"}
