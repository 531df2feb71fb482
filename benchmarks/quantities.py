"""How fast prose is scanned for quantities, beside a bare search for digits; and that hostile text stays linear.

    python -m benchmarks.quantities [FILE] [--copies 1 10 100] [--hostile MEGABYTES]

Prints characters a second on one core (best of some runs), the ratio to `re` digits, and for each hostile text the
time of one and of four times its length. FILE is a text of the genre; without it the golden article is read.
"""

import argparse
import re
from pathlib import Path

from benchmarks.timing import best
from pipelines.orthography import normalise
from pipelines.quantities import scan

ARTICLE = Path(__file__).parents[1] / "tests" / "golden" / "quantities" / "article.txt"
DIGITS = re.compile("[0-9]+")
HOSTILE = {
    "digits": "7",
    "digits and dots": "1.",
    "tỷ without numbers": "tỷ ",
    "numbers and tỷ": "1 tỷ ",
    "number words": "hai ba năm ",
    "bare list": "1, ",
    "fractions": "1/",
    "phone": "0-",
    "brackets": "(1) ",
    "letters": "a",
    "capitals": "A 1 ",
    "one line": "hộ nghèo 5 ",
    "open brackets": "(",
    "combining marks": "\u0301",
    "unit lines": "đvt: hộ 1 ",
}


def measure_lengths(text: str, copies: list[int]) -> None:
    """Speed at several lengths of the same text."""
    print(f"{'copies':>7} {'characters':>11} {'found':>7} {'M characters/s':>15} {'times re digits':>16}")
    for count in copies:
        normal = normalise(text * count)
        runs = 20 if count < 10 else 5
        found = len(scan(normal))
        scanning = best(lambda normal=normal: scan(normal), runs)  # type: ignore[misc]
        digits = best(lambda normal=normal: list(DIGITS.finditer(normal.text)), runs)  # type: ignore[misc]
        speed = len(normal.text) / scanning / 1e6
        print(f"{count:>7} {len(normal.text):>11} {found:>7} {speed:>15.2f} {scanning / digits:>16.1f}")


def measure_hostile(size: int) -> None:
    """Growth of the time with the length of texts made to be slow: 4.0 is linear."""
    print(f"\n{'hostile text':<20} {'seconds':>8} {'growth of 4x':>13}")
    for name, piece in HOSTILE.items():
        text = "5 hộ " + piece * (size // 4 // len(piece))
        small, large = normalise(text), normalise(text * 4)
        quarter = best(lambda normal=small: scan(normal), 1)  # type: ignore[misc]
        whole = best(lambda normal=large: scan(normal), 1)  # type: ignore[misc]
        print(f"{name:<20} {whole:>8.2f} {whole / quarter:>13.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=ARTICLE)
    parser.add_argument("--copies", nargs="+", type=int, default=[1, 10, 100])
    parser.add_argument("--hostile", type=float, default=0.4, metavar="MEGABYTES")
    arguments = parser.parse_args()
    scan(normalise("hai hộ"))  # the tables are built at first use
    measure_lengths(arguments.file.read_text(encoding="utf-8-sig"), arguments.copies)
    if arguments.hostile:
        measure_hostile(int(arguments.hostile * 1_000_000))


if __name__ == "__main__":
    main()
