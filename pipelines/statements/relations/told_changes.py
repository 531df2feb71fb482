"""Whether the words of a sentence tie a change to two levels: "giảm từ 12,3% xuống còn 9,8%, tức giảm 2,5%".

Which levels are tried is changes.py; levels that words of comparison name are compared.py.
"""

from collections.abc import Sequence
from datetime import timedelta

from pipelines.statements.readings import Reading, same_place, same_variable
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.wording.figures import LIST_OPENERS
from pipelines.vocabulary.roles import CUES

#: Words between a change and the level that it is told against.
_AGAINST = CUES.pattern(r"\b<compared_with>\b")
#: Words between a level and the change that it means.
_THAT_IS = CUES.pattern(r"\b<that_is>\b")
#: Words between a change and the level where it arrived; "xã nâng cao", "xã đạt chuẩn" are kinds.
ARRIVED = CUES.pattern(r"\b(?:<arriving>|đạt(?! chuẩn)|nâng(?! cao))\b")


def is_told(move: Reading, before: Reading, after: Reading, folded: str) -> bool:
    """Whether the words of the sentence tie a change to these two levels."""
    if after.clauses is not move.clauses or after.status != move.status:
        return False
    if before.clauses is not move.clauses:
        behind = after.index > move.index and _stands_alone(move, after, before)
        arrived = behind and bool(ARRIVED.search(folded, move.figure.end, after.figure.start))
        return arrived and before.index < move.index and _year_before(before, after) and _same_thing(before, after)
    if before.aspect == "before":
        return after.aspect == "after" or _stands_alone(move, after, before)
    against = before.index > move.index and bool(_AGAINST.search(folded, move.figure.end, before.figure.start))
    against = against and before.status == after.status and not _is_cut(move, before)
    alone = _stands_alone(move, after, before) and _stands_alone(move, before, after)
    return against and after.index < move.index and alone


def is_said_so(move: Reading, before: Reading, after: Reading, levels: Sequence[Reading], folded: str) -> bool:
    """Whether words tell a change as what a level means beside the only one told of an earlier time.

    "Cuối năm 2021 … cận nghèo 16,11%. … Cuối năm 2024 … hộ cận nghèo còn 13,3%, tức giảm 2,81%".
    """
    if after.clauses is not move.clauses or before.clauses is move.clauses or not after.index < move.index:
        return False
    if (
        after.period is None
        or after.figure.aside != move.figure.aside
        or not _THAT_IS.search(folded, after.figure.end, move.figure.start)
    ):
        return False
    former = [
        one
        for one in levels
        if one.period is not None and one.period.end < after.period.end and same_variable(one, after)
    ]
    between = (one for one in after.clauses.figures if after.index < one.index < move.index)
    alone = all(one.aside or one.unit not in (after.figure.unit, move.figure.unit) for one in between)
    return former == [before] and before.status == after.status and alone


def is_right_behind(move: Reading, change: Candidate) -> bool:
    """Whether a change stands right behind both its levels: "giảm từ 1,88% xuống còn 1,19%, giảm 0,69%"."""
    aspects = {role: reading.aspect for reading, role in change.members if role in ("before", "after")}
    indices = [reading.index for reading, role in change.members if role in aspects]
    return aspects == {"before": "before", "after": "after"} and sorted(indices) == [move.index - 2, move.index - 1]


def _is_cut(move: Reading, before: Reading) -> bool:
    """Whether a semicolon or a list begins between a change and a figure behind it, which is then no level of it."""
    cuts = [mark.start for mark in move.clauses.marks if mark.sign == ";"]
    cuts += [hit.start for hit in move.clauses.words.connectives if hit.payload in LIST_OPENERS]
    return any(move.figure.end <= cut < before.figure.start for cut in cuts)


def _stands_alone(move: Reading, level: Reading, other: Reading) -> bool:
    """Whether no figure of the same scale but `other` stands between a change and a level."""
    first, last = sorted((move.index, level.index))
    return not any(
        first < figure.index < last and figure.unit in (level.figure.unit, move.figure.unit)
        for figure in move.clauses.figures
        if figure.half != "denominator" and figure.index != other.index
    )


def _same_thing(before: Reading, after: Reading) -> bool:
    return same_place(before, after) and before.subject.population_group == after.subject.population_group


def _year_before(before: Reading, after: Reading) -> bool:
    """Whether a level is that of the year before another: one of 1 January is that of the year which then ended."""
    if before.period is None or after.period is None:
        return False
    closed = before.period.end - timedelta(days=(before.period.end.month, before.period.end.day) == (1, 1))
    return closed.year == after.period.end.year - 1
