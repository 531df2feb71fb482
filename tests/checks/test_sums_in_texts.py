"""Short texts whose sums hold or do not: what is found broken, and what is left alone."""

import pytest

from tests.checks.texts import broken_in, outcomes_of

TOLD_BEHIND = "Tháng 1, huyện hỗ trợ 214 hộ nghèo. Tháng 2 có 318 hộ. Tháng 3 có 225 hộ. Cộng lại là {} hộ."
TOLD_FOR_A_YEAR = (
    "Học kỳ I cấp 410,52 tấn gạo cho 6.842 học sinh; học kỳ II cấp 509,7 tấn cho 6.796 học sinh. Cộng cả năm học là {}"
    " tấn."
)
PROGRAMMES = "part 186,3 tỷ đồng, part 141,2 tỷ đồng, part 92,4 tỷ đồng, part 66,6 tỷ đồng"
NAMED_BEHIND = (
    "Đến 31/3/2024, tổng dư nợ đạt {} tỷ đồng. Tổng nguồn vốn đạt 498,9 tỷ đồng; trong đó vốn Trung ương 414,6 tỷ đồng,"
    " vốn địa phương 84,3 tỷ đồng.\nPhân theo chương trình, dư nợ tập trung ở: hộ nghèo 186,3 tỷ đồng; hộ cận nghèo"
    " 141,2 tỷ đồng; giải quyết việc làm 92,4 tỷ đồng; các chương trình còn lại 66,6 tỷ đồng."
)
BRACKET = "Năm 2022, kế hoạch làm 1.240 nhà (870 nhà xây mới, {} nhà sửa chữa)."
RANKED = (
    "Năm 2022, toàn huyện có 3.412 hộ nghèo. Thiếu hụt nhiều nhất là việc làm 1.204 hộ; xếp sau là nhà ở {} hộ."
    " Ít nhất là nước sạch 1.071 hộ."
)
COLUMN = (
    "Huyện cho vay 300 tỷ đồng qua ba hội, gồm Hội Phụ nữ 118 tỷ đồng/98 tổ; Hội Nông dân 105 tỷ đồng/89 tổ; Đoàn"
    " Thanh niên 77 tỷ đồng/81 tổ. Toàn huyện có {} tổ."
)
LOANS = (
    "Dư nợ của huyện đạt 175,2 tỷ đồng. Nhiều nhất là hộ nghèo 118,6 tỷ đồng; kế đến là hộ cận nghèo {} tỷ đồng; hộ mới"
    " thoát nghèo 12,3 tỷ đồng. Các chương trình còn lại 16,9 tỷ đồng."
)
NOT_COUNTED = (
    "Năm 2023, huyện được giao 1.012,6 tỷ đồng vốn đầu tư công, gồm vốn đầu tư 562,4 tỷ đồng, vốn sự nghiệp {} tỷ đồng,"
    " chưa kể 187,9 tỷ đồng của năm trước chuyển sang."
)
APART = (
    "Tỉnh giải quyết việc làm cho 4.348 lao động. Chia theo kênh: vay vốn 3.149 người; doanh nghiệp {} người; đi tỉnh"
    " ngoài 300 người; tự tạo 285 người. Riêng xuất khẩu lao động mới có 9 người."
)
FUNDS = (
    "Năm 2020, huyện chi 25.416 triệu đồng cho nhà ở. Ngân sách trung ương 18.230 triệu đồng, ngân sách địa phương {}"
    " triệu đồng."
)
PLANS = (
    "Tổng kế hoạch vốn năm 2023 của tỉnh là 1.254.300 triệu đồng, gồm:\n"
    "- Giảm nghèo bền vững: kế hoạch 402.150 triệu đồng; giải ngân 188.206 triệu đồng.\n"
    "- Phát triển vùng đồng bào dân tộc thiểu số: kế hoạch 648.900 triệu đồng; giải ngân 285.516 triệu đồng.\n"
    "- Xây dựng nông thôn mới: kế hoạch {} triệu đồng; giải ngân 148.373 triệu đồng."
)


