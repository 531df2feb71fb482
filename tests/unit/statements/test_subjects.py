"""What single figures of a text are of, and whom they concern: by their own words, their neighbours, the document."""

import pytest

from tests.unit.statements.relations import meaning_of, observations_of


def told(text: str, quote: str) -> tuple[str | None, str | None]:
    meaning = meaning_of(text, quote)
    return meaning.indicator, meaning.population_group


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        pytest.param(
            "Theo chuẩn nghèo mới, toàn huyện có 4.120 hộ nghèo.",
            "4.120 hộ",
            "pov.hh_poor",
            id="a new line is no new poor",
        ),
        pytest.param(
            "Năm 2017, Lào Cai đã sắp xếp dân cư cho 318 hộ.", "318 hộ", "resettle.hh", id="a province, no market"
        ),
        pytest.param(
            "Năm 2021, chương trình được giao 312 tỷ đồng.", "312 tỷ đồng", "fund.plan", id="assigned funds"
        ),
        pytest.param(
            "Tổng mức vốn của đề án là 96 tỷ đồng.", "96 tỷ đồng", "fund.plan", id="a total is no amount a head"
        ),
        pytest.param(
            "Nâng cấp 7 trạm bơm, khái toán 31 tỷ đồng.", "31 tỷ đồng", "fund.plan", id="an estimate of costs"
        ),
        pytest.param(
            "Nguồn vốn tín dụng chính sách được bổ sung thêm 45 tỷ đồng.",
            "45 tỷ đồng",
            "credit.capital_source",
            id="what is added is no growth",
        ),
        pytest.param("Huyện xây thêm 27 căn nhà.", "27 căn nhà", "house.units_supported", id="houses built besides"),
        pytest.param(
            "Trao 130 suất học bổng cho học sinh vượt khó trị giá 195 triệu đồng.",
            "195 triệu đồng",
            "edu.scholarship_amount",
            id="to overcome hardship is no excess over a plan",
        ),
        pytest.param(
            "Hộ có nhà tiêu hợp vệ sinh đạt 64,2% (chỉ tiêu 70%).",
            "64,2%",
            "infra.toilet_rate",
            id="a plan in a bracket makes no attainment",
        ),
        pytest.param(
            "Huyện phấn đấu giảm tỷ lệ hộ nghèo từ 3% trở lên, đến cuối năm còn dưới 21%.",
            "3%",
            "pov.rate_poor_change_pp",
            id="from so much upwards is no beginning",
        ),
        pytest.param(
            "Chuẩn nghèo ở nông thôn là 700.000 đồng/người/tháng.",
            "700.000 đồng",
            "pov.poverty_line",
            id="a poverty line is no support",
        ),
        pytest.param(
            "Huyện có 52 hộ làm đơn xin ra khỏi diện nghèo.",
            "52 hộ",
            "pov.hh_poor_voluntary_exit",
            id="asking to leave",
        ),
        pytest.param(
            "Có 12.400 lượt người được khám, chữa bệnh.", "12.400 lượt người", "health.treatments", id="treatments"
        ),
        pytest.param("Hội nhận ủy thác 61 tỷ đồng.", "61 tỷ đồng", "credit.outstanding", id="loans of an association"),
        pytest.param(
            "Nhờ đồng vốn ưu đãi, Hội đã giúp 340 hộ vượt chuẩn nghèo.", "340 hộ", "pov.hh_escaped", id="by loans"
        ),
        pytest.param(
            "Bình quân cứ 4 hộ thoát nghèo thì có 1 hộ tái nghèo.", "1 hộ", "pov.hh_fell_back", id="falling back"
        ),
        pytest.param(
            "Nghèo nhất tỉnh là huyện Trần Đề, 15,37%, rồi đến Long Phú 14,92%.", "14,92%", "pov.rate_poor", id="poor"
        ),
        pytest.param(
            "Tỉnh giải ngân 150 tỷ đồng; trong đó vốn đầu tư 110/160 tỷ đồng, vốn sự nghiệp 40/140 tỷ đồng.",
            "140 tỷ đồng",
            "fund.plan",
            id="of what money spent is a part",
        ),
        pytest.param(
            "Khối lượng thi công của công trình đạt 62%.", "62%", "plan.completion_rate", id="how much is built"
        ),
        pytest.param(
            "Tổng vốn 73 tỷ đồng, gồm vốn vay Ngân hàng Thế giới 41 tỷ đồng, nhân dân đóng góp 32 tỷ đồng.",
            "41 tỷ đồng",
            "fund.plan",
            id="money that a state borrows",
        ),
        pytest.param(
            "Xóa nhà tạm\nKết quả (số nhà khởi công, trong ngoặc là số đã hoàn thành): Đà Bắc 702 nhà (418).",
            "702 nhà",
            "house.units_started",
            id="a legend, outside the brackets",
        ),
        pytest.param(
            "Xóa nhà tạm\nKết quả (số nhà khởi công, trong ngoặc là số đã hoàn thành): Đà Bắc 702 nhà (418).",
            "418",
            "house.units_completed",
            id="a legend, in the brackets",
        ),
        pytest.param(
            "Huyện có 47 trường, 950 lớp học. Huyện xây mới 6 phòng học với tổng vốn 8 tỷ đồng.",
            "8 tỷ đồng",
            "fund.plan",
            id="rooms are no houses",
        ),
        pytest.param(
            "Huyện xây mới 62 căn nhà với tổng vốn 18,6 tỷ đồng.", "18,6 tỷ đồng", "house.amount_grant", id="houses"
        ),
        pytest.param(
            "Huyện tạo việc làm cho 214 người, trong đó 17 người (5 nữ) sang Nhật Bản làm việc.",
            "17 người",
            "emp.overseas_workers",
            id="what is told behind the bracket of a count",
        ),
        pytest.param(
            "Hiện còn 40 lao động đang học tiếng, chờ xuất cảnh.",
            "40 lao động",
            "emp.vocational_trained",
            id="prepared for work abroad",
        ),
        pytest.param(
            "Huyện có 585 người xuất cảnh.", "585 người", "emp.overseas_workers", id="gone to work abroad"
        ),
        pytest.param(
            "Học kỳ I, ngân sách đã chi 10,2 tỷ đồng tiền ăn cho học sinh bán trú.",
            "10,2 tỷ đồng",
            "edu.boarding_amount",
            id="meals of pupils",
        ),
        pytest.param(
            "Xã bàn giao nhà cho 3 hộ nghèo ở buôn Tul.", "3 hộ", "house.hh_supported", id="who is handed a house"
        ),
        pytest.param("Xã có 3 hộ nghèo.", "3 hộ", "pov.hh_poor", id="who is poor"),
        pytest.param(
            "Thêm ba hộ trong tổ viết đơn xin thoát nghèo.", "ba hộ", "pov.hh_poor_voluntary_exit", id="more ask"
        ),
        pytest.param(
            "Năm nay còn 742 hộ nghèo, tỷ lệ 8%, giảm 296 hộ, tương ứng 3,27% so với năm 2020.",
            "3,27%",
            "pov.rate_poor_change_pp",
            id="a change said again",
        ),
        pytest.param(
            "Dư nợ tăng 31 tỷ đồng, bằng 108% so với năm 2020.", "108%", "rel.ratio_to_same_period", id="a ratio"
        ),
    ],
)  # fmt: skip
def test_a_figure_is_of_what_its_words_name(text: str, quote: str, indicator: str) -> None:
    assert meaning_of(text, quote).indicator == indicator


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param(
            "Về thiếu hụt dịch vụ xã hội cơ bản của hộ nghèo:\n- Chất lượng nhà ở: 1.530 hộ;\n- Việc làm: 812 hộ.",
            "1.530 hộ",
            ("pov.hh_deprived_service", "poor_hh"),
            id="a list of services that are lacked",
        ),
        pytest.param(
            "Toàn huyện có 2.100 hộ nghèo; hộ cận nghèo 900 hộ. Gộp chung lại là 3.000 hộ, chiếm 21%.",
            "3.000 hộ",
            ("pov.hh_poor_and_near_poor", "poor_and_near_poor_hh"),
            id="the sum of both classes",
        ),
        pytest.param(
            "Toàn huyện có 2.100 hộ nghèo; hộ cận nghèo 900 hộ. Gộp chung lại là 3.000 hộ, chiếm 21%.",
            "21%",
            ("pov.rate_multidim", "poor_and_near_poor_hh"),
            id="the rate of that sum",
        ),
        pytest.param(
            "Số hộ nghèo được dùng nước sạch là 1.420/1.605 hộ.",
            "1.605 hộ",
            ("pov.hh_poor", "poor_hh"),
            id="all of the class of which a part is told",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo toàn tỉnh là 9,1%.", "9,1%", ("pov.rate_poor", "poor_hh"), id="a rate by its own words"
        ),
        pytest.param(
            "Tỷ lệ nghèo của tỉnh còn 8,4%. Xét theo huyện, Mai Sơn cao nhất với 19,6%.",
            "19,6%",
            ("pov.rate_poor", "_T"),
            id="a sentence without a topic goes on",
        ),
        pytest.param(
            "Diện cận nghèo gồm 6.310 hộ, trong đó miền núi 4.020 hộ.",
            "6.310 hộ",
            ("pov.hh_near_poor", "near_poor_hh"),
            id="a number behind gồm is no part",
        ),
        pytest.param(
            "Trong 1.260 hộ, hộ nghèo Khmer có 310 hộ, bằng 9,4% tổng số hộ Khmer.",
            "9,4%",
            ("pov.rate_poor_ethnic", "ethnic_minority_poor_hh"),
            id="a share of all households is a poverty rate",
        ),
