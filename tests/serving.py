"""The Dagster UI of a project in a temporary folder, served as `solieu ui` serves it, in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.warehouse.settings import CHECKOUT, Settings

#: The groups in which the UI shows the assets.
GROUPS = [
    "raw",
    "documents",
    "observations",
    "staging",
    "dimensions",
    "facts",
    "relations",
    "marts",
    "views",
    "published",
]

_WORKSPACE = """
load_from:
  - python_file: {{relative_path: {file}, location_name: solieu, working_directory: {checkout}}}
"""
_SERVE = """
import sys
from pathlib import Path
from pipelines.orchestration.serving import serve
from pipelines.warehouse.settings import Settings
folder, port, workspace = sys.argv[1:]
serve(Settings.of(Path(folder)), int(port), 0, lambda line: print(line, flush=True), Path(workspace))
"""


@contextmanager
def served(settings: Settings, definitions: str) -> Iterator[str]:
    """Serve the project with the definitions that this source makes of it; the address of its UI."""
    project = settings.raw.parent
    file, workspace = project / "definitions.py", project / "workspace.yaml"
    file.write_text(definitions, encoding="utf-8")
    workspace.write_text(_WORKSPACE.format(file=file, checkout=CHECKOUT), encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-c", _SERVE, str(project), str(port), str(workspace)]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            told = [process.stdout.readline(), process.stdout.readline()]
            assert told[1:] == ["ready\n"], "".join(told)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate()
    assert process.returncode == 0


def services_alive(settings: Settings) -> bool:
    """Whether any process that the UI of a project started is alive."""
    leader = (settings.dagster / "ui.lock").read_text(encoding="utf-8").split()[-1]
    try:
        os.killpg(int(leader), 0)
    except ProcessLookupError:
        return False
    return True


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
