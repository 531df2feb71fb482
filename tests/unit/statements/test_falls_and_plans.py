"""What falls told in few words are of, plans behind what was done, money of a fund, and help that is no house."""

import pytest

from tests.unit.statements.relations import observations_of

_CHANGE, _RATE = "pov.rate_poor_change_pp", "pov.rate_poor"


def told(text: str, quote: str, headline: str = "") -> tuple[str | None, str | None]:
    """The indicator and the group of the last observation of a text with this quote."""
    found = [one.meaning for one in observations_of(text, headline=headline) if one.quote == quote]
    return found[-1].indicator, found[-1].population_group


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        pytest.param(
            "Toàn huyện còn 3.969 hộ nghèo, tỷ lệ 47,66%, giảm 446 hộ (6,65%).",
            "6,65%",
            _CHANGE,
            id="a bracket of nothing but a rate",
        ),
        pytest.param(
            "Xã còn 187 hộ nghèo, giảm 94 hộ (1,5 điểm %) so với cuối năm 2024.",
            "1,5 điểm %",
            _CHANGE,
            id="no rate told before",
        ),
        pytest.param("Hộ nghèo giảm 446 hộ (còn 6,65%).", "6,65%", _RATE, id="a bracket that tells what is left"),
        pytest.param("Dư nợ giảm 12 tỷ đồng (6,65%).", "6,65%", None, id="less debt is no less poverty"),
        pytest.param(
            "Cuối năm 2017 tỷ lệ hộ nghèo là 8,38%, thấp hơn năm 2016 2,88%.",
            "2,88%",
            _CHANGE,
            id="so much lower than in a year",
        ),
        pytest.param("Tỷ lệ hộ nghèo thấp hơn 8%.", "8%", _RATE, id="lower than a level"),
        pytest.param(
            "Tỷ lệ hộ nghèo của huyện còn 9%.\nVề mức giảm, đứng đầu là Thiên Phủ với 11,3%, rồi đến Phú Nghiêm 9,86%.",
            "9,86%",
            _CHANGE,
            id="a sentence that says first that it tells falls",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo của huyện còn 9%.\nVề tỷ lệ, đứng đầu là Thiên Phủ với 11,3%, rồi đến Phú Nghiêm 9,86%.",
            "9,86%",
            _RATE,
            id="a sentence that tells levels",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo còn 30,35%, giảm 4,55%. Mức hạ này vượt 0,55% so với chỉ tiêu tỉnh giao là 4%.",
            "4%",
            _CHANGE,
            id="the fall that was to be reached",
        ),
        pytest.param(
            "Sang năm 2023, tỉnh đặt đích hạ tiếp 4%, đưa tỷ lệ hộ nghèo về dưới 26,35%.",
            "4%",
            _CHANGE,
            id="a fall before what it leads to",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo chiếm 31,6%, giảm 3,45% so với cuối năm 2011 (năm 2011 là 35,05%).",
            "35,05%",
            _RATE,
            id="a bracket with what it was then",
        ),
    ],
)
def test_falls_in_few_words(text: str, quote: str, indicator: str | None) -> None:
    assert told(text, quote)[0] == indicator


_KHMER = "Hộ nghèo Khmer là 13.056 hộ, chiếm 14,81% so với 88.150 hộ Khmer toàn tỉnh, hạ được 4,29%."


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param(_KHMER, "14,81%", ("pov.rate_poor_ethnic", "ethnic_minority_poor_hh"), id="a rate by its whole"),
        pytest.param(_KHMER, "88.150 hộ", ("pov.hh_total", "ethnic_minority_hh"), id="the whole behind it"),
        pytest.param(_KHMER, "4,29%", (_CHANGE, "ethnic_minority_poor_hh"), id="its fall"),
        pytest.param(
            "Hộ nghèo Khmer là 2.318 hộ, chiếm 66,55% so với 3.483 hộ nghèo.",
            "66,55%",
            ("pov.share_ethnic_among_poor", "ethnic_minority_poor_hh"),
            id="a share of the poor",
        ),
        pytest.param(
            "Kết quả rà soát hộ nghèo, hộ cận nghèo năm 2019 cho thấy toàn huyện có 11.486 hộ dân.",
            "11.486 hộ",
            ("pov.hh_total", "all_hh"),
            id="the name of a review counts nobody",
        ),
        pytest.param(
            "Kết quả: toàn huyện có 1.486 hộ nghèo, hộ cận nghèo.",
            "1.486 hộ",
            ("pov.hh_poor_and_near_poor", "poor_and_near_poor_hh"),
            id="classes that are counted",
        ),
    ],
)
def test_wholes_by_which_rates_are_told(text: str, quote: str, expected: tuple[str, str]) -> None:
    assert told(text, quote) == expected


