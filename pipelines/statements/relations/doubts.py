"""Which relations are so far from holding that they are more likely misread than misprinted.

Words may tie figures together that do not belong together: parts of another total, a change of another level. A
misprint is a slip of one figure, or leaves the figures near each other; what is far off and no slip mends is not
judged. Nor is what only a slip in figures would mend that other relations bear out. Which relations words tell is
decided by the modules that find them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal

from pipelines.model import Quantity
from pipelines.statements.readings import Reading
from pipelines.statements.relations.candidates import Candidate
from pipelines.statements.relations.plans import attainment_of
from pipelines.statements.wording.agreement import Equation, as_average
from pipelines.statements.wording.equations import (
    difference_of,
    growth_of,
    product_of,
    quotient_of,
    relative_of,
    total_of,
)

#: Figures at most so far apart, as a share of the larger, may be printed wrong in more than one digit.
_FAR = Decimal("0.25")
#: So far apart at most are figures that words tie less: parts that need not be all, a rate and a whole told elsewhere.
_CLOSE = Decimal("0.01")
#: A relation bears out a figure to which the others leave room for at most such a share of it.
_ROOM = Decimal("0.02")
_ONE = Decimal(1)


def without_misread(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The relations but for those that are far from holding, or that contradict only what others bear out."""
    solved = [(candidate, list(_equations(candidate))) for candidate in candidates]
    holding = [equation for _, equations in solved for equation in equations if equation.fits]
    borne_out = {quantity.start for equation in holding for quantity in equation.bound(_ROOM)}
    for candidate, equations in solved:
        apart = _FAR if _is_tied(candidate) else _CLOSE
        if all(_is_believable(equation, borne_out, apart) for equation in equations):
            yield candidate


def _is_tied(candidate: Candidate) -> bool:
    """Whether words leave little doubt of what belongs together: all parts of a total, a share in one sentence."""
    if candidate.kind == "part_whole":  # parts of "trong đó" may leave some out, but hardly exceed their total
        return candidate.exhaustive is True or candidate.rule == "list: of_which"
    return candidate.kind != "share" or len({id(reading.clauses) for reading, _ in candidate.members}) == 1


def _is_believable(equation: Equation, borne_out: Set[int], apart: Decimal) -> bool:
    """Whether figures agree, or are parted by a slip of one that nothing bears out, or by so small a share of them."""
    if not equation.figures or equation.fits:
        return True
    if all(quantity.start in borne_out for quantity, _ in equation.figures):
        return False
    slips = [quantity.start for quantity in equation.mending()]
    return any(start not in borne_out for start in slips) if slips else equation.is_near(apart)


def _equations(candidate: Candidate) -> Iterator[Equation]:
    """What a relation tests, solved for its figures; none for kinds that are only believed where a slip mends them."""
    by_role: dict[str, list[Reading]] = {}
    for reading, role in candidate.members:
        by_role.setdefault(role, []).append(reading)
    if candidate.kind == "part_whole":
        yield from _sums(candidate, by_role)
    elif candidate.kind == "plan_ratio":
        yield from _plans(by_role)
    elif candidate.kind == "change":
        yield from _changes(candidate, by_role)
    elif candidate.kind == "per_head" and "per_head" in by_role:
        counts, heads = (_quantities(by_role[role]) for role in ("count", "per_head"))
        if not any("month" in (one.per or "") for one in by_role["per_head"]):  # due for an unknown number of them
            yield product_of(by_role["amount"][0].figure.quantity, list(zip(counts, heads, strict=True)))
    elif candidate.kind == "stock_flow":
        inflow, outflow = (_quantities(by_role.get(role, ())) for role in ("inflow", "outflow"))
        opening, closing = _first(by_role, "opening", "closing")
        yield total_of(closing, [opening, *inflow], outflow)
    elif candidate.kind == "share" and set(by_role) == {"part", "whole", "rate"}:
        rate, part, whole = _first(by_role, "rate", "part", "whole")
        yield quotient_of(rate, part, whole)


def _sums(candidate: Candidate, by_role: Mapping[str, Sequence[Reading]]) -> Iterator[Equation]:
    (total,) = _first(by_role, "total")
    parts = _quantities(one for one in by_role["part"] if one.index not in candidate.negative)
    taken = _quantities(one for one in by_role["part"] if one.index in candidate.negative)
    exceeds = sum((part.value or Decimal(0) for part in parts), Decimal(0)) > (total.value or Decimal(0))
    if candidate.exhaustive or exceeds:
        yield total_of(total, parts, taken)


def _plans(by_role: Mapping[str, Sequence[Reading]]) -> Iterator[Equation]:
    rates = [one for role in ("rate", "excess") for one in by_role.get(role, ())]
    for rate in rates:
        equation = attainment_of(rate, by_role["actual"][0], by_role["plan"][0])
        if equation is not None:
            yield equation


def _changes(candidate: Candidate, by_role: Mapping[str, Sequence[Reading]]) -> Iterator[Equation]:
    if by_role.keys() >= {"after", "difference", "relative"}:
        told, moved, level = _first(by_role, "relative", "difference", "after")
        yield relative_of(told, moved, level, by_role["difference"][0].aspect != "fall")
    if not by_role.keys() >= {"before", "after"}:
        return
    before, after = _first(by_role, "before", "after")
    for difference in _quantities(by_role.get("difference", ())):
        yield difference_of(difference, before, after)
    for average in _quantities(by_role.get("average", ())):
        if candidate.years:
            yield difference_of(as_average(average), before, after, candidate.years)
    for relative in by_role.get("relative", ()):
        yield growth_of(relative.figure.quantity, before, after, relative.aspect == "fall")
    for multiple in _quantities(by_role.get("multiple", ())):
        yield quotient_of(multiple, after, before, hundred=_ONE)


def _quantities(readings: Iterable[Reading]) -> list[Quantity]:
    return [reading.figure.quantity for reading in readings]


def _first(by_role: Mapping[str, Sequence[Reading]], *roles: str) -> tuple[Quantity, ...]:
    return tuple(by_role[role][0].figure.quantity for role in roles)
