"""The true values for which a printed number can stand."""

from decimal import Decimal

import pytest

from tests.unit.quantities.reading import quantities


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("103,8%", "103.75", "103.9", id="a rate: rounded or truncated"),
        pytest.param("25.796 triệu đồng", "25795500000", "25797000000", id="scaled money"),
        pytest.param("511.900.000 đồng", "511900000", "511900000", id="plain đồng are exact"),
        pytest.param("416 hộ", "416", "416", id="whole things are exact"),
        pytest.param("98 ngàn hộ", "97500", "99000", id="unless scaled"),
        pytest.param("hơn 80 lượt", "80", "90", id="more than: one step of the last digit that is not zero"),
        pytest.param("hơn 105,8 tỷ đồng", "105800000000", "105900000000", id="more than, scaled"),
        pytest.param("dưới 5%", "4", "5", id="less than"),
        pytest.param("gần 16%", "15", "17", id="about: both ways"),
        pytest.param("6 - 7%", "6", "7", id="a range is its ends"),
        pytest.param("-2%", "-3", "-1.5", id="negative: truncated towards zero"),
        pytest.param("2 tỷ 044 triệu đồng", "2043500000", "2045000000", id="compound: the last member's step"),
        pytest.param("1 tỷ 995,84 triệu đồng", "1995835000", "1995850000", id="the step of its decimals"),
    ],
)
def test_interval(text: str, low: str, high: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.interval.low, quantity.interval.high) == (Decimal(low), Decimal(high))
