"""Which figures a list has that words alone do not settle: behind a semicolon, behind "còn", of unknown nouns."""

import pytest

from tests.unit.statements.relations import completeness_of, relations_of

LISTS = [
    pytest.param(
        "Toàn huyện có 318 hộ được hỗ trợ nhà ở. Đến nay 296/318 nhà đã hoàn thành, đạt 93,1%; còn 22 nhà đang làm.",
        "part_whole: total 318 nhà, part 296, part 22 nhà",
        id="what is left of a/b",
    ),
    pytest.param(
        "Huyện có 117 bản; trong đó 98 bản có điện lưới, chiếm 83,8%, còn 49 bản chưa có điện.",
        "part_whole: total 117 bản, part 98 bản, part 49 bản",
        id="what is left of a list, one digit wrong",
    ),
    pytest.param(
        "Tỉnh có 2.286 tổ vay vốn, trong đó 2.241 tổ xếp loại tốt, chiếm 98,03%; 38 tổ loại khá, chiếm 1,66%; 7 tổ"
        " trung bình, chiếm 0,31%.",
        "part_whole: total 2.286 tổ, part 2.241 tổ, part 38 tổ, part 7 tổ",
        id="items behind the semicolon complete the list",
    ),
    pytest.param(
        "Huyện có 9/19 xã đạt chuẩn nông thôn mới; 4 xã đạt từ 15 - 18 tiêu chí; 6 xã đạt dưới 15 tiêu chí.",
        "part_whole: total 19 xã, part 9, part 4 xã, part 6 xã",
        id="items behind a/b complete its whole",
    ),
    pytest.param(
        "Trong năm, dự án đóng điện cho 11 bản với 742 hộ: xã Nà Hỳ 3 bản, 201 hộ; xã Na Cô Sa 8 bản, 541 hộ.",
        "part_whole: total 11 bản, part 3 bản, part 8 bản",
        id="a colon opens the list of all that is told together",
    ),
    pytest.param(
        "Trong tổng dư nợ, cho vay ủy thác đạt 495.120 triệu đồng, gồm: Hội Nông dân 261.208 triệu đồng/4.136 hộ; Hội"
        " Phụ nữ 233.912 triệu đồng/5.120 hộ.",
        "part_whole: total 495.120 triệu đồng, part 261.208 triệu đồng, part 233.912 triệu đồng",
        id="a list behind a colon goes on over semicolons",
    ),
    pytest.param(
        "214 công trình đã được xây dựng, gồm 96 công trình giao thông, 41 thủy lợi, 77 công trình trường học.",
        "part_whole: total 214 công trình, part 96 công trình, part 77 công trình, part 41 thủy lợi",
        id="an item of an unknown noun completes the list",
    ),
    pytest.param(
        "Tỉnh triển khai 61 mô hình với 1.284 hộ tham gia: nuôi bò 38, nuôi dê 14, trồng trọt 9 mô hình.",
        "part_whole: total 61 mô hình, part 38, part 14, part 9 mô hình",
        id="bare numbers have the unit at the end of their enumeration",
    ),
    pytest.param(
        "Số hộ nghèo còn 5.214 hộ, chiếm 44%; hộ cận nghèo 1.683 hộ, chiếm 14,2%. Gộp chung lại là 6.897 hộ.",
        "part_whole: total 6.897 hộ, part 5.214 hộ, part 1.683 hộ",
        id="a sum told behind parts with their rates",
    ),
    pytest.param(
        "Năm 2022, tỷ lệ nghèo đa chiều là 7,52%, gồm hộ nghèo 4,03% và hộ cận nghèo 3,49%.",
        "part_whole: total 7,52%, part 4,03%, part 3,49%",
        id="rates that add up by their meaning",
    ),
    pytest.param(
        "Giai đoạn 2019-2021, huyện đưa 9.011 lao động đi làm việc ở nước ngoài. Năm 2019 là 3.586 lao động, năm 2020"
        " là 2.920 lao động và năm 2021 là 2.505 lao động.",
        "part_whole: total 9.011 lao động, part 3.586 lao động, part 2.920 lao động, part 2.505 lao động",
        id="a flow of some years and of each of them",
    ),
]


@pytest.mark.parametrize(("text", "relation"), LISTS)
def test_lists(text: str, relation: str) -> None:
    assert relation in relations_of(text)


def test_a_list_with_an_unknown_item_that_does_not_complete_it_is_not_complete() -> None:
    text = "Xây dựng 214 công trình, gồm 96 công trình giao thông, 11 thủy lợi, 52 công trình trường học."
    assert completeness_of(text) == [False]


NO_SUMS = [
    pytest.param(
        "Năm 2022 còn 8.521 hộ nghèo, giảm 830 hộ; còn 3.016 hộ cận nghèo.", id="a level that remains of no whole"
    ),
    pytest.param(
        "Huyện có 9/19 xã đạt chuẩn; 3 xã biên giới; 12 xã khó khăn.", id="items behind a/b that do not complete it"
    ),
    pytest.param(
        "Giai đoạn 2019-2021, huyện còn 9.411 hộ nghèo. Năm 2019 còn 3.586 hộ nghèo, năm 2020 còn 2.920 hộ nghèo, năm"
        " 2021 còn 2.505 hộ nghèo.",
        id="stocks of several years",
    ),
]


@pytest.mark.parametrize("text", NO_SUMS)
def test_no_sums(text: str) -> None:
    assert not [line for line in relations_of(text) if line.startswith("part_whole")]


def test_one_told_apart_behind_a_list_is_part_of_its_total() -> None:
    text = (
        "Tổng dư nợ đạt 312.480 triệu đồng.\nCơ cấu dư nợ theo chương trình: hộ nghèo 188.215 triệu đồng; hộ cận nghèo"
        " 124.265 triệu đồng. Riêng đồng bào dân tộc thiểu số vay 271,9 tỷ đồng."
    )
    assert "subset: whole 312.480 triệu đồng, part 271,9 tỷ đồng" in relations_of(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Thiếu nhà tiêu: 2.861 hộ; ít nhất là bảo hiểm y tế: 12 hộ, trong đó 2.861 hộ.", id="no slip makes it so"
        ),
        pytest.param(
            "Cao nhất là miền núi phía Bắc 21,92%, gấp gần 3 lần mức chung; kế đó là Tây Nguyên 15,39%.",
            id="another base",
        ),
        pytest.param("Có 25 xã đạt 15/19 tiêu chí, chiếm 12,4%.", id="a share of communes, not of criteria"),
    ],
)
def test_what_does_not_belong_together_is_not_compared(text: str) -> None:
    assert not [
        one for one in relations_of(text) if one.startswith(("subset: whole 12 hộ", "change", "share: part 15"))
    ]
