"""The words by which a sheet shows its build."""

import pytest

from pipelines.orthography import fold
from pipelines.tables.wording.quotients import Quotient, quotient_of
from pipelines.tables.wording.times import first_period
from pipelines.tables.wording.words import (
    clean,
    is_bare_rate,
    ordinals_summed,
    region_level,
    roles_of,
    same_but_numbers,
    without_citation,
    without_total,
)


@pytest.mark.parametrize(
    ("text", "role", "given"),
    [
        ("Tổng cộng", "total", True),
        ("Tổng số hộ", "total", False),
        ("TỔNG CỘNG (I+II)", "total", True),
        ("Trong đó: Nữ", "of_which", True),
        ("Tr.đó:", "of_which", True),
        ("Bình quân/Tổng số", "total", True),
        ("Tổng số và bình quân", "total", True),
        ("Bình quân/Tổng số", "average", False),
        ("Thu nhập bình quân", "total", False),
        ("Tổng số/Hộ nghèo", "total", False),
        ("Dư nợ đầu năm", "opening", True),
        ("9 tháng đầu năm", "opening", False),
        ("Tỷ lệ (%)", "rate", True),
        ("Hộ được hưởng 100%", "rate", False),
        ("Mức hỗ trợ/tháng", "norm", True),
        ("Giải ngân lũy kế đến 30/11/2025", "spending", True),
        ("Vốn năm 2024 kéo dài", "carried_over", True),
        ("Mức giảm tỷ lệ hộ nghèo", "fall", True),
        ("Số hộ nghèo giảm", "fall", False),
        ("Thứ tự", "ordinal_heading", True),
        ("Hộ nông, lâm, ngư nghiệp có mức sống trung bình", "average", False),
        ("Nguồn vốn huy động được TW cấp bù lãi suất", "average", False),
        ("Lãi suất cho vay", "average", True),
        ("Biểu số 10", "letterhead", True),
        ("Mẫu số 05/TGPL", "letterhead", True),
        ("Phụ lục 03 (kèm theo Công văn số 15 của Sở Tài chính)", "letterhead", True),
        ("Biểu 2. Tập huấn cán bộ năm 2023", "letterhead", False),
        ("BIỂU TỔNG HỢP KINH PHÍ HỖ TRỢ TIỀN ĐIỆN", "letterhead", False),
        ("Xã Vi Hương", "total", False),
    ],
)
def test_the_roles_that_words_give(text: str, role: str, given: bool) -> None:
    assert (role in roles_of(text)) is given


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("CHUNG - WHOLE PROVINCE", "CHUNG"),
        ("Nghìn đồng - Thous. dongs", "Nghìn đồng"),
        ("Phân theo nguồn thu - By income source", "Phân theo nguồn thu"),
        ("Tổng số\nTotal", "Tổng số"),
        ("Sơ bộ\nPrel.\n2022", "Sơ bộ 2022"),
        ("Nam / Male", "Nam"),
        ("Phan Rang - Tháp Chàm", "Phan Rang - Tháp Chàm"),
        ("Thi xa Nghia Lo - Yen Bai", "Thi xa Nghia Lo - Yen Bai"),
        ("Ha Noi - Hue", "Ha Noi - Hue"),
        ("Vốn vay - ODA", "Vốn vay - ODA"),
        ("BHXH - LDTBXH", "BHXH - LDTBXH"),
        ("Total", "Total"),
    ],
)
def test_a_translation_behind_a_text_is_not_read(text: str, read: str) -> None:
    assert clean(text) == read


@pytest.mark.parametrize(
    ("label", "summed"),
    [
        ("i+ii+iii", ("i", "ii", "iii")),
        ("tổng cộng (i+ii)", ("i", "ii")),
        ("cộng (a+b+c)", ("a", "b", "c")),
        ("tổng số (1+2)", ("1", "2")),
        ("tổng cộng (i+ii) của huyện", None),
        ("nước sạch + vệ sinh", None),
        ("tổng cộng", None),
    ],
)
def test_the_ordinals_that_a_label_adds_up(label: str, summed: tuple[str, ...] | None) -> None:
    assert ordinals_summed(label) == summed


@pytest.mark.parametrize(
    ("text", "rest"), [("Tổng số nhà", "nhà"), ("Tổng cộng:", ""), ("Hộ nghèo", "hộ nghèo"), ("Tổngcộng", "tổngcộng")]
)
def test_what_a_label_says_beside_being_a_total(text: str, rest: str) -> None:
    assert without_total(text) == rest


