"""Which figure is a part of which, by words, by meaning and by numbers, and which is not."""

import pytest

from tests.unit.statements.relations import parts_of

BY_WORDS = [
    pytest.param(
        "Toàn huyện có 12.400 người tham gia BHYT trên tổng dân số 15.800 người.",
        ["12.400 người < 15.800 người"],
        id="a whole named by its noun",
    ),
    pytest.param(
        "Xã có 60 hộ nghèo, hộ cận nghèo trên tổng số 900 hộ, chiếm 6,7%. Cụ thể: 22 hộ nghèo, 38 hộ cận nghèo.",
        ["60 hộ < 900 hộ", "22 hộ < 60 hộ", "38 hộ < 60 hộ"],
        id="the part of a whole is what the next sentence breaks down",
    ),
    pytest.param(
        "Huyện tạo việc làm cho 900 lao động, trong đó 120 người đi nước ngoài. Số này vượt kế hoạch, tập trung ở các"
        " thị trường: Đài Loan (70), Nhật Bản (50 người).",
        ["120 người < 900 lao động", "70 < 120 người", "50 người < 120 người"],
        id="a list that goes on a part",
    ),
    pytest.param(
        "Mức hỗ trợ là 44 triệu đồng/hộ (trung ương 40 triệu đồng, tỉnh 4 triệu đồng).",
        ["40 triệu đồng < 44 triệu đồng", "4 triệu đồng < 44 triệu đồng"],
        id="an amount a head made up in its bracket",
    ),
    pytest.param(
        "Xã khởi công 404 nhà; hoàn thành 382 nhà (gồm 293 nhà làm mới và 89 nhà sửa chữa), đạt 95%; còn lại 22 nhà"
        " chưa khởi công.",
        ["382 nhà < 404 nhà", "293 nhà < 382 nhà", "89 nhà < 382 nhà", "22 nhà < 404 nhà"],
        id="a list in a bracket ends with it",
    ),
    pytest.param(
        "Xã chi hơn 14,4 tỷ đồng cho học sinh. Cụ thể:\n1. Tiền ăn trưa: 1.874 trẻ, kinh phí 8,3 tỷ đồng.\n"
        "2. Học bổng: 310 em, kinh phí 6,1 tỷ đồng.",
        ["8,3 tỷ đồng < 14,4 tỷ đồng", "6,1 tỷ đồng < 14,4 tỷ đồng"],
        id="numbered lines",
    ),
    pytest.param(
        "Xã đưa 150 lao động (trong đó 50 lao động nữ) đi nước ngoài, bằng 120% kế hoạch năm (125 lao động).",
        ["50 lao động < 150 lao động"],
        id="a plan is no part of what was done",
    ),
    pytest.param(
        "Kế hoạch vốn năm 2022 là 90 tỷ đồng; đã giải ngân 41 tỷ đồng. Cụ thể: Chương trình 1719: kế hoạch 58 tỷ đồng,"
        " giải ngân 30 tỷ đồng; Chương trình nông thôn mới: kế hoạch 32 tỷ đồng, giải ngân 11 tỷ đồng.",
        ["58 tỷ đồng < 90 tỷ đồng", "30 tỷ đồng < 41 tỷ đồng", "32 tỷ đồng < 90 tỷ đồng", "11 tỷ đồng < 41 tỷ đồng"],
        id="what is planned and what was spent add up apart",
    ),
    pytest.param(
        "Kế hoạch vốn năm 2023 là 96,4 tỷ đồng, bao gồm cả 12,1 tỷ đồng từ năm 2022 chuyển sang.",
        ["12,1 tỷ đồng < 96,4 tỷ đồng"],
        id="included, told behind",
    ),
    pytest.param(
        "Năm 2023, kể cả 12,1 tỷ đồng chuyển sang từ năm trước, kế hoạch vốn của huyện là 96,4 tỷ đồng.",
        ["12,1 tỷ đồng < 96,4 tỷ đồng"],
        id="included, told before",
    ),
    pytest.param(
        "Xã có 512 hộ được vay vốn, 210 hộ trong số đó là hộ nghèo.", ["210 hộ < 512 hộ"], id="a part before its words"
    ),
    pytest.param(
        "Huyện làm xong 214/236 nhà phải xóa, đạt 90,7%. Số còn lại 22 nhà đang thi công.",
        ["214 < 236 nhà", "22 nhà < 236 nhà"],
        id="what must be done is a whole",
    ),
    pytest.param(
        "Năm 2016 huyện xây 120 nhà, năm 2017 xây thêm 155 nhà. Cộng lại, hai năm qua đã có 275 nhà được xây.",
        ["120 nhà < 275 nhà", "155 nhà < 275 nhà"],
        id="a sum whose words open the sentence",
    ),
    pytest.param(
        "Trong năm, huyện dạy nghề cho 1.250 người. Trong đó có 310 người hệ trung cấp, 230 người hệ sơ cấp; đông nhất"
        " là các lớp dưới 3 tháng: 700 người. Riêng lao động nữ có 645 người.",
        ["310 người < 1.250 người", "230 người < 1.250 người", "700 người < 1.250 người", "645 người < 1.250 người"],
        id="a ranked member goes on with the list, and one told apart is of the whole",
    ),
    pytest.param(
        "Huyện mở 24 lớp học nghề với 815 học viên tham gia: may 9, điện 8, chăn nuôi 7 lớp.",
        ["9 < 24 lớp học", "8 < 24 lớp học", "7 lớp < 24 lớp học"],
        id="bare numbers take the unit told behind the colon",
    ),
    pytest.param(
        "Toàn huyện có 96 trạm cấp nước. Phân loại theo tình trạng hoạt động:\n+ Bền vững: 61 trạm\n+ Kém: 35 trạm",
        ["61 trạm < 96 trạm", "35 trạm < 96 trạm"],
        id="classified over lines",
    ),
    pytest.param(
        "Vốn giao cho huyện là 96,4 tỷ đồng, gồm vốn đầu tư 61,2 tỷ đồng, vốn sự nghiệp 35,2 tỷ đồng; trong tổng vốn có"
        " 12,1 tỷ đồng chuyển nguồn.",
        ["61,2 tỷ đồng < 96,4 tỷ đồng", "35,2 tỷ đồng < 96,4 tỷ đồng", "12,1 tỷ đồng < 96,4 tỷ đồng"],
        id="a total named again by no word of its own",
    ),
    pytest.param(
        "Mỗi suất quà trị giá 700.000 đồng, gồm 500.000 đồng tiền mặt và 200.000 đồng tiền hàng.",
        ["500.000 đồng < 700.000 đồng", "200.000 đồng < 700.000 đồng"],
        id="an amount a head and what it is made of",
    ),
    pytest.param(
        "Trong năm, huyện sửa 88 nhà; nửa cuối năm sửa 57 nhà. Trong số nhà sửa chữa, Sơn Hải nhiều nhất với 31 nhà,"
        " các nơi khác gồm: Sơn Hà 15, Sơn Tây 11 nhà.",
        ["31 nhà < 57 nhà", "15 < 57 nhà", "11 nhà < 57 nhà"],
        id="of the figures that a phrase fits, that to which its list adds up",
    ),
]

