"""How a command ends that cannot go on: one line on standard error that says what, where and what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import click

BAD_INPUT = 2
_NAME = "check the name and the folders in it"
_RIGHTS = "check that you may read or write it"
_ROOM = "make room, or write elsewhere"
#: What to do about an error of the system, by its number.
_REMEDIES = {
    errno.ENOENT: _NAME,
    errno.ENOTDIR: _NAME,
    errno.EISDIR: "name a file",
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: _RIGHTS,
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
}


class InputError(click.ClickException):
    """Input that cannot be used: one line that says what, where and what to do."""

    exit_code = BAD_INPUT


def told_by_system(error: OSError) -> str:
    """An error of the system in one line. What names no file is of our output: see `about`."""
    name = "standard output" if error.filename is None else error.filename
    return f"{name}: {error.strerror or error}; {_REMEDIES.get(error.errno or 0, f'{_NAME}, and that you may use it')}"


@contextmanager
def about(path: object) -> Iterator[None]:
    """Give errors of the system inside the block the name of this file where they have none, as on a full disk."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
