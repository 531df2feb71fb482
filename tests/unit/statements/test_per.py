"""Per whom, per what and per which time single figures of a text are told."""

import pytest

from tests.unit.statements.relations import meaning_of


@pytest.mark.parametrize(
    ("text", "quote", "per"),
    [
        pytest.param(
            "Mỗi hộ được ngân sách cấp 7 triệu đồng, được vay 8 triệu đồng.", "8 triệu đồng", "household", id="goes on"
        ),
        pytest.param(
            "Mỗi hộ được ngân sách cấp 7 triệu đồng, tổng cộng 90 triệu đồng.", "90 triệu đồng", None, id="a sum"
        ),
        pytest.param(
            "Mỗi căn được 60 triệu đồng, ngân sách đã chi 12 tỷ đồng.", "12 tỷ đồng", None, id="an amount of all"
        ),
        pytest.param(
            "Hộ nghèo hưởng mức hỗ trợ 25 triệu đồng, hộ mới thoát nghèo 20 triệu đồng.",
            "20 triệu đồng",
            "household",
            id="a norm of classes of households",
        ),
        pytest.param(
            "Chị bán 3 con lợn, mỗi con 4 triệu đồng, được 12 triệu đồng.", "12 triệu đồng", None, id="a product"
        ),
        pytest.param(
            "Xã giúp 70 hộ với mức 60 triệu đồng/nhà, tương ứng 4,2 tỷ đồng.", "4,2 tỷ đồng", None, id="of all counted"
        ),
        pytest.param(
            "Thu nhập đạt 31,5 triệu đồng/người/năm, gấp 2,1 lần năm 2010 (15 triệu đồng).",
            "15 triệu đồng",
            "person/year",
            id="what it was before, in a bracket",
        ),
        pytest.param(
            "Mức hỗ trợ 44 triệu đồng/hộ (trung ương 40 triệu đồng, tỉnh 4 triệu đồng).",
            "40 triệu đồng",
            "household",
            id="what makes up an amount a head",
        ),
        pytest.param(
            "Mức hỗ trợ 44 triệu đồng/hộ (đã chi 1.320 triệu đồng, còn 88 triệu đồng).",
            "1.320 triệu đồng",
            None,
            id="sums in a bracket",
        ),
        pytest.param("Xã làm đường; mỗi năm mở 3 lớp nghề.", "3 lớp", "year", id="what recurs each year"),
        pytest.param(
            "Mỗi người học nghề được hỗ trợ tiền ăn 40.000 đồng/ngày, tiền đi lại 200.000 đồng/tháng.",
            "200.000 đồng",
            "person/month",
            id="amounts per time of those who open the sentence",
        ),
        pytest.param(
            "Mỗi người học nghề được hỗ trợ tiền ăn 40.000 đồng/ngày, trang cấp ban đầu 400.000 đồng.",
            "400.000 đồng",
            "person",
            id="a time told with a slash is of its amount alone",
        ),
        pytest.param(
            "Huyện đặt mục tiêu mỗi năm đưa ít nhất 2.000 lao động đi.", "2.000 lao động", "year", id="each year"
        ),
        pytest.param(
            "Tính ra mỗi công trình được 12 triệu đồng.", "12 triệu đồng", "facility", id="what each of the works gets"
        ),
        pytest.param("Xã chi trợ cấp hằng tháng cho 350 người.", "350 người", None, id="a monthly allowance"),
        pytest.param(
            "Chi nhánh có 98.742 khách hàng, dư nợ bình quân 62,2 triệu đồng/khách hàng.",
            "62,2 triệu đồng",
            "customer",
            id="those who borrow",
        ),
        pytest.param(
            "Tỉnh chi 17,8 tỷ đồng cho 19.500 lượt người, bình quân mỗi lượt 913.000 đồng.",
            "913.000 đồng",
            "turn",
            id="each time that somebody was helped",
        ),
        pytest.param(
            "Quà Tết có 22.460 suất, gồm 955 suất mức 400.000 đồng và 21.505 suất mức 200.000 đồng.",
            "200.000 đồng",
            "gift",
            id="each of the gifts before",
        ),
        pytest.param("Xã trao 955 suất quà, tổng mức 191 triệu đồng.", "191 triệu đồng", None, id="all of the gifts"),
        pytest.param("Hội giao mỗi cơ sở giúp ít nhất 10 hộ.", "10 hộ", "organisation", id="each branch"),
        pytest.param("Chị gùi nước hai lượt, mỗi lượt hơn 2 km.", "2 km", None, id="each way to a well"),
    ],
)
def test_per(text: str, quote: str, per: str | None) -> None:
    assert meaning_of(text, quote).per == per
