"""The words that all rooms share: documents, sheets, quantities, observations, relations, problems.

Only frozen values live here, no behaviour beyond small derived properties: how a value is found belongs to
the room that finds it. Names follow SDMX (observation, indicator, reference area, time period) and Data
Commons (an indicator is a statistical variable; an observation is one printed number of it).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Comparator = Literal["=", ">", ">=", "<", "<=", "~", "range"]
QuantityKind = Literal["count", "money", "rate", "measure", "ratio", "period", "ordinal", "time", "identifier"]
SectionKind = Literal["headline", "dateline", "lead", "body", "caption", "byline", "teaser", "noise"]
Status = Literal["actual", "plan", "target", "norm"]
TimeBasis = Literal["stock", "flow"]
RelationKind = Literal[
    "part_whole", "plan_ratio", "change", "repeat", "subset", "per_head", "share", "stock_flow",
    "formula", "cross_source",
]  # fmt: skip


# --- what readers make of a file ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document's text with one job; sections do not overlap and need not cover the text."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One prose document: its text as decoded, every offset of the project refers to it.

    `path` is the business key (relative to the project, with forward slashes); `sha256` the version of the
    content; `published` the day that a dateline or a sidecar gives.
    """

    path: str
    text: str
    sha256: str
    sections: tuple[Section, ...]
    encoding: str = "utf-8"
    language: str = "vi"
    published: date | None = None


CellValue = str | Decimal | bool | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as the workbook holds it. `shown` is the text a person sees in it; rows and columns count from 1."""

    row: int
    column: int
    value: CellValue
    shown: str
    formula: str | None = None
    font: str | None = None
    number_format: str | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: its cells by (row, column), merged ranges as (top, left, bottom, right)."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """One spreadsheet file; a .csv file is a workbook of one sheet named by the file's stem."""

    path: str
    sha256: str
    sheets: tuple[Sheet, ...]


# --- what a text says in numbers ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as stated: `text` is SDMX-like (2022, 2022-Q3, 2021/2025), bounds are what is compared."""

    text: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class RelativePeriod:
    """A period told without its year or day: "quý II", "đến nay", "cùng kỳ", "3 năm qua"; quantities.resolve dates it.

    `anchor` is what it counts from: the `running` year of the text, the day it was `published`, the
    `same_period` (the running period, so that "cùng kỳ" is that one `years` earlier), or the day of
    the `event` told last ("dịp này"). `years` shifts the year.
    `part` is the stretch of that year: "" the whole, "Q2", "S1", "06", "06-30", "01/09" (months), "10-18/10-20" (days),
    "d05" (a day of a month that is not told), "start", "end", "day" (the day of publication), "to_date" (1
    January to that day), "month", "quarter" or "school" (the month, quarter or school year of publication; these and
    "day" are shifted by `years` of them), "school_ended" (the last school year that was over then), or a duration seen
    from it: "-P5Y" behind, "+P3M" ahead; or "stretch", "stretch:start", "stretch:end" of the run of years told last
    ("đầu giai đoạn"; `years` 1: the run behind it).
    `since` opens a stretch that ends there ("từ năm 2021 đến nay").
    """

    anchor: Literal["running", "published", "same_period", "event"]
    years: int = 0
    part: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """The true values for which a printed number can stand, rounding and truncation both allowed.

    None is unbounded. It follows from the printed digits and the comparator: 103,8 is 103.75 to 103.9,
    "hơn 80" is 80 to 90.
    """

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, or a period, at its place in the text; what it measures is not yet known.

    `start` and `end` hold number and unit without comparator words. `value` is in the base unit (đồng, heads,
    per cent as a per cent number, hectare, km; m² as printed); `value = factor * number` exactly. `unit` is a code of
    units.csv, or the noun as printed where it has none, or null for a bare number. In "727/700 lao động" the
    quantity is 727 with `denominator` 700 and covers both. Of a period told without its year `period` is null and
    `relative` says what it counts from; flags are those of quantities.flags.
    """

    start: int
    end: int
    kind: QuantityKind
    value: Decimal | None = None
    value_high: Decimal | None = None
    comparator: Comparator = "="
    unit: str | None = None
    value_printed: str = ""
    unit_printed: str | None = None
    factor: Decimal = Decimal(1)
    per: str | None = None
    interval: Interval = Interval(None, None)
    denominator: "Quantity | None" = None
    period: Period | None = None
    flags: frozenset[str] = frozenset()
    relative: RelativePeriod | None = None


# --- what a number means --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A reference area: the official name where it is known, else as printed; code and version null if ambiguous."""

    name: str
    code: str | None = None
    level: int | None = None  # 0 country, 1 province, 2 district, 3 commune
    valid_from: date | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number is about. Every id is one of the vocabularies, or null with a Problem.

    Many numbers of a sheet share one meaning, so it is a value of its own.
    """

    indicator: str | None = None
    population_group: str | None = None
    programme: str | None = None
    funding_source: str | None = None
    sex: Literal["F", "M"] | None = None
    place: Place | None = None
    period: Period | None = None
    time_basis: TimeBasis | None = None
    status: Status = "actual"
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a number stands: characters of the text, or sheet and cell ("C10"; of .csv column and line)."""

    char_start: int | None = None
    char_end: int | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One printed number with its meaning; nothing is merged away.

    `observation_id` is a hash of the business key (document, normalised sentence or sheet and cell, quote,
    occurrence): no offset goes into it, so a word inserted elsewhere changes no key. `statement_id` is shared by
    the counts and amounts told together. `part_of` holds the ids of the totals of which this number is a
    component or is told "of which". `sentence` is the text around the number (of a sheet: row and column heads).
    """

    observation_id: str
    statement_id: str
    document: str
    locator: Locator
    quote: str
    value: Decimal
    unit: str | None
    meaning: Meaning
    value_high: Decimal | None = None
    comparator: Comparator = "="
    value_printed: str = ""
    unit_printed: str | None = None
    factor: Decimal = Decimal(1)
    interval: Interval = Interval(None, None)
    part_of: tuple[str, ...] = ()
    section: SectionKind | None = None
    sentence: str = ""
    confidence: float = 0.0
    rule: str = ""
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Member:
    """An observation's part in a relation. `sign` is its sign in a sum: the lent add, the collected subtract."""

    observation_id: str
    role: str
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Relation:
    """Arithmetic that the source states or implies between observations; whether it holds is judged later.

    Roles by kind (sql/relations/ has a query a kind, which says what it computes):
      part_whole  total, part …             subset      whole, part | higher, lower
      plan_ratio  actual, plan, [rate | excess]
      change      before, after, [difference], [relative], [average]
      repeat      first, repeat             share       part, whole, rate, [part_change, rate_change]
      per_head    amount, count, [per_head] stock_flow  opening, inflow …, outflow …, closing
      formula     result, numerator …, [denominator …]
    `exhaustive` says of a part_whole, and of a subset of rates, whether the wording lists all parts (None: not said).
    `multiplier` is the constant of a formula (100 in 4=3/1*100). `years` the number over which an average change is
    told, or between two shares of one whole.
    """

    relation_id: str
    kind: RelationKind
    document: str
    members: tuple[Member, ...]
    exhaustive: bool | None = None
    multiplier: Decimal = Decimal(1)
    years: Decimal | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should look at: `code` is one of problems.csv, which says what to do about it."""

    code: str
    document: str
    place: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one file. A refused file has no observations and at least one Problem."""

    document: str
    sha256: str
    text: str | None = None
    sections: tuple[Section, ...] = ()
    observations: tuple[Observation, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    attributes: Mapping[str, str | None] = field(default_factory=dict)
