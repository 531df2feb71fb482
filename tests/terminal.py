"""`solieu` as a person calls it, on a project in a temporary folder instead of the checkout's own raw/ and var/."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from pipelines.warehouse.settings import CHECKOUT, Settings

_CALL = """
import sys
from pathlib import Path
from pipelines.warehouse.settings import Settings
folder = Path(sys.argv.pop(1))
usual = Settings.of
Settings.of = classmethod(lambda cls, *arguments, **named: usual(*arguments, **{"project": folder, **named}))
from pipelines.cli import main
main()
"""


@dataclass(frozen=True)
class Called:
    """How a call of `solieu` ended, and on which project."""

    settings: Settings
    status: int
    output: str
    complaints: str


def solieu(project: Path, *arguments: str) -> Called:
    """Call `solieu` with these arguments on a project."""
    command = [sys.executable, "-c", _CALL, str(project), *arguments]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    return Called(Settings.of(project), done.returncode, done.stdout, done.stderr)
