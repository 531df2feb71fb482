"""Amounts a head that only their products with the counts in their brackets tell."""

from tests.unit.statements.relations import observations_of, relations_of

GIFTS = (
    "Quà Tết có 2.965 suất, kinh phí {} triệu đồng, chia làm hai mức: 400.000 đồng (77 suất) và 200.000 đồng (2.888"
    " suất)."
)


def test_a_total_of_graded_amounts_is_that_of_their_products() -> None:
    told = relations_of(GIFTS.format("608,4"))
    assert [
        line for line in told if line.startswith("per_head: amount 608,4 triệu đồng, count 77 suất, per_head 400.000")
    ]
    assert not [line for line in told if line.startswith("part_whole: total 608,4")]


def test_graded_amounts_are_told_a_head_of_what_counts_them() -> None:
    pers = {one.quote: one.meaning.per for one in observations_of(GIFTS.format("608,4"))}
    assert (pers["400.000 đồng"], pers["200.000 đồng"], pers["608,4 triệu đồng"]) == ("gift", "gift", None)


def test_amounts_that_make_no_total_with_their_counts_are_amounts() -> None:
    text = "Huyện chi 2.300 triệu đồng: 1.960 triệu đồng (28 hộ) và 340 triệu đồng (12 hộ)."
    assert {one.meaning.per for one in observations_of(text)} == {None}


def test_one_amount_with_its_count_is_no_grade() -> None:
    text = "Quỹ có 50 triệu đồng. Xã cho vay 10 triệu đồng (5 hộ)."
    assert {one.meaning.per for one in observations_of(text)} == {None}
