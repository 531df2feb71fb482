"""A place in a text where a number in digits stands, with what is next to it; what it means is read elsewhere."""

import re
from dataclasses import dataclass

from pipelines.quantities.context import Left

#: A number and the word or sign behind it. Each part is matched once, so scanning is linear on any text.
NUMBER = re.compile(r"([0-9]+(?:[.,][0-9]+)*)(?:[ ]{0,3}([^\W\d_]+|[%°º₫$€‰]))?")


@dataclass(slots=True)
class Spot:
    """A number at [start, end) of the text; `word` begins at `at` ("" and `end` where the line says no more)."""

    text: str
    folded: str
    start: int
    end: int
    token: str
    word: str
    at: int
    left: Left
    left_start: int

    @property
    def before(self) -> str:
        """The character before the number; a line end at the beginning of the text."""
        return self.folded[self.start - 1] if self.start else "\n"

    @property
    def after(self) -> str:
        """The character behind the number; a line end at the end of the text."""
        return self.folded[self.end] if self.end < len(self.folded) else "\n"

    @property
    def is_glued(self) -> bool:
        """Whether the word follows without a space."""
        return bool(self.word) and self.at == self.end
