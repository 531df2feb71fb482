"""Figures told by their size are held against each other, and the rate of the whole against the ends."""

import pytest

from tests.unit.statements.relations import relations_of

RANKED = [
    pytest.param(
        "Tỷ lệ hộ nghèo cao nhất là huyện Mèo Vạc 39,9%, tiếp đến là Đồng Văn 37,6%, Yên Minh 31,1%.",
        ["subset: higher 39,9%, lower 37,6%", "subset: higher 37,6%, lower 31,1%"],
        id="in order",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo cao nhất là huyện Mèo Vạc 39,9%, tiếp đến là Đồng Văn 37,6%, Yên Minh 38,1%, Quản Bạ 30,4%.",
        [
            "subset: higher 39,9%, lower 37,6%",
            "subset: higher 37,6%, lower 38,1%",
            "subset: higher 38,1%, lower 30,4%",
        ],
        id="a slip puts one that words rank out of its order",
    ),
    pytest.param(
        "Thấp nhất là huyện Mèo Vạc với 12 nhà, tiếp đến là Đồng Văn 15 nhà, Yên Minh 21 nhà.",
        ["subset: higher 21 nhà, lower 15 nhà", "subset: higher 15 nhà, lower 12 nhà"],
        id="from the least on",
    ),
    pytest.param(
        "Các huyện có tỷ lệ hộ nghèo cao là Mèo Vạc 39,9%, Đồng Văn 37,6%, Yên Minh 38,1%.",
        [],
        id="no order told and none there",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo của huyện Mèo Vạc là 39,9%, Đồng Văn 37,6%, Yên Minh 31,1%.",
        [],
        id="not told by size",
    ),
    pytest.param(
        "Nhiều nhất là huyện Mèo Vạc 120 nhà, tiếp đến là Đồng Văn 95 nhà, Yên Minh 60 nhà, các huyện khác 310 nhà.",
        ["subset: higher 120 nhà, lower 95 nhà", "subset: higher 95 nhà, lower 60 nhà"],
        id="the rest of a list may be more",
    ),
]


@pytest.mark.parametrize(("text", "told"), RANKED)
def test_figures_in_order(text: str, told: list[str]) -> None:
    assert [line for line in relations_of(text) if line.startswith("subset: higher")] == told


ENDS = [
    "Tỷ lệ hộ nghèo cao nhất là huyện Mèo Vạc 39,9%, tiếp đến là Đồng Văn 37,6%, Yên Minh 31,1%; thấp nhất là thành phố"
    " Hà Giang 0,7%.",
    "Các huyện có tỷ lệ hộ nghèo cao là: Mèo Vạc 39,9%, Đồng Văn 37,6%, Yên Minh 31,1%. Thấp nhất là thành phố Hà Giang"
    " 0,7%.",
]


@pytest.mark.parametrize("ends", ENDS, ids=["in one sentence", "the last in the next sentence"])
def test_the_rate_of_the_whole_lies_between_the_ends(ends: str) -> None:
    text = f"Tỷ lệ hộ nghèo của tỉnh Hà Giang là 22,29%. {ends}"
    assert "subset: whole 22,29%, part 39,9%, part 0,7%" in relations_of(text)


def test_counts_of_a_ranking_are_among_that_of_the_whole() -> None:
    text = (
        "Năm 2019, tỉnh Hà Giang có 2.450 hộ nghèo được hỗ trợ nhà ở. Các huyện có số hộ nghèo được hỗ trợ nhà ở nhiều"
        " là Mèo Vạc 310 hộ, Đồng Văn 287 hộ, Yên Minh 254 hộ."
    )
    told = [line for line in relations_of(text) if "310 hộ" in line and "2.450 hộ" in line]
    assert told
