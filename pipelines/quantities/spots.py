"""A place in a text where a number in digits stands, with what is next to it; what it means is read elsewhere."""

import re
from dataclasses import dataclass

from pipelines.quantities.context import Left, left_of

#: A number and the word or sign behind it. Each part is matched once, so scanning is linear on any text.
#: A year ends at a comma without its space: "năm 2010,100% xã".
NUMBER = re.compile(r"((?<=năm )(?:19|20)[0-9]{2}(?=,[0-9])|[0-9]+(?:[.,][0-9]+)*)(?:[ ]{0,3}([^\W\d_]+|[%°º₫$€‰]))?")


@dataclass(slots=True)
class Spot:
    """A number at [start, end) of the text; `word` begins at `at` ("" and `end` where the line says no more).

    `before` and `after` are the characters next to it, line ends at the ends of the text; `left` what the words
    before it say, from `left_start` on.
    """

    text: str
    folded: str
    start: int
    end: int
    token: str
    word: str
    at: int
    left: Left
    left_start: int
    before: str
    after: str

    @property
    def is_glued(self) -> bool:
        """Whether the word follows without a space."""
        return bool(self.word) and self.at == self.end


def word_spot(text: str, folded: str, start: int, end: int) -> Spot:
    """The spot of a number in words: no token, and what follows it is not looked at."""
    before = folded[start - 1] if start else "\n"
    after = folded[end] if end < len(folded) else "\n"
    return Spot(text, folded, start, end, "", "", end, *left_of(folded, start), before, after)
