"""When Python looks for garbage: not while a document is read, which makes many values and hardly a cycle of them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the search for cycles of references.

    It goes over all figures read so far again and again: in a long document or sheet that takes a fourth of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
