"""What stands together and is no relation: parts of other totals, subtotals, money not counted, other rates."""

import pytest

from tests.unit.statements.relations import completeness_of, observations_of, relations_of

REVIEW = (
    "Toàn huyện có 15.240 hộ dân, trong đó:\n- Hộ nghèo: 5.106 hộ, chiếm 33,5%;\n- Hộ cận nghèo: 2.438 hộ, chiếm 16%;\n"
    "- Tổng số hộ nghèo và hộ cận nghèo: 7.544 hộ, tỷ lệ nghèo đa chiều 49,5%."
)


def test_a_subtotal_in_a_list_is_added_to_nothing() -> None:
    told = relations_of(REVIEW)
    assert "part_whole: total 7.544 hộ, part 5.106 hộ, part 2.438 hộ" in told
    assert not [line for line in told if line.startswith("part_whole: total 15.240 hộ") and "7.544 hộ" in line]


def test_a_list_that_a_semicolon_ends_before_it_has_members_takes_none_behind_it() -> None:
    text = "Có 74 người sang nước ngoài, chủ yếu là Nhật Bản; 338 người vào khu công nghiệp; 200 người làm tại xã."
    assert not [line for line in relations_of(text) if "74 người" in line]


@pytest.mark.parametrize(
    "text",
    [
        "Cả nước có 28.360.000 hộ dân, bao gồm: hộ nghèo 547.348 hộ; hộ cận nghèo 609.740 hộ.",
        "Tỉnh giải quyết việc làm cho 30.850 lao động, gồm: Đài Loan 2.164 người, Nhật Bản 1.178 người, thị trường"
        " khác 416 người.",
    ],
    ids=["poor among all households", "those abroad among all who found work"],
)
def test_parts_that_make_less_than_half_of_a_total_are_not_all_of_it(text: str) -> None:
    assert True not in completeness_of(text)


def test_parts_that_a_wrong_unit_makes_so_small_still_are_all_of_it() -> None:
    text = "Huyện có 9.600 hộ nghèo, gồm: xã Vi Hương 320 hộ, xã Sĩ Bình 640 hộ."
    assert completeness_of(text) == [True]


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        pytest.param(
            "Giải ngân 371.237 triệu đồng. Trong đó:\n- Nhà ở: 1.368 căn, mức hỗ trợ 44 triệu đồng/hộ, kinh phí 60.192"
            " triệu đồng;\n- Đất sản xuất: 1.092 hộ, mức hỗ trợ 10 triệu đồng/hộ, kinh phí 10,92 tỷ đồng.",
            "per_head: amount 371.237 triệu đồng",
            id="money is counted by no amounts a head",
        ),
        pytest.param(
            "Huyện có 15.240 hộ dân, trong đó 5.106 hộ nghèo, chiếm 33,5%. Về nguyên nhân, 1.846 hộ nghèo thiếu vốn sản"
            " xuất, chiếm 36,2%.\nNăm 2023, huyện đặt mục tiêu giảm tỷ lệ hộ nghèo ít nhất 5%, đưa tỷ lệ này xuống"
            " 28,5%.",
            "change: before 36,2%",
            id="a share of the poor is no level of the poverty rate",
        ),
        pytest.param(
            "Đến 30/9/2021, tổng nguồn vốn đạt 488,7 tỷ đồng, tăng 43 tỷ đồng so với đầu năm; trong đó vốn trung ương"
            " 427,5 tỷ đồng, vốn huy động 52,4 tỷ đồng, vốn của huyện 8,8 tỷ đồng.",
            "change: before",
            id="parts of one total at one time are no levels of a change",
        ),
        pytest.param(
            "Cuối năm 2012, tỉnh Sóc Trăng có 24.870 hộ nghèo Khmer; cuối năm 2013 còn 19.615 hộ. Nếu tính chung toàn"
            " tỉnh thì còn 46.420 hộ nghèo.",
            "part_whole",
            id="stocks of two years are not summed up by that of a larger place",
        ),
        pytest.param(
            "Đến 31/12/2025, dư nợ là 98,6 tỷ đồng, tăng 9,4 tỷ đồng, đạt 103% chỉ tiêu. Năm 2026, phấn đấu dư nợ đạt"
            " 108 tỷ đồng.",
            "plan_ratio",
            id="the plan of another year is not what a rise was held against",
        ),
        pytest.param(
            "Tám tháng đầu năm, các cơ sở y tế khám, chữa bệnh cho 418.600 lượt người với chi phí 309,2 tỷ đồng. Bà"
            " Thới mổ sỏi thận hết 22 triệu đồng, được quỹ bảo hiểm y tế thanh toán 100%.",
            "share",
            id="what one patient paid is no share of what all cost",
        ),
        pytest.param(
            "Năm 2019 toàn huyện còn 5.118/11.204 hộ nghèo, chiếm 45,68%, so với đầu năm giảm 430 hộ, tương ứng giảm"
            " 4,62%; hộ cận nghèo 1.036/11.204 hộ, chiếm 9,25%.",
            "change",
            id="what two shares are of is no level of a change",
        ),
        pytest.param(
            "Huyện khởi công mới 31 công trình thủy lợi, chuyển tiếp 05 công trình; đến nay 33/36 công trình hoàn"
            " thành, đưa vào sử dụng.",
            "part_whole: total 31",
            id="works done of those begun are none that others leave",
        ),
        pytest.param(
            "Huyện còn 742 hộ nghèo, tỷ lệ 8%; có 6/12 xã, thị trấn tỷ lệ hộ nghèo dưới 7%.",
            "share: part 6",
            id="a rate of households is no share of the communes that have it",
        ),
    ],
)
def test_no_relation_begins_so(text: str, beginning: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith(beginning)]


