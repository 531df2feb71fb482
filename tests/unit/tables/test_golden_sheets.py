"""The golden workbooks: every cell with its meaning as reviewed, and the planted errors found, nothing else.

`pytest --refresh-golden` writes the workbooks (for the .xls it needs xlwt) and what is expected of them anew.
"""

import json
from pathlib import Path

import pytest

from pipelines.readers.workbook import read_workbook
from pipelines.tables.layouts.layout_file import write_layouts
from pipelines.tables.workbook import WorkbookReading, read_tables
from tests.golden.sheets.build import BUILDERS
from tests.unit.tables.grids import broken

NEED_XLWT = ("04_nhcsxh_theo_xa_TCVN3.xls", "18_xa_phuong_moi_2025.xls")
PLANTED = json.loads((Path(__file__).parents[2] / "golden" / "sheets" / "planted.json").read_text("utf-8"))


def reading_of(path: Path) -> WorkbookReading:
    workbook, problems = read_workbook(path, path.name)
    assert workbook is not None, problems
    return read_tables(workbook)


def written(reading: WorkbookReading) -> str:
    """What is expected of a workbook, one line an observation, as a person reviews it."""
    cells = {one.observation_id: f"{one.locator.sheet}!{one.locator.cell}" for one in reading.observations}
    lines = []
    for one in reading.observations:
        meaning = one.meaning
        record = {
            "cell": cells[one.observation_id],
            "value": f"{one.value.normalize():f}",
            "unit": one.unit,
            "indicator": meaning.indicator,
            "population": meaning.population_group,
            "programme": meaning.programme,
            "sex": meaning.sex,
            "place": [meaning.place.name, meaning.place.code] if meaning.place else None,
            "period": meaning.period.text if meaning.period else None,
            "status": meaning.status,
            "part_of": [cells[total] for total in one.part_of],
            "flags": sorted(one.flags),
            "heads": one.sentence,
        }
        lines.append(json.dumps({key: value for key, value in record.items() if value}, ensure_ascii=False))
    kinds = sorted(
        json.dumps(
            [one.kind, *([f"{cells[member.observation_id]} {member.role}" for member in one.members])],
            ensure_ascii=False,
        )
        for one in reading.relations
    )
    problems = [f"{one.code} {one.place} {one.detail}" for one in reading.problems]
    return "\n".join(["# observations", *lines, "# relations", *kinds, "# problems", *problems, ""])


@pytest.mark.parametrize("name", BUILDERS)
def test_workbooks_are_read_as_reviewed(name: str, golden: Path, refresh_golden: bool) -> None:
    path = golden / "sheets" / name
    expected = golden / "sheets" / "expected" / f"{name}.txt"
    layout = golden / "sheets" / "expected" / f"{name}.layout.yaml"
    if refresh_golden:
        path.write_bytes(BUILDERS[name]().content)
    reading = reading_of(path)
    if refresh_golden:
        expected.write_text(written(reading), encoding="utf-8")
        layout.write_text(write_layouts(reading.layouts), encoding="utf-8")
    assert written(reading) == expected.read_text("utf-8")
    assert write_layouts(reading.layouts) == layout.read_text("utf-8")


@pytest.mark.parametrize("name", PLANTED)
def test_planted_errors_are_found_and_nothing_else(name: str, golden: Path) -> None:
    found = broken(reading_of(golden / "sheets" / name))
    planted = set(PLANTED[name])
    assert [sorted(cells) for cells in found if not cells & planted] == []
    assert [cell for cell in planted if not any(cell in cells for cells in found)] == []


@pytest.mark.parametrize("name", [name for name in BUILDERS if name not in NEED_XLWT])
def test_the_script_makes_the_workbooks_that_are_kept(name: str, golden: Path, tmp_path: Path) -> None:
    made = BUILDERS[name]()
    (tmp_path / name).write_bytes(made.content)
    again, _ = read_workbook(tmp_path / name, name)
    kept, _ = read_workbook(golden / "sheets" / name, name)
    assert again is not None
    assert kept is not None
    assert [dict(sheet.cells) for sheet in again.sheets] == [dict(sheet.cells) for sheet in kept.sheets]
    assert dict(made.planted) == PLANTED[name]


def test_a_list_of_persons_is_refused_and_nothing_of_it_told(golden: Path) -> None:
    reading = reading_of(golden / "sheets" / "13_danh_sach_ho.xlsx")
    assert (reading.observations, reading.relations, reading.layouts) == ((), (), ())
    (problem,) = reading.problems
    assert (problem.code, problem.place, problem.detail) == ("workbook_personal", "sheet 1", "names")
