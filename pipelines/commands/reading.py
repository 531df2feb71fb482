"""Documents of files named on the command line, one after the other; what cannot be read is told on standard error."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipelines.commands.errors import InputError

if TYPE_CHECKING:
    from pipelines.model import Extraction, Problem


def read_files(files: Sequence[str]) -> Iterator["Extraction | None"]:
    """The extraction of each document in order, None for one that cannot be read (told on standard error).

    A corpus gives one for each of its rows; a row that is no document is told and gives None.
    """
    from pipelines.extraction import documents_in, is_corpus

    for file in files:
        path = Path(file)
        if path.is_dir():
            _tell(f"{file}: a folder; name the files in it, or use “solieu run --raw {file}”")
            yield None
            continue
        name = document_name(path)
        try:
            for pending in documents_in(path, name):
                extraction = pending.read()
                if is_refused(extraction):
                    for problem in extraction.problems:
                        _tell(told(problem))
                    yield None
                elif pending.document != name or not is_corpus(path):
                    yield extraction
        except OSError as error:
            _tell(f"{file}: {error.strerror or error}; check the name and that you may read it")
            yield None


def document_name(path: Path) -> str:
    """The business key of a file: its path seen from here where it lies below, else as given; forward slashes."""
    absolute = path.absolute()
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def decoded(data: bytes, where: str) -> str:
    """A text in UTF-8, without a byte-order mark. Raises InputError that names the place `where` and the byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: byte {error.start} is not UTF-8; save the text as UTF-8") from None


def is_refused(extraction: "Extraction") -> bool:
    """Whether nothing could be read of a file."""
    return extraction.text is None and not extraction.observations and bool(extraction.problems)


def told(problem: "Problem") -> str:
    """A problem in one line: file, place, what it is, what to do."""
    from pipelines.vocabulary.problems import problem_row

    row = problem_row(problem.code)
    where = f"{problem.document}, {problem.place}" if problem.place else problem.document
    return f"{where}: {row.title_en.lower()} ({problem.detail}); {row.remedy_en[:1].lower()}{row.remedy_en[1:]}"


def _tell(line: str) -> None:
    click.echo(f"solieu: {line}", err=True)
    sys.stderr.flush()
