"""Which lists name all parts though no word says so: money by its sources, what only one slip keeps from being whole.

What words say of it is structure.py, which words name all there is complements.csv.
"""

from collections.abc import Sequence
from decimal import Decimal

from pipelines.meaning.code_lists import CURRENCIES
from pipelines.statements.readings import Reading
from pipelines.statements.wording.agreement import UNLIKELY, Equation

#: So many sources of money are all that there are, and so many parts in brackets.
MANY_SOURCES, _MANY_IN_BRACKETS = 3, 3
#: A slip makes a list whole that may leave parts out where chance would offer one in so many of them.
_OF_LISTS = {"of_which": Decimal("0.1"), "bracket": UNLIKELY}
_SHORTEST = 2


def is_whole_but_for_a_slip(connective: str, parts: Sequence[Reading], equation: Equation) -> bool:
    """Whether a list that may leave parts out holds all but for one slip, which chance would seldom offer.

    Lists behind "trong đó" mostly name all parts, those in brackets hardly ever leave one out.
    """
    limit = _OF_LISTS.get(connective)
    if limit is None or len(parts) < _SHORTEST or not equation.mends():
        return False
    return (connective == "bracket" and len(parts) >= _MANY_IN_BRACKETS) or equation.chance() <= limit


def are_sources(parts: Sequence[Reading]) -> bool:
    """Whether amounts are told by where they come from, of which a list seldom leaves one out."""
    named = {one.subject.funding_source for one in parts} - {None, "_T"}
    return len(parts) >= MANY_SOURCES and len(named) > 1 and all(one.figure.unit in CURRENCIES for one in parts)
