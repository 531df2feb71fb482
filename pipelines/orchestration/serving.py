"""The UI of one machine: Dagster's webserver, the evidence pages, and the daemon over the project's home.

Only on loopback, and once a home: two daemons over one home would disturb each other.
"""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from pipelines.orchestration.home import open_home, prepare_home
from pipelines.orchestration.links import EVIDENCE, SITE_VARIABLE
from pipelines.warehouse.errors import WarehouseError
from pipelines.warehouse.settings import CHECKOUT, Settings

HOST = "127.0.0.1"
#: `dagster dev`, but for the pages.
_SERVICES = "pipelines.orchestration.development"
_PORTS_TRIED = 50
_SECONDS_TO_START, _SECONDS_TO_STOP = 180.0, 20.0
_PAUSE_SECONDS = 0.2
_LINES_SHOWN = 15


class ServingError(WarehouseError):
    """The UI cannot be served."""


def serve(
    settings: Settings,
    port: int | None,
    first_port: int,
    tell: Callable[[str], None],
    workspace: Path = CHECKOUT / "workspace.yaml",
) -> None:
    """Serve until this process is interrupted. Without `port` the first free one from `first_port` on is taken.

    `tell` is told where. Raises ServingError where the port is taken, or the home is being served already.
    """
    home = prepare_home(settings)
    with _only_one(home) as lock:
        chosen = _free_port(first_port) if port is None else port
        if not _is_free(chosen):
            raise ServingError(f"port {chosen} is taken; name another with --port")
        with open_home(settings):
            pass  # tells runs that died of it
        log = home / "ui.log"
        base = f"http://{HOST}:{chosen}"
        tell(f"Dagster UI: {base}, evidence pages: {base}{EVIDENCE}/ (Ctrl-C ends it; its log is {log})")
        with _services(settings, home, chosen, workspace, log, lock) as process:
            _tell_others(lock, f"at http://{HOST}:{chosen} by process {process.pid}")
            _wait_until_up(process, chosen, log)
            tell("ready")
            process.wait()
            raise ServingError(f"the UI has stopped by itself: {_last_lines(log)}")


@contextmanager
def _only_one(home: Path) -> Iterator[TextIO]:
    """Hold the home's lock for serving; the system drops it with the last process that has it open."""
    with (home / "ui.lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            where = file.read().strip()
            raise ServingError(f"the UI of {home} is being served already, {where}; use that, or end it") from None
        yield file


def _tell_others(lock: TextIO, where: str) -> None:
    """Note in the lock's file who holds it, for whom finds it held."""
    lock.truncate(0)
    lock.write(where)
    lock.flush()


@contextmanager
def _services(
    settings: Settings, home: Path, port: int, workspace: Path, log: Path, lock: TextIO
) -> "Iterator[subprocess.Popen[bytes]]":
    """Webserver, daemon and code server, started in a session of their own, and ended with the block.

    They hold the lock as long as they live, should this process be killed. An interrupt ends the block without an
    error: that is how one stops serving.
    """
    command = [sys.executable, "-W", "ignore", "-m", _SERVICES, "--workspace", str(workspace)]
    command += ["--host", HOST, "--port", str(port), "--log-level", "warning"]
    environment = {**os.environ, "DAGSTER_HOME": str(home), SITE_VARIABLE: str(settings.site.absolute())}
    with log.open("wb") as output, _ended_by_signals():
        process = subprocess.Popen(
            command,
            cwd=home,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=[lock.fileno()],
        )
        try:
            yield process
        except KeyboardInterrupt:
            pass
        finally:
            _stop(process)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let an interrupt and a request to end raise KeyboardInterrupt inside the block.

    Also where the shell that started this process in the background has it ignore interrupts: what it starts would
    ignore them, too, and could not be stopped by them.
    """
    previous = {number: signal.signal(number, _interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Ask the services to end, and end what has not after a while, or at a second interrupt."""
    try:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        end = time.monotonic() + _SECONDS_TO_STOP
        while _group_is_alive(process) and time.monotonic() < end:
            time.sleep(_PAUSE_SECONDS)
    except KeyboardInterrupt:
        pass
    finally:
        if _group_is_alive(process):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _group_is_alive(process: "subprocess.Popen[bytes]") -> bool:
    """Whether the process or any that it started is there still."""
    process.poll()  # what has ended stays in its group until somebody has asked how
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_until_up(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Return once the UI answers. Raises ServingError where it ends or takes too long."""
    end = time.monotonic() + _SECONDS_TO_START
    while not _answers(port):
        if process.poll() is not None:
            raise ServingError(f"the UI did not start: {_last_lines(log)}")
        if time.monotonic() > end:
            raise ServingError(f"the UI did not answer within {_SECONDS_TO_START:.0f} seconds: {_last_lines(log)}")
        time.sleep(_PAUSE_SECONDS)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/server_info", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _free_port(first: int) -> int:
    for port in range(first, first + _PORTS_TRIED):
        if _is_free(port):
            return port
    raise ServingError(f"no port from {first} to {first + _PORTS_TRIED - 1} is free; name one with --port")


def _is_free(port: int) -> bool:
    """Whether nobody listens there; two webservers would both bind it and disturb each other."""
    with socket.socket() as attempt:
        attempt.settimeout(1)
        return attempt.connect_ex((HOST, port)) != 0


def _last_lines(log: Path) -> str:
    lines = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    return "\n".join(["", *lines[-_LINES_SHOWN:]])
