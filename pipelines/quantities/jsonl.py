"""A quantity as `solieu quantities --jsonl` prints it: JSON-able values, decimals as plain strings."""

from array import array
from decimal import Decimal

from pipelines.model import Quantity
from pipelines.orthography import NormalText, normalise, undo_legacy


def plain(number: Decimal | None) -> str | None:
    """A decimal without exponent and without idle zeros behind the point: 25796000000, 103.8.

    >>> plain(Decimal("2.5796E+10")), plain(Decimal("103.80"))
    ('25796000000', '103.8')
    """
    if number is None:
        return None
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def normal_form(text: str) -> NormalText:
    """The normal form of a text from outside, which may be in a legacy encoding; offsets lead back to it as given."""
    legacy = undo_legacy(text)
    if legacy is None:
        return normalise(text)
    inner = normalise(legacy.text)
    ends = range(len(inner.text) + 1) if inner.offsets is None else inner.offsets
    return NormalText(text, inner.text, inner.folded, array("l", (legacy.offsets[end] for end in ends)))


def as_record(quantity: Quantity, normal: NormalText) -> dict[str, object]:
    """The fields of a quantity; start and end are offsets of the source, as given.

    A period without its year has none of the three period fields but `relative` (see model.RelativePeriod); one that
    lasts from a known day to the day of publication is "2021-01-01/.." with its start.
    """
    start, end = normal.span(quantity.start, quantity.end)
    period = quantity.period
    relative = quantity.relative
    since = relative.since.isoformat() if relative and relative.since else None
    return {
        "start": start,
        "end": end,
        "kind": quantity.kind,
        "value": plain(quantity.value),
        "value_high": plain(quantity.value_high),
        "comparator": quantity.comparator,
        "unit": quantity.unit,
        "period": period.text if period else since and f"{since}/..",
        "period_start": period.start.isoformat() if period else since,
        "period_end": period.end.isoformat() if period else None,
        "relative": {"anchor": relative.anchor, "years": relative.years, "part": relative.part} if relative else None,
        "per": quantity.per,
        "denominator": plain(quantity.denominator.value) if quantity.denominator else None,
        "flags": sorted(quantity.flags),
    }
