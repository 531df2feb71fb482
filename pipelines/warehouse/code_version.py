"""Which code read a source: a fingerprint of all that an Extraction depends on besides the file itself.

A shard is read again when the fingerprint changes. Rooms after extraction do not enter it, so a new check or mart
reads no source again.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

PIPELINES = Path(__file__).resolve().parents[1]
#: Rooms and files of pipelines/ that work on what was extracted: the layers over extraction in pyproject.toml.
_LATER = {"warehouse", "quality", "evidence", "orchestration", "commands", "cli.py", "definitions.py"}
#: ... but the staging tables are what a shard holds.
_ALSO = ("warehouse/staging.py",)
#: Vocabularies that only the warehouse and its checks read.
_AFTERWARDS = {
    f"vocabulary/{name}.csv" for name in ("norms", "problems", "code_lists", "same_figures", "preferred_sources")
}
_DISTRIBUTION = "solieu"


@cache
def extraction_code_version() -> str:
    """20 hex digits over the extractor's sources, its vocabularies and the versions of the libraries it uses.

    Taken once a process: a run goes on with the code that it began with, whatever is edited meanwhile.
    """
    return _digest(extraction_files(), libraries())


def room_version(room: str, inputs: Iterable[Path] = ()) -> str:
    """20 hex digits over the sources of one room of pipelines/, and other files and folders that its Python reads."""
    paths = [path for folder in (PIPELINES / room, *inputs) for path in sorted(_files(folder))]
    return _digest(paths, ())


def extraction_files() -> list[Path]:
    """The files that an Extraction depends on, sorted."""
    found = []
    for path in _files(PIPELINES):
        inner = path.relative_to(PIPELINES)
        name = inner.as_posix()
        if name in _ALSO or (inner.parts[0] not in _LATER and name not in _AFTERWARDS):
            found.append(path)
    return sorted(found)


@cache
def libraries() -> tuple[str, ...]:
    """The versions of the libraries that the project declares, as "name==version"."""
    try:
        declared = requires(_DISTRIBUTION) or []
    except PackageNotFoundError:  # run from a checkout that is not installed: the sources alone decide
        return ()
    found = set()
    for requirement in declared:
        name = match(r"[\w.-]+", requirement)
        if name is not None and "extra ==" not in requirement:
            found.add(f"{name[0]}=={version(name[0])}")
    return tuple(sorted(found))


def _files(folder: Path) -> list[Path]:
    """The files under a folder, or the file itself."""
    if folder.is_file():
        return [folder]
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith((".", "~$"))
    ]


def _digest(paths: list[Path], texts: tuple[str, ...]) -> str:
    digest = sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0")
        digest.update(sha256(path.read_bytes()).digest())
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()[:20]
