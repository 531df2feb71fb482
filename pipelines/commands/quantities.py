"""`solieu quantities`: the quantities and periods of a text."""

import json
from collections.abc import Iterator
from typing import IO

import click

from pipelines.commands.errors import InputError
from pipelines.commands.reading import decoded, told


@click.command()
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
    text = decoded(file.read(), file.name)
    _refuse_persons(text, file.name)
    normal = normal_form(text)
    for quantity in scan(normal):
        record = as_record(quantity, normal)
        start, end = normal.span(quantity.start, quantity.end)
        quote = " ".join(normal.source[start:end].split())
        columns = (start, end, record["kind"], record["comparator"], record["value"],
                   record["value_high"], record["unit"], record["per"], record["period"], quote)  # fmt: skip
        click.echo("\t".join("" if column is None else str(column) for column in columns))


def _texts(file: IO[bytes]) -> Iterator[tuple[object, str]]:
    """The (id, text) pairs of JSON lines. Raises InputError at the first line that is none."""
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        where = f"{file.name}, line {number}"
        try:
            record = json.loads(decoded(line, where))
        except json.JSONDecodeError as error:
            raise InputError(f'{where}: not JSON ({error.msg}); give one {{"id", "text"}} object a line') from None
        if not isinstance(record, dict) or "id" not in record or not isinstance(record.get("text"), str):
            raise InputError(f'{where}: no "id" and "text"; give one {{"id", "text"}} object a line')
        _refuse_persons(record["text"], where)
        yield record["id"], record["text"]


def _refuse_persons(text: str, where: str) -> None:
    """Raise InputError where a text lists persons with identity numbers, of which nothing may be printed."""
    from pipelines.readers.persons import refuse_persons
    from pipelines.readers.refusals import DocumentRefusedError

    try:
        refuse_persons(text)
    except DocumentRefusedError as refusal:
        raise InputError(told(refusal.problem(where))) from None
