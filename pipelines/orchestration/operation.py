"""How the pipeline is operated, read from operation.yaml and what an installation changes of it. Nothing runs here.

Folders and limits of the warehouse itself are in warehouse/settings.py.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, ClassVar

import dagster as dg
from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from pipelines.warehouse.errors import WarehouseError
from pipelines.warehouse.settings import Settings

NAME = "operation.yaml"
#: What the project comes with; every key is in it.
DEFAULTS = Path(__file__).with_name(NAME)

_Count = Annotated[int, Field(ge=0)]
_Positive = Annotated[int, Field(ge=1)]


class OperationError(WarehouseError):
    """operation.yaml cannot be used as it is."""


@dataclass(frozen=True, slots=True)
class Operation:
    """When the pipeline runs, how often it looks, who owns it, whom it tells. operation.yaml says what each means."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    cron: str
    time_zone: str
    seconds_between_looks: _Positive
    owner: Annotated[str, StringConstraints(pattern=r"^(team:[\w.-]+|[^@\s]+@[^@\s]+)$")]
    retries: _Count
    seconds_before_retry: _Count
    hours_until_late: _Positive
    hours_until_stale: _Positive
    webhook: Annotated[str, StringConstraints(pattern=r"^https?://")] | None

    def freshness_policy(self) -> dg.FreshnessPolicy:
        """How old what runs make may become."""
        late, stale = timedelta(hours=self.hours_until_late), timedelta(hours=self.hours_until_stale)
        return dg.FreshnessPolicy.time_window(fail_window=stale, warn_window=late)


def read_operation(settings: Settings) -> Operation:
    """The operation of a project: the defaults with what its Dagster home changes. Raises OperationError."""
    own = settings.dagster / NAME
    values = _mapping(DEFAULTS) | (_mapping(own) if own.exists() else {})
    path = own if own.exists() else DEFAULTS
    try:
        operation = TypeAdapter(Operation).validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise OperationError(f"{path}: {where}: {first['msg']}") from None
    if operation.hours_until_late >= operation.hours_until_stale:
        raise OperationError(f"{path}: hours_until_late must be less than hours_until_stale")
    return operation


def _mapping(path: Path) -> dict[str, Any]:
    import yaml

    try:
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise OperationError(f"{path}: {error}") from None
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise OperationError(f"{path}: not a list of keys and values; see {DEFAULTS.name} of the project")
    return values
