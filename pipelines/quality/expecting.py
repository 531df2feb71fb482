"""The one adapter to Great Expectations: a suite is judged over pandas frames that DuckDB computed.

Its own way to DuckDB over SQL fails (every expectation raises), so only the columns that a suite names are brought into
a frame; decimals stay exact. Great Expectations lets an unknown expectation drop silently and passes an empty table;
here the one is an error and the other is "not evaluated".
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pipelines.quality.suites import OF_COLUMNS, Expectation, Suite, SuiteError
from pipelines.quality.verdicts import Outcome, Severity
from pipelines.warehouse.duck import identifier

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: So much of an example is told.
_EXAMPLE = 300
_EXCEPTION = 1000


@dataclass(frozen=True, slots=True)
class ExpectationResult:
    """How one expectation turned out, as a row of expectation_result.

    `rows` are those that it speaks of, `unexpected` those that break it, `example` one of them. What raised an
    exception is broken and critical, whatever its severity was meant to be: nobody knows whether it holds.
    """

    suite: str
    expectation: str
    table_name: str
    severity: Severity
    outcome: Outcome
    rows: int
    unexpected: int
    example: str | None
    description: str
    reason: str
    exception: str | None


def judge_suite(connection: "DuckDBPyConnection", suite: Suite) -> tuple[ExpectationResult, ...]:
    """The results of a suite over the tables that the connection sees, in the order of its expectations.

    Raises SuiteError where the frame cannot be computed or Great Expectations does not know an expectation.
    """
    of_columns = [one for one in suite.expectations if one.type in OF_COLUMNS]
    empty = _frame(connection, suite, f"SELECT * FROM {identifier(suite.table)} LIMIT 0") if of_columns else None
    if len(of_columns) == len(suite.expectations):
        return judge_frames(suite, None, empty)
    columns = ", ".join(identifier(name) for name in suite.columns())
    source = identifier(suite.table) if suite.query is None else f"(\n{suite.query}\n)"
    # in the order of the key, so that two builds tell the same example
    order = ", ".join(identifier(name) for name in suite.key)
    rows = _frame(connection, suite, f"SELECT {columns} FROM {source} ORDER BY {order}")
    return judge_frames(suite, rows, empty)


def judge_frames(suite: Suite, rows: Any, table: Any = None) -> tuple[ExpectationResult, ...]:
    """The results of a suite over a pandas frame with the rows, and one with the columns of the table itself."""
    found: dict[str, ExpectationResult] = {}
    of_columns = [one for one in suite.expectations if one.type in OF_COLUMNS]
    of_rows = [one for one in suite.expectations if one.type not in OF_COLUMNS]
    for expectations, frame in ((of_rows, rows), (of_columns, table)):
        if expectations:
            found |= _judge(suite, expectations, frame)
    return tuple(found[expectation.name] for expectation in suite.expectations)


def _judge(suite: Suite, expectations: Sequence[Expectation], frame: Any) -> dict[str, ExpectationResult]:
    """The results by the names of the expectations. Raises SuiteError."""
    # before the first import, else it looks for a configuration in the home folder and tells of its use
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig
    from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
    from great_expectations.validator.validator import Validator

    loaded = _loaded(suite, expectations)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    # not as a data source of the context, which would hash every value of the frame, twice
    engine = PandasExecutionEngine(batch_data_dict={suite.table: frame})
    judged: Any = Validator(engine, data_context=context).graph_validate(
        loaded.expectation_configurations,
        {"result_format": {"result_format": "SUMMARY", "partial_unexpected_count": 1}},
    )
    results: dict[str, Any] = {one.expectation_config.meta["check"]: one for one in judged}
    return {one.name: _result(suite, one, results[one.name], frame) for one in expectations}


def _loaded(suite: Suite, expectations: Sequence[Expectation]) -> Any:
    """A suite as Great Expectations has it, with nothing dropped. Raises SuiteError."""
    import great_expectations as gx
    from great_expectations.expectations.registry import list_registered_expectation_implementations

    known = list_registered_expectation_implementations()
    for one in expectations:
        if one.type not in known:
            close = get_close_matches(one.type, known, n=1)
            meant = f"; is {close[0]} meant?" if close else ""
            raise SuiteError(f"{suite.path.name}: {one.name}: Great Expectations knows no {one.type}{meant}")
    try:
        loaded: Any = gx.ExpectationSuite(
            name=suite.name,
            expectations=[
                {
                    "type": one.type,
                    "kwargs": dict(one.kwargs),
                    "severity": one.severity,
                    "notes": one.description,
                    "meta": {"check": one.name, "reason": one.reason},
                }
                for one in expectations
            ],
        )
    except (ValueError, TypeError) as error:
        raise SuiteError(f"{suite.path.name}: Great Expectations cannot use it: {error}") from error
    if len(loaded.expectations) != len(expectations):
        kept = {one.meta["check"] for one in loaded.expectations}
        lost = [one.name for one in expectations if one.name not in kept]
        raise SuiteError(f"{suite.path.name}: Great Expectations dropped {', '.join(lost)}; look at their arguments")
    return loaded


def _frame(connection: "DuckDBPyConnection", suite: Suite, query: str) -> Any:
    """The rows of a query as a pandas frame; decimals are Arrow's, not floats.

    Columns of words are categories: each word is held, compared and matched once, however often it stands.
    """
    import duckdb
    import pandas as pd
    import pyarrow as pa

    try:
        rows = connection.sql(query).to_arrow_table()
    except duckdb.Error as error:
        raise SuiteError(f"{suite.path.name}: its columns cannot be computed: {error}") from error
    words = [one.name for one in rows.schema if pa.types.is_string(one.type) and one.name not in suite.key]
    return rows.to_pandas(
        categories=words, types_mapper=lambda kind: pd.ArrowDtype(kind) if pa.types.is_decimal(kind) else None
    )


def _result(suite: Suite, expectation: Expectation, result: Any, frame: Any) -> ExpectationResult:
    told: Mapping[str, Any] = result.result
    exception = _exception(result.exception_info)
    rows = int(told.get("element_count", len(frame)))
    # null values are left out by all but the one that forbids them
    judged = rows if "missing_count" not in told else rows - int(told["missing_count"])
    unexpected = int(told.get("unexpected_count", 0 if result.success else 1))
    outcome: Outcome
    if exception is not None or not result.success:
        outcome = "broken"
    elif judged == 0 and not expectation.type.startswith("expect_table_"):
        outcome = "not_evaluated"
    else:
        outcome = "holds"
    return ExpectationResult(
        suite=suite.name,
        expectation=expectation.name,
        table_name=suite.table,
        severity="critical" if exception else expectation.severity,
        outcome=outcome,
        rows=judged,
        unexpected=unexpected if outcome == "broken" else 0,
        example=_example(suite, expectation, told, frame) if outcome == "broken" and not exception else None,
        description=expectation.description,
        reason=expectation.reason,
        exception=exception,
    )


def _exception(info: Any) -> str | None:
    """What went wrong in Great Expectations itself; of several metrics the first. It tells in one of two shapes."""
    told: Iterable[Any] = [info] if "raised_exception" in info else info.values()
    for one in told:
        if one.get("raised_exception"):
            return str(one.get("exception_message"))[:_EXCEPTION]
    return None


def _example(suite: Suite, expectation: Expectation, told: Mapping[str, Any], frame: Any) -> str | None:
    """One row that breaks an expectation: its key and the columns that the expectation speaks of."""
    rows = told.get("partial_unexpected_index_list") or []
    if rows:
        named = [*suite.key, *sorted(expectation.columns() - set(suite.key))]
        row = frame.loc[rows[0]]
        return ", ".join(f"{name} = {_shown(row[name])}" for name in named if name in frame.columns)[:_EXAMPLE]
    observed = told.get("observed_value")
    return None if observed is None else f"observed: {observed}"[:_EXAMPLE]


def _shown(value: Any) -> str:
    """A value without the zeros that a decimal column adds; what is missing is null in every type of column."""
    import pandas as pd

    if pd.api.types.is_scalar(value) and pd.isna(value):
        return "null"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
