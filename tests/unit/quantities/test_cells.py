"""Figures of sheets given as text, unit lines and headings."""

from decimal import Decimal

import pytest

from pipelines.quantities import decimal_mark, parse_number, unit_of


@pytest.mark.parametrize(
    ("text", "unit", "decimal", "value"),
    [
        ("25.796", "triệu đồng", None, "25796000000"),
        ("1.218.000", "đồng", None, "1218000"),
        ("0,08", "%", None, "0.08"),
        ("(1.234)", None, None, "-1234"),
        ("-1.234,5", "triệu đồng", None, "-1234500000"),
        ("2.833", "hộ", None, "2833"),
        ("14,917", "hộ", None, "14917"),
        ("14,917", "triệu đồng", None, "14917000"),
        ("15.04", "%", None, "15.04"),
        ("1.218", "triệu đồng", ".", "1218000"),
        ("1,218", "triệu đồng", ".", "1218000000"),
        ("25 796", "hộ", None, "25796"),
        ("25\u00a0796", "hộ", None, "25796"),
        ("12,5%", None, None, "12.5"),
        ("103,8 %", None, None, "103.8"),
        ("44 triệu đồng", None, None, "44000000"),
        (",5", "%", None, "0.5"),
        ("155", None, None, "155"),
        ("47 (*)", "người", None, "47"),
        ("3(1)", "hộ", None, "3"),
        ("1.234²", "hộ", None, "1234"),
        ("25 triệu đồng (2)", None, None, "25000000"),
        ("12,5% *", None, None, "12.5"),
    ],
)
def test_a_cell_is_one_number(text: str, unit: str | None, decimal: str | None, value: str) -> None:
    column = unit_of(unit)[0] if unit else None
    quantity = parse_number(text, column, decimal)  # type: ignore[arg-type]
    assert quantity is not None
    assert quantity.value == Decimal(value)


@pytest.mark.parametrize("text", ["", " ", "A", "xã 5", "1.2.3.4 x", "I", "12/15", "4=3/1*100", "5 6", "1" * 100])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("text", ["-", " – ", "—"])
def test_a_lone_dash_is_nothing_of_it(text: str) -> None:
    quantity = parse_number(text, unit_of("hộ")[0])
    assert quantity is not None
    assert quantity.value == 0
    assert quantity.unit == "household"
    assert quantity.flags == {"nil"}


def test_the_cell_keeps_what_is_printed() -> None:
    quantity = parse_number(" 25.796 ", unit_of("triệu đồng")[0])
    assert quantity is not None
    assert (quantity.value_printed, quantity.start, quantity.end) == ("25.796", 1, 7)
    assert (quantity.unit, int(quantity.factor), quantity.kind) == ("VND", 1_000_000, "money")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Đơn vị tính: triệu đồng, hộ", [("VND", 1_000_000, None), ("household", 1, None)]),
        ("Đơn vị tính: hộ, khẩu, %", [("household", 1, None), ("person", 1, None), ("percent", 1, None)]),
        ("Đơn vị tính: hộ; %", [("household", 1, None), ("percent", 1, None)]),
        ("ĐVT: 1.000 đồng", [("VND", 1000, None)]),
        ("ĐVT: Triệu đồng", [("VND", 1_000_000, None)]),
        ("Đơn vị: trđ", [("VND", 1_000_000, None)]),
        ("Đơn vị : ha, hộ", [("hectare", 1, None), ("household", 1, None)]),
        ("Đơn vị: dư nợ - triệu đồng; số hộ - hộ", [("VND", 1_000_000, None), ("household", 1, None)]),
        ("ĐVT: số tiền (nghìn đồng), số hộ (hộ)", [("VND", 1000, None), ("household", 1, None)]),
        ("Đơn vị: huyện Bạch Thông", []),
        ("(triệu đồng)", [("VND", 1_000_000, None)]),
        ("Dư nợ (tr.đ)", [("VND", 1_000_000, None)]),
        ("Tỷ lệ (%)", [("percent", 1, None)]),
        ("Tỷ lệ hộ nghèo", [("percent", 1, None)]),
        ("Số hộ nghèo", [("household", 1, None)]),
        ("Tổng số nhân khẩu", [("person", 1, None)]),
        ("triệu đồng/hộ", [("VND", 1_000_000, "household")]),
        ("đồng/người/tháng", [("VND", 1, "person/month")]),
        ("lượt người", [("turn", 1, None)]),
        ("nhà", [("house", 1, None)]),
        ("Kinh phí", []),
        ("Xã, thị trấn", [("commune", 1, None)]),
        ("Tên", []),
    ],
)
def test_units_of_lines_and_headings(text: str, units: list[tuple[str, int, str | None]]) -> None:
    assert [(unit.code, int(unit.factor), unit.per) for unit in unit_of(text)] == units


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["12,52", "1.218", "9"], ","),
        (["1.218.000"], ","),
        (["12.52", "1,218"], "."),
        (["1.218", "25"], None),
        (["x", ""], None),
        (["12,5", "12.5"], None),
        (["0.123"], "."),
    ],
)
def test_the_decimal_mark_of_a_column(texts: list[str], mark: str | None) -> None:
    assert decimal_mark(texts) == mark
