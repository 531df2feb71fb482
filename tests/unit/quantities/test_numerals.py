"""Printed digits: which mark means thousands, which the decimal point."""

from decimal import Decimal

import pytest

from pipelines.quantities.numerals import MAX_DIGITS, last_place, read_numeral, spaced


@pytest.mark.parametrize(
    ("token", "value", "step"),
    [
        pytest.param("155", "155", "1", id="plain"),
        pytest.param("01", "1", "1", id="leading zero counts"),
        pytest.param("25.796", "25796", "1", id="one dot before three digits: thousands"),
        pytest.param("106,811", "106.811", "0.001", id="one comma before three digits: decimal"),
        pytest.param("1.218.000", "1218000", "1", id="two dots: thousands"),
        pytest.param("3,450,000", "3450000", "1", id="two commas: thousands"),
        pytest.param("7.5", "7.5", "0.1", id="one digit behind a dot: decimal"),
        pytest.param("15.04", "15.04", "0.01", id="two digits behind a dot: decimal"),
        pytest.param("0,08", "0.08", "0.01", id="comma decimal"),
        pytest.param("0.123", "0.123", "0.001", id="nothing begins with zero thousands"),
        pytest.param("1234.567", "1234.567", "0.001", id="four digits before a dot: decimal"),
        pytest.param("3.1416", "3.1416", "0.0001", id="four digits behind a dot: decimal"),
        pytest.param("1.234,5", "1234.5", "0.1", id="both marks, Vietnamese"),
        pytest.param("12,345.6", "12345.6", "0.1", id="both marks, English"),
        pytest.param("1.234,567", "1234.567", "0.001", id="both marks: the last is decimal"),
    ],
)
def test_reads_the_styles_of_official_texts(token: str, value: str, step: str) -> None:
    numeral = read_numeral(token)
    assert numeral is not None
    assert (numeral.value, numeral.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    ("token", "decimal", "value"),
    [
        pytest.param("1.218", ",", "1218", id="comma decimal: the dot is thousands"),
        pytest.param("1.218", ".", "1.218", id="dot decimal"),
        pytest.param("1,218", ".", "1218", id="dot decimal: the comma is thousands"),
        pytest.param("1,218", ",", "1.218", id="comma decimal keeps the fraction"),
    ],
)
def test_a_known_decimal_mark_settles_the_ambiguous(token: str, decimal: str, value: str) -> None:
    numeral = read_numeral(token, decimal)  # type: ignore[arg-type]
    assert numeral is not None
    assert numeral.value == Decimal(value)


def test_whole_things_have_no_thousandths() -> None:
    numeral = read_numeral("14,917")
    assert numeral is not None
    assert numeral.whole == 14917
    assert numeral.flags == {"ambiguous_separator"}


@pytest.mark.parametrize("token", ["12.34.5", "1.2345.678", "1,23.45,6"])
def test_marks_of_no_style_are_flagged(token: str) -> None:
    numeral = read_numeral(token)
    assert numeral is not None
    assert numeral.flags == {"malformed_number"}


def test_more_digits_than_a_figure_has_are_no_numeral() -> None:
    assert read_numeral("1" * MAX_DIGITS) is not None
    assert read_numeral("1" * (MAX_DIGITS + 1)) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [("19 136 hộ", 6), ("1 204 350", 9), ("12 345,6", 8), ("2022 105", None), ("19 13", None), ("0 123", None)],
)
def test_groups_apart_by_spaces(text: str, end: int | None) -> None:
    assert spaced(text, 0) == end


@pytest.mark.parametrize(
    ("value", "place"), [("80", "10"), ("105.8", "0.1"), ("25796", "1"), ("0", "1"), ("98000", "1000")]
)
def test_the_place_of_the_last_digit_that_is_not_zero(value: str, place: str) -> None:
    assert last_place(Decimal(value)) == Decimal(place)
