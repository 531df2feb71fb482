"""When, how and per what single figures are told, and which numbers are no figures."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of, observations_of


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        pytest.param("Huyện giao sáu xã 46.850 triệu đồng.", "46.850 triệu đồng", "plan", id="assigned by a superior"),
        pytest.param("Huyện bàn giao 26 căn nhà.", "26 căn nhà", "actual", id="handed over"),
        pytest.param(
            "Trung ương đã giao 23.158,4 tỷ đồng; giải ngân được 15.469,8 tỷ đồng.",
            "15.469,8 tỷ đồng",
            "actual",
            id="a plan's word holds to the semicolon",
        ),
        pytest.param(
            "Kế hoạch năm 2014: tạo việc làm cho 27.500 lao động; dạy nghề cho 8.800 người.",
            "8.800 người",
            "plan",
            id="a plan's label holds to the end",
        ),
        pytest.param(
            "Tỷ lệ đạt 99,6%, cao hơn 0,6% so với chỉ tiêu huyện đề ra là 99%.", "99%", "plan", id="against a target"
        ),
        pytest.param(
            "Tỉnh đã khởi công 6.482/7.105 nhà theo kế hoạch. Còn lại 623 nhà chưa khởi công.",
            "623 nhà",
            "actual",
            id="what remains of a plan is a fact",
        ),
        pytest.param(
            "II. KẾT QUẢ\nHuyện mở 3 lớp nghề.\nIII. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n- Xây dựng 08 căn nhà còn lại.",
            "08 căn nhà",
            "target",
            id="a heading about what is to come, behind its number",
        ),
        pytest.param(
            "Huyện mở 3 lớp nghề.\nNhiệm vụ 6 tháng cuối năm: mỗi xã có ít nhất 2 mô hình sinh kế; mở 5 lớp nghề.",
            "5 lớp",
            "target",
            id="a paragraph that opens with such a heading",
        ),
        pytest.param(
            "Nhiệm vụ được Hội quan tâm là nhà ở: năm qua có 25 căn nhà được sửa.",
            "25 căn nhà",
            "actual",
            id="what was done of a task",
        ),
        pytest.param(
            "Năm 2024 huyện giải ngân 60 tỷ đồng.\n3. Phần vốn giao các xã\nXã Cô Ngân mới giải ngân 8 tỷ đồng.",
            "8 tỷ đồng",
            "actual",
            id="a heading that only names what was assigned",
        ),
        pytest.param(
            "Năm 2022, huyện được giao 86 tỷ đồng, đến hết tháng 1 năm 2023 giải ngân 39 tỷ đồng, đạt 45,3%.",
            "39 tỷ đồng",
            "actual",
            id="what was spent of what was assigned",
        ),
        pytest.param(
            "Tỉnh sẽ di chuyển 135 hộ. Cụ thể: huyện Bảo Yên 25 hộ; Bảo Thắng 23 hộ.",
            "23 hộ",
            "plan",
            id="a plan's list",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo hạ 4,45%, vượt chỉ tiêu huyện giao (3,5%).",
            "3,5%",
            "plan",
            id="a plan in a bracket behind its name",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 4,35%, vượt chỉ tiêu 4% của tỉnh.",
            "4%",
            "plan",
            id="what was planned, behind the word for going beyond it",
        ),
        pytest.param(
            "Huyện tạo việc làm cho 1.250 lao động, vượt kế hoạch đề ra là 1.100 lao động.",
            "1.100 lao động",
            "plan",
            id="a count that was planned, likewise",
        ),
        pytest.param(
            "Huyện tạo việc làm cho 1.250 lao động, vượt kế hoạch 150 lao động.",
            "150 lao động",
            "actual",
            id="by how much a plan was gone beyond",
        ),
        pytest.param(
            "Xã Lâm Sơn giải ngân 12,4/14,6 tỷ đồng (84,9%), xã Tà Nung 4,1/10,6 tỷ đồng (38,7%).",
            "10,6 tỷ đồng",
            "plan",
            id="money of which some was spent, in a list",
        ),
        pytest.param(
            "Tỉnh phấn đấu hộ nghèo còn 3,95%, giảm 1,5 điểm phần trăm so với đầu năm (5,45%).",
            "5,45%",
            "actual",
            id="the level with which an aim compares",
        ),
        pytest.param(
            "Số hộ nghèo giảm 5,65% trong khi chỉ tiêu là 4%.",
            "5,65%",
            "actual",
            id="before a plan that is another figure's",
        ),
        pytest.param(
            "Người cận nghèo được hỗ trợ 70% mức đóng, tỉnh góp thêm.", "70%", "norm", id="the part of a cost by rule"
        ),
        pytest.param(
            "II. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n- Giải ngân 100% kế hoạch vốn được giao.",
            "100%",
            "target",
            id="a plan that shall be fulfilled",
        ),
        pytest.param(
            "Năm tháng qua có 431 người đi làm; so với kế hoạch 900 người của cả năm thì đạt gần 48%.",
            "900 người",
            "plan",
            id="a plan told right behind what is compared with it",
        ),
        pytest.param(
            "Huyện có 431 người đi làm, hơn 20 người so với kế hoạch.",
            "20 người",
            "actual",
            id="a plan named behind what goes beyond it",
        ),
        pytest.param(
            "Vốn đầu tư 64 tỷ đồng, đã giải ngân 51 tỷ đồng; vốn sự nghiệp 48 tỷ đồng, đã giải ngân 12 tỷ đồng.",
            "48 tỷ đồng",
            "plan",
            id="money of which some was spent",
        ),
        pytest.param(
            "Dư nợ 64 tỷ đồng, trong năm giải ngân 51 tỷ đồng.", "64 tỷ đồng", "actual", id="loans beside what was lent"
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm 6,08%, vượt mục tiêu giảm từ 5% trở lên.",
            "5%",
            "target",
            id="the target that is passed",
        ),
        pytest.param(
            "Tỉnh rà soát mục tiêu đến năm 2025 có 30% số huyện thoát nghèo, bởi hiện mới có 22 huyện.",
            "22 huyện",
            "actual",
            id="today, beside a target",
        ),
        pytest.param(
            "Huyện hoàn thành 64/70 nhà trước ngày 30/8.",
            "70 nhà",
            "plan",
            id="what is to be finished",
        ),
        pytest.param(
            "Có 9.214/9.930 người tham gia BHYT, đạt 92,8%.",
            "9.930 người",
            "actual",
            id="all of whom some are insured",
        ),
        pytest.param(
            "Hộ nghèo giảm 6,48%, bằng 108% KH (KH giảm 6%).",
            "6%",
            "plan",
            id="a plan abbreviated",
        ),
        pytest.param(
            "Ước hết năm 2020 còn 1.517 hộ nghèo.",
            "1.517 hộ",
            "plan",
            id="an estimate for the end of the year",
        ),
        pytest.param(
            "Xã kiến nghị cho hộ mới thoát nghèo vay 150 triệu đồng.",
            "150 triệu đồng",
            "target",
            id="what is asked for",
        ),
        pytest.param("Mỗi gia đình góp 2 triệu đồng.", "2 triệu đồng", "actual", id="what each gives"),
        pytest.param("Mỗi người kiếm được 4 triệu đồng.", "4 triệu đồng", "actual", id="what each earns"),
        pytest.param("Mỗi hộ còn nợ 30 triệu đồng.", "30 triệu đồng", "actual", id="what each owes"),
        pytest.param(
            "Mỗi hộ bị thu hồi đất nhận 20 triệu đồng.", "20 triệu đồng", "norm", id="what each gets for what was taken"
        ),
        pytest.param(
            "Hỗ trợ mỗi người đóng bảo hiểm 500.000 đồng.", "500.000 đồng", "norm", id="help towards what each gives"
        ),
        pytest.param(
            "Thu nhập bình quân đạt 40 triệu đồng; hỗ trợ mỗi hộ 10 triệu đồng.",
            "10 triệu đồng",
            "norm",
            id="help told behind an income",
        ),
        pytest.param(
            "Huyện trả lời 25 kiến nghị của cử tri và hỗ trợ 120 hộ nghèo.",
            "120 hộ",
            "actual",
            id="beside requests that are counted",
        ),
        pytest.param(
            "Huyện tiếp thu các kiến nghị, hỗ trợ 120 hộ nghèo. Tỉnh giúp 30 hộ.",
            "30 hộ",
            "actual",
            id="behind requests as things",
        ),
        pytest.param(
            "Theo đề xuất của xã, huyện hỗ trợ 50 hộ nghèo xây nhà.",
            "50 hộ",
            "actual",
            id="done as was proposed",
        ),
        pytest.param(
            "Ngân hàng đề xuất cho 300 hộ vay mới.",
            "300 hộ",
            "target",
            id="what is proposed",
        ),
        pytest.param(
            "Ước tính năm 2020 mỗi người thu nhập 40,3 triệu đồng.",
            "40,3 triệu đồng",
            "plan",
            id="an estimate of what is ahead",
        ),
    ],
)
def test_status(text: str, quote: str, status: str) -> None:
    assert meaning_of(text, quote).status == status


@pytest.mark.parametrize(
    ("text", "quote", "per"),
    [
        pytest.param("Mỗi tuần tỉnh bàn giao 200 nhà.", "200 nhà", "week", id="a week, of whatever is counted"),
        pytest.param("Mỗi năm huyện giảm 492 hộ nghèo.", "492 hộ", "year", id="a fall a year"),
        pytest.param(
            "Huyện chi trợ cấp hằng tháng cho 202.350 người.", "202.350 người", None, id="persons, not a month"
        ),
        pytest.param(
            "Thu nhập bình quân đầu người tăng từ 26,4 triệu đồng lên 42,7 triệu đồng/năm.",
            "42,7 triệu đồng",
            "person/year",
            id="a head at both ends of a change",
        ),
        pytest.param(
            "Mức cho vay nâng từ 800 nghìn đồng lên 860.000 đồng/tháng/em.",
            "800 nghìn đồng",
            "person/month",
            id="a head at the beginning of a change",
        ),
        pytest.param("Tỉnh tặng 1.500 suất quà, mỗi phần 600.000 đồng.", "600.000 đồng", "gift", id="a gift"),
        pytest.param(
            "Tỉnh tặng 1.500 suất quà, mỗi suất 600.000 đồng, tính ra 900 triệu đồng.",
            "900 triệu đồng",
            None,
            id="their sum",
        ),
    ],
)
def test_per(text: str, quote: str, per: str | None) -> None:
    assert meaning_of(text, quote).per == per


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "9 tháng đầu năm 2018, tỉnh đưa 1.612 lao động xuất cảnh. Năm 2017 tỉnh mở 51 phiên. Trong 9 tháng, tỉnh mở"
            " 64 phiên giao dịch.",
            "64 phiên giao dịch",
            "2018-01/2018-09",
            id="the first months told before, by their length",
        ),
        pytest.param(
            "Tính đến ngày 30/11/2022 huyện có 5.214 hộ nghèo. Trong năm, 846 hộ thoát nghèo.",
            "846 hộ",
            "2022",
            id="the running year",
        ),
        pytest.param(
            "Huyện có 17 thôn thuộc Chương trình 135 giai đoạn 2006 - 2010. Tổng vốn 5 năm qua là 98,6 tỷ đồng.",
            "98,6 tỷ đồng",
            "2006/2010",
            id="the programme's years, by their number",
        ),
        pytest.param(
            "Tính chung năm 2017 và 2018, huyện cấp 500 máy cho 1.200 hộ.",
            "1.200 hộ",
            "2017/2018",
            id="two years together",
        ),
        pytest.param(
            "Xã nhận 28 con bò sinh sản cho bản Nậm Đích hồi năm 2018, cứ 3 hộ chung một con.",
            "28 con bò",
            "2018",
            id="a year behind the figure's own words",
        ),
        pytest.param(
            "Năm 2019, huyện cho vay 9 tỷ đồng.\nHiện toàn huyện còn 15 hộ nghèo.",
            "15 hộ",
            "2019",
            id="today of no known day",
        ),
        pytest.param(
            "Đến cuối năm 2010,100% xã có đường ô tô.",
            "100%",
            "2010-12-31",
            id="a year without the space behind its comma",
        ),
        pytest.param(
            "Giai đoạn 2021 - 2025, tổng vốn là 75.000 tỷ đồng, trong đó ngân sách trung ương 48.000 tỷ đồng.",
            "48.000 tỷ đồng",
            "2021/2025",
            id="a part is told of the time of its total",
        ),
        pytest.param(
            "Cuối năm 2022, huyện còn 2.731 hộ nghèo. Đối chiếu cuối năm 2021 (3.452 hộ nghèo, tỷ lệ 42,59%), huyện bớt"
            " được 721 hộ nghèo.",
            "721 hộ",
            "2022",
            id="a fall is not of the year that it is held against",
        ),
        pytest.param(
            "Bộ vừa cấp gạo cho 5.894 học sinh của tỉnh trong năm 2016.\nLượng gạo là 359.115 kg.",
            "359.115 kg",
            "2016",
            id="the first time that a text tells, behind its figures",
        ),
        pytest.param(
            "Cuối năm 2018, dư nợ là 208 tỷ đồng.\nChị em trong phiên giao dịch tháng 3\n"
            "Xã có 9 tổ tiết kiệm và vay vốn.",
            "9 tổ",
            "2018-12-31",
            id="what a picture shows dates nothing",
        ),
    ],
)
def test_period(text: str, quote: str, period: str) -> None:
    told = meaning_of(text, quote).period
    assert told is not None
    assert told.text == period


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param("Tỷ lệ huy động trẻ 5 tuổi ra lớp đạt 99,8%.", ["99,8%"], id="an age that names a group"),
        pytest.param("Ông Phia, 57 tuổi, có 6 con bò.", ["57 tuổi", "6 con bò"], id="the age of a person"),
        pytest.param(
            "Con cháu gom 25 triệu, phần thiếu 10 triệu bà mượn của chi hội.",
            ["25 triệu", "10 triệu"],
            id="a person behind an amount is not counted",
        ),
    ],
)
def test_figures(text: str, quotes: list[str]) -> None:
    assert [one.quote for one in observations_of(text)] == quotes


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        pytest.param(
            "Qua rà soát, số hộ nghèo của huyện giảm còn 1.790 hộ.",
            "1.790 hộ",
            "pov.hh_poor",
            id="where a fall arrived",
        ),
        pytest.param(
            "Các mô hình góp phần giảm tỷ lệ thất nghiệp ở khu vực thành thị xuống 3,6%.",
            "3,6%",
            "emp.unemployment_rate",
            id="a verb of change before the name of the rate",
        ),
    ],
)
def test_indicator(text: str, quote: str, indicator: str | None) -> None:
    assert meaning_of(text, quote).indicator == indicator


def test_bare_number_takes_the_unit_of_its_own_list() -> None:
    text = "Huyện xây 37 công trình (giao thông 18 công trình, thủy lợi 9, trường học 6); cấp 1.245 con bò giống."

    units = {one.quote: one.unit for one in observations_of(text)}

    assert units["9"] == units["6"] == "facility"


@pytest.mark.parametrize(
    ("text", "quote", "period", "status"),
    [
        pytest.param(
            "Ước tính, 9 tháng tỉnh tạo việc làm cho 1.612 lao động.",
            "1.612 lao động",
            "2018-01/2018-09",
            "actual",
            id="an estimate of what has passed",
        ),
        pytest.param(
            "Sau 10 năm, huyện làm được 648 km đường.", "648 km", "2009/2018", "actual", id="the years that have passed"
        ),
        pytest.param(
            "Năm 2018, quận cấp 78 thẻ BHYT. Đến nay, dư nợ là 4 tỷ đồng. Các phường tặng 4.150 suất quà.",
            "4.150 suất quà",
            "2018",
            "actual",
            id="a flow behind what stands today",
        ),
        pytest.param(
            "Đến 30/9/2018, tổng dư nợ đạt 312.480 triệu đồng.",
            "312 tỷ đồng",
            "2018-09-30",
            "actual",
            id="the headline sums up the text",
        ),
        pytest.param(
            "Năm 2017, huyện cho vay 9 tỷ đồng. Hiện toàn huyện còn 15 hộ nghèo.",
            "15 hộ",
            "2018-10-12",
            "actual",
            id="today",
        ),
        pytest.param(
            "Cuối 2016, hộ nghèo chiếm 41,2%; nay còn 606 hộ nghèo.", "606 hộ", "2018-10-12", "actual", id="nay"
        ),
        pytest.param(
            "Ngày 9/10 ông thông tin: năm nay tỉnh trao 98 suất quà.",
            "98 suất quà",
            "2018",
            "actual",
            id="the day of telling",
        ),
        pytest.param(
            "Tính tới 30/9, dư nợ 175 tỷ đồng. Nợ quá hạn hiện ở mức 238 triệu đồng.",
            "238 triệu đồng",
            "2018-09-30",
            "actual",
            id="today as of the day told before",
        ),
        pytest.param(
            "Rà soát ở 202 xã cho kết quả: đến nay mỗi xã đạt 10,2 tiêu chí.\nCó 25 xã đạt trên 15 tiêu chí."
            " Năm 2017, các xã làm 412 km đường.",
            "25 xã",
            "2018-10-12",
            "actual",
            id="what stands today goes on",
        ),
        pytest.param(
            "Năm 2017, Quỹ vận động 42 tỷ đồng.\nDịp Tết, tỉnh phấn đấu tặng 150 suất quà.",
            "150 suất quà",
            "2018",
            "target",
            id="no target of what has passed",
        ),
        pytest.param(
            "Nhìn lại 3 năm (2012 - 2014), tỷ lệ hộ nghèo giảm bình quân 2%/năm.",
            "2%",
            "2012/2014",
            "actual",
            id="a length named",
        ),
        pytest.param(
            "Năm 2017, huyện thực hiện hỗ trợ 15 hộ nghèo.", "15 hộ", "2017", "actual", id="carrying out is not today"
        ),
    ],
)
def test_dated_article(text: str, quote: str, period: str, status: str) -> None:
    observations = observations_of(text, date(2018, 10, 12), "Dư nợ đạt trên 312 tỷ đồng")

    meaning = next(one.meaning for one in observations if one.quote == quote)

    assert meaning.period is not None
    assert (meaning.period.text, meaning.status) == (period, status)


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        pytest.param(
            "ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH\n\nBÁO CÁO\nKết quả nước sạch năm 2016\n\nToàn tỉnh có 142 trạm cấp nước."
            " Các xã Long Hòa, Hòa Minh (huyện Châu Thành) thiếu nước ngọt.",
            "142 trạm",
            "Tỉnh Trà Vinh",
            id="the letterhead",
        ),
        pytest.param(
            "Huyện Ninh Phước có 121 nhà, huyện Ninh Sơn 69 nhà. Toàn tỉnh làm được 317 nhà.",
            "317 nhà",
            None,
            id="a province that the text never names",
        ),
        pytest.param(
            "Tỉnh Quảng Nam: đứng đầu lần lượt là Tây Giang, Nam Trà My, Nam Giang với 38,07%, 37,37% và 36,51%.",
            "37,37%",
            "Huyện Nam Trà My",
            id="names behind lần lượt",
        ),
        pytest.param(
            "Tỉnh Bình Thuận có Bắc Bình 2.214 hộ nghèo; Tánh Linh 1.565; An Phú 24 hộ.",
            "24 hộ",
            "An Phú",
            id="as printed",
        ),
        pytest.param(
            "Ở ấp Ba Trạch, xã Tân Hiệp, ai cũng biết chị Thạch Thị Sa Rinh.\nNăm 2008, vợ chồng chị vay 8 triệu đồng.",
            "8 triệu đồng",
            "ấp Ba Trạch",
            id="a person told of without a name",
        ),
        pytest.param(
            "Ông Kim Sóc Thia, Phó Chủ tịch UBND xã Tân Hiệp, cho biết xã có 2.860 hộ.",
            "2.860 hộ",
            "Tân Hiệp",
            id="a person named like a hamlet",
        ),
    ],
)
def test_place(text: str, quote: str, place: str | None) -> None:
    told = meaning_of(text, quote).place
    assert (told.name if told else None) == place


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param(
            "Lực lượng từ 15 tuổi trở lên gồm 255.953 người.", ["255.953 người"], id="an age that names a group"
        ),
        pytest.param("Chi bộ thôn Đắk Sơn 1 giúp 4 hộ.", ["4 hộ"], id="the number of a hamlet"),
        pytest.param(
            "Tại bản Bông 1, xã Bảo Hà, 68 hộ dùng nước.", ["68 hộ"], id="a hamlet's number before its commune"
        ),
        pytest.param(
            "Bản Bông 1 có 68 hộ, bản Bông 2 có 54 hộ.", ["68 hộ", "54 hộ"], id="numbers of hamlets before a verb"
        ),
        pytest.param("Bản Bông 12, bản Mới 15 hộ.", ["12", "15 hộ"], id="counts of hamlets without their unit"),
        pytest.param("Xã Đam Rông 1, giải ngân 12,4 tỷ đồng.", ["12,4 tỷ đồng"], id="the number of a commune"),
        pytest.param("Ba Tơ 27, Trà Bồng 14 hộ.", ["27", "14 hộ"], id="counts of districts without their unit"),
        pytest.param("Nhà bảo đảm “3 cứng”, rộng 24 m2.", ["24 m2"], id="a slogan"),
    ],
)
def test_what_is_a_figure(text: str, quotes: list[str]) -> None:
    assert [one.quote for one in observations_of(text)] == quotes
