"""Why a figure was read as it was: the words and the vocabulary rows behind each part of its meaning."""

from pathlib import Path

import pytest

from pipelines.extraction import extract_file
from pipelines.model import Extraction
from pipelines.statements.explaining import chosen, explain
from pipelines.vocabulary.loader import FOLDER, read_cells
from tests.conftest import GOLDEN

ARTICLE = GOLDEN / "articles" / "bach-thong-2023.txt"


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract_file(ARTICLE, ARTICLE.name)


def why(extraction: Extraction, quote: str) -> dict[str, str]:
    [one] = chosen(extraction.observations, quote)
    return {reason.part: f"{reason.value}: {reason.why}" for reason in explain(extraction, one)}


@pytest.mark.parametrize(
    ("quote", "part", "told"),
    [
        pytest.param("25.796 triệu đồng", "value", "printed “25.796”, times 1000000 for “triệu đồng”", id="value"),
        pytest.param("25.796 triệu đồng", "unit", "units.csv row", id="unit"),
        pytest.param("25.796 triệu đồng", "indicator", "outstanding by “dư nợ”", id="indicator"),
        pytest.param("25.796 triệu đồng", "group", "“hộ nghèo”", id="group"),
        pytest.param("25.796 triệu đồng", "place", "“Bạch Thông”", id="place"),
        pytest.param("25.796 triệu đồng", "period", "2022: “Năm 2022”", id="period"),
        pytest.param("25.796 triệu đồng", "told with", "416 hộ", id="statement"),
        pytest.param("103,8%", "told as", "completion: “kế hoạch giao”", id="aspect"),
        pytest.param("28 hộ", "part of", "“155 hộ”", id="total"),
        pytest.param("28 hộ", "period", "carried over", id="period carried over"),
    ],
)
def test_a_reason_names_the_words_that_tell(extraction: Extraction, quote: str, part: str, told: str) -> None:
    assert told in why(extraction, quote)[part]


def test_the_row_of_a_word_is_the_row_of_the_file(extraction: Extraction) -> None:
    told = why(extraction, "25.796 triệu đồng")["indicator"]
    number = int(told.partition("topics.csv row ")[2].partition(")")[0])
    _, rows = read_cells(FOLDER / "topics.csv")
    assert "dư nợ" in dict(rows)[number]["forms"].split(";")


def test_an_observation_is_named_by_its_quote_its_id_or_the_beginning_of_it(extraction: Extraction) -> None:
    one = extraction.observations[3]
    assert chosen(extraction.observations, one.observation_id) == [one]
    assert one in chosen(extraction.observations, one.observation_id[:8])
    assert one in chosen(extraction.observations, f" {one.quote} ")
    assert chosen(extraction.observations, "no such figure") == []


@pytest.mark.parametrize("path", sorted((GOLDEN / "articles").glob("*[0-9].txt")), ids=lambda path: path.stem)
def test_every_figure_of_the_golden_articles_can_be_explained(path: Path) -> None:
    extraction = extract_file(path, path.name)
    for one in extraction.observations:
        parts = [reason.part for reason in explain(extraction, one)]
        assert parts[:5] == ["value", "comparator", "unit", "told as", "indicator"]
        assert parts[-1] == "confidence"


def test_a_figure_of_a_sheet_is_explained_by_its_headings() -> None:
    path = GOLDEN / "sheets" / "01_dien_bien_ho_ngheo.xlsx"
    extraction = extract_file(path, path.name)
    reasons = {reason.part: reason for reason in explain(extraction, extraction.observations[0])}
    assert "!" in reasons["value"].why
    assert "headings: " in reasons["indicator"].why


@pytest.mark.parametrize("cell", ["D12", "Biểu 1!D12", "d12"])
def test_a_figure_of_a_sheet_is_chosen_by_its_cell(cell: str) -> None:
    path = GOLDEN / "sheets" / "01_dien_bien_ho_ngheo.xlsx"
    extraction = extract_file(path, path.name)
    sheet = extraction.observations[0].locator.sheet
    [one] = chosen(extraction.observations, cell.replace("Biểu 1", str(sheet)))
    assert one.locator.cell == "D12"
