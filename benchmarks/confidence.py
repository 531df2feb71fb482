"""How far the confidence of observations can be relied on, measured on the gold articles; and its calibration.

    python -m benchmarks.confidence [--write]

An observation is right where its value, comparator, unit and indicator are those of the gold. The calibration counts,
for each row of confidence.csv, the observations that rest on its grounds and how many of them are right; a row of few
is drawn towards the share of all. Measured is the calibration made from all articles but one on that one, for each in
turn: the expected calibration error (mean distance of what is said from what is right, over the observations of each
row), the Brier score, and that of saying the same of every observation. `--write` renews confidence.csv.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from unittest import mock

from pipelines.extraction import extract_file
from pipelines.statements import observations
from pipelines.statements.confidence import ConfidenceRow, Grounds, confidence_rows, grounds, row_for
from pipelines.statements.readings import Reading
from pipelines.vocabulary.loader import FOLDER
from tests.golden.measuring import SETS, gold_files, read_gold, right

#: A row counts as if it had so many more observations of the share of all.
PRIOR = 5

Rows = tuple[ConfidenceRow, ...]


class Judged(NamedTuple):
    """An observation of a gold article: on what it rests, and whether it is right."""

    article: str
    grounds: Grounds
    right: bool


def judged() -> list[Judged]:
    """All observations of the gold articles."""
    found = []
    for gold in (path for name in SETS for path in gold_files(name)):
        name = gold.name.removesuffix(".gold.jsonl")
        rests: list[Grounds] = []

        def keep(reading: Reading, rests: list[Grounds] = rests) -> float:
            rests.append(grounds(reading))
            return 0.0

        with mock.patch.object(observations, "confidence", keep):
            read = extract_file(gold.with_name(f"{name}.txt"), name).observations
        found += [Judged(name, *pair) for pair in zip(rests, right(read_gold(gold), read), strict=True)]
    return found


def calibrated(rows: Rows, among: Sequence[Judged]) -> Rows:
    """The rows with the counts and shares of these observations."""
    return _fitted(rows, Counter((_index(rows, one), one.right) for one in among))


def held_out(rows: Rows, among: Sequence[Judged]) -> list[tuple[ConfidenceRow, float, bool]]:
    """Each observation's row, and what the calibration of all other articles says of it."""
    counts: dict[str, Counter[tuple[int, bool]]] = defaultdict(Counter)
    for one in among:
        counts[one.article][_index(rows, one), one.right] += 1
    overall = sum(counts.values(), Counter())
    found = []
    for _, here in sorted(counts.items()):
        fitted = _fitted(rows, overall - here)
        for (index, is_right), number in here.items():
            found += [(rows[index], fitted[index].confidence, is_right)] * number
    return found


def _index(rows: Rows, one: Judged) -> int:
    """Which of the rows speaks of an observation."""
    row = row_for(rows, one.grounds)
    return next(index for index, other in enumerate(rows) if other is row)


def _fitted(rows: Rows, counts: Counter[tuple[int, bool]]) -> Rows:
    """The rows calibrated by how many of the observations of each are right and how many are not."""
    share = sum(number for (_, is_right), number in counts.items() if is_right) / counts.total()
    result = []
    for index, row in enumerate(rows):
        right_ones, seen = counts[index, True], counts[index, True] + counts[index, False]
        said = (right_ones + PRIOR * share) / (seen + PRIOR)
        result.append(replace(row, observations=seen, right=right_ones, confidence=round(said, 3)))
    return tuple(result)


def brier(pairs: Iterable[tuple[float, bool]]) -> float:
    """The mean square of what is said less what is so: 0 is perfect."""
    squares = [(said - is_right) ** 2 for said, is_right in pairs]
    return sum(squares) / len(squares)


def calibration_error(found: Sequence[tuple[ConfidenceRow, float, bool]]) -> float:
    """The expected calibration error over the rows as bins."""
    total = 0.0
    for row in {id(row): row for row, _, _ in found}.values():
        here = [(said, is_right) for other, said, is_right in found if other is row]
        total += abs(sum(said for said, _ in here) - sum(is_right for _, is_right in here))
    return total / len(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="renew confidence.csv")
    write = parser.parse_args().write
    among = judged()
    rows = confidence_rows()
    fitted = calibrated(rows, among)
    print(
        f"{'grounds':<16} {'fit from':>8} {'lead from':>9} {'observations':>12} {'right':>6} {'says':>6} {'renewed':>7}"
    )
    for row, new in zip(rows, fitted, strict=True):
        share = f"{new.right / new.observations:.3f}" if new.observations else "-"
        where = f"{row.told:<16} {row.fit_from:>8g} {row.lead_from:>9g}"
        print(f"{where} {new.observations:>12} {share:>6} {row.confidence:>6.3f} {new.confidence:>7.3f}")
    found = held_out(rows, among)
    overall = sum(one.right for one in among) / len(among)
    articles = len({one.article for one in among})
    print(f"\n{len(among)} observations of {articles} articles, {overall:.3f} right; each article left out in turn:")
    print(f"expected calibration error {calibration_error(found):.4f}")
    score = brier((said, is_right) for _, said, is_right in found)
    print(f"Brier score {score:.4f}; of one number for all {overall * (1 - overall):.4f}")
    if write:
        _write(fitted)


def _write(rows: Rows) -> None:
    columns = ("told", "fit_from", "lead_from", "observations", "right", "confidence", "note")
    with (FOLDER / "confidence.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            cells = (getattr(row, column) for column in columns)
            writer.writerow([f"{cell:g}" if isinstance(cell, float) else cell for cell in cells])


if __name__ == "__main__":
    main()
