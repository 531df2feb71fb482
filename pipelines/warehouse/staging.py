"""Extractions to Arrow tables: the staging tables, one schema each, flattened from pipelines.model.

The same tables are written to Parquet shards by a run and loaded into memory by `solieu check`. Nothing is
computed here: what figures mean belongs to the rooms before, what follows from them to sql/.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import Any

from pipelines.model import Extraction, Observation, Problem, Relation

DOCUMENT = "stg_document"
OBSERVATION = "stg_observation"
RELATION = "stg_relation"
MEMBER = "stg_relation_member"
PROBLEM = "stg_problem"

#: Figures are DECIMAL(28, 6): 22 digits before the point and six behind it.
_PRECISION, _SCALE = 28, 6
_UNIT = Decimal(1).scaleb(-_SCALE)
_TOO_LARGE = Decimal(10) ** (_PRECISION - _SCALE)
#: Attributes of an Extraction that are columns of stg_document; all others are kept in its column `attributes`.
_TEXT_ATTRIBUTES = ("title", "publisher", "author", "url", "language", "encoding")


@cache
def schemas() -> Mapping[str, Any]:
    """The Arrow schema of each staging table, by its name."""
    import pyarrow as pa

    text, whole, figure, flag = pa.string(), pa.int32(), pa.decimal128(_PRECISION, _SCALE), pa.bool_()
    day, texts = pa.date32(), pa.list_(pa.string())
    section = pa.struct([("kind", text), ("start", whole), ("end", whole)])
    columns: dict[str, list[tuple[str, Any]]] = {
        DOCUMENT: [
            ("document", text), ("sha256", text), ("kind", text), ("text", text), ("sections", pa.list_(section)),
            *((name, text) for name in _TEXT_ATTRIBUTES),
            ("published", day), ("made_up", flag), ("attributes", text),
        ],
        OBSERVATION: [
            ("observation_id", text), ("statement_id", text), ("document", text), ("position", whole),
            ("section", text), ("sentence", text), ("quote", text), ("char_start", whole), ("char_end", whole),
            ("sheet", text), ("cell", text),
            ("value", figure), ("value_high", figure), ("comparator", text), ("unit", text),
            ("value_printed", text), ("unit_printed", text), ("factor", figure),
            ("interval_low", figure), ("interval_high", figure),
            ("indicator", text), ("population_group", text), ("programme", text), ("funding_source", text),
            ("sex", text), ("place", text), ("place_code", text), ("place_level", whole), ("place_valid_from", day),
            ("period", text), ("period_start", day), ("period_end", day), ("time_basis", text),
            ("status", text), ("per", text),
            ("confidence", pa.float64()), ("rule", text), ("flags", texts), ("part_of", texts),
        ],
        RELATION: [
            ("relation_id", text), ("document", text), ("kind", text), ("exhaustive", flag),
            ("multiplier", figure), ("years", figure), ("rule", text),
        ],
        MEMBER: [
            ("relation_id", text), ("document", text), ("position", whole), ("observation_id", text),
            ("role", text), ("sign", whole),
        ],
        PROBLEM: [("document", text), ("position", whole), ("code", text), ("place", text), ("detail", text)],
    }  # fmt: skip
    return {name: pa.schema(fields) for name, fields in columns.items()}


def stage(extractions: Iterable[Extraction]) -> dict[str, Any]:
    """Extractions as Arrow tables by name, in their order; empty tables where there is nothing.

    A figure that DECIMAL(28, 6) cannot hold is left out with a Problem "figure_too_large", and with it every
    relation that it belongs to. Digits behind the sixth are rounded half to even, bounds outwards.
    """
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in schemas()}
    for extraction in extractions:
        _flatten(extraction, rows)
    return {name: _table(schema, rows[name]) for name, schema in schemas().items()}


def _table(schema: Any, rows: Sequence[tuple[Any, ...]]) -> Any:
    import pyarrow as pa

    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _flatten(extraction: Extraction, rows: Mapping[str, list[tuple[Any, ...]]]) -> None:
    large = {o.observation_id: o for o in extraction.observations if not _fits(o)}
    rows[DOCUMENT].append(_document(extraction))
    rows[OBSERVATION] += (
        _observation(extraction.document, observation, position, large)
        for position, observation in enumerate(extraction.observations)
        if observation.observation_id not in large
    )
    for relation in extraction.relations:
        if any(member.observation_id in large for member in relation.members):
            continue
        rows[RELATION].append(_relation(extraction.document, relation))
        rows[MEMBER] += (
            (relation.relation_id, extraction.document, position, member.observation_id, member.role, member.sign)
            for position, member in enumerate(relation.members)
        )
    rows[PROBLEM] += (
        (extraction.document, position, problem.code, problem.place, problem.detail)
        for position, problem in enumerate([*extraction.problems, *_too_large(large.values())])
    )


def _document(extraction: Extraction) -> tuple[Any, ...]:
    attributes = dict(extraction.attributes)
    kind, made_up = attributes.pop("kind", None), attributes.pop("made_up", None)
    texts = tuple(attributes.pop(name, None) for name in _TEXT_ATTRIBUTES)
    published = _day(attributes.get("published"))
    if published is not None:
        del attributes["published"]
    rest = {name: value for name, value in sorted(attributes.items()) if value is not None}
    return (
        extraction.document, extraction.sha256, kind, extraction.text,
        [{"kind": section.kind, "start": section.start, "end": section.end} for section in extraction.sections],
        *texts, published, made_up == "true", json.dumps(rest, ensure_ascii=False) if rest else None,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    """An ISO date; anything else stays among the attributes as it is told."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _observation(
    document: str, one: Observation, position: int, left_out: Mapping[str, Observation]
) -> tuple[Any, ...]:
    meaning, locator, place, period = one.meaning, one.locator, one.meaning.place, one.meaning.period
    return (
        one.observation_id, one.statement_id, document, position,
        one.section, one.sentence, one.quote, locator.char_start, locator.char_end, locator.sheet, locator.cell,
        _rounded(one.value), _rounded(one.value_high), one.comparator, one.unit,
        one.value_printed, one.unit_printed, _rounded(one.factor),
        _bound(one.interval.low, ROUND_FLOOR), _bound(one.interval.high, ROUND_CEILING),
        meaning.indicator, meaning.population_group, meaning.programme, meaning.funding_source, meaning.sex,
        place.name if place else None, place.code if place else None, place.level if place else None,
        place.valid_from if place else None,
        period.text if period else None, period.start if period else None, period.end if period else None,
        meaning.time_basis, meaning.status, meaning.per,
        one.confidence, one.rule, sorted(one.flags), [total for total in one.part_of if total not in left_out],
    )  # fmt: skip


