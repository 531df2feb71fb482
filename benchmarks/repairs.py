"""Errors put into documents that add up: how many are found, and for how many what was meant is proposed.

    python -m benchmarks.repairs [--errors 200] [--golden] [--seed 5] [--show N]

Each error is one slip of one figure (unit x10^3 or x10^6, decimal mark, two digits swapped, a digit) that stands in a
relation which holds, in made-up documents or, with --golden, in the golden sets. Found: a relation with that figure is
broken. Unique: an exhaustive search over all single changes of all figures of the document finds one that makes every
relation hold. Right: the proposal, else the first alternative, is the figure as it was.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from benchmarks.relation_sets import figures_of, golden_sets, made_up_documents
from pipelines.model import Extraction, Interval, Observation
from pipelines.quality.check import check
from pipelines.quality.judging import judged
from pipelines.quality.single_changes import single_changes
from pipelines.quality.verdicts import Change, Figure, Verdict, read_verdicts
from pipelines.quality.what_if import Hypothesis, outcomes_if
from pipelines.warehouse.staging import stage

KINDS = ("unit_factor", "unit_factor", "decimal_mark", "swapped_digits", "digit")
#: Tests that bound one side only see few slips, whoever makes them; errors are put where figures must agree.
BOUNDS_ONLY = frozenset(
    {"part_within_whole", "ranking", "parts_within_total", "plausible_amount", "norm", "round_amount"}
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A document with one figure changed, and that figure as it was."""

    document: Extraction
    figure: Observation
    kind: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one error."""

    slip: Slip
    found: bool
    unique: bool
    right: bool


def put_errors(documents: Sequence[Extraction], number: int, seed: int) -> list[Slip]:
    """So many errors, one a copy of a document, every kind in turn; the same for the same seed."""
    dice = Random(seed)
    strict = _strict_figures(documents)
    slips: list[Slip] = []
    while len(slips) < number:
        document = documents[dice.randrange(len(documents))]
        kind = KINDS[len(slips) % len(KINDS)]
        choices = [
            (one, change)
            for one in figures_of(document)
            if one.observation_id in strict
            for change in single_changes(_printed(one))
            if change.kind == kind and (kind != "unit_factor" or change.value >= 1)
        ]
        if choices:
            one, change = choices[dice.randrange(len(choices))]
            slips.append(Slip(_changed(document, one, change, len(slips)), one, kind))
    return slips


def _strict_figures(documents: Sequence[Extraction]) -> set[str]:
    """The figures of relations that hold by more than a bound on one side."""
    return {
        figure.observation_id
        for verdict in check(documents)
        if verdict.outcome == "holds" and verdict.test not in BOUNDS_ONLY
        for figure in verdict.figures
    }


def _printed(one: Observation) -> Figure:
    return Figure(
        one.observation_id, "", 1, one.quote, one.value, one.interval.low, one.interval.high, one.comparator, one.unit,
        one.factor, one.value_printed, one.unit_printed, None, None, None, None, None,
    )  # fmt: skip


def _changed(document: Extraction, one: Observation, change: Change, number: int) -> Extraction:
    """A copy of a document, under a name of its own, in which one figure is printed otherwise."""
    factor = one.factor * (change.value / one.value) if change.kind == "unit_factor" else one.factor
    wrong = replace(
        one, value=change.value, interval=Interval(change.low, change.high), value_printed=change.value_printed,
        unit_printed=change.unit_printed, factor=factor.normalize() if factor != one.factor else factor,
    )  # fmt: skip
    mark = f"error {number:04d}: "
    name = mark + document.document
    observations = tuple(
        replace(wrong if told is one else told, observation_id=mark + told.observation_id, document=name)
        for told in document.observations
    )
    relations = tuple(
        replace(
            told, relation_id=mark + told.relation_id, document=name,
            members=tuple(replace(m, observation_id=mark + m.observation_id) for m in told.members),
        )
        for told in document.relations
    )  # fmt: skip
    return replace(document, document=name, observations=observations, relations=relations)


def judge(slips: Sequence[Slip]) -> list[Result]:
    """What becomes of the errors, all judged at once."""
    by_document: dict[str, list[Verdict]] = {}
    documents = [slip.document for slip in slips]
    for verdict in check(documents):
        by_document.setdefault(verdict.document, []).append(verdict)
    unique = _unique_repairs(documents)
    results = []
    for slip in slips:
        key = slip.document.document.partition(": ")[0] + ": " + slip.figure.observation_id
        about = [
            verdict
            for verdict in by_document[slip.document.document]
            if verdict.outcome == "broken" and any(figure.observation_id == key for figure in verdict.figures)
        ]
        first = next((change for verdict in about for change in _proposed(verdict)), None)
        right = first is not None and (first.observation_id, first.value) == (key, slip.figure.value)
        results.append(Result(slip, bool(about), slip.document.document in unique, right))
    return results


def _proposed(verdict: Verdict) -> Iterator[Change]:
    if verdict.proposal is not None:
        yield verdict.proposal
    yield from verdict.alternatives


def _unique_repairs(documents: Sequence[Extraction]) -> set[str]:
    """The documents that exactly one single change of one figure makes hold: every change of every figure is tried."""
    with judged(stage(documents)) as connection:
        before = {verdict.relation_id: verdict for verdict in read_verdicts(connection)}
        hypotheses = [
            Hypothesis((change,))
            for document in documents
            for one in figures_of(document)
            for change in single_changes(_printed(one))
        ]
        home = {one.observation_id: document.document for document in documents for one in document.observations}
        broken: dict[str, set[str]] = {}
        for verdict in before.values():
            if verdict.outcome == "broken":
                broken.setdefault(verdict.document, set()).add(verdict.relation_id)
        fits: dict[int, set[str]] = {}
        spoils: set[int] = set()
        for number, outcomes in enumerate(outcomes_if(connection, hypotheses)):
            fits[number] = {name for name, outcome in outcomes.items() if outcome == "holds"}
            if any(before[name].outcome == "holds" for name in outcomes.keys() - fits[number]):
                spoils.add(number)
    counts: Counter[str] = Counter()
    for number, hypothesis in enumerate(hypotheses):
        document = home[hypothesis.changes[0].observation_id]
        if number not in spoils and broken.get(document) and broken[document] <= fits[number]:
            counts[document] += 1
    return {document for document, count in counts.items() if count == 1}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=200)
    parser.add_argument("--golden", action="store_true")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--show", type=int, default=0, help="print so many errors that slipped or were not mended")
    args = parser.parse_args()
    documents = [document for document, _ in golden_sets()] if args.golden else made_up_documents(60)
    results = judge(put_errors(documents, args.errors, args.seed))
    print_results(results)
    wrong = [one for one in results if not one.found or (one.unique and not one.right)]
    for one in wrong[: args.show]:
        was = "slipped" if not one.found else "mended wrongly"
        print(f"{was}: {one.slip.kind} of {one.slip.figure.quote} in {one.slip.document.document}")


def print_results(results: Sequence[Result]) -> None:
    """Found, unique and right, over all errors and kind by kind."""
    for kind in ("all", *dict.fromkeys(KINDS)):
        own = [one for one in results if kind in ("all", one.slip.kind)]
        found, unique = [one for one in own if one.found], [one for one in own if one.unique]
        right, right_unique = sum(one.right for one in own), sum(one.right for one in unique)
        share = Decimal(len(found)) / max(1, len(own))
        print(
            f"{kind:<15} errors {len(own):>4}  found {len(found):>4} ({share:.3f})  unique {len(unique):>4}"
            f"  right of unique {right_unique:>4} ({right_unique / max(1, len(unique)):.3f})"
            f"  right of all {right:>4} ({right / max(1, len(own)):.3f})"
        )


if __name__ == "__main__":
    main()
