"""The adapter to Great Expectations: what it drops or passes silently must not pass here."""

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipelines.quality.expecting import ExpectationResult, judge_frames, judge_suite
from pipelines.quality.suites import Expectation, Suite, SuiteError
from pipelines.quality.verdicts import Severity
from pipelines.warehouse.duck import memory
from pipelines.warehouse.settings import CHECKOUT

NOT_NULL, IN_SET = "expect_column_values_to_not_be_null", "expect_column_values_to_be_in_set"
AT_LEAST = "expect_column_pair_values_a_to_be_greater_than_b"
WITHIN: dict[str, Any] = {
    "column_A": "tolerance",
    "column_B": "size",
    "or_equal": True,
    "ignore_row_if": "either_value_is_missing",
}


def expected(kind: str, severity: Severity = "warning", name: str = "check", **kwargs: Any) -> Expectation:
    return Expectation(name, kind, severity, "It must be so.", "Because.", kwargs)


def suite(*expectations: Expectation) -> Suite:
    return Suite("figures", "figures", Path("figures.json"), expectations, None, ("id",))


def judged(frame: Any, expectation: Expectation) -> ExpectationResult:
    (result,) = judge_frames(suite(expectation), frame)
    return result


def test_what_holds_and_what_does_not() -> None:
    frame = pd.DataFrame({"id": ["a", "b"], "unit": ["VND", None]})

    held = judged(frame, expected(IN_SET, column="unit", value_set=["VND"]))
    broken = judged(frame, expected(NOT_NULL, column="unit"))

    assert (held.outcome, held.rows, held.unexpected, held.example) == ("holds", 1, 0, None)
    assert (broken.outcome, broken.rows, broken.unexpected) == ("broken", 2, 1)
    assert broken.example == "id = b, unit = null"


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(pd.DataFrame({"id": [], "unit": []}), id="empty table"),
        pytest.param(pd.DataFrame({"id": ["a"], "unit": [None]}), id="nothing but nulls"),
    ],
)
def test_nothing_to_judge_is_not_evaluated(frame: Any) -> None:
    assert judged(frame, expected(IN_SET, column="unit", value_set=["VND"])).outcome == "not_evaluated"


def test_a_condition_that_no_row_fulfils_is_not_evaluated() -> None:
    frame = pd.DataFrame({"id": ["a"], "kind": ["share"], "size": [Decimal(1)], "tolerance": [Decimal(0)]})
    condition = {"type": "comparison", "column": {"name": "kind"}, "operator": "==", "parameter": "change"}

    assert judged(frame, expected(AT_LEAST, row_condition=condition, **WITHIN)).outcome == "not_evaluated"
    assert judged(frame, expected(AT_LEAST, **WITHIN)).outcome == "broken"


def test_an_empty_table_breaks_what_is_expected_of_its_rows() -> None:
    result = judged(pd.DataFrame({"id": []}), expected("expect_table_row_count_to_be_between", min_value=1))

    assert (result.outcome, result.unexpected, result.example) == ("broken", 1, "observed: 0")


def test_decimals_are_compared_exactly() -> None:
    """As floats 0.1 + 0.2 is more than 0.3, and 38 digits are cut off at 17."""
    query = """
        SELECT 'a' AS id, CAST(12345678901234567890.000002 AS DECIMAL(38, 6)) AS size,
               CAST(12345678901234567890.000001 AS DECIMAL(38, 6)) AS tolerance
        UNION ALL SELECT 'b', CAST(0.1 AS DECIMAL(38, 6)) + CAST(0.2 AS DECIMAL(38, 6)), CAST(0.3 AS DECIMAL(38, 6))"""
    with memory() as connection:
        connection.execute(f"CREATE TABLE figures AS {query}")
        (result,) = judge_suite(connection, suite(expected(AT_LEAST, **WITHIN)))

    assert (result.outcome, result.rows, result.unexpected) == ("broken", 2, 1)
    assert result.example is not None
    assert "id = a" in result.example


def test_a_misspelt_expectation_is_an_error_and_not_dropped() -> None:
    with pytest.raises(SuiteError, match="expect_column_values_to_be_betwen; is expect_column_values_to_be_between"):
        judged(pd.DataFrame({"id": []}), expected("expect_column_values_to_be_betwen", column="id", min_value=0))


@pytest.mark.parametrize(
    "kwargs",
    [
        pytest.param({"colum": "id"}, id="misspelt"),
        pytest.param({"column": "id", "mostly": 7}, id="out of range"),
    ],
)
def test_an_argument_that_cannot_be_used_is_an_error(kwargs: dict[str, Any]) -> None:
    with pytest.raises(SuiteError, match=r"figures\.json"):
        judged(pd.DataFrame({"id": []}), expected(NOT_NULL, **kwargs))


def test_an_exception_is_told_and_critical_whatever_the_severity() -> None:
    result = judged(pd.DataFrame({"id": ["a"]}), expected(NOT_NULL, "info", column="unit"))

    assert (result.outcome, result.severity) == ("broken", "critical")
    assert result.exception is not None
    assert '"unit"' in result.exception


def test_one_exception_does_not_spoil_the_other_expectations() -> None:
    frame = pd.DataFrame({"id": ["a"]})
    both = suite(expected(NOT_NULL, name="missing", column="unit"), expected(NOT_NULL, name="there", column="id"))

    assert [result.outcome for result in judge_frames(both, frame)] == ["broken", "holds"]


def test_a_table_that_is_not_there_is_an_error() -> None:
    with memory() as connection, pytest.raises(SuiteError, match="figures"):
        judge_suite(connection, suite(expected(NOT_NULL, column="unit")))


def test_columns_of_the_table_are_judged_without_its_rows() -> None:
    told = expected("expect_table_columns_to_match_set", column_set=["id", "unit"], exact_match=False)
    with memory() as connection:
        connection.execute("CREATE TABLE figures (id VARCHAR, unit VARCHAR, sex VARCHAR)")
        (held,) = judge_suite(connection, suite(told))
        more = replace(told, kwargs={"column_set": ["id", "quote"], "exact_match": False})
        (broken,) = judge_suite(connection, suite(more))

    assert (held.outcome, broken.outcome) == ("holds", "broken")


def test_no_home_folder_is_needed(tmp_path: Path) -> None:
    """Great Expectations looks for its configuration at home; a service may have none that can be written."""
    program = (
        "import pandas as pd; from tests.unit.quality.test_expecting import *; "
        "print(judged(pd.DataFrame({'id': ['a']}), expected(NOT_NULL, column='id')).outcome)"
    )
    environment = {**os.environ, "HOME": str(tmp_path / "none")}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "holds"
    assert not (tmp_path / "none").exists()