@pytest.mark.parametrize(("text", "level"), [("Cả nước", 0), ("Vùng Tây Nguyên", 0.5), ("Huyện Na Rì", None)])
def test_areas_above_the_provinces(text: str, level: float | None) -> None:
    assert region_level(text) == level


def test_a_text_is_cleaned_to_one_composed_line() -> None:
    assert clean("Hộ\n nghe\u0300o  \u00a0(1)") == "Hộ nghèo (1)"


@pytest.mark.parametrize(
    ("leaf", "bare"),
    [
        ("Tỷ lệ (%)", True),
        ("Tỷ lệ 2021 (%)", True),
        ("TL %", True),
        ("TLĐ (%)", False),
        ("Tỷ lệ hộ nghèo (%)", False),
        ("TH/KH (%)", False),
        ("Hộ", False),
    ],
)
def test_a_bare_rate_says_nothing_of_what_it_is(leaf: str, bare: bool) -> None:
    assert is_bare_rate(leaf) is bare


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Thôn 1", "Thôn 12", True), ("Năm 2021", "Năm 2022", False), ("9 tháng", "6 tháng", False), ("A", "B", False)],
)
def test_labels_that_differ_in_a_number_say_the_same_unless_it_tells_a_time(one: str, other: str, same: bool) -> None:
    assert (same_but_numbers(one) == same_but_numbers(other)) is same


@pytest.mark.parametrize(
    ("heading", "over", "by_plan"),
    [
        ("TH 2023/KH 2023 (%)", "th 2023", True),
        ("TH 6T 2024/ KH 2024", "th 6t 2024", True),
        ("Năm 2023 so với chỉ tiêu", "năm 2023", True),
        ("TH 2023/TH 2022 (%)", "th 2023", False),
        ("So sánh 2023/2022 (%)", "2023", False),
        ("6 tháng 2024/6 tháng 2023", "6 tháng 2024", False),
        ("TH quý I/2024 so với quý I/2023 (%)", fold("th quý i/2024"), False),
    ],
)
def test_a_heading_divides_one_time_by_another_or_what_was_done_by_the_plan(
    heading: str, over: str, by_plan: bool
) -> None:
    assert quotient_of(fold(heading)) == Quotient(over, by_plan)


@pytest.mark.parametrize(
    "heading", ["Năm học 2022/2023", "2022/2023", "30/6/2023", "Hộ/khẩu", "So với", "/", "1" * 10_000]
)
def test_other_headings_divide_nothing(heading: str) -> None:
    assert quotient_of(fold(heading)) is None


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("TH 2023/TH 2022 (%)", "2023"),
        ("TH/KH năm 2023 (%)", "2023"),
        ("Thực hiện so với kế hoạch năm 2023 (%)", "2023"),
    ],
)
def test_what_a_heading_divides_is_of_its_own_time_or_of_that_of_the_plan(heading: str, period: str) -> None:
    found = first_period([heading], 2021)
    assert found is not None
    assert found.text == period


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("(Kèm theo Báo cáo số 612/BC-UBND ngày 20/12/2023)", ""),
        ("(Tính đến 31/5/2025; kèm theo Công văn số 845/SNNMT-GN ngày 3/6/2025)", "(Tính đến 31/5/2025"),
        ("(Kèm theo Công văn số 845/SNNMT-GN ngày 3/6/2025, tính đến 31/5/2025)", "tính đến 31/5/2025"),
        ("(Kèm theo Công văn số 845/SNNMT-GN; ngày 3/6/2025)", ""),
        ("KẾT QUẢ GIẢM NGHÈO NĂM 2023 (Ban hành kèm theo Công văn số 8)", "KẾT QUẢ GIẢM NGHÈO NĂM 2023"),
        ("(Theo Nghị định 116/2016/NĐ-CP và Nghị định 81/2021/NĐ-CP)", ""),
        ("THỰC HIỆN NGHỊ ĐỊNH 116 VÀ NGHỊ ĐỊNH 81", "THỰC HIỆN NGHỊ ĐỊNH 116 VÀ NGHỊ ĐỊNH 81"),
    ],
)
def test_what_a_line_says_beside_other_documents(line: str, left: str) -> None:
    assert without_citation(line) == left
