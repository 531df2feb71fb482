"""How sure an observation is: the row of confidence.csv for its grounds."""

from hypothesis import given
from hypothesis import strategies as st

from pipelines.statements.confidence import ConfidenceRow, Grounds, confidence_rows, row_for

ROWS = (
    ConfidenceRow("indicator", 0.0, 0.0, 10, 8, 0.8),
    ConfidenceRow("indicator", 0.0, 0.15, 10, 9, 0.9),
    ConfidenceRow("indicator", 0.55, 0.0, 20, 19, 0.95),
    ConfidenceRow("none", 0.0, 0.0, 10, 6, 0.6),
)


def said(told: str, fit: float = 0.0, lead: float = 0.0) -> float:
    return row_for(ROWS, Grounds(told, fit, lead)).confidence  # type: ignore[arg-type]


def test_the_row_that_asks_for_most_of_what_is_reached_counts() -> None:
    assert said("indicator", 0.5, 0.1) == 0.8
    assert said("indicator", 0.5, 0.15) == 0.9
    assert said("indicator", 0.55, 0.3) == 0.95
    assert said("none", 0.9, 0.9) == 0.6


@given(fit=st.floats(0, 2), lead=st.floats(0, 2))
def test_every_fit_and_lead_has_a_row(fit: float, lead: float) -> None:
    for told in ("indicator", "none"):
        assert 0 < row_for(confidence_rows(), Grounds(told, fit, lead)).confidence < 1


def test_a_better_fit_and_lead_never_make_an_observation_less_sure() -> None:
    known = [row for row in confidence_rows() if row.told == "indicator"]
    better = [
        (one, other)
        for one in known
        for other in known
        if one is not other and one.fit_from <= other.fit_from and one.lead_from <= other.lead_from
    ]
    assert better
    assert [pair for pair in better if pair[0].confidence > pair[1].confidence] == []
    assert row_for(confidence_rows(), Grounds("none")).confidence < min(row.confidence for row in known)
