"""How well workbooks of many layouts are read, measured against the gold of all their cells together.

The limits are what is reached today less a little: a change that reads worse fails here. They are no aim.
"""

import json
from collections import Counter

import pytest

from pipelines.readers.workbook import read_workbook
from pipelines.tables.workbook import read_tables
from tests.golden.sheets.measuring import FILES, FOLDER, share, tally_all, tally_file, workbook_path
from tests.unit.tables.grids import broken

_PLANTED = json.loads((FOLDER / "planted.json").read_text("utf-8"))
_LIMITS = {
    "found": 0.998,
    "measured": 0.995,
    "indicator": 0.99,
    "population_group": 0.97,
    "place": 0.995,
    "period": 0.995,
    "part_of": 0.99,
}


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    return tally_all()


@pytest.mark.parametrize(("name", "limit"), _LIMITS.items(), ids=_LIMITS)
def test_cells_agree_with_the_gold(counts: Counter[str], name: str, limit: float) -> None:
    reached = share(counts, name)
    assert reached >= limit, f"{name}: {reached:.4f} ({counts[f'{name}_right']} of {counts[f'{name}_of']})"


@pytest.mark.parametrize("name", FILES)
def test_each_workbook_is_found_whole(name: str) -> None:
    """No layout is left unread behind the mean of all."""
    found = tally_file(name)
    assert min(share(found, "found"), share(found, "measured"), share(found, "indicator")) >= 0.85


@pytest.mark.parametrize("name", FILES)
def test_planted_errors_are_found_and_nothing_else(name: str) -> None:
    workbook, problems = read_workbook(workbook_path(name), name)
    assert workbook is not None, problems
    planted = set(_PLANTED.get(name, ()))
    if workbook.path.endswith(".csv"):
        planted = {f"{workbook.sheets[0].name}!{cell}" for cell in planted}
    found = broken(read_tables(workbook))
    assert [sorted(cells) for cells in found if not cells & planted] == []
    assert [cell for cell in planted if not any(cell in cells for cells in found)] == []
