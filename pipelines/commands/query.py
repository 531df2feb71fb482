"""`solieu query` and `solieu export`: questions to the published warehouse, and its tables as files."""

import shutil
import sys
from pathlib import Path
from typing import Literal

import click

from pipelines.commands.errors import InputError, about
from pipelines.commands.reading import decoded

_warehouse = click.option(
    "--warehouse", type=click.Path(path_type=Path), help="The published file; the project's own if not given."
)


@click.command()
@click.argument("sql")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@_warehouse
def query(sql: str, form: Literal["table", "csv", "json"], warehouse: Path | None) -> None:
    """Answer SQL (or the .sql file that it names) from the published warehouse, read-only.

    A table is as wide as the terminal (elsewhere 120, or what COLUMNS says): long texts go on in the next line, and
    where the columns are too many each row becomes a record. CSV and JSON give every value as it is.
    """
    from pipelines.warehouse.answers import WIDTH
    from pipelines.warehouse.errors import WarehouseError
    from pipelines.warehouse.querying import query as answer

    width = shutil.get_terminal_size((WIDTH, 0)).columns
    try:
        click.echo(answer(_published(warehouse), _statement(sql), form, width, colour=sys.stdout.isatty()))
    except WarehouseError as error:
        raise InputError(str(error)) from None


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "form", type=click.Choice(["parquet", "csv", "sdmx"]), default="parquet", show_default=True)
@_warehouse
def export(folder: Path, form: Literal["parquet", "csv", "sdmx"], warehouse: Path | None) -> None:
    """Write the published warehouse into FOLDER, for other programs.

    Parquet and CSV: one file a table, and datapackage.json (Frictionless) that says what every column means, in which
    unit, and what refers to what. SDMX: the figures as SDMX-CSV 2.0, and a structure message with their code lists.
    """
    from pipelines.warehouse.errors import WarehouseError
    from pipelines.warehouse.exporting import PACKAGE, export_tables
    from pipelines.warehouse.sdmx import export_sdmx

    published = _published(warehouse)
    try:
        with about(folder):
            if form == "sdmx":
                written = " and ".join(path.name for path in export_sdmx(published, folder))
            else:
                written = f"{len(export_tables(published, folder, form))} tables and {PACKAGE}"
    except WarehouseError as error:
        raise InputError(str(error)) from None
    click.echo(f"{written} in {folder}")


def _published(warehouse: Path | None) -> Path:
    from pipelines.warehouse.settings import Settings

    return Settings.of(warehouse=warehouse).warehouse


def _statement(sql: str) -> str:
    """The statement itself, or that of the file it names."""
    if not sql.rstrip().endswith(".sql"):
        return sql
    try:
        return decoded(Path(sql).read_bytes(), sql)
    except OSError as error:
        raise InputError(f"{sql}: {error.strerror}; name a file or give the statement in quotes") from None
