"""The words of a subject in a text: topics may overlap, of groups and programmes the longest form counts."""

import pytest

from pipelines.meaning.terms import find_terms
from pipelines.orthography import fold


def terms(text: str, facet: str) -> list[tuple[str, str]]:
    return [(text[start:end], term.id) for start, end, term in find_terms(fold(text)) if term.facet == facet]


@pytest.mark.parametrize(
    ("text", "facet", "found"),
    [
        pytest.param("hộ nghèo", "population", [("hộ nghèo", "poor_hh")], id="a group"),
        pytest.param("hộ cận nghèo", "population", [("hộ cận nghèo", "near_poor_hh")], id="not the shorter one inside"),
        pytest.param("HỘ NGHÈO", "population", [("HỘ NGHÈO", "poor_hh")], id="in capitals"),
        pytest.param("hộp nghèo nàn", "population", [], id="parts of words"),
        pytest.param("dư nợ", "topic", [("dư nợ", "outstanding")], id="a topic"),
        pytest.param("", "topic", [], id="empty"),
    ],
)
def test_terms_of_a_text(text: str, facet: str, found: list[tuple[str, str]]) -> None:
    assert terms(text, facet) == found


def test_a_shadowing_topic_hides_what_lies_inside_it() -> None:
    topics = {topic for _, topic in terms("hộ cận nghèo", "topic")}
    assert "near_poor_household" in topics
    assert topics.isdisjoint({"poor_household", "poverty"})


def test_terms_come_in_the_order_of_the_text() -> None:
    starts = [hit.start for hit in find_terms(fold("dư nợ cho vay hộ nghèo, hộ cận nghèo và hộ mới thoát nghèo"))]
    assert starts == sorted(starts)