BY_HEAD = (
    "Tổng dư nợ đạt 486,9 tỷ đồng. Bốn hội nhận ủy thác 485,7 tỷ đồng, bằng 99,75% tổng dư nợ; Hội Phụ nữ quản lý {} tỷ"
    " đồng, Hội Nông dân 158,6 tỷ đồng, Hội Cựu chiến binh 92,4 tỷ đồng, Đoàn Thanh niên 63,5 tỷ đồng."
)
IN_BRACKETS = (
    "Dư nợ ủy thác đạt 496.720 triệu đồng, thông qua {} tổ tiết kiệm và vay vốn; trong đó Hội Phụ nữ quản lý 189.426"
    " triệu đồng (138 tổ), Hội Nông dân 158.330 triệu đồng (114 tổ), Hội Cựu chiến binh 82.745 triệu đồng (59 tổ), Đoàn"
    " Thanh niên 66.219 triệu đồng (46 tổ)."
)
LEFT_BEHIND = (
    "Trong tổng dư nợ 375,4 tỷ đồng, cho vay hộ nghèo 118,6 tỷ đồng, hộ cận nghèo 131,3 tỷ đồng, hộ mới thoát nghèo {}"
    " tỷ đồng; 12,6 tỷ đồng còn lại thuộc các chương trình khác."
)
BY_PLACE = (
    "Cuối năm 2023, toàn tỉnh còn 9.031 hộ nghèo. Hộ nghèo là người dân tộc thiểu số có 6.874 hộ.\nPhân theo địa bàn,"
    " số hộ nghèo còn nhiều nhất ở huyện Bác Ái với 2.708 hộ, tiếp đến là huyện Thuận Bắc 2.496 hộ, huyện Ninh Sơn"
    " 2.402 hộ, huyện Ninh Phước {} hộ."
)
BOUND = (
    "Tổng nguồn vốn là 9.840 tỷ đồng, gồm ngân sách Trung ương 7.150 tỷ đồng, ngân sách địa phương 715 tỷ đồng (đối ứng"
    " tối thiểu 10% vốn Trung ương), tín dụng chính sách {} tỷ đồng."
)
LEVELS = "Quỹ các cấp vận động được 28,4 tỷ đồng, trong đó cấp tỉnh 11,9 tỷ, cấp huyện 9,2 tỷ và cấp xã {} tỷ."
ZONES = "Tỉnh có 56 xã, trong đó 34 xã khu vực III, 12 xã khu vực II và {} xã khu vực I."


WITH_AND = (
    "Tổng vốn là {} tỷ đồng, gồm vốn Trung ương 21,5 tỷ đồng, vốn địa phương 5,32 tỷ đồng, vốn vay ưu đãi 20 tỷ đồng và"
    " nhân dân đóng góp 1,2 tỷ đồng."
)
OF_HALF = (
    "Đến nay, toàn tỉnh đã hoàn thành 14.870/16.218 căn.\nToàn tỉnh có 12.000 hộ nghèo.\nTừ nay đến cuối năm, tỉnh hoàn"
    " thành {} căn còn lại."
)


def _sum(outcome: str, total: str, *parts: str) -> str:
    return f"{outcome} part_whole: total {total}, {', '.join(f'part {part}' for part in parts)}"


