"""Documents of relations without a text: the golden sets, and made-up ones of any number, for the checks to judge.

A golden set (tests/golden/relations) has the figures of a real article, the relations between them as a person found
them, and whether each holds. A made-up document has linked statements as the genre tells them: a total with its parts,
its plan and rate, a change on the year before, money with amounts a head, a repeat in the headline.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random
from typing import Any

from pipelines.keys import relation_key, sentence_key, statement_key
from pipelines.model import Extraction, Interval, Locator, Meaning, Member, Observation, Period, Place, Relation

GOLDEN = Path(__file__).parents[1] / "tests" / "golden" / "relations"
_PLACES = {"063": Place("Bạch Thông", "063", 2, date(2021, 11, 1))}
_UNIT_WORDS = {"household": "hộ", "person": "người", "VND": "đồng", "percent": "%", "percentage_point": "điểm %"}
_SCALES = {1: "", 10**3: "nghìn ", 10**6: "triệu ", 10**9: "tỷ "}


def golden_sets() -> list[tuple[Extraction, dict[str, str]]]:
    """The golden documents, each with the outcome of its relations by their keys."""
    return [_golden(json.loads(path.read_text("utf-8"))) for path in sorted(GOLDEN.glob("*.json"))]


def _golden(told: Mapping[str, Any]) -> tuple[Extraction, dict[str, str]]:
    document = f"raw/articles/{told['document']}.txt"
    place = _PLACES.get(told["place"] or "")
    figures = {}
    for at, (key, fields) in enumerate(told["figures"].items()):
        year = fields.pop("year")
        period = Period(str(year), date(year, 1, 1), date(year, 12, 31)) if year else None
        meaning = Meaning(
            indicator=fields.pop("indicator"), population_group=fields.pop("population_group"), place=place,
            period=period, status=fields.pop("status"), per=fields.pop("per"),
        )  # fmt: skip
        figures[key] = observation(document, at, meaning=meaning, **fields)
    relations, outcomes = [], {}
    for one in told["relations"]:
        members = [(role, figures[str(key)]) for role, key in one["members"]]
        made = relation(document, one["kind"], members, one.get("exhaustive"), one.get("years"))
        relations.append(made)
        outcomes[made.relation_id] = one["outcome"]
    return Extraction(document, "0" * 64, "", (), tuple(figures.values()), tuple(relations)), outcomes


def observation(
    document: str, at: int, quote: str, value: str, low: str | None, high: str | None, unit: str | None,
    *, factor: str = "1", value_printed: str, unit_printed: str | None, comparator: Any = "=", meaning: Meaning,
) -> Observation:  # fmt: skip
    """An observation with these fields; its key follows from document, rank and quote."""
    key = sentence_key(document, f"figure {at}", quote, 0)
    return Observation(
        observation_id=key, statement_id=statement_key(key), document=document, locator=Locator(at * 100, at * 100 + 9),
        quote=quote, value=Decimal(value), unit=unit, meaning=meaning, comparator=comparator,
        value_printed=value_printed, unit_printed=unit_printed, factor=Decimal(factor),
        interval=Interval(Decimal(low) if low else None, Decimal(high) if high else None),
    )  # fmt: skip


def relation(
    document: str,
    kind: Any,
    members: list[tuple[str, Observation]],
    exhaustive: bool | None = None,
    years: str | None = None,
) -> Relation:
    """A relation between these figures by their roles."""
    named = [(role, one.observation_id) for role, one in members]
    told = tuple(Member(key, role) for role, key in named)
    return Relation(
        relation_key(kind, named), kind, document, told, exhaustive, years=Decimal(years) if years else None
    )


# --- made-up documents ----------------------------------------------------------------------------------


def made_up_documents(number: int, seed: int = 20221) -> list[Extraction]:
    """So many documents in which every relation holds; the same for the same seed."""
    return [
        _MadeUp(f"raw/articles/made-up-{at:05d}.txt", Random(seed * 1_000_003 + at)).write() for at in range(number)
    ]


class _MadeUp:
    """One document being written: figures in their order, relations between them."""

    def __init__(self, document: str, dice: Random) -> None:
        self._document, self._dice = document, dice
        self._figures: list[Observation] = []
        self._relations: list[Relation] = []

    def write(self) -> Extraction:
        total = self._breakdown(self._dice.randint(2, 5))
        self._fulfilment(total)
        self._change(total)
        self._money(self._dice.randint(2, 4))
        self._houses()
        if self._dice.random() < 0.5:
            self._flow()
        return Extraction(
            self._document, "0" * 64, "", observations=tuple(self._figures), relations=tuple(self._relations)
        )

    def _figure(self, number: Decimal | int, unit: str, decimals: int = 0, factor: int = 1) -> Observation:
        """A figure of so many printed decimals in its scale, rounded as an editor would."""
        step = Decimal(1).scaleb(-decimals)
        printed = (Decimal(number) / factor).quantize(step, ROUND_HALF_UP)
        value, width = printed * factor, step * factor
        exact = unit in ("household", "person") or (unit == "VND" and factor == 1)
        low, high = (value, value) if exact else (value - width / 2, value + width)
        digits = f"{printed:,}".translate(str.maketrans(",.", ".,"))
        words = f"{_SCALES[factor]}{_UNIT_WORDS[unit]}"
        made = observation(
            self._document, len(self._figures), f"{digits} {words}", str(value), str(low), str(high), unit,
            factor=str(factor), value_printed=digits, unit_printed=words, meaning=Meaning(),
        )  # fmt: skip
        self._figures.append(made)
        return made

    def _relate(self, kind: Any, *members: tuple[str, Observation], **fields: Any) -> None:
        self._relations.append(relation(self._document, kind, list(members), **fields))

    def _breakdown(self, parts: int) -> Observation:
        """A total of persons with all its parts, told again in the headline every second time."""
        counts = [self._dice.randint(15, 10 ** self._dice.randint(2, 4)) for _ in range(parts)]
        head = self._figure(sum(counts), "person") if self._dice.random() < 0.5 else None
        total = self._figure(sum(counts), "person")
        self._relate(
            "part_whole", ("total", total), *(("part", self._figure(count, "person")) for count in counts),
            exhaustive=True,
        )  # fmt: skip
        if head is not None:
            self._relate("repeat", ("first", head), ("repeat", total))
        return total

    def _fulfilment(self, total: Observation) -> None:
        plan = self._figure(int(total.value * self._dice.randint(80, 125) / 100) or 1, "person")
        rate = self._figure(100 * total.value / plan.value, "percent", self._dice.choice((1, 2)))
        self._relate("plan_ratio", ("actual", total), ("plan", plan), ("rate", rate))

    def _change(self, total: Observation) -> None:
        before = self._figure(int(total.value) + self._dice.randint(20, 900), "person")
        fall = self._figure(before.value - total.value, "person")
        self._relate("change", ("before", before), ("after", total), ("difference", fall))
        base = self._figure(int(before.value) + self._dice.randint(1000, 9000), "person")
        share = self._figure(100 * before.value / base.value, "percent", 2)
        self._relate("share", ("part", before), ("whole", base), ("rate", share))

    def _money(self, parts: int) -> None:
        amounts = [self._dice.randint(1_000, 99_999) * 10**6 for _ in range(parts)]
        total = self._figure(sum(amounts), "VND", 3, 10**9)
        listed = [self._figure(amount, "VND", 0, 10**6) for amount in amounts]
        self._relate("part_whole", ("total", total), *(("part", one) for one in listed), exhaustive=True)

    def _houses(self) -> None:
        """New and repaired houses at their amounts a head."""
        new, repaired = self._dice.randint(12, 400), self._dice.randint(12, 400)
        each = [self._dice.choice((40, 44, 50, 60, 70)), self._dice.choice((20, 22, 25, 30, 35))]
        amount = self._figure((new * each[0] + repaired * each[1]) * 10**6, "VND", 0, 10**6)
        members = []
        for count, millions in zip((new, repaired), each, strict=True):
            members.append(("count", self._figure(count, "household")))
            members.append(("per_head", self._exact(self._figure(millions * 10**6, "VND", 0, 10**6))))
        self._relate("per_head", ("amount", amount), *members)

    def _exact(self, one: Observation) -> Observation:
        """A norm a head is no rounded figure."""
        made = replace(one, interval=Interval(one.value, one.value))
        self._figures[self._figures.index(one)] = made
        return made

    def _flow(self) -> None:
        opening, lent = (self._dice.randint(100_000, 900_000) * 10**6 for _ in range(2))
        collected = self._dice.randint(50_000, 90_000) * 10**6
        members = [
            (role, self._figure(amount, "VND", 0, 10**6))
            for role, amount in (
                ("opening", opening), ("inflow", lent), ("outflow", collected), ("closing", opening + lent - collected),
            )
        ]  # fmt: skip
        self._relate("stock_flow", *members)


def figures_of(extraction: Extraction) -> Iterator[Observation]:
    """The figures that stand in a relation."""
    named = {member.observation_id for one in extraction.relations for member in one.members}
    return (one for one in extraction.observations if one.observation_id in named)
