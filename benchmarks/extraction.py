"""How fast texts become observations on one core, beside a bare search for digits; and that the cost stays linear.

    python -m benchmarks.extraction [--megabytes 5] [--hostile 10] [--runs 3]

Duckling, the best peer, reads one of the articles in the same run where it is installed (`pip install
pyduckling-native-phihos`, for Linux on x86-64 alone, so that it is none of the development extras). One only: over some
lines of the others it sits for minutes.

The text is made of the golden articles: their lines in other orders, the digits of their figures changed (lengths and
separators kept), so that nothing is read twice. It is as dense as they are, a figure in some 60 characters; the same
text with paragraphs without figures between stands for long reports. Measured is the whole way on one core: sections,
quantities, observations with their meaning, relations. Printed are characters a second (best of some runs), then those
of one document at 1, 10 and 100 times its length, then the time of texts made to be slow, at their full length and how
many times that of a quarter it is (4.0 is linear).
"""

import argparse
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipelines.model import Document
from pipelines.readers.documents import read_taken
from pipelines.readers.sidecar import Origin
from pipelines.readers.taken import TakenText
from pipelines.statements.reading import read

ARTICLES = Path(__file__).parents[1] / "tests" / "golden" / "articles"
DIGITS = re.compile("[0-9]+")
#: What Duckling reads, line by line.
PEER_ARTICLE = ARTICLES / "bach-thong-2023.txt"
#: Its characters a second as measured in November 2026 on two cores of this kind: they stand for it where it is not
#: installed.
DUCKLING = 129_000
#: Digits are changed in figures, not in years, days and numbers of documents.
_FIGURE = re.compile(r"(?<![\d/.,-])(?!(?:19|20)\d\d(?!\d|[.,]\d))\d+(?:[.,]\d+)*(?![\d/-])")
#: So many lines without a figure behind each with one make a text as sparse as long reports are.
_SPARSE = 4
_PARAGRAPH = 150
HOSTILE = {
    "digits": "7",
    "tỷ": "tỷ ",
    "one line": "hộ nghèo 5 xã, ",
    "one line without figures": "huyện Bạch Thông hỗ trợ hộ nghèo ",
    "numbers and tỷ": "1 tỷ ",
    "names": "Bạch Thông, ",
    "list": "5 hộ; ",
    "counts with rates": "5 hộ/12 hộ, đạt 41,7%; ",
    "bulleted lines": "- Xã Tân Lập: 5 hộ;\n",
    "a table in prose": "Xã Tân Lập\t5\t7\t9\n",
    "open brackets": "(",
    "combining marks": "ọ\u0301",
}


def golden_texts() -> list[str]:
    """The golden articles."""
    paths = sorted(ARTICLES.glob("*.gold.jsonl"))
    return [path.with_name(path.name.replace(".gold.jsonl", ".txt")).read_text(encoding="utf-8") for path in paths]


def varied(texts: Sequence[str], characters: int) -> Iterator[str]:
    """Documents like the golden articles, of so many characters together; the same in every run."""
    chance = random.Random(7)
    made = 0
    while made < characters:
        lines = chance.choice(texts).splitlines()
        body = [line for line in lines[1:] if line.strip()]
        chance.shuffle(body)
        text = "\n".join([lines[0], *body])
        text = _FIGURE.sub(lambda figure: _changed(figure[0], chance), text)
        made += len(text)
        yield text


def sparse(texts: Sequence[str]) -> list[str]:
    """The same documents with lines without figures between theirs."""
    plain = [line for text in texts[:50] for line in text.splitlines() if len(line) > 80 and not DIGITS.search(line)]
    found = []
    for number, text in enumerate(texts):
        lines = text.splitlines()
        parts = [(line, *(plain[(number + at * _SPARSE + more) % len(plain)] for more in range(_SPARSE)))
                 for at, line in enumerate(lines)]  # fmt: skip
        found.append("\n".join(line for part in parts for line in part))
    return found


def running_text(texts: Sequence[str], characters: int) -> str:
    """Lines of running text only: a byline or a list of other articles would end one document of many."""
    lines = (line for text in texts for line in text.splitlines()[1:] if len(line) > _PARAGRAPH)
    return "\n".join(lines)[:characters]


def _changed(figure: str, chance: random.Random) -> str:
    """A figure with other digits; a leading zero and the signs stay."""
    return "".join(
        str(chance.randint(1 if at == 0 else 0, 9)) if sign.isdigit() and not (at == 0 and sign == "0") else sign
        for at, sign in enumerate(figure)
    )


