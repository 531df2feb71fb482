"""The terminal that tables are printed on. It imports rich, so a command imports it when it runs."""

from rich.console import Console


class Terminal(Console):
    """A console that tells of a reader who has gone, as `solieu extract … | head`; rich itself would end with 1."""

    def on_broken_pipe(self) -> None:
        """Leave it to the end that all commands have in cli.py."""
        raise BrokenPipeError
