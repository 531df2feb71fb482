"""The vocabularies of numbers, units and time hold together."""

from collections import Counter

import pytest

from pipelines.orthography import fold
from pipelines.quantities.connectives import connectives, pattern
from pipelines.quantities.context import comparator_rows, left_of, period_rows, relative_forms
from pipelines.quantities.flags import ALL_FLAGS
from pipelines.quantities.number_words import number_words
from pipelines.quantities.units import unit_table
from pipelines.vocabulary.units import unit_rows
from tests.unit.quantities.reading import quantities


def test_no_written_form_belongs_to_two_units() -> None:
    forms = Counter(fold(form) for row in unit_rows() for form in set(row.forms))
    assert [form for form, count in forms.items() if count > 1] == []


def test_every_unit_with_a_code_has_label_and_sdmx_code() -> None:
    assert [row.unit for row in unit_rows() if row.unit and not (row.label_vi and row.sdmx_code)] == []


@pytest.mark.parametrize("code", sorted({row.unit for row in unit_rows() if row.unit}))
def test_the_first_form_of_every_unit_is_read(code: str) -> None:
    row = next(row for row in unit_rows() if row.unit == code)
    expected = "lần" if code == "times" else code
    found = [q for q in quantities(f"có 37 {row.forms[0]}.") if q.value is not None]
    assert [quantity.unit for quantity in found] == [expected]


def test_units_that_every_user_meets_are_there() -> None:
    codes = {unit.code for unit in unit_table().forms.values()}
    assert codes >= {
        "VND", "USD", "percent", "percentage_point", "times", "household", "person", "turn", "house", "commune",
        "village", "district", "province", "class", "project", "facility", "criterion", "hectare", "km",
    }  # fmt: skip


def test_every_comparator_is_found_before_a_number() -> None:
    forms = [(form, row.comparator) for row in comparator_rows() if row.side == "before" for form in row.forms]
    assert [form for form, told in forms if left_of(f"{fold(form)} ", len(form) + 1)[0].comparator != told] == []


def test_every_relative_period_is_read() -> None:
    unread = [form for form in relative_forms() if [q.kind for q in quantities(form)] != ["period"]]
    assert unread == []


def test_every_role_of_time_words_is_known() -> None:
    assert {row.role for row in period_rows()} == {
        "year", "near_year", "years", "school_year", "decade", "end", "start", "month", "day", "day_part", "near_day",
        "holiday", "quarter", "quarter_name", "month_name", "since", "first_months", "last_months", "ahead",
        "behind", "relative", "not_year", "not_now_before", "not_now_behind",
        "not_hour_behind", "years_before", "new_year", "stem", "branch", "today", "now", "hour",
    }  # fmt: skip


def test_number_words_are_one_word_each() -> None:
    assert [word for word in number_words().parts if " " in word] == []


def test_a_pattern_stands_for_all_words_of_a_role() -> None:
    assert all(pattern("<range>").fullmatch(word) for word in connectives("range"))


def test_all_flags_given_are_explained() -> None:
    texts = ["5 tỷ", "25 triêu đồng", "vài chục hộ", "hơn 19, tỷ đồng", "14,917 hộ", "3 năm", "mã 5 trong 7", "hai hộ"]
    given = {flag for text in texts for quantity in quantities(text) for flag in quantity.flags}
    assert given
    assert given <= ALL_FLAGS
