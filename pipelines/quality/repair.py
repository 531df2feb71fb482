"""What was probably meant: the smallest set of single changes that makes all relations of a document hold at once.

Broken relations that share figures are mended together. First every single change of the figures of one of them is
tried on that one, and those that mend it on all; where none mends all, but each relation could be mended by some
change, an integer programme (repair_programme.py) looks for the smallest set. Whether a change makes a relation hold
is asked of the same queries that judged it (what_if.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from pipelines.quality.repair_programme import smallest_sets
from pipelines.quality.single_changes import KINDS, single_changes
from pipelines.quality.verdicts import Change, Figure, Verdict
from pipelines.quality.what_if import Changes, Hypothesis, Search, answer_together

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Tests that compare sources; no change of one document is asked of them.
_BETWEEN_SOURCES = frozenset({"peers", "other_source"})
#: Tests that only bound a figure. Many a digit would do for them by chance, so only slips of the unit are thought of.
_BOUNDING = frozenset({"norm", "plausible_amount", "parts_within_total", "part_within_whole", "ranking"})
#: Groups of broken relations over more figures than this are errors of reading or of a whole column, not slips.
MOST_FIGURES = 60
#: So many groups are searched at the same time: enough to share the cost of judging, few enough for memory.
_AT_ONCE = 200
#: So many alternatives are told where a repair is not unique.
MOST_ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Group:
    """Broken relations that share figures, and every other relation that those figures are in."""

    broken: tuple[Verdict, ...]
    around: tuple[Verdict, ...]

    def figures(self) -> dict[str, Figure]:
        """The figures of the broken relations by their keys."""
        return {figure.observation_id: figure for verdict in self.broken for figure in verdict.figures}

    def shared(self) -> set[str]:
        """The keys of the figures that all its broken relations share."""
        return set.intersection(*({figure.observation_id for figure in verdict.figures} for verdict in self.broken))

    def changes(self, figure: Figure) -> list[Change]:
        """The single changes of a figure that are worth telling where they mend all."""
        only_bounds = all(verdict.test in _BOUNDING for verdict in self.broken)
        return [change for change in single_changes(figure) if change.kind == "unit_factor" or not only_bounds]


def with_proposals(connection: "DuckDBPyConnection", verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts, those that are broken with what would mend them.

    `verdicts` are all that the database holds for their documents; their order is kept.
    """
    groups = [group for group in _groups(verdicts) if len(group.figures()) <= MOST_FIGURES]
    mended: dict[str, Verdict] = {}
    for at in range(0, len(groups), _AT_ONCE):
        some = groups[at : at + _AT_ONCE]
        for group, sets in zip(some, answer_together(connection, [_repairs(group) for group in some]), strict=True):
            for verdict in group.broken:
                mended[verdict.relation_id] = _told(verdict, sets)
    return [mended.get(verdict.relation_id, verdict) for verdict in verdicts]


def _repairs(group: Group) -> Search[list[Changes]]:
    """Search for what mends a group: single changes that mend all of it, else the smallest sets of several."""
    smallest = min(group.broken, key=lambda verdict: len(verdict.figures))
    mending = yield from _mending(group, smallest)
    figures, shared = group.figures(), group.shared()
    effects = yield from _effects(change for change in mending if change.observation_id in shared)
    sets = _single_repairs(group, effects)
    if sets or not mending:
        return sets
    changes = {key: group.changes(figure) for key, figure in figures.items()}
    effects = yield from _effects(chain.from_iterable(changes.values()))
    mendable = {name for effect in effects.values() for name, holds in effect.items() if holds}
    if not all(verdict.relation_id in mendable for verdict in group.broken):
        return []
    around = {key: single_changes(figure) for key, figure in _figures_around(group, figures).items()}
    effects |= yield from _effects(chain.from_iterable(around.values()))
    return (yield from smallest_sets(group.broken, group.around, {**changes, **around}, effects))


