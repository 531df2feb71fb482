"""Layouts kept as YAML beside workbooks: written for a person to correct, read back with errors that say where.

A corrected layout wins over the guess: FILE.layout.yaml for one file, or any *.layout.yaml of the folder whose
`files` pattern fits the file's name, for a family of files. Sheet names may be patterns too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.tables.layouts.layout import Layout

SUFFIX = ".layout.yaml"


class LayoutFileError(Exception):
    """A layout file cannot be used; the message names the file and the key, and what is wrong with it."""

    def __init__(self, file: Path, key: str, problem: str) -> None:
        super().__init__(f"{file.name}{f', {key}' if key else ''}: {problem}")
        self.file, self.key, self.problem = file, key, problem


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """A layout file: the layouts of sheets, and the pattern of the file names that they hold for."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - pydantic reads it from the class

    sheets: tuple[Layout, ...]
    files: str | None = None

    def of_sheet(self, name: str) -> Layout | None:
        """The layout for a sheet of this name: the one named exactly so, else the first whose pattern fits."""
        for layout in self.sheets:
            if layout.sheet == name:
                return layout
        return next((layout for layout in self.sheets if fnmatchcase(name, layout.sheet)), None)


def layout_file_for(workbook: Path) -> LayoutFile | None:
    """The layout file that holds for a workbook, None where there is none. Raises LayoutFileError."""
    own = workbook.with_name(workbook.name + SUFFIX)
    if own.is_file():
        return read_layout_file(own)
    for path in sorted(workbook.parent.glob(f"*{SUFFIX}")):
        family = read_layout_file(path)
        if family.files is not None and fnmatchcase(workbook.name, family.files):
            return family
    return None


def read_layout_file(path: Path) -> LayoutFile:
    """Read and validate a layout file. Raises LayoutFileError with file and key."""
    import yaml
    from pydantic import ValidationError

    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark is not None else ""
        raise LayoutFileError(path, where, "is no YAML in UTF-8; look at the indentation and the quotes") from None
    try:
        found: LayoutFile = _adapter().validate_python(given)
    except ValidationError as error:
        first = error.errors()[0]
        raise LayoutFileError(path, _key(first["loc"]), str(first["msg"])) from None
    return found


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(LayoutFile)


def _key(location: Sequence[int | str]) -> str:
    """The path to a key as a person would write it: sheets[1].tables[1].data; list members count from 1."""
    text = ""
    for step in location:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def write_layouts(layouts: Sequence[Layout]) -> str:
    """Layouts as the YAML text of a layout file; what has its default value is left out, but how sure each table is."""
    import yaml

    given = _adapter().dump_python(LayoutFile(tuple(layouts)), mode="json", exclude_defaults=True)
    for sheet, layout in zip(given["sheets"], layouts, strict=True):
        for table, told in zip(sheet.get("tables", ()), layout.tables, strict=True):
            reasons = table.pop("reasons", None)
            table["confidence"] = told.confidence
            if reasons:
                table["reasons"] = reasons
    return str(
        yaml.safe_dump(_readable(given), allow_unicode=True, sort_keys=False, default_flow_style=None, width=110)
    )


def _readable(given: Any) -> Any:
    """Row numbers as numbers, not as text, and in their order."""
    if isinstance(given, Mapping):
        if given and all(isinstance(key, str) and key.isdecimal() for key in given):
            return {int(key): _readable(given[key]) for key in sorted(given, key=int)}
        return {key: _readable(value) for key, value in given.items()}
    if isinstance(given, list):
        return [_readable(value) for value in given]
    return given
