"""The folder of the site: pages are written into a new folder beside it, which then takes its place.

A page whose inputs are as they were is not made again: the new folder gets the old file. What the pages were made from
stands in `.made-from.json` of the site, by their paths.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipelines.warehouse.errors import StorageError

_RECORD = ".made-from.json"


class SiteFolder:
    """A site that is being written. `pages` and `reused` count what was asked for and what the old folder had."""

    def __init__(self, folder: Path, before: Path) -> None:
        self._folder, self._before = folder, before
        self._made_from: dict[str, str] = {}
        self._made_before = _read_record(before)
        self.pages = self.reused = 0

    def has(self, path: str, made_from: str) -> bool:
        """Take a page over from the old site if it was made from the same; says whether it was."""
        old = self._before / path
        if self._made_before.get(path) != made_from or not old.is_file():
            return False
        _link(old, self._place(path))
        self._made_from[path] = made_from
        self.pages += 1
        self.reused += 1
        return True

    def write(self, path: str, content: str, made_from: str | None = None) -> None:
        """Write a page; without `made_from` it is made anew each time."""
        self._place(path).write_text(content, encoding="utf-8", newline="\n")
        if made_from is not None:
            self._made_from[path] = made_from
        self.pages += 1

    def close(self) -> None:
        """Write down what the pages were made from."""
        told = json.dumps(self._made_from, sort_keys=True, indent=0)
        (self._folder / _RECORD).write_text(told, encoding="utf-8")

    def _place(self, path: str) -> Path:
        place = self._folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place


@contextmanager
def replaced_site(site: Path) -> Iterator[SiteFolder]:
    """A folder to write the site into; it takes the place of `site` at the end, unless an exception ends the block.

    A run that was killed between the two moves left the old site beside; it is put back first. Raises StorageError
    where `site` holds something else, which must not be lost.
    """
    new, old = site.with_name(f".next-{site.name}"), site.with_name(f".old-{site.name}")
    if old.exists() and not site.exists():
        old.rename(site)
    if site.exists() and any(site.iterdir()) and not (site / _RECORD).is_file():
        raise StorageError(f"{site} holds something that is no site of this project: move it away, and run again")
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        folder = SiteFolder(new, site)
        yield folder
        folder.close()
        if site.exists():
            site.rename(old)
        new.rename(site)
    finally:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)


def _read_record(folder: Path) -> dict[str, str]:
    """What the pages of a site were made from; nothing is known where the record cannot be read."""
    try:
        told = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(path): str(made) for path, made in told.items()} if isinstance(told, dict) else {}


def _link(old: Path, new: Path) -> None:
    try:
        new.hardlink_to(old)
    except OSError:  # a file system without links
        shutil.copyfile(old, new)
