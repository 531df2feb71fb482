"""Words near numbers that the vocabularies do not know: which are told, and what of."""

from pathlib import Path

import pytest

from pipelines.extraction import extract_file
from pipelines.statements.gaps import gaps


def told(folder: Path, text: str) -> list[tuple[str, str, str]]:
    path = folder / "bai.txt"
    path.write_text(text, encoding="utf-8")
    return [(gap.missing, gap.words, gap.quote) for gap in gaps(extract_file(path, path.name))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Đoàn trao 120 áo ấm.", ("unit", "áo ấm", "120 áo ấm"), id="a noun without a code"),
        pytest.param("Bà Mai (57 tuổi) kể chuyện.", ("indicator", "tuổi", "57 tuổi"), id="no indicator"),
        pytest.param("Gia đình có 2 ha đất giồng.", ("indicator", "ha đất giồng", "2 ha"), id="nouns behind the unit"),
    ],
)
def test_a_word_without_a_home_is_told(tmp_path: Path, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(tmp_path, text)


def test_a_figure_that_is_fully_known_has_no_gap(tmp_path: Path) -> None:
    assert told(tmp_path, "Năm 2022, huyện Bạch Thông có 416 hộ nghèo.") == []


def test_words_are_folded_so_that_spellings_count_as_one(tmp_path: Path) -> None:
    first, second = told(tmp_path, "Trao 120 Áo ấm.\nTrao 30 áo  ấm."), told(tmp_path, "Trao 30 áo ấm.")
    assert {words for _, words, _ in second} <= {words for _, words, _ in first} | {"áo ấm"}