BY_WORDS += [
    pytest.param(
        "Tỉnh di chuyển 53 hộ, ổn định tại chỗ 31 hộ. Trong đó, Bảo Yên di chuyển 25 hộ, ổn định tại chỗ 18 hộ; Bảo"
        " Thắng di chuyển 12 hộ, ổn định tại chỗ 9 hộ.",
        ["25 hộ < 53 hộ", "18 hộ < 31 hộ", "12 hộ < 53 hộ", "9 hộ < 31 hộ"],
        id="of two totals that of which the same is told",
    ),
    pytest.param(
        "Năm 2022 quỹ vận động được 12,6 tỷ đồng. Từ nguồn này đã dựng 96 nhà với kinh phí 4,8 tỷ đồng; tặng quà hết"
        " 2,1 tỷ đồng.",
        ["4,8 tỷ đồng < 12,6 tỷ đồng", "2,1 tỷ đồng < 12,6 tỷ đồng"],
        id="what became of money",
    ),
    pytest.param(
        "Đầu năm, xã có 412 hộ nghèo/1.530 hộ.", ["412 hộ < 1.530 hộ"], id="a slash behind the noun of the part"
    ),
    pytest.param(
        "Hơn 4.100 hộ trong tổng số khoảng 5.230 hộ có nhà tiêu hợp vệ sinh.",
        ["4.100 hộ < 5.230 hộ"],
        id="among a whole told in round numbers",
    ),
    pytest.param(
        "Toàn huyện có 20/25 xã thuộc vùng khó khăn: 7 xã khu vực III, 5 xã khu vực II, 8 xã khu vực I.",
        ["20 < 25 xã", "7 xã < 20", "5 xã < 20", "8 xã < 20"],
        id="a list behind a/b that adds up to the first",
    ),
    pytest.param(
        "Bản Pa Cheo có 318 hộ thì 97 hộ còn thiếu đất.", ["97 hộ < 318 hộ"], id="what is told of the figure before"
    ),
    pytest.param(
        "Tổng vốn là 8.000 tỷ đồng, gồm ngân sách Trung ương 6.150 tỷ đồng, ngân sách địa phương 1.850 tỷ đồng; riêng"
        " phần ngân sách Trung ương có vốn đầu tư 4.100 tỷ đồng và vốn sự nghiệp 2.050 tỷ đồng.",
        [
            "6.150 tỷ đồng < 8.000 tỷ đồng",
            "1.850 tỷ đồng < 8.000 tỷ đồng",
            "4.100 tỷ đồng < 6.150 tỷ đồng",
            "2.050 tỷ đồng < 6.150 tỷ đồng",
        ],
        id="an item told apart by its name has parts of its own",
    ),
    pytest.param(
        "Sáng nay 15 hộ khó khăn ở xã Ba Vì nhận bò giống.\n\nTrong số được chọn có 3 hộ nghèo, 10 hộ cận nghèo, 2 hộ"
        " mới thoát nghèo.",
        ["3 hộ < 15 hộ", "10 hộ < 15 hộ", "2 hộ < 15 hộ"],
        id="among a total that only the sum tells",
    ),
    pytest.param(
        "Đợt này, xã Phú Lâm có 22 hộ nhận 180 con dê; xã Phú Thạnh 17 hộ, 130 con. Tính gộp, 39 hộ đã có 310 con.",
        ["22 hộ < 39 hộ", "180 con dê < 310 con", "17 hộ < 39 hộ", "130 con < 310 con"],
        id="sums of two units told in turns",
    ),
]

