"""Where single figures of a text are, by the places told around them."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of


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
            "Tỉnh Sơn La hỗ trợ nhà ở. Huyện Mai Sơn có 45 căn; huyện Yên Châu 38 căn; các huyện còn lại 65 căn.",
            "65 căn",
            "Tỉnh Sơn La",
            id="all other places",
        ),
        pytest.param(
            "Tỉnh Sơn La cho vay. Huyện Mai Sơn có 30 hộ vay; huyện Yên Châu có 20 hộ nghèo, trong đó 15 hộ vay, số"
            " còn lại 5 hộ chưa vay.",
            "5 hộ",
            "Huyện Yên Châu",
            id="but not all other households",
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
            "Tỉnh Sơn La hỗ trợ nhà ở.\nNgôi nhà 52 m2 của bà Lò Thị Say, bản Pá Hốc, xã Chiềng Hặc vừa xong. "
            "Ngoài 60 triệu đồng được hỗ trợ, bà vay thêm 25 triệu đồng.",
            "52 m2",
            "bản Pá Hốc",
            id="what is somebody's is where the person lives",
        ),
        pytest.param(
            "Tỉnh Sơn La hỗ trợ nhà ở.\nNgôi nhà 52 m2 của bà Lò Thị Say, bản Pá Hốc, xã Chiềng Hặc vừa xong. "
            "Ngoài 60 triệu đồng được hỗ trợ, bà vay thêm 25 triệu đồng.",
            "25 triệu đồng",
            "bản Pá Hốc",
            id="a story goes on behind what opened it",
        ),
        pytest.param(
            "Tỉnh Sơn La có nhiều hộ khá.\nTrên 4 ha đất đồi, gia đình ông Lò Văn Kiên, dân tộc Thái, ở bản Cốc, "
            "xã Chiềng Hặc trồng mận.",
            "4 ha",
            "bản Cốc",
            id="what a sentence opens with before its person",
        ),
        pytest.param(
            "Tỉnh Sơn La có nhiều hộ khá.\nTrong số 120 hộ thoát nghèo, gia đình ông Lò Văn Kiên, ở bản Cốc, "
            "xã Chiềng Hặc khá nhất.",
            "120 hộ",
            "Tỉnh Sơn La",
            id="households of whom a person's is one",
        ),
        pytest.param(
            "Tỉnh Sơn La có nhiều hộ khá.\nỞ xã Chiềng Hặc, anh Lò Văn Chớ (bản Mới) trồng 12 ha mận.",
            "12 ha",
            "bản Mới",
            id="a home in a bracket holds behind it",
        ),
        pytest.param(
            "Năm 2023 toàn tỉnh Sơn La có 4.500 hộ thoát nghèo, trong đó có gia đình chị Lò Thị Mai, bản Nà Nưa. "
            "Chị được vay 50 triệu đồng.",
            "50 triệu đồng",
            "bản Nà Nưa",
            id="a sentence that goes on about somebody",
        ),
        pytest.param(
            "Năm 2023 toàn tỉnh Sơn La có 4.500 hộ thoát nghèo, trong đó có gia đình chị Lò Thị Mai, bản Nà Nưa. "
            "Cụ thể, 2.100 hộ được vay vốn; bà con góp công.",
            "2.100 hộ",
            "Tỉnh Sơn La",
            id="words that only look like a person's",
        ),
        pytest.param(
            "Tỉnh Sơn La có nhiều hộ khá.\nAnh Lò Văn Chớ (bản Mới, xã Chiềng Hặc) trồng 12 ha mận.\n"
            "Ở xã Tú Nang, chị Lò Thị Sa nuôi bò. Trước đây chị chỉ trồng ngô. Năm 2017 chị lãi 60 triệu.",
            "60 triệu",
            "Xã Tú Nang",
            id="somebody else than whose home was told",
        ),
        pytest.param(
            "Tỉnh Sơn La còn 18% hộ nghèo.\nCuối năm, toàn tỉnh còn 300 hộ. Riêng xã Chiềng Hặc còn 35%. Thu nhập đạt "
            "29 triệu đồng.",
            "29 triệu đồng",
            "Tỉnh Sơn La",
            id="a place that is singled out holds for its sentence",
        ),
        pytest.param(
            "Tỉnh Sơn La còn 18% hộ nghèo.\nCuối năm, toàn tỉnh còn 300 hộ. Riêng xã Chiềng Hặc còn 35%. Con số này "
            "gấp 1,9 lần mức chung.",
            "1,9 lần",
            "Xã Chiềng Hặc",
            id="unless the next one points back",
        ),
        pytest.param(
            "Tỉnh Sơn La còn 36,7% trẻ thấp còi, cao hơn bình quân cả nước (19,2%), nhẹ cân 20,9%.",
            "19,2%",
            "Việt Nam",
            id="the bracket of what is compared with",
        ),
        pytest.param(
            "Tỉnh Sơn La còn 36,7% trẻ thấp còi, cao hơn bình quân cả nước (19,2%), nhẹ cân 20,9%.",
            "20,9%",
            "Tỉnh Sơn La",
            id="and nothing behind it",
        ),
        pytest.param(
            "Tỉnh Sơn La hỗ trợ nhà ở.\nĐiển hình như xã Chiềng Hặc, năm 2018 xây 96 căn.",
            "96 căn",
            "Xã Chiềng Hặc",
            id="an example that opens a sentence",
        ),
        pytest.param(
            "Tỉnh Sơn La hỗ trợ nhà ở.\nVí dụ như xã Chiềng Hặc, năm 2018 xây 96 căn.",
            "96 căn",
            "Xã Chiềng Hặc",
            id="by another word for an example",
        ),
        pytest.param(
            "Tỉnh Sơn La hỗ trợ nhà ở.\nNhiều nhất là huyện Mai Sơn 168 căn, huyện Yên Châu 124 căn; các xã còn "
            "lại 65 căn.",
            "65 căn",
            "Tỉnh Sơn La",
            id="all others",
        ),
        pytest.param(
            "Tỉnh Sơn La: tỷ lệ hộ nghèo ở các huyện miền núi của tỉnh giảm 12%.",
            "12%",
            "các huyện miền núi",
            id="places of the whole",
        ),
        pytest.param(
            "Xã Chiềng Hặc, huyện Yên Châu, tỉnh Sơn La xây khu Bằng La 52 hộ, nuôi bò ở Khu Công nghiệp Tà Sa.",
            "52 hộ",
            "khu Bằng La",
            id="a part of a commune",
        ),
        pytest.param(
            "Tỉnh Vĩnh Long xây nhà.\nChúng tôi theo đoàn về xã Chiềng Hặc, huyện Yên Châu (Sơn La) "
            "dự lễ trao nhà cho bà Lò Thị Sáu. Bà góp 45 triệu đồng.",
            "45 triệu đồng",
            "Xã Chiềng Hặc",
            id="where those go who tell",
        ),
        pytest.param(
            "Tỉnh Vĩnh Long tạo việc làm.\nAnh Sáu từng đi Sơn La làm thuê, mỗi tháng được 5 triệu đồng.",
            "5 triệu đồng",
            "Tỉnh Vĩnh Long",
            id="where somebody only worked",
        ),
        pytest.param(
            "Theo chuẩn mới (nông thôn từ 400.000 đồng/người/tháng trở xuống, thành thị từ 500.000 đồng/người/tháng), "
            "đến cuối năm tỉnh Sơn La còn 22.618 hộ nghèo; giảm 5.084 hộ so với năm trước (27.702 hộ).",
            "400.000 đồng",
            "nông thôn",
            id="a part and its threshold",
        ),
        pytest.param(
            "Theo chuẩn mới (nông thôn từ 400.000 đồng/người/tháng trở xuống, thành thị từ 500.000 đồng/người/tháng), "
            "đến cuối năm tỉnh Sơn La còn 22.618 hộ nghèo; giảm 5.084 hộ so với năm trước (27.702 hộ).",
            "27.702 hộ",
            "Tỉnh Sơn La",
            id="a part whose bracket is closed holds no longer",
        ),
        pytest.param(
            "Ở xã miền núi Chiềng Hặc (tỉnh Sơn La), trận lũ làm 9 người mất nhà.",
            "9 người",
            "Xã Chiềng Hặc",
            id="a word that says of which kind stands before the name",
        ),
        pytest.param(
            "Tỉnh Trà Vinh mở lớp may. Có 31 em được Công ty TNHH may An Hòa nhận vào làm, lương 5 triệu đồng/tháng.",
            "5 triệu đồng",
            "Tỉnh Trà Vinh",
            id="a company that is named like a commune",
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
        pytest.param(
            "Tỉnh Điện Biên còn 41 nhà, rải ở 2 xã: 29 nhà ở Quài Tở, 12 nhà ở Mường Mùn.",
            "29 nhà ở",
            "Xã Quài Tở",
            id="houses in a commune",
        ),
        pytest.param(
            "Tỉnh Điện Biên có những nơi tỷ lệ hộ nghèo cao, như Mường Nhé 52,3%.",
            "52,3%",
            "Huyện Mường Nhé",
            id="an example with its figure",
        ),
        pytest.param(
            "Tỉnh Điện Biên giảm nghèo như Lai Châu, còn 21,3% hộ nghèo.",
            "21,3%",
            "Tỉnh Điện Biên",
            id="an example without a figure",
        ),
        pytest.param(
            "Tại 2 huyện nghèo Tu Mơ Rông và Kon Plông của tỉnh Kon Tum, tỷ lệ hộ nghèo còn tương ứng 47,4% và 39,6%.",
            "39,6%",
            "Huyện Kon Plông",
            id="poor districts by name",
        ),
        pytest.param(
            "Tỉnh Trà Vinh, huyện Trà Cú.\nBà Ry (62 tuổi, ấp Xoài Xiêm, xã Ngãi Xuyên, Trà Cú) nuôi hai người cháu.",
            "hai người",
            "ấp Xoài Xiêm",
            id="an address without all type words",
        ),
        pytest.param(
            "Huyện Mường Tè hỗ trợ học sinh. Tại Trường PTDTBT THCS Thu Lũm có 412 học sinh.",
            "412 học sinh",
            "Xã Thu Lũm",
            id="a school named after its commune",
        ),
        pytest.param(
            "Huyện Tuần Giáo làm đường Xá Nhè - Mường Đun dài 4,6 km.",
            "4,6 km",
            "Huyện Tuần Giáo",
            id="the ends of a road",
        ),
        pytest.param(
            "Chị Hoa ở tỉnh Trà Vinh có con làm công nhân ở Bình Dương gửi về 9 triệu đồng.",
            "9 triệu đồng",
            "Tỉnh Trà Vinh",
            id="where somebody works",
        ),
        pytest.param(
            "Năm 2013, tỉnh Kon Tum giảm nghèo. Ở xã Đăk Hà (huyện Tu Mơ Rông) còn 341 hộ nghèo.",
            "341 hộ",
            "Xã Đắk Hà",
            id="a spelling that only another place bears later",
        ),
        pytest.param(
            "Huyện Yên Châu (Sơn La) là một trong 62 huyện nghèo của cả nước, có 15 xã.",
            "15 xã",
            "Huyện Yên Châu",
            id="behind the country among whose districts one is",
        ),
        pytest.param(
            "Huyện Yên Châu (Sơn La) là một trong 62 huyện nghèo của cả nước, có 15 xã.",
            "62 huyện",
            "Việt Nam",
            id="but their number is the country's",
        ),
        pytest.param(
            "Xã Chiềng Hặc (huyện Yên Châu) vừa được UBND tỉnh Sơn La công nhận đạt 19 tiêu chí.",
            "19 tiêu chí",
            "Xã Chiềng Hặc",
            id="whose body only does something to a place",
        ),
        pytest.param(
            "Huyện Yên Châu đã di chuyển 246 hộ, trong đó tập trung 188 hộ tại 2 xã (Chiềng Hặc, Tú Nang); xen ghép"
            " 58 hộ.",
            "58 hộ",
            "Huyện Yên Châu",
            id="behind a bracket of another item",
        ),
        pytest.param(
            "Tỉnh Sơn La giảm nghèo. Hộ nghèo tập trung ở vùng cao, còn ở đồng bằng ít hơn. Số hộ nghèo người Mông là"
            " 210 hộ.",
            "210 hộ",
            "Tỉnh Sơn La",
            id="a part of a place that no figure is told of",
        ),
        pytest.param(
            "Tỉnh Cao Bằng giảm nghèo. Tại 3 huyện nghèo theo Nghị quyết 30a (Hà Quảng, Bảo Lâm, Bảo Lạc), tỷ lệ hộ"
            " nghèo còn 33,61%.",
            "33,61%",
            "Hà Quảng, Bảo Lâm, Bảo Lạc",
            id="places told by their number that a bracket names",
        ),
        pytest.param(
            "Tỉnh Cao Bằng giảm nghèo. Tại 4 huyện nghèo (nhất là Hà Quảng, Bảo Lâm), tỷ lệ hộ nghèo còn 33,61%.",
            "33,61%",
            "4 huyện nghèo",
            id="a bracket that names some of them",
        ),
        pytest.param(
            "Xã Pà Cò giảm nghèo. Xã Pà Cò được hợp nhất từ 2 xã Pà Cò và Hang Kia cũ, có 13 làng.",
            "13 làng",
            "Xã Pà Cò",
            id="of what a place was made",
        ),
        pytest.param(
            "Tỉnh Hậu Giang giảm nghèo. Thị xã Ngã Bảy có 3 xã đạt chuẩn. Thu nhập của tỉnh năm 2015 ước 28,5 triệu"
            " đồng.",
            "28,5 triệu đồng",
            "Tỉnh Hậu Giang",
            id="of all of the province in a year",
        ),
        pytest.param(
            "Huyện Kon Rẫy (tỉnh Kon Tum) tạo việc làm: làm việc tại các công ty, khu công nghiệp ở Bình Dương, Đồng"
            " Nai 286 người.",
            "286 người",
            "Huyện Kon Rẫy",
            id="where people went to work",
        ),
        pytest.param(
            "Tỉnh Hòa Bình xóa nhà tạm. Giá vật liệu tại các xã vùng hồ tăng 12%.",
            "12%",
            "các xã vùng hồ",
            id="communes by a lake",
        ),
        pytest.param(
            "Huyện Krông Bông trao nhà. Công an tỉnh Đắk Lắk trao 3 căn nhà cho các hộ nghèo xã Yang Mao.",
            "3 căn nhà",
            "Xã Yang Mao",
            id="where those live who get something",
        ),
        pytest.param(
            "Huyện Krông Bông trao nhà. UBND xã Yang Mao tổ chức trao nhà cho 3 hộ ở buôn Tul và buôn Hàng Năm.",
            "3 hộ",
            "Xã Yang Mao",
            id="where several hamlets lie",
        ),
    ],
)
def test_place(text: str, quote: str, place: str | None) -> None:
    told = meaning_of(text, quote).place
    assert (told.name if told else None) == place


def test_a_district_in_a_bracket_that_is_no_more_ends_no_reading() -> None:
    place = meaning_of("Xã Sủng Trà (Mèo Vạc) vừa xây 12 căn nhà.", "12 căn nhà", date(2026, 1, 1)).place
    assert place is not None
    assert place.name == "Xã Sủng Trà"
