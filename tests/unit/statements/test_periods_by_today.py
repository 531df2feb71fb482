"""When figures are that words date by today, by the day of publication, by an event or by what is planned."""

from datetime import date

import pytest

from tests.unit.statements.relations import meaning_of, observations_of

JUNE = date(2024, 6, 28)


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "Năm ngoái, xã Chiềng Hặc có 38 cán bộ. Nay việc đã vào nếp. Đợt rà soát đầu năm, xã có 742 hộ nghèo.",
            "742 hộ",
            "2024-01-01",
            id="the beginning of the year of today",
        ),
        pytest.param(
            "Năm 2023, xã Chiềng Hặc đạt 14 tiêu chí.\n6 tháng đầu năm, xã trồng 64 ha chè.",
            "64 ha",
            "2024-S1",
            id="half a year that has just ended, behind a paragraph about last year",
        ),
        pytest.param(
            "Năm 2023, xã Chiềng Hặc đạt 14 tiêu chí. Trong đó 6 tháng cuối năm, xã trồng 64 ha chè.",
            "64 ha",
            "2023-S2",
            id="but half of the year that its paragraph tells",
        ),
        pytest.param(
            "Trong 5 tháng đầu năm 2024, tỉnh đưa 900 lao động đi. Ở Mai Sơn, từ đầu năm đến nay có 82 lao động đi.",
            "82 lao động",
            "2024-01-01/2024-06-28",
            id="until the day of publication, whatever months were told",
        ),
        pytest.param(
            "Đến ngày 15/6, huyện Mai Sơn làm xong 815 căn nhà.\nXã Cò Nòi đến giờ chỉ còn 92 hộ nghèo.",
            "92 hộ",
            "2024-06-28",
            id="as of now",
        ),
        pytest.param(
            "Năm 2019, gia đình ông Pâng vay 25 triệu đồng. “Giờ đàn dê có 14 con”, ông Pâng nói.",
            "14 con",
            "2024-01-01/2024-06-28",
            id="now, where it opens a clause",
        ),
        pytest.param(
            "Năm 2019, ông Pâng dạy học. Giờ học nào cũng có 14 học sinh.", "14 học sinh", "2019", id="but an hour"
        ),
        pytest.param(
            "Năm 2024, huyện Mai Sơn cấp 148.600 thẻ.\nNăm 2015, gia đình ông Pâng vay 25 triệu đồng.\n"
            "Huyện thăm hỏi và tặng 7.250 suất quà.",
            "7.250 suất quà",
            "2024",
            id="a year of a person's story does not run on",
        ),
        pytest.param(
            "Từ đầu năm đến nay có 342 lao động đi. Nếu so với năm 2010, thời điểm có tới 1.068 người đi, đã giảm.",
            "1.068 người",
            "2010",
            id="what was in the year compared with",
        ),
        pytest.param(
            "Cuối năm 2019, tỷ lệ hộ nghèo là 38,5%; cuối năm 2022 là 24,1%, bình quân mỗi năm giảm 4,8%.",
            "4,8%",
            "2020/2022",
            id="a change a year between the ends of two",
        ),
        pytest.param(
            "Đầu năm 2020 huyện còn 2.548 hộ nghèo, cuối năm 2022 còn 1.171 hộ; bình quân mỗi năm giảm 459 hộ.",
            "459 hộ",
            "2020/2022",
            id="a change a year between two ends",
        ),
        pytest.param(
            "6 tháng đầu năm 2024, tỉnh giải quyết việc làm cho 14.265 lao động.\nTại thời điểm đầu năm 2024,"
            " tỉnh có 58.420 hộ nghèo.\nTrong số người có việc làm mới, 9.180 lao động vào doanh nghiệp.",
            "9.180 lao động",
            "2024-S1",
            id="what there was on the first day of a year ends nothing that runs in it",
        ),
        pytest.param(
            "Năm học 2011-2012 khép lại, hơn 170 học trò đã trở lại lớp.\nĐầu năm 2011, huyện có 4.327 hộ nghèo; đến"
            " cuối năm 2011 còn 3.918 hộ.\nHuyện có ba trường phổ thông dân tộc bán trú nuôi 486 học sinh.",
            "486 học sinh",
            "2011/2012",
            id="nor does it end a school year",
        ),
    ],
)
def test_period_by_the_day_of_publication(text: str, quote: str, period: str) -> None:
    meaning = meaning_of(text, quote, JUNE)

    assert meaning.period is not None
    assert meaning.period.text == period


