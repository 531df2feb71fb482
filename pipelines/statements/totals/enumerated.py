"""Totals of what is told in turn ("giảm được 181 hộ, lần lượt là 52, 47 và 82 hộ") or in the lines right below.

Lists that other words open are structure.py, the years of figures told in turn in_turn.py.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from pipelines.statements.dating.in_turn import enumeration
from pipelines.statements.lists.listing import bullet_of
from pipelines.statements.lists.parts import NOT_ADDED
from pipelines.statements.readings import Reading
from pipelines.statements.wording.equations import total_of
from pipelines.statements.wording.figures import SUMMING

#: A slip in what is told in turn is believed where chance would make one more seldom than not.
_LIKELY = Decimal("0.8")
_SHORTEST = 2
#: Where a clause ends.
_CLAUSE = re.compile(r"[,;:.]")


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
        total = next((one for one in totals if _is_total(one, parts)), None)
        if total is not None:
            yield total, parts


def told_below(readings: Sequence[Reading], folded: str) -> Iterator[tuple[Reading, list[Reading]]]:
    """Each total of a line with what the marked lines right below it begin with, where they add up or nearly do.

    "Đã giải ngân: 97.885 triệu đồng", then "• Vốn đầu tư: 81.756 triệu đồng", "• Vốn sự nghiệp: 16.129 triệu đồng".
    """
    paragraphs = [list(paragraph) for _, paragraph in groupby(readings, key=lambda reading: reading.paragraph)]
    begins = 0
    for mark, marked in groupby(paragraphs, key=lambda line: _mark(line, folded)):
        lines, above = list(marked), paragraphs[begins - 1]
        listed = mark != "" and begins > 0 and len(lines) >= _SHORTEST and _follow(above, lines)
        begins += len(lines)
        parts = [line[0] for line in lines]
        total = next((one for one in above if _is_total(one, parts)), None) if listed else None
        if total is not None:
            yield total, parts


def _is_total(total: Reading, parts: Sequence[Reading]) -> bool:
    """Whether figures told alike add up to another, or would but for a slip."""
    if total.figure.unit in NOT_ADDED or any(_measure(one) != _measure(total) for one in parts):
        return False
    return total_of(total.figure.quantity, [one.figure.quantity for one in parts]).agrees(_LIKELY)


def _mark(line: Sequence[Reading], folded: str) -> str:
    """The mark with which a line of a list begins; "" of others."""
    return bullet_of(folded, line[0].clauses.sentence.start)


def _follow(above: Sequence[Reading], lines: Sequence[Sequence[Reading]]) -> bool:
    """Whether lines stand one below the other, none without a figure between them."""
    numbers = [above[0].paragraph, *(line[0].paragraph for line in lines)]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _before(turn: int, sentence: Sequence[Reading], folded: str) -> Iterator[Reading]:
    """The figure in the clause right before the words that parts are told in turn."""
    before = [one for one in sentence if one.figure.end <= turn]
    if before and not _CLAUSE.search(folded[before[-1].figure.end : turn].rstrip(" ,")):
        yield before[-1]


def _behind(last: Reading, sentence: Sequence[Reading]) -> Iterator[Reading]:
    """The figure behind the last part that words call a sum."""
    behind = next((one for one in sentence if one.index == last.index + 1), None)
    if behind is not None and any(
        behind.clauses.words.has_connective(kind, last.figure.end, behind.figure.start) for kind in SUMMING
    ):
        yield behind


def _measure(reading: Reading) -> tuple[str | None, str, str]:
    return reading.counted, reading.aspect, reading.status
