"""Observations as the flat records that commands print. The names stay: other programs rely on them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from pipelines.model import Observation

Record = dict[str, object]
#: The names of its fields in their order.
FIELDS = (
    "document", "observation_id", "statement_id", "quote", "char_start", "char_end", "sheet", "cell", "value",
    "value_high", "comparator", "unit", "value_printed", "unit_printed", "indicator", "population_group",
    "programme", "funding_source", "sex", "place", "place_code", "place_valid_from", "period", "period_start",
    "period_end", "time_basis", "status", "per", "part_of", "section", "sentence", "confidence", "rule", "flags",
)  # fmt: skip


def observation_record(observation: "Observation") -> Record:
    """An observation as one flat record; decimals and days are texts, ids of totals a list."""
    meaning, locator = observation.meaning, observation.locator
    place, period = meaning.place, meaning.period
    return {
        "document": observation.document,
        "observation_id": observation.observation_id,
        "statement_id": observation.statement_id,
        "quote": observation.quote,
        "char_start": locator.char_start,
        "char_end": locator.char_end,
        "sheet": locator.sheet,
        "cell": locator.cell,
        "value": decimal_text(observation.value),
        "value_high": decimal_text(observation.value_high),
        "comparator": observation.comparator,
        "unit": observation.unit,
        "value_printed": observation.value_printed,
        "unit_printed": observation.unit_printed,
        "indicator": meaning.indicator,
        "population_group": meaning.population_group,
        "programme": meaning.programme,
        "funding_source": meaning.funding_source,
        "sex": meaning.sex,
        "place": place.name if place else None,
        "place_code": place.code if place else None,
        "place_valid_from": place.valid_from.isoformat() if place and place.valid_from else None,
        "period": period.text if period else None,
        "period_start": period.start.isoformat() if period else None,
        "period_end": period.end.isoformat() if period else None,
        "time_basis": meaning.time_basis,
        "status": meaning.status,
        "per": meaning.per,
        "part_of": list(observation.part_of),
        "section": observation.section,
        "sentence": observation.sentence,
        "confidence": observation.confidence,
        "rule": observation.rule,
        "flags": sorted(observation.flags),
    }


def decimal_text(value: "Decimal | None") -> str | None:
    """A decimal in plain digits, without an exponent and without zeros behind the last digit of its fraction."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
