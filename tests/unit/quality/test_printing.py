"""Figures in words."""

from decimal import Decimal

import pytest

from pipelines.quality.printing import Language, about, figure, money, money_as_printed, number_vi


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("0", 2, "0"),
        ("1234567.8", 2, "1.234.567,8"),
        ("999.995", 2, "1.000"),
        ("-0.5", 2, "-0,5"),
        ("-0.001", 2, "0"),
        ("12.34567", 4, "12,3457"),
    ],
)
def test_numbers(value: str, decimals: int, shown: str) -> None:
    assert number_vi(Decimal(value), decimals) == shown


@pytest.mark.parametrize(
    ("value", "language", "shown"),
    [
        (40_000_000, "vi", "40 triệu đồng"),
        (1_218_000_000, "vi", "1,218 tỷ đồng"),
        (2_672_595_000, "en", "2.672,595 million đồng"),
        (511_900_000, "vi", "511,9 triệu đồng"),
        (3_000_000_000_000, "vi", "3.000 tỷ đồng"),
        (675, "vi", "675 đồng"),
        (-83_950_000, "vi", "-83,95 triệu đồng"),
    ],
)
def test_money(value: int, language: Language, shown: str) -> None:
    assert money(Decimal(value), language) == shown


@pytest.mark.parametrize(
    ("value", "factor", "shown"),
    [
        (3_917_160_000, 1_000, "3.917.160 nghìn đồng"),
        (15_204_000_000, 1_000_000, "15.204 triệu đồng"),
        (386_000_000, 1, "386.000.000 đồng"),
        (1_234_567, 1_000_000_000, "1.234,567 nghìn đồng"),
        (15_204_000_000, 100, "15,204 tỷ đồng"),
        (10**27, 1, "1.000.000.000.000.000.000 tỷ đồng"),
    ],
)
def test_money_in_the_scale_of_a_figure_beside_it(value: int, factor: int, shown: str) -> None:
    assert money_as_printed(Decimal(value), Decimal(factor)) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("62009615.38", "VND", "62,01 triệu đồng"),
        ("702017.29", "VND", "702,02 nghìn đồng"),
        ("0.38", "VND", "0 đồng"),
        ("2.5", "household", "2,5"),
    ],
)
def test_quotients(value: str, unit: str, shown: str) -> None:
    assert about(Decimal(value), unit) == shown


@pytest.mark.parametrize(
    ("unit", "shown"),
    [("percent", "5,16%"), ("percentage_point", "5,16 điểm %"), ("household", "5,16"), (None, "5,16")],
)
def test_units(unit: str | None, shown: str) -> None:
    assert figure(Decimal("5.16"), unit) == shown


def test_a_missing_figure_is_a_dash() -> None:
    assert figure(None, "VND") == "–"