SUMS = [
    (WITH_AND, "48,02", _sum("holds", "48,02 tỷ đồng", "21,5 tỷ đồng", "5,32 tỷ đồng", "20 tỷ đồng", "1,2 tỷ đồng")),
    (WITH_AND, "46,82", _sum("broken", "46,82 tỷ đồng", "21,5 tỷ đồng", "5,32 tỷ đồng", "20 tỷ đồng", "1,2 tỷ đồng")),
    (OF_HALF, "1.348", _sum("holds", "16.218 căn", "14.870", "1.348 căn")),
    (OF_HALF, "1.438", _sum("broken", "16.218 căn", "14.870", "1.438 căn")),
    (BY_HEAD, "171,2", _sum("holds", "485,7 tỷ đồng", "171,2 tỷ đồng", "158,6 tỷ đồng", "92,4 tỷ đồng",
                            "63,5 tỷ đồng")),
    (BY_HEAD, "471,2", _sum("broken", "485,7 tỷ đồng", "471,2 tỷ đồng", "158,6 tỷ đồng", "92,4 tỷ đồng",
                            "63,5 tỷ đồng")),
    (IN_BRACKETS, "357", _sum("holds", "357 tổ", "138 tổ", "114 tổ", "59 tổ", "46 tổ")),
    (IN_BRACKETS, "657", _sum("broken", "657 tổ", "138 tổ", "114 tổ", "59 tổ", "46 tổ")),
    (LEFT_BEHIND, "112,9", _sum("holds", "375,4 tỷ đồng", "118,6 tỷ đồng", "131,3 tỷ đồng", "112,9 tỷ đồng",
                                "12,6 tỷ đồng")),
    (LEFT_BEHIND, "142,9", _sum("broken", "375,4 tỷ đồng", "118,6 tỷ đồng", "131,3 tỷ đồng", "142,9 tỷ đồng",
                                "12,6 tỷ đồng")),
    (BY_PLACE, "1.425", _sum("holds", "9.031 hộ", "2.708 hộ", "2.496 hộ", "2.402 hộ", "1.425 hộ")),
    (BY_PLACE, "1.825", _sum("broken", "9.031 hộ", "2.708 hộ", "2.496 hộ", "2.402 hộ", "1.825 hộ")),
    (BOUND, "1.975", _sum("holds", "9.840 tỷ đồng", "7.150 tỷ đồng", "715 tỷ đồng", "1.975 tỷ đồng")),
    (BOUND, "1.375", _sum("broken", "9.840 tỷ đồng", "7.150 tỷ đồng", "715 tỷ đồng", "1.375 tỷ đồng")),
    (LEVELS, "7,3", _sum("holds", "28,4 tỷ đồng", "11,9 tỷ", "9,2 tỷ", "7,3 tỷ")),
    (LEVELS, "1,3", _sum("broken", "28,4 tỷ đồng", "11,9 tỷ", "9,2 tỷ", "1,3 tỷ")),
    (ZONES, "10", _sum("holds", "56 xã", "34 xã", "12 xã", "10 xã")),
    (ZONES, "40", _sum("broken", "56 xã", "34 xã", "12 xã", "40 xã")),
    (TOLD_FOR_A_YEAR, "920,22", "holds part_whole: total 920,22 tấn, part 509,7 tấn, part 410,52 tấn"),
    (TOLD_FOR_A_YEAR, "320,22", "broken part_whole: total 320,22 tấn, part 509,7 tấn, part 410,52 tấn"),
    (NAMED_BEHIND, "486,5", f"holds part_whole: total 486,5 tỷ đồng, {PROGRAMMES}"),
    (NAMED_BEHIND, "786,5", f"broken part_whole: total 786,5 tỷ đồng, {PROGRAMMES}"),
    (TOLD_BEHIND, "757", _sum("holds", "757 hộ", "214 hộ", "318 hộ", "225 hộ")),
    (TOLD_BEHIND, "857", _sum("broken", "857 hộ", "214 hộ", "318 hộ", "225 hộ")),
    (BRACKET, "370", _sum("holds", "1.240 nhà", "870 nhà", "370 nhà")),
    (BRACKET, "371", _sum("broken", "1.240 nhà", "870 nhà", "371 nhà")),
    (RANKED, "1.137", _sum("holds", "3.412 hộ", "1.204 hộ", "1.137 hộ", "1.071 hộ")),
    (RANKED, "1.637", _sum("broken", "3.412 hộ", "1.204 hộ", "1.637 hộ", "1.071 hộ")),
    (COLUMN, "268", _sum("holds", "268 tổ", "98 tổ", "89 tổ", "81 tổ")),
    (COLUMN, "468", _sum("broken", "468 tổ", "98 tổ", "89 tổ", "81 tổ")),
    (LOANS, "27,4", _sum("holds", "175,2 tỷ đồng", "118,6 tỷ đồng", "27,4 tỷ đồng", "12,3 tỷ đồng", "16,9 tỷ đồng")),
    # rounded to a tenth, four parts may be two tenths off, and their total half a tenth
    (LOANS, "27,2", _sum("holds", "175,2 tỷ đồng", "118,6 tỷ đồng", "27,2 tỷ đồng", "12,3 tỷ đồng", "16,9 tỷ đồng")),
    (LOANS, "57,4", _sum("broken", "175,2 tỷ đồng", "118,6 tỷ đồng", "57,4 tỷ đồng", "12,3 tỷ đồng", "16,9 tỷ đồng")),
    (NOT_COUNTED, "450,2", _sum("holds", "1.012,6 tỷ đồng", "562,4 tỷ đồng", "450,2 tỷ đồng")),
    (NOT_COUNTED, "850,2", _sum("broken", "1.012,6 tỷ đồng", "562,4 tỷ đồng", "850,2 tỷ đồng")),
    (APART, "605", _sum("holds", "4.348 lao động", "3.149 người", "605 người", "300 người", "285 người", "9 người")),
    (APART, "905", _sum("broken", "4.348 lao động", "3.149 người", "905 người", "300 người", "285 người")),
    (FUNDS, "7.186", _sum("holds", "25.416 triệu đồng", "18.230 triệu đồng", "7.186 triệu đồng")),
    (FUNDS, "7.486", _sum("broken", "25.416 triệu đồng", "18.230 triệu đồng", "7.486 triệu đồng")),
    (PLANS, "203.250", _sum("holds", "1.254.300 triệu đồng", "402.150 triệu đồng", "648.900 triệu đồng",
                            "203.250 triệu đồng")),
    (PLANS, "303.250", _sum("broken", "1.254.300 triệu đồng", "402.150 triệu đồng", "648.900 triệu đồng",
                            "303.250 triệu đồng")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "outcome"), SUMS, ids=[outcome for _, _, outcome in SUMS])
