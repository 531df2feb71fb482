"""How far a run has got, as lines that move on a terminal. Where nobody watches, nothing is printed."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.warehouse.events import Event, Progress, silent

#: What the steps of a run are called to the person who waits.
_LABELS = {
    "lock": "waiting for another run",
    "inventory": "looking at the files in raw/",
    "extract": "reading documents",
    "compact": "merging what was read",
    "tables": "making tables",
    "check": "checking",
    "load": "writing the warehouse",
    "publish": "publishing",
    "pages": "writing pages",
}
_DETAIL_CHARACTERS = 40


@contextmanager
def shown_progress(quiet: bool) -> Iterator[Progress]:
    """A listener that shows a bar for each step on standard error, if that is a terminal and `quiet` is not asked."""
    from rich.console import Console

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield silent
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description:<30}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[detail]}"),
    )
    with Progress(*columns, console=console, transient=True) as bars:
        tasks = {}

        def listen(event: Event) -> None:
            if event.step not in tasks:
                tasks[event.step] = bars.add_task(_LABELS.get(event.step, event.step), total=None, detail="")
            # The end of a path says more than its beginning.
            detail = event.detail.replace("[", r"\[")[-_DETAIL_CHARACTERS:] if event.done < event.total else ""
            bars.update(tasks[event.step], completed=event.done, total=event.total or None, detail=detail)

        yield listen
