"""What a step of a run says when it fails: the words of the rooms for what a person can mend, no traceback.

A fault of the program is left to Dagster, which keeps its traceback with the run, and so is an interrupt. Steps have
no retry policy of Dagster's, which would try a fault and even an interrupted step again: only what may pass is.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from pipelines.orchestration.operation import Operation
from pipelines.vocabulary import VocabularyError
from pipelines.warehouse.errors import RunInProgressError, StorageError, WarehouseError

#: Reasons that may be gone a little later, so that the step is worth another try.
_PASSING = (RunInProgressError, StorageError)


@contextmanager
def told_plainly(
    context: dg.OpExecutionContext | dg.AssetExecutionContext | dg.AssetCheckExecutionContext, operation: Operation
) -> Iterator[None]:
    """Turn the errors that a person can mend into failures of the step with their message.

    What may pass is tried again as often as `operation` says, after twice the time each time.
    """
    import duckdb

    try:
        yield
    except (WarehouseError, VocabularyError) as error:
        failure, passes = dg.Failure(str(error)), isinstance(error, _PASSING)
        failure.__cause__ = error
    except (OSError, duckdb.IOException) as error:
        failure, passes = dg.Failure(str(StorageError.of(error))), True
        failure.__cause__ = error
    else:
        return
    if not passes:
        raise failure
    tried = context.op_execution_context.retry_number
    raise dg.RetryRequested(operation.retries, operation.seconds_before_retry * 2**tried) from failure
