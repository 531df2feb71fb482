"""`solieu ui` at work: the real daemon ticks the schedule and the sensors, runs, and tells of failures.

One test, since starting the services takes most of the time. It waits for what must happen, as long as it takes.
"""

import json
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from pipelines.orchestration.home import open_home
from pipelines.orchestration.serving import ServingError, serve
from tests.faults.victim import pin_code_version
from tests.serving import free_port, served, services_alive
from tests.unit.orchestration.projects import operate, quotes
from tests.unit.orchestration.test_alerts import webhook
from tests.unit.warehouse.projects import put, run_small, small_project

#: The schedule is due every minute; whichever of it and the sensor comes first reads what has changed.
DEFINITIONS = """
from pathlib import Path
from pipelines.orchestration.assembly import build_definitions
from tests.faults.victim import pin_code_version
from tests.unit.orchestration.projects import PARTS
from tests.unit.warehouse.projects import small_settings
pin_code_version(setattr)
defs = build_definitions(small_settings(Path(__file__).parent), PARTS)
"""
_OPERATION = """
cron: "* * * * *"
seconds_between_looks: 1
webhook: {webhook}
"""
#: Long enough for the slowest machine; a test that fails waits so long.
_SECONDS = 240


@pytest.fixture(autouse=True)
def pinned_code_version(monkeypatch: pytest.MonkeyPatch) -> None:
    pin_code_version(monkeypatch.setattr)


def until(happened: Callable[[], Any]) -> Any:
    """What `happened` gives once it is true."""
    end = time.monotonic() + _SECONDS
    while not (found := happened()):
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.2)
    return found


def ask(address: str, question: str) -> Any:
    """The answer of the UI's GraphQL."""
    body = json.dumps({"query": question}).encode()
    request = urllib.request.Request(f"{address}/graphql", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["data"]


def test_schedule_sensor_and_alert_work_by_themselves_while_the_ui_is_served(tmp_path: Path) -> None:
    settings = small_project(tmp_path / "project", {f"{name}.txt": str(name) for name in range(10, 20)})
    numbers = [f"{name} hộ" for name in range(10, 20)]
    run_small(settings)
    with webhook() as (address, taken):
        operate(settings, _OPERATION.format(webhook=address))
        with served(settings, DEFINITIONS) as ui, open_home(settings) as instance:
            answer = ask(ui, "{ workspaceOrError { ... on Workspace { locationEntries { name } } } }")
            assert answer["workspaceOrError"]["locationEntries"] == [{"name": "solieu"}]
            with pytest.raises(ServingError, match=f"already, at {ui}"):
                serve(settings, free_port(), 0, print)

            def finished(started_by: str) -> list[str]:
                runs = instance.get_runs(dg.RunsFilter(tags={"solieu/started_by": started_by}))
                return [run.run_id for run in runs if run.is_finished]

            put(settings, "new.txt", "20")
            until(lambda: quotes(settings) == [*numbers, "20 hộ"])

            put(settings, "new.txt", "vocabulary")
            alert = until(lambda: next((tmp_path / "project" / "var" / "alerts").glob("*.md"), None))
            assert "units.csv" in alert.read_text(encoding="utf-8")
            assert quotes(settings) == [*numbers, "20 hộ"]
            assert until(lambda: [one["run"] for one in taken])[0] == alert.stem

            (settings.raw / "new.txt").unlink()
            until(lambda: quotes(settings) == numbers)

            assert until(lambda: finished("schedule"))
            assert finished("sensor")
        assert not services_alive(settings)
