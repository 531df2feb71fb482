"""Which total told before a sentence or a line the figures of that are parts of."""

import pytest

from tests.unit.statements.relations import meaning_of, parts_of, relations_of

_STANDARDS = (
    "Theo chuẩn cũ, huyện còn 742 hộ nghèo. Theo chuẩn mới, huyện có 3.186 hộ nghèo và 1.742 hộ cận nghèo.\nSố hộ nghèo"
    " của các xã như sau: Sơn Thủy 512 hộ, Na Mèo 438 hộ, Sơn Điện 401 hộ, Tam Thanh 329 hộ, Mường Mìn 296 hộ, Tam Lư"
    " 252 hộ, Sơn Lư 231 hộ, Trung Thượng 196 hộ, Trung Hạ 184 hộ, Sơn Hà 148 hộ, Trung Xuân 118 hộ, Trung Tiến 91 hộ."
)

PARTS = [
    pytest.param(
        "Tỉnh dành 83,2 tỷ đồng cho hộ nghèo.\nNguồn vốn này được chi cho các nội dung: xây mới 418 căn nhà (63,6"
        " tỷ đồng), mua bò giống (19,6 tỷ đồng).",
        ["63,6 tỷ đồng < 83,2 tỷ đồng", "19,6 tỷ đồng < 83,2 tỷ đồng"],
        id="what money taken up over a paragraph is spent on",
    ),
    pytest.param(
        "Doanh số cho vay đạt 1.046 tỷ đồng, thu nợ 832 tỷ đồng. Vốn vay tập trung vào các chương trình: hộ nghèo 287"
        " tỷ đồng, hộ cận nghèo 241 tỷ đồng…",
        ["287 tỷ đồng < 1.046 tỷ đồng", "241 tỷ đồng < 1.046 tỷ đồng"],
        id="what most of it goes to",
    ),
    pytest.param(
        "Phiên giao dịch thu hút 11.250 lượt người, trong đó 3.105 người được tuyển dụng.",
        ["3.105 người < 11.250 lượt người"],
        id="people among those who came so many times",
    ),
    pytest.param(
        "Tỉnh giải quyết việc làm cho 17.320 lao động, trong đó số được tạo việc làm mới là 9.640 người, số có thêm"
        " việc làm là 7.680 người.",
        ["9.640 người < 17.320 lao động", "7.680 người < 17.320 lao động"],
        id="more work is no rise",
    ),
    pytest.param(
        "Năm 2023, toàn huyện có 1.587 người đi làm việc ở nước ngoài. Dẫn đầu là xã A với 286 người, xã B 228 người;"
        " riêng xã C mới có 74 người.",
        ["286 người < 1.587 người", "228 người < 1.587 người", "74 người < 1.587 người"],
        id="one told apart behind the items of a list",
    ),
    pytest.param(
        "Năm 2021, huyện có 3.186 hộ nghèo.\n- Hộ nghèo dân tộc thiểu số: 3.041 hộ; hộ nghèo không có khả năng lao"
        " động: 164 hộ.\n- Các chỉ số thiếu hụt nhiều nhất: nhà tiêu hợp vệ sinh 1.412 hộ, nguồn nước sinh hoạt 822"
        " hộ.\n- Nguyên nhân: thiếu vốn 1.105 hộ; ốm đau, tai nạn 145 hộ.",
        [
            "3.041 hộ < 3.186 hộ",
            "164 hộ < 3.186 hộ",
            "1.412 hộ < 3.186 hộ",
            "822 hộ < 3.186 hộ",
            "1.105 hộ < 3.186 hộ",
            "145 hộ < 3.186 hộ",
        ],
        id="what marked lines tell of the same total",
    ),
    pytest.param(
        "Năm 2024, huyện Krông Bông được giao xóa 214 căn. Riêng xã Yang Mao có 29 căn, đã bàn giao 22 căn.",
        ["29 căn < 214 căn", "22 căn < 29 căn"],
        id="what was done of what a place was given",
    ),
    pytest.param(
        "Tỉnh Cà Mau đã hoàn thành 4.400 căn, trong đó xây mới 3.516 căn, sửa chữa 884 căn.\nTổng kinh phí là 237"
        " tỷ đồng.\nHuyện Trần Văn Thời có số nhà nhiều nhất, 812 căn; kế đến là Thới Bình 604 căn, U Minh 571 căn.",
        [
            "3.516 căn < 4.400 căn",
            "884 căn < 4.400 căn",
            "812 căn < 4.400 căn",
            "604 căn < 4.400 căn",
            "571 căn < 4.400 căn",
        ],
        id="places ranked below the total of the province",
    ),
    pytest.param(
        "Tỉnh Cà Mau có 1.482 căn nhà sập, 19.260 căn hư hỏng.\nNặng nhất là huyện Trần Văn Thời với 412 căn, kế đến"
        " là Thới Bình 236 căn.",
        [],
        id="places ranked by either of two totals",
    ),
    pytest.param(
        "Năm 2021, tỉnh dành 83,2 tỷ đồng cho 1.027 hộ nghèo.\nNguồn vốn này được chi cho các nội dung: xây mới 418 căn"
        " (63,6 tỷ đồng), mua bò giống (19,6 tỷ đồng).",
        ["63,6 tỷ đồng < 83,2 tỷ đồng", "19,6 tỷ đồng < 83,2 tỷ đồng"],
        id="houses are no part of households told beside their money",
    ),
]


