"""Words that many forms share, told once (word_lists.csv): "hộ {people}" stands for "hộ khmer", "hộ mông" and so on.

Which file's forms may name a list is decided where they are read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from pipelines.vocabulary.loader import FOLDER, Members, VocabularyError, read_table

_FILE = "word_lists.csv"
_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class WordListRow:
    """word_lists.csv: words that take the same place in a form, under the name that stands for them there."""

    list: str
    forms: Members = ()
    note: str = ""


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    return {row.list: row.forms for row in read_table(_FILE, WordListRow)}


def expanded(forms: Iterable[str]) -> Iterator[str]:
    """The forms, each that names a list in braces once for each of its words, or for each pair of words of two lists.

    Raises VocabularyError where a list is unknown.
    """
    for form in forms:
        if "{" not in form:
            yield form
            continue
        pieces = _NAME.split(form)  # text and names in turn
        yield from map("".join, product(*(_words(piece) if odd % 2 else (piece,) for odd, piece in enumerate(pieces))))


def _words(name: str) -> tuple[str, ...]:
    known = _lists()
    if name not in known:
        problem = f"no list {name!r}, which a form names in braces; the lists are {', '.join(known)}"
        raise VocabularyError(FOLDER / _FILE, None, "list", problem)
    return known[name]
