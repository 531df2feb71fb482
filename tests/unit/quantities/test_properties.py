"""What holds for every text and every number."""

import unicodedata
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipelines.orthography import normalise
from pipelines.quantities import parse_number, scan
from pipelines.quantities.units import unit_table
from tests.unit.quantities.reading import quantities

WORDS = st.sampled_from(
    [
        *("hộ", "nghèo", "triệu", "đồng", "tỷ", "nghìn", "%", "năm", "tháng", "quý", "ngày", "từ", "đến", "trở", "lên"),
        *(
            "trên",
            "dưới",
            "khoảng",
            "hai",
            "ba",
            "mươi",
            "trăm",
            "rưỡi",
            "gấp",
            "lần",
            "mỗi",
            "một",
            "nửa",
            "thứ",
            "số",
        ),
        *("người", "xã", "kg", "ha", "lớp", "đơn", "vị", "tính:", "và", "4G", "đầu", "cuối", "nay", "tới", "phẩy"),
        *("/", "-", "–", ",", ".", "(", ")", ":", "\n", "25.796", "1,5", "0", "01", "7", "12/15", "2023", "30/6/2023"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_spans_are_in_the_text_ordered_and_apart(text: str) -> None:
    normal = normalise(text)
    last = 0
    for quantity in scan(normal):
        assert last <= quantity.start < quantity.end <= len(normal.text)
        last = quantity.end
        if quantity.denominator is not None:
            assert quantity.start < quantity.denominator.start < quantity.denominator.end == quantity.end


@given(TEXTS)
@example("À0 \x80")
@settings(max_examples=200, deadline=None)
def test_composed_and_decomposed_texts_say_the_same(text: str) -> None:
    def read(form: Literal["NFC", "NFD"]) -> list[tuple[object, ...]]:
        return [
            (q.kind, q.value, q.unit, q.comparator, q.period) for q in quantities(unicodedata.normalize(form, text))
        ]

    assert read("NFC") == read("NFD")


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_number_has_a_value_within_its_interval(text: str) -> None:
    for quantity in quantities(text):
        if quantity.value is not None:
            assert quantity.interval.low is not None
            assert quantity.interval.high is not None
            assert quantity.interval.low <= quantity.value <= quantity.interval.high
            assert (quantity.value / quantity.factor) * quantity.factor == quantity.value


def vietnamese(number: Decimal) -> str:
    """25796.5 as "25.796,5"."""
    whole, _, fraction = f"{number:,f}".partition(".")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def foreign(number: Decimal) -> str:
    """25796.5 as "25,796.5"."""
    return f"{number:,f}"


def plain(number: Decimal) -> str:
    """25796.5 as "25796,5"."""
    return f"{number:f}".replace(".", ",")


UNITS = sorted(
    form
    for form, unit in unit_table().forms.items()
    if form != "nam"  # in a text without diacritics it is năm
    and unit.kind in ("count", "money", "rate")
    and unit.code not in (None, "times")
    and form[0].isalpha()
    and len(form) > 2
)
INTEGERS = st.integers(0, 10**12).map(Decimal)
TENTHS = st.integers(0, 10**9).map(lambda n: Decimal(n) / 10)


@given(
    st.one_of(INTEGERS, TENTHS),
    st.sampled_from(UNITS),
    st.sampled_from([vietnamese, plain]),
    st.sampled_from(["có ", "(", ""]),
)
@settings(max_examples=400, deadline=None)
def test_every_printed_number_reads_back(number: Decimal, unit: str, style: object, before: str) -> None:
    printed = style(number)  # type: ignore[operator]
    text = f"{before}{printed} {unit}."
    found = [q for q in quantities(text) if q.value is not None]
    assert len(found) == 1
    (quantity,) = found
    known = unit_table().forms[unit]
    assert quantity.unit == known.code
    assert quantity.value == number * known.factor
    assert text[quantity.start : quantity.end].startswith(printed)


@given(st.integers(1000, 10**12).map(Decimal), st.sampled_from(["hộ", "người", "đồng"]))
@settings(max_examples=100, deadline=None)
def test_whole_things_read_back_in_the_foreign_style_too(number: Decimal, unit: str) -> None:
    (quantity,) = quantities(f"có {foreign(number)} {unit}.")
    assert quantity.value == number


@given(st.one_of(INTEGERS, TENTHS))
@settings(max_examples=200, deadline=None)
def test_every_printed_number_reads_back_from_a_cell(number: Decimal) -> None:
    quantity = parse_number(vietnamese(number), decimal=",")
    assert quantity is not None
    assert quantity.value == number


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "1.",
        "tỷ ",
        "1 tỷ ",
        "năm ",
        "hai ",
        "hai ba ",
        "1, ",
        "1/",
        "1-",
        "(1) ",
        "đvt: hộ 1 ",
        "a1",
        "1\n",
        "1 đến ",
        "A ",
    ],
)
def test_reading_is_linear_on_hostile_text(piece: str) -> None:
    """Counted in calls, not seconds: four times the text, about four times the work."""
    import sys

    def calls(times: int) -> int:
        count = 0

        def tick(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += 1

        normal = normalise("5 hộ " + piece * times)
        sys.setprofile(tick)
        try:
            scan(normal)
        finally:
            sys.setprofile(None)
        return count

    calls(1)
    small, large = calls(400), calls(1600)
    assert large <= 5 * small + 1000
