"""Whether raw/ has changed since it was read: new, changed and removed files, each told once, once they rest."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import dagster as dg
import pytest

from pipelines.orchestration.automation import sensor_of_raw
from pipelines.orchestration.noticing import look
from pipelines.orchestration.operation import read_operation
from pipelines.warehouse.settings import Settings
from tests.unit.warehouse.projects import put, run_small

Evaluate = Callable[[], dg.SensorResult]


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as made:
        yield made


@pytest.fixture
def evaluate(settings: Settings, instance: dg.DagsterInstance) -> Evaluate:
    """One look of the sensor after another, each with the cursor that the last one left."""
    sensor = sensor_of_raw(settings, read_operation(settings))
    left: list[str | None] = [None]

    def look_once() -> dg.SensorResult:
        result = sensor(dg.build_sensor_context(instance=instance, cursor=left[0]))
        assert isinstance(result, dg.SensorResult)
        left[0] = result.cursor or left[0]
        return result

    return look_once


def requests(result: dg.SensorResult) -> list[str]:
    """What the runs that a look asks for are for."""
    return [request.tags["solieu/change"] for request in result.run_requests or ()]


def test_files_that_were_never_read_are_asked_for_once_two_looks_saw_the_same(evaluate: Evaluate) -> None:
    first, second, third = evaluate(), evaluate(), evaluate()

    assert (requests(first), requests(second), requests(third)) == ([], ["2 new, 0 changed, 0 removed"], [])
    assert "if the next look sees the same" in str(first.skip_reason)
    assert "as at the last run that was asked for" in str(third.skip_reason)


def change(settings: Settings) -> None:
    put(settings, "a.txt", "1 2 7")


def change_in_the_same_size(settings: Settings) -> None:
    path = settings.raw / "a.txt"
    path.write_text("1 9", encoding="utf-8")
    os.utime(path, (1, 1))


def add(settings: Settings) -> None:
    put(settings, "deeper/c.txt", "9")


def remove(settings: Settings) -> None:
    (settings.raw / "b.txt").unlink()


def remove_all(settings: Settings) -> None:
    for path in settings.raw.iterdir():
        path.unlink()
    settings.raw.rmdir()


@pytest.mark.parametrize(
    ("act", "noticed"),
    [
        pytest.param(add, "1 new, 0 changed, 0 removed", id="a new file, in a new folder"),
        pytest.param(change, "0 new, 1 changed, 0 removed", id="a changed file"),
        pytest.param(change_in_the_same_size, "0 new, 1 changed, 0 removed", id="a file changed in its own length"),
        pytest.param(remove, "0 new, 0 changed, 1 removed", id="a removed file"),
        pytest.param(remove_all, "0 new, 0 changed, 2 removed", id="no folder any more"),
    ],
)
def test_what_differs_from_the_last_run_is_noticed(
    settings: Settings, evaluate: Evaluate, act: Callable[[Settings], None], noticed: str
) -> None:
    run_small(settings)
    rest = evaluate()
    act(settings)

    looks = [evaluate() for _ in range(3)]

    assert "all as they were read" in str(rest.skip_reason)
    assert [requests(one) for one in looks] == [[], [noticed], []]


def test_a_file_that_is_still_growing_is_waited_for(settings: Settings, evaluate: Evaluate) -> None:
    run_small(settings)
    seen = []
    for text in ("9", "9 9", "9 9 9"):
        put(settings, "c.txt", text)
        seen += requests(evaluate())

    assert seen == []
    assert requests(evaluate()) == ["1 new, 0 changed, 0 removed"]


def test_a_change_that_is_taken_back_asks_for_nothing(settings: Settings, evaluate: Evaluate) -> None:
    run_small(settings)
    put(settings, "c.txt", "9")
    evaluate()
    (settings.raw / "c.txt").unlink()

    assert [requests(evaluate()) for _ in range(2)] == [[], []]


def test_a_request_tells_what_lies_in_raw(evaluate: Evaluate) -> None:
    evaluate()
    (observation,) = evaluate().asset_events

    assert observation.asset_key.to_user_string() == "raw_files"
    assert observation.metadata["files"].value == 2
    assert "raw/a.txt" in str(observation.metadata["preview"].value)


def test_each_look_keeps_the_batches_that_a_backfill_offers(
    settings: Settings, evaluate: Evaluate, instance: dg.DagsterInstance
) -> None:
    evaluate()
    before = instance.get_dynamic_partitions("document_batch")
    put(settings, "2023/c.txt", "9")
    evaluate()

    assert (before, instance.get_dynamic_partitions("document_batch")) == (["raw/"], ["raw/", "raw/2023/"])


def test_hidden_files_and_what_links_point_to_are_not_looked_at(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.txt").write_text("1", encoding="utf-8")
    (settings.raw / "linked").symlink_to(tmp_path / "elsewhere")
    put(settings, ".hidden/y.txt", "1")

    assert sorted(look(settings.raw).files) == ["raw/a.txt", "raw/b.txt", "raw/linked"]
