"""The unit of a column by its heading path and the unit line; what measures; what no sum adds."""

from decimal import Decimal

import pytest

from pipelines.quantities import unit_of
from pipelines.tables.wording.column_units import unit_choices
from pipelines.tables.wording.path_units import is_averaged, measure_level, unit_of_path
from pipelines.tables.wording.units import is_bare_count, leading_noun, unit_in, unit_stated
from tests.unit.tables.grids import Rows, by_cell, read_rows


@pytest.mark.parametrize(
    ("path", "line", "code", "factor"),
    [
        (["Dư nợ (triệu đồng)"], "", "VND", 1_000_000),
        (["Chia theo nguyên nhân nghèo", "Không có lao động", "Tỷ lệ %"], "", "percent", 1),
        (["Số hộ nghèo theo nguyên nhân (hộ)", "Không có lao động"], "", "household", 1),
        (["Kinh phí quý I (nghìn đồng)", "Ngân sách nhà nước đóng"], "", "VND", 1_000),
        (["Kinh phí thực hiện", "Tổng số"], "nhà, triệu đồng", "VND", 1_000_000),
        (["Số nhà được hỗ trợ", "Xây mới"], "nhà, triệu đồng", "house", 1),
        (["Kết quả", "Số hộ nghèo"], "hộ", "household", 1),
        (["Số hộ thiếu hụt", "Bảo hiểm y tế"], "", "household", 1),
        (["Tỷ lệ thiếu hụt (%)", "Việc làm"], "hộ", "percent", 1),
        (["Số tháng hỗ trợ"], "1.000 đồng", "month", 1),
        (["Mức hỗ trợ/tháng"], "1.000 đồng", "VND", 1_000),
        (["Hộ nghèo"], "người", "household", 1),
        (["Tổ TK&VV"], "", "group", 1),
        (["Người thuộc hộ nghèo"], "thẻ", "card", 1),
        (["Hộ cận nghèo"], "căn", "house", 1),
        (["Số lao động có việc làm mới", "Trong đó: Qua vay vốn Quỹ quốc gia"], "lao động", "person", 1),
        (["Số hộ vay", "Vay vốn hộ nghèo"], "triệu đồng", "VND", 1_000_000),
        (["Bình quân tiêu chí/xã", "31/12/2023"], "", "criterion", 1),
        (["BQ số khẩu/hộ"], "", "person", 1),
        (["Gạo cứu trợ (kg)", "Ngân sách tỉnh"], "1.000 đồng", "kilogram", 1),
        (["Hỗ trợ gạo (kg)", "Kinh phí"], "1.000 đồng", "VND", 1_000),
        (["Nhóm do NSNN đóng"], "thẻ", "card", 1),
        (["Hộ được vay vốn"], "hộ", "household", 1),
        (["Tiền điện", "Hộ"], "", "household", 1),
        (["Tổng số hộ dân cư", "Khẩu"], "", "person", 1),
        (["Tổng số hộ dân cư", "Hộ"], "", "household", 1),
        (["Số hộ được vay vốn", "Hộ nghèo"], "", "household", 1),
        (["Tiền điện", "Triệu đồng"], "", "VND", 1_000_000),
        (["Gạo cứu đói", "Kg"], "", "kilogram", 1),
        (["Số tổ vay vốn (tổ)", "ND"], "", "group", 1),
        (["Số tiêu chí (tiêu chí)", "Đ"], "", "criterion", 1),
        (["Số thẻ", "Hộ"], "", "card", 1),
        (["Số tiền vay"], "hộ", "VND", 1),
        (["HS bán trú", "SL"], "học sinh; triệu đồng", "person", 1),
        (["HS bán trú", "KP"], "học sinh; triệu đồng", "VND", 1_000_000),
        (["Tổng KP"], "học sinh; triệu đồng", "VND", 1_000_000),
        (["Số hộ", "KP 3"], "", "household", 1),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else str(value),
)
def test_the_unit_that_a_heading_tells(path: list[str], line: str, code: str, factor: int) -> None:
    choice = unit_of_path(path, unit_of(line) if line else ())
    assert choice is not None
    assert (choice.unit.code, choice.unit.factor) == (code, Decimal(factor))


def test_a_place_name_tells_no_unit() -> None:
    assert unit_of_path(["Huyện Bác Ái"], ()) is None


@pytest.mark.parametrize(
    ("path", "level"),
    [
        (["Số hộ thiếu hụt (hộ)", "Bảo hiểm y tế"], 0),
        (["Toàn huyện", "Dư nợ (tr.đồng)"], 1),
        (["Giải ngân lũy kế", "Vốn giao năm 2025"], 0),
        (["Giải ngân lũy kế", "Tỷ lệ (%)"], 1),
        (["Kế hoạch vốn năm 2025", "Vốn năm 2024 kéo dài"], 1),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else str(value),
)
def test_which_text_of_a_heading_measures(path: list[str], level: int) -> None:
    assert measure_level(path, ()) == level


@pytest.mark.parametrize(
    ("path", "averaged"),
    [
        (["Số hộ thiếu hụt (hộ)", "Diện tích nhà ở bình quân đầu người"], False),
        (["Số tiêu chí đạt (tiêu chí)", "Bình quân/xã"], True),
        (["Dư nợ (triệu đồng)", "Bình quân một hộ"], True),
        (["Thu nhập bình quân đầu người"], True),
        (["Mức hỗ trợ/tháng"], True),
        (["Số hộ nghèo", "Tỷ lệ (%)"], True),
        (["Bình quân tiêu chí/xã", "Đến 31/12/2023"], True),
        (["Số hộ nghèo", "Năm 2023"], False),
        (["Công trình cấp nước", "Mức độ hoạt động", "Trung bình"], False),
        (["Dân số trung bình (người)"], False),
        (["Nhóm được NSNN hỗ trợ mức đóng"], False),
        (["Số hộ nghèo"], False),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else str(value),
)
def test_what_no_sum_adds(path: list[str], averaged: bool) -> None:
    assert is_averaged(path, ()) is averaged


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Số hộ", True), ("Số học sinh (học sinh)", True), ("Tổng số người", True), ("Số hộ nghèo", False)],
)
def test_a_bare_count_names_no_group(text: str, bare: bool) -> None:
    assert is_bare_count(text) is bare


@pytest.mark.parametrize(
    ("text", "noun"), [("Tổng số hộ nghèo", "household"), ("Nhà xây mới", "house"), ("Nữ", None), ("Tổ TK&VV", None)]
)
def test_the_noun_with_which_a_heading_begins(text: str, noun: str | None) -> None:
    found = leading_noun(text)
    assert (found.code if found else None) == noun


@pytest.mark.parametrize(
    ("text", "code"), [("%", "percent"), ("điểm %", "percentage_point"), ("hộ, người", None), ("ghi chú", None)]
)
def test_a_cell_tells_one_unit_or_none(text: str, code: str | None) -> None:
    unit = unit_in(text)
    assert (unit.code if unit else None) == code


@pytest.mark.parametrize(
    ("paths", "codes"),
    [
        ([["Tổng số suất quà"], ["Chia ra", "Hộ nghèo"], ["Chia ra", "Hộ cận nghèo"]], ["gift", "gift", "gift"]),
        ([["Kinh phí (triệu đồng)"], ["Trong đó", "Dân đóng góp"], ["Trong đó", "NS tỉnh"]], ["VND", "VND", "VND"]),
        ([["Số hộ"], ["Trong đó", "Số khẩu"], ["Trong đó", "Tỷ lệ (%)"]], ["household", "person", "percent"]),
        ([["Số người"], ["Trong đó", "Hộ nghèo"]], ["person", "household"]),
        ([["Thu năm 2020 (đồng)"], ["Thu năm 2021 (đồng)"], ["Chỉ tiêu năm 2021"]], ["VND", "VND", "VND"]),
        ([["Tên"], ["Chỉ tiêu năm 2021"]], [None, None]),
        ([["Thực hiện", "Số hộ nhận khoán"], ["Thực hiện", "Trong đó: hộ nghèo"]], ["household", "household"]),
        ([["Kinh phí (triệu đồng)"], ["Trong đó: hộ nghèo"]], ["VND", "VND"]),
    ],
    ids=[
        "kinds of households",
        "sources of money",
        "units of their own",
        "owners",
        "a plan",
        "a plan of nothing told",
        "told of a count",
        "told of money",
    ],
)
def test_a_heading_that_tells_no_unit_leans_on_what_it_divides(paths: list[list[str]], codes: list[str | None]) -> None:
    found = unit_choices(dict(enumerate(paths)), range(len(paths)), ())
    assert [found[at].unit.code if at in found else None for at in range(len(paths))] == codes


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Kinh phí: triệu đồng", "triệu đồng"),
        ("ĐVT trị giá: 1.000 đồng", "1.000 đồng"),
        ("(Đơn vị tính kinh phí: đồng)", "đồng"),
        ("(học sinh: em; kinh phí: nghìn đồng)", "em; nghìn đồng"),
        ("Xã: Vi Hương; kinh phí: đồng", None),
        ("Xã: Phường", None),
        ("Kinh phí: 25 triệu đồng", None),
        ("Đối tượng: hộ", None),
    ],
)
def test_a_line_states_the_unit_of_what_it_names(line: str, unit: str | None) -> None:
    assert unit_stated(line) == unit


