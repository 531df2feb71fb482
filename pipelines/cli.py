"""`solieu …`: the command line put together, and how it ends. Each command is a module of pipelines.commands.

Bad usage and unreadable input end with one line on standard error that says what, where and what to do, and exit
status 2. Nothing heavy is imported here: a command imports what it needs when it runs.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

import click

from pipelines.commands.check import check
from pipelines.commands.errors import BAD_INPUT, InputError, told_by_system
from pipelines.commands.extract import extract
from pipelines.commands.pages import pages
from pipelines.commands.quantities import quantities
from pipelines.commands.query import export, query
from pipelines.commands.run import run
from pipelines.commands.sheet import sheet
from pipelines.commands.ui import ui
from pipelines.commands.vocabulary import vocabulary
from pipelines.vocabulary import VocabularyError


class _Commands(click.Group):
    """The commands, with one end for all that the system refuses them or their help."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the arguments; `--help` prints here."""
        with _ended_plainly():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _ended_plainly():
            try:
                return super().invoke(ctx)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()


@contextmanager
def _ended_plainly() -> Iterator[None]:
    """Raise InputError where a file cannot be read or written or the output has no room; end where nobody reads it."""
    try:
        yield
    except BrokenPipeError:  # the reader of our output has gone: `solieu extract … | head`
        _drop(sys.stdout, sys.stderr)
        raise click.exceptions.Exit(0) from None
    except OSError as error:
        if error.filename is None:
            _drop(sys.stdout)
        raise InputError(told_by_system(error)) from None


def _drop(*streams: TextIO) -> None:
    """Let streams lead nowhere: what they still hold would fail again when Python ends."""
    for stream in streams:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="solieu")
def solieu() -> None:
    """Read poverty-reduction figures from Vietnamese prose and workbooks, and check their arithmetic."""


for command in (run, extract, check, quantities, query, export, sheet, vocabulary, pages, ui):
    solieu.add_command(command)


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
    except VocabularyError as error:
        click.echo(f"solieu: {error}", err=True)
        sys.exit(BAD_INPUT)
    except click.Abort:
        sys.exit(130)