@pytest.mark.parametrize(
    ("opening", "is_told"),
    [
        ("Cuối năm 2022, tỷ lệ hộ nghèo của huyện là 40%.", True),
        ("So với đầu năm 2022 (tỷ lệ hộ nghèo 40%), tỷ lệ hộ nghèo năm 2022 giảm 6,5 điểm %.", False),
    ],
    ids=["the end of the year before", "the beginning of the year before"],
)
def test_an_aim_for_a_year_starts_from_the_level_at_its_beginning(opening: str, is_told: bool) -> None:
    aim = "Năm 2023, huyện đề ra mục tiêu giảm tỷ lệ hộ nghèo ít nhất 13%, đưa tỷ lệ này xuống còn 28,5% vào cuối năm."
    told = [line for line in relations_of(f"{opening}\n{aim}") if line.startswith("change: before 40%, after 28,5%")]
    assert bool(told) == is_told


def test_a_second_average_is_not_of_the_amount_and_the_count_of_the_first() -> None:
    text = (
        "Muốn sửa 17 công trình hỏng cần 6,8 tỷ đồng, bình quân 400 triệu đồng một công trình, trong khi bình quân mỗi"
        " năm huyện chỉ cân đối được 850 triệu đồng."
    )
    assert "per_head: amount 6,8 tỷ đồng, count 17 công trình, per_head 400 triệu đồng" in relations_of(text)
    assert not [line for line in relations_of(text) if "per_head 850 triệu đồng" in line]


def test_an_average_of_several_counts_is_not_of_the_last_alone() -> None:
    text = (
        "Năm 2024, 512 phụ nữ mang thai và 1.940 trẻ em dưới 5 tuổi được bổ sung dinh dưỡng, kinh phí 3.678 triệu đồng,"
        " bình quân 1,5 triệu đồng/người."
    )
    assert not [line for line in relations_of(text) if "count 1.940 trẻ em, per_head" in line]


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        ("Đến năm 2020 có 126 tổ, gấp 21 lần năm 2003.", True),
        ("Đến năm 2020 có 126 tổ, dư nợ gấp hơn 35 lần.", False),
    ],
    ids=["of what it follows", "of something else"],
)
def test_a_multiple_of_something_else_is_not_of_the_level_before_it(told: str, is_found: bool) -> None:
    text = f"Năm 2003, huyện Ba Bể có 6 tổ tiết kiệm và vay vốn. {told}"
    assert any("multiple" in line for line in relations_of(text)) is is_found


def test_a_list_that_adds_up_with_all_its_sentences_goes_before_a_slip_in_some_of_them() -> None:
    text = (
        "Huyện Quảng Điền dành 11.482 suất quà cho hộ nghèo.\nQuà của Chủ tịch nước có 2.965 suất. Quà của tỉnh 3.410"
        " suất; quà của huyện 1.507 suất. Các doanh nghiệp tặng 3.600 suất."
    )
    found = [line for line in relations_of(text) if line.startswith("part_whole")]
    assert [line.count("part ") for line in found] == [4]


