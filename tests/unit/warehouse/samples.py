"""Extractions made by hand: what the readers would say of the Bạch Thông article and of small made-up documents.

A figure is given by its words; keys, offsets and bounds follow as a reader would make them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any, Literal

from pipelines.keys import relation_key, sentence_key, statement_key
from pipelines.model import (
    Comparator,
    Extraction,
    Interval,
    Locator,
    Meaning,
    Member,
    Observation,
    Period,
    Place,
    Problem,
    Relation,
    RelationKind,
    Section,
    Status,
)  # fmt: skip

BACH_THONG = Place("Huyện Bạch Thông", "063", 2, date(2021, 11, 1))
IN_2022 = Period("2022", date(2022, 1, 1), date(2022, 12, 31))
IN_2023 = Period("2023", date(2023, 1, 1), date(2023, 12, 31))
MILLION = Decimal(10**6)


@dataclass(frozen=True)
class Figure:
    """A figure of a made-up document. Figures of one `statement` are told together; `part_of` names a total's quote."""

    quote: str
    value: str
    unit: str | None
    indicator: str | None
    statement: int
    population: str = "_T"
    part_of: str | None = None
    status: Status = "actual"
    per: str | None = None
    comparator: Comparator = "="
    value_high: str | None = None
    sex: Literal["F", "M"] | None = None
    programme: str = "_T"
    place: Place | None = BACH_THONG
    period: Period | None = IN_2022


def document(name: str, figures: Sequence[Figure], relations: Sequence["Stated"] = (), **told: Any) -> Extraction:
    """An Extraction with these figures, each in a sentence of its own words, in their order."""
    text, starts = "", []
    for figure in figures:
        text += "Có "
        starts.append(len(text))
        text += figure.quote + ". "
    keys = [sentence_key(name, figure.quote, figure.quote, number) for number, figure in enumerate(figures)]
    observations = tuple(
        _observation(name, figure, keys, figures, start) for figure, start in zip(figures, starts, strict=True)
    )
    return Extraction(
        name,
        told.pop("sha256", sha256(text.encode()).hexdigest()),
        text,
        (Section("body", 0, len(text)),),
        observations,
        tuple(relation.of(name, keys) for relation in relations),
        tuple(told.pop("problems", ())),
        {"kind": "text", "language": "vi", "encoding": "utf-8", **told},
    )


@dataclass(frozen=True)
class Stated:
    """A relation between figures, named by (role, rank in the document)."""

    kind: RelationKind
    members: tuple[tuple[str, int], ...]
    exhaustive: bool | None = None

    def of(self, name: str, keys: Sequence[str]) -> Relation:
        """The relation of a document with these keys."""
        named = [(role, keys[rank]) for role, rank in self.members]
        members = tuple(Member(key, role) for role, key in named)
        return Relation(relation_key(self.kind, named), self.kind, name, members, self.exhaustive, rule="by hand")


def refused(name: str, code: str = "source_unreadable", detail: str = "Permission denied") -> Extraction:
    """A file of which nothing could be read."""
    return Extraction(name, "", problems=(Problem(code, name, "", detail),))


def _observation(name: str, one: Figure, keys: Sequence[str], figures: Sequence[Figure], start: int) -> Observation:
    number = next(rank for rank, figure in enumerate(figures) if figure is one)
    first = next(rank for rank, figure in enumerate(figures) if figure.statement == one.statement)
    totals = [keys[rank] for rank, figure in enumerate(figures) if figure.quote == one.part_of and rank != number]
    value = Decimal(one.value)
    factor = MILLION if "triệu" in one.quote else Decimal(1)
    return Observation(
        observation_id=keys[number],
        statement_id=statement_key(keys[first]),
        document=name,
        locator=Locator(start, start + len(one.quote)),
        quote=one.quote,
        value=value,
        unit=one.unit,
        meaning=Meaning(
            one.indicator,
            one.population,
            one.programme,
            None,
            one.sex,
            one.place,
            one.period,
            None,
            one.status,
            one.per,
        ),
        value_high=Decimal(one.value_high) if one.value_high else None,
        comparator=one.comparator,
        value_printed=one.quote.split(" ")[0],
        unit_printed=one.quote.partition(" ")[2] or None,
        factor=factor,
        interval=Interval(value, value),
        part_of=tuple(totals[:1]),
        section="body",
        sentence=f"Có {one.quote}.",
        confidence=0.9,
        rule="by hand",
    )