def extract(text: str) -> int:
    """Read a text from its sections to its relations; the number of observations."""
    taken = read_taken("benchmark.txt", "0", TakenText(text, "utf-8"), Origin(), "text").document
    assert isinstance(taken, Document)
    return len(read(taken)[0])


def best(work: Callable[[], int], runs: int) -> tuple[float, int]:
    """Seconds of this process of the fastest of some runs, and what the work gave."""
    seconds, result = [], 0
    for _ in range(runs):
        start = time.process_time()
        result = work()
        seconds.append(time.process_time() - start)
    return min(seconds), result


def duckling_reader() -> Callable[[str], int] | None:
    """Duckling over the lines of a text, giving the number of its finds; None where it is not installed."""
    try:
        import duckling
    except ImportError:
        return None
    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    now = duckling.parse_ref_time(zones, "Asia/Ho_Chi_Minh", 1_700_000_000)
    locale = duckling.parse_locale("VI", duckling.default_locale_lang(duckling.parse_lang("VI")))
    context = duckling.Context(now, locale)
    kinds = duckling.parse_dimensions(["amount-of-money", "number", "ordinal", "quantity", "time", "duration"])
    return lambda text: sum(len(duckling.parse(line, context, kinds, False)) for line in text.splitlines())


def measure_peer(runs: int) -> float:
    """Characters a second of Duckling on its article, else the published figure."""
    reader = duckling_reader()
    if reader is None:
        print(f"(Duckling is not installed: its published {DUCKLING} characters/s stand for it)")
        return DUCKLING
    text = PEER_ARTICLE.read_text(encoding="utf-8")
    seconds, found = best(lambda: reader(text), 10 * runs)
    print(f"(Duckling on {PEER_ARTICLE.name}: {found} finds, {len(text) / seconds:.0f} characters/s)")
    return len(text) / seconds


def measure_documents(name: str, texts: Sequence[str], runs: int, peer: float) -> None:
    """Speed on many documents; `peer` is Duckling's in characters a second."""
    characters = sum(map(len, texts))
    seconds, found = best(lambda: sum(map(extract, texts)), runs)
    digits, _ = best(lambda: sum(len(DIGITS.findall(text)) for text in texts), runs)
    speed, density = characters / seconds, characters / max(found, 1)
    print(f"{name:<7} {len(texts):>9} {characters:>11} {found:>12} {density:>9.0f} {speed / 1e6:>8.3f}", end=" ")
    print(f"{characters / digits / 1e6:>9.0f} {speed / peer:>8.1f} {seconds / max(found, 1) * 1e6:>7.0f}")


def measure_lengths(text: str, runs: int) -> None:
    """Speed of one document of several lengths."""
    print(f"\n{'one document':<12} {'characters':>11} {'observations':>12} {'M char/s':>8}")
    for copies in (1, 10, 100):
        long = "\n".join([text] * copies)
        seconds, found = best(lambda long=long: extract(long), runs if copies < 100 else 1)  # type: ignore[misc]
        print(f"{copies:>10} x {len(long):>12} {found:>12} {len(long) / seconds / 1e6:>8.3f}")


def measure_hostile(size: int) -> None:
    """Growth of the time with the length of texts made to be slow."""
    print(f"\n{'hostile text':<26} {'characters':>11} {'seconds':>8} {'growth of 4x':>13}")
    for name, piece in HOSTILE.items():
        text = piece * (size // 4 // len(piece))
        quarter, _ = best(lambda text=text: extract(text), 1)  # type: ignore[misc]
        whole, _ = best(lambda text=text * 4: extract(text), 1)  # type: ignore[misc]
        print(f"{name:<26} {len(text) * 4:>11} {whole:>8.2f} {whole / quarter:>13.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=5.0, help="millions of characters of varied text")
    parser.add_argument("--hostile", type=float, default=10.0, help="millions of characters of each hostile text")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    texts = list(varied(golden_texts(), int(arguments.megabytes * 1e6)))
    extract(texts[0])  # the tables are built at first use
    peer = measure_peer(arguments.runs)
    print("text    documents  characters observations char/each M char/s re digits Duckling µs/each")
    measure_documents("dense", texts, arguments.runs, peer)
    measure_documents("sparse", sparse(texts)[: max(1, len(texts) // 4)], arguments.runs, peer)
    print("(re digits: M characters/s of a bare search; Duckling: times its characters/s)")
    measure_lengths(running_text(texts, 50_000), arguments.runs)
    if arguments.hostile:
        measure_hostile(int(arguments.hostile * 1e6))


if __name__ == "__main__":
    main()
