"""Moving a new file into the place of the published one, keeping the last few, and clearing up after a killed run."""

import shutil
from pathlib import Path

from pipelines.warehouse.files import replaced, synchronise
from pipelines.warehouse.published import read_published
from pipelines.warehouse.settings import Settings


def next_file(settings: Settings) -> Path:
    """Where the next warehouse is written: beside the published one, so that moving it is one step."""
    return settings.warehouse.with_name(f".next-{settings.warehouse.name}")


def kept_files(settings: Settings) -> list[Path]:
    """The kept builds, the oldest first."""
    return sorted(_kept_folder(settings).glob("*.duckdb"))


def put_in_place(settings: Settings, number: int, build_id: str) -> None:
    """Replace the published file by the next one and keep the last few builds.

    A write-ahead log of the old file, left by somebody who opened it to write, would make the new one unreadable.
    """
    new, published = next_file(settings), settings.warehouse
    synchronise(new)
    keep = _kept_folder(settings) / f"{number:06d}-{build_id}.duckdb"
    keep.parent.mkdir(parents=True, exist_ok=True)
    keep.unlink(missing_ok=True)
    try:
        keep.hardlink_to(new)
    except OSError:  # a file system without links
        with replaced(keep) as writing:
            shutil.copyfile(new, writing)
    set_log_aside(published)
    new.replace(published)
    synchronise(published.parent)
    for old in kept_files(settings)[: -settings.kept_builds]:
        old.unlink()


def clear_leftovers(settings: Settings) -> None:
    """Remove what a killed run left: a half-written file, a build kept but never published, a stray log."""
    new = next_file(settings)
    for path in (new, _log(new), *settings.tables.glob(".writing-*"), *_kept_folder(settings).glob(".writing-*")):
        path.unlink(missing_ok=True)
    shutil.rmtree(settings.spill, ignore_errors=True)
    set_log_aside(settings.warehouse)
    published = read_published(settings.warehouse)
    if published is not None:
        for path in kept_files(settings):
            if int(path.name.partition("-")[0]) > published.build.number:
                path.unlink()


def set_log_aside(database: Path) -> None:
    """Move a write-ahead log away from beside a database that nobody may write."""
    log = _log(database)
    if log.exists():
        log.replace(log.with_name(f"{log.name}.stray"))


def _kept_folder(settings: Settings) -> Path:
    return settings.warehouse.parent / "builds"


def _log(database: Path) -> Path:
    return database.with_name(f"{database.name}.wal")
