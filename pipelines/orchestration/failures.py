"""What a step of a run says when it fails: the words of the rooms for what a person can mend, no traceback.

A fault of the program is left to Dagster, which keeps its traceback with the run.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from pipelines.vocabulary import VocabularyError
from pipelines.warehouse.errors import RunInProgressError, StorageError, WarehouseError

#: Reasons that may be gone a little later, so that the step is worth another try.
_PASSING = (RunInProgressError, StorageError)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn the errors that a person can mend into failures of the step with their message."""
    import duckdb

    try:
        yield
    except (WarehouseError, VocabularyError) as error:
        raise dg.Failure(str(error), allow_retries=isinstance(error, _PASSING)) from error
    except (OSError, duckdb.IOException) as error:
        told = f"{error}: make room or open the folder, and run again; what is published stays"
        raise dg.Failure(told, allow_retries=True) from error
