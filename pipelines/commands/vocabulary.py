"""`solieu vocabulary`: what the vocabularies lack, by how often it occurs in a folder of texts."""

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from pipelines.commands.errors import BAD_INPUT, InputError
from pipelines.commands.reading import read_files

_REMEDY = {
    "unit": "units.csv",
    "indicator": "topics.csv, indicator_rules.csv",
    "group": "population_forms.csv",
}
_COLUMNS = ("missing", "words", "occurrences", "documents", "example", "document", "character", "add_to")
_EXAMPLE = 90


@dataclass(slots=True)
class _Row:
    """Words that lack something: how often and in how many documents they occur, and the first place."""

    missing: str
    words: str
    example: str
    document: str
    character: int
    last_document: str
    occurrences: int = 1
    documents: int = 1

    def cells(self) -> tuple[object, ...]:
        told = (self.missing, self.words, self.occurrences, self.documents, self.example, self.document, self.character)
        return (*told, _REMEDY[self.missing])


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path())
@click.option("--format", "form", type=click.Choice(["table", "csv"]), default="table", show_default=True)
@click.option("--most", type=click.IntRange(1), default=40, show_default=True, help="Rows of the table; csv has all.")
def vocabulary(folders: tuple[str, ...], form: Literal["table", "csv"], most: int) -> None:
    """List the words near numbers in FOLDERS that found no unit, indicator or group, the most frequent first."""
    from pipelines.statements.gaps import gaps

    rows: dict[tuple[str, str], _Row] = {}
    unread = False
    for extraction in read_files(list(_files(folders))):
        unread = unread or extraction is None
        for gap in gaps(extraction) if extraction else ():
            known = rows.get((gap.missing, gap.words))
            if known is None:
                example = _around(gap.sentence, gap.quote)
                rows[gap.missing, gap.words] = _Row(
                    gap.missing, gap.words, example, gap.document, gap.start, gap.document
                )
                continue
            known.occurrences += 1
            known.documents += known.last_document != gap.document
            known.last_document = gap.document
    ordered = sorted(rows.values(), key=lambda row: (-row.occurrences, -row.documents, row.missing, row.words))
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows(row.cells() for row in ordered)
    else:
        _print_table(ordered, most)
    sys.exit(BAD_INPUT if unread else 0)


def _files(folders: Iterable[str]) -> Iterator[str]:
    """The documents in folders, sorted; a file stands for itself. Raises InputError where a folder holds none."""
    from pipelines.readers import corpora, documents

    for folder in folders:
        path = Path(folder)
        if not path.is_dir():
            yield folder
            continue
        found = [
            file
            for file in sorted(path.rglob("*"))
            if file.suffix.lower() in documents.SUFFIXES | corpora.SUFFIXES and file.is_file() and not file.is_symlink()
        ]
        if not found:
            known = " ".join(sorted(documents.SUFFIXES | corpora.SUFFIXES))
            raise InputError(f"{folder}: holds no text ({known}); name a folder of articles")
        yield from map(str, found)


def _around(sentence: str, quote: str) -> str:
    """The words of a sentence around a quote."""
    at = max(sentence.find(" ".join(quote.split())), 0)
    start = max(0, at - _EXAMPLE // 2)
    end = start + _EXAMPLE
    return ("… " if start else "") + sentence[start:end].strip() + (" …" if end < len(sentence) else "")


def _print_table(rows: Sequence[_Row], most: int) -> None:
    from rich.table import Table

    from pipelines.commands.terminal import Terminal

    console = Terminal()
    table = Table("missing", "words", "occurs", "documents", "example", "where", box=None, header_style="bold")
    for row in rows[:most]:
        where = f"{row.document}:{row.character}"
        table.add_row(row.missing, row.words, str(row.occurrences), str(row.documents), row.example, where)
    console.print(table)
    console.print(f"{len(rows)} without a home, {min(most, len(rows))} shown", style="dim")
