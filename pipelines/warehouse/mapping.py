"""Batches to workers: how many processes read shards at a time, and what becomes of a batch whose worker dies.

`MapShards` is the seam: anything that calls the reader for each batch and yields what it returns may take the
place of the process pool, a cluster's `client.map` for one.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from pipelines.warehouse.reading import Batch, BatchReader
from pipelines.warehouse.shards import Entry

#: Calls the reader for each batch; yields the entries of the shards as they are written, in any order.
MapShards = Callable[[BatchReader, Sequence[Batch]], Iterator[list[Entry]]]


def in_this_process(reader: BatchReader, batches: Sequence[Batch]) -> Iterator[list[Entry]]:
    """One batch after the other."""
    for batch in batches:
        yield reader(batch)


def in_processes(workers: int) -> MapShards:
    """A pool of so many processes. They end with this process, however it ends."""

    def map_shards(reader: BatchReader, batches: Sequence[Batch]) -> Iterator[list[Entry]]:
        # Forking a process that runs threads (Dagster's, pyarrow's) may lock up its child: a server forks instead.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["pipelines.extraction", "pipelines.warehouse.reading"])
        died: list[Batch] = []
        with ProcessPoolExecutor(min(workers, len(batches)), context, initializer=_end_with_parent) as pool:
            futures = {pool.submit(reader, batch): batch for batch in batches}
            try:
                for future in as_completed(futures):
                    try:
                        yield future.result()
                    except BrokenProcessPool:
                        died.append(futures[future])
            finally:  # when the run is stopped, what has not begun is not waited for
                pool.shutdown(cancel_futures=True)
        for batch in died:
            yield from _alone(reader, batch)

    return map_shards


def _alone(reader: BatchReader, batch: Batch) -> Iterator[list[Entry]]:
    """A batch in a process of its own; if that dies too, each of its sources so; a source that kills is refused."""
    context = multiprocessing.get_context("forkserver")
    try:
        with ProcessPoolExecutor(1, context, initializer=_end_with_parent) as pool:
            yield pool.submit(reader, batch).result()
    except BrokenProcessPool:
        if len(batch.sources) == 1:
            yield reader.refuse(batch, "reader_crashed", "the process that read it died")
            return
        for number, source in enumerate(batch.sources):
            yield from _alone(reader, Batch(f"{batch.key}-{number}", (source,)))


def _end_with_parent() -> None:
    """Let a worker end when the process that started it is gone: a killed run must leave nothing behind."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
