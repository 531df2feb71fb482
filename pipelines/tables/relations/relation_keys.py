"""One way to make a relation of this room: members told as (role, observation, sign), a key from roles and members.

Also what an identity or a formula says of observations; which ones there are is found by relations.py and its like.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import prod
from typing import NamedTuple

from pipelines.keys import relation_key
from pipelines.model import Member, Observation, Relation, RelationKind
from pipelines.tables.layouts.identities import Identity
from pipelines.tables.readings.links import Cell

ToldMember = tuple[str, Observation, int]
#: The observations of a table by their cells.
Observed = Mapping[Cell, Observation]
#: The observations of one row by their columns, or of one column by their rows.
Line = dict[int, Observation]


class Terms(NamedTuple):
    """What is added up, by what that is divided, both with their signs, and what it is multiplied by."""

    numerators: Sequence[tuple[Observation, int]]
    denominators: Sequence[tuple[Observation, int]]
    multiplier: Decimal


_HUNDRED = Decimal(100)
#: A product that is rounded or has a slip or two in its rows is so near to what is printed.
_ROUGHLY = Decimal("0.01")
#: Multipliers of a relation are kept below this (sql/relations/formula.sql).
_MOST = Decimal(10) ** 12


def relation(
    kind: RelationKind, document: str, members: Sequence[ToldMember], rule: str,
    exhaustive: bool | None = None, multiplier: Decimal = Decimal(1),
) -> Relation:  # fmt: skip
    """A relation between observations, with its key."""
    key = relation_key(kind, ((role, observation.observation_id) for role, observation, _ in members))
    return Relation(
        key, kind, document, tuple(Member(one.observation_id, role, sign) for role, one, sign in members),
        exhaustive=exhaustive, multiplier=multiplier, rule=rule,
    )  # fmt: skip


def terms_of(identity: Identity, cells: Sequence[Observation], in_percent: bool, in_base: bool = False) -> Terms:
    """What an identity says of the first of some observations by the others, in the order of `identity.columns`.

    A quotient told `in_percent` is multiplied by 100 where its result is one and no 100 is told. A relation adds and
    divides: the factors of a product are its multiplier, as printed or, where its columns are printed in different
    units, `in_base` units: a norm in đồng times persons in a column of thousands.
    """
    result, rest = cells[0], cells[1:]
    cut, end = len(identity.numerators), len(identity.numerators) + len(identity.denominators)
    numerators = [(cell, sign) for cell, (_, sign) in zip(rest[:cut], identity.numerators, strict=True)]
    denominators = [(cell, sign) for cell, (_, sign) in zip(rest[cut:end], identity.denominators, strict=True)]
    multiplier = Decimal(identity.multiplier)
    if denominators and multiplier == 1 and result.unit == "percent" and in_percent:
        multiplier = _HUNDRED
    if in_base:
        multiplier *= numerators[0][0].factor / result.factor
        return Terms(numerators, denominators, multiplier * prod(cell.value for cell in rest[end:]))
    multiplier *= prod(cell.value / cell.factor for cell in rest[end:])
    return Terms(numerators, denominators, multiplier)


def is_product_in_base(identity: Identity, rows: Sequence[Sequence[Observation]]) -> bool | None:
    """Whether a product of columns holds in base units, and not as printed, by most of its rows; None where in neither.

    Which of the two is meant no form says, and a formula that most rows break is misread.
    """
    printed = base = 0
    for result, *members in rows:
        times = Decimal(identity.multiplier)
        as_printed = times * prod(member.value / member.factor for member in members)
        printed += _is_about(Decimal(as_printed), result.value / result.factor)
        base += _is_about(Decimal(times * prod(member.value for member in members)), result.value)
    if 2 * max(printed, base) < len(rows):
        return None
    return base > printed


def _is_about(computed: Decimal, stated: Decimal) -> bool:
    return abs(computed - stated) <= abs(stated) * _ROUGHLY


def formula_relation(
    document: str, result: Observation, numerators: Sequence[tuple[Observation, int]],
    denominators: Sequence[tuple[Observation, int]], multiplier: Decimal, rule: str,
) -> Relation | None:  # fmt: skip
    """What a formula or an identity says of observations: a sum, a balance of stock and flows, or a formula.

    The multiplier is turned from the numbers as printed to the base units; None where members of a sum are printed in
    different units, which no form adds up.
    """
    factors = {one.factor for one, _ in numerators}
    below = {one.factor for one, _ in denominators} or {Decimal(1)}
    if len(factors) != 1 or len(below) != 1:
        return None
    scale = result.factor * below.pop() / factors.pop()
    if abs(multiplier * scale) >= _MOST:
        return None
    if not denominators and multiplier * scale == 1:
        if len(numerators) > 1 and all(sign > 0 for _, sign in numerators):
            parts: list[ToldMember] = [("part", one, 1) for one, _ in numerators]
            return relation("part_whole", document, [("total", result, 1), *parts], rule, exhaustive=True)
        if is_balance(result, numerators):
            return _balance(document, result, numerators, rule)
    members: list[ToldMember] = [("result", result, 1)]
    members += [("numerator", one, sign) for one, sign in numerators]
    members += [("denominator", one, sign) for one, sign in denominators]
    return relation("formula", document, members, rule, multiplier=multiplier * scale)


def is_balance(result: Observation, numerators: Sequence[tuple[Observation, int]]) -> bool:
    """Whether opening plus inflows less outflows is told to give the closing: two stocks with flows between."""
    if len(numerators) < 3 or len({sign for _, sign in numerators}) != 2:
        return False
    (opening, _), *flows = numerators
    stocks = result.meaning.time_basis == opening.meaning.time_basis == "stock"
    return stocks and all(flow.meaning.time_basis == "flow" for flow, _ in flows)


def _balance(document: str, result: Observation, numerators: Sequence[tuple[Observation, int]], rule: str) -> Relation:
    (opening, _), *flows = numerators
    members: list[ToldMember] = [("opening", opening, 1)]
    members += [("inflow" if sign > 0 else "outflow", flow, sign) for flow, sign in flows]
    members.append(("closing", result, 1))
    return relation("stock_flow", document, members, rule)
