"""Figures that words say were told before: demonstratives, all that there are, captions, labels of a box of figures."""

import pytest

from tests.unit.statements.relations import relations_of

AGAIN = [
    pytest.param(
        "Huyện có 318 hộ nghèo cần hỗ trợ về nhà ở. Đến nay, 618 hộ này đã được bố trí kinh phí.",
        "repeat: first 318 hộ, repeat 618 hộ",
        id="these households",
    ),
    pytest.param(
        "Tỉnh được cấp 14,6 tỷ đồng mua bò giống. Số tiền 44,6 tỷ đồng nói trên đã chuyển về các huyện.",
        "repeat: first 14,6 tỷ đồng, repeat 44,6 tỷ đồng",
        id="the money told above",
    ),
    pytest.param(
        "Xã còn 47 hộ chưa có điện. Cả 77 hộ sẽ được kéo điện trước Tết.",
        "repeat: first 47 hộ, repeat 77 hộ",
        id="all households",
    ),
    pytest.param(
        "Có 172 hộ sống rải rác trong rẫy, 112 hộ ở ven hồ. Với 312 hộ này, huyện sẽ đưa lên bờ.",
        "repeat: first 112 hộ, repeat 312 hộ",
        id="the last told of two",
    ),
    pytest.param(
        "Năm 2022 huyện có 1.126 hộ thoát nghèo.\nCuối năm 2023 còn 983 hộ nghèo, giảm 443 hộ. Trong 683 hộ nghèo, có"
        " 512 hộ là người dân tộc thiểu số.",
        "repeat: first 983 hộ, repeat 683 hộ",
        id="of whom the sentence goes on to tell",
    ),
    pytest.param(
        "Huyện vẫn còn 73 phòng học tạm, trong đó 29 phòng mầm non; 7.914 em ở bán trú, kèm hơn 640 tấn gạo.\n"
        "43 phòng học tạm\n7.914 học sinh bán trú\n692,5 tấn gạo",
        "repeat: first 73 phòng học, repeat 43 phòng học",
        id="the label of a box",
    ),
    pytest.param(
        "Tỉnh lên kế hoạch làm 274 căn nhà. Đến nay khởi công 197 căn, bàn giao 142 căn. Đồn Thuận làm xong 34 căn, đồn"
        " Lăng 19 căn.\nTỉnh phấn đấu đến tháng 6 bàn giao toàn bộ 574 căn.",
        "repeat: first 274 căn nhà, repeat 574 căn",
        id="all there are, told long before",
    ),
    pytest.param(
        "Xã đã sắp xếp chỗ ở cho 143 hộ: khu Bằng La 52 hộ, khu Tak Lũ 41 hộ, khu Nước Xa 31 hộ, khu Ông Yên 19 hộ."
        " Trong 443 hộ đã về nơi ở mới có 88 hộ nghèo.",
        "repeat: first 143 hộ, repeat 443 hộ",
        id="the whole of a long list",
    ),
]


@pytest.mark.parametrize(("text", "relation"), AGAIN)
def test_a_figure_that_is_told_again_is_held_against_the_first(text: str, relation: str) -> None:
    assert relation in relations_of(text)


def test_a_figure_that_equals_one_before_is_told_again_however_few_its_digits() -> None:
    text = "Tỉnh có 4 dân tộc ít người. Ở các xã vùng cao, 4 dân tộc này hiện có 4.986 hộ."
    assert "repeat: first 4 dân tộc, repeat 4 dân tộc" in relations_of(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Huyện có 318 hộ nghèo. Có 378 hộ ở vùng này được vay vốn.", []),
        ("Huyện có 318 hộ nghèo. Riêng 378 hộ trong năm này đã xây nhà.", []),
        (
            "Huyện xây 47 cầu. Toàn tỉnh có cả 4.712 cầu. Cả 47 cầu đã xong.",
            ["repeat: first 47 cầu, repeat 47 cầu"],
        ),
        ("Xã có 5 hộ vay vốn. Cả 3 hộ đều trả nợ đúng hạn.", []),
        ("Xã có 1.235 hộ làm nhà. Huyện cho 3.412 hộ vay vốn, bao gồm cả 1.225 hộ nghèo ở vùng cao.", []),
        ("Tình hình giảm nghèo.\nNăm 2022: 1.234 hộ nghèo\nNăm 2023: 1.134 hộ nghèo\nNăm 2024: 934 hộ nghèo", []),
    ],
    ids=["in this region", "of this year", "equal to one before", "too few digits", "among others", "a list by years"],
)
def test_other_figures_are_no_slip_of_one_before(text: str, told: list[str]) -> None:
    assert [one for one in relations_of(text) if one.startswith("repeat")] == told


@pytest.mark.parametrize(
    ("caption", "is_told"),
    [("Lễ bàn giao 56 căn nhà cho hộ nghèo", True), ("Trạm bơm cấp nước cho 56 căn nhà ven sông Krông Năng", False)],
    ids=["in words of the text", "of something else"],
)
def test_a_caption_tells_what_the_text_tells_in_its_words(caption: str, is_told: bool) -> None:
    text = "Xã Ea Trol bàn giao 26 căn nhà mới cho hộ nghèo."
    found = relations_of(text, caption=f"Ảnh: {caption}")
    assert found == (["repeat: first 26 căn nhà, repeat 56 căn nhà"] if is_told else [])
