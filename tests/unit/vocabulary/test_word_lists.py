"""Forms that name a list of words in braces stand for one form a word."""

import pytest

from pipelines.vocabulary import VocabularyError
from pipelines.vocabulary.references import row_of
from pipelines.vocabulary.word_lists import expanded


def test_a_form_without_a_list_is_itself() -> None:
    assert list(expanded(["hộ nghèo"])) == ["hộ nghèo"]


def test_a_form_with_a_list_is_told_once_for_each_word() -> None:
    told = list(expanded(["hộ {people} nghèo"]))
    assert {"hộ khmer nghèo", "hộ mông nghèo"} < set(told)
    assert not any("{" in form for form in told)


def test_two_lists_are_told_pair_by_pair() -> None:
    places, areas = (list(expanded([name])) for name in ("{living_in}", "{difficult_area}"))
    told = list(expanded(["người dtts {living_in} {difficult_area}"]))
    assert len(told) == len(set(told)) == len(places) * len(areas)


def test_an_unknown_list_is_an_error_that_names_it() -> None:
    with pytest.raises(VocabularyError, match="no list 'nobody'"):
        list(expanded(["hộ {nobody}"]))


def test_a_word_of_a_list_is_found_in_the_row_of_its_form() -> None:
    assert row_of("population_forms.csv", "hộ khmer nghèo", population_id="ethnic_minority_poor_hh")
