"""`solieu run`: the whole pipeline, recorded where `solieu ui` shows it, with progress and a summary at the end."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from pipelines.commands.progress import shown_progress
from pipelines.vocabulary import VocabularyError

NOTHING_PUBLISHED = 1


@click.command()
@click.option(
    "--raw", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of sources.  [default: raw/]"
)
@click.option(
    "--warehouse",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to publish.  [default: var/warehouse/solieu.duckdb]",
)
@click.option("--full", is_flag=True, help="Hash every file again, even where size and time of change are the same.")
@click.option(
    "--accept-loss", is_flag=True, help="Publish though far fewer documents are there than in the published file."
)
@click.option(
    "--only",
    multiple=True,
    metavar="NAME",
    help="Read only these documents where they are new or changed, as raw/articles/2023-*, or a folder of them, as "
    "raw/articles/; may be given several times. All others stay as they were read.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def run(
    raw: Path | None, warehouse: Path | None, full: bool, accept_loss: bool, only: tuple[str, ...], quiet: bool
) -> None:
    """Read raw/, build and check every table, and publish the warehouse. What has not changed is not done again."""
    from pipelines.warehouse.errors import WarehouseError

    with shown_progress(quiet) as progress:
        from pipelines.orchestration.assembly import Parts
        from pipelines.orchestration.running import Order, run_pipeline
        from pipelines.warehouse.settings import Settings

        try:
            outcome = run_pipeline(Settings.of(), Order(raw, warehouse, full, accept_loss, only), Parts(progress))
        except (WarehouseError, VocabularyError) as error:
            _stop([str(error)])
    if outcome.interrupted:
        raise click.Abort
    if outcome.summary is None:
        _stop([*outcome.reasons, _log(outcome.run_id)])
    for line in outcome.summary.lines():
        click.echo(line)
    if outcome.reasons:
        _complain(
            "the warehouse was published, but not all that follows from it", [*outcome.reasons, _log(outcome.run_id)]
        )


def _stop(reasons: list[str]) -> NoReturn:
    """End without having published: why, on standard error."""
    _complain("nothing was published", reasons)
    sys.exit(NOTHING_PUBLISHED)


def _complain(what: str, reasons: list[str]) -> None:
    for line in (what, *reasons):
        click.echo(f"solieu: {line}", err=True)


def _log(run_id: str) -> str:
    return f"the log of the run is in the UI (solieu ui) under {run_id}"
