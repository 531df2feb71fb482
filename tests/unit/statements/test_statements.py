"""Which counts and amounts are told together, and which only stand beside each other."""

import pytest

from tests.unit.statements.relations import statements_of

TOGETHER = [
    pytest.param("Đầu năm ông bán 2 con, thu 24 triệu đồng.", ["2 con", "24 triệu đồng"], id="what was sold"),
    pytest.param("Huyện cho 96 hộ vay thêm 3,8 tỷ đồng.", ["96 hộ", "3,8 tỷ đồng"], id="who borrows more"),
    pytest.param(
        "Huyện cấp cho 35 hộ 12.000 m2 đất ở, kinh phí 700 triệu đồng.",
        ["35 hộ", "700 triệu đồng"],
        id="land given is the size of no house",
    ),
    pytest.param(
        "Chương trình vận động được 7,8 tỷ đồng, tặng 6.200 thẻ BHYT, trị giá 2,35 tỷ đồng.",
        ["6.200 thẻ", "2,35 tỷ đồng"],
        id="what things are worth, behind other money",
    ),
    pytest.param(
        "Huyện có 8.450 hộ đang vay vốn, bình quân mỗi hộ 47,4 triệu đồng.",
        ["8.450 hộ", "47,4 triệu đồng"],
        id="an average of those counted",
    ),
    pytest.param(
        "Huyện có 8.450 hộ vay 400 tỷ đồng, bình quân mỗi hộ 47,4 triệu đồng.",
        ["8.450 hộ", "400 tỷ đồng"],
        id="an average only remarks on the sum",
    ),
    pytest.param(
        "Chín dự án được duyệt cho 312 hộ (268 hộ nghèo, 44 hộ cận nghèo), kinh phí 9,36 tỷ đồng, chia đều "
        "30 triệu đồng/hộ.",
        ["312 hộ", "9,36 tỷ đồng"],
        id="shared out among those counted last",
    ),
    pytest.param(
        "Toàn tỉnh có 2.716 người cao tuổi hưởng trợ cấp hằng tháng với mức thấp nhất 270.000 đồng/người/tháng.",
        ["2.716 người cao tuổi", "270.000 đồng"],
        id="the lowest rate of an allowance",
    ),
    pytest.param(
        "Xã giải ngân 4,5 tỷ đồng, hoàn thành 3 tuyến đường dài 7,2 km.",
        ["4,5 tỷ đồng", "3 tuyến đường"],
        id="the length of what is counted stands alone",
    ),
    pytest.param(
        "Ngân hàng rà soát 912 khách hàng, dư nợ 40 tỷ đồng, xin khoanh nợ cho 12 trường hợp, số tiền 540 triệu đồng.",
        ["12 trường hợp", "540 triệu đồng"],
        id="others with money of their own",
    ),
    pytest.param(
        "Năm 2022 quỹ vận động được 12,6 tỷ đồng. Từ nguồn này đã dựng 96 nhà với kinh phí 4,8 tỷ đồng.",
        ["96 nhà", "4,8 tỷ đồng"],
        id="what money was for, with an amount of its own",
    ),
    pytest.param(
        "Bằng 41,5 tỷ đồng vốn vay, 1.384 hộ đã chuộc lại đất sản xuất, mỗi hộ được 30 triệu đồng.",
        ["41,5 tỷ đồng", "1.384 hộ"],
        id="what they got, not what each of them got",
    ),
    pytest.param(
        "Trong năm, các nhà hảo tâm góp 12,5 tỷ đồng. Số tiền này xây được 250 căn nhà, mỗi căn 50 triệu đồng.",
        ["12,5 tỷ đồng", "250 căn nhà"],
        id="money taken up by the next sentence",
    ),
    pytest.param(
        "Có 1.204 hộ nghèo và 860 hộ cận nghèo được cấp thẻ, chi hết 2,4 tỷ đồng.",
        ["1.204 hộ", "860 hộ", "2,4 tỷ đồng"],
        id="an amount of both counts",
    ),
    pytest.param(
        "Huyện xây 86 căn nhà (mỗi căn 50 triệu đồng), làm 41 cây cầu, sửa 12 căn, tổng kinh phí 5,1 tỷ đồng.",
        ["86 căn nhà", "41 cây cầu", "12 căn", "5,1 tỷ đồng"],
        id="a total of the whole item",
    ),
    pytest.param(
        "Chương trình dành 9 tỷ đồng cấp 1.103 con bò, 5.192 con dê.",
        ["9 tỷ đồng", "1.103 con bò", "5.192 con dê"],
        id="counts that go on behind their amount",
    ),
    pytest.param(
        "Đoàn trao 500 suất quà tại 12 xã. Tổng trị giá quà là 250 triệu đồng.",
        ["500 suất quà", "250 triệu đồng"],
        id="an amount is of things, not of the places where they were given",
    ),
    pytest.param(
        "Đoàn trao 500 suất quà tại 12 xã.\nMỗi suất trị giá 400.000 đồng.",
        ["500 suất quà", "400.000 đồng"],
        id="an amount a head of the last such thing",
    ),
    pytest.param(
        "Huyện hỗ trợ 45 lao động học nghề với 225 triệu đồng, mức 5 triệu đồng/người.",
        ["45 lao động", "225 triệu đồng"],
        id="count and amount beside an amount a head",
    ),
    pytest.param(
        "Số cần hỗ trợ là 854 nhà, gồm xây mới 304 nhà, sửa chữa 550 nhà; nhu cầu vốn gần 23,2 tỷ đồng.",
        ["854 nhà", "23,2 tỷ đồng"],
        id="what a list needs is of its total",
    ),
    pytest.param(
        "Năm 2023, huyện phấn đấu xây 120 căn, trong đó 45 căn cho hộ Khmer; mỗi căn dự kiến 60 triệu đồng, tính ra cần"
        " 7,2 tỷ đồng.",
        ["120 căn", "7,2 tỷ đồng"],
        id="behind an aside the whole is spoken of again",
    ),
    pytest.param(
        "Huyện giao 45 con bò cho 45 hộ. Mức hỗ trợ 15 triệu đồng/con.",
        ["45 con bò", "45 hộ", "15 triệu đồng"],
        id="what the next sentence gives for each of the only things counted",
    ),
    pytest.param(
        "Phong trào được 12.540 chị tham gia, mỗi chị góp 100.000 đồng, cả năm được 1 tỷ 254 triệu đồng.",
        ["12.540 chị", "1 tỷ 254 triệu đồng"],
        id="what they gave together",
    ),
    pytest.param(
        "Chương trình gồm 312 thẻ cho người nghèo và 455 thẻ cho người cận nghèo, cộng 767 thẻ, kinh phí 820 triệu"
        " đồng.",
        ["767 thẻ", "820 triệu đồng"],
        id="an amount of a sum, not of its parts",
    ),
    pytest.param(
        "Huyện có 1.210 học sinh bán trú, gồm 310 em tiểu học, 900 em trung học cơ sở. Trong 9 tháng, tiền ăn hết"
        " 5.009 triệu đồng.",
        ["1.210 học sinh", "5.009 triệu đồng"],
        id="behind a list the whole is spoken of again",
    ),
    pytest.param(
        "Trong 5 năm, các chị vận động 5,4 tỷ đồng, dựng 180 mái ấm, mỗi mái ấm 30 triệu đồng.",
        ["5,4 tỷ đồng", "180 mái ấm"],
        id="what was raised and built, not what each cost",
    ),
    pytest.param(
        "Tổng dư nợ đạt 412,6 tỷ đồng, tăng 38,2 tỷ đồng, với 9.214 hộ còn dư nợ.",
        ["412,6 tỷ đồng", "9.214 hộ"],
        id="a rise between them is of neither",
    ),
    pytest.param(
        "Dư nợ ủy thác đạt 386,2 tỷ đồng, chiếm 99,2% tổng dư nợ 389,3 tỷ đồng, tăng 21,4 tỷ đồng (+5,87%); có 13.622"
        " hộ đang vay vốn, sinh hoạt tại 394 tổ tiết kiệm và vay vốn.",
        ["386,2 tỷ đồng", "99,2%", "13.622 hộ", "394 tổ"],
        id="who owes a debt behind what it makes up and rose by",
    ),
    pytest.param(
        "Xã hiện có 61 tổ như vậy, dư nợ 52,4 tỷ đồng với 2.630 hộ vay.",
        ["61 tổ", "52,4 tỷ đồng", "2.630 hộ"],
        id="such as these begin no list",
    ),
    pytest.param(
        "Năm 2023, Mặt trận huyện vận động 3,4 tỷ đồng, trao 3.150 thẻ bảo hiểm.",
        ["3,4 tỷ đồng", "3.150 thẻ"],
        id="what was raised and given",
    ),
    pytest.param(
        "Các nhà hảo tâm giúp 120 triệu đồng, 15 tấn gạo cho 300 hộ nghèo.",
        ["120 triệu đồng", "300 hộ"],
        id="who gets money, things being given beside it",
    ),
    pytest.param(
        "Tỉnh làm 520 căn, 400 căn xây mới và 120 căn sửa chữa. Mức 60 triệu đồng/căn xây mới, 30 triệu/căn sửa.",
        ["400 căn", "60 triệu đồng"],
        id="what each of a kind of house gets",
    ),
    pytest.param(
        "Huyện xây mới 83 nhà, sửa chữa 35 nhà, mức 60 triệu đồng cho nhà xây mới và 30 triệu đồng cho nhà sửa chữa.",
        ["35 nhà", "30 triệu đồng"],
        id="the kind of house before its count",
    ),
    pytest.param(
        "Xã trao 120 suất học bổng trị giá 168 triệu đồng cho học sinh, giúp 21 hộ mua bò, dê số tiền 322 triệu đồng.",
        ["21 hộ", "322 triệu đồng"],
        id="money of its own behind what it is for",
    ),
    pytest.param(
        "Huyện có 11 dự án cho 274 hộ nghèo, tổng kinh phí 3,56 tỷ đồng.",
        ["274 hộ", "3,56 tỷ đồng"],
        id="those in projects",
    ),
    pytest.param("Huyện có 9 dự án, kinh phí 4,2 tỷ đồng.", ["9 dự án", "4,2 tỷ đồng"], id="projects alone"),
    pytest.param(
        "Quỹ giải ngân 48,7 tỷ đồng cho 1.392 dự án, tạo việc làm cho 1.854 lao động.",
        ["48,7 tỷ đồng", "1.392 dự án", "1.854 lao động"],
        id="work that projects make",
    ),
    pytest.param(
        "Huyện giao khoán 11.240 ha rừng cho 1.405 hộ, mức 200.000 đồng/ha/năm.",
        ["11.240 ha", "1.405 hộ", "200.000 đồng"],
        id="land that a norm pays for",
    ),
    pytest.param(
        "Tỉnh giúp 412 hộ xây, sửa nhà Đại đoàn kết (xây mới 297 nhà, sửa chữa 115 nhà) với tổng kinh phí 10 tỷ đồng.",
        ["412 hộ", "10 tỷ đồng"],
        id="all, whose kinds a bracket tells",
    ),
    pytest.param(
        "Tỉnh giúp 412 hộ xây, sửa nhà Đại đoàn kết (xây mới 297 nhà, sửa chữa 115 nhà) với tổng kinh phí 10 tỷ đồng;"
        " mức hỗ trợ 30 triệu đồng/nhà xây mới, 15 triệu đồng/nhà sửa chữa.",
        ["297 nhà", "30 triệu đồng"],
        id="a kind in a bracket with what each of it gets",
    ),
    pytest.param(
        "Tỉnh đã xóa 3.712 căn nhà tạm, vượt 112 căn so với kế hoạch 3.600 căn. Tổng kinh phí hơn 198 tỷ đồng.",
        ["3.712 căn nhà", "198 tỷ đồng"],
        id="what was done, not the plan that it goes beyond",
    ),
]


