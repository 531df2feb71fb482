"""One batch of sources to a shard: what a worker does. Pure but for the shard it writes, so any machine may do it.

The documents of a corpus fill shards of their own where they are many. A source that breaks the reader is refused with
a Problem and never takes its batch along.
"""

import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from pipelines.extraction import CORPUS, documents_in, is_corpus
from pipelines.model import Extraction, Problem
from pipelines.readers.workbook import SUFFIXES as WORKBOOK_SUFFIXES
from pipelines.vocabulary import VocabularyError
from pipelines.warehouse.errors import VocabularyUnusableError
from pipelines.warehouse.inventory import Source
from pipelines.warehouse.shards import Entry, ShardStore
from pipelines.warehouse.staging import stage

#: Reads one file under its business key. Pure; refuses bad input by Problems.
Extractor = Callable[[Path, str], Extraction]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sources that are read together into the shard of this name."""

    key: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class BatchReader:
    """The work of a worker: `reader(batch)` writes the shard and returns what it holds."""

    extractor: Extractor
    shards: Path
    code: str
    seconds_per_source: float
    #: A shard holds at most so many documents of a corpus, and so many characters of them.
    documents: int
    characters: int

    def __call__(self, batch: Batch) -> list[Entry]:
        """Read the batch's sources and write their shard, or several where corpora hold more than one.

        Raises VocabularyUnusableError.
        """
        entries: list[Entry] = []
        for key, readings in self._filled(batch):
            tables, staged = _stage(readings)
            written = [reading.entry(key) for reading in staged]
            ShardStore(self.shards, self.code).write(key, tables, written)
            entries += written
        return entries

    def refuse(self, batch: Batch, code: str, detail: str) -> list[Entry]:
        """Write a shard that refuses the batch's sources, for a worker that died of them."""
        readings = [_refusal(source, code, detail, final=False) for source in batch.sources]
        entries = [reading.entry(batch.key) for reading in readings]
        tables, _ = _stage(readings)
        ShardStore(self.shards, self.code).write(batch.key, tables, entries)
        return entries

    def _filled(self, batch: Batch) -> Iterator[tuple[str, list["_Reading"]]]:
        """The readings of a batch, as many at a time as a shard holds, with its name; that of the batch comes last."""
        readings: list[_Reading] = []
        characters = full = 0
        for source in batch.sources:
            for reading in self._read(source):
                readings.append(reading)
                characters += len(reading.extraction.text or "")
                # The sources of a batch fill one shard by themselves; the rows of a corpus may fill many.
                if reading.corpus and (len(readings) >= self.documents or characters >= self.characters):
                    yield f"{batch.key}.{full}", readings
                    full += 1
                    readings, characters = [], 0
        yield batch.key, readings

    def _read(self, source: Source) -> Iterator["_Reading"]:
        """The reading of a source; of a corpus those of its documents, then its own."""
        if source.refusal is not None:
            extraction = Extraction(source.document, source.sha256, problems=(source.refusal,))
            yield _Reading(source, extraction, final=True)
        elif not is_corpus(source.path):
            reading = self._read_one(source, partial(self.extractor, source.path, source.document))
            # A file that changed between inventory and reading is read again by the next run.
            yield replace(reading, final=reading.final and reading.extraction.sha256 == source.sha256)
        else:
            yield from self._read_corpus(source)

    def _read_corpus(self, source: Source) -> Iterator["_Reading"]:
        final = True
        try:
            for pending in documents_in(source.path, source.document):
                one = replace(source, document=pending.document)
                reading = self._read_one(one, pending.read)
                if pending.document == source.document:
                    final = final and reading.extraction.sha256 == source.sha256
                    yield replace(reading, final=final)
                else:
                    final = final and reading.final
                    yield replace(reading, corpus=source.document)
        except VocabularyUnusableError:
            raise
        except OSError as error:
            yield _refusal(source, "source_unreadable", str(error), final=False)
        except Exception as error:  # noqa: BLE001 - recorded with its place; the other sources go on
            yield _refusal(source, "reader_failed", _told(error, source), final=True)

    def _read_one(self, source: Source, read: Callable[[], Extraction]) -> "_Reading":
        """What `read` gives of a document within its time; a refusal where it fails."""
        try:
            with _time_limit(self.seconds_per_source):
                return _Reading(source, read(), final=True)
        except _TimeLimitError:
            limit = f"not read within {self.seconds_per_source:g} seconds"
            return _refusal(source, "source_too_slow", limit, final=False)
        except VocabularyError as error:
            raise VocabularyUnusableError(str(error)) from error
        except (OSError, MemoryError) as error:
            return _refusal(source, "source_unreadable", str(error) or type(error).__name__, final=False)
        except Exception as error:  # noqa: BLE001 - recorded with its place; the other sources go on
            return _refusal(source, "reader_failed", _told(error, source), final=True)


@dataclass(frozen=True, slots=True)
class _Reading:
    source: Source
    extraction: Extraction
    final: bool
    corpus: str | None = None

    def entry(self, shard: str) -> Entry:
        read = self.extraction
        nothing = read.text is None and not read.observations and read.attributes.get("kind") != CORPUS
        refused = nothing and bool(read.problems)
        return Entry(
            self.source.document, self.source.version, len(read.observations), refused, self.final, shard, self.corpus
        )


def _refusal(source: Source, code: str, detail: str, final: bool) -> _Reading:
    problem = Problem(code, source.document, "", detail)
    return _Reading(source, Extraction(source.document, source.sha256, problems=(problem,)), final)


def _stage(readings: Sequence[_Reading]) -> tuple[dict[str, Any], list[_Reading]]:
    """The staging tables of all; a reading that they cannot hold is refused, with the reason."""
    try:
        return stage(reading.extraction for reading in readings), list(readings)
    except Exception:  # noqa: BLE001 - one of them is at fault: find it
        sound = [_stageable(reading) for reading in readings]
        return stage(reading.extraction for reading in sound), sound


def _stageable(reading: _Reading) -> _Reading:
    try:
        stage([reading.extraction])
    except Exception as error:  # noqa: BLE001 - recorded with its place
        return replace(
            _refusal(reading.source, "reader_failed", _told(error, reading.source), final=True), corpus=reading.corpus
        )
    return reading


def _told(error: Exception, source: Source) -> str:
    """What failed, and where in our code. Of a workbook no message, which may quote a cell of a list of persons."""
    frames = traceback.extract_tb(error.__traceback__)
    at = frames[-1] if frames else None
    where = f" at {Path(at.filename).name}:{at.lineno}" if at else ""
    message = "" if source.path.suffix.lower() in WORKBOOK_SUFFIXES else f": {error}"
    return f"{type(error).__name__}{message}{where}"


class _TimeLimitError(BaseException):
    """Raised inside a reader that takes too long; no reader's own `except Exception` may catch it."""


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise _TimeLimitError after so many seconds, where signals can be had: in the main thread of a process."""
    if seconds <= 0 or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        raise _TimeLimitError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
