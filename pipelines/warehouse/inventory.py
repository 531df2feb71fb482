"""What lies in raw/: every source with the version of its content, and what is no source and why.

Nothing is parsed here. A file that was seen before with the same size and time of change is not hashed again, but
for a full scan; what could not be a source is refused with a Problem, as a reader refuses a file.
"""

import os
import stat
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path

from pipelines.keys import key_of
from pipelines.model import Problem
from pipelines.readers.workbook import SUFFIXES as WORKBOOK_SUFFIXES
from pipelines.warehouse.errors import RawMissingError
from pipelines.warehouse.events import Event, Progress, silent
from pipelines.warehouse.memo import FileMemo, Memo
from pipelines.warehouse.settings import Settings

#: A file beside a source that says more about it: "bai.txt.origin.yaml" belongs to "bai.txt".
_COMPANION_SUFFIXES = (".yaml", ".yml", ".json")
#: A file that tells how a family of workbooks is laid out (pipelines.tables.layouts.layout_file).
_LAYOUT_SUFFIX = ".layout.yaml"
#: Names of files that a program has not finished writing, or keeps while another is open.
_UNFINISHED_ENDS = (".part", ".partial", ".crdownload", ".download", ".tmp", ".swp", "~")
_UNFINISHED_STARTS = ("~$", ".~lock.")
#: A file changed this shortly before it was hashed may change again within the same tick of the file system.
_TICK_NANOSECONDS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """One source: its business key, where it lies, and its version, a key of its bytes and of its companions'.

    `refusal` says why it cannot even be opened; its bytes then have no hash.
    """

    document: str
    path: Path
    size: int
    sha256: str
    version: str
    refusal: Problem | None = None


@dataclass(frozen=True, slots=True)
class Inventory:
    """All sources by name, those `left` for the next run because they are still being written, and the memo."""

    sources: tuple[Source, ...]
    left: tuple[str, ...]
    memo: Memo
    hashed: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A name under raw/: a file with its status, or a refusal."""

    document: str
    path: Path
    status: os.stat_result | None = None
    refusal: Problem | None = None


def take_inventory(
    settings: Settings, before: Memo, today: date, full: bool = False, progress: Progress = silent
) -> Inventory:
    """Look at everything under raw/. `before` is the memo of the last inventory.

    Every file is hashed again if `full`, and if `days_between_full_scans` went by since that was done.

    A file that was changed within the last `settle_seconds` is looked at a second time after as long, and left
    for the next run if it has changed. Raises RawMissingError where raw/ is no folder.
    """
    if not settings.raw.is_dir():
        raise RawMissingError(f"{settings.raw} is no folder; make it, or mount it, and put the sources into it")
    found = sorted(_walk(settings.raw, "raw"), key=lambda one: one.document)
    unsettled = _unsettled(found, settings.settle_seconds)
    full = full or before.is_due(today, settings.days_between_full_scans)
    files, left, hashed = {}, set(unsettled), 0
    refused = {one.document: one for one in found if one.refusal is not None}
    for number, one in enumerate(found, start=1):
        if one.status is None or one.document in left:
            continue
        memo = before.files.get(one.document)
        if not full and memo is not None and (memo.size, memo.mtime_ns) == (one.status.st_size, one.status.st_mtime_ns):
            files[one.document] = memo
            continue
        hashed += 1
        fresh = _hash(one)
        progress(Event("inventory", number, len(found), one.document))
        if isinstance(fresh, Problem):
            refused[one.document] = _Found(one.document, one.path, refusal=fresh)
        elif fresh is None:
            left.add(one.document)
        else:
            files[one.document] = fresh
    sources = _sources(found, files, refused, left)
    return Inventory(sources, tuple(sorted(left)), Memo(files, today if full else before.full_scan), hashed)


def _walk(folder: Path, name: str) -> Iterator[_Found]:
    """The files under a folder by their names with forward slashes; hidden ones are not sources."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _refused(name, folder, "source_unreadable", error.strerror or str(error))
        return
    for entry in entries:
        if entry.name.startswith(".") and not entry.name.startswith(_UNFINISHED_STARTS):
            continue
        document = f"{name}/{os.fsencode(entry.name).decode('utf-8', 'backslashreplace')}"
        path = Path(entry.path)
        if entry.is_symlink():
            yield _refused(document, path, "source_is_link", "a link is no source")
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(path, document)
        elif (one := _look(document, path)) is not None:
            yield one