BY_MEANING = [
    pytest.param(
        "Cuối năm 2022, tỉnh Nghệ An còn 41.230 hộ nghèo. Huyện Kỳ Sơn có 8.120 hộ nghèo, huyện Tương Dương 5.312 hộ"
        " nghèo. Xã Mường Lống (Kỳ Sơn) có 612 hộ nghèo.",
        ["8.120 hộ < 41.230 hộ", "5.312 hộ < 41.230 hộ", "612 hộ < 8.120 hộ"],
        id="places in their places",
    ),
    pytest.param(
        "Năm 2020, huyện đưa 315 lao động đi làm việc ở nước ngoài. Lao động nữ có 128 người; 97 người là dân tộc thiểu"
        " số.",
        ["128 người < 315 lao động", "97 người < 315 lao động"],
        id="groups among all",
    ),
    pytest.param(
        "Toàn xã có 2.415 hộ. Hiện còn 318 hộ nghèo; hộ cận nghèo 204 hộ.",
        ["318 hộ < 2.415 hộ", "204 hộ < 2.415 hộ"],
        id="the poor among all households",
    ),
    pytest.param(
        "Tổng dư nợ của huyện đạt 210.450 triệu đồng với 6.120 hộ vay. Trong đó: hộ nghèo 80.100 triệu đồng/2.310 hộ;"
        " hộ cận nghèo 61.300 triệu đồng/1.950 hộ.",
        [
            "80.100 triệu đồng < 210.450 triệu đồng",
            "2.310 hộ < 6.120 hộ",
            "61.300 triệu đồng < 210.450 triệu đồng",
            "1.950 hộ < 6.120 hộ",
        ],
        id="what is told beside parts, of what is told beside their total",
    ),
    pytest.param(
        "Tỷ lệ lao động qua đào tạo đạt 58,3%, trong đó có bằng cấp, chứng chỉ 27,5%.",
        ["27,5% < 58,3%"],
        id="a rate among a rate of the same base",
    ),
]

