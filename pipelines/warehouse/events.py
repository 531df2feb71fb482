"""What a run tells while it works: events for a terminal, a log, a test. How to show them is the listener's choice."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """A step of a run has got somewhere: `done` of `total` things; `detail` names the last one."""

    step: str
    done: int
    total: int
    detail: str = ""


Progress = Callable[[Event], None]


def silent(_: Event) -> None:
    """Listen to nothing."""