def _relation(document: str, relation: Relation) -> tuple[Any, ...]:
    return (
        relation.relation_id, document, relation.kind, relation.exhaustive,
        _rounded(relation.multiplier), _rounded(relation.years), relation.rule,
    )  # fmt: skip


def _fits(observation: Observation) -> bool:
    figures = (observation.value, observation.value_high, observation.factor)
    return all(figure is None or abs(figure) < _TOO_LARGE for figure in figures)


def _too_large(observations: Iterable[Observation]) -> Iterator[Problem]:
    for one in observations:
        at = one.locator
        place = f"{at.sheet}!{at.cell}" if at.cell else f"characters {at.char_start}-{at.char_end}"
        yield Problem("figure_too_large", one.document, place, one.quote)


def _rounded(figure: Decimal | None, rounding: str = ROUND_HALF_EVEN) -> Decimal | None:
    """A figure with at most six decimals."""
    if figure is None:
        return None
    exponent = figure.as_tuple().exponent
    return figure.quantize(_UNIT, rounding) if isinstance(exponent, int) and exponent < -_SCALE else figure


def _bound(bound: Decimal | None, rounding: str) -> Decimal | None:
    """A bound of an interval; one that no figure can reach is none."""
    return None if bound is None or abs(bound) >= _TOO_LARGE else _rounded(bound, rounding)
