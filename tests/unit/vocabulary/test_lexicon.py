"""Surface forms in a text: whole words only, nested ones too, the longest where one must be chosen."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.orthography import fold
from pipelines.vocabulary.lexicon import Hit, Lexicon, longest

LEXICON = Lexicon([("hộ nghèo", "poor"), ("nghèo", "poverty"), ("hộ", "household"), ("hộ", "also"), ("Hoà", "peace")])


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], payload) for start, end, payload in LEXICON.find(fold(text))]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("hộ nghèo", [("hộ", "household"), ("hộ", "also"), ("hộ nghèo", "poor"), ("nghèo", "poverty")]),
        ("Hộ, nghèo", [("Hộ", "household"), ("Hộ", "also"), ("nghèo", "poverty")]),
        ("hộp nghèon", []),
        ("155hộ", []),
        ("hòa", [("hòa", "peace")]),
        ("", []),
    ],
    ids=["nested", "parted by a sign", "parts of words", "glued to digits", "another tone placement", "empty"],
)
def test_forms_are_found_as_whole_words(text: str, hits: list[tuple[str, str]]) -> None:
    assert found(text) == hits


def test_the_ends_of_a_stretch_cut_words() -> None:
    assert LEXICON.find("xhộx", 1, 3) == [Hit(1, 3, "household"), Hit(1, 3, "also")]


def test_a_lexicon_of_nothing_finds_nothing() -> None:
    assert Lexicon[str]([]).find("hộ") == []


def test_the_longest_form_wins_over_those_it_holds() -> None:
    assert [hit.payload for hit in longest(LEXICON.find("hộ nghèo, hộ"))] == ["poor", "household", "also"]


@given(st.lists(st.sampled_from(["hộ", "nghèo", "hộ nghèo", "x", "2"]), max_size=12).map(" ".join))
def test_chosen_hits_do_not_overlap_unless_they_are_one_span(text: str) -> None:
    chosen = longest(LEXICON.find(text))
    for one, other in pairwise(chosen):
        assert one.end <= other.start or (one.start, one.end) == (other.start, other.end)