def test_women_among_those_who_found_work_are_no_plan_for_it() -> None:
    text = "Xã giải quyết việc làm cho 236/520 lao động, đạt 107,3% kế hoạch (nữ 101 người)."
    found = [line for line in relations_of(text) if line.startswith("plan_ratio")]
    assert ["plan 101 người" in line for line in found] == [False]


@pytest.mark.parametrize(
    ("jobs", "is_found"), [("1.120", True), ("1.920", False)], ids=["adds up", "one digit from adding up"]
)
def test_what_tinh_chung_sums_up_its_numbers_must_say(jobs: str, is_found: bool) -> None:
    text = (
        f"Huyện dạy nghề cho 1.046 lao động; đưa 74 lao động đi làm việc ở nước ngoài. Tính chung, có {jobs} lao động."
    )
    assert any(line.startswith(f"part_whole: total {jobs}") for line in relations_of(text)) is is_found


def test_levels_that_one_difference_fits_are_not_those_of_another() -> None:
    text = (
        "Tỷ lệ hộ nghèo toàn tỉnh Trà Vinh từ 13,23% cuối năm 2015 đã giảm còn 11,2% vào cuối năm 2016, tức giảm 2,03"
        " điểm phần trăm; vùng đồng bào Khmer giảm hơn 4%."
    )
    told = [line.rpartition("difference ")[2] for line in relations_of(text) if line.startswith("change")]
    assert told == ["2,03 điểm phần trăm"]


def test_programmes_that_name_a_group_are_parts_of_one_total_with_those_that_name_none() -> None:
    text = (
        "Năm 2025, huyện có 1.186 căn nhà tạm. Chia theo nguồn vốn thì Chương trình phát triển vùng dân tộc thiểu số và"
        " miền núi có 412 căn, Chương trình giảm nghèo bền vững 398 căn, Phong trào thi đua xóa nhà tạm 376 căn."
    )
    found = [line for line in relations_of(text) if line.startswith("part_whole: total 1.186")]
    assert found == ["part_whole: total 1.186 căn nhà, part 412 căn, part 398 căn, part 376 căn"]


def test_one_figure_is_no_part_of_a_smaller_one_of_another_sentence() -> None:
    text = "Mỗi tháng cụ có khoản trợ cấp 180.000 đồng. Gói quà gồm hộp bánh và 200.000 đồng tiền mặt."
    assert not [line for line in relations_of(text) if "200.000 đồng" in line]


def test_an_amount_behind_a_bracket_is_not_for_the_last_count_in_it() -> None:
    text = "Có 1.864 học sinh được hỗ trợ (520 trẻ mẫu giáo, 1.310 học sinh, 34 sinh viên) với số tiền 9,6 tỷ đồng."
    assert "per_head: amount 9,6 tỷ đồng, count 34 sinh viên" not in relations_of(text)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Bản Nậm Sỏ có 118 hộ; năm 2021 có 71 hộ nghèo, nay còn 43 hộ.", "118 hộ"),
        (
            "Quỹ thu được 2,946 tỷ đồng. Cấp huyện thu 1 tỷ 120 triệu đồng; các xã thu 826 triệu đồng; phần còn lại là"
            " 1 tỷ đồng của hai doanh nghiệp.",
            "1 tỷ 120 triệu đồng",
        ),
    ],
    ids=["the poor of two times", "the rest of more than one part"],
)
def test_what_is_left_and_one_other_are_not_all_of_any_figure(text: str, total: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith(f"part_whole: total {total},")]


def test_a_count_whose_rate_is_told_of_another_year_is_no_share_of_this_years_households() -> None:
    told = relations_of(
        "Toàn huyện có 46.820/47.104 hộ nông thôn dùng nước hợp vệ sinh, đạt 99,4%.\nNăm 2018, toàn huyện còn 1.057 hộ"
        " nghèo, tỷ lệ 2,02%, so với 3.276 hộ, 6,5% hồi đầu năm 2016."
    )
    assert not [line for line in told if line.startswith("share") and "6,5%" in line]


def test_parts_of_which_a_slip_would_be_too_likely_need_not_be_all() -> None:
    text = "Xã có 52 hộ nghèo, trong đó 21 hộ già yếu, 16 hộ có người khuyết tật."
    assert completeness_of(text) == [None]


