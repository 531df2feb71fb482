"""The limits of workbooks: what an installation sets holds wherever workbooks are read, and is documented."""

import re
from pathlib import Path

import pytest

from pipelines.readers.workbook_limits import WorkbookLimits
from pipelines.warehouse.errors import LimitsError
from pipelines.warehouse.extracting import default_extractor
from pipelines.warehouse.inventory import take_inventory
from pipelines.warehouse.limits import NAME, read_limits
from pipelines.warehouse.memo import Memo
from pipelines.warehouse.settings import CHECKOUT, Settings
from tests.terminal import solieu
from tests.unit.warehouse.projects import put, small_project
from tests.unit.warehouse.test_inventory import TODAY

TABLE = "Xã;Hộ nghèo;Hộ cận nghèo\nXã Vi Hương;155;60\nXã Sĩ Bình;191;70\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return small_project(tmp_path / "project", {"a.csv": TABLE, "b.txt": "5"})


def limit(settings: Settings, text: str) -> None:
    settings.dagster.mkdir(parents=True, exist_ok=True)
    (settings.dagster / NAME).write_text(text, encoding="utf-8")


def versions(settings: Settings) -> dict[str, str]:
    sources = take_inventory(settings, Memo(), TODAY).sources
    return {source.document: source.version for source in sources}


def test_an_installation_names_only_what_it_changes(settings: Settings) -> None:
    assert read_limits(settings) == WorkbookLimits()
    limit(settings, "columns: 2\nrows: 500\n")
    assert read_limits(settings) == WorkbookLimits(columns=2, rows=500)
    limit(settings, "# nothing yet\n")
    assert read_limits(settings) == WorkbookLimits()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colums: 2", "colums: Unexpected keyword argument"),
        ("columns: many", "columns: Input should be a valid integer"),
        ("columns: 0", "columns: Input should be greater than or equal to 1"),
        ("columns: true", "columns: Input should be a valid integer"),
        ("- columns", "Input should be a dictionary"),
        ("columns: [", "is no YAML"),
    ],
    ids=["a misspelt key", "a word for a number", "nothing at all", "no number", "a list", "no YAML"],
)
def test_what_cannot_be_meant_is_refused_with_its_place(settings: Settings, text: str, said: str) -> None:
    limit(settings, text)
    with pytest.raises(LimitsError, match=re.escape(NAME)) as refused:
        take_inventory(settings, Memo(), TODAY)
    assert said in str(refused.value)


def test_a_run_reads_within_them(settings: Settings) -> None:
    limit(settings, "file_bytes: 10")
    read = default_extractor(settings)(settings.raw / "a.csv", "raw/a.csv")
    assert [problem.code for problem in read.problems] == ["workbook_too_large"]


def test_a_changed_limit_lets_workbooks_be_read_again_and_nothing_else(settings: Settings) -> None:
    before = versions(settings)
    limit(settings, f"columns: {WorkbookLimits().columns}")
    assert versions(settings) == before
    limit(settings, "columns: 2")
    after = versions(settings)
    assert [name for name in before if before[name] != after[name]] == ["raw/a.csv"]


@pytest.mark.parametrize("command", ["extract", "check", "sheet"])
def test_the_commands_read_within_them(settings: Settings, command: str) -> None:
    limit(settings, "file_bytes: 10")
    done = solieu(settings.raw.parent, command, str(settings.raw / "a.csv"))
    assert done.status == 2
    assert "more than 10 bytes" in done.complaints
    limit(settings, "colums: 2")
    done = solieu(settings.raw.parent, command, str(settings.raw / "a.csv"))
    assert (done.status, len(done.complaints.splitlines())) == (2, 1)
    assert "colums" in done.complaints


def test_columns_left_out_are_told_beside_what_was_read(settings: Settings) -> None:
    limit(settings, "columns: 2")
    path = put(settings, "a.csv", TABLE)
    read = default_extractor(settings)(path, "raw/a.csv")
    assert {str(one.value) for one in read.observations} == {"155", "191"}
    told = [(one.place, one.detail) for one in read.problems if one.code == "columns_too_many"]
    assert told == [("a", "columns C to C left out; the limit is 2")]


def test_every_limit_is_documented_with_its_usual_value() -> None:
    text = (CHECKOUT / "docs" / "operating.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^\| `(\w+)` \| (\d+) \|", text, re.MULTILINE))
    usual = WorkbookLimits()
    assert {name: int(value) for name, value in documented.items()} == {
        name: getattr(usual, name) for name in WorkbookLimits.__slots__
    }
