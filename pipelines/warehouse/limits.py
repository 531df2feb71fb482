"""The limits within which workbooks are read, as an installation has set them. What they mean: readers/workbook_limits.

They enter the version of each workbook, so that a changed limit lets workbooks be read again and nothing else.
"""

from typing import Any

from pipelines.readers.workbook_limits import WorkbookLimits
from pipelines.warehouse.errors import LimitsError
from pipelines.warehouse.settings import Settings

NAME = "workbook_limits.yaml"


def read_limits(settings: Settings) -> WorkbookLimits:
    """The limits of a project: the usual ones with what its Dagster home changes. Raises LimitsError."""
    path = settings.dagster / NAME
    if not path.exists():
        return WorkbookLimits()
    import yaml
    from pydantic import TypeAdapter, ValidationError

    try:
        values: Any = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
        return TypeAdapter(WorkbookLimits).validate_python({} if values is None else values)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LimitsError(f"{path}: is no YAML in UTF-8 ({error})") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LimitsError(f"{path}: {f'{where}: ' if where else ''}{first['msg']}; see docs/operating.md") from None


def told(limits: WorkbookLimits) -> tuple[str, ...]:
    """The limits that differ from the usual ones, as parts of a key; nothing where none does."""
    usual = WorkbookLimits()
    return tuple(
        f"{name}={getattr(limits, name)}"
        for name in WorkbookLimits.__slots__
        if getattr(limits, name) != getattr(usual, name)
    )
