"""What figures of an article on lending are of, where they say it only in part."""

import pytest

from tests.unit.statements.relations import observations_of

HEADLINE = "Huyện Tiên Yên: Vốn vay ưu đãi đến tay người dân"


@pytest.mark.parametrize(
    ("text", "quote", "indicator", "group"),
    [
        pytest.param(
            "Từ đầu năm đến nay, ngân hàng giải ngân 48,2 tỷ đồng cho 910 lượt khách hàng.",
            "48,2 tỷ đồng",
            "credit.turnover_lent",
            "all_hh",
            id="what is disbursed is lent",
        ),
        pytest.param(
            "Dư nợ đến nay: hộ cận nghèo 97 tỷ đồng, 2.806 hộ; hộ mới thoát nghèo 54 tỷ đồng, 1.247 hộ.",
            "1.247 hộ",
            "credit.hh_with_loan",
            "newly_escaped_hh",
            id="who has the loans told right before",
        ),
        pytest.param(
            "Đến nay, dư nợ đạt 302 tỷ đồng; trong quý, 60 tỷ đồng được giải ngân cho 910 lượt khách hàng.",
            "910 lượt khách hàng",
            "credit.hh_borrowed_in_period",
            "all_hh",
            id="those lent to in a time",
        ),
        pytest.param(
            "Ngân hàng Chính sách xã hội huyện có 412 hộ đang vay vốn xuất khẩu lao động.",
            "412 hộ",
            "credit.hh_with_loan",
            "overseas_worker",
            id="those who have a loan today",
        ),
        pytest.param(
            "Có 1.902/2.040 hộ vay tham gia gửi tiết kiệm.",
            "2.040 hộ",
            "credit.hh_with_loan",
            "all_hh",
            id="all who have a loan",
        ),
        pytest.param(
            "Dư nợ đạt 302 tỷ đồng với 4.100 hộ.\nNhiều nhất là cho vay giải quyết việc làm 96 tỷ đồng/1.210 hộ;"
            " nhà ở xã hội 31,5 tỷ đồng/102 hộ; nước sạch và vệ sinh môi trường 28 tỷ đồng/1.480 hộ.",
            "31,5 tỷ đồng",
            "credit.outstanding",
            "all_hh",
            id="loans for houses are no grants",
        ),
        pytest.param(
            "Dư nợ đạt 302 tỷ đồng với 4.100 hộ.\nNhiều nhất là cho vay giải quyết việc làm 96 tỷ đồng/1.210 hộ;"
            " nhà ở xã hội 31,5 tỷ đồng/102 hộ; nước sạch và vệ sinh môi trường 28 tỷ đồng/1.480 hộ.",
            "1.480 hộ",
            "credit.hh_with_loan",
            "all_hh",
            id="borrowers for water works are no households with water",
        ),
        pytest.param(
            "Nguồn vốn do phụ nữ huyện nhận ủy thác có dư nợ 75 tỷ đồng.",
            "75 tỷ đồng",
            "credit.outstanding",
            "all_hh",
            id="who manages loans does not owe them",
        ),
        pytest.param(
            "Dư nợ cho vay xuất khẩu lao động đạt 38 tỷ đồng, trong đó hộ nghèo 11 tỷ đồng.",
            "11 tỷ đồng",
            "credit.outstanding",
            "poor_hh",
            id="a household that borrows is no worker",
        ),
        pytest.param(
            "Từ vốn vay, 415 lao động có việc làm, 37 học sinh, sinh viên được vay đi học và 54 hộ nghèo làm nhà ở.",
            "37 học sinh",
            "credit.hh_with_loan",
            "student",
            id="a comma within a name",
        ),
        pytest.param(
            "Từ vốn vay, 415 lao động có việc làm, 37 học sinh, sinh viên được vay đi học và 54 hộ nghèo làm nhà ở.",
            "54 hộ",
            "house.hh_supported",
            "poor_hh",
            id="a household is no student",
        ),
    ],
)
def test_article_on_lending(text: str, quote: str, indicator: str, group: str) -> None:
    meaning = next(one.meaning for one in observations_of(text, headline=HEADLINE) if one.quote == quote)
    assert (meaning.indicator, meaning.population_group) == (indicator, group)


def test_an_article_on_lending_for_students_tells_of_them() -> None:
    headline = "Gần 3 nghìn sinh viên có tiền đi học nhờ vốn vay"

    overdue = observations_of("Nợ quá hạn của chương trình là 40 triệu đồng.", headline=headline)[-1]

    assert (overdue.meaning.indicator, overdue.meaning.population_group) == ("credit.overdue", "student")


def test_elsewhere_what_is_disbursed_is_spent() -> None:
    text = "Đến nay, huyện giải ngân 48,2 tỷ đồng vốn đầu tư."

    spent = observations_of(text, headline="Tiên Yên giảm nghèo bền vững")[-1]

    assert spent.meaning.indicator == "fund.disbursed"
