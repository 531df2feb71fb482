"""What words tie together is judged where it holds, a slip of one figure parts it, or little; else it was misread."""

import pytest

from tests.unit.statements.relations import relations_of

SLIPS = [
    pytest.param("Xã hỗ trợ 155 hộ, gồm: 28 hộ làm nhà, 401 hộ vay vốn, 26 hộ sửa nhà.", True, id="a digit"),
    pytest.param("Xã hỗ trợ 155 hộ, gồm: 28 hộ làm nhà, 110 hộ vay vốn, 26 hộ sửa nhà.", True, id="two digits swapped"),
    pytest.param("Xã hỗ trợ 155 hộ, gồm: 28 hộ làm nhà, 120 hộ vay vốn, 34 hộ sửa nhà.", True, id="near, by no slip"),
    pytest.param("Xã hỗ trợ 155 hộ, gồm: 28 hộ làm nhà, 66 hộ vay vốn, 12 hộ sửa nhà.", False, id="far, by no slip"),
    pytest.param("Xã hỗ trợ 155 hộ, trong đó: 28 hộ làm nhà, 120 hộ vay vốn, 26 hộ sửa nhà.", True, id="more, near"),
    pytest.param("Xã hỗ trợ 155 hộ, trong đó: 28 hộ làm nhà, 190 hộ vay vốn, 36 hộ sửa nhà.", False, id="more, far"),
]


@pytest.mark.parametrize(("text", "is_judged"), SLIPS)
def test_a_sum_that_words_tell_is_judged_unless_it_is_far_off(text: str, is_judged: bool) -> None:
    assert any(line.startswith("part_whole: total 155 hộ") for line in relations_of(text)) == is_judged


@pytest.mark.parametrize(
    ("count", "is_judged"), [("44 hộ", True), ("50 hộ", False)], ids=["one digit of a count", "no slip"]
)
def test_any_count_of_a_product_may_bear_the_slip(count: str, is_judged: bool) -> None:
    text = (
        f"Huyện đã giao 228 triệu đồng giúp 20 hộ nghèo nuôi bò. Trong đó, có {count} nghèo nhận mức 12 triệu đồng cho"
        " mỗi mô hình; 6 hộ cận nghèo nhận mức 10 triệu đồng cho mỗi mô hình."
    )
    told = f"per_head: amount 228 triệu đồng, count {count}, per_head 12 triệu đồng, count 6 hộ, per_head 10 triệu đồng"
    assert (told in relations_of(text)) == is_judged


def test_what_only_figures_that_others_bear_out_would_mend_is_no_relation() -> None:
    text = (
        "Tổng dư nợ đạt 6.138,5 tỷ đồng, tăng 613,5 tỷ đồng (+11,1%) so với 31/12/2023.\nDư nợ ủy thác qua các hội là"
        " 6.124,9 tỷ đồng, gồm: Hội Phụ nữ 2.487,3 tỷ đồng; Hội Nông dân 1.853,2 tỷ đồng; Hội Cựu chiến binh 1.012,6 tỷ"
        " đồng; Đoàn Thanh niên 771,8 tỷ đồng."
    )
    told = relations_of(text)
    assert "change: after 6.138,5 tỷ đồng, difference 613,5 tỷ đồng, relative 11,1%" in told
    assert not [line for line in told if line.startswith("change: before 6.124,9")]


def test_a_list_ends_where_it_has_added_up() -> None:
    text = (
        "Nguồn vốn đạt 6.152 tỷ đồng. Trong đó: Trung ương 5.371,4 tỷ đồng; huy động 394,4 tỷ đồng; ngân sách địa"
        " phương 386,2 tỷ đồng (ngân sách tỉnh 287,5 tỷ đồng, cấp huyện 98,7 tỷ đồng), riêng 9 tháng bổ sung 71,5 tỷ"
        " đồng."
    )
    assert not [line for line in relations_of(text) if line.startswith("part_whole") and "71,5 tỷ đồng" in line]


def test_a_share_at_the_beginning_of_a_year_is_of_no_whole_at_its_end() -> None:
    text = (
        "Đầu năm 2022, toàn huyện có 4.968 hộ nghèo, chiếm 45,85% tổng số hộ; cuối năm còn 4.402 hộ nghèo/10.942 hộ,"
        " chiếm 40,23%."
    )
    told = [line for line in relations_of(text) if line.startswith("share")]
    assert told == ["share: part 4.402 hộ, whole 10.942 hộ, rate 40,23%"]


def test_a_rate_in_brackets_behind_a_whole_is_that_of_the_part_before_it() -> None:
    text = "Năm 2009, huyện mới giải ngân được 8,7 tỷ đồng trong số 25 tỷ đồng (34,8%)."
    assert "share: part 8,7 tỷ đồng, whole 25 tỷ đồng, rate 34,8%" in relations_of(text)


def test_flows_of_one_kind_told_beside_each_other_all_count() -> None:
    text = (
        "Đầu năm 2019, huyện có 3.102 hộ nghèo; cuối năm còn 2.655 hộ nghèo. Trong năm có 502 hộ thoát nghèo, 49 hộ tái"
        " nghèo ở vùng cao và 6 hộ tái nghèo ở thị trấn."
    )
    told = [line for line in relations_of(text) if line.startswith("stock_flow")]
    assert told == ["stock_flow: opening 3.102 hộ, outflow 502 hộ, inflow 49 hộ, inflow 6 hộ, closing 2.655 hộ"]


def test_a_rate_that_no_slip_mends_is_of_no_whole_of_another_sentence() -> None:
    text = (
        "Huyện có 46.820/47.104 hộ nông thôn dùng nước hợp vệ sinh, đạt 99,4%.\nToàn huyện còn 1.057 hộ nghèo, tỷ lệ"
        " 2,02%, so với 3.276 hộ, 6,5% hồi đầu năm 2016."
    )
    assert not [line for line in relations_of(text) if line.startswith("share") and "rate 2,02%" in line]


def test_so_many_and_a_fraction_are_no_total() -> None:
    text = "Tính ra mỗi xã có 3,2 căn nhà. Tân Văn là nơi làm được nhiều nhất: 9 căn; kế đến Hồng Thái 7 căn."
    assert not [line for line in relations_of(text) if "3,2" in line]
