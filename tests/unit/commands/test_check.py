"""`solieu check`: what it prints of files that add up, that do not, and that cannot be read."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipelines.cli import solieu

WHOLE = "Năm 2022, huyện hỗ trợ làm nhà cho 155 hộ nghèo, gồm: xây mới 28 hộ, sửa chữa 127 hộ.\n"
BROKEN = WHOLE.replace("155", "156")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "khop.txt").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "lech.txt").write_text(BROKEN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("names", "status", "told"),
    [
        (["khop.txt"], 0, "1 holds, 0 broken, 0 not evaluated"),
        (["khop.txt", "lech.txt"], 1, "1 holds, 1 broken, 0 not evaluated"),
        (["khop.txt", "khong-co.txt"], 2, "khong-co.txt"),
    ],
    ids=["holds", "one is broken", "one cannot be read"],
)
def test_the_exit_status_tells_the_worst(articles: Path, names: list[str], status: int, told: str) -> None:
    done = CliRunner().invoke(solieu, ["check", *(str(articles / name) for name in names)])
    assert (done.exit_code, told in done.output) == (status, True)


def test_each_document_stands_above_its_relations_the_broken_ones_first(articles: Path) -> None:
    done = CliRunner().invoke(solieu, ["check", str(articles / "lech.txt"), str(articles / "khop.txt")])
    lines = done.output.splitlines()
    broken = next(line for line in lines if line.startswith("broken"))
    assert "156 hộ" in broken
    assert lines.index(broken) > next(at for at, line in enumerate(lines) if line.endswith("lech.txt"))
    assert sum(line.endswith(".txt") for line in lines) == 2


def test_a_long_path_stays_in_one_line_to_be_copied(articles: Path) -> None:
    deep = articles / ("thu-muc-" * 12)
    deep.mkdir()
    shutil.copy(articles / "khop.txt", deep)
    done = CliRunner().invoke(solieu, ["check", str(deep / "khop.txt")])
    assert f"{deep / 'khop.txt'}" in done.output.splitlines()


def test_json_lines_give_the_arithmetic_and_where_its_figures_stand(articles: Path) -> None:
    done = CliRunner().invoke(solieu, ["check", "--format", "jsonl", str(articles / "lech.txt")])
    (record,) = (json.loads(line) for line in done.output.splitlines())
    assert (record["kind"], record["outcome"], record["stated"], record["computed"]) == (
        "part_whole",
        "broken",
        "156",
        "155",
    )
    for member in record["observations"]:
        assert BROKEN[member["char_start"] : member["char_end"]] == member["quote"]
