"""The rendering of a quantity for other programs."""

import json
from decimal import Decimal

import pytest

from pipelines.orthography import normalise
from pipelines.quantities import scan
from pipelines.quantities.jsonl import as_record, normal_form, plain


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("2.5796E+10"), "25796000000"),
        (Decimal("103.80"), "103.8"),
        (Decimal("0.08"), "0.08"),
        (Decimal("100"), "100"),
        (Decimal("-3.50"), "-3.5"),
        (Decimal(0), "0"),
        (None, None),
    ],
)
def test_decimals_are_plain_strings(number: Decimal | None, text: str | None) -> None:
    assert plain(number) == text


def record(text: str) -> dict[str, object]:
    normal = normalise(text)
    (quantity,) = scan(normal)
    return as_record(quantity, normal)


def test_a_quantity_has_all_fields_and_is_jsonable() -> None:
    told = record("dư nợ khoảng 25,5 triệu đồng/hộ")
    assert json.loads(json.dumps(told)) == told
    assert told == {
        "start": 13, "end": 28, "kind": "money", "value": "25500000", "value_high": None, "comparator": "~",
        "unit": "VND", "period": None, "period_start": None, "period_end": None, "relative": None,
        "per": "household", "denominator": None, "flags": [],
    }  # fmt: skip


def test_a_period_has_text_and_bounds() -> None:
    told = record("quý III/2023")
    assert (told["period"], told["period_start"], told["period_end"]) == ("2023-Q3", "2023-07-01", "2023-09-30")


def test_a_period_without_year_says_what_it_counts_from() -> None:
    told = record("quý III")
    assert (told["period"], told["relative"]) == (None, {"anchor": "running", "years": 0, "part": "Q3"})


def test_a_period_up_to_now_has_its_start() -> None:
    told = record("từ năm 2021 đến nay")
    assert (told["period"], told["period_start"], told["period_end"]) == ("2021-01-01/..", "2021-01-01", None)


def test_offsets_are_those_of_the_source_as_given() -> None:
    source = "co\u0301 416 ho\u0323\u0302"  # decomposed
    told = record(source)
    assert (told["start"], told["end"]) == (source.index("4"), len(source))


def test_a_legacy_encoding_is_undone_and_offsets_lead_back() -> None:
    source = "coù 155 hoä ngheøo"  # VNI
    normal = normal_form(source)
    (quantity,) = scan(normal)
    told = as_record(quantity, normal)
    assert (told["unit"], told["value"]) == ("household", "155")
    assert (told["start"], told["end"]) == (source.index("155"), source.index(" ngheøo"))