pytest.param(
            "Hộ nghèo: 412 hộ/1.988 khẩu, chiếm 16,57%.",
            "16,57%",
            ("pov.rate_poor", "poor_hh"),
            id="a rate behind households and their people",
        ),
        pytest.param(
            "Năm 2018, huyện còn 1.462 hộ nghèo trong 23.889 hộ, chiếm 6,12%.",
            "23.889 hộ",
            ("pov.hh_total", "all_hh"),
            id="the whole behind trong",
        ),
        pytest.param(
            "Tỉnh còn 41.230 hộ nghèo trong tổng số 528.600 hộ, bằng 7,8%.",
            "7,8%",
            ("pov.rate_poor", "poor_hh"),
            id="a rate behind its whole",
        ),
        pytest.param(
            "Tỉnh còn 46.420 hộ nghèo trên tổng số 313.650 hộ, tỷ lệ 14,8%.",
            "14,8%",
            ("pov.rate_poor", "poor_hh"),
            id="a bare rate behind its whole",
        ),
        pytest.param(
            "Xã có 1.930 nhân khẩu. Có 1.214/1.930 người tham gia BHYT.",
            "1.930 người",
            ("pov.person_total", "_T"),
            id="a whole told again",
        ),
        pytest.param(
            "Hộ nghèo có 86 hộ. Hộ nghèo có chủ hộ là nữ: 34/86 hộ.",
            "86 hộ",
            ("pov.hh_poor", "poor_hh"),
            id="the class told again",
        ),
        pytest.param(
            "Chi nhánh cho vay học sinh, sinh viên mua máy tính 3,1 tỷ đồng/312 em.",
            "312 em",
            ("credit.hh_borrowed_in_period", "student"),
            id="persons behind a slash borrow",
        ),
