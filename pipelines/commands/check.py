"""`solieu check`: the relations in files and whether they hold, each document by itself."""

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import click

from pipelines.commands.errors import BAD_INPUT
from pipelines.commands.reading import read_files

if TYPE_CHECKING:
    from rich.table import Table

    from pipelines.quality.check import TerminalRow
    from pipelines.quality.verdicts import Verdict

BROKEN = 1
_COLOURS = {"holds": "green", "broken": "red", "not_evaluated": "dim"}
_WORDS = {"holds": "holds", "broken": "broken", "not_evaluated": "not evaluated"}


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
    """Each document under its name, the gravest first; what is proposed stands below what does not fit."""
    from pipelines.commands.terminal import Terminal
    from pipelines.quality.check import as_rows

    console = Terminal(highlight=False)
    rows = as_rows(verdicts)
    for document in dict.fromkeys(verdict.document for verdict in verdicts):
        console.print(document, style="bold", markup=False, soft_wrap=True)  # a path that can be copied
        console.print(_lines_of([row for row in rows if row.document == document]))
        console.print()
    counts = {outcome: sum(verdict.outcome == outcome for verdict in verdicts) for outcome in _COLOURS}
    console.print(", ".join(f"{count} {_WORDS[outcome]}" for outcome, count in counts.items()), style="dim")


def _lines_of(rows: Sequence["TerminalRow"]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    lines = Table.grid(padding=(0, 2))
    lines.add_column(no_wrap=True)
    lines.add_column(no_wrap=True)
    lines.add_column(ratio=1, overflow="fold")
    for row in rows:
        told = Text(row.explanation)
        if row.proposal:
            told.append(f"\n→ {row.proposal}", style="bold")
        outcome = f"{_WORDS[row.outcome]} ({row.severity})" if row.severity else _WORDS[row.outcome]
        lines.add_row(Text(outcome, style=_COLOURS[row.outcome]), row.place, told)
    return lines
