"""An amount paid at several amounts a head: "60 triệu đồng/nhà xây mới, 30 triệu đồng/nhà sửa chữa, hết 596 tỷ đồng".

The counts stand beside their amounts a head or, in the same order, before them. What one count gets at one amount a
head is per_heads.py.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipelines.statements.lists.parts import counted_as
from pipelines.statements.readings import Reading, sentence_of
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.wording.agreement import Option, choose, exactly
from pipelines.statements.wording.equations import product_of
from pipelines.statements.wording.figures import TIMES

#: Counts are told so many figures and paragraphs before their amounts a head, the amount paid so many around those.
_REACH, _NEAR_PARAGRAPHS, _AMOUNTS = 40, 4, 10
_SEVERAL = 2
_Pairs = tuple[tuple[Reading, Reading], ...]


def norms_together(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """Each amount that several counts get at amounts a head of their own, where the numbers agree or but for a slip."""
    seen: set[int] = set()
    for head in readings:
        if head.index in seen or not _is_head(head):
            continue
        heads = _heads_from(head, readings)
        if len(heads) < _SEVERAL:
            continue
        seen |= {one.index for one in heads}
        beside = _counted_beside(heads, readings)
        counted = [beside] if beside else list(_counted_before(heads, readings))
        amounts = _amounts_around(heads, readings)
        here = [one for one in amounts if one.clauses is head.clauses]
        told = bool(beside) and len(here) == 1
        chosen = choose([_option(one, pairs, told) for pairs in counted for one in (here if told else amounts)])
        if chosen is not None:
            yield chosen


def _option(amount: Reading, pairs: _Pairs, told: bool) -> Option[Candidate]:
    roles = [(amount, "amount")]
    for count, head in pairs:
        roles += [(count, "count"), (head, "per_head")]
    priced = [(one.figure.quantity, exactly(each.figure.quantity)) for one, each in pairs]
    equation = product_of(amount.figure.quantity, priced)
    return Option(Candidate("per_head", tuple(roles), "amounts a head together"), equation, told)


def _is_head(one: Reading) -> bool:
    """Whether a figure is money that each of some gets: once, since months and years may be many."""
    per = one.per or ""
    once = per != "" and "/" not in per and per not in TIMES
    return one.figure.unit == "VND" and once and one.figure.quantity.comparator == "="


def _heads_from(first: Reading, readings: Sequence[Reading]) -> list[Reading]:
    """The amounts a head of a sentence from one on, all for the same kind of heads."""
    heads = [one for one in sentence_of(readings, first) if one.index >= first.index and _is_head(one)]
    return [one for one in heads if _counted_per(one) == _counted_per(first)]


def _counted_per(head: Reading) -> str:
    return counted_as(head.per or "")


def _counted_beside(heads: Sequence[Reading], readings: Sequence[Reading]) -> _Pairs:
    """The counts right before each of some amounts a head, if each has one: "420 nhà (60 triệu đồng/nhà)"."""
    pairs = []
    for head in heads:
        before = readings[head.index - 1] if head.index else None
        if before is None or before.clauses is not head.clauses or not _is_count(before, head):
            return ()
        pairs.append((before, head))
    return tuple(pairs)


def _counted_before(heads: Sequence[Reading], readings: Sequence[Reading]) -> Iterator[_Pairs]:
    """The counts told in a row before some amounts a head, the nearest first; then one that gets them all."""
    first = heads[0]
    near = [
        one
        for one in readings[max(0, first.index - _REACH) : first.index]
        if first.paragraph - one.paragraph <= _NEAR_PARAGRAPHS
    ]
    runs = [near[at : at + len(heads)] for at in range(len(near) - len(heads), -1, -1)]
    for run in runs:
        together = all(one.clauses is other.clauses and one.index + 1 == other.index for one, other in pairwise(run))
        if together and all(_is_count(one, first) for one in run):
            yield tuple(zip(run, heads, strict=True))
    for one in reversed(near):
        if one.paragraph == first.paragraph and _is_count(one, first):
            yield tuple((one, head) for head in heads)


def _is_count(one: Reading, head: Reading) -> bool:
    counts = one.counted == _counted_per(head) and one.per is None
    return counts and one.aspect == "level" and one.figure.half is None


def _amounts_around(heads: Sequence[Reading], readings: Sequence[Reading]) -> list[Reading]:
    """The amounts told near some amounts a head, in their paragraph or the next to it, the nearest first."""
    first, last = heads[0], heads[-1]
    near = [
        one
        for one in readings[max(0, first.index - _AMOUNTS) : last.index + _AMOUNTS]
        if one.figure.unit == "VND" and one.per is None and one.aspect == "level"
        if abs(one.paragraph - first.paragraph) <= 1 and one.figure.quantity.value
    ]
    return sorted(near, key=lambda one: abs(one.index - last.index))
