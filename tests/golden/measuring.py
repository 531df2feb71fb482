"""How far what was read of an article agrees with its hand-made gold: one tally a document, figures over all."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.extraction import extract_file
from pipelines.model import Observation

#: Gold units and the codes that say the same.
_UNITS = {"m2": {"m²", "square_metre"}, "ha": {"hectare"}, "kg": {"kilogram"}, "tấn": {"tonne"}}
_NOT_COUNTED = frozenset({"VND", "USD", "EUR", "percent", "percentage_point"})
_TYPE = re.compile(r"^(tinh|thanh pho|tp\.?|huyen|thi xa|quan|xa|phuong|thi tran)\s+")
_COUNTRY = {"ca nuoc", "toan quoc", "viet nam", ""}

Gold = dict[str, Any]


def read_gold(path: Path) -> list[Gold]:
    """The statistics of a gold file, in order."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [record for record in records if record["role"] == "statistic"]


def tally(gold: Sequence[Gold], read: Sequence[Observation]) -> Counter[str]:
    """Counts of what is right: `…_right` of `…_of`; of measured and part_of also `…_said`."""
    pairs = {g: s for g, s in _matched(gold, read).items() if _is_measured(gold[g], read[s])}
    counts: Counter[str] = Counter(measured_of=len(gold), measured_said=len(read), measured_right=len(pairs))
    for g, s in pairs.items():
        record, meaning = gold[g], read[s].meaning
        if record["period_end"]:
            told = (str(meaning.period.start), str(meaning.period.end)) if meaning.period else (None, None)
            wanted = (record["period_start"], record["period_end"])
            as_of = wanted[0] == wanted[1] == told[1]
            counts.update(period_of=1, period_right=int(told == wanted or as_of))
        if record["place"]:
            counts.update(place_of=1, place_right=int(_same_place(record["place"], meaning.place)))
        counts.update(status_of=1, status_right=int(_same_status(record, meaning.status)))
        for name in ("indicator", "population_group"):
            if record[name]:
                counts.update({f"{name}_of": 1, f"{name}_right": int(getattr(meaning, name) in record[name])})
    counts.update(_parts(gold, read, pairs))
    return counts


def right(gold: Sequence[Gold], read: Sequence[Observation]) -> list[bool]:
    """Of each observation whether value, comparator and unit are right, and the indicator where the gold has one."""
    records = {s: gold[g] for g, s in _matched(gold, read).items()}

    def is_right(number: int, one: Observation) -> bool:
        record = records.get(number)
        if record is None or not _is_measured(record, one):
            return False
        return not record["indicator"] or one.meaning.indicator in record["indicator"]

    return [is_right(number, one) for number, one in enumerate(read)]


#: Articles that the rules were made with, and those whose gold was written before the rules had seen them.
SETS = ("articles", "blind")


def gold_files(name: str) -> list[Path]:
    """The gold of a set of articles, in order; each text stands beside its own."""
    return sorted((Path(__file__).parent / name).glob("*.gold.jsonl"))


def tally_all(name: str) -> Counter[str]:
    """What is right over all articles of a set."""
    total: Counter[str] = Counter()
    for gold in gold_files(name):
        path = gold.with_name(gold.name.replace(".gold.jsonl", ".txt"))
        total += tally(read_gold(gold), extract_file(path, path.name).observations)
    return total


def share(counts: Counter[str], name: str) -> float:
    """The share that is right; of what is also said beyond the gold the F1."""
    right, of, said = counts[f"{name}_right"], counts[f"{name}_of"], counts[f"{name}_said"]
    return 2 * right / (of + said) if said else right / of


def _matched(gold: Sequence[Gold], read: Sequence[Observation]) -> dict[int, int]:
    """Records and observations that overlap, one to one: right values first, then the greater overlap."""
    options = []
    for g, record in enumerate(gold):
        for s, one in enumerate(read):
            start, end = one.locator.char_start or 0, one.locator.char_end or 0
            shared = min(record["end"], end) - max(record["start"], start)
            if shared > 0:
                options.append((_is_measured(record, one), shared, -abs(record["start"] - start), g, s))
    pairs: dict[int, int] = {}
    for *_, g, s in sorted(options, reverse=True):
        if g not in pairs and s not in pairs.values():
            pairs[g] = s
    return pairs


def _is_measured(record: Gold, one: Observation) -> bool:
    return (
        _same_number(record["value"], one.value)
        and _same_number(record["value_high"], one.value_high)
        and record["comparator"] == one.comparator
        and _same_unit(record["unit"], one.unit)
    )


def _same_unit(wanted: str | None, told: str | None) -> bool:
    """Whether units agree; a noun of the gold without a code is any thing counted."""
    if wanted is None or wanted == told or {wanted, told} == {"percent", "percentage_point"}:
        return True
    noun = not wanted.isascii() and wanted not in _UNITS and told not in _NOT_COUNTED
    return told is not None and (noun or told in _UNITS.get(wanted, ()))


def _same_number(wanted: float | None, told: Decimal | None) -> bool:
    if wanted is None or told is None:
        return wanted is None and told is None
    return abs(float(told) - wanted) < 1e-6


def _same_status(record: Gold, status: str) -> bool:
    wanted = {"policy_norm": "norm"}.get(record["status"], record["status"])
    paid_at_norm = bool(record["per"]) and {status, wanted} == {"actual", "norm"}
    return status == wanted or {status, wanted} == {"plan", "target"} or paid_at_norm


def _same_place(wanted: str, place: Any) -> bool:
    one, other = _plain(wanted), _plain(place.name if place else "")
    return one == other or {one, other} <= _COUNTRY


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.strip().casefold()).replace("đ", "d")
    return _TYPE.sub("", re.sub(r"[’'`‘\u0300-\u036f]", "", letters))


def _parts(gold: Sequence[Gold], read: Sequence[Observation], pairs: dict[int, int]) -> dict[str, int]:
    """Links from parts to totals, between measured ones."""
    index = {record["i"]: number for number, record in enumerate(gold)}
    wanted = {(g, index[record["part_of"]]) for g, record in enumerate(gold) if record["part_of"] in index}
    by_id = {one.observation_id: number for number, one in enumerate(read)}
    back = {s: g for g, s in pairs.items()}
    told = {
        (back.get(s, -1 - s), back.get(by_id[total], -1 - by_id[total]))
        for s, one in enumerate(read)
        for total in one.part_of
    }
    return {"part_of_of": len(wanted), "part_of_said": len(told), "part_of_right": len(wanted & told)}