def test_today_in_a_text_without_a_dateline_is_the_day_of_its_event() -> None:
    text = "Ngày 20-12-2018, đồn tổng kết.\nĐến nay, xã còn 192 hộ nghèo.\nNăm 2018, đồn dựng 34 căn nhà."

    periods = [one.meaning.period.text for one in observations_of(text) if one.meaning.period]

    assert periods == ["2018-12-20", "2018"]


def test_the_rest_of_a_year() -> None:
    text = "Sáu tháng đầu năm 2018, huyện mở 7 lớp nghề. Sáu tháng còn lại, huyện phấn đấu mở 9 lớp nghề."

    periods = [one.meaning.period.text for one in observations_of(text) if one.meaning.period]

    assert periods == ["2018-S1", "2018-S2"]


def test_a_month_without_a_year_is_of_the_year_planned_for_in_a_text_without_a_dateline() -> None:
    text = "Năm 2023, huyện được giao 86 tỷ đồng. Hết tháng 11, huyện giải ngân được 60 tỷ đồng."

    period = meaning_of(text, "60 tỷ đồng").period

    assert period is not None
    assert period.text == "2023-01/2023-11"


def test_the_end_of_this_year_in_a_text_without_a_dateline_is_none_of_the_year_told_before_it() -> None:
    text = "Năm 2021, huyện giảm tỷ lệ hộ nghèo từ 25,68% cuối năm 2020 xuống 21,29% cuối năm nay."

    told = meaning_of(text, "21,29%").period

    assert told is not None
    assert told.text == "2021-12-31"


def test_today_in_a_text_without_a_dateline_is_the_latest_day_told() -> None:
    text = (
        "Tính đến ngày 18/1/2012, huyện Mai Sơn đã trao 4.236 suất quà. Trong tháng cao điểm (17/10 - 18/11/2011), "
        "huyện quyên góp 2 tỷ đồng.\nToàn huyện hiện có 6.780 đối tượng hưởng trợ cấp hằng tháng."
    )

    meaning = meaning_of(text, "6.780 đối tượng")

    assert meaning.period is not None
    assert meaning.period.text == "2012-01-18"


def test_the_end_of_a_planned_year() -> None:
    text = "Chỉ tiêu năm 2019: giảm 60 hộ nghèo.\nHuyện phấn đấu đến cuối năm tỷ lệ hộ nghèo còn dưới 11%."

    meaning = meaning_of(text, "11%", date(2018, 12, 12))

    assert meaning.period is not None
    assert (meaning.period.text, meaning.status) == ("2019-12-31", "target")


@pytest.mark.parametrize(
    ("text", "quote", "status"),
    [
        (
            "Phấn đấu năm 2019 thu nhập đạt 34 triệu đồng/người (năm 2018: 30,5 triệu đồng).",
            "30,5 triệu đồng",
            "actual",
        ),
        ("Phấn đấu vận động 350 triệu đồng, tăng 40% so với năm 2017 (250 triệu đồng).", "250 triệu đồng", "actual"),
        ("Huyện làm 69 nhà, đạt 115% kế hoạch năm 2018 (60 nhà).", "60 nhà", "plan"),
    ],
)
def test_a_bracket_with_a_year_that_has_begun(text: str, quote: str, status: str) -> None:
    assert meaning_of(text, quote, date(2018, 12, 12)).status == status


def test_an_estimate_for_the_end_of_the_year_is_not_today() -> None:
    text = "Ước hết năm 2018 còn 1.517 hộ nghèo.\nNăm 2012 xã có 112 ha quế; nay là 340 ha."

    period = meaning_of(text, "340 ha", date(2018, 10, 12)).period

    assert period is not None
    assert period.text == "2018-10-12"


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param("Toàn huyện hiện có 61 trường với 24.318 học sinh.", "24.318 học sinh", "2023/2024", id="pupils"),
        pytest.param(
            "Đến nay có 5.207 em nhận hỗ trợ chi phí học tập 100.000 đồng/tháng.",
            "100.000 đồng",
            "2023/2024",
            id="norm",
        ),
        pytest.param("Toàn huyện hiện còn 3.120 hộ nghèo.", "3.120 hộ", "2024-06-28", id="but not the poor"),
    ],
)
def test_what_schools_have_today_is_of_the_school_year_told(text: str, quote: str, period: str) -> None:
    told = meaning_of(f"Năm học 2023 - 2024 khép lại, ngành Giáo dục huyện đã vui.\n{text}", quote, JUNE).period

    assert told is not None
    assert told.text == period


