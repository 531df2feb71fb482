"""Relations made by hand: a helper that makes valid figures and overrides what a test is about.

`figure("103.8", "percent", "0.1")` is 103,8 % as printed with one decimal: it may be rounded or cut off. Without a step
the figure is exact, as whole things are.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pipelines.keys import relation_key, sentence_key, statement_key
from pipelines.model import (
    Comparator,
    Extraction,
    Interval,
    Locator,
    Meaning,
    Member,
    Observation,
    Relation,
    RelationKind,
)
from pipelines.quality.check import check
from pipelines.quality.verdicts import Verdict

DOCUMENT = "raw/articles/by-hand.txt"
_MEANING = frozenset(Meaning.__dataclass_fields__)
Told = tuple[str, Observation] | tuple[str, Observation, int]


def figure(
    value: str,
    unit: str | None = "household",
    step: str | None = None,
    comparator: Comparator = "=",
    *,
    factor: int = 1,
    **fields: Any,
) -> Observation:
    """An observation worth value times factor; other fields of Observation or Meaning by name."""
    worth = Decimal(value) * factor
    one = Decimal(step or 0) * factor
    meaning = Meaning(**{name: fields.pop(name) for name in _MEANING & fields.keys()})
    return Observation(
        observation_id="",
        statement_id="",
        document=DOCUMENT,
        locator=fields.pop("locator", Locator()),
        quote=fields.pop("quote", f"{value} {unit or ''}".strip()),
        value=worth,
        unit=unit,
        meaning=meaning,
        comparator=comparator,
        value_printed=fields.pop("value_printed", value.replace(".", ",")),
        unit_printed=fields.pop("unit_printed", unit),
        factor=Decimal(factor),
        interval=fields.pop("interval", _interval(worth, one, comparator)),
        **fields,
    )


def _interval(value: Decimal, step: Decimal, comparator: Comparator) -> Interval:
    """The bounds of a printed figure, as pipelines.quantities gives them."""
    if comparator == "=":
        return Interval(value - step / 2, value + step)
    step = step or Decimal(10) ** value.normalize().as_tuple().exponent  # type: ignore[operator]
    low = value - step if comparator in ("<", "<=", "~") else value
    high = value + step if comparator in (">", ">=", "~") else value
    return Interval(low, high)


def document(
    *relations: tuple[RelationKind, Sequence[Told]] | tuple[RelationKind, Sequence[Told], dict[str, Any]],
    name: str = DOCUMENT,
) -> Extraction:
    """A document with these relations: kind, members as (role, figure[, sign]), other fields of Relation.

    A figure that stands in two relations is the same object in both.
    """
    keys: dict[int, str] = {}
    observations: list[Observation] = []
    at = 0
    for relation in relations:
        for member in relation[1]:
            told = member[1]
            if id(told) not in keys:
                keys[id(told)] = sentence_key(name, "by hand", told.quote, len(keys))
                place = told.locator if told.locator.cell else Locator(at, at + len(told.quote))
                at += len(told.quote) + 1
                key = keys[id(told)]
                observations.append(
                    replace(told, observation_id=key, statement_id=statement_key(key), document=name, locator=place)
                )
    return Extraction(
        document=name,
        sha256="0" * 64,
        text=" ".join(one.quote for one in observations),
        observations=tuple(observations),
        relations=tuple(_relation(name, keys, *relation) for relation in relations),
    )


def _relation(
    name: str, keys: dict[int, str], kind: RelationKind, told: Sequence[Told], fields: dict[str, Any] | None = None
) -> Relation:
    members = tuple(
        Member(keys[id(one)], role, *sign)
        for role, one, *sign in told
    )  # fmt: skip
    key = relation_key(kind, [(member.role, member.observation_id) for member in members])
    return Relation(key, kind, name, members, **(fields or {}))


def judge(kind: RelationKind, members: Sequence[Told], **fields: Any) -> Verdict:
    """The verdict on one relation alone."""
    (verdict,) = check([document((kind, members, fields))])
    return verdict
