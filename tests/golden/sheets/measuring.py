"""How far what was read of a workbook agrees with its gold of cells: one tally a workbook, shares over all."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from pipelines.extraction import extract_file
from pipelines.model import Observation

#: Workbooks with a gold of their cells; those of the project's raw/ have only the gold here.
FOLDER = Path(__file__).parent / "measured"
_RAW = Path(__file__).parents[3] / "raw" / "spreadsheets"
FILES = sorted(path.name.removesuffix(".gold.csv") for path in FOLDER.glob("*.gold.csv"))
#: The figures that `tally` counts, each as `…_right` of `…_of`; those of MATCHED also as `…_said`.
MATCHED = ("found", "measured", "part_of")
ATTRIBUTES = ("indicator", "population_group", "place", "period")

Record = Mapping[str, str]
Cell = tuple[str, str]


def read_gold(path: Path) -> list[Record]:
    """The rows of a gold file, a cell each."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tally(gold: Sequence[Record], read: Sequence[Observation]) -> Counter[str]:
    """Counts of what is right, over the cells of one workbook."""
    one_sheet = len({record["sheet"] for record in gold}) == 1
    cells = {_cell(one.locator.sheet, one.locator.cell, one_sheet): one for one in read}
    counts = Counter(found_of=len(gold), found_said=len(read), measured_of=len(gold), measured_said=len(read))
    for record in gold:
        one = cells.get(_cell(record["sheet"], record["cell"], one_sheet))
        counts["found_right"] += one is not None
        if one is None or (one.unit or "") != record["unit"] or not _same(one.value, Decimal(record["value"])):
            continue
        counts["measured_right"] += 1
        said = _attributes(one)
        for name in ATTRIBUTES:
            counts[f"{name}_of"] += 1
            wanted = record["period_end"] if name == "period" else record["place_code" if name == "place" else name]
            counts[f"{name}_right"] += wanted in said[name]
    names = {one.observation_id: cell for cell, one in cells.items()}
    said_links = {(cell, names[whole]) for cell, one in cells.items() for whole in one.part_of if whole in names}
    gold_links = {
        (_cell(record["sheet"], record["cell"], one_sheet), _cell(record["sheet"], whole, one_sheet))
        for record in gold
        for whole in filter(None, record["totals"].split(";"))
    }
    counts.update(part_of_of=len(gold_links), part_of_said=len(said_links), part_of_right=len(gold_links & said_links))
    return counts


def workbook_path(name: str) -> Path:
    """Where a measured workbook lies."""
    return FOLDER / name if (FOLDER / name).exists() else _RAW / name


def tally_file(name: str) -> Counter[str]:
    """What is right of one measured workbook."""
    return tally(read_gold(FOLDER / f"{name}.gold.csv"), extract_file(workbook_path(name), name).observations)


def tally_all() -> Counter[str]:
    """What is right over the cells of all measured workbooks."""
    total: Counter[str] = Counter()
    for name in FILES:
        total += tally_file(name)
    return total


def share(counts: Mapping[str, int], name: str) -> float:
    """The right share of an attribute; of a match, F1."""
    of = counts[f"{name}_of"] + counts[f"{name}_said"] if name in MATCHED else counts[f"{name}_of"]
    right = counts[f"{name}_right"] * (2 if name in MATCHED else 1)
    return right / of if of else 0.0


def _cell(sheet: str | None, cell: str | None, one_sheet: bool) -> Cell:
    return "" if one_sheet else sheet or "", cell or ""


def _attributes(one: Observation) -> dict[str, tuple[str, ...]]:
    meaning = one.meaning
    place = (meaning.place.code or "", meaning.place.name) if meaning.place else ()
    return {
        "indicator": (meaning.indicator or "",),
        "population_group": (meaning.population_group or "",),
        "place": place,
        "period": (meaning.period.end.isoformat(),) if meaning.period else (),
    }


def _same(value: Decimal, wanted: Decimal) -> bool:
    return abs(value - wanted) <= abs(wanted) * Decimal("1e-9")
