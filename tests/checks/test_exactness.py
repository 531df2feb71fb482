"""The verdicts of SQL against exact fractions: no rounding of a quotient may tip one over."""

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.model import Observation
from pipelines.quality.check import check
from tests.checks.by_hand import Told, document, figure

RELATIONS = 120


def bounds(one: Observation) -> tuple[Fraction, Fraction]:
    low, high = one.interval.low, one.interval.high
    assert low is not None
    assert high is not None
    return Fraction(low), Fraction(high)


def meet(stated: Observation, low: Fraction, high: Fraction) -> str:
    stated_low, stated_high = bounds(stated)
    return "holds" if stated_low <= high and stated_high >= low else "broken"


def near_rate(dice: random.Random) -> tuple[list[Told], str]:
    """A rate a step or so from what its counts give, so that many lie on a bound."""
    whole, decimals = dice.randint(1, 10 ** dice.randint(1, 9)), dice.randint(0, 4)
    part = dice.randint(0, whole)
    step = Fraction(1, 10**decimals)
    printed = round(Fraction(100 * part, whole) / step) * step + dice.choice((-1, 0, 0, 1)) * step
    rate = figure(f"{float(abs(printed)):.{decimals}f}", "percent", f"{1 / 10**decimals:.{decimals}f}")
    one, other = figure(str(part)), figure(str(whole))
    exact = Fraction(100 * part, whole)
    return [("part", one), ("whole", other), ("rate", rate)], meet(rate, exact, exact)


def near_rounded_rate(dice: random.Random) -> tuple[list[Told], str]:
    """The same of rounded amounts, whose own bounds count too."""
    whole = figure(str(dice.randint(1, 99_999)), "VND", "1", factor=10**9)
    part = figure(str(dice.randint(1, 99_999)), "VND", "1", factor=10**6)
    exact = 100 * Fraction(part.value) / Fraction(whole.value)
    rate = figure(f"{float(exact) * dice.choice((0.99, 1, 1, 1.01)):.3f}", "percent", "0.001")
    part_low, part_high = bounds(part)
    whole_low, whole_high = bounds(whole)
    expected = meet(rate, 100 * part_low / whole_high, 100 * part_high / whole_low)
    return [("part", part), ("whole", whole), ("rate", rate)], expected


def near_growth(dice: random.Random) -> tuple[list[Told], str]:
    before, after = dice.randint(1, 10**6), dice.randint(1, 10**6)
    exact = Fraction(100 * abs(after - before), before)
    rate = figure(f"{float(exact) + dice.choice((-0.01, 0, 0, 0.01)):.2f}".lstrip("-"), "percent", "0.01")
    members: list[Told] = [("before", figure(str(before))), ("after", figure(str(after))), ("relative", rate)]
    return members, meet(rate, exact, exact)


@pytest.mark.parametrize(
    ("kind", "make"),
    [("share", near_rate), ("share", near_rounded_rate), ("change", near_growth)],
    ids=["exact counts", "rounded amounts", "growth"],
)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=4, deadline=None)
def test_verdicts_are_exact(kind: str, make, seed: int) -> None:  # type: ignore[no-untyped-def]
    dice = random.Random(seed)
    made = [make(dice) for _ in range(RELATIONS)]
    documents = [document((kind, members), name=f"{number:03d}") for number, (members, _) in enumerate(made)]  # type: ignore[arg-type]

    verdicts = check(documents)

    assert [verdict.outcome for verdict in verdicts] == [expected for _, expected in made]


def test_large_numbers_are_judged_or_left_but_never_wrong() -> None:
    """22 digits before the point are what the staging tables hold; what overflows is not evaluated."""
    huge = 9 * 10**21
    share = [("part", figure(str(huge))), ("whole", figure(str(huge))), ("rate", figure("100", "percent", "1"))]
    heads = [("amount", figure(str(huge), "VND")), ("count", figure(str(huge))), ("per_head", figure("7", "VND"))]

    verdicts = check([document(("share", share), name="a"), document(("per_head", heads), name="b")])

    outcomes = {verdict.document: verdict.outcome for verdict in verdicts}
    assert outcomes["a"] == "holds"
    assert outcomes["b"] != "holds"
