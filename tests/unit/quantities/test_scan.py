"""What a number in prose is: value, unit, what it is per, comparator. Each case lists all statistics of its text."""

import pytest

from tests.unit.quantities.reading import quantities, read, statistics


def cases(table: dict[str, list[str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=t) for t, e in table.items()])


@cases(
    {
        "còn 2.307 hộ nghèo": ["2.307 hộ = 2307 household"],
        "có 14,917 hộ": ["14,917 hộ = 14917 household"],
        "đạt 106,811 tỷ đồng": ["106,811 tỷ đồng = 106811000000 VND"],
        "kinh phí 450,000 đồng": ["450,000 đồng = 450000 VND"],
        "tỷ lệ 95,125%": ["95,125% = 95.125 percent"],
        "của 19 136 hộ": ["19 136 hộ = 19136 household"],
        "dư nợ 25 796 triệu đồng": ["25 796 triệu đồng = 25796000000 VND"],
        "năm 2022 105 hộ thoát nghèo": ["105 hộ = 105 household"],
        "cuối năm 2010,100% xã": ["100% = 100 percent"],
        "rộng 600 m2, cả vùng 2 km2": ["600 m2 = 600 square_metre", "2 km2 = 200 hectare"],
        "mở 01 lớp": ["01 lớp = 1 class"],
        "bố trí cho Chương trình 135 812,6 tỷ đồng": ["812,6 tỷ đồng = 812600000000 VND"],
        "theo Nghị quyết 88 1.200 tỷ đồng": ["1.200 tỷ đồng = 1200000000000 VND"],
        "tổng vốn 135 812 triệu đồng, vốn 420 812 triệu đồng": [
            "812 triệu đồng = 812000000 VND",
            "420 812 triệu đồng = 420812000000 VND",
        ],
        "phục vụ 42 160 hộ, đạt kế hoạch 12 500 hộ": ["42 160 hộ = 42160 household", "12 500 hộ = 12500 household"],
        "tháng 9 105 hộ thoát nghèo": ["105 hộ = 105 household"],
        "cấp 31 260 suất quà": ["31 260 suất quà = 31260 gift"],
        "tổ 5 120 hộ": ["120 hộ = 120 household"],
        "có 1 846/2 093 hộ mất điện": ["1 846/2 093 hộ = 1846 of 2093 household"],
        "còn 846/2 093 hộ": ["846/2 093 hộ = 846 of 2093 household"],
        "làm 118/127 nhà, chi 118/127 450 triệu đồng": [
            "118/127 nhà = 118 of 127 house",
            "118/127 = 118 of 127",
            "450 triệu đồng = 450000000 VND",
        ],
        "hỗ trợ １２５ hộ": ["１２５ hộ = 125 household"],
        "đạt 98 ,5 % và 1. 250 hộ": ["98 ,5 % = 98.5 percent", "1. 250 hộ = 1250 household"],
    }
)
def test_separators(text: str, expected: list[str]) -> None:
    from pipelines.orthography import normalise

    assert read(text) == [line.replace("１２５", normalise("１２５").text) for line in expected]


