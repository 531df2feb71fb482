"""From raw/ to findings in words: the project's own sources, read and judged in a temporary folder."""

import shutil
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipelines.quality.building import builders
from pipelines.quality.findings import reasons
from pipelines.quality.records import ACCEPTED, CORRECTIONS, EXPECTATIONS
from pipelines.warehouse.building import table_file
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.querying import ask
from pipelines.warehouse.settings import CHECKOUT, Settings
from pipelines.warehouse.steps import make_table
from tests.terminal import Called

ARTICLE = "raw/articles/bach-thong-giam-ngheo-2023.txt"
LUNCH, RICE, TUITION = "1.218.000 triệu đồng", "2.672.595 triệu đồng", "511.900.000 đồng"


@pytest.fixture(scope="module")
def settings(article_run: Called, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the project, whose tables are made anew here."""
    folder = tmp_path_factory.mktemp("findings") / "project"
    shutil.copytree(article_run.settings.raw.parent, folder)
    return Settings.of(folder)


def rows(settings: Settings, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(table_file(table, settings)).to_pylist()
    return found


def of_article(findings: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The findings of the article by itself, by the amount that each begins with."""
    own = [row for row in findings if row["document"] == ARTICLE and row["kind"] != "cross_source"]
    return {" ".join(row["explanation_vi"].partition(" cho ")[0].split()): row for row in own}


def test_the_article_has_its_three_findings_and_no_other(settings: Settings) -> None:
    found = of_article(rows(settings, "fact_finding"))

    assert found.keys() == {LUNCH, RICE, TUITION}
    assert {row["severity"] for row in found.values()} == {"warning"}
    assert {row["kind"] for row in found.values()} == {"per_head"}


@pytest.mark.parametrize(
    ("amount", "decree", "value", "reason"),
    [
        pytest.param(LUNCH, "105/2020", 1_218_000_000, "1.218.000 nghìn đồng", id="lunches"),
        pytest.param(RICE, "116/2016", 2_672_595_000, "2.672.595 nghìn đồng", id="boarding pupils"),
        pytest.param(TUITION, "81/2021", None, None, id="tuition: no factor mends it"),
    ],
)
def test_a_finding_says_all_that_a_person_needs(
    settings: Settings, amount: str, decree: str, value: int | None, reason: str | None
) -> None:
    row = of_article(rows(settings, "fact_finding"))[amount]

    text = (CHECKOUT / ARTICLE).read_text(encoding="utf-8")
    start, end = map(int, row["place"].split("–"))
    assert text[start:end] in amount or text[start:end].replace(" ", "") in row["sentence"].replace(" ", "")
    assert " ".join(amount.split()) in " ".join(row["sentence"].split())
    assert decree in row["norm_source"]
    assert decree in row["explanation_en"]
    assert row["difference"] == row["stated"] - row["computed"]
    assert row["why_vi"] == reasons()[row["test"]].vi
    assert (row["proposal_value"], row["alternatives"]) == (value, [])
    assert (reason in (row["proposal_reason"] or "")) if reason else row["proposal_reason"] is None
    assert (row["is_accepted"], row["holds_if_corrected"]) == (False, None)


def between_sources(settings: Settings, outcome: str) -> list[tuple[str, ...]]:
    """The pairs of sources, preferred first, that tell figures of this outcome; with the figures of the article."""
    quotes = {row["observation_id"]: row for row in rows(settings, "fact_observation")}
    pairs = {row["relation_id"]: row for row in rows(settings, "cross_source_pair")}
    judged = [row for row in rows(settings, "fact_relation") if row["outcome"] == outcome]
    return sorted(
        (pair["first_document"][17:19], pair["other_document"][4:12], quotes[pair["other_id"]]["quote"])
        for row in judged
        if (pair := pairs.get(row["relation_id"]))
    )


def test_the_workbook_on_houses_repeats_the_article_and_that_on_credit_contradicts_it(settings: Settings) -> None:
    assert between_sources(settings, "holds") == [
        ("05", "articles", "1.300 triệu đồng"), ("05", "articles", "26 nhà"),
    ]  # fmt: skip
    broken = between_sources(settings, "broken")
    assert ("03", "articles", "37.921 triệu đồng") in broken
    assert {workbook for workbook, other, _ in broken if other == "articles"} == {"03"}


def test_two_workbooks_that_differ_in_every_commune_are_one_finding(settings: Settings) -> None:
    told = [row for row in rows(settings, "cross_source_pair") if row["shared"] is not None]

    assert [(row["shared"], row["differing"]) for row in told] == [(45, 45)]
    [finding] = [row for row in rows(settings, "fact_finding") if row["relation_id"] == told[0]["relation_id"]]
    assert "45" in finding["explanation_vi"]
    assert finding["severity"] == "info"


def test_every_test_says_why_it_matters(settings: Settings) -> None:
    tests = {row["test"] for row in rows(settings, "relation_test")}

    assert tests - reasons().keys() <= {"round_amount"}, "round_amount confirms, it is never broken"


def test_the_editors_questions(settings: Settings) -> None:
    def told(name: str) -> list[tuple[Any, ...]]:
        [path] = (CHECKOUT / "sql" / "examples").glob(f"{name}_*.sql")
        return list(ask(settings.warehouse, path.read_text(encoding="utf-8")).rows)

    assert [row[0] for row in told("07")][:4] == ["warning", "warning", "warning", "info"], "the gravest first"
    assert told("11")[0][3] == 3, "contradictions by publisher"
    assert ("Cho vay hộ cận nghèo", "cross_source", 2, 1) in told("12")
    assert {row[0] for row in told("13")} == {"holds", "broken"}
    assert ("warning", "per_head", "fact_relation", 3) in [row[:4] for row in told("14")]
    assert told("15") == [], "nobody has corrected anything yet"


def records(folder: Path, name: str, *lines: str) -> None:
    heading = (EXPECTATIONS / name).read_text(encoding="utf-8").partition("\n")[0]
    (folder / name).write_text("\n".join((heading, *lines)) + "\n", encoding="utf-8")


def remade(settings: Settings, expectations: Path, *tables: str) -> list[list[dict[str, Any]]]:
    catalogue = Catalogue(settings.sql)
    for name in tables:
        make_table(catalogue.by_name[name], settings, builders(catalogue, expectations), force=True)
    return [rows(settings, name) for name in tables]


def test_records_of_experts_are_applied_or_refused_with_a_reason(settings: Settings, tmp_path: Path) -> None:
    before = of_article(rows(settings, "fact_finding"))
    lunch, tuition = before[LUNCH], before[TUITION]
    records(
        tmp_path, CORRECTIONS,
        f"{ARTICLE},{lunch['proposal_observation_id']},1.218.000,triệu đồng,1218000000,VND,An,nghìn đồng,2024-03-01",
        f"{ARTICLE},{before[RICE]['proposal_observation_id']},2.672,triệu đồng,2672000000,VND,An,slip,2024-03-01",
        f"{ARTICLE},00000000000000000000,7,,8,,An,slip,2024-03-01",
    )  # fmt: skip
    records(
        tmp_path, ACCEPTED,
        f"{ARTICLE},{tuition['relation_id']},{tuition['stated']},{tuition['computed']},An,arrears,2024-03-01",
        f"{ARTICLE},{before[RICE]['relation_id']},1,{before[RICE]['computed']},An,known,2024-03-01",
    )  # fmt: skip

    corrections, acceptances, findings = remade(
        settings, tmp_path, "fact_correction", "fact_acceptance", "fact_finding"
    )

    told = {row["value_printed"]: row for row in corrections}
    assert {row["state"] for row in corrections} == {"applied", "refused"}
    assert (told["1.218.000"]["value"], told["1.218.000"]["corrected_value"]) == (1_218_000_000_000, 1_218_000_000)
    assert "2.672.595" in told["2.672"]["refusal_vi"]
    assert told["7"]["observation_id"] is None
    assert told["7"]["refusal_en"]
    assert sorted(row["state"] for row in acceptances) == ["applied", "refused"]
    after = of_article(findings)
    assert {amount: row["is_accepted"] for amount, row in after.items()} == {LUNCH: False, RICE: False, TUITION: True}
    assert (after[TUITION]["accepted_by"], after[TUITION]["acceptance_reason"]) == ("An", "arrears")
    assert {amount: row["holds_if_corrected"] for amount, row in after.items()} == {
        LUNCH: True, RICE: None, TUITION: None,
    }  # fmt: skip
