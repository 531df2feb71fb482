"""Whether the confidence of observations can be relied on: calibrated on all gold articles but one, tried on that."""

import pytest

from benchmarks.confidence import Judged, brier, calibration_error, held_out, judged
from pipelines.statements.confidence import confidence_rows, row_for


@pytest.fixture(scope="module")
def among() -> list[Judged]:
    return judged()


def test_what_is_said_is_near_what_is_right(among: list[Judged]) -> None:
    assert calibration_error(held_out(confidence_rows(), among)) < 0.02


def test_it_says_more_than_one_number_for_all(among: list[Judged]) -> None:
    share = sum(one.right for one in among) / len(among)
    told = brier((said, is_right) for _, said, is_right in held_out(confidence_rows(), among))
    assert told < share * (1 - share)


def test_the_calibration_kept_is_that_of_today(among: list[Judged]) -> None:
    """Renew it by `python -m benchmarks.confidence --write` where the reading has changed much."""
    rows = confidence_rows()
    for row in rows:
        here = [one.right for one in among if row_for(rows, one.grounds) is row]
        assert abs(sum(here) / len(here) - row.confidence) < 0.08
