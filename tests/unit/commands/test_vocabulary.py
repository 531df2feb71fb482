"""`solieu vocabulary`: words without a home over a folder of texts, the most frequent first."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines.cli import solieu


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nam").mkdir()
    (tmp_path / "một.txt").write_text("Đoàn trao 120 áo ấm.\nBà Mai (57 tuổi) kể.", encoding="utf-8")
    (tmp_path / "nam" / "hai.txt").write_text("Đoàn trao 30 áo ấm, rồi 15 áo ấm.", encoding="utf-8")
    (tmp_path / "ghi-chú.yaml").write_text("7 áo ấm", encoding="utf-8")
    return tmp_path


def vocabulary(*arguments: str | Path) -> Result:
    return CliRunner().invoke(solieu, ["vocabulary", *map(str, arguments)])


def rows(done: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_the_most_frequent_stand_first_with_an_example_and_its_place(folder: Path) -> None:
    done = vocabulary(folder, "--format", "csv")
    first = next(row for row in rows(done) if row["missing"] == "unit")
    assert done.exit_code == 0
    assert (first["words"], first["occurrences"], first["documents"]) == ("áo ấm", "3", "2")
    text = Path(first["document"]).read_text(encoding="utf-8")
    assert text[int(first["character"]) :].startswith(("120 áo ấm", "30 áo ấm", "15 áo ấm"))
    assert "áo ấm" in first["example"]
    assert first["add_to"] == "units.csv"
    counts = [int(row["occurrences"]) for row in rows(done)]
    assert counts == sorted(counts, reverse=True)


def test_the_table_shows_so_many_and_tells_how_many_there_are(folder: Path) -> None:
    done = vocabulary(folder, "--most", "1")
    assert "áo ấm" in done.stdout
    assert "1 shown" in done.stdout


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    done = vocabulary(tmp_path)
    assert done.exit_code == 2
    assert "holds no text" in done.output
