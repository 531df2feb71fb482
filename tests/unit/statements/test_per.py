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
            "Mỗi em mỗi tháng được hỗ trợ 556.000 đồng, cộng 15 kg gạo.", "15 kg", "person/month", id="what is added"
        ),
        pytest.param(
            "Xã xây 268 căn nhà; mỗi căn được ngân sách hỗ trợ 8,4 triệu đồng và cho vay 8 triệu đồng.",
            "8 triệu đồng",
            "house",
            id="goes on in its item",
        ),
        pytest.param(
            "Thu nhập đạt 29 triệu đồng/người/năm, gấp 2,1 lần mức 13,5 triệu đồng của năm 2015.",
            "13,5 triệu đồng",
            "person/year",
            id="the base of a multiple",
        ),
        pytest.param(
            "Thu nhập đạt 29 triệu đồng/người/năm, gấp 2 lần kế hoạch, vốn là 13 tỷ đồng.",
            "13 tỷ đồng",
            None,
            id="no base",
        ),
        pytest.param(
            "Mỗi căn có diện tích 42m2, trị giá 85 triệu đồng, trong đó công an hỗ trợ 60 triệu đồng.",
            "60 triệu đồng",
            "house",
            id="a part of what each is worth behind its size",
        ),
        pytest.param("Mỗi tháng trường góp 300 kg rau, 90 kg thịt.", "90 kg", "month", id="what is produced besides"),
        pytest.param("Đàn lợn 22 con mỗi tháng góp thêm 90 kg thịt.", "22 con", None, id="a herd"),
        pytest.param("Mỗi tháng trại xuất chuồng 22 con.", "22 con", "month", id="animals that are sold"),
        pytest.param("Mỗi tháng nhà 5 người xài chừng 12 khối nước.", "5 người", None, id="how many a family has"),
        pytest.param(
            "Mỗi tháng chỉ góp vài chục ngàn, nhưng chị em đã có gần 6 tỷ đồng.", "6 tỷ đồng", None, id="behind a turn"
        ),
        pytest.param("Chị sang Đài Loan, lương tháng 22 triệu đồng.", "22 triệu đồng", "month", id="wages of a month"),
        pytest.param(
            "Công ty thưởng lương tháng 13 cho thợ 10 triệu đồng.", "10 triệu đồng", None, id="a further wage"
        ),
        pytest.param(
            "Trong tháng cũng trao 20 suất quà, trị giá 10 triệu đồng.", "10 triệu đồng", None, id="in one month, too"
        ),
        pytest.param("Công ty ủng hộ nhiều nhất với 3 tỷ đồng.", "3 tỷ đồng", None, id="to support is no household"),
        pytest.param(
            "Mức chuẩn là 1,5 triệu đồng/người/tháng ở nông thôn và 2 triệu đồng ở thành thị.",
            "2 triệu đồng",
            "person/month",
            id="for others, by the same word",
        ),
        pytest.param(
            "Huyện chi 40 triệu đồng/hộ cho hộ nghèo, thưởng 30 triệu đồng ở xã.", "30 triệu đồng", None, id="for more"
        ),
        pytest.param(
            "Người thứ nhất đóng 804.600 đồng/năm, người thứ hai bằng 70%.",
            "804.600 đồng",
            "person/year",
            id="who pays in a family",
        ),
        pytest.param("Mỗi ngày bếp ăn hết 2,7 tạ gạo.", "2,7 tạ", "day", id="weighed a day"),
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
        pytest.param(
            "Mức hỗ trợ là 60 triệu đồng/hộ đối với nhà xây mới.",
            "60 triệu đồng",
            "household",
            id="the slash tells whose",
        ),
        pytest.param(
            "Tổ vận động mỗi hộ vay gửi tiết kiệm 50.000 đồng mỗi tháng.",
            "50.000 đồng",
            "household/month",
            id="each household and each month",
        ),
        pytest.param(
            "Lương mỗi tháng 7 triệu đồng/người.",
            "7 triệu đồng",
            "person/month",
            id="each month before, each person behind",
        ),
        pytest.param(
            "Mỗi nhà được 60 triệu đồng, gồm 40 triệu đồng của trung ương và 20 triệu đồng của tỉnh.",
            "20 triệu đồng",
            "house",
            id="a part of what each gets",
        ),
        pytest.param(
            "Mỗi hộ được vay 50 triệu đồng, trong đó xã A đã giải ngân 2 tỷ đồng.",
            "2 tỷ đồng",
            None,
            id="more than what each gets",
        ),
        pytest.param(
            "Mỗi em được cấp 2 bộ sách và 300.000 đồng.",
            "300.000 đồng",
            "person",
            id="joined to what each gets",
        ),
        pytest.param(
            "Mỗi năm giảm 3% hộ nghèo, xã đặc biệt khó khăn giảm 5%.",
            "5%",
            "year",
            id="a fall each year goes on",
        ),
        pytest.param("Tỷ lệ hộ nghèo giảm 2%/năm, riêng năm 2019 giảm 3,5%.", "3,5%", None, id="the fall of one year"),
        pytest.param(
            "Thu nhập bình quân đầu người đạt 62 triệu đồng/năm, gấp 1,4 lần năm 2020 (44 triệu đồng/năm).",
            "44 triệu đồng",
            "person/year",
            id="each person in the bracket, too",
        ),
        pytest.param(
            "Thu nhập bình quân đạt 45 triệu đồng/người/năm, tăng 12 triệu đồng so với năm 2015.",
            "12 triệu đồng",
            "person/year",
            id="a rise of an amount a head",
        ),
        pytest.param(
            "Bình quân 45 triệu đồng/hộ; dư nợ đạt 300 tỷ đồng, tăng 12 tỷ đồng.",
            "12 tỷ đồng",
            None,
            id="a rise of a sum",
        ),
        pytest.param(
            "Chuẩn nghèo là 700.000 đồng ở nông thôn và 900.000 đồng/người/tháng ở thành thị.",
            "700.000 đồng",
            "person/month",
            id="told once for both",
        ),
        pytest.param("Xã góp 1,2 tỷ đồng và 500.000 đồng/hộ.", "1,2 tỷ đồng", None, id="a sum beside an amount a head"),
        pytest.param(
            "Mức vay được nâng từ 800.000 đồng/tháng năm 2007 lên 860.000 đồng năm 2009, 900.000 đồng năm 2010.",
            "900.000 đồng",
            "month",
            id="from year to year",
        ),
        pytest.param(
            "Có 640 người hưởng trợ cấp hằng tháng với tổng số tiền 2,5 tỷ đồng.",
            "2,5 tỷ đồng",
            None,
            id="a sum of what comes each month",
        ),
        pytest.param(
            "Chỉ tiêu là giảm 1% hộ nghèo mỗi năm, cả giai đoạn cần 700 tỷ đồng.",
            "700 tỷ đồng",
            None,
            id="the time of a rate before",
        ),
        pytest.param(
            "Mỗi năm anh bán bốn con bê, được 40 triệu đồng.",
            "40 triệu đồng",
            "year",
            id="what is earned each year",
        ),
        pytest.param(
            "Mỗi năm chị thu 80 triệu đồng, trừ chi phí còn 50 triệu đồng.",
            "50 triệu đồng",
            "year",
            id="what is left each year",
        ),
        pytest.param(
            "Mỗi năm chị thu 90 triệu đồng, đã trả trước hạn 40 triệu đồng.",
            "40 triệu đồng",
            None,
            id="a debt paid once",
        ),
        pytest.param(
            "Hộ nghèo được vay tối đa 60 triệu đồng.",
            "60 triệu đồng",
            "household",
            id="a limit for a class of households",
        ),
        pytest.param(
            "Mỗi suất gồm gạo, mì, dầu ăn, trị giá 500.000 đồng.",
            "500.000 đồng",
            "gift",
            id="what is in each gift",
        ),
        pytest.param("Hỗ trợ học tiếng 3 triệu đồng/khóa.", "3 triệu đồng", "course", id="each course"),
        pytest.param("Giá nước là 3.000 đồng/m³.", "3.000 đồng", "cubic_metre", id="each cubic metre"),
        pytest.param("Mỗi năm giảm 3% hộ nghèo, 2 huyện nghèo giảm 5%.", "5%", "year", id="a fall behind a count"),
    ],
)
def test_per(text: str, quote: str, per: str | None) -> None:
    assert meaning_of(text, quote).per == per
