"""What rates and their wholes are of, where counts stand right beside them; houses of a campaign, works, classes."""

import pytest

from tests.unit.statements.relations import observations_of

POOR_AND_NEAR = (
    "Dinh dưỡng của trẻ em vùng cao vẫn đáng lo. Tỉnh còn 18.906/142.415 hộ nghèo đa chiều, chiếm 13,28%; gồm 12.846 hộ"
    " nghèo (9,02%) và 6.060 hộ cận nghèo (4,26%)."
)
BELOW_A_PLAN = (
    "Số hộ nghèo còn 49.514/297.560 hộ, chiếm 16,64%, bình quân mỗi năm giảm 3,83%, cao hơn chỉ tiêu Nghị quyết đề ra"
    " là 2 - 3%/năm. Riêng hộ nghèo Khmer còn 19.608 hộ, chiếm 39,6%; hộ cận nghèo 38.250 hộ, tỷ lệ 12,85%."
)
LOANS = (
    "Tổng dư nợ đạt 171,42 tỷ đồng với 9.876 hộ còn dư nợ. Doanh số thu nợ 24,3 tỷ đồng.\n"
    "Cơ cấu dư nợ theo chương trình:\n- Cho vay hộ nghèo: 82,6 tỷ đồng/4.612 hộ;\n- Cho vay khác: 18,4 tỷ đồng."
)


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        pytest.param(POOR_AND_NEAR, "9,02%", "pov.rate_poor", id="in the bracket of a part, by what it counts"),
        pytest.param(POOR_AND_NEAR, "4,26%", "pov.rate_near_poor", id="and of the other part"),
        pytest.param(BELOW_A_PLAN, "297.560 hộ", "pov.hh_total", id="b of a/b with the share that a is"),
        pytest.param(BELOW_A_PLAN, "16,64%", "pov.rate_poor", id="the share, though a plan is named behind it"),
        pytest.param(BELOW_A_PLAN, "12,85%", "pov.rate_near_poor", id="a rate by the class before it, not by a group"),
        pytest.param(
            "Số hộ nghèo rút xuống 3.186 hộ, bằng 23,5% của 13.560 hộ.",
            "13.560 hộ",
            "pov.hh_total",
            id="behind its rate",
        ),
        pytest.param(
            "Huyện có 150 hộ thoát nghèo, đạt 75% trong 200 hộ nghèo được vay vốn.",
            "200 hộ",
            "credit.hh_with_loan",
            id="but not of a group",
        ),
        pytest.param(
            "Toàn tỉnh có 1.361.870/1.560.150 người tham gia BHYT, đạt tỷ lệ bao phủ 87,3%.",
            "1.560.150 người",
            "pov.person_total",
            id="the people of whom some are insured",
        ),
        pytest.param(
            "Hội hỗ trợ 120 hộ nghèo, giải ngân đạt 85% của 4 tỷ đồng.",
            "4 tỷ đồng",
            "fund.disbursed",
            id="but not money",
        ),
        pytest.param(LOANS, "82,6 tỷ đồng", "credit.outstanding", id="lines of what the words over them name"),
        pytest.param(LOANS, "18,4 tỷ đồng", "credit.outstanding", id="and the next of them"),
        pytest.param(LOANS, "4.612 hộ", "credit.hh_with_loan", id="and their counts"),
        pytest.param(
            "Mặt trận bàn giao 652 căn nhà Đại đoàn kết.", "652 căn nhà", "house.units_solidarity", id="handed over"
        ),
        pytest.param("Huyện hỗ trợ mở 62 lớp truyền thông.", "62 lớp", "comm.training_classes", id="classes held"),
        pytest.param("Dự án nâng cấp 32 trạm cấp nước.", "32 trạm", "infra.works", id="works that are called stations"),
        pytest.param("Huyện hoàn thành 652 căn nhà.", "652 căn nhà", "house.units_completed", id="of no campaign"),
    ],
)
def test_indicator(text: str, quote: str, indicator: str) -> None:
    assert [one.meaning.indicator for one in observations_of(text) if one.quote == quote][-1:] == [indicator]
