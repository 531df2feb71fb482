"""Which rows a total row adds up: what structure suggests is kept or dropped by how far the figures bear it out.

What structure suggests is row_sum_candidates.py.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipelines.tables.structure.rows import TableRow, rate_rows
from pipelines.tables.totals.figures import Figures
from pipelines.tables.totals.row_sum_candidates import OF_SUBTOTALS, Ground, RowSum, suggested_sums
from pipelines.tables.totals.support import Support, row_sum_support

#: The share of comparisons that must agree, by the ground of a candidate: words claim a sum, a tree only suggests it.
_NEEDED: dict[Ground, float] = {"total": 0.3, "ordinals": 0.3, "outer": 0.4, "tree": 0.5, "divided": 0.5, "leader": 0.6}
_NEEDED_OF_ONE = 0.6
#: With so few comparisons a total that words claim is believed, so that its one wrong figure is found.
_FEW = 2


def row_sums(
    rows: Sequence[TableRow],
    figures: Figures,
    columns: Sequence[int],
    units: Mapping[int, str],
    rates: frozenset[int] = frozenset(),
) -> tuple[list[RowSum], list[RowSum]]:
    """The sums among rows, and the candidates that agree nowhere although their words claim a sum.

    `columns` are those whose figures may be added, `units` the printed unit of rows that have their own,
    `rates` the rows of rates and averages.
    """
    of_their_own = rate_rows(rows)  # between the lines that a total adds up, too
    candidates = [
        RowSum(sum_.total, parts, sum_.ground, sum_.level, row_sum_support(figures, sum_.total, parts, columns))
        for sum_ in suggested_sums(rows)
        if sum_.total not in rates
        and (
            parts := tuple(
                part for part in sum_.parts if part not in of_their_own and units.get(part) == units.get(sum_.total)
            )
        )
    ]
    pooled: dict[tuple[Ground, float], Support] = defaultdict(Support)
    for candidate in candidates:
        pooled[candidate.ground, candidate.level] += candidate.support
    # a line may add up both the lines of its place and those of all places, a total its rows and what divides it
    kept: dict[tuple[int, str], RowSum] = {}
    doubtful = []
    for candidate in candidates:
        if _stands(candidate, pooled[candidate.ground, candidate.level]):
            key = candidate.total, candidate.ground if candidate.ground in ("outer", "divided") else ""
            best = kept.get(key)
            if best is None or _order(candidate) > _order(best):
                kept[key] = candidate
        elif candidate.ground in ("total", "ordinals") and candidate.support.compared:
            doubtful.append(candidate)
    totals = {total for total, _ in kept}
    return list(kept.values()), [candidate for candidate in doubtful if candidate.total not in totals]


def _order(candidate: RowSum) -> tuple[float, bool, bool, int]:
    """What agrees best, then what words claim, then a total of subtotals before one of all that they add up."""
    claimed = candidate.ground in ("total", "ordinals")
    return candidate.support.share, claimed, claimed and candidate.level == OF_SUBTOTALS, len(candidate.parts)


def _stands(candidate: RowSum, pooled: Support) -> bool:
    """Whether a candidate is a sum: by its own columns, or by those of all candidates like it where it has few."""
    own, needed = candidate.support, _NEEDED[candidate.ground]
    if len(candidate.parts) == 1:
        needed = max(needed, _NEEDED_OF_ONE)  # a line that equals another is seldom its total
    if own.compared > _FEW:
        return own.share >= needed
    if candidate.ground in ("total", "ordinals"):
        return own.near > 0
    if candidate.ground == "leader":
        return own.compared > 0 and own.share >= needed
    return own.compared > 0 and pooled.share >= needed