def _look(document: str, path: Path) -> _Found | None:
    try:
        status = path.lstat()
    except FileNotFoundError:  # removed a moment ago
        return None
    except OSError as error:
        return _refused(document, path, "source_unreadable", error.strerror or str(error))
    if not stat.S_ISREG(status.st_mode):
        return _refused(document, path, "source_is_no_file", "neither a file nor a folder")
    return _Found(document, path, status)


def _refused(document: str, path: Path, code: str, detail: str) -> _Found:
    return _Found(document, path, refusal=Problem(code, document, "", detail))


def _unsettled(found: list[_Found], seconds: float) -> set[str]:
    """The files that are being written: by their names, or because they change while one waits a moment."""
    unfinished = {
        one.document
        for one in found
        if one.path.name.endswith(_UNFINISHED_ENDS) or one.path.name.startswith(_UNFINISHED_STARTS)
    }
    since = time.time_ns() - int(seconds * 1e9)
    fresh = [one for one in found if one.status is not None and one.status.st_mtime_ns > since]
    if not fresh or seconds <= 0:
        return unfinished
    time.sleep(seconds)
    return unfinished | {one.document for one in fresh if not _is_as_it_was(one)}


def _is_as_it_was(one: _Found) -> bool:
    try:
        status = one.path.lstat()
    except OSError:
        return False
    assert one.status is not None
    return (status.st_size, status.st_mtime_ns) == (one.status.st_size, one.status.st_mtime_ns)


def _hash(one: _Found) -> FileMemo | Problem | None:
    """The memo of a file; a Problem where it cannot be read; None where it changes while it is read."""
    assert one.status is not None
    try:
        with one.path.open("rb") as file:
            sha256 = file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        return Problem("source_unreadable", one.document, "", error.strerror or str(error))
    if not _is_as_it_was(one):
        return None
    # A file that changed a moment ago may do so again without a new time: the memo then never matches.
    settled = time.time_ns() - one.status.st_mtime_ns > _TICK_NANOSECONDS
    return FileMemo(one.status.st_size, one.status.st_mtime_ns if settled else 0, sha256)


def _sources(
    found: list[_Found], files: Mapping[str, FileMemo], refused: Mapping[str, _Found], left: Collection[str]
) -> tuple[Source, ...]:
    """The sources among the files: those that are not companions of another."""
    companions: dict[str, list[str]] = {}
    owned = set()
    names = files.keys() | left
    for document in files:
        owner = _owner(document, names)
        if owner is not None:
            owned.add(document)
            companions.setdefault(owner, []).append(document)
    families = _family_layouts(files.keys() - owned)
    owned.update(families)
    sources = []
    for one in found:
        if one.document in refused:
            refusal = refused[one.document].refusal
            assert refusal is not None
            version = key_of("version", refusal.code, refusal.detail)
            sources.append(Source(one.document, one.path, 0, "", version, refusal))
        elif one.document in files and one.document not in owned:
            memo = files[one.document]
            told = companions.get(one.document, [])
            if one.document.lower().endswith(tuple(WORKBOOK_SUFFIXES)):
                told = told + [layout for layout in families if _folder(layout) == _folder(one.document)]
            beside = [part for name in sorted(told) for part in (name, files[name].sha256)]
            version = key_of("version", memo.sha256, *beside)
            sources.append(Source(one.document, one.path, memo.size, memo.sha256, version))
    return tuple(sources)


def _family_layouts(documents: Collection[str]) -> tuple[str, ...]:
    """The layouts that hold for a family of workbooks of their folder; which ones they name only a reader knows."""
    return tuple(sorted(document for document in documents if document.endswith(_LAYOUT_SUFFIX)))


def _folder(document: str) -> str:
    return document.rpartition("/")[0]


def _owner(document: str, names: Collection[str]) -> str | None:
    """The source that a file says more about: the longest name before one of its points that is a file's."""
    if not document.endswith(_COMPANION_SUFFIXES):
        return None
    stem = document
    while "." in stem.rpartition("/")[2]:
        stem = stem.rpartition(".")[0]
        if stem in names:
            return stem
    return None