@pytest.mark.parametrize(("text", "links"), PARTS)
def test_parts_of_what_was_told_before(text: str, links: list[str]) -> None:
    assert parts_of(text) == links


def test_a_long_list_that_one_slip_keeps_from_adding_up_is_of_the_total_that_can_hold_it() -> None:
    links = parts_of(_STANDARDS)
    assert len([link for link in links if link.endswith("< 3.186 hộ")]) == 12
    assert not [link for link in links if link.endswith("< 742 hộ")]


def test_money_over_lines_of_their_own_is_not_taken_up() -> None:
    text = (
        "Quỹ vận động được 9,6 tỷ đồng.\nSố tiền trên đã được dùng vào các việc:\n- Xây mới 7.915 nhà, trị giá 71,2 tỷ"
        " đồng;\n- Giúp 1.840 học sinh, kinh phí 736 triệu đồng."
    )
    assert parts_of(text) == []


def test_a_sum_of_two_groups_is_not_of_the_whole_told_between_them() -> None:
    text = "Huyện có 3.186 hộ nghèo/9.274 hộ; 1.742 hộ cận nghèo, chiếm 18,78%; cộng chung hai nhóm 4.928 hộ."
    assert "part_whole: total 4.928 hộ, part 3.186 hộ, part 1.742 hộ" in relations_of(text)


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        ("Trọng Hóa là xã giảm được nhiều hộ nghèo nhất với 142 hộ, kế đó là Dân Hóa 128 hộ.", "128 hộ", "fall"),
        ("Giảm nhiều hộ nghèo nhất là Trọng Hóa với 142 hộ.", "142 hộ", "fall"),
        ("Trọng Hóa là xã có nhiều hộ nghèo nhất với 142 hộ, kế đó là Dân Hóa 128 hộ.", "128 hộ", "level"),
        ("Các xã có nhiều hộ nghèo: Trung Xuân 118 hộ, Trung Hạ 184 hộ, Sơn Hà 148 hộ.", "148 hộ", "level"),
    ],
    ids=["where most fell", "the place behind", "where most are", "a name that ends with a word of change"],
)
def test_places_ranked_by_a_fall_tell_falls(text: str, quote: str, indicator: str) -> None:
    found = meaning_of(text, quote).indicator
    assert found == {"fall": "pov.hh_poor_reduction", "level": "pov.hh_poor"}[indicator]


def test_a_change_behind_a_whole_is_of_its_part_whatever_a_wrong_digit_makes_of_the_share() -> None:
    text = "Dư nợ ủy thác đạt 3.462 tỷ đồng, chiếm 99,2% tổng dư nợ 3.893 tỷ đồng, tăng 214 tỷ đồng (+5,87%)."
    assert not [line for line in relations_of(text) if line.startswith("change: after 3.893")]
