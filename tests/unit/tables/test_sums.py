"""Which rows are looked at for sums: enough to find them, few enough that no sheet takes the square of its length."""

import pytest

from pipelines.tables.rows import TableRow
from pipelines.tables.sums import _candidates
from pipelines.tables.words import roles_of
from tests.unit.tables.grids import Value, parts_of, read_rows


@pytest.mark.parametrize("every", [1, 2, 10])
@pytest.mark.parametrize("label", ["Tổng cộng", "Cộng"])
def test_a_sheet_of_totals_gives_few_candidates(every: int, label: str) -> None:
    words = roles_of(label)
    rows = [
        TableRow(row, "total", label, rank=0.0, words=words) if row % every == 0 else TableRow(row, "item", "Xã")
        for row in range(1, 3_001)
    ]
    assert sum(len(candidate.parts) for candidate in _candidates(rows)) <= 10 * len(rows)


def test_the_last_of_many_totals_adds_up_the_totals_before_it() -> None:
    rows: list[list[Value]] = [["TT", "Thôn", "Số hộ nghèo"]]
    for number in range(120):
        rows += [[1, "Thôn Nà Pò", 10], [2, "Thôn Bản Mới", number], [None, "Cộng", 10 + number]]
    rows.append([None, "Tổng cộng", 1_200 + sum(range(120))])
    subtotals = {f"C{row}" for row in range(4, len(rows), 3)}
    assert parts_of(read_rows(rows))[f"C{len(rows)}"] == subtotals
