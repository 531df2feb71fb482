"""A headline's figure against those of its text: one that stands for none of them, but would with one slip."""

import pytest

from tests.checks.texts import broken_in, outcomes_of

TEXT = "Đến cuối tháng 9, tổng dư nợ của 15 chương trình đạt {} tỷ đồng. Nợ quá hạn là 6,3 tỷ đồng."
HEADLINE = "Trên {} tỷ đồng vốn ưu đãi đến với hộ nghèo"

TOLD_BELOW = [
    pytest.param(HEADLINE.format("2.600"), TEXT.format("2.640,3"), id="rounded"),
    pytest.param(HEADLINE.format("2.600"), TEXT.format("2.699"), id="rounded freely, just inside"),
    pytest.param(HEADLINE.format("2.600"), TEXT.format("4.199"), id="nothing that one slip makes it"),
    pytest.param("Xây 232 căn nhà cho hộ nghèo", "Xã A xây 120 căn nhà, xã B xây 112 căn nhà.", id="a sum of the text"),
    pytest.param("Giúp một gia đình thoát nghèo", "Huyện có 2 gia đình thoát nghèo.", id="a number in words"),
    pytest.param(
        "Lai Châu giải ngân đạt hơn 58%",
        "Toàn tỉnh Lai Châu đã giải ngân 71,3% vốn. Thấp nhất là huyện Nậm Nhùn, giải ngân 47,9%.",
        id="a rate of one district",
    ),
    pytest.param("13 hộ nuôi dê", "Có 13 con dê. Xã hỗ trợ 2,5 tỷ đồng.", id="no figure of its unit in the text"),
]


@pytest.mark.parametrize(("headline", "text"), TOLD_BELOW)
def test_a_headline_that_may_be_right_is_left_alone(headline: str, text: str) -> None:
    assert broken_in(text, headline) == []


SLIPS = [
    pytest.param(
        HEADLINE.format("2.600"), TEXT.format("5.640,3"), "repeat: first 2.600 tỷ đồng, repeat 5.640,3 tỷ đồng",
        id="rounded",
    ),
    pytest.param(
        "13 hộ nuôi dê có thu nhập ổn định",
        "Ấp có 12 hộ được nhận dê. Mỗi hộ trả lại 2 con dê.",
        "repeat: first 13 hộ, repeat 12 hộ",
        id="exact",
    ),
    pytest.param(
        "Khởi công 2.754 căn nhà",
        "Toàn tỉnh khởi công 2.745 căn. Huyện A khởi công 230 căn.",
        "repeat: first 2.754 căn nhà, repeat 2.745 căn",
        id="two digits swapped",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "text", "relation"), SLIPS)
def test_a_headline_with_a_slip_is_found(headline: str, text: str, relation: str) -> None:
    assert broken_in(text, headline) == [relation]


def test_a_rounded_headline_is_tied_to_what_it_rounds_whatever_it_calls_it() -> None:
    assert "holds repeat: first 2.600 tỷ đồng, repeat 2.640,3 tỷ đồng" in outcomes_of(
        TEXT.format("2.640,3"), HEADLINE.format("2.600")
    )


OUTSTANDING = (
    "Đến ngày 30/9/2016, tổng dư nợ của 15 chương trình tín dụng đạt 2.640,3 tỷ đồng.\nPhân theo chương trình, dư nợ"
    " cho vay hộ nghèo 1.216 tỷ đồng, hộ cận nghèo 984 tỷ đồng, hộ mới thoát nghèo 440,3 tỷ đồng.\nDư nợ ủy thác qua"
    " các tổ chức chính trị - xã hội là 2.635 tỷ đồng, chiếm {} tổng dư nợ."
)


@pytest.mark.parametrize(("rate", "outcome"), [("99,8%", "holds"), ("99,4%", "broken")])
def test_a_rate_is_of_the_exact_whole_and_not_of_what_a_headline_rounds(rate: str, outcome: str) -> None:
    told = f"{outcome} share: part 2.635 tỷ đồng, whole 2.640,3 tỷ đồng, rate {rate}"
    assert told in outcomes_of(OUTSTANDING.format(rate), HEADLINE.format("2.600"))


def test_a_headline_is_no_slip_of_the_less_alike_of_two_figures() -> None:
    text = (
        "Giai đoạn 2009 - 2012, tỉnh hỗ trợ 16.218 hộ nghèo xây nhà.\nĐến ngày 31/8/2011, toàn tỉnh đã hoàn thành"
        " 44.870/16.218 căn."
    )
    assert not [line for line in broken_in(text, "Gần 15.000 căn nhà cho hộ nghèo") if "16.218 hộ" in line]
