"""`solieu query`: an answer as wide as the terminal, a statement or the file that holds it, errors in one line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines.cli import solieu
from tests.unit.warehouse.projects import run_small, small_project

FIGURES = "SELECT quote, value, document, document AS again FROM fact_observation ORDER BY value"


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = small_project(tmp_path_factory.mktemp("project") / "p", {"a.txt": "155 20000"})
    run_small(settings)
    return settings.warehouse


def call(warehouse: Path, *arguments: str, columns: int | None = None) -> Result:
    environment = {"COLUMNS": None if columns is None else str(columns)}
    return CliRunner().invoke(solieu, ["query", "--warehouse", str(warehouse), *arguments], env=environment)


@pytest.mark.parametrize(
    ("columns", "first"),
    [
        pytest.param(None, "quote      value  document   again", id="nobody says how wide"),
        pytest.param(60, "quote      value  document   again", id="wide enough"),
        pytest.param(20, "── 1 ───────────────", id="narrow: records"),
    ],
)
def test_the_table_is_as_wide_as_the_terminal(warehouse: Path, columns: int | None, first: str) -> None:
    lines = call(warehouse, FIGURES, columns=columns).output.splitlines()
    assert lines[0] == first
    assert max(len(line) for line in lines) <= (columns or 120)
    assert lines[-1] == "(2 rows)"


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_programs_read_depends_on_no_terminal(warehouse: Path, form: str) -> None:
    wide, narrow = (call(warehouse, FIGURES, "--format", form, columns=columns).output for columns in (200, 20))
    assert wide == narrow
    assert "20000" in wide
    assert "NULL" not in wide


def test_a_file_is_asked_by_its_name(warehouse: Path, tmp_path: Path) -> None:
    file = tmp_path / "question.sql"
    file.write_text(f"-- Which figures?\n{FIGURES};\n", encoding="utf-8")
    assert call(warehouse, str(file)).output == call(warehouse, FIGURES).output


def test_a_file_that_is_not_utf_8_is_told_with_its_byte(warehouse: Path, tmp_path: Path) -> None:
    file = tmp_path / "cũ.sql"
    file.write_bytes(b"SELECT '\xff'")
    result = call(warehouse, str(file))
    assert result.exit_code == 2
    assert "cũ.sql: byte 8 is not UTF-8; save the text as UTF-8" in result.output


@pytest.mark.parametrize(("folder", "form"), [("/proc/out", "parquet"), ("a.txt/x", "csv"), ("a.txt/x", "sdmx")])
def test_a_folder_that_cannot_be_made_is_told_by_its_name(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    result = CliRunner().invoke(solieu, ["export", folder, "--format", form, "--warehouse", str(warehouse)])
    assert result.exit_code == 2
    assert f"{folder}: " in result.output
    assert "; check the name" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["SELECT * FROM nothing"], "Table with name nothing does not exist", id="no such table"),
        pytest.param(["missing.sql"], "name a file or give the statement in quotes", id="no such file"),
        pytest.param(["SELECT 1", "--format", "xml"], "is not one of 'table', 'csv', 'json'", id="no such format"),
    ],
)
def test_an_error_says_what_to_do(warehouse: Path, arguments: list[str], said: str) -> None:
    result = call(warehouse, *arguments)
    assert result.exit_code != 0
    assert said in result.output


def test_no_control_characters_where_nobody_watches(warehouse: Path) -> None:
    assert "\x1b" not in call(warehouse, FIGURES).output
