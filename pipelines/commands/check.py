"""`solieu check`: the relations in files and whether they hold, each document by itself."""

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import click

from pipelines.commands.errors import BAD_INPUT
from pipelines.commands.reading import read_files

if TYPE_CHECKING:
    from pipelines.quality.verdicts import Verdict

BROKEN = 1


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def check(files: tuple[str, ...], form: Literal["table", "jsonl"]) -> None:
    """Print the relations in FILES and whether they hold.

    Exit status 0: none is broken; 1: some are; 2: a file could not be read.
    """
    from pipelines.quality.check import as_record
    from pipelines.quality.check import check as judge

    read = list(read_files(files))
    verdicts = judge([extraction for extraction in read if extraction is not None])
    if form == "jsonl":
        for verdict in verdicts:
            click.echo(json.dumps(as_record(verdict), ensure_ascii=False))
    else:
        _print_table(verdicts)
    if None in read:
        sys.exit(BAD_INPUT)
    sys.exit(BROKEN if any(verdict.outcome == "broken" for verdict in verdicts) else 0)


def _print_table(verdicts: Sequence["Verdict"]) -> None:
    from rich.console import Console
    from rich.table import Table

    from pipelines.quality.check import as_rows

    console = Console()
    table = Table("document", "where", "outcome", "severity", "explanation", "proposal", box=None, pad_edge=False)
    colours = {"broken": "red", "holds": "green", "not_evaluated": "dim"}
    for row in as_rows(verdicts):
        table.add_row(row.document, row.place, f"[{colours[row.outcome]}]{row.outcome}[/]", *row[3:])
    console.print(table)
    counts = {outcome: sum(verdict.outcome == outcome for verdict in verdicts) for outcome in colours}
    told = f"{counts['holds']} hold, {counts['broken']} broken, {counts['not_evaluated']} not evaluated"
    console.print(told, style="dim")
