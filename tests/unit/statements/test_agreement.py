"""Whether printed figures agree, as they stand or with one slip; how relations are chosen by that."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.model import Quantity
from pipelines.orthography import normalise
from pipelines.quantities import scan
from pipelines.statements.wording.agreement import Equation, Option, as_average, choose
from pipelines.statements.wording.equations import (
    difference_of,
    growth_of,
    product_of,
    quotient_of,
    relative_of,
    same,
    total_of,
)
from pipelines.statements.wording.slips import one_slip_apart, significant_digits


def quantity(text: str) -> Quantity:
    """The first quantity of a text that has a value."""
    return next(one for one in scan(normalise(text)) if one.value is not None)


def quantities(*texts: str) -> list[Quantity]:
    """One quantity a text."""
    return [quantity(text) for text in texts]


def difference(move: str, one: str, other: str, years: int = 1) -> Equation:
    return difference_of(quantity(move), quantity(one), quantity(other), Decimal(years))


def quotient(result: str, above: str, below: str, excess: bool = False) -> Equation:
    return quotient_of(quantity(result), quantity(above), quantity(below), excess=excess)


def relative(share: str, move: str, after: str, rose: bool) -> Equation:
    return relative_of(quantity(share), quantity(move), quantity(after), rose)


def growth(share: str, before: str, after: str) -> Equation:
    return growth_of(quantity(share), quantity(before), quantity(after))


PAIRS = [(quantity("14 hộ"), quantity("12 triệu đồng")), (quantity("6 hộ"), quantity("10 triệu đồng"))]
FITTING = [
    pytest.param(total_of(quantity("155 hộ"), quantities("28 hộ", "101 hộ", "26 nhà")), True, id="sum"),
    pytest.param(total_of(quantity("156 hộ"), quantities("28 hộ", "101 hộ", "26 nhà")), False, id="sum is one off"),
    pytest.param(growth("60%", "1.000 hộ", "400 hộ"), True, id="fall in per cent"),
    pytest.param(growth("15,2%", "1.100 lao động", "1.268 lao động"), True, id="rise in per cent, cut off"),
    pytest.param(growth("15,4%", "1.100 lao động", "1.268 lao động"), False, id="rise in per cent, just outside"),
    pytest.param(growth("100%", "40 hộ", "0 hộ"), False, id="a fall to nothing cannot be solved"),
    pytest.param(
        total_of(quantity("721 hộ"), quantities("846 hộ"), quantities("118 hộ", "07 hộ")), True, id="net of flows"
    ),
    pytest.param(
        difference("5,53 điểm %", "38,65%", "33,12%"), True, id="difference of rounded rates"
    ),
    pytest.param(
        difference("2,65%", "20,37%", "7,12%", years=5), True, id="a yearly average over five years"
    ),
    pytest.param(quotient("103,8%", "727 người", "700 người"), True, id="a rate cut off, not rounded"),
    pytest.param(
        quotient("4,27%", "3.128 người", "3.000 người", excess=True), True, id="excess over a plan"
    ),
    pytest.param(quotient("4,27%", "3.128 người", "3.000 người"), False, id="an excess is no rate"),
    pytest.param(
        relative("5,74%", "187,4 tỷ đồng", "3.450,8 tỷ đồng", rose=True), True, id="per cent of a rise"
    ),
    pytest.param(
        relative("22,29%", "412 hộ", "1.436 hộ", rose=False), True, id="per cent of a fall"
    ),
    pytest.param(
        product_of(quantity("228 triệu đồng"), PAIRS),
        True, id="amounts a head",
    ),
    pytest.param(same(quantity("hơn 98 ngàn hộ"), quantity("98.081 hộ")), True, id="a rounded repeat"),
    pytest.param(same(quantity("hơn 98 ngàn hộ"), quantity("99.120 hộ")), False, id="rounded to another number"),
]  # fmt: skip


@pytest.mark.parametrize(("equation", "fits"), FITTING)
def test_figures_agree_within_their_printed_precision(equation: Equation, fits: bool) -> None:
    assert equation.fits is fits


SLIPS = [
    pytest.param(quotient("48,37%", "4.702 hộ", "3.519 hộ"), True, id="one digit"),
    pytest.param(quotient("48,37%", "1.702 hộ", "3.591 hộ"), True, id="two digits swapped"),
    pytest.param(
        total_of(quantity("19,5 tỷ đồng"), quantities("12,4 tỷ đồng", "7.100 tỷ đồng")), True, id="a unit of a thousand"
    ),
    pytest.param(difference("721 hộ", "3.899 hộ", "2.731 hộ"), False, id="no single slip"),
]


@pytest.mark.parametrize(("equation", "mends"), SLIPS)
def test_one_slip_mends_or_does_not(equation: Equation, mends: bool) -> None:
    assert not equation.fits
    assert equation.mends() is mends


def test_a_slip_among_coarse_figures_is_not_believed() -> None:
    coarse = quotient("54%", "12 hộ", "18 hộ")
    fine = quotient("48,37%", "4.702 hộ", "3.519 hộ")
    assert not coarse.has_slip()
    assert fine.has_slip()


FITS = difference("721 hộ", "3.452 hộ", "2.731 hộ")
BROKEN = difference("721 hộ", "3.899 hộ", "2.731 hộ")
MENDED = difference("721 hộ", "6.452 hộ", "2.731 hộ")
COARSE = quotient("54%", "12 hộ", "18 hộ")


@pytest.mark.parametrize(
    ("options", "chosen"),
    [
        pytest.param([Option("told", BROKEN, told=True), Option("fits", FITS)], "fits", id="what agrees goes first"),
        pytest.param([Option("slip", MENDED), Option("told", BROKEN, told=True)], "told", id="then what is told"),
        pytest.param([Option("broken", BROKEN), Option("slip", MENDED)], "slip", id="then what one slip mends"),
        pytest.param([Option("broken", BROKEN)], None, id="nothing where nothing speaks for it"),
        pytest.param([Option("coarse", COARSE)] * 3 + [Option("slip", MENDED)], None, id="nothing where chance may"),
        pytest.param([], None, id="nothing of nothing"),
    ],
)
def test_options_are_chosen_by_agreement_then_words_then_slips(options: list[Option[str]], chosen: str | None) -> None:
    assert choose(options) == chosen


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("155 hộ", "455 hộ", True), ("155 hộ", "154 hộ", True), ("155 hộ", "144 hộ", False), ("155 hộ", "55 hộ", False)],
)
def test_one_slip_apart(one: str, other: str, apart: bool) -> None:
    assert one_slip_apart(quantity(one), quantity(other)) is apart


@pytest.mark.parametrize(("text", "digits"), [("98 ngàn hộ", 2), ("1.100 tỷ đồng", 2), ("07 hộ", 1), ("98.081 hộ", 5)])
def test_significant_digits(text: str, digits: int) -> None:
    assert significant_digits(quantity(text)) == digits


@given(parts=st.lists(st.integers(min_value=1, max_value=99_999), min_size=2, max_size=12), which=st.integers(0, 11))
def test_a_true_sum_fits_and_any_changed_leading_digit_is_a_slip(parts: list[int], which: int) -> None:
    printed = [f"{part} hộ" for part in parts]
    assert total_of(quantity(f"{sum(parts)} hộ"), quantities(*printed)).fits
    place = which % len(parts)
    digit = int(printed[place][0])
    printed[place] = f"{digit % 9 + 1}{printed[place][1:]}"
    equation = total_of(quantity(f"{sum(parts)} hộ"), quantities(*printed))
    assert not equation.fits
    assert equation.mends()


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ("3.168 người", "3167.5", "3169"),
        ("555.000 đồng", "554500", "556000"),
        ("2.000 USD", "2000", "2000"),
        ("12,5 triệu đồng", "12450000", "12600000"),
    ],
)
def test_what_an_average_stands_for(told: str, low: str, high: str) -> None:
    interval = as_average(quantity(told)).interval
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))
