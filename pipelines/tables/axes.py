"""What a column heading and a row label each say of the figures where they meet: words, period, place, status, unit.

Both are read the same way, since places, years or programmes may run down or across. What words amount to is decided
in pipelines.meaning; here they get the weight of the place where they stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipelines.model import Period, Place, Status
from pipelines.tables.headings import Heading
from pipelines.tables.times import periods_in
from pipelines.tables.units import CellUnit, UnitChoice, unit_of_path
from pipelines.tables.words import folded, roles_of

# Weights of the places where a word may stand, from the figure outwards.
LEAF = 1.0  # the column's own heading
NUMERATOR = 0.95  # the heading of the column that a bare rate is a share of
LABEL = 0.8  # the row's own label
GROUP = 0.85  # the headings over the column's own
PARENT = 0.6  # the labels over the row's own
TITLE = 0.42  # the title of the table
SHEET = 0.2  # the sheet's name

Zone = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What one axis says. `zones` are folded words with their weights; `aspect` is one of aspects.csv."""

    zones: tuple[Zone, ...] = ()
    period: Period | None = None
    place: Place | None = None
    status: Status | None = None
    aspect: str | None = None
    unit: UnitChoice | None = None
    sex: Literal["F", "M"] | None = None


def column_told(
    heading: Heading, table_units: Sequence[CellUnit], numerator: Heading | None, place: Place | None
) -> Told:
    """What the heading of a column says. `numerator` is the heading of what a bare rate ("Tỷ lệ (%)") is a share of."""
    zones = [(GROUP, folded(text)) for text in heading.path[:-1]]
    if heading.path:
        zones.append((LEAF, folded(heading.leaf)))
    if numerator is not None:
        zones.append((NUMERATOR, folded(numerator.leaf)))
        zones += [(GROUP, folded(text)) for text in numerator.path[:-1]]
    return Told(
        tuple(zones), _first_period(heading.path[::-1]), place, _first_status(heading.path[::-1]),
        _first_aspect(heading.path[::-1]), unit_of_path(heading.path, table_units), _first_sex(heading.path[::-1]),
    )  # fmt: skip


def row_told(
    label: str, over: Sequence[str], table_units: Sequence[CellUnit], unit: CellUnit | None, place: Place | None
) -> Told:
    """What a row's label says, with the labels over it from the nearest to the farthest, and its own unit cell."""
    zones: list[Zone] = [] if place is not None else [(LABEL, folded(label))]
    zones += [(PARENT, folded(text)) for text in over]
    choice = UnitChoice(unit, EXPLICIT_CELL) if unit is not None else None
    if choice is None and place is None and label:
        choice = unit_of_path([*reversed(over), label], table_units)
    texts = [label, *over]
    return Told(
        tuple(zones),
        _first_period(texts),
        place,
        _first_status(texts),
        _first_aspect(texts[:1]),
        choice,
        _first_sex(texts),
    )


#: A unit in the row's own cell of a unit column is as good as one in brackets.
EXPLICIT_CELL = 4


def title_zones(titles: Sequence[str], sheet_name: str) -> tuple[Zone, ...]:
    """The words of a table's titles and of its sheet's name."""
    return (*((TITLE, folded(title)) for title in titles), (SHEET, folded(sheet_name)))


def _first_period(texts: Sequence[str]) -> Period | None:
    for text in texts:
        found = periods_in(text)
        if found:
            return found[0]
    return None


def _first_status(texts: Sequence[str]) -> Status | None:
    """The status that the nearest text tells; "Thực hiện so với kế hoạch" is about what was done."""
    for text in texts:
        words = roles_of(text)
        if "completion" in words or "actual" in words:
            return "actual"
        if "plan" in words:
            return "plan"
        if "target" in words:
            return "target"
    return None


def _first_aspect(texts: Sequence[str]) -> str | None:
    for text in texts:
        words = roles_of(text)
        if "completion" in words:
            return "completion"
        if "difference" in words:
            return "rise"
        if "average" in words:
            return "average"
    return None


def _first_sex(texts: Sequence[str]) -> Literal["F", "M"] | None:
    for text in texts:
        words = roles_of(text)
        if "female" in words:
            return "F"
        if "male" in words:
            return "M"
    return None
