"""A quantity while it is being read, and the last step to the frozen one: its value and its interval.

What stands in the text is found elsewhere; here numbers, factors and comparators become values.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from pipelines.model import Comparator, Interval, Period, Quantity, QuantityKind, RelativePeriod
from pipelines.quantities import flags
from pipelines.quantities.numerals import ONE, Numeral, last_place
from pipelines.quantities.units import Unit
from pipelines.vocabulary.units import UnitKind

_HALF = Decimal("0.5")
#: Units of time and age are told in whole numbers.
_EXACT_MEASURES = frozenset({"year", "month", "week", "day", "quarter", "year_of_age", "term", "decade", "century"})


@dataclass(slots=True)
class Draft:
    """A quantity in the making; offsets refer to the normal text.

    `number` times `factor` is the value. `label` says that a label word stands before it ("Dự án 3") or that it is
    part of a word ("30a"), so that numbers listed behind it are labels too. `opener` is the word that may open a range
    ("từ", "giữa"), `until` where the text is read up to, with what the number is per.
    """

    start: int
    end: int
    kind: QuantityKind
    number: Decimal | None = None
    step: Decimal = ONE
    high: Decimal | None = None
    factor: Decimal = ONE
    unit: str | None = None
    value_end: int = 0
    unit_span: tuple[int, int] | None = None
    per: str | None = None
    comparator: Comparator = "="
    numeral: Numeral | None = None
    reading: Unit | None = None
    denominator: "Draft | None" = None
    period: Period | None = None
    relative: RelativePeriod | None = None
    opener: str = ""
    label: bool = False
    until: int = 0
    marks: set[str] = field(default_factory=set)

    @property
    def is_number(self) -> bool:
        """Whether it counts or measures something."""
        return self.number is not None and self.kind in _NUMBERS

    @property
    def is_bare(self) -> bool:
        """Whether it is a number without any unit."""
        return self.number is not None and self.kind == "count" and self.reading is None and self.unit is None

    def take_unit(self, reading: Unit, unit: str | None, factor: Decimal | None = None) -> None:
        """Give the number a unit: its kind and factor, and its value if it counts whole things."""
        self.reading = reading
        self.unit = unit
        self.kind = _KINDS[reading.kind]
        self.factor = reading.factor if factor is None else factor
        if self.numeral is not None:
            self._settle(self.numeral, whole=reading.is_whole and self.factor == ONE)

    def _settle(self, numeral: Numeral, *, whole: bool) -> None:
        """Choose between the readings of a numeral now that its unit is known."""
        if whole and numeral.whole is not None:
            self.number, self.step = numeral.whole, ONE
            self.marks.add(flags.AMBIGUOUS_SEPARATOR if numeral.flags else flags.MALFORMED_NUMBER)
            return
        self.number, self.step = numeral.value, numeral.step
        self.marks |= numeral.flags
        if numeral.thousands and self.kind in ("rate", "measure"):
            self.marks.add(flags.AMBIGUOUS_SEPARATOR)


#: What a number with a unit of this kind is; a scale word without a unit leaves it a count.
_KINDS: dict[UnitKind, QuantityKind] = {
    "count": "count", "classifier": "count", "scale": "count", "none": "count",
    "money": "money", "rate": "rate", "measure": "measure",
}  # fmt: skip
_NUMBERS = frozenset({"count", "money", "rate", "measure", "ratio"})


def finished(drafts: Iterable[Draft], text: str) -> tuple[Quantity, ...]:
    """The quantities that the drafts became."""
    return tuple([finish(draft, text) for draft in drafts])


def finish(draft: Draft, text: str) -> Quantity:
    """The frozen quantity of a draft over its text."""
    number, factor = draft.number, draft.factor
    if number is None:
        return Quantity(
            draft.start, draft.end, draft.kind, period=draft.period, relative=draft.relative,
            value_printed=text[draft.start : draft.end], flags=frozenset(draft.marks),
        )  # fmt: skip
    value = number if factor is ONE else number * factor
    high = draft.high if draft.high is None or factor is ONE else draft.high * factor
    span = draft.unit_span
    denominator = None if draft.denominator is None else finish(draft.denominator, text)
    value_end = draft.value_end or draft.end
    return Quantity(
        draft.start,
        draft.end,
        draft.kind,
        value,
        high,
        draft.comparator,
        draft.unit,
        text[draft.start : value_end],
        None if span is None else text[span[0] : span[1]],
        factor,
        draft.per,
        _interval(draft, value, high),
        denominator,
        draft.period,
        frozenset(draft.marks),
        draft.relative,
    )


def _interval(draft: Draft, value: Decimal, high: Decimal | None) -> Interval:
    """The true values for which a printed number can stand (see model.Interval).

    Rounding and truncation of the last digit are both allowed for rates, measures and scaled numbers; whole things
    and plain đồng are exact. A comparator opens one side by one step of the last digit that is not zero.
    """
    if high is not None:
        return Interval(value, high)
    comparator = draft.comparator
    if comparator == "=":
        if _is_exact(draft):
            return Interval(value, value)
        step = draft.step * draft.factor
        if value < 0:
            return Interval(value - step, value + step * _HALF)
        return Interval(value - step * _HALF, value + step)
    step = last_place(value)
    low = value - step if comparator in ("<", "<=", "~") else value
    top = value + step if comparator in (">", ">=", "~") else value
    return Interval(low, top)


def _is_exact(draft: Draft) -> bool:
    """Whether the printed digits are all that there is: whole things and plain amounts, unless scaled."""
    if draft.kind in ("count", "money"):
        return draft.step == ONE and draft.factor == ONE
    if draft.kind == "measure":
        return draft.unit in _EXACT_MEASURES and draft.step == ONE
    return draft.kind not in ("rate", "ratio") or draft.step == 0
