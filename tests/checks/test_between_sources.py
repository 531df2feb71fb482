"""What only a warehouse can compare: the same figure in two sources, an amount a head beside those of other sources."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipelines.model import Extraction, Locator, Observation, Period, Place
from pipelines.quality.judging import STATEMENTS, provide_places, provide_reference, run
from pipelines.quality.verdicts import Verdict, read_verdicts
from pipelines.warehouse.duck import memory
from pipelines.warehouse.staging import stage
from tests.checks.by_hand import document, figure

BACH_THONG = Place("Bạch Thông", "063", 2, date(2021, 11, 1))
IN_2022 = Period("2022", date(2022, 1, 1), date(2022, 12, 31))
ARTICLE, WORKBOOK, LATER = "raw/articles/a.txt", "raw/spreadsheets/b.xlsx", "raw/articles/c.txt"
MARTS = {"pov.hh_poor": "poverty_rate", "house.amount_grant": "housing", "plan.completion_rate": "cross"}
_BETWEEN = ("relations/cross_source_pair", "relations/cross_source", "relations/per_head_peers")


def poor(value: str, **fields: Any) -> Observation:
    told: dict[str, Any] = {
        "indicator": "pov.hh_poor",
        "population_group": "poor_hh",
        "place": BACH_THONG,
        "period": IN_2022,
    }
    return figure(value, **(told | fields))


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
        connection.execute("CREATE TABLE dim_document (document VARCHAR, published DATE, duplicate_of VARCHAR)")
        connection.executemany("INSERT INTO dim_document VALUES (?, ?, ?)", rows)
        connection.execute("CREATE TABLE dim_indicator (indicator_id VARCHAR, mart VARCHAR)")
        connection.executemany("INSERT INTO dim_indicator VALUES (?, ?)", list(MARTS.items()))
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


def test_a_source_that_tells_several_is_left_out() -> None:
    """Two figures under one key are told apart by something that was not read."""
    assert compared([source(ARTICLE, poor("1240"), poor("310")), source(WORKBOOK, poor("1240"))]) == []


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
