"""Words near numbers for which the vocabularies have no home: units without a code, no indicator, no population group.

Many of one kind tell an expert what to add. They are counted over a folder by `solieu vocabulary`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Literal

from pipelines.model import Extraction, Observation
from pipelines.orthography import normalise
from pipelines.quantities.nouns import stop_words
from pipelines.vocabulary.units import unit_rows

Missing = Literal["unit", "indicator", "group"]

_WORDS = 3
_REACH = 80
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: Where the words that belong to a number end.
_END = re.compile(r"[.,;:()\n!?…\d]|\s[-–]\s")
#: Units of those whom a group can name.
_GROUPED = frozenset({"household", "person"})
#: Units that say nothing of what is measured.
_GENERAL = frozenset({"percent", "percentage_point", "VND", "times"})
_NO_GROUP = frozenset({None, "_T", "all_hh"})


@dataclass(frozen=True, slots=True)
class Gap:
    """Words without a home: what they lack, the words (folded), the figure's quote, its sentence, where it stands."""

    missing: Missing
    words: str
    quote: str
    sentence: str
    document: str
    start: int


def gaps(extraction: Extraction) -> Iterator[Gap]:
    """The gaps of one document, in the order of its text; none of a sheet."""
    if extraction.text is None:
        return
    for one in extraction.observations:
        for missing in _missing(one):
            words = _noun(one) if missing == "unit" else ""
            words = words or _phrase(extraction.text, one, missing)
            if words:
                sentence = " ".join(one.sentence.split())
                yield Gap(missing, words, one.quote, sentence, one.document, one.locator.char_start or 0)


def _missing(one: Observation) -> Iterator[Missing]:
    if one.unit is None or one.unit not in _codes():
        yield "unit"
    if one.meaning.indicator is None:
        yield "indicator"
    elif one.unit in _GROUPED and one.meaning.population_group in _NO_GROUP:
        yield "group"


@cache
def _codes() -> frozenset[str]:
    """The unit codes of units.csv."""
    return frozenset(row.unit for row in unit_rows() if row.unit) | {"percentage_point"}


def _noun(one: Observation) -> str:
    return " ".join(normalise(one.unit or one.unit_printed or "").folded.split())


def _phrase(text: str, one: Observation, missing: Missing) -> str:
    """The unit with the nouns behind it; for what measures nothing known also the words before a number.

    A group is named behind its unit or not at all.
    """
    start, end = one.locator.char_start or 0, one.locator.char_end or 0
    unit = "" if one.unit in _GENERAL else _plain(one.unit_printed)
    behind = _nouns(_WORD.findall(_until_end(normalise(text[end : end + _REACH]).folded)))
    if behind:
        return " ".join(filter(None, (unit, *behind)))
    if missing == "group":
        return ""
    before = _END.split(normalise(text[max(0, start - _REACH) : start]).folded)[-1]
    words = [word for word in _WORD.findall(before) if word not in stop_words()][-_WORDS:]
    return " ".join(filter(None, (*words, "…", unit))) if words else unit


def _until_end(folded: str) -> str:
    stop = _END.search(folded)
    return folded[: stop.start()] if stop else folded


def _nouns(words: list[str]) -> list[str]:
    """The first words up to one that is no noun."""
    found = list(takewhile(lambda word: word not in stop_words(), words))
    return found[:_WORDS]


def _plain(printed: str | None) -> str:
    return " ".join(_WORD.findall(normalise(printed or "").folded))
