"""Where and when single figures of a text are, and per whom, by what stands around them."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of, observations_of


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        pytest.param(
            "Năm 2020, tỉnh Sơn La có 40 xã khu vực III và 12 xã biên giới, 90 bản khó khăn.",
            "90 bản",
            "Tỉnh Sơn La",
            id="communes counted place no other count",
        ),
        pytest.param(
            "Tỉnh Sơn La đưa 900 lao động đi làm việc ở nước ngoài, trong đó lao động các huyện nghèo 120 người.",
            "120 người",
            "Tỉnh Sơn La",
            id="from where people are",
        ),
        pytest.param(
            "Tỉnh Sơn La còn 18% hộ nghèo, trong đó các xã đặc biệt khó khăn 35,2%.",
            "35,2%",
            "các xã đặc biệt khó khăn",
            id="places of a kind that open a clause",
        ),
        pytest.param(
            "Tỉnh Sơn La còn 18% hộ nghèo; tại 3 huyện nghèo, tỷ lệ này là 35,2%.",
            "35,2%",
            "3 huyện nghèo",
            id="counted places with a preposition",
        ),
        pytest.param(
            "Tỉnh Sơn La hỗ trợ nhà ở. Có 45 căn ở huyện Mai Sơn, 38 căn ở huyện Yên Châu, tổng cộng 83 căn.",
            "83 căn",
            "Tỉnh Sơn La",
            id="the sum of those of several places",
        ),
        pytest.param(
            "Tỉnh Sơn La có nhiều hộ khá.\n"
            "Ông Lò Văn Pâng ở xã Chiềng Hặc, huyện Yên Châu có 4 con bò.\nNăm 2018, tỉnh mua nông cụ cho 672 hộ.",
            "672 hộ",
            "Tỉnh Sơn La",
            id="tools are no person",
        ),
        pytest.param(
            "Xã Chiềng Hặc, huyện Yên Châu giúp ông Pâng làm nhà, bà con trong bản 6 triệu đồng.",
            "6 triệu đồng",
            "Xã Chiềng Hặc",
            id="an amount is no number of a hamlet",
        ),
        pytest.param(
            "Tỉnh Trà Vinh: thu nhập bình quân ở nông thôn đạt 48 triệu đồng/người/năm.",
            "48 triệu đồng",
            "Tỉnh Trà Vinh",
            id="the countryside alone",
        ),
        pytest.param(
            "Tỉnh Trà Vinh: thu nhập ở nông thôn đạt 48 triệu đồng/người/năm, ở thành thị đạt 61 triệu đồng.",
            "48 triệu đồng",
            "nông thôn",
            id="the countryside beside the towns",
        ),
        pytest.param(
            "Tỉnh Trà Vinh có nhiều xã về đích.\nTập Ngãi, xã vùng sâu của huyện Tiểu Cần, làm khá.\n"
            "Ba năm qua, xã huy động 12 tỷ đồng.",
            "12 tỷ đồng",
            "Xã Tập Ngãi",
            id="the commune told before",
        ),
        pytest.param(
            "Huyện Tiểu Cần vừa trao bò giống.\nNhận bò là 14 hộ ở xã Tập Ngãi. Mỗi hộ góp thêm 2 triệu đồng.",
            "2 triệu đồng",
            "Xã Tập Ngãi",
            id="the place of those of whom a paragraph goes on to tell",
        ),
        pytest.param(
            "Tỉnh Lạng Sơn còn 18.742 hộ nghèo. Thành phố Lạng Sơn còn 61 hộ nghèo.",
            "61 hộ",
            "Thành phố Lạng Sơn",
            id="a city named like its province",
        ),
        pytest.param(
            "Ủy ban MTTQ Việt Nam tỉnh Bạc Liêu trao 2.150 suất quà. Trong đó, hộ nghèo nhận 361 suất.",
            "361 suất",
            "Tỉnh Bạc Liêu",
            id="the country in the name of a body",
        ),
        pytest.param(
            "Lai Châu: Vốn vay giúp dân làm ăn\nPhòng giao dịch huyện Sìn Hồ (Lai Châu) cho vay 76 tỷ đồng.\n"
            "Nợ quá hạn là 310 triệu đồng.",
            "310 triệu đồng",
            "Huyện Sìn Hồ",
            id="the district that the opening is about",
        ),
        pytest.param(
            "Sốp Cộp (tỉnh Sơn La) là một trong những huyện nghèo nhất cả nước, tỷ lệ hộ nghèo còn 41,2%.",
            "41,2%",
            "Huyện Sốp Cộp",
            id="ranked among others",
        ),
        pytest.param(
            "Xã Mường Lạn (huyện Sốp Cộp, tỉnh Sơn La) còn 212 hộ nghèo.\n"
            "Bí thư Đảng ủy xã Vàng A Sếnh cho biết, năm 2023 xã được giao 5,1 tỷ đồng.",
            "5,1 tỷ đồng",
            "Xã Mường Lạn",
            id="an officer's name behind his office",
        ),
        pytest.param(
            "Tỉnh Sóc Trăng cần 96 tỷ đồng làm nhà: tỉnh Long An hỗ trợ 20 tỷ đồng, ngân sách tỉnh 76 tỷ đồng.",
            "20 tỷ đồng",
            "Tỉnh Sóc Trăng",
            id="another province that gives",
        ),
        pytest.param(
            "Kết thúc quý III, tỉnh Hậu Giang có 96 lớp.", "96 lớp", "Tỉnh Hậu Giang", id="a quarter is no ward"
        ),
        pytest.param(
            "Xã Chiềng Hặc, huyện Yên Châu cho vay 92 tỷ đồng. Chị Lò Thị Hoa vay 9 tỷ đồng. Sang xã Tú Nang, dư nợ là"
            " 118 tỷ đồng.",
            "118 tỷ đồng",
            "Xã Tú Nang",
            id="the commune to which a text goes on",
        ),
        pytest.param(
            "Xã Chiềng Hặc, huyện Yên Châu có 40 hộ nghèo. Dân chuyển sang xã Tú Nang còn 12 hộ.",
            "12 hộ",
            "Xã Chiềng Hặc",
            id="but not the commune to which people move",
        ),
        pytest.param(
            "Tỉnh Sơn La có nhiều phiên giao dịch việc làm.\n"
            "Nhân phiên giao dịch ở huyện Mai Sơn, phóng viên hỏi ông Lò Văn Thọ, Trưởng phòng Việc làm.\n"
            "Ông Lò Văn Thọ: Chúng tôi đã tạo 96 việc làm.",
            "96 việc làm",
            "Tỉnh Sơn La",
            id="an officer does not live where he is asked",
        ),
        pytest.param(
            "Tỉnh Sơn La có nhiều hộ khá.\nTại huyện Mai Sơn, chúng tôi gặp ông Lò Văn Thọ, trồng mận từ lâu.\n"
            "Ông Lò Văn Thọ có 96 con dê.",
            "96 con dê",
            "Huyện Mai Sơn",
            id="but a farmer does",
        ),
        pytest.param(
            "Hai tỉnh Sơn La, Điện Biên vừa xóa nhà tạm.\nSơn La làm 96 căn nhà.\n"
            "Điện Biên làm 40 căn nhà. Hộ nghèo được 34 căn nhà.",
            "34 căn nhà",
            "Tỉnh Điện Biên",
            id="another province of which a text tells in turn",
        ),
        pytest.param(
            "Xã Tú Nang, huyện Yên Châu có 40 hộ nghèo.\nXã có 12 hộ khá. Huyện đoàn quyên góp 380 chăn.",
            "380 chăn",
            "Huyện Yên Châu",
            id="a body of the district",
        ),
        pytest.param(
            "Huyện Yên Châu có 40 hộ nghèo.\nXã Tú Nang còn 12 hộ nghèo. Nợ đọng của huyện vẫn ở mức 17 tỷ đồng.",
            "17 tỷ đồng",
            "Huyện Yên Châu",
            id="what the district owes",
        ),
        pytest.param(
            "Huyện Yên Châu có 40 hộ nghèo.\nXã Tú Nang là điểm sáng của huyện, có 12 hộ khá.",
            "12 hộ",
            "Xã Tú Nang",
            id="a bright spot of the district",
        ),
        pytest.param(
            "Xã Chiềng Hặc, huyện Yên Châu, tỉnh Sơn La có 40 hộ khá. Khoảng 4.600 người Sơn La làm việc ở nước ngoài.",
            "4.600 người",
            "Tỉnh Sơn La",
            id="people of a province",
        ),
        pytest.param(
            "Tỉnh Sơn La có 310 thanh niên đi làm công nhân ở Bắc Giang, Hà Nam.",
            "310 thanh niên",
            "Tỉnh Sơn La",
            id="those who work in other provinces",
        ),
        pytest.param(
            "Tỉnh Sơn La lập 4 điểm tái định cư: Huổi Liếng 96 hộ, Pá Xôm 72 hộ, Nà Tòng 64 hộ và Co Trạng 44 hộ.",
            "72 hộ",
            "Pá Xôm",
            id="a hamlet of an announced list",
        ),
        pytest.param(
            "Tỉnh Khánh Hòa xóa 3.228 căn, gồm 2.046 căn ở địa bàn tỉnh Ninh Thuận trước đây và 1.182 căn ở địa bàn"
            " tỉnh Khánh Hòa trước đây.",
            "2.046 căn",
            "Tỉnh Ninh Thuận",
            id="the area of a place behind its figure",
        ),
        pytest.param(
            "Tỉnh Bến Tre có 31 xã không có nợ quá hạn; ngược lại, hai huyện Thạnh Phú, Bình Đại còn trên 2%.",
            "hai huyện",
            "Thạnh Phú, Bình Đại",
            id="names behind their number",
        ),
        pytest.param(
            "Hội Phụ nữ tỉnh Phú Yên trao 32 con bò, trị giá 512 triệu đồng, cho hội viên nghèo của huyện Sông Hinh.",
            "512 triệu đồng",
            "Huyện Sông Hinh",
            id="of whom a gift is, not who gives it",
        ),
        pytest.param(
            "Hội Phụ nữ tỉnh Phú Yên trao bò cho hội viên nghèo của huyện Sông Hinh. Tổng số bò là 32 con.",
            "32 con",
            "Tỉnh Phú Yên",
            id="without a figure the giver's sentence stays with the giver",
        ),
        pytest.param(
            "Cuối năm 2023, huyện Đà Bắc của tỉnh Hòa Bình còn 1.900 hộ nghèo. Năm 2026, Đà Bắc phấn đấu còn 900 hộ.",
            "900 hộ",
            "Huyện Đà Bắc",
            id="what is planned for a day after a reform of places",
        ),
    ],
)
def test_place(text: str, quote: str, place: str | None) -> None:
    told = meaning_of(text, quote).place
    assert (told.name if told else None) == place


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Theo rà soát cuối năm 2015, xã có 900 hộ.\nKhi áp chuẩn đa chiều giai đoạn 2016 - 2020, còn 320 hộ nghèo.",
            "320 hộ",
            "2015-12-31",
            id="the years of a standard",
        ),
        pytest.param(
            "Đến 30/9/2018, dư nợ là 96 tỷ đồng. Việc thu lãi được giao cho 140 tổ tiết kiệm và vay vốn.",
            "140 tổ",
            "2018-09-30",
            id="those to whom a task is given are no plan",
        ),
        pytest.param(
            "Đầu năm 2018, xã có 120 hộ nghèo.\nXã cấp 856 thẻ BHYT cho người nghèo.",
            "856 thẻ",
            "2018",
            id="the day on which a year began holds for its paragraph",
        ),
        pytest.param(
            "Trong 9 tháng năm 2018, xã cho vay 9 tỷ đồng. Nợ quá hạn hiện ở mức 238 triệu đồng.",
            "238 triệu đồng",
            "2018-09-30",
            id="today as of the months told shortly before",
        ),
        pytest.param(
            "Tính đến ngày 10/10/2018, xã khởi công 64 căn nhà. Đến nay, 40 căn đã hoàn thành.",
            "40 căn",
            "2018-01-01/2018-10-10",
            id="until now as of the day told in the same week",
        ),
        pytest.param(
            "Năm 2009 xã có 512 hộ nghèo. Còn bây giờ, xã chỉ còn 91 hộ nghèo.", "91 hộ", "2018-10-12", id="now"
        ),
        pytest.param(
            "Ba năm trước, chị được ngân hàng cho vay 20 triệu đồng.", "20 triệu đồng", "2015", id="years ago"
        ),
        pytest.param(
            "Tính đến ngày 10/10/2018, xã có 64 hộ khá.\nĐến nay, xã còn 40 hộ nghèo.",
            "40 hộ",
            "2018-10-12",
            id="until now in another paragraph",
        ),
        pytest.param(
            "Từ ngày 3 đến 6/9, lũ làm 38 người bị thương.", "38 người", "2018-09-03/2018-09-06", id="a run of days"
        ),
        pytest.param(
            "Tết năm 2018 xã trao 310 suất quà; so với Tết Đinh Dậu 2017 tăng 40 suất.",
            "40 suất",
            "2018",
            id="compared with another new year",
        ),
        pytest.param(
            "9 tháng đầu năm 2018, huyện đưa 96 người đi làm việc ở nước ngoài, trong khi cùng kỳ năm ngoái chỉ có 71"
            " người.",
            "71 người",
            "2017-01/2017-09",
            id="what was in the same months a year ago",
        ),
        pytest.param(
            "Năm 2018, quỹ nhận 3,1 tỷ đồng, bằng 112% năm 2017 (2,8 tỷ đồng).",
            "112%",
            "2018",
            id="a comparison is of the later year",
        ),
        pytest.param(
            "Đầu năm 2015, xã có 31% hộ nghèo; đến cuối năm 2017 còn 19%.\nSau ba năm, xã mở thêm 14 km đường.",
            "14 km",
            "2015/2017",
            id="the years between two levels",
        ),
        pytest.param(
            "Kế hoạch vốn năm 2018 là 90 tỷ đồng; giải ngân đến ngày 30/9/2018 được 41 tỷ đồng.\n"
            "Tỷ lệ giải ngân của xã Sơn Hà là 52%.",
            "52%",
            "2018-09-30",
            id="a day behind what was planned runs on",
        ),
        pytest.param(
            "Năm 2017, tỷ lệ hộ nghèo của xã giảm từ 9,06% xuống còn 7,01%.",
            "9,06%",
            "2017-01-01",
            id="what a rate was before the year in which it fell",
        ),
        pytest.param(
            "Đến cuối năm 2017, tỷ lệ hộ nghèo còn 24,8%, giảm 8,2% so với mức 33%.",
            "33%",
            "2016-12-31",
            id="what a rate was a year before",
        ),
        pytest.param(
            "Đến cuối năm 2017, tỷ lệ hộ nghèo giảm từ 33% năm 2014 xuống 24,8%.",
            "33%",
            "2014",
            id="what a rate was in a year that is told",
        ),
        pytest.param(
            "Đầu năm 2014, xã có 449 hộ nghèo. Cuối năm 2017, con số này là 91 hộ. Như vậy giảm được 358 hộ.",
            "358 hộ",
            "2014-01-01/2017-12-31",
            id="a change between the levels of two sentences",
        ),
        pytest.param(
            "Đầu năm 2014, xã có 449 hộ nghèo. Cuối năm 2017, con số này là 91 hộ. Năm 2018, xã giảm 12 hộ nghèo.",
            "12 hộ",
            "2018",
            id="a change of a year that is told",
        ),
        pytest.param(
            "Các năm 2015, 2016 và 2017, tỷ lệ hộ nghèo lần lượt giảm 4,1%, 3,2% và 2,6%.",
            "3,2%",
            "2016",
            id="the second of the years told in turn",
        ),
        pytest.param(
            "Các năm từ 2014 đến 2016, huyện đào tạo lần lượt 210, 305 và 287 lao động, tổng cộng 802 lao động.",
            "305",
            "2015",
            id="the second of a run of years",
        ),
        pytest.param(
            "Các năm từ 2014 đến 2016, huyện đào tạo lần lượt 210, 305 và 287 lao động, tổng cộng 802 lao động.",
            "802 lao động",
            "2014/2016",
            id="the total of a run of years",
        ),
        pytest.param(
            "Giai đoạn 2016 - 2017, xã Đông và xã Tây làm lần lượt 12 và 19 căn nhà.",
            "12",
            "2016/2017",
            id="a plan's run of years is told in turn of nothing",
        ),
        pytest.param(
            "Giai đoạn 2014 - 2017, xã đưa 96 người đi làm việc ở nước ngoài. Năm 2016 ít đi là do dịch bệnh. Có 40"
            " lao động vay vốn.",
            "40 lao động",
            "2014/2017",
            id="the year of a cause does not run on",
        ),
        pytest.param(
            "Tổ hợp tác ra đời năm 2015 với 12 hộ và 20 con dê; nay có 31 hộ.",
            "20 con dê",
            "2015",
            id="what something was founded with",
        ),
        pytest.param(
            "Năm 2017, huyện được giao 9 tỷ đồng.\n1. Vốn: huyện phân bổ 9 tỷ đồng. Lũy kế đến 15/9/2017, giải ngân 6"
            " tỷ đồng.\n2. Đào tạo: mở 18 lớp.",
            "18 lớp",
            "2017",
            id="a day told late in a numbered item is of that item",
        ),
        pytest.param(
            "Năm 2017, xã có 9 thôn.\n1. Rà soát hộ nghèo (chốt đến 30/11/2017)\n- Hộ nghèo: 86 hộ.\n"
            "2. Đào tạo nghề\n- Mở 3 lớp.",
            "86 hộ",
            "2017-11-30",
            id="the day of a numbered heading",
        ),
        pytest.param(
            "Năm 2017, xã có 9 thôn.\n1. Rà soát hộ nghèo (chốt đến 30/11/2017)\n- Hộ nghèo: 86 hộ.\n"
            "2. Đào tạo nghề\n- Mở 3 lớp.",
            "3 lớp",
            "2017",
            id="a numbered heading ends the one before",
        ),
        pytest.param(
            "Năm 2017, xã có 9 thôn.\nI. Kết quả 6 tháng đầu năm 2018\n1. Giảm nghèo\n- Mở 3 lớp.\n2. Nhà ở\n"
            "- Làm 5 nhà.\nII. Tồn tại\n- Còn 7 công trình hỏng.",
            "5 nhà",
            "2018-S1",
            id="headings inside one go on",
        ),
        pytest.param(
            "Năm 2017, xã có 9 thôn.\nI. Kết quả 6 tháng đầu năm 2018\n1. Giảm nghèo\n- Mở 3 lớp.\n2. Nhà ở\n"
            "- Làm 5 nhà.\nII. Tồn tại\n- Còn 7 công trình hỏng.",
            "7 công trình",
            "2017",
            id="a heading of the same kind ends those inside the last",
        ),
        pytest.param(
            "Phần I. Kết quả năm 2017\n1. Rà soát năm 2018\nHộ nghèo có 86 hộ.\nPhần lớn hộ nghèo thiếu đất, có 70 hộ.",
            "70 hộ",
            "2018",
            id="most of something is no numbered part",
        ),
        pytest.param(
            "Mục 1. Kết quả năm 2017\n1. Giải ngân năm 2018\nMục tiêu là giảm nghèo.\nĐã giải ngân 7 tỷ đồng.",
            "7 tỷ đồng",
            "2018",
            id="an aim is no numbered heading",
        ),
        pytest.param(
            "1.1. Kết quả năm 2017\na) Giải ngân năm 2018\n1.5 tỷ đồng được cấp, giải ngân 1.2 tỷ đồng.",
            "1.2 tỷ đồng",
            "2018",
            id="a figure that opens a paragraph numbers no heading",
        ),
        pytest.param(
            "Từ năm 2010 đến tháng 9/2018, Quỹ nhận 78 tỷ đồng.\nTại lễ sáng 10/10, có 26 đơn vị ủng hộ 3 tỷ đồng:\n"
            "+ Công ty A: 1 tỷ đồng\n+ Công ty B: 2 tỷ đồng",
            "2 tỷ đồng",
            "2018-01-01/2018-10-10",
            id="lines below a colon are of what announces them",
        ),
        pytest.param(
            "Năm 2017, tỷ lệ hộ nghèo là 9,8% (năm 2015 là 31%).", "9,8%", "2017", id="beside what it was before"
        ),
        pytest.param(
            "Năm 2017, tỷ lệ hộ nghèo là 9,8% (năm 2015 là 31%).", "31%", "2015", id="what it was before, in a bracket"
        ),
        pytest.param(
            "Cuối năm 2017, xã có 41 hộ nghèo, chiếm 16% (đầu năm: 57 hộ, 23%).",
            "57 hộ",
            "2017-01-01",
            id="all figures of a bracket that a period opens",
        ),
        pytest.param(
            "Đến 31/3/2018, tỉnh giải ngân 25 tỷ đồng, đạt 12%; cùng kỳ năm 2017 đạt 15,5%.",
            "15,5%",
            "2017-03-31",
            id="the same stretch of a year named",
        ),
        pytest.param(
            "Đầu năm 2014 xã có 372 hộ nghèo. Cuối năm 2017, số hộ nghèo còn 194 hộ, tức là bốn năm giảm 178 hộ.",
            "178 hộ",
            "2014/2017",
            id="four years in words",
        ),
        pytest.param(
            "Năm 2015 có 15 hộ xin thoát nghèo; năm 2016 có 47 hộ; năm 2017 có 32 hộ; cả ba năm là 94 hộ.",
            "94 hộ",
            "2015/2017",
            id="all the years told one by one",
        ),
        pytest.param(
            "Vốn Chương trình 135 các năm 2015, 2016, 2017 lần lượt là 38 tỷ đồng, 41 tỷ đồng và 45 tỷ đồng, cộng lại"
            " là 124 tỷ đồng.",
            "41 tỷ đồng",
            "2016",
            id="in turn behind the name of a programme",
        ),
        pytest.param(
            "Vốn Chương trình 135 các năm 2015, 2016, 2017 lần lượt là 38 tỷ đồng, 41 tỷ đồng và 45 tỷ đồng, cộng lại"
            " là 124 tỷ đồng.",
            "124 tỷ đồng",
            "2015/2017",
            id="the sum of what is told in turn",
        ),
        pytest.param(
            "Năm 2017, xã có 9 hộ nghèo. Chị Lan vay 50 triệu đồng từ năm 2015 để nuôi bò.",
            "50 triệu đồng",
            "2015",
            id="since when money is lent",
        ),
        pytest.param(
            "Năm 2012 xã có 112 ha quế; nay là 340 ha. Ngoài quế, xã có 54 ha chè.",
            "54 ha",
            "2018-10-12",
            id="what is so today goes on behind history",
        ),
        pytest.param(
            "Từ 3 mô hình ngày đầu thành lập, đến nay xã có 1.200 hộ còn dư nợ.",
            "1.200 hộ",
            "2018-10-12",
            id="today behind a founding",
        ),
        pytest.param(
            "Năm 2017, kết quả rà soát đến 15/11/2017: 17 hộ thoát nghèo.", "17 hộ", "2017", id="the yearly review"
        ),
        pytest.param(
            "Trong 7 tháng năm 2018, huyện đưa 96 người đi.\nXã Đông có 34 người đi. Cuối năm 2016, hộ nghèo ở đây là"
            " 53,9%.\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2018-01/2018-07",
            id="a look back amid a paragraph does not run on",
        ),
        pytest.param(
            "Trong 7 tháng năm 2018, huyện đưa 96 người đi.\nCuối năm 2016, hộ nghèo ở xã Đông là 53,9%."
            "\nXã có 34 hộ khá.",
            "34 hộ",
            "2016-12-31",
            id="but what opens a paragraph does",
        ),
        pytest.param(
            "Năm 2017, huyện có 712 hộ thoát nghèo.\nHuyện được giao 96 tỷ đồng; đến 30/11/2017 giải ngân 44 tỷ đồng."
            "\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2017",
            id="the day on which money was spent is no time of the year's other work",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng. Riêng năm 2017 chi 11,8 tỷ đồng."
            "\nHuyện đã xây dựng 68 công trình.",
            "68 công trình",
            "2013/2017",
            id="one of several years singled out",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng.\nRiêng năm 2017 chi 11,8 tỷ đồng."
            "\nHuyện đã xây dựng 68 công trình.",
            "68 công trình",
            "2017",
            id="one of several years that has a paragraph of its own",
        ),
        pytest.param(
            "Cuối năm 2016, huyện có 86 hộ nghèo; đến cuối năm 2017 còn 41 hộ.\nHuyện có 34 hộ khá.",
            "34 hộ",
            "2017-12-31",
            id="the later of two times told together runs on",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng.\nHuyện có 34 hộ khá. Năm 2016, huyện mở thêm 18 lớp nghề."
            "\nHuyện đưa 96 người đi.",
            "96 người",
            "2013/2017",
            id="one of several years told amid a paragraph",
        ),
        pytest.param(
            "Đến 20/8/2018, huyện làm 96 căn nhà. Lũ đầu tháng 8 làm hư hại 23 căn.\nXã Đông làm 34 căn nhà.",
            "34 căn nhà",
            "2018-01-01/2018-08-20",
            id="the month of a flood told amid a paragraph",
        ),
        pytest.param(
            "Thu nhập từ 3,9 triệu đồng/năm (2010) tăng lên 9,6 triệu đồng/năm (2017).",
            "3,9 triệu đồng",
            "2010",
            id="a year in a bracket behind an amount a year",
        ),
        pytest.param(
            "Thu nhập từ 3,9 triệu đồng/năm (2010) tăng lên 9,6 triệu đồng/năm (2017).",
            "9,6 triệu đồng",
            "2017",
            id="the year in a bracket of the amount that it became",
        ),
        pytest.param(
            "Năm 2017, thu nhập là 9,6 triệu đồng, tăng từ 3,9 triệu đồng/năm (2010). Huyện mở 18 lớp nghề.",
            "18 lớp",
            "2017",
            id="a year in a bracket runs on to nothing",
        ),
        pytest.param(
            "Huyện tổng kết giai đoạn 2013 - 2017, bàn việc giai đoạn 2019 - 2023. Sau 5 năm, huyện chi 47,6 tỷ đồng.",
            "47,6 tỷ đồng",
            "2013/2017",
            id="the years that have passed, not as many that are to come",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng. Đầu giai đoạn, huyện có 451 hộ nghèo.",
            "451 hộ",
            "2013-01-01",
            id="where a run of years began",
        ),
        pytest.param(
            "Giai đoạn 2013 - 2017, huyện chi 47,6 tỷ đồng.\nNăm 2018, huyện chi 9 tỷ đồng.\nGiai đoạn ấy, huyện đưa 96"
            " người đi.",
            "96 người",
            "2013/2017",
            id="the run of years told before",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo từ 9,88% cuối năm 2014 xuống 2,75% cuối năm 2017, mỗi năm giảm 2,38%.",
            "2,38%",
            "2015/2017",
            id="the years between the ends of two",
        ),
        pytest.param(
            "Chương trình 135 giai đoạn II (2013 - 2017) ở huyện có 68 công trình; đến nay 61 công trình đã bàn giao."
            "\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2013/2017",
            id="what is so today ends no programme",
        ),
        pytest.param(
            "Kết quả thực hiện chương trình giảm nghèo\n(Tổng hợp đến hết ngày 30/9/2018)\nHuyện mở 18 lớp nghề.",
            "18 lớp",
            "2018-01/2018-09",
            id="a bracket below a heading",
        ),
        pytest.param(
            "Bản tin dân tộc - Số 10/2018\nHuyện đưa 96 người đi.",
            "96 người",
            "2018",
            id="the month in the number of an issue",
        ),
        pytest.param(
            "Năm 2018, huyện được cấp thêm 38 triệu đồng năm 2017 chuyển sang.\nHuyện mở 18 lớp nghề.",
            "38 triệu đồng",
            "2018",
            id="the year from which money is carried over",
        ),
        pytest.param(
            "Huyện có 86 hộ nghèo. Vốn Chương trình 135 năm 2017 giải ngân 41 tỷ đồng.",
            "41 tỷ đồng",
            "2017",
            id="money of a programme in a year",
        ),
        pytest.param(
            "Đến 30/9/2018, huyện giải ngân 41 tỷ đồng. So với cùng thời điểm năm trước, số giải ngân tăng 12%.",
            "12%",
            "2018-01/2018-09",
            id="the same time of another year only compares",
        ),
        pytest.param(
            "Hộ nghèo từ 86 hộ (3,6%) đầu năm 2017 xuống 41 hộ trong tổng số 2.390 hộ (1,7%) vào cuối năm, giảm 45 hộ.",
            "3,6%",
            "2017-01-01",
            id="the bracket of what there was at first",
        ),
        pytest.param(
            "Hộ nghèo từ 86 hộ (3,6%) đầu năm 2017 xuống 41 hộ trong tổng số 2.390 hộ (1,7%) vào cuối năm, giảm 45 hộ.",
            "41 hộ",
            "2017-12-31",
            id="all figures of what there was at last",
        ),
        pytest.param(
            "Năm 2017, 86 hộ nhận bò, 41 hộ nhận dê từ đầu năm 2018; cuối năm còn 12 hộ nghèo.",
            "86 hộ",
            "2017",
            id="two times of different things",
        ),
        pytest.param(
            "Năm 2017, huyện mở 24 lớp cho 700 người. Cùng kỳ năm trước, các con số này là 21 lớp và 624 người.",
            "624 người",
            "2016",
            id="all that was in the same months a year ago",
        ),
        pytest.param(
            "Năm 2017, huyện đưa 96 người đi. Cùng kỳ năm trước mới 71 người, tức tăng 25 người.",
            "25 người",
            "2017",
            id="what was told behind the same months a year ago",
        ),
        pytest.param(
            "Huyện đưa 96 người đi, tới trung tuần tháng 9 có 12 người trở về.",
            "12 người",
            "2018-09-15",
            id="up to the middle of a month",
        ),
        pytest.param(
            "Giữa tháng 9, huyện có 12 người trở về.", "12 người", "2018-09", id="but what happened in its middle"
        ),
        pytest.param(
            "Năm 2017, huyện mở 24 lớp.\nHôm nay, tại huyện, 17 doanh nghiệp tuyển người.",
            "17 doanh nghiệp",
            "2018-10-12",
            id="today's fair",
        ),
        pytest.param(
            "Năm 2016, huyện có 86 hộ nghèo, năm 2019 phấn đấu còn 12 hộ.\nHuyện có 34 hộ nghèo là người cao tuổi.",
            "34 hộ",
            "2016",
            id="what is planned for later overtakes nothing",
        ),
        pytest.param(
            "Huyện đã hoàn thành vượt mức các chỉ tiêu về lao động, giảm nghèo năm 2017.\nCó 2.318 lao động được giải"
            " quyết việc làm. Con số này của năm 2016 chỉ là 164 người.",
            "2.318 lao động",
            "2017",
            id="aims that were reached are no aims to come",
        ),
        pytest.param(
            "Sáng 22-12-2015, huyện Mai Sơn tổng kết giai đoạn 2011 - 2015. Hơn 150 đại biểu dự hội nghị.",
            "150 đại biểu",
            "2015-12-22",
            id="who attends, on the day told",
        ),
        pytest.param(
            "Sáng 22-12-2015, huyện Mai Sơn tổng kết. Giai đoạn 2011 - 2015, huyện làm 12 cầu.\n"
            "Dịp này, huyện trao 20 suất quà cho hộ nghèo.",
            "20 suất quà",
            "2015-12-22",
            id="a gift at the event told, not from the year's beginning",
        ),
        pytest.param(
            "Sáng 22-12-2015, huyện Mai Sơn tổng kết. Giai đoạn 2011 - 2015, huyện làm 12 cầu.\n"
            "Dịp này, 14 tập thể được khen. Huyện mở 7 lớp nghề.",
            "7 lớp",
            "2011/2015",
            id="the day of an event does not run on",
        ),
        pytest.param(
            "Năm 2015, xã làm 12 cầu. Dịp này, quỹ trao 20 suất quà.",
            "20 suất quà",
            "2015",
            id="an occasion of no day told",
        ),
        pytest.param(
            "Huyện báo cáo kết quả năm 2016. Kế hoạch vốn được giao là 86 tỷ đồng; lũy kế giải ngân đến 31/01/2017 được"
            " 79 tỷ đồng.\nHuyện mở 7 lớp nghề.",
            "7 lớp",
            "2016",
            id="the day up to which a year's money is paid out ends no year",
        ),
        pytest.param(
            "Năm 2016, huyện được giao 86 tỷ đồng.\nĐến ngày 31/01/2017, kho bạc giải ngân 79 tỷ đồng.\n"
            "Huyện mở 7 lớp nghề.",
            "7 lớp",
            "2016",
            id="the same in a paragraph of its own",
        ),
        pytest.param(
            "Năm 2018, huyện được giao 38 tỷ đồng. Đến ngày 30/9 giải ngân 33 tỷ đồng.\nHuyện mở 7 lớp nghề.",
            "7 lớp",
            "2018",
            id="how far a year's plan had come by a day is no time of what follows",
        ),
        pytest.param(
            "Năm 2016, huyện còn 900 hộ nghèo.\nSố hộ phát sinh chủ yếu do mưa lũ hồi cuối tháng 6 và do tách hộ.\n"
            "Huyện mở 7 lớp nghề.",
            "7 lớp",
            "2016",
            id="when a cause was is no time of what follows",
        ),
        pytest.param(
            "Cuối năm 2016, huyện còn 900 hộ nghèo. Cuối năm 2015, huyện có 990 hộ nghèo. Như vậy, sau 12 tháng, số hộ"
            " nghèo giảm 90 hộ.",
            "90 hộ",
            "2016",
            id="the year between two ends of years, the later told first",
        ),
        pytest.param(
            "Tính đến đầu năm 2016, huyện có 900 hộ nghèo.\nXã Tập Ngãi có 90 hộ nghèo.",
            "90 hộ",
            "2016-01-01",
            id="as of the first day of a year",
        ),
    ],
)
def test_period(text: str, quote: str, period: str) -> None:
    meaning = meaning_of(text, quote, date(2018, 10, 12))
    assert meaning.period is not None
    assert (meaning.period.text, meaning.status) == (period, "actual")


JUNE = date(2024, 6, 28)


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Năm ngoái, xã Chiềng Hặc có 38 cán bộ. Nay việc đã vào nếp. Đợt rà soát đầu năm, xã có 742 hộ nghèo.",
            "742 hộ",
            "2024-01-01",
            id="the beginning of the year of today",
        ),
        pytest.param(
            "Năm 2023, xã Chiềng Hặc đạt 14 tiêu chí.\n6 tháng đầu năm, xã trồng 64 ha chè.",
            "64 ha",
            "2024-S1",
            id="half a year that has just ended, behind a paragraph about last year",
        ),
        pytest.param(
            "Năm 2023, xã Chiềng Hặc đạt 14 tiêu chí. Trong đó 6 tháng cuối năm, xã trồng 64 ha chè.",
            "64 ha",
            "2023-S2",
            id="but half of the year that its paragraph tells",
        ),
        pytest.param(
            "Trong 5 tháng đầu năm 2024, tỉnh đưa 900 lao động đi. Ở Mai Sơn, từ đầu năm đến nay có 82 lao động đi.",
            "82 lao động",
            "2024-01-01/2024-06-28",
            id="until the day of publication, whatever months were told",
        ),
        pytest.param(
            "Đến ngày 15/6, huyện Mai Sơn làm xong 815 căn nhà.\nXã Cò Nòi đến giờ chỉ còn 92 hộ nghèo.",
            "92 hộ",
            "2024-06-28",
            id="as of now",
        ),
        pytest.param(
            "Năm 2024, huyện Mai Sơn cấp 148.600 thẻ.\nNăm 2015, gia đình ông Pâng vay 25 triệu đồng.\n"
            "Huyện thăm hỏi và tặng 7.250 suất quà.",
            "7.250 suất quà",
            "2024",
            id="a year of a person's story does not run on",
        ),
        pytest.param(
            "Từ đầu năm đến nay có 342 lao động đi. Nếu so với năm 2010, thời điểm có tới 1.068 người đi, đã giảm.",
            "1.068 người",
            "2010",
            id="what was in the year compared with",
        ),
        pytest.param(
            "Đầu năm 2020 huyện còn 2.548 hộ nghèo, cuối năm 2022 còn 1.171 hộ; bình quân mỗi năm giảm 459 hộ.",
            "459 hộ",
            "2020/2022",
            id="a change a year between two ends",
        ),
        pytest.param(
            "6 tháng đầu năm 2024, tỉnh giải quyết việc làm cho 14.265 lao động.\nTại thời điểm đầu năm 2024,"
            " tỉnh có 58.420 hộ nghèo.\nTrong số người có việc làm mới, 9.180 lao động vào doanh nghiệp.",
            "9.180 lao động",
            "2024-S1",
            id="what there was on the first day of a year ends nothing that runs in it",
        ),
        pytest.param(
            "Năm học 2011-2012 khép lại, hơn 170 học trò đã trở lại lớp.\nĐầu năm 2011, huyện có 4.327 hộ nghèo; đến"
            " cuối năm 2011 còn 3.918 hộ.\nHuyện có ba trường phổ thông dân tộc bán trú nuôi 486 học sinh.",
            "486 học sinh",
            "2011/2012",
            id="nor does it end a school year",
        ),
    ],
)
def test_period_by_the_day_of_publication(text: str, quote: str, period: str) -> None:
    meaning = meaning_of(text, quote, JUNE)

    assert meaning.period is not None
    assert meaning.period.text == period


def test_today_in_a_text_without_a_dateline_is_the_day_of_its_event() -> None:
    text = "Ngày 20-12-2018, đồn tổng kết.\nĐến nay, xã còn 192 hộ nghèo.\nNăm 2018, đồn dựng 34 căn nhà."

    periods = [one.meaning.period.text for one in observations_of(text) if one.meaning.period]

    assert periods == ["2018-12-20", "2018"]


def test_the_rest_of_a_year() -> None:
    text = "Sáu tháng đầu năm 2018, huyện mở 7 lớp nghề. Sáu tháng còn lại, huyện phấn đấu mở 9 lớp nghề."

    periods = [one.meaning.period.text for one in observations_of(text) if one.meaning.period]

    assert periods == ["2018-S1", "2018-S2"]


def test_a_month_without_a_year_is_of_the_year_planned_for_in_a_text_without_a_dateline() -> None:
    text = "Năm 2023, huyện được giao 86 tỷ đồng. Hết tháng 11, huyện giải ngân được 60 tỷ đồng."

    period = meaning_of(text, "60 tỷ đồng").period

    assert period is not None
    assert period.text == "2023-01/2023-11"


def test_today_in_a_text_without_a_dateline_is_the_latest_day_told() -> None:
    text = (
        "Tính đến ngày 18/1/2012, huyện Mai Sơn đã trao 4.236 suất quà. Trong tháng cao điểm (17/10 - 18/11/2011), "
        "huyện quyên góp 2 tỷ đồng.\nToàn huyện hiện có 6.780 đối tượng hưởng trợ cấp hằng tháng."
    )

    meaning = meaning_of(text, "6.780 đối tượng")

    assert meaning.period is not None
    assert meaning.period.text == "2012-01-18"


def test_the_end_of_a_planned_year() -> None:
    text = "Chỉ tiêu năm 2019: giảm 60 hộ nghèo.\nHuyện phấn đấu đến cuối năm tỷ lệ hộ nghèo còn dưới 11%."

    meaning = meaning_of(text, "11%", date(2018, 12, 12))

    assert meaning.period is not None
    assert (meaning.period.text, meaning.status) == ("2019-12-31", "target")


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        (
            "Phấn đấu năm 2019 thu nhập đạt 34 triệu đồng/người (năm 2018: 30,5 triệu đồng).",
            "30,5 triệu đồng",
            "actual",
        ),
        ("Phấn đấu vận động 350 triệu đồng, tăng 40% so với năm 2017 (250 triệu đồng).", "250 triệu đồng", "actual"),
        ("Huyện làm 69 nhà, đạt 115% kế hoạch năm 2018 (60 nhà).", "60 nhà", "plan"),
    ],
)
def test_a_bracket_with_a_year_that_has_begun(text: str, quote: str, status: str) -> None:
    assert meaning_of(text, quote, date(2018, 12, 12)).status == status


def test_an_estimate_for_the_end_of_the_year_is_not_today() -> None:
    text = "Ước hết năm 2018 còn 1.517 hộ nghèo.\nNăm 2012 xã có 112 ha quế; nay là 340 ha."

    period = meaning_of(text, "340 ha", date(2018, 10, 12)).period

    assert period is not None
    assert period.text == "2018-10-12"


def test_a_school_year_counts_from_the_latest_told_where_no_day_is() -> None:
    text = "Năm học 2021 - 2022, huyện có 812 học sinh bán trú. Năm học tới, tỷ lệ bỏ học phấn đấu còn 0,5%."

    period = meaning_of(text, "0,5%").period

    assert period is not None
    assert period.text == "2022/2023"


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Huyện phấn đấu hoàn thành 1.186 căn trước ngày 15/12/2018.", "1.186 căn", "2018-01-01/2018-12-15"),
        ("Mỗi tuần phấn đấu làm 200 nhà, hoàn thành hồ sơ trước ngày 15/12.", "200 nhà", "2018"),
        ("Quý IV/2018, chi nhánh đặt kế hoạch giải ngân 135 tỷ đồng.", "135 tỷ đồng", "2018-Q4"),
        ("Quý III/2018, huyện cho vay 9 tỷ đồng, đạt 90% kế hoạch (10 tỷ đồng).", "10 tỷ đồng", "2018"),
    ],
)
def test_period_of_what_is_planned(text: str, quote: str, period: str) -> None:
    told = meaning_of(text, quote, date(2018, 10, 12)).period

    assert told is not None
    assert told.text == period


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Toàn tỉnh hiện có 229 cơ sở Hội. Ngay từ đầu năm, Hội giúp 412 hộ nghèo.", "412 hộ", "2016"),
        ("Từ năm 2011 đến nay, Hội làm 317 nhà; riêng năm qua làm 41 nhà.", "41 nhà", "2016"),
        ("Từ đầu năm đến nay, Hội mở 12 lớp nghề.", "12 lớp", "2017-01-01/2017-01-12"),
    ],
)
def test_in_january_the_year_before_is_reported_on(text: str, quote: str, period: str) -> None:
    told = meaning_of(f"Năm 2016, Hội giúp 2.874 hộ nghèo.\n{text}", quote, date(2017, 1, 12)).period

    assert told is not None
    assert told.text == period


def test_the_run_of_years_to_come() -> None:
    text = "Giai đoạn 2006 - 2010, huyện chi 47,6 tỷ đồng.\nGiai đoạn tới, huyện đặt mục tiêu mỗi năm giảm 4% hộ nghèo."

    told = meaning_of(text, "4%", date(2010, 12, 29)).period

    assert told is not None
    assert told.text == "2011/2015"


def test_this_year_is_that_of_the_plan_told_before() -> None:
    text = "Năm 2010, chương trình có kế hoạch vốn 186 tỷ đồng, trong đó 157 tỷ đồng giao trong năm."

    told = meaning_of(text + " Trong năm, huyện chi 9 tỷ đồng.", "9 tỷ đồng", date(2011, 3, 22)).period

    assert told is not None
    assert told.text == "2010"


def test_an_amount_a_year_is_of_the_whole_year() -> None:
    text = "Đến 30/9/2018, xã có 900 thẻ bảo hiểm y tế. Theo quy định, mức đóng là 653.400 đồng/người/năm."

    meaning = meaning_of(text, "653.400 đồng", date(2018, 10, 12))

    assert meaning.period is not None
    assert (meaning.period.text, meaning.status) == ("2018", "norm")


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
        pytest.param("Hội giao mỗi cơ sở giúp ít nhất 10 hộ.", "10 hộ", "organisation", id="each branch"),
        pytest.param("Chị gùi nước hai lượt, mỗi lượt hơn 2 km.", "2 km", None, id="each way to a well"),
    ],
)
def test_per(text: str, quote: str, per: str | None) -> None:
    assert meaning_of(text, quote).per == per


def test_a_headline_tells_the_time_of_a_report() -> None:
    headline = "Sơ kết công tác 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2018"
    text = "Huyện gieo cấy 4.215 ha lúa.\nTỉnh phân bổ 38,6 tỷ đồng vốn sự nghiệp."

    periods = [
        one.meaning.period.text for one in observations_of(text, date(2018, 7, 12), headline) if one.meaning.period
    ]

    assert periods == ["2018-S1", "2018"]
