"""A failed run is told of: a file that says why, and a call to the address that the installation names."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import dagster as dg
import pytest

from pipelines.orchestration.alerts import Alert, alert_folder, alert_on_failure, call_webhook
from pipelines.orchestration.assembly import build_definitions
from pipelines.orchestration.automation import JOB
from pipelines.orchestration.home import open_home
from pipelines.orchestration.operation import read_operation
from pipelines.warehouse.settings import Settings
from tests.unit.orchestration.projects import PARTS, operate
from tests.unit.warehouse.projects import put

ALERT = Alert("0a1b2c3d-run", "build_warehouse", ("units.csv, row 7, factor: no number",))


@contextmanager
def webhook(status: int = 200) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A server on loopback that takes what it is sent; its address and what it was sent."""
    taken: list[dict[str, Any]] = []

    class Take(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append(json.loads(body))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Take) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", taken
        server.shutdown()
        thread.join()


def test_a_webhook_gets_the_alert_as_json() -> None:
    with webhook() as (address, taken):
        call_webhook(ALERT, address)

    assert taken == [{"title": ALERT.title, "text": ALERT.text, "run": "0a1b2c3d-run"}]
    assert "units.csv, row 7" in taken[0]["text"]


@pytest.mark.parametrize("status", [404, 500])
def test_a_webhook_that_refuses_is_an_error_of_the_sensor(status: int) -> None:
    with webhook(status) as (address, taken), pytest.raises(OSError, match=str(status)):
        call_webhook(ALERT, address)

    assert len(taken) == 1


def test_an_alert_without_a_reason_points_to_the_log() -> None:
    assert "see the log of the run" in Alert("1", "job", ()).text


@pytest.mark.parametrize("answers", [True, False], ids=["the webhook answers", "the webhook is down"])
def test_a_failed_run_leaves_a_file_and_calls_the_webhook(settings: Settings, answers: bool) -> None:
    put(settings, "broken.txt", "vocabulary")
    with webhook(200 if answers else 503) as (address, taken), open_home(settings) as instance:
        operate(settings, f"webhook: {address}\nretries: 0\n")
        job = build_definitions(settings, PARTS).resolve_job_def(JOB)
        failed = job.execute_in_process(instance=instance, raise_on_error=False)
        (event,) = (event for event in failed.all_events if event.event_type is dg.DagsterEventType.RUN_FAILURE)
        context = dg.build_run_status_sensor_context(
            "alert_on_failure", event, instance, failed.dagster_run
        ).for_run_failure()
        sensor = alert_on_failure(settings, read_operation(settings))
        if answers:
            sensor(context)
        else:
            with pytest.raises(OSError, match="503"):
                sensor(context)

    (path,) = alert_folder(settings).iterdir()
    text = path.read_text(encoding="utf-8")
    assert path.name == f"{failed.run_id}.md"
    assert "units.csv" in text
    assert "what was published stays" in text
    assert [one["run"] for one in taken] == [failed.run_id]
