"""Relations that words tell stay so where one of their figures has a wrong digit: else nobody would find it."""

import pytest

from tests.unit.statements.relations import completeness_of, relations_of

TOLD = [
    pytest.param(
        "Năm 2024, huyện có 187 hộ được hỗ trợ nhà ở với tổng kinh phí 9,87 tỷ đồng. Đến nay giải ngân 6,24 tỷ đồng,"
        " đạt 68,2% kế hoạch.",
        "plan_ratio: actual 6,24 tỷ đồng, plan 9,87 tỷ đồng, rate 68,2%",
        id="of the only amount before that may be spent",
    ),
    pytest.param(
        "Tỷ lệ nghèo đa chiều cao nhất là Tây Nguyên 15,39% (8,39% và 7,00%), Bắc Trung Bộ 8,03% (7,02% và 4,01%).",
        "part_whole: total 8,03%, part 7,02%, part 4,01%",
        id="of rates in a bracket, where those of another add up",
    ),
    pytest.param(
        "Trong kỳ, 2.865 hộ nghèo đã có nhà, đạt 16,4% của kế hoạch 3.750 hộ.",
        "plan_ratio: actual 2.865 hộ, plan 3.750 hộ, rate 16,4%",
        id="of the plan behind",
    ),
    pytest.param(
        "Chương trình 1719 năm nay giao cho huyện 96,35 tỷ đồng; đã giải ngân 44,9 tỷ đồng, đạt 46,6%. Chương trình"
        " giảm nghèo bền vững được giao 88,4 tỷ đồng, giải ngân 51,7 tỷ đồng, đạt 88,5% kế hoạch vốn.",
        "plan_ratio: actual 51,7 tỷ đồng, plan 88,4 tỷ đồng, rate 88,5%",
        id="of what its sentence assigns, not the one before",
    ),
    pytest.param(
        "Năm 2019, huyện có 241 hộ nghèo thoát nghèo. Đầu năm, tỉnh giao huyện giảm 230 hộ; như vậy huyện đạt 704,8%"
        " chỉ tiêu.",
        "plan_ratio: actual 241 hộ, plan 230 hộ, rate 704,8%",
        id="of what the sentence before achieved",
    ),
    pytest.param(
        "Cuối năm 2018 toàn tỉnh còn 12.184 hộ nghèo trong tổng số 92.743 hộ. Trong số hộ nghèo, có 41.076 hộ là người"
        " dân tộc thiểu số, bằng 90,9%.",
        "share: part 41.076 hộ, whole 12.184 hộ, rate 90,9%",
        id="of a whole that the slip makes the lesser",
    ),
    pytest.param(
        "Trong tổng số 98.420 hộ dân cư được rà soát, toàn tỉnh còn 18.862 hộ nghèo, chiếm 19,16%; 9.246 hộ cận nghèo,"
        " chiếm 9,39%. Hộ nghèo là người dân tộc thiểu số có 48.615 hộ, bằng 98,69% tổng số hộ nghèo của tỉnh.",
        "share: part 48.615 hộ, whole 18.862 hộ, rate 98,69%",
        id="of the poor that its words name, among shares of all",
    ),
    pytest.param(
        "Toàn tỉnh có 19/54 xã đặc biệt khó khăn vùng bãi ngang, ven biển và hải đảo thoát khỏi tình trạng đặc biệt khó"
        " khăn, bằng 65,2%.",
        "share: part 19, whole 54 xã, rate 65,2%",
        id="of b of a/b, however long its name",
    ),
    pytest.param(
        "Đến ngày 30/6/2019, dư nợ toàn tỉnh Thái Bình đạt 3.126 tỷ đồng.\nTại huyện Kiến Xương, dư nợ đạt 486,3 tỷ"
        " đồng, chiếm 45,6% dư nợ toàn tỉnh.",
        "share: part 486,3 tỷ đồng, whole 3.126 tỷ đồng, rate 45,6%",
        id="of the same in the province around",
    ),
    pytest.param(
        "Nhà ở theo Quyết định 167: kế hoạch 1.486 nhà, đã hoàn thành 1.623 nhà; đang xây dựng 112 nhà; chưa khởi công"
        " 51 nhà.",
        "part_whole: total 1.486 nhà, part 1.623 nhà, part 112 nhà, part 51 nhà",
        id="what is done, under way and not begun of a plan",
    ),
    pytest.param(
        "Tổng vốn giải ngân 53,4 tỷ đồng, trong đó vay ưu đãi 22,9 tỷ đồng (72,9%), còn lại là đóng góp của cộng đồng.",
        "share: part 22,9 tỷ đồng, whole 53,4 tỷ đồng, rate 72,9%",
        id="a share in brackets behind its part",
    ),
    pytest.param(
        "Hội quản lý quỹ 4,85 tỷ đồng (vốn Trung ương 1,2 tỷ đồng, tỉnh 1,9 tỷ đồng, huyện 4,75 tỷ đồng).",
        "part_whole: total 4,85 tỷ đồng, part 1,2 tỷ đồng, part 1,9 tỷ đồng, part 4,75 tỷ đồng",
        id="money by its sources in brackets",
    ),
    pytest.param(
        "Quỹ chi trả cho 1.684.000 lượt khám, số tiền 1.215 tỷ đồng; trong đó ngoại trú 1.535.800 lượt với 513 tỷ đồng,"
        " nội trú 148.200 lượt với 102 tỷ đồng.",
        "part_whole: total 1.215 tỷ đồng, part 513 tỷ đồng, part 102 tỷ đồng",
        id="a list that adds up in its other unit",
    ),
    pytest.param(
        "Bốn xã Lộc Hòa, Lộc An, Lộc Khánh và Lộc Quang giảm được 181 hộ nghèo, lần lượt là 52, 47, 44 và 68 hộ.",
        "part_whole: total 181 hộ, part 52, part 47, part 44, part 68 hộ",
        id="told in turn behind their total",
    ),
    pytest.param(
        "Quỹ hỗ trợ 40 triệu đồng/nhà sập và 10 triệu đồng/nhà hư hỏng; số tiền tương ứng là 1,68 tỷ đồng và 1,86 tỷ"
        " đồng, cộng lại 6,54 tỷ đồng.",
        "part_whole: total 6,54 tỷ đồng, part 1,68 tỷ đồng, part 1,86 tỷ đồng",
        id="told in turn before their sum",
    ),
    pytest.param(
        "Đầu năm 2018, tỷ lệ hộ nghèo là 6,03%; cuối năm 2018 còn 4,06%, tức giảm 4,97%; toàn tỉnh còn 5,12%.",
        "change: before 6,03%, after 4,06%, difference 4,97%",
        id="a fall that follows from two levels",
    ),
    pytest.param(
        "Từ điểm xuất phát bình quân 9,2 tiêu chí/xã vào năm 2010, đến năm 2015 các xã đạt bình quân 14,8 tiêu"
        " chí/xã, tăng 8,6 tiêu chí.",
        "change: before 9,2 tiêu chí, after 14,8 tiêu chí, difference 8,6 tiêu chí",
        id="a rise that ends what tells two levels",
    ),
    pytest.param(
        "Nguồn vốn đạt 6.152 tỷ đồng, trong đó vốn nhận ủy thác từ địa phương 386,2 tỷ đồng, chiếm 6,28% tổng nguồn vốn"
        " (ngân sách tỉnh 287,5 tỷ đồng, ngân sách cấp huyện 38,7 tỷ đồng).",
        "part_whole: total 386,2 tỷ đồng, part 287,5 tỷ đồng, part 38,7 tỷ đồng",
        id="a bracket behind the share of what it explains",
    ),
    pytest.param(
        "Tổng dư nợ đạt 18.105 tỷ đồng, hoàn thành 96,3% kế hoạch năm.\nDư nợ theo chương trình: hộ nghèo 1.962 tỷ"
        " đồng; hộ cận nghèo 3.411 tỷ đồng; hộ mới thoát nghèo 4.020 tỷ đồng; giải quyết việc làm 3.805 tỷ đồng; nước"
        " sạch 3.306 tỷ đồng; học sinh, sinh viên 4.601 tỷ đồng.",
        "part_whole: total 18.105 tỷ đồng, part 1.962 tỷ đồng, part 3.411 tỷ đồng, part 4.020 tỷ đồng, part 3.805 tỷ"
        " đồng, part 3.306 tỷ đồng, part 4.601 tỷ đồng",
        id="what a line divides that is called as it is",
    ),
    pytest.param(
        "Đã giải ngân: 97.885 triệu đồng\n• Vốn đầu tư phát triển: 81.756 triệu đồng, đạt 67,4%\n• Vốn sự nghiệp:"
        " 46.129 triệu đồng, đạt 24,8%",
        "part_whole: total 97.885 triệu đồng, part 81.756 triệu đồng, part 46.129 triệu đồng",
        id="marked lines right below their total",
    ),
    pytest.param(
        "Dư nợ đối với hộ Khmer là 1.012 tỷ đồng với 41.850 hộ, bình quân 24,2 triệu đồng/hộ, chiếm 69,8% tổng dư nợ"
        " toàn chi nhánh (2.543 tỷ đồng).",
        "share: part 1.012 tỷ đồng, whole 2.543 tỷ đồng, rate 69,8%",
        id="of the whole in its bracket, other figures between",
    ),
    pytest.param(
        "Huyện có 48 căn nhà mới. Trong số này, xã Tân Văn có 39 căn, xã Hồng Thái có 17 căn.",
        "part_whole: total 48 căn nhà, part 39 căn, part 17 căn",
        id="places that exceed what they are among",
    ),
    pytest.param(
        "Ca mổ hết 120 triệu đồng, quỹ BHYT trả 144 triệu đồng, gia đình chỉ lo 6 triệu đồng.",
        "part_whole: total 120 triệu đồng, part 144 triệu đồng, part 6 triệu đồng",
        id="a cost and who pays for it",
    ),
    pytest.param(
        "Trong năm, huyện có 4.986 hộ thoát nghèo, 68 hộ tái nghèo, 497 hộ nghèo phát sinh; số hộ nghèo thực giảm 4.322"
        " hộ.",
        "part_whole: total 4.322 hộ, part 4.986 hộ, part -68 hộ, part -497 hộ",
        id="a net fall behind all that flowed in and out",
    ),
    pytest.param(
        "Tổng số tiền là 26,07 tỷ đồng, huy động từ trung ương 12,5 tỷ đồng, Bộ Công an 6,5 tỷ đồng, Quỹ của tỉnh 4,37"
        " tỷ đồng.",
        "part_whole: total 26,07 tỷ đồng, part 12,5 tỷ đồng, part 6,5 tỷ đồng, part 4,37 tỷ đồng",
        id="from whom money was raised",
    ),
    pytest.param(
        "Cuối năm 2021, huyện Đà Bắc có 2.236 hộ cận nghèo, chiếm 16,11%.\n\nCuối năm 2024, huyện Đà Bắc còn 1.874 hộ"
        " cận nghèo, chiếm 13,3%, tức giảm 2,18%.",
        "change: before 16,11%, after 13,3%, difference 2,18%",
        id="what a level means beside the only one of an earlier time",
    ),
    pytest.param(
        "Ba năm 2016 - 2018, tỉnh đưa được 3.915 người ra nước ngoài làm việc, bình quân 1.350 người/năm.",
        "change: difference 3.915 người, average 1.350 người",
        id="an average told a year",
    ),
    pytest.param(
        "Toàn huyện có 4.215 hộ nghèo trong tổng số 14.520 hộ, tỷ lệ 59,03%.",
        "share: part 4.215 hộ, whole 14.520 hộ, rate 59,03%",
        id="a rate behind the whole that is named behind its part",
    ),
    pytest.param(
        "Huyện được giao 52,4 tỷ đồng vốn đầu tư và 30,6 tỷ đồng vốn sự nghiệp. Đến hết tháng 11, vốn đầu tư giải ngân"
        " 41,9 tỷ đồng (50%), vốn sự nghiệp được 14,7 tỷ đồng (48%).",
        "share: part 41,9 tỷ đồng, whole 52,4 tỷ đồng, rate 50%",
        id="of the funds that the same words name",
    ),
    pytest.param(
        "Tổng nhu cầu vốn làm nhà của huyện là 64,5 tỷ đồng.\nĐến 30/6/2025, số tiền đã giải ngân là 71,28 tỷ đồng, đạt"
        " 64%.",
        "share: part 71,28 tỷ đồng, whole 64,5 tỷ đồng, rate 64%",
        id="more spent than there was",
    ),
    pytest.param(
        "Năm qua, huyện đào tạo nghề cho 1.250 lao động, vượt 4,2% kế hoạch (1.200 lao động). Sau đào tạo có 1.062"
        " người tìm được việc làm, đạt 35%.",
        "share: part 1.062 người, whole 1.250 lao động, rate 35%",
        id="of those trained, a plan told between",
    ),
    pytest.param(
        "Xã Tân Lập (tỉnh Sơn La) hiện có 12 bản, 1.436 hộ, 6.920 nhân khẩu.\nTheo kết quả rà soát cuối năm 2024, xã"
        " có 531 hộ nghèo (76,98%).",
        "share: part 531 hộ, whole 1.436 hộ, rate 76,98%",
        id="of all households, told of another year",
    ),
    pytest.param(
        "Bản Nà Lướt (tỉnh Sơn La) có 486 hộ. Kết quả rà soát: có 412 hộ nghèo/1.988 khẩu, chiếm 24,77%.",
        "share: part 412 hộ, whole 486 hộ, rate 24,77%",
        id="households and those who live in them before their rate",
    ),
    pytest.param(
        "Đầu năm học, huyện thống kê được 214 em bỏ học. Qua vận động, 171 em đã ra lớp trở lại, còn 73 em theo cha mẹ"
        " đi làm ăn xa.",
        "part_whole: total 214 em, part 171 em, part 73 em",
        id="what is left of those told before",
    ),
    pytest.param(
        "Huyện phê duyệt 1.186 căn. Đến nay đã khởi công 4.072 căn, hoàn thành 815 căn, hiện còn 114 căn chưa khởi"
        " công.",
        "part_whole: total 1.186 căn, part 4.072 căn, part 114 căn",
        id="begun and not begun, others between",
    ),
    pytest.param(
        "Huyện hỗ trợ 186 nhà, hoàn thành 443 nhà, 43 nhà đang thi công.",
        "part_whole: total 186 nhà, part 443 nhà, part 43 nhà",
        id="finished and still building",
    ),
    pytest.param(
        "Cuối năm 2023, huyện còn 683 hộ nghèo, tỷ lệ 2,35% (tổng số 21.010 hộ), tức giảm 443 hộ, tương ứng 2,15 điểm"
        " phần trăm.",
        "share: part 683 hộ, whole 21.010 hộ, rate 2,35%",
        id="of the whole in the bracket of a rate",
    ),
    pytest.param(
        "Cuối năm 2022, huyện Mai Sơn có 1.126 hộ nghèo. Cuối năm 2023, còn 683 hộ nghèo, tỷ lệ 3,25% (tổng số 21.010"
        " hộ), tức giảm 434 hộ.",
        "change: before 1.126 hộ, after 683 hộ, difference 434 hộ",
        id="what a level means, a bracket between",
    ),
    pytest.param(
        "Chương trình đang đỡ đầu 415 em, trong đó 148 em học tiểu học, 67 em học trung học cơ sở.",
        "part_whole: total 415 em, part 148 em, part 67 em",
        id="of a list that one slip keeps from being whole",
    ),
    pytest.param(
        "Huyện đầu tư 38 công trình (14 công trình giao thông, 9 công trình thủy lợi, 2 công trình nước, 7 công trình"
        " điện).",
        "part_whole: total 38 công trình, part 14 công trình, part 9 công trình, part 2 công trình, part 7 công trình",
        id="of many parts in brackets",
    ),
    pytest.param(
        "Vốn ngân sách ủy thác sang ngân hàng là 46 tỷ đồng, trong đó cấp tỉnh 28 tỷ đồng, cấp xã 48 tỷ đồng.",
        "part_whole: total 46 tỷ đồng, part 28 tỷ đồng, part 48 tỷ đồng",
        id="of two levels that are all",
    ),
    pytest.param(
        "Quý I, trạm y tế ghi nhận 94 ca tiêu chảy, tăng 28% so với cùng kỳ năm ngoái (50 ca).",
        "change: before 50 ca, after 94 ca, relative 28%",
        id="a rise against a level in brackets",
    ),
    pytest.param(
        "Kế hoạch năm là giải quyết việc làm cho 1.500 người. Đến tháng 11, huyện đã giải quyết việc làm cho 1.635"
        " người, vượt 3% kế hoạch.",
        "plan_ratio: actual 1.635 người, plan 1.500 người, excess 3%",
        id="an excess over the plan of the sentence before",
    ),
    pytest.param(
        "Năm 2021, tỷ lệ hộ nghèo của huyện giảm 9,9%, gấp 1,5 lần chỉ tiêu được giao (4,6%/năm).",
        "plan_ratio: actual 9,9%, plan 4,6%, rate 1,5 lần",
        id="a multiple of an aim",
    ),
    pytest.param(
        "Toàn tỉnh có 192.400 hộ, trong đó hộ nghèo 22.318 hộ. Con số này chiếm 41,6% tổng số hộ.",
        "share: part 22.318 hộ, whole 192.400 hộ, rate 41,6%",
        id="a share of what the sentence before tells",
    ),
    pytest.param(
        "Đến cuối tháng 9 năm 2024, tỉnh giải ngân 718 tỷ đồng vốn chương trình, đạt 75,96% kế hoạch.\nNăm 2024, tỉnh"
        " được giao 1.562,3 tỷ đồng, gồm vốn đầu tư 918,7 tỷ đồng, vốn sự nghiệp 643,6 tỷ đồng.",
        "plan_ratio: actual 718 tỷ đồng, plan 1.562,3 tỷ đồng, rate 75,96%",
        id="of what the paragraph behind assigns",
    ),
    pytest.param(
        "Cuối năm 2025, xã có 1.236 hộ, trong đó 189 hộ nghèo, chiếm 15,29%; 164 hộ cận nghèo, chiếm 13,27%. Trong 72"
        " hộ thoát nghèo năm qua, có tới 27 hộ, tức 67,5%, nhờ đi xuất khẩu lao động.",
        "share: part 27 hộ, whole 72 hộ, rate 67,5%",
        id="of those it is told among, beside shares of all",
    ),
    pytest.param(
        "Tổng vốn đầu tư là 52 tỷ đồng, trong đó ngân sách Trung ương 31,2 tỷ đồng, còn lại là ngân sách tỉnh. Đến nay"
        " đã giải ngân 41,6 tỷ đồng, đạt 30%.",
        "share: part 41,6 tỷ đồng, whole 52 tỷ đồng, rate 30%",
        id="spent of a total of which one part is told",
    ),
    pytest.param(
        "Chi tiêu bình quân đầu người 1.926 nghìn đồng/tháng, trong đó chi cho ăn, uống 986 nghìn đồng, chiếm 81,2%.",
        "share: part 986 nghìn đồng, whole 1.926 nghìn đồng, rate 81,2%",
        id="of what each spends",
    ),
    pytest.param(
        "Đầu năm huyện có 3.226 hộ nghèo, chiếm 3,42% trên tổng số 94.321 hộ dân. Trong đó, nhóm 1: 118 hộ; nhóm 2:"
        " 5.864 hộ; nhóm 3: 244 hộ. Hộ cận nghèo có 2.487 hộ.",
        "part_whole: total 3.226 hộ, part 118 hộ, part 5.864 hộ, part 244 hộ",
        id="a list of what its parts make up but for a slip, not of the whole told last",
    ),
    pytest.param(
        "Trong nhiệm kỳ 2015 - 2020, huyện giải quyết việc làm cho 4.320 người, bình quân 264 người/năm.",
        "change: difference 4.320 người, average 264 người",
        id="a term of office that begins in the first of its years",
    ),
    pytest.param(
        "Thu nhập ở thành thị đạt 3.352 nghìn đồng, ở nông thôn 2.487 nghìn đồng; thành thị cao gấp 4,35 lần nông"
        " thôn.",
        "change: before 2.487 nghìn đồng, after 3.352 nghìn đồng, multiple 4,35 lần",
        id="a multiple of what is told beside it",
    ),
    pytest.param(
        "Cuối năm 2014 tỉnh còn 22.618 hộ nghèo, chiếm 4,95%; giảm 5.084 hộ và 4,18 điểm phần trăm so với cuối năm 2013"
        " (27.702 hộ, 6,13%).",
        "change: before 6,13%, after 4,95%, difference 4,18 điểm phần trăm",
        id="a fall told in households and in points",
    ),
]


