"""`solieu sheet`: the picture, the layout to correct, the page, and what is refused without showing it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines.cli import solieu

NAME = "01_dien_bien_ho_ngheo.xlsx"
PERSONS = "13_danh_sach_ho.xlsx"


@pytest.fixture
def workbook(golden: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(golden / "sheets" / NAME, tmp_path / NAME))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(solieu, ["sheet", *map(str, arguments)], terminal_width=200)


def test_the_picture_comes_with_its_legend_and_the_layout(workbook: Path) -> None:
    done = run(workbook)
    assert done.exit_code == 0
    assert "tên cột" in done.output
    assert "index_row: " in done.output
    assert done.output.rstrip().endswith(f"save this as {NAME}.layout.yaml beside the workbook")


def test_the_layout_printed_is_one_that_can_be_saved_and_wins(workbook: Path) -> None:
    printed = run(workbook).output
    layout = printed[printed.index("sheets:") : printed.rindex("#")]
    beside = workbook.with_name(f"{NAME}.layout.yaml")
    beside.write_text(layout, encoding="utf-8")
    assert layout in run(workbook).output

    first = next(line for line in layout.splitlines() if "values: [" in line)
    beside.write_text(layout.replace(first, first[: first.index("[")] + "[C]", 1), encoding="utf-8")
    assert "values: [C]" in run(workbook).output


def test_the_page_is_written_where_asked(workbook: Path, tmp_path: Path) -> None:
    page = tmp_path / "hinh.html"
    done = run(workbook, "--html", page)
    written = page.read_text("utf-8")
    assert (done.exit_code, done.output) == (0, f"picture in {page}\n")
    assert "Hộ cận nghèo trở thành hộ nghèo" in written
    assert "<script" not in written


def test_a_list_of_persons_is_refused_and_nothing_of_it_shown(golden: Path, tmp_path: Path) -> None:
    from pipelines.readers.workbook import read_workbook

    path, page = golden / "sheets" / PERSONS, tmp_path / "hinh.html"
    shown, written = run(path), run(path, "--html", page)
    book, _ = read_workbook(path, PERSONS)
    assert book is not None
    texts = {str(cell.value) for cell in book.sheets[0].cells.values() if isinstance(cell.value, str)}
    assert (shown.exit_code, written.exit_code, page.exists()) == (2, 2, False)
    assert "a list of persons" in shown.output
    assert [text for text in texts if len(text) > 5 and text in shown.output + written.output] == []


@pytest.mark.parametrize(
    ("layout", "said"),
    [("sheets: [", "is no YAML"), ("sheets:\n- sheet: A\n  tabels: []\n", "tabels")],
    ids=["no YAML", "an unknown key"],
)
def test_a_layout_that_cannot_be_used_is_told_by_its_file(workbook: Path, layout: str, said: str) -> None:
    workbook.with_name(f"{NAME}.layout.yaml").write_text(layout, encoding="utf-8")
    done = run(workbook)
    assert done.exit_code == 2
    assert f"{NAME}.layout.yaml" in done.output
    assert said in done.output


def test_a_damaged_file_ends_with_one_line(tmp_path: Path) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing more")
    done = run(path)
    assert done.exit_code == 2
    assert len(done.output.strip().splitlines()) == 1
