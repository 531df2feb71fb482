"""`dagster dev` with a webserver that serves the evidence pages, too.

`python -m pipelines.orchestration.development` takes the options of `dagster dev`.
"""

from collections.abc import Sequence
from typing import Any

from dagster._cli import dev

_THEIRS, _OURS = "dagster_webserver", "pipelines.orchestration.webserver"
_NAME = "open_ipc_subprocess"
_start = getattr(dev, _NAME)


def start_service(parts: Sequence[str], **options: Any) -> Any:
    """Start a service of `dagster dev`; its webserver is exchanged for the project's."""
    return _start([_OURS if part == _THEIRS else part for part in parts], **options)


def main() -> None:
    """Run `dagster dev`, with its options."""
    setattr(dev, _NAME, start_service)  # it starts its services by their modules' names, and asks nobody
    dev.dev_command()


if __name__ == "__main__":
    main()
