"""`solieu run`: what it asks of the pipeline, and how it tells what came of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipelines.commands.run import run
from pipelines.orchestration import running
from pipelines.orchestration.running import Order, Outcome
from pipelines.vocabulary import VocabularyError
from pipelines.warehouse.errors import DictionaryError, StorageError
from pipelines.warehouse.steps import RunSummary

SUMMARY = RunSummary(
    documents=5, reused=4, rejected=1, observations=625, relations_holding=275, relations_broken=48,
    relations_not_evaluated=1, build_id="223f", unchanged=False, warehouse=Path("w.duckdb"), site=Path("site"),
    left=("raw/growing.txt",), removed=2,
)  # fmt: skip


class Pipeline:
    """Stands in for the pipeline: remembers what was asked, and answers as it is told."""

    def __init__(self, answer: Outcome | Exception) -> None:
        self.answer = answer
        self.asked: list[Order] = []

    def __call__(self, settings: object, order: Order, parts: object) -> Outcome:
        self.asked.append(order)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def call(monkeypatch: pytest.MonkeyPatch, answer: Outcome | Exception, *arguments: str) -> tuple[Result, list[Order]]:
    """Call the command with a pipeline that gives this answer; what it was asked."""
    pipeline = Pipeline(answer)
    monkeypatch.setattr(running, "run_pipeline", pipeline)
    return CliRunner().invoke(run, arguments), pipeline.asked


@pytest.mark.parametrize(
    ("arguments", "order"),
    [
        pytest.param([], Order(), id="nothing"),
        pytest.param(["--full", "--quiet"], Order(full=True), id="full"),
        pytest.param(["--accept-loss"], Order(accept_loss=True), id="a loss accepted"),
        pytest.param(
            ["--only", "raw/a.txt", "--only", "raw/2023-*"],
            Order(only=("raw/a.txt", "raw/2023-*")),
            id="some documents",
        ),
        pytest.param(["--warehouse", "mine.duckdb"], Order(warehouse=Path("mine.duckdb")), id="another file"),
    ],
)
def test_options_are_what_the_pipeline_is_asked(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], order: Order
) -> None:
    result, asked = call(monkeypatch, Outcome("1", SUMMARY), *arguments)

    assert result.exit_code == 0
    assert asked == [order]


def test_another_folder_of_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, asked = call(monkeypatch, Outcome("1", SUMMARY), "--raw", str(tmp_path))

    assert asked == [Order(raw=tmp_path)]


def test_an_order_is_recorded_with_the_run(tmp_path: Path) -> None:
    config = Order(raw=tmp_path, full=True, accept_loss=True, only=("raw/a.txt",)).run_config()

    assert config["resources"] == {"project": {"config": {"raw": str(tmp_path)}}}
    assert config["ops"] == {
        "read_sources": {"config": {"full": True, "only": ["raw/a.txt"]}},
        "publish": {"config": {"accept_loss": True}},
    }


def test_what_was_published_is_told_in_a_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = call(monkeypatch, Outcome("1", SUMMARY))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "documents      5 read, of them 4 unchanged since the last run; 1 rejected",
        "               1 left for the next run, still being written",
        "               2 removed since the last run",
        "observations   625",
        "relations      275 hold, 48 broken, 1 not evaluated",
        "warehouse      w.duckdb (build 223f)",
        "pages          site",
    ]


def test_what_was_not_published_is_told_with_its_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = call(monkeypatch, Outcome("0a1b", None, ("units.csv, row 7: no number", "raw/x: closed")))

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "solieu: nothing was published",
        "solieu: units.csv, row 7: no number",
        "solieu: raw/x: closed",
        "solieu: the log of the run is in the UI (solieu ui) under 0a1b",
    ]


def test_what_failed_after_publishing_is_told_besides_the_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = call(monkeypatch, Outcome("0a1b", SUMMARY, ("site: closed",)))

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "pages          site"
    assert result.stderr.splitlines() == [
        "solieu: the warehouse was published, but not all that follows from it",
        "solieu: site: closed",
        "solieu: the log of the run is in the UI (solieu ui) under 0a1b",
    ]


@pytest.mark.parametrize(
    "error",
    [
        DictionaryError("sql/tables.yml: fact_x: no key"),
        StorageError.of(NotADirectoryError(20, "Not a directory", "a.txt/x")),
        VocabularyError(Path("units.csv"), 7, "scale", "no number"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_run_that_cannot_begin_says_why(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    result, _ = call(monkeypatch, error)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"solieu: nothing was published\nsolieu: {error}\n"


def test_an_interrupted_run_ends_as_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = call(monkeypatch, Outcome("1", None, ("the run was interrupted",), interrupted=True))

    assert result.exit_code != 0
    assert "Aborted" in result.stderr
