"""`solieu ui`: Dagster's UI with schedule and sensors, on this machine only, until it is interrupted."""

import click

from pipelines.commands.errors import InputError

_PORT = 3000


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help=f"Port to serve on.  [default: {_PORT}, or the next one that is free]",
)
def ui(port: int | None) -> None:
    """Serve the Dagster UI on 127.0.0.1, with the daily run and the sensor of raw/ running. Ctrl-C ends it."""
    from pipelines.orchestration.serving import serve
    from pipelines.warehouse.errors import WarehouseError
    from pipelines.warehouse.settings import Settings

    try:
        serve(Settings.of(), port, _PORT, tell=lambda line: click.echo(line, err=True))
    except WarehouseError as error:
        raise InputError(str(error)) from None
