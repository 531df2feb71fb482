"""Whether figures were reached, planned, aimed at or set by a rule, by what stands around them."""

from datetime import date

import pytest

from tests.unit.statements.relations import observations_of

JULY = date(2022, 7, 14)


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        pytest.param(
            "Theo đó, đến năm 2025: tỷ lệ hộ nghèo còn dưới 10%; 95% hộ dùng nước hợp vệ sinh.",
            "95%",
            "target",
            id="what is told of a year to come",
        ),
        pytest.param(
            "Nếu tính theo chuẩn nghèo áp dụng cho giai đoạn 2023 - 2025, huyện có 6.780 hộ nghèo.",
            "6.780 hộ",
            "actual",
            id="by a standard of years to come",
        ),
        pytest.param(
            "Cuối năm 2021 tỷ lệ hộ nghèo là 12,4% và năm nay dự kiến chỉ còn 9,8%.",
            "12,4%",
            "actual",
            id="what is expected of another time",
        ),
        pytest.param(
            "Đảng bộ huyện xác định mỗi năm giảm 4% hộ nghèo; có 10 xã đạt chuẩn.",
            "10 xã",
            "target",
            id="what a body sets",
        ),
        pytest.param("Đại hội xác định giảm 50 hộ nghèo.", "50 hộ", "target", id="what a congress sets"),
        pytest.param(
            "Qua rà soát, xác định đến cuối năm 2022, toàn huyện còn 500 hộ nghèo.",
            "500 hộ",
            "actual",
            id="what is found for a day",
        ),
        pytest.param("Đảng bộ xã xác định có 30 hộ nghèo.", "30 hộ", "actual", id="what a body finds"),
        pytest.param(
            "Trong số 60 hộ đăng ký giảm nghèo, 50 hộ đã thoát nghèo.",
            "50 hộ",
            "actual",
            id="some who put themselves down",
        ),
        pytest.param("Qua rà soát, huyện xác định 120 hộ nghèo.", "120 hộ", "actual", id="what is found"),
        pytest.param(
            "Số hộ nghèo còn 4.514/29.560 hộ, chiếm 15,27%, giảm 3,83%, cao hơn chỉ tiêu Nghị quyết đề ra là 2%.",
            "29.560 hộ",
            "actual",
            id="a whole of which a share is told, though a plan is named",
        ),
        pytest.param(
            "Đến nay đã hoàn thành đưa vào sử dụng 93/118 công trình.",
            "118 công trình",
            "plan",
            id="what was to be built",
        ),
        pytest.param("Đến nay 93/118 công trình hoạt động tốt.", "118 công trình", "actual", id="some of all"),
        pytest.param(
            "Hộ nghèo là hộ có thu nhập từ 700.000 đồng/người/tháng trở xuống và thiếu hụt từ 3 chỉ số trở lên.",
            "3 chỉ số",
            "norm",
            id="a threshold of a definition",
        ),
        pytest.param("Hộ nghèo là hộ Khmer có 40 con bò.", "40 con bò", "actual", id="no definition"),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 0,98%/năm, gần bằng mục tiêu Quốc hội giao (1 - 1,5%/năm). Có 35 huyện thoát nghèo.",
            "35 huyện",
            "actual",
            id="an aim in a bracket does not run on",
        ),
        pytest.param(
            "Mục tiêu đến năm 2025 giảm còn 3% (giảm 1,5%/năm). Có 35 xã đạt chuẩn.",
            "35 xã",
            "target",
            id="an aim with its yearly fall in a bracket runs on",
        ),
        pytest.param(
            "Bí thư yêu cầu phấn đấu dư nợ tăng 8%. Dịp này, 12 tập thể được tặng bằng khen.",
            "12 tập thể",
            "actual",
            id="what was done at the event",
        ),
        pytest.param(
            "Doanh nghiệp cam kết hỗ trợ 16 tỷ đồng. Số tiền này làm được 24 công trình.",
            "24 công trình",
            "actual",
            id="what was done with money that was promised",
        ),
        pytest.param(
            "Theo báo cáo tại hội nghị triển khai nhiệm vụ năm 2022, tỷ lệ hộ nghèo còn 12,1%. Tây Bắc còn 31,5%.",
            "31,5%",
            "actual",
            id="what a meeting was on",
        ),
        pytest.param(
            "Người thuộc hộ nghèo được ngân sách đóng 100%; hộ cận nghèo được hỗ trợ tối thiểu 70%.",
            "70%",
            "norm",
            id="shares of a cost that a rule lays on somebody",
        ),
        pytest.param("Nhà nước hỗ trợ 95% hộ nghèo vay vốn.", "95%", "actual", id="a share of those counted behind it"),
        pytest.param(
            "Đánh giá mục tiêu\nToàn tỉnh còn 52 xã khu vực III.",
            "52 xã",
            "actual",
            id="under a heading that judges aims",
        ),
        pytest.param(
            "Mục tiêu giảm 1%/năm. Chuẩn nghèo ở nông thôn là 2.200.000 đồng/người/tháng.",
            "2.200.000 đồng",
            "norm",
            id="the poverty line among aims",
        ),
        pytest.param("5 tháng cuối năm, huyện mở 12 lớp nghề.", "12 lớp", "target", id="the last months of the year"),
        pytest.param(
            "Lũ làm 42 hộ phải từ bỏ nhà cửa, 15 hộ bị sập nhà.", "15 hộ", "actual", id="what some had to give up"
        ),
        pytest.param(
            "Năm 2021, ngân hàng huyện giao dịch tại 21 xã, dư nợ 350 tỷ đồng.", "21 xã", "actual", id="where one deals"
        ),
        pytest.param("UBND tỉnh giao đất cho 125 hộ nghèo.", "125 hộ", "actual", id="land that was given"),
        pytest.param(
            "Nhiệm vụ 6 tháng cuối năm là thực hiện không dưới 416 vụ việc để hoàn thành kế hoạch.",
            "416 vụ việc",
            "target",
            id="a task of the months to come",
        ),
        pytest.param(
            "Chỉ tiêu là 92% hộ dùng nước sạch; riêng huyện U Minh phải từ 85% trở lên.", "85%", "target", id="must be"
        ),
        pytest.param(
            "Năm 2021, huyện giao 320 con bò cho 318 hộ nghèo.", "318 hộ", "actual", id="animals that were given"
        ),
        pytest.param(
            "Năm 2021, tỉnh giao 320 hộ thoát nghèo, huyện có 350 hộ.", "320 hộ", "plan", id="what was assigned"
        ),
        pytest.param(
            "Nhà sập được hỗ trợ 40 triệu đồng/nhà. Như vậy, ngân sách cần 41,36 tỷ đồng cho nhà sập.",
            "41,36 tỷ đồng",
            "plan",
            id="what a norm will cost",
        ),
        pytest.param(
            "Hộ nghèo được hỗ trợ 30% mức đóng, tương ứng 99.000 đồng/tháng; hộ cận nghèo 25%, tương ứng 82.500 đồng.",
            "25%",
            "norm",
            id="shares of a cost by group",
        ),
        pytest.param(
            "Hộ nghèo được hỗ trợ 30% mức đóng, tương ứng 99.000 đồng/tháng; hộ cận nghèo 25%, tương ứng 82.500 đồng.",
            "82.500 đồng",
            "norm",
            id="what such a share comes to",
        ),
        pytest.param(
            "Trung ương hỗ trợ 70% mức đóng, ngân sách tỉnh hỗ trợ thêm 20%, phần tự đóng chỉ còn 10%.",
            "10%",
            "norm",
            id="the rest of a cost",
        ),
        pytest.param(
            "Người cận nghèo được hỗ trợ 70% mức đóng nhưng mới có 6,8% tham gia.",
            "6,8%",
            "actual",
            id="a rate behind the share of a cost",
        ),
        pytest.param(
            "Mục tiêu giảm nghèo có thêm cơ sở. Cuối năm 2021, huyện còn 1.320 hộ nghèo, chiếm 12%.",
            "1.320 hộ",
            "actual",
            id="what was in a year that is over, behind a target",
        ),
        pytest.param(
            "Mục tiêu giảm nghèo đã rõ. Năm 2021, huyện phấn đấu còn 1.320 hộ nghèo.",
            "1.320 hộ",
            "target",
            id="but a target of a year that is over",
        ),
        pytest.param(
            "Sáu tháng cuối năm, huyện Mai Sơn mở 12 lớp nghề và làm 18 km đường.",
            "12 lớp",
            "target",
            id="half a year that has hardly begun",
        ),
        pytest.param("Quý IV, huyện Mai Sơn mở 12 lớp nghề.", "12 lớp", "target", id="a quarter that has not begun"),
        pytest.param(
            "Sáu tháng đầu năm, huyện Mai Sơn mở 12 lớp nghề.", "12 lớp", "actual", id="half a year that has passed"
        ),
        pytest.param(
            "Giai đoạn 2023 - 2027, chuẩn nghèo là 2,2 triệu đồng/người/tháng.",
            "2,2 triệu đồng",
            "norm",
            id="a rule of years to come",
        ),
        pytest.param(
            "Sở yêu cầu 14 doanh nghiệp báo cáo. Tỉnh yêu cầu mở 14 lớp nghề.",
            "14 doanh nghiệp",
            "actual",
            id="those who are asked for something",
        ),
        pytest.param("Tỉnh yêu cầu mở 14 lớp nghề.", "14 lớp", "target", id="what is asked for"),
        pytest.param(
            "Kỳ thi vừa qua có 300 người dự, 135 người đạt yêu cầu, đạt tỷ lệ 45%.", "45%", "actual", id="who pass"
        ),
        pytest.param("Tổng kinh phí cần có là 36 tỷ đồng.", "36 tỷ đồng", "plan", id="money that is needed"),
        pytest.param("Trường có 950 em, nhu cầu gạo khoảng 93 tấn.", "93 tấn", "plan", id="rice that is needed"),
        pytest.param("Toàn tỉnh có nhu cầu xóa 208 căn.", "208 căn", "actual", id="houses in need"),
        pytest.param(
            "Vốn ngân sách nhà nước giao cho 3 chương trình là 15 tỷ đồng, đến nay giải ngân 12 tỷ đồng.",
            "15 tỷ đồng",
            "plan",
            id="money that the state assigns",
        ),
        pytest.param("Nhà nước giao đất cho 120 hộ.", "120 hộ", "actual", id="land that the state gives"),
        pytest.param(
            "Từ 2027, tỉnh sẽ nâng ngưỡng thu nhập lên 2,2 triệu đồng/người/tháng ở nông thôn, 2,8 triệu đồng ở phố.",
            "2,8 triệu đồng",
            "norm",
            id="a poverty line that goes on",
        ),
        pytest.param("Tỷ lệ hộ nghèo giảm 5,4%, vượt mục tiêu 4%/năm.", "4%", "plan", id="an aim that was exceeded"),
        pytest.param("Tỷ lệ hộ nghèo giảm 5,4%, vượt mục tiêu 0,9%.", "0,9%", "actual", id="what goes beyond an aim"),
        pytest.param(
            "Năm 2022, tỉnh ước giảm thêm 2,5% hộ nghèo.", "2,5%", "plan", id="an estimate of a year that runs"
        ),
        pytest.param(
            "Năm 2021, tỉnh ước giảm thêm 2,5% hộ nghèo.", "2,5%", "actual", id="an estimate of one that is over"
        ),
        pytest.param(
            "Huyện đã làm xong 214 căn nhà, bằng 89,17% so với 240 căn phải hoàn thành trong năm.",
            "240 căn",
            "plan",
            id="what was to be done, behind a per cent",
        ),
        pytest.param(
            "Tỉnh phấn đấu kéo tỷ lệ hộ nghèo từ 54% hiện nay xuống dưới 45%.", "54%", "actual", id="before an aim"
        ),
        pytest.param("Tỉnh phấn đấu kéo tỷ lệ hộ nghèo từ 54% hiện nay xuống dưới 45%.", "45%", "target", id="an aim"),
        pytest.param(
            "Hầu hết các mục tiêu cơ bản đều đạt và vượt. Thu nhập bình quân 14 triệu đồng/người.",
            "14 triệu đồng",
            "actual",
            id="aims that were reached do not run on",
        ),
        pytest.param(
            "Hầu hết các mục tiêu năm 2023 đều cao hơn. Thu nhập bình quân 34 triệu đồng/người.",
            "34 triệu đồng",
            "target",
            id="but those ahead do",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo còn 18,6% (mục tiêu là dưới 20%). Có 9 xã đạt chuẩn.",
            "9 xã",
            "actual",
            id="an aim named in a bracket does not run on",
        ),
        pytest.param(
            "Huyện phấn đấu xong 40 căn. Tỷ lệ hộ nghèo đầu năm 2022 là 23,63%, dự kiến cuối năm còn 20,2%.",
            "23,63%",
            "actual",
            id="what was at the beginning of the year, behind an aim",
        ),
        pytest.param(
            "Theo đề án được duyệt, giai đoạn 2020 - 2023 huyện hỗ trợ 1.218 hộ nghèo làm nhà.",
            "1.218 hộ",
            "plan",
            id="what a plan that was approved counts",
        ),
        pytest.param(
            "Theo Đề án 1956, huyện dạy nghề cho 218 lao động.", "218 lao động", "actual", id="but not by its number"
        ),
        pytest.param(
            "Xã Tân Lập có 36 căn trong kế hoạch, gồm 23 căn xây mới và 13 căn sửa chữa.",
            "23 căn",
            "plan",
            id="houses that are in a plan",
        ),
        pytest.param(
            "Con em hộ cận nghèo được giảm 50% học phí.", "50%", "norm", id="the part of a fee that is waived"
        ),
        pytest.param(
            "Người thứ hai, thứ ba đóng lần lượt bằng 70%, 60% mức của người thứ nhất.",
            "70%",
            "norm",
            id="what is told behind a list of rates is told of all",
        ),
        pytest.param(
            "Hộ cận nghèo được ngân sách Trung ương hỗ trợ 70%.", "70%", "norm", id="what a budget pays of a premium"
        ),
        pytest.param(
            "Theo chuẩn mới giai đoạn 2023 - 2025, huyện có 3.186 hộ nghèo.",
            "3.186 hộ",
            "actual",
            id="the years of a standard that opens a sentence",
        ),
        pytest.param(
            "Năm nay xã được giao tạo việc làm cho 200 lao động, kết quả thực hiện được 214 người.",
            "214 người",
            "actual",
            id="what was done of what was assigned",
        ),
        pytest.param(
            "Hai huyện đã xong toàn bộ chỉ tiêu, lần lượt là 143 và 46 nhà.", "46 nhà", "actual", id="an aim reached"
        ),
        pytest.param(
            "Bình quân mỗi năm giảm 4,09%, đạt 102,25% so với mục tiêu đề ra là giảm 4%/năm.",
            "4%",
            "plan",
            id="the aim that was reached",
        ),
        pytest.param("Mỗi năm giảm 4,27%, vượt 0,27% so với mục tiêu 4%/năm.", "4%", "plan", id="an aim a year"),
        pytest.param(
            "Phấn đấu hoàn thành 300 nhà; tiếp tục vận động phần kinh phí còn thiếu, khoảng 11 tỷ đồng.",
            "11 tỷ đồng",
            "actual",
            id="what is missing today",
        ),
        pytest.param(
            "Đông nhất là Ba Tri (286 người, đạt 204% chỉ tiêu), Mỏ Cày Nam (241 người, 185%).",
            "241 người",
            "actual",
            id="a bracket behind that which names a plan",
        ),
        pytest.param(
            "Xã phấn đấu giảm nghèo. Riêng xã Yang Mao được giao 29 căn, đã bàn giao 22 căn.",
            "22 căn",
            "actual",
            id="a part of a plan that is done",
        ),
        pytest.param(
            "Mức hỗ trợ 50 triệu đồng/căn, tổng kinh phí 30 tỷ đồng, trong đó ngân sách tỉnh 20 tỷ đồng.",
            "20 tỷ đồng",
            "actual",
            id="a part of what was spent by a rule",
        ),
        pytest.param("Đề nghị mỗi xã cử ít nhất 02 cán bộ.", "02 cán bộ", "plan", id="what those below are told to do"),
        pytest.param("Nhà phải có diện tích tối thiểu 24 m2.", "24 m2", "norm", id="how large a house must be"),
        pytest.param("Lao động được vay tối đa 100 triệu đồng.", "100 triệu đồng", "norm", id="the most that is lent"),
        pytest.param("Một số xã làm nhanh như Châu Hóa (46/52 nhà).", "52 nhà", "plan", id="houses to be built"),
        pytest.param("Đến nay 21/54 xã đạt chuẩn.", "54 xã", "actual", id="but all communes"),
    ],
)
def test_status(text: str, quote: str, status: str) -> None:
    assert [one.meaning.status for one in observations_of(text, JULY) if one.quote == quote] == [status]


