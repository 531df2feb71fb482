"""`solieu …`: the commands, their arguments and how their results are printed; nothing else.

Each command imports what it needs when it runs, so that `--help` and the light commands start at once. Bad usage and
unreadable input end with one line on standard error that says what, where and what to do, and exit status 2.
"""

import json
import sys
from collections.abc import Iterator
from typing import IO

import click

from pipelines.commands.errors import BAD_INPUT, InputError
from pipelines.commands.extract import extract


@click.group()
def solieu() -> None:
    """Read poverty-reduction figures from Vietnamese prose and workbooks, and check their arithmetic."""


@solieu.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--jsonl", is_flag=True, help='Read {"id", "text"} lines and print {"id", "quantities"} lines.')
def quantities(file: IO[bytes], jsonl: bool) -> None:
    """Print the quantities and periods of a text from FILE or standard input."""
    from pipelines.quantities import scan
    from pipelines.quantities.jsonl import as_record, normal_form

    if jsonl:
        for identifier, text in _texts(file):
            normal = normal_form(text)
            found = [as_record(quantity, normal) for quantity in scan(normal)]
            click.echo(json.dumps({"id": identifier, "quantities": found}, ensure_ascii=False))
        return
    normal = normal_form(_decoded(file.read(), file.name))
    for quantity in scan(normal):
        record = as_record(quantity, normal)
        start, end = normal.span(quantity.start, quantity.end)
        quote = " ".join(normal.source[start:end].split())
        columns = (start, end, record["kind"], record["comparator"], record["value"],
                   record["value_high"], record["unit"], record["per"], record["period"], quote)  # fmt: skip
        click.echo("\t".join("" if column is None else str(column) for column in columns))


solieu.add_command(extract)


def _texts(file: IO[bytes]) -> Iterator[tuple[object, str]]:
    """The (id, text) pairs of JSON lines. Raises InputError at the first line that is none."""
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        where = f"{file.name}, line {number}"
        try:
            record = json.loads(_decoded(line, where))
        except json.JSONDecodeError as error:
            raise InputError(f'{where}: not JSON ({error.msg}); give one {{"id", "text"}} object a line') from None
        if not isinstance(record, dict) or "id" not in record or not isinstance(record.get("text"), str):
            raise InputError(f'{where}: no "id" and "text"; give one {{"id", "text"}} object a line')
        yield record["id"], record["text"]


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: byte {error.start} is not UTF-8; save the text as UTF-8") from None


def main() -> None:
    """Run the command line: `solieu`. Ends the process with the command's exit status."""
    try:
        sys.exit(solieu.main(standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(BAD_INPUT)
    except click.ClickException as error:
        click.echo(f"solieu: {error.format_message()}", err=True)
        sys.exit(BAD_INPUT)
    except click.Abort:
        sys.exit(130)
