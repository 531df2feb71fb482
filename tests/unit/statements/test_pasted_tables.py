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
