"""The words that steer reading, and what a sentence is asked of its connectives."""

import pytest

from pipelines.statements.wording.words import PerRow, find_words, per_forms_of_units
from pipelines.vocabulary import read_table

SENTENCE = "trong đó 12 hộ nghèo, còn lại 8 hộ, trong đó 3 hộ"


@pytest.mark.parametrize(
    ("kind", "start", "end", "told"),
    [
        ("of_which", 0, 1, True),
        ("of_which", 1, 36, False),  # the first begins before, the second at the end
        ("of_which", 1, 37, True),
        ("of_which", 37, 60, False),
        ("remainder", 0, 50, True),
        ("remainder", 0, 22, False),
        ("total", 0, 50, False),
    ],
)
def test_a_connective_of_a_kind_begins_in_a_stretch_or_not(kind: str, start: int, end: int, told: bool) -> None:
    assert find_words(SENTENCE, 0, len(SENTENCE)).has_connective(kind, start, end) is told


def test_connectives_that_are_taken_out_are_found_no_more() -> None:
    words = find_words(SENTENCE, 0, len(SENTENCE))
    first = words.connectives[0]
    assert first.payload == "of_which"
    assert not words.without([first]).has_connective("of_which", 0, 36)
    assert words.without([first]).has_connective("of_which", 0, len(SENTENCE))


def test_the_positions_are_those_of_the_whole_text() -> None:
    text = "Xã A có 5 hộ. " + SENTENCE
    words = find_words(text, 14, len(text))
    assert [hit.start for hit in words.connectives if hit.payload == "of_which"] == [14, 14 + 36]


def test_what_is_told_per_a_unit_stands_in_units_csv_alone() -> None:
    told = {(form, row.per) for row in read_table("per_words.csv", PerRow) for form in row.forms}
    assert told.isdisjoint(per_forms_of_units().items())