def bach_thong(name: str = "raw/articles/bach-thong.txt") -> Extraction:
    """The figures of the article on which the marts must show how they belong together."""
    house, poor = "house.hh_supported", "poor_hh"
    figures = [
        Figure("101 hộ", "101", "household", "credit.hh_with_loan", 1, poor),
        Figure("4.040 triệu đồng", "4040000000", "VND", "credit.outstanding", 1, poor),
        Figure("727", "727", "person", "emp.jobs_created", 2, "worker"),
        Figure("700 lao động", "700", "person", "emp.jobs_created", 2, "worker", status="plan"),
        Figure("103,8%", "103.8", "percent", "plan.completion_rate", 2, "worker"),
        Figure("656 người", "656", "person", "emp.jobs_industry", 3, "worker", "727"),
        Figure("2 tỷ 044 triệu đồng", "2044000000", "VND", "credit.turnover_lent", 4, "worker"),
        Figure("29 lao động", "29", "person", "emp.jobs_via_loans", 4, "worker", "727"),
        Figure("21 nữ", "21", "person", "emp.jobs_via_loans", 4, "female", "29 lao động", sex="F"),
        Figure("42", "42", "person", "emp.overseas_workers", 5, "worker", "727"),
        Figure("42 người", "42", "person", "emp.overseas_workers", 5, "worker", status="plan"),
        Figure("14 nữ", "14", "person", "emp.overseas_workers", 5, "female", "42", sex="F"),
        Figure("100%", "100", "percent", "plan.completion_rate", 5, "worker"),
        Figure("317 học sinh", "317", "person", "edu.study_cost_pupils", 6, "pupil_poor"),
        Figure("511.900.000 đồng", "511900000", "VND", "edu.study_cost_amount", 6, "pupil_poor"),
        Figure("155 hộ", "155", "household", house, 7, poor),
        Figure("28 hộ", "28", "household", house, 8, poor, "155 hộ", programme="province_housing_bk"),
        Figure("1.960 triệu đồng", "1960000000", "VND", "house.amount_grant", 8, poor),
        Figure("101 hộ", "101", "household", house, 9, poor, "155 hộ", programme="vbsp_decree28"),
        Figure("4.040 triệu đồng", "4040000000", "VND", "house.amount_loan", 9, poor),
        Figure("26 nhà", "26", "house", "house.units_solidarity", 10, poor, "155 hộ", programme="fund_for_poor"),
        Figure("1.300 triệu đồng", "1300000000", "VND", "house.amount_grant", 10, poor),
        Figure(
            "6 - 7%", "6", "percentage_point", "pov.rate_poor_change_pp", 11, status="target", per="year",
            comparator="range", value_high="7", period=IN_2023,
        ),
    ]  # fmt: skip
    relations = [
        Stated("part_whole", (("total", 15), ("part", 16), ("part", 18), ("part", 20)), exhaustive=True),
        Stated("part_whole", (("total", 2), ("part", 5), ("part", 7), ("part", 9)), exhaustive=True),
        Stated("plan_ratio", (("actual", 2), ("plan", 3), ("rate", 4))),
        Stated("subset", (("whole", 7), ("part", 8))),
        Stated("repeat", (("first", 0), ("repeat", 18))),
        Stated("repeat", (("first", 1), ("repeat", 19))),
    ]
    return document(name, figures, relations, title="Bạch Thông: giảm nghèo bền vững", published="2023-02-24")
