"""Which amount, count and amount a head belong together where several stand near each other."""

from decimal import Decimal

import pytest

from tests.unit.statements.relations import observations_of, relations_of

TOGETHER = [
    pytest.param(
        "- Học sinh bán trú: 1.356 em được hỗ trợ tiền ăn; 318 em ở xa được thêm tiền nhà; cấp 183,06 tấn gạo (định mức"
        " 15kg/em/tháng).",
        "per_head: amount 183,06 tấn, count 1.356 em, per_head 15kg",
        id="the pupils who got a whole number of months",
    ),
    pytest.param(
        "Trường có 640 em ở bán trú được hỗ trợ tiền ăn; 85 em ở xa được thêm tiền nhà; cấp 80,1 tấn gạo (15"
        " kg/em/tháng).",
        "per_head: amount 80,1 tấn, count 640 em, per_head 15 kg",
        id="the pupils who got some months of a year",
    ),
    pytest.param(
        "Hội quản lý 1.236 tỷ đồng, chiếm 39,2% tổng dư nợ ủy thác (3.153 tỷ đồng), cho 27.412 thành viên vay; bình"
        " quân 95,1 triệu đồng/thành viên.",
        "per_head: amount 1.236 tỷ đồng, count 27.412 thành viên, per_head 95,1 triệu đồng",
        id="the amount outside brackets",
    ),
    pytest.param(
        "Huyện bàn giao 64 con bò cho 64 hộ nghèo. Mỗi con bò trị giá 17 triệu đồng, tổng kinh phí 4.088 triệu đồng.",
        "per_head: amount 4.088 triệu đồng, count 64 con bò, per_head 17 triệu đồng",
        id="what each costs, one digit wrong",
    ),
]


@pytest.mark.parametrize(("text", "relation"), TOGETHER)
def test_together(text: str, relation: str) -> None:
    assert relation in relations_of(text)


def test_an_amount_behind_two_counts_pays_both() -> None:
    text = "Quỹ cất mới 612 căn nhà (mỗi căn 40 triệu đồng), sửa chữa 95 căn, tổng kinh phí 25 tỉ 905 triệu đồng."
    assert not [line for line in relations_of(text) if "per_head 40 triệu đồng" in line]


def test_a_mass_that_none_of_several_got_for_a_year_at_most_is_of_none() -> None:
    text = (
        "Huyện lo tiền nhà cho 236 em ở xa; tiền ăn trưa cho 118 trẻ mẫu giáo; cấp 692,1 tấn gạo (mức 15 kg/học"
        " sinh/tháng)."
    )
    assert not [line for line in relations_of(text) if "692,1 tấn" in line]


def test_a_norm_that_was_not_paid_from_an_amount_leaves_it_to_those_counted() -> None:
    text = "Từ đầu năm 412 lao động được vay 37,1 tỷ đồng, ngoài ra còn được học ngoại ngữ, mức 2 triệu đồng/người."
    assert "per_head: amount 37,1 tỷ đồng, count 412 lao động" in relations_of(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        pytest.param("Quỹ cho 200 gia đình vay từ 3 đến 5 triệu đồng.", "3 đến 5 triệu đồng", id="a range"),
        pytest.param(
            "Tỉnh hỗ trợ nhà ở cho 2.386 hộ (mức 40 triệu đồng/hộ từ trung ương, tỉnh đối ứng 4 triệu đồng).",
            "4 triệu đồng",
            id="less than the norm beside it",
        ),
        pytest.param(
            "Tết này huyện trao 1.208 phần quà trị giá 300.000 đồng/phần.",
            "300.000 đồng",
            id="a gift by its short name",
        ),
    ],
)
def test_what_each_gets_is_shared_by_none(text: str, amount: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith(f"per_head: amount {amount}")]


@pytest.mark.parametrize(
    ("average", "found"),
    [("555.000 đồng", True), ("556.000 đồng", False), ("555.072 đồng", True), ("555.300 đồng", False)],
)
def test_an_average_in_thousands_is_rounded(average: str, found: bool) -> None:
    quotes = {
        one.quote: one.interval
        for one in observations_of(f"Quỹ đã chi trả 714,6 tỷ đồng cho 1.287.400 lượt khám, bình quân {average}/lượt.")
    }
    low, high = quotes[average].low, quotes[average].high
    assert low is not None
    assert high is not None
    assert (low * 1_287_400 <= Decimal("714.7E9") and high * 1_287_400 >= Decimal("714.55E9")) == found