def _mending(group: Group, verdict: Verdict) -> Search[list[Change]]:
    """Search for the single changes that make one relation of a group hold, whatever they do to others."""
    changes = [change for figure in verdict.figures for change in group.changes(figure)]
    outcomes = yield [Hypothesis((change,), verdict.relation_id) for change in changes]
    return [change for change, told in zip(changes, outcomes, strict=True) if told.get(verdict.relation_id) == "holds"]


def _groups(verdicts: Sequence[Verdict]) -> list[Group]:
    """Broken relations that share figures, directly or over others."""
    broken = [verdict for verdict in verdicts if verdict.outcome == "broken" and verdict.test not in _BETWEEN_SOURCES]
    by_figure: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.outcome != "not_evaluated" and verdict.test not in _BETWEEN_SOURCES:
            for figure in verdict.figures:
                by_figure.setdefault(figure.observation_id, []).append(verdict)
    groups: list[Group] = []
    seen: set[str] = set()
    for first in broken:
        if first.relation_id in seen:
            continue
        members, around, waiting = [], {}, [first]
        seen.add(first.relation_id)
        while waiting:
            verdict = waiting.pop(0)
            members.append(verdict)
            for figure in verdict.figures:
                for other in by_figure[figure.observation_id]:
                    if other.outcome == "holds":
                        around[other.relation_id] = other
                    elif other.relation_id not in seen:
                        seen.add(other.relation_id)
                        waiting.append(other)
        groups.append(Group(tuple(members), tuple(around.values())))
    return groups


#: The relations that a change alone makes hold (True) or leaves or makes broken.
Effects = dict[Change, Mapping[str, bool]]


def _effects(changes: Iterable[Change]) -> Search[Effects]:
    """Search for what each of these changes does alone."""
    alone = [*changes]
    outcomes = yield [Hypothesis((change,)) for change in alone]
    return {
        change: {name: outcome == "holds" for name, outcome in told.items()}
        for change, told in zip(alone, outcomes, strict=True)
    }


def _single_repairs(group: Group, effects: Effects) -> list[Changes]:
    """Every single change that makes all relations of a group hold, those around it too."""
    broken = {verdict.relation_id for verdict in group.broken}
    held = {verdict.relation_id for verdict in group.around}
    found = [
        (change,)
        for change, effect in effects.items()
        if broken <= effect.keys() and all(effect[name] for name in effect.keys() & (broken | held))
    ]
    return sorted(found, key=_likelihood)


def _figures_around(group: Group, own: Iterable[str]) -> dict[str, Figure]:
    """The figures of the relations around a group that are not its own; none where they are too many."""
    known = set(own)
    others = {
        figure.observation_id: figure
        for verdict in group.around
        for figure in verdict.figures
        if figure.observation_id not in known
    }
    return others if len(others) + len(known) <= MOST_FIGURES else {}


def _likelihood(changes: Iterable[Change]) -> tuple[object, ...]:
    """Few changes before many, likely slips before unlikely ones; by key and value last, so that the order is set."""
    told = tuple(changes)
    return len(told), sum(KINDS.index(change.kind) for change in told if change.kind in KINDS), [
        (change.observation_id, change.value) for change in told
    ]  # fmt: skip


def _told(verdict: Verdict, sets: Sequence[Changes]) -> Verdict:
    """A broken relation with its proposal where one set only mends it, else with the alternatives."""
    own = {figure.observation_id for figure in verdict.figures}
    if len(sets) == 1:
        here = [change for change in sets[0] if change.observation_id in own]
        if here:
            also = tuple(change for change in sets[0] if change is not here[0])
            return replace(verdict, proposal=here[0], also=also)
    alternatives = [change for found in sets for change in found if change.observation_id in own]
    part = _missing_part(verdict)
    return replace(verdict, alternatives=tuple([*dict.fromkeys(alternatives)][:MOST_ALTERNATIVES] or part))


def _missing_part(verdict: Verdict) -> list[Change]:
    """A part that a list may lack, where its sum falls short and no change of a figure mends it."""
    if verdict.test != "sum" or verdict.difference is None or verdict.difference <= 0:
        return []
    total = verdict.of_role("total")[0]
    missing = verdict.difference
    return [
        Change(total.observation_id, "missing_part", missing, None, None, "", total.unit_printed, total.unit, total)
    ]
