"""Amounts a head whose numbers alone say so: each with how many get it in its bracket, together a total told before.

"608,4 triệu đồng, chia làm hai mức: 400.000 đồng (77 suất) và 200.000 đồng (2.888 suất)". Where words tell that an
amount is one a head, per.py reads them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipelines.statements.agreement import product_of
from pipelines.statements.candidates import Candidate
from pipelines.statements.readings import Reading

#: The total stands so many figures before the first amount.
_REACH = 8


@dataclass(frozen=True, slots=True)
class Grades:
    """A total and the amounts a head of which it is made, each with its count; all by their numbers."""

    total: int
    pairs: tuple[tuple[int, int], ...]

    @property
    def amounts(self) -> frozenset[int]:
        """The amounts a head."""
        return frozenset(amount for amount, _ in self.pairs)


def grades_in(readings: Sequence[Reading]) -> list[Grades]:
    """The graded amounts of a document: those of one sentence, with the nearest total that their products make."""
    counts = {one.figure.bracket: one for one in readings if one.figure.bracket is not None and _is_count(one)}
    found: list[Grades] = []
    taken: set[int] = set()
    for first in readings:
        if first.index in taken or first.index not in counts or not _is_amount(first):
            continue
        amounts = [one for one in readings[first.index :] if one.clauses is first.clauses and one.index in counts]
        amounts = [one for one in amounts if _is_amount(one)]
        if len({counts[one.index].counted for one in amounts}) != 1:
            continue
        pairs = [(counts[one.index].figure.quantity, one.figure.quantity) for one in amounts]
        before = [one for one in readings[max(0, first.index - _REACH) : first.index] if _is_amount(one)]
        for total in reversed(before):
            if total.paragraph == first.paragraph and product_of(total.figure.quantity, pairs).fits:
                found.append(Grades(total.index, tuple((one.index, counts[one.index].index) for one in amounts)))
                taken |= {one.index for one in amounts}
                break
    return found


def with_grades(readings: Sequence[Reading], found: Sequence[Grades]) -> Iterator[Reading]:
    """The readings, graded amounts told as norms a head of what they are counted by."""
    heads: Mapping[int, int] = {amount: count for one in found for amount, count in one.pairs}
    for reading in readings:
        count = heads.get(reading.index)
        yield reading if count is None else replace(reading, aspect="norm", per=readings[count].figure.unit)


def of_grades(readings: Sequence[Reading], found: Sequence[Grades]) -> Iterator[Candidate]:
    """Each total with the amounts a head and the counts that make it."""
    for one in found:
        roles = [(readings[one.total], "amount")]
        for amount, count in one.pairs:
            roles += [(readings[count], "count"), (readings[amount], "per_head")]
        yield Candidate("per_head", tuple(roles), "graded amounts")


def _is_amount(reading: Reading) -> bool:
    return reading.figure.unit == "VND" and reading.per is None and reading.aspect == "level"


def _is_count(reading: Reading) -> bool:
    return reading.figure.quantity.kind == "count" and reading.aspect == "level"
