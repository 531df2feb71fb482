"""Relations of real articles as a person found them: what holds holds, what is broken is found, nothing else is."""

import pytest

from benchmarks.relation_sets import golden_sets, made_up_documents
from benchmarks.repairs import KINDS, judge, put_errors
from pipelines.quality.check import check
from pipelines.quality.verdicts import Verdict


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    return {verdict.relation_id: verdict for verdict in check([document for document, _ in golden_sets()])}


@pytest.mark.parametrize("document", [document.document for document, _ in golden_sets()])
def test_every_relation_has_the_outcome_that_a_person_gave_it(document: str, verdicts: dict[str, Verdict]) -> None:
    (expected,) = (outcomes for told, outcomes in golden_sets() if told.document == document)

    found = {key: verdicts[key].outcome for key in expected}

    assert found == expected


def test_the_errors_of_the_first_article(verdicts: dict[str, Verdict]) -> None:
    """Three payments to pupils: two in the wrong unit, one above its norm, for which nothing can be proposed."""
    broken = {
        verdict.of_role("amount")[0].quote: verdict
        for verdict in verdicts.values()
        if "bach-thong" in verdict.document and verdict.outcome == "broken"
    }

    assert set(broken) == {"1.218.000 triệu đồng", "2.672.595 triệu đồng", "511.900.000 đồng"}
    for quote in ("1.218.000 triệu đồng", "2.672.595 triệu đồng"):
        proposal = broken[quote].proposal
        assert proposal is not None
        assert (proposal.kind, proposal.unit_printed) == ("unit_factor", "nghìn đồng")
    assert broken["511.900.000 đồng"].proposal is None
    assert all(verdict.norm and "Decree" in verdict.norm.source for verdict in broken.values())
    assert {verdict.severity for verdict in broken.values()} == {"warning"}


def test_a_cut_rate_is_said_to_be_cut(verdicts: dict[str, Verdict]) -> None:
    (rate,) = (verdict for verdict in verdicts.values() if [f.quote for f in verdict.figures][-1] == "103,8%")

    assert (rate.outcome, rate.agreement, rate.severity) == ("holds", "cut_off", "info")


@pytest.mark.parametrize("documents", ["made up", "golden"])
def test_slips_are_found_and_what_was_meant_is_proposed(documents: str) -> None:
    """A smaller run of benchmarks/repairs.py; every kind of slip, the same each time."""
    sources = made_up_documents(12) if documents == "made up" else [document for document, _ in golden_sets()]
    results = judge(put_errors(sources, 50, seed=7))

    assert {result.slip.kind for result in results} == set(KINDS)
    assert sum(result.found for result in results) >= 0.95 * len(results)
    unique = [result for result in results if result.unique]
    assert unique
    assert sum(result.right for result in unique) >= 0.95 * len(unique)


def test_made_up_documents_hold() -> None:
    assert {verdict.outcome for verdict in check(made_up_documents(20))} == {"holds"}
