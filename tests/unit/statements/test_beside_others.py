"""What figures are of beside others: after an opening, behind a neighbour, in a list of places, of all the rest."""

import pytest

from tests.unit.statements.relations import observations_of


def told(text: str, quote: str, headline: str = "") -> tuple[str | None, str | None]:
    """The indicator and the group of the last observation of a text with this quote."""
    found = [one.meaning for one in observations_of(text, headline=headline) if one.quote == quote]
    return found[-1].indicator, found[-1].population_group


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param(
            "Toàn tỉnh có 42.161 hộ nghèo, chiếm 30,35%. Số hộ cận nghèo là 12.836 hộ, bằng 9,24%.\n"
            "Xét theo địa bàn, cao nhất là huyện Nậm Pồ với 53,61%; tiếp đến là Mường Nhé 52,07%.",
            "52,07%",
            ("pov.rate_poor", "poor_hh"),
            id="a list of places in a new paragraph is of the first rate told",
        ),
        pytest.param(
            "Toàn tỉnh có 42.161 hộ nghèo, chiếm 30,35%.\nToàn huyện có 1.800 ha rừng, độ che phủ 66,8%.",
            "66,8%",
            (None, "_T"),
            id="a rate that no indicator measures",
        ),
        pytest.param(
            "Trong đồng bào Khmer, hộ nghèo còn 1.985 hộ, chiếm 2,14% so tổng số hộ Khmer, giảm 1,34%.",
            "1.985 hộ",
            ("pov.hh_poor", "ethnic_minority_poor_hh"),
            id="the poor among a people",
        ),
        pytest.param(
            "Trong đồng bào Khmer, hộ nghèo còn 1.985 hộ, chiếm 2,14% so tổng số hộ Khmer, giảm 1,34%.",
            "2,14%",
            ("pov.rate_poor_ethnic", "ethnic_minority_poor_hh"),
            id="the rate among a people",
        ),
        pytest.param(
            "Trong đồng bào Khmer, hộ cận nghèo còn 300 hộ.",
            "300 hộ",
            ("pov.hh_near_poor", "near_poor_hh"),
            id="a class that has no name of its own among a people",
        ),
        pytest.param(
            "Giảm tỷ lệ hộ nghèo 0,4 điểm phần trăm, vùng đồng bào dân tộc thiểu số giảm 3 điểm phần trăm.",
            "3 điểm phần trăm",
            ("pov.rate_poor_change_pp", "ethnic_minority_hh"),
            id="rates of poverty are of households",
        ),
        pytest.param(
            "Tỉnh giải quyết việc làm cho 38.000 lao động, trong đó đưa 900 lao động đi làm việc ở nước ngoài; "
            "đào tạo nghề cho 9.000 người.",
            "9.000 người",
            ("emp.vocational_trained", "worker"),
            id="no narrower group of a neighbour of another kind",
        ),
        pytest.param(
            "Một số chương trình có dư nợ lớn: hộ nghèo 2.106 tỷ đồng/59.871 hộ; hộ SXKD vùng khó khăn "
            "1.095 tỷ đồng/28.530 hộ; các chương trình còn lại 650 tỷ đồng.",
            "650 tỷ đồng",
            ("credit.outstanding", "all_hh"),
            id="all the rest is of nobody named before",
        ),
        pytest.param(
            "Tổ chức rà soát hộ nghèo, hộ cận nghèo theo chuẩn mới (thu nhập bình quân từ 1.500.000 đồng/người/tháng "
            "trở xuống ở khu vực nông thôn).",
            "1.500.000 đồng",
            ("pov.income_per_capita", "poor_hh"),
            id="the ceiling of income says who is poor",
        ),
        pytest.param(
            "Tỉnh đã giúp 412 hộ nghèo xây mới và sửa chữa nhà. Huyện Thái Thụy dẫn đầu với 74 nhà.",
            "74 nhà",
            ("house.units_supported", "poor_hh"),
            id="houses behind households helped with houses",
        ),
        pytest.param(
            "Tỉnh dự kiến tổ chức thêm hai phiên giao dịch việc làm.",
            "hai phiên giao dịch",
            ("emp.job_fairs", "_T"),
            id="what is held once more is counted",
        ),
    ],
)
def test_what_is_taken_over_and_what_is_not(text: str, quote: str, expected: tuple[str | None, str]) -> None:
    assert told(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param(
            "Cùng với nhà ở, Mặt trận đã trao 320 suất quà trị giá 96 triệu đồng tới hộ nghèo, gia đình chính sách.",
            "96 triệu đồng",
            ("social.gift_amount", "_T"),
            id="what is told besides, and two groups that are no one group",
        ),
        pytest.param(
            "Ngoài quà Tết, huyện hỗ trợ làm nhà cho 120 hộ nghèo với kinh phí 6 tỷ đồng.",
            "6 tỷ đồng",
            ("house.amount_grant", "poor_hh"),
            id="houses besides gifts",
        ),
        pytest.param(
            "Mặt trận tặng xe đạp, sách vở cho 1.126 học sinh nghèo vượt khó, tổng trị giá 563 triệu đồng.",
            "563 triệu đồng",
            ("social.gift_amount", "pupil_poor"),
            id="presents that are not called gifts",
        ),
        pytest.param(
            "Huyện trao tặng 20 căn nhà cho hộ nghèo, tổng trị giá 1,2 tỷ đồng.",
            "1,2 tỷ đồng",
            ("house.amount_grant", "poor_hh"),
            id="houses given are no gifts",
        ),
    ],
)
def test_gifts_and_what_is_told_besides(text: str, quote: str, expected: tuple[str, str]) -> None:
    assert told(text, quote) == expected


def test_a_headline_on_loans_is_of_what_the_text_says() -> None:
    text = "Tính đến 30/6/2019, tổng dư nợ của chi nhánh là 4.968 tỷ đồng."
    headline = "Gần 5.000 tỷ đồng vốn vay ưu đãi về với vùng khó"
    assert told(text, "5.000 tỷ đồng", headline) == ("credit.outstanding", "all_hh")


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param('Đoạn 4 đã in: "còn 2.318 hộ nghèo".', ["2.318 hộ"], id="the number of a paragraph"),
        pytest.param("Huyện nâng cấp đoạn 5 km.", ["5 km"], id="a stretch of road is measured"),
        pytest.param("Mỗi ấp cử ít nhất 01 điều tra viên.", ["01 điều tra viên"], id="who asks households is counted"),
    ],
)
def test_numbers_that_name_a_place_in_a_text(text: str, quotes: list[str]) -> None:
    assert [one.quote for one in observations_of(text)] == quotes
