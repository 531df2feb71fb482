"""How long a piece of work takes by the clock, other work on the machine disturbing it as little as may be."""

import time
from collections.abc import Callable


def best(work: Callable[[], object], runs: int) -> float:
    """Seconds of the fastest of some runs."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)
