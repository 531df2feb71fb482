"""Amounts paid at several amounts a head: counts beside them or told before, in the same order."""

import pytest

from tests.unit.statements.relations import relations_of

PAID = [
    pytest.param(
        "Toàn tỉnh xây mới 8.045 căn, sửa chữa 3.797 căn.\nĐịnh mức là 60 triệu đồng cho một căn xây mới, 30 triệu đồng"
        " cho một căn sửa chữa, tổng kinh phí 596,61 tỷ đồng.",
        "per_head: amount 596,61 tỷ đồng, count 8.045 căn, per_head 60 triệu đồng, count 3.797 căn, per_head 30 triệu"
        " đồng",
        id="counts of the paragraph before",
    ),
    pytest.param(
        "Kinh phí hỗ trợ 63 tỷ đồng cho 420 nhà xây mới (60 triệu đồng/nhà) và 260 nhà sửa chữa (30 triệu đồng/nhà).",
        "per_head: amount 63 tỷ đồng, count 420 nhà, per_head 60 triệu đồng, count 260 nhà, per_head 30 triệu đồng",
        id="counts beside them, the amount with a wrong digit",
    ),
    pytest.param(
        "Quỹ dành cho tỉnh 5.100 suất, tổng giá trị 3,06 tỷ đồng. Mỗi suất có 500.000 đồng tiền mặt và một túi quà trị"
        " giá 100.000 đồng.",
        "per_head: amount 3,06 tỷ đồng, count 5.100 suất, per_head 500.000 đồng, count 5.100 suất, per_head 100.000"
        " đồng",
        id="each of one count gets both",
    ),
]


@pytest.mark.parametrize(("text", "relation"), PAID)
def test_an_amount_is_held_against_all_that_is_paid_of_it(text: str, relation: str) -> None:
    told = relations_of(text)
    assert relation in told
    amount = relation.split(",")[0]
    assert [one for one in told if one.startswith(amount)] == [relation]


@pytest.mark.parametrize(
    "text",
    [
        "Huyện xây 420 nhà, sửa 260 nhà. Mỗi nhà xây mới được 60 triệu đồng/nhà, sửa chữa 30 triệu đồng/nhà; ngân sách"
        " chi 12,7 tỷ đồng.",
        "Có 42 hộ được vay, mỗi hộ 50 triệu đồng; 18 em nhận học bổng, mỗi em 2 triệu đồng. Quỹ còn 9,4 tỷ đồng.",
    ],
    ids=["another amount", "other heads"],
)
def test_no_amount_of_several_norms(text: str) -> None:
    assert not [one for one in relations_of(text) if one.count("per_head ") > 1]
