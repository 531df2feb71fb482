"""What is proposed for broken relations: what makes all relations of the document hold, and only where it is unique."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipelines.model import Extraction, Period
from pipelines.quality.check import check
from pipelines.quality.judging import judged
from pipelines.quality.single_changes import single_changes
from pipelines.quality.verdicts import Verdict, read_verdicts
from pipelines.quality.what_if import Hypothesis, outcomes_if
from pipelines.warehouse.staging import stage
from tests.checks.by_hand import document, figure

MILLION = 10**6
IN_2022 = Period("2022", date(2022, 1, 1), date(2022, 12, 31))


def broken(extraction: Extraction) -> list[Verdict]:
    return [verdict for verdict in check([extraction]) if verdict.outcome == "broken"]


def jobs(total: str, *parts: str, plan: str = "700", rate: str = "103.8") -> Extraction:
    """727 = 656 + 29 + 42 labourers, of a plan of 700, 103,8 %: a sum and a rate that share the total."""
    achieved = figure(total, "person")
    listed = [("total", achieved), *(("part", figure(part, "person")) for part in parts)]
    fulfilled = [("actual", achieved), ("plan", figure(plan, "person")), ("rate", figure(rate, "percent", "0.1"))]
    return document(("part_whole", listed, {"exhaustive": True}), ("plan_ratio", fulfilled))


def test_nothing_is_proposed_where_all_holds() -> None:
    assert broken(jobs("727", "656", "29", "42")) == []


def summed(total: str, *parts: str) -> Extraction:
    members = [("total", figure(total)), *(("part", figure(part)) for part in parts)]
    return document(("part_whole", members, {"exhaustive": True}))


@pytest.mark.parametrize(
    ("extraction", "kind", "printed"),
    [
        pytest.param(jobs("777", "656", "29", "42"), "digit", "727", id="a digit of the figure in both"),
        pytest.param(summed("12386", "5210", "7266"), "swapped_digits", "5120", id="two digits of a part"),
        pytest.param(summed("12386", "5120", "72660"), "digit", "", id="a digit too many is no single change"),
    ],
)
def test_a_unique_change_is_proposed(extraction: Extraction, kind: str, printed: str) -> None:
    proposals = {(v.proposal.kind, v.proposal.value_printed) for v in broken(extraction) if v.proposal}

    assert proposals == ({(kind, printed)} if printed else set())


def test_a_change_that_would_break_another_relation_is_none() -> None:
    """656 + 29 + 42 = 727 could be mended in the total, were the rate of the plan not against it."""
    (verdict,) = broken(jobs("727", "656", "29", "49"))

    assert verdict.kind == "part_whole"
    changes = [*filter(None, (verdict.proposal,)), *verdict.alternatives]
    assert changes
    assert "734" not in {change.value_printed for change in changes}


def test_several_that_would_do_are_alternatives_the_likeliest_first() -> None:
    total = figure("90", "person")
    parts = [("part", figure("31", "person")), ("part", figure("49", "person"))]
    (verdict,) = broken(document(("part_whole", [("total", total), *parts], {"exhaustive": True})))

    assert verdict.proposal is None
    assert {change.value_printed for change in verdict.alternatives} >= {"41", "59", "80"}


def lunch(amount: str, children: str, factor: int = MILLION) -> Extraction:
    money = figure(
        amount, "VND", "1", factor=factor, indicator="edu.preschool_lunch_amount",
        unit_printed="triệu đồng", value_printed=f"{int(amount):,}".replace(",", "."), period=IN_2022,
    )  # fmt: skip
    return document(("per_head", [("amount", money), ("count", figure(children, "person"))]))


def test_the_unit_of_an_amount() -> None:
    (verdict,) = broken(lunch("1218000", "1735"))

    assert verdict.proposal is not None
    assert (verdict.proposal.kind, verdict.proposal.value) == ("unit_factor", Decimal(1_218_000_000))
    assert verdict.proposal.unit_printed == "nghìn đồng"
    assert verdict.norm is not None
    assert verdict.norm.source.startswith("Decree 105/2020")


def test_an_amount_above_its_norm_that_no_factor_mends() -> None:
    (verdict,) = broken(lunch("3500", "1735"))

    assert verdict.proposal is None


def test_a_remainder_that_may_be_a_missing_part() -> None:
    total = figure("1500", "person")
    parts = [("part", figure("311", "person")), ("part", figure("422", "person"))]
    (verdict,) = broken(document(("part_whole", [("total", total), *parts], {"exhaustive": True})))

    assert verdict.proposal is None
    assert [(change.kind, change.value) for change in verdict.alternatives] == [("missing_part", Decimal(767))]


def two_slips() -> Extraction:
    """Told in headline and body, wrong in both: 656 + 29 + 42 is 727, and both say 777; the rate knows better."""
    head, body = figure("777", "person"), figure("777", "person")
    listed = [("total", body), *(("part", figure(part, "person")) for part in ("656", "29", "42"))]
    fulfilled = [("actual", body), ("plan", figure("700", "person")), ("rate", figure("103.8", "percent", "0.1"))]
    relations: Sequence[Any] = (
        ("repeat", [("first", head), ("repeat", body)]),
        ("part_whole", listed, {"exhaustive": True}),
        ("plan_ratio", fulfilled),
    )
    return document(*relations)


def test_two_slips_at_once() -> None:
    """No single change mends the sum and keeps the repeat: the smallest set has two, and it is the only one."""
    verdicts = broken(two_slips())

    assert {verdict.kind for verdict in verdicts} == {"part_whole", "plan_ratio"}
    for verdict in verdicts:
        assert verdict.proposal is not None
        assert verdict.proposal.value_printed == "727"
        assert [change.value_printed for change in verdict.also] == ["727"]


def test_slips_in_two_places_are_mended_apart() -> None:
    first = [("total", figure("80276")), ("part", figure("16003")), ("part", figure("54273"))]
    second = [("before", figure("1240")), ("after", figure("1100")), ("difference", figure("410"))]
    verdicts = broken(document(("part_whole", first, {"exhaustive": True}), ("change", second)))

    assert len(verdicts) == 2
    assert {verdict.kind for verdict in verdicts} == {"part_whole", "change"}
    assert all(verdict.alternatives or verdict.proposal for verdict in verdicts)


def test_the_same_document_gives_the_same_proposals() -> None:
    assert check([two_slips()]) == check([two_slips()])


def test_documents_judged_together_have_the_proposals_that_each_has_alone() -> None:
    """What is searched at the same time shares the cost of judging, and nothing else."""
    made = [two_slips(), jobs("777", "656", "29", "42"), summed("12386", "5210", "7266")]
    documents = [renamed(extraction, f"raw/articles/{number}.txt") for number, extraction in enumerate(made)]

    together = check(documents)

    assert together == [verdict for extraction in documents for verdict in check([extraction])]
    assert sum(verdict.proposal is not None for verdict in together) == 5


def renamed(extraction: Extraction, name: str) -> Extraction:
    """A document under a name and with keys of its own."""
    return replace(
        extraction,
        document=name,
        observations=tuple(
            replace(one, observation_id=name + one.observation_id, document=name) for one in extraction.observations
        ),
        relations=tuple(
            replace(
                one,
                relation_id=name + one.relation_id,
                document=name,
                members=tuple(replace(member, observation_id=name + member.observation_id) for member in one.members),
            )
            for one in extraction.relations
        ),
    )


def test_a_hypothesis_is_judged_over_every_relation_that_it_touches_or_over_the_one_that_is_asked_for() -> None:
    with judged(stage([jobs("777", "656", "29", "42")])) as connection:
        total, fulfilled = read_verdicts(connection)
        (change,) = (one for one in single_changes(total.of_role("total")[0]) if one.value == 727)
        everywhere, there = outcomes_if(
            connection, [Hypothesis((change,)), Hypothesis((change,), fulfilled.relation_id)]
        )

    assert everywhere == {total.relation_id: "holds", fulfilled.relation_id: "holds"}
    assert there == {fulfilled.relation_id: "holds"}