def test_a_number_taken_up_is_the_last_before_its_sentence() -> None:
    text = "Tỉnh có 192.400 hộ, trong đó hộ nghèo 22.318 hộ, cận nghèo 9.620 hộ. Con số này chiếm 5% tổng số hộ."
    told = [one for one in relations_of(text) if one.startswith("share")]
    assert told == ["share: part 9.620 hộ, whole 192.400 hộ, rate 5%"]


OTHERS = [
    pytest.param(
        "Giao rừng cho 1.405 hộ chăm sóc.\nNhà ở: kế hoạch 1.486 nhà, đã hoàn thành 1.323 nhà, đang xây dựng 112 nhà;"
        " chưa khởi công 51 nhà.",
        ["part_whole: total 1.486 nhà, part 1.323 nhà, part 112 nhà, part 51 nhà"],
        id="houses of a plan that is told with them are of no other figure",
    ),
    pytest.param(
        "Toàn tỉnh còn 38.687 hộ nghèo. Trong số hộ nghèo, hộ Khmer là 18.256 hộ, chiếm 47,19% hộ nghèo toàn tỉnh và"
        " bằng 18,8% tổng số hộ Khmer (97.108 hộ).",
        [
            "subset: whole 38.687 hộ, part 18.256 hộ",
            "share: part 18.256 hộ, whole 97.108 hộ, rate 18,8%",
            "share: part 18.256 hộ, whole 38.687 hộ, rate 47,19%",
        ],
        id="the whole in brackets behind a second share",
    ),
    pytest.param(
        "Tổng vốn là 52 tỷ đồng, trong đó ngân sách Trung ương 31,2 tỷ đồng. Mỗi hộ được vay tối đa 50 triệu đồng,"
        " lãi suất 3%/năm.",
        ["subset: whole 52 tỷ đồng, part 31,2 tỷ đồng"],
        id="interest is no share of what was lent",
    ),
    pytest.param(
        "Năm qua Nhà nước hỗ trợ 1,2 tỷ đồng mua bò giống cho 80 hộ, mỗi hộ đối ứng thêm 3 triệu đồng.",
        ["per_head: amount 1,2 tỷ đồng, count 80 hộ"],
        id="what each adds to what was shared out",
    ),
]


@pytest.mark.parametrize(("text", "relations"), OTHERS)
def test_figures_of_others_are_no_members(text: str, relations: list[str]) -> None:
    assert relations_of(text) == relations


def test_amounts_of_groups_of_their_own_with_four_digits_alike_are_no_repeat() -> None:
    text = (
        "Dư nợ cho vay hộ cận nghèo đạt 512,9 tỷ đồng.\nDư nợ qua Hội Nông dân 1.178,6 tỷ đồng, qua Đoàn Thanh niên"
        " 512,4 tỷ đồng."
    )
    read = [one.quote for one in observations_of(text)]

    assert read == ["512,9 tỷ đồng", "1.178,6 tỷ đồng", "512,4 tỷ đồng"]
    assert relations_of(text) == []


def test_a_headline_that_the_text_bears_out_is_no_slip_of_another_figure() -> None:
    lines = relations_of(
        "Nguồn vốn đã giúp 31.260 hộ vượt qua ngưỡng nghèo.\nTại huyện Kiến Xương, dư nợ đạt 486,3 tỷ đồng với 13.906"
        " hộ vay.",
        headline="Hơn 31.000 hộ vay vốn thoát nghèo",
    )
    assert [line for line in lines if line.startswith("repeat")] == ["repeat: first 31.000 hộ, repeat 31.260 hộ"]


@pytest.mark.parametrize(
    "text",
    [
        "Thu nhập ở thành thị đạt 43 triệu đồng, ở nông thôn 35 triệu đồng; gấp 1,7 lần năm 2015.",
        "Thu nhập ở thành thị đạt 43 triệu đồng, nông thôn 35 triệu đồng, miền núi 21 triệu đồng; gấp 2,1 lần.",
        "Thu nhập ở thành thị đạt 48 triệu đồng, ở nông thôn 25 triệu đồng; gấp 2 lần.",
    ],
    ids=["of another year", "of three", "of one digit"],
)
def test_a_multiple_is_of_two_levels_beside_it_only_where_it_can_be_of_no_others(text: str) -> None:
    assert not [line for line in relations_of(text) if "multiple" in line]


