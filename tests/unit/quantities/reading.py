"""How the tests of this room read a text and show what was read."""

from pipelines.model import Quantity
from pipelines.orthography import normalise
from pipelines.quantities import scan
from pipelines.quantities.jsonl import plain

STATISTICS = frozenset({"count", "money", "rate", "measure", "ratio"})


def quantities(text: str) -> tuple[Quantity, ...]:
    return scan(normalise(text))


def statistics(text: str) -> list[Quantity]:
    """Those that count or measure, a length of time aside."""
    return [q for q in quantities(text) if q.kind in STATISTICS and "duration" not in q.flags]


def shown(quantity: Quantity, text: str) -> str:
    """A quantity in one line: quote, comparator, value, unit, what it is per, denominator."""
    value = plain(quantity.value) or ""
    if quantity.value_high is not None:
        value += f"..{plain(quantity.value_high)}"
    if quantity.denominator is not None:
        value += f" of {plain(quantity.denominator.value)}"
    sign = "" if quantity.comparator == "=" else quantity.comparator
    per = f"/{quantity.per}" if quantity.per else ""
    if quantity.period is not None:
        value = quantity.period.text
    elif quantity.relative is not None and quantity.value is None:
        relative = quantity.relative
        value = f"{relative.anchor} {relative.years:+d} {relative.part} {relative.since or ''}".rstrip()
    return f"{text[quantity.start : quantity.end]} = {sign}{value} {quantity.unit or ''}{per}".rstrip()


def read(text: str) -> list[str]:
    """The statistics of a text, each in one line."""
    normal = normalise(text)
    return [shown(quantity, normal.text) for quantity in statistics(text)]
