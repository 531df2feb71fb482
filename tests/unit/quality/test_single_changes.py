"""Every reading of a figure that one slip is away."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.quality.single_changes import KINDS, single_changes
from pipelines.quality.verdicts import Change, Figure

D = Decimal


def printed(value: str, value_printed: str, unit: str | None = "household", **fields: Any) -> Figure:
    """A figure with the fields that its changes depend on."""
    worth = D(value)
    told: dict[str, Any] = {
        "observation_id": "o", "role": "part", "sign": 1, "quote": value_printed, "value": worth, "low": worth,
        "high": worth, "comparator": "=", "unit": unit, "factor": D(1), "value_printed": value_printed,
        "unit_printed": unit, "char_start": None, "char_end": None, "sheet": None, "cell": None, "sentence": None,
    }  # fmt: skip
    return Figure(**(told | fields))


def of_kind(changes: list[Change], kind: str) -> set[tuple[str, str]]:
    return {(f"{change.value.normalize():f}", change.value_printed) for change in changes if change.kind == kind}


def test_the_unit_of_money() -> None:
    lunch = printed("1218000000000", "1.218.000", "VND", factor=D(10**6), unit_printed="triệu đồng")

    units = {(change.unit_printed, change.value) for change in single_changes(lunch) if change.kind == "unit_factor"}

    assert units == {
        ("nghìn đồng", D(1_218_000_000)),
        ("tỷ đồng", D(1_218_000_000_000_000)),
        ("đồng", D(1_218_000)),
        ("nghìn tỷ đồng", D(1_218_000_000_000_000_000)),
    }


def test_counted_things_have_no_unit_to_mistake_nor_a_decimal_mark() -> None:
    assert {change.kind for change in single_changes(printed("1735", "1.735"))} == {"swapped_digits", "digit"}


def test_the_decimal_mark_of_a_rate() -> None:
    rate = printed("103.8", "103,8", "percent", low=D("103.75"), high=D("103.9"))

    assert of_kind(single_changes(rate), "decimal_mark") == {("1038", "1.038"), ("10.38", "10,38"), ("1.038", "1,038")}


def test_bounds_go_with_the_value() -> None:
    rate = printed("103.8", "103,8", "percent", low=D("103.75"), high=D("103.9"))

    bounds = {change.value_printed: (change.low, change.high) for change in single_changes(rate)}

    assert bounds["10,38"] == (D("10.375"), D("10.39"))
    assert bounds["203,8"] == (D("203.75"), D("203.9"))


def test_swapped_and_mistyped_digits_keep_the_form() -> None:
    changes = single_changes(printed("12386", "12.386"))

    assert ("12368", "12.368") in of_kind(changes, "swapped_digits")
    assert ("62381", "62.381") in of_kind(changes, "swapped_digits")
    assert ("12387", "12.387") in of_kind(changes, "digit")
    assert not any(change.value_printed.startswith("0") for change in changes)


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(printed("2", "hai"), id="a word has no digits"),
        pytest.param(printed("0", "0"), id="nothing"),
        pytest.param(printed("1500000000", "1", "VND", factor=D(10**9), unit_printed="tỷ rưỡi"), id="1 tỷ rưỡi"),
    ],
)
def test_figures_whose_digits_are_not_all_of_them_keep_their_digits(figure: Figure) -> None:
    assert not {change.kind for change in single_changes(figure)} & {"digit", "swapped_digits", "decimal_mark"}


@given(st.integers(1, 10**12), st.sampled_from(["household", "percent", "VND"]), st.sampled_from([1, 10**3, 10**6]))
def test_each_value_once_never_its_own_likeliest_first(number: int, unit: str, factor: int) -> None:
    figure = printed(str(number * factor), f"{number:,}".replace(",", "."), unit, factor=D(factor))

    changes = single_changes(figure)

    values = [change.value for change in changes]
    assert len(values) == len(set(values))
    assert figure.value not in values
    ranks = [KINDS.index(change.kind) for change in changes]
    assert ranks == sorted(ranks)