def test_a_fall_told_behind_what_a_rate_comes_to_is_no_share_of_a_plan() -> None:
    text = (
        "Tỷ lệ hộ nghèo của tỉnh giảm từ 41,2% (đầu năm 2016) xuống còn 20,15%, tương ứng 32.640/161.985 hộ; mức giảm"
        " 21,05%, bình quân mỗi năm giảm 4,21%, vượt 0,21% so với mục tiêu 4%/năm."
    )
    told = relations_of(text)
    assert "change: before 41,2%, after 20,15%, difference 21,05%" in told
    assert not [line for line in told if line.startswith("plan_ratio: actual 32.640")]


@pytest.mark.parametrize(
    ("notice", "is_withdrawn"),
    [
        ('Đoạn 2 đã in: "còn 2.318 hộ nghèo", xin đọc lại là: "còn 2.138 hộ nghèo".', True),
        ("Báo in nhầm là 2.318 hộ nghèo, số đúng là 2.138 hộ nghèo.", True),
        ("Cuối năm 2009, huyện còn 2.318 hộ nghèo, theo bản tin đã in.", False),
    ],
)
def test_what_a_correction_withdraws_is_held_against_nothing(notice: str, is_withdrawn: bool) -> None:
    text = f"Cuối năm 2009, huyện có 4.372 hộ, trong đó 2.138 hộ nghèo, chiếm 48,9%.\n{notice}"
    assert any("2.318" in relation for relation in relations_of(text)) is not is_withdrawn


@pytest.mark.parametrize(("left", "is_found"), [("2", False), ("3", True)])
def test_what_few_are_still_on_is_what_is_left_of_a_plan_only_where_it_fits(left: str, is_found: bool) -> None:
    text = f"Huyện mở được 9/12 lớp nghề với 315 học viên; hiện còn {left} lớp đang học."
    assert any(line.startswith("part_whole: total 12 lớp") for line in relations_of(text)) == is_found


@pytest.mark.parametrize(("aim", "is_found"), [("1.950 tỷ đồng", False), ("1.918,5 tỷ đồng", True)])
def test_an_aim_of_a_later_paragraph_is_what_a_rate_is_of_only_where_it_fits(aim: str, is_found: bool) -> None:
    text = (
        "Đến 30/6/2013, tổng dư nợ ở mức 1.893.604 triệu đồng, bằng 98,7% chỉ tiêu giao.\nTừ nay đến cuối năm, Chi"
        f" nhánh phấn đấu đưa tổng dư nợ lên {aim}."
    )
    assert any(line.startswith("plan_ratio:") for line in relations_of(text)) == is_found


@pytest.mark.parametrize("new", ["14", "44"])
def test_a_fall_is_net_of_flows_told_behind_it_but_for_a_wrong_digit(new: str) -> None:
    text = (
        "Cuối năm 2025 xã còn 187 hộ nghèo, giảm 94 hộ so với cuối năm 2024. Thoát nghèo 108 hộ, phát sinh mới"
        f" {new} hộ."
    )
    assert f"part_whole: total 94 hộ, part 108 hộ, part -{new} hộ" in relations_of(text)


@pytest.mark.parametrize("abroad", ["411", "711"])
def test_a_figure_in_the_bracket_of_a_name_is_not_what_a_later_rate_is_of(abroad: str) -> None:
    text = (
        "Tỉnh giải quyết việc làm cho 21.740 lao động. Trong số này, 12.315 lao động làm việc trong tỉnh và"
        f" {abroad} lao động đi làm việc ở nước ngoài, gồm các thị trường Malaysia (236), Hàn Quốc (97), Nhật Bản (41)."
        " Riêng xuất khẩu lao động mới đạt 68,5% so với chỉ tiêu 600 người của cả năm."
    )
    assert not any(relation.startswith("plan") and "actual 41," in relation for relation in relations_of(text))


def test_a_change_right_behind_its_levels_is_of_no_others_that_it_would_fit() -> None:
    text = (
        "Tỷ lệ hộ nghèo của tỉnh Trà Vinh giảm từ 1,88% cuối năm 2022 xuống còn 1,19% cuối năm 2023, giảm 0,96%. Trong"
        " đồng bào Khmer, hộ nghèo còn 1.985 hộ, chiếm 2,14% so tổng số hộ Khmer."
    )
    assert "change: before 1,88%, after 1,19%, difference 0,96%" in relations_of(text)
