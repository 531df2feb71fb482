"""The smallest sets of changes for several slips at once: an integer programme solved by HiGHS (scipy.optimize.milp).

A variable for each change says whether it is made: at most one a figure; each broken relation needs a change that
makes it hold; a change that breaks a relation which held needs a second one beside it that lets both stand (tried out
in pairs). What the programme finds is judged as a whole before it counts, and cut off where it does not hold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.quality.single_changes import KINDS
from pipelines.quality.verdicts import Change, Verdict
from pipelines.quality.what_if import Changes, Hypothesis, Search

#: Sets of more changes are no slips; and no more sets than these are looked for.
MOST_CHANGES = 4
_MOST_SETS = 6
_MOST_ROUNDS = 12
_MOST_PAIRS = 20_000
#: A safety net only: the sizes above end every programme long before.
_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A linear constraint: low <= the sum of weight times variable <= high."""

    weights: Mapping[int, float]
    low: float
    high: float


def smallest_sets(
    broken: Sequence[Verdict],
    around: Sequence[Verdict],
    changes: Mapping[str, Sequence[Change]],
    effects: Mapping[Change, Mapping[str, bool]],
) -> Search[list[Changes]]:
    """Search for the sets of fewest changes that make all these relations hold, the likeliest first; perhaps none.

    `changes` by figure; `effects` says of each which relations hold under it alone.
    """
    relations = {verdict.relation_id for verdict in (*broken, *around)}
    useful = _useful(broken, changes, effects)
    partners = yield from _partners(useful, relations, changes, effects)
    if partners is None:
        return []
    variables = sorted({*useful, *(other for found in partners.values() for other in found)}, key=_order)
    rows = _rows(variables, broken, partners, effects)
    found: list[Changes] = []
    size = 0
    for _ in range(_MOST_ROUNDS):
        chosen = _solve(variables, rows)
        if not chosen or (found and len(chosen) > size):
            break
        numbers = [variables.index(change) for change in chosen]
        rows.append(_Row(dict.fromkeys(numbers, 1.0), 0.0, len(numbers) - 1))
        (outcomes,) = yield [Hypothesis(chosen)]
        holds = all(outcome == "holds" for name, outcome in outcomes.items() if name in relations)
        if holds and {verdict.relation_id for verdict in broken} <= outcomes.keys():
            found.append(chosen)
            size = len(chosen)
            if len(found) == _MOST_SETS:
                break
    return found


def _order(change: Change) -> tuple[object, ...]:
    return KINDS.index(change.kind), change.observation_id, change.value


def _useful(
    broken: Sequence[Verdict], changes: Mapping[str, Sequence[Change]], effects: Mapping[Change, Mapping[str, bool]]
) -> list[Change]:
    """The changes that make some broken relation hold."""
    names = {verdict.relation_id for verdict in broken}
    return [
        change
        for found in changes.values()
        for change in found
        if any(holds for name, holds in effects.get(change, {}).items() if name in names)
    ]


#: For a change and a relation that it breaks: the changes beside it under which the relation holds again.
_Partners = dict[tuple[Change, str], list[Change]]


def _partners(
    useful: Sequence[Change],
    relations: set[str],
    changes: Mapping[str, Sequence[Change]],
    effects: Mapping[Change, Mapping[str, bool]],
) -> Search["_Partners | None"]:
    """Pairs of changes that hold together where the first alone breaks a relation; None where there are too many."""
    by_relation: dict[str, list[Change]] = {}
    for found in changes.values():
        for change in found:
            for name in effects.get(change, {}):
                by_relation.setdefault(name, []).append(change)
    pairs = [
        (change, name, other)
        for change in useful
        for name, holds in effects[change].items()
        if not holds and name in relations
        for other in by_relation[name]
        if other.observation_id != change.observation_id
    ]
    if len(pairs) > _MOST_PAIRS:
        return None
    outcomes = yield [Hypothesis((change, other), name) for change, name, other in pairs]
    partners: _Partners = {
        (change, name): []
        for change in useful
        for name, holds in effects[change].items()
        if not holds and name in relations
    }
    for (change, name, other), together in zip(pairs, outcomes, strict=True):
        if together.get(name) == "holds":
            partners[change, name].append(other)
    return partners


def _rows(
    variables: Sequence[Change],
    broken: Sequence[Verdict],
    partners: _Partners,
    effects: Mapping[Change, Mapping[str, bool]],
) -> list[_Row]:
    number = {change: at for at, change in enumerate(variables)}
    rows = []
    for verdict in broken:
        mending = {
            number[change]: 1.0 for change in variables if effects.get(change, {}).get(verdict.relation_id, False)
        }
        rows.append(_Row(mending, 1.0, float("inf")))
    figures: dict[str, list[int]] = {}
    for change in variables:
        figures.setdefault(change.observation_id, []).append(number[change])
    rows += [_Row(dict.fromkeys(numbers, 1.0), 0.0, 1.0) for numbers in figures.values()]
    for (change, _), others in partners.items():
        rows.append(_Row({number[change]: -1.0, **{number[other]: 1.0 for other in others}}, 0.0, float("inf")))
    rows.append(_Row(dict.fromkeys(range(len(variables)), 1.0), 1.0, MOST_CHANGES))
    return rows


def _solve(variables: Sequence[Change], rows: Sequence[_Row]) -> Changes:
    """The set that the programme finds best: fewest changes, then the likeliest slips; empty where there is none."""
    if not variables or any(not row.weights and row.low > 0 for row in rows):
        return ()
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import lil_array

    matrix: Any = lil_array((len(rows), len(variables)))
    for at, row in enumerate(rows):
        for column, weight in row.weights.items():
            matrix[at, column] = weight
    # far less than a change apart, so that likelihood never outweighs a change
    likelihood = [1.0 + 0.01 * KINDS.index(change.kind) for change in variables]
    result = milp(
        c=np.array(likelihood),
        constraints=LinearConstraint(matrix.tocsr(), [row.low for row in rows], [row.high for row in rows]),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(variables)),
        options={"time_limit": _SECONDS, "mip_rel_gap": 0.0},
    )
    if result.x is None:
        return ()
    return tuple(change for change, made in zip(variables, result.x, strict=True) if made > 0.5)
