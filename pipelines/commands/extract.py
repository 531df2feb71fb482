"""`solieu extract`: the observations of files, without a warehouse."""

import csv
import json
import sys
from collections.abc import Sequence
from typing import Literal

import click

from pipelines.commands.errors import BAD_INPUT, InputError
from pipelines.commands.reading import read_files
from pipelines.commands.records import FIELDS, Record, observation_record

Format = Literal["table", "jsonl", "csv"]
#: What a person reads first; the rest is in the other formats.
_SHOWN = ("quote", "value", "unit", "indicator", "population_group", "place", "period", "status")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True)
@click.option("--explain", "wanted", metavar="ID|QUOTE|CELL", help="Say why one observation was read as it was.")
def extract(files: tuple[str, ...], form: Format, wanted: str | None) -> None:
    """Print the observations of FILES.

    Articles are .txt .html .docx .pdf, corpora with a row a document .jsonl .parquet, workbooks .xlsx .xls .ods .csv.
    """
    if wanted is not None:
        _explain(files, wanted)
        return
    unread = False
    rows: list[Record] = []
    for extraction in read_files(files):
        unread = unread or extraction is None
        records = [observation_record(one) for one in extraction.observations] if extraction else []
        if form == "jsonl":
            for record in records:
                click.echo(json.dumps(record, ensure_ascii=False))
        else:
            rows += records
    if form == "csv":
        _print_csv(rows)
    elif form == "table":
        _print_table(rows)
    sys.exit(BAD_INPUT if unread else 0)


def _explain(files: Sequence[str], wanted: str) -> None:
    """Print the reasons for the observations of this id or quote. Raises InputError where there is none."""
    from pipelines.statements.explaining import chosen, explain

    unread = found = False
    for extraction in read_files(files):
        unread = unread or extraction is None
        for observation in chosen(extraction.observations, wanted) if extraction else ():
            found = True
            at = observation.locator
            place = f"{at.sheet}!{at.cell}" if at.cell else f"characters {at.char_start}-{at.char_end}"
            click.echo(f"{observation.document}, {place}: “{observation.quote}” ({observation.observation_id})")
            click.echo(f"  {' '.join(observation.sentence.split())}")
            for reason in explain(extraction, observation) if extraction else ():
                click.echo(f"  {reason.part:<11} {reason.value}: {reason.why}")
    if not found and not unread:
        raise InputError(
            f"no observation has the id, the quote or the cell {wanted!r}; "
            "give a quote as printed, a cell such as C10 or Sheet!C10, or an id"
        )
    sys.exit(BAD_INPUT if unread else 0)


def _print_csv(rows: Sequence[Record]) -> None:
    writer = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: ";".join(cell) if isinstance(cell, list) else cell for name, cell in row.items()})


def _print_table(rows: Sequence[Record]) -> None:
    from rich.table import Table

    from pipelines.commands.terminal import Terminal

    console = Terminal()
    table = Table("where", *_SHOWN, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        where = f"{row['sheet']}!{row['cell']}" if row["cell"] else str(row["char_start"])
        cells = ["" if row[name] is None else " ".join(str(row[name]).split()) for name in _SHOWN]
        if row["comparator"] not in ("=", "range"):
            cells[1] = f"{row['comparator']} {cells[1]}"
        if row["value_high"] is not None:
            cells[1] += f" – {row['value_high']}"
        table.add_row(where, *cells)
    console.print(table)
    console.print(f"{len(rows)} observations", style="dim")
