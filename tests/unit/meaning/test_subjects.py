"""From words to the subject of a number: its indicator, its group, its programme; what it inherits."""

import pytest

from pipelines.meaning.code_lists import ancestors
from pipelines.meaning.evidence import Evidence, Subject, evidence_of, gather
from pipelines.meaning.relatives import change_of, count_of, rate_of
from pipelines.meaning.subjects import interpret, programme_of
from pipelines.meaning.terms import Term
from pipelines.orthography import fold


def subject(text: str, unit: str, aspect: str = "level", weight: float = 0.95, of: Subject | None = None) -> Subject:
    return interpret(gather([(weight, fold(text))]), unit, aspect, of)


@pytest.mark.parametrize(
    ("text", "unit", "aspect", "indicator", "group"),
    [
        ("hộ nghèo", "household", "level", "pov.hh_poor", "poor_hh"),
        ("hộ thoát nghèo", "household", "level", "pov.hh_escaped", "poor_hh"),
        ("thẻ bhyt người dtts vùng khó khăn", "card", "level", "health.insurance_cards", "ethnic_minority"),
        ("thẻ bhyt người dân vùng đbkk", "card", "level", "health.insurance_cards", "resident_difficult_area"),
        ("nhà hỗ trợ hộ người có công với cách mạng", "house", "level", "house.units_supported", "merit_hh"),
        ("tỷ lệ hộ nghèo", "percent", "level", "pov.rate_poor", "poor_hh"),
        ("tỷ lệ hộ nghèo giảm", "percentage_point", "fall", "pov.rate_poor_change_pp", "poor_hh"),
        ("tỷ lệ hộ cận nghèo", "percent", "level", "pov.rate_near_poor", "near_poor_hh"),
        ("dư nợ cho vay hộ nghèo", "VND", "level", "credit.outstanding", "poor_hh"),
        ("nhà đại đoàn kết", "house", "level", "house.units_solidarity", "poor_hh"),
        ("kế hoạch", "percent", "completion", "plan.completion_rate", "_T"),
        ("giải ngân", "VND", "level", "fund.disbursed", "_T"),
        ("xuất khẩu lao động", "person", "level", "emp.overseas_workers", "overseas_worker"),
        ("hộ nghèo dtts, tỷ lệ", "percent", "level", "pov.rate_poor_ethnic", "ethnic_minority_poor_hh"),
        ("hộ nghèo được hỗ trợ xây mới nhà ở", "household", "level", "house.hh_supported", "poor_hh"),
        ("các chương trình tín dụng", "programme", "level", "credit.programmes", "_T"),
        ("hộ nghèo có chủ hộ là nữ", "household", "level", "pov.hh_poor", "female_head_hh"),
        ("tỷ lệ hộ sử dụng nước hợp vệ sinh", "percent", "level", "infra.clean_water_rate", "all_hh"),
        ("số hộ tái nghèo", "household", "level", "pov.hh_fell_back", "poor_hh"),
    ],
)
def test_words_unit_and_aspect_make_the_subject(text: str, unit: str, aspect: str, indicator: str, group: str) -> None:
    found = subject(text, unit, aspect)
    assert (found.indicator, found.population_group) == (indicator, group)


def test_an_income_per_head_is_of_everybody_unless_its_clause_names_others() -> None:
    words = fold("thu nhập bình quân đầu người")
    far = gather([(0.95, words), (0.5, fold("hộ nghèo"))])
    near = gather([(0.95, words), (0.95, fold("hộ nghèo"))])
    assert [interpret(told, "VND").population_group for told in (far, near)] == ["_T", "poor_hh"]


def test_the_area_in_the_name_of_a_programme_is_no_group_of_a_number() -> None:
    name = gather([(1.0, fold("CTMTQG vùng đồng bào DTTS và miền núi"))])
    area = gather([(1.0, fold("Người dân vùng đồng bào DTTS và miền núi"))])
    assert (set(name.programmes), set(name.populations)) == ({"ntp_ethnic_1719"}, set())
    assert "resident_mountain" in area.populations


def test_nothing_told_is_nothing_known() -> None:
    found = interpret(Evidence(), "kilogram")
    assert (found.indicator, found.rule, found.score) == (None, "", 0.0)


def test_the_rule_that_fits_is_named_by_its_row() -> None:
    assert subject("hộ nghèo", "household").rule.startswith("indicator_rules.csv:")


def test_words_nearer_to_the_number_fit_better() -> None:
    near, far = subject("dư nợ", "VND", weight=0.95), subject("dư nợ", "VND", weight=0.3)
    assert near.indicator == far.indicator == "credit.outstanding"
    assert near.score > far.score


def test_each_term_counts_where_it_stands_nearest() -> None:
    evidence = gather([(0.2, "hộ nghèo"), (0.95, "hộ nghèo"), (0.5, "hộ nghèo")])
    assert evidence.populations == {"poor_hh": 0.95}


def test_terms_are_sorted_by_their_facet() -> None:
    evidence = evidence_of({Term("topic", "outstanding"): 0.5, Term("programme", "vbsp_poor"): 0.4})
    assert (evidence.topics, evidence.programmes, evidence.funding) == ({"outstanding": 0.5}, {"vbsp_poor": 0.4}, {})


def test_a_part_is_of_what_its_total_is_of() -> None:
    total = Subject("house.hh_supported", "poor_hh", score=0.9)
    found = subject("", "household", of=total)
    assert (found.indicator, found.population_group) == ("house.hh_supported", "poor_hh")


def test_a_part_names_its_own_group() -> None:
    total = Subject("credit.outstanding", "poor_hh", score=0.9)
    assert subject("hộ cận nghèo", "VND", weight=1.0, of=total).population_group == "near_poor_hh"


def test_things_are_of_the_usual_group() -> None:
    assert subject("xã hộ nghèo đạt chuẩn nông thôn mới", "commune").population_group == "_T"


def test_a_word_far_off_names_no_group() -> None:
    assert subject("hộ nghèo", "VND", weight=0.2).population_group == "_T"


def test_a_change_and_a_rate_are_of_the_same_people() -> None:
    count = Subject("pov.hh_poor", "poor_hh")
    rate = rate_of(count)
    assert rate is not None
    assert (rate.indicator, rate.population_group) == ("pov.rate_poor", "poor_hh")
    assert change_of(rate).indicator == "pov.rate_poor_change_pp"
    assert change_of(Subject(None)).indicator is None
    assert rate_of(Subject(None)) is None
    back = count_of(rate)
    assert back is not None
    assert back.population_group == "poor_hh"


def test_a_credit_programme_is_only_of_what_is_lent() -> None:
    assert programme_of("credit.outstanding", "vbsp_poor") == "vbsp_poor"
    assert programme_of("pov.hh_poor", "vbsp_poor") == "_T"
    assert programme_of("pov.hh_poor", None) == "_T"


def test_ancestors_lead_to_all_groups_that_hold_one() -> None:
    assert "poor_hh" in ancestors("ethnic_minority_poor_hh")