def test_what_an_account_of_half_a_year_lists_was_done_though_its_title_tells_tasks_too() -> None:
    title = "Mai Sơn sơ kết công tác giảm nghèo 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2022"
    text = (
        f"{title}\nSáu tháng đầu năm, huyện huy động được 50 tỷ đồng. "
        "Trong đó: ngân sách tỉnh 30 tỷ đồng, ngân sách huyện 20 tỷ đồng."
    )

    observations = observations_of(text, JULY, "Cổng thông tin huyện Mai Sơn")

    told = {one.quote: (one.meaning.status, one.meaning.period and one.meaning.period.text) for one in observations}
    assert told == dict.fromkeys(("50 tỷ đồng", "30 tỷ đồng", "20 tỷ đồng"), ("actual", "2022-S1"))


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Điều 2. Một số chỉ tiêu chủ yếu năm 2022:", "target"),
        ("III. Các chỉ tiêu chủ yếu", "target"),
        ("2. Hệ thống chỉ tiêu giảm nghèo", "target"),
        ("Tỉnh xác định một số chỉ tiêu chủ yếu trong năm 2022:", "target"),
        ("Tôi yêu cầu các địa phương tập trung ba việc:", "target"),
        ("Để hoàn thành kế hoạch, Sở đề nghị UBND các huyện, thị xã, thành phố thực hiện những việc sau đây:", "plan"),
        ("Kết quả thực hiện một số chỉ tiêu:", "actual"),
        ("Tình hình thực hiện các chỉ tiêu năm 2022", "actual"),
        ("Các chỉ tiêu chủ yếu năm 2022 đạt được:", "actual"),
        ("Mục tiêu hoàn thành xóa nhà tạm:", "target"),
        ("Kế hoạch thực hiện năm 2022", "target"),
        ("Một số chỉ tiêu chưa đạt:", "actual"),
        ("Các chỉ tiêu không đạt năm 2022:", "actual"),
        ("3. Phần vốn giao", "actual"),
        ("Theo yêu cầu của tỉnh, huyện báo cáo:", "actual"),
    ],
)
def test_what_a_heading_or_a_sentence_announces(heading: str, status: str) -> None:
    text = f"{heading}\n1. Tạo việc làm cho 23.500 lao động.\n2. Làm mới 12 căn nhà."
    assert [one.meaning.status for one in observations_of(text, JULY)] == [status, status]


