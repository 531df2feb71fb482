"""What a figure takes over: the level behind its change, the share of a part, those told in turn, what stays apart."""

import pytest

from tests.unit.statements.relations import observations_of


def told(text: str, quote: str) -> tuple[str | None, str | None]:
    """The indicator and the group of the last observation of a text with this quote."""
    meaning = [one.meaning for one in observations_of(text) if one.quote == quote][-1]
    return meaning.indicator, meaning.population_group


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 4,1%. Xã Tà Rụt giảm được 8,2%, còn 41,3%; xã A Bung vẫn còn 52,4%.",
            "41,3%",
            "pov.rate_poor",
            id="the rate to which it fell",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 4,1%. Xã Tà Rụt giảm được 8,2%, còn 41,3%; xã A Bung vẫn còn 52,4%, Húc Nghì 50,7%.",
            "50,7%",
            "pov.rate_poor",
            id="the list goes on with the rates",
        ),
        pytest.param(
            "Năm 2026, huyện đặt kế hoạch giảm ít nhất 5% hộ nghèo, đưa tỷ lệ xuống dưới 30%.",
            "30%",
            "pov.rate_poor",
            id="the rate that is aimed at",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 2%, bao phủ bảo hiểm y tế ít nhất 85%.",
            "85%",
            "health.insurance_rate",
            id="what its own words name is no rate to which it fell",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 5,62 điểm phần trăm, cao hơn 0,62 điểm phần trăm so với chỉ tiêu được giao (5%).",
            "5%",
            "pov.rate_poor_change_pp",
            id="the fall that was to be reached, behind what goes beyond it",
        ),
        pytest.param(
            "Mục tiêu mỗi năm giảm 1 - 1,5% hộ nghèo, riêng vùng dân tộc thiểu số trên 3%.",
            "3%",
            "pov.rate_poor_change_pp",
            id="a fall among minorities goes on the fall of all",
        ),
        pytest.param(
            "Đầu năm có 1.118 hộ nghèo. Số hộ nghèo từ 1.118 hộ đầu năm xuống 712 hộ.",
            "712 hộ",
            "pov.hh_poor",
            id="where a change led is no beginning",
        ),
        pytest.param(
            "Cuối năm, tỷ lệ hộ dùng nước hợp vệ sinh đạt 72%; tỷ lệ hộ có nhà tiêu hợp vệ sinh 38%. "
            "Riêng Bác Ái mới đạt 54% và 11%.",
            "54%",
            "infra.clean_water_rate",
            id="the first told in turn",
        ),
        pytest.param(
            "Cuối năm, tỷ lệ hộ dùng nước hợp vệ sinh đạt 72%; tỷ lệ hộ có nhà tiêu hợp vệ sinh 38%. "
            "Riêng Bác Ái mới đạt 54% và 11%.",
            "11%",
            "infra.toilet_rate",
            id="the second told in turn",
        ),
        pytest.param(
            "Huyện mở 24 lớp nghề cho 690 học viên; giải quyết việc làm cho 4.120 lao động. Cùng kỳ năm trước, các con "
            "số này là 21 lớp, 624 học viên và 3.985 lao động.",
            "624 học viên",
            "emp.vocational_trained",
            id="numbers told in turn, by their units",
        ),
    ],
)
def test_what_a_figure_is_of_by_those_before_it(text: str, quote: str, indicator: str) -> None:
    assert told(text, quote)[0] == indicator


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param(
            "Cuối năm 2022, huyện có 3.108 hộ nghèo, trong đó hộ nghèo dân tộc thiểu số 2.742 hộ (88,2%).",
            "88,2%",
            ("pov.share_ethnic_among_poor", "ethnic_minority_poor_hh"),
            id="minorities among the poor",
        ),
        pytest.param(
            "Toàn huyện có 8.214 hộ; riêng đồng bào Bana, Chăm có 3.519 hộ, chiếm 42,84%.",
            "42,84%",
            (None, "ethnic_minority_hh"),
            id="minorities among all are no rate of the poor",
        ),
        pytest.param(
            "Năm 2026, xã giảm thêm 200 hộ nghèo dân tộc thiểu số, kéo tỷ lệ hộ nghèo xuống dưới 1,5%.",
            "1,5%",
            ("pov.rate_poor", "poor_hh"),
            id="the poverty rate of all behind households of a minority",
        ),
    ],
)
def test_whose_share_a_rate_is(text: str, quote: str, expected: tuple[str | None, str]) -> None:
    assert told(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        pytest.param(
            "Cả huyện có 37 lá đơn xin ra khỏi hộ nghèo.", "37 lá đơn", "pov.hh_poor_voluntary_exit", id="applications"
        ),
        pytest.param("Có 98 hộ ra khỏi danh sách nghèo.", "98 hộ", "pov.hh_escaped", id="off the list"),
        pytest.param("Có 49 hộ mới rơi vào danh sách hộ nghèo.", "49 hộ", "pov.hh_new_poor", id="onto the list"),
        pytest.param(
            "Sau ngày chốt danh sách có 74 hộ mới phát sinh nhà hỏng.",
            "74 hộ",
            "house.hh_difficult_housing",
            id="houses that broke are no new poor",
        ),
        pytest.param(
            "Theo nguyên nhân, thiếu vốn sản xuất 3.216 lượt hộ, không biết cách làm ăn 1.873 lượt hộ.",
            "1.873 lượt hộ",
            "pov.hh_poor_by_cause",
            id="a cause told of households more than once",
        ),
        pytest.param(
            "Năm nay các cơ sở đã tuyển sinh 9.840 người.", "9.840 người", "emp.vocational_trained", id="taken in"
        ),
        pytest.param("Trường tuyển sinh 420 học sinh vào lớp 10.", "420 học sinh", None, id="pupils taken in"),
        pytest.param("Có 530 trẻ mẫu giáo được lo bữa trưa.", "530 trẻ", "edu.preschool_lunch_children", id="lunch"),
        pytest.param("Khánh Sơn làm xong 494 căn sửa.", "494 căn", "house.units_repaired", id="houses repaired"),
        pytest.param("Có 134 hộ cần nhà tiêu, 66 hộ cần bò giống.", "134 hộ", "pov.hh_deprived_service", id="in need"),
        pytest.param(
            "Tỷ lệ lao động qua đào tạo mới 51,5%, mục tiêu đến 2020 là 55%.",
            "51,5%",
            "emp.trained_rate",
            id="a target told behind a comma is another figure's",
        ),
        pytest.param(
            "Có 2.865 hộ nghèo được làm nhà, đạt 76,4% của kế hoạch 3.750 hộ.",
            "76,4%",
            "plan.completion_rate",
            id="of the plan",
        ),
        pytest.param("Cả nước có khoảng 16% hộ nghèo và cận nghèo.", "16%", "pov.rate_multidim", id="both classes"),
        pytest.param("Hội cho vay 14 dự án của 142 hộ.", "14 dự án", "prod.projects", id="projects"),
        pytest.param(
            "Tổng dư nợ 214 tỷ đồng với 4.390 hộ vay, chia đều mỗi hộ gần 49 triệu đồng.",
            "49 triệu đồng",
            "credit.loan_average",
            id="shared out among borrowers",
        ),
    ],
)
def test_words_that_name_an_indicator(text: str, quote: str, indicator: str | None) -> None:
    assert told(text, quote)[0] == indicator


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param(
            "Tết này 87 gia đình chính sách nhận 69,6 triệu đồng tiền quà.",
            "69,6 triệu đồng",
            ("social.gift_amount", "merit_hh"),
            id="households with merit",
        ),
        pytest.param(
            "UBND huyện giao chỉ tiêu giảm nghèo năm 2014 bình quân 5%.",
            "5%",
            ("pov.rate_poor_change_pp", "_T"),
            id="a fall that is to be reached",
        ),
    ],
)
def test_of_whom_a_figure_is(text: str, quote: str, expected: tuple[str, str]) -> None:
    assert told(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        pytest.param(
            "Chia theo vùng, tỷ lệ nghèo đa chiều của miền núi là 20,41% (hộ nghèo 11,3%, hộ cận nghèo 9,11%); Tây "
            "Nguyên 15,2% (8,1% và 7,1%). Đồng bằng còn 2,6%.",
            "8,1%",
            ("pov.rate_poor", "poor_hh"),
            id="the first of a bare bracket",
        ),
        pytest.param(
            "Chia theo vùng, tỷ lệ nghèo đa chiều của miền núi là 20,41% (hộ nghèo 11,3%, hộ cận nghèo 9,11%); Tây "
            "Nguyên 15,2% (8,1% và 7,1%). Đồng bằng còn 2,6%.",
            "7,1%",
            ("pov.rate_near_poor", "near_poor_hh"),
            id="the second of a bare bracket",
        ),
        pytest.param(
            "Chia theo vùng, tỷ lệ nghèo đa chiều của miền núi là 20,41% (hộ nghèo 11,3%, hộ cận nghèo 9,11%); Tây "
            "Nguyên 15,2% (8,1% và 7,1%). Đồng bằng còn 2,6%.",
            "2,6%",
            ("pov.rate_multidim", "poor_and_near_poor_hh"),
            id="outside the brackets the rates before them go on",
        ),
        pytest.param(
            "Theo kết quả rà soát hộ nghèo, hộ cận nghèo, năm 2018 huyện còn 6.012/12.436 hộ nghèo, chiếm 48,34%, so "
            "với đầu năm giảm 574 hộ.",
            "574 hộ",
            ("pov.hh_poor_reduction", "poor_hh"),
            id="a review is no group of its figures",
        ),
        pytest.param(
            "Theo kết quả rà soát, cuối năm 2018 huyện có 1.820 hộ nghèo và hộ cận nghèo.",
            "1.820 hộ",
            ("pov.hh_poor_and_near_poor", "poor_and_near_poor_hh"),
            id="both classes behind a count",
        ),
    ],
)
def test_each_class_is_told_in_its_turn(text: str, quote: str, subject: tuple[str, str]) -> None:
    assert told(text, quote) == subject