def test_what_is_said_of_a_number(text: str, number: str, outcome: str) -> None:
    assert outcome in outcomes_of(text.format(number))


HOLDING = [(text, number) for text, number, outcome in SUMS if outcome.startswith("holds")]


@pytest.mark.parametrize(("text", "number"), HOLDING, ids=[number for _, number in HOLDING])
def test_nothing_is_broken_where_it_holds(text: str, number: str) -> None:
    assert broken_in(text.format(number)) == []


NOTHING_WRONG = [
    pytest.param(
        "Một số địa phương có dư nợ lớn là Thanh Hóa (2.410 tỷ đồng), Nghệ An (2.386 tỷ đồng, 109.800 hộ vay), Hà Tĩnh"
        " (1.312 tỷ đồng), Thái Bình (1.095 tỷ đồng).",
        id="what a province has is no sum of others",
    ),
    pytest.param(
        "Tổng kinh phí là 2.350 triệu đồng, gồm ngân sách nhà nước 1.800 triệu đồng, Quỹ Vì người nghèo 450 triệu đồng"
        " và 220 ngày công của đoàn viên.",
        id="money of which a part is told in days of work",
    ),
    pytest.param(
        "Xã có 612 hộ. Năm 2014 có tới 338 hộ nghèo. Cuối năm 2017 còn 229 hộ. Năm nay 43 hộ đăng ký thoát nghèo.",
        id="stocks of two years and those who leave",
    ),
    pytest.param(
        "Tỉnh có 56 xã, trong đó 34 xã khu vực III, 12 xã khu vực II và 9 xã biên giới.",
        id="zones and what else communes are",
    ),
    pytest.param(
        "Tổng nguồn vốn đạt 488,7 tỷ đồng, tăng 43 tỷ đồng; trong đó vốn trung ương 427,5 tỷ đồng, vốn huy động 52,4 tỷ"
        " đồng, vốn của huyện 8,8 tỷ đồng.\nTrong tổng dư nợ 81,6 tỷ đồng, cho vay hộ nghèo 44,2 tỷ đồng, hộ cận nghèo"
        " 26,4 tỷ đồng; 11 tỷ đồng còn lại thuộc các chương trình khác.",
        id="what is left of a list that adds up is no rest of two other figures",
    ),
    pytest.param(
        "Lũy kế giải ngân được 622.095 triệu đồng. Chia theo nguồn vốn: vốn đầu tư phát triển 702.410 triệu đồng, đã"
        " giải ngân 421.446 triệu đồng (60%); vốn sự nghiệp 551.890 triệu đồng, đã giải ngân 200.649 triệu đồng"
        " (36,4%).",
        id="what is spent of an amount is no part beside it",
    ),
    pytest.param(
        "Năm 2021, huyện có 3.187 hộ nghèo. Năm 2022 còn 2.316 hộ nghèo, năm 2023 còn 1.371 hộ nghèo.",
        id="stocks of several years are no parts of another",
    ),
    pytest.param(
        "Toàn huyện có 1.284 hộ nghèo. Nhiều nhất là xã An Phú 214 hộ, xã An Lộc 198 hộ.",
        id="a list that leaves out most",
    ),
    pytest.param(
        "Toàn huyện có 18.240 hộ, trong đó:\n- Hộ nghèo: 4.106 hộ;\n- Hộ cận nghèo: 2.338 hộ;\n"
        "- Tổng số hộ nghèo và hộ cận nghèo: 6.444 hộ.",
        id="a line that sums up the others",
    ),
    pytest.param(
        "Đến nay, tỉnh giải ngân 362.300 triệu đồng; trong đó vốn đầu tư 240.200 triệu đồng, vốn sự nghiệp 122.100"
        " triệu đồng.\n\nKết quả cụ thể:\n- Nhà ở: 1.405 hộ, mức hỗ trợ 44 triệu đồng/hộ, kinh phí 61.820 triệu đồng;\n"
        "- Chuyển đổi nghề: 1.120 hộ, mức hỗ trợ 10 triệu đồng/hộ, kinh phí 11,2 tỷ đồng.",
        id="what came of some of the money",
    ),
    pytest.param(
        "Dư nợ đạt 640,3 tỷ đồng.\nPhân theo chương trình, dư nợ cho vay hộ nghèo 312 tỷ đồng, hộ cận nghèo 165 tỷ; các"
        " chương trình khác 163,3 tỷ đồng.",
        id="parts of a sum that holds with all of them",
    ),
]


@pytest.mark.parametrize("text", NOTHING_WRONG)
def test_nothing_is_wrong(text: str) -> None:
    assert broken_in(text) == []
