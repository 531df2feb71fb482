"""Amounts a head beside the sum that they share out: told of the sum, not once more of those counted with it."""

from collections.abc import Mapping, Sequence

from pipelines.meaning.code_lists import CURRENCIES
from pipelines.statements.readings import Reading
from pipelines.statements.wording.figures import TIMES

_A_HEAD = frozenset({"norm", "average"})


def statements_of(readings: Sequence[Reading]) -> Mapping[int, int]:
    """The statement of each reading, by figure index: one of its own for an amount a head that only explains a sum.

    "1.024 lao động vay 81,92 tỷ đồng, bình quân 80 triệu đồng/người" pairs the workers with what all of them borrowed;
    in "12 hộ nhận 15 triệu đồng/hộ" nothing else tells what they got.
    """
    summed = {one.statement for one in readings if one.figure.unit in CURRENCIES and not _is_a_head(one)}
    found = {one.index: one.statement for one in readings}
    last = max(found.values(), default=0)
    for one in readings:
        if one.statement in summed and one.figure.unit in CURRENCIES and _is_a_head(one):
            last += 1
            found[one.index] = last
    return found


def _is_a_head(amount: Reading) -> bool:
    heads = {*(amount.per or "").split("/")} - {""} - TIMES
    return amount.aspect in _A_HEAD or bool(heads)
