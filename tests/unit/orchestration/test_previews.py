"""Rows as Markdown: whatever a source says is shown as it is, in cells of bounded width."""

from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.orchestration.previews import Link, escaped, first_rows, markdown_table


def test_rows_are_a_table_of_the_columns_that_have_anything_in_them() -> None:
    rows = [{"quote": "155 hộ", "value": Decimal("155.000000"), "sheet": None}, {"quote": "", "value": 1, "sheet": ""}]

    assert markdown_table(rows).splitlines() == [
        "| quote | value |",
        "| --- | --- |",
        "| 155 hộ | 155 |",
        "|  | 1 |",
        "",
        "*1 columns empty in these rows*",
    ]


def test_a_link_leads_to_its_page_and_its_text_is_shown_as_it_is() -> None:
    rows = [{"quote": Link("[155](hộ)|", "documents/a.html#o-1")}]

    assert markdown_table(rows).splitlines()[2] == "| [&#91;155&#93;(hộ)&#124;](/evidence/documents/a.html#o-1) |"


def test_keys_that_are_hashes_give_room_to_what_can_be_read() -> None:
    rows = [{"line_id": f"{'ab' * 10}-1", "observation_id": "cd" * 10, "code": "abcdef", "value": 1}]

    assert markdown_table(rows).splitlines()[0] == "| code | value |"
    assert markdown_table([{"line_id": "ab" * 10}]).splitlines()[0] == "| line&#95;id |", "better than nothing"


def test_a_table_without_rows_says_so() -> None:
    assert markdown_table([]) == "*no rows*"


def test_a_wide_table_says_how_many_columns_it_leaves_out() -> None:
    row = {f"c{number}": number for number in range(20)}

    assert markdown_table([row]).endswith("*6 more columns*")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(Decimal("1218000000000"), "1218000000000", id="no exponent"),
        pytest.param(Decimal("103.8500"), "103.85", id="no zeros behind"),
        pytest.param("x" * 200, f"{'x' * 59}…", id="cut where it is long"),
        pytest.param("dòng một\ndòng hai", "dòng một dòng hai", id="in one line"),
        pytest.param("<script>|", "&lt;script&gt;&#124;", id="no markup"),
        pytest.param(["a", "b"], "&#91;'a', 'b'&#93;", id="a list"),
    ],
)
def test_cells(value: object, shown: str) -> None:
    assert markdown_table([{"c": value}]).splitlines()[2] == f"| {shown} |"


def test_nothing_in_a_text_is_taken_for_markdown() -> None:
    assert escaped("*[x](javascript:1)_`") == "&#42;&#91;x&#93;(javascript:1)&#95;&#96;"


def test_only_the_first_rows_are_read(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"n": list(range(100))}), tmp_path / "t.parquet")
    pq.write_table(pa.table({"n": pa.array([], pa.int64())}), tmp_path / "empty.parquet")

    assert first_rows(tmp_path / "t.parquet", 2) == [{"n": 0}, {"n": 1}]
    assert first_rows(tmp_path / "empty.parquet", 2) == []