@pytest.mark.parametrize(("text", "relation"), TOLD)
def test_a_wrong_digit_does_not_hide_what_words_tell(text: str, relation: str) -> None:
    assert relation in relations_of(text)


def test_a_share_of_all_is_of_the_denominator_told_before() -> None:
    text = (
        "Cuối năm 2012, số hộ nghèo còn 49.514/297.560 hộ, chiếm 16,64%, cao hơn chỉ tiêu Nghị quyết đề ra. Riêng hộ"
        " nghèo Khmer còn 19.608 hộ, chiếm 39,6% số hộ nghèo; hộ cận nghèo 68.250 hộ, tỷ lệ 12,85%."
    )
    assert "share: part 68.250 hộ, whole 297.560 hộ, rate 12,85%" in relations_of(text)


LEADS = [
    pytest.param("đoàn đã trao 1.280 phần quà", "Dịp Tết, 1.208 phần quà đã đến tay người già.", True, id="gifts"),
    pytest.param(
        "tỉnh giảm 2,98% tỷ lệ nghèo đa chiều", "Tỷ lệ nghèo đa chiều còn 6,95%, giảm 2,89%.", True, id="two swapped"
    ),
    pytest.param(
        "tỉnh giảm 2,98% tỷ lệ hộ nghèo",
        "Tỷ lệ hộ nghèo dân tộc thiểu số còn 16,95%, giảm 2,89%.",
        False,
        id="of another group",
    ),
    pytest.param("tỉnh xóa 42 nhà tạm", "Riêng huyện đã xóa 72 nhà tạm.", False, id="few digits"),
    pytest.param("tỉnh xóa hơn 13 nghìn căn nhà tạm", "Đã hoàn thành xóa 13.106 căn nhà tạm.", True, id="rounded"),
    pytest.param("hơn 90% số hộ có điện", "Có 98,7% số hộ dùng nước sạch.", False, id="a round rate"),
]


@pytest.mark.parametrize(("lead", "body", "found"), LEADS)
def test_what_the_lead_tells_is_held_against_the_text(lead: str, body: str, found: bool) -> None:
    told = relations_of(body, lead=f"Năm 2025, {lead}.")
    assert bool([line for line in told if line.startswith("repeat")]) == found


def test_a_list_with_items_that_tell_no_count_is_complete_in_money_only() -> None:
    text = (
        "Có 8.145 hộ được vay 312 tỷ đồng, trong đó: hộ nghèo 3.310 hộ, 120 tỷ đồng; hộ cận nghèo 1.842 hộ, 82 tỷ đồng;"
        " nước sạch 110 tỷ đồng."
    )
    assert completeness_of(text) == [None, True]  # households, then money
