"""`solieu pages`: the published warehouse as pages that show each number where its source prints it."""

from pathlib import Path

import click

from pipelines.commands.errors import InputError
from pipelines.commands.progress import shown_progress


@click.command()
@click.option(
    "--warehouse", type=click.Path(path_type=Path), help="The published file; the project's own if not given."
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def pages(warehouse: Path | None, quiet: bool) -> None:
    """Write the pages of the published warehouse: every number marked in its source, with its verdict."""
    from pipelines.evidence.site import build_site
    from pipelines.warehouse.errors import WarehouseError
    from pipelines.warehouse.settings import Settings

    with shown_progress(quiet) as progress:
        try:
            folder = build_site(Settings.of(warehouse=warehouse), progress)
        except WarehouseError as error:
            raise InputError(str(error)) from None
    click.echo(f"pages in {folder}: open {folder / 'index.html'}")
