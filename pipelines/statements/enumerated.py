"""Totals of what is told in turn: "giảm được 181 hộ, lần lượt là 52, 47 và 82 hộ".

Lists that other words open are structure.py, the years of figures told in turn in_turn.py.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipelines.statements.agreement import total_of
from pipelines.statements.in_turn import enumeration
from pipelines.statements.parts import NOT_ADDED
from pipelines.statements.readings import Reading

#: A slip in what is told in turn is believed where chance would make one more seldom than not.
_LIKELY = Decimal("0.8")
_SHORTEST = 2
#: Where a clause ends.
_CLAUSE = re.compile(r"[,;:.]")
#: Connectives before a sum of what was told.
_TOTALS = ("total_after", "overall", "total")


def told_in_turn(sentence: Sequence[Reading], folded: str) -> Iterator[tuple[Reading, list[Reading]]]:
    """Each total of a sentence with the parts told in turn beside it, where they add up or would but for a slip.

    `folded` is the text of the document. Figures of several times or of another measure are no parts.
    """
    turns = [hit for hit in sentence[0].clauses.words.connectives if hit.payload == "respectively"] if sentence else []
    for turn in turns:
        told = enumeration(folded, [one.figure for one in sentence if one.figure.start >= turn.end])
        parts = [one for one in sentence if one.figure in told]
        if len(parts) < _SHORTEST or len({one.period for one in parts}) > 1:
            continue
        totals = [*_before(turn.start, sentence, folded), *_behind(parts[-1], sentence)]
        for total in totals:
            alike = all(_measure(one) == _measure(total) for one in parts)
            equation = total_of(total.figure.quantity, [one.figure.quantity for one in parts])
            fits = equation.fits or (equation.chance() <= _LIKELY and equation.mends())
            if alike and fits and total.figure.unit not in NOT_ADDED:
                yield total, parts
                break


def _before(turn: int, sentence: Sequence[Reading], folded: str) -> Iterator[Reading]:
    """The figure in the clause right before the words that parts are told in turn."""
    before = [one for one in sentence if one.figure.end <= turn]
    if before and not _CLAUSE.search(folded[before[-1].figure.end : turn].rstrip(" ,")):
        yield before[-1]


def _behind(last: Reading, sentence: Sequence[Reading]) -> Iterator[Reading]:
    """The figure behind the last part that words call a sum."""
    behind = next((one for one in sentence if one.index == last.index + 1), None)
    if behind is not None and any(
        behind.clauses.words.has_connective(kind, last.figure.end, behind.figure.start) for kind in _TOTALS
    ):
        yield behind


def _measure(reading: Reading) -> tuple[str | None, str, str]:
    return reading.counted, reading.aspect, reading.status
