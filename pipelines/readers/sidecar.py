"""The record of a source's origin that lies beside it: FILE.origin.yaml. What is not known is left null there.

Keys are validated, since a misspelt one would silently lose where a figure comes from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipelines.model import Problem

SUFFIX = ".origin.yaml"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a source comes from. `published` is its day; `made_up` says that it was written for a test or a tour."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic reads it from the class

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    retrieved: date | None = None
    licence: str | None = None
    language: str | None = None
    sha256: str | None = None
    made_up: bool = False
    note: str | None = None

    def attributes(self) -> Mapping[str, str | None]:
        """What is told of the source, as texts; the hash only guards the file and is no attribute."""
        return {
            "title": self.title,
            "publisher": self.publisher,
            "author": self.author,
            "url": self.url,
            "published": self.published.isoformat() if self.published else None,
            "retrieved": self.retrieved.isoformat() if self.retrieved else None,
            "licence": self.licence,
            "language": self.language,
            "made_up": "true" if self.made_up else None,
            "note": self.note,
        }


def read_origin(source: Path, document: str, sha256: str) -> tuple[Origin, tuple[Problem, ...]]:
    """The origin record beside a source, an empty one where there is none or it cannot be read (with a Problem).

    A record whose hash is not that of the source is of another version: it is read, with a Problem.
    """
    path = source.with_name(source.name + SUFFIX)
    if not path.is_file():
        return Origin(), ()
    import yaml
    from pydantic import TypeAdapter, ValidationError

    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8-sig")) or {}
        origin = TypeAdapter(Origin).validate_python(told)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        return Origin(), (Problem("origin_invalid", document, path.name, f"{key}: {first['msg']}"),)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return Origin(), (Problem("origin_invalid", document, path.name, " ".join(str(error).split())),)
    if origin.sha256 is not None and origin.sha256 != sha256:
        return origin, (Problem("origin_outdated", document, path.name, f"the file has sha256 {sha256}"),)
    return origin, ()