_FUND = "Quỹ “Vì người nghèo” tiếp nhận 512 triệu đồng, đã chi 468 triệu đồng, còn tồn 44 triệu đồng."
_SEVERAL = "Giao hơn 126,4 tỷ đồng hỗ trợ đất ở, nhà ở, nước sinh hoạt"
_ASSIGNED = (
    "UBND tỉnh vừa giao 126,4 tỷ đồng thực hiện Dự án 1. Được giao nhiều nhất là huyện Tu Mơ Rông với 27,3 tỷ đồng."
)


@pytest.mark.parametrize(
    ("text", "quote", "headline", "expected"),
    [
        pytest.param(
            "Huyện quyên góp Quỹ “Vì người nghèo” được 1.245 triệu đồng, bằng 103,8% chỉ tiêu giao 1,2 tỷ đồng.",
            "1,2 tỷ đồng",
            "",
            ("fund.raised_for_poor", "_T"),
            id="what was to be raised",
        ),
        pytest.param(
            "Đến nay đã giải ngân 41,3 tỷ đồng, đạt 92,4% kế hoạch vốn 44,7 tỷ đồng.",
            "44,7 tỷ đồng",
            "",
            ("fund.plan", "_T"),
            id="what was assigned",
        ),
        pytest.param(
            "Ngân sách trung ương bố trí cho Chương trình đã giải ngân 41.286 tỷ đồng.",
            "41.286 tỷ đồng",
            "",
            ("fund.disbursed", "_T"),
            id="the verb next to money tells",
        ),
        pytest.param(
            f"Về xóa nhà tạm, xã đã bàn giao 76/76 căn. {_FUND}",
            "468 triệu đồng",
            "",
            ("fund.disbursed", "_T"),
            id="paid out of a fund",
        ),
        pytest.param(
            "Quỹ “Vì người nghèo” đã chi 468 triệu đồng xây mới 12 căn nhà.",
            "468 triệu đồng",
            "",
            ("house.amount_grant", "poor_hh"),
            id="paid for houses",
        ),
        pytest.param(
            "Xã đã bàn giao 70/76 căn, gồm cất mới 64 căn, sửa 6 căn.",
            "76 căn",
            "",
            ("house.units_supported", "poor_hh"),
            id="houses to be built",
        ),
        pytest.param(
            "Xã đã bàn giao 70/76 căn, gồm cất mới 64 căn, sửa 6 căn.",
            "6 căn",
            "",
            ("house.units_repaired", "poor_hh"),
            id="houses mended",
        ),
        pytest.param(
            _ASSIGNED, "27,3 tỷ đồng", _SEVERAL, ("fund.plan", "_T"), id="a headline on several kinds of help"
        ),
        pytest.param(
            "Phấn đấu giảm tỷ lệ hộ nghèo 6%, đưa xuống còn 41,66%. Nhu cầu vốn năm 2014 là 96 tỷ đồng.",
            "96 tỷ đồng",
            "",
            ("fund.plan", "_T"),
            id="capital is of nobody in the name of a rate",
        ),
        pytest.param(
            "Năm 2023, tỉnh được giao 886,5 tỷ đồng để thực hiện Chương trình MTQG phát triển KT-XH vùng đồng bào "
            "dân tộc thiểu số và miền núi.",
            "886,5 tỷ đồng",
            "",
            ("fund.plan", "_T"),
            id="nor in the name of a programme",
        ),
        pytest.param(
            "Có 1.260 sinh viên dân tộc thiểu số thuộc hộ nghèo được hỗ trợ 9,8 tỷ đồng.",
            "9,8 tỷ đồng",
            "",
            ("fund.disbursed", "ethnic_minority_poor_hh"),
            id="milliards are no amount a head",
        ),
        pytest.param(
            "Hộ nghèo được hỗ trợ 44 triệu đồng.",
            "44 triệu đồng",
            "",
            ("unit.support_norm", "poor_hh"),
            id="millions are",
        ),
        pytest.param(
            "Ủy ban đề xuất mức đầu tư 1 tỷ đồng/xã/năm.",
            "1 tỷ đồng",
            "",
            ("unit.support_norm", "_T"),
            id="what each commune is to get",
        ),
        pytest.param(
            "Toàn tỉnh có 1.102.458 người tham gia BHYT. Có 18.230 người tham gia BHXH tự nguyện.",
            "18.230 người",
            "",
            (None, "_T"),
            id="social insurance is no health insurance",
        ),
        pytest.param(
            "Toàn tỉnh có 1.102.458 người tham gia BHYT, còn 94.600 người chưa tham gia BHYT.",
            "1.102.458 người",
            "",
            ("health.insurance_cards", "_T"),
            id="those who have it",
        ),
    ],
)
def test_money_houses_and_plans(text: str, quote: str, headline: str, expected: tuple[str | None, str]) -> None:
    assert told(text, quote, headline) == expected


def test_four_seasons_are_a_year() -> None:
    assert [one.quote for one in observations_of("Xã có 12 km đường ô tô đi được 4 mùa.")] == ["12 km"]
