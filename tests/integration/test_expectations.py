"""What the suites say decides about publishing: what breaks our own contract stops it, what a source says does not."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.model import Extraction
from pipelines.quality.building import builders
from pipelines.warehouse.building import table_file
from pipelines.warehouse.catalogue import Catalogue
from pipelines.warehouse.errors import ContractError
from pipelines.warehouse.querying import open_published
from pipelines.warehouse.settings import Settings
from pipelines.warehouse.steps import run
from tests.integration.test_warehouse import read
from tests.unit.warehouse.projects import put

RESULTS = "SELECT outcome FROM expectation_result WHERE suite = ? AND expectation = ?"


def shifted(path: Path, name: str) -> Extraction:
    """A reader that tells where its first figure stands by one character too many."""
    made = read(path, name)
    first, *others = made.observations
    place = first.locator
    moved = replace(place, char_start=(place.char_start or 0) + 1, char_end=(place.char_end or 0) + 1)
    return replace(made, observations=(replace(first, locator=moved), *others))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = replace(Settings.of(tmp_path), settle_seconds=0.0, workers=1)
    put(made, "articles/bach-thong.txt", "the article")
    return made


def test_a_quote_that_is_not_at_its_offsets_stops_publishing(settings: Settings) -> None:
    made = builders(Catalogue(settings.sql))
    run(settings, extractor=read, builders=made)
    before = settings.warehouse.read_bytes()
    put(settings, "articles/bach-thong-2.txt", "another article")

    with pytest.raises(ContractError, match=r"expectation_result: fact_observation\.quote_at_offsets"):
        run(settings, extractor=shifted, builders=made)

    assert settings.warehouse.read_bytes() == before, "the published file stays"
    assert table_file("expectation_result", settings).exists(), "the build folder says more"


def test_what_a_source_says_wrongly_is_published_with_its_result(settings: Settings) -> None:
    run(settings, extractor=read, builders=builders(Catalogue(settings.sql)))

    with open_published(settings.warehouse) as connection:
        told = connection.execute(RESULTS, ["fact_relation", "plan_ratio"]).fetchall()
        evaluated = connection.execute(RESULTS, ["fact_observation", "quote_at_offsets"]).fetchall()
        nothing = connection.execute(RESULTS, ["mart_funding", "key_unique"]).fetchall()

    assert (told, evaluated, nothing) == ([("broken",)], [("holds",)], [("not_evaluated",)])


@pytest.mark.parametrize(
    "sentence",
    [
        "Huyện tạo việc làm cho 812 lao động, đạt 108,3% so với kế hoạch 750 lao động, bằng 118,3% kế hoạch.",
        "Huyện tạo việc làm cho 812/750 lao động, đạt 108,3% kế hoạch, đạt 109,3% chỉ tiêu tỉnh giao.",
    ],
)
def test_a_second_rate_of_figures_that_have_one_is_published_unjudged(settings: Settings, sentence: str) -> None:
    put(settings, "articles/bach-thong.txt", sentence)

    run(settings, builders=builders(Catalogue(settings.sql)))

    judged = """
        SELECT outcome, missing, stated, computed, difference, tolerance, severity
        FROM fact_relation WHERE kind = 'plan_ratio' ORDER BY outcome"""
    with open_published(settings.warehouse) as connection:
        holding, rival = connection.execute(judged).fetchall()
    assert (holding[0], rival) == ("holds", ("not_evaluated", "own_figures", *[None] * 5))
