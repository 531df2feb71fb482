"""How far one level lies above or below another that is told with it, before it or behind it."""

import pytest

from tests.unit.statements.relations import relations_of

GAPS = [
    pytest.param(
        "Tỷ lệ bao phủ bảo hiểm y tế của tỉnh đạt 86,4%, thấp hơn 7,6 điểm phần trăm so với chỉ tiêu (91%).",
        "change: before 91%, after 86,4%, difference 7,6 điểm phần trăm",
        id="below an aim in brackets behind the gap",
    ),
    pytest.param(
        "Tỷ lệ hộ dùng nước sạch của huyện đạt 61,3%, thấp hơn mục tiêu 70% là 2,7 điểm phần trăm.",
        "change: before 70%, after 61,3%, difference 2,7 điểm phần trăm",
        id="below an aim before the gap",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo vùng dân tộc thiểu số là 31,5%, cao hơn bình quân chung của tỉnh (12,3%) 49,2 điểm phần trăm.",
        "change: before 12,3%, after 31,5%, difference 49,2 điểm phần trăm",
        id="above an average in brackets",
    ),
    pytest.param(
        "Tỷ lệ hộ dùng nước sạch đạt 61,3%, thấp hơn khoảng 2,7 điểm phần trăm so với mục tiêu 70%.",
        "change: before 70%, after 61,3%, difference 2,7 điểm phần trăm",
        id="about so much below an aim",
    ),
    pytest.param(
        "Huyện hoàn thành 86 căn nhà, nhiều hơn kế hoạch đầu năm 42 căn (kế hoạch: 74 căn).",
        "change: before 74 căn, after 86 căn nhà, difference 42 căn",
        id="more than a plan that the bracket tells",
    ),
    pytest.param(
        "Theo chuẩn cũ, cả tỉnh còn 18.420 hộ nghèo. Theo chuẩn mới, số hộ nghèo là 31.655 hộ, nhiều hơn 43.235 hộ so"
        " với cách tính cũ; riêng vùng cao có 12.480 hộ.",
        "change: before 18.420 hộ, after 31.655 hộ, difference 43.235 hộ",
        id="more than a level of the sentence before",
    ),
]


@pytest.mark.parametrize(("text", "relation"), GAPS)
def test_a_gap_is_held_against_the_levels_compared(text: str, relation: str) -> None:
    assert relation in relations_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Xã giảm được 46 hộ nghèo, nhiều hơn 3 xã khác trong huyện.",
        "Có 512 hộ được vay vốn; hơn 70 hộ đã thoát nghèo, 28 hộ làm nhà mới.",
        "Thu nhập bình quân đạt 28,4 triệu đồng, cao hơn năm trước; hộ nghèo được vay 12 triệu đồng.",
    ],
    ids=["communes are no households", "a bound", "behind a semicolon"],
)
def test_no_gap(text: str) -> None:
    assert not [one for one in relations_of(text) if one.startswith("change")]
