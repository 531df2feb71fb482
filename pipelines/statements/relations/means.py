"""The rate of a whole beside those of all its parts: a district's lies between those of its town and its countryside.

Which words name all that there is says complements.csv. Shares of a whole are shares.py.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipelines.meaning.code_lists import RATES
from pipelines.model import Quantity
from pipelines.statements.readings import Reading
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.totals.complements import are_complements
from pipelines.statements.wording.agreement import Bounds, Equation, bounds

#: The whole stands within so many figures of its parts, most often before them.
_REACH = 10
_HUNDRED = Decimal(100)
#: Rates that are shares of a whole, of which a mean is one, too.
_SHARES = RATES - {"times"}


def means(readings: Sequence[Reading], folded: str) -> Iterator[Candidate]:
    """The nearest rate of the whole with each two rates of its parts, town and countryside or women and men.

    `folded` is the text of the document. A mean that does not lie between is taken up where one slip would bring it
    there.
    """
    for one, other in pairwise(readings):
        if not _are_parts(one, other, folded):
            continue
        near = [
            *reversed(readings[max(0, one.index - _REACH) : one.index]),
            *readings[other.index + 1 : other.index + 1 + _REACH],
        ]
        whole = next((reading for reading in near if _is_whole(reading, one)), None)
        if whole is None:
            continue
        equation = mean_of(whole.figure.quantity, one.figure.quantity, other.figure.quantity)
        if equation.fits or equation.mends():
            roles = ((whole, "whole"), (one, "part"), (other, "part"))
            yield Candidate("subset", roles, "mean of all parts", exhaustive=True)


def _are_parts(one: Reading, other: Reading, folded: str) -> bool:
    """Whether two rates that follow each other are one rate of all there is: "thị trấn 5,27%, nông thôn 5,03%"."""
    return one.clauses is other.clauses and _is_alike(one, other) and are_complements((one, other), folded)


def _is_whole(reading: Reading, part: Reading) -> bool:
    """Whether a rate is that of an administrative place, as a whole, of which another tells a part."""
    own = reading.place is not None and reading.place.level is not None and reading.place != part.place
    return own and _is_alike(reading, part) and reading.status == part.status


def _is_alike(one: Reading, other: Reading) -> bool:
    """Whether two figures tell one rate of one time."""
    return (
        one.figure.unit == other.figure.unit
        and one.figure.unit in _SHARES
        and one.subject.indicator is not None
        and one.subject.indicator == other.subject.indicator
        and one.aspect == other.aspect
        and one.period == other.period
    )


def mean_of(whole: Quantity, one: Quantity, other: Quantity) -> Equation:
    """Solve least <= whole <= greatest for all three figures: a part lies on the other side of the whole, or on it."""
    w, a, b = bounds(whole), bounds(one), bounds(other)
    if w is None or a is None or b is None:
        return Equation(())
    most = _HUNDRED * max(w[1], a[1], b[1])
    solved: list[tuple[Quantity, tuple[Bounds, ...]]] = [(whole, ((min(a[0], b[0]), max(a[1], b[1])),))]
    for part, beside in ((one, b), (other, a)):
        needed = [(Decimal(0), w[1])] if beside[1] >= w[0] else []
        needed += [(w[0], most)] if beside[0] <= w[1] else []
        solved.append((part, tuple(needed)))
    return Equation(tuple(solved))