@cases(
    {
        "giải ngân 2 tỷ 044 triệu đồng": ["2 tỷ 044 triệu đồng = 2044000000 VND"],
        "chi 1 tỷ 995,84 triệu đồng": ["1 tỷ 995,84 triệu đồng = 1995840000 VND"],
        "chi 5 triệu 1,5 tỷ đồng": ["5 triệu = 5000000 VND", "1,5 tỷ đồng = 1500000000 VND"],
        "chi 2 tỷ 3,5 ha": ["2 tỷ = 2000000000 VND", "3,5 ha = 3.5 hectare"],
        "vay 1 tỷ 200 triệu 500 nghìn đồng": ["1 tỷ 200 triệu 500 nghìn đồng = 1200500000 VND"],
        "có 14 nghìn 619 học sinh": ["14 nghìn 619 học sinh = 14619 person"],
        "lãi 3 triệu 5": ["3 triệu 5 = 3500000 VND"],
        "thu 1 tỷ rưỡi mỗi năm": ["1 tỷ rưỡi = 1500000000 VND/year"],
        "lương 2tr5, thưởng 300k": ["2tr5 = 2500000 VND", "300k = 300000 VND"],
        "hết 1 trăm 20 nghìn đồng": ["1 trăm 20 nghìn đồng = 120000 VND"],
        "vốn 1.200 trđ và 15 tr.đ": ["1.200 trđ = 1200000000 VND", "15 tr.đ = 15000000 VND"],
        "hơn 2 nghìn tỷ đồng": ["2 nghìn tỷ đồng = >2000000000000 VND"],
        "thu nhập 75 triệu/năm": ["75 triệu = 75000000 VND/year"],
        "ủng hộ 500 nghìn": ["500 nghìn = 500000 VND"],
        "vay 25 triệu đô la Mỹ, 150.000 USD, $1,42": [
            "25 triệu đô la Mỹ = 25000000 USD", "150.000 USD = 150000 USD", "$1,42 = 1.42 USD",
        ],
        "gồm: vốn trung ương (51,4), vốn của huyện, xã (20), dân góp (9 tỷ đồng)": [
            "51,4 = 51400000000 VND", "20 = 20000000000 VND", "9 tỷ đồng = 9000000000 VND",
        ],
        "giảm hơn một nửa, tăng hơn 20%": ["một nửa = >50 percent", "20% = >20 percent"],
        "5.000.000 (năm triệu) đồng": ["5.000.000 = 5000000 VND", "năm triệu = 5000000 VND"],
    }
)  # fmt: skip
def test_money(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@cases(
    {
        "hơn 98 ngàn hộ": ["98 ngàn hộ = >98000 household"],
        "1,2 triệu lượt người": ["1,2 triệu lượt người = 1200000 turn"],
        "13 xã, thị trấn với 107 thôn, bản": ["13 xã, thị trấn = 13 commune", "107 thôn, bản = 107 village"],
        "35 con bò, 15 chiếc xe đạp, 10 chiếc máy tính": [
            "35 con bò = 35 animal", "15 chiếc xe đạp = 15 xe đạp", "10 chiếc máy tính = 10 device",
        ],
        "02 máy cày và 12 tiêm kích": ["02 máy cày = 2 máy cày", "12 tiêm kích = 12 tiêm kích"],
        "73,4 km; 0,5 ha; 412,5 tấn": ["73,4 km = 73.4 km", "0,5 ha = 0.5 hectare", "412,5 tấn = 412.5 tonne"],
        "5 đồng chí; 3 trường hợp; 2 nhà văn hóa": [
            "5 đồng chí = 5 person", "3 trường hợp = 3 case", "2 nhà văn hóa = 2 facility",
        ],
        "320 hộ.Trong đó 45 hộ nghèo": ["320 hộ = 320 household", "45 hộ = 45 household"],
        "hỗ trợ 155hộ,kinh phí1.300triệu đồng": ["155hộ = 155 household", "1.300triệu đồng = 1300000000 VND"],
        "có 46 ngàn đồng bào Mông, 3 triệu đồng bào theo đạo": [
            "46 ngàn đồng bào = 46000 person", "3 triệu đồng bào = 3000000 person",
        ],
        "nuôi 42 đứa trẻ, dạy nghề cho hai bạn": ["42 đứa trẻ = 42 person", "hai bạn = 2 person"],
        "gồm người cao tuổi 98, trẻ mồ côi 14 người": ["98 = 98", "14 người = 14 person"],
        "chỉ còn ba vòi nước": ["ba vòi nước = 3 vòi nước"],
        "HỖ TRỢ 155 HỘ NGHÈO": ["155 HỘ = 155 household"],
    }
)  # fmt: skip
def test_units_and_nouns(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@cases(
    {
        "giảm 3%/năm": ["3% = 3 percent/year"],
        "40 triệu đồng/hộ": ["40 triệu đồng = 40000000 VND/household"],
        "36 triệu đồng/người/năm": ["36 triệu đồng = 36000000 VND/person/year"],
        "15 kg gạo/tháng": ["15 kg = 15 kilogram/month"],
        "1,8 triệu đồng một người một tháng": ["1,8 triệu đồng = 1800000 VND/person/month"],
        "12 triệu đồng cho mỗi mô hình": ["12 triệu đồng = 12000000 VND/model"],
        "14 tiêu chí/1 xã": ["14 tiêu chí = 14 criterion/commune"],
        "45 người/km2": ["45 người = 45 person/km2"],
    }
)
def test_per(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@cases(
    {
        "727/700 lao động": ["727/700 lao động = 727 of 700 person"],
        "giải ngân 12,5/15 tỷ đồng": ["12,5/15 tỷ đồng = 12500000000 of 15000000000 VND"],
        "9/12 xã hoàn thành": ["9/12 xã = 9 of 12 commune"],
        "168,2 tỷ đồng/3.310 hộ": ["168,2 tỷ đồng = 168200000000 VND", "3.310 hộ = 3310 household"],
        "1.560 hộ/6.240 khẩu": ["1.560 hộ = 1560 household", "6.240 khẩu = 6240 person"],
        "giảm 2/3 số hộ": ["2/3 số hộ = 0.6666666666666666666666666667 household"],
        "1/2kg": ["1/2kg = 0.5 kilogram"],
    }
)
def test_slashes(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@cases(
    {
        "trên 3%, hơn 80 hộ, vượt trên 5 xã": ["3% = >3 percent", "80 hộ = >80 household", "5 xã = >5 commune"],
        "dưới 5%": ["5% = <5 percent"],
        "không quá 5%, tối đa 100 triệu đồng": ["5% = <=5 percent", "100 triệu đồng = <=100000000 VND"],
        "không dưới 7%, ít nhất 3 xã": ["7% = >=7 percent", "3 xã = >=3 commune"],
        "không nhỏ hơn 24 m2; tính trên 446 hộ; xe chạy trên 7,2 km đường": [
            "24 m2 = >=24 square_metre",
            "446 hộ = 446 household",
            "7,2 km = 7.2 km",
        ],
        "từ 4% trở lên": ["4% = >=4 percent"],
        "95% dân số trở lên có BHYT": ["95% = >=95 percent"],
        "171 em ra lớp trở lại": ["171 em = 171 person"],
        "thu nhập 24,5 triệu đồng, tỷ lệ hộ xem được truyền hình đạt 98": [
            "24,5 triệu đồng = 24500000 VND",
            "98 = 98 percent",
        ],
        "Thu nhập bình quân là 18,8 triệu đồng.\nPhấn đấu thu nhập bình quân đạt 22": [
            "18,8 triệu đồng = 18800000 VND",
            "22 = 22000000 VND",
        ],
        "từ 30% hộ nghèo trở lên": ["30% = >=30 percent"],
        "từ 3 triệu đồng trở xuống": ["3 triệu đồng = <=3000000 VND"],
        "gần 16%, khoảng 3.000 lao động, xấp xỉ 250 hộ": [
            "16% = ~16 percent", "3.000 lao động = ~3000 person", "250 hộ = ~250 household",
        ],
        "trên địa bàn 5 xã; gần trung tâm 3 km; cao hơn 5%": [
            "5 xã = 5 commune", "3 km = 3 km", "5% = 5 percent",
        ],
        "vượt 3,8% kế hoạch; ước đạt 5 tỷ đồng": ["3,8% = 3.8 percent", "5 tỷ đồng = 5000000000 VND"],
        "chưa bằng 25% bình quân; chưa kể trên 3.200 ngày công": [
            "25% = <25 percent", "3.200 ngày công = >3200 workday",
        ],
        "các hộ nêu trên 15 hộ": ["15 hộ = 15 household"],
        "thiệt hại ước 64 tỷ đồng, ước khoảng 30 hộ": ["64 tỷ đồng = 64000000000 VND", "30 hộ = ~30 household"],
    }
)  # fmt: skip
def test_comparators(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@cases(
    {
        "giảm 6 - 7%/năm": ["6 - 7% = range6..7 percent/year"],
        "vay từ 50 đến 100 triệu đồng/hộ": ["50 đến 100 triệu đồng = range50000000..100000000 VND/household"],
        "giữa 1.000 đồng và 2.000 đồng": ["1.000 đồng và 2.000 đồng = range1000..2000 VND"],
        "800 nghìn - 1,2 triệu đồng": ["800 nghìn - 1,2 triệu đồng = range800000..1200000 VND"],
        "500.000 - 1 triệu đồng": ["500.000 - 1 triệu đồng = range500000..1000000 VND"],
        "độ tuổi từ 18 đến 35": ["18 đến 35 = range18..35 year_of_age"],
        "tăng từ 28 lên 45 triệu đồng": ["28 = 28000000 VND", "45 triệu đồng = 45000000 VND"],
        "giảm từ 12,3% xuống còn 9,8%": ["12,3% = 12.3 percent", "9,8% = 9.8 percent"],
        "lần lượt là 168,2 - 203,5 - 82,4 tỷ đồng": [
            "168,2 = 168200000000 VND", "203,5 = 203500000000 VND", "82,4 tỷ đồng = 82400000000 VND",
        ],
        "đạt 5 – 7 – 9%, rồi 3 - 4%": [
            "5 = 5 percent", "7 = 7 percent", "9% = 9 percent", "3 - 4% = range3..4 percent",
        ],
        "(giao thông 33, trường học 11, kinh phí 2,1 tỷ đồng)": [
            "33 = 33", "11 = 11", "2,1 tỷ đồng = 2100000000 VND",
        ],
        "12 hộ - 5%": ["12 hộ = 12 household", "5% = 5 percent"],
    }
)  # fmt: skip
def test_ranges_and_changes(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@cases(
    {
        "đạt 45, 60 và 72%": ["45 = 45 percent", "60 = 60 percent", "72% = 72 percent"],
        "lần lượt có 12, 27 và 31 hộ": ["12 = 12 household", "27 = 27 household", "31 hộ = 31 household"],
        "Hàn Quốc (5), Nhật Bản (12 người)": ["5 = 5 person", "12 người = 12 person"],
        "15 lao động, gồm: Đài Loan (10), Nhật Bản (5)": ["15 lao động = 15 person", "10 = 10 person", "5 = 5 person"],
        "Mường Lát 35,6, Quan Hóa 28,4 và Bá Thước 22,1%": [
            "35,6 = 35.6 percent", "28,4 = 28.4 percent", "22,1% = 22.1 percent",
        ],
        "(ngân sách tỉnh 12,5, huyện 4,3, dân góp 2,1 tỷ đồng)": [
            "12,5 = 12500000000 VND", "4,3 = 4300000000 VND", "2,1 tỷ đồng = 2100000000 VND",
        ],
        "Đơn vị tính: triệu đồng. Xã A: 1.250; xã B: 980": ["1.250 = 1250000000 VND", "980 = 980000000 VND"],
        "người dân thu nhập 19,5 triệu đồng; năm 2020 được 20\n": [
            "19,5 triệu đồng = 19500000 VND", "20 = 20000000 VND",
        ],
    }
)  # fmt: skip
def test_units_that_stand_at_another_number(text: str, expected: list[str]) -> None:
    assert read(text) == expected
    lent = [q for q in statistics(text) if q.unit_printed is None]
    assert lent
    assert all("unit_inherited" in q.flags for q in lent)


@cases(
    {
        "tăng 1,5 lần": ["1,5 lần = 1.5 times"],
        "gấp khoảng 2 lần, gấp 3": ["2 lần = ~2 times", "3 = 3 times"],
        "gấp đôi, gấp rưỡi": ["gấp đôi = 2 times", "gấp rưỡi = 1.5 times"],
        "tập huấn 3 lần": ["3 lần = 3 lần"],
        "bằng ba phần tư; khoảng một phần tư số ấy": ["ba phần tư = 75 percent", "một phần tư = ~25 percent"],
        "hơn một nửa hộ nghèo": ["một nửa = >50 percent"],
        "giảm 1,5 điểm %, 2 điểm phần trăm": [
            "1,5 điểm % = 1.5 percentage_point",
            "2 điểm phần trăm = 2 percentage_point",
        ],
        "0,8 phần nghìn; 15 phần trăm": ["0,8 phần nghìn = 0.8 permille", "15 phần trăm = 15 percent"],
        "(+5,04%); (-2%)": ["5,04% = 5.04 percent", "-2% = -2 percent"],
    }
)
def test_rates(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "flag", "expected"),
    [
        ("hơn 19, tỷ đồng", "cut_off", "19, tỷ đồng = >19000000000 VND"),
        ("15.5580 người", "malformed_number", "15.5580 người = 155580 person"),
        ("25 triêu đồng", "typo", "25 triêu đồng = 25000000 VND"),
        ("30 lao đông", "typo", "30 lao đông = 30 person"),
        ("100 ngừơi", "typo", "100 ngừơi = 100 person"),
        ("du no 25.796 trieu dong", "unaccented", "25.796 trieu dong = 25796000000 VND"),
        ("tren 80 luot can bo", "unaccented", "80 luot = >80 turn"),
        ("khoảng 80 - 100 triệu đồng", "approximate", "80 - 100 triệu đồng = range80000000..100000000 VND"),
        ("vài chục lao động", "vague", "vài chục lao động = ~20..90 person"),
        ("mã 5 trong 7", "bare", "7 = 7"),
    ],
)
def test_flags_tell_how_sure_a_reading_is(text: str, flag: str, expected: str) -> None:
    assert expected in read(text)
    assert any(flag in quantity.flags for quantity in statistics(text))


@pytest.mark.parametrize("text", ["5 công trường", "12 thông báo", "3 hộp sữa", "5 huyền thoại"])
def test_a_known_word_is_never_taken_for_a_misspelt_unit(text: str) -> None:
    assert not any("typo" in quantity.flags for quantity in quantities(text))


def test_value_is_number_times_factor_with_both_as_printed() -> None:
    (quantity,) = statistics("dư nợ 25.796 triệu đồng")
    assert (quantity.value_printed, quantity.unit_printed) == ("25.796", "triệu đồng")
    assert quantity.value == quantity.factor * 25796


def test_the_denominator_is_a_quantity_of_its_own() -> None:
    (quantity,) = statistics("727/700 lao động")
    assert quantity.denominator is not None
    assert (quantity.denominator.start, quantity.denominator.end) == (4, 16)
    assert quantity.denominator.value == 700