@pytest.mark.parametrize(("text", "quotes"), TOGETHER)
def test_told_together(text: str, quotes: list[str]) -> None:
    assert quotes in statements_of(text)


APART = [
    pytest.param(
        "Năm 2024, Mặt trận huyện phấn đấu vận động 4,5 tỷ đồng, cất 80 căn nhà.",
        id="an amount to be raised, for more than what is to be built",
    ),
    pytest.param("Huyện giao 412 hộ bảo vệ rừng với mức 200.000 đồng/ha/năm.", id="for other heads"),
    pytest.param("Các đơn vị giúp 2,1 tỷ đồng cùng 6.870 ngày công.", id="work beside money"),
    pytest.param("Doanh nghiệp ủng hộ 180 tấn xi măng cùng 1,35 tỷ đồng tiền mặt.", id="cash beside things"),
    pytest.param("Huyện mở 23 dự án. Giá trâu tăng, mỗi con đã lên 28 triệu đồng.", id="the price of an animal"),
    pytest.param(
        "Hội viên cho nhau mượn 2,4 tỷ đồng, 12.500 kg giống, 3.100 con gà và góp 820 ngày công.",
        id="things lent beside money",
    ),
    pytest.param(
        "Ba huyện có nợ lớn nhất là Hiệp Hòa (74,6 tỷ đồng), Lục Nam (66,1 tỷ đồng), Tân Yên (58,9 tỷ đồng).",
        id="of a place named behind places counted",
    ),
    pytest.param(
        "Tỉnh xây 6.920 công trình. Mức vay tối đa 10 triệu đồng/công trình.", id="the most that anyone may borrow"
    ),
    pytest.param("Ông nhổ 11 kg sâm, bán với giá 60 triệu đồng/kg.", id="the price of a kilogram"),
    pytest.param(
        "Tại xã, 137 căn nhà được bàn giao. Nhà của ông Út rộng 42 m2, tổng chi phí 85 triệu đồng.",
        id="the cost of one house behind its size",
    ),
    pytest.param("Căn nhà rộng 58 m2, kinh phí 190 triệu đồng.", id="the size of a house"),
    pytest.param("Xã trồng 460 ha keo, bình quân mỗi ha lãi 15 triệu đồng.", id="what a hectare yields"),
    pytest.param(
        "Vốn giao để thực hiện 3 chương trình mục tiêu quốc gia là 96,4 tỷ đồng.", id="programmes only locate"
    ),
    pytest.param(
        "Năm 2024, thu nhập bình quân đạt 45 triệu đồng/người/năm, giải quyết việc làm cho 800 lao động.",
        id="an income",
    ),
    pytest.param("Theo chuẩn nghèo mới (400.000 đồng/người/tháng), toàn huyện có 9.617 hộ nghèo.", id="a poverty line"),
    pytest.param(
        "Ngân hàng cho 8.067 hộ vay xây 16.134 công trình, bình quân 6 triệu đồng/công trình.", id="an average"
    ),
    pytest.param("Chị vay 50 triệu đồng trồng 1,2 ha hồi và 3 sào chè.", id="land planted with a loan"),
    pytest.param("Anh có 2 ha keo, mỗi năm thu về 60 triệu đồng.", id="what somebody earns a year"),
    pytest.param("Nhà chị trồng 800 gốc quế, nuôi 3 con trâu, năm ngoái thu khoảng 60 triệu đồng.", id="a yield"),
    pytest.param("Năm 2015, anh được cấp một con bò và vay thêm 12 triệu đồng.", id="a loan on top of an animal"),
    pytest.param("Chị vay 25 triệu đồng nuôi bò, nay đàn bò có 7 con.", id="what somebody has by now"),
    pytest.param("Có 31 học viên được công ty nhận vào làm với mức lương 5 triệu đồng/tháng.", id="wages"),
]


@pytest.mark.parametrize("text", APART)
def test_told_apart(text: str) -> None:
    told = statements_of(text)
    amounts = [quotes for quotes in told if any("đồng" in quote for quote in quotes)]
    assert 0 < len(amounts) < len(told)
    assert {len(quotes) for quotes in amounts} == {1}
