"""Amounts a head whose numbers alone say so: each with how many get it in its bracket, together a total told before.

"608,4 triệu đồng, chia làm hai mức: 400.000 đồng (77 suất) và 200.000 đồng (2.888 suất)". Where words tell that an
amount is one a head, per.py reads them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipelines.statements.readings import Reading
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.wording.equations import product_of

#: The total stands so many figures before the first amount.
_REACH = 8
#: Nobody tells more grades in one sentence.
_MOST = 20


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
    """The graded amounts of a document: two or more of one sentence, with the nearest total of their products."""
    counts = {one.figure.bracket: one for one in readings if one.figure.bracket is not None and _is_count(one)}
    told = [one for one in readings if one.index in counts and _is_amount(one)]
    found: list[Grades] = []
    for _, sentence in groupby(told, key=lambda one: id(one.clauses)):
        amounts = list(sentence)
        if len(amounts) > _MOST:
            continue
        for first in range(len(amounts) - 1):
            total = _total_of(amounts[first:], counts, readings)
            if total is not None:
                pairs = tuple((one.index, counts[one.index].index) for one in amounts[first:])
                found.append(Grades(total.index, pairs))
                break
    return found


def _total_of(amounts: Sequence[Reading], counts: Mapping[int, Reading], readings: Sequence[Reading]) -> Reading | None:
    """The nearest amount told before some that is the sum of their products with their counts, all of one unit."""
    if len({counts[one.index].counted for one in amounts}) != 1:
        return None
    pairs = [(counts[one.index].figure.quantity, one.figure.quantity) for one in amounts]
    at = amounts[0].index
    for total in reversed(readings[max(0, at - _REACH) : at]):
        if (
            _is_amount(total)
            and total.paragraph == amounts[0].paragraph
            and product_of(total.figure.quantity, pairs).fits
        ):
            return total
    return None


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