def test_what_is_asked_for_ends_with_its_list() -> None:
    text = "Năm nay còn nhiều việc. Tôi yêu cầu ba việc:\nMột là, tạo việc làm cho 500 lao động.\nTỉnh có 15 huyện."
    assert [one.meaning.status for one in observations_of(text, JULY)] == ["target", "actual"]


def test_what_follows_a_list_of_what_was_done_may_be_assigned() -> None:
    text = "Huyện đã giải ngân 9 tỷ đồng. Cụ thể: vốn đầu tư 12 tỷ đồng, đã giải ngân 8 tỷ đồng."

    told = {one.quote: one.meaning.status for one in observations_of(text, JULY)}

    assert told == {"9 tỷ đồng": "actual", "12 tỷ đồng": "plan", "8 tỷ đồng": "actual"}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        pytest.param(
            "Tổng vốn dự án là 342,6 tỷ đồng. Đến hết tháng 6, dự án đã giải ngân 311,8 tỷ đồng, đạt 91%.",
            ["plan", "actual", "actual"],
            id="funds of which so much was spent",
        ),
        pytest.param(
            "Tỉnh huy động được 342,6 tỷ đồng. Đến hết tháng 6, tỉnh đã giải ngân 311,8 tỷ đồng, đạt 91%.",
            ["actual", "actual", "actual"],
            id="money that was raised",
        ),
        pytest.param(
            "Tổng vốn dự án là 500 tỷ đồng. Đến hết tháng 6, dự án đã giải ngân 311,8 tỷ đồng, đạt 91%.",
            ["actual", "actual", "actual"],
            id="other funds",
        ),
        pytest.param(
            "Năm nay tỉnh được giao 89,4 tỷ đồng, trong đó xây mới 15 công trình (41,7 tỷ đồng).",
            ["plan", "plan", "plan"],
            id="what planned money is for",
        ),
        pytest.param(
            "Năm 2023, 83 tỷ đồng sẽ được tỉnh dành cho hộ nghèo.\nNguồn vốn này được chi để xây mới 418 căn nhà.",
            ["plan", "plan"],
            id="expected money taken up",
        ),
        pytest.param(
            "Năm 2021, tỉnh được giao 83 tỷ đồng.\nTừ nguồn vốn này, tỉnh xây mới 418 căn nhà.",
            ["plan", "actual"],
            id="assigned money taken up",
        ),
    ],
)
def test_status_by_money(text: str, statuses: list[str]) -> None:
    assert [one.meaning.status for one in observations_of(text, JULY)] == statuses


def test_a_headline_leaves_out_that_money_is_expected() -> None:
    text = "Năm 2023, 83,2 tỷ đồng sẽ được tỉnh dành cho hộ nghèo."

    told = [one.meaning.status for one in observations_of(text, JULY, "Hơn 83,2 tỷ đồng giúp hộ nghèo")]

    assert told == ["plan", "plan"]


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        ("Huyện được giao 9 tỷ đồng, dự kiến cho 850 hộ vay; mới giải ngân được 6,3 tỷ đồng.", "6,3 tỷ đồng", "actual"),
        ("Năm 2021, nhu cầu 55,6 tỷ đồng lấy từ ngân sách tỉnh.", "55,6 tỷ đồng", "plan"),
        ("Năm 2021, 450 hộ có nhu cầu vay vốn, 55,6 tỷ đồng đã đến tay hộ nghèo.", "55,6 tỷ đồng", "actual"),
    ],
)  # fmt: skip
def test_status_of_money_needed_and_of_money_spent_late(text: str, quote: str, status: str) -> None:
    told = {one.quote: one.meaning.status for one in observations_of(text, JULY)}
    assert told[quote] == status