@pytest.mark.parametrize(
    ("title", "headings", "codes"),
    [
        ("TỔNG HỢP LAO ĐỘNG ĐI LÀM VIỆC Ở NƯỚC NGOÀI NĂM 2023", ["Chỉ tiêu", "Thực hiện", "Nhật Bản"], ["person"] * 3),
        ("SỐ HỘ NGHÈO THEO XÃ NĂM 2023", ["Đầu năm", "Cuối năm"], ["household"] * 2),
        ("TỔNG HỢP HỘ NGHÈO VAY VỐN NĂM 2023", ["Đầu năm", "Cuối năm"], [None, None]),
        ("TỔNG HỢP HỘ NGHÈO NĂM 2023", ["Số khẩu", "Cuối năm"], ["person", None]),
        ("HỘ NGHÈO NĂM 2023", ["Đầu năm", "Cuối năm"], [None, None]),
    ],
)
def test_columns_without_a_unit_count_what_the_title_counts(
    title: str, headings: list[str], codes: list[str | None]
) -> None:
    rows: Rows = [[title], ["Địa bàn", *headings], ["Huyện Na Rì", *([8] * len(headings))]]
    told = by_cell(read_rows([*rows, ["Huyện Ba Bể", *([5] * len(headings))]]))
    assert [told[f"{letter}3"].unit for letter in "BCD"[: len(headings)]] == codes


@pytest.mark.parametrize(
    ("total", "code"), [("Tổng số (người)", "person"), ("Số khẩu", "household"), ("Tổng số hộ", "household")]
)
def test_owners_in_a_group_with_a_total_are_counted_as_that_is(total: str, code: str) -> None:
    paths = [["Thực hiện", total], ["Thực hiện", "Nữ"], ["Thực hiện", "Hộ nghèo"]]
    assert unit_choices(dict(enumerate(paths)), range(3), ())[2].unit.code == code
