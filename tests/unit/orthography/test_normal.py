"""The normal form: what it makes of a text, and that every span leads back to the source."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipelines.orthography import fold, normalise, without_diacritics

TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ạằễịộứỹđĐ\u0300\u0301\u0323\u00a0\uff15hộ155 ")))


@pytest.mark.parametrize(
    ("source", "normal"),
    [
        pytest.param("hộ nghèo", "hộ nghèo", id="normal already"),
        pytest.param(unicodedata.normalize("NFD", "hộ nghèo"), "hộ nghèo", id="NFD"),
        pytest.param("19\u00a0136\u202fhộ", "19 136 hộ", id="typesetter's spaces"),
        pytest.param("１５５ hộ", "155 hộ", id="full-width digits"),
        pytest.param("2\uff0c5％", "2,5%", id="full-width signs"),
        pytest.param(unicodedata.normalize("NFD", "가각 hộ"), "가각 hộ", id="NFD of another script"),
        pytest.param("5 \u212b, 7 hô\u0323", "5 Å, 7 hộ", id="a sign that is a letter"),
        pytest.param("A\u03000 \x80", "À0 Ạ", id="decomposed beside letters of an older encoding"),
        pytest.param("", "", id="empty"),
    ],
)
def test_the_normal_form(source: str, normal: str) -> None:
    assert normalise(source).text == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("HOÁ", "hóa"),
        ("thuỷ", "thủy"),
        ("Khoẻ", "khỏe"),
        ("Cư M’gar", "cư m'gar"),
        ("ĐỒNG", "đồng"),
    ],
)
def test_spellings_that_are_one_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("hộ", "hồ"), ("nghèo", "nghẹo"), ("tỉ", "ti"), ("đ", "d")], ids=str)
def test_words_that_differ_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_diacritics_are_dropped_one_for_one() -> None:
    assert without_diacritics("tỷ lệ hộ nghèo đồng bào") == "ty le ho ngheo dong bao"


@given(TEXTS)
def test_folded_is_as_long_as_the_text(source: str) -> None:
    normal = normalise(source)
    assert len(normal.folded) == len(normal.text)


@given(TEXTS, st.data())
def test_every_span_lies_in_the_source(source: str, data: st.DataObject) -> None:
    normal = normalise(source)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    first, last = normal.span(start, end)
    assert 0 <= first <= last <= len(source)


@given(TEXTS)
@example("\x80\xa0")  # a no-break space decides no encoding
def test_normalising_twice_changes_nothing(source: str) -> None:
    once = normalise(source).text
    assert normalise(once).text == once or normalise(source).offsets is not None


@given(st.text())
def test_any_text_is_composed(source: str) -> None:
    normal = normalise(source)
    assert normal.offsets is None or len(normal.offsets) == len(normal.text) + 1
    assert list(normal.offsets or ()) == sorted(normal.offsets or ())


@given(st.text(alphabet="ạằễịộứỹđĐhnghèoỳ 155.,%\n가각"))
def test_composed_and_decomposed_texts_are_one(source: str) -> None:
    composed, decomposed = (normalise(unicodedata.normalize(form, source)) for form in ("NFC", "NFD"))
    assert composed.text == decomposed.text
    for at in range(len(composed.text)):
        first, last = decomposed.span(at, at + 1)
        assert unicodedata.normalize("NFC", decomposed.source[first:last]) == composed.text[at]
