"""`solieu run` on the project's own sources: what it prints, what it leaves for the UI, how it refuses."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from pipelines.definitions import defs
from pipelines.orchestration.automation import JOB
from pipelines.orchestration.home import open_home
from pipelines.orchestration.links import EVIDENCE
from pipelines.warehouse.querying import query
from tests.terminal import Called, solieu

ASSETS = sorted({spec.key.to_user_string() for spec in defs.resolve_all_asset_specs()} - {"raw_files", "pages"})
ROW_COUNT = "dagster/row_count"


@pytest.fixture(scope="module")
def instance(article_run: Called) -> Iterator[dg.DagsterInstance]:
    with open_home(article_run.settings) as opened:
        yield opened


def test_the_run_ends_with_its_summary(article_run: Called) -> None:
    assert (article_run.status, article_run.complaints) == (0, "")
    documents, observations, relations, warehouse, pages = article_run.output.splitlines()
    assert documents == "documents      5 read, of them 0 unchanged since the last run; 0 rejected"
    assert re.fullmatch(r"observations   \d{3,}", observations)
    assert re.fullmatch(r"relations      \d+ hold, \d+ broken, \d+ not evaluated", relations)
    assert warehouse.startswith(f"warehouse      {article_run.settings.warehouse} (build ")
    assert pages == f"pages          {article_run.settings.site}"
    assert (article_run.settings.site / "index.html").exists()


def test_the_run_is_recorded_as_the_job_that_the_ui_shows(instance: dg.DagsterInstance) -> None:
    (run,) = instance.get_runs()

    assert (run.job_name, run.status, run.tags["solieu/started_by"]) == (JOB, dg.DagsterRunStatus.SUCCESS, "terminal")
    assert run.remote_job_origin is not None
    assert run.remote_job_origin.repository_origin.code_location_origin.location_name == "solieu"


@pytest.mark.parametrize("name", ASSETS)
def test_every_asset_has_its_number_of_rows_and_shows_some(instance: dg.DagsterInstance, name: str) -> None:
    event = instance.get_latest_materialization_event(dg.AssetKey(name))
    assert event is not None
    assert event.asset_materialization is not None
    told: dict[str, Any] = {key: value.value for key, value in event.asset_materialization.metadata.items()}

    assert isinstance(told[ROW_COUNT], int)
    if name != "warehouse":
        assert ("| --- |" in told["preview"]) == (told[ROW_COUNT] > 0)


def test_columns_tell_what_they_are_taken_from(instance: dg.DagsterInstance) -> None:
    event = instance.get_latest_materialization_event(dg.AssetKey("mart_housing"))
    assert event is not None
    assert event.asset_materialization is not None
    lineage = event.asset_materialization.metadata["dagster/column_lineage"].value

    assert isinstance(lineage, dg.TableColumnLineage)
    assert any(one.asset_key.to_user_string() == "fact_statement_line" for one in lineage.deps_by_column["line_id"])


def evaluations(instance: dg.DagsterInstance) -> dict[tuple[str, str], dg.AssetCheckEvaluation]:
    """What the checks of the run told."""
    (run,) = instance.get_runs()
    entries = instance.all_logs(run.run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
    found = [entry.dagster_event.asset_check_evaluation_data for entry in entries if entry.dagster_event is not None]
    return {(one.asset_key.to_user_string(), one.check_name): one for one in found}


def outcomes(run: Called) -> dict[tuple[str, str], str]:
    """How the expectations turned out, as the published file says."""
    rows = query(run.settings.warehouse, "SELECT table_name, expectation, outcome FROM expectation_result", "csv")
    return {(table, name): outcome for table, name, outcome in (row.split(",") for row in rows.split()[1:])}


def test_every_check_of_the_definitions_was_told_or_had_nothing_to_judge(
    article_run: Called, instance: dg.DagsterInstance
) -> None:
    specs = {key for checks in defs.asset_checks or () for key in checks.check_keys}
    left = {key for key, outcome in outcomes(article_run).items() if outcome == "not_evaluated"}

    assert {(key.asset_key.to_user_string(), key.name) for key in specs} - left == evaluations(instance).keys()
    assert left


def test_a_contradiction_of_the_source_is_a_warning_with_its_figures(
    article_run: Called, instance: dg.DagsterInstance
) -> None:
    """Of the article: 1.218.000 and 2.672.595 triệu đồng, and 511.900.000 đồng, each above its norm."""
    check = evaluations(instance)["fact_relation", "per_head"]

    assert (check.passed, check.severity, check.blocking) == (False, dg.AssetCheckSeverity.WARN, False)
    assert check.metadata["unexpected"].value == 3
    table = str(check.metadata["stated and computed"].value)
    assert all(figure in table for figure in ("511900000", "1218000000000", "2672595000000"))
    assert "nghìn đồng" in table, "what was meant"
    assert "Decree" in table, "the norm"
    assert "3 of " in (check.description or "")
    links = {name: str(value.value) for name, value in check.metadata.items() if isinstance(value, dg.UrlMetadataValue)}
    assert "finding 2: 1.218.000 triệu đồng" in links
    for link in ("evidence", "finding 1: 511.900.000 đồng", "finding 2: 1.218.000 triệu đồng"):
        page, _, anchor = links[link].removeprefix(EVIDENCE).partition("#")
        assert f'id="{anchor}"' in (article_run.settings.site / page[1:]).read_text(encoding="utf-8")


def test_what_holds_passes_and_what_had_nothing_to_judge_neither_passes_nor_fails(
    article_run: Called, instance: dg.DagsterInstance
) -> None:
    found, told = outcomes(article_run), evaluations(instance)

    assert {"holds", "broken", "not_evaluated"} == set(found.values())
    for key, outcome in found.items():
        assert (told[key].passed if key in told else None) == {"holds": True, "broken": False}.get(outcome), key


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--raw", "no-such-folder"], "no-such-folder", id="no folder"),
        pytest.param(["--raw", "README.md"], "README.md", id="a file for a folder"),
        pytest.param(["--warehouse", "sql"], "sql", id="a folder for a file"),
        pytest.param(["--fulll"], "--full", id="a misspelt option"),
        pytest.param(["everything"], "everything", id="an argument too many"),
    ],
)
def test_what_cannot_be_used_ends_in_one_line(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = solieu(tmp_path, "run", *arguments)

    assert done.status == 2
    assert said in done.complaints
    assert len(done.complaints.strip().splitlines()) == 1


def test_raw_that_is_not_there_says_so(tmp_path: Path) -> None:
    done = solieu(tmp_path, "run")

    assert done.status == 1
    assert done.complaints.startswith("solieu: nothing was published\n")
    assert str(tmp_path / "raw") in done.complaints
    assert "Traceback" not in done.complaints


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("run", ["--raw", "--warehouse", "--full", "--accept-loss", "--only", "--quiet", "raw/"]),
        ("ui", ["--port", "127.0.0.1", "Ctrl-C", "3000"]),
    ],
)
def test_help_says_what_there_is(tmp_path: Path, command: str, says: list[str]) -> None:
    done = solieu(tmp_path, command, "--help")

    assert done.status == 0
    assert all(word in done.output for word in says)
    assert not (tmp_path / "var").exists(), "asking for help makes nothing"


def test_a_port_that_is_taken_is_refused(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = solieu(tmp_path, "ui", "--port", str(port))

    assert (done.status, done.complaints) == (2, f"solieu: port {port} is taken; name another with --port\n")