BY_NUMBERS = [
    pytest.param(
        "Toàn tỉnh có 1.200 hộ nghèo. Vùng cao có 400 hộ nghèo, vùng thấp có 800 hộ nghèo.",
        ["400 hộ < 1.200 hộ", "800 hộ < 1.200 hộ"],
        id="round numbers of one subject",
    ),
    pytest.param(
        "Kinh phí của chương trình là 33.120 triệu đồng; Trung ương cấp 31.020 triệu đồng, tỉnh góp 2.100 triệu đồng.",
        ["31.020 triệu đồng < 33.120 triệu đồng", "2.100 triệu đồng < 33.120 triệu đồng"],
        id="figures that add up to the first of their sentence",
    ),
    pytest.param(
        "Số cần hỗ trợ là 1.254 nhà. Đến nay đã xong 763 căn, còn 491 căn gối sang năm sau.",
        ["763 căn < 1.254 nhà", "491 căn < 1.254 nhà"],
        id="figures that add up to one told before",
    ),
    pytest.param(
        "Toàn tỉnh có 142.600 người ở nông thôn. Có 87.343 người dùng nước sạch (61,25%).",
        ["87.343 người < 142.600 người"],
        id="the share that a rate tells",
    ),
    pytest.param(
        "Tỷ lệ nghèo đa chiều là 14,25%, gồm tỷ lệ hộ nghèo 8,15% và tỷ lệ hộ cận nghèo 6,10%.",
        ["8,15% < 14,25%", "6,10% < 14,25%"],
        id="rates that add up",
    ),
    pytest.param(
        "Hội Nông dân quản lý 80 tỷ đồng trong tổng dư nợ. Dư nợ ủy thác là 209 tỷ đồng, trong đó Hội Nông dân 80 tỷ"
        " đồng/61 tổ; Hội Phụ nữ 90 tỷ đồng/70 tổ; Đoàn Thanh niên 39 tỷ đồng/29 tổ. Toàn huyện có 160 tổ.",
        [
            "80 tỷ đồng < 209 tỷ đồng",
            "61 tổ < 160 tổ",
            "90 tỷ đồng < 209 tỷ đồng",
            "70 tổ < 160 tổ",
            "39 tỷ đồng < 209 tỷ đồng",
            "29 tổ < 160 tổ",
        ],
        id="a column that adds up to a figure behind it",
    ),
    pytest.param(
        "Dư nợ ủy thác qua Hội Phụ nữ là 96,4 tỷ đồng của 2.168 hộ.\n\nNhiều nhất là vốn việc làm với 61,2 tỷ"
        " đồng/1.204 hộ; kế đến là nước sạch 28,1 tỷ đồng/857 hộ. Các chương trình còn lại 7,1 tỷ đồng/107 hộ.",
        [
            "61,2 tỷ đồng < 96,4 tỷ đồng",
            "1.204 hộ < 2.168 hộ",
            "28,1 tỷ đồng < 96,4 tỷ đồng",
            "857 hộ < 2.168 hộ",
            "7,1 tỷ đồng < 96,4 tỷ đồng",
            "107 hộ < 2.168 hộ",
        ],
        id="a list over two sentences",
    ),
    pytest.param(
        "Đến nay tỉnh đã khởi công 2.816/2.816 căn nhà.\n\nNhà làm mới có 1.975 căn, nhà sửa lại có 841 căn.",
        ["1.975 căn < 2.816", "841 căn < 2.816"],
        id="of a number told twice, the first",
    ),
    pytest.param(
        "Tỉnh có 8.904 hộ nghèo, chiếm 1,05% trong tổng số 848.000 hộ dân, gồm 4.120 hộ thuộc chuẩn trung ương và 4.748"
        " hộ thuộc chuẩn tỉnh.",
        ["8.904 hộ < 848.000 hộ", "4.120 hộ < 8.904 hộ", "4.748 hộ < 8.904 hộ"],
        id="of what a share is told, not of what it is a share of",
    ),
    pytest.param(
        "Có 118 hộ làm xong nhà, mỗi hộ được giúp 44 triệu đồng, gồm 40 triệu đồng của trung ương và 4 triệu đồng của"
        " huyện; 402 hộ nhận bồn chứa nước.",
        ["40 triệu đồng < 44 triệu đồng", "4 triệu đồng < 44 triệu đồng"],
        id="what an amount a head is made up of",
    ),
    pytest.param(
        "Tổng vốn đầu tư là 138 tỷ đồng, phân bổ cho san ủi 46,5 tỷ đồng, đường 52,3 tỷ đồng, trường học 39,2 tỷ đồng.",
        ["46,5 tỷ đồng < 138 tỷ đồng", "52,3 tỷ đồng < 138 tỷ đồng", "39,2 tỷ đồng < 138 tỷ đồng"],
        id="what a sum is shared out among",
    ),
    pytest.param(
        "Huyện Đại Từ: dư nợ 90 tỷ đồng với 980 hộ vay.\nCho vay hộ nghèo dư nợ 30 tỷ đồng/367 hộ; hộ cận nghèo 20 tỷ"
        " đồng/210 hộ; học sinh, sinh viên 12 tỷ đồng/90 hộ; nước sạch 8 tỷ đồng/120 hộ.",
        [
            "30 tỷ đồng < 90 tỷ đồng",
            "367 hộ < 980 hộ",
            "20 tỷ đồng < 90 tỷ đồng",
            "210 hộ < 980 hộ",
            "12 tỷ đồng < 90 tỷ đồng",
            "90 hộ < 980 hộ",
            "8 tỷ đồng < 90 tỷ đồng",
            "120 hộ < 980 hộ",
        ],
        id="items of a list of which the meaning gives half",
    ),
    pytest.param(
        "Tỉnh Thái Nguyên đưa 1.086 người đi làm việc ở nước ngoài. Lao động sang các thị trường: Đài Loan (498), Nhật"
        " Bản (431), các nước khác (157 người). Dẫn đầu là huyện Phú Bình với 268 người.",
        ["498 < 1.086 người", "431 < 1.086 người", "157 người < 1.086 người", "268 người < 1.086 người"],
        id="of the whole of a list, not of its first member",
    ),
    pytest.param(
        "Huyện Đại Từ có dư nợ 187 tỷ đồng. Dư nợ nước sạch 58 tỷ đồng; dư nợ hộ cận nghèo 49 tỷ đồng.",
        ["49 tỷ đồng < 187 tỷ đồng"],
        id="of what all have, not of an item beside it that no group is told of",
    ),
    pytest.param(
        "Cuối năm 2023, tỉnh có 37.532 hộ nghèo. Cuối năm 2022, tỉnh có 42.418 hộ nghèo. Trong số hộ nghèo của năm 2023"
        " có 36.981 hộ dân tộc thiểu số.",
        ["36.981 hộ < 37.532 hộ"],
        id="among those of the year named",
    ),
    pytest.param(
        "Tính đến đầu năm 2022, tỉnh Đồng Nai có 8.904 hộ nghèo đầu năm.\nHuyện Định Quán có 1.506 hộ nghèo.",
        ["1.506 hộ < 8.904 hộ"],
        id="poor households of a district among those of the province at the beginning of the year",
    ),
    pytest.param(
        "Chương trình đỡ đầu 192 em; 155 em trong số này là học sinh tiểu học, 37 em là học sinh trung học cơ sở.",
        ["155 em < 192 em", "37 em < 192 em"],
        id="those told behind a part of them, too",
    ),
    pytest.param(
        "Tỉnh Cà Mau có 7.860 hộ người có công cần nhà. Đến nay 4.962 hộ được hỗ trợ nhà ở, đạt 63,1%.\nLàm tốt là"
        " huyện U Minh với 604/905 hộ được hỗ trợ nhà ở.",
        ["4.962 hộ < 7.860 hộ", "604 < 905 hộ", "905 hộ < 7.860 hộ"],
        id="what b of a/b is of in a wider place",
    ),
]


