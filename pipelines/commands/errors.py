"""How a command ends that cannot go on: one line on standard error that says what, where and what to do."""

import click

BAD_INPUT = 2


class InputError(click.ClickException):
    """Input that cannot be used: one line that says what, where and what to do."""

    exit_code = BAD_INPUT