pytest.param(
            "Huyện còn 3.268 hộ nghèo, chiếm 43% số hộ toàn huyện (7.600 hộ); so với đầu năm (3.724 hộ, tỷ lệ 49%) giảm"
            " 456 hộ.",
            "7.600 hộ",
            ("pov.hh_total", "all_hh"),
            id="all households in a bracket",
        ),
        pytest.param(
            "Huyện còn 3.268 hộ nghèo, chiếm 43% số hộ toàn huyện (7.600 hộ); so với đầu năm (3.724 hộ, tỷ lệ 49%) giảm"
            " 456 hộ.",
            "49%",
            ("pov.rate_poor", "poor_hh"),
            id="a rate beside its count in a bracket",
        ),
        pytest.param(
            "Các dân tộc này hiện có 986 hộ với 4.140 khẩu.",
            "986 hộ",
            ("pov.hh_total", "ethnic_minority"),
            id="peoples told before",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo của đồng bào Si La là 41%.",
            "41%",
            ("pov.rate_poor_ethnic", "ethnic_minority_poor_hh"),
            id="a people by its name",
        ),
        pytest.param(
            "Dư nợ qua Hội Phụ nữ 80 tỷ đồng/2.100 hộ/61 tổ.",
            "61 tổ",
            ("credit.savings_groups", "_T"),
            id="groups told with loans",
        ),
        pytest.param(
            "Số hộ nghèo của các xã như sau: Trung Thượng 196 hộ, Trung Hạ 184 hộ, Sơn Hà 148 hộ.",
            "148 hộ",
            ("pov.hh_poor", "poor_hh"),
            id="a name with a verb of change in it",
        ),
        pytest.param(
            "Nguồn vốn ấy chảy đi. Hội Phụ nữ có 198 tổ, dư nợ 171 tỷ đồng; Hội Nông dân 163 tổ, 138 tỷ đồng.",
            "138 tỷ đồng",
            ("credit.outstanding", "all_hh"),
            id="a member that names nothing goes on as its neighbour",
        ),
        pytest.param(
            "Huyện giúp 69 hộ nuôi dê. Trong đó có 45 hộ nghèo, 24 hộ cận nghèo. Theo địa bàn, xã Phước Tân có 28 hộ.",
            "28 hộ",
            ("prod.hh_beneficiaries", "poor_and_near_poor_hh"),
            id="a whole divided once more",
        ),
        pytest.param(
            "Tổng cộng hỗ trợ nhà ở 8 tỷ đồng, trong đó ngân sách 5 tỷ đồng, Quỹ “Vì người nghèo” 3 tỷ đồng.",
            "3 tỷ đồng",
            ("house.amount_grant", "poor_hh"),
            id="what the fund pays of houses",
        ),
        pytest.param(
            "Huyện hỗ trợ 412 con bò cho 412 hộ (hộ nghèo 377 hộ, hộ cận nghèo 35 hộ), tổng kinh phí 6 tỷ đồng.",
            "412 hộ",
            ("prod.hh_beneficiaries", "poor_and_near_poor_hh"),
            id="classes that add up to all",
        ),
        pytest.param(
            "Toàn xã có 900 hộ dân (hộ nghèo 377 hộ, hộ cận nghèo 35 hộ).",
            "900 hộ",
            ("pov.hh_total", "all_hh"),
            id="classes of a wider whole",
        ),
        pytest.param(
            "Xã hỗ trợ bò cho 404 hộ, gồm 251 hộ nghèo, 118 hộ cận nghèo và 35 hộ khác; mức hỗ trợ 10 triệu đồng/hộ.",
            "10 triệu đồng",
            ("unit.support_norm", "_T"),
            id="an amount a head behind a list is of all in it",
        ),
        pytest.param(
            "Lao động được hỗ trợ học nghề, tiền ăn 50.000 đồng/người/ngày, tiền ở 400.000 đồng/người/tháng.",
            "400.000 đồng",
            ("unit.support_norm", "worker"),
            id="lodging of workers",
        ),
        pytest.param(
            "Trên 65% dân số là người dân tộc thiểu số, xã thuộc vùng sâu.",
            "65%",
            ("place.ethnic_share", "ethnic_minority"),
            id="a share of the population",
        ),
        pytest.param(
            "Tây Trà vẫn là huyện nghèo nhất với 2.387 hộ, tỷ lệ 52,9%.",
            "2.387 hộ",
            ("pov.hh_poor", "poor_hh"),
            id="how many are poor at the poorest place",
        ),
        pytest.param(
            "Có 711 hộ nghèo được hỗ trợ nhà ở, gồm 486 hộ vay vốn và 225 hộ được Quỹ giúp.",
            "486 hộ",
            ("house.hh_supported", "poor_hh"),
            id="borrowers among the poor",
        ),
        pytest.param(
            "Đàn bò đạt 19.500 con, tỷ lệ hộ nghèo còn dưới 20%.",
            "19.500 con",
            ("prod.livestock", "_T"),
            id="the poor of a rate behind own no animals",
        ),
        pytest.param(
            "Huyện có 3.742 người tham gia bảo hiểm xã hội tự nguyện.",
            "3.742 người",
            (None, "_T"),
            id="taking part is no help with houses",
        ),
        pytest.param(
            "Tỉnh có 46 công trình cấp nước, gồm 34 công trình xây mới. Tổng vốn thực hiện 1.486 tỷ đồng.",
            "1.486 tỷ đồng",
            ("fund.plan", "_T"),
            id="works that are built are no houses",
        ),
    ],
)  # fmt: skip
def test_a_figure_is_of_what_those_beside_it_are_of(
    text: str, quote: str, expected: tuple[str | None, str | None]
) -> None:
    assert told(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote", "group"),
    [
        pytest.param(
            "Theo Phòng Lao động - TB&XH, tỷ lệ hộ nghèo là 12,4%.",
            "12,4%",
            "poor_hh",
            id="an office counts no workers",
        ),
        pytest.param(
            "Quỹ “Vì người nghèo” vận động được 4,1 tỷ đồng.", "4,1 tỷ đồng", "_T", id="nor does a fund count the poor"
        ),
        pytest.param("Dư nợ giải quyết việc làm là 30 tỷ đồng.", "30 tỷ đồng", "worker", id="a topic implies a group"),
        pytest.param(
            "Dư nợ cho vay giải quyết việc làm cho hộ nghèo là 30 tỷ đồng.",
            "30 tỷ đồng",
            "poor_hh",
            id="a group named counts for more",
        ),
        pytest.param(
            "Có 210 lao động đi làm việc ở nước ngoài, trong đó 35 người thuộc hộ nghèo.",
            "35 người",
            "poor_worker",
            id="a part is of its total's group and its own",
        ),
        pytest.param(
            "Có 310 hộ thoát nghèo, 41 hộ cận nghèo tăng thêm, phát sinh mới 12 hộ nghèo.",
            "12 hộ",
            "poor_hh",
            id="newly poor beside near-poor",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo còn 4,1%; tỷ lệ bao phủ BHYT đạt 93%.", "93%", "_T", id="a rate is of its own denominator"
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo xuống dưới 20%, thu nhập bình quân đạt 41 triệu đồng/người/năm.",
            "41 triệu đồng",
            "_T",
            id="an income is not of the poor told before",
        ),
        pytest.param(
            "Có 900 hộ được cấp đất ở, 640 hộ được cấp đất sản xuất, 3.200 lao động được học nghề.",
            "640 hộ",
            "_T",
            id="those behind bear their own name",
        ),
        pytest.param(
            "Huyện dạy nghề cho 320 lao động, kinh phí 512 triệu đồng.",
            "512 triệu đồng",
            "worker",
            id="money is of those counted with it",
        ),
        pytest.param(
            "Có 40/40 lao động xuất khẩu (15 nữ), đạt 100% kế hoạch.", "100%", "overseas_worker", id="not of an aside"
        ),
        pytest.param(
            "- Việc làm: 90 lao động có việc, trong đó:\n+ Tại chỗ 50 người.\n- Sinh kế: 35 hộ tham gia mô hình.",
            "35 hộ",
            "_T",
            id="a line is not of its sibling",
        ),
        pytest.param(
            "Xóa nhà tạm\n\nTỉnh xóa nhà tạm cho hộ nghèo, hộ cận nghèo. Đến nay đã xong 410 căn nhà.",
            "410 căn nhà",
            "poor_and_near_poor_hh",
            id="or for whom the text says",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo trong đồng bào Khmer là 35,4% với 3.210 hộ.",
            "3.210 hộ",
            "ethnic_minority_poor_hh",
            id="a count behind a rate is of those of the rate",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo còn 40%; thu nhập bình quân đầu người đạt 21 triệu đồng.",
            "21 triệu đồng",
            "_T",
            id="an income beside a poverty rate",
        ),
        pytest.param(
            "Huyện đón 500 hộ nghèo của bảy xã; mỗi hộ được tặng phiếu 400.000 đồng.",
            "400.000 đồng",
            "poor_hh",
            id="what each of those counted gets",
        ),
        pytest.param(
            "Quỹ chi tiền ăn cho 1.045 bệnh nhân nghèo; 3.120 lượt điều trị nội trú.",
            "1.045 bệnh nhân",
            "poor_hh",
            id="poor patients",
        ),
        pytest.param(
            "Dư nợ của hộ nghèo, hộ cận nghèo và hộ mới thoát nghèo lần lượt là 142 tỷ đồng, 88 tỷ đồng và 69 tỷ đồng.",
            "88 tỷ đồng",
            "near_poor_hh",
            id="groups told in the order of their figures",
        ),
        pytest.param(
            "Quỹ của tỉnh trao 32 con bò, trị giá 512 triệu đồng, cho hộ cận nghèo trong xã.",
            "512 triệu đồng",
            "near_poor_hh",
            id="those to whom a gift is given",
        ),
        pytest.param(
            "Toàn huyện có 8.120 hộ, 41.000 nhân khẩu.", "41.000 nhân khẩu", "_T", id="people of all households"
        ),
        pytest.param(
            "Ngân hàng cho hộ cận nghèo vay tối đa 50 triệu đồng/hộ, lãi suất 7,9%/năm.",
            "7,9%",
            "near_poor_hh",
            id="those at whose rate of interest they borrow",
        ),
        pytest.param(
            "Xã có 25 trạm nước của tư nhân, hợp tác xã, phục vụ 7.540 hộ.",
            "7.540 hộ",
            "all_hh",
            id="a cooperative is no household",
        ),
        pytest.param(
            "Về thiếu hụt của hộ nghèo, thiếu việc làm có 512 hộ.",
            "512 hộ",
            "poor_hh",
            id="households short of jobs are no workers",
        ),
        pytest.param(
            "Phụ nữ xã góp gạch, đến nay còn 12 nhà chưa xong.", "12 nhà", "poor_hh", id="who helps with houses"
        ),
        pytest.param(
            "Tỷ lệ nghèo trong đồng bào Hrê giảm từ 54,8% còn 36,5%.",
            "36,5%",
            "ethnic_minority_hh",
            id="a rate of households of a people",
        ),
        pytest.param(
            "Hộ nghèo không còn; riêng vốn sự nghiệp mới giải ngân 18,9%.", "18,9%", "_T", id="a rate of money"
        ),
        pytest.param(
            "Số hộ nghèo là người dân tộc thiểu số còn 8.100 hộ, chiếm 86,2% tổng số hộ nghèo. "
            "Xét theo địa bàn, số hộ nghèo nhiều nhất ở huyện Tu Mơ Rông với 2.500 hộ, kế đến là Đắk Glei 2.100 hộ.",
            "2.100 hộ",
            "poor_hh",
            id="the first of a list is of more than the total before",
        ),
        pytest.param(
            "Nhật Bản dẫn đầu với 1.362 lao động xuất khẩu, kế đến là Đài Loan 341; lao động nữ 712 người. "
            "Những nơi làm tốt là huyện Cao Lãnh (251 người), Châu Thành (214).",
            "251 người",
            "worker",
            id="not the women told last of all",
        ),
        pytest.param(
            "Riêng với hộ nghèo, tỷ lệ dùng nước hợp vệ sinh là 74,3%.",
            "74,3%",
            "poor_hh",
            id="the group that opens the sentence",
        ),
        pytest.param(
            "Riêng với hộ nghèo, tỷ lệ dùng nước là 74,3%; hộ cận nghèo là 81%.",
            "81%",
            "near_poor_hh",
            id="another group behind it",
        ),
        pytest.param(
            "Bộ đội trao 96 con bò cho 208 hộ nghèo.",
            "96 con bò",
            "poor_hh",
            id="those counted who get something",
        ),
        pytest.param("Cả xóm có 56 hộ thì 31 hộ còn nghèo.", "31 hộ", "poor_hh", id="those who are still poor"),
    ],
)  # fmt: skip
def test_whom_a_figure_concerns(text: str, quote: str, group: str) -> None:
    assert meaning_of(text, quote).population_group == group


