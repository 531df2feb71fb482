"""Why a run failed, in plain words, from what it left in the log: for the terminal and for alerts."""

from collections.abc import Callable, Iterator, Mapping

import dagster as dg
from dagster import DagsterEvent, DagsterEventType
from dagster_shared.error import SerializableErrorInfo

#: Errors that are told in other words: a check tells of itself, and an interruption is no fault.
_OF_CHECKS, _INTERRUPTED = "DagsterAssetCheckFailedError", "DagsterExecutionInterruptedError"

#: Gives the reasons that an event tells.
_Teller = Callable[[DagsterEvent], Iterator[str]]


def reasons_of_failure(instance: dg.DagsterInstance, run_id: str) -> list[str]:
    """The reasons, each a sentence or two: what steps told, blocking checks that did not hold, else what broke."""
    of_parts = {DagsterEventType.STEP_FAILURE: _of_step, DagsterEventType.ASSET_CHECK_EVALUATION: _of_check}
    return _told(instance, run_id, of_parts) or _told(instance, run_id, {DagsterEventType.RUN_FAILURE: _of_run})


def _told(instance: dg.DagsterInstance, run_id: str, tellers: Mapping[DagsterEventType, _Teller]) -> list[str]:
    events = [entry.dagster_event for entry in instance.all_logs(run_id, of_type=set(tellers))]
    found = [reason for event in events if event is not None for reason in tellers[event.event_type](event)]
    return list(dict.fromkeys(found))


def _of_step(event: DagsterEvent) -> Iterator[str]:
    failure = event.step_failure_data
    error = failure.error
    if failure.user_failure_data is not None and failure.user_failure_data.description:
        yield failure.user_failure_data.description
    elif error is not None and error.cls_name == _INTERRUPTED:
        yield f"the run was interrupted in the step {event.step_key}"
    elif error is not None and error.cls_name != _OF_CHECKS:
        yield f"the step {event.step_key} broke, which is a fault of the program: {_innermost(error)}"


def _of_check(event: DagsterEvent) -> Iterator[str]:
    evaluation = event.asset_check_evaluation_data
    if not evaluation.passed and evaluation.blocking and evaluation.severity is dg.AssetCheckSeverity.ERROR:
        told = f": {evaluation.description}" if evaluation.description else ""
        yield f"{evaluation.asset_key.to_user_string()}: the check {evaluation.check_name} does not hold{told}"


def _of_run(event: DagsterEvent) -> Iterator[str]:
    error = event.job_failure_data.error
    yield _innermost(error) if error is not None else event.message or "the run failed without a word"


def _innermost(error: SerializableErrorInfo) -> str:
    """The first line of the error that began it."""
    while error.cause is not None:
        error = error.cause
    return (error.message.strip() or str(error.cls_name)).splitlines()[0]