@pytest.mark.parametrize(("text", "links"), [*BY_WORDS, *BY_MEANING, *BY_NUMBERS])
def test_parts(text: str, links: list[str]) -> None:
    assert parts_of(text) == links


NO_PARTS = [
    pytest.param(
        "Năm 2023, xuất khẩu lao động mới có 19 người (cả năm ngoái: 12 người).", id="a bracket of another time"
    ),
    pytest.param(
        "Thiếu hụt ít nhất là bảo hiểm y tế: 12 hộ. Đáng chú ý, 2.861 hộ là người Tày.", id="more than what it follows"
    ),
    pytest.param(
        "Huyện Phú Tân đã giao 430 con dê. Ông Tới, xã Phú Bình, kể: “Nhà tôi nhận 8 con dê”.", id="one's own in speech"
    ),
    pytest.param("Đầu kỳ xã có 318 hộ nghèo thì năm 2023 còn 97 hộ nghèo.", id="of two times"),
    pytest.param("Tỷ lệ hộ nghèo của tỉnh Nghệ An còn 31,2%, trong đó huyện Kỳ Sơn 9,4%.", id="rates of other places"),
    pytest.param(
        "Tỉnh hoàn thành 6.280 căn nhà. Xã Ba Vì làm xong 118/127 căn, đạt 92,9%.",
        id="what a place did of its own plan",
    ),
    pytest.param(
        "Năm 2022, chương trình được giao 8.621 tỷ đồng; đã giải ngân 3.923 tỷ đồng, đạt 45,5%.",
        id="money spent of a plan",
    ),
    pytest.param("Nơi có đông người nghèo nhất là 8 xã: A, B, C; huyện thả cá ở 2 xã.", id="a list of names ends"),
    pytest.param("Cuối năm, tỉnh còn 8.120 hộ nghèo. Trong năm, huyện Kỳ Sơn có 612 hộ thoát nghèo.", id="flows"),
    pytest.param(
        "Tỉnh cấp 55.192 con gia cầm. Tại huyện Kỳ Sơn, dự án cấp 120 con trâu.", id="other things under one unit"
    ),
    pytest.param(
        "Cuối năm 2020, xã còn 241 hộ nghèo. Diện cận nghèo gồm 1.204 hộ, chiếm 6,5%.", id="one figure is no list"
    ),
]


@pytest.mark.parametrize("text", NO_PARTS)
def test_no_parts(text: str) -> None:
    assert not [link for link in parts_of(text) if "118 < 127 căn" not in link]
