"""The many ways in which reporters say one thing: what a figure is of, whom it concerns, what it is per."""

import pytest

from tests.unit.statements.relations import meaning_of


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        ("Hộ nghèo trong đồng bào Khmer còn 9,7%.", "9,7%", "pov.rate_poor_ethnic"),
        ("Hộ Khmer nghèo còn 2.310 hộ, chiếm 6,1% số hộ Khmer.", "6,1%", "pov.rate_poor_ethnic"),
        ("Cuối năm 2018 còn 8.064 hộ Khmer nghèo (9%).", "9%", "pov.rate_poor_ethnic"),
        (
            "Tỷ lệ hộ nghèo từ 9,88% xuống 2,75%, tức 7,13 điểm phần trăm.",
            "7,13 điểm phần trăm",
            "pov.rate_poor_change_pp",
        ),
        ("15 hộ xung phong trả sổ nghèo.", "15 hộ", "pov.hh_poor_voluntary_exit"),
        ("Tốc độ giảm nghèo của huyện là 4,1%/năm.", "4,1%", "pov.rate_poor_change_pp"),
        ("35% hộ nghèo do thiếu việc làm.", "35%", "pov.rate_poor_by_cause"),
        ("2 huyện đã thoát khỏi tình trạng huyện nghèo.", "2 huyện", "pov.district_escaped"),
        (
            "Chuẩn nghèo nông thôn là 1,5 triệu đồng/người/tháng, thành thị 2 triệu đồng/người/tháng.",
            "2 triệu đồng",
            "pov.poverty_line",
        ),
        ("Dư nợ bình quân mỗi hộ đạt 42 triệu đồng.", "42 triệu đồng", "credit.loan_average"),
        ("Toàn tỉnh còn 1.204 căn nhà tạm, nhà dột nát chưa được xóa.", "1.204 căn nhà", "house.temp_houses_remaining"),
        ("Đã có 64 gia đình nghèo được ở nhà mới.", "64 gia đình", "house.hh_supported"),
        ("Trẻ 5 tuổi đến lớp đạt 98%.", "98%", "edu.attendance_rate"),
        ("Mỗi học sinh bán trú được hỗ trợ 936.000 đồng/tháng.", "936.000 đồng", "unit.support_norm"),
        ("Học sinh được hỗ trợ tiền ăn 936.000 đồng/tháng/em.", "936.000 đồng", "unit.support_norm"),
        ("Hộ xây mới được hỗ trợ 50 triệu đồng, hộ sửa chữa 25 triệu đồng.", "25 triệu đồng", "unit.support_norm"),
        ("Chuyển giao khoa học kỹ thuật 35 lớp cho bà con.", "35 lớp", "comm.training_classes"),
        ("Có 45 đơn vị, doanh nghiệp đăng ký ủng hộ 2 tỷ đồng.", "2 tỷ đồng", "fund.disbursed"),
        (
            "Ngân hàng giải ngân 90 tỷ đồng. Cho vay hộ nghèo có dư nợ 214 tỷ đồng, cho vay hộ cận nghèo 165 tỷ đồng.",
            "165 tỷ đồng",
            "credit.outstanding",
        ),
        (
            "Tổng dư nợ là 904 tỷ đồng; nợ quá hạn 1,3 tỷ đồng. Trong tổng dư nợ, cho vay hộ nghèo 318 tỷ đồng; "
            "các chương trình còn lại 586 tỷ đồng.",
            "586 tỷ đồng",
            "credit.outstanding",
        ),
        (
            "Đến cuối năm, tỉnh có 89.600 hộ Khmer. Nếu năm 2018 còn 8.064 hộ Khmer nghèo thì nay chỉ còn 5.197 hộ.",
            "5.197 hộ",
            "pov.hh_poor",
        ),
        ("Huyện hỗ trợ 412 căn (301 căn xây mới, 111 căn sửa chữa).", "412 căn", "house.units_supported"),
        ("Ở xã Yang Mao, nơi đồng bào M'nông chiếm phần đông, tỷ lệ hộ nghèo còn 39,5%.", "39,5%", "pov.rate_poor"),
    ],
)
def test_what_a_figure_is_of(text: str, quote: str, indicator: str) -> None:
    assert meaning_of(text, quote).indicator == indicator


@pytest.mark.parametrize(
    ("text", "quote", "group"),
    [
        ("Toàn tỉnh có 5.197 hộ Khmer nghèo.", "5.197 hộ", "ethnic_minority_poor_hh"),
        ("Xã có 412 hộ nghèo là đồng bào Mông.", "412 hộ", "ethnic_minority_poor_hh"),
        ("Xã có 2.386 hộ, 11.240 nhân khẩu.", "11.240 nhân khẩu", "_T"),
        ("Bệnh viện tiếp nhận 9.200 lượt điều trị, nội trú 1.200 lượt.", "1.200 lượt", "_T"),
        ("Cán bộ xã hướng dẫn 7 hộ làm hồ sơ vay vốn.", "7 hộ", "all_hh"),
        ("Tạo việc làm cho 2.480 lao động, hoàn thành 885 căn nhà.", "885 căn nhà", "poor_hh"),
        ("Cả tỉnh có 320.000 người Khmer, chiếm 31% dân số.", "31%", "ethnic_minority"),
        ("Huyện cấp 46.870 thẻ BHYT cho người nghèo, nâng tỷ lệ bao phủ lên 98,5% dân số.", "98,5%", "_T"),
        ("Tỉnh cấp 128.436 thẻ BHYT cho người nghèo, đồng bào dân tộc thiểu số.", "128.436 thẻ", "_T"),
        ("Toàn xã có 3.412 hộ dân, 312 người hiến đất làm đường.", "312 người", "_T"),
    ],
)
def test_whom_a_figure_concerns(text: str, quote: str, group: str) -> None:
    assert meaning_of(text, quote).population_group == group


@pytest.mark.parametrize(
    ("text", "quote", "per"),
    [
        ("Bình quân mỗi tổ có 42 thành viên.", "42 thành viên", "group"),
        ("Mỗi thẻ BHYT trị giá 804.600 đồng.", "804.600 đồng", "card"),
        ("Mỗi vụ anh thu 20 triệu đồng.", "20 triệu đồng", "season"),
        ("Mỗi héc-ta cho thu 80 triệu đồng.", "80 triệu đồng", "hectare"),
        ("Tính ra mỗi xã, thị trấn có 3,2 căn.", "3,2 căn", "commune"),
        ("Mức hỗ trợ là 60 triệu đồng với nhà xây mới.", "60 triệu đồng", "house"),
        ("Mỗi tháng, một em được hỗ trợ tiền ăn 720.000 đồng.", "720.000 đồng", "person/month"),
        ("Mỗi ngày công trả 200.000 đồng.", "200.000 đồng", "workday"),
    ],
)
def test_what_a_figure_is_per(text: str, quote: str, per: str) -> None:
    assert meaning_of(text, quote).per == per


@pytest.mark.parametrize(
    ("headline", "indicator"),
    [("Gần 3 tỷ đồng cho Quỹ “Vì người nghèo”", "fund.raised_for_poor"), ("Đổi thay ở Bình Gia", "fund.disbursed")],
)
def test_what_is_raised_in_an_article_on_the_fund_is_for_the_poor(headline: str, indicator: str) -> None:
    text = "Đến ngày 15/11, các doanh nghiệp gửi tặng 826 triệu đồng."
    assert meaning_of(text, "826 triệu đồng", headline=headline).indicator == indicator
