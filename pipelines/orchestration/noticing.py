"""Whether raw/ has changed since it was read: a look at names, sizes and times, cheap enough for twice a minute.

What a source is and what its content is, the inventory of the warehouse decides when a run reads it; here a file too
many costs a run that finds nothing to do.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipelines.warehouse.memo import Memo


@dataclass(frozen=True, slots=True)
class Glance:
    """Size and time of change in nanoseconds of every file under raw/, by its name as a document."""

    files: Mapping[str, tuple[int, int]]

    @property
    def signature(self) -> str:
        """A fingerprint of all that was seen."""
        lines = "\n".join(f"{name}\0{size}\0{changed}" for name, (size, changed) in sorted(self.files.items()))
        return sha256(lines.encode()).hexdigest()[:32]

    @property
    def bytes(self) -> int:
        """The size of all files together."""
        return sum(size for size, _ in self.files.values())


@dataclass(frozen=True, slots=True)
class Change:
    """The files that differ from what the last run hashed."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.new or self.changed or self.removed)

    def __str__(self) -> str:
        """Say it in a line."""
        return f"{len(self.new)} new, {len(self.changed)} changed, {len(self.removed)} removed"


@dataclass(frozen=True, slots=True)
class Cursor:
    """What the last look saw, and the last sight for which a run was asked."""

    seen: str = ""
    asked: str = ""

    @classmethod
    def parse(cls, text: str | None) -> "Cursor":
        """The cursor that a text tells; a new one where there is none."""
        return cls(**json.loads(text)) if text else cls()

    def __str__(self) -> str:
        """Tell it as a text."""
        return json.dumps({"seen": self.seen, "asked": self.asked})


def look(raw: Path) -> Glance:
    """Every file under a folder but hidden ones; a folder that is not there holds none."""
    return Glance(dict(_walk(raw, "raw")))


def compare(glance: Glance, memo: Memo) -> Change:
    """What differs from the files that the last run hashed."""
    known = memo.files
    return Change(
        new=tuple(sorted(glance.files.keys() - known.keys())),
        changed=tuple(
            sorted(
                name
                for name in glance.files.keys() & known.keys()
                if glance.files[name] != (known[name].size, known[name].mtime_ns)
            )
        ),
        removed=tuple(sorted(known.keys() - glance.files.keys())),
    )


def _walk(folder: Path, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # not there, or closed: a run that meets it tells of it
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        document = f"{name}/{os.fsencode(entry.name).decode('utf-8', 'backslashreplace')}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), document)
            continue
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:  # removed a moment ago
            continue
        yield document, (status.st_size, status.st_mtime_ns)
