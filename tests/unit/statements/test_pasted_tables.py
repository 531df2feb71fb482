"""Tables pasted into a text: each number takes the unit and the words of its column's heading."""

import pytest

from tests.unit.statements.relations import observations_of, parts_of

TABLE = (
    "Số liệu một số xã như sau:\n"
    "Xã | Tổng số hộ | Hộ nghèo | Tỷ lệ (%) | Kinh phí (triệu đồng)\n"
    "Vinh Tiền | 402 | 189 | 47,01 | 1.250\n"
    "Đồng Sơn | 812 | 341 | 42,00 | 980,5\n"
    "(Nguồn: báo cáo của huyện)"
)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param("402", (402, "household", "pov.hh_total"), id="all households"),
        pytest.param("341", (341, "household", "pov.hh_poor"), id="poor households"),
        pytest.param("42,00", (42, "percent", "pov.rate_poor"), id="a rate of the column before"),
        pytest.param("1.250", (1_250_000_000, "VND", "fund.disbursed"), id="money in the unit of its heading"),
    ],
)
def test_cells_take_over_their_heading(quote: str, expected: tuple[int, str | None, str | None]) -> None:
    cell = next(one for one in observations_of(TABLE) if one.quote == quote)
    assert (int(cell.value), cell.unit, cell.meaning.indicator) == expected


def test_the_poor_of_a_row_are_part_of_its_households() -> None:
    assert parts_of(TABLE) == ["189 < 402", "341 < 812"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Trang chủ | Tin tức | Liên hệ\nLượt xem: 402", id="a menu above other lines"),
        pytest.param("Xã | Tổng số hộ | Hộ nghèo\nVinh Tiền có 402 con bò | 189", id="a line of fewer cells"),
        pytest.param("Năm 2013 | 17 xã | 19 hộ\nVinh Tiền | 402 | 189", id="no heading but figures"),
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert "household" not in [one.unit for one in observations_of(text) if one.quote in ("402", "189")]


def table(*rows: str, announced: str = "(đơn vị tính: triệu đồng, hộ)") -> str:
    head = f"Kết quả cho vay tại các xã của huyện Ba Bể đến ngày 30/6/2022 {announced}:\n"
    return head + "\n".join(row.replace(" | ", "\t") for row in ("Xã | Dư nợ | Số hộ còn dư nợ", *rows))


ROWS = ("Mỹ Phương | 41.560 | 824", "Chu Hương | 49.315 | 1.012", "Hà Hiệu | 18.622 | 371")


@pytest.mark.parametrize("announced", ["(đơn vị tính: triệu đồng, hộ)", "(ĐVT: triệu đồng)"])
def test_columns_between_tabs_take_the_unit_that_is_announced_unless_they_tell_their_own(announced: str) -> None:
    cells = {one.quote: (int(one.value), one.unit) for one in observations_of(table(*ROWS, announced=announced))}
    assert cells["41.560"] == (41_560_000_000, "VND")
    assert cells["1.012"] == (1_012, "household")


@pytest.mark.parametrize("total", [pytest.param("109.497", id="right"), pytest.param("109.947", id="digits swapped")])
def test_a_line_of_totals_adds_up_the_lines_above_it(total: str) -> None:
    of_loans = [f"{part} < {total}" for part in ("41.560", "49.315", "18.622")]
    of_borrowers = [f"{part} < 2.207" for part in ("824", "1.012", "371")]
    assert sorted(parts_of(table(*ROWS, f"Tổng cộng | {total} | 2.207"))) == sorted(of_loans + of_borrowers)


def test_a_line_of_a_whole_of_which_some_are_shown_adds_up_nothing() -> None:
    assert parts_of(table(*ROWS, "Toàn huyện | 412.350 | 8.115")) == []
