"""How well articles and workbooks are read, measured against the gold of tests/golden.

    python -m benchmarks.reading

Shares of what was measured, F1 of what is matched, over all golden articles and over all cells of measured workbooks.
These texts were read while the rules were made; those of tests/golden/blind only after a first reading of them had been
measured. Unseen ones read somewhat worse.
"""

from collections import Counter
from collections.abc import Callable

from tests.golden import measuring
from tests.golden.sheets import measuring as sheets


def show(kind: str, counts: Counter[str], share: Callable[[Counter[str], str], float]) -> None:
    """Print a line a figure: its name, the share, and how many are right of how many."""
    print(kind)
    for name in sorted(name.removesuffix("_of") for name in counts if name.endswith("_of")):
        print(f"  {name:<17} {share(counts, name):.3f}   {counts[f'{name}_right']} of {counts[f'{name}_of']}")


if __name__ == "__main__":
    for name in measuring.SETS:
        show(name, measuring.tally_all(name), measuring.share)
    show("workbooks", sheets.tally_all(), sheets.share)