def test_a_school_year_counts_from_the_latest_told_where_no_day_is() -> None:
    text = "Năm học 2021 - 2022, huyện có 812 học sinh bán trú. Năm học tới, tỷ lệ bỏ học phấn đấu còn 0,5%."

    period = meaning_of(text, "0,5%").period

    assert period is not None
    assert period.text == "2022/2023"


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Huyện phấn đấu hoàn thành 1.186 căn trước ngày 15/12/2018.", "1.186 căn", "2018-01-01/2018-12-15"),
        ("Mỗi tuần phấn đấu làm 200 nhà, hoàn thành hồ sơ trước ngày 15/12.", "200 nhà", "2018"),
        ("Quý IV/2018, chi nhánh đặt kế hoạch giải ngân 135 tỷ đồng.", "135 tỷ đồng", "2018-Q4"),
        ("Quý III/2018, huyện cho vay 9 tỷ đồng, đạt 90% kế hoạch (10 tỷ đồng).", "10 tỷ đồng", "2018"),
        ("Đến ngày 20/6/2018, huyện đã khởi công 410/452 căn, đạt 90,7% kế hoạch.", "452 căn", "2018-06-20"),
        ("Đến ngày 20/6/2018, huyện đã đưa 410/452 lao động đi, đạt 90,7% kế hoạch.", "452 lao động", "2018"),
    ],
)
def test_period_of_what_is_planned(text: str, quote: str, period: str) -> None:
    told = meaning_of(text, quote, date(2018, 10, 12)).period

    assert told is not None
    assert told.text == period


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Toàn tỉnh hiện có 229 cơ sở Hội. Ngay từ đầu năm, Hội giúp 412 hộ nghèo.", "412 hộ", "2016"),
        ("Từ năm 2011 đến nay, Hội làm 317 nhà; riêng năm qua làm 41 nhà.", "41 nhà", "2016"),
        ("Từ đầu năm đến nay, Hội mở 12 lớp nghề.", "12 lớp", "2017-01-01/2017-01-12"),
    ],
)
def test_in_january_the_year_before_is_reported_on(text: str, quote: str, period: str) -> None:
    told = meaning_of(f"Năm 2016, Hội giúp 2.874 hộ nghèo.\n{text}", quote, date(2017, 1, 12)).period

    assert told is not None
    assert told.text == period


def test_the_run_of_years_to_come() -> None:
    text = "Giai đoạn 2006 - 2010, huyện chi 47,6 tỷ đồng.\nGiai đoạn tới, huyện đặt mục tiêu mỗi năm giảm 4% hộ nghèo."

    told = meaning_of(text, "4%", date(2010, 12, 29)).period

    assert told is not None
    assert told.text == "2011/2015"


def test_this_year_is_that_of_the_plan_told_before() -> None:
    text = "Năm 2010, chương trình có kế hoạch vốn 186 tỷ đồng, trong đó 157 tỷ đồng giao trong năm."

    told = meaning_of(text + " Trong năm, huyện chi 9 tỷ đồng.", "9 tỷ đồng", date(2011, 3, 22)).period

    assert told is not None
    assert told.text == "2010"


def test_an_amount_a_year_is_of_the_whole_year() -> None:
    text = "Đến 30/9/2018, xã có 900 thẻ bảo hiểm y tế. Theo quy định, mức đóng là 653.400 đồng/người/năm."

    meaning = meaning_of(text, "653.400 đồng", date(2018, 10, 12))

    assert meaning.period is not None
    assert (meaning.period.text, meaning.status) == ("2018", "norm")


def test_what_a_programme_grants_is_of_its_years_not_of_one_picked_out() -> None:
    text = "Kế hoạch vốn giai đoạn 2018 - 2020 là 820 tỷ đồng. Riêng năm 2018, huyện được giao và đã giải ngân 210 tỷ."

    meaning = meaning_of(f"{text}\n- Nhà ở: 40 triệu đồng/hộ.", "40 triệu đồng", date(2018, 12, 12))

    assert meaning.period is not None
    assert (meaning.period.text, meaning.status) == ("2018/2020", "norm")


def test_a_headline_tells_the_time_of_a_report() -> None:
    headline = "Sơ kết công tác 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2018"
    text = "Huyện gieo cấy 4.215 ha lúa.\nTỉnh phân bổ 38,6 tỷ đồng vốn sự nghiệp."

    periods = [
        one.meaning.period.text for one in observations_of(text, date(2018, 7, 12), headline) if one.meaning.period
    ]

    assert periods == ["2018-S1", "2018"]
