"""Periods as they date stocks and flows: in which year one ends."""

import pytest

from pipelines.model import Period
from pipelines.quantities import periods
from pipelines.statements.dating.spans import last_year


@pytest.mark.parametrize(
    ("period", "year"),
    [
        pytest.param(periods.year(2022), 2022, id="a year"),
        pytest.param(periods.years(2021, 2025), 2025, id="a run of years"),
        pytest.param(periods.day(2022, 12, 31), 2022, id="the last day of a year"),
        pytest.param(periods.day(2023, 1, 1), 2022, id="reviews as of the first of January are of the year before"),
        pytest.param(periods.day(2023, 1, 2), 2023, id="a day behind it"),
        pytest.param(periods.months(2023, 1, 1), 2023, id="January itself"),
    ],
)
def test_the_year_in_which_a_period_ends(period: Period, year: int) -> None:
    assert last_year(period) == year