@pytest.mark.parametrize(
    ("headline", "text", "quote", "group"),
    [
        pytest.param(
            "Bàn giao 120 căn nhà cho người có công",
            "Năm 2018, huyện Tân Sơn làm được 74 căn nhà.",
            "74 căn nhà",
            "merit_person",
            id="houses are for whom the headline names",
        ),
        pytest.param(
            "Bàn giao 120 căn nhà cho người có công",
            "Nguồn tiền đã giải ngân là 4,1 tỷ đồng.",
            "4,1 tỷ đồng",
            "merit_person",
            id="so is the money",
        ),
        pytest.param(
            "Nhà mới cho hộ nghèo, gia đình có công",
            "Năm 2018, huyện Tân Sơn làm được 74 căn nhà.",
            "74 căn nhà",
            "_T",
            id="of two kinds of people they are for all",
        ),
        pytest.param(
            "Lào Cai dựng lại 150 căn nhà bị lũ cuốn",
            "Đến nay, 84 căn đã khởi công.",
            "84 căn",
            "_T",
            id="behind a disaster they are for those it hit",
        ),
        pytest.param("Giảm nghèo", "Đã giải ngân 4,1 tỷ đồng.", "4,1 tỷ đồng", "_T", id="the poor are no theme"),
    ],
)  # fmt: skip
def test_whom_a_headline_names(headline: str, text: str, quote: str, group: str) -> None:
    found = [one.meaning for one in observations_of(text, headline=headline) if one.quote == quote]
    assert [one.population_group for one in found] == [group]


def test_the_whole_of_a_part_told_before_is_what_it_was_told_of() -> None:
    text = "Xã còn 412 hộ nghèo. Hộ nghèo là người dân tộc thiểu số: 409/412 hộ."
    assert told(text, "412 hộ")[0] == "pov.hh_poor"
