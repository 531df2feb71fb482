"""What single figures are of: by plans and verbs, by what looks back, by what the article is on."""

import pytest

from tests.unit.statements.relations import observations_of


def indicator_of(text: str, quote: str, headline: str = "") -> str | None:
    """The indicator of the last observation of a text with this quote."""
    return [one.meaning.indicator for one in observations_of(text, headline=headline) if one.quote == quote][-1]


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        pytest.param(
            "Hợp phần hạ tầng có kế hoạch 48.200 triệu đồng; giá trị hoàn thành 39.100 triệu đồng.",
            "48.200 triệu đồng",
            "fund.plan",
            id="money called a plan",
        ),
        pytest.param(
            "Hợp phần hạ tầng có kế hoạch 48.200 triệu đồng; giá trị hoàn thành 39.100 triệu đồng.",
            "39.100 triệu đồng",
            "fund.disbursed",
            id="what is done is no plan",
        ),
        pytest.param(
            "Tỷ lệ nghèo đa chiều của tỉnh là 20,2% với 40.639 hộ.",
            "40.639 hộ",
            "pov.hh_poor_and_near_poor",
            id="how many a rate is",
        ),
        pytest.param("Huyện hỗ trợ 12.000 m2 đất ở cho hộ nghèo.", "12.000 m2", "prod.land_area", id="land in m²"),
        pytest.param(
            "Trong 5 năm có 112 hộ thoát nghèo nhờ vốn vay ngân hàng.",
            "112 hộ",
            "pov.hh_escaped",
            id="who escaped by loans",
        ),
        pytest.param(
            "Ngân hàng cho 112 hộ mới thoát nghèo vay vốn.",
            "112 hộ",
            "credit.hh_with_loan",
            id="those who escaped and borrow",
        ),
        pytest.param(
            "Mức vay bình quân được nâng từ 5,3 triệu đồng lên 7,1 triệu đồng/hộ.",
            "7,1 triệu đồng",
            "credit.loan_average",
            id="what the average loan has become",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm từ 5,2% cuối năm 2021 xuống còn 4,03% năm 2022, 2,93% năm 2023.",
            "2,93%",
            "pov.rate_poor",
            id="a further level of a change",
        ),
        pytest.param(
            "Tỷ lệ nghèo đa chiều của cả nước là 3,14%.\nTính theo vùng, Tây Nguyên còn 5,41%.",
            "5,41%",
            "pov.rate_multidim",
            id="a rate of which nothing is told is of what the article is about",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo còn 22,6%. Chúng tôi tin mục tiêu này sẽ đạt. Đến năm 2025 còn dưới 19%.",
            "19%",
            "pov.rate_poor",
            id="behind a sentence without figures",
        ),
        pytest.param(
            "Dư nợ hộ mới thoát nghèo đạt 603,4 tỷ đồng (8.731 hộ).",
            "8.731 hộ",
            "credit.hh_with_loan",
            id="who has the loans, in a bracket behind them",
        ),
        pytest.param(
            "Ngân hàng sửa chữa và làm mới 412 căn nhà.",
            "412 căn nhà",
            "house.units_supported",
            id="both built and mended",
        ),
        pytest.param(
            "Huyện tạo việc làm mới cho 21.430 lao động; xóa 1.057 nhà tạm.",
            "1.057 nhà",
            "house.units_supported",
            id="new jobs make no new houses",
        ),
        pytest.param(
            "Nợ quá hạn giảm từ 0,31% năm 2014 xuống 0,06%.", "0,31%", "credit.overdue_rate", id="what overdue debt was"
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 3%/năm; trên 98% hộ được dùng điện lưới.",
            "98%",
            "infra.electricity_rate",
            id="an item that opens with its figure tells no fall",
        ),
        pytest.param(
            "Trong 156.020 hộ toàn tỉnh có 17.162 hộ nghèo.",
            "156.020 hộ",
            "pov.hh_total",
            id="all of whom some are poor",
        ),
        pytest.param(
            "Huyện có 96.850 người có thẻ BHYT, bằng 94,6% dân số (102.378 người).",
            "102.378 người",
            "pov.person_total",
            id="the population in a bracket",
        ),
        pytest.param(
            "Trong 186 hộ nhận bò từ đầu, 73 hộ ra khỏi diện nghèo.",
            "73 hộ",
            "pov.hh_escaped",
            id="what became of some",
        ),
        pytest.param(
            "Xã giải ngân 12,4/14,6 tỷ đồng (84,9%).",
            "14,6 tỷ đồng",
            "fund.plan",
            id="the money of which some was spent",
        ),
        pytest.param(
            "Tổng dư nợ đạt 447 tỷ đồng. Nhiều nhất là cho vay hộ nghèo: 198.640 triệu đồng.",
            "198.640 triệu đồng",
            "credit.outstanding",
            id="the largest part of what was told before",
        ),
        pytest.param(
            "Xã có 3.742 người đóng BHXH, tăng 268 người; 96.850 người có thẻ BHYT.",
            "96.850 người",
            "health.insurance_cards",
            id="a count behind a rise that says itself of what it is",
        ),
        pytest.param(
            "Lũ làm 1.200 ngôi nhà bị hư hỏng nặng, 73 ngôi nhà bị sập.", "73 ngôi nhà", None, id="houses destroyed"
        ),
        pytest.param(
            "Huyện giao khoán bảo vệ rừng 9.860 ha cho 1.412 hộ.",
            "9.860 ha",
            "prod.forest_contract_area",
            id="forest contracted",
        ),
        pytest.param(
            "Huyện giao khoán bảo vệ rừng 9.860 ha cho 1.412 hộ.",
            "1.412 hộ",
            "prod.forest_contract_hh",
            id="households that protect forests",
        ),
        pytest.param(
            "Huyện hỗ trợ đất sản xuất cho 120 hộ với diện tích 45 ha.", "45 ha", "prod.land_area", id="land given"
        ),
        pytest.param("Vụ xuân, xã gieo cấy 320 ha lúa.", "320 ha", "econ.sown_area", id="land sown"),
        pytest.param(
            "Quy mô học sinh toàn huyện là 12.450 em.", "12.450 em", "edu.enrolled_pupils", id="pupils enrolled"
        ),
        pytest.param(
            "Huyện hỗ trợ 1.250 hộ nghèo xây mới, sửa chữa nhà ở.",
            "1.250 hộ",
            "house.hh_supported",
            id="helped with what stands behind",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 5,4%, vượt chỉ tiêu huyện đề ra (4,5%).",
            "4,5%",
            "pov.rate_poor_change_pp",
            id="the fall that was to be reached",
        ),
        pytest.param(
            "Kho bạc cho biết, đến nay khối lượng thanh toán mới được 15,07 tỷ đồng, bằng 39%.",
            "15,07 tỷ đồng",
            "fund.disbursed",
            id="what the treasury paid",
        ),
        pytest.param(
            "Đầu năm, xã có 412 hộ nghèo/1.530 hộ.", "1.530 hộ", "pov.hh_total", id="all households below a slash"
        ),
        pytest.param(
            "Tỷ lệ nghèo đa chiều của tỉnh (gồm hộ nghèo và hộ cận nghèo) là 17,2%.",
            "17,2%",
            "pov.rate_multidim",
            id="behind a bracket that explains the name",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo bình quân mỗi năm giảm 3,4%; số hộ nghèo còn 812 hộ.",
            "3,4%",
            "pov.rate_poor_change_pp",
            id="before the next item of a list",
        ),
        pytest.param(
            "Chăm lo học hành cho người nghèo\nNăm học này, huyện có 19.866 học sinh.",
            "19.866 học sinh",
            None,
            id="pupils under a title that names the poor",
        ),
        pytest.param(
            "Tính theo khẩu, diện cận nghèo có 9.400 người, nhưng mới có 812 người trong số đó tham gia BHYT.",
            "812 người",
            "health.insurance_cards",
            id="some of those before",
        ),
        pytest.param(
            "Huyện còn 2.140 hộ nghèo; 1.310 hộ trong đó là người dân tộc thiểu số.",
            "1.310 hộ",
            "pov.hh_poor",
            id="some of the poor",
        ),
        pytest.param(
            "Huyện phấn đấu giảm tỷ lệ hộ nghèo từ 3 - 4%, đưa thu nhập bình quân lên 42 triệu đồng/người/năm.",
            "3 - 4%",
            "pov.rate_poor_change_pp",
            id="a range is no beginning of a change",
        ),
        pytest.param(
            "Hộ cận nghèo có 1.820 hộ, gồm 1.204 hộ dân tộc thiểu số.",
            "1.204 hộ",
            "pov.hh_near_poor",
            id="ethnic households are not all households",
        ),
        pytest.param(
            "Huyện có 41 xóm đặc biệt khó khăn.",
            "41 xóm",
            "pov.village_especially_difficult",
            id="villages of any name",
        ),
        pytest.param(
            "Huyện trao dê giống cho thêm 21 hộ nghèo.", "21 hộ", "prod.hh_beneficiaries", id="some more get animals"
        ),
        pytest.param(
            "Tổng kế hoạch vốn năm 2023 (gồm cả vốn kéo dài từ năm trước) là 284 tỷ đồng.",
            "284 tỷ đồng",
            "fund.plan",
            id="a bracket that closes before the figure",
        ),
        pytest.param(
            "Tổng nguồn vốn đầu tư cho các xã đạt 61 tỷ đồng.",
            "61 tỷ đồng",
            "fund.plan",
            id="capital is not always lent",
        ),
        pytest.param(
            "Có 82% hộ được sử dụng nước hợp vệ sinh; tỷ lệ hộ nghèo giảm từ 28,6% xuống còn 16,3%.",
            "28,6%",
            "pov.rate_poor",
            id="where another change began",
        ),
        pytest.param(
            "Về nguyên nhân nghèo, 310 hộ do không có đất sản xuất, 121 hộ thiếu vốn sản xuất.",
            "310 hộ",
            "pov.hh_poor_by_cause",
            id="land that is missing",
        ),
        pytest.param(
            "Huyện tạo việc làm cho 1.843 lao động, giảm 6,2% so với cùng kỳ năm trước.",
            "6,2%",
            "rel.growth_rate",
            id="a fall on the same period",
        ),
        pytest.param("Sau sáp nhập, tỉnh có 1,07 triệu hộ.", "1,07 triệu hộ", "pov.hh_total", id="all households"),
        pytest.param(
            "Quỹ xây mới 21 căn nhà, sửa chữa 5 căn, hỗ trợ 316 hộ phát triển sản xuất với số tiền 3,1 tỷ đồng.",
            "3,1 tỷ đồng",
            "fund.disbursed",
            id="money for another thing than houses",
        ),
        pytest.param(
            "Đoàn tặng xe đạp cho 82 người, khám bệnh cho 19 người.", "82 người", None, id="what is told of others"
        ),
        pytest.param(
            "Đầu năm 2024, huyện có 2.846 hộ nghèo; cuối năm còn 2.093 hộ.",
            "2.093 hộ",
            "pov.hh_poor",
            id="the end of a year is not its beginning",
        ),
        pytest.param(
            "Cuối năm 2016, huyện còn 4.187 hộ nghèo, ít hơn cuối năm 2015 512 hộ.",
            "512 hộ",
            "pov.hh_poor_reduction",
            id="fewer than before",
        ),
        pytest.param(
            "Huyện xóa 32 nhà tạm. Về đào tạo nghề, mở 14 lớp cho 465 lao động, giải ngân 1,9 tỷ đồng.",
            "1,9 tỷ đồng",
            "fund.disbursed",
            id="money for training behind a sentence on houses",
        ),
        pytest.param(
            "Hỗ trợ tiền điện cho 2.431 lượt hộ.", "2.431 lượt hộ", "social.electricity_hh", id="households in turns"
        ),
        pytest.param(
            "Các trạm y tế khám, chữa bệnh BHYT cho 186.400 lượt người.",
            "186.400 lượt người",
            "health.treatments",
            id="those treated on a card",
        ),
        pytest.param(
            "Huyện cấp 12.450 kg gạo cho 830 khẩu thiếu đói giáp hạt.",
            "12.450 kg",
            "social.relief_rice_kg",
            id="rice for the hungry",
        ),
        pytest.param(
            "Học sinh bán trú nhận 84,6 tấn gạo.",
            "84,6 tấn",
            "edu.rice_kg",
            id="rice for pupils",
        ),
        pytest.param(
            "Toàn xã có 17 bản; 12 bản thuộc diện đặc biệt khó khăn.",
            "12 bản",
            "pov.village_especially_difficult",
            id="villages called especially difficult",
        ),
        pytest.param(
            "Chương trình giúp 1.420 hộ vượt ngưỡng nghèo.",
            "1.420 hộ",
            "pov.hh_escaped",
            id="crossing the line",
        ),
        pytest.param(
            "Ngân hàng đề xuất khoanh 7,5 tỷ đồng cho người vay.",
            "7,5 tỷ đồng",
            "credit.frozen",
            id="loans to be frozen",
        ),
        pytest.param(
            "Huyện chi 500 triệu đồng cho rừng được khoanh nuôi.",
            "500 triệu đồng",
            "fund.disbursed",
            id="woods that are fenced in are no debt",
        ),
        pytest.param(
            "Các xã khác giảm 120 hộ nghèo.",
            "120 hộ",
            "pov.hh_poor_reduction",
            id="what fell in other places has no other reason",
        ),
        pytest.param(
            "Các xã khác tăng 12 hộ nghèo.",
            "12 hộ",
            "rel.count_change",
            id="what rose in other places has no other reason",
        ),
        pytest.param(
            "Cả thôn có 14 căn được đổ móng.",
            "14 căn",
            "house.units_started",
            id="foundations laid",
        ),
        pytest.param(
            "Tỉnh cấp đất ở cho 246 hộ, mỗi hộ 30 triệu đồng.",
            "30 triệu đồng",
            "unit.support_norm",
            id="what each household gets",
        ),
        pytest.param(
            "Mỗi hộ vay 30 triệu đồng của Ngân hàng Chính sách xã hội.",
            "30 triệu đồng",
            "credit.turnover_lent",
            id="what each household borrows is no norm",
        ),
        pytest.param(
            "Huyện xây 12 phòng học, bình quân 650 triệu đồng/phòng.",
            "650 triệu đồng",
            "unit.support_norm",
            id="an average cost",
        ),
        pytest.param(
            "Dư nợ đạt 80 tỷ đồng với 2.000 hộ, bình quân 40 triệu đồng/hộ.",
            "40 triệu đồng",
            "credit.loan_average",
            id="an average loan",
        ),
        pytest.param(
            "Mỗi nhà được hỗ trợ 170 triệu đồng, gồm 100 triệu từ ngân sách tỉnh và 70 triệu từ Quỹ.",
            "100 triệu",
            "unit.support_norm",
            id="what a norm is made up of",
        ),
        pytest.param(
            "Huyện mua nông cụ, ngư cụ cho 67 hộ.",
            "67 hộ",
            "prod.hh_beneficiaries",
            id="tools",
        ),
        pytest.param(
            "Có 1.864 học sinh được hỗ trợ học tập.",
            "1.864 học sinh",
            "edu.study_cost_pupils",
            id="support for learning",
        ),
        pytest.param(
            "Có 124 người được vay 2.356 triệu đồng, không có nợ quá hạn.",
            "2.356 triệu đồng",
            "credit.turnover_lent",
            id="no overdue debt",
        ),
        pytest.param(
            "Cơ cấu nguồn lực: tín dụng 71,5%; doanh nghiệp 5,4%.",
            "71,5%",
            None,
            id="a share of credit is no share of borrowers",
        ),
        pytest.param(
            "Tiền Nhà nước xây 37 công trình.",
            "37 công trình",
            "infra.works",
            id="money of the state",
        ),
        pytest.param(
            "Tỷ lệ học sinh đi học đúng độ tuổi từ 91,2% tăng lên 97,8%.",
            "97,8%",
            "edu.attendance_rate",
            id="attendance at both ends",
        ),
        pytest.param(
            "Các đơn vị ủng hộ Quỹ Vì người nghèo: Ngân hàng Ngoại thương chi nhánh tỉnh 300 triệu đồng.",
            "300 triệu đồng",
            "fund.raised_for_poor",
            id="a branch spends nothing",
        ),
        pytest.param(
            "Tỉnh mua thẻ bảo hiểm y tế (BHYT) cho 6.848 người thuộc hộ nghèo.",
            "6.848 người",
            "health.insurance_cards",
            id="poor people with a card",
        ),
        pytest.param("Phòng khám tặng quà bà Lê Thị Sáu, 71 tuổi.", "71 tuổi", None, id="an age is no gift"),
        pytest.param(
            "Xã Tả Gia Khâu còn 71,2% hộ nghèo, xã Dìn Chin 69,8%.",
            "69,8%",
            "pov.rate_poor",
            id="the rate of another place",
        ),
        pytest.param(
            "Xã có 402 hộ nghèo trong tổng số 1.112 hộ, chiếm 36,2%; riêng thôn Mục là 58,3%.",
            "58,3%",
            "pov.rate_poor",
            id="the rate of a part of the place",
        ),
        pytest.param(
            "Huyện còn 1.046 hộ nghèo, chiếm 1,93%; mục tiêu kéo xuống dưới 1,2%.",
            "1,2%",
            "pov.rate_poor",
            id="the aim of a rate",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 9,45%, gấp 1,35 lần chỉ tiêu 7%.",
            "7%",
            "pov.rate_poor_change_pp",
            id="the fall that was to be, times which there was",
        ),
        pytest.param(
            "Riêng ấp Ba Trạch có 318 hộ thì 97 hộ nghèo.",
            "318 hộ",
            "pov.hh_total",
            id="all of which some are poor",
        ),
        pytest.param(
            "Còn 683 hộ nghèo, tỷ lệ 3,25% (tổng số 21.010 hộ).",
            "21.010 hộ",
            "pov.hh_total",
            id="all of them in a bracket",
        ),
        pytest.param(
            "Thu nhập bình quân đầu người đạt 45 triệu đồng/năm.",
            "45 triệu đồng",
            "pov.income_per_capita",
            id="an income a head",
        ),
        pytest.param(
            "Xã phấn đấu đưa thu nhập lên 32 triệu đồng/người/năm.",
            "32 triệu đồng",
            "pov.income_per_capita",
            id="a head and year",
        ),
        pytest.param(
            "Gia đình anh Sơn có thu nhập 120 triệu đồng/năm từ nuôi dê.",
            "120 triệu đồng",
            None,
            id="the income of a family",
        ),
        pytest.param(
            "Tổ hợp tác có 16 lao động với thu nhập 5 triệu đồng/người/tháng.",
            "5 triệu đồng",
            None,
            id="a wage",
        ),
        pytest.param(
            "Số hộ nghèo đa chiều (gồm hộ nghèo và hộ cận nghèo) là 20.737 hộ.",
            "20.737 hộ",
            "pov.hh_poor_and_near_poor",
            id="poor by a wider line, glossed",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo còn 12%. Huyện An Lão giảm nhanh nhất, 9,3%.",
            "9,3%",
            "pov.rate_poor_change_pp",
            id="the first in a ranking of falls",
        ),
        pytest.param(
            "Xã có 1.236 hộ, chủ yếu là đồng bào Thái. Trong đó còn 211 hộ nghèo, chiếm 17,07%.",
            "17,07%",
            "pov.rate_poor",
            id="a share of the households that the sentence before tells",
        ),
        pytest.param(
            "Trong 13.204 hộ DTTS của tỉnh còn 4.126 hộ nghèo, chiếm 31,25%.",
            "31,25%",
            "pov.rate_poor_ethnic",
            id="a share that the numbers give",
        ),
        pytest.param(
            "Quỹ quốc gia về việc làm đã giải ngân 48,7 tỷ đồng.",
            "48,7 tỷ đồng",
            "credit.turnover_lent",
            id="a fund that lends",
        ),
        pytest.param(
            "Chương trình 135 đã giải ngân 48,7 tỷ đồng.",
            "48,7 tỷ đồng",
            "fund.disbursed",
            id="a programme that spends",
        ),
    ],
)
def test_indicator(text: str, quote: str, indicator: str | None) -> None:
    assert indicator_of(text, quote) == indicator


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        pytest.param(
            "Tổng số tiền bố trí được là 96,4 tỷ đồng.", "96,4 tỷ đồng", "house.amount_grant", id="money for houses"
        ),
        pytest.param(
            "Kinh phí 31 tỷ đồng, trong đó vốn vay ngân hàng 12 tỷ đồng.",
            "12 tỷ đồng",
            "house.amount_loan",
            id="loans for houses",
        ),
        pytest.param("Có 1.240 hộ được phê duyệt.", "1.240 hộ", "house.hh_supported", id="those to get a house"),
        pytest.param("Nhà dựng mới có 610 căn.", "610 căn", "house.units_new", id="put up anew"),
        pytest.param(
            "Nhà dựng mới có 610 căn, nhà sửa lại có 300 căn. Xét theo đối tượng, người có công có 120 căn.",
            "120 căn",
            "house.units_supported",
            id="the whole divided anew",
        ),
    ],
)
def test_article_on_houses(text: str, quote: str, indicator: str) -> None:
    assert indicator_of(text, quote, "Huyện Ba Tơ xóa nhà tạm cho hộ nghèo") == indicator
