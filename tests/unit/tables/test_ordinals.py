"""Ordinals of rows: what they are, how deep they lie, and where they open a label."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.tables.wording.ordinals import ordinal_before, ordinal_of


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("I", "roman", 1), ("IV", "roman", 4), ("XII.", "roman", 12), ("A", "letter", 1), ("(B)", "letter", 2),
        ("1", "number", 1), ("14", "number", 14), ("1.2", "number", 2), ("2.1.3", "number", 3),
        ("a)", "small_letter", 1),
        ("-", "dash", 0), ("–", "dash", 0), ("+", "plus", 0),
    ],
)  # fmt: skip
def test_what_an_ordinal_is(text: str, kind: str, value: int) -> None:
    ordinal = ordinal_of(text)
    assert ordinal is not None
    assert (ordinal.kind, ordinal.value) == (kind, value)


@pytest.mark.parametrize("text", ["Tổng cộng", "Xã Vi Hương", "12,5", "", "A1", "IIIIIII", "Chia ra"])
def test_what_is_none(text: str) -> None:
    assert ordinal_of(text) is None


def test_ranks_follow_the_order_of_official_documents() -> None:
    ranks = [ordinal.rank for text in ("A", "I", "1", "1.1", "1.1.1", "a", "-", "+") if (ordinal := ordinal_of(text))]
    assert len(ranks) == 8
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize(
    ("label", "kind", "rest"),
    [
        ("1. Xã Nậm Khắt", "number", "Xã Nậm Khắt"),
        ("I. Thành thị", "roman", "Thành thị"),
        ("- Nữ", "dash", "Nữ"),
        ("+ Dân tộc thiểu số", "plus", "Dân tộc thiểu số"),
        ("a) Hộ nghèo", "small_letter", "Hộ nghèo"),
        ("2.1. Cho vay", "number", "Cho vay"),
        ("A/ Thu ngân sách", "letter", "Thu ngân sách"),
    ],
)
def test_ordinals_that_open_a_label(label: str, kind: str, rest: str) -> None:
    ordinal, bare = ordinal_before(label)
    assert ordinal is not None
    assert (ordinal.kind, bare) == (kind, rest)


@pytest.mark.parametrize("label", ["Xã Vi Hương", "Hộ nghèo", "A Lưới", "I-on", "3 xã vùng cao", "12,5 ha"])
def test_labels_without_one(label: str) -> None:
    assert ordinal_before(label) == (None, label)


@given(st.integers(1, 39))
def test_roman_numbers_count(number: int) -> None:
    tens, ones = divmod(number, 10)
    text = "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]
    ordinal = ordinal_of(text)
    assert ordinal is not None
    assert ordinal.value == number
